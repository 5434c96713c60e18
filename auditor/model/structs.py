"""What the types of a case say of themselves: their fields as annotated, and what an annotation is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import Struct, UnsetType
from msgspec.structs import astuple

#: Types of values that have no parts.
WHOLE: Final = frozenset({str, bool, UnsetType})
#: Fields that hold a date.
DATES: Final = ("since", "until", "as_of", "asked", "date", "ends")


@cache
def fields(kind: type) -> dict[str, Any]:
    """Give the fields of a struct by their name in Python, each with its resolved annotation.

    Annotations that are written as they are, as those of a case, need no resolving, which takes long.
    """
    written = {
        name: annotation
        for base in reversed(kind.__mro__)
        for name, annotation in vars(base).get("__annotations__", {}).items()
    }
    resolved = not any(isinstance(annotation, str) for annotation in written.values())
    return written if resolved else get_type_hints(kind, include_extras=True)


def parts(entity: Struct) -> list[tuple[str, Any]]:
    """Give the fields of a struct that hold a list, a mapping or a struct with anything in it, each with its value."""
    stated = zip(entity.__struct_fields__, astuple(entity), strict=True)
    return [(name, value) for name, value in stated if value and type(value) not in WHOLE]


@cache
def plural(kind: type) -> frozenset[str]:
    """Give the fields of a struct that may hold several words at once, in themselves or in the entries of a mapping."""
    return frozenset(name for name, annotation in fields(kind).items() if _holds_words(annotation))


@cache
def referring(kind: type) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Give the fields of a struct that refer to something: name, sections, whether a fragment may follow."""
    found = []
    for name, annotation in fields(kind).items():
        extra = reference(annotation)
        if extra is not None:
            found.append((name, tuple(extra["ref"]), bool(extra.get("fragment"))))
    return tuple(found)


def reference(annotation: Any) -> dict[str, Any] | None:
    """Return what an annotation says of the sections that it refers to, looking into lists, sourced values and unions.

    Of a union the first branch tells: a fact is a word first, and the other ways to state it hold the same words.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        extras: list[dict[str, Any]] = [meta.extra or {} for meta in annotation.__metadata__]
        told = next((extra for extra in extras if "ref" in extra), None)
        return reference(annotation.__origin__) if told is None else told
    if origin is None:
        return reference(fields(annotation).get("value")) if is_struct(annotation) else None
    return None if origin in (dict, Literal) else reference(annotation.__args__[0])


@cache
def dates_of(kind: Any) -> tuple[str, ...]:
    """Give the fields of a kind of entry that hold a date."""
    return tuple(name for name in DATES if name in kind.__struct_fields__)


@cache
def recurring(kind: type) -> frozenset[str]:
    """Give the fields of a kind of entry whose words recur, and are held against others: references and dates."""
    return frozenset(name for name, _, _ in referring(kind)).union(dates_of(kind))


def _holds_words(annotation: Any) -> bool:
    if hasattr(annotation, "__metadata__"):
        return _holds_words(annotation.__origin__)
    if get_origin(annotation) is dict:
        return _holds_words(get_args(annotation)[1])
    if get_origin(annotation) is list:
        return not is_struct(get_args(annotation)[0])
    return not is_struct(annotation) and any(map(_holds_words, get_args(annotation)))


def is_struct(annotation: Any) -> bool:
    """Tell whether an annotation is a struct, or a generic one with its arguments."""
    return hasattr(get_origin(annotation) or annotation, "__struct_fields__")


def branches(annotation: Any) -> Iterator[Any]:
    """Give what a value may be: the branches of a union, or the annotation itself."""
    parts = get_args(annotation)
    if (
        not parts
        or is_struct(annotation)
        or get_origin(annotation) in (list, dict, tuple)
        or hasattr(annotation, "__metadata__")
    ):
        yield annotation
        return
    for part in parts:
        yield from branches(part)
