"""The recipients of each activity: who receives data, and whether a notice or the register names them.

A recipient is anyone to whom data are disclosed, processors included (GDPR art. 4(9)). A notice may name a recipient or
its category (art. 13(1)(e)). Nothing is undeclared unless both notice and register are there and complete.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from auditor.graph.dates import holds
from auditor.graph.estate import Estate, Hop, Sheet
from auditor.graph.roles import Role, Roles
from auditor.model.case import Notice
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

Declared = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """`who` receives the data of `mask` in `activity`, by the hops named; `declared` with the facts behind it."""

    who: str
    activity: str
    mask: int
    hops: tuple[Hop, ...]
    role: Role
    declared: Declared
    proof: tuple[str, ...]
    missing: tuple[str, ...]


class Recipients:
    """Notices and recipients of an estate."""

    def __init__(self, estate: Estate, roles: Roles) -> None:
        self.estate = estate
        self.roles = roles
        self.notices: dict[str, list[tuple[str, Notice]]] = defaultdict(list)
        for name, notice in sorted(estate.case.notices.items()):
            if holds(notice.since, notice.until, estate.as_of):
                for activity in [notice.for_] if isinstance(notice.for_, str) else notice.for_:
                    self.notices[activity].append((name, notice))
        self.all: list[Recipient] = []
        self.by_activity: dict[str, list[Recipient]] = {}
        for sheet in estate.sheets.values():
            self.by_activity[sheet.id] = self._of_sheet(sheet)
            self.all.extend(self.by_activity[sheet.id])

    def role(self, organisation: str, activity: str) -> tuple[Role, tuple[str, ...], tuple[str, ...]]:
        """Give the role of `organisation` in `activity`, with the facts that show it and those that are missing."""
        part = self.roles.of(organisation, activity)
        return part.role, part.proof, part.missing

    def declared(self, organisation: str, activity: str) -> tuple[Declared, tuple[str, ...], tuple[str, ...]]:
        """Tell whether notice or register names `organisation`, or a category it falls under, for `activity`."""
        missing: list[str] = []
        proof: list[str] = []
        words = {organisation} - UNSETTLED | (self.estate.terms(organisation) or frozenset())
        lists = [(f"notices.{name}.recipients", notice) for name, notice in self.notices[activity]]
        for route, notice in lists:
            if organisation == notice.by:
                return "yes", (f"notices.{route.split('.')[1]}.by",), ()
            answer = self._named(several(notice.recipients), words)
            if answer == "yes":
                return "yes", (route,), ()
            (missing if answer == "unknown" else proof).append(route)
        if not lists:
            missing.append(f"activities.{activity}.notice")
        processing = self.estate.case.activities[activity]
        for name, value in (("recipients", processing.recipients), ("processors", processing.processors)):
            route = f"activities.{activity}.{name}"
            answer = self._named(several(value), words)
            if answer == "yes":
                return "yes", (route,), ()
            (missing if answer == "unknown" else proof).append(route)
        return ("unknown" if missing else "no"), tuple(proof), tuple(missing)

    def _named(self, listed: tuple[str, ...], words: set[str]) -> Declared:
        if any(item in words for item in listed):
            return "yes"
        return "unknown" if any(item in UNSETTLED for item in listed) else "no"

    def _of_sheet(self, sheet: Sheet) -> list[Recipient]:
        hops: dict[str, list[Hop]] = defaultdict(list)
        for hop in sheet.hops:
            for who in self._receivers(hop):
                hops[who].append(hop)
        found = []
        for who in sorted(hops):
            role, role_proof, role_missing = self.role(who, sheet.id)
            if role == "controller":
                continue
            declared, proof, missing = self.declared(who, sheet.id)
            doubt = self._doubt(who, hops[who])
            if declared != "yes" and doubt:
                declared, missing = "unknown", (*doubt, *missing)
            if declared == "no" and role == "unknown":
                declared, missing = "unknown", role_missing
            mask = 0
            for hop in hops[who]:
                mask |= hop.mask
            facts = (*proof, *role_proof)
            found.append(Recipient(who, sheet.id, mask, tuple(hops[who]), role, declared, facts, missing))
        return found

    def _receivers(self, hop: Hop) -> set[str]:
        estate = self.estate
        own = estate.operator(hop.a)
        receivers = {estate.operator(hop.b)}
        if hop.b in estate.case.hosts:
            receivers.update(estate.operator(machine) for machine in estate.machines(hop.b))
        return {who for who in receivers if (who in estate.case.organisations or who == UNKNOWN) and who != own}

    def _doubt(self, who: str, hops: list[Hop]) -> tuple[str, ...]:
        if who == UNKNOWN:
            return tuple(dict.fromkeys(f"hosts.{hop.b}.operator" for hop in hops))
        return () if any(not hop.doubt for hop in hops) else tuple(dict.fromkeys(r for hop in hops for r in hop.doubt))
