"""`auditor graph`: the flows of a case, drawn or for other programs."""

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


class GraphFormat(str, Enum):
    """The formats of a graph."""

    svg = "svg"
    dot = "dot"
    mermaid = "mermaid"
    json = "json"
    graphml = "graphml"


def run(
    *,
    paths: Paths,
    form: Annotated[
        GraphFormat, typer.Option("--format", "-f", help="The drawing, or the network for another program.")
    ] = GraphFormat.svg,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Draw who sends what to whom under whose law, or give the network to another program."""
    from auditor.api.graph import graph

    asked = request(paths, case, excepted, rules=rules, lang=lang)
    put(graph(judge(asked, case).result, form.value, asked.lang), out)
