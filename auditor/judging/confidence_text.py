"""The verb scale: how a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import ProofFact
from auditor.model.vocabulary import Known
from auditor.text.confidence import SENTENCES, WEAK_LINKS
from auditor.text.grammar import filled, listed

#: Premises that say what the law is or what somebody claimed: they do not weaken a finding.
ASIDE: Final = ("instruments.", "claims.")


#: Links between organisations that the knowledge base holds, by how they are known there without a document that says so.
LINK: Final = "ownership."
SHARED: Final = "knowledge:"


def basis(proof: Sequence[ProofFact], confidence: Known) -> Bilingual:
    """Give the sentence that says what the weakest premises are and where they come from; weak links have their own."""
    weakest = [
        fact
        for fact in proof
        if fact.known == confidence and not fact.fact.startswith(ASIDE) and not is_weak_link(fact)
    ]
    sources = ", ".join(dict.fromkeys(fact.source for fact in weakest if fact.source))
    facts = ", ".join(dict.fromkeys(fact.fact for fact in weakest))
    if not weakest:
        return Bilingual("", "")
    return filled(SENTENCES[confidence], sources=sources or facts, facts=facts)


def is_weak_link(fact: ProofFact) -> bool:
    """Tell whether a premise is a holding of the knowledge base that no document read says."""
    return fact.fact.startswith(LINK) and fact.source.startswith(SHARED) and fact.known in WEAK_LINKS


def weak_links(proof: Sequence[ProofFact], link_names: Mapping[str, Bilingual]) -> Bilingual:
    """Give the sentences that say which holdings among the premises are known at second hand or only assumed, by `link_names`."""
    said = Bilingual("", "")
    for known, sentence in WEAK_LINKS.items():
        found = [fact for fact in proof if is_weak_link(fact) and fact.known == known]
        if found:
            links = listed(link_names[fact.fact] for fact in found)
            sources = ", ".join(dict.fromkeys(fact.source for fact in found))
            said = joined(said, filled(sentence, links=links, sources=sources))
    return said


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Give two sentences as one text."""
    return Bilingual(f"{first.fr} {second.fr}".strip(), f"{first.en} {second.en}".strip())
