"""The recipients of each activity: who receives data, and whether a notice or the register names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial, reduce
from operator import attrgetter, or_
from typing import Final, Literal

from msgspec import UNSET
from msgspec.structs import asdict, replace

from auditor.graph.declarations import Declarations
from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.recipient import Disclosure, Recipient, Standing, Told
from auditor.graph.roles import Roles
from auditor.model.evidence import FALSE, Answer, Choice, Routes, distinct
from auditor.model.materials import known_in, plain, several
from auditor.model.vocabulary import ACTIVITY_TERMS, UNKNOWN, UNSETTLED

Observed = Literal[
    "undeclared", "declared-observed", "declared-not-observed", "attempted", "unattributed", "unknown", "none"
]
_MASK: Final = attrgetter("mask")


def _doubted(answer: Answer, doubt: Routes) -> Answer:
    """Give an answer that is not yes, left open where there is `doubt`."""
    return (
        Answer(value=None, proof=answer.proof, missing=distinct((*doubt, *answer.missing)))
        if doubt
        else answer
    )


def _with_the_same_proof(role: Choice, declared: Answer) -> tuple[Choice, Answer]:
    """Give the role of a recipient and whether it is declared, each shown by the facts of both; an open role by those it lacks."""
    facts = (*declared.proof, *role.proof)
    return (
        Choice(anything=True, missing=declared.missing) if role.anything else replace(role, proof=facts),
        Answer(value=declared.value, proof=facts, missing=declared.missing),
    )


def _receiving(estate: Estate, place: str) -> tuple[str, ...]:
    """Give who receives at a place and on the machines below, a host where nobody says who operates it."""
    operated = ((each, estate.operator(each)) for each in (place, *estate.machines(place)))
    who = distinct(each if operator == UNKNOWN else operator for each, operator in operated)
    return tuple(each for each in who if each in estate.case.organisations or each in estate.case.hosts)


def _sure(hops: list[Hop]) -> list[Hop]:
    """Give the hops that are certain; where none is, those that are not marked as the rest of an open list."""
    return [hop for hop in hops if not hop.doubt] or [hop for hop in hops if not hop.rest]


def _brought(hops: list[Hop]) -> tuple[int, int]:
    """Give the bits of what hops bring, and of what they may bring besides."""
    if len(hops) == 1 and not hops[0].doubt:
        return hops[0].mask, 0
    sure = reduce(or_, map(_MASK, _sure(hops)), 0)
    return sure, reduce(or_, map(_MASK, hops)) & ~sure


class Recipients:
    """The recipients of an estate."""

    def __init__(self, estate: Estate, roles: Roles, declarations: Declarations) -> None:
        self.estate = estate
        self.roles = roles
        self.declarations = declarations
        self.notices = declarations.notices
        self.all: list[Recipient] = []
        #: Gives who receives at a place.
        self._receiving: Callable[[str], tuple[str, ...]] = cache(partial(_receiving, estate))
        self._controllers: dict[str, list[tuple[str, str]]] = {}
        self._standings: dict[tuple[str, Choice, Answer, Routes, Routes], Standing] = {}
        self._as_told: dict[tuple[Standing, str, Answer], Told] = {}
        self.by_activity: dict[str, list[Recipient]] = {}
        for sheet in estate.sheets.values():
            self.by_activity[sheet.id] = self._of_sheet(sheet)
            self.all.extend(self.by_activity[sheet.id])

    def role(self, organisation: str, activity: str) -> Choice:
        """Give the role of `organisation` in `activity`; where it is open, without what tells that it takes part."""
        return self.roles.role(organisation, activity)

    @cached_property
    def disclosures(self) -> list[Disclosure]:
        """Every recipient once for each controller of its activity, who owes people a notice that names it."""
        found: list[Disclosure] = []
        for recipient in (*self.all, *self.without_flow):
            found += [recipient] if isinstance(recipient, Disclosure) else self._disclosed(recipient)
        return found

    def _disclosed(self, recipient: Recipient) -> list[Disclosure]:
        who, standing, own = recipient.who, recipient.standing, self.estate.head(recipient.who)
        return [
            Disclosure(
                who=who,
                standing=self._told(who, standing, controller, head),
                mask=recipient.mask,
                maybe=recipient.maybe,
                hops=recipient.hops,
            )
            for controller, head in self._owing(standing.activity)
            if head != own
        ]

    def _owing(self, activity: str) -> list[tuple[str, str]]:
        """Give the controllers of an activity with the legal persons that they are; one without a name where nobody says who."""
        found = self._controllers.get(activity)
        if found is None:
            controllers = self.roles.controllers(activity) or ("",)
            found = self._controllers[activity] = [(who, self.estate.head(who)) for who in controllers]
        return found

    def _told(self, who: str, standing: Standing, controller: str, head: str) -> Told:
        """Give what is said of a recipient as a controller has to tell of it, `head` being the legal person; kept once where it is alike."""
        told = self.declarations.told(who, standing.activity, controller)
        if standing.doubt and not told.value:
            told = _doubted(told, standing.doubt)
        said = (standing, head, told)
        found = self._as_told.get(said)
        if found is None:
            found = self._as_told[said] = Told(**asdict(standing), controller=head, told=told)
        return found

    def _of_sheet(self, sheet: ActivityIndex) -> list[Recipient]:
        received = self._received(sheet)
        alike = self._said_alike(sheet, received)
        common = self._said(first := min(alike), received[first]) if alike else None
        found: list[Recipient] = []
        for who in sorted(received):
            hops = received[who]
            standing = common if who in alike else self._said(who, hops)
            if standing is not None:
                found.append(self._recipient(who, sheet, hops, standing))
        return found

    def _received(self, sheet: ActivityIndex) -> dict[str, list[Hop]]:
        """Give the hops by which each receives the data of an activity."""
        operator, receiving = self.estate.operator, self._receiving
        hops: dict[str, list[Hop]] = defaultdict(list)
        for hop in sheet.hops:
            start, end = hop.a, hop.b
            sender = operator(start)
            for who in receiving(end):
                if who not in (sender, start):
                    hops[who].append(hop)
            if (end == UNKNOWN or hop.open_end) and UNKNOWN not in (sender, start):
                hops[UNKNOWN].append(hop)
        return hops

    def _said_alike(self, sheet: ActivityIndex, received: dict[str, list[Hop]]) -> set[str]:
        """Give the recipients of whom the same is said: no list means them, no contract binds them, and nothing of them is open."""
        inferred, receiving = self._inferred, self._receiving
        named = received.keys() & self.estate.case.organisations.keys()
        others = self.declarations.others(sheet.id, self.roles.others(sheet.id, named))
        unclear = {hop.b for hop in sheet.hops if hop.doubt or hop.b in inferred}
        return others.difference(*map(receiving, unclear))

    def _said(self, who: str, hops: list[Hop]) -> Standing | None:
        """Give what is said of a recipient, as the one controller has to tell of it where there is one; nothing of a controller."""
        activity = hops[0].activity
        role = self._role_named(who, activity)
        if role.settled == "controller":
            return None
        standing, owing = self._standing(who, role, hops), self._owing(activity)
        if len(owing) == 1 and owing[0][1] != self.estate.head(who):
            return self._told(who, standing, *owing[0])
        return standing

    def _role_named(self, who: str, activity: str) -> Choice:
        """Give the role of a recipient, which is open where nobody says who it is."""
        return self.roles.role(who if who in self.estate.case.organisations else UNKNOWN, activity)

    def _recipient(self, who: str, sheet: ActivityIndex, hops: list[Hop], standing: Standing) -> Recipient:
        mask, maybe = _brought(hops)
        if len(hops) > 1:
            hops = sorted(hops, key=lambda hop: (bool(hop.doubt), -hop.mask.bit_count()))
        kept = sheet.kept(hops)
        if isinstance(standing, Told):
            return Disclosure(who=who, standing=standing, mask=mask, maybe=maybe, hops=kept)
        return Recipient(who=who, standing=standing, mask=mask, maybe=maybe, hops=kept)

    def _standing(self, who: str, role: Choice, hops: list[Hop]) -> Standing:
        """Give what is said of a recipient; those of which the same is said share it."""
        activity = hops[0].activity
        if role.anything and role.missing:
            role = self.roles.of(who, activity).role
        declared = self.declarations.declared(who, activity)
        attributed = self._attributed(who, _sure(hops) or hops)
        doubt = self._doubt(who, hops)
        if role.missing:
            doubt = distinct((*doubt, *(route for route in role.missing if route.endswith(".controller"))))
        if doubt and not declared.value:
            declared = _doubted(declared, doubt)
        said = (activity, role, declared, doubt, attributed)
        found = self._standings.get(said)
        if found is None:
            role, declared = _with_the_same_proof(role, declared)
            found = self._standings[said] = Standing(
                activity=activity, role=role, declared=declared, doubt=doubt, attributed=attributed
            )
        return found

    def _attributed(self, who: str, hops: list[Hop]) -> Routes:
        """Give who operates the first host that `who` receives at, where no host or flow names it otherwise than by inference."""
        inferred = self._inferred
        if not inferred or any(hop.b == who or hop.b not in inferred for hop in hops):
            return ()
        return (f"hosts.{hops[0].b}.operator",)

    @cached_property
    def _inferred(self) -> frozenset[str]:
        """The hosts of which it is only inferred who operates them."""
        hosts = self.estate.case.hosts
        return frozenset(name for name, host in hosts.items() if known_in(host, host.operator) == "inferred")

    def _doubt(self, who: str, hops: list[Hop]) -> Routes:
        if who == UNKNOWN:
            return distinct(f"{hop.route}.to" for hop in hops)
        if who in self.estate.case.hosts:
            return (f"hosts.{who}.operator",)
        for hop in hops:
            if not hop.doubt:
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
        parts = self._holders.union(own, UNSETTLED)
        sought = [who for who in listed if who not in parts]
        reached = [r for name in activities for r in self.by_activity[name]] if sought else []
        meant = frozenset[str]().union(*(self.declarations.words(r.who) for r in reached))
        mapped = not self.estate.day.described.isdisjoint(activities)
        for who in sought:
            if who not in meant:
                modelled = self._modelled(who, reached)
                standing = Standing(
                    activity=min(activities),
                    role=Choice(anything=True, missing=modelled.missing),
                    declared=Answer(value=True, proof=(route,)),
                    modelled=modelled,
                    mapped=mapped,
                )
                yield Recipient(who=who, standing=standing)

    def _modelled(self, who: str, reached: list[Recipient]) -> Answer:
        """Tell whether a declared recipient that no hop reaches by name may be reached all the same."""
        organisations = self.estate.case.organisations
        unclear = [route for r in reached if r.who not in organisations for route in r.doubt]
        if who in ACTIVITY_TERMS and who not in organisations:
            named = distinct(r.who for r in reached if r.who in organisations)
            unclear += [f"organisations.{each}.is" for each in named if self.estate.terms(each) is None]
        return Answer(value=None if unclear else False, missing=distinct(unclear))

    @cached_property
    def _holders(self) -> frozenset[str]:
        """Whoever operates a host or holds keys: a part in the processing that needs no flow of its own."""
        case = self.estate.case
        keepers = {
            who
            for part in (case.hosts, case.flows)
            for entry in part.values()
            if entry.keys is not UNSET
            for who in several(entry.keys)
        }
        hosts = {self.estate.operator(name) for name in case.hosts}
        return frozenset().union(*(self.declarations.words(who) for who in (keepers | hosts) - UNSETTLED))

    def _only_attempted(self) -> Iterator[Recipient]:
        flows = self.estate.case.flows
        attempted = [
            name
            for name, flow in flows.items()
            if flow.attempted is not UNSET and plain(flow.attempted) == "true"
        ]
        reached = {(r.who, r.activity) for r in self.all} if attempted else set()
        for name in sorted(attempted):
            flow = flows[name]
            if flow.for_ in self.estate.sheets:
                for end in several(flow.to):
                    who = self.estate.operator(end)
                    if who in self.estate.case.organisations and (who, flow.for_) not in reached:
                        declared = self.declarations.declared(who, flow.for_)
                        standing = Standing(
                            activity=flow.for_,
                            role=Choice(anything=True, missing=declared.missing),
                            declared=replace(declared, proof=(f"flows.{name}",)),
                            modelled=FALSE,
                        )
                        yield Recipient(who=who, standing=standing)

    def observed(self, recipient: Recipient) -> tuple[Observed, tuple[str, ...]]:
        """Tell how what is declared of `recipient` stands to what was observed, and the facts missing to tell.

        `none` where nothing was observed in the activity: what nobody captured is not absent.
        """
        seen = self.seen.get(recipient.activity)
        if seen is None:
            return "none", ()
        if any(hop.route in seen for hop in recipient.hops):
            if recipient.who not in self.estate.case.organisations:
                return "unattributed", ()
            if recipient.declared.value is None:
                return "unknown", recipient.declared.missing
            return ("declared-observed" if recipient.declared.value else "undeclared"), ()
        if not recipient.hops and recipient.route in seen:
            return "attempted", ()
        return ("declared-not-observed" if recipient.declared.value else "none"), ()

    @cached_property
    def seen(self) -> dict[str, set[str]]:
        """The flows that were observed, by activity."""
        found: dict[str, set[str]] = {}
        for name, flow in self.estate.case.flows.items():
            if known_in(flow) == "observed":
                found.setdefault(flow.for_, set()).add(f"flows.{name}")
        return found
