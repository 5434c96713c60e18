"""What messages about `dataset` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

LEVELS: Final = Bilingual("{low} à {high}", "{low} to {high}")
