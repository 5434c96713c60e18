"""What an import changes of a case: facts that come, go or change, entries perhaps renamed and how flows go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from auditor.loading.case.imported import said as in_one_line
from auditor.model.imports import FactChange, Renamed
from auditor.model.vocabulary import UNKNOWN

#: Sections whose facts an import may add, change or remove.
COMPARED: Final = (
    *("people", "data", "organisations", "activities", "hosts", "flows", "agreements", "notices"),
)
#: What of an entry tells where a fact comes from, and is no fact.
ASIDE_OF_FACTS: Final = frozenset({"source", "also", "quote", "known", "note"})
Tree = dict[str, Any]


def changes(before: Tree, after: Tree) -> Iterator[FactChange]:
    """Give the facts that are new, gone or changed, in the order in which they stand."""
    old, new = dict(facts(before)), dict(facts(after))
    for fact, (value, at) in new.items():
        was, was_at = old.get(fact, ("", ""))
        if was != value:
            yield FactChange(fact=fact, before=was, after=value, was_at=was_at, at=at)
    for fact, (value, at) in old.items():
        if fact not in new:
            yield FactChange(fact=fact, before=value, was_at=at)


def facts(tree: Tree) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give every fact with its value in words, and where its source says so."""
    for section, name, entry in _entries(tree):
        for field, value in entry.items():
            if field not in ASIDE_OF_FACTS:
                own = value.get("source", "") if isinstance(value, dict) else ""
                yield f"{section}.{name}.{field}", (in_one_line(value), own or str(entry.get("source", "")))


def _entries(tree: Tree) -> Iterator[tuple[str, str, Tree]]:
    for section in COMPARED:
        part = tree.get(section, {})
        entries = part.items() if isinstance(part, dict) else ((_ends(each), each) for each in part)
        for name, entry in entries:
            yield section, name, entry


def renamed(before: Tree, after: Tree) -> Iterator[Renamed]:
    """Give entries that left and those that came in their place and say the same: told, never acted on."""
    old, new = (
        {f"{section}.{name}": entry for section, name, entry in _entries(tree)} for tree in (before, after)
    )
    came: dict[str, list[str]] = {}
    for name in new.keys() - old.keys():
        came.setdefault(_sameness(name, new[name]), []).append(name)
    for name in old:
        alike = came.get(_sameness(name, old[name]), []) if name not in new else []
        if len(alike) == 1:
            title = new[alike[0]].get("title", "")
            yield Renamed(name, alike[0], title if isinstance(title, str) else "")


def under_new_names(before: Tree, after: Tree, renamed: Sequence[Renamed]) -> Tree:
    """Give what an import said before with the entries that were perhaps renamed under their new names, wherever they are named."""
    names = {each.before.partition(".")[2]: each.after.partition(".")[2] for each in renamed}
    made: Tree = _named(before, names)
    for each in renamed:
        section, _, name = each.after.partition(".")
        if isinstance(after.get(section), dict):
            made[section][name] = after[section][name]
    return made


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(key, key): _named(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_named(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value


def _sameness(name: str, entry: Tree) -> str:
    """Give what an entry says but for how it is called."""
    said = {field: value for field, value in entry.items() if field not in {*ASIDE_OF_FACTS, "title"}}
    return f"{name.partition('.')[0]} {in_one_line(list(map(str, sorted(said.items()))))}"


def ways(tree: Tree) -> dict[str, int]:
    """Give how many flows are protected in which way as they go."""
    counts: dict[str, int] = {}
    for flow in tree.get("flows", {}).values():
        network, transport = (in_one_line(flow.get(field, UNKNOWN)) for field in ("network", "transport"))
        way = network if network == "same-machine" else transport.partition("-")[0]
        counts[way] = counts.get(way, 0) + 1
    return counts


def _ends(entry: Tree) -> str:
    return f"{'>'.join(entry['between'])}~{entry['is']}"
