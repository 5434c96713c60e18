"""`auditor export`: the register, the impact assessment, the transfer assessment."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, LangOption, Paths, Policies, read
from auditor.cli.output import put


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
    paper: Annotated[Paper, typer.Argument(help="What to write.", show_default=False)],
    paths: Paths,
    form: Annotated[
        PaperFormat | None,
        typer.Option("--format", help="How to write it; csv for sheets, json for the assessment."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write there instead of standard output.")] = None,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared."""
    from auditor.api.assess import assess
    from auditor.api.export import PAPERS, export

    chosen = form.value if form is not None else PAPERS[paper.value][0]
    result = assess(read(paths, as_of, policy, knowledge, [], knowledge_date))
    put(export(result, paper.value, chosen, lang.value), out)
