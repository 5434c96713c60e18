"""The blocks of the sheet of an activity: data with how long it is kept, recipients, measures, transfers."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET

from auditor.model.case.activities import Activity
from auditor.model.materials import plain, several
from auditor.model.vocabulary import CATEGORIES, NONE, UNKNOWN, UNSETTLED
from auditor.rendering.exports.book import Row
from auditor.rendering.exports.stated import Stated, Told, joined, listed, row_of
from auditor.text.papers import register as texts

#: A row of a block: its label where it has one of its own, its kind, what it is in words.
BlockRow = tuple[str, str, str]
#: The agreements that are a tool of transfer (GDPR art. 46).
TOOLS: Final = frozenset({"scc", "bcr", "code-of-conduct", "certification", "ad-hoc"})


def data_rows(stated: Stated, name: str) -> tuple[list[Row], list[Row]]:
    """Give the rows of categories of data, and those of what arts 9 and 10 set apart: all nine, as the layout has them."""
    entry = stated.case.activities[name]
    groups = _grouped(stated, name, entry)
    ordinary: list[Row] = []
    special: dict[str, Row] = {}
    for place, categories in groups:
        row = _data_row(stated, name, place, categories, alone=len(groups) == 1)
        nine = next((each for each in categories if _under(stated, each) in texts.NINE), "")
        if nine:
            key = _under(stated, nine)
            special[key if key not in special else nine] = row
        else:
            ordinary.append(row)
    for category, words in _asked(stated, name):
        special.setdefault(category, [stated.say(texts.ROWS_OF_DATA[category]), words])
    rows = [special.pop(each, [stated.say(texts.ROWS_OF_DATA[each])]) for each in texts.NINE]
    there = {each for _, categories in groups for each in categories}
    ordinary += [
        [stated.say(texts.ROWS_OF_DATA[category])]
        for category in texts.ORDINARY
        if not there & {category, *_own(stated, category)}
    ]
    return ordinary, [*rows, *special.values()]


def _own(stated: Stated, category: str) -> list[str]:
    """Give the categories of the case that a row of the layout was read as."""
    label = texts.ROWS_OF_DATA[category].fr[:15]
    return [name for name, data in stated.case.data.items() if stated.text(data.title).startswith(label)]


def retention_in_a_row(stated: Stated, name: str) -> bool:
    """Tell whether the one period of an activity stands in the row of its only data."""
    entry = stated.case.activities[name]
    groups = _grouped(stated, name, entry)
    return len(groups) == 1 and not any(periods(stated, entry, each)[0] for each in groups[0][1])


def _grouped(stated: Stated, name: str, entry: Activity) -> list[tuple[str, list[str]]]:
    """Give the categories that one row of an imported sheet names together, and each other by itself."""
    groups: dict[str, list[str]] = {}
    for category in listed(entry.data):
        place = stated.places.get(f"activities.{name}.data.{category}", "")
        rowed = stated.in_form(place) and place in stated.kept
        groups.setdefault(place if rowed else f" {category}", []).append(category)
    return [("" if place.startswith(" ") else place, found) for place, found in groups.items()]


def _data_row(stated: Stated, name: str, place: str, categories: list[str], *, alone: bool) -> Row:
    entry = stated.case.activities[name]
    kept = stated.kept.get(place)
    if kept is None:
        words = joined(stated.named("data", each) for each in categories)
        known = texts.ROWS_OF_DATA.get(categories[0])
        label = words if known is None else stated.say(known)
    else:
        label, words = kept.label, kept.words
    holder = next((each for each in categories if each in entry.retentions), categories[0])
    kept_for = periods(stated, entry, holder)
    if alone and not kept_for[0]:
        kept_for[0] = joined(stated.lines("activities", name, "retention"))
    return [label, words, "", "", *kept_for]


def periods(stated: Stated, entry: Activity, category: str) -> list[str]:
    """Give how long a category is kept in use, then in archive, and what becomes of it."""
    kept = entry.retentions.get(category)
    if kept is None:
        return ["", "", ""]
    return [
        joined(each.words for each in stated.of(field, getattr(kept, field), kept.source))
        for field in ("active", "archive", "end")
    ]


def _under(stated: Stated, category: str) -> str:
    """Give the category of the program that one of the case falls under, the narrowest that has a row of its own."""
    todo = [category]
    while todo:
        found = todo.pop(0)
        if found in texts.ROWS_OF_DATA:
            return found
        own = stated.case.data.get(found)
        todo += list(own.broader if own is not None else CATEGORIES.get(found, ()))
    return category


def _asked(stated: Stated, name: str) -> list[tuple[str, str]]:
    """Give the rows of which an imported record does not settle whether the category is processed."""
    named = set(stated.places.values())
    return [
        (each.suggest, each.words)
        for each in stated.asked.get(f"activities.{name}.data", [])
        if each.why == "is-it-processed" and each.suggest in texts.NINE and each.at not in named
    ]


#: Fields of which words of a table that settle nothing are told below the blocks: a row would make them a name.
UNSETTLED_BELOW: Final = frozenset({"recipients", "transfers"})


def told_below(stated: Stated, field: str, each: Told) -> bool:
    """Tell whether a value has no row in a block: that there are none, or words of a table that settle nothing."""
    unsettled = each.value == UNKNOWN and field in UNSETTLED_BELOW and not stated.in_form(each.at)
    return (each.value == NONE and field != "transfers") or unsettled


def recipient_rows(stated: Stated, name: str) -> list[BlockRow]:
    """Give who receives the data, as declared: services inside, processors, others. Some are told below."""
    found: list[BlockRow] = []
    for kind, field in (
        (texts.INTERNAL, "internal"),
        (texts.PROCESSORS, "processors"),
        (texts.PARTNERS, "recipients"),
    ):
        found += [
            ("", _kind(stated, each, stated.say(kind)), each.words)
            for each in stated.values("activities", name, field)
            if not told_below(stated, field, each)
        ]
    return list(dict.fromkeys(found))


def _kind(stated: Stated, each: Told, usual: str) -> str:
    """Give the kind of a recipient in the words of its row, where the field does not say it."""
    own = stated.beside(each.at) if stated.in_form(each.at) else []
    return own[0] if own else usual


def measure_rows(stated: Stated, name: str) -> list[BlockRow]:
    """Give the measures of security: words of the layout's list as kinds, with what one row says beside, others in words."""
    rows: list[BlockRow] = []
    last = ""
    for each in stated.values("activities", name, "measures"):
        kind = texts.KINDS_OF_MEASURE.get(each.value)
        row = row_of(each.at)
        if kind is not None:
            rows.append(("", stated.say(kind), ""))
        elif rows and not rows[-1][2] and stated.in_form(each.at) and row == last and row != each.at:
            rows[-1] = ("", rows[-1][1], each.words)
        else:
            rows.append(("", stated.say(texts.OTHER_MEASURES), each.words))
        last = row
    return rows


def transfer_rows(stated: Stated, name: str) -> list[Row]:
    """Give the transfers as the record states them: who, in which country, by which guarantee, where its paper is."""
    rows: dict[str, Row] = {}

    def put(place: str, column: int, words: str) -> None:
        rows.setdefault(place, ["", "", "", "", ""])[column] = words

    for number, each in enumerate(stated.values("activities", name, "transfers")):
        if told_below(stated, "transfers", each):
            continue
        place = row_of(each.at) if stated.in_form(each.at) else f" {number}"
        settled = each.value and each.value not in UNSETTLED and each.value != NONE
        put(place if place not in rows else f"{place} {number}", 1 if settled else 0, each.words)
    for number, each in enumerate(stated.values("activities", name, "tool")):
        put(_beside(stated, rows, each, number), 2, _guarantee(stated, each))
    for each in stated.values("activities", name, "recipients"):
        if row_of(each.at) in rows:
            put(row_of(each.at), 0, each.words)
    for asked in stated.asked.get("agreements", []):
        if asked.why == "paper" and row_of(asked.at) in rows:
            put(row_of(asked.at), 4, asked.words)
    return [*rows.values(), *_by_agreements(stated, name)]


def _beside(stated: Stated, rows: dict[str, Row], each: Told, number: int) -> str:
    """Give the row in which a guarantee stands: that of its cell, else that of the only country."""
    place = row_of(each.at) if stated.in_form(each.at) else ""
    if place in rows or len(rows) != 1:
        return place or f" tool {number}"
    only = next(iter(rows))
    return only if not rows[only][2] else f"{place} tool {number}"


def _guarantee(stated: Stated, each: Told) -> str:
    listed_so = texts.GUARANTEES.get(each.value)
    return stated.say(listed_so) if listed_so is not None else each.words


def _by_agreements(stated: Stated, name: str) -> list[Row]:
    """Give the tools of transfer that a controller of the activity signed with one of its recipients."""
    entry = stated.case.activities[name]
    own = set(several(entry.controller))
    others = {*several(entry.processors), *several(entry.recipients)}
    found: list[Row] = []
    for agreement in stated.case.agreements.values():
        exporter, importer = agreement.between
        if agreement.is_ in TOOLS and exporter in own and importer in others:
            country = plain(stated.case.organisations[importer].country)
            where = "" if country in UNSETTLED else stated.one("country", country)
            kind = _guarantee(stated, Told(stated.say.word(agreement.is_), value=agreement.is_))
            paper = joined(
                each.words
                for each in stated.of("document", getattr(agreement, "document", UNSET), agreement.source)
            )
            found.append([stated.party(importer), where, kind, "", paper])
    return found
