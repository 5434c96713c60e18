"""What several commands take: paths, languages, dates, packs, knowledge; and reading the materials they name."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.api.request import Request
    from auditor.api.sources import Asked
    from auditor.model.materials import Materials
    from auditor.model.vocabulary import Known


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


class Colour(str, Enum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


class SchemaKind(str, Enum):
    """What a JSON Schema is of."""

    case = "case"
    policy = "policy"
    exceptions = "exceptions"
    baseline = "baseline"
    config = "config"
    result = "result"
    diff = "diff"


class Reader(str, Enum):
    """For whom a result is shown."""

    dpo = "dpo"
    gate = "gate"
    newsroom = "newsroom"


Paths = Annotated[
    list[Path], typer.Argument(help="A case: its folder, or its YAML files.", show_default=False)
]
LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="AUDITOR_LANG", help="The language of what is shown.")
]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="Judge as of this date instead of the case's own.")
]
Policies = Annotated[
    list[Path],
    typer.Option(
        "--policy",
        envvar="AUDITOR_POLICY",
        help="Own packs of rules, files or folders; may be repeated.",
        show_default=False,
    ),
]
KnowledgeOption = Annotated[
    list[Path],
    typer.Option(
        "--knowledge",
        envvar="AUDITOR_KNOWLEDGE",
        help="Own additions to the knowledge base, which go before it; may be repeated.",
        show_default=False,
    ),
]
KnowledgeDate = Annotated[
    str,
    typer.Option(
        "--knowledge-date",
        envvar="AUDITOR_KNOWLEDGE_DATE",
        metavar="DATE",
        help="Leave out what the knowledge base recorded after this day.",
    ),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", envvar="AUDITOR_FAIL_ON", help="Exit 1 from this severity on.")
]
ConfidenceOption = Annotated[
    Confidence,
    typer.Option(
        "--min-confidence", envvar="AUDITOR_MIN_CONFIDENCE", help="How a finding must be known to fail."
    ),
]
Rules = Annotated[
    list[str], typer.Option("--rule", help="Only this rule; may be repeated.", show_default=False)
]
Exempting = Annotated[
    Path | None,
    typer.Option(
        "--exceptions",
        envvar="AUDITOR_EXCEPTIONS",
        help="The file of exceptions, instead of the nearest exceptions.yaml beside or above the case.",
    ),
]
NotExempting = Annotated[bool, typer.Option("--no-exceptions", help="Except nothing.")]
ExemptingFrom = Annotated[
    str,
    typer.Option(
        "--exceptions-from",
        envvar="AUDITOR_EXCEPTIONS_FROM",
        metavar="REV",
        help="Read the exceptions as they were in this git revision: a change cannot exempt itself.",
    ),
]
Today = Annotated[
    str,
    typer.Option(
        "--today",
        envvar="AUDITOR_TODAY",
        metavar="DAY",
        help="The day on which exceptions must hold; without one (nor SOURCE_DATE_EPOCH) none does.",
    ),
]
ProfileOption = Annotated[
    Reader,
    typer.Option(
        "--profile",
        envvar="AUDITOR_PROFILE",
        help="For whom to show the result; what fails does not depend on it.",
    ),
]


def read(
    paths: list[Path],
    as_of: str,
    policy: list[Path],
    knowledge: list[Path],
    rule: list[str],
    knowledge_date: str = "",
) -> Materials:
    """Read the case at `paths` and all it is held against."""
    from auditor.api.read import materials

    return materials(
        paths, as_of=as_of, policies=policy, knowledge=knowledge, select=rule, knowledge_date=knowledge_date
    )


def asked(
    policy: list[Path],
    knowledge: list[Path],
    exceptions: Path | None = None,
    no_exceptions: bool = False,
    exceptions_from: str = "",
) -> Asked:
    """Give what a request names besides the case."""
    from auditor.api.sources import Asked

    return Asked(policy, knowledge, exceptions, exempting=not no_exceptions, exceptions_from=exceptions_from)


def request(
    as_of: str, knowledge_date: str, today: str, rule: list[str], fail_on: FailOn, min_confidence: Confidence
) -> Request:
    """Give what a case, or two states of one, are held against."""
    from auditor.api.request import Request

    known: Known = min_confidence.value
    return Request(as_of, knowledge_date, reference_day(today), rule, fail_on.value, known)


def reference_day(today: str) -> str:
    """Give the day for which exceptions are looked at: the one given, else that of SOURCE_DATE_EPOCH, else none."""
    from auditor.api.sources import day

    return day(today, os.environ.get("SOURCE_DATE_EPOCH", ""))
