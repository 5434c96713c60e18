"""The verb scale: how a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.evidence import distinct
from auditor.model.result.findings import ProofFact
from auditor.model.vocabulary import Known
from auditor.text.confidence import CAPTURED, SENTENCES, UNSOURCED
from auditor.text.grammar import filled, listed
from auditor.text.names import Names

#: Premises that say what the law is or what somebody claimed: they do not weaken a finding.
ASIDE: Final = ("instruments.", "claims.")


def basis(proof: Sequence[ProofFact], confidence: Known, names: Names) -> Bilingual:
    """Give the sentence that says what the weakest premises are and where they come from."""
    weakest = [fact for fact in proof if fact.known == confidence and not fact.fact.startswith(ASIDE)]
    if not weakest:
        return Bilingual("", "")
    cited = distinct(fact.source for fact in weakest if fact.source)
    if not cited:
        return UNSOURCED[confidence]
    seen = confidence == "observed" and all(names.is_capture(source) for source in cited)
    return filled(CAPTURED if seen else SENTENCES[confidence], sources=listed(map(names.source, cited)))


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Give two sentences as one text."""
    return Bilingual(f"{first.fr} {second.fr}".strip(), f"{first.en} {second.en}".strip())
