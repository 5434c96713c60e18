"""The whole result as JSON: what programs read, and what its digest is made of."""

from __future__ import annotations

from typing import Final

from auditor.errors import UsageRefused
from auditor.model.result.document import Result
from auditor.rendering.json import as_json
from auditor.text.problems.limits import MANY_LINKS, SHORTEN_CHAIN

#: How many links all chains of holders may have: each holder above another is told with all those between.
MOST_LINKS: Final = 400_000


def whole(result: Result) -> bytes:
    """Return all of `result` as JSON. Raises UsageRefused where its chains of holders have more than `MOST_LINKS` links."""
    links = sum(len(owner.chain) for line in result.control for owner in line.controllers)
    if links > MOST_LINKS:
        raise UsageRefused(MANY_LINKS(links=links, limit=MOST_LINKS), SHORTEN_CHAIN())
    return as_json(result)
