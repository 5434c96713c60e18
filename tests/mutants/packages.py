"""What is mutated, and which tests count: those of behaviour."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGES: Final = ("auditor/graph", "auditor/rules", "auditor/judging", "auditor/loading")
BUILD: Final = ROOT / "build" / "mutants"
RESULTS: Final = ROOT / "docs" / "trust" / "mutants.json"

#: Tests that compare with committed bytes, look at the source instead of running it, or judge a process or a browser.
NOT_BEHAVIOUR: Final = (
    "tests/browser/",
    "tests/fuzz/",
    "tests/golden/",
    "tests/mutants/",
    "tests/packaging/",
    "tests/shipping/",
    "tests/test_calls_go_down.py",
    "tests/test_code_shape.py",
    "tests/test_contributing.py",
    "tests/test_generated.py",
)


def is_behaviour(test: str) -> bool:
    """Tell whether the test of this id holds the program to what it does."""
    return not test.startswith(NOT_BEHAVIOUR)


def modules() -> list[Path]:
    """Give the modules that are mutated, in order."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def module_name(path: str) -> str:
    """Give the name by which the module of a path is imported."""
    return path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
