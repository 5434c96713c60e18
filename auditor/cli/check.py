"""`auditor check`: judge a case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer._types import TyperChoice

from auditor.cli.options import (
    AsOf,
    Colour,
    Confidence,
    ConfidenceOption,
    Exempting,
    ExemptingFrom,
    FailOn,
    FailOnOption,
    KnowledgeDate,
    KnowledgeOption,
    Lang,
    LangOption,
    NotExempting,
    Paths,
    Policies,
    ProfileOption,
    Reader,
    Rules,
    Today,
    asked,
    request,
)
from auditor.cli.output import Display, destinations, leave, show
from auditor.cli.progress import working
from auditor.rendering.formats import FORMATS


def run(
    paths: Paths,
    form: Annotated[
        str,
        typer.Option("--format", click_type=TyperChoice(FORMATS.names()), help="How to show the result."),
    ] = "text",
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
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            envvar="AUDITOR_BASELINE",
            help="Fail only on what is new or worse than in this baseline.",
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="REV",
            help="Fail only on what is new or worse than in this git revision, or on rules loosened since.",
        ),
    ] = "",
    baseline_from: Annotated[
        str,
        typer.Option(
            "--baseline-from",
            envvar="AUDITOR_BASELINE_FROM",
            metavar="REV",
            help="Read the baseline as it was in this git revision, that of the case unless --baseline names one.",
        ),
    ] = "",
    profile: ProfileOption = Reader.dpo,
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            metavar="[FORMAT:]FILE",
            help="Write a format to a file, besides what is shown; FILE alone: write what would be shown. May be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    sarif_accepted: Annotated[
        bool, typer.Option("--sarif-accepted", help="Keep accepted findings in SARIF, as suppressed results.")
    ] = False,
    color: Annotated[Colour, typer.Option("--color", help="When to colour the text.")] = Colour.auto,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    from auditor.api.gate import Known, gated, moot

    wanted = destinations(form, output)
    with working("judging"):
        held_against = asked(policy, knowledge, exceptions, no_exceptions, exceptions_from)
        before = Known(baseline, since, baseline_from)
        result = gated(
            paths, held_against, request(as_of, knowledge_date, today, rule, fail_on, min_confidence), before
        )
        said = moot(paths, held_against, before)
    for line in said:
        print(f"auditor: {line}", file=sys.stderr)
    view = Display(lang.value, coloured=color.value, accepted=sarif_accepted, profile=profile.value)
    with working("writing"):
        show(result, wanted, paths, view)
    leave(passed=result.summary.gate.passed)
