"""Errors of input are told in both languages, from templates, and nowhere from literals."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import auditor.text.problems as room
from auditor.text.problems.template import Template
from tests.conftest import ROOT

SPEAKING = ("loading", "api", "cli")
RULES = ROOT / "auditor" / "rules" / "language"
RAISED = {"Problem", "UsageRefused", "NothingToCheck", "Wrong", "at_file"}


def modules() -> dict[str, dict[str, Template]]:
    found = {}
    for module in pkgutil.iter_modules(room.__path__):
        held = importlib.import_module(f"{room.__name__}.{module.name}")
        templates = {name: each for name, each in vars(held).items() if isinstance(each, Template)}
        for table in (each for each in vars(held).values() if isinstance(each, dict)):
            templates |= {str(key): each for key, each in table.items() if isinstance(each, Template)}
        found[module.name] = templates
    return found


TEMPLATES = {f"{module}.{name}": each for module, held in modules().items() for name, each in held.items()}
SOURCES = [
    *(ROOT / "auditor" / "errors.py", RULES / "validate.py", RULES / "wording_lint.py"),
    *(file for part in SPEAKING for file in sorted((ROOT / "auditor" / part).rglob("*.py"))),
]


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 200


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_languages_say_something_with_the_same_slots(name: str) -> None:
    template = TEMPLATES[name]
    assert template.fr.strip()
    assert template.en.strip()
    assert slots(template.fr) == slots(template.en)


@pytest.mark.parametrize("name", TEMPLATES)
def test_words_of_ours_differ_between_the_languages(name: str) -> None:
    """What is equal is no words: an example as it is typed, or slots alone."""
    template = TEMPLATES[name]
    if template.fr == template.en and not re.fullmatch(r"\w+: \S+|\w+: \{\{.*\}\}", template.en):
        assert not any(word.isalpha() for word in template.en.split()), template.en


def calls() -> Iterator[tuple[str, ast.Call, Template]]:
    """Give every call of a template by the name that a module gives it, with where it stands."""
    known = modules()
    for file in SOURCES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        houses: set[str] = set()
        rooms: dict[str, str] = {}
        names: dict[str, Template] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "auditor.text":
                houses |= {each.asname or each.name for each in node.names if each.name == "problems"}
            elif isinstance(node, ast.ImportFrom) and node.module == room.__name__:
                rooms |= {(each.asname or each.name): each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{room.__name__}."):
                held = known[str(node.module).rpartition(".")[2]]
                names |= {(e.asname or e.name): held[e.name] for e in node.names if e.name in held}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            house, _, called = ast.unparse(node.func).rpartition(".")
            within = house.partition(".")[2] if house.partition(".")[0] in houses else rooms.get(house, "")
            if within and called.isupper():
                yield file.name, node, known[within][called]
            elif not house and called in names:
                yield file.name, node, names[called]


def test_every_call_fills_the_slots_that_are_there() -> None:
    found = list(calls())
    assert len(found) > 200
    wrong = [
        f"{file}:{call.lineno}: {template.en}"
        for file, call, template in found
        if call.args or {keyword.arg for keyword in call.keywords} != slots(template.en)
    ]
    assert wrong == []


def texts(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(Path(file).relative_to(ROOT)))
def test_no_message_is_written_where_it_is_raised(file: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = 1 if node.func.id in ("Wrong", "at_file", "Problem") else 0
            said = [*node.args[place:], *(keyword.value for keyword in node.keywords)]
            if node.func.id in RAISED and any(texts(each) for each in said[:2]):
                wrong.append(f"{node.lineno}: {ast.unparse(node)}")
            if node.func.id == "Bilingual" and any(texts(each) for each in said):
                wrong.append(f"{node.lineno}: {ast.unparse(node)}")
    assert wrong == []


def test_a_slot_is_cleaned_and_cut() -> None:
    template = Template("clé « {key} »", "key {key}")
    said = template(key="a\x1b[31m\u202eb\n::error::" + "x" * 500)
    for text in (said.fr, said.en):
        assert text.isprintable() or "\u202f" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\n" not in text
        assert len(text) < 200
    assert said.fr.startswith("clé «\u202f")


def test_french_contracts_what_fills_a_slot() -> None:
    assert Template("le nom {what:de}", "the name of {what}")(what="hôte").fr == "le nom d'hôte"


def test_a_room_is_reached_through_the_house_and_what_is_no_room_is_not() -> None:
    for name in room.__all__:
        assert getattr(room, name) is importlib.import_module(f"{room.__name__}.{name}")
    assert not hasattr(room, "nowhere")
