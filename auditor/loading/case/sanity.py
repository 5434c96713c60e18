"""What is well-formed and makes no sense: impossible dates and shares, circles, claims that say two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.errors import Wrong
from auditor.loading.case.circles import on_circles
from auditor.loading.case.entries import Sections, columns_of, way_to
from auditor.model.brief import kind_of
from auditor.model.case.agreements import MANDATORY
from auditor.model.case.claim_meaning import Says
from auditor.model.case.document import OF_ENDS, Case
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.materials import WRITTEN, plain
from auditor.model.numbers import age
from auditor.model.scalars import Share, Value
from auditor.model.structs import dates_of, parts
from auditor.model.vocabulary import CATEGORIES, UNKNOWN, UNSETTLED
from auditor.text import problems as words

WHOLE: Final = 100.0


def nonsense(case: Case, sections: Sections) -> Iterator[Wrong]:
    """Give everything in a well-formed case that cannot be, of dates those that these entries of it hold."""
    for section, entries in sections.items():
        for name in _doubtful(case, section, entries):
            yield from _dates(way_to(section, name), entries[name])
    if plain(case.case.as_of) == "unknown":
        yield Wrong(("case", "as_of"), words.case.SPEAKS_FOR_A_DATE(), words.case.WRITE_THE_DATE())
    yield from _shares(case)
    yield from _circles(case)
    yield from _categories(case)
    yield from _claims(case)
    yield from _questions(case)
    yield from _ages(case)
    yield from _contracts(case)


def _doubtful(case: Case, section: str, entries: Mapping[str, Any]) -> Iterable[str]:
    """Give the entries that hold more than words, or all where any holds a date that is none, or two that may not go together."""
    kind: Any = next(map(kind_of, entries.values()), None)
    if kind is None:
        return ()
    words, beyond, _ = columns_of(case, section, entries)
    stated = {field: words[field] - {"", UNKNOWN} for field in dates_of(kind)}
    spans = stated.get("since") and stated.get("until")
    return entries if spans or not all(map(is_day, chain(*stated.values()))) else beyond


def _dates(route: tuple[str | int, ...], entity: Any) -> Iterator[Wrong]:
    found: dict[str, str] = {}
    kind: Any = type(entity)
    for name in dates_of(kind):
        value = getattr(entity, name)
        if value == "" or value is UNSET:
            continue
        text = str(plain(value))
        if text and text != "unknown":
            found[name] = text
            if not is_day(text):
                yield Wrong((*route, name), words.shape.NO_SUCH_DAY(text=text))
    if "since" in found and "until" in found and first_day(found["since"]) > last_day(found["until"]):
        message = words.shape.UNTIL_BEFORE_SINCE(until=found["until"], since=found["since"])
        yield Wrong((*route, "until"), message)
    for name, value in parts(entity):
        if isinstance(value, Value):
            yield from _dates((*route, name.rstrip("_")), value)
            yield from _versions((*route, name.rstrip("_")), value)
        elif isinstance(value, (list, dict)):
            for step, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(item, Struct):
                    yield from _dates((*route, name.rstrip("_"), step), item)
                    yield from _versions((*route, name.rstrip("_"), step), item)
        elif isinstance(value, Struct):
            yield from _dates((*route, name.rstrip("_")), value)


def _versions(route: tuple[str | int, ...], value: Any) -> Iterator[Wrong]:
    if not isinstance(value, Value) or not value.versions:
        return
    if value.value != UNKNOWN:
        yield Wrong((*route, "value"), words.case.DIFFER_UNKNOWN(), words.case.UNKNOWN_BESIDE())
    if (
        len({str(version.value) for version in value.versions}) < len(value.versions)
        or len(value.versions) == 1
    ):
        yield Wrong((*route, "versions"), words.case.VERSIONS_DIFFER())


def _shares(case: Case) -> Iterator[Wrong]:
    for name, link in case.ownership.items():
        if link.owner == link.of:
            yield Wrong(("ownership", name, "of"), words.case.OWNS_ITSELF(name=link.owner))
        for field in ("votes", "shares"):
            value = getattr(link, field)
            texts = (value.value, value.min, value.max) if isinstance(value, Share) else (value,)
            numbers = [float(t) for t in texts if isinstance(t, str) and t.replace(".", "", 1).isdigit()]
            if any(number > WHOLE for number in numbers):
                yield Wrong(("ownership", name, field), words.case.OVER_WHOLE())
            if isinstance(value, Share) and value.min and value.max and float(value.min) > float(value.max):
                message = words.case.MIN_OVER_MAX(low=value.min, high=value.max)
                yield Wrong(("ownership", name, field, "min"), message)


def _circles(case: Case) -> Iterator[Wrong]:
    met: dict[str, str] = {}
    for name in case.hosts:
        passed: list[str] = []
        below = name
        while below in case.hosts and below not in met:
            met[below] = below
            passed.append(below)
            below = str(plain(case.hosts[below].runs_on))
        circle = passed.index(below) if below in passed else len(passed)
        first = below if circle < len(passed) else met.get(below, "")
        met.update(dict.fromkeys(passed[:circle], first))
    for name, through in ((name, met[name]) for name in case.hosts):
        if through:
            yield Wrong(("hosts", name, "runs_on"), words.case.RUNS_ON_ITSELF(name=name, through=through))


def _categories(case: Case) -> Iterator[Wrong]:
    known = {**dict.fromkeys(CATEGORIES, ""), **case.data}
    lost = [
        (("data", name, "is", number), broader)
        for name, data in case.data.items()
        for number, broader in enumerate(data.broader)
        if broader not in known
    ]
    if lost:
        near = words.references.near_entries([("data", known)])
        for route, broader in lost:
            yield Wrong(
                route,
                words.references.no_such(broader, "data"),
                words.suggestion.suggestion(broader, near, closed=True),
            )
    under_itself = on_circles({name: data.broader for name, data in case.data.items()})
    for name in case.data:
        if name in under_itself:
            yield Wrong(("data", name, "is"), words.case.UNDER_ITSELF(name=name))


def _claims(case: Case) -> Iterator[Wrong]:
    for name, claim in case.claims.items():
        if not isinstance(claim.says, str):
            given = [
                field for field in claim.says.__struct_fields__ if getattr(claim.says, field) is not UNSET
            ]
            if len(given) != 1:
                yield Wrong(("claims", name, "says"), words.case.ONE_CLAIM(), words.case.SPLIT_CLAIM())
            yield from _places(name, claim.says, given)


#: How each kind of claim about places names them: among them, or all but them.
NAMING_PLACES: Final = {
    "hosted_in": ("only", "outside"),
    "processed_in": ("only", "outside"),
    "controlled_from": ("only", "outside"),
    "not_exposed_to": ("country", "outside"),
    "exposed_to": ("country", "outside"),
    "no_transfer": ("to", "outside"),
}


def _places(name: str, says: Says, given: list[str]) -> Iterator[Wrong]:
    for kind in (kind for kind in given if kind in NAMING_PLACES):
        ways = NAMING_PLACES[kind]
        stated = [way for way in ways if getattr(getattr(says, kind), way)]
        if len(stated) > 1 or (not stated and kind != "no_transfer"):
            route = ("claims", name, "says", kind.replace("_", "-"))
            yield Wrong(
                route, words.case.ONE_WAY_OF_PLACES(ways=", ".join(ways)), words.case.WAYS_OF_PLACES()
            )


def _ages(case: Case) -> Iterator[Wrong]:
    stated: dict[tuple[str, ...], Any] = {
        ("activities", name, "consent", "age"): sheet.consent.age
        for name, sheet in case.activities.items()
        if sheet.consent is not UNSET
    }
    stated |= {("people", name, "consent_age"): each.consent_age for name, each in case.people.items()}
    for route, value in stated.items():
        for text in map(plain, value if isinstance(value, list) else [value]):
            if text not in UNSETTLED and age(text) is None:
                yield Wrong(route, words.case.NOT_AN_AGE(text=text), words.case.AGE_HINT())


def _contracts(case: Case) -> Iterator[Wrong]:
    """Give what an agreement says of itself as a whole and otherwise of its points."""
    for name, agreement in case.agreements.items():
        points = {point: plain(value) for point, value in agreement.points.items()}
        lacking = next((point for point in MANDATORY if points.get(point) == "false"), "")
        whole = plain(agreement.complete)
        full = all(points.get(point) == "true" for point in MANDATORY)
        if (whole == "true" and lacking) or (whole == "false" and full):
            yield Wrong(
                ("agreements", name, "complete"), words.case.COMPLETE_OR_NOT(point=lacking or "28(3)")
            )


def _questions(case: Case) -> Iterator[Wrong]:
    for name, asked in case.questions.items():
        for number, route in enumerate(asked.settles):
            at = ("questions", name, "settles", number)
            section, _, rest = route.partition(".")
            entry, _, field = rest.partition(".")
            entries = getattr(case, section, None)
            if section in OF_ENDS and _between(case, entry):
                fields = OF_ENDS[section].__struct_fields__
                if WRITTEN.get(field, field) not in fields:
                    yield Wrong(
                        at, words.case.NOTHING_AT(route=route), words.suggestion.nearest(field, fields)
                    )
            elif not isinstance(entries, dict) or entry not in entries:
                names = entries if isinstance(entries, dict) else case.__struct_fields__
                yield Wrong(
                    at, words.case.NOTHING_AT(route=route), words.suggestion.nearest(entry or section, names)
                )
            elif field:
                fields = kind_of(entries[entry]).__struct_fields__
                if WRITTEN.get(field, field).partition(".")[0] not in fields:
                    hint = words.suggestion.nearest(field, fields)
                    yield Wrong(at, words.case.NOTHING_AT(route=route), hint)


def _between(case: Case, ends: str) -> bool:
    """Tell whether what is named by two ends names two organisations: a link that nobody has stated can be asked for."""
    owner, arrow, owned = ends.partition(">")
    return bool(arrow) and owner in case.organisations and owned.partition("~")[0] in case.organisations
