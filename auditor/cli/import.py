"""`auditor import`: a record of processing, or another document, into a case."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import Format, FormatOption, Lang, LangOption, OutOption
from auditor.cli.output import leave, put
from auditor.errors import UsageRefused


class Role(str, Enum):
    """Who keeps a record of processing."""

    controller = "controller"
    processor = "processor"


def run(
    *,
    files: Annotated[list[Path], typer.Argument(metavar="[FORMAT] FILE...", show_default=False)] = [],  # noqa: B006
    into: Annotated[Path, typer.Option("--into", metavar="CASE", show_default=False)],
    name: Annotated[str, typer.Option("--as", metavar="ID", show_default=False)] = "",
    role: Annotated[Role | None, typer.Option("--role", show_default=False)] = None,
    encoding: Annotated[str, typer.Option("--encoding", metavar="NAME", show_default=False)] = "",
    sheets: Annotated[list[str], typer.Option("--sheet", metavar="NAME", show_default=False)] = [],  # noqa: B006
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", show_default=False)] = "",
    write: Annotated[bool, typer.Option("--write")] = False,
    verify: Annotated[bool, typer.Option("--check")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = Lang.en,
    out: OutOption = None,
) -> None:
    """Import documents into a case: show what would be written, and write it with --write."""
    from auditor.api import importing
    from auditor.text.problems import importing as words

    if verify:
        if files or write:
            raise UsageRefused(words.CHECK_ALONE())
        plans, missing = importing.checked(into)
        put(importing.told(plans, form.value, lang.value, written=False, missing=missing), out)
        leave(passed=not any(plan.changes or plan.first for plan in plans))
    named, paths = _format_of(files)
    if not paths:
        raise UsageRefused(words.NO_FILE())
    how = importing.How(
        form=named,
        name=name,
        keeper=role.value if role else "",
        encoding=encoding,
        as_of=as_of,
        sheets=sheets,
    )
    plans = importing.planned(paths, into, how)
    if write:
        importing.put_in(plans, into)
    put(importing.told(plans, form.value, lang.value, written=write), out)


def _format_of(files: list[Path]) -> tuple[str, list[Path]]:
    """Give the format that is named before the files, and the files; a word that is a file is one."""
    from auditor.api.import_formats import AUTO, FORMATS

    first = files[0].as_posix() if files else ""
    if first in (AUTO, *FORMATS.names()) and not files[0].exists():
        return first, files[1:]
    return AUTO, files
