"""Rules judge imported facts: what is observed apart from what is inferred, one finding for each page and rule, few questions."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from auditor.api.read import knowledge_with
from tests.captures.imports import CASE, KNOWN, NOBODY, NOTICE, SITE, Desk, of
from tests.captures.making import entry

COOKIE = [{"name": "uid", "value": "abcdef123456"}]
FACEBOOK = "https://www.facebook.com/tr"


def standing(result: Any) -> dict[str, str]:
    return {each["domain"]: each["standing"] for each in result["captures"]["received"]}


def test_five_classes_of_declared_against_observed(desk: Desk) -> None:
    blocked = entry(
        "https://www.pubmatic.com/", response__status=0, response__bodySize=-1, response__content={"size": 0},
        response__headersSize=-1,
    )  # fmt: skip
    desk.write("notice.yaml", NOTICE % "google-ie, criteo")
    desk.imported(
        desk.capture(entry(KNOWN), entry(FACEBOOK), entry(NOBODY), blocked).name, "--state", "accepted"
    )
    result = desk.result()
    assert standing(result) == {
        "google-analytics.com": "declared-observed",
        "facebook.com": "undeclared",
        "tracker.example": "unattributed",
        "pubmatic.com": "attempted",
    }
    seen = {each["recipient"]: each["observed"] for each in result["recipients"]}
    assert seen["criteo"] == "declared-not-observed"
    undeclared = of(result, "TPS-002")
    assert [len(each["subjects"]) for each in undeclared] == [1]
    assert "meta-ie:site" in undeclared[0]["subjects"]


def test_a_completed_notice_leaves_nothing_undeclared(desk: Desk) -> None:
    desk.write("notice.yaml", NOTICE % "google-ie, meta-ie")
    desk.imported(desk.capture(entry(KNOWN), entry(FACEBOOK)).name, "--state", "accepted")
    assert of(desk.result(), "TPS-002") == []


def test_a_finding_on_a_recipient_is_inferred_as_its_host_is(desk: Desk) -> None:
    desk.write("notice.yaml", NOTICE % "criteo")
    desk.imported(desk.capture(entry(KNOWN)).name, "--state", "before-choice")
    result = desk.result()
    assert [each["confidence"] for each in of(result, "TPS-002")] == ["inferred"]
    assert [each["confidence"] for each in of(result, "TPS-001")] == ["inferred"]
    [got] = result["captures"]["received"]
    assert (got["operator_known"], got["organisation"]) == ("inferred", "google-ie")
    desk.write(
        "own.yaml", "auditor: 1\nknown: documented\nhosts: {google-analytics-com: {operator: google-ie}}\n"
    )
    assert [each["confidence"] for each in of(desk.result(), "TPS-002")] != ["inferred"]


def test_an_unattributed_host_is_a_question_and_no_accusation(desk: Desk) -> None:
    desk.imported(
        desk.capture(entry(NOBODY), entry("https://x.other.example/")).name, "--state", "before-choice"
    )
    result = desk.result()
    assert of(result, "TPS-001") == []
    assert len(of(result, "TPS-001", "cannot-be-shown")) == 1
    asked = next(each for each in result["questions"] if each["field"] == "hosts.operator")
    assert [fact["fact"] for fact in asked["facts"]] == [
        "hosts.other-example.operator",
        "hosts.tracker-example.operator",
    ]
    assert {fact["to"] for fact in asked["facts"]} == {"clinic"}


def test_whoever_had_a_host_loaded_is_asked_where_nobody_else_is_known(desk: Desk) -> None:
    bare = "auditor: 1\ncase: {id: visit, as_of: 2026-03-01}\nknown: documented\norganisations: {clinic: {country: FR}}\n"
    desk.write("case.yaml", bare + "hosts: {page: {operator: clinic, domains: [clinic.example]}}\n")
    desk.imported(desk.capture(entry(NOBODY)).name, "--state", "before-choice")
    asked = next(each for each in desk.result()["questions"] if each["field"] == "hosts.operator")
    assert {fact["to"] for fact in asked["facts"]} == {"clinic"}


def test_an_unknown_state_is_a_question(desk: Desk) -> None:
    desk.imported(desk.capture(entry(FACEBOOK, request__cookies=COOKIE)).name)
    result = desk.result()
    assert of(result, "TPS-001") == of(result, "CON-002") == []
    missing = {fact for each in of(result, "TPS-001", "cannot-be-shown") for fact in each["missing"]}
    assert {"flows.visit-facebook-com.loads", "flows.visit-facebook-com.consent_first"} <= missing
    assert [each["outcome"] for each in result["findings"] if each["rule"] == "CON-002"] == [
        "cannot-be-shown"
    ]


@pytest.mark.parametrize("state", ["before-choice", "refused", "accepted"])
def test_a_refused_state_that_still_sends_is_told(desk: Desk, state: str) -> None:
    desk.write("own.yaml", "auditor: 1\nknown: documented\nflows: {}\n")
    desk.imported(desk.capture(entry(FACEBOOK)).name, "--state", state)
    assert bool(of(desk.result(), "TPS-006")) is (state == "refused")


def test_recipients_by_state_of_consent_count_captures(desk: Desk) -> None:
    for name, state, urls in (
        ("one", "before-choice", [KNOWN]), ("two", "refused", [KNOWN, FACEBOOK]), ("three", "refused", [KNOWN]),
        ("four", "accepted", [KNOWN, FACEBOOK]),
    ):  # fmt: skip
        desk.imported(
            desk.capture(*map(entry, urls), name=f"{name}.har", comment=name).name, "--state", state
        )
    lines = {each["recipient"]: each["states"] for each in desk.result()["captures"]["states"]}
    assert {state: (cell["seen"], cell["captures"]) for state, cell in lines["meta-ie"].items()} == {
        "before-choice": (0, 1), "refused": (1, 2), "accepted": (1, 1),
    }  # fmt: skip
    assert lines["google-ie"]["refused"]["seen"] == 2


def test_health_inferred_of_a_name_is_never_said_to_be_observed(desk: Desk) -> None:
    query = [{"name": "diagnosis", "value": "diabetes type 2"}, {"name": "q", "value": "oncologist near me"}]
    desk.imported(desk.capture(entry(FACEBOOK, request__queryString=query)).name, "--state", "before-choice")
    result = desk.result()
    for finding in result["findings"]:
        if finding["outcome"] == "established" and "health" in finding["message"]["en"].lower():
            special = [fact for fact in finding["proof"] if fact["fact"].endswith("-kinds")]
            assert all(fact["known"] == "inferred" for fact in special)
    [got] = result["captures"]["received"]
    assert "health" not in got["data"]


def test_clear_transport_is_established_on_imported_facts(desk: Desk) -> None:
    desk.imported(
        desk.capture(entry("http://a.tracker.example/p"), entry(NOBODY)).name, "--state", "accepted"
    )
    found = of(desk.result(), "TRN-001")
    assert [each["subjects"] for each in found] == [["visit-tracker-example-clear"]]
    assert found[0]["confidence"] == "observed"
    assert found[0]["proof"][0]["source"].startswith("capture-visit#/log/entries/")


@pytest.fixture
def many(desk: Desk) -> Desk:
    """A page that calls 78 third parties, 43 of them known; what is known of the case is little."""
    known = knowledge_with([], web=True)[0].domains
    domains = [name for name, each in sorted(known.items()) if each.customers == "false"][:43]
    entries = [
        entry(
            f"http{'s' if number % 10 else ''}://t.{domain}/x",
            request__queryString=[
                {"name": "email" if number % 9 == 0 else "cid", "value": "a.b@secret.example"}
            ],
            request__cookies=COOKIE if number % 3 == 0 else [],
            request__headers=[{"name": "Referer", "value": f"{SITE}a/b" if number % 2 else SITE}],
        )
        for number, domain in enumerate([*domains, *(f"unlisted-{n}.com" for n in range(35))])
    ]
    desk.write("notice.yaml", NOTICE % "criteo")
    desk.imported(desk.capture(*entries).name, "--state", "before-choice")
    return desk


def test_78_third_parties_are_one_finding_for_each_rule_and_few_questions(many: Desk) -> None:
    result = many.result()
    assert len(result["captures"]["received"]) == 78
    established = [each["rule"] for each in result["findings"] if each["outcome"] == "established"]
    assert sorted(established) == sorted(set(established))
    assert {"TPS-001", "TPS-002", "TRN-001"} <= set(established)
    assert len(result["findings"]) <= 60
    assert sum(each["live"] for each in result["questions"]) <= 15
    [undeclared] = of(result, "TPS-002")
    assert len(undeclared["subjects"]) > 20


def test_a_bare_case_with_78_third_parties_asks_little(many: Desk) -> None:
    many.write("case.yaml", "auditor: 1\ncase: {id: visit, as_of: 2026-03-01}\n")
    (many.case / "notice.yaml").unlink()
    (many.case / "captures" / "visit.yaml").unlink()
    many.imported("visit.har", "--state", "before-choice")
    result = many.result()
    assert sum(each["live"] for each in result["questions"]) <= 15
    assert len(result["findings"]) <= 60


def test_what_people_describe_keeps_findings_of_its_own(desk: Desk) -> None:
    own = CASE.replace(
        "hosts: {", "flows: {send: {for: site, from: patient, to: store, transport: none, content: none}}\nhosts: {store: {operator: clinic, keeps: health, at_rest: plain}, "
    )  # fmt: skip
    desk.write("case.yaml", own)
    desk.imported(desk.capture(entry("http://a.tracker.example/p")).name, "--state", "accepted")
    found = of(desk.result(), "TRN-001")
    assert sorted(each["subjects"] for each in found) == [["send"], ["visit-tracker-example"]]


def test_recipients_are_exported_inert(desk: Desk) -> None:
    desk.imported(
        desk.capture(entry(KNOWN), entry(NOBODY, request__cookies=[{"name": "=cmd", "value": "x"}])).name
    )
    for lang in ("en", "fr"):
        done = desk.run("export", "recipients", "case", "--lang", lang)
        assert done.returncode == 0, done.stderr
        rows = list(
            csv.reader(io.StringIO(done.stdout.lstrip("\ufeff")), delimiter=";" if lang == "fr" else ",")
        )
        assert {row[1] for row in rows[1:]} == {"google-analytics.com", "tracker.example"}
        assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)
        assert all(len(row) == len(rows[0]) for row in rows)


def test_digests_tell_captures_of_the_same_hosts(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN), name="a.har").name)
    desk.imported(desk.capture(entry(KNOWN), entry(KNOWN), name="b.har").name)
    desk.imported(desk.capture(entry(FACEBOOK), name="c.har").name)
    lines = {each["id"]: each for each in desk.result()["captures"]["captures"]}
    assert lines["a"]["hosts"] == lines["b"]["hosts"] != lines["c"]["hosts"]
    assert len({each["observation"] for each in lines.values()}) == 3
    assert all(
        each["public_suffix_list"] and each["parameters_as_of"] and each["knowledge_as_of"]
        for each in lines.values()
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_search_on_health_sent_to_a_third_party_is_told_without_a_word_of_it(desk: Desk, lang: str) -> None:
    """No condition of article 9 is stated: a question for the activity, and a finding for who is not declared."""
    desk.write("notice.yaml", NOTICE % "criteo")
    search = entry(f"{FACEBOOK}?dl=https%3A%2F%2Fwww.clinic.example%2Fsearch%3Fq%3Dchimiotherapie-secrete")
    desk.imported(desk.capture(search).name, "--state", "before-choice")
    result = desk.result()
    assert [(each["severity"], each["confidence"]) for each in of(result, "TPS-007")] == [
        ("high", "inferred")
    ]
    asked = [each for each in of(result, "SPC-001", "cannot-be-shown") if each["live"]]
    assert [(each["severity"], each["severity_if_open"]) for each in asked] == [("none", "high")]
    assert asked[0]["missing"] == ["activities.site.special_basis"]
    for command in (["check", "case"], ["check", "case", "--format", "markdown"], ["ask", "case"]):
        told = desk.run(*command, "--lang", lang).stdout
        assert "chimiotherapie" not in told
        assert "secrete" not in told
    assert ("données de santé" if lang == "fr" else "health data") in desk.run(
        "check", "case", "--lang", lang
    ).stdout


def test_a_page_that_says_nothing_of_health_makes_no_finding_on_it(desk: Desk) -> None:
    desk.write("notice.yaml", NOTICE % "criteo")
    desk.imported(desk.capture(entry(f"{FACEBOOK}?q=opening+hours")).name, "--state", "before-choice")
    result = desk.result()
    assert of(result, "TPS-007") == of(result, "TPS-007", "cannot-be-shown") == []


@pytest.mark.parametrize(("form", "rows"), [("text", 12), ("markdown", 12)])
def test_a_table_of_recipients_says_how_many_it_leaves_out(form: str, rows: int, desk: Desk) -> None:
    called = [entry(f"https://x.other{n:02}.example/") for n in range(20)]
    desk.imported(desk.capture(*called).name, "--state", "refused")
    told = desk.run("check", "case", "--format", form).stdout.partition("Recipients by state of consent")[2]
    table, _, after = told.partition("… and 8 more")
    assert "auditor export recipients" in after.partition("\n")[0]
    assert sum("1 request" in line for line in table.splitlines()) == rows


def test_a_case_without_captures_has_no_table_of_recipients(desk: Desk) -> None:
    assert "by state of consent" not in desk.run("check", "case").stdout
