"""`auditor explain`: a rule in full, or the proof of a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, LangOption, Policies, read
from auditor.cli.output import put


def run(
    what: Annotated[
        str, typer.Argument(help="A rule (TRN-001) or the id of a finding (F-1234).", show_default=False)
    ],
    paths: Annotated[list[Path], typer.Argument(help="The case of the finding.", show_default=False)] = [],  # noqa: B006
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Explain a rule; with a case, tell the proof of a finding, or of the findings of a rule, with its sources."""
    from auditor.api import explain as explaining

    if paths:
        put(
            explaining.finding(
                read(paths, as_of, policy, knowledge, [], knowledge_date), what, lang.value, paths
            )
        )
        return
    put(explaining.rule(what, lang.value, policy))
