"""Words for readers stand in `auditor/text`: no text in two languages is written where rules are judged."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import ROOT

#: Rooms without words of their own.
WORDLESS = (
    *sorted((ROOT / "auditor" / "rules").rglob("*.py")),
    *(
        ROOT / "auditor" / "judging" / f"{name}.py"
        for name in ("premise_text", "proof", "assumptions", "confidence_text")
    ),
)


def written(path: Path) -> list[str]:
    """Every call of `Bilingual` in a module that has letters written in it."""
    source = path.read_text(encoding="utf-8")
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Bilingual"
        and any(
            isinstance(part, ast.Constant) and any(map(str.isalpha, str(part.value)))
            for argument in node.args
            for part in pieces(argument)
        )
    ]


def pieces(node: ast.expr) -> list[ast.expr]:
    """The texts of which an argument is made, and not those by which it looks something up."""
    if isinstance(node, ast.JoinedStr):
        return list(node.values)
    if isinstance(node, ast.BinOp):
        return [*pieces(node.left), *pieces(node.right)]
    if isinstance(node, ast.IfExp):
        return [*pieces(node.body), *pieces(node.orelse)]
    return [node]


def test_no_text_in_two_languages_is_written_among_rules_and_proofs() -> None:
    assert len(WORDLESS) > 30
    assert [place for path in WORDLESS for place in written(path)] == []


def test_such_a_text_would_be_found() -> None:
    module = ROOT / "auditor" / "text" / "grammar.py"
    assert written(module) == []
    assert written(ROOT / "auditor" / "text" / "facts.py")
