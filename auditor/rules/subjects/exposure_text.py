"""What an exposure level that is an interval depends on, told from the facts that are missing."""

from __future__ import annotations

from typing import Final

from auditor.graph.derive import Derived
from auditor.graph.exposure import Exposure
from auditor.model.bilingual import Bilingual
from auditor.text.grammar import listed
from auditor.text.names import Names

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
    ("organisations", "access_from"): Bilingual(
        "des pays d'où {of} atteint les données", "on the countries from which {of} reaches the data"
    ),
}
OTHER: Final = Bilingual("d'autres faits qui manquent", "on other facts that are missing")
NOT_THAT: Final = Bilingual("ce n'est pas établi", "that is not established")
NOT_ONE: Final = Bilingual("rien de cela n'est établi", "none of it is established")
HOLDER: Final = Bilingual("{of} (qui détient la clé)", "{of} (which holds the key)")


def depends(derived: Derived, names: Names, lines: tuple[Exposure, ...]) -> Bilingual:
    """Say on what the level of exposures of one custodian of one host depends."""
    missing = dict.fromkeys(route for line in lines for route in line.missing)
    found = dict.fromkeys(_what(derived, names, lines[0], route) for route in missing)
    what = listed(found)
    end = NOT_ONE if len(found) > 1 else NOT_THAT
    return Bilingual(f"Le niveau dépend {what.fr} ; {end.fr}.", f"The level depends {what.en}; {end.en}.")


def _what(derived: Derived, names: Names, exposure: Exposure, route: str) -> Bilingual:
    section, _, rest = route.partition(".")
    of, _, field = rest.partition(".")
    if section == "ownership":
        section, of, field = "organisations", derived.estate.case.ownership[of].of, "parent"
    words = WORDS.get((section, field), OTHER)
    name = names.of(of)
    holders = derived.exposures.protection.key_holders(exposure.host)[0]
    if section == "organisations" and of in holders and of != exposure.custodian:
        name = Bilingual(HOLDER.fr.format(of=name.fr), HOLDER.en.format(of=name.en))
    return Bilingual(words.fr.format(of=name.fr), words.en.format(of=name.en))
