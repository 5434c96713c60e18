"""Pages of no, one, ten, a hundred and ten thousand findings: each says how many there are and stays small."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from auditor.api.report import page
from auditor.model.report import Report
from auditor.model.result.document import Result
from tests.rendering.conftest import large_tree
from tests.rendering.sizes import sized

SMALL = 150_000


def shown(count: int, lang: str = "en") -> str:
    return page(Report(sized(count)), lang).decode()


def title(text: str) -> str:
    (found,) = re.findall(r"<h1>(.*?)</h1>", text)
    return unescape(found)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("count", [0, 1, 10, 15, 24, 25, 100, 150, 200, 300, 999, 10_000])
def test_the_page_stays_small(count: int, lang: str) -> None:
    assert len(shown(count, lang).encode()) <= SMALL


@pytest.mark.parametrize("count", [1, 10, 24, 25, 100, 200])
def test_up_to_two_hundred_every_finding_and_every_live_open_point_has_its_anchor(count: int) -> None:
    result = sized(count)
    text = page(Report(result), "en").decode()
    told = [f for f in result.findings if f.outcome == "established" or f.live]
    assert len(told) >= count
    for finding in told:
        assert text.count(f'id="F-{finding.fingerprint}"') == 1, finding.fingerprint


@pytest.mark.parametrize("count", [0, 1, 10, 100, 200, 1000, 10_000])
def test_links_inside_lead_somewhere_whatever_the_size(count: int) -> None:
    text = shown(count)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_the_headline_of_many_counts_them() -> None:
    grave = sum(f.severity in ("critical", "high") for f in sized(100).findings if f.outcome == "established")
    assert title(shown(100)).endswith(f"And 99 more, {grave - 1} of them high or critical.")
    assert "more" not in title(shown(24))
    assert not re.search(r"\d", title(shown(10)))


def test_the_gravest_of_a_hundred_are_told_in_full_and_all_in_the_contents() -> None:
    text = shown(100)
    cards = re.findall(
        r'<article class="finding" id="([A-Z]+)" data-severity="(\w+)">(.*?)</article>', text, re.DOTALL
    )
    full = [severity for _, severity, body in cards if 'class="side"' in body]
    assert 1 <= len(full) <= 25
    assert set(full) <= {"critical", "high"}
    assert [severity for _, severity, _ in cards][: len(full)] == full
    (contents,) = re.findall(r'<ol class="contents">(.*?)</ol>', text, re.DOTALL)
    assert re.findall(r'href="#([A-Z]+)"', contents) == [letter for letter, _, _ in cards]
    assert text.count('class="prem"') == len(full)
    assert 'id="filter"' in text
    assert 'id="filter"' not in shown(10)


def test_ten_thousand_are_counted_by_rule_and_the_rest_is_said_to_be_in_the_json() -> None:
    text = shown(10_000)
    for letter, body in re.findall(
        r'<article class="finding" id="([A-Z]+)"[^>]*>(.*?)</article>', text, re.DOTALL
    ):
        (count,) = re.findall(r"\((\d+) of one kind\)", body)
        told = len(set(re.findall(r'id="F-([0-9a-f]{16})"', body)))
        (left,) = re.findall(r"(\d+) more are not shown on this page", body)
        assert told == 3, letter
        assert int(count) == told + int(left)
        assert "auditor check doctolib-2019 --format json" in body
        by_severity = re.sub(r"<[^>]+>", "", body[body.index("By severity:") : body.index("Of whom")])
        assert sum(map(int, re.findall(r"\d+", by_severity))) == int(count)
    assert "<svg" not in text


def test_many_of_one_kind_are_the_headline() -> None:
    result = sized(2000)
    kind = result.findings[0].rule
    from msgspec.structs import replace

    alike = [replace(f, rule=kind) if f.outcome == "established" else f for f in result.findings]
    text = page(Report(replace(result, findings=alike)), "en").decode()
    assert title(text).startswith("2000 of 2000 findings are of one kind:")


def test_time_grows_with_the_findings_and_no_faster() -> None:
    results = [Report(sized(count)) for count in (4000, 16_000)]
    page(results[0], "en")
    spent = []
    for result in results:
        start = time.process_time()
        page(result, "en")
        spent.append(time.process_time() - start)
    assert spent[1] < 4 * 2.5 * max(spent[0], 0.05)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_case_of_many_flows_stays_small_too(judge: Callable[..., Result], lang: str) -> None:
    tree: dict[str, Any] = large_tree(60, 150)
    text = page(Report(judge(tree)), lang).decode()
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert len(text.encode()) <= SMALL
