"""Take the pictures of the documentation: the report in French by day, in English by night, and on paper.

    python docs/picture.py

It needs Debian's chromium and poppler-utils. Pictures depend on the fonts of the machine: no test compares them.
"""

from __future__ import annotations

import subprocess
import tempfile
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "reports" / "doctolib-2019"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def screen(browser: Browser, lang: str, scheme: str, file: str, anchor: str = "") -> None:
    """Take the page as a screen shows it."""
    page = browser.new_page(
        viewport={"width": 1100, "height": 1300}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(f"file://{REPORTS / f'report.{lang}.html'}{anchor}")
    page.screenshot(path=ROOT / "docs" / file)
    page.close()


def paper(browser: Browser, file: str) -> None:
    """Take the first sheet, the sheet of a finding and that of the drawing, side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = browser.new_page()
        page.goto(f"file://{REPORTS / 'report.fr.html'}")
        page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, tagged=True, print_background=True)
        text = subprocess.run(
            ["pdftotext", folder / "page.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        drawn = next(
            number for number, sheet in enumerate(text.split("\f"), 1) if sheet.lstrip().startswith("Dessin")
        )
        shown = []
        for number in (1, 3, drawn):
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


def main() -> None:
    """Take every picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        screen(browser, "fr", "light", "report.fr.light.png")
        screen(browser, "en", "dark", "report.en.dark.png", "#diagram")
        paper(browser, "report.print.png")
        browser.close()


if __name__ == "__main__":
    main()
