"""What must hold of organisations and of who holds whom: one name, one number, no more than the whole, no circle."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from msgspec import UNSET
from msgspec.structs import replace

from auditor.errors import Problem
from auditor.graph.holdings import DEPENDENCY, HALF, bounds
from auditor.loading.knowledge.entry import FREE, PlacedEntry, day, record, references
from auditor.model.case.certificates import Certificate
from auditor.model.case.ownership import Ownership
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.vocabulary import ACTIVITY_TERMS
from auditor.text.problems import knowledge as words
from auditor.text.problems.case import OWNS_ITSELF
from auditor.text.problems.references import no_such
from auditor.text.problems.shape import NO_SUCH_DAY
from auditor.text.problems.suggestion import term as near_term

#: The scheme of which version 3.2, section 19.6, caps each holder from outside the Union at so many percent.
SECNUMCLOUD: Final = "secnumcloud"
CAPPED: Final = "3.2"
CAP: Final = 24.0
#: What the holdings in an organisation add up to at most, with room for rounding.
WHOLE: Final = 100.01


def organisation(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with an organisation."""
    entry = held.entry
    yield from references(held, ("parent", "branch_of", "succeeded_by"), known)
    for name in ("country", "run_from"):
        yield from _country(held, name, entry.get(name, "unknown"), known)
    terms = entry.get("is", [])
    listed = [terms] if isinstance(terms, str) else terms if isinstance(terms, list) else []
    for number, term in enumerate(listed):
        at = ("is",) if isinstance(terms, str) else ("is", number)
        if term not in ACTIVITY_TERMS:
            yield held.problem(no_such(term, "terms"), *at, hint=near_term(term))
    if not terms:
        yield held.problem(words.NOTHING_IT_IS(), hint=words.IS_HINT(), key=True)
    if "succeeded_by" in entry and "ends" not in entry:
        yield held.problem(words.WHEN_ENDED(), "succeeded_by")
    for number, row in enumerate(entry.get("former", [])):
        if "until" not in row:
            yield held.problem(words.FORMER_DAY(), "former", number)
        elif row["until"] != "unknown" and not is_day(row["until"]):
            yield held.problem(NO_SUCH_DAY(text=row["until"]), "former", number, "until")
    certified = entry.get("certified", [])
    for number, row in enumerate(certified if isinstance(certified, list) else []):
        yield from record(held, row, known, "certified", number)


def _country(held: PlacedEntry, name: str, value: Any, known: Knowledge) -> Iterator[Problem]:
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows):
        code = row.get("value", "") if isinstance(row, dict) else row
        if code not in known.countries and code not in FREE:
            at = (name, number, "value") if isinstance(value, list) else (name,)
            yield held.nowhere(code, "countries", known.countries, *at)
    for before, after in pairwise(row for row in rows if isinstance(row, dict)):
        if before.get("until") != after.get("since") or not after.get("since"):
            yield held.problem(words.COUNTRY_GAP(), name, hint=words.UNTIL_IS_SINCE())


#: Which organisations have a name, or a number of a register.
Taken = dict[Any, list[str]]


def taken(known: Knowledge) -> tuple[Taken, Taken]:
    """Give which organisations have each name, and which each number of a register."""
    names: Taken = defaultdict(list)
    numbers: Taken = defaultdict(list)
    for key, entry in known.organisations.items():
        if isinstance(entry.name, str):
            names[entry.name.casefold()].append(key)
        for scheme, number in entry.ids.items():
            numbers[scheme, number].append(key)
    return names, numbers


def identity(held: PlacedEntry, names: Taken, numbers: Taken) -> Iterator[Problem]:
    """Give every name or number that another organisation has, and numbers whose check digits are wrong."""
    name = held.entry.get("name", "")
    others = (
        [key for key in names.get(name.casefold(), ()) if key != held.key] if isinstance(name, str) else []
    )
    if others:
        message = words.SAME_NAME(other=others[0], name=name)
        yield held.problem(message, "name", hint=words.ONE_ENTRY())
    for scheme, number in held.entry.get("ids", {}).items():
        taken = [key for key in numbers.get((scheme, number), ()) if key != held.key]
        if taken:
            message = words.NUMBER_TAKEN(scheme=scheme, number=number, other=taken[0])
            yield held.problem(message, "ids", scheme)
        if scheme in CHECKED and not CHECKED[scheme](number):
            message = words.CHECK_DIGITS(scheme=scheme.upper(), number=number)
            yield held.problem(message, "ids", scheme)


def lei(number: str) -> bool:
    """Tell whether a legal entity identifier has valid check digits (ISO 17442, ISO 7064 mod 97-10)."""
    if not re.fullmatch(r"[A-Z0-9]{18}[0-9]{2}", number):
        return False
    return int("".join(str(int(letter, 36)) for letter in number)) % 97 == 1


def siren(number: str) -> bool:
    """Tell whether a French company number has a valid check digit (Luhn, ISO/IEC 7812-1)."""
    if not re.fullmatch(r"[0-9]{9}", number):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


CHECKED: Final = {"lei": lei, "siren": siren}


def link(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a holding by itself."""
    entry = held.entry
    yield from references(held, ("owner", "of"), known, frozenset())
    if entry["owner"] == entry["of"]:
        yield held.problem(OWNS_ITSELF(name=entry["owner"]), "of")
    first, told = day(entry, "verified_since"), day(entry, "as_of")
    if first and not (entry.get("status") == "verified" and entry.get("also")):
        yield held.problem(words.VERIFIED_BEFORE(), "verified_since")
    if first and told and first_day(first) > last_day(told):
        yield held.problem(words.SINCE_AFTER(since=first, day=told), "verified_since")
    kind = entry.get("kind", "")
    for name in ("shares", "votes"):
        if kind == name and name not in entry:
            yield held.problem(words.KIND_WITHOUT(kind=kind, field=name), "kind")
        if kind in DEPENDENCY and name in entry:
            yield held.problem(words.CARRIES_NO(kind=kind, field=name), name)
        low, high = _range(entry.get(name))
        if not 0 <= low <= high <= 100:
            yield held.problem(words.OUT_OF_RANGE(field=name, low=f"{low:g}", high=f"{high:g}"), name)
        elif kind == "minority" and low > HALF:
            yield held.problem(words.MINORITY(), name)


def participation(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a period of participation in the Data Privacy Framework by itself."""
    entry = held.entry
    who = known.organisations.get(held.key)
    if who is None:
        yield held.nowhere(held.key, "organisations", known.organisations)
    elif isinstance(who.country, str) and who.country not in ("US", *FREE):
        yield held.problem(words.FRAMEWORK_IS_US(country=who.country), key=True)
    if entry["basis"] == "reported" and entry.get("status") == "verified":
        yield held.problem(words.REPORTED_ONLY(), "status")
    until, told = day(entry, "until"), day(entry, "as_of")
    if until and told and first_day(until) > last_day(told):
        yield held.problem(words.UNTIL_AFTER_SEEN(until=until, day=told), "until")


def _range(value: Any) -> tuple[float, float]:
    if isinstance(value, dict):
        texts = (
            value.get("value") or value.get("min") or "0",
            value.get("value") or value.get("max") or "100",
        )
    else:
        texts = (value, value)
    numbers = [
        float(text) for text in texts if isinstance(text, str) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", text)
    ]
    return (numbers[0], numbers[-1]) if len(numbers) == len(texts) else (0.0, 100.0)


def twice(layer: Sequence[PlacedEntry]) -> Iterator[Problem]:
    """Give every holding given twice for the same time."""
    seen: dict[tuple[str, str, str], list[PlacedEntry]] = defaultdict(list)
    for held in layer:
        if held.section == "ownership":
            seen[held.entry["owner"], held.entry["of"], held.entry.get("kind", "")].append(held)
    for (owner, of, kind), group in seen.items():
        for first, second in pairwise(
            sorted(group, key=lambda h: first_day(day(h.entry, "since") or "0000"))
        ):
            if first_day(day(second.entry, "since") or "0000") < last_day(
                day(first.entry, "until") or "9999"
            ):
                yield second.problem(words.HELD_TWICE(owner=owner, of=of, kind=kind or words.THE_HOLDING()))


def _current(known: Knowledge) -> dict[str, Ownership]:
    return {
        name: link for name, link in known.ownership.items() if not link.until and link.kind not in DEPENDENCY
    }


def sums(layer: Sequence[PlacedEntry], known: Knowledge) -> Iterator[Problem]:
    """Give every organisation of whose capital more than the whole is held today."""
    total: dict[str, float] = defaultdict(float)
    for link in _current(known).values():
        if link.shares is not UNSET:
            total[link.of] += bounds(replace(link, votes=UNSET))[0]
    for held in layer:
        if held.section == "ownership" and total[held.entry["of"]] > WHOLE:
            of = held.entry["of"]
            yield held.problem(words.OVER_THE_WHOLE(of=of, total=f"{total.pop(of):g}"))


def qualified(layer: Sequence[PlacedEntry], known: Knowledge) -> Iterator[Problem]:
    """Give every entry that says an organisation to be qualified under SecNumCloud 3.2, or held from outside the Union, where both are.

    A holder from outside may have no more than 24 % by section 19.6 of the scheme: one of the two statements is wrong.
    """
    holders: dict[str, list[Ownership]] = defaultdict(list)
    for link in _current(known).values():
        holders[link.of].append(link)
    outside = {
        name: list(_outside(name, holders, known))
        for name, entry in known.organisations.items()
        if any(_capped(paper) for paper in (entry.certified if isinstance(entry.certified, list) else ()))
    }
    for held in layer:
        if held.section == "organisations":
            found, at = outside.get(held.key, []), ("certified",)
        elif held.section == "ownership":
            above = {owner for owners in outside.values() for owner in owners}
            found, at = [held.entry["owner"]] if held.entry["owner"] in above else [], ("owner",)
        else:
            continue
        for owner in found:
            yield held.problem(words.QUALIFIED_AND_HELD(owner=owner), *at, hint=words.ONE_IS_WRONG())


def _capped(paper: Certificate) -> bool:
    return paper.is_ == SECNUMCLOUD and paper.version == CAPPED and paper.status != "unverified"


def _outside(organisation: str, holders: dict[str, list[Ownership]], known: Knowledge) -> Iterator[str]:
    """Give who from outside the Union holds more than the cap of `organisation` for certain, itself or above a majority."""
    seen: set[str] = set()
    todo = [organisation]
    while todo:
        current = todo.pop()
        for link in holders.get(current, ()):
            least = bounds(link)[0]
            owner = known.organisations.get(link.owner)
            if link.status == "unverified" or owner is None or link.owner in seen or least <= CAP:
                continue
            seen.add(link.owner)
            country = owner.country
            if isinstance(country, str) and country not in FREE and not known.in_eu(country, known.as_of):
                yield link.owner
            if least > HALF:
                todo.append(link.owner)


def circles(layer: Sequence[PlacedEntry], known: Knowledge) -> Iterator[Problem]:
    """Give every holding by which an organisation would control itself."""
    below: dict[str, list[str]] = defaultdict(list)
    for link in _current(known).values():
        if bounds(link)[0] > HALF:
            below[link.owner].append(link.of)
    for held in layer:
        if held.section == "ownership" and held.entry["of"] in below.get(held.entry["owner"], ()):
            seen: set[str] = set()
            todo = [held.entry["of"]]
            while todo:
                current = todo.pop()
                if current not in seen:
                    seen.add(current)
                    todo.extend(below.get(current, ()))
            if held.entry["owner"] in seen:
                message = words.CONTROLS_ITSELF(owner=held.entry["owner"], through=held.entry["of"])
                yield held.problem(message)
