"""The pages that complete the record: transfers, its log, what is to be completed, sources of facts, other words of what was imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from msgspec import UNSET

from auditor.model.bilingual import Bilingual
from auditor.model.materials import WRITTEN, plain
from auditor.model.result.findings import OpenFact
from auditor.model.result.tables import ActivityLine
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.book import Page, Row
from auditor.rendering.exports.dossier import How
from auditor.rendering.exports.record.blocks import TOOLS, transfer_rows
from auditor.rendering.exports.stated import RECORDS, Stated, joined
from auditor.rendering.words import pick, printable
from auditor.text import registers as importing_texts
from auditor.text.fields.base import Without
from auditor.text.fields.table import find
from auditor.text.papers import register as texts

WIDTHS: Final = (30, 30, 40, 40, 24, 40)


def _page(stated: Stated, title: Bilingual, heads: Sequence[Bilingual], rows: Iterator[Row]) -> Page:
    return Page(
        stated.say(title),
        [[stated.say(head) for head in heads], *rows],
        heads=frozenset([0]),
        widths=WIDTHS[: len(heads)],
        frozen=(1, 1),
        filtered=0,
    )


def transfers_page(stated: Stated, derived: Derived, lines: list[ActivityLine]) -> Page:
    """Give a row for each activity and importer: what the record states, then what follows from the flows."""
    return _page(stated, texts.TRANSFERS, texts.TRANSFER_HEADS, _transfers(stated, derived, lines))


def _transfers(stated: Stated, derived: Derived, lines: list[ActivityLine]) -> Iterator[Row]:
    for line in lines:
        name = stated.named("activities", line.id)
        for who, country, tool, _, paper in transfer_rows(stated, line.id):
            yield [name, who, country, tool, paper, stated.say(texts.DECLARED)]
        for each in derived.transfers[line.id]:
            ground = pick(each.ground, stated.lang)
            where = [derived.importer(each), derived.where(each)]
            yield [name, *where, ground, "", stated.say(texts.DERIVED)]


def log_page(stated: Stated, lines: list[ActivityLine], how: How) -> Page:
    """Give when each sheet was made and last changed, and what an earlier state of the case said otherwise, the latest first."""
    rows: list[tuple[str, Row]] = []
    for line in lines:
        sheet = stated.case.activities[line.id].entry
        for field, what in (("created", texts.LOG_CREATED), ("updated", texts.LOG_UPDATED)):
            day = getattr(sheet, field, "")
            if day:
                version = getattr(sheet, "version", "") if field == "updated" else ""
                row = [stated.date(day), stated.named("activities", line.id), stated.say(what), version]
                rows.append((day, row))
    day = stated.dossier.result.as_of
    rows += [(day, row) for row in _changed(stated, {line.id for line in lines}, how)]
    ordered = sorted(rows, key=lambda found: found[0], reverse=True)
    return _page(stated, texts.LOG, texts.LOG_HEADS, (row for _, row in ordered))


def _changed(stated: Stated, activities: set[str], how: How) -> Iterator[Row]:
    """Give each fact of an activity that was stated otherwise, as it was and as it is; activities that are gone too."""
    now = stated.dossier.result.as_of
    dated = stated.say(texts.LOG_BETWEEN, before=stated.date(how.since), after=stated.date(now))
    for change in how.changes:
        section, name, path = (*change.fact.split(".", 2), "")[:3]
        there = name in stated.case.activities
        if section != "activities" or path.rpartition(".")[2] in ASIDE or (there and name not in activities):
            continue
        before, after = change.said_before, change.said_after
        template = texts.LOG_NEW if before is None else texts.LOG_GONE if after is None else texts.LOG_CHANGED
        said = {"before": _clause(stated, before), "after": _clause(stated, after)}
        title = stated.named("activities", name) if there else name
        yield [dated, title, stated.say(template, **said), ""]


def _clause(stated: Stated, said: Bilingual | None) -> str:
    return "" if said is None else printable(pick(said, stated.lang))


#: What is said of a fact, and is none.
ASIDE: Final = frozenset({"known", "source", "also", "quote", "note", "as_of"})


def vendors_page(stated: Stated) -> Page:
    """Give the contracts with processors, and the tools of transfer, that the case states of whom it is about."""
    return _page(stated, texts.VENDORS, texts.VENDOR_HEADS, _vendors(stated))


def _vendors(stated: Stated) -> Iterator[Row]:
    about = stated.case.case.about
    for agreement in stated.case.agreements.values():
        owner, owned = agreement.between
        if owner != about:
            continue
        since = stated.date(agreement.since)
        if agreement.is_ == "processing":
            told = joined(each.words for each in stated.of("signed", agreement.signed, agreement.source))
            settled = (
                "yes" if agreement.signed is UNSET else YES_NO.get(str(plain(agreement.signed)), "unknown")
            )
            yield [stated.party(owned), told or stated.say(texts.CONTRACT_OF[settled]), since, ""]
        elif agreement.is_ in TOOLS:
            tool = texts.GUARANTEES.get(agreement.is_)
            yield [
                stated.party(owned),
                "",
                "",
                stated.say.word(agreement.is_) if tool is None else stated.say(tool),
            ]


YES_NO: Final = {"true": "yes", "false": "no"}


def open_page(stated: Stated, lines: list[ActivityLine]) -> Page:
    """Give what is not declared: the question, whom to ask, when it was asked, and what an imported record says of it."""
    return _page(stated, texts.OPEN, texts.OPEN_HEADS, _open(stated, lines))


def _open(stated: Stated, lines: list[ActivityLine]) -> Iterator[Row]:
    facts = {fact.fact: fact for each in stated.dossier.result.questions for fact in each.facts}
    for line in lines:
        name = stated.named("activities", line.id)
        told: set[str] = set()
        for field in stated.missing(line.id):
            route = f"activities.{line.id}.{field}"
            told.add(route)
            question = find("activities", field).question
            asked = "" if isinstance(question, Without) else stated.say(question, it=name)
            label = stated.label("activities", field)
            yield [name, label, *_asked(stated, facts.get(route), asked), _said(stated, route)]
        for route, found in stated.asked.items():
            if route.startswith(f"activities.{line.id}.") and route not in told:
                field = route.split(".")[2]
                label = stated.label("activities", field)
                why = [stated.say(importing_texts.WHY[each.why].name) for each in found]
                question = find("activities", field).question
                asked = "" if isinstance(question, Without) else _question(stated, question, name, route)
                fact = facts.get(route)
                yield [
                    name,
                    label,
                    *_asked(stated, fact, asked),
                    f"{_said(stated, route)} ({'; '.join(why)})",
                ]


def _question(stated: Stated, question: Bilingual, name: str, route: str) -> str:
    key = route.split(".")[3] if route.count(".") > 2 else ""
    return stated.say(question, it=name, key=stated.named("data", key) if key else "")


def _asked(stated: Stated, fact: OpenFact | None, question: str) -> Row:
    """Give a question, whom to ask, and when it was asked before."""
    if fact is None:
        return [question, "", ""]
    before = ", ".join(stated.date(each.asked) for each in fact.asked)
    return [pick(fact.question, stated.lang), stated.party(fact.to) if fact.to else "", before]


def _said(stated: Stated, route: str) -> str:
    return " · ".join(dict.fromkeys(each.words for each in stated.asked.get(route, []) if each.words))


def sources_page(stated: Stated, lines: list[ActivityLine]) -> Page:
    """Give how each fact of each activity is known, and where it comes from."""
    return _page(stated, texts.SOURCES, texts.SOURCE_HEADS, _sources(stated, lines))


def _sources(stated: Stated, lines: list[ActivityLine]) -> Iterator[Row]:
    for line in lines:
        entry = stated.case.activities[line.id]
        name = stated.named("activities", line.id)
        for field in entry.__struct_fields__:
            if field in ("known", "source", "title", "ref", "note"):
                continue
            if stated.values("activities", line.id, field) if field not in WHOLE else getattr(entry, field):
                fact = stated.fact(f"activities.{line.id}.{WRITTEN.get(field, field)}")
                place = next(
                    (
                        place
                        for route, place in stated.places.items()
                        if route.startswith(f"activities.{line.id}.{field}.")
                    ),
                    fact.source,
                )
                yield [name, stated.label("activities", field), stated.say.word(fact.known), place]


#: Fields that are no values but entries of their own.
WHOLE: Final = frozenset({"rights", "purposes", "retentions", "entry", "needs", "consent", "people", "data"})


UNTOUCHED: Final = "untouched"
#: What is told of how a cell or a file was read, and is no word of the record.
ABOUT_CELLS: Final = frozenset(
    {
        "number-as-text",
        "formula",
        "merged",
        "encoding",
        "cut",
        "comments",
        "hidden-sheet",
        "repeated",
    }
)


def words_page(stated: Stated, others: Sequence[Page]) -> Page:
    """Give the words of imported records that are neither a fact nor the words of one, so that none is lost.

    What only a confidential file keeps of a record is added where none of the `others` says it.
    """
    rows = [*_words(stated)]
    there = {_plain(line) for page in others for row in page.rows for cell in row for line in _lines(cell)}
    there |= {_plain(row[2]) for row in rows}
    return _page(stated, texts.WORDS, texts.WORDS_HEADS, chain(rows, _aside(stated, there)))


def _lines(cell: str) -> list[str]:
    return [cell, *cell.split("\n")]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" :")


def _aside(stated: Stated, there: set[str]) -> Iterator[Row]:
    told = stated.say(texts.AS_IT_STANDS)
    for record in stated.case.imports.values():
        if record.kind in RECORDS:
            for each in record.aside:
                if _plain(each.words) not in there:
                    yield [each.at, each.label, each.words, told]


def _words(stated: Stated) -> Iterator[Row]:
    for record in stated.case.imports.values():
        if record.kind not in RECORDS:
            continue
        prompts: set[str] = set()
        for kept in record.kept:
            yield [kept.at, kept.label, kept.words, stated.say(texts.KEPT_AS_WORDS)]
        for left in record.left:
            if left.what in ABOUT_CELLS or (left.what == UNTOUCHED and left.words in prompts):
                continue
            prompts.add(left.words)
            yield [left.at, "", left.words, stated.say(importing_texts.LEFT[left.what].name)]
        for asked in record.to_ask:
            if asked.words:
                yield [asked.at, "", asked.words, stated.say(importing_texts.WHY[asked.why].name)]
