"""What messages about `joint` say."""

from __future__ import annotations

from auditor.model.bilingual import Bilingual

SCOPES = {
    "activity": Bilingual("pour l'activité", "for the activity"),
    "collection": Bilingual(
        "pour la collecte et la transmission seulement", "for collection and transmission only"
    ),
}
