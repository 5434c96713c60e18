"""Cases made less or better known: fields of which it is written that nobody knows them left out, and open facts answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import replace

from auditor.model.case.agreements import Agreement
from auditor.model.case.document import Case
from auditor.model.case.flows import Flow
from auditor.model.case.organisations import Organisation
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.scalars import Value
from auditor.model.vocabulary import UNKNOWN

#: Fields of which leaving them out says something: no limit in time, the id as the name, a request that arrived.
SAYING: Final = frozenset({"since", "until", "name", "regime", "attempted"})
#: Qualifiers, which are asked only where a claim or a rule needs them.
QUALIFIERS: Final = frozenset({"isolation", "pseudonymised", "hashed", "aggregated", "re_identifiable"})
#: The same of the fields of one kind of entry: a flow serves its activity's purpose, and who is listed has signed.
SAYING_OF: Final = {
    Flow: frozenset({"purpose"}),
    Agreement: frozenset({"signed", "complete"}),
    Organisation: frozenset({"run_from"}),
}


def is_unknown(value: object) -> bool:
    """Tell whether the whole value is `unknown`, and nothing else is said of it, such as what each source says."""
    if isinstance(value, Value):
        return bool(value.value == UNKNOWN) and not value.versions
    return value == UNKNOWN


def unsaid(node: Any) -> Any:
    """Give a case, or a part of it, without the fields whose whole value is `unknown`; those that must be written stay."""
    if isinstance(node, dict):
        return {name: unsaid(item) for name, item in node.items()}
    if not isinstance(node, Struct) or isinstance(node, Value):
        return node
    free = _free(node)
    changed = {
        name: UNSET if name in free and is_unknown(value) else unsaid(value)
        for name, value in ((name, getattr(node, name)) for name in node.__struct_fields__)
    }
    return replace(node, **changed)


def _free(node: Struct) -> frozenset[str]:
    """Give the fields of an entry that say nothing by being left out."""
    optional = {field.name for field in msgspec.structs.fields(node) if field.default is UNSET}
    return frozenset(optional) - SAYING - QUALIFIERS - SAYING_OF.get(type(node), frozenset())


def without_unknowns(made: Materials) -> Materials:
    """Give the same materials, their case and what scenarios make of it without what is written as unknown."""
    scenarios: Mapping[str, Case] = {name: unsaid(case) for name, case in made.scenarios.items()}
    return replace(made, case=unsaid(made.case), scenarios=dict(scenarios))


def counted(made: Case) -> int:
    """Count the fields that are left out by `unsaid`."""
    return sum(1 for _ in _unknowns(made))


def _unknowns(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for item in node.values():
            yield from _unknowns(item)
    elif isinstance(node, Struct) and not isinstance(node, Value):
        for field in msgspec.structs.fields(node):
            value = getattr(node, field.name)
            if field.name in _free(node) and is_unknown(value):
                yield field.name
            yield from _unknowns(value)


def said(result: Result) -> Any:
    """Give all that a result says, save where things are written."""
    return _without_places(msgspec.to_builtins(result))


def _without_places(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _without_places(item) for name, item in node.items() if name not in ("place", "inputs")}
    return [_without_places(item) for item in node] if isinstance(node, list) else node
