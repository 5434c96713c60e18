"""The words on parts of a claim: parts of one reason told as one, the places and flows they name, and whose word they rest on."""

from __future__ import annotations

from auditor.graph.claims.part import Checked, Part
from auditor.model.law import Knowledge
from auditor.rules.claim_sentences import claim_words, part_words, together
from auditor.text.names import Names
from tests.graph.test_roles import derived
from tests.rules.test_small_fields import Tree, changed

CLAIM: Tree = {
    "c": {"by": "shop", "quote": "Nobody reads.", "says": {"certified": {"who": "cloud", "is": "hds"}}}
}


def told(knowledge: Knowledge, part: Part, **sections: Tree) -> str:
    made = derived(changed(claims=CLAIM, **sections), knowledge)
    names = Names(made.estate.case, made.estate.as_of, made.estate.materials.knowledge.sources)
    return part_words(made, names, "c", part).en


def test_parts_of_one_reason_are_told_together_with_all_they_are_about() -> None:
    first = Part(
        verdict="unproven", because="x", data=("a",), at=("p",), flows=("f",), proof=("r",), missing=("m",)
    )
    second = Part(
        verdict="unproven",
        because="x",
        data=("b",),
        at=("q",),
        flows=("g", "f"),
        proof=("s",),
        missing=("n",),
    )
    other = Part(verdict="unproven", because="y", data=("c",))
    (both, alone) = together((first, other, second))
    assert (both.data, both.at, both.flows) == (("a", "b"), ("p", "q"), ("f", "g"))
    assert (both.proof, both.missing) == (("r", "s"), ("m", "n"))
    assert alone == other
    assert len(together((first, Part(verdict="supported", because="x")))) == 2


def test_a_part_names_the_place_that_nobody_is_said_to_run(knowledge: Knowledge) -> None:
    part = Part(
        verdict="unproven", because="operator-unsaid", at=("store",), missing=("hosts.store.operator",)
    )
    assert told(knowledge, part) == "Nobody has said who runs store."


def test_a_part_that_is_inferred_names_its_sources_in_one_order(knowledge: Knowledge) -> None:
    letters = "hgfedcba"
    parties: Tree = {
        letter: {"country": "FR", "known": "inferred", "source": f"s-{letter}"} for letter in letters
    }
    part = Part(
        verdict="unproven",
        because="operator-unsaid",
        known="inferred",
        at=("store",),
        proof=tuple(f"organisations.{letter}.country" for letter in letters),
    )
    sources = {f"s-{letter}": {"title": f"Paper {letter}"} for letter in letters}
    said = told(knowledge, part, organisations=parties, sources=sources)
    places = [said.index(f"Paper {letter}") for letter in sorted(letters)]
    assert places == sorted(places)


def test_the_words_on_a_claim_say_each_thing_once(knowledge: Knowledge) -> None:
    made = derived(changed(claims=CLAIM, hosts={"other": {}}), knowledge)
    names = Names(made.estate.case, made.estate.as_of)
    parts = tuple(
        Part(verdict="unproven", because="operator-unsaid", at=(place,)) for place in ("store", "other")
    )
    said = claim_words(made, names, Checked("c", "certified", "unproven", parts))
    assert said.en == "Nobody has said who runs store and other."
