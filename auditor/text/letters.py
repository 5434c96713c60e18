"""The letter that goes to whoever can answer the open questions, in the tone of whoever sends it."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.profile import ProfileName

HEAD: Final = Bilingual("Questions à : {who}", "Questions to: {who}")
OPENINGS: Final[dict[ProfileName, Bilingual]] = {
    "dpo": Bilingual(
        "Madame, Monsieur,\n\nNous documentons les flux de données décrits sous le titre « {title} », dans leur situation {as_of:au}. Aucune pièce du dossier ne répond aux questions qui suivent. Merci d'y répondre, et de joindre la pièce qui montre chaque réponse.",
        "Dear Sir or Madam,\n\nWe are documenting the data flows described under the title “{title}”, as they were {as_of:on}. No document on file answers the questions below. Please answer them, and attach the document that shows each answer.",
    ),
    "newsroom": Bilingual(
        "Madame, Monsieur,\n\nNous préparons une publication sur les flux de données décrits sous le titre « {title} », dans leur situation {as_of:au}. Nous souhaitons recueillir votre réponse avant de publier.",
        "Dear Sir or Madam,\n\nWe are preparing a publication on the data flows described under the title “{title}”, as they were {as_of:on}. We would like to have your reply before we publish.",
    ),
    "gate": Bilingual(
        "Bonjour,\n\nLe contrôle du dossier « {title} », dans sa situation {as_of:au}, attend les réponses qui suivent. Merci de les écrire dans ses fichiers, avec leur source.",
        "Hello,\n\nThe check of the case “{title}”, as it was {as_of:on}, waits for the answers below. Please write them into its files, with their source.",
    ),
}
CLOSINGS: Final[dict[ProfileName, Bilingual]] = {
    "dpo": Bilingual(
        "Une question sans réponse reste ouverte dans notre dossier. Rien n'en est retenu contre quiconque.",
        "A question without an answer stays open in our file. Nothing is held against anyone for it.",
    ),
    "newsroom": Bilingual(
        "Nous publierons votre réponse à côté de ce que nous avons trouvé. Sans réponse, nous écrirons que la question vous a été posée.",
        "We will print your reply beside what we found. Without one, we will write that the question was put to you.",
    ),
    "gate": Bilingual("Un point sans réponse reste en suspens.", "A point without an answer stays open."),
}
