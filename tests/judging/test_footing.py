"""What a finding says it rests on is said of a few of its premises as it would be of all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.api.assess import judged
from auditor.judging.confidence_text import basis, footing, weak_links
from auditor.judging.finding_text import _sources
from auditor.judging.premises import Premises
from auditor.model.case.document import Case
from auditor.model.case.head import CaseHead
from auditor.model.case.ownership import Ownership
from auditor.model.case.sources import Source
from auditor.model.result.findings import ProofFact
from auditor.model.vocabulary import KNOWN_ORDER
from auditor.text.names import Names
from tests.conftest import REFERENCE, materials

HOLDINGS = {f"{owner}>low": Ownership(owner=owner, of="low") for owner in ("top", "mid")}
SOURCES = {
    "paper": Source(kind="article", title="A paper"),
    "list": Source(kind="register", title="A list"),
    "har": Source(kind="capture", title="A capture", publisher="somebody"),
}
NAMES = Names(
    Case(case=CaseHead(id="one", as_of="2024-01-01"), ownership=HOLDINGS, sources=SOURCES),
    "2024-01-01",
)
ADDRESSES = (
    *(f"activities.act-{number}.controller" for number in range(4)),
    *(f"ownership.{name}" for name in HOLDINGS),
    "instruments.some-law",
    "claims.said",
)
PROOFS = st.lists(
    st.builds(
        ProofFact,
        fact=st.sampled_from(ADDRESSES),
        value=st.just("x"),
        known=st.sampled_from(KNOWN_ORDER),
        source=st.sampled_from(["", "paper", "paper#p1", "list", "har", "knowledge:register"]),
    ),
    unique_by=lambda fact: fact.fact,
)


@given(PROOFS, st.sampled_from(KNOWN_ORDER))
def test_what_is_said_of_all_premises_is_said_of_the_few(proof: list[ProofFact], confidence: str) -> None:
    few = footing(proof)
    assert basis(few, confidence, NAMES) == basis(proof, confidence, NAMES)
    assert weak_links(few, NAMES) == weak_links(proof, NAMES)
    assert _sources(NAMES, few) == _sources(NAMES, proof)


def test_of_premises_that_are_known_alike_from_one_document_the_first_is_left() -> None:
    proof = [ProofFact(f"activities.act-{n}.controller", "x", "documented", "paper") for n in range(500)]
    other = ProofFact("hosts.store.keeps", "x", "declared", "paper")
    assert footing([*proof, other]) == [proof[0], other]


def test_holdings_laws_and_claims_are_all_left() -> None:
    proof = [ProofFact(address, "x", "alleged", "paper") for address in ADDRESSES[4:]]
    assert footing(proof) == proof


@given(PROOFS.filter(bool), st.data())
def test_the_footing_of_several_lists_is_put_together_from_those_of_each(
    proof: list[ProofFact], data: st.DataObject
) -> None:
    lists = data.draw(st.lists(st.lists(st.sampled_from(proof)), max_size=4))
    together = [fact for facts in lists for fact in facts]
    assert footing(fact for facts in lists for fact in footing(facts)) == footing(together)


def test_the_footing_of_facts_is_that_of_their_premises_whatever_lists_they_come_in() -> None:
    made = materials([REFERENCE])
    found = judged(made)[1].matches
    assert any(len(facts) > 1 for match in found for facts in match.shown_by())
    premises = Premises(made)
    for match in found:
        whole = footing(premises.untold(match.proof))
        assert premises.footing(match.shown_by()) == premises.footing([match.proof]) == whole
