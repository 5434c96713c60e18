"""What one text says adds up: what is open at the top, at the end and below each question; readable is not read, a capture no witness."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.running import run_here

TELLS = {
    "en": (r"Open: (\d+) points? wait", r"Open points: (\d+) \(of (\d+), nothing is said\)"),
    "fr": (r"En suspens : (\d+) points? attend", r"En suspens : (\d+) \(de (\d+), rien n'est dit\)"),
}


def _checked(capfd: pytest.CaptureFixture[str], lang: str, case: str) -> str:
    done = run_here(capfd, "check", f"flows/{case}", "--lang", lang, cwd=ROOT)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("case", ["clinic-captures", "doctolib-2019", "hospital-eu-only"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_open_points_at_the_top_and_at_the_end_are_one_number(
    capfd: pytest.CaptureFixture[str], lang: str, case: str
) -> None:
    text = _checked(capfd, lang, case)
    first, last = TELLS[lang]
    top = re.search(first, text)
    (total, dormant) = re.search(last, text).groups()  # type: ignore[union-attr]
    assert int(total) == int(dormant) + (int(top[1]) if top else 0)


@pytest.mark.parametrize(
    ("lang", "unit", "points"),
    [("en", "applications of rules wait for it", "open points wait for it"),
     ("fr", "applications de règles l'attendent", "points l'attendent")],
)  # fmt: skip
def test_what_waits_for_a_question_is_counted_in_the_unit_of_the_last_lines(
    capfd: pytest.CaptureFixture[str], lang: str, unit: str, points: str
) -> None:
    text = _checked(capfd, lang, "clinic-captures")
    assert unit in text
    assert points not in text


@pytest.mark.parametrize(
    ("lang", "may", "did"),
    [
        ("en", "(data readable in clear)", "read in clear"),
        ("fr", "(données lisibles en clair)", "lues en clair"),
    ],
)
def test_what_a_request_lets_a_host_read_is_not_said_to_be_read(
    capfd: pytest.CaptureFixture[str], lang: str, may: str, did: str
) -> None:
    text = _checked(capfd, lang, "clinic-captures")
    assert may in text
    assert did not in text


@pytest.mark.parametrize(("lang", "witness"), [("en", "witness"), ("fr", "témoin")])
def test_what_a_capture_shows_is_never_said_to_be_seen_by_a_witness(
    capfd: pytest.CaptureFixture[str], lang: str, witness: str
) -> None:
    assert witness not in _checked(capfd, lang, "clinic-captures").lower()
    done = run_here(capfd, "explain", "F-26a430612182b30f", "flows/clinic-captures", "--lang", lang, cwd=ROOT)
    assert done.returncode == 0
    assert witness not in done.stdout.lower()


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ("the capture “before-choice” of traffic", "the capture “refused” of traffic")),
        ("fr", ("la capture « before-choice » du trafic", "la capture « refused » du trafic")),
    ],
)
def test_of_several_captures_it_is_said_which_shows_it(
    capfd: pytest.CaptureFixture[str], lang: str, names: tuple[str, ...]
) -> None:
    text = _checked(capfd, lang, "clinic-captures")
    assert all(name in text for name in names)
    assert not re.search(r"a capture of traffic|une capture du trafic", text)


@pytest.mark.parametrize(
    "template", sorted((ROOT / "auditor" / "rendering" / "html").glob("*.j2")), ids=lambda path: path.name
)
def test_no_template_writes_a_colon_that_french_sets_apart(template: Path) -> None:
    assert not re.search(r"\}\}: [{<]", template.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_scenario_asks_each_question_once(capfd: pytest.CaptureFixture[str], lang: str) -> None:
    done = run_here(capfd, "what-if", "flows/clinic-captures", "notice-completed", "--lang", lang, cwd=ROOT)
    asked = [line for line in done.stdout.splitlines() if line.startswith("  - ")]
    assert asked
    assert len(asked) == len(set(asked))
