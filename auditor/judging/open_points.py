"""What is not known: one question per field, with every fact it asks for and all that hangs on them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import UNSET
from msgspec.structs import asdict

from auditor.graph.derive import Derived
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
from auditor.rules.questions import fact_route, kind_of
from auditor.rules.tally import Waiting, graver
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
#: A number within an address.
NUMBER: Final = re.compile(r"([0-9]+)")
#: How many further subjects of a question are named in it.
NAMED: Final = 3


def open_questions(
    worded: Worded,
    waiting: Mapping[str, Waiting],
    *,
    points_told: bool = True,
    listed: Collection[str] | None = None,
) -> list[OpenQuestion]:
    """Give the questions: live ones first, then those on what is established or that somebody asked before, then by gravity.

    Of equal gravity, those come first that decide a point by themselves, and those for which most points wait.

    A fact is asked for where an open point, or the gravity of a finding, hangs on it, where somebody asked for it already
    and it is still missing, or, as a dormant one, where it decides of whom rules speak. Whether it is written as unknown or
    left out makes no difference. Without `points_told`, only the first fact of a question is put into words. Where there are facts that
    are `listed`, the others are only counted, save the first of a question and those of which something is said already.
    """
    derived, asking = worded.derived, _Asking(worded, points_told=points_told, listed=listed)
    before = asking.before
    asked = {route for route in before if derived.estate.materials.fact(route).unsettled}
    by_field: dict[str, dict[str, Waiting]] = defaultdict(dict)
    for route, found in waiting.items():
        by_field[found.field][route] = found
    for route in chain(asked, _spoken_of(derived)):
        if route not in waiting:
            field = kind_of(route)
            by_field[field][route] = Waiting(field, asked=route in asked)
    shown = {found.field for found in set(waiting.values()) if found.shown}
    questions = (asking.question(field, facts) for field, facts in by_field.items())
    return sorted(questions, key=lambda asked: _order(asked, shown))


class _Asking:
    """Asks for the facts of each field."""

    def __init__(self, worded: Worded, *, points_told: bool, listed: Collection[str] | None) -> None:
        derived = worded.derived
        self.before = _asked_before(derived)
        self._in_words = _said_in_words(derived)
        self._materials = derived.estate.materials
        self._worded = worded
        self._points_told = points_told
        self._listed = listed

    def question(self, field: str, waiting: Mapping[str, Waiting]) -> OpenQuestion:
        """Give the question that asks for the facts of a field, for which so much is `waiting`."""
        if self._listed is not None:
            return self._counted(field, waiting)
        first, *others = (self._fact(route, waiting[route]) for route in _in_order(waiting))
        first = self._worded.asked(first)
        alike = [fact.subject for fact in others if fact.live == first.live]
        return _question(field, waiting.values(), [first, *others], alike)

    def _counted(self, field: str, waiting: Mapping[str, Waiting]) -> OpenQuestion:
        """Give the same with the first fact, and those of which more is said than that they are missing; the others are counted."""
        said = {route for route in waiting if self._more_is_said(route)}
        told = {route: each for route, each in waiting.items() if each.live or route in said}
        order = _in_order(told) or [_first(waiting)]
        first, *others = (self._fact(r, waiting[r]) for r in order if r == order[0] or r in said)
        first = self._worded.asked(first)
        live = [route for route in order if waiting[route].live]
        alike = map(self._worded.entry, live[1:] if first.live else ())
        made = _question(field, waiting.values(), [first, *others], alike)
        to = list(dict.fromkeys(map(self._worded.whom.of, live)))
        return CountedQuestion(**asdict(made), times=len(live), to=to)

    def _more_is_said(self, route: str) -> bool:
        """Tell whether more is said of a fact than that it is missing."""
        if route in (self._listed or ()) or route in self.before or route in self._in_words:
            return True
        if self._materials.says_nothing(route):
            return False
        fact = self._materials.fact(route)
        return bool(fact.versions) or fact.value == NOT_PRODUCED

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
            asked=self.before.get(route, []),
            withheld=not silent and withheld(self._materials, route),
            versions=[] if silent else _versions(self._materials, route),
            said=self._in_words.get(route, []),
        )
        if self._points_told or waiting.live:
            fact = self._worded.named(fact)
        return self._worded.asked(fact) if self._points_told else fact


def _spoken_of(derived: Derived) -> Iterator[str]:
    """Give the facts that are open though they decide of whom and of what rules speak."""
    case = derived.estate.case
    for section, fields in SPOKEN_OF.items():
        for name, entry in getattr(case, section).items():
            if section == "organisations" and (entry.kind == "class" or entry.branch_of):
                continue
            for said in fields:
                value = getattr(entry, WRITTEN.get(said, said))
                if not UNSETTLED.isdisjoint(several(value)):
                    yield f"{section}.{name}.{said}"


def _order(asked: OpenQuestion, shown: set[str]) -> tuple[bool, bool, int, int, int, str]:
    severity = asked.severity_if_open
    gravest = 0 if severity is None else gravity(severity)
    waited_for = asked.field in shown or any(fact.asked for fact in asked.facts)
    return (not asked.live, not waited_for, -gravest, asked.distance, -asked.points, asked.field)


def _question(
    field: str, waiting: Iterable[Waiting], facts: list[OpenFact], alike: Iterable[Bilingual]
) -> OpenQuestion:
    """Give the question that asks for facts, the first in words, and the same of the entries `alike`; so much is `waiting` for them all."""
    counted = Counter(waiting)
    others = [subject for subject in dict.fromkeys(alike) if subject != facts[0].subject]
    severity: Severity | None = None
    for each in counted:
        severity = graver(severity, each.severity)
    return OpenQuestion(
        field=field,
        question=joined(facts[0].question, _same_for(others)) if others else facts[0].question,
        rules=sorted(frozenset[str]().union(*{each.rules for each in counted})),
        severity_if_open=severity,
        live=any(each.live for each in counted),
        distance=min((each.distance for each in counted if each.points), default=NO_POINT),
        points=sum(each.points * count for each, count in counted.items()),
        facts=facts,
    )


def _same_for(others: Sequence[Bilingual]) -> Bilingual:
    """Say that the same is asked of others, the first few by name."""
    shown = [*others[:NAMED]]
    if len(others) > NAMED:
        shown.append(filled(result_texts.AND_MORE, count=str(len(others) - NAMED)))
    return filled(result_texts.SAME_FOR, others=listed(shown))


def _counting(route: str) -> tuple[list[tuple[int, str]], str]:
    """Give the key by which `objet-2` comes before `objet-10`."""
    parts = enumerate(NUMBER.split(route))
    return [
        (len(part.lstrip("0")) if at % 2 else 0, part.lstrip("0") if at % 2 else part) for at, part in parts
    ], route


def _rank(waiting: Waiting) -> tuple[bool, int]:
    """Give the key by which live facts come first, then those on which the gravest hangs."""
    return not waiting.live, 0 if waiting.severity is None else -gravity(waiting.severity)


def _by_rank(waiting: Mapping[str, Waiting]) -> list[list[str]]:
    """Give facts by rank, the first rank first."""
    ranks = {each: _rank(each) for each in set(waiting.values())}
    found: dict[tuple[bool, int], list[str]] = defaultdict(list)
    for route, each in waiting.items():
        found[ranks[each]].append(route)
    return [found[rank] for rank in sorted(found)]


def _in_order(waiting: Mapping[str, Waiting]) -> list[str]:
    """Give facts in the order in which their question asks for them: by rank, then as one counts."""
    return [route for facts in _by_rank(waiting) for route in sorted(facts, key=_counting)]


def _first(waiting: Mapping[str, Waiting]) -> str:
    """Give the first of facts in this order."""
    return min(_by_rank(waiting)[0], key=_counting)


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
