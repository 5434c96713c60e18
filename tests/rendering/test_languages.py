"""No page speaks the other language, whatever the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.api.report import page, report
from tests.conftest import ROOT, materials
from tests.rendering.sentences import Visible, named
from tests.text.languages import ENGLISH, FRENCH

pytestmark = pytest.mark.slow


class Prose(Visible):
    """The visible text of a page, without code, quotations, titles of sources, citations of law and the other language."""

    def is_aside(self, tag: str, given: dict[str, str | None]) -> bool:
        return tag in ("code", "q", "pre", "style", "script", "svg") or given.get("class") in (
            "law",
            "srcs",
            "src",
        )

    def handle_data(self, data: str) -> None:
        super().handle_data(f"{data} ")


CASES = sorted(folder for folder in (ROOT / "flows").iterdir() if (folder / "case.yaml").is_file())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
@pytest.mark.parametrize(("lang", "foreign"), [("fr", ENGLISH), ("en", FRENCH)], ids=["fr", "en"])
def test_no_page_speaks_the_other_language(case: Path, lang: str, foreign: re.Pattern[str]) -> None:
    made = report(materials([case]))
    prose = Prose(page(made, lang).decode()).text
    periods = {
        f.value
        for finding in made.result.findings
        for f in finding.proof
        if f.fact.endswith(("retention", "kept_for", "purpose", "purposes"))
    }
    activities = made.result.activities
    measures = {measure for activity in activities for measure in activity.measures}
    prose = " ".join(prose.split())
    for name in named(case):
        prose = prose.replace(name, "")
    for stated in sorted({a.retention for a in activities if " " in a.retention} | periods | measures):
        prose = prose.replace(stated, "")
    prose = re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", "", prose)
    assert [prose[max(0, found.start() - 40) : found.end() + 40] for found in foreign.finditer(prose)] == []
