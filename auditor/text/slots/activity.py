"""What messages about `activity` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: What each point of art. 30(1) is called.
POINT_WORDS = {
    "controller": Bilingual("le responsable du traitement (a)", "the controller (a)"),
    "purpose": Bilingual("les finalités (b)", "the purposes (b)"),
    "people": Bilingual("les catégories de personnes (c)", "the categories of people (c)"),
    "data": Bilingual("les catégories de données (c)", "the categories of data (c)"),
    "recipients": Bilingual("les destinataires (d)", "the recipients (d)"),
    "transfers": Bilingual("les pays tiers (e)", "the third countries (e)"),
    "retention": Bilingual("les délais d'effacement (f)", "the time limits for erasure (f)"),
    "measures": Bilingual("les mesures de sécurité (g)", "the security measures (g)"),
}

LEAVES_OUT: Final = Bilingual("il y manque {what}", "it leaves out {what}")
DIFFER_ON_WHO: Final = Bilingual(
    "registre, information et flux diffèrent sur {what}", "record, notice and flows differ on {what}"
)
DIFFER_ON: Final = Bilingual(
    "registre et information diffèrent sur {what}", "record and notice differ on {what}"
)
