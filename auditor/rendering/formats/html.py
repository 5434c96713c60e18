"""One page for people, without what only `auditor report` knows: scenarios compared and changes since an earlier result."""

from __future__ import annotations

from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.rendering.format import Format, Presentation
from auditor.rendering.html.page import page


def html(result: Result, presentation: Presentation) -> bytes:
    """Return the page of `result` in one language; it is self-contained and asks nothing of any server."""
    return page(Report(result), presentation.lang)


FORMAT = Format(render=html, media_type="text/html", suffix=".html", for_people=True)
