"""Groups of options: declared once, taken by a command as one parameter, offered on the command line one by one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, get_type_hints


class OptionGroup:
    """Options that commands take together: each attribute is one, `Annotated[type, typer.Option(…)]`, with its default.

    No dataclass: making the methods of one costs a tenth of the start of a command.
    """

    def __init__(self, **given: Any) -> None:
        self.__dict__.update({name: given.get(name, getattr(self, name)) for name in names(type(self))})


def names(group: type[OptionGroup]) -> list[str]:
    """Give the names of the options of a group, in order."""
    return list(group.__annotations__)


def spread(run: Callable[..., None]) -> Callable[..., None]:
    """Give `run` with each group among its parameters spread out into its options, gathered again when it is called.

    The options stand where the group stood, so that the help shows them in that order.
    """
    hints = get_type_hints(run, include_extras=True)
    groups: dict[str, type[OptionGroup]] = {name: hint for name, hint in hints.items() if _is_group(hint)}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(run).parameters.items():
        if name in groups:
            parameters.extend(_options(groups[name]))
        else:
            parameters.append(_keyword(name, hints[name], parameter.default))

    def gathered(**given: Any) -> None:
        made = {
            name: group(**{option: given.pop(option) for option in names(group)})
            for name, group in groups.items()
        }
        run(**given, **made)

    gathered.__doc__ = run.__doc__
    gathered.__annotations__ = {each.name: each.annotation for each in parameters}
    gathered.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return gathered


def _is_group(hint: Any) -> bool:
    return inspect.isclass(hint) and issubclass(hint, OptionGroup)


def _options(group: type[OptionGroup]) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [_keyword(name, hints[name], getattr(group, name)) for name in names(group)]


def _keyword(name: str, hint: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)
