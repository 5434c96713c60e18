"""Words by which a text is seen to be in the other language, and the pairs of the whole collection."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from msgspec import Struct, structs

import auditor.text
from auditor.model.bilingual import Bilingual
from auditor.text.problems.template import Template

ENGLISH = re.compile(
    r"(?<![\w.'’/-])(?:the|of|and|with|which|this|that|are|was|were|from|by|unknown|stated|documented|observed|none|without|"
    r"encrypted|is|not|for|who|known|flow|unless|yes|if|be|as|at|its|consolidated|since|true|false|control)(?![\w.'’/-])"
)
FRENCH = re.compile(
    r"(?<![\w.'’/-])(?:le|la|les|des|du|une|et|avec|qui|ce|cette|est|sont|par|inconnu|déclaré|documenté|observé|aucun|sans|"
    r"chiffré|dans|pour|flux|oui|non|si|ou|depuis|vrai|faux|contrôle|données)(?![\w.'’/-])"
)


def modules() -> Iterator[ModuleType]:
    """Every module that holds texts."""
    for found in pkgutil.walk_packages(auditor.text.__path__, "auditor.text."):
        yield importlib.import_module(found.name)


def pairs() -> Iterator[tuple[str, Bilingual]]:
    """Every pair of the collection, with the module, the name and the key where it stands."""
    for module in modules():
        for name, value in vars(module).items():
            if name.isupper():
                yield from within(f"{module.__name__.removeprefix('auditor.text.')}.{name}", value)


def within(where: str, value: Any) -> Iterator[tuple[str, Bilingual]]:
    if isinstance(value, Bilingual):
        yield where, value
    elif isinstance(value, Template):
        yield where, Bilingual(value.fr, value.en)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from within(f"{where}[{key}]", part)
    elif isinstance(value, (tuple, list)):
        for number, part in enumerate(value):
            yield from within(f"{where}[{number}]", part)
    elif isinstance(value, Struct):
        for field, part in structs.asdict(value).items():
            yield from within(f"{where}.{field}", part)
