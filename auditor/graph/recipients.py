"""The recipients of each activity: who receives data, and whether a notice or the register names them.

A recipient is anyone to whom data are disclosed, processors included (GDPR art. 4(9)). A notice may name a recipient or
its category (art. 13(1)(e)). Nothing is undeclared unless both notice and register are there and complete.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, reduce
from operator import or_
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.estate import ActivityIndex, Estate, Hop
from auditor.graph.roles import Roles
from auditor.model.case.notices import Notice
from auditor.model.evidence import FALSE, TRUE, Answer, Choice, Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import ACTIVITY_TERMS, UNKNOWN, UNSETTLED

Observed = Literal[
    "undeclared", "declared-observed", "declared-not-observed", "attempted", "unattributed", "unknown", "none"
]


class Recipient(Struct, frozen=True, kw_only=True):
    """`who` receives the data of `mask` in `activity`, by the hops named, the fullest certain one first.

    `declared` tells whether a notice or the register names it. A recipient without hops is only declared, as an organisation
    or as a category, or was only sent an attempted request; `modelled` tells whether some flow may reach it.
    """

    who: str
    activity: str
    role: Choice
    declared: Answer
    mask: int = 0
    hops: tuple[Hop, ...] = ()
    modelled: Answer = TRUE

    @property
    def route(self) -> str:
        """The fact that stands for the recipient: how data reaches it, else what declares it."""
        return self.hops[0].route if self.hops else self.declared.proof[0]


class Recipients:
    """Notices and recipients of an estate."""

    def __init__(self, estate: Estate, roles: Roles) -> None:
        self.estate = estate
        self.roles = roles
        self.notices: dict[str, list[tuple[str, Notice]]] = defaultdict(list)
        for name, notice in sorted(estate.case.notices.items()):
            for activity in [notice.for_] if isinstance(notice.for_, str) else notice.for_:
                self.notices[activity].append((name, notice))
        #: The facts that do not tell for which activity a notice in force is: it may name whom the others do not.
        self.unplaced = tuple(
            f"notices.{name}.for" for word in sorted(UNSETTLED) for name, _ in self.notices.get(word, ())
        )
        self.all: list[Recipient] = []
        self.by_activity: dict[str, list[Recipient]] = {}
        for sheet in estate.sheets.values():
            self.by_activity[sheet.id] = self._of_sheet(sheet)
            self.all.extend(self.by_activity[sheet.id])

    def role(self, organisation: str, activity: str) -> Choice:
        """Give the role of `organisation` in `activity`; where it is open, without what tells that it takes part."""
        role = self.roles.of(organisation, activity).role
        return Choice(anything=True, missing=role.missing) if role.anything else role

    def declared(self, organisation: str, activity: str) -> Answer:
        """Tell whether notice or register names `organisation`, or a category it falls under, for `activity`."""
        missing: list[str] = []
        proof: list[str] = []
        words = self.words(organisation)
        vague = organisation not in UNSETTLED and self.estate.terms(organisation) is None
        lists = [(f"notices.{name}.recipients", notice) for name, notice in self.notices[activity]]
        for route, notice in lists:
            if organisation == notice.by:
                return Answer(value=True, proof=(f"notices.{route.split('.')[1]}.by",))
            answer = self._named(several(notice.recipients), words)
            if answer:
                return Answer(value=True, proof=(route,))
            (missing if answer is None else proof).append(route)
            if vague and not ACTIVITY_TERMS.keys().isdisjoint(several(notice.recipients)):
                missing.append(f"organisations.{organisation}.is")
        missing.extend(self.unplaced)
        if not lists:
            missing.append(f"activities.{activity}.notice")
        processing = self.estate.case.activities[activity]
        for name, value in (("recipients", processing.recipients), ("processors", processing.processors)):
            route = f"activities.{activity}.{name}"
            answer = self._named(several(value), words)
            if answer:
                return Answer(value=True, proof=(route,))
            (missing if answer is None else proof).append(route)
            if vague and not ACTIVITY_TERMS.keys().isdisjoint(several(value)):
                missing.append(f"organisations.{organisation}.is")
        return Answer(value=None if missing else False, proof=tuple(proof), missing=distinct(missing))

    def words(self, organisation: str) -> frozenset[str]:
        """Give the words by which a notice, the register or a contract may mean `organisation`: its id and all that it is."""
        return frozenset({organisation} - UNSETTLED) | (self.estate.terms(organisation) or frozenset())

    def _named(self, listed: tuple[str, ...], words: frozenset[str]) -> bool | None:
        if any(item in words for item in listed):
            return True
        return None if any(item in UNSETTLED for item in listed) else False

    def _of_sheet(self, sheet: ActivityIndex) -> list[Recipient]:
        hops: dict[str, list[Hop]] = defaultdict(list)
        for hop in sheet.hops:
            for who in self._receivers(hop):
                hops[who].append(hop)
        return [
            self._received(who, sheet.id, hops[who])
            for who in sorted(hops)
            if self.role(who, sheet.id).settled != "controller"
        ]

    def _received(self, who: str, activity: str, hops: list[Hop]) -> Recipient:
        role, declared = self.roles.of(who, activity).role, self.declared(who, activity)
        value, missing, doubt = declared.value, declared.missing, self._doubt(who, hops)
        if not value and doubt:
            value, missing = None, (*doubt, *missing)
        if value is False and role.anything:
            value, missing = None, role.missing
        facts = (*declared.proof, *role.proof)
        return Recipient(
            who=who,
            activity=activity,
            role=Choice(anything=True, missing=missing) if role.anything else replace(role, proof=facts),
            declared=Answer(value=value, proof=facts, missing=missing),
            mask=reduce(or_, (hop.mask for hop in hops)),
            hops=tuple(sorted(hops, key=lambda hop: (bool(hop.doubt), -hop.mask.bit_count()))),
        )

    def _receivers(self, hop: Hop) -> set[str]:
        estate = self.estate
        own = estate.operator(hop.a)
        receivers = {estate.operator(hop.b)}
        if hop.b in estate.case.hosts:
            receivers.update(estate.operator(machine) for machine in estate.machines(hop.b))
        if hop.open_end:
            receivers.add(UNKNOWN)
        return {
            who for who in receivers if (who in estate.case.organisations or who == UNKNOWN) and who != own
        }

    def _doubt(self, who: str, hops: list[Hop]) -> Routes:
        if who == UNKNOWN:
            return distinct(f"{h.route}.to" if h.open_end else f"hosts.{h.b}.operator" for h in hops)
        if any(not hop.doubt for hop in hops):
            return ()
        return distinct(route for hop in hops for route in hop.doubt)

    @cached_property
    def without_flow(self) -> list[Recipient]:
        """Declared recipients that no flow is certain to reach, and those that a request was only attempted to reach."""
        found = {(r.who, r.activity): r for r in (*self._only_declared(), *self._only_attempted())}
        return [found[key] for key in sorted(found)]

    def _only_declared(self) -> Iterator[Recipient]:
        for name, notice in sorted(self.estate.case.notices.items()):
            about = [notice.for_] if isinstance(notice.for_, str) else notice.for_
            known = [a for a in about if a in self.estate.sheets]
            sheets = tuple(a for a in known if any(id_ == name for id_, _ in self.notices.get(a, ())))
            if sheets:
                yield from self._unreached(
                    f"notices.{name}.recipients", several(notice.recipients), sheets, notice.by
                )
        for name, sheet in self.estate.sheets.items():
            for field in ("recipients", "processors"):
                listed = several(getattr(sheet.processing, field))
                yield from self._unreached(f"activities.{name}.{field}", listed, (name,), "")

    def _unreached(
        self, route: str, listed: tuple[str, ...], activities: tuple[str, ...], by: str
    ) -> Iterator[Recipient]:
        own = {by}.union(*(several(self.estate.case.activities[name].controller) for name in activities))
        reached = [r for name in activities for r in self._by_activity[name]]
        for who in listed:
            if who in UNSETTLED or who in own or any(who in self.words(r.who) for r in reached):
                continue
            modelled = self._modelled(who, reached)
            if not modelled.value:
                yield Recipient(
                    who=who,
                    activity=min(activities),
                    role=Choice(anything=True, missing=modelled.missing),
                    declared=Answer(value=True, proof=(route,)),
                    modelled=modelled,
                )

    @cached_property
    def _by_activity(self) -> dict[str, list[Recipient]]:
        found: dict[str, list[Recipient]] = {name: [] for name in self.estate.sheets}
        for recipient in self.all:
            found[recipient.activity].append(recipient)
        return found

    def _modelled(self, who: str, reached: list[Recipient]) -> Answer:
        """Tell whether a declared recipient that no hop reaches by name may be reached all the same, or holds its part."""
        if who in self._holders:
            return TRUE
        unclear = [route for r in reached if r.who == UNKNOWN for route in r.declared.missing]
        if who in ACTIVITY_TERMS and who not in self.estate.case.organisations:
            unclear += [
                f"organisations.{r.who}.is"
                for r in reached
                if r.who != UNKNOWN and self.estate.terms(r.who) is None
            ]
        return Answer(value=None if unclear else False, missing=distinct(unclear))

    @cached_property
    def _holders(self) -> frozenset[str]:
        """Whoever operates a host or holds keys: a part in the processing that needs no flow of its own."""
        case = self.estate.case
        keepers = {
            who for part in (case.hosts, case.flows) for entry in part.values() for who in several(entry.keys)
        }
        hosts = {self.estate.operator(name) for name in case.hosts}
        return frozenset().union(*(self.words(who) for who in (keepers | hosts) - UNSETTLED))

    def _only_attempted(self) -> Iterator[Recipient]:
        reached = {(r.who, r.activity) for r in self.all}
        for name, flow in sorted(self.estate.case.flows.items()):
            if plain(flow.attempted) == "true" and flow.for_ in self.estate.sheets:
                for end in several(flow.to):
                    who = self.estate.operator(end)
                    if who in self.estate.case.organisations and (who, flow.for_) not in reached:
                        declared = self.declared(who, flow.for_)
                        yield Recipient(
                            who=who,
                            activity=flow.for_,
                            role=Choice(anything=True, missing=declared.missing),
                            declared=replace(declared, proof=(f"flows.{name}",)),
                            modelled=FALSE,
                        )

    def observed(self, recipient: Recipient) -> tuple[Observed, tuple[str, ...]]:
        """Tell how what is declared of `recipient` stands to what was observed, and the facts missing to tell.

        `none` where nothing was observed in the activity: what nobody captured is not absent.
        """
        seen = self._seen.get(recipient.activity)
        if seen is None:
            return "none", ()
        if any(hop.route in seen for hop in recipient.hops):
            if recipient.who == UNKNOWN:
                return "unattributed", ()
            if recipient.declared.value is None:
                return "unknown", recipient.declared.missing
            return ("declared-observed" if recipient.declared.value else "undeclared"), ()
        if not recipient.hops and recipient.route in seen:
            return "attempted", ()
        return ("declared-not-observed" if recipient.declared.value else "none"), ()

    @cached_property
    def _seen(self) -> dict[str, set[str]]:
        """The flows that were observed, by activity."""
        found: dict[str, set[str]] = {}
        for name, flow in self.estate.case.flows.items():
            if self.estate.materials.fact(f"flows.{name}").known == "observed":
                found.setdefault(flow.for_, set()).add(f"flows.{name}")
        return found
