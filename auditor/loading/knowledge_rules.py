"""What must hold of the knowledge base beyond its types: every broken rule, with its place.

The status of a fact follows from its source, dates from each other, numbers from their check digits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from auditor.errors import Problem
from auditor.graph.control import DEPENDENCY, HALF, bounds
from auditor.graph.dates import first_day, is_day, last_day
from auditor.loading.document import Document, Route
from auditor.loading.shape import nearest
from auditor.model.case import Ownership
from auditor.model.law import Knowledge
from auditor.model.scalars import DATE_PATTERN, ID_PATTERN
from auditor.model.vocabulary import ACTIVITY_TERMS

#: Kinds of source that can make a fact verified, and those that cannot.
VOUCHING: Final = frozenset({"own-document", "filing", "decision", "judgment", "law"})
HEARSAY: Final = frozenset({"press", "encyclopaedia", "catalogue", "notice", "dataset", "note"})
#: Sections whose entries rest on a source, and may thus be verified, secondary or unverified.
SOURCED: Final = frozenset({"organisations", "ownership", "domains", "widgets"})
DATES: Final = ("since", "until", "as_of", "ends", "invalid", "state_as_of", "date")
FREE: Final = frozenset({"none", "unknown"})
WHOLE: Final = 100.01


@dataclass(frozen=True, slots=True)
class Held:
    """An entry as written, where it stands, and for which day its file speaks."""

    document: Document
    route: Route
    section: str
    key: str
    entry: dict[str, Any]
    day: str

    def problem(self, message: str, hint: str = "", *steps: str | int, key: bool = False) -> Problem:
        """Give a problem at this entry, or at what `steps` lead to inside it."""
        return self.document.problem((*self.route, *steps), message, hint, key=key)


@dataclass(frozen=True, slots=True)
class Layer:
    """The entries of a layer, and where each of its links stands by its name."""

    held: list[Held]
    links: Mapping[str, tuple[Document, Route]]


def broken(layer: Layer, known: Knowledge) -> Iterator[Problem]:
    """Give every rule that an entry of `layer` breaks, once it is part of all that is `known`."""
    names, numbers = _taken(known)
    for held in layer.held:
        yield from _dates(held)
        if held.section in SOURCED:
            yield from _record(held, held.entry, known)
        yield from RULES.get(held.section, _nothing)(held, known)
        if held.section == "organisations":
            yield from _identity(held, names, numbers)
    yield from _twice(layer)
    yield from _sums(layer, known)
    yield from _circles(layer, known)


def _nothing(held: Held, known: Knowledge) -> Iterator[Problem]:
    del held, known
    yield from ()


def _dates(held: Held) -> Iterator[Problem]:
    for name in DATES:
        text = held.entry.get(name, "")
        if not isinstance(text, str) or text in ("", "unknown"):
            continue
        if not re.match(DATE_PATTERN, text) or not is_day(text):
            yield held.problem(f"no such day: {text}", "dates are written 2019, 2019-07 or 2019-07-14", name)
    since, until = _day(held.entry, "since"), _day(held.entry, "until")
    if since and until and first_day(since) > last_day(until):
        yield held.problem(f"until {until} lies before since {since}", "", "until")


def _day(entry: Mapping[str, Any], name: str) -> str:
    text = entry.get(name, "")
    return text if isinstance(text, str) and text != "unknown" and re.match(DATE_PATTERN, text) else ""


def _record(held: Held, entry: dict[str, Any], known: Knowledge, *steps: str | int) -> Iterator[Problem]:
    """Give what is wrong with the source, the status and the day of an entry."""
    for name in ("source", "as_of", "status"):
        if name not in entry:
            yield held.problem(f"{name} is missing", "", *steps, key=True)
    source, status, told = entry.get("source", ""), entry.get("status", ""), _day(entry, "as_of")
    also = entry.get("also", [])
    for name, at in ((source, ("source",)), *((other, ("also", n)) for n, other in enumerate(also))):
        if name and name not in known.sources:
            yield held.problem(f"no such source: {name}", nearest(name, known.sources), *steps, *at)
    if source in known.sources:
        kind, date = known.sources[source].kind, known.sources[source].date
        if status == "verified" and kind not in VOUCHING:
            yield held.problem(f"verified, but its source is of kind {kind}", f"one of: {_list(VOUCHING)}", *steps, "status")
        if told and date and date != "unknown" and first_day(told) > last_day(date):
            yield held.problem(f"as_of {told} is later than its source, which is of {date}", "", *steps, "as_of")
    if (source == "none") != (status == "unverified"):
        yield held.problem("what is unverified has the source none, and nothing else has", "", *steps, "status")
    since = _day(entry, "since")
    if since and told and first_day(since) > last_day(told):
        yield held.problem(f"since {since} lies after as_of {told}: the source cannot vouch for it", "", *steps, "since")
    if told and first_day(told) > last_day(held.day):
        yield held.problem(f"as_of {told} lies after the day of the file, {held.day}", "", *steps, "as_of")
    fields = {*entry, "country", "organisation", *entry.get("load", ()), *entry.get("click", ())}
    for number, name in enumerate(entry.get("unchecked", [])):
        if name not in fields:
            yield held.problem(f"unchecked names a field that is not there: {name}", "", *steps, "unchecked", number)


def _references(held: Held, names: tuple[str, ...], known: Knowledge, free: frozenset[str] = FREE) -> Iterator[Problem]:
    for name in names:
        other = held.entry.get(name)
        if isinstance(other, str) and other not in known.organisations and other not in free:
            yield held.problem(f"no such organisation: {other}", nearest(other, known.organisations), name)


def _source(held: Held, known: Knowledge) -> Iterator[Problem]:
    del known
    entry = held.entry
    for name in ("title", "publisher"):
        if not entry.get(name):
            yield held.problem(f"{name} is missing", key=True)
    kind, date, url = entry.get("kind", ""), entry.get("date", ""), entry.get("url", "")
    if kind not in VOUCHING | HEARSAY:
        yield held.problem(f"unknown kind of source: {kind}", nearest(kind, VOUCHING | HEARSAY) or _list(VOUCHING | HEARSAY))
    if not date and held.key != "none":
        yield held.problem("date is missing", "the day of the document, or the last on which it was seen", key=True)
    if url and not url.startswith(("https://", "http://")):
        yield held.problem(f"not a web address: {url}", "", "url")


def _organisation(held: Held, known: Knowledge) -> Iterator[Problem]:
    entry = held.entry
    yield from _references(held, ("parent", "branch_of", "succeeded_by"), known)
    for name in ("country", "run_from"):
        yield from _country(held, name, entry.get(name, "unknown"), known)
    terms = entry.get("is", [])
    for term in [terms] if isinstance(terms, str) else terms if isinstance(terms, list) else []:
        if term not in ACTIVITY_TERMS:
            yield held.problem(f"no such word for what an organisation is: {term}", nearest(term, ACTIVITY_TERMS), "is")
    if not terms:
        yield held.problem("nothing says what it is", "is: [hosting]", key=True)
    if "succeeded_by" in entry and "ends" not in entry:
        yield held.problem("succeeded_by without ends: when did it cease to exist?", "", "succeeded_by")
    for number, row in enumerate(entry.get("former", [])):
        if "until" not in row:
            yield held.problem("a former name needs the last day on which it was seen, or unknown", "", "former", number)
        elif row["until"] != "unknown" and not is_day(row["until"]):
            yield held.problem(f"no such day: {row['until']}", "", "former", number)
    certified = entry.get("certified", [])
    for number, row in enumerate(certified if isinstance(certified, list) else []):
        yield from _record(held, row, known, "certified", number)


def _country(held: Held, name: str, value: Any, known: Knowledge) -> Iterator[Problem]:
    rows = value if isinstance(value, list) else [value]
    for row in rows:
        code = row.get("value", "") if isinstance(row, dict) else row
        if code not in known.countries and code not in FREE:
            yield held.problem(f"no such country (ISO 3166-1, as in FR): {code}", nearest(code, known.countries), name)
    for before, after in pairwise(row for row in rows if isinstance(row, dict)):
        if before.get("until") != after.get("since") or not after.get("since"):
            yield held.problem("the history of the country has a gap or an overlap", "each until is the next since", name)


Taken = dict[Any, list[str]]


def _taken(known: Knowledge) -> tuple[Taken, Taken]:
    """Give which organisations have each name, and which each number of a register."""
    names: Taken = defaultdict(list)
    numbers: Taken = defaultdict(list)
    for key, entry in known.organisations.items():
        if isinstance(entry.name, str):
            names[entry.name.casefold()].append(key)
        for scheme, number in entry.ids.items():
            numbers[scheme, number].append(key)
    return names, numbers


def _identity(held: Held, names: Taken, numbers: Taken) -> Iterator[Problem]:
    name = held.entry.get("name", "")
    others = [key for key in names.get(name.casefold(), ()) if key != held.key] if isinstance(name, str) else []
    if others:
        yield held.problem(f"the same name as {others[0]}: {name}", "one legal person, one entry", "name")
    for scheme, number in held.entry.get("ids", {}).items():
        taken = [key for key in numbers.get((scheme, number), ()) if key != held.key]
        if taken:
            yield held.problem(f"{scheme} {number} is that of {taken[0]}", "", "ids", scheme)
        if scheme in CHECKED and not CHECKED[scheme](number):
            yield held.problem(f"the check digits of this {scheme.upper()} are wrong: {number}", "", "ids", scheme)


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


def _link(held: Held, known: Knowledge) -> Iterator[Problem]:
    entry = held.entry
    yield from _references(held, ("owner", "of"), known, frozenset())
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
        texts = (value.get("value") or value.get("min") or "0", value.get("value") or value.get("max") or "100")
    else:
        texts = (value, value)
    numbers = [float(text) for text in texts if isinstance(text, str) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", text)]
    return (numbers[0], numbers[-1]) if len(numbers) == len(texts) else (0.0, 100.0)


def _twice(layer: Layer) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for held in layer.held:
        if held.section == "ownership":
            seen[held.entry["owner"], held.entry["of"], held.entry.get("kind", "")].append(held)
    for (owner, of, kind), group in seen.items():
        for first, second in pairwise(sorted(group, key=lambda h: first_day(_day(h.entry, "since") or "0000"))):
            if first_day(_day(second.entry, "since") or "0000") < last_day(_day(first.entry, "until") or "9999"):
                yield second.problem(f"{owner} of {of}: {kind or 'the holding'} is given twice for the same time")


def _current(known: Knowledge) -> dict[str, Ownership]:
    return {name: link for name, link in known.ownership.items() if not link.until and link.kind not in DEPENDENCY}


def _sums(layer: Layer, known: Knowledge) -> Iterator[Problem]:
    total: dict[str, float] = defaultdict(float)
    for link in _current(known).values():
        total[link.of] += bounds(link)[0]
    for held in layer.held:
        if held.section == "ownership" and total[held.entry["of"]] > WHOLE:
            of = held.entry["of"]
            yield held.problem(f"the holdings in {of} that run today add up to {total.pop(of):g} percent at least")


def _circles(layer: Layer, known: Knowledge) -> Iterator[Problem]:
    below: dict[str, list[str]] = defaultdict(list)
    for link in _current(known).values():
        if bounds(link)[0] > HALF:
            below[link.owner].append(link.of)
    for held in layer.held:
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


def _instrument(held: Held, known: Knowledge) -> Iterator[Problem]:
    code = held.entry["country"]
    if code not in known.countries and code != "EU":
        yield held.problem(f"no such country (ISO 3166-1, as in FR): {code}", nearest(code, known.countries), "country")
    for number, term in enumerate(held.entry.get("addressees", [])):
        if term not in ACTIVITY_TERMS:
            yield held.problem(f"no such word: {term}", nearest(term, ACTIVITY_TERMS), "addressees", number)
    if held.entry.get("state") and not held.entry.get("state_as_of"):
        yield held.problem("the state of a law needs the day on which it was seen", "state_as_of: 2026-09-15", "state")


def _adequacy(held: Held, known: Knowledge) -> Iterator[Problem]:
    entry = held.entry
    if ("country" in entry) == ("organisation" in entry):
        yield held.problem("an adequacy decision is about a country or about an organisation", key=True)
    if entry.get("country", "unknown") not in {*known.countries, "unknown"}:
        yield held.problem(f"no such country (ISO 3166-1, as in FR): {entry['country']}", "", "country")
    if "organisation" in entry and entry.get("whole", "true") != "false":
        yield held.problem("a decision about one organisation covers no whole country", "whole: false", "organisation")
    yield from _references(held, ("organisation",), known, frozenset())
    if "invalid" in entry and not entry.get("judgment"):
        yield held.problem("declared invalid by which judgment?", 'judgment: "ECLI:EU:C:2020:559"', "invalid")


def _text(held: Held, known: Knowledge) -> Iterator[Problem]:
    entry = held.entry
    history = entry.get("history", [])
    if entry.get("court") and not history:
        yield held.problem("a decision needs a history: where it stands, and since when", key=True)
    for number, step in enumerate(history):
        if not is_day(step["since"]):
            yield held.problem(f"no such day: {step['since']}", "", "history", number)
        if step.get("source", "none") not in {*known.sources, "none"}:
            yield held.problem(f"no such source: {step['source']}", nearest(step["source"], known.sources), "history", number)
    for (number, before), (_, after) in pairwise(enumerate(history)):
        if first_day(before["since"]) > last_day(after["since"]):
            yield held.problem("the history is not in order of time", "", "history", number + 1)
    if not entry["official"].startswith(("https://", "http://")):
        yield held.problem(f"not a web address: {entry['official']}", "", "official")


def _domain(held: Held, known: Knowledge) -> Iterator[Problem]:
    yield from _references(held, ("organisation", "elsewhere", "was"), known, frozenset())
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]+", held.key):
        yield held.problem(f"not a domain: {held.key}", "lower case, without scheme and path", key=True)
    if not held.entry["roles"]:
        yield held.problem("roles are missing", key=True)
    for host in held.entry.get("hosts", {}):
        name = host.partition("/")[0]
        if name != held.key and not name.endswith(f".{held.key}"):
            yield held.problem(f"{host} is not below {held.key}", "", "hosts", host, key=True)


def _widget(held: Held, known: Knowledge) -> Iterator[Problem]:
    entry = held.entry
    yield from _references(held, ("organisation",), known, frozenset({"own", "unknown"}))
    if not isinstance(entry["name"], dict) or not entry["name"].get("fr") or not entry["name"].get("en"):
        yield held.problem("a name in French and in English", "name: {fr: …, en: …}", "name")
    if not re.match(ID_PATTERN, entry["kind"]):
        yield held.problem(f"not a kind: {entry['kind']}", "", "kind")
    if "request" not in entry["load"]:
        yield held.problem("whatever is fetched sends a request: load must name it", "load: [request]", "load")
    for number, host in enumerate(entry.get("via", [])):
        yield from _betrays(held, number, host, known)


def _betrays(held: Held, number: int, host: str, known: Knowledge) -> Iterator[Problem]:
    who, name = held.entry["organisation"], host.partition("/")[0]
    if who in ("own", "unknown") or name.endswith(".js") or not known.domains:
        return
    labels = name.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    domain = next((known.domains[d] for d in above if d in known.domains), None)
    if domain is None:
        if not held.entry.get("until"):
            yield held.problem(f"{host}: nobody is said to answer for this domain", "", "via", number)
        return
    answering = {domain.organisation, domain.elsewhere, domain.was}
    if who not in answering and not answering & _kin(who, known):
        yield held.problem(f"{host} is of {domain.organisation}, the widget of {who}", "", "via", number)


def _kin(organisation: str, known: Knowledge) -> set[str]:
    """Give who holds `organisation` or whom it holds, as far as one link goes."""
    return {x for link in known.ownership.values() if organisation in (link.owner, link.of) for x in (link.owner, link.of)}


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


RULES: Final = {
    "sources": _source,
    "organisations": _organisation,
    "ownership": _link,
    "instruments": _instrument,
    "adequacy": _adequacy,
    "law": _text,
    "domains": _domain,
    "widgets": _widget,
}
