"""`auditor diff`: what differs between two states of a case, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import (
    AsOf,
    Confidence,
    ConfidenceOption,
    Exempting,
    ExemptingFrom,
    FailOn,
    FailOnOption,
    Format,
    KnowledgeDate,
    KnowledgeOption,
    Lang,
    LangOption,
    NotExempting,
    Policies,
    Rules,
    Today,
    asked,
    request,
)
from auditor.cli.output import leave, put


def run(
    base: Annotated[
        str, typer.Argument(help="A case, a result (.json), or a git revision.", show_default=False)
    ],
    head: Annotated[str, typer.Argument(help="The same, as it became.", show_default=False)],
    case: Annotated[
        Path | None,
        typer.Option("--case", help="The case in both revisions; or write REV:path.", show_default=False),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to show the difference.")] = Format.text,
    fail_on: FailOnOption = FailOn.high,
    min_confidence: ConfidenceOption = Confidence.declared,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
    rule: Rules = [],  # noqa: B006
    exceptions: Exempting = None,
    no_exceptions: NotExempting = False,
    exceptions_from: ExemptingFrom = "",
    today: Today = "",
) -> None:
    """Compare two states of a case, say what made each finding change; exit 1 on what is new or worse, or a loosened rule."""
    from auditor.api import diff

    found = diff.difference(
        base,
        head,
        case,
        asked(policy, knowledge, exceptions, no_exceptions, exceptions_from),
        request(as_of, knowledge_date, today, rule, fail_on, min_confidence),
    )
    put(diff.publish(found, form.value, lang.value))
    leave(passed=found.gate.passed)
