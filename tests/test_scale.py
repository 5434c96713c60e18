"""docs/scale.md tells of each way to survey what benchmarks/survey.py measured; how much time it took is no matter of tests."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def survey() -> Iterator[Any]:
    folder = str(ROOT / "benchmarks")
    sys.path.insert(0, folder)
    yield importlib.import_module("survey")
    sys.path.remove(folder)


def made_up(survey: Any, **changes: str) -> str:
    """Give the table of runs that nobody made; `changes` are digests of ways by what is killed."""
    ways = (*survey.WAYS, *survey.KILLED)
    found = {
        way: survey.Run(
            wall=60,
            cpu=100 + 25 * (way.workers - 1),
            memory=90,
            digest=changes.get(way.killed, "same"),
            kept=500 if way.killed == survey.ASKING else 0,
        )
        for way in ways
    }
    start = {way: survey.Run(wall=1, cpu=way.workers, memory=90, digest="few") for way in survey.WAYS}
    table: str = survey.table(1000, found, start)
    return table


def rows(text: str) -> list[str]:
    return [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]


def test_the_committed_page_has_a_row_for_each_way_and_all_wrote_the_same(survey: Any) -> None:
    page = survey.PAGE.read_text("utf-8")
    told = page[page.index(survey.BEGIN) : page.index(survey.END)]
    assert rows(told) == rows(made_up(survey))
    assert told.count("the same bytes") == len(survey.WAYS) + len(survey.KILLED)


def test_efficiency_is_that_of_one_process_over_that_of_the_way(survey: Any) -> None:
    table = made_up(survey)
    assert "| `--workers 1` | 100 | 100.0 | 1.0 | 60 | 90 |  |  | the same bytes |" in table
    assert "| `--workers 2` | 125 | 125.0 | 2.0 | 60 | 90 | 0.80 | 0.80 | the same bytes |" in table
    assert "| 125 after 500 were kept |  |" in table


def test_other_bytes_stand_out(survey: Any) -> None:
    table = made_up(survey, **{survey.WORKER: "other"})
    assert table.count("**other bytes**") == 1


def test_a_page_is_the_same_when_the_same_is_put_in_again(survey: Any) -> None:
    told = survey.block(1000, made_up(survey), "one machine")
    page = f"before\n{survey.BEGIN}\nold\n{survey.END}\nafter\n"
    assert survey.put_in(page, told) == f"before\n{told}\nafter\n"
    assert survey.put_in(survey.put_in(page, told), told) == survey.put_in(page, told)
