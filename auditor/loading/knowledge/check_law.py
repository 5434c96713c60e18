"""What must hold of instruments, adequacy decisions and texts of law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.errors import Problem
from auditor.loading.knowledge.entry import PlacedEntry, references
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.vocabulary import ACTIVITY_TERMS
from auditor.text.problems import knowledge as words
from auditor.text.problems.references import no_such
from auditor.text.problems.shape import NO_SUCH_DAY
from auditor.text.problems.suggestion import term as near_term


def instrument(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a law of access."""
    code = held.entry["country"]
    if code not in known.countries and code != "EU":
        yield held.nowhere(code, "countries", known.countries, "country")
    for number, term in enumerate(held.entry.get("addressees", [])):
        if term not in ACTIVITY_TERMS:
            yield held.problem(no_such(term, "terms"), "addressees", number, hint=near_term(term))
    if held.entry.get("state") and not held.entry.get("state_as_of"):
        yield held.problem(words.STATE_DAY(), "state", hint=words.STATE_HINT())


def adequacy(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with an adequacy decision."""
    entry = held.entry
    if ("country" in entry) == ("organisation" in entry):
        yield held.problem(words.ADEQUACY_ABOUT(), key=True)
    if entry.get("country", "unknown") not in {*known.countries, "unknown"}:
        yield held.nowhere(entry["country"], "countries", known.countries, "country")
    if "organisation" in entry and entry.get("whole", "true") != "false":
        yield held.problem(words.WHOLE_COUNTRY(), "organisation", hint=words.WHOLE_HINT())
    yield from references(held, ("organisation",), known, frozenset())
    if "invalid" in entry and not entry.get("judgment"):
        yield held.problem(words.WHICH_JUDGMENT(), "invalid", hint=words.JUDGMENT_HINT())


def period(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a period in which the law of a country counts as problematic, or is bridged by an agreement."""
    code = held.entry["country"]
    if code not in known.countries:
        yield held.nowhere(code, "countries", known.countries, "country")
    if not held.entry.get("cite"):
        yield held.problem(words.PERIOD_TEXT(), key=True)


def text(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a text of law or a decision."""
    entry = held.entry
    history = entry.get("history", [])
    for number, code in enumerate(entry.get("also_in", [])):
        if code not in known.countries:
            yield held.nowhere(code, "countries", known.countries, "also_in", number)
    if entry.get("court") and not history:
        yield held.problem(words.NEEDS_HISTORY(), key=True)
    for number, name in enumerate(entry.get("bears_on", [])):
        if name not in known.law:
            yield held.nowhere(name, "law", known.law, "bears_on", number)
    code = entry.get("applies_in", "")
    if code and code not in known.countries:
        yield held.nowhere(code, "countries", known.countries, "applies_in")
    for number, step in enumerate(history):
        if not is_day(step["since"]):
            yield held.problem(NO_SUCH_DAY(text=step["since"]), "history", number, "since")
        if step.get("source", "none") not in {*known.sources, "none"}:
            at = ("history", number, "source")
            yield held.nowhere(step["source"], "sources", known.sources, *at)
    for (number, before), (_, after) in pairwise(enumerate(history)):
        if first_day(before["since"]) > last_day(after["since"]):
            yield held.problem(words.HISTORY_ORDER(), "history", number + 1)
    if not entry["official"].startswith(("https://", "http://")):
        yield held.problem(words.NOT_A_WEB_ADDRESS(text=entry["official"]), "official")
