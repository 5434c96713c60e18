"""What is said beside the name of a host of which nobody says who operates it, by what is known of its domain."""

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.brands import KnownBrand
from auditor.text.grammar import filled

#: A host, and what is known of its domains.
HOST: Final = Bilingual("{host} ({known})", "{host} ({known})")
#: A name of a list, of which no company follows.
BRAND: Final = Bilingual(
    "connu sous le nom {brand:de} (liste {list}), société non identifiée",
    "known as {brand} (list {list}), company not identified",
)
#: The same where an organisation of the knowledge base goes by the name.
PERHAPS: Final = Bilingual("{said} : est-ce {who} ?", "{said}: is it {who}?")
#: The same where what is at the host belongs to a customer of the brand.
AT_BRAND: Final = Bilingual(
    "client dans un espace connu sous le nom {brand:de} (liste {list}), société non identifiée",
    "a customer at a place known as {brand} (list {list}), company not identified",
)
#: A domain of the knowledge base.
ANSWERS: Final = Bilingual(
    "{who} répond de {domain} (base de connaissances, {day})",
    "{who} answers for {domain} (knowledge base, {day})",
)
#: The same where what is below the domain belongs to customers.
CUSTOMER: Final = Bilingual(
    "client {who:de} sur {domain} (base de connaissances, {day})",
    "a customer of {who} at {domain} (knowledge base, {day})",
)
#: The same where only some of it does.
PERHAPS_CUSTOMER: Final = Bilingual(
    "{who} ou un de ses clients, sur {domain} (base de connaissances, {day})",
    "{who} or a customer of it, at {domain} (knowledge base, {day})",
)


def known_as(brand: KnownBrand, who: Bilingual | str) -> Bilingual:
    """Give how a brand is known; `who` is the name of the organisation that goes by it, empty where none is known to."""
    said = filled(AT_BRAND if brand.customers else BRAND, brand=brand.name, list=brand.source)
    return filled(PERHAPS, said=said, who=who) if who else said
