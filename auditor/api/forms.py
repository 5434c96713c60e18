"""The open questions of a case as forms: one per addressee, grouped by kind of fact, with all that a form shows and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor.api.form_lists import Lists
from auditor.api.gate import Judged
from auditor.api.sources import day
from auditor.errors import UsageRefused
from auditor.judging.stated_before import asked_of_period
from auditor.loading.captures.ends import id_of
from auditor.model.answerable import IN_WORDS, Answerable, answerable, is_open_list, words_in
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.case.imported import AskedWords
from auditor.model.forms import Form, FormQuestion, FormTable, Theme
from auditor.model.materials import Materials, plain, several
from auditor.model.result.findings import OpenFact, OpenQuestion
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.addressees import Addressees
from auditor.rules.questions import parted, question, row_of
from auditor.text import forms as words
from auditor.text.fields.table import doc_of
from auditor.text.grammar import both, filled
from auditor.text.grammar import listed as in_a_row
from auditor.text.names import Names

#: Up to how many questions one form asks.
MOST: Final = 2_000
NOBODY: Final = "to-pass-on"
#: What of a case no answer depends on: what was asked and answered, and the documents.
ASIDE: Final[dict[str, dict[str, object]]] = {
    "questions": {},
    "replies": {},
    "sources": {},
    "captures": {},
    "imports": {},
    "answers": {},
}


class Sending(Struct, frozen=True, kw_only=True):
    """How forms are sent: under which number, on which day, with which last day for an answer, to whom, dormant questions too.

    `held`: what the case states of the same kinds is shown too, to be corrected.
    """

    number: str = ""
    on: str = ""
    before: str = ""
    to: Sequence[str] = ()
    dormant: bool = False
    held: bool = False


def sending(how: Mapping[str, Any]) -> Sending:
    """Give how forms are sent, by the names of its fields. Raises UsageRefused for a day that is none."""
    made = Sending(**how)
    for stated in (made.on, made.before):
        day(stated)
    return made


def forms(judged: Judged, how: Sending) -> list[Form]:
    """Give a form for each addressee of the open questions of a judged case, those with most questions first.

    Raises UsageRefused for a number that is no id, and for an addressee of whom nothing is asked.
    """
    from auditor.text.problems import answers as problems

    number = how.number or judged.result.as_of
    if id_of(number) != number:
        raise UsageRefused(problems.NOT_A_NUMBER(text=number))
    groups: dict[str, list[tuple[OpenQuestion, OpenFact]]] = defaultdict(list)
    for asked in judged.result.questions:
        for fact in asked.facts:
            if fact.live or how.dormant:
                groups[fact.to].append((asked, fact))
    unknown = [who for who in how.to if who not in groups]
    if unknown:
        there = ", ".join(sorted(who for who in groups if who))
        raise UsageRefused(problems.NOBODY_ASKED(who=unknown[0], there=there))
    wanted = {who: facts for who, facts in groups.items() if not how.to or who in how.to}
    maker = _Maker(judged, replace(how, number=number))
    ordered = sorted(wanted.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        maker.form(who, facts[start : start + MOST], part=start // MOST + 1)
        for who, facts in ordered
        for start in range(0, len(facts), MOST)
    ]


def case_digest(case: Case) -> str:
    """Give the SHA-256 of what a case states."""
    return sha256(msgspec.json.encode(replace(case, **ASIDE), order="deterministic")).hexdigest()


def digest(materials: Materials, route: str) -> str:
    """Give what tells whether something else is stated of a fact than when it was asked."""
    fact = materials.fact(route)
    stated = [fact.value, [(version.value, version.source) for version in fact.versions]]
    return sha256(msgspec.json.encode(stated, order="deterministic")).hexdigest()[:12]


def subject(route: str, names: Names) -> Bilingual:
    """Give what a question is about: an entry, or the two parties of a link."""
    section, name, _ = parted(route)
    owner, pair, owned = name.partition(">")
    if not pair:
        return names.within(section, name)
    return filled(words.PAIR, first=names.full(owner), second=names.full(owned.partition("~")[0]))


def asked_of(materials: Materials, route: str, names: Names) -> Bilingual:
    """Give the question on a fact, without what was said before; of one that asks for several things, which of them."""
    asked = asked_of_period(materials, route, names) or question(route, names)
    if "." not in parted(route)[2]:
        return asked
    return filled(words.ASPECT, question=asked, aspect=row_of(route).doc)


def names_of(materials: Materials) -> Names:
    """Give the names of a case."""
    knowledge = materials.knowledge
    return Names(materials.case, materials.as_of, knowledge.sources, knowledge.countries)


class _Maker:
    def __init__(self, judged: Judged, how: Sending) -> None:
        self.materials = judged.materials
        self.result = judged.result
        self.how = how
        self.names = names_of(judged.materials)
        self.lists = Lists(judged.materials, self.names)

    def form(self, to: str, asked: Sequence[tuple[OpenQuestion, OpenFact]], *, part: int) -> Form:
        """Give the form to one addressee, or one of several where there is too much for one."""
        trusted = to != "" and to in self._ours
        by_kind: dict[str, list[OpenFact]] = defaultdict(list)
        for point, fact in asked:
            by_kind[point.field].append(fact)
        number = 0
        tables, used = [], {}
        shown = None if trusted else self._seen_by(to, [fact.fact for _, fact in asked])
        for kind, facts in _by_theme(by_kind):
            rows = []
            for fact in facts:
                number += 1
                way = answerable(self.materials.case, fact.fact)
                listed = self.lists.key(fact.fact, way)
                used[listed] = listed
                rows.append(self._row(number, fact, way=way, listed=listed, trusted=trusted))
            for route, way in self._held(to, kind, trusted=trusted):
                number += 1
                listed = self.lists.key(route, way)
                used[listed] = listed
                rows.append(self._holding(number, route, way=way, listed=listed))
            tables.append(self._table(kind, rows))
        about = self.result.case
        return Form(
            id=f"form-{self.how.number}-{to or NOBODY}{f'-{part}' if part > 1 else ''}",
            number=self.how.number,
            case=about.id,
            title=about.title,
            as_of=self.result.as_of,
            digest=case_digest(self.materials.case),
            to=to,
            name=self.names.full(to) if to else words.PASS_ON,
            asked=self.how.on,
            before=self.how.before,
            tables=tables,
            lists={key: self.lists.options(key, shown) for key in used if key},
        )

    @cached_property
    def _ours(self) -> frozenset[str]:
        """Who may see what the case knows: the organisation that it is about, and controllers of what it describes."""
        activities = self.materials.case.activities.values()
        found = {who for each in activities for who in words_in(plain(each.controller))}
        found.add(self.materials.case.case.about)
        return frozenset(found - UNSETTLED)

    def _seen_by(self, to: str, routes: Iterable[str]) -> frozenset[str]:
        """Give the organisations that somebody else's form may name: itself, whom the case is about, those it is asked of."""
        case = self.materials.case
        ends = {end for route in routes for end in parted(route)[1].partition("~")[0].split(">")}
        own = {name for name, host in case.hosts.items() if to in several(host.operator)}
        return frozenset({to, case.case.about, *ends, *own})

    def _table(self, kind: str, rows: list[FormQuestion]) -> FormTable:
        section, _, field = kind.partition(".")
        about = _noun(section, field, rows[0].route)
        return FormTable(kind=kind, theme=_theme(kind), about=about, questions=rows)

    def _row(
        self, number: int, fact: OpenFact, *, way: Answerable, listed: str, trusted: bool
    ) -> FormQuestion:
        route = fact.fact
        return FormQuestion(
            number=number,
            route=route,
            subject=subject(route, self.names),
            question=asked_of(self.materials, route, self.names),
            read=list(self._read(fact, trusted=trusted)),
            suggested=list(self._suggested(route)) if trusted else [],
            digest=digest(self.materials, route),
            listed=listed,
            several=way.several,
            open=way.is_open or way.votes,
            in_words=way.in_words,
            votes=way.votes,
        )

    def _held(self, to: str, kind: str, *, trusted: bool) -> Iterator[tuple[str, Answerable]]:
        """Give the settled facts of one kind that somebody answers for: all to whom the case is about, to others those of their own."""
        section, _, field = kind.partition(".")
        entries = getattr(self.materials.case, section, {}) if self.how.held and field and to else {}
        for name in entries:
            route = f"{section}.{name}.{field}"
            fact = self.materials.fact(route)
            settled = (
                fact.stated and not fact.unsettled and not fact.versions and not is_open_list(fact.value)
            )
            way = answerable(self.materials.case, route) if settled else IN_WORDS
            if not way.in_words and self._whom.of(route) == to and (trusted or self._whom.is_own(to, route)):
                yield route, way

    @cached_property
    def _whom(self) -> Addressees:
        return Addressees(self.materials.case)

    def _holding(self, number: int, route: str, *, way: Answerable, listed: str) -> FormQuestion:
        """Give a row on what is held, to be corrected where it is wrong."""
        known = [word for word in words_in(self.materials.fact(route).value) if word]
        return FormQuestion(
            number=number,
            route=route,
            subject=subject(route, self.names),
            question=asked_of(self.materials, route, self.names),
            read=[filled(words.HELD, value=in_a_row(self.names.word(word) for word in known))],
            suggested=[],
            digest=digest(self.materials, route),
            listed=listed,
            several=way.several,
            open=way.is_open or way.votes,
            votes=way.votes,
            held=True,
        )

    def _read(self, fact: OpenFact, *, trusted: bool) -> Iterator[Bilingual]:
        """Give what is known of a fact that is open, and where it was read; others do not learn from whom."""
        for line in fact.versions:
            value = self.names.all(line.value.split(", "))
            source = self.names.source(line.source) if trusted else words.ONE_SOURCE
            yield filled(words.SAID, source=source, value=value)
        stated = self.materials.fact(fact.fact).value
        known = [word for word in words_in(stated) if word not in UNSETTLED]
        if known and (trusted or isinstance(stated, str)):
            yield filled(words.STATED, value=in_a_row(self.names.word(word) for word in known))
        if trusted:
            yield from self._found(fact.fact)

    def _found(self, route: str) -> Iterator[Bilingual]:
        for each in self._imported[route]:
            if each.words:
                yield filled(words.AS_FOUND, words=both(each.words), where=both(each.at))

    def _suggested(self, route: str) -> Iterator[Bilingual]:
        for each in self._imported[route]:
            if each.suggest:
                yield self.names.word(each.suggest)

    @cached_property
    def _imported(self) -> Mapping[str, list[AskedWords]]:
        """What imports read of each fact and could not settle."""
        found: dict[str, list[AskedWords]] = defaultdict(list)
        for record in self.materials.case.imports.values():
            for each in record.to_ask:
                found[each.fact].append(each)
        return found


def _theme(kind: str) -> Theme:
    """Give the sheet of a kind of fact."""
    return words.THEME_OF_KIND.get(kind) or words.THEME_OF_SECTION.get(kind.partition(".")[0], "register")


def _by_theme(by_kind: Mapping[str, list[OpenFact]]) -> list[tuple[str, list[OpenFact]]]:
    """Give kinds of facts sheet by sheet, the sheet with the gravest first; within one, the gravest kind first."""
    themes = list(dict.fromkeys(_theme(kind) for kind in by_kind))
    return sorted(by_kind.items(), key=lambda item: themes.index(_theme(item[0])))


def _noun(section: str, field: str, route: str) -> Bilingual:
    """Give what the questions of one kind are about, as a noun."""
    try:
        return doc_of(section, field)
    except KeyError:
        return row_of(route).doc


def bare(text: str) -> str:
    """Give a text as answers compare: small letters, single spaces, one kind of apostrophe."""
    return " ".join(text.casefold().replace("\u2019", "'").split())
