"""The cases about dates, each in one run of the command on all its dates, say what they state for each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cases.test_expected import expectations
from tests.conftest import ROOT
from tests.running import run_here

#: For each case, how many of its rows differ from one date to another.
CASES = {"transfer-three-dates": 4, "hds-two-dates": 5}


def one_run(capfd: pytest.CaptureFixture[str], case: str) -> dict[str, Any]:
    """Judge a case on every date for which it states something, as the command does."""
    days = [expected.as_of for expected in expectations(ROOT / "flows" / case)]
    dates = [part for day in days for part in ("--as-of", day)]
    shown = run_here(capfd, "check", f"flows/{case}", *dates, "--format", "json")
    assert shown.returncode == 1, shown.stderr
    found: dict[str, Any] = json.loads(shown.stdout)
    assert [date["as_of"] for date in found["dates"]] == days
    return found


@pytest.mark.parametrize("case", CASES)
def test_each_date_of_one_run_says_what_the_case_states(capfd: pytest.CaptureFixture[str], case: str) -> None:
    found = one_run(capfd, case)
    for number, expected in enumerate(expectations(ROOT / "flows" / case)):
        standing = [(row["rule"], row["cells"][number]["standing"]) for row in found["rows"]]
        for outcome, wanted in (
            ("established", expected.expect),
            ("hypothetical", expected.hypothetical),
            ("cannot-be-shown", expected.unknown),
        ):
            shown = {rule for rule, how in standing if how == outcome}
            assert set(wanted) <= shown, expected.as_of
            assert outcome == "cannot-be-shown" or shown == set(wanted), expected.as_of
        assert {rule for rule, how in standing if how != "nothing"}.isdisjoint(expected.silent)


@pytest.mark.parametrize(("case", "changing"), CASES.items())
def test_what_changes_between_the_dates_is_marked(
    capfd: pytest.CaptureFixture[str], case: str, changing: int
) -> None:
    rows = one_run(capfd, case)["rows"]
    changes = [row["changes"] for row in rows]
    assert changes == [len({(c["standing"], c["severity"]) for c in row["cells"]}) > 1 for row in rows]
    assert sum(changes) == changing
