"""`auditor what-if`: what a scenario would change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import AsOf, Format, KnowledgeDate, KnowledgeOption, Lang, LangOption, Policies, read
from auditor.cli.output import put


def run(
    path: Annotated[Path, typer.Argument(help="A case: its folder, or a YAML file.", show_default=False)],
    scenario: Annotated[
        str, typer.Argument(help="The scenario; without it, those of the case are listed.")
    ] = "",
    form: Annotated[Format, typer.Option("--format", help="How to show the comparison.")] = Format.text,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Show what a scenario of the case would change; always hypothetical."""
    from auditor.api import what_if as supposing

    materials = read([path], as_of, policy, knowledge, [], knowledge_date)
    if not scenario:
        for name, title in supposing.scenarios(materials):
            print(f"{name}: {title.fr if lang is Lang.fr else title.en}")
        return
    put(supposing.publish(supposing.what_if(materials, scenario), form.value, lang.value))
