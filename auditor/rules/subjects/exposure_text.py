"""What an exposure level that is an interval depends on, told from the facts that are missing."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.exposure import Exposure
from auditor.model.bilingual import Bilingual
from auditor.text.grammar import filled, listed
from auditor.text.names import Names
from auditor.text.slots.exposure import DEPENDS, HOLDER, NOT_ONE, NOT_THAT, OTHER, WORDS


def depends(derived: Derived, names: Names, lines: tuple[Exposure, ...]) -> Bilingual:
    """Say on what the level of exposures of one custodian of one host depends."""
    missing = dict.fromkeys(route for line in lines for route in line.missing)
    found = dict.fromkeys(_what(derived, names, lines[0], route) for route in missing)
    what = listed(found)
    end = NOT_ONE if len(found) > 1 else NOT_THAT
    return filled(DEPENDS, what=what, end=end)


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
