from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from tests.conftest import ROOT, tree_of

#: Names that would run, load or lead somewhere if anything let them.
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(2)>',
    "{{ 7*7 }}",
    "</style><script>alert(3)</script>",
    "javascript:alert(4)",
    "</text><script>alert(5)</script>",
    "</title></svg><iframe src=https://example.org/x>",
    "JaVaScRiPt:alert(6)",
    "data:text/html,<script>alert(7)</script>",
    "' onmouseover='alert(8)",
    "<b style=color:red>",
)


def hostile_tree() -> dict[str, Any]:
    """The reference case, with a hostile text wherever somebody writes one."""
    tree: dict[str, Any] = tree_of(ROOT / "flows" / "doctolib-2019")
    tree["case"]["title"] = HOSTILE[0]
    tree["organisations"]["practices"]["title"] = HOSTILE[1]
    tree["hosts"]["platform"]["title"] = HOSTILE[2]
    tree["claims"]["nothing-accessible"]["quote"] = HOSTILE[3]
    tree["sources"]["reflets-2019"]["url"] = HOSTILE[4]
    tree["hosts"]["aws"]["title"] = HOSTILE[5]
    tree["people"]["patient"]["title"] = HOSTILE[6]
    tree["sources"]["second"] = {"kind": "press", "title": HOSTILE[7], "url": HOSTILE[7]}
    tree["sources"]["third"] = {"kind": "press", "title": HOSTILE[8], "url": HOSTILE[8]}
    tree["activities"]["booking"]["title"] = HOSTILE[9]
    tree["activities"]["booking"]["purpose"] = HOSTILE[10]
    next(iter(tree["scenarios"].values()))["title"] = HOSTILE[10]
    tree["replies"] = [{"by": "doctolib", "text": HOSTILE[0], "to": ["CLM-001"]}]
    return tree


@pytest.fixture(scope="session")
def hostile(judge: Callable[..., Result]) -> Result:
    return judge(hostile_tree())


def large_tree(hosts: int, flows: int) -> dict[str, Any]:
    """A case with many hosts of many organisations, each flow in clear."""
    countries = ("FR", "DE", "US", "GB", "LU", "IE")
    return {
        "auditor": "1",
        "case": {"id": "large", "title": "Large", "as_of": "2024-01-01", "about": "o0"},
        "people": {"user": {"title": "Users"}},
        "organisations": {
            f"o{n}": {"title": f"Organisation {n}", "country": countries[n % 6], "parent": "none"}
            for n in range(hosts // 2 + 1)
        },
        "activities": {"use": {"title": "Use", "people": "user", "data": ["contact"], "controller": "o0"}},
        "hosts": {
            f"h{n}": {"title": f"Host {n}", "operator": f"o{n // 2}", "keeps": "contact"}
            for n in range(hosts)
        },
        "flows": {
            f"f{n}": {
                "for": "use",
                "from": "user" if n % 7 == 0 else f"h{n % hosts}",
                "to": f"h{(n * 13 + 5) % hosts}" if (n * 13 + 5) % hosts != n % hosts else "o0",
                "transport": "none",
                "content": "none",
                "network": "public",
            }
            for n in range(flows)
        },
    }


@pytest.fixture(scope="session")
def large(judge: Callable[..., Result]) -> Result:
    return judge(large_tree(60, 150))
