"""The catalogue: complete, with the same slots, compiled from what is read; and neither language inside the other."""

from __future__ import annotations

import importlib.util
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from auditor.api.report import page, report
from auditor.rendering.knowledge_words import CONTEXT
from auditor.rendering.words import CATALOGUES, WORDS, spaced, speaker, translator
from auditor.rules.language.wording_lint import overclaims
from tests.conftest import ROOT, materials

PO = CATALOGUES / "fr" / "LC_MESSAGES" / "auditor.po"
#: What is put in; in French, after the word it contracts with (`{who:à}`).
SLOT = re.compile(r"\{(\w+)(?::\w+)?\}|%\((\w+)\)s")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("locales", ROOT / "docs" / "locales.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["locales"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pairs() -> dict[tuple[str, str], str]:
    """What the catalogue holds, by text and context."""
    with PO.open("rb") as stream:
        return {(str(m.id), m.context or ""): str(m.string) for m in read_po(stream) if m.id}


def test_every_text_in_use_is_in_the_catalogue_and_translated(
    tool: ModuleType, pairs: dict[tuple[str, str], str]
) -> None:
    wanted = {(str(message.id), message.context or "") for message in tool.template() if message.id}
    assert wanted == pairs.keys()
    assert [text for text, french in pairs.items() if not french] == []


def test_the_catalogue_is_as_the_tool_writes_it(tool: ModuleType) -> None:
    assert PO.read_bytes() == tool.po(tool.merged())
    assert PO.with_suffix(".mo").read_bytes() == tool.mo(PO.read_bytes())


def test_both_languages_have_the_same_slots(pairs: dict[tuple[str, str], str]) -> None:
    for (english, _), french in pairs.items():
        assert sorted(set(SLOT.findall(english))) == sorted(set(SLOT.findall(french))), english


def test_a_word_of_the_knowledge_base_has_its_own_context() -> None:
    say = translator("fr")
    assert (say("shares", CONTEXT), say("shares")) == ("capital", "parts")
    assert translator("en")("shares", CONTEXT) == "shares"


def test_no_text_overclaims(pairs: dict[tuple[str, str], str]) -> None:
    for (english, _), french in pairs.items():
        assert not list(overclaims(f"{english} {french}")), english


def test_french_is_typeset(pairs: dict[tuple[str, str], str]) -> None:
    say = translator("fr")
    for english, context in pairs:
        assert not re.search(r" [;!?»:]| %(?!\()|« ", say(english, context)), english
    assert spaced("« a » : b ; 5 %") == "«\u202fa\u202f»\u00a0: b\u202f; 5\u202f%"


ENGLISH = re.compile(
    r"(?<![\w.'’/-])(?:the|of|and|with|which|this|that|are|was|were|from|by|unknown|stated|documented|observed|none|without|"
    r"encrypted|is|not|for|who|known|flow|unless|yes|if|be|as|at|its|consolidated|since|true|false|control)(?![\w.'’/-])"
)
FRENCH = re.compile(
    r"(?<![\w.'’/-])(?:le|la|les|des|du|une|et|avec|qui|ce|cette|est|sont|par|inconnu|déclaré|documenté|observé|aucun|sans|"
    r"chiffré|dans|pour|flux|oui|non|si|ou|depuis|vrai|faux|contrôle|données)(?![\w.'’/-])"
)


class Prose(HTMLParser):
    """The visible text of a page, without code, quotations, titles of sources, citations of law and the other language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        aside = tag in ("code", "q", "pre", "style", "script") or given.get("class") in (
            "law",
            "sources",
            "src",
        )
        if tag not in ("meta", "link", "input", "br", "path", "rect"):
            self.open.append((tag, aside or ("lang" in given and tag == "a")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(aside for _, aside in self.open):
            self.text += f"{data} "


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
    for stated in sorted({a.retention for a in made.result.activities if " " in a.retention} | periods):
        prose = prose.replace(stated, "")
    prose = re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", "", prose)
    assert [prose[max(0, found.start() - 40) : found.end() + 40] for found in foreign.finditer(prose)] == []


def test_a_word_without_a_key_is_said_as_it_is() -> None:
    assert speaker("fr")("no-such-key") == "no-such-key"
    assert speaker("en")("high") == WORDS["high"]
