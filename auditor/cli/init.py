"""`auditor init`: a starter case, a case from documents, or a workbook to begin a record with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import Lang, LangOption
from auditor.cli.output import line, put
from auditor.cli.parameters import Argument, Option
from auditor.errors import UsageRefused


def run(
    *,
    folder: Annotated[Path | None, Argument(show_default=False)] = None,
    documents: Annotated[list[Path], Option("--from", metavar="FILE", show_default=False)] = [],  # noqa: B006
    workbook: Annotated[Path | None, Option("--workbook", metavar="FILE", show_default=False)] = None,
    lang: LangOption = Lang.en,
) -> None:
    """Begin a case: a commented starter, or one made from documents; or write a workbook to begin a record with."""
    from auditor.text.problems import usage as words

    if workbook is not None:
        if folder is not None or documents:
            raise UsageRefused(words.WORKBOOK_ALONE())
        _workbook(workbook, lang.value)
    elif folder is None:
        raise UsageRefused(words.NO_FOLDER(), words.NAME_NEW_FOLDER())
    elif documents:
        _from_documents(documents, folder, lang.value)
    else:
        _starter(folder, lang.value)


def _starter(folder: Path, lang: str) -> None:
    from auditor.api.starter import files
    from auditor.text.problems.usage import EXISTS, NEW_FOLDER

    made = files(lang)
    there = [name for name in made if (folder / name).exists()]
    if there:
        raise UsageRefused(EXISTS(path=(folder / there[0]).as_posix()), NEW_FOLDER())
    for name, data in made.items():
        put(data, folder / name)
        line((folder / name).as_posix())


def _from_documents(documents: list[Path], folder: Path, lang: str) -> None:
    from auditor.api.starter import from_documents
    from auditor.text.command_line import NEXT_CHECK

    put(from_documents(documents, folder, lang))
    line(NEXT_CHECK.said(lang, path=folder.as_posix()))


def _workbook(path: Path, lang: str) -> None:
    from auditor.api.starter import workbook
    from auditor.api.writing import writable
    from auditor.text.command_line import NEXT_INIT
    from auditor.text.problems.usage import EXISTS, NEW_FILE

    writable(path)
    if path.exists():
        raise UsageRefused(EXISTS(path=path.as_posix()), NEW_FILE())
    put(workbook(lang), path)
    line(path.as_posix())
    line(NEXT_INIT.said(lang, path=path.as_posix()))
