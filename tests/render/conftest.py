from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result import Result


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
        "hosts": {f"h{n}": {"title": f"Host {n}", "operator": f"o{n // 2}", "keeps": "contact"} for n in range(hosts)},
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
