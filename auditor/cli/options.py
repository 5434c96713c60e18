"""The options of commands, each declared once; groups of options that commands take together; and the request they make.

A command takes a group as one parameter (`case: CaseOptions`), which `cli.groups` spreads out into its options. An option
added to a group is an option of every command that takes the group; one that is called as a field of `Request` goes into it.
"""

import os
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from auditor.cli.groups import OptionGroup, names
from auditor.cli.parameters import Argument, Option

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
    knowledge = "knowledge"
    answers = "answers"
    result = "result"
    diff = "diff"


class Reader(str, Enum):
    """For whom a result is shown."""

    dpo = "dpo"
    gate = "gate"
    newsroom = "newsroom"


class State(str, Enum):
    """In which state of consent a capture was made."""

    before_choice = "before-choice"
    refused = "refused"
    accepted = "accepted"
    none_offered = "none-offered"
    logged_in = "logged-in"
    unknown = "unknown"


Paths = Annotated[list[Path], Argument(show_default=False)]
OnePath = Annotated[Path, Argument(show_default=False)]
LangOption = Annotated[Lang, Option("--lang", envvar="AUDITOR_LANG")]
Rules = Annotated[list[str], Option("--rule", show_default=False)]
Policies = Annotated[list[Path], Option("--policy", envvar="AUDITOR_POLICY", show_default=False)]
KnowledgeOption = Annotated[list[Path], Option("--knowledge", envvar="AUDITOR_KNOWLEDGE", show_default=False)]
ProfileOption = Annotated[Reader, Option("--profile", envvar="AUDITOR_PROFILE")]
FormatOption = Annotated[Format, Option("--format", "-f")]
OutOption = Annotated[Path | None, Option("--out", "--output", "-o")]


class CaseOptions(OptionGroup):
    """What every command that reads a case takes."""

    as_of: Annotated[list[str], Option("--as-of", metavar="DATE", show_default=False)] = []  # noqa: RUF012
    policies: Policies = []  # noqa: RUF012
    knowledge: KnowledgeOption = []  # noqa: RUF012
    knowledge_date: Annotated[
        str, Option("--knowledge-date", envvar="AUDITOR_KNOWLEDGE_DATE", metavar="DATE")
    ] = ""
    config: Annotated[
        Path | None, Option("--config", envvar="AUDITOR_CONFIG", metavar="FILE", show_default=False)
    ] = None
    no_config: Annotated[bool, Option("--no-config", envvar="AUDITOR_NO_CONFIG")] = False
    quiet: Annotated[bool, Option("--quiet", "-q")] = False
    verbose: Annotated[bool, Option("--verbose", "-v")] = False


class ExceptionOptions(OptionGroup):
    """Which exceptions hold, and on which day."""

    exceptions: Annotated[Path | None, Option("--exceptions", envvar="AUDITOR_EXCEPTIONS")] = None
    no_exceptions: Annotated[bool, Option("--no-exceptions")] = False
    exceptions_from: Annotated[
        str, Option("--exceptions-from", envvar="AUDITOR_EXCEPTIONS_FROM", metavar="REV")
    ] = ""
    today: Annotated[str, Option("--today", envvar="AUDITOR_TODAY", metavar="DAY")] = ""


class GateOptions(OptionGroup):
    """What may fail."""

    fail_on: Annotated[FailOn, Option("--fail-on", envvar="AUDITOR_FAIL_ON")] = FailOn.high
    min_confidence: Annotated[Confidence, Option("--min-confidence", envvar="AUDITOR_MIN_CONFIDENCE")] = (
        Confidence.declared
    )
    fail_on_open: Annotated[
        FailOn,
        Option(
            "--fail-on-open",
            envvar="AUDITOR_FAIL_ON_OPEN",
        ),
    ] = FailOn.never
    min_decided: Annotated[
        int,
        Option(
            "--min-decided",
            envvar="AUDITOR_MIN_DECIDED",
            metavar="PERCENT",
            least=0,
            most=100,
        ),
    ] = 0


class KnownOptions(OptionGroup):
    """What was known before, and does not fail unless it got worse."""

    baseline: Annotated[Path | None, Option("--baseline", envvar="AUDITOR_BASELINE")] = None
    since: Annotated[str, Option("--since", metavar="REV")] = ""
    baseline_from: Annotated[
        str, Option("--baseline-from", envvar="AUDITOR_BASELINE_FROM", metavar="REV")
    ] = ""


def request(paths: list[Path], *groups: OptionGroup, **further: object) -> "Request":
    """Give the request for the case at `paths` with the options of `groups`, and what a command takes besides them.

    Raises UsageRefused for a day that is none.
    """
    from auditor.api.request import Request
    from auditor.api.sources import day

    given = {name: getattr(group, name) for group in groups for name in names(type(group))} | further
    asked = {name: _plain(given[name]) for name in Request.__struct_fields__ if name in given}
    asked["as_of"] = tuple(day for day in asked.get("as_of", ()) if day)
    if "today" in asked:
        asked["today"] = day(asked["today"], os.environ.get("SOURCE_DATE_EPOCH", ""))
    return Request(paths=tuple(paths), **asked)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return tuple(value) if isinstance(value, list) else value
