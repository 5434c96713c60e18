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

NOT_THAT: Final = Bilingual("nul ne l'a dit", "nobody has said it")

NOT_ONE: Final = Bilingual("nul n'en a rien dit", "nobody has said any of it")

HOLDER: Final = Bilingual("{of} (qui détient la clé)", "{of} (which holds the key)")

LEVEL: Final = Bilingual(
    "Exposition : {level} sur une échelle de 0 à 4.", "Exposure: {level} on a scale of 0 to 4."
)
LEVELS: Final = Bilingual(
    "Exposition : {low} à {high} sur une échelle de 0 à 4.", "Exposure: {low} to {high} on a scale of 0 to 4."
)
LAWS_NOT_KNOWN: Final = Bilingual(
    "On ignore les lois d'accès de cet État : la question est posée.",
    "The access laws of that State are not known: the question is asked.",
)
DOUBTED: Final = Bilingual(
    "{said} L'exposition n'est que possible : ce droit n'a pas été vérifié, sa portée hors du pays est contestée, ou on ignore ce qui l'a suivi.",
    "{said} The exposure is possible only: that law was not verified, its reach abroad is contested, or what came after it is not known.",
)
LAPSED: Final = Bilingual(
    "{law} (arrivé à terme {day:le} ; ce qui vaut depuis n'est pas connu)",
    "{law} (lapsed {day:on}; what holds since then is not known)",
)
HOLDS: Final = Bilingual("détient {data:des}", "holds {data}")
PASSES: Final = Bilingual(
    "a entre les mains, le temps de leur passage, {data:des}", "has in its hands, while it passes, {data}"
)
SHUT: Final = Bilingual(
    "Elle est résiduelle : il est montré que les établissements dans cet État n'atteignent pas les données.",
    "It is residual: the establishments in that State are shown not to reach the data.",
)
CONDITIONAL: Final = Bilingual(
    "Elle est conditionnelle : il n'est pas montré que cet établissement soit sans accès aux données.",
    "It is conditional: it is not shown that this establishment is without access to the data.",
)
RESIDUAL: Final = Bilingual(
    "Elle est résiduelle, à condition que la clé soit créée et détenue hors d'atteinte, que rien n'y soit traité en clair et que le code livré ne change pas cela. Restent métadonnées, données chiffrées et mises à jour imposées.",
    "It is residual, provided that the key is made and held out of reach, that nothing is processed there in clear and that the code delivered does not change that. Metadata, encrypted data and pushed updates remain.",
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
DEPENDS: Final = Bilingual("Elle dépend {what} ; {end}.", "It depends {what}; {end}.")
