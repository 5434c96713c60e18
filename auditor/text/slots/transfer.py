"""What messages about `transfer` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TOOLS: Final = {
    "adequacy": Bilingual("l'adéquation", "adequacy"),
    "scc": Bilingual("des clauses contractuelles types", "standard contractual clauses"),
    "bcr": Bilingual("des règles d'entreprise contraignantes", "binding corporate rules"),
    "code-of-conduct": Bilingual("un code de conduite", "a code of conduct"),
    "certification": Bilingual("une certification", "a certification"),
    "ad-hoc": Bilingual("des clauses particulières", "ad hoc clauses"),
    "dpf-onward": Bilingual(
        "le contrat de transfert ultérieur du cadre de protection UE-États-Unis",
        "the onward-transfer contract of the EU-US Data Privacy Framework",
    ),
    "none": Bilingual("aucun outil", "no tool"),
}

INTERNATIONAL_BODY: Final = Bilingual("organisation internationale", "international organisation")
NOT_PLACED: Final = Bilingual("pays non connu", "country not known")
NO_DECISION: Final = Bilingual(
    "aucune décision d'adéquation en vigueur à cette date", "no adequacy decision in force on that date"
)
TO_ASSESS: Final = Bilingual("à évaluer", "to be assessed")
NOT_SHOWN: Final = Bilingual("non connu", "not known")
DECISION: Final = Bilingual("décision {decision} {since:du}", "Decision {decision} of {since}")
NAMED_DECISION: Final = Bilingual(
    "décision {decision} {title} {since:du}", "Decision {decision} {title} of {since}"
)
ENDED: Final = Bilingual("{said}, jusqu'au {end}", "{said}, until {end}")
