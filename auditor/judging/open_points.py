"""What is not known: one question per field, with every fact it asks for and all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final

from msgspec import UNSET
from msgspec.structs import asdict

from auditor.graph.derive import Derived
from auditor.judging import as_one_counts
from auditor.judging.confidence_text import joined
from auditor.judging.proof import place, value_words
from auditor.judging.worded import UNWORDED, Worded
from auditor.model.bilingual import Bilingual
from auditor.model.materials import WRITTEN, Materials, plain, several
from auditor.model.result.findings import (
    AskedBefore,
    CountedQuestion,
    OpenFact,
    OpenQuestion,
    SaidInWords,
    VersionLine,
)
from auditor.model.vocabulary import NOT_PRODUCED, UNSETTLED, Severity, gravity
from auditor.rules.own_facts import Entries, OwnFacts, standing_alike
from auditor.rules.questions import fact_route, kind_of
from auditor.rules.waiting import Waiting, graver
from auditor.text import result as result_texts
from auditor.text.grammar import bilingual, filled, listed

#: Distance of a question on which no open point hangs: somebody asked it already.
NO_POINT: Final = 0
#: Fields that decide of whom and of what rules speak at all: while they are open, no rule may be there to ask.
SPOKEN_OF: Final = {
    "activities": ("controller", "processors", "recipients"),
    "flows": ("for", "from", "to", "content"),
    "hosts": ("operator", "keeps"),
    "notices": ("for",),
    "organisations": ("country", "parent"),
}
#: How many further subjects of a question are named in it.
NAMED: Final = 3
#: Facts that are missing, by what waits for them.
Waited = Mapping[Waiting, Sequence[str]]


def open_questions(
    worded: Worded,
    waiting: Waited,
    *,
    points_told: bool = True,
    listed: Collection[str] | None = None,
) -> list[OpenQuestion]:
    """Give the questions: live ones first, then those on what is established or that somebody asked before, then by gravity.

    Of equal gravity, those come first that decide a point by themselves, and those for which most points wait.

    A fact is asked for where an open point, or the gravity of a finding, hangs on it, where somebody asked for it already
    and it is still missing, or, as a dormant one, where it decides of whom rules speak. Whether it is written as unknown or
    left out makes no difference. Without `points_told`, only the first fact of a live question is put into words. Where there are facts that
    are `listed`, the others are only counted, save the first of a question and those of which something is said already.
    """
    asking = _Asking(worded, points_told=points_told, listed=listed)
    by_field: dict[str, dict[Waiting, Sequence[str]]] = defaultdict(dict)
    for each, facts in waiting.items():
        by_field[each.field][each] = facts
    for besides, asked in ((asking.asked(), True), (_spoken_of(worded.derived), False)):
        for field, facts in besides.items():
            there = frozenset[str]().union(*by_field[field].values())
            by_field[field][Waiting(field, asked=asked)] = [fact for fact in facts if fact not in there]
    questions = []
    for field, found in by_field.items():
        some = {each: facts for each, facts in found.items() if facts}
        if some:
            questions.append(asking.question(field, some))
    shown = {each.field for each in waiting if each.shown}
    return sorted(questions, key=lambda asked: _order(asked, shown))


class _Asking:
    """Asks for the facts of each field."""

    def __init__(self, worded: Worded, *, points_told: bool, listed: Collection[str] | None) -> None:
        derived = worded.derived
        self._before = _asked_before(derived)
        self._in_words = _said_in_words(derived)
        self._materials = derived.estate.materials
        self._worded = worded
        self._points_told = points_told
        self._counting = listed is not None
        self._spoken_of: dict[str, set[str]] = defaultdict(set)
        for route in chain(listed or (), self._before, self._in_words):
            self._spoken_of[kind_of(route)].add(route)

    def asked(self) -> dict[str, list[str]]:
        """Give, by field, the facts that somebody asked for already and that are still missing."""
        found: dict[str, list[str]] = defaultdict(list)
        for route in self._before:
            if self._materials.fact(route).unsettled:
                found[kind_of(route)].append(route)
        return found

    def question(self, field: str, waiting: Waited) -> OpenQuestion:
        """Give the question that asks for the facts of a field, for which so much is `waiting`."""
        if self._counting:
            return self._counted(field, waiting)
        first, *others = self._facts(waiting)
        alike = dict.fromkeys(fact.subject for fact in others if fact.live == first.live)
        names = [name for name in alike if name != first.subject]
        same_for = _same_for(names[:NAMED], len(names))
        return _question(field, waiting, [self._worded.asked(first), *others], same_for)

    def _counted(self, field: str, waiting: Waited) -> OpenQuestion:
        """Give the same with the first live fact, and those of which more is said than that they are missing; the others are counted.

        It is put into words where a fact of it is live; else nobody is shown more than that it is there.
        """
        live = {each: standing_alike(facts) for each, facts in waiting.items() if each.live}
        if not live:
            made = _question(field, waiting, self._facts(self._listed(field, waiting)), result_texts.NOTHING)
            return CountedQuestion(**asdict(made))
        foremost, what = _foremost(live)
        first = self._worded.asked(self._fact(foremost, what))
        said = self._more_is_said(field, waiting)
        others = [fact for fact in self._facts(said) if fact.fact != foremost]
        case = self._materials.case
        entries = {each: own.looked_up(case) for each, own in live.items() if isinstance(own, OwnFacts)}
        made = _question(field, waiting, [first, *others], self._same_for(first, live, entries))
        return CountedQuestion(**asdict(made), times=sum(map(len, live.values())), to=self._to(live, entries))

    def _listed(self, field: str, waiting: Waited) -> Waited:
        """Give the facts of a field that something told waits for, or that somebody spoke of."""
        wanted = self._spoken_of.get(field)
        if wanted is None:
            return {}
        some = {each: [*wanted.intersection(facts)] for each, facts in waiting.items()}
        return {each: facts for each, facts in some.items() if facts}

    def _more_is_said(self, field: str, waiting: Waited) -> Waited:
        """Give these facts, and those of which sources say more than that they are missing."""
        listed = self._listed(field, waiting)
        found = {}
        unstated = self._materials.is_unstated(field)
        for each, facts in waiting.items():
            own = isinstance(facts, OwnFacts)
            written = () if own and unstated else self._materials.written(field, facts)
            told = {route for route in written if self._differs(route)}.union(listed.get(each, ()))
            if told:
                found[each] = list(told)
        return found

    def _differs(self, route: str) -> bool:
        """Tell whether sources differ on a fact, or it was asked for and not produced."""
        fact = self._materials.fact(route)
        return bool(fact.versions) or fact.value == NOT_PRODUCED

    def _same_for(self, first: OpenFact, live: Waited, entries: Mapping[Waiting, Entries]) -> Bilingual:
        """Say that the same is asked of the entries of the other facts that are live; those of many facts were looked up."""
        different: set[Bilingual | str] = set()
        for each, facts in live.items():
            some = entries.get(each)
            different |= self._worded.names_of(some) if some else set(map(self._worded.name_of, facts))
        named: dict[Bilingual, None] = {first.subject: None}
        for alike in _by_rank(live):
            routes = chain.from_iterable(alike.values())
            named |= dict.fromkeys(as_one_counts.each_first(routes, self._worded.entry, NAMED + len(named)))
            if len(named) > NAMED:
                break
        return _same_for([*named][1 : NAMED + 1], len(different) - 1)

    def _to(self, live: Waited, entries: Mapping[Waiting, Entries]) -> list[str]:
        """Give of whom live facts are asked, in the order of the first that each is asked for; entries of many facts were looked up."""
        found: dict[str, None] = {}
        whom = self._worded.whom
        for alike in _by_rank(live):
            firsts: dict[str, str] = {}
            for each, facts in alike.items():
                some = entries.get(each)
                asked = whom.of_each(facts, some) if some else list(map(whom.of, facts))
                for who, route in as_one_counts.first_of_each(facts, asked).items():
                    firsts[who] = as_one_counts.first([firsts[who], route]) if who in firsts else route
            who_of = {route: who for who, route in firsts.items()}
            found |= dict.fromkeys(who_of[route] for route in as_one_counts.in_order(who_of))
        return [*found]

    def _facts(self, waiting: Waited) -> list[OpenFact]:
        """Give facts in order, each with what hangs on it."""
        what = {route: each for each, facts in waiting.items() for route in facts}
        return [self._fact(route, what[route]) for route in _in_order(waiting)]

    def _fact(self, route: str, waiting: Waiting) -> OpenFact:
        """Give a fact with what hangs on it, in words where it is live or all are told."""
        silent = self._materials.says_nothing(route)
        fact = OpenFact(
            fact=route,
            subject=UNWORDED,
            question=UNWORDED,
            to="",
            rules=sorted(waiting.rules),
            severity_if_open=waiting.severity,
            live=waiting.live,
            points=waiting.points,
            asked=self._before.get(route, []),
            withheld=not silent and withheld(self._materials, route),
            versions=[] if silent else _versions(self._materials, route),
            said=self._in_words.get(route, []),
        )
        if self._points_told or waiting.live:
            fact = self._worded.named(fact)
        return self._worded.asked(fact) if self._points_told else fact


def _spoken_of(derived: Derived) -> dict[str, list[str]]:
    """Give, by field, the facts that are open though they decide of whom and of what rules speak."""
    case = derived.estate.case
    found: dict[str, list[str]] = {}
    for section, fields in SPOKEN_OF.items():
        entries = getattr(case, section)
        if section == "organisations":
            entries = {
                name: entry
                for name, entry in entries.items()
                if entry.kind != "class" and not entry.branch_of
            }
        columns = case.columns[section]
        for field in fields:
            stated = WRITTEN.get(field, field)
            settled = stated in columns.words and UNSETTLED.isdisjoint(columns.words[stated])
            among = [name for name in columns.beyond if name in entries] if settled else [*entries]
            values = map(attrgetter(stated), map(entries.__getitem__, among))
            found[f"{section}.{field}"] = [
                f"{section}.{name}.{field}"
                for name, value in zip(among, values, strict=True)
                if (value in UNSETTLED if type(value) is str else not UNSETTLED.isdisjoint(several(value)))
            ]
    return found


def _order(asked: OpenQuestion, shown: set[str]) -> tuple[bool, bool, int, int, int, str]:
    severity = asked.severity_if_open
    gravest = 0 if severity is None else gravity(severity)
    waited_for = asked.field in shown or any(fact.asked for fact in asked.facts)
    return (not asked.live, not waited_for, -gravest, asked.distance, -asked.points, asked.field)


def _question(field: str, waiting: Waited, facts: list[OpenFact], same_for: Bilingual) -> OpenQuestion:
    """Give the question that asks for facts, the first in words, and `same_for` others; so much is `waiting` for them all."""
    severity: Severity | None = None
    for each in waiting:
        severity = graver(severity, each.severity)
    return OpenQuestion(
        field=field,
        question=joined(facts[0].question, same_for) if facts else UNWORDED,
        rules=sorted(frozenset[str]().union(*(each.rules for each in waiting))),
        severity_if_open=severity,
        live=any(each.live for each in waiting),
        distance=min((each.distance for each in waiting if each.points), default=NO_POINT),
        points=sum(each.points * len(alike) for each, alike in waiting.items()),
        facts=facts,
    )


def _same_for(named: Sequence[Bilingual], count: int) -> Bilingual:
    """Say that the same is asked of `count` others, the first few by name."""
    if not count:
        return result_texts.NOTHING
    more = [filled(result_texts.AND_MORE, count=str(count - len(named)))] if count > len(named) else []
    return filled(result_texts.SAME_FOR, others=listed([*named, *more]))


def _rank(waiting: Waiting) -> tuple[bool, int]:
    """Give the key by which live facts come first, then those on which the gravest hangs."""
    return not waiting.live, 0 if waiting.severity is None else -gravity(waiting.severity)


def _by_rank(waiting: Waited) -> list[Waited]:
    """Give facts by rank, the first rank first."""
    found: dict[tuple[bool, int], dict[Waiting, Sequence[str]]] = defaultdict(dict)
    for each, facts in waiting.items():
        found[_rank(each)][each] = facts
    return [found[rank] for rank in sorted(found)]


def _in_order(waiting: Waited) -> Iterator[str]:
    """Give facts in the order in which their question asks for them, as far as they are asked for: by rank, then as one counts."""
    for alike in _by_rank(waiting):
        yield from as_one_counts.in_order(chain.from_iterable(alike.values()))


def _foremost(waiting: Waited) -> tuple[str, Waiting]:
    """Give the first of facts in this order, and what waits for it."""
    firsts = {as_one_counts.first(facts): each for each, facts in _by_rank(waiting)[0].items()}
    foremost = as_one_counts.first(firsts)
    return foremost, firsts[foremost]


def _asked_before(derived: Derived) -> dict[str, list[AskedBefore]]:
    """Give the questions that were asked already, by the facts that they would settle, in order of id."""
    found: dict[str, list[AskedBefore]] = {}
    for name, asked in sorted(derived.estate.case.questions.items()):
        line = AskedBefore(name, asked.to, asked.asked, str(plain(asked.answered)))
        for route in dict.fromkeys(asked.settles):
            found.setdefault(route, []).append(line)
    return found


def _said_in_words(derived: Derived) -> dict[str, list[SaidInWords]]:
    """Give what was answered in words that no field takes, by the facts that they are about, in order of the forms; corrected replies are out."""
    replies = derived.estate.case.answers
    corrected = {each.supersedes for each in replies.values()}
    found: dict[str, list[SaidInWords]] = {}
    for name, reply in sorted(replies.items()):
        for each in reply.to_settle if name not in corrected else ():
            line = SaidInWords(words=each.words, by=reply.to, on=reply.date, source=each.at)
            found.setdefault(each.label, []).append(line)
    return found


def withheld(materials: Materials, route: str) -> bool:
    """Tell whether the fact at `route` was asked for and not produced."""
    return bool(materials.fact(fact_route(route)).value == NOT_PRODUCED)


def open_facts(questions: Iterable[OpenQuestion], *, dormant: bool = False) -> Iterator[OpenFact]:
    """Give the facts that questions ask for, one by one: of live questions, of the others too where asked."""
    yield from (fact for asked in questions for fact in asked.facts if dormant or fact.live)


def _versions(materials: Materials, route: str) -> list[VersionLine]:
    fact = materials.fact(route)
    return [
        VersionLine(
            value=value_words(version.value),
            known=fact.known if version.known is UNSET else version.known,
            source=version.source or fact.source,
            quote=bilingual(version.quote),
            place=place(materials, f"{route}.versions.{position}"),
        )
        for position, version in enumerate(fact.versions)
    ]
