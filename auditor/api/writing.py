"""Where results may be written, and how: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import TYPE_CHECKING, Final

from auditor.errors import NotWritten, UsageRefused
from auditor.loading.files.overlooked import SUFFIXES
from auditor.loading.files.repository import leads_out, real, through_link
from auditor.text.problems.files import A_LINK, A_LINK_OUT, CANNOT_WRITE, OF_GIT
from auditor.text.problems.other_kinds import OWN_NAME, WOULD_BE_READ
from auditor.text.problems.system import system_says

if TYPE_CHECKING:
    from auditor.model.bilingual import Bilingual

#: The folder where git keeps what it runs and believes, however a file system spells it.
GIT: Final = ".git"


def writable(file: Path) -> Path:
    """Give `file`, to which a result may go.

    Raises UsageRefused where its name in a repository leads through a link, and where it lies in the folder of git.
    """
    if leads_out(file):
        raise _refused(file, A_LINK_OUT())
    if through_link(file):
        raise _refused(file, A_LINK())
    if any(part.casefold() == GIT for part in (*_full(file).parts, *real(file).parts)):
        raise _refused(file, OF_GIT())
    return file


def no_part(file: Path, case: Path, own: str) -> Path:
    """Give `file`, to which something that is kept beside a case may go, in the folder of it under the name `own` alone.

    Raises UsageRefused where it would be read as a part of the case, or taken for what has another name there.
    """
    folder = real(case)
    if not folder.is_dir() or not real(file).is_relative_to(folder) or real(file) == folder / own:
        return file
    if not file.name.strip().casefold().endswith(SUFFIXES):
        return file
    hint = OWN_NAME(own=(case / own).as_posix(), folder=case.as_posix())
    raise UsageRefused(WOULD_BE_READ(path=file.as_posix()), hint)


def write(file: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file atomically: to a temporary file beside it, which then replaces it.

    What is no file on a disk, a pipe or a terminal, is written to as it is. Raises UsageRefused where `file` is not writable.
    """
    writable(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        there = _mode(file)
        if there is not None and not S_ISREG(there):
            with file.open("wb") as stream:
                stream.writelines(_parts(data))
        else:
            _replace(real(file), data, there)
    except OSError as error:
        raise NotWritten(CANNOT_WRITE(path=file.as_posix(), why=system_says(error))) from None


def remove(file: Path) -> None:
    """Remove an earlier result, so that nobody takes it for the one that could not be written; what is no file stays."""
    with suppress(OSError, UsageRefused):
        there = _mode(writable(file))
        if there is not None and S_ISREG(there):
            file.unlink()


def _parts(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data


def _replace(file: Path, data: bytes | Iterable[bytes], mode: int | None) -> None:
    """Put `data` in the place of `file`, which keeps its permissions."""
    beside = file.parent / f".auditor-{os.urandom(8).hex()}.part"
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "wb") as stream:  # noqa: PTH123
            if mode is not None:
                beside.chmod(S_IMODE(mode))
            stream.writelines(_parts(data))
            stream.flush()
            os.fsync(descriptor)
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _settle(file.parent)


def _settle(folder: Path) -> None:
    """Bring to the disk which names a folder has, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode(file: Path) -> int | None:
    """Give what `file` is and who may use it; None where there is nothing."""
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _full(file: Path) -> Path:
    return Path(os.path.abspath(file))  # noqa: PTH100  links keep their own name


def _refused(file: Path, why: Bilingual) -> UsageRefused:
    return UsageRefused(CANNOT_WRITE(path=file.as_posix(), why=why))
