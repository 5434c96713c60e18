"""Rows of how organisations, their data protection officers and their representatives are reached."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import ALSO, KNOWN, NOTE, SOURCE

_REACHED: Final = "it says how somebody is reached, and rules judge nothing by it"
ROWS: Final[Rows] = {
    "contact": aside("les coordonnées", "the contact details", _REACHED),
    "dpo_contact": aside(
        "les coordonnées du délégué à la protection des données",
        "the contact details of the data protection officer",
        _REACHED,
    ),
    "representative_contact": aside(
        "les coordonnées du représentant dans l'Union",
        "the contact details of the representative in the Union",
        _REACHED,
    ),
}
SECTIONS: Final[dict[str, Rows]] = {
    "organisations.contact": {
        "person": aside("la personne à joindre", "the person to reach", _REACHED),
        "organisation": aside("la société de cette personne", "whom that person works for", _REACHED),
        "address": aside("l'adresse", "the address", _REACHED),
        "postcode": aside("le code postal", "the postcode", _REACHED),
        "city": aside("la ville", "the city", _REACHED),
        "country": aside("le pays de l'adresse", "the country of the address", _REACHED),
        "phone": aside("le téléphone", "the telephone", _REACHED),
        "email": aside("le courriel", "the e-mail address", _REACHED),
        "url": aside("le site", "the site", _REACHED),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "note": NOTE,
    }
}
