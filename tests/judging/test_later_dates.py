"""A case audited on a later date than its own: its facts are supposed to hold still, and nobody is said to be silent since."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.text.days import in_words
from auditor.text.grammar import French, Spoken
from tests.conftest import REFERENCE, Tree, materials
from tests.reference.test_reference_case import of

LATER = Bilingual(
    "Les faits du cas sont ceux connus au 1er novembre 2019 ; ils sont supposés valoir encore au 1er novembre 2026.",
    "The facts of the case are those known on 1 November 2019; they are supposed to hold still on 1 November 2026.",
)


@pytest.fixture(scope="module")
def later() -> Result:
    return assess(materials([REFERENCE], as_of="2026-11-01"))


def test_the_facts_are_supposed_to_hold_still(later: Result, reference: Result) -> None:
    assert later.assumptions.count(LATER) == 1
    assert later.case.later == LATER
    assert publish(later, "text", "en").decode().splitlines()[1] == LATER.en
    assert publish(later, "text", "fr").decode().splitlines()[1].replace("\u202f", " ") == LATER.fr
    assert LATER.en in publish(later, "html", "en").decode()
    assert reference.case.later is None
    assert not any("supposed to hold still" in words.en for words in reference.assumptions)


def test_nobody_is_said_to_be_silent_after_the_source(later: Result) -> None:
    messages = [finding.message.en for finding in of(later, "TRP-001")]
    assert messages
    assert all("in July 2019 and had no answer on 1 November 2019" in said for said in messages)


@pytest.mark.parametrize(
    ("source", "day"), [("2019-08", "2019-08"), ("2019-08-31", "2019-08-31"), ("2020", "2019-11-01")]
)
def test_the_date_of_the_source_counts(
    judge: Callable[..., Result], reference_tree: Tree, source: str, day: str
) -> None:
    tree = deepcopy(reference_tree)
    tree["sources"]["reflets-2019"]["date"] = source
    for as_of in ("2019-11-01", "2026-11-01"):
        found = of(judge(tree, as_of), "TRP-001")
        assert found
        for finding in found:
            said = in_words(day)
            assert finding.message.en.endswith(f"had no answer {Spoken(said.en):on}.")
            assert finding.message.fr.endswith(f"n'avait pas de réponse {French(said.fr):le}.")
