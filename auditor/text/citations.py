"""How a text of law is cited."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

ARTICLE: Final = Bilingual("{law}, {article}", "{law}, {article}")
PARAGRAPH: Final = Bilingual("§ {part}", "({part})")
#: A part of an article of a French code, in Roman figures.
ROMAN: Final = Bilingual("{part}", " {part}")
POINT: Final = Bilingual("{part})", "({part})")
SEEN: Final = Bilingual("Statut vu {day:le} : {state}", "Status seen {day:on}: {state}")
