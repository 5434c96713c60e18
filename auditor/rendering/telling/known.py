"""What is known, what is not, and what would change the outcome: a few sentences each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import ProofFact
from auditor.rendering.grades import numbers_of, question_numbers
from auditor.rendering.telling.headline import captured
from auditor.rendering.telling.letters import Lettered, called
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts
from auditor.text.grammar import enumerated

if TYPE_CHECKING:
    from auditor.model.comparison import Comparison

#: How many sentences a column has, how many findings lead, and how many facts of each come first.
MOST: Final = 5
LEADING: Final = 2
EACH: Final = 2
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
    scenarios: Sequence[Comparison],
    say: Say,
) -> Edge:
    """Give the three columns."""
    live = [question for question in result.questions if question.live]
    return Edge(
        known=list(islice(_facts(result, found, say), MOST)),
        unknown=[(n, pick(q.question, say.lang)) for n, q in enumerate(live[:MOST], 1)],
        change=list(islice(_changes(result, found, scenarios, say), MOST)),
    )


def sentence(clause: str) -> str:
    """Give a clause as a sentence."""
    text = clause[:1].upper() + clause[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def after_if(text: str) -> str:
    """Give a sentence as it stands after a colon: a first word that is no name loses its capital."""
    first = text.partition(" ")[0].partition("'")[0]
    return f"{text[:1].lower()}{text[1:]}" if first.lower() in texts.BEGINNINGS else text


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def questions_said(numbers: Sequence[int], say: Say) -> str:
    """Give questions by their numbers: `Q2, Q3 and Q4`."""
    return enumerated((f"Q{number}" for number in numbers), say(texts.AND))


def _facts(result: Result, found: list[Lettered], say: Say) -> Iterator[Known]:
    """Give the first facts of the leading findings, then those that most findings share, each once."""
    clauses = result.clauses
    proofs = [
        [fact for fact in group.first.proof if _plain(fact) and fact.fact in clauses] for group in found
    ]
    shared = Counter(fact.fact for proof in proofs for fact in proof)
    leading = [fact for proof in proofs[:LEADING] for fact in proof[:EACH]]
    rest = sorted((fact for proof in proofs for fact in proof), key=lambda fact: -shared[fact.fact])
    seen: set[str] = set()
    for fact in [*leading, *rest]:
        said = sentence(pick(clauses[fact.fact], say.lang))
        if said not in seen:
            seen.add(said)
            yield Known(said, say(texts.CAPTURED if captured(result, [fact]) else texts.TAGS[fact.known]))


def _plain(fact: ProofFact) -> bool:
    return fact.known in ("documented", "observed") and not fact.fact.startswith(ASIDE)


def _changes(
    result: Result, found: list[Lettered], scenarios: Sequence[Comparison], say: Say
) -> Iterator[str]:
    numbers = question_numbers(result)
    for group in found:
        first = group.first
        asked = numbers_of(first.missing, numbers)
        if first.severity != first.severity_if_open and asked:
            yield say(
                texts.WHOSE_RISE,
                letter=_first_up(called(group, found, say)),
                ceiling=say.word(first.severity_if_open),
                questions=questions_said(asked, say),
            )
    for group in found[:1]:
        letter = _first_up(called(group, found, say))
        yield say(texts.WHOSE_FALL, letter=letter, when=after_if(pick(group.first.mistaken_when, say.lang)))
    for scenario in scenarios:
        if scenario.appears:
            yield say(texts.SCENARIO, title=pick(scenario.title, say.lang), count=len(scenario.appears))
