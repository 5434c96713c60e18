"""Everything a verdict depends on, each part swappable, and the facts in it by their address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from auditor.model.case.certificates import Certificate
from auditor.model.case.document import Case
from auditor.model.exceptions import PlacedException
from auditor.model.law import Adequacy, Bridge, Knowledge, LegalText, ProblematicLaw
from auditor.model.policy import Policy
from auditor.model.scalars import Share, Text, Value, Version, Words
from auditor.model.vocabulary import KNOWN_OF_STATUS, KNOWN_ORDER, NONE, UNKNOWN, UNSETTLED, Known, Status

if TYPE_CHECKING:
    from auditor.model.result.findings import Citation


class Spot(Struct, frozen=True):
    """Where something stands in a file: path, line and column (1-based), and how wide it is."""

    file: str
    line: int
    column: int
    width: int = 1
    text: str = ""


class Places(Protocol):
    """Finds where a fact is written; line numbers are looked up last."""

    def find(self, route: str) -> Spot | None:
        """Give the place of the fact at `route`, or of the nearest thing around it; None when it is in no file."""


class Nowhere:
    """Places of a case that was not read from files."""

    def find(self, route: str) -> Spot | None:
        """Give nothing."""
        del route
        return None


class Input(Struct, frozen=True):
    """A file that was read: its path and the SHA-256 of its bytes, in hexadecimal."""

    path: str
    sha256: str


class Override(Struct, frozen=True):
    """A fact of the knowledge base, or of an `import`, that the case states otherwise; both values stay visible.

    `by` tells who says otherwise: the `case`, or an own addition to the `knowledge` base; of an `import`, it is the case.
    """

    route: str
    knowledge: str
    case: str
    by: Literal["case", "knowledge", "import", "answer"] = "case"


class Fact(Struct, frozen=True, gc=False):
    """One fact as stated: its address, value, how it is known, and where from. An absent fact has the value `unknown`.

    `until` is `unknown` where nobody says whether the first of `versions` still holds.
    """

    route: str
    value: Any
    known: Known
    source: str = ""
    note: Text = ""
    stated: bool = True
    versions: tuple[Version[Any], ...] = ()
    until: str = ""

    @property
    def unsettled(self) -> bool:
        """Tell whether the value is `unknown` or was not produced."""
        return isinstance(self.value, str) and self.value in UNSETTLED


class Materials(Struct, frozen=True, dict=True):
    """All that `assess` needs, and all that it may depend on.

    `case` is already merged over the knowledge base; `scenarios` holds, for each scenario of the case, the case that
    results from it. `knowledge_date` is the last day of which something may be known; empty where nothing was held back.
    `today` is the day on which exceptions must hold, empty where nobody said it; `selected` are the only
    rules to hold, where some were chosen. `packs_left_out` are the packs of the program that the case does not ask for. `inputs` are the files read, save the packs of rules that come with the program:
    those are `packs`, as the version of the program says what they hold.
    """

    case: Case
    knowledge: Knowledge
    policies: tuple[Policy, ...]
    as_of: str
    places: Places
    inputs: tuple[Input, ...] = ()
    packs: tuple[Input, ...] = ()
    scenarios: dict[str, Case] = {}
    overrides: tuple[Override, ...] = ()
    hypothesis: str = ""
    knowledge_date: str = ""
    exceptions: tuple[PlacedException, ...] = ()
    today: str = ""
    selected: tuple[str, ...] = ()
    packs_left_out: tuple[str, ...] = ()

    def known(self, route: str) -> Known:
        """Give how the fact at `route` is known; the fact is not kept, as of thousands this is all that is asked, once of each."""
        found = self._facts.get(route)
        return fact_of(self._as_known, route).known if found is None else found.known

    def fact(self, route: str) -> Fact:
        """Give the fact at `route`, with `known` and `source` inherited inwards; a whole entry of dated law counts as one."""
        found = self._facts.get(route)
        if found is None:
            if len(self._facts) >= MOST_FACTS:
                self._facts.clear()
            section, _, name = route.partition(".")
            entry = getattr(self.knowledge, section).get(name) if section in DATED_LAW else None
            found = self._facts[route] = (
                fact_of(self._as_known, route)
                if entry is None
                else Fact(route, _dated(entry), KNOWN_OF_STATUS[entry.status], _official(entry))
            )
        return found

    def says_nothing(self, route: str) -> bool:
        """Tell whether nothing is written at `route`, as far as one look tells: nothing else has to be looked up of such a fact."""
        section, _, rest = route.partition(".")
        name, _, path = rest.partition(".")
        entry = self.entries[section].get(name) if section in self.entries else None
        return entry is not None and getattr(entry, WRITTEN.get(path, path), None) is UNSET

    def is_unstated(self, field: str) -> bool:
        """Tell whether no entry states a field (`hosts.keys`), as far as one look at all of them tells."""
        section, _, name = field.partition(".")
        entries = self.entries.get(section)
        return bool(entries) and WRITTEN.get(name, name) in self.case.columns[section].unstated

    def written(self, field: str, routes: Collection[str]) -> list[str]:
        """Give those of the facts of one field (`hosts.keys`) at which something is written, as far as one look tells."""
        section, _, name = field.partition(".")
        if section not in self.entries:
            return [*routes]
        entries, stated = self.entries[section], WRITTEN.get(name, name)
        start, end = len(section) + 1, -len(name) - 1
        if self.is_unstated(field):
            return [route for route in routes if route[start:end] not in entries]
        return [
            route for route in routes if getattr(entries.get(route[start:end]), stated, None) is not UNSET
        ]

    @cached_property
    def entries(self) -> dict[str, Mapping[str, Struct]]:
        """The entries of each section of the case of which one fact says that they are there."""
        sections = {name: getattr(self.case, name) for name in self.case.__struct_fields__}
        apart = (*OF_MANY_FACTS, *DATED_LAW)
        return {name: part for name, part in sections.items() if isinstance(part, dict) and name not in apart}

    @cached_property
    def _as_known(self) -> Case:
        """The case with each holding as its documents show it on the date: the case itself where all are known alike on any."""
        links = self.case.ownership
        if not any(link.verified_since for link in links.values()):
            return self.case
        return replace(self.case, ownership={name: link.seen_on(self.as_of) for name, link in links.items()})

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {}

    @cached_property
    def citations(self) -> dict[str, tuple[Citation, ...]]:
        """The texts that references already led to: thousands of findings cite the same."""
        return {}

    @cached_property
    def national_law(self) -> dict[tuple[str, ...], dict[str, LegalText]]:
        """The texts of one State among references that were already looked through."""
        return {}


#: Sections of a case of which one fact says more than is written at its address.
OF_MANY_FACTS: Final = ("ownership", "case")
#: Sections of the knowledge base whose entries are premises of their own.
DATED_LAW: Final = ("adequacy", "problematic", "bridges")
#: How many facts are kept at a time: what is asked of a flow is asked in one go, and a large case has a million facts.
MOST_FACTS: Final = 1 << 15


def _dated(entry: Adequacy | ProblematicLaw | Bridge) -> str:
    """Give a decision or a period in short: what it is and when it holds."""
    name = entry.decision if isinstance(entry, Adequacy) else entry.cite
    until = (entry.invalid or entry.until) if isinstance(entry, Adequacy) else entry.until
    return f"{name} {entry.since} – {until or '…'}"


def _official(entry: Adequacy | ProblematicLaw | Bridge) -> str:
    return entry.eli or entry.celex if isinstance(entry, Adequacy) else entry.official


#: Fields whose name in Python differs from the name people write.
WRITTEN: Final[dict[str, str]] = {"is": "is_", "for": "for_", "from": "from_"}


def plain(value: Any) -> Any:
    """Give the value without the word on how it is known; an absent one is `unknown`."""
    if value is UNSET:
        return UNKNOWN
    return value.value if isinstance(value, Value) else value


def unattributed(case: Case) -> tuple[str, ...]:
    """Give the hosts that have domains and of which nobody says who operates them."""
    return tuple(
        name for name, host in case.hosts.items() if host.domains and plain(host.operator) in UNSETTLED
    )


def spellings(text: Text) -> frozenset[str]:
    """Give a text in each of its languages, as words compare: small letters, single spaces."""
    languages = (text.fr, text.en) if isinstance(text, Words) else (text,)
    return frozenset(" ".join(words.casefold().split()) for words in languages)


def several(value: Any) -> tuple[str, ...]:
    """Give one or several values as a tuple, `unknown` included and `none` left out."""
    bare = plain(value)
    if isinstance(bare, list):
        return tuple(bare) if "none" not in bare else tuple(item for item in bare if item != "none")
    return () if bare in ("none", "") else (bare,)


def certificates(listed: Any) -> dict[str, Certificate]:
    """Give certificates by name: the scheme, then `hds~2` and so on where one scheme occurs again."""
    found: dict[str, Certificate] = {}
    times: Counter[str] = Counter()
    for certificate in listed if isinstance(listed, list) else []:
        times[certificate.is_] += 1
        count = times[certificate.is_]
        found[f"{certificate.is_}~{count}" if count > 1 else certificate.is_] = certificate
    return found


def certificate_words(certificate: Certificate) -> str:
    """Give a certificate in one line: scheme, version, type, offer, scope, first and last day."""
    version = "" if plain(certificate.version) in UNSETTLED else str(plain(certificate.version))
    kind = "" if plain(certificate.type) in UNSETTLED else f"type {plain(certificate.type)}"
    scope = ", ".join(item for item in several(certificate.scope) if item not in UNSETTLED)
    time = f"{certificate.since or '…'} – {certificate.until or '…'}"
    offer = f"[{certificate.offer}]" if certificate.offer else ""
    parts = (certificate.is_, version, kind, offer, f"({scope})" if scope else "", time)
    return " ".join(part for part in parts if part)


def versions(value: Any) -> tuple[str, ...]:
    """Give the values that sources differ on, where they do; each is possible."""
    found = value.versions if isinstance(value, Value) else []
    return tuple(
        dict.fromkeys(item for version in found for item in several(version.value) if item not in UNSETTLED)
    )


def fact_of(case: Case, route: str) -> Fact:
    """Give the fact that `case` states at `route` (`hosts.aws.keys`, `activities.rating.consent.how`).

    A route that leads nowhere gives an unstated fact with the value `unknown`.
    """
    section, _, rest = route.partition(".")
    entries = getattr(case, section, None)
    if isinstance(entries, dict):
        name, _, path = rest.partition(".")
        node: Any = entries.get(name)
    else:
        node, path = entries, rest
    known: Known | None = None
    source = ""
    steps = path.split(".") if path else []
    while node:
        if isinstance(node, Struct):
            known = _how_known(node) or known
            cited = getattr(node, "source", "")
            source = "" if cited == NONE else cited or source
        if not steps:
            return _stated(route, node, known or "assumed", source)
        node = _inside(node, steps.pop(0))
    return Fact(route, UNKNOWN, known or "assumed", source, stated=False)


def known_in(entry: Struct, value: object = None) -> Known:
    """Give how what `entry` states as `value` is known: as the value says of itself, else as the entry does, as `fact_of` has it."""
    own = _how_known(value) if isinstance(value, Struct) else None
    return own or _how_known(entry) or "assumed"


def _how_known(node: Struct) -> Known | None:
    """Give how an entry or a value says that it is known, None where it does not."""
    own: Known | UnsetType = getattr(node, "known", UNSET)
    if own is not UNSET:
        return own
    status: Status | UnsetType = getattr(node, "status", UNSET)
    return None if status is UNSET else KNOWN_OF_STATUS[status]


def _stated(route: str, node: Any, known: Known, source: str) -> Fact:
    if isinstance(node, Value):
        return Fact(
            route=route,
            value=node.value,
            known=known,
            source=source,
            note=node.note,
            versions=tuple(node.versions),
            until=node.until,
        )
    if isinstance(node, Share):
        return Fact(
            route=route,
            value=node.value or {"min": node.min, "max": node.max},
            known=known,
            source=source,
            note=node.note,
        )
    if isinstance(node, Certificate):
        return Fact(route, certificate_words(node), known, source)
    if isinstance(node, list):
        known = max(
            (x.known for x in node if isinstance(x, Value) and x.known is not UNSET),
            key=KNOWN_ORDER.index,
            default=known,
        )
        node = [certificate_words(item) if isinstance(item, Certificate) else item for item in node]
    value = node if isinstance(node, (str, list, dict, Words)) else "stated"
    return Fact(route, value, known, source)


def _inside(node: Any, step: str) -> Any:
    if isinstance(node, list):
        return certificates(node).get(step)
    return node.get(step) if isinstance(node, dict) else getattr(node, WRITTEN.get(step, step), None)
