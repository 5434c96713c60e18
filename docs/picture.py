"""Take pictures of reports: those of the documentation, or of five cases as a reader may meet them.

    python docs/picture.py                  in French by day, in English by night, and on paper, for the documentation
    python docs/picture.py --look FOLDER    five cases in both languages: by day, by night, on a phone, on paper

It needs Debian's chromium and poppler-utils. Pictures depend on the fonts of the machine: no test compares them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from auditor.api.across_dates import judge_across  # noqa: E402
from auditor.api.read import read  # noqa: E402
from auditor.api.report import page as rendered  # noqa: E402
from auditor.api.report import report  # noqa: E402
from auditor.api.request import Request  # noqa: E402
from auditor.model.report import Report  # noqa: E402
from tests.browser.chromium import ARGUMENTS  # noqa: E402
from tests.rendering.sizes import sized  # noqa: E402

FLOWS = ROOT / "flows"
DATES = ("2020-06-01", "2021-06-01", "2023-09-01")
REPORTS = ROOT / "reports" / "doctolib-2019"


def screen(browser: Browser, lang: str, scheme: str, file: str, anchor: str = "") -> None:
    """Take the page as a screen shows it."""
    page = browser.new_page(
        viewport={"width": 1100, "height": 1300}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(f"file://{REPORTS / f'report.{lang}.html'}{anchor}")
    page.screenshot(path=ROOT / "docs" / file)
    page.close()


def paper(browser: Browser, file: str) -> None:
    """Take the first sheet, that of the drawing and the next, side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = browser.new_page()
        page.goto(f"file://{REPORTS / 'report.fr.html'}")
        page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, tagged=True, print_background=True)
        text = subprocess.run(
            ["pdftotext", folder / "page.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        drawn = next(
            number
            for number, sheet in enumerate(text.split("\f"), 1)
            if "Comment les données circulent" in sheet.lstrip()[:60]
        )
        shown = []
        for number in (1, drawn, drawn + 1):
            sheet = folder / f"sheet-{number}"
            subprocess.run(
                [
                    "pdftoppm",
                    "-r",
                    "62",
                    "-f",
                    str(number),
                    "-l",
                    str(number),
                    "-singlefile",
                    "-png",
                    folder / "page.pdf",
                    sheet,
                ],
                check=True,
            )
            data = b64encode(sheet.with_suffix(".png").read_bytes()).decode()
            shown.append(
                f'<img src="data:image/png;base64,{data}" style="height:724px;box-shadow:0 0 6px #777">'
            )
        page.close()
        page = browser.new_page(viewport={"width": 1600, "height": 764})
        page.set_content(
            f'<body style="margin:20px;display:flex;gap:20px;background:#c9cbc6">{"".join(shown)}</body>'
        )
        page.screenshot(path=ROOT / "docs" / file)
        page.close()


def looked_at() -> Iterator[tuple[str, Report]]:
    """Give the reference case, one that passes, one on three dates, a set-up of a vendor, and one with a hundred findings."""
    for name in ("doctolib-2019", "hospital-eu-only", "setups/clinic-microsoft-365"):
        yield Path(name).name, report(read(Request(paths=(FLOWS / name,))))
    across = judge_across(Request(paths=(FLOWS / "transfer-three-dates",), as_of=DATES))
    last = across.each[-1]
    yield "transfer-three-dates", replace(report(last.materials, result=last.result), dates=across.table)
    yield "hundred", Report(sized(100))


def look(browser: Browser, folder: Path) -> None:
    """Take every page of `looked_at` as screens show it from top to foot, and the sheets of a printer as a PDF."""
    for name, made in looked_at():
        for lang in ("fr", "en"):
            file = folder / f"{name}.{lang}.html"
            file.write_bytes(rendered(made, lang))
            for kind, width, scheme in (
                ("light", 1280, "light"),
                ("dark", 1280, "dark"),
                ("phone", 360, "light"),
            ):
                page = browser.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page.goto(f"file://{file.resolve()}")
                page.screenshot(path=file.with_suffix(f".{kind}.png"), full_page=True)
                if kind == "light":
                    page.pdf(
                        path=file.with_suffix(".pdf"),
                        prefer_css_page_size=True,
                        tagged=True,
                        print_background=True,
                    )
                page.close()


def main() -> None:
    """Take every picture."""
    parser = ArgumentParser()
    parser.add_argument("--look", type=Path, metavar="FOLDER")
    folder = parser.parse_args().look
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        if folder is None:
            screen(browser, "fr", "light", "report.fr.light.png")
            screen(browser, "en", "dark", "report.en.dark.png", "#diagram")
            paper(browser, "report.print.png")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            look(browser, folder)
        browser.close()


if __name__ == "__main__":
    main()
