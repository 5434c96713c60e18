"""From arguments to an exit code, the same for every format.

0 passed and everything was analysed; 1 findings at or above --fail-on; 2 cannot judge (usage, configuration, policy or case
invalid); 3 nothing to check; 4 internal error; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EBADF, EFBIG, EIO, ENOSPC, EPIPE

from auditor.cli.language import USUAL, asked_language
from auditor.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from auditor.errors import AuditorError
    from auditor.model.bilingual import Bilingual

PASSED = 0
CANNOT_JUDGE = 2
NOTHING = 3
INTERNAL = 4
INTERRUPTED = 130
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
    lang = asked_language(sys.argv[1:], os.environ)
    if sys.stdout is None:
        from auditor.text.problems.command_line import CLOSED

        return _unwritable(CLOSED(), lang)
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):
            print(f"auditor {__version__}")
            code = PASSED
        else:
            code = _run()
        sys.stdout.flush()
    except OSError as error:
        from auditor.text.problems.system import system_says

        return _unwritable(system_says(error), lang)
    return code


def _run() -> int:
    import gc

    from auditor.errors import AuditorError

    lang = asked_language(sys.argv[1:], os.environ)
    gc.disable()  # one command, then the process ends: its modules and facts hold no garbage worth looking for
    try:
        from auditor.cli.app import call

        return call(sys.argv[1:])
    except AuditorError as error:
        return _told(error, lang)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as ended:
        if not ended.code:
            return PASSED  # a shell was told what may follow
        # what click does of a reader that went away
        raise BrokenPipeError(EPIPE, os.strerror(EPIPE)) from None
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in WRITING:
            raise
        if os.environ.get("AUDITOR_TRACEBACK"):
            raise
        from auditor.cli.standard_error import told
        from auditor.text.problems.command_line import INTERNAL_ERROR, TRACEBACK

        told(INTERNAL_ERROR(kind=type(error).__name__), TRACEBACK(), lang or USUAL)
        return INTERNAL


def _told(error: AuditorError, lang: str) -> int:
    """Say why there is no verdict and give the exit code of that."""
    from auditor.cli.standard_error import say, tell_problems, told
    from auditor.errors import NothingToCheck, Refused, UsageRefused

    lang = lang or error.lang or USUAL
    if isinstance(error, Refused):
        from pathlib import Path

        from auditor.api.read import openable

        tell_problems(error.problems, openable([Path(argument) for argument in sys.argv[2:]]), lang)
    elif isinstance(error, UsageRefused):
        told(error.message, error.hint, lang)
    elif isinstance(error, NothingToCheck):
        from auditor.cli.standard_error import in_language
        from auditor.text.problems.files import NOTHING_TO_CHECK

        say(f"auditor: {in_language(NOTHING_TO_CHECK(where=error.where), lang)}")
        return NOTHING
    return CANNOT_JUDGE


def _unwritable(why: Bilingual, lang: str) -> int:
    from auditor.cli.standard_error import told
    from auditor.text.problems.command_line import UNWRITABLE

    told(UNWRITABLE(why=why), None, lang or USUAL)
    return CANNOT_JUDGE
