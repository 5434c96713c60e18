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
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from typing import Final

from msgspec import UNSET, Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.importers import End, Importers, Party, no, perhaps, yes
from auditor.model.case.flows import Flow
from auditor.model.evidence import distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

NOBODY: Final = ""
#: The sender of what people give by themselves.
SENT_BY_NOBODY: Final = no(NOBODY)


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


class _Sending(Struct, frozen=True, kw_only=True, gc=False):
    """One hop, as far as it brings data from `sender` to an end."""

    hop: Hop
    end: End
    sender: Party

    @property
    def id(self) -> str:
        """The step and the place where it ends."""
        return f"{self.hop.id}@{self.end.place}"


class Transfers:
    """All transfers of an estate, in order of flow and importer; `bridged` are the countries that an agreement keeps, for a time, from counting as third countries."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._importers = Importers(estate)
        #: Gives the legal person that an organisation is.
        self.head: Callable[[str], str] = self._importers.head
        self.bridged: dict[str, str] = {}
        self.all: list[Transfer] = []
        self._collectors: dict[str, list[tuple[str, str]]] = {}
        #: Gives who sends what leaves a place, where nobody says who arranges it; nobody named, where it is no place of theirs.
        self._operating: Callable[[str], Party] = cache(partial(_operating, estate))
        self._passed: dict[str, frozenset[str]] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._subjects: dict[tuple[str, bool], Party] = {}
        self._unplaced: set[tuple[str, str, str]] = set()
        if estate.case.case.regime != NONE:
            for sheet in estate.sheets.values():
                self.all.extend(self._of_sheet(sheet))

    def _of_sheet(self, sheet: ActivityIndex) -> list[Transfer]:
        found: dict[str, Transfer] = {}
        later: dict[str, list[_Sending]] = {}
        for sending in self._sendings(sheet):
            transfer = self._transfer(sheet, sending)
            if transfer is not None and _surer(transfer, found.get(transfer.id)):
                found[transfer.id] = transfer
            if self._importers.abroad(sending.sender.word) and not sending.end.where.unplaced:
                later.setdefault(self.head(sending.sender.word), []).append(sending)
        for onward in self._onward(list(found.values()), later):
            if onward.id not in found or found[onward.id].missing:
                found[onward.id] = onward
        return [found[name] for name in sorted(found)]

    def _sendings(self, sheet: ActivityIndex) -> Iterator[_Sending]:
        """Give as what hops may count: sendings by somebody to somebody else, who may be out of the EEA."""
        arriving_abroad = self._importers.arriving_abroad
        for hop in sheet.hops:
            for end in () if hop.rest else arriving_abroad(hop.b):
                sender = self._sender(sheet, hop, end) if end.sender is None else end.sender
                if sender.value is not False and self._of_matter(sender, end):
                    yield _Sending(hop=hop, end=end, sender=sender)

    def _of_matter(self, sender: Party, end: End) -> bool:
        """Tell whether what somebody sends to an end may be a transfer, or lead to one.

        Of an end that nobody places it is told once for a sender, and not where it is open who that is.
        """
        where = end.where
        if end.importer != UNKNOWN and end.head == self.head(sender.word):
            return False
        if where.bridges:
            self.bridged.update(where.bridges)
        if where.unplaced:
            return sender.value is True and (sender.word, end.importer, end.place) not in self._unplaced
        return where.found.value is not False

    def _transfer(self, sheet: ActivityIndex, sending: _Sending) -> Transfer | None:
        subject = self._subject(sheet, sending.sender.word)
        if subject.value is False:
            return None
        sender, hop, end = sending.sender, sending.hop, sending.end
        where = end.where
        if where.unplaced:
            self._unplaced.add((sender.word, end.importer, end.place))
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
                if not new & sending.hop.mask:
                    continue
                onward = self._sent_on(before, sending)
                received[not onward.missing].append((onward, new & sending.hop.mask))
                if sending.id not in followed:
                    followed.add(sending.id)
                    yield onward

    def _sent_on(self, before: Transfer, sending: _Sending) -> Transfer:
        hop, sender, end = sending.hop, sending.sender, sending.end
        where = end.where.found
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

    def _sender(self, sheet: ActivityIndex, hop: Hop, end: End) -> Party:
        """Give who sends: whoever arranges it, else the operator of a place; for a device of people, whoever arranges that it does.

        Who that may be is not looked for where nobody places the end, as a transfer there is told of certain senders alone.
        A relay that takes no part in the activity by any contract only carries: then it is who starts the flow.
        """
        flow = hop.flow
        stated = sheet.processing.arranged_by if flow is None else flow.arranged_by
        start = self._origin(sheet, hop, flow) if flow is not None and flow.through else hop.a
        of_people = start in self.estate.case.people
        arranged = UNKNOWN if stated is UNSET else plain(stated)
        if arranged not in UNSETTLED and (of_people or self._may_export(sheet, arranged)):
            return Party(
                value=arranged != NONE,
                word=NOBODY if arranged == NONE else arranged,
                proof=(f"{hop.route}.arranged_by",),
            )
        if of_people:
            if flow is not None and flow.embedded_in:
                return self._page(hop, flow)
            sought = end.where.bridges or not end.where.unplaced
            return self._collected(sheet, hop, end.head) if sought else SENT_BY_NOBODY
        sender = self._operating(start)
        return sender if sender.word else perhaps(UNKNOWN, missing=hop.doubt)

    def _may_export(self, sheet: ActivityIndex, arranged: str) -> bool:
        """Tell whether who is said to arrange a sending between organisations may be its exporter, under the regime."""
        return arranged != NONE and self._subject(sheet, arranged).value is not False

    def _origin(self, sheet: ActivityIndex, hop: Hop, flow: Flow) -> str:
        """Give where `hop` starts; where that is a relay without any contract, where its flow starts, if that is one place."""
        if hop.a not in self._relays(hop.route, flow):
            return hop.a
        starts = several(flow.from_)
        if len(starts) != 1 or starts[0] in UNSETTLED:
            return hop.a
        relay = self.head(self.estate.operator(hop.a))
        known = relay == UNKNOWN or relay in self._bound or relay in self._stated_parts(sheet)
        return hop.a if known else starts[0]

    def _relays(self, route: str, flow: Flow) -> frozenset[str]:
        """Give the places that the flow at an address passes through."""
        found = self._passed.get(route)
        if found is None:
            found = self._passed[route] = frozenset(several(flow.through))
        return found

    def _stated_parts(self, sheet: ActivityIndex) -> frozenset[str]:
        """Give the legal persons that are said to control an activity or to process for it."""
        found = self._parts.get(sheet.id)
        if found is None:
            stated = (*several(sheet.processing.controller), *several(sheet.processing.processors))
            found = self._parts[sheet.id] = frozenset(
                self.head(who) for who in stated if who not in UNSETTLED
            )
        return found

    @cached_property
    def _bound(self) -> frozenset[str]:
        """Whoever somebody entrusts with data by an agreement."""
        return frozenset(self.head(entry.between[1]) for entry in self.estate.case.agreements.values())

    def _page(self, hop: Hop, flow: Flow) -> Party:
        """Give the operator of the page that makes a browser send, when it loads or on a click.

        An element that loads nothing by itself, or of which nobody says when it loads, may be a plain link, which its reader
        follows: then a click tells nothing of who arranges the sending. What sends when the page loads is no link.
        """
        operator = self.estate.operator(flow.embedded_in)
        proof = (f"{hop.route}.embedded_in", f"hosts.{flow.embedded_in}.operator")
        if operator == UNKNOWN:
            return perhaps(UNKNOWN, proof=proof[:1], missing=proof[1:])
        loads, trigger = plain(flow.loads), plain(flow.trigger)
        if trigger == "load":
            return yes(operator, *proof, f"{hop.route}.trigger")
        if loads == "never" and trigger in (*UNSETTLED, "schedule"):
            return SENT_BY_NOBODY
        if loads in UNSETTLED and trigger in UNSETTLED:
            return perhaps(operator, proof=proof, missing=(f"{hop.route}.loads",))
        if loads == "never" or loads in UNSETTLED:
            return perhaps(operator, proof=proof, missing=(f"{hop.route}.arranged_by",))
        return yes(operator, *proof, f"{hop.route}.loads")

    def _collected(self, sheet: ActivityIndex, hop: Hop, importer: str) -> Party:
        """Give who could have arranged what people seem to send by themselves: a controller who is not the importer."""
        route = f"activities.{sheet.id}.controller"
        for who, head in self._able(sheet):
            if head != importer:
                return perhaps(who, proof=(route,), missing=(f"{hop.route}.arranged_by",))
        if not UNSETTLED.isdisjoint(several(sheet.processing.controller)):
            return perhaps(UNKNOWN, missing=(route, f"{hop.route}.arranged_by"))
        return SENT_BY_NOBODY

    def _able(self, sheet: ActivityIndex) -> list[tuple[str, str]]:
        """Give the controllers of an activity that the regime applies to, or may, with the legal persons that they are."""
        found = self._collectors.get(sheet.id)
        if found is None:
            stated = sorted(who for who in several(sheet.processing.controller) if who not in UNSETTLED)
            able = (who for who in stated if self._subject(sheet, who).value is not False)
            found = self._collectors[sheet.id] = [(who, self.head(who)) for who in able]
        return found

    def _subject(self, sheet: ActivityIndex, organisation: str) -> Party:
        """Tell whether the GDPR or EUDPR applies to `organisation` for this processing."""
        key = (organisation, organisation in several(sheet.processing.controller))
        found = self._subjects.get(key)
        if found is None:
            found = self._subjects[key] = self._applies_to(organisation, controls=key[1])
        return found

    def _applies_to(self, organisation: str, *, controls: bool) -> Party:
        if organisation == UNKNOWN:
            return perhaps(UNKNOWN)
        head = self.head(organisation)
        entry = self.estate.case.organisations.get(head)
        if entry is not None and isinstance(entry.regime, str):
            return Party(value=entry.regime != NONE, word=head, proof=(f"organisations.{head}.regime",))
        about = self.estate.case.case
        if about.regime == "eudpr" and about.about and head == self.head(about.about):
            return yes(head)
        country, route = self.estate.sure_country(head), f"organisations.{head}.country"
        if country in (*UNSETTLED, NONE):
            return perhaps(head, missing=(route,))
        if not self._importers.third(country):
            return yes(head, route)
        if controls:
            return perhaps(head, proof=(route,), missing=(f"organisations.{head}.regime",))
        return no(head, route)

    def _runs(self, place: str) -> tuple[str, ...]:
        return (f"hosts.{place}.operator",) if place in self.estate.case.hosts else ()


def _operating(estate: Estate, start: str) -> Party:
    sender = estate.operator(start)
    facts = (f"hosts.{start}.operator",) if start in estate.case.hosts else ()
    return perhaps(UNKNOWN, missing=facts) if sender == UNKNOWN and facts else yes(sender, *facts)


def _surer(transfer: Transfer, other: Transfer | None) -> bool:
    """Tell whether a transfer stands for a step rather than another of the same step and importer: a certain one does."""
    return other is None or bool(other.missing and not transfer.missing)
