"""The hops of an estate: what each flow carries, from where to where, and for want of which facts that is only possible.

What a flow carries follows from its activity and from its list of data, the same for many flows. Most flows then go from one place
to another, and nothing of them is open: they are one hop. The others are laid out way by way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.graph.hop import ActivityIndex, Hop, OpenHop, listed, says_no_data
from auditor.graph.limits import refuse_many
from auditor.graph.on_the_day import OnTheDay
from auditor.graph.taxonomy import Taxonomy
from auditor.model.case.document import Case
from auditor.model.case.flows import Flow
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, PERSONAL, UNKNOWN, UNSETTLED

#: What a request for an element of a page tells about whoever opens the page.
PAGE_ADDRESS: Final = "page-address"
TOLD_BY_REQUESTS: Final = ("device", PAGE_ADDRESS)
#: How the facts end that leave open which way a flow goes.
OPEN_ENDS: Final = (".from", ".to", ".for")
NO_PLACE: Final = UNSETTLED | {NONE, ""}


class _Load(Struct, frozen=True, gc=False):
    """What flows of an activity carry that list the same data, and what they may carry besides where their list is left open.

    `unlisted` tells that they carry `mask` only possibly, as the list states nothing else, `silent` that neither they nor their
    activity say anything of it.
    """

    mask: int
    rest: int
    unlisted: bool
    silent: bool


class Hops:
    """Makes the hops of a case, for its activities `sheets`."""

    def __init__(
        self, case: Case, day: OnTheDay, taxonomy: Taxonomy, sheets: Mapping[str, ActivityIndex]
    ) -> None:
        self.case = case
        self.day = day
        self.taxonomy = taxonomy
        self.sheets = sheets
        self._loads: dict[tuple[str, str | tuple[str, ...], bool, bool], _Load] = {}

    def put(self) -> None:
        """Put the hops of every flow, in order of id, on its activity, then those that follow from entries of the register alone.

        Raises UsageRefused where too many ways are possible.
        """
        ways, flows = 0, self.case.flows
        for name in sorted(flows):
            flow = flows[name]
            if flow.attempted is not UNSET and plain(flow.attempted) == "true":
                continue
            for sheet in self._served(flow):
                for hop in self._hops_of(name, flow, sheet):
                    if hop.doubt:
                        ways += any(route.endswith(OPEN_ENDS) for route in hop.doubt)
                        refuse_many(ways, len(flows))
                    sheet.hops.append(hop)
        for name, sheet in self.sheets.items():
            if name not in self.day.described:
                sheet.hops.extend(self._implied(sheet))

    def _served(self, flow: Flow) -> Iterable[ActivityIndex]:
        """Give the activity that a flow is for; where nobody knows which, every one that it may be for."""
        return (self.sheets[flow.for_],) if flow.for_ not in UNSETTLED else self.sheets.values()

    def _hops_of(self, name: str, flow: Flow, sheet: ActivityIndex) -> Iterable[Hop]:
        load = self._load(sheet, flow)
        unsaid = self._unsaid(name, flow, sheet, load)
        start, end = flow.from_, flow.to
        if type(start) is not str or type(end) is not str:  # most flows state single words
            start, end = plain(start), plain(end)
        one_way = isinstance(end, str) and not (flow.through or load.rest)
        if not one_way or start in NO_PLACE or end in NO_PLACE or start == end:
            return self._by_every_way(name, flow, sheet, unsaid)
        mask, route = load.mask, f"flows.{name}"
        return (
            Hop(id=name, route=route, activity=sheet.id, a=start, b=end, mask=mask, flow=flow, doubt=unsaid),
        )

    def _unsaid(self, name: str, flow: Flow, sheet: ActivityIndex, load: _Load) -> tuple[str, ...]:
        """Give the facts for want of which it is only possible that a flow goes, for the activity, with such data."""
        unsaid = [f"flows.{name}.data"] if load.unlisted else []
        if self.day.lapsing:
            unsaid += unsure_end(self.day, f"flows.{name}", f"activities.{sheet.id}")
        if flow.for_ in UNSETTLED:
            unsaid.append(f"flows.{name}.for")
        if flow.attempted is not UNSET and plain(flow.attempted) in UNSETTLED:
            unsaid.append(f"flows.{name}.attempted")
        if load.silent:
            unsaid.append(f"activities.{sheet.id}.data")
        return tuple(unsaid)

    def _by_every_way(
        self, name: str, flow: Flow, sheet: ActivityIndex, unsaid: tuple[str, ...]
    ) -> Iterator[Hop]:
        """Give the hops of a flow from each of its ends to each, each with what leaves it open; twice, where its list of data is open."""
        load = self._load(sheet, flow)
        ends = partial(self._ends, flow, sheet, sheet.names(load.mask | load.rest))
        route = f"flows.{name}"
        pairs: dict[tuple[str, str], tuple[str, ...]] = {}
        for start, start_doubt in ends(flow.from_, f"{route}.from"):
            for end, end_doubt in ends(flow.to, f"{route}.to"):
                for pair in pairwise([start, *listed(flow.through), end]):
                    if pair[0] != pair[1]:
                        doubt = (*unsaid, *start_doubt, *end_doubt)
                        pairs[pair] = min(pairs.get(pair, doubt), doubt, key=len)
        open_end = any(end in UNSETTLED for end in several(flow.to))
        for (a, b), doubt in pairs.items():
            hop = OpenHop(
                id=name if len(pairs) == 1 else f"{name}:{a}>{b}",
                route=route,
                activity=sheet.id,
                a=a,
                b=b,
                mask=load.mask,
                flow=flow,
                doubt=doubt,
                more=load.rest,
                open_end=open_end,
            )
            yield hop
            if load.rest:
                open_list = (*doubt, f"{route}.data")
                yield replace(hop, id=f"{hop.id}~", mask=load.rest, more=0, doubt=open_list, rest=True)

    def _ends(
        self, flow: Flow, sheet: ActivityIndex, carried: Sequence[str], value: Any, route: str
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Give the ends stated, and for an unknown one each end it may be: of the same activity, or keeping such data."""
        stated = several(value)
        found = [(end, ()) for end in stated if end not in UNSETTLED]
        if len(found) == len(stated):
            return [*found]
        near = {
            end
            for f in self.case.flows.values()
            if f.for_ == sheet.id
            for end in (*several(f.from_), *several(f.to))
        }
        keeping = {
            name
            for name, host in self.case.hosts.items()
            if any(
                kept in self.taxonomy.above(category)
                for category in carried
                for kept in several(host.keeps)
                if kept not in UNSETTLED
            )
        }
        people = set(listed(sheet.processing.people))
        near = (near | keeping | people) - set(several(flow.from_)) - set(several(flow.to)) - UNSETTLED
        return [*found, *((end, (route,)) for end in sorted(near) or [UNKNOWN])]

    def _load(self, sheet: ActivityIndex, flow: Flow) -> _Load:
        """Give what `flow` carries by what is stated, and what it may carry besides; many flows of an activity carry the same."""
        sent = flow.referrer is not UNSET and plain(flow.referrer) == "sent"
        data = flow.data if isinstance(flow.data, str) else (*flow.data,)
        content = sheet.id, data, bool(flow.embedded_in), sent
        found = self._loads.get(content)
        if found is None:
            found = self._loads[content] = self._loaded(sheet, flow)
        return found

    def _loaded(self, sheet: ActivityIndex, flow: Flow) -> _Load:
        whole = [] if flow.embedded_in or flow.data else [PERSONAL]
        own = [name for name in listed(sheet.processing.data) if name not in UNSETTLED] or whole
        if flow.embedded_in:
            own = [name for name in own if PAGE_ADDRESS not in self.taxonomy.above(name)]
        stated = [name for name in listed(flow.data) if name not in UNSETTLED]
        is_open = len(stated) < len(listed(flow.data))
        carried = self.taxonomy.spelt_out(stated if flow.data else own, own)
        if flow.embedded_in:
            carried.add("device")
            if plain(flow.referrer) == "sent":
                carried.add(PAGE_ADDRESS)
        mask = _bits(sheet, carried)
        rest = _bits(sheet, set(own or [PERSONAL]) - carried) if is_open else 0
        return _Load(
            mask=mask or rest,
            rest=rest if mask else 0,
            unlisted=is_open and not mask,
            silent=bool(whole) and says_no_data(sheet.processing),
        )

    def _implied(self, sheet: ActivityIndex) -> Iterator[Hop]:
        processing = sheet.processing
        silent = (f"activities.{sheet.id}.data",) if says_no_data(processing) else ()
        doubt = (*silent, *unsure_end(self.day, f"activities.{sheet.id}"))
        receivers = (*self._named(processing.processors), *self._named(processing.recipients))
        for controller in self._named(processing.controller):
            ways = [(people, controller) for people in listed(processing.people)]
            for a, b in (*ways, *((controller, end) for end in receivers if end != controller)):
                yield Hop(
                    id=f"{sheet.id}:{a}>{b}",
                    route=f"activities.{sheet.id}",
                    activity=sheet.id,
                    a=a,
                    b=b,
                    mask=(1 << len(sheet.categories)) - 1,
                    flow=None,
                    doubt=doubt,
                )

    def _named(self, value: Any) -> list[str]:
        return [name for name in several(value) if name in self.case.organisations]


def unsure_end(day: OnTheDay, *entities: str) -> tuple[str, ...]:
    """Give the facts that would tell whether `entities` (`hosts.store`) are still there on a day, where nobody says so."""
    return tuple(f"{entity}.until" for entity in entities if entity in day.lapsing)


def _bits(sheet: ActivityIndex, names: set[str]) -> int:
    """Give the bits of some categories in an activity, to which those are added that it does not list."""
    sheet.categories += sorted(names.difference(sheet.categories))
    bits = "".join("1" if name in names else "0" for name in reversed(sheet.categories))
    return int(bits or "0", 2)
