"""Whatever is read, there is a verdict or a refusal with its reason: never a crash, and never a verdict on what cannot be judged.

`EXAMPLES` sets how many executions all targets have together (`make fuzz`); `COUNTS` names the file that what came of them is
written to.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import TARGETS, Bench, held
from tests.running import run_here

EXAMPLES = int(os.environ.get("EXAMPLES", "10000"))
COUNTS = os.environ.get("COUNTS", "")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:Generating overly large repr")]


def record(file: Path, name: str, came: Counter[str]) -> None:
    """Add what came of a target to the file of counts."""
    counts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    counts[name] = dict(sorted(came.items()))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({n: counts[n] for n in TARGETS if n in counts}, indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("name", TARGETS)
def test_there_is_a_verdict_or_a_refusal_with_its_reason(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = TARGETS[name]
    bench = Bench(tmp_path, partial(run_here, capfd))
    came: Counter[str] = Counter()

    @settings(
        max_examples=max(1, EXAMPLES * target.share // 1000),
        deadline=None,
        derandomize="EXAMPLES" not in os.environ,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.made)
    def tried(value: Any) -> None:
        came[held(target, value, bench)] += 1

    tried()
    assert came.total() >= EXAMPLES * target.share // 1000
    assert target.always or came.keys() - {"refused"}, "where all are refused, nothing else is tried"
    if COUNTS:
        record(Path(COUNTS), name, came)


def test_the_shares_are_of_a_thousand() -> None:
    assert sum(target.share for target in TARGETS.values()) == 1000
