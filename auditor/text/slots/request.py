"""What messages about `request` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

UNASKED: Final = Bilingual("sans consentement préalable", "without prior consent")

HARDER: Final = Bilingual(
    "en rendant le refus moins simple que l'accord", "with refusing made harder than accepting"
)
