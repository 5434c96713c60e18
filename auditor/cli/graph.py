"""`auditor graph`: the flows of a case, drawn or for other programs."""

from __future__ import annotations

from typing import Annotated

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
from auditor.cli.parameters import Option
from auditor.cli.reading import judge
from auditor.rendering.drawing.notations import NOTATIONS


def run(
    *,
    paths: Paths,
    form: Annotated[
        str,
        Option(
            "--format",
            "-f",
            choices=NOTATIONS.names(),
        ),
    ] = "svg",
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Draw who sends what to whom under whose law, or give the network to another program."""
    from auditor.api.graph import graph

    asked = request(paths, case, excepted, rules=rules, lang=lang)
    put(graph(judge(asked, case).result, form, asked.lang), out)
