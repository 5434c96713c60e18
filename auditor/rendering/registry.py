"""A folder of files that each declare one thing under the same name: what is offered is what lies in the folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Generic, TypeVar, cast

from auditor.text.problems.template import Template

T = TypeVar("T")


class Registry(Generic[T]):
    """The files of a package, each of which assigns a `T` to `attribute`; a file is imported when it is asked for.

    `missing` is what is said of a name that no file has.
    """

    def __init__(self, package: str, file: str, attribute: str, missing: Template) -> None:
        self._package = package
        self._folder = Path(file).parent
        self._attribute = attribute
        self._missing = missing

    def names(self) -> tuple[str, ...]:
        """Return the names of the files in alphabetical order; none is imported."""
        return tuple(sorted(path.stem for path in self._folder.glob("[a-z]*.py")))

    def load(self, name: str) -> T:
        """Import the file called `name` and return what it declares. Raises UsageRefused where there is no such file."""
        if name not in self.names():
            from auditor.errors import UsageRefused
            from auditor.text.problems.hints import ONE_OF

            raise UsageRefused(self._missing(word=name), ONE_OF(words=", ".join(self.names())))
        return cast("T", getattr(import_module(f"{self._package}.{name}"), self._attribute))
