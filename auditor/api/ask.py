"""What must be asked about a case, and what each answer would decide, found by judging again with the answer given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from auditor.api.assess import judged
from auditor.api.gate import Judged
from auditor.model.answers import holds_parties, with_answer, words_of
from auditor.model.asking import Answered, AnswerEffect, Asking
from auditor.model.case.document import Case
from auditor.model.materials import Materials, plain
from auditor.model.result.findings import OpenQuestion
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rules.matches import Match
from auditor.rules.questions import parted
from auditor.text.names import Names

#: For how many questions, the first ones, it is tried what an answer would decide.
TRIED: Final = 15
#: How many entries may be judged again, as each answer judges the whole case again: of a large case, fewer questions are tried, the first
#: one always.
MOST_JUDGED_AGAIN: Final = 60_000
Key = tuple[str, str]


def asking(case: Judged, *, dormant: bool = False, tried: int = TRIED) -> Asking:
    """Give the live questions of a judged case in the order in which to ask them.

    Each asks for its live facts only, unless the `dormant` ones are wanted too, with the dormant questions after the others.

    For the first `tried` of them, tell what the worst and the best answer would decide.
    """
    result = case.result
    asked = list(result.questions) if dormant else list(_live(result.questions))
    trial = _Trial(case.materials) if asked and tried else None
    return Asking(
        case=result.case.id,
        title=result.case.title,
        as_of=result.as_of,
        judged=result.summary.judged,
        questions=[
            _answered(number, question, trial if number <= tried else None)
            for number, question in enumerate(asked, 1)
        ],
        dormant=sum(not question.live for question in result.questions) if not dormant else 0,
        names=result.names,
    )


def _live(questions: Iterable[OpenQuestion]) -> Iterator[OpenQuestion]:
    for question in questions:
        if question.live:
            facts = [fact for fact in question.facts if fact.live]
            yield replace(question, facts=facts, points=sum(fact.points for fact in facts))


def _answered(number: int, question: OpenQuestion, trial: _Trial | None) -> Answered:
    effects = [] if trial is None else list(trial.effects(question))
    if not effects:
        return Answered(number=number, question=question)
    worst = max(effects, key=lambda effect: (effect.established + effect.added, -effect.excluded))
    best = max(effects, key=lambda effect: (effect.excluded, -effect.established - effect.added))
    return Answered(number=number, question=question, worst=worst, best=best)


class _Trial:
    """A case judged once as it is, and again for each answer."""

    def __init__(self, materials: Materials) -> None:
        self._materials = replace(materials, scenarios={})
        self._names = Names(
            materials.case, materials.as_of, materials.knowledge.sources, materials.knowledge.countries
        )
        self._open = _by_key(judged(self._materials)[1].matches)
        self._most = MOST_JUDGED_AGAIN // max(self._materials.case.entries(), 1)
        self._tried = 0

    def effects(self, question: OpenQuestion) -> Iterator[AnswerEffect]:
        """Give what each answer would make of the open points that wait for the facts of the question; nothing once it is too many."""
        answers = self._answers(question)
        if self._tried and self._tried + len(answers) > self._most:
            self._most = 0
            return
        self._tried += len(answers)
        facts = {fact.fact for fact in question.facts}
        waiting = {
            key
            for key, match in self._open.items()
            if not match.established and not facts.isdisjoint(match.unsettled)
        }
        for answer in answers:
            case = self._case(facts, answer)
            if case is None:
                continue
            now = _by_key(judged(replace(self._materials, case=case))[1].matches)
            shown = {key for key, match in now.items() if match.established}
            yield AnswerEffect(
                answer=self._names.word(answer),
                established=len(waiting & shown),
                excluded=len(waiting - now.keys()),
                open=sum(key in now and not now[key].established for key in waiting),
                added=len(shown - self._open.keys()),
            )

    def _case(self, facts: set[str], answer: str) -> Case | None:
        case: Case | None = None
        for route in sorted(facts):
            changed = with_answer(case or self._materials.case, route, answer)
            case = changed or case
        return case

    def _answers(self, question: OpenQuestion) -> tuple[str, ...]:
        """Give the answers to try: the words of a closed field; else nobody, and who is known to take part."""
        route = question.facts[0].fact
        words = words_of(self._materials.case, route)
        if words or not holds_parties(self._materials.case, route):
            return words
        return (NONE, *self._parties(route))

    def _parties(self, route: str) -> tuple[str, ...]:
        case = self._materials.case
        section, name, _ = parted(route)
        found = [case.case.about]
        if section == "hosts" and name in case.hosts:
            found.append(str(plain(case.hosts[name].operator)))
        return tuple(who for who in dict.fromkeys(found) if who and who not in UNSETTLED)


def _by_key(matches: list[Match]) -> dict[Key, Match]:
    return {(match.rule.id, match.id): match for match in matches}
