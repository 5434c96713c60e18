"""Every key that the code or a template says literally has a word; French contracts, quotes and elides as it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from auditor.rendering.words import WORDS, speaker
from auditor.text.grammar import French
from auditor.text.vocabulary import VALUES
from tests.conftest import ROOT

CODE = sorted((ROOT / "auditor").rglob("*.py"))
TEMPLATES = sorted((ROOT / "auditor").rglob("*.j2"))
#: Functions that say a key, and the position of the key among what they are given.
SAYING = {"say": 0, "_label": 0, "label": 1, "row": 0, "follows": 0, "_part": 0}
#: Literals said as they are, on purpose: `file:function`. A key built at run time needs no entry; its fixed head must fit.
AS_THEY_ARE = {"story.py:_colon"}
SAID = WORDS.keys() | VALUES.keys()


def literals(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[tuple[str, bool]]:
    """The texts an expression may be, each with whether it is only the head of one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, False
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body, named)
        yield from literals(node.orelse, named)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for item in node.elts:
            yield from literals(item, named)
    elif isinstance(node, ast.JoinedStr):
        head = node.values[0]
        if isinstance(head, ast.Constant):
            yield str(head.value), True
    elif isinstance(node, ast.Name):
        for value in named.pop(node.id, []):
            yield from literals(value, named)


def bound(function: ast.AST) -> dict[str, list[ast.expr]]:
    """What the names of a function are set to, and what loops draw them from."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
        elif isinstance(node, (ast.For, ast.comprehension)) and isinstance(node.target, ast.Name):
            found.setdefault(node.target.id, []).append(node.iter)
    return found


def said_in_code(path: Path) -> Iterator[tuple[str, bool]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or f"{path.name}:{function.name}" in AS_THEY_ARE:
            continue
        named = bound(function)
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in SAYING and len(call.args) > SAYING[name]:
                yield from literals(call.args[SAYING[name]], dict(named))


def said_in_template(text: str) -> Iterator[str]:
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(text)
    handed = {
        macro.name: position
        for macro in tree.find_all(nodes.Macro)
        for call in macro.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "say"
        for position, given in enumerate(macro.args)
        if isinstance(call.args[0], nodes.Name) and given.name == call.args[0].name and given.name == "key"
    }
    for call in tree.find_all(nodes.Call):
        position = {"say": 0, **handed}.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if position is not None and len(call.args) > position:
            given = call.args[position]
            choices = [given.expr1, given.expr2] if isinstance(given, nodes.CondExpr) else [given]
            yield from (
                choice.value for choice in choices if isinstance(choice, nodes.Const) and choice.value
            )


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_the_code_says_has_a_word(path: Path) -> None:
    for key, only_head in said_in_code(path):
        assert any(word.startswith(key) for word in SAID) if only_head else key in SAID, key


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_says_has_a_word(path: Path) -> None:
    assert set(said_in_template(path.read_text(encoding="utf-8"))) <= SAID


def test_the_search_for_keys_finds_them(tmp_path: Path) -> None:
    code = tmp_path / "made.py"
    code.write_text(
        'def told(say, self, one):\n    key = "set" if one else "other"\n    say(key)\n    label(say, "labelled", "fr")\n'
        '    self.say(f"built_{one}")\n    return [say(word) for word in ("drawn",)]\n',
        encoding="utf-8",
    )
    assert set(said_in_code(code)) == {(key, False) for key in ("set", "other", "labelled", "drawn")} | {
        ("built_", True)
    }
    text = '{% macro part(key) %}{{ say(key) }}{% endmacro %}{{ part("handed") }}{{ say("a" if x else "b") }}{{ say(x.y) }}'
    assert set(said_in_template(text)) == {"handed", "a", "b"}
    assert sum(1 for path in CODE for _ in said_in_code(path)) > len(WORDS) / 2


@pytest.mark.parametrize(
    ("noun", "of", "at", "that"),
    [
        ("le serveur", "du serveur", "au serveur", "que le serveur"),
        ("les cabinets", "des cabinets", "aux cabinets", "que les cabinets"),
        ("la plateforme", "de la plateforme", "à la plateforme", "que la plateforme"),
        ("l'hôte", "de l'hôte", "à l'hôte", "que l'hôte"),
        ("Amazon", "d'Amazon", "à Amazon", "qu'Amazon"),
        ("Doctolib", "de Doctolib", "à Doctolib", "que Doctolib"),
    ],
)
def test_french_contracts_and_elides(noun: str, of: str, at: str, that: str) -> None:
    put = French(noun)
    assert (f"{put:de}", f"{put:à}", f"{put:que}", f"{put}") == (of, at, that, noun)
    assert f"{put:De}" == f"{of[0].upper()}{of[1:]}"


def test_the_interface_contracts_what_is_put_in() -> None:
    assert speaker("fr")("ask", who="le tiers de confiance") == "au tiers de confiance"
    assert speaker("en")("ask", who="the trusted third party") == "to the trusted third party"
    step = speaker("fr")("story_step", start="le nuage", end="les cabinets", flow="dépôt")
    assert step == "Du nuage aux cabinets (flux «\u202fdépôt\u202f»)"
    assert speaker("fr")("quoted", text="chiffrées") == "«\u202fchiffrées\u202f»"
