"""The form in a real browser: without network, by keyboard alone, saved, taken up again, read back; usable without a script."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from auditor.api import sent
from auditor.model.forms import Form
from tests.answers.forms import CLINIC, clinic, facts, read, sent_to
from tests.browser.conftest import Visit
from tests.browser.test_browser import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

Opened = Callable[..., Visit]
AT_REST = "hosts.server.at_rest"
HOSTILE = CLINIC.replace("{fr: le serveur, en: the server}", '"</legend><script>alert(1)</script>"')


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return sent_to(clinic(tmp_path_factory.mktemp("form")), "cloud")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    contexts = []

    def open_form(form: Form, lang: str = "en", *, script: bool = True, **how: Any) -> Visit:
        file = tmp_path / f"form.{lang}.html"
        file.write_bytes(sent.page(form, lang, "dpo"))
        context = browser.new_context(offline=True, java_script_enabled=script, **how)
        contexts.append(context)
        return Visit(context.new_page(), file)

    yield open_form
    for context in contexts:
        context.close()


def tab_to(page: Page, selector: str) -> None:
    """Go to a control as somebody without a mouse does."""
    for _ in range(2_000):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def saved(page: Page) -> tuple[str, bytes]:
    tab_to(page, "#save")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1100), ("dark", 1100), ("light", 320)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_axe_finds_nothing_and_it_reflows(
    opened: Opened, form: Form, lang: str, scheme: str, width: int
) -> None:
    seen = opened(form, lang, color_scheme=scheme, viewport={"width": width, "height": 900})
    found = Axe().run(seen.page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_filled_by_keyboard_saved_and_read_back(opened: Opened, form: Form, tmp_path: Path) -> None:
    seen = opened(form)
    page = seen.page
    tab_to(page, f'[data-route="{AT_REST}"] select[data-field="value"]')
    page.keyboard.type("encr")
    tab_to(page, '[data-route="hosts.server.location"] [data-field="value"]')
    page.keyboard.type("Germany")
    tab_to(page, '[data-route="hosts.server.location"] [data-field="other"]')
    page.keyboard.type("=cmd|' /C calc'!A0")
    tab_to(page, '[data-route="hosts.server.rights"] [value="access"]')
    page.keyboard.press("Space")
    name, data = saved(page)
    assert name == "answers-form-2026-03-cloud.json"
    assert "3" in page.inner_text("#status")
    assert seen.said == []
    assert [url for url in seen.requests if not url.startswith(("file://", "data:", "blob:"))] == []
    case = clinic(tmp_path)
    reply = read(case, data, name=name)
    assert reply.counts == {"answered": 3, "empty": len(form.questions) - 3}
    assert facts(case).fact(AT_REST).value == "encrypted"
    assert facts(case).fact("hosts.server.location").value == "DE"
    assert facts(case).case.hosts["server"].location.quote == "=cmd|' /C calc'!A0"
    assert facts(case).fact("hosts.server.rights").value == "access"


def test_a_saved_file_is_taken_up_again_and_another_is_refused(
    opened: Opened, form: Form, tmp_path: Path
) -> None:
    first = opened(form).page
    first.fill('[data-route="hosts.server.kept_for"] [data-field="value"]', "5 ans")
    first.fill("#by-name", "Ann")
    _, data = saved(first)
    file = tmp_path / "saved.json"
    file.write_bytes(data)
    again = opened(form).page
    again.set_input_files("#load", file)
    again.wait_for_function("document.getElementById('status').textContent")
    assert again.input_value('[data-route="hosts.server.kept_for"] [data-field="value"]') == "5 ans"
    assert again.input_value("#by-name") == "Ann"
    assert saved(again)[1] == data
    file.write_text(json.dumps({**json.loads(data), "form": "form-other"}))
    other = opened(form).page
    other.set_input_files("#load", file)
    other.wait_for_function("document.getElementById('status').textContent")
    assert other.input_value("#by-name") == ""


def test_without_a_script_it_says_so_and_can_be_filled_in(opened: Opened, form: Form) -> None:
    page = opened(form, "fr", script=False).page
    assert "papier" in page.inner_text("noscript")
    assert not page.is_visible("#save")
    page.fill('[data-route="hosts.server.kept_for"] [data-field="value"]', "5 ans")
    assert page.locator("select, input, textarea").count() > len(form.questions)


def test_hostile_names_stay_words(opened: Opened, tmp_path: Path) -> None:
    seen = opened(sent_to(clinic(tmp_path, HOSTILE), "cloud"))
    assert seen.said == []
    assert "</legend><script>alert(1)</script>" in seen.page.inner_text("main")
