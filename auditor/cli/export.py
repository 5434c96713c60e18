"""`auditor export`: the register, the impact assessment, the transfer assessment, who got what in captures."""

from __future__ import annotations

from typing import Annotated

import typer
from typer._types import TyperChoice

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
from auditor.rendering.exports.papers import PAPERS


def run(
    *,
    paper: Annotated[
        str,
        typer.Argument(click_type=TyperChoice(PAPERS.names()), show_default=False),
    ],
    paths: Paths,
    form: Annotated[str, typer.Option("--format", "-f", metavar="<csv|json|xlsx>")] = "",
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared."""
    from auditor.api.export import export

    asked = request(paths, case, excepted, rules=rules, lang=lang)
    put(export(judge(asked, case).result, paper, form, asked.lang), out)
