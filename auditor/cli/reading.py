"""Reading and judging the case that a command names, with what there is to tell of it on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.cli.language import spoken
from auditor.cli.standard_error import in_language, say
from auditor.text import command_line as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.api.across_dates import JudgedAcross
    from auditor.api.assess import Supposing
    from auditor.api.gate import Judged
    from auditor.api.request import Request
    from auditor.cli.options import CaseOptions
    from auditor.model.materials import Materials
    from auditor.model.result.shown import Shown

#: How many files that are not read are named.
MOST_TOLD: Final = 20


def read(asked: Request, case: CaseOptions) -> Materials:
    """Give the materials of a request, and say what was read if that is wanted. Raises as `api.read.read`."""
    from auditor.api import read as door

    materials = door.read(asked)
    seen(case)(materials)
    _tell(_not_read(asked), wanted=not case.quiet)
    return materials


def judge(
    asked: Request, case: CaseOptions, *, shown: Shown | None = None, supposing: Supposing | None = None
) -> Judged:
    """Give what the case of a request comes to; say what was read if that is wanted, and which safeguard is none.

    The whole result, unless only a part is `shown`; `supposing` is as in `api.assess.assess`. Raises as `api.gate.judge`.
    """
    from auditor.api import gate
    from auditor.model.result.shown import WHOLE

    found = gate.judge(asked, shown=shown or WHOLE, supposing=supposing)
    seen(case)(found.materials)
    moot = (in_language(line, spoken()) for line in gate.moot(asked))
    _tell((*_not_read(asked), *moot), wanted=not case.quiet)
    return found


def judge_across(
    asked: Request, case: CaseOptions, *, sentences: bool, supposing: Supposing | None = None
) -> JudgedAcross:
    """Give what the case of a request comes to on each of its dates, as `api.across_dates.judge_across`, with what there is to tell."""
    from msgspec.structs import replace

    from auditor.api import across_dates, gate

    found = across_dates.judge_across(asked, sentences=sentences, supposing=supposing)
    seen(case)(found.last.materials)
    one_date = replace(asked, as_of=asked.as_of[:1])
    moot = (in_language(line, spoken()) for line in gate.moot(one_date))
    _tell((*_not_read(asked), *moot), wanted=not case.quiet)
    return found


def seen(case: CaseOptions) -> Callable[[Materials], None]:
    """Give what says which files and packs materials were made of, if that is wanted."""
    return lambda materials: _tell(_read(materials), wanted=case.verbose)


def _read(materials: Materials) -> Iterable[str]:
    for path in sorted(file.path for file in materials.inputs):
        yield words.FILE_READ.said(spoken(), path=path)
    packs = sorted(policy.policy for policy in materials.policies)
    yield words.PACKS_READ.said(spoken(), names=", ".join(packs))


def _not_read(asked: Request) -> Iterable[str]:
    """Give a line for each file and folder that lies in a case but is no part of it, as a reader may think otherwise."""
    from auditor.api.read import not_read

    left = not_read(asked.paths)
    if left:
        from auditor.text.problems.files import NOT_READ, NOT_READ_MORE

        lines = [NOT_READ(path=path) for path in left[:MOST_TOLD]]
        lines += [NOT_READ_MORE(count=len(left) - MOST_TOLD)] if len(left) > MOST_TOLD else []
        yield from (in_language(line, asked.lang) for line in lines)


def _tell(lines: Iterable[str], *, wanted: bool) -> None:
    if wanted:
        for line in lines:
            say(f"auditor: {line}")
