"""What is still to be asked: on the console, on the page and in letters."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

OPEN: Final = Bilingual("Que demander, et à qui ({count})", "What to ask, and of whom ({count})")
ASK: Final = Bilingual("{who:à}", "to {who}")
WHOM: Final = Bilingual("qui de droit", "whom it may concern")
ASKED_BEFORE: Final = Bilingual("déjà demandé {date:le}, sans réponse", "already asked {date:on}; no answer")
ASKED_ANSWERED: Final = Bilingual("déjà demandé {date:le}", "already asked {date:on}")
SAID_IN_WORDS: Final = Bilingual(
    "répondu en toutes lettres : « {words} », par {who}, {date:le}, à trancher",
    "answered in words: “{words}”, by {who}, {date:on}; to be settled",
)
SOMEBODY: Final = Bilingual("qui a répondu", "whoever replied")
COULD_BE: Final = Bilingual("gravité possible : {severity}", "could be {severity}")
TIMES: Final = Bilingual("{count} fois", "{count} times")
MORE_QUESTIONS: Final = Bilingual(
    "{count} {count:autre question/autres questions} : auditor ask.",
    "{count} more {count:question/questions}: auditor ask.",
)
DORMANT: Final = Bilingual(
    "{count} {count:autre question porte/autres questions portent} sur ce dont rien n'est dit : auditor ask --all.",
    "{count} more {count:question is/questions are} about what nothing is said of: auditor ask --all.",
)
WITHHELD: Final = Bilingual(
    "demandé et non produit : une autorité peut le retenir contre qui doit en justifier (art. 5, § 2, et 24 RGPD)",
    "asked for and not produced: an authority may hold it against whoever owes the proof (GDPR arts 5(2), 24)",
)
