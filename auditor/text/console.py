"""What `auditor check` prints, besides findings, questions and the gate."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

CLAIMS: Final = Bilingual(
    "Ce qui est affirmé, et ce que disent les faits", "What is claimed, and what the facts say"
)
HYPOTHESES: Final = Bilingual("Et si ? Rien de cela n'est arrivé", "What if? Nothing of this has happened")
FOOTER: Final = Bilingual(
    "Indicateurs calculés à partir des faits et sources listés, à la date {as_of:du}. Ce n'est pas une consultation juridique. Seuls une autorité ou un tribunal constatent un manquement.",
    "Indicators computed from the facts and sources listed, as of {as_of}. They are not legal advice. Only an authority or a court finds an infringement.",
)
OVERRIDES: Final = Bilingual(
    "Faits qui remplacent ceux de la base de connaissances ou d'un import",
    "Facts that replace those of the knowledge base or of an import",
)
OVERRIDDEN_BY: Final = {
    "case": Bilingual("par le dossier", "by the case"),
    "knowledge": Bilingual("par un ajout à la base", "by an addition to the base"),
    "import": Bilingual("le dossier passe avant ce qui est importé", "the case goes before what is imported"),
    "answer": Bilingual("le dossier passe avant une réponse", "the case goes before an answer"),
}
LEFT_OUT: Final = Bilingual(
    "Vue « {profile} » ; non montrés : points {findings}, questions {questions}, affirmations {claims}.",
    "View “{profile}”; not shown: findings {findings}, questions {questions}, claims {claims}.",
)
