"""Where results go: standard output, or files; and the exit code a command leaves with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from auditor.errors import NotWritten, UsageRefused
from auditor.rendering.formats import FORMATS
from auditor.text import problems as words
from auditor.text.cleaned import one_line

if TYPE_CHECKING:
    from auditor.model.profile import ProfileName
    from auditor.model.result.document import Result
    from auditor.model.result.shown import Shown

FINDINGS: Final = 1
#: The format of the summary of a job.
SUMMARY: Final = "markdown"


class Left(Exception):
    """The end of a command, with its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def leave(*, passed: bool) -> NoReturn:
    """End the command: 0 where it passed, else the exit code for findings."""
    raise Left(0 if passed else FINDINGS)


def put(data: bytes, output: Path | None = None) -> None:
    """Write to a file, or to standard output as the bytes they are.

    Raises UsageRefused where it cannot be written, or where a link or the folder of git is in the way.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from auditor.api.writing import write

    write(output, data)


def line(text: str) -> None:
    """Write a line to standard output, cleaned of what a terminal or a runner would obey."""
    print(one_line(text))


@contextmanager
def quietly(quiet: bool) -> Iterator[None]:
    """While the block runs, let nothing go to standard output if `quiet`; files are written all the same."""
    if not quiet:
        yield
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):  # noqa: PTH123
        yield


def coloured(choice: str) -> bool:
    """Tell whether to colour: as chosen, else by NO_COLOR, FORCE_COLOR and whether a terminal reads."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


Destination = tuple[str, Path | None]


@contextmanager
def stale_removed(outputs: Sequence[str]) -> Iterator[None]:
    """Remove the files that the block was to write if it ends without a verdict: an old file would pass for its result."""
    try:
        yield
    except (Left, NotWritten):
        raise
    except BaseException:
        from auditor.api.writing import remove

        for output in outputs:
            word, colon, rest = output.partition(":")
            remove(Path(rest if colon and word in FORMATS.names() else output))
        raise


def destinations(form: str, outputs: Sequence[str]) -> list[Destination]:
    """Give each format and where it goes, None for standard output. Raises UsageRefused.

    `sarif:out/audit.sarif` is a format and its file; a file alone takes what would have been shown.
    """
    formats = FORMATS.names()
    found: list[Destination] = []
    shown: Path | None = None
    for output in outputs:
        word, colon, rest = output.partition(":")
        if colon and word in formats:
            if not rest:
                raise UsageRefused(words.usage.NO_FILE_AFTER(text=output), words.usage.FORMAT_FILE())
            found.append((word, Path(rest)))
        elif colon and word.isalpha() and len(word) > 1:
            raise UsageRefused(
                words.usage.NO_FORMAT(word=word), words.suggestion.allowed(word, tuple(formats))
            )
        elif shown is not None:
            raise UsageRefused(
                words.usage.TWO_FILES(one=shown.as_posix(), other=output), words.usage.FORMAT_FILE_OTHERS()
            )
        else:
            shown = Path(output)
    files = [path for _, path in found] + [shown]
    twice = next((path for n, path in enumerate(files) if path is not None and path in files[:n]), None)
    if twice is not None:
        raise UsageRefused(words.usage.TWO_FORMATS(path=twice.as_posix()))
    return [(form, shown), *found]


class Display(NamedTuple):
    """How a result is shown: language, when it is coloured, whether SARIF keeps what was accepted, for which reader."""

    lang: str
    coloured: str = "auto"
    accepted: bool = False
    profile: ProfileName = "dpo"


def show(result: Result, wanted: Sequence[Destination], given: Sequence[Path], view: Display) -> None:
    """Write the result in every format wanted; annotations also fill the summary of the job, where there is one."""
    from auditor.api.publish import publish

    for form, path in wanted:
        colour = path is None and coloured(view.coloured)
        made = publish(
            result, form, view.lang, colour=colour, accepted=view.accepted, given=given, profile=view.profile
        )
        put(made, path)
    summary = _summary(wanted)
    if summary:
        append(publish(result, SUMMARY, view.lang, given=given), Path(summary))


def shown(wanted: Sequence[Destination]) -> Shown:
    """Give what the formats wanted show of a result between them, with the summary of the job where there is one."""
    from auditor.model.result.shown import in_any

    forms = [*(form for form, _ in wanted), *([SUMMARY] if _summary(wanted) else [])]
    return in_any(FORMATS.load(form).shown for form in forms)


def _summary(wanted: Sequence[Destination]) -> str:
    """Give the file that the summary of the job goes to, where annotations are wanted; empty where none is."""
    return os.environ.get("GITHUB_STEP_SUMMARY", "") if any(form == "github" for form, _ in wanted) else ""


def append(data: bytes, file: Path) -> None:
    """Add to the end of a file. Raises UsageRefused where that cannot be done."""
    try:
        with file.open("ab") as stream:
            stream.write(data)
    except OSError as error:
        from auditor.text.problems.files import CANNOT_WRITE
        from auditor.text.problems.system import system_says

        raise NotWritten(CANNOT_WRITE(path=file.as_posix(), why=system_says(error))) from None
