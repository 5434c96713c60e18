"""`reading`: an organisation that can read data of an activity at a place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from auditor.graph.arrivals import Arrival
from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.graph.readings import Readable, Reading
from auditor.model.bilingual import Bilingual
from auditor.model.case.claim_meaning import CannotRead
from auditor.model.evidence import Choice, FieldValue, Routes, Selection, answer, distinct, perhaps, settled
from auditor.model.materials import several
from auditor.rules.subjects.base import YES_NO, Field, Side, Subject
from auditor.rules.subjects.processor import of_agreement
from auditor.text.names import Names
from auditor.text.slots.reading import CAN_READ, MAY_READ


def _each(derived: Derived) -> Iterator[Reading]:
    yield from derived.readability.readings


def witness(derived: Derived, reading: Reading) -> Arrival:
    """Return the best evidence of the reading: certain before possible, arriving data before other, most sensitive first."""
    estate = derived.estate
    sheet = estate.sheets[reading.activity]
    entries = reading.sure_by or reading.maybe_by
    if len(entries) == 1:
        return entries[0][1]

    def order(item: tuple[int, Arrival]) -> tuple[bool, bool, int, int]:
        special = any(estate.is_a(name, "special") for name in sheet.names(item[0]))
        arriving = item[1].place == reading.at
        return (not arriving, not special, item[1].hops, item[1].rank)

    return min(entries, key=order)[1]


def data_of(derived: Derived, reading: Reading) -> tuple[str, ...]:
    """Give the categories read, for certain where any is."""
    return derived.estate.sheets[reading.activity].names(reading.sure or reading.maybe)


def _data(derived: Derived, reading: Reading) -> FieldValue:
    sheet = derived.estate.sheets[reading.activity]
    routes: tuple[str, ...] = ()
    if reading.sure_by:
        routes = derived.claims.proof_of(reading, witness(derived, reading))
    return Selection(
        sure=sheet.names(reading.sure),
        maybe=sheet.names(reading.maybe),
        proof=routes,
        missing=reading.missing,
    )


def _passing(derived: Derived, reading: Reading) -> FieldValue:
    """Give the categories that a flow brings to the place, are read there and sent on from it."""
    sheet = derived.estate.sheets[reading.activity]
    sure, maybe = reading.readable.passes, reading.readable.may_pass
    return Selection(
        sure=sheet.names(sure),
        maybe=sheet.names(maybe),
        proof=_passed_on(derived, reading, sure) if sure else (),
        missing=_in_the_way(derived, reading, maybe) if maybe else (),
    )


def _passed_on(derived: Derived, reading: Reading, sure: int) -> Routes:
    """Give the facts that show what a flow brings and another sends on."""
    onward = derived.estate.sheets[reading.activity].onward(reading.at)
    entry = next(entry for bits, entry in reading.brought if bits & sure)
    return (
        *derived.claims.proof_of(reading, entry),
        *[hop.route for hop in onward if hop.mask & sure][:1],
    )


def _in_the_way(derived: Derived, reading: Reading, maybe: int) -> Routes:
    """Give the facts that would tell whether what may be brought is, and is sent on."""
    onward, room = derived.estate.sheets[reading.activity].onward(reading.at), derived.readability
    doubts = [route for hop in onward if hop.mask & maybe for route in hop.doubt]
    brought = tuple(entry for bits, entry in reading.maybe_brought if bits & maybe)
    unsettled = (
        reading.missing
        if reading.doubt is not None and brought == reading.doubt.showing
        else distinct(route for entry in brought for route in room.unsettled(entry, reading.at))
    )
    return distinct((*doubts, *unsettled)) if doubts else unsettled


def _said_passing(derived: Derived, names: Names, reading: Reading) -> Bilingual:
    found = _passing(derived, reading)
    return names.data((found.sure or found.maybe) if isinstance(found, Selection) else ())


def _role(derived: Derived, reading: Reading) -> FieldValue:
    return derived.recipients.role(reading.who, reading.activity)


def _declared(derived: Derived, reading: Reading) -> FieldValue:
    role = derived.recipients.role(reading.who, reading.activity)
    if role.settled in ("controller", "processor"):
        return answer(yes=True, proof=role.proof)
    declared = derived.recipients.declarations.declared(reading.who, reading.activity)
    return perhaps(declared.missing) if declared.value is None else settled(declared)


def _denied(derived: Derived, reading: Reading) -> FieldValue:
    read = data_of(derived, reading)
    for name, claim in sorted(derived.estate.case.claims.items()):
        meaning = getattr(claim.says, "cannot_read", None)
        if not isinstance(meaning, CannotRead) or meaning.who != reading.who:
            continue
        if any(derived.estate.is_a(c, broad) for c in read for broad in several(meaning.data)):
            return answer(yes=True, proof=(f"claims.{name}",))
    return answer(yes=False)


def _needs_clear(derived: Derived, reading: Reading) -> FieldValue:
    part = derived.roles.of(reading.who, reading.activity)
    return (
        of_agreement(derived, part, "needs_clear")
        if part.role.settled != "third-party"
        else answer(yes=False, proof=part.role.proof)
    )


def _passage(derived: Derived) -> Callable[[Sequence[Reading]], list[Hashable]]:
    """Tell what is read, how, and what of it passes; nothing where it is open what passes.

    Activities that number the same categories are told alike.
    """
    alike = derived.estate.numbered_alike

    def of(readable: Readable) -> Hashable:
        if readable.may_pass:
            return None
        doubt = readable.ways.doubt
        possible = None if doubt is None else (doubt.maybe, bool(doubt.missing))
        return alike[readable.activity], readable.sure, possible, readable.passes

    def told(readings: Sequence[Reading]) -> list[Hashable]:
        read = [reading.readable for reading in readings]
        known = {readable: of(readable) for readable in dict.fromkeys(read)}
        each = zip(readings, map(known.__getitem__, read), strict=True)
        return [
            None if passage is None else (reading.presence.reader[2], passage) for reading, passage in each
        ]

    return told


def _path(derived: Derived, reading: Reading) -> tuple[Hop, ...]:
    return witness(derived, reading).path()


READING: Subject[Reading] = Subject(
    name="reading",
    each=_each,
    id=lambda r: f"{r.who}@{r.at}:{r.activity}",
    route=lambda r: f"hosts.{r.at}.operator",
    activities=lambda derived, r: (r.readable.activity,),
    fields={
        "data": Field("category", _data),
        "passing": Field("category", _passing),
        "role": Field("word", _role, ("controller", "processor", "third-party")),
        "declared": Field("answer", _declared, YES_NO),
        "denied": Field("answer", _denied, YES_NO),
        "needs_clear": Field("answer", _needs_clear, YES_NO),
        "how": Field(
            "word",
            lambda derived, r: Choice(options=(r.how,), proof=r.proof),
            ("end", "use", "machine", "key"),
        ),
        "who": Field("party", lambda derived, r: Choice(options=(r.who,), proof=r.proof)),
        "at": Field("word", lambda derived, r: Choice(options=(r.at,), proof=r.proof)),
    },
    slots={
        "who": lambda derived, names, r: names.of(r.who),
        "at": lambda derived, names, r: names.of(r.at),
        "data": lambda derived, names, r: names.data(data_of(derived, r)),
        "passing": _said_passing,
        "ability": lambda derived, names, r: MAY_READ if r.how == "machine" else CAN_READ,
        "activity": lambda derived, names, r: names.within("activities", r.activity),
    },
    path=_path,
    sides={"passage": Side(("data", "passing", "how"), _passage)},
    spots=lambda derived, r: (f"{r.who}@{r.at}",),
)
