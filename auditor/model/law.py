"""Dated law as data: instruments that give a State access, adequacy decisions, the texts that rules cite."""

from typing import Literal

from msgspec import Struct

from auditor.model.case import Organisation, Ownership, Source
from auditor.model.scalars import Answer, Text
from auditor.model.vocabulary import Status


class Instrument(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A law by which a State may obtain data from whom it reaches.

    `addressees` are terms of what an organisation is or does; empty means everybody under that State's law. `until` is
    the day on which it lapsed. Only instruments of kind `access` or `cooperation` make an exposure.
    """

    country: str
    title: Text
    cite: str
    kind: Literal["access", "cooperation", "blocking", "sigint-no-compulsion", "localisation"]
    official: str = ""
    addressees: list[str] = []
    since: str = ""
    until: str = ""
    test: Text = ""
    mechanism: Text = ""
    state: Text = ""
    state_as_of: str = ""
    extraterritorial: str = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class Adequacy(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An adequacy decision (GDPR art. 45). `until` is its last day, `invalid` the day reliance on it ended by judgment."""

    country: str
    decision: str
    since: str
    scope: Text = ""
    whole: Answer = "true"
    celex: str = ""
    eli: str = ""
    until: str = ""
    invalid: str = ""
    judgment: str = ""
    title: Text = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class LegalText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A law, judgment or guideline that rules cite. A citation is its id, then the article: `gdpr.32.1.a`.

    `article` tells how the part after the id reads, with `{}` for it. On a date on which a text does not apply yet, the one
    that names it as `succeeded_by` is cited instead: `counterparts` gives its article for one of the later text, or for the
    paragraph above; an article without counterpart is left out.
    """

    short: Text
    title: Text
    official: str
    id: str = ""
    article: Text = ""
    succeeded_by: str = ""
    counterparts: dict[str, str] = {}
    since: str = ""
    until: str = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class Knowledge(Struct, frozen=True):
    """The shared facts a case is held against: who is who, who controls whom, which law is in force when."""

    as_of: str = ""
    sources: dict[str, Source] = {}
    organisations: dict[str, Organisation] = {}
    ownership: dict[str, Ownership] = {}
    instruments: dict[str, Instrument] = {}
    adequacy: dict[str, Adequacy] = {}
    law: dict[str, LegalText] = {}
    eu: dict[str, str] = {}
    eea: dict[str, str] = {}
    left: dict[str, str] = {}
    countries: dict[str, Text] = {}

    def in_eea(self, country: str, day: str) -> bool:
        """Tell whether `country` was a member of the EEA on `day`."""
        return country in self.eea and self.eea[country] <= day and not self._gone(country, day)

    def in_eu(self, country: str, day: str) -> bool:
        """Tell whether `country` was a Member State of the EU on `day`."""
        return country in self.eu and self.eu[country] <= day and not self._gone(country, day)

    def _gone(self, country: str, day: str) -> bool:
        return country in self.left and self.left[country] <= day
