"""The verb scale: how a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result import ProofFact
from auditor.model.vocabulary import Known

#: Premises that say what the law is or what somebody claimed: they do not weaken a finding.
ASIDE: Final = ("instruments.", "claims.")
SENTENCES: Final[dict[Known, Bilingual]] = {
    "documented": Bilingual("", ""),
    "observed": Bilingual("Observé : {sources}.", "Observed: {sources}."),
    "declared": Bilingual("Ainsi déclaré ({sources}), non vérifié.", "So declared ({sources}), not checked."),
    "alleged": Bilingual("Selon {sources}.", "According to {sources}."),
    "inferred": Bilingual(
        "Cela résulte de {sources} ; nous n'avons pas pu le vérifier.",
        "This follows from {sources}; we could not check it.",
    ),
    "assumed": Bilingual(
        "Repose sur une hypothèse que personne n'atteste ({facts}).",
        "Rests on an assumption nobody vouches for ({facts}).",
    ),
}


def basis(proof: Sequence[ProofFact], confidence: Known) -> Bilingual:
    """Give the sentence that says what the weakest premises are and where they come from."""
    weakest = [fact for fact in proof if fact.known == confidence and not fact.fact.startswith(ASIDE)]
    sources = ", ".join(dict.fromkeys(fact.source for fact in weakest if fact.source))
    facts = ", ".join(dict.fromkeys(fact.fact for fact in weakest))
    if not weakest:
        return Bilingual("", "")
    template = SENTENCES[confidence]
    return Bilingual(
        template.fr.format(sources=sources or facts, facts=facts),
        template.en.format(sources=sources or facts, facts=facts),
    )


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Give two sentences as one text."""
    return Bilingual(f"{first.fr} {second.fr}".strip(), f"{first.en} {second.en}".strip())
