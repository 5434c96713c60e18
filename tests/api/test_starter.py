"""The starter case: the same facts in either language, words of that language alone, and passing its own check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from auditor.api.starter import files
from auditor.loading.files.document import read
from auditor.model.vocabulary import KNOWN_ORDER
from tests.running import run_here
from tests.text.languages import ENGLISH, FRENCH

#: Words of the format, which are the same in every language.
FORMAT = re.compile(
    rf"\b(?:{'|'.join(KNOWN_ORDER)}|unknown|parent: none|auditor check|yaml-language-server)\b"
)
OWN = {"fr": "Ma société", "en": "My company"}


def tree(lang: str) -> Any:
    return read("case.yaml", files(lang)["case.yaml"]).value


def texts(value: Any, out: list[str]) -> Any:
    """A tree without the names in it, which are put into `out`."""
    if isinstance(value, dict):
        out.extend(str(part) for key, part in value.items() if key == "name")
        return {key: texts(part, out) for key, part in value.items() if key != "name"}
    return [texts(item, out) for item in value] if isinstance(value, list) else value


def test_both_languages_state_the_same_facts() -> None:
    french: list[str] = []
    english: list[str] = []
    assert texts(tree("fr"), french) == texts(tree("en"), english)
    assert len(french) == len(english) == len(set(french) | set(english)) / 2


@pytest.mark.parametrize(("lang", "foreign"), [("fr", ENGLISH), ("en", FRENCH)])
def test_comments_and_names_are_of_one_language(lang: str, foreign: re.Pattern[str]) -> None:
    made = files(lang)["case.yaml"].decode()
    comments = [line.partition("# ")[2] for line in made.splitlines() if "# " in line]
    assert len(comments) > len(OWN)
    for comment in comments:
        assert not foreign.search(FORMAT.sub("", comment)), comment
    assert OWN[lang] in made
    assert not any(name in made for other, name in OWN.items() if other != lang)
    assert "$company" not in made


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_starter_passes_its_own_check(
    tmp_path: Path, lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case"
    assert run_here(capfd, "init", str(folder), "--lang", lang).returncode == 0
    checked = run_here(capfd, "check", str(folder), "--lang", lang, "--fail-on", "low")
    assert checked.returncode == 0, checked.stdout
