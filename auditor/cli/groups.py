"""Groups of options: declared once, taken by a command as one parameter, offered on the command line one by one."""

from __future__ import annotations

from typing import Any


class OptionGroup:
    """Options that commands take together: each attribute is one, `Annotated[type, Option(…)]`, with its default.

    No dataclass: making the methods of one costs a tenth of the start of a command.
    """

    def __init__(self, **given: Any) -> None:
        self.__dict__.update({name: given.get(name, getattr(self, name)) for name in names(type(self))})


def names(group: type[OptionGroup]) -> list[str]:
    """Give the names of the options of a group, in order."""
    return list(group.__annotations__)
