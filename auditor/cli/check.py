"""`auditor check`: judge a case."""

from __future__ import annotations

from typing import Annotated

import typer
from typer._types import TyperChoice

from auditor.cli.options import (
    CaseOptions,
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
from auditor.rendering.formats import FORMATS
from auditor.text import command_line as words


def run(
    *,
    paths: Paths,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            click_type=TyperChoice(FORMATS.names()),
        ),
    ] = "text",
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    profile: ProfileOption = Reader.dpo,
    output: Annotated[
        list[str], typer.Option("--output", "--out", "-o", metavar="[FORMAT:]FILE", show_default=False)
    ] = [],  # noqa: B006
    sarif_accepted: Annotated[bool, typer.Option("--sarif-accepted")] = False,
    color: Annotated[Colour, typer.Option("--color")] = Colour.auto,
    case: CaseOptions,
    gate: GateOptions,
    known: KnownOptions,
    excepted: ExceptionOptions,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    wanted = destinations(form, output)
    asked = request(paths, case, excepted, gate, known, rules=rules, lang=lang, profile=profile)
    with working(words.JUDGING, quiet=case.quiet):
        result = judge(asked, case).result
    view = Display(asked.lang, coloured=color.value, accepted=sarif_accepted, profile=asked.profile)
    with working(words.WRITING, quiet=case.quiet):
        show(result, wanted, paths, view)
    leave(passed=result.summary.gate.passed)
