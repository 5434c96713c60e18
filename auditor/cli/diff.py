"""`auditor diff`: what differs between two states of a case, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Format,
    FormatOption,
    GateOptions,
    Lang,
    LangOption,
    OutOption,
    Rules,
    request,
)
from auditor.cli.output import leave, put
from auditor.cli.parameters import Argument, Option
from auditor.cli.reading import seen


def run(
    *,
    base: Annotated[str, Argument(show_default=False)],
    head: Annotated[str, Argument(show_default=False)],
    case: Annotated[Path | None, Option("--case", show_default=False)] = None,
    form: FormatOption = Format.text,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    options: CaseOptions,
    gate: GateOptions,
    excepted: ExceptionOptions,
) -> None:
    """Compare two states of a case, say what made each finding change; exit 1 on what is new or worse, or a loosened rule."""
    from auditor.api import diff

    paths = [] if case is None else [case]
    asked = request(paths, options, excepted, gate, rules=rules, lang=lang)
    found = diff.difference(base, head, asked, seen(options))
    put(diff.publish(found, form.value, asked.lang), out)
    leave(passed=found.gate.passed)
