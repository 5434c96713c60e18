"""What messages about `notice` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

RETENTION: Final = Bilingual("de la durée de conservation", "of the period of retention")

TRANSFERS: Final = Bilingual(
    "des transferts, alors que des données partent vers un pays tiers",
    "of transfers, while data leaves for a third country",
)
