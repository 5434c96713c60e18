"""`exposure`: one custodian of one host under the law of one State, all its instruments together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from auditor.graph.access_laws import has_lapsed
from auditor.graph.claims.reading import READABLE_AT_REST
from auditor.graph.derive import Derived
from auditor.graph.exposure import Exposure, is_unsure
from auditor.graph.hop import Hop
from auditor.graph.protection import REACHING
from auditor.graph.reach import REACH_ORDER
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Bounds, Choice, FieldValue, Selection, distinct, perhaps
from auditor.model.law import Instrument
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects import host as hosts
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.exposure_text import depends
from auditor.text.grammar import bilingual, filled, listed
from auditor.text.names import Names
from auditor.text.slots.exposure import (
    CONDITIONAL,
    DOUBTED,
    FRAMED,
    HOLDS,
    IN_CLEAR,
    LAPSED,
    LAWS_NOT_KNOWN,
    LEVEL,
    LEVELS,
    PASSES,
    PASSING,
    RESIDUAL,
    SAME_REACH,
    SHUT,
    UNENCRYPTED,
)


class StateExposure(Struct, frozen=True, kw_only=True):
    """The exposures of one custodian of one host to the instruments of one State; `lines` has one for each.

    `agreements` name those by which orders of another State go straight to providers of this one.
    """

    lines: tuple[Exposure, ...]
    agreements: tuple[str, ...] = ()

    @property
    def first(self) -> Exposure:
        """The line that stands for what all lines share."""
        return self.lines[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """The highest level over the instruments, as an interval."""
        return max(e.low for e in self.lines), max(e.high for e in self.lines)


def _each(derived: Derived) -> Iterator[StateExposure]:
    for (_, _, state), lines in groupby(derived.exposures.all, key=lambda e: (e.host, e.custodian, e.state)):
        yield StateExposure(lines=tuple(lines), agreements=derived.exposures.laws.agreements(state))


def _level(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    low, high = exposure.bounds
    if any(e.addressee is not True for e in exposure.lines) and not any(e.addressee for e in exposure.lines):
        low = 0
    missing = distinct(r for e in exposure.lines for r in e.missing)
    return Bounds(low=low, high=high, proof=exposure.first.proof, missing=missing)


def _by(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    first = exposure.first
    if first.state == UNKNOWN:
        if first.custodian == UNKNOWN:
            return Choice(missing=first.missing, anything=True)
        return Choice(
            options=("unnamed",), proof=(f"organisations.{first.custodian}.parent",), missing=first.missing
        )
    return Choice(options=tuple(first.reach.options), proof=first.reach.proof, missing=first.reach.missing)


def _country(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    first = exposure.first
    if first.state == UNKNOWN and first.custodian == UNKNOWN:
        return Choice(missing=first.missing, anything=True)
    return Choice(options=(first.state,), proof=first.reach.proof)


def _compels(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    if exposure.first.state == UNKNOWN:
        return perhaps(exposure.first.missing)
    answers = {e.addressee for e in exposure.lines}
    if True in answers:
        return Choice(options=("true",), proof=exposure.first.reach.proof)
    return perhaps(exposure.first.missing) if None in answers else Choice(options=("false",))


def _instruments(exposure: StateExposure) -> tuple[str, ...]:
    access = tuple(line.instrument for line in exposure.lines if line.instrument and line.high)
    return (*access, *exposure.agreements) if access else ()


def _data(derived: Derived, exposure: StateExposure) -> FieldValue:
    """Give what is kept at the host, or what passes through the hands of the custodian."""
    first = exposure.first
    if first.custody == "transit":
        return Selection(sure=first.data, proof=first.proof[:1])
    return hosts.keeps(derived, first.host)


def _scale(derived: Derived, exposure: StateExposure) -> FieldValue:
    first = exposure.first
    if first.custody != "transit":
        return hosts.scale(derived, first.host)
    return hosts.largest(derived.estate.sheets_with(first.data), ())


def _activities(derived: Derived, exposure: StateExposure) -> tuple[str, ...]:
    """Give the activities whose data the host keeps, or that passes through the hands of the custodian."""
    first = exposure.first
    if first.custody != "transit":
        return hosts.served(derived, first.host)
    return tuple(sheet.id for sheet in derived.estate.sheets_with(first.data))


def _route(exposure: StateExposure) -> str:
    first = exposure.first
    return first.proof[0] if first.custody == "transit" else f"hosts.{first.host}.operator"


def _path(derived: Derived, exposure: StateExposure) -> tuple[Hop, ...]:
    arrival = derived.readability.arrival(exposure.first.host)
    return arrival.path() if arrival is not None else ()


def _laws(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    del names
    instruments = derived.estate.materials.knowledge.instruments
    return listed(
        _title(instruments[e.instrument], derived.estate.as_of)
        for e in exposure.lines
        if e.instrument and e.high
    )


def _title(law: Instrument, day: str) -> Bilingual:
    title = bilingual(law.title)
    return filled(LAPSED, law=title, day=law.until) if has_lapsed(law, day) else title


def _words(low: int, high: int) -> Bilingual:
    if low == high:
        return filled(LEVEL, level=str(low))
    return filled(LEVELS, low=str(low), high=str(high))


def _state(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    del names
    country = exposure.first.state
    return bilingual(derived.estate.materials.knowledge.countries.get(country, country))


def _holding(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    """Say that the custodian holds the data, or has it in its hands while it passes."""
    del derived
    first = exposure.first
    return filled(PASSES if first.custody == "transit" else HOLDS, data=names.data(first.data))


def _reading(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    """Say what the level rests on, with the conditions that make it residual or keep it open."""
    low, high = exposure.bounds
    first = exposure.first
    if not first.instrument:
        return LAWS_NOT_KNOWN
    if low != high:
        said = depends(derived, names, exposure.lines)
        return filled(DOUBTED, said=said) if _all_unsure(derived, exposure) else said
    if first.shut and first.reach.options == ("presence",):
        return SHUT
    if first.reach.options == ("presence",) and high > 1:
        return CONDITIONAL
    if high == 1:
        return RESIDUAL
    return _why_high(derived, names, first)


def _all_unsure(derived: Derived, exposure: StateExposure) -> bool:
    """Tell whether the exposure rests on laws alone that nobody verified or whose reach abroad is contested."""
    laws = derived.estate.materials.knowledge.instruments
    places = derived.estate.locations(exposure.first.host)
    day = derived.estate.as_of
    return all(is_unsure(laws[line.instrument], places, day) for line in exposure.lines if line.instrument)


def _why_high(derived: Derived, names: Names, first: Exposure) -> Bilingual:
    """Say by what the data is within reach: a key, no encryption, or processing in clear."""
    if first.custody == "transit":
        return filled(FRAMED, said=PASSING) if first.adequate else PASSING
    place = derived.estate.case.hosts[first.host]
    readable = plain(place.at_rest) in READABLE_AT_REST
    named = [] if readable else [who for who in several(place.keys) if who not in UNSETTLED]
    holders = [who for who in named if derived.reaches.of(first.state, who).certain in REACHING] or named
    if first.keys == ("provider",):
        said = filled(SAME_REACH, who=names.all(holders)) if holders else UNENCRYPTED
    else:
        said = IN_CLEAR
    return filled(FRAMED, said=said) if first.adequate else said


EXPOSURE: Subject[StateExposure] = Subject(
    name="exposure",
    each=_each,
    id=lambda e: f"{e.first.host}:{e.first.custodian}:{e.first.state}",
    route=_route,
    activities=_activities,
    fields={
        "country": Field("country", _country),
        "by": Field("word", _by, (*REACH_ORDER, "unnamed")),
        "compels": Field("answer", _compels, YES_NO),
        "level": Field("number", _level),
        "data": Field("category", _data),
        "scale": Field("word", _scale, ("large", "small")),
        "custody": Field(
            "word",
            lambda derived, e: Choice(options=(e.first.custody,), proof=e.first.proof[:1]),
            ("operator", "machine", "vendor", "customer", "transit"),
        ),
        "host": Field("word", lambda derived, e: Choice(options=(e.first.host,))),
        "custodian": Field("party", lambda derived, e: Choice(options=(e.first.custodian,))),
    },
    slots={
        "host": lambda derived, names, e: names.of(e.first.host),
        "custodian": lambda derived, names, e: names.of(e.first.custodian),
        "parent": lambda derived, names, e: names.of(e.first.reach.through or e.first.custodian),
        "state": _state,
        "laws": _laws,
        "holding": _holding,
        "level": lambda derived, names, e: _words(*e.bounds),
        "reading": _reading,
    },
    path=_path,
    level=lambda e: e.bounds,
    instruments=_instruments,
    spots=lambda derived, e: (f"{e.first.custodian}@{e.first.host}",),
)
