"""How grave a match is: the floor holds whatever the missing facts, the ceiling is what they could make of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from auditor.model.evidence import Answer, FieldValue, Routes, distinct
from auditor.model.vocabulary import SEVERITY_ORDER, Severity
from auditor.rules.language.compile import Compiled

#: Severity of what is told for information only: nothing raises it.
INFO: Final[Severity] = "info"
#: The highest severity of a weighed rule.
CAP: Final[Severity] = "high"
Get = Callable[[str], FieldValue]


class SeverityRange(Struct, frozen=True, kw_only=True):
    """From `floor` to `ceiling`; `missing` are the facts that decide between them.

    `floor_spare` and `ceiling_spare` count the steps that the cap took from each.
    """

    floor: Severity
    ceiling: Severity
    missing: Routes = ()
    floor_spare: int = 0
    ceiling_spare: int = 0

    def lowered(self) -> SeverityRange:
        """Give both ends one step lower, unless the cap took that step already."""
        return SeverityRange(
            floor=_one_lower(self.floor, self.floor_spare),
            ceiling=_one_lower(self.ceiling, self.ceiling_spare),
            missing=self.missing,
        )


def severity_range(compiled: Compiled, get: Get) -> SeverityRange:
    """Give how grave the rule is for the subject that `get` reads: by its ladder, and where it is weighed, by data and scale."""
    found = _of_ladder(compiled, get)
    return _weighed([test(get) for test in compiled.raises], found) if compiled.raises else found


def _of_ladder(compiled: Compiled, get: Get) -> SeverityRange:
    """Take the worst rung not excluded as the ceiling, the worst that holds for certain as the floor."""
    ceiling: Severity | None = None
    missing: dict[str, None] = {}
    for severity, test in compiled.ladder:
        answer = None if test is None else test(get)
        if answer is None or answer.value is True:
            return SeverityRange(floor=severity, ceiling=ceiling or severity, missing=tuple(missing))
        if answer.value is None:
            ceiling = ceiling or severity
            missing.update(dict.fromkeys(answer.missing))
    last = compiled.ladder[-1][0]
    return SeverityRange(floor=last, ceiling=ceiling or last, missing=tuple(missing))


def _weighed(raises: list[Answer], found: SeverityRange) -> SeverityRange:
    """Raise by one for data of art. 9 and by one for a large scale; what is not known raises the ceiling only."""
    ceiling, ceiling_spare = _raised(found.ceiling, sum(answer.value is not False for answer in raises))
    floor, floor_spare = _raised(found.floor, sum(answer.value is True for answer in raises))
    open_ = [route for answer in raises if answer.value is None for route in answer.missing]
    return SeverityRange(
        floor=floor,
        ceiling=ceiling,
        missing=distinct((*found.missing, *(open_ if found.ceiling != INFO else ()))),
        floor_spare=floor_spare,
        ceiling_spare=ceiling_spare,
    )


def _raised(severity: Severity, steps: int) -> tuple[Severity, int]:
    if severity == INFO:
        return severity, 0
    place, top = SEVERITY_ORDER.index(severity) + steps, SEVERITY_ORDER.index(CAP)
    return SEVERITY_ORDER[min(place, top)], max(0, place - top)


def _one_lower(severity: Severity, spare: int) -> Severity:
    return severity if spare else SEVERITY_ORDER[max(0, SEVERITY_ORDER.index(severity) - 1)]
