"""The catalogue: complete, with the same slots, compiled from what is read; and neither language inside the other."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from auditor.render.words import CATALOGUES, WORDS, spaced, speaker, translator
from tests.conftest import ROOT
from tests.rules.test_collection import FORBIDDEN

PO = CATALOGUES / "fr" / "LC_MESSAGES" / "auditor.po"
SLOT = re.compile(r"\{\w+\}|%\(\w+\)s")


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
def pairs() -> dict[str, str]:
    with PO.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream) if m.id}


def test_every_text_in_use_is_in_the_catalogue_and_translated(tool: ModuleType, pairs: dict[str, str]) -> None:
    wanted = {str(message.id) for message in tool.template() if message.id}
    assert wanted == pairs.keys()
    assert [text for text, french in pairs.items() if not french] == []


def test_the_catalogue_is_as_the_tool_writes_it(tool: ModuleType) -> None:
    assert PO.read_bytes() == tool.po(tool.merged())
    assert PO.with_suffix(".mo").read_bytes() == tool.mo(PO.read_bytes())


def test_both_languages_have_the_same_slots(pairs: dict[str, str]) -> None:
    for english, french in pairs.items():
        assert sorted(set(SLOT.findall(english))) == sorted(set(SLOT.findall(french))), english


def test_no_text_overclaims(pairs: dict[str, str]) -> None:
    for english, french in pairs.items():
        assert not FORBIDDEN.findall(f"{english} {french}"), english


def test_french_is_typeset(pairs: dict[str, str]) -> None:
    say = translator("fr")
    for english in pairs:
        assert not re.search(r" [;!?»:%]|« ", say(english)), english
    assert spaced("« a » : b ; 5 %") == "«\u202fa\u202f»\u00a0: b\u202f; 5\u202f%"


def test_a_word_without_a_key_is_said_as_it_is() -> None:
    assert speaker("fr")("no-such-key") == "no-such-key"
    assert speaker("en")("high") == WORDS["high"]
