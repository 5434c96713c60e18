"""Facts put into a case: the answers a field can hold, and the case that states one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import UNSET, Meta, Struct
from msgspec.structs import replace

from auditor.model.case.agreements import Agreement
from auditor.model.case.document import Case
from auditor.model.case.ownership import Ownership
from auditor.model.materials import WRITTEN, plain
from auditor.model.scalars import Share, Value
from auditor.model.vocabulary import NONE, UNSETTLED

#: How many words of one field are tried as answers.
MOST_WORDS: Final = 8
#: What an entry that is named by its two ends is, where the case does not list it yet.
OF_ENDS: Final[dict[str, type[Struct]]] = {"agreements": Agreement, "ownership": Ownership}


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
    node: Any = type(entries[name]) if name in entries else OF_ENDS.get(section)
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
    changed = None if entry is None else _stated(entry, path.split("."), answer)
    return None if changed is None else replace(case, **{section: {**entries, name: changed}})


def _stated(node: Any, steps: list[str], answer: str) -> Any:
    step, *rest = steps
    if isinstance(node, dict):
        return None if rest else {**node, step: answer}
    field = WRITTEN.get(step, step)
    if not isinstance(node, Struct) or field not in node.__struct_fields__:
        return None
    held = getattr(node, field)
    if not rest and isinstance(held, (dict, Struct)) and not isinstance(held, Value):
        return None
    if rest:
        inner = None if held is UNSET else _stated(plain(held), rest, answer)
        return None if inner is None else replace(node, **{field: inner})
    value: Any = Value(value=answer, known="documented")
    known = (
        [item for item in plain(held) if not isinstance(item, str) or item not in UNSETTLED]
        if isinstance(plain(held), list)
        else []
    )
    if known and answer != NONE:
        value = Value(value=[*known, answer], known="documented")
    elif known:
        value = Value(value=known, known="documented")
    return replace(node, **{field: value})
