"""Flows of an import that people complete: what they write of one goes before what it says, and each fact keeps its own source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, get_origin

from msgspec import Struct, structs

from auditor.loading.files.document import Document
from auditor.model.case.flows import Flow
from auditor.model.scalars import Value
from auditor.model.structs import branches, fields
from auditor.model.vocabulary import KNOWN_ORDER, NONE, UNKNOWN

Tree = dict[str, Any]
FLOWS: Final = "flows"
#: What a flow cannot be without: one that lacks any of it completes another.
NEEDED: Final = frozenset(Flow.__struct_encode_fields__[: -len(Flow.__struct_defaults__)])
#: What says how all of an entry is known; its note is of whoever wrote it.
OF_THE_WHOLE: Final = ("known", "source")
#: What states no fact of the flow.
DESCRIBING: Final = ("title", "note")
ASSUMED: Final = "assumed"


def is_part(flow: Any) -> bool:
    """Tell whether a flow is written in part, to complete one of an import."""
    return isinstance(flow, Mapping) and not flow.keys() >= NEEDED


def flows_of(documents: Iterable[Document]) -> dict[str, frozenset[str]]:
    """Give the flows of files by their id, each with what it states of what none can be without."""
    found: dict[str, frozenset[str]] = {}
    for document in documents:
        part = document.value.get(FLOWS) if isinstance(document.value, dict) else None
        for name, flow in part.items() if isinstance(part, dict) else ():
            if isinstance(flow, dict):
                found[name] = found.get(name, frozenset()) | NEEDED.intersection(flow)
    return found


def whole(value: Tree, imported: Mapping[str, frozenset[str]]) -> Tree:
    """Give a file with each flow that it completes as the import makes it whole, so that only what neither states is missing."""
    part = value.get(FLOWS)
    if not imported or not isinstance(part, dict):
        return value
    filled = {
        name: {**dict.fromkeys(sorted(imported[name]), UNKNOWN), **flow}
        if name in imported and is_part(flow)
        else flow
        for name, flow in part.items()
    }
    return {**value, FLOWS: filled}


def completed(own: Tree, imported: Tree) -> tuple[Tree, list[str]]:
    """Give a flow of which people wrote a part, whole, and the fields that the import brings to it.

    How all of it is known is said by the import, unless people state a field that has no word of its own on that: then they say it, at
    most as surely as the import. Every other fact has the word and the source of whoever states it.
    """
    ours, theirs = whole_of(own), whole_of(imported)
    stated = [field for field in own if field not in OF_THE_WHOLE]
    brought = [field for field in imported if field not in own and field not in OF_THE_WHOLE]
    if any(field not in sourced(Flow) for field in stated if field not in DESCRIBING):
        of_all = {**ours, "known": max(ours["known"], theirs["known"], key=KNOWN_ORDER.index)}
    else:
        of_all = theirs
    made = {
        field: said_by(flow[field], said) if field in sourced(Flow) else flow[field]
        for flow, said, listed in ((own, ours, stated), (imported, theirs, brought))
        for field in listed
    }
    return {**made, **of_all}, brought


def whole_of(flow: Tree) -> Tree:
    """Give how a flow is known and its source, said aloud where nobody says it."""
    return {"known": flow.get("known", ASSUMED), "source": flow.get("source") or NONE}


@cache
def sourced(kind: type[Struct]) -> frozenset[str]:
    """Give the fields of an entry that have their own word on how they are known."""
    return frozenset(
        field.encode_name
        for field in structs.fields(kind)
        if any(get_origin(branch) is Value for branch in branches(fields(kind)[field.name]))
    )


def said_by(value: Any, whole: Tree) -> Any:
    """Give a value, or each of its periods, with the word and the source that hold for all of its entry."""
    if isinstance(value, dict):
        return {**whole, **value}
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [said_by(item, whole) for item in value]
    return {"value": value, **whole}


def differing(own: Tree, imported: Tree, said: Any) -> Iterator[tuple[str, str, str]]:
    """Give the fields that both state otherwise, each with what the import says and what people write; `said` puts a value in words."""
    for field, stated in imported.items():
        told = field in own and field not in (*OF_THE_WHOLE, *DESCRIBING)
        if told and said(own[field]) != said(stated):
            yield field, said(stated), said(own[field])
