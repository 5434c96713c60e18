"""The verb scale: how a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import ProofFact
from auditor.model.vocabulary import Known
from auditor.text.confidence import SENTENCES
from auditor.text.grammar import filled

#: Premises that say what the law is or what somebody claimed: they do not weaken a finding.
ASIDE: Final = ("instruments.", "claims.")


def basis(proof: Sequence[ProofFact], confidence: Known) -> Bilingual:
    """Give the sentence that says what the weakest premises are and where they come from."""
    weakest = [fact for fact in proof if fact.known == confidence and not fact.fact.startswith(ASIDE)]
    sources = ", ".join(dict.fromkeys(fact.source for fact in weakest if fact.source))
    facts = ", ".join(dict.fromkeys(fact.fact for fact in weakest))
    if not weakest:
        return Bilingual("", "")
    return filled(SENTENCES[confidence], sources=sources or facts, facts=facts)


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Give two sentences as one text."""
    return Bilingual(f"{first.fr} {second.fr}".strip(), f"{first.en} {second.en}".strip())
