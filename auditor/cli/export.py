"""`auditor export`: the register, the impact assessment, the transfer assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer._types import TyperChoice

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, LangOption, Paths, Policies, read
from auditor.cli.output import put
from auditor.rendering.exports.papers import PAPERS


def run(
    paper: Annotated[
        str,
        typer.Argument(help="What to write.", click_type=TyperChoice(PAPERS.names()), show_default=False),
    ],
    paths: Paths,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="<csv|json|xlsx>",
            help="How to write it; csv for sheets, json for the assessment.",
        ),
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Write there instead of standard output.")] = None,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared."""
    from auditor.api.assess import assess
    from auditor.api.export import export

    result = assess(read(paths, as_of, policy, knowledge, [], knowledge_date))
    put(export(result, paper, form, lang.value), out)
