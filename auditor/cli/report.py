"""`auditor report`: write the pages of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import (
    AsOf,
    Exempting,
    ExemptingFrom,
    KnowledgeDate,
    KnowledgeOption,
    Lang,
    NotExempting,
    Paths,
    Policies,
    ProfileOption,
    Reader,
    Today,
    asked,
    reference_day,
)
from auditor.cli.output import put


def run(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")] = Path("report"),
    lang: Annotated[Lang | None, typer.Option("--lang", help="One language instead of both.")] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
    exceptions: Exempting = None,
    no_exceptions: NotExempting = False,
    exceptions_from: ExemptingFrom = "",
    today: Today = "",
    profile: ProfileOption = Reader.dpo,
) -> None:
    """Write the report of a case as one self-contained page per language."""
    from auditor.api.gate import Known, gated
    from auditor.api.publish import publish
    from auditor.api.request import Request

    named = asked(policy, knowledge, exceptions, no_exceptions, exceptions_from)
    result = gated(paths, named, Request(as_of, knowledge_date, reference_day(today)), Known())
    for language in [lang] if lang else [Lang.fr, Lang.en]:
        file = out / f"report.{language.value}.html"
        put(publish(result, "html", language.value, profile=profile.value), file)
        print(file.as_posix())
