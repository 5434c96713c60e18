"""What `auditor check` prints of questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from auditor.rendering.format import Presentation
from auditor.rendering.formats.text import text


def asking(shops: int) -> dict[str, Any]:
    """A case in which as many shops are to be asked how they send their orders."""
    names = [f"shop-{n}" for n in range(shops)]
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "c", "as_of": "2024-01-01"},
        "people": {"buyer": {}},
        "organisations": {
            "lab": {"country": "FR"},
            **{name: {"name": name.replace("shop-", "Shop Number "), "country": "FR"} for name in names},
        },
        "activities": {
            f"orders-of-{name}": {"people": "buyer", "data": "contact", "controller": name} for name in names
        },
        "flows": {f"sent-{name}": {"for": f"orders-of-{name}", "from": name, "to": "lab"} for name in names},
    }


@pytest.mark.parametrize(("lang", "more"), [("en", "and 4 more"), ("fr", "et 4 autres")])
def test_of_very_many_to_ask_the_first_few_are_named_and_the_others_counted(
    judge: Callable[..., Result], lang: str, more: str
) -> None:
    said = " ".join(text(judge(asking(9)), Presentation(lang=lang)).decode().split())
    assert [f"Shop Number {n}" for n in range(5)] in [
        re.findall(r"Shop Number \d", before.rpartition("?")[2].rpartition(".")[2])
        for before in said.split(more)
    ]


def test_a_few_to_ask_are_all_named(judge: Callable[..., Result]) -> None:
    said = " ".join(text(judge(asking(8)), Presentation(lang="en")).decode().split())
    assert f"to {', '.join(f'Shop Number {n}' for n in range(8))} · 8 times" in said
