from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from auditor.api.report import overview, report
from auditor.api.report import page as rendered
from auditor.model.report import Report
from auditor.model.result.document import Result
from tests.browser.chromium import ARGUMENTS
from tests.conftest import REFERENCE, ROOT, materials
from tests.rendering.conftest import hostile_tree
from tests.rendering.sizes import sized


def needed(program: str) -> str:
    """Where `program` is. Continuous integration installs it, so there its absence is a failure."""
    found = shutil.which(program)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"there is no {program}")
        pytest.skip(f"no {program} on this machine")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = needed("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, judge: Callable[..., Result]) -> dict[str, Path]:
    """The pages of the reference case, of a hostile one and of one with many findings, by name and language."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "reference": report(materials([REFERENCE])),
        "hostile": Report(judge(hostile_tree())),
        "hundred": Report(sized(100)),
        "hospital": report(materials([ROOT / "flows" / "hospital-eu-only"])),
    }
    files = {}
    for name, one in made.items():
        for lang in ("fr", "en"):
            file = folder / name / f"report.{lang}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(rendered(one, lang))
            files[f"{name}.{lang}"] = file
    for lang in ("fr", "en"):
        for name, content in overview(list(made.items()), lang).items():
            files[f"index.{lang}"] = folder / name
            files[f"index.{lang}"].write_bytes(content)
    return files


class Visit:
    """A page opened, with everything it asked for and said."""

    def __init__(self, page: Page, file: Path, anchor: str = "") -> None:
        self.requests: list[str] = []
        self.said: list[str] = []
        self.page = page
        page.on("request", self._asked)
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.goto(f"file://{file}{anchor}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _told(self, message: ConsoleMessage) -> None:
        self.said.append(message.text)


@pytest.fixture
def visit(browser: Browser, pages: dict[str, Path]) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def open_page(
        name: str, anchor: str = "", *, scheme: str = "light", width: int = 1100, javascript: bool = True
    ) -> Visit:
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
        )
        contexts.append(context)
        return Visit(context.new_page(), pages[name], anchor)

    yield open_page
    for context in contexts:
        context.close()
