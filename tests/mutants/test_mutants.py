"""The mutator: what it changes, what it leaves alone, and that a mutant is what runs."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.mutants.mutant import Mutant, compiled, every_mutant, mutants_of, sample
from tests.mutants.operators import changes
from tests.mutants.packages import PACKAGES, ROOT

LIMITS = ROOT / "auditor" / "graph" / "limits.py"


def made(text: str) -> list[str]:
    tree = ast.parse(text)
    return [after for _, after in (change.describe() for change in changes(tree))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a < b", ["a <= b"]),
        ("a is b", ["a is not b"]),
        ("a and b", ["a or b", "b", "a"]),
        ("not a", ["a"]),
        ("[x for x in y if x]", [" for x in y"]),
        ("x = 3", ["4", "2"]),
        ("x = True", ["False"]),
        ("def f(): raise E", ["pass"]),
        ("def f() -> bool: return a", ["return not a"]),
        ("def f() -> tuple[str, ...]: return a", ["return ()"]),
        ("a - b", ["a", "b - a"]),
        ("(*a, *b)", ["(*b,)", "(*a,)"]),
        ("x = any(a)", ["all(a)"]),
        ("x = Answer(value, missing=a)", ["Answer(value)"]),
    ],
)
def test_each_operator_makes_its_change(text: str, wanted: list[str]) -> None:
    assert made(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        '"""Said."""',
        "x: int",
        "import a",
        "__all__ = ['a']",
        "def f(x: 'a') -> 'b': ...",
        "x = 'a text'",
        "f",
    ],
)
def test_what_is_no_behaviour_is_left_alone(text: str) -> None:
    assert made(text) == []


def test_a_sample_is_even_and_the_same_each_time() -> None:
    every = every_mutant()
    drawn = sample(every, 25)
    assert drawn == sample(every_mutant(), 25)
    assert drawn != sample(every, 25, draw=1)
    for package in PACKAGES:
        of_it = [mutant for mutant in every if mutant.package == package]
        assert abs(len([m for m in drawn if m.package == package]) - len(of_it) / 25) < 30
    assert len({mutant.name for mutant in every}) == len(every)


def stacked() -> Mutant:
    return next(
        m for m in mutants_of(LIMITS) if m.operator == "comparison" and m.function == "refuse_stacked"
    )


def test_a_module_is_compiled_as_it_is_or_with_its_one_change() -> None:
    mutant = stacked()
    assert compiled(mutant.path) != compiled(mutant.path, mutant.number)


SCRIPT = """
import sys
from tests.mutants.apply import Functions, Served
from tests.mutants.mutant import mutants_of
from tests.mutants.packages import ROOT

way, name = sys.argv[1:]
mutant = next(m for m in mutants_of(ROOT / "auditor/graph/limits.py") if m.name == name)
if way == "imported":
    Served(mutant).install()
from auditor.graph import limits

if way == "in place":
    assert Functions().change(mutant)
try:
    limits.refuse_stacked(limits.MOST_BELOW)
    print("taken")
except limits.UsageRefused:
    print("refused")
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "said"), [("not", "taken"), ("in place", "refused"), ("imported", "refused")]
)
def test_a_mutant_is_what_runs(way: str, said: str) -> None:
    command = [sys.executable, "-c", SCRIPT, way, stacked().name]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == said
