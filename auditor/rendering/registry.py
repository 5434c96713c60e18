"""A folder of files that each declare one thing under the same name: what is offered is what lies in the folder."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Registry(Generic[T]):
    """The files of a package, each of which assigns a `T` to `attribute`; a file is imported when it is asked for.

    `missing` names the text of `auditor.text.problems.usage` that is said of a name no file has; it is loaded when it is said.
    """

    def __init__(self, package: str, file: str, attribute: str, missing: str) -> None:
        self._package = package
        self._folder = Path(file).parent
        self._attribute = attribute
        self._missing = missing

    def names(self) -> tuple[str, ...]:
        """Return the names of the files in alphabetical order, with hyphens for what joins words; none is imported."""
        return self._names

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem.replace("_", "-") for path in self._folder.glob("[a-z]*.py")))

    def load(self, name: str) -> T:
        """Import the file called `name` and return what it declares. Raises UsageRefused where there is no such file."""
        if name not in self.names():
            from auditor.errors import UsageRefused
            from auditor.text.problems import usage
            from auditor.text.problems.suggestion import allowed

            said = getattr(usage, self._missing)(word=name)
            raise UsageRefused(said, allowed(name, self.names()))
        return cast("T", getattr(import_module(f"{self._package}.{name.replace('-', '_')}"), self._attribute))
