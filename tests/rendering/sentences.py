"""What people read of a case, sentence by sentence: the text, the letters, the stories and the page, without what is no sentence."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from msgspec.structs import replace

from auditor.api.ask import asking
from auditor.api.assess import assess
from auditor.api.diff import difference
from auditor.api.diff import publish as written
from auditor.api.explain import told
from auditor.api.gate import Judged
from auditor.api.publish import publish, questions
from auditor.api.report import page, report
from auditor.api.request import Request
from auditor.api.what_if import publish as published
from auditor.api.what_if import what_ifs
from auditor.judging.baseline_status import known
from auditor.model.profile import PROFILES
from auditor.model.report import Report
from auditor.model.result.telling_order import gravest_by_rule
from auditor.text.typography import spaced
from tests.conftest import Tree, materials, tree_of

#: Code, in Markdown and in plain text; ids to cite, with the rule; places in files, and lines of files.
CODE: Final = re.compile(r"`[^`]*`")
CITED: Final = re.compile(
    r"F-[0-9a-f]{16}(?: \([A-Z]{3}-\d{3}\))?|\bauditor (?:ask|export)[^\n]*|--[a-z-]+ [\d-]+"
)
PLACE: Final = re.compile(r"-->.*|[\w./-]+\.ya?ml:\d+(?::\d+)?|^ *\d* \|.*", re.MULTILINE)
ADDRESS: Final = re.compile(r"https?://\S+")
#: Parts of a page that are no sentences: code, drawings, quotations, titles of texts and of sources, annexes.
ASIDE: Final = ("code", "pre", "style", "script", "svg", "q", "cite", "figure")
ANNEXES: Final = ("annexes",)
#: Fields in which a case states words of its own.
STATED: Final = ("retention", "kept_for", "purpose", "purposes", "measures")
#: Statements of facts that findings rest on, whose value may be unknown instead.
STATEMENT: Final = re.compile(
    r"(\b(?:transport|content|keys|location|at_rest|runs_on|parent): )(?:\[[^\]]*\]|[\w.-]+)"
)
#: Elements that hold nothing.
VOID: Final = ("meta", "link", "input", "br", "hr", "img", "wbr")


class Visible(HTMLParser):
    """The text of a page without what stands aside, an element after the other."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.text = ""
        self.feed(text)

    def is_aside(self, tag: str, given: dict[str, str | None]) -> bool:
        """Tell whether an element is no sentence of the page's own."""
        raise NotImplementedError

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, self.is_aside(tag, given) or ("lang" in given and tag != "html")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(aside for _, aside in self.open):
            self.text += data


class Prose(Visible):
    """The sentences of a page, a line for each element."""

    def is_aside(self, tag: str, given: dict[str, str | None]) -> bool:
        words = (given.get("class") or "").split()
        return (
            tag in ASIDE
            or given.get("id") in ANNEXES
            or not {"perma", "law", "src", "sources"}.isdisjoint(words)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag in ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "tr", "div", "section"):
            self.text += "\n"


def bare(text: str) -> str:
    """A text for people without code, addresses, ids to cite, places and lines of files."""
    for aside in (CODE, PLACE, CITED, ADDRESS):
        text = aside.sub(" ", text)
    return text


def outputs(folder: Path, lang: str, *, broken: bool = False) -> Iterator[tuple[str, str]]:
    """Every text of a case that people read, by what it is; lines are whole, unless they are wanted as a terminal breaks them."""
    made = report(materials([folder]))
    result, read = made.result, materials([folder])
    text = publish(result, "text", lang).decode()
    yield "text", text if broken else unwrapped(text)
    asked = asking(Judged(read, result), tried=1)
    for profile in PROFILES:
        yield f"letters {profile}", questions(asked, "text", lang, profile).decode()
    for rule, found in gravest_by_rule(result.findings).items():
        yield f"story {rule}", told(read, result=result, chosen=found[0], lang=lang).decode()
    for found_if in what_ifs(read):
        yield f"what-if {found_if.scenario}", published(found_if, "text", lang).decode()
    yield "page", Prose(page(made, lang).decode()).text
    yield "markdown", _unescaped(publish(result, "markdown", lang))
    yield from _changed(folder, made, lang)


def _unescaped(markdown: bytes) -> str:
    """Markdown as it is read, without its marks."""
    return re.sub(r"\\(?=[^\w\s])|</?\w+>", "", markdown.decode())


def _changed(folder: Path, made: Report, lang: str) -> Iterator[tuple[str, str]]:
    """Every text on a case of which facts were taken away since: what differs, either way, and the check that tells it."""
    with TemporaryDirectory() as name:
        weaker = Path(name) / "weaker"
        shutil.copytree(folder, weaker)
        for file in weaker.glob("*.yaml"):
            file.write_text(STATEMENT.sub(r"\1unknown", file.read_text(encoding="utf-8")), encoding="utf-8")
        for base, head in ((folder, weaker), (weaker, folder)):
            found = difference(str(base), str(head), Request())
            _, _, told_since = written(found, "text", lang).decode().partition("\n")
            yield f"diff to {head.name}", told_since
        now, then = materials([weaker]), materials([folder])
        before = replace(known("HEAD", made.result.findings, (), then), written=(then, now))
        checked = assess(now, fail_on_open="high", before=before)
        yield "text, weaker", unwrapped(publish(checked, "text", lang).decode())
        yield "markdown, weaker", _unescaped(publish(checked, "markdown", lang))
        yield "page, weaker", Prose(page(Report(checked), lang).decode()).text


def _stated(node: Any, key: str = "") -> Iterator[str]:
    """The words that a case states in one language only, below a value of a file."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _stated(value, name if name in STATED else key)
    elif isinstance(node, list):
        for value in node:
            yield from _stated(value, key)
    elif isinstance(node, str) and key in STATED:
        yield node


def named(folder: Path) -> tuple[str, ...]:
    """Names and titles, which are said in one language: of organisations, documents, laws, and words that the case states."""
    read = materials([folder])
    made = report(read).result
    found = {
        said
        for name, pair in made.names.items()
        if name.startswith("organisations.") or name in read.case.organisations
        for said in (pair.fr, pair.en)
    }
    for source in made.sources:
        found |= {
            source.publisher,
            source.author,
            source.title.fr,
            source.title.en,
            source.label.fr,
            source.label.en,
        }
    for finding in made.findings:
        for law in finding.law:
            found |= {law.cite.fr, law.cite.en}
    for activity in made.activities:
        found |= {activity.retention, *activity.measures}
    tree: Tree = tree_of(folder)
    found |= {said for entries in tree.values() if isinstance(entries, dict) for said in _stated(entries)}
    found |= {said for reply in made.replies for said in (reply.text.fr, reply.text.en)}
    found |= {spaced(said) for said in found}
    return tuple(sorted((said for said in found if " " in said or "." in said), key=len, reverse=True))


def unwrapped(text: str) -> str:
    """A text with its broken lines joined, up to what replaces facts of the knowledge base, which is told by address."""
    return re.sub(r"(?<=\S)\n {2,}(?! |\d* \||[│▼^-])", " ", text)
