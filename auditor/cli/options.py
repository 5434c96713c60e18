"""The options of commands, each declared once; groups of options that commands take together; and the request they make.

A command takes a group as one parameter (`case: CaseOptions`), which `cli.groups` spreads out into its options. An option
added to a group is an option of every command that takes the group; one that is called as a field of `Request` goes into it.
"""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.groups import OptionGroup, names

if TYPE_CHECKING:
    from auditor.api.request import Request


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
OnePath = Annotated[Path, typer.Argument(help="The case: its folder, or a YAML file.", show_default=False)]
LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="AUDITOR_LANG", help="The language of what is shown.")
]
Rules = Annotated[
    list[str], typer.Option("--rule", help="Only this rule; may be repeated.", show_default=False)
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
ProfileOption = Annotated[
    Reader,
    typer.Option(
        "--profile",
        envvar="AUDITOR_PROFILE",
        help="For whom to show the result; what fails does not depend on it.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to show it.")]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "--output", "-o", help="Write there instead of to standard output."),
]


class CaseOptions(OptionGroup):
    """What every command that reads a case takes."""

    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="DATE", help="Judge as of this date instead of the case's own."),
    ] = ""
    policies: Policies = []  # noqa: RUF012
    knowledge: KnowledgeOption = []  # noqa: RUF012
    knowledge_date: Annotated[
        str,
        typer.Option(
            "--knowledge-date",
            envvar="AUDITOR_KNOWLEDGE_DATE",
            metavar="DATE",
            help="Leave out what the knowledge base recorded after this day.",
        ),
    ] = ""
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            envvar="AUDITOR_CONFIG",
            metavar="FILE",
            help="Read settings there instead of in the nearest auditor.yaml or pyproject.toml.",
            show_default=False,
        ),
    ] = None
    no_config: Annotated[
        bool, typer.Option("--no-config", envvar="AUDITOR_NO_CONFIG", help="Read no settings.")
    ] = False
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show only errors; the exit code tells the rest.")
    ] = False
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say which settings, files and packs of rules are used.")
    ] = False


class ExceptionOptions(OptionGroup):
    """Which exceptions hold, and on which day."""

    exceptions: Annotated[
        Path | None,
        typer.Option(
            "--exceptions",
            envvar="AUDITOR_EXCEPTIONS",
            help="The file of exceptions, instead of the nearest exceptions.yaml beside or above the case.",
        ),
    ] = None
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Except nothing.")] = False
    exceptions_from: Annotated[
        str,
        typer.Option(
            "--exceptions-from",
            envvar="AUDITOR_EXCEPTIONS_FROM",
            metavar="REV",
            help="Read the exceptions as they were in this git revision: a change cannot exempt itself.",
        ),
    ] = ""
    today: Annotated[
        str,
        typer.Option(
            "--today",
            envvar="AUDITOR_TODAY",
            metavar="DAY",
            help="The day on which exceptions must hold; without one (nor SOURCE_DATE_EPOCH) none does.",
        ),
    ] = ""


class GateOptions(OptionGroup):
    """What may fail."""

    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", envvar="AUDITOR_FAIL_ON", help="Exit 1 from this severity on.")
    ] = FailOn.high
    min_confidence: Annotated[
        Confidence,
        typer.Option(
            "--min-confidence", envvar="AUDITOR_MIN_CONFIDENCE", help="How a finding must be known to fail."
        ),
    ] = Confidence.declared
    fail_on_open: Annotated[
        FailOn,
        typer.Option(
            "--fail-on-open",
            envvar="AUDITOR_FAIL_ON_OPEN",
            help="Exit 1 from this severity on for what nobody stated and could turn out so; with --since, only what is new.",
        ),
    ] = FailOn.never
    min_decided: Annotated[
        int,
        typer.Option(
            "--min-decided",
            envvar="AUDITOR_MIN_DECIDED",
            metavar="PERCENT",
            min=0,
            max=100,
            help="Exit 1 where the rules can decide less than this share; with --since, of what is new.",
        ),
    ] = 0


class KnownOptions(OptionGroup):
    """What was known before, and does not fail unless it got worse."""

    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            envvar="AUDITOR_BASELINE",
            help="Fail only on what is new or worse than in this baseline.",
        ),
    ] = None
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="REV",
            help="Fail only on what is new or worse than in this git revision, or on rules loosened since.",
        ),
    ] = ""
    baseline_from: Annotated[
        str,
        typer.Option(
            "--baseline-from",
            envvar="AUDITOR_BASELINE_FROM",
            metavar="REV",
            help="Read the baseline as it was in this git revision, that of the case unless --baseline names one.",
        ),
    ] = ""


def request(paths: list[Path], *groups: OptionGroup, **further: object) -> Request:
    """Give the request for the case at `paths` with the options of `groups`, and what a command takes besides them.

    Raises UsageRefused for a day that is none.
    """
    from auditor.api.request import Request
    from auditor.api.sources import day

    given = {name: getattr(group, name) for group in groups for name in names(type(group))} | further
    asked = {name: _plain(given[name]) for name in Request.__struct_fields__ if name in given}
    if "as_of" in asked:
        asked["as_of"] = (asked["as_of"],) if asked["as_of"] else ()
    if "today" in asked:
        asked["today"] = day(asked["today"], os.environ.get("SOURCE_DATE_EPOCH", ""))
    return Request(paths=tuple(paths), **asked)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return tuple(value) if isinstance(value, list) else value
