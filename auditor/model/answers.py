"""Facts put into a case: the answers a field can hold, and the case that states one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import UNSET, Meta, Struct
from msgspec.structs import replace

from auditor.model.case.agreements import Agreement
from auditor.model.case.document import Case
from auditor.model.materials import WRITTEN, plain
from auditor.model.scalars import Value
from auditor.model.vocabulary import NONE, UNSETTLED

#: How many words of one field are tried as answers.
MOST_WORDS: Final = 8


def words_of(case: Case, route: str) -> tuple[str, ...]:
    """Give the closed words that the field at `route` can hold, `unknown` and `not-produced` left out; none where it is open."""
    return tuple(word for word in _literals(_hint(case, route)) if word not in UNSETTLED)[:MOST_WORDS]


def holds_parties(case: Case, route: str) -> bool:
    """Tell whether the field at `route` names organisations."""
    return any(
        isinstance(part, Meta) and "organisations" in (part.extra or {}).get("ref", ())
        for part in _parts(_hint(case, route))
    )


def _hint(case: Case, route: str) -> Any:
    """Give the type of the field at `route`, with what its parts refer to; None where there is none."""
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    entries = getattr(case, section, {})
    node: Any = type(entries[name]) if name in entries else Agreement if section == "agreements" else None
    hint: Any = None
    for step in path.split("."):
        if not (isinstance(node, type) and issubclass(node, Struct)):
            return None
        hint = get_type_hints(node, include_extras=True).get(WRITTEN.get(step, step))
        node = next((part for part in _parts(hint) if isinstance(part, type) and part is not Value), None)
    return hint


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    if get_origin(hint) is not Literal:
        for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
            yield from _parts(part)


def _literals(hint: Any) -> dict[str, None]:
    return {
        word: None
        for part in _parts(hint)
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
