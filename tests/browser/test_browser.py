"""In a real browser: private, accessible, usable without a script, on a small screen, and on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.browser.conftest import needed

pytestmark = pytest.mark.slow

ALL = ["reference.fr", "reference.en", "hostile.fr", "hostile.en", "index.fr", "index.en"]
REFERENCE = ALL[:2]
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("name", ALL)
def test_it_asks_for_nothing_and_says_nothing(visit: Callable[..., Any], name: str) -> None:
    seen = visit(name)
    seen.page.mouse.wheel(0, 3000)
    seen.page.wait_for_timeout(200)
    assert [url for url in seen.requests if not url.startswith(("file://", "data:"))] == []
    assert len([url for url in seen.requests if url.startswith("file://")]) == 1
    assert seen.said == []


def test_the_policy_stops_what_would_slip_through(visit: Callable[..., Any]) -> None:
    seen = visit("reference.en")
    seen.page.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend',
        '<img src="https://example.org/x.png"><p id="styled" style="color:red">x</p><a id="bad" href="javascript:document.title=1">y</a>');
        const script = document.createElement('script'); script.textContent = 'document.title = "ran"';
        document.body.append(script); document.getElementById('bad').click(); }"""
    )
    seen.page.wait_for_timeout(200)
    assert seen.page.title().startswith("Data-flow audit")
    assert seen.page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(255, 0, 0)"
    assert len(seen.said) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*REFERENCE, "index.fr", "index.en"])
def test_axe_finds_nothing(visit: Callable[..., Any], name: str, scheme: str) -> None:
    seen = visit(name, scheme=scheme)
    seen.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    found = Axe().run(seen.page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ALL)
def test_it_reflows_at_320_pixels(visit: Callable[..., Any], name: str) -> None:
    seen = visit(name, width=320)
    seen.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", REFERENCE)
def test_without_a_script_everything_is_there_and_no_filter(
    visit: Callable[..., Any], name: str, reference: Result
) -> None:
    seen = visit(name, javascript=False)
    assert not seen.page.locator("#filter").is_visible()
    shown = [f for f in reference.findings if f.outcome != "cannot-be-shown"]
    assert all(seen.page.locator(f"#F-{f.fingerprint}").is_visible() for f in shown)
    for finding in told(reference):
        assert seen.page.locator(f"#F-{finding.fingerprint}").count() == 1


@pytest.mark.parametrize("name", REFERENCE)
def test_the_filter_shows_what_fits(visit: Callable[..., Any], name: str, reference: Result) -> None:
    page = visit(name).page
    form = page.locator("#filter")
    assert form.is_visible()
    form.locator("select[name=severity]").select_option("high")
    form.locator("select[name=outcome]").select_option("established")
    high = [f for f in reference.findings if (f.severity, f.outcome, f.joined) == ("high", "established", "")]
    assert (
        form.locator("output").inner_text()
        == f"{len(high)} / {page.locator('[data-outcome] article, article[data-outcome]').count()}"
    )
    visible = page.locator("article[data-outcome]:not([hidden])")
    assert {visible.nth(n).get_attribute("id") for n in range(visible.count())} == {
        f"F-{f.fingerprint}" for f in high
    }
    form.locator("input").fill(high[0].rule)
    assert form.locator("output").inner_text().startswith("1 /")
    form.locator("input").press("Enter")
    assert page.url.endswith(".html")


@pytest.mark.parametrize("name", REFERENCE)
def test_a_permalink_opens_what_is_filtered_out_or_folded(
    visit: Callable[..., Any], name: str, reference: Result
) -> None:
    page = visit(name).page
    page.locator("#filter select[name=severity]").select_option("high")
    info = next(
        f for f in reference.findings if (f.severity, f.outcome, f.joined) == ("info", "established", "")
    )
    folded = next(f for f in reference.findings if f.outcome == "cannot-be-shown" and f.severity != "high")
    for finding in (info, folded):
        assert not page.locator(f"#F-{finding.fingerprint}").is_visible()
        page.evaluate(f"location.hash = 'F-{finding.fingerprint}'")
        page.locator(f"#F-{finding.fingerprint}").wait_for(state="visible")
    page.goto(page.url.partition("#")[0] + f"#F-{folded.fingerprint}")
    assert page.locator(f"#F-{folded.fingerprint}").is_visible()


def test_the_keyboard_reaches_the_result_first_and_sees_where_it_is(visit: Callable[..., Any]) -> None:
    page = visit("reference.en").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#result")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_targets_are_large_enough(visit: Callable[..., Any]) -> None:
    page = visit("reference.fr").page
    small = page.evaluate(
        """() => [...document.querySelectorAll('nav a, .lang a, .permalink, summary, select, input')]
        .filter(e => e.checkVisibility()).filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
        .map(e => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("name", ["reference.fr", "hostile.en"])
def test_labels_of_the_drawing_stay_inside_their_boxes(visit: Callable[..., Any], name: str) -> None:
    page = visit(name).page
    outside = page.evaluate(
        """() => { const all = [...document.querySelectorAll('.map .drawing:not(.key) > rect:not(.b-no):not(.b-letter)')].map(r => r.getBBox());
          const holds = (b, x, y) => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height;
          return [...document.querySelectorAll('.map .drawing:not(.key) > text:not(.t-no):not(.t-letter):not(.t-label)')].filter(t => {
            const b = t.getBBox(), box = all.filter(r => holds(r, b.x, b.y + b.height / 2)).at(-1);
            return !box || b.x + b.width > box.x + box.width + .5 || b.y < box.y - 1 || b.y + b.height > box.y + box.height + 2;
          }).map(t => t.textContent); }"""
    )
    assert outside == []
    assert page.locator(".map .drawing > text:not(.t-no):not(.t-letter):not(.t-label)").count() > 10


def told(result: Result) -> list[Finding]:
    """Give the findings that the page tells: dormant points are counted there, not told."""
    return [f for f in result.findings if f.live or f.outcome != "cannot-be-shown"]


def printed(visit: Callable[..., Any], name: str, folder: Path) -> Path:
    file = folder / "page.pdf"
    visit(name).page.pdf(path=str(file), prefer_css_page_size=True, tagged=True, print_background=True)
    return file


@pytest.mark.parametrize("name", REFERENCE)
def test_the_printed_page_is_tagged(visit: Callable[..., Any], name: str, tmp_path: Path) -> None:
    data = printed(visit, name, tmp_path).read_bytes()
    assert b"/StructTreeRoot" in data
    assert re.search(rb"/Marked\s+true", data)
    assert b"/Lang" in data


@pytest.mark.parametrize("name", REFERENCE)
def test_no_finding_is_cut_by_the_end_of_a_sheet(
    visit: Callable[..., Any], name: str, tmp_path: Path, reference: Result
) -> None:
    """Each finding begins with its id and ends with the last place in its proof: both stand on one sheet."""
    reader = needed("pdftotext")
    text = subprocess.run(
        [reader, "-raw", str(printed(visit, name, tmp_path)), "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = [re.sub(r"\s", "", sheet) for sheet in text.split("\f")]
    for finding in told(reference):
        head = f"F-{finding.fingerprint}"
        started = [number for number, sheet in enumerate(sheets) if re.search(rf"·{head}", sheet)]
        assert len(started) >= 1, head
        if finding.outcome == "established" and not finding.joined:
            after = sheets[started[0]].split(f"·{head}", 1)[1]
            for reason in finding.also:
                after = after.replace(f"·F-{reason.fingerprint}", "")
            after = after.split("·F-", 1)[0]
            for fact in finding.proof:
                assert fact.fact.replace(" ", "") in after, (head, fact.fact)


def test_print_shows_what_the_screen_folds_and_hides_the_filter(
    visit: Callable[..., Any], reference: Result
) -> None:
    page = visit("reference.en").page
    page.locator("#filter select[name=severity]").select_option("high")
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert not page.locator("nav").is_visible()
    for finding in told(reference):
        box = page.locator(f"#F-{finding.fingerprint}").bounding_box()
        assert box is not None, finding.fingerprint
        assert box["height"] > 10
