"""Two states of a case held against each other: what is new, changed, no longer shown or fixed, and what of it fails."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from auditor.api import diff
from auditor.api.diff import difference
from auditor.api.request import Request
from auditor.judging.premise_text import Teller
from auditor.judging.told_facts import teller_of
from auditor.model.comparison import Difference
from auditor.model.materials import Materials
from tests.hostile.shapes import controllers
from tests.own_rules import Tree, result, rule

CLEAR = rule(
    1, forbid={"transport": "none"}, group="receiver", severity={"high": {"step": "search"}, "low": "else"}
)
READABLE = rule(2, forbid={"content": "none"}, severity="low")
#: Asks, of what is sent for sure, how it travels and whether it is sealed.
ASKING = (
    rule(1, when={"step": "booking"}, forbid={"transport": "none"}),
    rule(2, when={"step": "booking"}, forbid={"content": "none"}),
)


def sent(*, transport: Any = "none", content: Any = "encrypted", step: Any = "booking", **more: Any) -> Tree:
    flow = {"for": "booking", "from": "page", "to": "edge", "data": "contact", "step": step}
    flow |= {
        name: value for name, value in (("transport", transport), ("content", content)) if value is not None
    }
    return {
        "case": {"id": "small", "as_of": "2024-01-01", "policies": ["claims"], **more.pop("case", {})},
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}, "relay": {"country": "DE"}},
        "activities": {"booking": {"people": "patient", "data": "contact", "controller": "clinic"}},
        "hosts": {"page": {"operator": "clinic"}, "edge": {"operator": "relay"}},
        "flows": {"book": flow, **more},
    }


def held_against(
    folder: Path, before: Tree, after: Tree, rules: tuple[Tree, ...] = (CLEAR, READABLE), **request: Any
) -> Difference:
    """Give the difference between two folders that hold a case, held against one pack of one's own."""
    own = folder / "own.yaml"
    own.write_text(
        json.dumps({"auditor": "1", "policy": "own", "title": "Own", "rules": rules}),
        encoding="utf-8",
    )
    for name, tree in (("before", before), ("after", after)):
        (folder / name).mkdir()
        (folder / name / "case.yaml").write_text(json.dumps({"auditor": "1", **tree}), encoding="utf-8")
    asked = Request(policies=(own,), no_exceptions=True, **request)
    return difference(str(folder / "before"), str(folder / "after"), asked)


def told(found: Difference) -> list[tuple[str, str, bool]]:
    """Give, for each finding that differs, its rule, what became of it and whether it fails."""
    sides = [(line, line.after or line.before) for line in found.findings]
    return [(side.rule[-3:], line.status, line.fails) for line, side in sides if side is not None]


SECOND = {
    "for": "booking",
    "from": "page",
    "to": "edge",
    "data": "contact",
    "transport": "none",
    "content": "encrypted",
}
GRAVE = {"step": "search"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (sent(), sent(), []),
        (sent(transport="tls"), sent(), [("001", "new", True)]),
        (sent(), sent(transport="tls"), [("001", "fixed", False)]),
        (sent(), sent(transport="unknown"), [("001", "unshown", False)]),
        (sent(), sent(transport=None), [("001", "unshown", False)]),
        (sent(transport="unknown"), sent(), [("001", "changed", True)]),
        (sent(transport="unknown"), sent(transport="tls"), []),
        (sent(transport="tls"), sent(transport="unknown"), []),
        (sent(), sent(**GRAVE), [("001", "changed", True)]),
        (sent(**GRAVE), sent(), [("001", "changed", False)]),
        (sent(), sent(again=SECOND), [("001", "changed", True)]),
        (sent(again=SECOND), sent(), [("001", "changed", False)]),
        (sent(), sent(transport={"value": "none", "known": "observed"}), [("001", "changed", False)]),
        (sent(transport={"value": "none", "known": "observed"}), sent(), [("001", "changed", True)]),
        (sent(), sent(transport="tls", content="none"), [("002", "new", True), ("001", "fixed", False)]),
        (
            sent(content="none", transport="tls"),
            sent(content="unknown", **GRAVE),
            [("001", "new", True), ("002", "unshown", False)],
        ),
    ],
)
def test_what_became_of_a_finding_and_whether_it_fails(
    tmp_path: Path, before: Tree, after: Tree, expected: list[tuple[str, str, bool]]
) -> None:
    found = held_against(tmp_path, before, after, fail_on="low")
    assert told(found) == expected
    failing = sum(fails for _, _, fails in expected)
    assert (found.gate.failing, found.gate.passed, found.gate.rules_compared) == (failing, not failing, True)


def test_what_stays_is_counted_and_not_told(tmp_path: Path) -> None:
    found = held_against(tmp_path, sent(content="none"), sent(content="none", **GRAVE))
    assert (told(found), found.unchanged) == ([("001", "changed", True)], 1)


def test_a_finding_is_not_fixed_where_its_fact_is_asked_of_somebody_unknown(tmp_path: Path) -> None:
    after = sent(transport="unknown")
    after["hosts"]["edge"]["operator"] = "unknown"
    assert told(held_against(tmp_path, sent(), after)) == [("001", "unshown", False)]


@pytest.mark.parametrize(
    ("fail_on", "fails"), [("low", True), ("high", True), ("critical", False), ("never", False)]
)
def test_what_is_below_the_bar_fails_nothing(tmp_path: Path, fail_on: str, fails: bool) -> None:
    found = held_against(tmp_path, sent(transport="tls"), sent(**GRAVE), fail_on=fail_on)
    assert told(found) == [("001", "new", fails)]
    assert (found.gate.passed, found.gate.failing) == (not fails, int(fails))


@pytest.mark.parametrize(("fail_on", "passes"), [("low", False), ("critical", False), ("never", True)])
def test_rules_that_may_find_less_fail_at_any_bar(tmp_path: Path, fail_on: str, passes: bool) -> None:
    found = held_against(tmp_path, sent(), sent(case={"as_of": "2023-01-01"}), fail_on=fail_on)
    assert (found.gate.failing, found.gate.loosened, found.gate.passed) == (0, 1, passes)


def test_questions_are_told_where_they_open_and_where_they_are_settled(tmp_path: Path) -> None:
    before, after = sent(content="unknown", transport="tls"), sent(transport="unknown")
    found = held_against(tmp_path, before, after, rules=ASKING)
    assert told(found) == []
    assert [point.fact for point in found.questions_opened] == ["flows.book.transport"]
    assert [point.fact for point in found.questions_settled] == ["flows.book.content"]


def results(folder: Path, before: Any, after: Any) -> Difference:
    for name, made in (("before.json", before), ("after.json", after)):
        (folder / name).write_bytes(msgspec.json.encode(made))
    return difference(str(folder / "before.json"), str(folder / "after.json"), Request(fail_on="low"))


def with_inputs(tree: Tree, **files: str) -> Any:
    """A result as it is written to a file, with the paths and hashes of what it was made from."""
    made: Any = msgspec.to_builtins(result(tree, CLEAR))
    made["inputs"] = [
        {"path": path.replace("_", "/", 1) + ".yaml", "sha256": digest} for path, digest in files.items()
    ]
    return made


@pytest.mark.parametrize(
    ("before", "after", "parts", "files"),
    [
        ({"case": "a"}, {"case": "a"}, [], []),
        ({"case": "a"}, {"case": "b"}, ["facts"], [("case.yaml", "changed")]),
        ({"case": "a"}, {"case": "a", "more": "b"}, ["facts"], [("more.yaml", "added")]),
        ({"case": "a", "more": "b"}, {"case": "a"}, ["facts"], [("more.yaml", "removed")]),
        ({"policies_own": "a"}, {"policies_own": "b"}, ["policies"], [("policies/own.yaml", "changed")]),
        ({"knowledge_own": "a"}, {"knowledge_own": "b"}, ["knowledge"], [("knowledge/own.yaml", "changed")]),
        ({"exceptions": "a"}, {"exceptions": "b"}, ["exceptions"], [("exceptions.yaml", "changed")]),
        (
            {"flows_exceptions": "a"},
            {"flows_exceptions": "b"},
            ["exceptions"],
            [("flows/exceptions.yaml", "changed")],
        ),
        (
            {"b": "1", "a": "1"},
            {"c": "1", "a": "2"},
            ["facts"],
            [("a.yaml", "changed"), ("b.yaml", "removed"), ("c.yaml", "added")],
        ),
        (
            {"policies_own": "a", "case": "a"},
            {"policies_own": "b", "case": "b"},
            ["facts", "policies"],
            [("case.yaml", "changed"), ("policies/own.yaml", "changed")],
        ),
    ],
)
def test_two_results_tell_which_files_differ_and_which_parts_those_are(
    tmp_path: Path, before: Any, after: Any, parts: list[str], files: list[tuple[str, str]]
) -> None:
    found = results(tmp_path, with_inputs(sent(), **before), with_inputs(sent(), **after))
    assert found.parts == parts
    assert [(line.path, line.state) for line in found.files] == files
    assert (found.gate.rules_compared, found.loosened, found.gate.loosened) == (False, [], 0)


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({"as_of": "2025-01-01"}, ["date"]),
        ({"today": "2025-01-01"}, ["date"]),
        ({"tool": {"version": "9.9.9"}}, ["program"]),
        ({"tool": {"policies": ["other"]}}, ["policies"]),
        (
            {"as_of": "2025-01-01", "tool": {"version": "9.9.9", "policies": ["other"]}},
            ["date", "program", "policies"],
        ),
    ],
)
def test_two_results_tell_that_date_program_or_packs_differ(
    tmp_path: Path, changes: Tree, parts: list[str]
) -> None:
    before, after = with_inputs(sent(), case="a"), with_inputs(sent(), case="a")
    after |= {**changes, "tool": {**after["tool"], **changes.get("tool", {})}}
    assert results(tmp_path, before, after).parts == parts


def test_packs_that_differ_in_name_and_in_files_are_one_part(tmp_path: Path) -> None:
    before, after = with_inputs(sent(), policies_own="a"), with_inputs(sent(), policies_own="b")
    after["tool"]["policies"] = ["other"]
    assert results(tmp_path, before, after).parts == ["policies"]


def test_the_cause_between_two_results_is_untold(tmp_path: Path) -> None:
    found = results(tmp_path, with_inputs(sent(transport="tls"), case="a"), with_inputs(sent(), case="b"))
    assert told(found) == [("001", "new", True)]
    assert [(line.cause.parts, line.cause.how) for line in found.findings] == [(["facts"], "untold")]


def test_the_names_of_a_state_are_looked_up_once_for_all_that_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = re.sub(r"(controller): (\[.*?\]), processors: none", r"\1: firm, processors: \2", controllers(6))
    for name, case in (("before", text), ("after", text.replace("country: FR", "country: US", 1))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text(case, encoding="utf-8")
    told = []

    def counted(materials: Materials) -> Teller:
        told.append(materials)
        return teller_of(materials)

    monkeypatch.setattr(diff, "teller_of", counted)
    found = difference(str(tmp_path / "before"), str(tmp_path / "after"), Request(paths=()))
    assert sum(bool(each.cause.facts) for each in found.findings) > 1
    assert len(told) == 2
