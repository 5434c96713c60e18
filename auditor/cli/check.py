"""`auditor check`: judge a case."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.options import (
    CaseOptions,
    CheckFormat,
    Colour,
    ExceptionOptions,
    GateOptions,
    KnownOptions,
    Lang,
    LangOption,
    Paths,
    ProfileOption,
    Reader,
    Rules,
    request,
)
from auditor.cli.output import Display, destinations, leave, show
from auditor.cli.progress import working
from auditor.cli.reading import judge


def run(
    *,
    paths: Paths,
    form: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="How to show the result.")
    ] = CheckFormat.text,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    profile: ProfileOption = Reader.dpo,
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "--out",
            "-o",
            metavar="[FORMAT:]FILE",
            help="Write a format to a file, besides what is shown; FILE alone: write what would be shown. May be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    sarif_accepted: Annotated[
        bool, typer.Option("--sarif-accepted", help="Keep accepted findings in SARIF, as suppressed results.")
    ] = False,
    color: Annotated[Colour, typer.Option("--color", help="When to colour the text.")] = Colour.auto,
    case: CaseOptions,
    gate: GateOptions,
    known: KnownOptions,
    excepted: ExceptionOptions,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    wanted = destinations(form.value, output)
    asked = request(paths, case, excepted, gate, known, rules=rules, lang=lang, profile=profile)
    with working("judging", quiet=case.quiet):
        result = judge(asked, case).result
    view = Display(asked.lang, coloured=color.value, accepted=sarif_accepted, profile=asked.profile)
    with working("writing", quiet=case.quiet):
        show(result, wanted, paths, view)
    leave(passed=result.summary.gate.passed)
