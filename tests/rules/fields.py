"""What a rule may ask of the fields of a kind of subject: words of a closed list, numbers, days, categories, terms, or any word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from auditor.model.law import Knowledge
from auditor.rules.subjects import SUBJECTS
from tests.graph.test_roles import derived
from tests.own_rules import rule
from tests.rules.test_slips import wrong

#: The fields of a kind of subject: of which kind each is, or which words it can hold.
Fields = Mapping[str, str | tuple[str, ...]]
#: What each kind of field takes, and what it refuses.
TAKEN: Final[dict[str, tuple[Any, Any]]] = {
    "number": ({"at_least": "2"}, "zzz"),
    "date": ({"from": "2020-01-01"}, {"at_least": "2"}),
    "category": ("health", "zzz"),
    "term": ("ads", "zzz"),
    "any": ("zzz", {"at_least": "2"}),
}
YES_NO: Final = ("true", "false")


def hold_to_their_words(
    knowledge: Knowledge, kind: str, fields: Fields, case: dict[str, Any], ids: list[str]
) -> None:
    """Assert that fields take the words that they can hold and no other, and that the subjects of a case are `ids` and say no other."""
    taken = declared(kind, fields)
    assert [name for name, holds in taken.items() if not holds] == []
    found = read(case, knowledge, kind)
    assert sorted(found) == ids
    assert strays(found, fields) == []
    assert {name for values in found.values() for name in values} == {*fields}


def words(listed: str) -> tuple[str, ...]:
    """Give words as they stand in one line."""
    return tuple(listed.split())


def takes(subject: str, name: str, wanted: Any) -> bool:
    """Tell whether a rule on a kind of subject may ask this of a field."""
    return wrong(rule(for_=subject, forbid={name: wanted})) == []


def declared(subject: str, fields: Fields) -> dict[str, bool]:
    """Tell of each field whether it takes what it should, and nothing else."""
    found = {}
    for name, expected in fields.items():
        if isinstance(expected, str):
            good, bad = TAKEN[expected]
            found[name] = takes(subject, name, good) and not takes(subject, name, bad)
        else:
            refused = (*(f"{word}x" for word in expected if f"{word}x" not in expected), "zzz")
            found[name] = all(takes(subject, name, word) for word in expected) and not any(
                takes(subject, name, word) for word in refused
            )
    return found


def read(tree: dict[str, Any], knowledge: Knowledge, subject: str) -> dict[str, dict[str, Any]]:
    """Give every field of every subject of a kind in a case, by its id."""
    made, kind = derived(tree, knowledge), SUBJECTS[subject]
    return {
        kind.id(each): {name: declared_.read(made, each) for name, declared_ in kind.fields.items()}
        for each in kind.each(made)
    }


def strays(found: Mapping[str, Mapping[str, Any]], fields: Fields) -> list[str]:
    """Give the fields of which some subject says a word, save none, that is not of the closed list."""
    return sorted(
        {
            name
            for values in found.values()
            for name, expected in fields.items()
            if not isinstance(expected, str) and {*_words(values[name])} - {*expected, "", "none"}
        }
    )


def _words(value: Any) -> tuple[str, ...]:
    return getattr(value, "options", ()) or (*getattr(value, "sure", ()), *getattr(value, "maybe", ()))
