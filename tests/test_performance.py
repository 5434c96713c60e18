"""docs/performance.md has a row for everything that is measured; how much time it takes is no matter of tests."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.graph.majorities import Shares, controllers, nearest
from tests.conftest import ROOT, materials

BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture(scope="module")
def benchmark() -> Iterator[Any]:
    """Give a benchmark by its name; these import each other as scripts of one folder do."""
    sys.path.insert(0, str(BENCHMARKS))
    yield importlib.import_module
    sys.path.remove(str(BENCHMARKS))


def made_up(benchmark: Any, **changes: Any) -> str:
    """Give the page of measures that nobody took."""
    performance, measure, shapes = (benchmark(name) for name in ("performance", "measure", "shapes"))
    used = measure.Used(cpu=2.0, memory=100_000_000)
    compare = benchmark("compare")
    parts = {
        "estates": [
            benchmark("estate").Estate(flows=size, weight=size * 250, floor=measure.Used(0.1, 1), check=used)
            for size in performance.SIZES
        ],
        "shapes": {
            name: shapes.Grown(growing, measure.Used(0.7, 1), used, 0.2)
            for name, growing in shapes.GROWING.items()
        },
        "started": dict.fromkeys((*compare.STARTED, compare.PYTM_CASE), used),
        "peers": dict.fromkeys((compare.CHECK, compare.NETWORKX, compare.PYTM_ESTATE), used),
        "captures": dict.fromkeys(benchmark("captures").WAYS, used),
        "control": registered(benchmark, used, used),
    }
    page: str = performance.page(
        performance.Measured(machine="One machine.", rounds=9, floor="libyaml in C", **{**parts, **changes})
    )
    return page


def registered(benchmark: Any, own: Any, peer: Any, answer: str = "7 1") -> Any:
    """Give what two programs took on one register, and what they printed."""
    control = benchmark("control")
    answers = {control.OWN: "7 1"} if peer is None else {control.OWN: "7 1", control.PEER: answer}
    return control.Compared(100, 200, {control.OWN: own, control.PEER: peer}, answers)


def rows(page: str) -> list[str]:
    """Give the first cell of each row, in order."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return [line.split("|")[1].strip() for line in lines]


def test_the_committed_page_has_a_row_for_each_benchmark(benchmark: Any) -> None:
    committed = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert rows(committed) == rows(made_up(benchmark))
    assert {line for line in committed.splitlines() if line.startswith("#")} == {
        line for line in made_up(benchmark).splitlines() if line.startswith("#")
    }


def test_a_page_of_the_same_measures_is_the_same(benchmark: Any) -> None:
    assert made_up(benchmark) == made_up(benchmark)


def test_every_size_shape_and_program_has_its_row(benchmark: Any) -> None:
    named = rows(made_up(benchmark))
    compare, shapes = benchmark("compare"), benchmark("shapes")
    assert {f"{size:,}" for size in benchmark("performance").SIZES} <= set(named)
    assert set(shapes.GROWING) <= set(named)
    assert {*compare.STARTED, compare.PYTM_CASE, compare.PYTM_ESTATE, compare.NETWORKX} <= set(named)


def test_ratios_are_of_what_was_measured(benchmark: Any) -> None:
    page = made_up(benchmark)
    assert "| 10,000 | 2.50 | 0.100 | 2.00 | 20 | 100 | 40 | 1.0 for 10.0 |" in page
    assert "| one key 10,000 times | 0.70 | 2.00 | 3.6 | 100 |" in page


def test_what_grows_faster_than_twice_linear_stands_out(benchmark: Any) -> None:
    shapes, used = benchmark("shapes"), benchmark("measure").Used
    grown = shapes.Grown(shapes.GROWING["hub"], used(1.2, 1), used(10.2, 1), 0.2)
    assert "| **10.0** |" in made_up(benchmark, shapes={"hub": grown})


def test_a_check_that_was_killed_and_a_program_that_is_not_there_are_said(benchmark: Any) -> None:
    shapes, used, compare = benchmark("shapes"), benchmark("measure").Used, benchmark("compare")
    killed = shapes.Grown(shapes.GROWING["hub"], used(1.2, 1), used(2.0, 1, -9), 0.2)
    page = made_up(
        benchmark,
        shapes={"hub": killed},
        peers={compare.CHECK: used(1.0, 1), compare.PYTM_ESTATE: None},
    )
    assert "| killed by signal 9 |" in page
    assert f"| {compare.PYTM_ESTATE} | could not be installed here: not measured |  |  |" in page


def test_who_controls_whom_is_compared_by_answer_and_by_time(benchmark: Any) -> None:
    control, used = benchmark("control"), benchmark("measure").Used
    own, peer = used(3.0, 150_000_000), used(2.0, 400_000_000)
    page = made_up(benchmark, control=registered(benchmark, own, peer))
    assert f"| {control.OWN} | 3.00 | 1.5 | 3 | 150 |" in page
    assert f"| {control.PEER} | 2.00 | 1.0 |  | 400 |" in page
    assert "7 pairs, the same from both." in page
    assert "**another answer from each**" in made_up(
        benchmark, control=registered(benchmark, own, peer, "8 1")
    )
    alone = made_up(benchmark, control=registered(benchmark, own, None))
    assert f"| {control.PEER} | could not be installed here: not measured |" in alone
    assert "compared with nothing" in alone


def test_a_register_holds_nobody_by_more_than_the_whole_and_has_every_kind_of_control(benchmark: Any) -> None:
    control = benchmark("control")
    organisations = 4_000
    rows = [*control.register(organisations)]
    assert rows == [*control.register(organisations)]
    owner, owned, share = ([row[at] for row in rows] for at in range(3))
    given = Shares(organisations=organisations, whole=control.WHOLE, owner=owner, owned=owned, share=share)
    above = nearest(given, lambda steps: None)
    assert above is not None
    lines = [controllers(above, name) for name in range(organisations)]
    sole = {row[1] for row in rows if row[2] > control.WHOLE // 2}
    assert any(line and name not in sole for name, line in enumerate(lines))
    assert any(name in lines[other] for name in range(organisations) for other in lines[name])
    assert any(held and not lines[held] for held in owned)


def test_an_estate_is_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from estate import written; written(300, Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / seed)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(BENCHMARKS)},
        )
    first, second = ((tmp_path / seed / "estate-300.yaml").read_bytes() for seed in ("1", "2"))
    assert first == second
    assert first.count(b"  flow-") == 300


def test_every_shape_is_four_times_as_large_the_second_time(benchmark: Any) -> None:
    for name, growing in benchmark("shapes").GROWING.items():
        head = len(benchmark("shapes").made.HEAD)
        ratio = (len(growing.large()) - head) / (len(growing.small()) - head)
        assert 3.4 < ratio < 5.2, name


MEASURED = """
import sys
sys.path.insert(0, sys.argv[1])
from measure import used
small = used([sys.executable, "-c", "pass"])
large = used([sys.executable, "-c", "import os; held = b'x' * 150_000_000; os.kill(os.getpid(), 9)"])
print(small.code, large.code, large.memory > small.memory + 60_000_000)
"""


def test_memory_and_the_way_a_process_ended_are_those_of_the_process() -> None:
    """In a process of its own, as one that is begun by a large one counts the memory of that one."""
    command = [sys.executable, "-c", MEASURED, str(BENCHMARKS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "-9", "True"]


def test_the_states_that_are_compared_differ_in_what_they_say(benchmark: Any, tmp_path: Path) -> None:
    plain, supposing, changed = (materials([folder]) for folder in benchmark("states").states(60, tmp_path))
    assert len(supposing.scenarios) == 5
    assert {name for name, flow in plain.case.flows.items() if flow != changed.case.flows[name]} == {"flow-1"}
