"""What is said of input and requests that cannot be judged, French and English side by side, a module a room.

A room is loaded when something in it is said (`problems.case.NO_CASE()`): most input is sound, and nothing is said of it.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.text.problems import (
        answers,
        case,
        files,
        hints,
        imported,
        limits,
        policies,
        references,
        shape,
        suggestion,
        system,
        usage,
        yaml,
    )

#: The rooms that are loaded when something in them is said.
__all__ = [
    "answers",
    "case",
    "files",
    "hints",
    "imported",
    "limits",
    "policies",
    "references",
    "shape",
    "suggestion",
    "system",
    "usage",
    "yaml",
]


def __getattr__(name: str) -> ModuleType:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
