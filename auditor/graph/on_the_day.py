"""The case as it stands on its date: every value in its period, and only the entities that exist then.

Derivations, rules, proofs and questions all look at this case and need not look at dates again. What remains keeps its
address, so that places and proofs stay what they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import is_
from typing import Any, Final, Literal

from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.model.case.document import Case
from auditor.model.columns import stating
from auditor.model.dates import holds
from auditor.model.materials import Materials, several
from auditor.model.scalars import Text, Value, Version
from auditor.model.structs import parts, plural
from auditor.model.vocabulary import KNOWN_ORDER, NONE, UNKNOWN, UNSETTLED

#: Sections whose entities have a first and a last day, in the order in which one draws others along.
DATED: Final = (
    "people",
    "hosts",
    "activities",
    "ownership",
    "agreements",
    "flows",
    "notices",
    "claims",
)
#: Fields that name people, hosts or activities: what becomes of an entity once none of those it names is left.
#: Where it is `drawn` along, it is there no longer either; else nobody says what stands there now.
NAMING: Final[dict[str, dict[str, Literal["drawn", "unsaid"]]]] = {
    "hosts": {"runs_on": "unsaid"},
    "activities": {"people": "unsaid"},
    "consent": {"by": "unsaid"},
    "flows": {"for_": "drawn", "from_": "drawn", "to": "drawn", "embedded_in": "drawn", "through": "unsaid"},
    "notices": {"for_": "drawn"},
    "data": {"about": "unsaid"},
}

When = Literal["ended", "not-begun"]


class LeftOut(Struct, frozen=True, kw_only=True):
    """An entity that is not there on the date of the case: it `ended` or has `not-begun`, by its dates or those of what it needs.

    `with_` names what it went with, where its own dates do not say so; `title` is what it is called.
    """

    section: str
    name: str
    when: When
    since: str
    until: str
    with_: str = ""
    title: Text = ""


class OnTheDay(Struct, frozen=True):
    """A case on a day: what is left of it, what was left out, and the entities of which nobody says whether they still run.

    `lapsing` holds their addresses (`hosts.store`). Links of the knowledge base that ended are no part of what was left out.
    `described` are the activities whose flows are described, on whatever date: their register implies no others.
    """

    case: Case
    left_out: tuple[LeftOut, ...] = ()
    lapsing: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()


def on_the_day(case: Case, day: str) -> OnTheDay:
    """Give `case` as it stands on `day`. Linear in the number of facts; the case itself where nothing is dated."""
    gone: dict[str, LeftOut] = {}
    lapsing: set[str] = set()
    shared: set[str] = set()
    changed: dict[str, Any] = {}
    for section in case.__struct_fields__[1:]:
        entries = getattr(case, section)
        other = {}
        for name in _doubtful(case, section, gone) if entries else ():
            entity = entries[name]
            found = _standing(section, name, entity, day=day, gone=gone)
            if isinstance(found, LeftOut):
                gone[f"{section}.{name}"] = found
                if getattr(entity, "status", UNSET) is not UNSET:
                    shared.add(f"{section}.{name}")
            elif section in DATED and entity.until == UNKNOWN:
                lapsing.add(f"{section}.{name}")
            if found is not entity:
                other[name] = found
        if other:
            changed[section] = _without_left_out({**entries, **other})
    if gone:
        changed["questions"] = _questions(changed.get("questions", case.questions), gone)
    return OnTheDay(
        replace(case, **changed) if changed else case,
        tuple(item for route, item in gone.items() if route not in shared),
        frozenset(lapsing),
        frozenset(flow.for_ for flow in case.flows.values()),
    )


def _doubtful(case: Case, section: str, gone: Mapping[str, LeftOut]) -> Iterable[str]:
    """Give the entries that may be otherwise on a day: dated ones, those that name what may be gone, those that hold more than words."""
    entries: Mapping[str, Any] = getattr(case, section)
    dates = ("since", "until") if section in DATED else ()
    naming = NAMING.get(section, {})
    words, beyond = case.columns[section]
    dated = stating(entries, {field: words[field] - {""} for field in dates})
    absent = dated.union(address.partition(".")[2] for address in gone)
    doubtful = dated | stating(entries, {field: words[field] & absent for field in naming})
    if not doubtful:
        return beyond
    looked_at = doubtful.union(beyond)
    return [name for name in entries if name in looked_at]


def _without_left_out(entries: Mapping[str, Any]) -> dict[str, Any]:
    return {name: entity for name, entity in entries.items() if not isinstance(entity, LeftOut)}


def on_its_date(materials: Materials) -> Materials:
    """Give `materials` with the case as it stands on the date on which it is judged."""
    return replace(materials, case=on_the_day(materials.case, materials.as_of).case)


def _standing(section: str, name: str, entity: Any, *, day: str, gone: Mapping[str, LeftOut]) -> Any:
    """Give what is left of an entity on `day`, or why it is left out."""
    if section in DATED and not holds(entity.since, entity.until, day):
        return LeftOut(
            section=section,
            name=name,
            when=when(entity.since, day),
            since=entity.since,
            until=entity.until,
            title=getattr(entity, "title", ""),
        )
    current = valued(entity, day)
    if not gone:
        return current
    if section == "claims":
        place = getattr(getattr(current.says, "certified", UNSET), "host", "")
        cause = gone.get(f"hosts.{place}")
        return current if cause is None else _drawn(section, name, cause)
    if section == "activities" and current.consent is not UNSET:
        consent = _naming("consent", name, current.consent, gone)
        current = current if consent is current.consent else replace(current, consent=consent)
    return _naming(section, name, current, gone)


def _naming(section: str, name: str, entity: Any, gone: Mapping[str, LeftOut]) -> Any:
    """Give an entity without the references to what is gone, or why it goes with it."""
    changes: dict[str, Any] = {}
    for field, fate in NAMING.get(section, {}).items():
        value, cause = _remaining(getattr(entity, field), field, gone)
        if cause is None:
            continue
        if value is None and fate == "drawn":
            return _drawn(section, name, cause)
        changes[field] = _nothing(type(entity), field) if value is None else value
    return replace(entity, **changes) if changes else entity


def _drawn(section: str, name: str, cause: LeftOut) -> LeftOut:
    return replace(cause, section=section, name=name, with_=f"{cause.section}.{cause.name}")


def when(since: str, day: str) -> When:
    """Tell whether what does not hold on `day` has ended or has not begun."""
    return "not-begun" if not holds(since, "", day) else "ended"


def _remaining(value: Any, field: str, gone: Mapping[str, LeftOut]) -> tuple[Any, LeftOut | None]:
    """Give a reference without what is gone (None where nothing is left), and the first that is gone."""
    sections = ("activities",) if field == "for_" else ("hosts", "people")
    found = [
        (item, next((gone[f"{s}.{item}"] for s in sections if f"{s}.{item}" in gone), None))
        for item in several(value)
    ]
    cause = next((why for _, why in found if why is not None), None)
    if cause is None:
        return value, None
    left = [item for item, why in found if why is None]
    if not left:
        return None, cause
    if isinstance(value, Value):
        return replace(value, value=left), cause
    return left, cause


def _nothing(kind: Any, field: str) -> Any:
    """Give what a field holds where nobody says anything: its default; it is unknown where it must be given."""
    place = kind.__struct_fields__.index(field) - len(kind.__struct_fields__)
    if -place > len(kind.__struct_defaults__):
        return UNKNOWN
    default = kind.__struct_defaults__[place]
    return default if not callable(getattr(default, "factory", None)) else default.factory()


def _questions(questions: Mapping[str, Any], gone: Mapping[str, LeftOut]) -> dict[str, Any]:
    """Give the questions asked without the facts of what is not there."""
    found = {}
    for name, asked in questions.items():
        settles = [route for route in asked.settles if ".".join(route.split(".")[:2]) not in gone]
        found[name] = asked if len(settles) == len(asked.settles) else replace(asked, settles=settles)
    return found


def valued(entity: Any, day: str) -> Any:
    """Give a struct with every value that it holds, at any depth, as it is on `day`; itself where nothing is dated."""
    changes = {}
    for field, value in parts(entity):
        current = _value(value, day, entity.__class__, field)
        if current is not value:
            changes[field] = _nothing(type(entity), field) if current is UNSET else current
    return replace(entity, **changes) if changes else entity


def _value(value: Any, day: str, kind: type, field: str) -> Any:
    """Give a value on `day`: UNSET where it does not hold, unknown with what was said where nobody says if it still does."""
    if isinstance(value, Value):
        if not holds(value.since, value.until, day):
            return UNSET
        return _open(value) if value.until == UNKNOWN else value
    if isinstance(value, Struct):
        return valued(value, day)
    if isinstance(value, list):
        return _listed(value, day, kind, field)
    if isinstance(value, dict):
        entries = {name: _value(item, day, kind, field) for name, item in value.items()}
        if all(entries[name] is value[name] for name in value):
            return value
        return {name: item for name, item in entries.items() if item is not UNSET}
    return value


def _listed(value: list[Any], day: str, kind: type, field: str) -> Any:
    """Give a list on `day`: of dated values those that hold, together where a field may hold several, else the first."""
    if not any(isinstance(item, Struct) for item in value):
        return value
    items = [_value(item, day, kind, field) for item in value]
    if not any(isinstance(item, Value) for item in value):
        return value if all(map(is_, items, value)) else items
    held = [item for item in items if item is not UNSET]
    if not held:
        return UNSET
    return held[0] if len(held) == 1 or field not in plural(kind) else _together(held)


def _together(held: list[Any]) -> Value[Any]:
    """Give values that hold together as one list, known as its weakest element is; each that may be over is possible."""
    words: dict[str, None] = {}
    for item in held:
        bare = item.value if isinstance(item, Value) else item
        words.update(dict.fromkeys(bare if isinstance(bare, list) else [bare]))
    dated = [item for item in held if isinstance(item, Value)]
    ways = [item.known for item in dated if item.known is not UNSET]
    kept = [word for word in words if word != NONE] or [NONE]
    return Value(
        value=kept if len(kept) > 1 else kept[0],
        known=max(ways, key=KNOWN_ORDER.index, default=UNSET),
        source=next((item.source for item in dated if item.source), ""),
        until=UNKNOWN if any(item.until == UNKNOWN for item in dated) else "",
        versions=[version for item in dated for version in item.versions],
    )


def _open(value: Value[Any]) -> Value[Any]:
    """Give what was stated as possible: it is not said whether it still holds."""
    said = Version(value=value.value, known=value.known, source=value.source, note=value.note)
    unsaid = isinstance(value.value, str) and value.value in UNSETTLED
    return value if unsaid else replace(value, value=UNKNOWN, versions=[said, *value.versions])


def of_entity(route: str) -> str:
    """Give the address of the entity to which a fact belongs."""
    return ".".join(route.split(".")[:2])
