"""No text in two languages stands outside `auditor/text`, so that an editor of texts finds all of them there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.text.languages import FRENCH

AUDITOR = ROOT / "auditor"
CODE = sorted(path for path in AUDITOR.rglob("*.py") if path.relative_to(AUDITOR).parts[0] != "text")
#: Modules that know French words because they read what others wrote in French; they say none.
READERS = {
    "loading/importing/protocols.py": "protocols as models of engineers state them",
    "model/period.py": "periods as cases state them",
    "graph/consent_exemptions.py": "purposes as cases state them",
    "rules/language/wording_lint.py": "words that texts of rules must not use",
}
ACCENTED = re.compile(r"[àâçéèêëîïôœùûÀÉ«»]")


def words(node: ast.expr) -> str:
    """The fixed letters of a literal text; empty for what is no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "".join(re.findall(r"[^\W\d_]+", node.value))
    if isinstance(node, ast.JoinedStr):
        return "".join(words(part) for part in node.values)
    return "".join(words(part) for part in (node.body, node.orelse)) if isinstance(node, ast.IfExp) else ""


def documentation(tree: ast.Module) -> set[int]:
    """The docstrings of a module, by identity."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }


def french(value: object) -> bool:
    """Whether a value is a French text, and no pattern."""
    if not isinstance(value, str) or "\\" in value:
        return False
    return bool(ACCENTED.search(value) or len(set(FRENCH.findall(value))) > 1)


def found(source: str) -> Iterator[tuple[int, str]]:
    """The line and the kind of every text in two languages, or in French, that a module holds."""
    tree = ast.parse(source)
    documented = documentation(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "Bilingual",
            "Template",
        ):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(words(value) for value in given):
                yield node.lineno, "a literal Bilingual"
        elif isinstance(node, ast.Constant) and id(node) not in documented and french(node.value):
            yield node.lineno, "a French text"


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.relative_to(AUDITOR).as_posix() not in READERS],
    ids=lambda path: path.relative_to(AUDITOR).as_posix(),
)
def test_no_text_in_two_languages_stands_elsewhere(path: Path) -> None:
    assert list(found(path.read_text(encoding="utf-8"))) == []


def test_readers_of_french_are_there() -> None:
    assert [name for name in READERS if not (AUDITOR / name).is_file()] == []


def test_the_search_finds_them() -> None:
    source = (
        'A = Bilingual("oui", "yes")\nB = Bilingual(fr=f"au {day}", en=f"on {day}")\n'
        'C = ("le fait est connu", "the fact is known")\nD = {"fr": "à vérifier"}\n'
        'E = Bilingual(f"{a} ({b})", f"{c} ({d})")\nF = Bilingual(one.fr, one.en)\nG = "the text of a rule"\n'
        'def f():\n    """Le résultat est en français."""\n'
    )
    assert list(found(source)) == [
        (1, "a literal Bilingual"),
        (2, "a literal Bilingual"),
        (3, "a French text"),
        (4, "a French text"),
    ]


#: What writes a line for whoever runs a command.
SPEAKING = {"print", "say", "told", "working"}


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """The line and the words of every literal of several words that a command would say in one language only."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in SPEAKING:
            for part in (node for argument in call.args for node in ast.walk(argument)):
                text = part.value if isinstance(part, ast.Constant) else ""
                if isinstance(text, str) and len(re.findall(r"[a-z]{2,}", text)) > 1:
                    yield call.lineno, text


@pytest.mark.parametrize(
    "path", [path for path in CODE if path.parent.name == "cli"], ids=lambda path: path.stem
)
def test_commands_say_nothing_in_one_language_only(path: Path) -> None:
    assert list(spoken(path.read_text(encoding="utf-8"))) == []


def test_what_commands_say_is_found() -> None:
    source = (
        'say(f"auditor: {path} is left alone")\nprint(f"auditor {version}")\nprint("no settings found")\n'
    )
    assert [line for line, _ in spoken(source)] == [1, 3]
