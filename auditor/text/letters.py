"""The letter that goes to whoever can answer the open questions."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEAD: Final = Bilingual("Questions à : {who}", "Questions to: {who}")
OPENING: Final = Bilingual(
    "Madame, Monsieur,\n\nNous étudions les flux de données décrits sous le titre « {title} », à la date du {as_of}. Les faits suivants ne sont pas établis par les pièces dont nous disposons. Vos réponses, et toute pièce à l'appui, seront reprises fidèlement.",
    'Dear Sir or Madam,\n\nWe are studying the data flows described under the title "{title}", as of {as_of}. The following facts are not shown by the documents we have. Your answers, and any document in support, will be reported faithfully.',
)
CLOSING: Final = Bilingual(
    "Nous publierons votre réponse à côté de nos constats. Sans réponse, nous indiquerons que la question était posée à cette date.",
    "We will print your reply beside our findings. Without one, we will say that the question had been asked on that date.",
)
