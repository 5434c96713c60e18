"""`hop`: one step of a flow, from one place to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Final, get_args

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop, OpenHop
from auditor.graph.hops import PAGE_ADDRESS, TOLD_BY_REQUESTS
from auditor.model.case.flows import Transport
from auditor.model.evidence import Choice, FieldValue, Selection, answer, perhaps, word, words
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import WORDS, YES_NO, Field, Side, Subject, flow_of, flows_of
from auditor.rules.subjects.health import HOP_FIELDS
from auditor.rules.subjects.purpose import PURPOSE, own_purpose
from auditor.rules.subjects.request import REQUEST, arranger, consent_fault, exemption, stated, told
from auditor.text.grammar import both

ROLES = ("controller", "processor", "third-party")


def _each(derived: Derived) -> Iterator[Hop]:
    for sheet in derived.estate.sheets.values():
        yield from (hop for hop in sheet.hops if hop.flow is not None and not hop.rest)


def _nameless_page(hop: Hop) -> tuple[str, ...]:
    """Give the fact that is missing where a flow says when its element loads, and not in which page."""
    return (f"{hop.route}.embedded_in",) if hop.nameless_page else ()


def _address_unsaid(hop: Hop) -> tuple[str, ...]:
    """Give the fact that is missing where nobody says whether an embedded element is told the page address."""
    flow = flow_of(hop)
    return (f"{hop.route}.referrer",) if flow.embedded_in and plain(flow.referrer) in UNSETTLED else ()


def _carries(derived: Derived, hop: Hop) -> FieldValue:
    carried = derived.estate.hop_categories(hop)
    nameless = _nameless_page(hop)
    missing = (*nameless, *_address_unsaid(hop))
    possible = TOLD_BY_REQUESTS if nameless else ((PAGE_ADDRESS,) if missing else ())
    told = tuple(name for name in possible if name not in carried)
    more = derived.estate.sheets[hop.activity].names(hop.more)
    open_ = (*missing, *((f"{hop.route}.data",) if more else ()))
    if hop.doubt:
        return Selection(maybe=(*carried, *told, *more), missing=(*hop.doubt, *open_))
    return Selection(sure=carried, maybe=(*told, *more), proof=(hop.route,), missing=open_)


def _same_operator(derived: Derived, hop: Hop) -> FieldValue:
    first, second = derived.estate.operator(hop.a), derived.estate.operator(hop.b)
    if "" in (first, second):
        return answer(yes=False, proof=(hop.route,))
    missing = tuple(f"hosts.{p}.operator" for p, o in ((hop.a, first), (hop.b, second)) if o == UNKNOWN)
    if missing or hop.b in UNSETTLED or hop.a in UNSETTLED:
        return perhaps(missing or (f"{hop.route}.to",))
    proof = tuple(f"hosts.{p}.operator" for p in (hop.a, hop.b) if p in derived.estate.case.hosts)
    return answer(yes=first == second, proof=proof)


def _network(derived: Derived, hop: Hop) -> FieldValue:
    route = f"{hop.route}.network"
    found = word(route, flow_of(hop).network)
    if not found.anything:
        return found
    together = _same_operator(derived, hop)
    if isinstance(together, Choice) and together.options == ("false",):
        return Choice(options=("private", "public"), proof=together.proof, missing=(route,))
    return found


def _role(derived: Derived, hop: Hop) -> FieldValue:
    who = derived.estate.operator(hop.b)
    if hop.b in UNSETTLED:
        return Choice(missing=hop.doubt, anything=True)
    if who not in derived.estate.case.organisations:
        return (
            Choice(missing=(f"hosts.{hop.b}.operator",), anything=True) if who else Choice(options=("none",))
        )
    return derived.recipients.role(who, hop.activity)


def _page_about(derived: Derived, hop: Hop) -> FieldValue:
    page = flow_of(hop).embedded_in
    if page in UNSETTLED:
        return Selection(missing=(f"{hop.route}.embedded_in",), open=True)
    if page not in derived.estate.case.hosts:
        nameless = _nameless_page(hop)
        return Selection(missing=nameless, open=bool(nameless))
    return words(f"hosts.{page}.about", derived.estate.case.hosts[page].about)


def _embedded(derived: Derived, hop: Hop) -> FieldValue:
    del derived
    missing = _nameless_page(hop) or (hop.doubt if flow_of(hop).embedded_in else ())
    if missing:
        return perhaps(missing)
    return answer(yes=bool(flow_of(hop).embedded_in), proof=(hop.route,))


def _page_operator(derived: Derived, hop: Hop) -> FieldValue:
    page = flow_of(hop).embedded_in
    if page in UNSETTLED:
        return Choice(missing=(f"{hop.route}.embedded_in",), anything=True)
    if _nameless_page(hop):
        return Choice(missing=_nameless_page(hop), anything=True)
    who = derived.estate.operator(page) if page else ""
    return Choice(options=(who or "none",), proof=(f"hosts.{page}.operator",) if page else ())


def _carried(derived: Derived) -> Callable[[Sequence[Hop]], list[Hashable]]:
    """Tell which categories each hop carries in an activity, and for want of which facts it may carry more."""
    of_no_page = not derived.estate.tells_of_pages

    def open_for(hop: Hop) -> Hashable:
        flow = flow_of(hop)
        if flow.embedded_in or flow.loads is not UNSET or flow.trigger is not UNSET or hop.more:
            return hop.more, hop.nameless_page, bool(_address_unsaid(hop))
        return None

    def told(hops: Sequence[Hop]) -> list[Hashable]:
        carried = [(hop.activity, hop.mask, bool(hop.doubt)) for hop in hops]
        if of_no_page and OpenHop not in set(map(type, hops)):
            return [*carried]
        return [*zip(carried, map(open_for, hops), strict=True)]

    return told


#: What a flow states from which alone the fields of `_said` follow, besides how it is known.
_STATED: Final = (
    "transport",
    "content",
    "embedded_in",
    "trigger",
    "loads",
    "purpose",
    "paid",
    "consent_first",
    "consent_state",
    "refusal",
    "reads_terminal",
    "step",
    "compatible",
)
#: The fields of a hop that follow from these.
_SAID: Final = (
    "transport",
    "content",
    "embedded",
    "trigger",
    "loads",
    "own_purpose",
    "paid_documented",
    "consent_first",
    "consent_state",
    "after_refusal",
    "refusal",
    "reads_terminal",
    "step",
    "compatible",
)


def _said(derived: Derived) -> Callable[[Sequence[Hop]], list[Hashable]]:
    """Tell what the flow of each hop states in single words; nothing where it says more of one of them than the word."""
    unstated = derived.estate.case.columns["flows"].unstated
    names = ("known", *[name for name in _STATED if name not in unstated])

    def told(hops: Sequence[Hop]) -> list[Hashable]:
        flows = flows_of(hops)
        stated = [list(map(attrgetter(name), flows)) for name in names]
        told = list(zip([bool(hop.doubt) for hop in hops], *stated, strict=True))
        if all(WORDS.issuperset(map(type, column)) for column in stated):
            return [*told]
        return [of_one if WORDS.issuperset(map(type, of_one[1:])) else None for of_one in told]

    return told


def _price(derived: Derived) -> Callable[[Sequence[Hop]], list[Hashable]]:
    """Tell whether somebody says that each recipient pays, and where nobody does, whether it is a processor; nothing where more is said than a word."""
    operator, head = derived.estate.operator, derived.estate.head
    processors = derived.roles.processors

    def told(hops: Sequence[Hop]) -> list[Hashable]:
        each = zip(hops, map(attrgetter("paid"), flows_of(hops)), strict=True)
        return [
            head(operator(hop.b)) in processors(hop.activity)
            if paid is UNSET
            else (paid if isinstance(paid, str) and paid not in UNSETTLED else None)
            for hop, paid in each
        ]

    return told


def _ends(derived: Derived) -> Callable[[Sequence[Hop]], list[Hashable]]:
    """Tell whether each hop leaves people or a device, and of its two operators which are known and whether they are one."""
    estate = derived.estate
    numbered: dict[Hashable, int] = {}

    @cache
    def end(place: str) -> tuple[str, int]:
        """Give the operator of a place, and a number for what is told of it whoever that is: whether it is people or a device, and known."""
        operator, host = estate.operator(place), estate.case.hosts.get(place)
        of_people = place in estate.case.people or (host is not None and host.kind == "device")
        alike = of_people, operator if operator in ("", UNKNOWN) else None, place in UNSETTLED
        return operator, numbered.setdefault(alike, len(numbered))

    of_no_page = not derived.estate.tells_of_pages

    def told(hops: Sequence[Hop]) -> list[Hashable]:
        in_page = [False] * len(hops) if of_no_page else [bool(flow.embedded_in) for flow in flows_of(hops)]
        starts, ends = map(end, [hop.a for hop in hops]), map(end, [hop.b for hop in hops])
        each = zip(hops, in_page, starts, ends, strict=True)
        return [
            (of_start, of_end, first == second, embedded, bool(hop.doubt))
            for hop, embedded, (first, of_start), (second, of_end) in each
        ]

    return told


HOP: Subject[Hop] = Subject(
    name="hop",
    each=_each,
    id=lambda hop: hop.id,
    route=lambda hop: hop.route,
    activities=lambda derived, hop: (hop.activity,),
    parties=lambda derived, hop: (arranger(derived, hop),),
    fields={
        "carries": Field("category", _carries, shown_by_entry=lambda hop: not hop.doubt),
        "transport": stated("transport", get_args(Transport)),
        "content": stated("content", ("none", "encrypted", "end-to-end")),
        "network": Field("word", _network, ("public", "private", "same-machine")),
        "same_operator": Field("answer", _same_operator, YES_NO),
        "embedded": Field("answer", _embedded, YES_NO),
        "trigger": stated("trigger", ("load", "click", "submit", "schedule")),
        "to_role": Field("word", _role, (*ROLES, "none")),
        "page_about": Field("category", _page_about),
        **HOP_FIELDS,
        "page_operator": Field("party", _page_operator),
        **REQUEST,
        **PURPOSE,
    },
    slots={
        "flow": lambda derived, names, hop: names.within("flows", hop.name),
        "from": lambda derived, names, hop: names.of(hop.a),
        "to": lambda derived, names, hop: names.of(hop.b),
        "transport": lambda derived, names, hop: names.word(str(plain(flow_of(hop).transport))),
        "data": lambda derived, names, hop: names.data(derived.estate.hop_categories(hop)),
        "told": lambda derived, names, hop: told(derived, hop),
        "page": lambda derived, names, hop: names.of(flow_of(hop).embedded_in or UNKNOWN),
        "consent_fault": lambda derived, names, hop: consent_fault(hop),
        "arranger": lambda derived, names, hop: names.of(arranger(derived, hop)),
        "receiver": lambda derived, names, hop: names.of(derived.estate.operator(hop.b) or hop.b),
        "purpose": lambda derived, names, hop: both(own_purpose(hop)),
        "activity": lambda derived, names, hop: names.within("activities", hop.activity),
    },
    path=lambda derived, hop: (hop,),
    sides={
        "exemption": Side(("exempt", "never_exempt", "arranger_country", "in_mail"), exemption),
        "carried": Side(("carries",), _carried),
        "said": Side(_SAID, _said),
        "price": Side(("paid",), _price),
        "ends": Side(("from_device", "between_organisations", "same_operator"), _ends),
    },
)
