"""Whom to ask for a fact that is missing: who answers for the entity that it is about, never a rival.

A party of which it is not known who it is cannot be written to, and nobody is told of an audit of somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import Final

from msgspec import UNSET

from auditor.model.case.document import Case
from auditor.model.case.flows import Flow
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.own_facts import Entries
from auditor.rules.questions import parted
from auditor.text.fields.base import Whose, Without
from auditor.text.fields.table import find

#: Whose facts are those of a flow about which its activity, its page and whom it names tell whom to ask.
OF_FLOW: Final = ("arranger", "controller", "flow-controller")


class Addressees:
    """Whom to ask in a case. What serves which activity is looked up once, however many questions there are."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._found: dict[tuple[object, ...], str] = {}

    def of(self, route: str) -> str:
        """Give whom to ask for the fact at `route`: who was asked before, who answers for the entity, else whom the case is about.

        Empty if nobody.
        """
        if route in self._asked:
            return self._asked[route]
        section, name, path = parted(route)
        return self._of(section, name, _whose(section, name if section == "case" else path.partition(".")[0]))

    def of_each(self, facts: Sequence[str], entries: Entries) -> list[str]:
        """Give whom to ask for each fact of some entries; it is told once for all flows of which the same tells it."""
        section, path, names, each = entries
        whose = _whose(section, path.partition(".")[0])
        told_by: Sequence[Hashable] = names
        if section == "flows" and whose in OF_FLOW:
            told_by = [_turns_on(flow) if flow else name for name, flow in zip(names, each, strict=True)]
        one_of: dict[Hashable, str] = dict(zip(told_by, names, strict=True))
        found = {alike: self._of(section, name, whose) for alike, name in one_of.items()}
        whom = map(found.__getitem__, told_by)
        return list(map(self._asked.get, facts, whom) if self._asked else whom)

    def _of(self, section: str, name: str, whose: Whose | Without) -> str:
        """Give whom to ask for a fact of an entry, by whose fact it is."""
        flow = self.case.flows.get(name) if section == "flows" and whose in OF_FLOW else None
        key = (whose, section, name) if flow is None else (whose, section, *_turns_on(flow))
        found = self._found.get(key)
        if found is None:
            about = self.case.case.about
            choices = chain(self._answering(whose, section, name), [about], self._everywhere)
            found = self._found[key] = next((who for who in choices if self._identified(who)), about)
        return found

    def is_own(self, who: str, route: str) -> bool:
        """Tell whether the fact at `route` is one of `who` itself, not one that it is asked for about somebody else."""
        section, name, path = parted(route)
        whose = _whose(section, name if section == "case" else path.partition(".")[0])
        if whose == "audited":
            return who == self.case.case.about
        if whose in ("organisation", "owned"):
            return who == name.partition(">")[2].partition("~")[0] or who == name
        if whose == "operator":
            return name in self.case.hosts and who in _listed(self.case.hosts[name].operator)
        return who in self._answering(whose, section, name)

    @cached_property
    def _asked(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for asked in self.case.questions.values():
            for route in asked.settles:
                found.setdefault(route, asked.to)
        return found

    @cached_property
    def _everywhere(self) -> tuple[str, ...]:
        """The controller of the case, where it has one only."""
        found = {who for entry in self.case.activities.values() for who in _listed(entry.controller)}
        return tuple(found) if len(found) == 1 else ()

    def _answering(self, whose: Whose | Without, section: str, name: str) -> Iterator[str]:
        """Give who answers for a fact of the entry `name`, the first choice first, by whose fact its row says it is.

        Most entries have somebody of their own who does. Whom flows tell is looked for where they have not.
        """
        case = self.case
        owner, _, ends = name.partition(">")
        owned = ends.partition("~")[0]
        if whose == "organisation":
            yield from (name, case.case.about)
            yield from self._around(name)
        elif whose == "owned":
            yield from (owned, case.case.about)
            yield from self._around(owned)
        elif whose == "arranger" and name in case.flows:
            yield from self._arranging(case.flows[name])
        elif whose in ("controller", "flow-controller"):
            named = section == "flows" and name in case.flows
            yield from self._controllers(case.flows[name].for_ if named else name)
        elif whose == "operator" and name in case.hosts:
            yield from _listed(case.hosts[name].operator)
            yield from self._around(name)
            yield from self._loading(name)
        elif whose == "author":
            entry = getattr(case, section).get(name)
            yield from [entry.by] if entry is not None else []
        elif whose == "party":
            yield from self._preferred([owner, owned])

    def _arranging(self, flow: Flow) -> Iterator[str]:
        """Give who arranges what a device does, as the flow says, else who operates the page, else the controllers."""
        yield from _listed(flow.arranged_by)
        if flow.embedded_in in self.case.hosts:
            yield from self._preferred(_listed(self.case.hosts[flow.embedded_in].operator))
        yield from self._controllers(flow.for_)

    def _controllers(self, activity: str) -> tuple[str, ...]:
        return self._by_activity.get(activity, ())

    @cached_property
    def _by_activity(self) -> Mapping[str, tuple[str, ...]]:
        """The controllers of each activity."""
        return {
            activity: tuple(self._preferred(_listed(entry.controller)))
            for activity, entry in self.case.activities.items()
        }

    def _loading(self, host: str) -> list[str]:
        """Give who operates the pages that make a device call a host: whoever had it loaded knows whose it is."""
        found = {who for page in self._pages[host] for who in _listed(self.case.hosts[page].operator)}
        return self._preferred(sorted(found))

    @cached_property
    def _pages(self) -> Mapping[str, set[str]]:
        """The pages from which each host is called."""
        found: dict[str, set[str]] = defaultdict(set)
        embedded = filter(attrgetter("embedded_in"), self.case.flows.values())
        for flow in embedded:
            if flow.embedded_in in self.case.hosts:
                for end in _listed(flow.to):
                    found[end].add(flow.embedded_in)
        return found

    def _around(self, name: str) -> list[str]:
        """Give the controllers of what a host or an organisation serves; none where it serves several apart."""
        ends = (name, *self._hosts.get(name, ()))
        choices = {self._served[end] for end in ends if end in self._served}
        return list(choices.pop() or ()) if len(choices) == 1 else []

    @cached_property
    def _hosts(self) -> Mapping[str, list[str]]:
        """The hosts of each operator."""
        found: dict[str, list[str]] = defaultdict(list)
        for host, entry in self.case.hosts.items():
            for operator in _listed(entry.operator):
                found[operator].append(host)
        return found

    @cached_property
    def _served(self) -> Mapping[str, tuple[str, ...] | None]:
        """The controllers of the activities that each end of a flow, and each processor, serves; None where these have not the same."""
        ends: dict[str, set[str]] = defaultdict(set)
        flows = self.case.flows.values()
        activities = [flow.for_ for flow in flows]
        for field in ("from_", "to", "through", "embedded_in"):
            column = list(map(attrgetter(field), flows))
            for activity, stated in zip(activities, column, strict=True) if any(column) else ():
                if isinstance(stated, str):
                    ends[activity].add(stated)
                elif stated:
                    ends[activity].update(several(stated))
        for activity, entry in self.case.activities.items():
            ends[activity].update(_listed(entry.processors))
        found: dict[str, tuple[str, ...] | None] = {}
        for activity, served in ends.items():
            controllers = self._controllers(activity)
            for end in served:
                if found.setdefault(end, controllers) != controllers:
                    found[end] = None
        return found

    def _preferred(self, parties: list[str]) -> list[str]:
        """Give the parties with the one that the case is about first."""
        return sorted(parties, key=lambda who: who != self.case.case.about)

    def _identified(self, who: str) -> bool:
        """Tell whether `who` is one party that can be written to: no class nor group, and not of a name stated as unknown."""
        entry = self.case.organisations.get(who)
        if entry is None or entry.kind in ("class", "group"):
            return False
        return entry.name is UNSET or plain(entry.name) not in UNSETTLED


@cache
def _whose(section: str, field: str) -> Whose | Without:
    """Give whose facts those of a field of a section are."""
    return find(section, field).whose


def _turns_on(flow: Flow) -> tuple[object, ...]:
    """Give what tells who answers for a flow, which thousands of them share."""
    if flow.arranged_by is UNSET:
        return (flow.for_, flow.embedded_in)
    return (flow.for_, flow.embedded_in, *_listed(flow.arranged_by))


def _listed(stated: object) -> list[str]:
    return [who for who in several(stated) if who not in UNSETTLED]
