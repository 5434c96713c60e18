"""Transfers: who sends personal data to whom in a third country, by the three criteria of EDPB Guidelines 05/2021.

(a) An exporter subject to the GDPR (or EUDPR) for that processing: whoever arranges the sending. (b) Another legal person
receives; a branch is the same person, who runs a machine below the place is another. (c) The importer is in a third country,
or is an international organisation. A person giving data directly to an importer of their own choice exports nothing.

A transfer is certain where all three are; otherwise it is possible, with the facts that keep it from being certain. What an
importer in a third country passes on there, to somebody else again, is an onward transfer, for which the first exporter
answers (art. 44). None of this says anything about exposure.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.model.case.flows import Flow
from auditor.model.case.organisations import Organisation
from auditor.model.dates import holds
from auditor.model.evidence import Answer, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

INTERNATIONAL: Final = "international-organisation"
NOBODY: Final = ""


class Transfer(Struct, frozen=True, kw_only=True):
    """`sender` sends the data of `hop` to `importer`; `exporter` answers for it, and differs from `sender` only onward.

    `before` is the transfer that an onward one passes on. `country` is the importer's, `none` for an international organisation, `unknown` where nobody says. A transfer with
    nothing `missing` is certain.
    """

    hop: Hop
    place: str
    sender: str
    exporter: str
    importer: str
    country: str
    onward: bool = False
    before: Transfer | None = None
    proof: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The flow, step by step where it has several, and who receives."""
        return f"{self.hop.id}:{self.importer}"


class _Party(Answer, frozen=True, kw_only=True):
    """An answer about somebody or somewhere: `word` tells who or where."""

    word: str


def _yes(word: str, *proof: str) -> _Party:
    return _Party(value=True, word=word, proof=proof)


def _no(word: str, *proof: str) -> _Party:
    return _Party(value=False, word=word, proof=proof)


def _perhaps(word: str, *, proof: Routes = (), missing: Routes = ()) -> _Party:
    return _Party(value=None, word=word, proof=proof, missing=missing)


class _Where(Struct, frozen=True, kw_only=True, gc=False):
    """Whether whoever operates a place is in a third country there, and in which.

    `unplaced` tells that they are of the EEA, and nobody says where the place is. `bridges` are the agreements that keep a country
    from counting, by country.
    """

    found: _Party
    unplaced: bool
    bridges: dict[str, str]

    @property
    def at_home(self) -> bool:
        """Whether that is in the EEA, whoever sends there."""
        return self.found.value is False and not self.bridges


class _End(Struct, frozen=True, kw_only=True, gc=False):
    """Where something arrives: at a place, with whoever operates it; `sender` is who passes it down there, on a machine below."""

    place: str
    importer: str
    head: str
    sender: _Party | None = None


class _Sending(Struct, frozen=True, kw_only=True, gc=False):
    """One hop, as far as it brings data from `sender` to an end."""

    hop: Hop
    end: _End
    sender: _Party

    @property
    def id(self) -> str:
        """The step and the place where it ends."""
        return f"{self.hop.id}@{self.end.place}"


class Transfers:
    """All transfers of an estate, in order of flow and importer; `bridged` are the countries that an agreement keeps, for a time, from counting as third countries."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.bridged: dict[str, str] = {}
        self.all: list[Transfer] = []
        self._ends: dict[str, _End] = {}
        self._wheres: dict[str, _Where] = {}
        self._abroad_at: dict[str, tuple[_End, ...]] = {}
        self._third: dict[str, bool] = {}
        self._foreign: dict[str, bool] = {}
        self._collectors: dict[str, list[tuple[str, str]]] = {}
        self._senders: dict[str, _Party] = {}
        self._subjects: dict[tuple[str, bool], _Party] = {}
        self._unplaced: set[tuple[str, str, str]] = set()
        if estate.case.case.regime != NONE:
            for sheet in estate.sheets.values():
                self.all.extend(self._of_sheet(sheet))

    def head(self, organisation: str) -> str:
        """Give the legal person: a branch is one with its head."""
        return self.estate.legal_person(organisation) or organisation

    def third(self, country: str) -> bool:
        """Tell whether `country` is a third country on the date of the case, any bridge set aside."""
        found = self._third.get(country)
        if found is None:
            in_eea = self.estate.materials.knowledge.in_eea
            found = country not in (*UNSETTLED, NONE) and not in_eea(country, self.estate.as_of)
            self._third[country] = found
        return found

    def _of_sheet(self, sheet: ActivityIndex) -> list[Transfer]:
        found: dict[str, Transfer] = {}
        later: dict[str, list[_Sending]] = {}
        for sending in (s for hop in sheet.hops if not hop.rest for s in self._sendings(sheet, hop)):
            transfer = self._transfer(sheet, sending)
            if transfer is not None and _surer(transfer, found.get(transfer.id)):
                found[transfer.id] = transfer
            if self._abroad(sending.sender.word):
                later.setdefault(self.head(sending.sender.word), []).append(sending)
        for onward in self._onward(list(found.values()), later):
            if onward.id not in found or found[onward.id].missing:
                found[onward.id] = onward
        return [found[name] for name in sorted(found)]

    def _sendings(self, sheet: ActivityIndex, hop: Hop) -> Iterator[_Sending]:
        """Give as what a hop may count: a sending by somebody to somebody else, who may be out of the EEA."""
        for end in self._arriving_abroad(hop.b):
            sender = self._sender(sheet, hop, end.importer) if end.sender is None else end.sender
            if sender.value is not False and self._of_matter(sender.word, end):
                yield _Sending(hop=hop, end=end, sender=sender)

    def _of_matter(self, sender: str, end: _End) -> bool:
        """Tell whether what somebody sends to an end may be a transfer, or lead to one, that was not told of yet."""
        if end.importer != UNKNOWN and end.head == self.head(sender):
            return False
        where = self._where(end)
        self.bridged.update(where.bridges)
        if where.found.value is False:
            return False
        return self._abroad(sender) or (sender, end.importer, end.place) not in self._unplaced

    def _arriving_abroad(self, place: str) -> tuple[_End, ...]:
        """Give where what is sent to a place arrives, there and below, save at home: in the EEA with somebody of the EEA."""
        found = self._abroad_at.get(place)
        if found is None:
            found = tuple(end for end in self._arriving(place) if not self._where(end).at_home)
            self._abroad_at[place] = found
        return found

    def _arriving(self, place: str) -> Iterator[_End]:
        """Give where what is sent to a place arrives, there and on machines below."""
        estate = self.estate
        if estate.operator(place):
            yield self._end(place)
        for upper, lower in pairwise((place, *estate.machines(place))):
            sender = estate.operator(upper)
            routes = (f"hosts.{upper}.operator", f"hosts.{upper}.runs_on", f"hosts.{lower}.operator")
            answer = _perhaps(UNKNOWN, missing=routes[:1]) if sender == UNKNOWN else _yes(sender, *routes)
            yield replace(self._end(lower), sender=answer)

    def _end(self, place: str) -> _End:
        found = self._ends.get(place)
        if found is None:
            importer = self.estate.operator(place)
            found = _End(place=place, importer=importer, head=self.head(importer))
            self._ends[place] = found
        return found

    def _where(self, end: _End) -> _Where:
        """Tell where an end is."""
        known = self._wheres.get(end.place)
        if known is None:
            bridges: dict[str, str] = {}
            found = self._placed(end.importer, end.place, bridges)
            unplaced = found.missing == (f"hosts.{end.place}.location",)
            known = self._wheres[end.place] = _Where(found=found, unplaced=unplaced, bridges=bridges)
        return known

    def _transfer(self, sheet: ActivityIndex, sending: _Sending) -> Transfer | None:
        subject = self._subject(sheet, sending.sender.word)
        if subject.value is False:
            return None
        sender, hop, end = sending.sender, sending.hop, sending.end
        where = self._where(end)
        if where.unplaced:
            key = (sender.word, end.importer, end.place)
            if sender.value is None or key in self._unplaced:
                return None
            self._unplaced.add(key)
        return Transfer(
            hop=hop,
            place=end.place,
            sender=sender.word,
            exporter=sender.word,
            importer=end.importer,
            country=where.found.word,
            proof=distinct(
                (hop.route, *sender.proof, *subject.proof, *self._runs(end.place), *where.found.proof)
            ),
            missing=distinct((*hop.doubt, *sender.missing, *subject.missing, *where.found.missing)),
        )

    def _onward(self, first: list[Transfer], later: dict[str, list[_Sending]]) -> Iterator[Transfer]:
        """Follow what importers send on of what they received, certain transfers first; give each sending once."""
        received: dict[bool, deque[tuple[Transfer, int]]] = {True: deque(), False: deque()}
        for transfer in sorted(first, key=lambda transfer: transfer.id):
            received[not transfer.missing].append((transfer, transfer.hop.mask))
        arrived: dict[str, int] = {}
        followed: set[str] = set()
        while received[True] or received[False]:
            before, bits = received[bool(received[True])].popleft()
            importer = self.head(before.importer)
            new = bits & ~arrived.get(importer, 0)
            arrived[importer] = arrived.get(importer, 0) | new
            for sending in later.get(importer, ()) if new else ():
                if not new & sending.hop.mask or self._where(sending.end).unplaced:
                    continue
                onward = self._sent_on(before, sending)
                received[not onward.missing].append((onward, new & sending.hop.mask))
                if sending.id not in followed:
                    followed.add(sending.id)
                    yield onward

    def _sent_on(self, before: Transfer, sending: _Sending) -> Transfer:
        hop, sender, end = sending.hop, sending.sender, sending.end
        where = self._where(end).found
        shown = (hop.route, *sender.proof, *self._runs(end.place), *where.proof)
        return Transfer(
            hop=hop,
            place=end.place,
            sender=sender.word,
            exporter=before.exporter,
            importer=end.importer,
            country=where.word,
            onward=True,
            before=before,
            proof=distinct((*before.proof, *shown)),
            missing=distinct((*before.missing, *hop.doubt, *sender.missing, *where.missing)),
        )

    def _sender(self, sheet: ActivityIndex, hop: Hop, importer: str) -> _Party:
        """Give who sends: whoever arranges it, else the operator of a place; for a device of people, whoever arranges that it does.

        A relay that takes no part in the activity by any contract only carries: then it is who starts the flow.
        """
        flow = hop.flow
        arranged = self.estate.said(hop, "arranged_by")
        start = self._origin(sheet, hop)
        of_people = start in self.estate.case.people
        if arranged not in UNSETTLED and (of_people or self._may_export(sheet, arranged)):
            return _Party(
                value=arranged != NONE,
                word=NOBODY if arranged == NONE else arranged,
                proof=(f"{hop.route}.arranged_by",),
            )
        if of_people:
            return (
                self._page(hop, flow)
                if flow is not None and flow.embedded_in
                else self._collected(sheet, hop, importer)
            )
        sender = self._operating(start)
        return sender if sender.word else _perhaps(UNKNOWN, missing=hop.doubt)

    def _operating(self, start: str) -> _Party:
        """Give who sends what leaves a place, where nobody says who arranges it; nobody named, where it is no place of theirs."""
        found = self._senders.get(start)
        if found is None:
            sender = self.estate.operator(start)
            facts = (f"hosts.{start}.operator",) if start in self.estate.case.hosts else ()
            unsaid = sender == UNKNOWN and facts
            found = _perhaps(UNKNOWN, missing=facts) if unsaid else _yes(sender, *facts)
            self._senders[start] = found
        return found

    def _may_export(self, sheet: ActivityIndex, arranged: str) -> bool:
        """Tell whether who is said to arrange a sending between organisations may be its exporter, under the regime."""
        return arranged != NONE and self._subject(sheet, arranged).value is not False

    def _origin(self, sheet: ActivityIndex, hop: Hop) -> str:
        """Give where `hop` starts; where that is a relay without any contract, where its flow starts, if that is one place."""
        flow = hop.flow
        if flow is None or not flow.through or hop.a not in several(flow.through):
            return hop.a
        starts = several(flow.from_)
        if len(starts) != 1 or starts[0] in UNSETTLED:
            return hop.a
        relay = self.head(self.estate.operator(hop.a))
        parts = (*several(sheet.processing.controller), *several(sheet.processing.processors))
        known = {self.head(who) for who in parts if who not in UNSETTLED}
        return hop.a if relay in known or relay in self._bound or relay == UNKNOWN else starts[0]

    @cached_property
    def _bound(self) -> frozenset[str]:
        """Whoever somebody entrusts with data by an agreement."""
        return frozenset(self.head(entry.between[1]) for entry in self.estate.case.agreements.values())

    def _page(self, hop: Hop, flow: Flow) -> _Party:
        """Give the operator of the page that makes a browser send, when it loads or on a click.

        An element that loads nothing by itself, or of which nobody says when it loads, may be a plain link, which its reader
        follows: then a click tells nothing of who arranges the sending. What sends when the page loads is no link.
        """
        operator = self.estate.operator(flow.embedded_in)
        proof = (f"{hop.route}.embedded_in", f"hosts.{flow.embedded_in}.operator")
        if operator == UNKNOWN:
            return _perhaps(UNKNOWN, proof=proof[:1], missing=proof[1:])
        loads, trigger = plain(flow.loads), plain(flow.trigger)
        if trigger == "load":
            return _yes(operator, *proof, f"{hop.route}.trigger")
        if loads == "never" and trigger in (*UNSETTLED, "schedule"):
            return _no(NOBODY)
        if loads in UNSETTLED and trigger in UNSETTLED:
            return _perhaps(operator, proof=proof, missing=(f"{hop.route}.loads",))
        if loads == "never" or loads in UNSETTLED:
            return _perhaps(operator, proof=proof, missing=(f"{hop.route}.arranged_by",))
        return _yes(operator, *proof, f"{hop.route}.loads")

    def _collected(self, sheet: ActivityIndex, hop: Hop, importer: str) -> _Party:
        """Give who could have arranged what people seem to send by themselves: a controller who is not the importer."""
        own = self.head(importer)
        able = next((who for who, head in self._able(sheet) if head != own), "")
        route = f"activities.{sheet.id}.controller"
        if able:
            return _perhaps(able, proof=(route,), missing=(f"{hop.route}.arranged_by",))
        if not UNSETTLED.isdisjoint(several(sheet.processing.controller)):
            return _perhaps(UNKNOWN, missing=(route, f"{hop.route}.arranged_by"))
        return _no(NOBODY)

    def _able(self, sheet: ActivityIndex) -> list[tuple[str, str]]:
        """Give the controllers of an activity that the regime applies to, or may, with the legal persons that they are."""
        found = self._collectors.get(sheet.id)
        if found is None:
            stated = sorted(who for who in several(sheet.processing.controller) if who not in UNSETTLED)
            able = (who for who in stated if self._subject(sheet, who).value is not False)
            found = self._collectors[sheet.id] = [(who, self.head(who)) for who in able]
        return found

    def _subject(self, sheet: ActivityIndex, organisation: str) -> _Party:
        """Tell whether the GDPR or EUDPR applies to `organisation` for this processing."""
        key = (organisation, organisation in several(sheet.processing.controller))
        found = self._subjects.get(key)
        if found is None:
            found = self._subjects[key] = self._applies_to(organisation, controls=key[1])
        return found

    def _applies_to(self, organisation: str, *, controls: bool) -> _Party:
        if organisation == UNKNOWN:
            return _perhaps(UNKNOWN)
        head = self.head(organisation)
        entry = self.estate.case.organisations.get(head)
        if entry is not None and isinstance(entry.regime, str):
            return _Party(value=entry.regime != NONE, word=head, proof=(f"organisations.{head}.regime",))
        about = self.estate.case.case
        if about.regime == "eudpr" and about.about and head == self.head(about.about):
            return _yes(head)
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        if country in (*UNSETTLED, NONE):
            return _perhaps(head, missing=(route,))
        if not self.third(country):
            return _yes(head, route)
        if controls:
            return _perhaps(head, proof=(route,), missing=(f"organisations.{head}.regime",))
        return _no(head, route)

    def _abroad(self, organisation: str) -> bool:
        found = self._foreign.get(organisation)
        if found is None:
            named = organisation in self.estate.case.organisations
            found = named and self.third(self.estate.sure_country(organisation))
            self._foreign[organisation] = found
        return found

    def _placed(self, importer: str, place: str, bridges: dict[str, str]) -> _Party:
        """Tell whether `importer`, who operates `place`, is in a third country there, and in which; note which agreements count."""
        if importer == UNKNOWN:
            return _perhaps(UNKNOWN, missing=(f"hosts.{place}.operator",))
        head = self.head(importer)
        entry = self.estate.case.organisations.get(head)
        if entry is None:
            return _no(UNKNOWN)
        if entry.kind == INTERNATIONAL:
            return _yes(NONE, f"organisations.{head}.kind")
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        if country in (*UNSETTLED, NONE):
            return _perhaps(UNKNOWN, missing=(route,))
        if self.third(country):
            return _no(country) if self._bridge(country, bridges) else self._foreigner(head, entry, place)
        return self._european(head, entry, place, bridges)

    def _foreigner(self, head: str, entry: Organisation, place: str) -> _Party:
        """Tell it of a legal person of a third country; one whose place lies wholly in the EEA may act from there alone."""
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        locations = self.estate.locations(place)
        if entry.kind == "group":
            return _perhaps(country, proof=(route,), missing=(f"organisations.{head}.kind",))
        if not locations or any(item in UNSETTLED or self.third(item) for item in locations):
            return _yes(country, route)
        acts = str(plain(entry.run_from))
        acting = f"organisations.{head}.run_from"
        if acts in UNSETTLED:
            return _perhaps(country, proof=(route,), missing=(acting,))
        return _Party(value=self.third(acts), word=country, proof=(route, acting))

    def _european(self, head: str, entry: Organisation, place: str, bridges: dict[str, str]) -> _Party:
        """Tell it of a legal person of the EEA; its place in a third country leaves open who acts there, and from where."""
        locations = self.estate.locations(place)
        outside = sorted(item for item in locations if self.third(item) and not self._bridge(item, bridges))
        if outside:
            acting = f"organisations.{head}.run_from"
            if plain(self.estate.case.hosts[place].runs_on) in UNSETTLED:
                return _perhaps(
                    outside[0], proof=(f"hosts.{place}.location",), missing=(f"hosts.{place}.runs_on",)
                )
            if any(
                self.head(self.estate.operator(machine)) != head for machine in self.estate.machines(place)
            ):
                return _no(outside[0])
            acts = str(plain(entry.run_from))
            if acts in UNSETTLED:
                return _perhaps(outside[0], proof=(f"hosts.{place}.location",), missing=(acting,))
            return _Party(value=self.third(acts), word=outside[0], proof=(f"hosts.{place}.location", acting))
        host = self.estate.case.hosts.get(place)
        if host is not None and not UNSETTLED.isdisjoint(self.estate.locations(place)):
            return _perhaps(UNKNOWN, missing=(f"hosts.{place}.location",))
        return _no(self.estate.country(head))

    def _runs(self, place: str) -> tuple[str, ...]:
        return (f"hosts.{place}.operator",) if place in self.estate.case.hosts else ()

    def _bridge(self, country: str, bridges: dict[str, str]) -> bool:
        for name, bridge in self.estate.materials.knowledge.bridges.items():
            if bridge.country == country and holds(bridge.since, bridge.until, self.estate.as_of):
                bridges[country] = name
                return True
        return False


def _surer(transfer: Transfer, other: Transfer | None) -> bool:
    """Tell whether a transfer stands for a step rather than another of the same step and importer: a certain one does."""
    return other is None or bool(other.missing and not transfer.missing)
