"""`auditor test`: the tests inside packs of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import Lang, LangOption
from auditor.cli.output import leave, line
from auditor.cli.parameters import Argument
from auditor.cli.standard_error import in_language
from auditor.text.command_line import TESTS_RUN


def run(
    *,
    policies: Annotated[list[Path], Argument(show_default=False)] = [],  # noqa: B006
    lang: LangOption = Lang.en,
) -> None:
    """Run the tests inside packs of rules."""
    from auditor.api.examples import run

    outcome = run(policies)
    for told in outcome.lines:
        line(in_language(told, lang.value))
    line(TESTS_RUN.said(lang.value, passed=str(outcome.passed), failed=str(outcome.failed)))
    leave(passed=not outcome.failed)
