"""Steps of flows, and activities with a numbering of the categories that steps carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from msgspec import UNSET, Struct, field

from auditor.model.case.activities import Activity
from auditor.model.case.flows import Flow
from auditor.model.materials import plain
from auditor.model.vocabulary import UNSETTLED

Found = TypeVar("Found")

#: What makes an element of a page send.
ON_A_PAGE: Final = frozenset({"load", "click"})


class Hop(Struct, frozen=True, eq=False, kw_only=True, gc=False):
    """One step of the flow at `route`: from `a` to `b`, within `activity`, carrying the categories whose bits `mask` holds.

    `route` is that of the activity, and `flow` None, where the step only follows from a sheet of the register that has no flows of its own. `doubt` are the
    facts for want of which the step is only possible: an end, or the data, that nobody stated.
    """

    id: str
    route: str
    activity: str
    a: str
    b: str
    mask: int
    flow: Flow | None
    doubt: tuple[str, ...] = ()

    # Not fields, which each hop would keep: what holds of every hop that is not an open one.
    #: The categories it may carry besides, where the list of its data is left open.
    more = 0
    #: Whether it stands for another step once more, with what that may carry besides, as possible.
    rest = False
    #: Whether nobody says where all of the flow goes: it may reach somebody the case does not name.
    open_end = False

    @property
    def name(self) -> str:
        """The name of the flow, or of the activity where the step only follows from its sheet."""
        return self.route.partition(".")[2]

    @property
    def nameless_page(self) -> bool:
        """Tell whether the flow says when its element loads, or what in a page makes it send, and nobody says in which page."""
        flow = self.flow
        if flow is None or flow.embedded_in or flow.loads is flow.trigger is UNSET:
            return False
        return plain(flow.loads) not in UNSETTLED or plain(flow.trigger) in ON_A_PAGE


class OpenHop(Hop, frozen=True, eq=False, kw_only=True, gc=False):
    """A step of a flow that may leave open where it goes, or what it carries: of a large case hardly any is, and no other has these fields."""

    more: int = 0
    rest: bool = False
    open_end: bool = False


class ActivityIndex(Struct, kw_only=True):
    """An activity with its own numbering of categories: bit n stands for `categories[n]`."""

    id: str
    processing: Activity
    categories: list[str]
    hops: list[Hop] = field(default_factory=list)
    _names: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _leaving: dict[str, tuple[Hop, ...]] = field(default_factory=dict)
    _sent: dict[str, tuple[int, int]] = field(default_factory=dict)

    def leaving(self) -> dict[str, tuple[Hop, ...]]:
        """Give the hops by the place they leave, in order; to be asked once all hops are listed."""
        if not self._leaving:
            found: dict[str, list[Hop]] = {}
            for hop in self.hops:
                found.setdefault(hop.a, []).append(hop)
            self._leaving = {place: tuple(hops) for place, hops in found.items()}
        return self._leaving

    def onward(self, place: str) -> tuple[Hop, ...]:
        """Give the hops that leave `place`, in order."""
        return self.leaving().get(place, ())

    def kept(self, hops: list[Hop]) -> tuple[Hop, ...]:
        """Give hops as a tuple: one that alone leaves its place is kept once."""
        alone = self.onward(hops[0].a) if len(hops) == 1 else ()
        return alone if len(alone) == 1 else tuple(hops)

    def sent(self, place: str) -> tuple[int, int]:
        """Give the categories that leave `place` for certain, and those that may."""
        found = self._sent.get(place)
        if found is None:
            sure = maybe = 0
            hops = self.onward(place)
            for hop in hops:
                sure |= 0 if hop.doubt else hop.mask
                maybe |= hop.mask if hop.doubt else 0
            found = sure, maybe
            if len(hops) > 1:
                self._sent[place] = found
        return found

    def names(self, mask: int) -> tuple[str, ...]:
        """Give the categories of `mask`."""
        found = self._names.get(mask)
        if found is None:
            bits = reversed(f"{mask:b}")
            found = self._names[mask] = tuple(
                [name for name, bit in zip(self.categories, bits, strict=False) if bit == "1"]
            )
        return found


class Sheets(tuple[ActivityIndex, ...]):  # noqa: SLOT001  a tuple with slots can keep nothing
    """Activities taken together, as all that are about the data of a host: what follows from them is worked out once.

    Thousands of hosts keep data of the same hundreds of activities.
    """

    def __init__(self, sheets: Iterable[ActivityIndex]) -> None:
        del sheets
        self._known: dict[object, Any] = {}

    def once(self, asked: object, answer: Callable[[Sheets], Found]) -> Found:
        """Give what `answer` says of them, which is kept by what is `asked`."""
        if asked not in self._known:
            self._known[asked] = answer(self)
        found: Found = self._known[asked]
        return found


def listed(value: str | list[str]) -> list[str]:
    """Give one or several names as a list."""
    return ([value] if value else []) if isinstance(value, str) else value


def says_no_data(processing: Activity) -> bool:
    """Tell whether nobody says which data an activity is about."""
    return UNSETTLED.issuperset(listed(processing.data))
