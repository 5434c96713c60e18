"""What several commands take: paths, languages, dates, packs, knowledge; and reading the materials they name."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.model.materials import Materials


class Lang(str, Enum):
    """The languages of reports and messages."""

    fr = "fr"
    en = "en"


class FailOn(str, Enum):
    """The severity from which on a gating finding fails."""

    never = "never"
    info = "info"
    low = "low"
    medium = "medium"
    high = "high"
    critical = "critical"


class Confidence(str, Enum):
    """How a finding must be known to fail a build."""

    documented = "documented"
    observed = "observed"
    declared = "declared"
    alleged = "alleged"
    inferred = "inferred"
    assumed = "assumed"


class Format(str, Enum):
    """Prose for people, or data for programs."""

    text = "text"
    json = "json"


class CheckFormat(str, Enum):
    """The formats of a check."""

    text = "text"
    concise = "concise"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    gitlab = "gitlab"
    markdown = "markdown"


class Colour(str, Enum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


class SchemaKind(str, Enum):
    """What a JSON Schema is of."""

    case = "case"
    policy = "policy"
    result = "result"


Paths = Annotated[list[Path], typer.Argument(help="A case: its folder, or its YAML files.", show_default=False)]
LangOption = Annotated[Lang, typer.Option("--lang", envvar="AUDITOR_LANG", help="The language of what is shown.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="Judge as of this date instead of the case's own.")]
Policies = Annotated[
    list[Path], typer.Option("--policy", help="Own packs of rules, files or folders; may be repeated.", show_default=False)
]
KnowledgeOption = Annotated[
    list[Path], typer.Option("--knowledge", help="Own additions to the knowledge base; may be repeated.", show_default=False)
]


def read(paths: list[Path], as_of: str, policy: list[Path], knowledge: list[Path], rule: list[str]) -> Materials:
    """Read the case at `paths` and all it is held against."""
    from auditor.api.read import materials

    return materials(paths, as_of=as_of, policies=policy, knowledge=knowledge, select=rule)
