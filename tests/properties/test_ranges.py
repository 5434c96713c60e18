"""Whatever the facts that a finding lists as missing turn out to be, it is no less grave than its floor nor graver than its ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest
from msgspec.structs import replace

from auditor.api.assess import judged
from auditor.judging.findings import outlines
from auditor.model.answers import holds_parties, with_answer, words_of
from auditor.model.case.document import Case
from auditor.model.materials import Materials
from auditor.model.vocabulary import NONE, gravity
from tests.conftest import CASES, materials

pytestmark = pytest.mark.slow

Outlines = dict[tuple[str, str], tuple[object, ...]]
#: How many combinations there are at most, and how many of them are tried, evenly spread.
COMBINATIONS = 64
TRIED = 4


def answers(case: Case, route: str) -> tuple[str, ...]:
    """The answers to try: the words of a closed field; of one that names parties, nobody and whom the case is about."""
    parties = (NONE, case.case.about) if case.case.about else (NONE,)
    return words_of(case, route) or (parties if holds_parties(case, route) else ())


def completed(case: Case, missing: tuple[str, ...]) -> Iterator[Case]:
    """Cases in which the missing facts are stated, in some of the ways in which they can be together."""
    tried = {route: found for route in missing if (found := answers(case, route))}
    combinations = list(islice(product(*tried.values()), COMBINATIONS)) if tried else []
    for chosen in combinations[:: max(1, len(combinations) // TRIED)]:
        made = case
        for route, answer in zip(tried, chosen, strict=True):
            made = with_answer(made, route, answer) or made
        yield made


def comes_to(made: Materials) -> Outlines:
    derived, evaluation = judged(made)
    return outlines(derived, evaluation.matches)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_floor_and_ceiling_hold_for_every_completion(folder: Path) -> None:
    made = replace(materials([folder]), scenarios={})
    outside = []
    for key, (shown, floor, ceiling, _, missing) in comes_to(made).items():
        for case in completed(made.case, missing):
            now_shown, least, most = comes_to(replace(made, case=case)).get(key, (None, "none", "none"))[:3]
            vanished = shown is True and now_shown is not True
            if (
                vanished
                or gravity(str(least)) < gravity(str(floor))
                or gravity(str(most)) > gravity(str(ceiling))
            ):
                outside.append((key, floor, ceiling, now_shown, least, most))
    assert outside == []


def test_many_completions_are_tried() -> None:
    made = materials([next(folder for folder in CASES if folder.name == "doctolib-2019")])
    found = comes_to(replace(made, scenarios={}))
    assert sum(1 for outline in found.values() for _ in completed(made.case, outline[4])) > 100  # type: ignore[arg-type]
