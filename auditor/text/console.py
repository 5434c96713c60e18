"""What `auditor check` prints, besides findings, questions and the gate."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

CLAIMS: Final = Bilingual("Affirmations", "Claims")
HYPOTHESES: Final = Bilingual("Hypothèses", "What if")
FOOTER: Final = Bilingual(
    "Indicateurs calculés à partir des faits et sources listés, à la date du {as_of}. Ils ne constituent ni une consultation juridique ni le constat d'un manquement, qui relève des autorités et des tribunaux.",
    "Indicators computed from the facts and sources listed, as of {as_of}. They are not legal advice nor a finding of infringement; only an authority or court can make one.",
)
OVERRIDES: Final = Bilingual(
    "Faits qui remplacent ceux de la base de connaissances ou d'un import",
    "Facts that replace those of the knowledge base or of an import",
)
OVERRIDDEN_BY: Final = {
    "case": Bilingual("par le dossier", "by the case"),
    "knowledge": Bilingual("par un ajout à la base", "by an addition to the base"),
    "import": Bilingual("le dossier passe avant ce qui est importé", "the case goes before what is imported"),
}
LEFT_OUT: Final = Bilingual(
    "Vue « {profile} » ; non montrés : constats {findings}, questions {questions}, affirmations {claims}.",
    'View "{profile}"; not shown: findings {findings}, questions {questions}, claims {claims}.',
)
