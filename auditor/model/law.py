"""Dated law as data: instruments that give a State access, adequacy decisions, the texts that rules cite."""

from typing import Final, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.case.sources import Source
from auditor.model.participation import Participation
from auditor.model.scalars import Age, Answer, Date, Text
from auditor.model.vocabulary import Status
from auditor.model.web import Domain, Product, Widget

#: Where a decision can stand at a time. `closed` ended without a finding or was complied with.
DecisionStatus = Literal[
    "pending", "interim", "final", "appealed", "stayed", "upheld", "annulled", "revoked", "closed"
]
#: Where a decision can stand while its outcome is open.
OPEN_STANDINGS: Final = frozenset({"pending", "appealed", "stayed"})


class Step(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a decision stands from a day on."""

    status: DecisionStatus
    since: Date
    source: str = ""
    note: Text = ""


class Amendment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An act that changed an adequacy decision."""

    act: str
    date: Date
    celex: str = ""


class Watch(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that may end or change an adequacy decision, and where it stands."""

    what: Text
    date: Date
    status: Literal["pending", "noted", "closed"]
    mark: Status = "secondary"


#: What is known of the time after the last day of a law: that it is over, or not what came then.
After = Literal["ended", "unknown"]


class Instrument(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A law by which a State may obtain data from whom it reaches.

    `addressees` are terms of what an organisation is or does; empty means everybody under that State's law. `until` is
    the day on which it lapsed; where it is unknown what came `after`, it stays possible from then on. Only instruments of kind `access` or `cooperation` make an exposure; an `agreement` lets orders
    of another State go straight to providers of this one, and is printed beside.
    """

    country: str
    title: Text
    cite: str
    kind: Literal["access", "cooperation", "blocking", "sigint-no-compulsion", "localisation", "agreement"]
    official: str = ""
    addressees: list[str] = []
    since: str = ""
    until: str = ""
    after: After = "ended"
    test: Text = ""
    mechanism: Text = ""
    state: Text = ""
    state_as_of: str = ""
    extraterritorial: str = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class Adequacy(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An adequacy decision (GDPR art. 45), about a country or about one international organisation.

    `until` is its last day, `invalid` the day reliance on it ended by judgment. It speaks of transfers to that territory or
    body, never of the power of that State over a host in the Union.
    """

    decision: str
    since: str
    country: str = ""
    organisation: str = ""
    scope: Text = ""
    whole: Answer = "true"
    celex: str = ""
    eli: str = ""
    until: str = ""
    invalid: str = ""
    judgment: str = ""
    amended: list[Amendment] = []
    review: Text = ""
    watch: list[Watch] = []
    title: Text = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class Article(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An article of a text with an identifier, a time and a status of its own."""

    id: str = ""
    official: str = ""
    since: str = ""
    until: str = ""
    status: Status = "unverified"


class LegalText(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A law, judgment or guideline that rules cite. A citation is its id, then the article: `gdpr.32.1.a`.

    `article` tells how the part after the id reads, with `{}` for it. On a date on which a text does not apply yet, the one
    that names it as `succeeded_by` is cited instead: `counterparts` gives its article for one of the later text, or for the
    paragraph above; an article without counterpart is left out. A text of another `regime` of data protection gives in the same way
    the article cited instead of one of the text that it `stands_for`. A judgment or decision has a `court` (or authority), the
    `reference` it gave, and a `history`: where it stood, and from which day on; `seen` is the last day on which that was looked
    at, and `bears_on` names the texts that it may end or change while it is open. A text of one State `applies_in` that State:
    to those there, and where it is `for_people_there` also to those who process data of people there. `articles` have
    identifiers of their own, by the part after the id. A text of one State is law in the parts of that State, and `also_in` the
    territories of it to which a text must be extended.
    """

    short: Text
    title: Text
    official: str
    id: str = ""
    article: Text = ""
    succeeded_by: str = ""
    regime: str = ""
    stands_for: str = ""
    counterparts: dict[str, str] = {}
    applies_in: str = ""
    for_people_there: Answer = "false"
    also_in: list[str] = []
    articles: dict[str, Article] = {}
    since: str = ""
    until: str = ""
    after: After = "ended"
    court: Text = ""
    reference: str = ""
    history: list[Step] = []
    seen: Date = ""
    bears_on: list[str] = []
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""

    def at(self, article: str) -> Article:
        """Give the identifier, place, time and status of `article`: its own, or those of the nearest level that has some, else of the text."""
        path = article
        while path and path not in self.articles:
            path = path.rpartition(".")[0]
        own = self.articles.get(path, Article(status=self.status))
        return Article(
            id=own.id or self.id,
            official=own.official or self.official,
            since=own.since or self.since,
            until=own.until or self.until,
            status=own.status,
        )

    @property
    def open(self) -> bool:
        """Whether its outcome is open: still to be decided, open to appeal, or under appeal."""
        return bool(self.history) and self.history[-1].status in OPEN_STANDINGS


class CitedText(Struct, frozen=True, omit_defaults=True):
    """A text that a rule cites, for who lists rules: its identifier, its status, since (and until) when it holds, and where.

    `applies_in` is the State to whose parties it is cited, empty for the law of the Union; `note` what is said of where it stands.
    """

    ref: str
    cite: Bilingual
    id: str
    status: Status
    since: str
    url: str
    until: str = ""
    applies_in: str = ""
    note: Bilingual | None = None


class ProblematicLaw(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A period in which the law or practice of a country was found to defeat tools of art. 46 (EDPB 01/2020, step 3).

    Outside such a period nothing is known either way.
    """

    country: str
    title: Text
    since: str
    until: str = ""
    cite: str = ""
    official: str = ""
    status: Status = "unverified"
    note: Text = ""


class Bridge(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An agreement under which, for a time, a country does not count as a third country; it is no adequacy decision."""

    country: str
    title: Text
    since: str
    until: str
    cite: str = ""
    official: str = ""
    status: Status = "unverified"
    note: Text = ""


class ConsentAge(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """From which `age` in years the `law` of a State lets a child consent alone to an online service (GDPR art. 8(1)), since when.

    `law` is a citation, empty where the text was not read. Only what is verified settles anything.
    """

    age: Age
    law: str = ""
    since: str = ""
    until: str = ""
    status: Status = "unverified"
    unchecked: list[str] = []
    note: Text = ""


class Knowledge(Struct, frozen=True, omit_defaults=True):
    """The shared facts a case is held against: who is who, who controls whom, which law is in force when.

    `dpf` holds, by organisation, what is known of its participation in the Data Privacy Framework, period by period. Domains, widgets
    and products are there only where they were loaded: a check of a case does without them.
    """

    as_of: str = ""
    sources: dict[str, Source] = {}
    organisations: dict[str, Organisation] = {}
    ownership: dict[str, Ownership] = {}
    dpf: dict[str, list[Participation]] = {}
    instruments: dict[str, Instrument] = {}
    adequacy: dict[str, Adequacy] = {}
    problematic: dict[str, ProblematicLaw] = {}
    bridges: dict[str, Bridge] = {}
    law: dict[str, LegalText] = {}
    consent_ages: dict[str, ConsentAge] = {}
    eu: dict[str, str] = {}
    eea: dict[str, str] = {}
    left: dict[str, str] = {}
    parts: dict[str, str] = {}
    countries: dict[str, Text] = {}
    domains: dict[str, Domain] = {}
    widgets: dict[str, Widget] = {}
    products: dict[str, Product] = {}

    def in_eea(self, country: str, day: str) -> bool:
        """Tell whether `country` was a member of the EEA on `day`."""
        return country in self.eea and self.eea[country] <= day and not self._gone(country, day)

    def in_eu(self, country: str, day: str) -> bool:
        """Tell whether `country` was a Member State of the EU on `day`."""
        return country in self.eu and self.eu[country] <= day and not self._gone(country, day)

    def state_of(self, country: str) -> str:
        """Give the State whose law holds in `country`: of a part with a code of its own the State it belongs to, else itself."""
        return self.parts.get(country, country)

    def reached_by_a_state(self) -> frozenset[str]:
        """Give the places outside the EEA where some text of a Member State is law: parts of it, and those to which a text extends."""
        extended = (place for text in self.law.values() for place in text.also_in)
        return frozenset(place for place in (*self.parts, *extended) if place not in self.eea)

    def _gone(self, country: str, day: str) -> bool:
        return country in self.left and self.left[country] <= day
