"""`auditor export`: the register, the impact assessment, the transfer assessment."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Lang,
    LangOption,
    OutOption,
    Paths,
    Rules,
    request,
)
from auditor.cli.output import put
from auditor.cli.reading import judge


class Paper(str, Enum):
    """What can be exported."""

    register = "register"
    transfers = "transfers"
    pia = "pia"


class PaperFormat(str, Enum):
    """How a paper is written."""

    csv = "csv"
    xlsx = "xlsx"
    json = "json"


def run(
    *,
    paper: Annotated[Paper, typer.Argument(help="What to write.", show_default=False)],
    paths: Paths,
    form: Annotated[
        PaperFormat | None,
        typer.Option("--format", "-f", help="How to write it; csv for sheets, json for the assessment."),
    ] = None,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared."""
    from auditor.api.export import PAPERS, export

    chosen = form.value if form is not None else PAPERS[paper.value][0]
    asked = request(paths, case, excepted, rules=rules, lang=lang)
    put(export(judge(asked, case).result, paper.value, chosen, asked.lang), out)
