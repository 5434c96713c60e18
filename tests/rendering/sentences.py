"""What people read of a case, sentence by sentence: the text, the letters, the stories and the page, without what is no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from auditor.api.ask import asking
from auditor.api.explain import told
from auditor.api.gate import Judged
from auditor.api.publish import publish, questions
from auditor.api.report import page, report
from auditor.api.what_if import publish as published
from auditor.api.what_if import what_ifs
from auditor.model.materials import Materials
from auditor.model.profile import PROFILES
from auditor.model.result.telling_order import gravest_by_rule
from tests.conftest import materials

#: Code, in Markdown and in plain text; ids to cite, with the rule; places in files, and lines of files.
CODE: Final = re.compile(r"`[^`]*`")
CITED: Final = re.compile(r"F-[0-9a-f]{16}(?: \([A-Z]{3}-\d{3}\))?|\bauditor (?:ask|export)[^\n]*")
PLACE: Final = re.compile(r"-->.*|[\w./-]+\.ya?ml:\d+(?::\d+)?|^ *\d* \|.*", re.MULTILINE)
ADDRESS: Final = re.compile(r"https?://\S+")
#: Parts of a page that are no sentences: code, drawings, quotations, titles of texts and of sources, annexes.
ASIDE: Final = ("code", "pre", "style", "script", "svg", "q", "cite")
ANNEXES: Final = ("annexes",)
#: Elements that hold nothing.
VOID: Final = ("meta", "link", "input", "br", "path", "rect", "line", "circle", "text", "hr", "img", "wbr", "use")


class Prose(HTMLParser):
    """The sentences of a page, a line for each element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        words = (given.get("class") or "").split()
        aside = tag in ASIDE or given.get("id") in ANNEXES or not {"perma", "law", "src", "sources"}.isdisjoint(words)
        if tag not in VOID:
            self.open.append((tag, aside or ("lang" in given and tag != "html")))
        if tag in ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "tr", "div", "section"):
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(aside for _, aside in self.open):
            self.text += data


def bare(text: str) -> str:
    """A text for people without code, addresses, ids to cite, places and lines of files."""
    for aside in (CODE, PLACE, CITED, ADDRESS):
        text = aside.sub(" ", text)
    return text


def outputs(folder: Path, lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a case that people read, by what it is: whole lines, unbroken by the width of a terminal."""
    made = report(materials([folder]))
    result, read = made.result, materials([folder])
    yield "text", unwrapped(publish(result, "text", lang).decode())
    asked = asking(Judged(read, result), tried=1)
    for profile in PROFILES:
        yield f"letters {profile}", questions(asked, "text", lang, profile).decode()
    for rule, found in gravest_by_rule(result.findings).items():
        yield f"story {rule}", told(read, result=result, chosen=found[0], lang=lang).decode()
    for comparison in _what_ifs(read):
        yield "what-if", comparison(lang)
    yield "page", Prose(page(made, lang).decode()).text


def _what_ifs(read: Materials) -> Iterator[object]:
    for found in what_ifs(read):
        yield lambda lang, found=found: published(found, "text", lang).decode()


def unwrapped(text: str) -> str:
    """A text with its broken lines joined, up to what replaces facts of the knowledge base, which is told by address."""
    return re.sub(r"(?<=\S)\n {2,}(?=[^\s│▼|^\d>-])", " ", text)
