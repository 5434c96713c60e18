"""Letting a mutant live in this process: by giving functions other code, or by serving a changed module when it is imported."""

from __future__ import annotations

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from inspect import CO_OPTIMIZED
from types import CodeType, FunctionType, ModuleType

from tests.mutants.mutant import Mutant, compiled
from tests.mutants.packages import ROOT, module_name

Place = tuple[str, str, int]


def _place(code: CodeType) -> Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Functions:
    """The functions that are there now, by where they were written."""

    def __init__(self) -> None:
        self._at: dict[Place, list[FunctionType]] = defaultdict(list)
        for found in gc.get_objects():
            if type(found) is FunctionType and found.__code__.co_filename.startswith(f"{ROOT}/auditor/"):
                self._at[_place(found.__code__)].append(found)

    def change(self, mutant: Mutant) -> bool:
        """Give the functions of `mutant` its code. Return False, and change nothing, where no function alone holds it."""
        pairs = list(_differing(compiled(mutant.path), compiled(mutant.path, mutant.number)))
        if not pairs or any(was.co_freevars != now.co_freevars for was, now in pairs if now is not None):
            return False
        if any(now is None for _, now in pairs):
            return False
        held = [
            (function, now)
            for was, now in pairs
            for function in self._at[_place(was)]
            if function.__code__ == was
        ]
        for function, now in held:
            function.__code__ = now
        return bool(held)


def _inner(code: CodeType) -> dict[tuple[str, int], list[CodeType]]:
    found: dict[tuple[str, int], list[CodeType]] = defaultdict(list)
    for const in code.co_consts:
        if isinstance(const, CodeType):
            found[const.co_qualname, const.co_firstlineno].append(const)
    return found


def _without_inner(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(c for c in code.co_consts if not isinstance(c, CodeType)))


def _differing(was: CodeType, now: CodeType) -> Iterator[tuple[CodeType, CodeType | None]]:
    """Give each function whose code differs, with the other; with None where what differs is no function's."""
    if was == now:
        return
    if was.co_flags & CO_OPTIMIZED:
        yield was, now
    elif _without_inner(was) != _without_inner(now):
        yield was, None
    others = _inner(now)
    for key, codes in _inner(was).items():
        for code, other in zip(codes, others.get(key, []), strict=False):
            yield from _differing(code, other)


class Served(MetaPathFinder, Loader):
    """What imports the module of a mutant as the mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = module_name(mutant.path)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module of the mutant and no other."""
        if fullname != self._name:
            return None
        package = self._mutant.path.endswith("__init__.py")
        spec = spec_from_loader(
            fullname, self, origin=str(ROOT / self._mutant.path), is_package=package or None
        )
        if spec is not None and package:
            spec.submodule_search_locations = [str((ROOT / self._mutant.path).parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant."""
        module.__file__ = str(ROOT / self._mutant.path)
        exec(compiled(self._mutant.path, self._mutant.number), module.__dict__)  # noqa: S102

    def install(self) -> None:
        """Come before all other ways of finding a module."""
        sys.meta_path.insert(0, self)
