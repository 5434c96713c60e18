"""The whole result as JSON: what programs read, and what its digest is made of."""

from __future__ import annotations

from typing import Final

from auditor.errors import UsageRefused
from auditor.model.result.document import Result
from auditor.rendering.json import as_json
from auditor.text.problems.limits import MANY_LETTERS, MANY_LINKS, PART_LISTS, SHORTEN_CHAIN

#: How many links all chains of holders may have: each holder above another is told with all those between.
MOST_LINKS: Final = 400_000
#: How many letters of facts findings may cite, the findings on each flow counted as their names: a list of thousands, told of each of them,
#: is written thousands of times. An estate of a million flows has less than half of it.
MOST_LETTERS: Final = 150_000_000
LETTERS_OF_A_NAME: Final = 30


def whole(result: Result) -> bytes:
    """Return all of `result` as JSON. Raises UsageRefused as `refuse_large` does."""
    refuse_large(result)
    return as_json(result)


def refuse_large(result: Result) -> None:
    """Raise UsageRefused where chains of holders have more than `MOST_LINKS` links, or findings cite more than `MOST_LETTERS`."""
    links = sum(len(owner.chain) for line in result.control for owner in line.controllers)
    if links > MOST_LINKS:
        raise UsageRefused(MANY_LINKS(links=links, limit=MOST_LINKS), SHORTEN_CHAIN())
    letters = sum(len(fact.value) for finding in result.findings for fact in finding.proof)
    letters += LETTERS_OF_A_NAME * sum(len(flow.findings) for flow in result.flows)
    if letters > MOST_LETTERS:
        raise UsageRefused(MANY_LETTERS(letters=letters, limit=MOST_LETTERS), PART_LISTS())
