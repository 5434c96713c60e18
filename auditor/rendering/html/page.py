"""One self-contained page per language: no request, a strict content security policy, everything readable without a script."""

from __future__ import annotations

from auditor.model.report import Report
from auditor.rendering.html.environment import environment, frame
from auditor.rendering.html.page_model import page_model
from auditor.rendering.html.view.captures import captures


def page(report: Report, lang: str) -> bytes:
    """Give `report` in `lang` (fr or en) as one HTML page."""
    template = environment(lang).get_template("page.html.j2")
    seen = captures(report.result, lang)
    html = template.render(page_model(report, lang).context(), captures=seen, **frame())
    return (html.rstrip() + "\n").encode()
