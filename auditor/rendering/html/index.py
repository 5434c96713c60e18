"""The page that ranks several cases by gravity."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.result.document import Result
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.html.environment import environment, frame


def index(results: Sequence[tuple[str, Result]], lang: str) -> bytes:
    """Give the page in `lang` that lists `results`, each with the folder of its report, the gravest first."""
    severities = list(reversed(SEVERITY_ORDER))
    ranked = sorted(
        results, key=lambda item: (*(-item[1].summary.established.get(s, 0) for s in severities), item[0])
    )
    html = (
        environment(lang)
        .get_template("index.html.j2")
        .render(ranked=ranked, severities=severities, **frame())
    )
    return (html.rstrip() + "\n").encode()
