"""What messages about `request` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

UNASKED: Final = Bilingual("sans consentement préalable", "without prior consent")

#: By state of consent.
STATES: Final = {
    "before-choice": Bilingual("avant que la personne n'ait choisi", "before the person has chosen"),
    "refused": Bilingual("alors que la personne a refusé", "although the person refused"),
    "none-offered": Bilingual("sans proposer de choix", "without offering a choice"),
}

HARDER: Final = Bilingual(
    "en rendant le refus moins simple que l'accord", "with refusing made harder than accepting"
)
#: What a page makes a person's browser tell, as far as it is shown.
DEVICE: Final = Bilingual("les données de l'appareil", "device data")
ADDRESS_AND_DEVICE: Final = Bilingual(
    "l'adresse de la page et les données de l'appareil", "the page address and device data"
)
