"""Where a fact is written, as a result repeats it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from auditor.judging.proof import LONGEST_LINE
from auditor.model.result.document import Result
from tests.conftest import Tree


def test_a_line_too_long_to_be_shown_is_left_out(
    judge: Callable[..., Result], reference_tree: Tree, reference: Result
) -> None:
    on_one_line = judge(deepcopy(reference_tree))
    places = [
        fact.place for finding in on_one_line.findings for fact in finding.proof if fact.place is not None
    ]
    assert places
    assert {place.text for place in places} == {""}
    assert {place.line for place in places} == {1}
    shown = {
        fact.place.text for finding in reference.findings for fact in finding.proof if fact.place is not None
    }
    assert max(map(len, shown)) in range(1, LONGEST_LINE + 1)
