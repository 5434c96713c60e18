"""Succession: an organisation that has ended on the date of the case, and the one that stands for it from then on.

The facts keep their addresses and are cited as written; whose they are is read through the successor.
"""

from __future__ import annotations

from typing import Any, Final

from msgspec.structs import replace

from auditor.model.case.document import Case
from auditor.model.columns import stating
from auditor.model.dates import holds
from auditor.model.scalars import Value

#: The fields that name an organisation as acting, receiving, holding or answering, section by section. What somebody owned
#: before it ended stays as it was written: only its holdings in others pass to the successor.
NAMING: Final[dict[str, tuple[str, ...]]] = {
    "organisations": ("parent", "branch_of"),
    "ownership": ("owner",),
    "activities": ("controller", "processors", "recipients"),
    "hosts": ("operator", "keys"),
    "flows": ("from_", "to", "through", "keys", "arranged_by"),
    "agreements": ("between",),
    "notices": ("by", "recipients"),
    "claims": ("by",),
}


def successors(case: Case, as_of: str) -> dict[str, str]:
    """Give who stands for each organisation that has ended on `as_of` and has a successor, followed to the last one."""
    ended = {
        name: entry.succeeded_by
        for name, entry in case.organisations.items()
        if entry.ends and entry.succeeded_by in case.organisations and not holds("", entry.ends, as_of)
    }
    last: dict[str, str] = {}
    for name in ended:
        line: dict[str, None] = {}
        current = name
        while current in ended and current not in last and current not in line:
            line[current] = None
            current = ended[current]
        before = list(line)
        # of those that stand for each other, round and round, the last for each is the one before it
        if current in line:
            begins = before.index(current)
            in_circle, before = before[begins:], before[:begins]
            last.update(zip(in_circle, [in_circle[-1], *in_circle], strict=False))
        last.update(dict.fromkeys(before, last.get(current, current)))
    return {name: last[name] for name in ended if last[name] != name}


def succeeded(case: Case, as_of: str) -> tuple[Case, dict[str, str]]:
    """Give the case with successors in the place of those that have ended on `as_of`, and who stands for whom in it.

    It is the case itself where nobody named has ended.
    """
    heirs = successors(case, as_of)
    used: dict[str, str] = {}
    if not heirs:
        return case, used
    sections = {}
    for section, fields in NAMING.items():
        entries = getattr(case, section)
        if not entries:
            continue
        words, beyond, _ = case.columns[section]
        naming = stating(entries, {field: words[field] & heirs.keys() for field in fields}).union(beyond)
        sections[section] = {
            name: _entry(name, entry=entry, fields=fields, heirs=heirs, used=used)
            if name in naming
            else entry
            for name, entry in entries.items()
        }
    return replace(case, **sections), used


def _entry(
    name: str, entry: Any, fields: tuple[str, ...], heirs: dict[str, str], used: dict[str, str]
) -> Any:
    changes = {}
    for field in fields:
        value = getattr(entry, field)
        taken = _passed(value, heirs, used, apart=field == "between")
        if taken != value and taken not in (name, getattr(entry, "of", None)):
            changes[field] = taken
    return replace(entry, **changes) if changes else entry


def _passed(value: Any, heirs: dict[str, str], used: dict[str, str], *, apart: bool) -> Any:
    if isinstance(value, str):
        if value in heirs:
            used[value] = heirs[value]
        return heirs.get(value, value)
    if isinstance(value, list):
        items = [_passed(item, heirs, used, apart=apart) for item in value]
        return items if apart else list(dict.fromkeys(items))
    return (
        replace(value, value=_passed(value.value, heirs, used, apart=apart))
        if isinstance(value, Value)
        else value
    )
