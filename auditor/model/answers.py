"""Facts put into a case: the answers a field can hold, and the case that states one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import UNSET, Meta, Struct
from msgspec.structs import replace

from auditor.model.brief import in_full, kind_of
from auditor.model.case.agreements import Agreement
from auditor.model.case.document import OF_ENDS, Case
from auditor.model.materials import WRITTEN, plain
from auditor.model.scalars import Share, Value
from auditor.model.structs import branches, fields
from auditor.model.vocabulary import NONE, UNSETTLED

#: How many words of one field are tried as answers.
MOST_WORDS: Final = 8


def words_of(case: Case, route: str) -> tuple[str, ...]:
    """Give the closed words that the field at `route` can hold, `unknown` and `not-produced` left out; none where it is open."""
    return closed_words(type_at(case, route))[:MOST_WORDS]


def closed_words(hint: Any) -> tuple[str, ...]:
    """Give the closed words of a type, `unknown` and `not-produced` left out."""
    return tuple(word for word in literals(hint) if word not in UNSETTLED)


def holds_parties(case: Case, route: str) -> bool:
    """Tell whether the field at `route` names organisations."""
    return any(
        isinstance(part, Meta) and "organisations" in (part.extra or {}).get("ref", ())
        for part in parts(type_at(case, route))
    )


def type_at(case: Case, route: str) -> Any:
    """Give the type of the field at `route`, with what its parts refer to; None where there is none."""
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    entries = getattr(case, section, {})
    if not isinstance(entries, dict):
        return None
    node: Any = kind_of(entries[name]) if name in entries else OF_ENDS.get(section)
    hint: Any = None
    for step in path.split("."):
        if get_origin(node) is dict:
            hint = get_args(node)[1]
        elif isinstance(node, type) and issubclass(node, Struct):
            hint = get_type_hints(node, include_extras=True).get(WRITTEN.get(step, step))
        else:
            return None
        node = next((part for part in parts(hint) if get_origin(part) is dict or _is_struct(part)), None)
    return hint


def _is_struct(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Struct) and part not in (Value, Share)


def parts(hint: Any) -> Iterator[Any]:
    """Give a type and all it is made of, the remarks on it among them."""
    yield hint
    if get_origin(hint) is not Literal:
        for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
            yield from parts(part)


def literals(hint: Any) -> dict[str, None]:
    """Give every closed word of a type, in order."""
    return {
        word: None
        for part in parts(hint)
        if get_origin(part) is Literal
        for word in get_args(part)
        if isinstance(word, str)
    }


def takes_value(hint: Any) -> bool:
    """Tell whether a field has its own word on how it is known."""
    return any(get_origin(branch) is Value for branch in branches(hint))


def takes_several(hint: Any) -> bool:
    """Tell whether a field holds several words at once, not only one word in each of several periods."""
    return any(_is_list(part) for branch in branches(hint) for part in (branch, *get_args(branch)))


def _is_list(part: Any) -> bool:
    found = get_args(part) if get_origin(part) is list else ()
    return any(get_origin(each) is not Value for each in found)


def with_answer(case: Case, route: str, answer: str) -> Case | None:
    """Give the case in which the fact at `route` is stated as `answer`; None where no field is there to state it."""
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    entries = getattr(case, section, None)
    if not isinstance(entries, dict) or not path:
        return None
    entry = entries.get(name)
    if entry is None and section == "agreements":
        owner, _, owned = name.partition(">")
        entry = Agreement(between=[owner, owned.partition("~")[0]], is_="processing", known="documented")
    changed = (
        None
        if entry is None
        else _stated(in_full(entry), kind_of(entry), steps=path.split("."), answer=answer)
    )
    return None if changed is None else replace(case, **{section: {**entries, name: changed}})


def _stated(node: Any, kind: Any, *, steps: list[str], answer: str) -> Any:
    """Give a part of an entry, of which the type is `kind`, with a field of it stated."""
    step, *rest = steps
    if isinstance(node, dict):
        hint = next((get_args(part)[1] for part in parts(kind) if get_origin(part) is dict), None)
        return None if rest or any(map(_is_struct, branches(hint))) else {**node, step: answer}
    field = WRITTEN.get(step, step)
    if not isinstance(node, Struct) or field not in node.__struct_fields__:
        return None
    held, hint = getattr(node, field), fields(type(node))[field]
    if not rest and isinstance(held, (dict, Struct)) and not isinstance(held, Value):
        return None
    if rest:
        inner = None if held is UNSET else _stated(plain(held), hint, steps=rest, answer=answer)
        return None if inner is None else replace(node, **{field: inner})
    return replace(node, **{field: _answered(held, hint, answer)})


def _answered(held: Any, hint: Any, answer: str) -> Any:
    """Give what a field holds once it is answered, in the form that its type takes; what it holds of a list already stays."""
    known = [item for item in plain(held) if not _is_open(item)] if isinstance(plain(held), list) else []
    value: Any = answer
    if takes_several(hint) and known:
        value = known if answer == NONE else [*known, answer]
    elif known and len(known) < len(held):
        return [replace(item, value=answer) if _is_open(item) else item for item in held]
    return Value(value=value, known="documented") if takes_value(hint) else value


def _is_open(item: Any) -> bool:
    """Tell whether an item of a list, or what holds in one period, is still to be said."""
    stated = plain(item)
    return isinstance(stated, str) and stated in UNSETTLED
