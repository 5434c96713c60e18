"""The estate: the case as one networkx graph, with the hops of each activity ready to be followed.

Nodes are people, organisations and hosts, which share one id space. Edges of kind `hop` carry the data, those of kind
`holding` the ownership, `operates` and `runs-on` tie hosts to who runs them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.hop import ActivityIndex, Hop, Sheets, listed, says_no_data
from auditor.graph.hops import Hops, unsure_end
from auditor.graph.limits import refuse_stacked
from auditor.graph.on_the_day import on_the_day
from auditor.graph.succession import succeeded
from auditor.graph.taxonomy import Taxonomy
from auditor.model.case.document import Case
from auditor.model.evidence import distinct
from auditor.model.materials import Materials, plain, several
from auditor.model.vocabulary import ACTIVITY_TERMS, PERSONAL, UNKNOWN, UNSETTLED, ancestors

if TYPE_CHECKING:
    import networkx as nx

_END: Final = attrgetter("b")


class Estate:
    """The case on its date, indexed for the derivations; build it with `build`.

    `heirs` tells who stands for whom, where an organisation that is named has ended.
    """

    def __init__(self, materials: Materials) -> None:
        self.as_of = materials.as_of
        self.day = on_the_day(materials.case, materials.as_of)
        self.materials = replace(materials, case=self.day.case)
        self.case, self.heirs = succeeded(self.day.case, materials.as_of)
        self.taxonomy = Taxonomy(self.case.data)
        self._terms: dict[str, frozenset[str] | None] = {}
        self._kept: dict[str, tuple[str, ...]] = {}
        #: Gives who operates a place.
        self.operator: Callable[[str], str] = cache(partial(_operator, self.case))
        #: Gives the legal person that an organisation is.
        self.head: Callable[[str], str] = cache(partial(_head, self.case))
        self._below = 0
        self._machines: dict[str, tuple[str, ...]] = {}
        self._countries: dict[str, str] = {}
        self._sure_countries: dict[str, str] = {}
        self._persons: dict[str, str] = {}
        self._may_keep: dict[str, tuple[str, ...]] = {}
        self._sheets_with: dict[frozenset[str], Sheets] = {}
        self._alone: dict[str, Sheets] = {}
        self.sheets: dict[str, ActivityIndex] = {}
        for name, processing in sorted(self.case.activities.items()):
            self.sheets[name] = ActivityIndex(
                id=name,
                processing=processing,
                categories=sorted(set(listed(processing.data)) - UNSETTLED) or [PERSONAL],
            )
        Hops(self.case, self.day, self.taxonomy, self.sheets).put()

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The networkx graph of everything: hops, holdings, who operates what and what runs on what."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        case = self.case
        graph.add_nodes_from((name, {"kind": "people"}) for name in case.people)
        graph.add_nodes_from((name, {"kind": "organisation"}) for name in case.organisations)
        graph.add_nodes_from((name, {"kind": "host"}) for name in case.hosts)
        for sheet in self.sheets.values():
            for hop in sheet.hops:
                graph.add_edge(hop.a, hop.b, hop.id, kind="hop", hop=hop)
        for name, link in case.ownership.items():
            graph.add_edge(link.owner, link.of, name, kind="holding", link=link)
        for name, host in case.hosts.items():
            for kind, value in (("operates", plain(host.operator)), ("runs-on", plain(host.runs_on))):
                if value not in UNSETTLED and value != "none":
                    graph.add_edge(value, name, kind, kind=kind)
        return graph

    def said(self, hop: Hop, field: str) -> str:
        """Give what the flow of a step says; of a step that only follows from the record, what its activity says of all such steps."""
        stated = getattr(self.sheets[hop.activity].processing if hop.flow is None else hop.flow, field)
        return UNKNOWN if stated is UNSET else str(plain(stated))

    def above(self, category: str) -> frozenset[str]:
        """Give `category` and every broader one."""
        return self.taxonomy.above(category)

    def is_a(self, category: str, broad: str) -> bool:
        """Tell whether `category` falls under `broad`."""
        return broad in self.above(category)

    def terms(self, organisation: str) -> frozenset[str] | None:
        """Give all that `organisation` is, broader terms included; None when nobody said."""
        if organisation not in self._terms:
            self._terms[organisation] = self._terms_of(organisation)
        return self._terms[organisation]

    def _terms_of(self, organisation: str) -> frozenset[str] | None:
        entry = self.case.organisations.get(organisation)
        listed = several(entry.is_) if entry else (UNKNOWN,)
        if any(term in UNSETTLED for term in listed):
            return None
        return frozenset().union(*(ancestors(term, ACTIVITY_TERMS) for term in listed))

    def unsure_end(self, *entities: str) -> tuple[str, ...]:
        """Give the facts that would tell whether `entities` (`hosts.store`) are still there, where nobody says so."""
        return unsure_end(self.day, *entities)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The activities of which nobody says which data they are about."""
        return tuple(sheet.id for sheet in self.sheets.values() if says_no_data(sheet.processing))

    def country(self, organisation: str) -> str:
        """Give the country whose law `organisation` exists under on the date of the case, `unknown` if nobody said."""
        found = self._countries.get(organisation)
        if found is None:
            found = self._countries[organisation] = self._country(organisation)
        return found

    def _country(self, organisation: str) -> str:
        entry = self.case.organisations.get(self.legal_person(organisation))
        return UNKNOWN if entry is None else str(plain(entry.country))

    def legal_person(self, organisation: str) -> str:
        """Give the organisation at the top of a line of branches, with which they are one; nobody, where the line goes round."""
        found = self._persons.get(organisation)
        if found is not None:
            return found
        passed: dict[str, None] = {}
        current = organisation
        while found is None:
            passed[current] = None
            entry = self.case.organisations.get(current)
            above = entry.branch_of if entry is not None else ""
            if above == current or above not in self.case.organisations:
                found = current
            else:
                found = "" if above in passed else self._persons.get(above)
                current = above
        self._persons.update(dict.fromkeys(passed, found))
        return found

    def sure_country(self, organisation: str) -> str:
        """Give its country as `country` does, and `unknown` too where somebody only assumes it."""
        found = self._sure_countries.get(organisation)
        if found is None:
            person = self.legal_person(organisation) or organisation
            assumed = self.materials.known(f"organisations.{person}.country") == "assumed"
            found = self._sure_countries[organisation] = UNKNOWN if assumed else self.country(person)
        return found

    def locations(self, place: str) -> tuple[str, ...]:
        """Give the countries where the host `place` is said to be, in the order stated; none for organisations and people."""
        host = self.case.hosts.get(place)
        return () if host is None else several(host.location)

    def machines(self, host: str) -> tuple[str, ...]:
        """Give the hosts below `host`, nearest first, as far as `runs_on` is stated."""
        found = self._machines.get(host)
        if found is None:
            found = self._machines[host] = self._chain(host)
            self._below += len(found)
            refuse_stacked(self._below)
        return found

    def _chain(self, host: str) -> tuple[str, ...]:
        chain: dict[str, None] = {}
        below = str(plain(self.case.hosts[host].runs_on)) if host in self.case.hosts else "none"
        while below in self.case.hosts and below not in chain and below != host:
            chain[below] = None
            below = str(plain(self.case.hosts[below].runs_on))
        return tuple(chain)

    def sheets_with(self, categories: Iterable[str]) -> Sheets:
        """Give the activities about one of `categories`, in order of id; those of hosts that keep the same are found once."""
        kept = frozenset(categories)
        found = self._sheets_with.get(kept)
        if found is None:
            names = {sheet.id for category in kept for sheet in self._by_category.get(category, ())}
            found = self._sheets_with[kept] = Sheets(self.sheets[name] for name in sorted(names))
        return found

    def alone(self, activity: str) -> Sheets:
        """Give an activity taken by itself."""
        found = self._alone.get(activity)
        if found is None:
            found = self._alone[activity] = Sheets((self.sheets[activity],))
        return found

    @cached_property
    def serving_by(self) -> dict[str, str]:
        """The first agreement, in order of id, by which each organisation hosts or processes for another."""
        found: dict[str, str] = {}
        for name, agreement in sorted(self.case.agreements.items()):
            if agreement.is_ in ("hosting", "processing"):
                found.setdefault(agreement.between[1], name)
        return found

    @cached_property
    def _by_category(self) -> dict[str, list[ActivityIndex]]:
        found: dict[str, list[ActivityIndex]] = {}
        for sheet in self.sheets.values():
            for category in sheet.categories:
                found.setdefault(category, []).append(sheet)
        return found

    def unsettled_machine(self, host: str) -> str:
        """Give the host, `host` itself or one below it, of which nobody says what it runs on; empty if all is said.

        A data centre is where machines stand: it runs on nothing else unless that is stated.
        """
        last = [host, *self.machines(host)][-1]
        entry = self.case.hosts.get(last)
        if entry is None or entry.kind == "data-centre":
            return ""
        return last if plain(entry.runs_on) in UNSETTLED else ""

    def _arriving(self, host: str) -> set[str]:
        alike = self.numbered_alike
        carried = {(alike[hop.activity], hop.mask) for hop in self.into.get(host, ())}
        return set().union(*[self.sheets[activity].names(mask) for activity, mask in carried])

    @cached_property
    def numbered_alike(self) -> dict[str, str]:
        """The first activity that numbers the same categories as each does, so that masks of the two can be held against each other."""
        first: dict[tuple[str, ...], str] = {}
        return {name: first.setdefault(tuple(sheet.categories), name) for name, sheet in self.sheets.items()}

    def kept(self, host: str) -> tuple[str, ...]:
        """Give the categories `host` keeps, a broad one spelt out into the narrower ones that flows bring there."""
        found = self._kept.get(host)
        if found is None:
            listed = [
                category for category in several(self.case.hosts[host].keeps) if category not in UNSETTLED
            ]
            arriving = () if self._broad.isdisjoint(listed) else self._arriving(host)
            found = self._kept[host] = tuple(sorted(self.taxonomy.spelt_out(listed, arriving)))
        return found

    @cached_property
    def _broad(self) -> frozenset[str]:
        """The categories that are broader than one that activities are about."""
        return frozenset().union(*(self.above(category) - {category} for category in self._by_category))

    def may_keep(self, host: str) -> tuple[str, ...]:
        """Give the categories that `host` may keep besides, because nobody says what it keeps of what arrives there."""
        found = self._may_keep.get(host)
        if found is None:
            unsaid = any(category in UNSETTLED for category in several(self.case.hosts[host].keeps))
            arriving = self._arriving(host) if unsaid else set()
            found = self._may_keep[host] = tuple(sorted(arriving - set(self.kept(host))))
        return found

    @cached_property
    def custody(self) -> dict[str, list[str]]:
        """The hosts whose data each organisation has or may have in custody; under `unknown` those without operator."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.case.hosts):
            if self.kept(name) or self.may_keep(name):
                for place in (name, *self.machines(name)):
                    who = self.operator(place)
                    if who in self.case.organisations or who == UNKNOWN:
                        found.setdefault(who, []).append(name)
        return found

    @cached_property
    def into(self) -> dict[str, list[Hop]]:
        """The hops that reach each host, activity by activity."""
        found: dict[str, list[Hop]] = defaultdict(list)
        for sheet in self.sheets.values():
            for hop in sheet.hops:
                found[hop.b].append(hop)
        return {place: hops for place, hops in found.items() if place in self.case.hosts}

    @cached_property
    def reaching(self) -> dict[str, tuple[str, ...]]:
        """The activities whose flows bring data to each place."""
        return _by_place({name: set(map(_END, sheet.hops)) for name, sheet in self.sheets.items()})

    @cached_property
    def leaving(self) -> dict[str, tuple[str, ...]]:
        """The activities whose flows leave each place."""
        return _by_place({name: sheet.leaving() for name, sheet in self.sheets.items()})

    @cached_property
    def tells_of_pages(self) -> bool:
        """Whether any flow says in which page its element is, when that loads or what in a page makes it send, as far as one look at all of them tells."""
        flows = self.case.columns["flows"]
        return not flows.unstated.issuperset(("loads", "trigger")) or not flows.words["embedded_in"] <= {""}

    @cached_property
    def serving(self) -> dict[str, tuple[str, ...]]:
        """The activities whose flows bring data to each place, or are sent from an element of a page there."""
        if not self.tells_of_pages:
            return self.reaching
        pages: dict[str, dict[str, None]] = defaultdict(dict)
        for name, sheet in self.sheets.items():
            for hop in sheet.hops:
                if hop.flow is not None and hop.flow.embedded_in:
                    pages[hop.flow.embedded_in][name] = None
        sent = {page: distinct((*self.reaching.get(page, ()), *names)) for page, names in pages.items()}
        return {**self.reaching, **sent}

    def hop_categories(self, hop: Hop) -> tuple[str, ...]:
        """Give the categories that `hop` carries."""
        return self.sheets[hop.activity].names(hop.mask)


def _by_place(places: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Give the activities at each place, from the places of each activity."""
    found: dict[str, list[str]] = defaultdict(list)
    for activity, listed_there in places.items():
        for place in listed_there:
            found[place].append(activity)
    return {place: tuple(activities) for place, activities in found.items()}


def _operator(case: Case, place: str) -> str:
    """Give who operates `place`: the host's operator, or the organisation itself; `unknown` or empty for people."""
    host = case.hosts.get(place)
    if host is None:
        return place if place in case.organisations else ""
    value = str(plain(host.operator))
    return UNKNOWN if value in UNSETTLED else value


def _head(case: Case, organisation: str) -> str:
    """Give the legal person that `organisation` is: itself, or the head of which it is a branch."""
    entry = case.organisations.get(organisation)
    return entry.branch_of if entry is not None and entry.branch_of else organisation


def build(materials: Materials) -> Estate:
    """Index the case of `materials` on its date. Linear in the number of facts, apart from broad categories."""
    return Estate(materials)
