"""`auditor test`: the tests inside packs of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.output import leave, line


def run(
    policies: Annotated[
        list[Path],
        typer.Argument(
            help="Packs of rules; without any, those that come with the program.", show_default=False
        ),
    ] = [],  # noqa: B006
) -> None:
    """Run the tests inside packs of rules."""
    from auditor.api.examples import run

    outcome = run(policies)
    for told in outcome.lines:
        line(told)
    line(f"{outcome.passed} passed, {outcome.failed} failed")
    leave(passed=not outcome.failed)
