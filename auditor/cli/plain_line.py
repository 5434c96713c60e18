"""Reading a plain line of arguments without the library that reads them all, whose loading takes longer than most checks.

A line is plain where every option in it is known and complete, every value is one that its option takes, and no variable of the
environment stands for an option. Of any other line nothing is said here: the library reads it, helps, or says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Final

from auditor.cli.parameters import REQUIRED, Parameter

#: Options of which one at most may be given.
EXCLUSIVE: Final = (("baseline", "since"), ("baseline_from", "since"))
#: The words of a line by the parameter that takes them.
Written = dict[str, list[str]]


class NotPlain(Exception):
    """A line, or a default, that only the library reads."""


def written(
    takes: Sequence[Parameter], arguments: Iterable[str], environment: Mapping[str, str]
) -> Written | None:
    """Give the words of a plain line by the parameter that takes them, a flag without any; none for another line."""
    try:
        found = _parted(takes, arguments)
        for parameter in takes:
            _checked(parameter, found.get(parameter.name), environment)
    except NotPlain:
        return None
    return None if any(one in found and other in found for one, other in EXCLUSIVE) else found


def values(takes: Iterable[Parameter], words: Written, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Give the value of each parameter: as written, else as `defaults` set it, else its own.

    Raises NotPlain where one of `defaults` is none that its parameter takes.
    """
    return {parameter.name: _valued(parameter, words, defaults) for parameter in takes}


def _parted(takes: Sequence[Parameter], arguments: Iterable[str]) -> Written:
    options = {name: parameter for parameter in takes for name in parameter.declared.names}
    found: Written = {}
    loose: list[str] = []
    rest = iter(arguments)
    for word in rest:
        if not word.startswith("-"):
            loose.append(word)
            continue
        name, equals, value = word.partition("=")
        option = options.get(name)
        if option is None or (option.name in found and not option.several) or (equals and len(name) == 2):
            raise NotPlain
        if option.kind is bool:
            if equals:
                raise NotPlain
            found[option.name] = []
        else:
            text = value if equals else next(rest, "")
            if not equals and text.startswith("-"):
                raise NotPlain
            found.setdefault(option.name, []).append(text)
    return found | _placed([parameter for parameter in takes if not parameter.is_option], loose)


def _placed(arguments: Sequence[Parameter], words: Sequence[str]) -> Written:
    """Give words to arguments by their places; the last argument takes the rest where it takes several."""
    found: Written = {}
    for place, argument in enumerate(arguments):
        last = place == len(arguments) - 1
        if argument.several and not last:
            raise NotPlain
        taken = list(words[place:] if argument.several else words[place : place + 1])
        if taken:
            found[argument.name] = taken
        if last and not argument.several and len(words) > len(arguments):
            raise NotPlain
    if words and not arguments:
        raise NotPlain
    return found


def _checked(parameter: Parameter, words: Sequence[str] | None, environment: Mapping[str, str]) -> None:
    if words is None:
        if parameter.default is REQUIRED or environment.get(parameter.declared.envvar):
            raise NotPlain
        return
    for word in words:
        if not word:
            raise NotPlain
        _converted(parameter, word)


def _valued(parameter: Parameter, words: Written, defaults: Mapping[str, Any]) -> Any:
    given = words.get(parameter.name)
    if given is None and parameter.name in defaults:
        found = defaults[parameter.name]
        given = found if isinstance(found, list) else [found]
        if parameter.kind is bool or not (parameter.several or len(given) == 1):
            raise NotPlain
    if given is None:
        return list(parameter.default) if parameter.several else parameter.default
    if parameter.kind is bool:
        return True
    made = [_converted(parameter, word) for word in given]
    return made if parameter.several else made[0]


def _converted(parameter: Parameter, word: Any) -> Any:
    """Give the value that a word stands for."""
    kind, declared = parameter.kind, parameter.declared
    if not isinstance(word, str) or (declared.choices and word not in declared.choices):
        raise NotPlain
    if issubclass(kind, Enum):
        if word not in {each.value for each in kind}:
            raise NotPlain
        return kind(word)
    if kind is int:
        return _number(word, declared.least, declared.most)
    return Path(word) if kind is Path else word


def _number(word: str, least: int | None, most: int | None) -> int:
    if not (word.isascii() and word.isdigit()) or len(word) > 9:
        raise NotPlain
    number = int(word)
    if (least is not None and number < least) or (most is not None and number > most):
        raise NotPlain
    return number
