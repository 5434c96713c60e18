"""In a real browser: private, accessible, usable without a script, on a small screen, and on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.telling.letters import lettered
from auditor.rendering.words import pick
from auditor.text.page import TEXTS
from tests.browser.conftest import needed
from tests.rendering.sizes import sized

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

REFERENCE = ["reference.fr", "reference.en"]
INDEX = ["index.fr", "index.en"]
ALL = [*REFERENCE, "hostile.fr", "hostile.en", "hundred.fr", "hundred.en", *INDEX]
UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
#: What WCAG 1.4.12 lets a reader set.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
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
    assert seen.page.title().endswith("Data-flow audit")
    assert seen.page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(255, 0, 0)"
    assert len(seen.said) >= 3


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
@pytest.mark.parametrize("name", [*REFERENCE, "hundred.en", *INDEX])
def test_axe_finds_nothing(visit: Callable[..., Any], name: str, scheme: str, width: int) -> None:
    seen = visit(name, scheme=scheme, width=width)
    seen.page.evaluate(UNFOLD)
    found = Axe().run(seen.page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize("name", ALL)
def test_it_reflows_on_a_phone(visit: Callable[..., Any], name: str, width: int) -> None:
    seen = visit(name, width=width)
    seen.page.evaluate(UNFOLD)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", [*REFERENCE, "hundred.fr", *INDEX])
def test_it_reflows_with_the_spacing_of_a_reader(browser: Browser, pages: dict[str, Path], name: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"file://{pages[name]}")
    page.evaluate(UNFOLD)
    before = page.evaluate("document.documentElement.scrollHeight")
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollHeight") > before
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("name", REFERENCE)
def test_the_first_screen_tells_what_was_found_how_sure_what_to_do_and_whom_to_ask(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"file://{pages[name]}")
    for place in (
        "h1",
        *(f".short dd:nth-of-type({row})" for row in range(1, 5)),
        ".who tbody tr:last-child",
    ):
        box = page.locator(place).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, place
    context.close()


@pytest.mark.parametrize("name", REFERENCE)
def test_without_a_script_everything_is_there_and_no_filter(
    visit: Callable[..., Any], name: str, reference: Result
) -> None:
    seen = visit(name, javascript=False)
    assert not seen.page.locator("#filter").is_visible()
    shown = [f for f in reference.findings if f.outcome == "established" and not f.joined]
    assert shown
    assert all(seen.page.locator(f"#F-{f.fingerprint}").is_visible() for f in shown)
    for finding in told(reference):
        assert seen.page.locator(f"#F-{finding.fingerprint}").count() == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [("hundred.fr", "{} points établis sur 100 montrés"), ("hundred.en", "{} of 100 findings shown")],
)
def test_the_filter_shows_what_fits(visit: Callable[..., Any], name: str, said: str) -> None:
    page = visit(name).page
    form = page.locator("#filter")
    assert form.is_visible()
    output = form.locator("output")
    assert output.inner_text() == said.format(100)
    form.locator("select[name=severity]").select_option("critical")
    critical = [f for f in sized(100).findings if (f.outcome, f.severity) == ("established", "critical")]
    assert output.inner_text() == said.format(len(critical))
    assert all(page.locator(f"#F-{f.fingerprint}").is_visible() for f in critical)
    low = [f for f in sized(100).findings if (f.outcome, f.severity) == ("established", "low")]
    lines = [f for f in low if page.locator(f"li#F-{f.fingerprint}").count()]
    assert lines
    assert not any(page.locator(f"#F-{f.fingerprint}").is_visible() for f in lines)
    form.locator("input").fill("no such words")
    assert output.inner_text() == said.format(0)
    form.locator("input").press("Enter")
    assert page.url.endswith(".html")


def test_the_filter_of_the_index_shows_a_group(visit: Callable[..., Any]) -> None:
    page = visit("index.en").page
    lines = page.locator(".index li")
    assert all(lines.nth(n).is_visible() for n in range(lines.count()))
    page.locator("#show select").select_option("claims")
    for n in range(lines.count()):
        groups = (lines.nth(n).get_attribute("data-groups") or "").split()
        assert lines.nth(n).is_visible() is ("claims" in groups)
    assert not visit("index.en", javascript=False).page.locator("#show").is_visible()


@pytest.mark.parametrize("name", REFERENCE)
def test_a_permalink_opens_what_is_folded(visit: Callable[..., Any], name: str, reference: Result) -> None:
    page = visit(name).page
    folded = next(f for f in reference.findings if f.outcome == "cannot-be-shown" and f.live and not f.joined)
    assert not page.locator(f"#F-{folded.fingerprint}").is_visible()
    page.evaluate(f"location.hash = 'F-{folded.fingerprint}'")
    page.locator(f"#F-{folded.fingerprint}").wait_for(state="visible")
    page.goto(page.url.partition("#")[0] + "#P-A")
    page.locator("#P-A").wait_for(state="visible")


def test_a_permalink_shows_what_is_filtered_out(visit: Callable[..., Any]) -> None:
    page = visit("hundred.en").page
    page.locator("#filter select[name=severity]").select_option("critical")
    low = next(f for f in reversed(sized(100).findings) if (f.outcome, f.severity) == ("established", "low"))
    assert not page.locator(f"#F-{low.fingerprint}").is_visible()
    page.evaluate(f"location.hash = 'F-{low.fingerprint}'")
    page.locator(f"#F-{low.fingerprint}").wait_for(state="visible")


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
        """() => [...document.querySelectorAll('nav a, .top a, .perma a, .letter, .no, summary, select, input')]
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


def sheets(visit: Callable[..., Any], name: str, folder: Path) -> list[str]:
    """The text of each printed sheet, in the order of reading."""
    reader = needed("pdftotext")
    text = subprocess.run(
        [reader, "-raw", str(printed(visit, name, folder)), "-"], capture_output=True, text=True, check=True
    ).stdout
    return text.rstrip("\f").split("\f")


@pytest.mark.parametrize("name", REFERENCE)
def test_the_first_sheet_is_a_whole_summary_and_the_annexes_begin_after_the_tenth_at_most(
    visit: Callable[..., Any], name: str, tmp_path: Path
) -> None:
    lang = name.rpartition(".")[2]
    found = sheets(visit, name, tmp_path)
    first = " ".join(found[0].split())
    for key in ("in_short", "what_was_found", "how_sure", "what_first", "whom_to_ask", "edge_of_knowledge"):
        assert " ".join(pick(TEXTS[key], lang).split()) in first, key
    annexes = [number for number, sheet in enumerate(found) if sheet.lstrip().startswith("Annex")]
    assert annexes[0] <= 10


@pytest.mark.parametrize("name", REFERENCE)
def test_every_finding_is_printed_with_its_id_and_its_premises(
    visit: Callable[..., Any], name: str, tmp_path: Path, reference: Result
) -> None:
    text = re.sub(r"\s", "", "".join(sheets(visit, name, tmp_path)))
    for finding in (f for f in reference.findings if f.outcome == "established" and not f.joined):
        assert f"F-{finding.fingerprint}" in text
    for group in lettered(reference):
        for fact in group.first.proof:
            if fact.place is not None:
                assert f"{fact.place.file}:{fact.place.line}" in text


def test_print_shows_what_the_screen_folds_and_hides_what_is_for_screens(
    visit: Callable[..., Any], reference: Result
) -> None:
    page = visit("reference.en").page
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    for finding in told(reference):
        place = page.locator(f"#F-{finding.fingerprint}")
        assert place.count() == 1
        if finding.outcome == "established" and not finding.joined:
            box = place.bounding_box()
            assert box is not None
            assert box["height"] > 8
    hundred = visit("hundred.en").page
    hundred.locator("#filter select[name=severity]").select_option("critical")
    hundred.emulate_media(media="print")
    assert not hundred.locator("#filter").is_visible()
    for finding in (f for f in sized(100).findings if f.outcome == "established"):
        assert hundred.locator(f"#F-{finding.fingerprint}").is_visible()
