"""The pages that list several cases by the reader's question; no order by score."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.report import Report
from auditor.rendering.html.environment import environment, frame
from auditor.rendering.html.view.cases import cases, page_groups


def index(reports: Sequence[tuple[str, Report]], lang: str) -> dict[str, bytes]:
    """Give the pages in `lang` that list `reports`, each with the folder it lies in, by file name, the first one first."""
    template = environment(lang).get_template("index.html.j2")
    pages = {}
    for group in page_groups(reports):
        name = f"index.{lang}.html" if group is None else f"index.{group}.{lang}.html"
        html = template.render(cases=cases(reports, lang, group), **frame())
        pages[name] = (html.rstrip() + "\n").encode()
    return pages
