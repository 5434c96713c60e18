"""What messages about `exposure` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: By section and field; `{of}` is what the fact is about.
WORDS: Final = {
    ("hosts", "keys"): Bilingual("de qui détient les clés", "on who holds the keys"),
    ("flows", "keys"): Bilingual("de qui détient les clés", "on who holds the keys"),
    ("flows", "content"): Bilingual(
        "d'un éventuel traitement en clair", "on whether the data is processed in clear"
    ),
    ("hosts", "runs_on"): Bilingual(
        "des machines sur lesquelles fonctionne {of}", "on whose machines {of} runs"
    ),
    ("hosts", "operator"): Bilingual("de qui exploite {of}", "on who operates {of}"),
    ("hosts", "keeps"): Bilingual("des données que garde {of}", "on which data {of} keeps"),
    ("organisations", "parent"): Bilingual("de qui contrôle {of}", "on who controls {of}"),
    ("organisations", "country"): Bilingual("du pays de {of}", "on the country of {of}"),
    ("organisations", "presence"): Bilingual("des établissements de {of}", "on the establishments of {of}"),
    ("countries", "access_laws"): Bilingual(
        "de ce que permet le droit de cet État", "on what the law of that State allows"
    ),
    ("organisations", "access_from"): Bilingual(
        "des pays d'où {of} atteint les données", "on the countries from which {of} reaches the data"
    ),
}

OTHER: Final = Bilingual("d'autres faits qui manquent", "on other facts that are missing")

NOT_THAT: Final = Bilingual("ce n'est pas établi", "that is not established")

NOT_ONE: Final = Bilingual("rien de cela n'est établi", "none of it is established")

HOLDER: Final = Bilingual("{of} (qui détient la clé)", "{of} (which holds the key)")

LEVELS: Final = Bilingual("E{low} à E{high}, non établi", "E{low} to E{high}, not established")
LAWS_NOT_KNOWN: Final = Bilingual(
    "Les lois d'accès de cet État ne sont pas dans la base de connaissances : la question est posée.",
    "The access laws of that State are not in the knowledge base: the question is asked.",
)
DOUBTED: Final = Bilingual(
    "{said} Ce droit n'a pas été vérifié dans la base de connaissances, sa portée hors du pays est contestée, ou il est arrivé à terme sans que la suite soit connue : l'exposition n'est que possible.",
    "{said} That law was not verified in the knowledge base, its reach abroad is contested, or it lapsed and what came after is not known: the exposure is possible only.",
)
LAPSED: Final = Bilingual(
    "{law} (arrivé à terme le {day} ; ce qui vaut depuis n'est pas connu)",
    "{law} (lapsed on {day}; what holds since then is not known)",
)
HOLDS: Final = Bilingual("détient {data:des}", "holds {data}")
PASSES: Final = Bilingual(
    "a entre les mains, le temps de leur passage, {data:des}", "has in its hands, while it passes, {data}"
)
SHUT: Final = Bilingual(
    "Niveau résiduel : il est montré que les établissements dans cet État n'atteignent pas les données.",
    "Residual level: the establishments in that State are shown not to reach the data.",
)
CONDITIONAL: Final = Bilingual(
    "Niveau conditionnel : il n'est pas montré que cet établissement soit sans accès aux données.",
    "A conditional level: it is not shown that this establishment is without access to the data.",
)
RESIDUAL: Final = Bilingual(
    "Niveau résiduel, à condition que la clé soit créée et détenue hors d'atteinte, que rien n'y soit traité en clair et que le code livré ne change pas cela : restent métadonnées, données chiffrées et mises à jour imposées.",
    "Residual level, provided that the key is made and held out of reach, that nothing is processed there in clear and that the code delivered does not change that: metadata, ciphertext and pushed updates remain.",
)
FRAMED: Final = Bilingual(
    "{said} Ce pouvoir est encadré par un droit que la Commission a évalué.",
    "{said} That power is framed by a law the Commission assessed.",
)
SAME_REACH: Final = Bilingual(
    "La clé est à portée du même droit ({who}).", "The key is within reach of the same law ({who})."
)
UNENCRYPTED: Final = Bilingual(
    "Les données y sont gardées sans chiffrement.", "The data is kept there unencrypted."
)
IN_CLEAR: Final = Bilingual("Les données y sont traitées en clair.", "The data is processed there in clear.")
PASSING: Final = Bilingual(
    "Rien n'y reste ; les données y passent en clair.", "Nothing stays there; the data passes there in clear."
)
DEPENDS: Final = Bilingual("Le niveau dépend {what} ; {end}.", "The level depends {what}; {end}.")
