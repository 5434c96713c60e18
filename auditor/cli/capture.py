"""`auditor capture`: what a browser, a proxy or a telephone recorded, without a case."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.main import CANNOT_JUDGE
from auditor.cli.options import Format, FormatOption, Lang, LangOption, OutOption
from auditor.cli.output import put


class Action(str, Enum):
    """What to do with captures."""

    show = "show"
    diff = "diff"
    redact = "redact"


def run(
    *,
    action: Annotated[Action, typer.Argument(show_default=False)],
    files: Annotated[list[Path], typer.Argument(show_default=False)],
    sites: Annotated[list[str], typer.Option("--site", metavar="SITE", show_default=False)] = [],  # noqa: B006
    dns: Annotated[Path | None, typer.Option("--dns", metavar="FILE", show_default=False)] = None,
    form: FormatOption = Format.text,
    lang: LangOption = Lang.en,
    out: OutOption = None,
) -> None:
    """Show what captures hold, compare them, or write a copy without values."""
    from auditor.api import capture

    if action is Action.redact:
        capture.redact_to(files, out)
        return
    found = capture.captured(files, sites, dns)
    shown = capture.show if action is Action.show else capture.diff
    put(shown(found, form.value, lang.value), out)
    empty = capture.unreadable(found)
    if empty:
        from auditor.cli.standard_error import told
        from auditor.text.problems.capture import NOTHING_READ

        for name in empty:
            told(NOTHING_READ(path=name), None, lang.value)
        raise typer.Exit(CANNOT_JUDGE)
