"""The page shows captures before anything it judges: who got what, when, in which state, what is unknown and what cannot be seen."""

from __future__ import annotations

import re

import pytest

from auditor.rendering.captures.timeline import Lane, timeline
from auditor.rendering.html.view.captures import FIRST
from auditor.rendering.words import speaker
from tests.captures.imports import KNOWN, NOBODY, Desk
from tests.captures.making import entry


def section(desk: Desk, lang: str = "en") -> str:
    done = desk.run("report", "case", "--out", "pages")
    assert done.returncode in (0, 1), done.stderr
    page = (desk.folder / "pages" / f"report.{lang}.html").read_text(encoding="utf-8")
    found = re.search(r'<section id="captures">.*?</section>', page, re.DOTALL)
    assert (found is None) or page.index('id="captures"') < page.index('id="findings"')
    return found[0] if found else ""


def test_a_case_without_captures_has_no_section(desk: Desk) -> None:
    assert section(desk) == ""


def test_who_got_what_stands_first_with_where_to_see_it(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN), entry(NOBODY)).name, "--state", "before-choice")
    desk.imported(desk.capture(entry(KNOWN), name="after.har").name, "--state", "refused")
    shown = section(desk)
    assert "google-analytics.com" in shown
    assert 'title="capture-visit#/log/entries/1/request/url"' in shown
    assert "Not seen is not gone" in shown
    assert re.search(r"tracker\.example</th><td>1 request</td><td>not seen</td>", shown)
    assert "what servers pass on among themselves" in shown
    assert "sha256" not in shown or "SHA-256" in shown
    assert "<svg" in shown
    french = section(desk, "fr")
    assert "Qui a reçu quoi" in french
    assert "après un refus" in french


def test_each_recipient_leads_to_its_findings(desk: Desk) -> None:
    desk.imported(desk.capture(entry("http://a.tracker.example/"), entry(KNOWN)).name, "--state", "accepted")
    [got] = [each for each in desk.result()["captures"]["received"] if each["domain"] == "tracker.example"]
    found = {each["fingerprint"]: each["rule"] for each in desk.result()["findings"]}
    assert [found[each] for each in got["findings"]] == ["TRN-001"]
    assert f'<a href="#F-{got["findings"][0]}">' in section(desk)


def test_the_first_table_is_short_and_the_rest_follows_it(desk: Desk) -> None:
    entries = [entry(f"https://t.unlisted-{number}.com/") for number in range(60)]
    desk.imported(desk.capture(*entries).name)
    first = section(desk).partition("</table>")[0]
    assert first.count('role="rowheader"') == FIRST
    whole = section(desk)
    assert all(f"unlisted-{number}.com" in whole for number in range(60))


def test_names_of_strangers_are_text(desk: Desk) -> None:
    odd = entry(NOBODY, _initiator={"type": "<img src=x>", "url": "https://www.clinic.example/"})
    desk.imported(desk.capture(odd, creator={"name": "<script>alert(1)</script>", "version": "1"}).name)
    shown = section(desk)
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_drawing_escapes_names_and_parts_the_states(lang: str) -> None:
    lanes = [Lane("<b>&", {"before-choice": 0, "refused": 900}), Lane("other", {"refused": 1800})]
    drawn = timeline(lanes, ["before-choice", "refused"], speaker(lang))
    assert "&lt;b&gt;&amp;" in drawn
    assert drawn.count("<circle") == 3
    assert drawn.count("stroke-dasharray") == 1
    assert ("1,8" if lang == "fr" else "1.8") in drawn


@pytest.mark.parametrize(("lang", "cookies"), [("en", "1 sent, 0 set"), ("fr", "1 envoyé, 0 déposé")])
def test_what_was_seen_is_not_said_to_be_inferred_as_well(lang: str, cookies: str, desk: Desk) -> None:
    called = entry(
        f"{NOBODY}?dl=https%3A%2F%2Fwww.clinic.example%2Fa",
        request__headers=[{"name": "Referer", "value": "https://www.clinic.example/a"}],
        request__cookies=[{"name": "uid", "value": "x"}],
    )
    desk.imported(desk.capture(called).name)
    row = section(desk, lang).partition("</table>")[0]
    assert row.count("adresse de la page" if lang == "fr" else "page address") == 1
    assert not re.search(r"déduit\s*:|inferred:", row)
    assert cookies in row
