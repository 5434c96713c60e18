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
from auditor.graph.control import DEPENDENCY, HALF, bounds
from auditor.loading.files.convert import nearest
from auditor.loading.knowledge.entry import FREE, PlacedEntry, day, record, references
from auditor.model.case.ownership import Ownership
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.vocabulary import ACTIVITY_TERMS

#: What the holdings in an organisation add up to at most, with room for rounding.
WHOLE: Final = 100.01


def organisation(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with an organisation."""
    entry = held.entry
    yield from references(held, ("parent", "branch_of", "succeeded_by"), known)
    for name in ("country", "run_from"):
        yield from _country(held, name, entry.get(name, "unknown"), known)
    terms = entry.get("is", [])
    for term in [terms] if isinstance(terms, str) else terms if isinstance(terms, list) else []:
        if term not in ACTIVITY_TERMS:
            yield held.problem(
                f"no such word for what an organisation is: {term}", nearest(term, ACTIVITY_TERMS), "is"
            )
    if not terms:
        yield held.problem("nothing says what it is", "is: [hosting]", key=True)
    if "succeeded_by" in entry and "ends" not in entry:
        yield held.problem("succeeded_by without ends: when did it cease to exist?", "", "succeeded_by")
    for number, row in enumerate(entry.get("former", [])):
        if "until" not in row:
            yield held.problem(
                "a former name needs the last day on which it was seen, or unknown", "", "former", number
            )
        elif row["until"] != "unknown" and not is_day(row["until"]):
            yield held.problem(f"no such day: {row['until']}", "", "former", number)
    certified = entry.get("certified", [])
    for number, row in enumerate(certified if isinstance(certified, list) else []):
        yield from record(held, row, known, "certified", number)


def _country(held: PlacedEntry, name: str, value: Any, known: Knowledge) -> Iterator[Problem]:
    rows = value if isinstance(value, list) else [value]
    for row in rows:
        code = row.get("value", "") if isinstance(row, dict) else row
        if code not in known.countries and code not in FREE:
            yield held.problem(
                f"no such country (ISO 3166-1, as in FR): {code}", nearest(code, known.countries), name
            )
    for before, after in pairwise(row for row in rows if isinstance(row, dict)):
        if before.get("until") != after.get("since") or not after.get("since"):
            yield held.problem(
                "the history of the country has a gap or an overlap", "each until is the next since", name
            )


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
        yield held.problem(f"the same name as {others[0]}: {name}", "one legal person, one entry", "name")
    for scheme, number in held.entry.get("ids", {}).items():
        taken = [key for key in numbers.get((scheme, number), ()) if key != held.key]
        if taken:
            yield held.problem(f"{scheme} {number} is that of {taken[0]}", "", "ids", scheme)
        if scheme in CHECKED and not CHECKED[scheme](number):
            yield held.problem(
                f"the check digits of this {scheme.upper()} are wrong: {number}", "", "ids", scheme
            )


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
        yield held.problem(f"{entry['owner']} cannot own itself", "", "of")
    kind = entry.get("kind", "")
    for name in ("shares", "votes"):
        if kind == name and name not in entry:
            yield held.problem(f"of kind {name}, but no {name} are given", "", "kind")
        if kind in DEPENDENCY and name in entry:
            yield held.problem(f"a link of kind {kind} carries no {name}", "", name)
        low, high = _range(entry.get(name))
        if not 0 <= low <= high <= 100:
            yield held.problem(f"{name} out of range: {low:g} to {high:g}", "", name)
        elif kind == "minority" and low > HALF:
            yield held.problem("a minority above one half", "", name)


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
                yield second.problem(
                    f"{owner} of {of}: {kind or 'the holding'} is given twice for the same time"
                )


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
            yield held.problem(f"the shares in {of} held today add up to {total.pop(of):g} percent at least")


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
                yield held.problem(f"{held.entry['owner']} would control itself, through {held.entry['of']}")
