"""Whether one condition implies another, by their structure alone: True only where it surely does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Condition = Mapping[str, Any]
Lists = Mapping[str, list[str]]


def implies(first: Condition, second: Condition, first_lists: Lists, second_lists: Lists) -> bool:
    """Tell whether whatever meets `first` surely meets `second`; named lists are those of each one's pack."""
    if first == second and not _lists_in(first):
        return True
    return all(
        _entry_follows(first, name=name, wanted=wanted, first_lists=first_lists, second_lists=second_lists)
        for name, wanted in second.items()
    )


def _entry_follows(first: Condition, name: str, wanted: Any, first_lists: Lists, second_lists: Lists) -> bool:
    if name == "any_of":
        own = first.get("any_of")
        if isinstance(own, list) and all(
            any(implies({**_without(first), **part}, other, first_lists, second_lists) for other in wanted)
            for part in own
        ):
            return True
        return any(implies(first, part, first_lists, second_lists) for part in wanted)
    if name not in first:
        return False
    if name == "not":
        return implies(wanted, first["not"], second_lists, first_lists)
    return _value_follows(first[name], wanted, first_lists, second_lists)


def _without(condition: Condition) -> dict[str, Any]:
    return {name: wanted for name, wanted in condition.items() if name != "any_of"}


def _value_follows(first: Any, second: Any, first_lists: Lists, second_lists: Lists) -> bool:
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return all(
            operator in first
            and _operator_follows(
                operator,
                first=first[operator],
                second=wanted,
                first_lists=first_lists,
                second_lists=second_lists,
            )
            for operator, wanted in second.items()
        )
    if isinstance(first, Mapping) or isinstance(second, Mapping):
        return False
    return _words(first, first_lists) <= _words(second, second_lists)


def _operator_follows(
    operator: str, first: Any, second: Any, first_lists: Lists, second_lists: Lists
) -> bool:
    if operator == "not":
        return _value_follows(second, first, second_lists, first_lists)
    if operator in ("at_least", "above"):
        return float(first) >= float(second)
    if operator in ("at_most", "below"):
        return float(first) <= float(second)
    if operator == "same_as":
        return bool(first == second)
    return _value_follows(first, second, first_lists, second_lists)


def _words(wanted: Any, lists: Lists) -> set[str]:
    """Give the words of a literal or a list; a list that no pack defines stays what it is called."""
    found: set[str] = set()
    for item in wanted if isinstance(wanted, list) else [wanted]:
        named = lists.get(item[1:]) if item.startswith("@") else None
        found.update([item] if named is None else named)
    return found


def _lists_in(condition: Any) -> bool:
    if isinstance(condition, Mapping):
        return any(_lists_in(part) for part in condition.values())
    if isinstance(condition, list):
        return any(_lists_in(part) for part in condition)
    return isinstance(condition, str) and condition.startswith("@")
