"""The verb scale: how a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.evidence import distinct
from auditor.model.result.findings import ProofFact
from auditor.model.vocabulary import OF_KNOWLEDGE, Known
from auditor.text.confidence import CAPTURED, HOLDING, SENTENCES, UNSOURCED, WEAK_LINKS
from auditor.text.grammar import filled, listed
from auditor.text.names import Names

#: Premises that say what the law is or what somebody claimed: they do not weaken a finding.
ASIDE: Final = ("instruments.", "claims.")
#: Holdings, among the premises.
LINK: Final = "ownership."
#: Premises that a finding may speak of one by one.
ONE_BY_ONE: Final = (*ASIDE, LINK)


def footing(proof: Iterable[ProofFact]) -> list[ProofFact]:
    """Give the premises by which a finding says what it rests on: of all that are known alike from one document, the first.

    A proof may hold a premise for each activity of a case. Laws, claims and holdings are told one by one, and so all of them stay.
    """
    found: dict[tuple[str, str], ProofFact] = {}
    for fact in proof:
        key = (fact.fact, "") if fact.fact.startswith(ONE_BY_ONE) else (fact.known, fact.source)
        if key not in found:
            found[key] = fact
    return list(found.values())


def basis(footing: Sequence[ProofFact], confidence: Known, names: Names) -> Bilingual:
    """Give the sentence that says what the weakest premises are and where they come from; weak links have their own."""
    weakest = [
        fact
        for fact in footing
        if fact.known == confidence and not fact.fact.startswith(ASIDE) and not _is_weak_link(fact)
    ]
    if not weakest:
        return Bilingual("", "")
    cited = distinct(fact.source for fact in weakest if fact.source)
    if not cited:
        return UNSOURCED[confidence]
    seen = confidence == "observed" and all(names.is_capture(source) for source in cited)
    return filled(CAPTURED if seen else SENTENCES[confidence], sources=listed(map(names.source, cited)))


def _is_weak_link(fact: ProofFact) -> bool:
    """Tell whether a premise is a holding of the knowledge base that no document read says."""
    return fact.fact.startswith(LINK) and fact.source.startswith(OF_KNOWLEDGE) and fact.known in WEAK_LINKS


def weak_links(footing: Sequence[ProofFact], names: Names) -> Bilingual:
    """Give the sentences that say which holdings among the premises are known at second hand or only assumed."""
    said = Bilingual("", "")
    weak = [fact for fact in footing if _is_weak_link(fact)]
    for known, sentence in WEAK_LINKS.items() if weak else ():
        found = [fact for fact in weak if fact.known == known]
        if found:
            links = listed(distinct(_holding(fact, names) for fact in found))
            sources = listed(distinct(names.source(fact.source) for fact in found))
            said = joined(said, filled(sentence, links=links, sources=sources))
    return said


def _holding(fact: ProofFact, names: Names) -> Bilingual:
    link = names.case.ownership[fact.fact.split(".")[1]]
    return filled(HOLDING, owner=names.of(link.owner), of=names.of(link.of))


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Give two sentences as one text."""
    return Bilingual(f"{first.fr} {second.fr}".strip(), f"{first.en} {second.en}".strip())
