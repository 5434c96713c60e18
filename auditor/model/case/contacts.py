"""How an organisation, its data protection officer or its representative is reached (GDPR art. 30(1)(a))."""

from msgspec import UNSET, Struct, UnsetType

from auditor.model.scalars import Country, PartyRef, SourceRef, Text
from auditor.model.vocabulary import Known


class Contact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An address. `person` is a natural person: reports never print it, and it belongs in a file that is `confidential`.

    `organisation` is whom the person works for; `country` is that of the address, which says nothing of the law one exists under.
    """

    person: str = ""
    organisation: PartyRef = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    country: Country | UnsetType = UNSET
    phone: str = ""
    email: str = ""
    url: str = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    note: Text = ""
