"""`auditor baseline`: what an estate has now, so that only what is new or worse fails."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import (
    AsOf,
    Exempting,
    KnowledgeOption,
    NotExempting,
    Policies,
    Today,
    asked,
    reference_day,
)
from auditor.cli.output import leave, put
from auditor.cli.standard_error import say


def run(
    path: Annotated[Path, typer.Argument(help="The case: its folder, or a YAML file.", show_default=False)],
    accept_new: Annotated[bool, typer.Option("--accept-new", help="Take in what is new or worse.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", help="The file to write, instead of baseline.yaml in the case.", show_default=False
        ),
    ] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    exceptions: Exempting = None,
    no_exceptions: NotExempting = False,
    today: Today = "",
) -> None:
    """Write the established findings of a case to a baseline; one that would grow is left alone unless told otherwise."""
    from auditor.api.baseline import lines, rewritten, where
    from auditor.api.gate import Known, gated
    from auditor.api.request import Request

    named = asked(policy, knowledge, exceptions, no_exceptions)
    result = gated([path], named, Request(as_of, today=reference_day(today)), Known())
    file = baseline or where(path)
    change = rewritten(result, file)
    for line in lines(change):
        print(line)
    grows = bool(change.added) and not change.first and not accept_new
    if grows:
        say(f"auditor: {file.as_posix()} is left alone: it would grow; --accept-new takes that in")
    else:
        put(change.data, file)
    leave(passed=not grows)
