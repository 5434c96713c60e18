"""`auditor graph`: the flows of a case, drawn or for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer._types import TyperChoice

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, LangOption, Paths, Policies, read
from auditor.cli.output import put
from auditor.rendering.drawing.notations import NOTATIONS


def run(
    paths: Paths,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            click_type=TyperChoice(NOTATIONS.names()),
            help="The drawing, or the network for another program.",
        ),
    ] = "svg",
    lang: LangOption = Lang.en,
    out: Annotated[Path | None, typer.Option("--out", help="Write there instead of standard output.")] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Draw who sends what to whom under whose law, or give the network to another program."""
    from auditor.api.assess import assess
    from auditor.api.graph import graph

    put(graph(assess(read(paths, as_of, policy, knowledge, [], knowledge_date)), form, lang.value), out)
