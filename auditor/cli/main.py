"""From arguments to an exit code, the same for every format.

0 passed and everything was analysed; 1 findings at or above --fail-on; 2 cannot judge (usage, configuration, policy or case
invalid); 3 nothing to check; 4 internal error; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EBADF, EFBIG, EIO, ENOSPC, EPIPE

from auditor.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from auditor.errors import Problem

PASSED = 0
CANNOT_JUDGE = 2
NOTHING = 3
INTERNAL = 4
INTERRUPTED = 130
UNWRITABLE = "auditor: cannot write standard output"
#: What an output says that takes nothing: no file is named, as files that are named are told by those who write them.
WRITING = (EBADF, EFBIG, EIO, ENOSPC, EPIPE)


def main() -> NoReturn:
    """Run the command named in the arguments and exit.

    Nothing is left to do once what was said is written, so the process ends there: taking the modules down one by one
    would cost a fifth of a check.
    """
    code = _listened()
    # what was said on standard error and cannot be written is lost; the exit code is not
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def _listened() -> int:
    """Run the command and give its exit code, that of no verdict where what it says cannot be written."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  closed by whoever started this
    if sys.stdout is None:
        _say(f"{UNWRITABLE}: it is closed")
        return CANNOT_JUDGE
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):
            print(f"auditor {__version__}")
            code = PASSED
        else:
            code = _run()
        sys.stdout.flush()
    except OSError as error:
        _say(f"{UNWRITABLE}: {error.strerror}")
        return CANNOT_JUDGE
    return code


def _run() -> int:
    import gc

    from auditor.errors import NothingToCheck, Refused, UsageRefused

    gc.disable()  # one command, then the process ends: its modules and facts hold no garbage worth looking for
    try:
        from auditor.cli.app import call

        return call(sys.argv[1:])
    except Refused as refused:
        _problems(refused.problems)
        return CANNOT_JUDGE
    except UsageRefused as refused:
        _say(f"auditor: {refused.message}", f"  = {refused.hint}" if refused.hint else "")
        return CANNOT_JUDGE
    except NothingToCheck as nothing:
        _say(f"auditor: nothing to check in {nothing}")
        return NOTHING
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        # what click does of a reader that went away
        raise BrokenPipeError(EPIPE, os.strerror(EPIPE)) from None
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in WRITING:
            raise
        if os.environ.get("AUDITOR_TRACEBACK"):
            raise
        _say(
            f"auditor: internal error ({type(error).__name__}); no verdict was reached.",
            "  = set AUDITOR_TRACEBACK=1 to see where, and please report it",
        )
        return INTERNAL


def _say(*lines: str) -> None:
    with suppress(OSError):
        for line in lines:
            if line:
                print(line, file=sys.stderr)


def _problems(problems: list[Problem]) -> None:
    from pathlib import Path

    from auditor.api.read import openable

    where = openable([Path(argument) for argument in sys.argv[2:]])
    for problem in problems:
        path = where(problem.path)
        place = f"{path}:{problem.line}:{problem.column}: " if problem.line else f"{path}: " if path else ""
        _say(f"{place}error: {problem.message}")
        if problem.text:
            number = str(problem.line)
            _say(
                f"  {number} | {problem.text}",
                f"  {' ' * len(number)} | {' ' * (problem.column - 1)}{'^' * problem.width}",
            )
        if problem.hint:
            _say(f"  = {problem.hint}")
    count = len(problems)
    _say(f"auditor: {count} problem{'s' if count > 1 else ''}; no verdict was reached.")
