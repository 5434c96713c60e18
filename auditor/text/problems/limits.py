"""What a case asks that would take more time or memory than it may."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

MANY_HOLDERS: Final = Template(
    "dire qui contrôle qui demande plus de {limit} pas d'un détenteur à l'autre",
    "to tell who controls whom takes more than {limit} steps from holder to holder",
)
SHORTEN_CHAIN: Final = Template(
    "dire de qui est au bout de la chaîne ce qu'on en sait, et laisser des intermédiaires",
    "state what is known of whoever is at the end of the chain, and leave some between out",
)
POSSIBLE_WAYS: Final = Template(
    "plus de {limit} chemins sont possibles, car on ne sait pas où mènent des flux",
    "more than {limit} ways are possible, as it is unknown where flows lead",
)
STATE_ENDS: Final = Template(
    "dire où mènent certains d'entre eux (from, to, for), ou répartir les flux sur plusieurs activités",
    "state where some of them lead (from, to, for), or part the flows among activities",
)
