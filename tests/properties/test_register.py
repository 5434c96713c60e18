"""A register of a hundred activities that says who is responsible and who processes, and nothing else, asks few questions."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.api.ask import asking
from auditor.api.gate import judge
from auditor.api.publish import questions
from auditor.api.request import Request
from auditor.model.asking import Asking

COUNT, SUPPLIERS = 100, 12


def register() -> dict[str, Any]:
    suppliers = {f"supplier-{n:02}": {"name": f"Supplier {n}", "country": "FR"} for n in range(SUPPLIERS)}
    return {
        "auditor": "1",
        "known": "declared",
        "case": {"id": "register", "as_of": "2026-01-15", "about": "town"},
        "people": {"residents": {}, "staff": {}},
        "organisations": {"town": {"name": "Town", "country": "FR"}, **suppliers},
        "activities": {
            f"activity-{n:03}": {
                "title": f"Activity {n}",
                "people": "staff" if n % 3 else "residents",
                "controller": "town",
                "processors": f"supplier-{n % SUPPLIERS:02}" if n % 4 else "none",
            }
            for n in range(COUNT)
        },
    }


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    folder = tmp_path_factory.mktemp("register")
    (folder / "case.yaml").write_bytes(msgspec.json.encode(register()))
    return asking(judge(Request(paths=(folder,))))


def test_few_questions_are_live_and_none_of_those_asked_is_dormant(asked: Asking) -> None:
    assert 0 < len(asked.questions) <= 15
    assert all(fact.live for answered in asked.questions for fact in answered.question.facts)
    assert asked.dormant > 0
    assert asked.judged.dormant > 0


def test_they_come_as_a_data_protection_officer_asks(asked: Asking) -> None:
    fields = [answered.question.field for answered in asked.questions]
    assert fields[:3] == ["activities.data", "agreements.signed", "activities.notice"]
    assert fields.index("activities.retention") < fields.index("agreements.exit_clause")


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("fr", "Q1 [élevée] × 75 Quelles données concerne", "dont rien n'est dit"),
        ("en", "Q1 [high] × 75 Which data does", "nothing is said of"),
    ],
)
def test_it_opens_with_at_most_fifteen_lines(asked: Asking, lang: str, first: str, last: str) -> None:
    lines = questions(asked, "text", lang).decode().splitlines()
    opening = lines[: lines.index("")]
    assert len(opening) <= 15
    assert opening[0].startswith("# ")
    assert opening[1].startswith(first)
    assert last in opening[-1]


def test_json_holds_the_same_questions_and_reads_as_its_type(asked: Asking) -> None:
    data = questions(asked, "json", "en")
    assert msgspec.json.decode(data, type=Asking) == asked
    assert msgspec.json.decode(data)["schema"] == "auditor.ask/1"
