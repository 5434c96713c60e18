"""What must hold of instruments, adequacy decisions and texts of law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.errors import Problem
from auditor.loading.files.convert import nearest
from auditor.loading.knowledge.entry import PlacedEntry, references
from auditor.model.dates import first_day, is_day, last_day
from auditor.model.law import Knowledge
from auditor.model.vocabulary import ACTIVITY_TERMS


def instrument(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a law of access."""
    code = held.entry["country"]
    if code not in known.countries and code != "EU":
        yield held.problem(
            f"no such country (ISO 3166-1, as in FR): {code}", nearest(code, known.countries), "country"
        )
    for number, term in enumerate(held.entry.get("addressees", [])):
        if term not in ACTIVITY_TERMS:
            yield held.problem(f"no such word: {term}", nearest(term, ACTIVITY_TERMS), "addressees", number)
    if held.entry.get("state") and not held.entry.get("state_as_of"):
        yield held.problem(
            "the state of a law needs the day on which it was seen", "state_as_of: 2026-09-15", "state"
        )


def adequacy(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with an adequacy decision."""
    entry = held.entry
    if ("country" in entry) == ("organisation" in entry):
        yield held.problem("an adequacy decision is about a country or about an organisation", key=True)
    if entry.get("country", "unknown") not in {*known.countries, "unknown"}:
        yield held.problem(f"no such country (ISO 3166-1, as in FR): {entry['country']}", "", "country")
    if "organisation" in entry and entry.get("whole", "true") != "false":
        yield held.problem(
            "a decision about one organisation covers no whole country", "whole: false", "organisation"
        )
    yield from references(held, ("organisation",), known, frozenset())
    if "invalid" in entry and not entry.get("judgment"):
        yield held.problem("declared invalid by which judgment?", 'judgment: "ECLI:EU:C:2020:559"', "invalid")


def period(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a period in which the law of a country counts as problematic, or is bridged by an agreement."""
    code = held.entry["country"]
    if code not in known.countries:
        yield held.problem(
            f"no such country (ISO 3166-1, as in FR): {code}", nearest(code, known.countries), "country"
        )
    if not held.entry.get("cite"):
        yield held.problem("a period rests on a text: cite it", key=True)


def text(held: PlacedEntry, known: Knowledge) -> Iterator[Problem]:
    """Give what is wrong with a text of law or a decision."""
    entry = held.entry
    history = entry.get("history", [])
    if entry.get("court") and not history:
        yield held.problem("a decision needs a history: where it stands, and since when", key=True)
    for number, step in enumerate(history):
        if not is_day(step["since"]):
            yield held.problem(f"no such day: {step['since']}", "", "history", number)
        if step.get("source", "none") not in {*known.sources, "none"}:
            yield held.problem(
                f"no such source: {step['source']}", nearest(step["source"], known.sources), "history", number
            )
    for (number, before), (_, after) in pairwise(enumerate(history)):
        if first_day(before["since"]) > last_day(after["since"]):
            yield held.problem("the history is not in order of time", "", "history", number + 1)
    if not entry["official"].startswith(("https://", "http://")):
        yield held.problem(f"not a web address: {entry['official']}", "", "official")
