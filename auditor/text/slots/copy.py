"""What messages about `copy` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

FAULTS: Final = (
    ("limit", "unlimited", Bilingual("sans durée fixée", "without a period")),
    ("beyond", "true", Bilingual("au-delà de ce qui est annoncé", "beyond what is announced")),
    (
        "erased",
        "false",
        Bilingual("sans effacement effectif au terme", "without being in fact erased at the end"),
    ),
)

RIGHT_WORDS: Final = {
    "access": Bilingual("l'accès", "access"),
    "rectification": Bilingual("la rectification", "rectification"),
    "erasure": Bilingual("l'effacement", "erasure"),
    "return": Bilingual("la restitution en fin de contrat", "return at the end of the contract"),
}

SPELT: Final = {
    "unknown": Bilingual("durée inconnue", "period unknown"),
    "not-produced": Bilingual("durée non produite", "period not produced"),
    "none": Bilingual("rien n'est gardé", "nothing is kept"),
    "unlimited": Bilingual("sans limite", "without limit"),
}

NO_PERIOD: Final = Bilingual("aucune durée connue", "no period known")
