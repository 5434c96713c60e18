"""Reading and judging the case that a command names, with what there is to tell of it on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.standard_error import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.api.across_dates import JudgedAcross
    from auditor.api.gate import Judged
    from auditor.api.request import Request
    from auditor.cli.options import CaseOptions
    from auditor.model.materials import Materials


def read(asked: Request, case: CaseOptions) -> Materials:
    """Give the materials of a request, and say what was read if that is wanted. Raises as `api.read.read`."""
    from auditor.api import read as door

    materials = door.read(asked)
    seen(case)(materials)
    return materials


def judge(asked: Request, case: CaseOptions) -> Judged:
    """Give what the case of a request comes to; say what was read if that is wanted, and which safeguard is none.

    Raises as `api.gate.judge`.
    """
    from auditor.api import gate

    found = gate.judge(asked)
    seen(case)(found.materials)
    _tell(gate.moot(asked), wanted=not case.quiet)
    return found


def judge_across(asked: Request, case: CaseOptions) -> JudgedAcross:
    """Give what the case of a request comes to on each of its dates, with what there is to tell, as `judge` does."""
    from msgspec.structs import replace

    from auditor.api import across_dates, gate

    found = across_dates.judge_across(asked)
    seen(case)(found.each[0].materials)
    _tell(gate.moot(replace(asked, as_of=asked.as_of[:1])), wanted=not case.quiet)
    return found


def seen(case: CaseOptions) -> Callable[[Materials], None]:
    """Give what says which files and packs materials were made of, if that is wanted."""
    return lambda materials: _tell(_read(materials), wanted=case.verbose)


def _read(materials: Materials) -> Iterable[str]:
    yield from (f"read: {file.path}" for file in sorted(materials.inputs, key=lambda file: file.path))
    yield f"packs: {', '.join(sorted(policy.policy for policy in materials.policies))}"


def _tell(lines: Iterable[str], *, wanted: bool) -> None:
    if wanted:
        for line in lines:
            say(f"auditor: {line}")
