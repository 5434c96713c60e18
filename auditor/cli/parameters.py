"""What a command takes: options and arguments, declared in the annotations of its `run` and of its groups of options."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, get_args, get_origin, get_type_hints

from auditor.cli.groups import OptionGroup

#: The default of what must be given.
REQUIRED: Final = object()


class Option:
    """An option: its names, the variable of the environment that may stand for it, what stands for its value in the help.

    `choices` are the only words it takes, where they are no enumeration; a number lies from `least` to `most`.
    """

    def __init__(
        self,
        *names: str,
        envvar: str = "",
        metavar: str = "",
        show_default: bool = True,
        choices: tuple[str, ...] = (),
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        self.names = names
        self.envvar = envvar
        self.metavar = metavar
        self.show_default = show_default
        self.choices = choices
        self.least = least
        self.most = most


class Argument(Option):
    """An argument: an option without a name, told by its place."""

    def __init__(
        self, *, metavar: str = "", show_default: bool = True, choices: tuple[str, ...] = ()
    ) -> None:
        super().__init__(metavar=metavar, show_default=show_default, choices=choices)


class Parameter:
    """One option or argument of a command: `kind` is the type of its value, of each of them where it takes `several`.

    `group` is the parameter of `run` that gathers it, and `gathered` the class of that group; none where it is one itself.
    """

    def __init__(
        self, name: str, hint: Any, default: Any, group: str = "", gathered: type[OptionGroup] | None = None
    ) -> None:
        written, self.declared = get_args(hint)
        self.name = name
        self.group = group
        self.gathered = gathered
        self.default = default
        self.several = get_origin(written) is list
        inner = [kind for kind in get_args(written) if kind is not type(None)]
        self.kind: type[Any] = inner[0] if inner else written
        self.annotation = written

    @property
    def is_option(self) -> bool:
        """Whether it is an option, told by its name rather than by its place."""
        return not isinstance(self.declared, Argument)


def parameters(run: Callable[..., None]) -> list[Parameter]:
    """Give what a command takes, the options of a group where the group stands."""
    defaults = run.__kwdefaults__ or {}
    found: list[Parameter] = []
    for name, hint in get_type_hints(run, include_extras=True).items():
        if isinstance(hint, type) and issubclass(hint, OptionGroup):
            hints = get_type_hints(hint, include_extras=True)
            found += [
                Parameter(option, hints[option], getattr(hint, option), group=name, gathered=hint)
                for option in hints
            ]
        elif name != "return":
            found.append(Parameter(name, hint, defaults.get(name, REQUIRED)))
    return found


def called_with(run: Callable[..., None], takes: Iterable[Parameter], values: dict[str, Any]) -> None:
    """Run a command with a value for each of its parameters, those of a group gathered."""
    given: dict[str, Any] = {}
    groups: dict[str, type[OptionGroup]] = {}
    options: dict[str, dict[str, Any]] = {}
    for parameter in takes:
        if parameter.gathered is None:
            given[parameter.name] = values[parameter.name]
        else:
            groups[parameter.group] = parameter.gathered
            options.setdefault(parameter.group, {})[parameter.name] = values[parameter.name]
    run(**given, **{name: made(**options[name]) for name, made in groups.items()})
