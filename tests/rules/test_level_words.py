"""An exposure level that is an interval names the facts it depends on, and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from tests.conftest import Tree


def tree(store: Tree, content: str = "unknown", **desk: Any) -> Tree:
    return {
        "auditor": "1",
        "case": {"id": "level", "as_of": "2024-01-01", "policies": ["sovereignty"]},
        "known": "documented",
        "people": {"customer": {}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "keeper": {"name": "Keeper", "country": "FR"},
            "cloud-ie": {"name": "Cloud", "country": "IE", "parent": "cloud-inc", "is": "cloud"},
            "cloud-inc": {"country": "US", "parent": "none", "is": "cloud"},
        },
        "activities": {"orders": {"people": "customer", "data": "contact", "controller": "shop"}},
        "hosts": {
            "desk": {
                "title": {"fr": "le bureau", "en": "the desk"},
                "operator": "shop",
                "keeps": "none",
                **desk,
            },
            "store": {"operator": "cloud-ie", "keeps": "contact", "at_rest": "encrypted", **store},
        },
        "flows": {
            "orders": {"for": "orders", "from": "desk", "to": "store", "transport": "tls", "content": content}
        },
    }


KEYS = ("de qui détient les clés", "on who holds the keys")
CLEAR = ("d'un éventuel traitement en clair", "on whether the data is processed in clear")
MACHINES = ("des machines sur lesquelles fonctionne le bureau", "on whose machines the desk runs")
HOLDER = ("de qui contrôle Keeper (qui détient la clé)", "on who controls Keeper (which holds the key)")


@pytest.mark.parametrize(
    ("store", "content", "desk", "said"),
    [
        ({"keys": "unknown"}, "unknown", {"runs_on": "none"}, [KEYS, CLEAR]),
        ({"keys": "keeper"}, "end-to-end", {"runs_on": "none"}, [HOLDER]),
        ({"keys": "shop"}, "end-to-end", {"runs_on": "unknown"}, [MACHINES]),
        ({"keys": "keeper"}, "end-to-end", {"runs_on": "unknown"}, [HOLDER, MACHINES]),
    ],
)
def test_what_the_level_depends_on(
    judge: Callable[..., Result], store: Tree, content: str, desk: Tree, said: list[tuple[str, str]]
) -> None:
    (finding,) = [f for f in judge(tree(store, content, **desk)).findings if f.rule == "CTL-001"]
    for words, told in (
        (finding.message.fr, [french for french, _ in said]),
        (finding.message.en, [english for _, english in said]),
    ):
        assert all(part in words for part in told), words
    others = {KEYS, CLEAR, MACHINES, HOLDER} - set(said)
    assert not any(
        french in finding.message.fr or english in finding.message.en for french, english in others
    )
