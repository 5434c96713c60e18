"""What is known, what is not, and what would change the outcome: a few sentences each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.comparison import Comparison
from auditor.model.result.document import Result
from auditor.rendering.grades import question_numbers
from auditor.rendering.telling.headline import captured
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts
from auditor.text.grammar import enumerated

#: How many sentences a column has, and how many findings the known facts come from.
MOST: Final = 5
LEADING: Final = 2
ASIDE: Final = ("instruments.", "claims.", "countries.", "scenarios.")


class Known(Struct, frozen=True):
    """A fact as a sentence, and how it is known, as a tag."""

    sentence: str
    tag: str


class Edge(Struct, frozen=True):
    """Where the edge of knowledge runs: facts that carry the findings, questions by number, and what would change the outcome."""

    known: Sequence[Known]
    unknown: Sequence[tuple[int, str]]
    change: Sequence[str]


def edge(
    result: Result,
    found: list[Lettered],
    clauses: Mapping[str, Bilingual],
    scenarios: Sequence[Comparison],
    say: Say,
) -> Edge:
    """Give the three columns; `clauses` says the premises by their address."""
    live = [question for question in result.questions if question.live]
    return Edge(
        known=list(islice(_facts(result, found, clauses, say), MOST)),
        unknown=[(n, pick(q.question, say.lang)) for n, q in enumerate(live[:MOST], 1)],
        change=list(islice(_changes(result, found, scenarios, say), MOST)),
    )


def sentence(clause: str) -> str:
    """Give a clause as a sentence."""
    text = clause[:1].upper() + clause[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def questions_said(numbers: Sequence[int], say: Say) -> str:
    """Give questions by their numbers: `Q2, Q3 and Q4`."""
    return enumerated((f"Q{number}" for number in numbers), say(texts.AND))


def _facts(
    result: Result, found: list[Lettered], clauses: Mapping[str, Bilingual], say: Say
) -> Iterator[Known]:
    seen: set[str] = set()
    for group in found[:LEADING]:
        for fact in group.first.proof:
            shown = fact.known in ("documented", "observed") and not fact.fact.startswith(ASIDE)
            if shown and fact.fact in clauses:
                said = sentence(pick(clauses[fact.fact], say.lang))
                if said not in seen:
                    seen.add(said)
                    machine = captured(result, [fact])
                    yield Known(said, say(texts.CAPTURED if machine else texts.TAGS[fact.known]))


def _changes(
    result: Result, found: list[Lettered], scenarios: Sequence[Comparison], say: Say
) -> Iterator[str]:
    numbers = question_numbers(result)
    for group in found:
        first = group.first
        asked = sorted({numbers[route] for route in first.missing if route in numbers})
        if first.severity != first.severity_if_open and asked:
            yield say(
                texts.WHOSE_RISE,
                letter=group.letter,
                ceiling=say.word(first.severity_if_open),
                questions=questions_said(asked, say),
            )
    for group in found[:1]:
        yield say(texts.WHOSE_FALL, letter=group.letter, when=pick(group.first.mistaken_when, say.lang))
    for scenario in scenarios:
        if scenario.appears:
            yield say(texts.SCENARIO, title=pick(scenario.title, say.lang), count=len(scenario.appears))
