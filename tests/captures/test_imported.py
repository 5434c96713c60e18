"""Captures become facts of a case: the same each time, never more than was seen, below what people write."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from auditor.loading.case.imported import digest
from tests.captures.imports import KNOWN, NOBODY, NOTICE, SITE, Desk, of
from tests.captures.making import entry, har
from tests.captures.oddities import ODDITIES, T
from tests.captures.test_no_value import OTHERS


def test_nothing_is_written_before_it_is_asked_for(desk: Desk) -> None:
    file = desk.capture(entry(KNOWN))
    shown = desk.run("capture", "import", file.name, "--into", "case")
    assert shown.returncode == 0
    assert "google-analytics-com" in shown.stdout
    assert "--write" in shown.stdout
    assert not (desk.case / "captures").exists()


def test_the_same_file_again_gives_the_same_bytes(desk: Desk) -> None:
    file = desk.capture(entry(KNOWN), entry(NOBODY))
    desk.imported(file.name)
    before = desk.file()
    assert "unchanged" in desk.imported(file.name).stdout
    other = desk.folder / "again.har"
    other.write_bytes(file.read_bytes())
    desk.imported(other.name)
    assert desk.file() == before
    assert [each.name for each in (desk.case / "captures").iterdir()] == ["visit.yaml"]


def test_another_capture_of_the_same_name_has_a_file_of_its_own(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    desk.imported(desk.capture(entry(NOBODY)).name)
    assert sorted(each.name for each in (desk.case / "captures").iterdir()) == ["visit-2.yaml", "visit.yaml"]
    desk.result()


def test_the_request_is_observed_and_the_operator_inferred_with_its_date(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    facts = desk.facts()
    assert facts["known"] == "observed"
    flow = facts["flows"]["visit-google-analytics-com"]
    assert flow["source"] == "capture-visit#/log/entries/1/request/url"
    assert flow["embedded_in"] == "page"
    assert flow["from"] == "patient"
    operator = facts["hosts"]["google-analytics-com"]["operator"]
    assert operator["known"] == "inferred"
    assert operator["as_of"]
    assert operator["source"].startswith("knowledge:")


def test_one_host_per_registrable_domain_and_none_for_nobody(desk: Desk) -> None:
    file = desk.capture(entry(NOBODY), entry("https://b.tracker.example/"), entry("https://x.other.example/"))
    desk.imported(file.name)
    hosts = desk.facts()["hosts"]
    assert sorted(hosts) == ["other-example", "tracker-example"]
    assert {host["operator"]["value"] for host in hosts.values()} == {"unknown"}


@pytest.mark.parametrize(
    ("state", "loads", "consent_first", "consent_state"),
    [
        ("before-choice", "at-once", "false", "before-choice"),
        ("none-offered", "at-once", "false", "none-offered"),
        ("refused", None, None, "refused"),
        ("accepted", None, None, "accepted"),
        ("logged-in", None, None, None),
        ("unknown", None, None, None),
    ],
)
def test_what_loads_at_once_is_told_only_where_nobody_was_asked(
    desk: Desk, state: str, loads: str | None, consent_first: str | None, consent_state: str | None
) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name, "--state", state)
    flow = desk.facts()["flows"]["visit-google-analytics-com"]
    assert flow.get("loads") == loads
    assert flow.get("consent_first") == consent_first
    assert flow.get("consent_state") == consent_state


def test_nothing_is_said_of_what_this_kind_of_file_does_not_show(desk: Desk) -> None:
    bare = entry(
        NOBODY, request__headers=..., request__cookies=..., response__cookies=..., response__headers=...
    )
    desk.imported(desk.capture(bare).name)
    flow = desk.facts()["flows"]["visit-tracker-example"]
    assert not {"reads_terminal", "identifier", "referrer", "attempted"} & set(flow)
    assert "false" not in flow.values()


def test_a_list_of_hosts_says_nothing_of_transport(desk: Desk) -> None:
    (desk.folder / "list.txt").write_text("www.clinic.example\na.tracker.example\n", encoding="utf-8")
    desk.imported("list.txt", "--site", "clinic.example")
    flow = desk.facts("list")["flows"]["list-tracker-example"]
    assert "transport" not in flow
    assert flow["data"] == ["device"]


def test_the_data_of_a_flow_is_what_was_seen(desk: Desk) -> None:
    query = [{"name": "email", "value": "a@b.example"}]
    full = entry(NOBODY, request__queryString=query)
    origin = entry(
        "https://x.other.example/",
        request__headers=[{"name": "Referer", "value": "https://www.clinic.example/"}],
    )
    path = entry(
        "https://y.third.example/", request__headers=[{"name": "Referer", "value": f"{SITE}a/b?c=d"}]
    )
    desk.imported(desk.capture(full, origin, path).name)
    flows = desk.facts()["flows"]
    assert flows["visit-tracker-example"]["data"] == ["device"]
    assert flows["visit-tracker-example-kinds"]["data"] == ["contact"]
    assert flows["visit-tracker-example-kinds"]["known"] == "inferred"
    assert flows["visit-other-example"]["data"] == ["device"]
    assert flows["visit-third-example"]["data"] == ["device", "page-address"]


def test_what_went_in_clear_and_what_did_not_are_two_flows(desk: Desk) -> None:
    desk.imported(desk.capture(entry(NOBODY), entry("http://a.tracker.example/p")).name)
    flows = desk.facts()["flows"]
    assert flows["visit-tracker-example"]["transport"] == "tls"
    assert flows["visit-tracker-example-clear"]["transport"] == "none"
    assert flows["visit-tracker-example-clear"]["data"] == ["device"]


def test_what_brought_nothing_was_attempted_and_carries_nothing(desk: Desk) -> None:
    blocked = entry(
        NOBODY,
        response__status=0,
        response__bodySize=-1,
        response__content={"size": 0},
        response__headersSize=-1,
    )
    desk.imported(desk.capture(blocked).name)
    flow = desk.facts()["flows"]["visit-tracker-example"]
    assert flow["attempted"] == "true"
    assert "data" not in flow


def test_a_zone_of_customers_has_a_known_place_and_unknown_content(desk: Desk) -> None:
    desk.imported(
        desk.capture(entry("https://d111.cloudfront.net/x"), entry("https://d222.cloudfront.net/x")).name
    )
    hosts = desk.facts()["hosts"]
    assert hosts["d111-cloudfront-net"]["operator"]["value"] == "unknown"
    assert hosts["d111-cloudfront-net"]["runs_on"]["value"] == "cloudfront-net"
    assert hosts["cloudfront-net"]["operator"]["value"] != "unknown"
    asked = next(each for each in desk.result()["questions"] if each["field"] == "hosts.operator")
    assert [fact["fact"] for fact in asked["facts"]] == [
        "hosts.d111-cloudfront-net.operator",
        "hosts.d222-cloudfront-net.operator",
    ]


def test_what_people_wrote_goes_first_and_is_listed(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    desk.write(
        "own.yaml",
        "auditor: 1\nknown: documented\norganisations: {firm: {country: IE}}\nhosts: {google-analytics-com: {operator: firm}}\n",
    )
    result = desk.result()
    line = next(each for each in result["overrides"] if each["fact"] == "hosts.google-analytics-com.operator")
    assert line["by"] == "import"
    assert line["case"] == "firm"
    assert any(each["recipient"] == "firm" for each in result["recipients"])
    again = desk.imported("visit.har")
    assert "hosts.google-analytics-com.operator" in again.stdout


def test_a_host_that_people_describe_by_its_domain_is_used(desk: Desk) -> None:
    desk.write(
        "own.yaml",
        "auditor: 1\nknown: documented\nhosts: {counter: {operator: clinic, domains: [tracker.example]}}\n",
    )
    done = desk.imported(desk.capture(entry(NOBODY)).name)
    assert "counter" in done.stdout
    assert desk.facts()["flows"]["visit-counter"]["to"] == "counter"
    assert "tracker-example" not in desk.facts()["hosts"]


def test_an_edited_import_is_refused_by_each_command(desk: Desk) -> None:
    file = desk.capture(entry(KNOWN))
    desk.imported(file.name)
    path = desk.case / "captures" / "visit.yaml"
    path.write_text(desk.file().replace("transport: tls", "transport: none"), encoding="utf-8")
    for arguments in (
        ("check", "case"),
        ("capture", "verify", "case", file.name),
        ("capture", "import", file.name, "--into", "case", "--write"),
    ):
        done = desk.run(*arguments)
        assert done.returncode == 2
        assert "visit.yaml:3:1" in done.stderr


def test_lines_that_end_otherwise_are_no_edit(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    path = desk.case / "captures" / "visit.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    desk.result()
    assert digest("imported: x\na\r\n") == digest("imported: y\na\n")


def test_a_capture_of_no_known_site_is_refused_with_candidates(desk: Desk) -> None:
    file = desk.folder / "nowhere.har"
    file.write_bytes(har(entry(KNOWN, request__headers=[]), pages=...))
    done = desk.imported(file.name, code=2)
    assert "google-analytics.com (1)" in done.stderr
    assert "--site" in done.stderr
    desk.imported(file.name, "--site", "clinic.example")


def test_related_sites_are_proposed(desk: Desk) -> None:
    done = desk.imported(
        desk.capture(entry("https://cdn.clinic.test.example/"), entry("https://www.clinic.com/")).name
    )
    assert "clinic.com" in done.stdout.partition("Perhaps of the same operator")[2]


def test_an_application_is_the_place_of_a_telephone(desk: Desk) -> None:
    line = {
        "type": "networkActivity",
        "domain": "a.tracker.example",
        "hits": 3,
        "bundleID": "app.one",
        "firstTimeStamp": "2026-03-01T10:00:00.000+01:00",
    }
    (desk.folder / "phone.ndjson").write_text(json.dumps(line) + "\n", encoding="utf-8")
    desk.imported("phone.ndjson")
    facts = desk.facts("phone")
    flow = facts["flows"]["phone-tracker-example"]
    assert facts["hosts"][flow["from"]]["kind"] == "device"
    assert "embedded_in" not in flow


def test_one_of_several_activities_must_be_named(desk: Desk) -> None:
    desk.write(
        "own.yaml",
        "auditor: 1\nknown: documented\nactivities: {shop: {people: patient, data: device, controller: clinic}}\n",
    )
    file = desk.capture(entry(KNOWN))
    done = desk.imported(file.name, code=2)
    assert "site" in done.stderr
    assert "shop" in done.stderr
    desk.imported(file.name, "--for", "shop")
    assert desk.facts()["flows"]["visit-google-analytics-com"]["for"] == "shop"


def test_captures_in_three_states_share_their_hosts(desk: Desk) -> None:
    for state in ("before-choice", "refused", "accepted"):
        desk.imported(
            desk.capture(entry(KNOWN), entry(NOBODY), name=f"{state}.har", comment=state).name,
            "--state",
            state,
        )
    result = desk.result()
    assert not [each for each in result["overrides"] if each["by"] == "import"]
    assert len(result["captures"]["captures"]) == 3
    assert {each["observation"] for each in result["captures"]["captures"]}


@pytest.mark.parametrize("name", ODDITIES)
def test_every_oddity_is_imported_or_refused_with_a_reason(desk: Desk, name: str) -> None:
    (desk.folder / "odd.har").write_bytes(ODDITIES[name].data)
    site = [] if ODDITIES[name].told.get("sites") else ["--site", "clinic.example"]
    done = desk.run("capture", "import", "odd.har", "--into", "case", *site, "--write")
    assert done.returncode in (0, 2)
    assert done.returncode == 0 or re.search(r"error|auditor:", done.stderr)
    if done.returncode == 0:
        third = {row["domain"] for row in desk.facts("odd")["captures"]["odd"].get("recipients", [])}
        assert set(ODDITIES[name].third) - {"clinic.example"} <= third
        desk.result()


def test_verify_finds_a_file_that_changed_and_opens_a_pointer(desk: Desk) -> None:
    file = desk.capture(
        entry(
            f"{NOBODY}?uid=hunter2hunter2", request__queryString=[{"name": "uid", "value": "hunter2hunter2"}]
        )
    )
    desk.imported(file.name)
    held = desk.run("capture", "verify", "case", file.name)
    assert held.returncode == 0, held.stdout
    at = "capture-visit#/log/entries/1/request/queryString/0"
    opened = desk.run("capture", "verify", "case", file.name, "--open", at)
    assert "uid" not in opened.stdout.partition("Names there")[0]
    assert "hunter2" not in opened.stdout
    assert "hunter2hunter2" in desk.run("capture", "verify", "case", file.name, "--quote", at).stdout
    file.write_bytes(file.read_bytes() + b" ")
    assert desk.run("capture", "verify", "case", file.name).returncode == 2
    assert desk.run("capture", "verify", "case").returncode == 2


@pytest.mark.parametrize("name", ["hosts.txt", "tracker.csv", "ios.ndjson", "log.ndjson", "inspection.json"])
def test_pointers_into_other_kinds_of_files_lead_somewhere(desk: Desk, name: str) -> None:
    (desk.folder / name).write_bytes(OTHERS[name])
    desk.imported(name, "--site", "clinic.example")
    done = desk.run("capture", "verify", "case", name)
    assert done.returncode == 0, done.stdout
    assert " 0 pointers" not in done.stdout


def test_two_imports_that_differ_on_an_operator_are_kept_as_versions(desk: Desk) -> None:
    from auditor.loading.importing.written import imported_file

    for name, who in (("a", "google-ie"), ("b", "meta-ie")):
        host = {
            "title": "x.example",
            "domains": ["x.example"],
            "operator": {"value": who, "known": "inferred"},
        }
        source = {f"capture-{name}": {"kind": "capture"}}
        (desk.case / f"{name}.yaml").write_bytes(
            imported_file(
                {"sources": source, "hosts": {"x": host}}, f"capture-{name}", "Made by a test.", "observed"
            )
        )
    result = desk.result()
    asked = next(each for each in result["questions"] if each["field"] == "hosts.operator")
    assert [line["value"] for fact in asked["facts"] for line in fact["versions"]] == ["google-ie", "meta-ie"]


def test_what_went_in_clear_to_the_site_itself_is_a_flow(desk: Desk) -> None:
    form = entry(
        "http://forms.clinic.example/callback",
        request__method="POST",
        request__postData={
            "mimeType": "application/x-www-form-urlencoded",
            "text": "email=a%40secret.example",
        },
    )
    desk.imported(desk.capture(form, entry("http://www.clinic.example/logo")).name, "--state", "refused")
    flows = desk.facts()["flows"]
    assert {
        name: (each["to"], each["transport"], each["data"])
        for name, each in flows.items()
        if name.endswith("clear")
    } == {"visit-page-clear": ("page", "none", ["device"])}
    inferred = flows["visit-page-clear-kinds"]
    assert (inferred["data"], inferred["known"], inferred["transport"]["known"]) == (
        ["contact"],
        "inferred",
        "observed",
    )
    assert inferred["source"] == "capture-visit#/log/entries/1/request/postData/text"
    assert "secret" not in desk.file()
    found = of(desk.result(), "TRN-001")
    assert [each["subjects"] for each in found] == [["visit-page-clear", "visit-page-clear-kinds"]]
    assert desk.result()["captures"]["received"] == []


def test_names_of_a_host_reached_in_both_ways_are_not_said_to_have_gone_in_clear(desk: Desk) -> None:
    desk.imported(desk.capture(entry("http://www.clinic.example/?email=a%40b.example")).name)
    assert [name for name in desk.facts()["flows"] if "page" in name] == ["visit-page-clear"]


@pytest.mark.parametrize(
    "own",
    [
        entry(f"{SITE}contact"),
        entry("http://www.clinic.example/", response__status=0, response__bodySize=-1, response__headersSize=-1, response__content={}),
        entry("http://www.clinic.example/favicon.ico"),
        entry("http://www.clinic.example/", response__status=307, response__redirectURL=SITE, response__headers=[{"name": "Non-Authoritative-Reason", "value": "HSTS"}]),
    ],
)  # fmt: skip
def test_the_site_itself_encrypted_attempted_or_called_by_the_browser_makes_no_flow(
    own: Any, desk: Desk
) -> None:
    desk.imported(desk.capture(own, entry(T)).name)
    assert not [name for name in desk.facts()["flows"] if "page" in name]


#: A visitor goes on from the site to another one, which loads what the site does not.
TWO_SITES = [
    {"id": f"page_{n}", "title": url} for n, url in ((1, SITE), (2, "https://www.elsewhere.example/"))
]


def _gone_on(desk: Desk, **changed: Any) -> None:
    there = entry("https://www.elsewhere.example/", pageref="page_2")
    loads = [entry(url, pageref="page_2") for url in (KNOWN, "http://www.clinic.example/logo.png")]
    desk.capture(entry(NOBODY), there, *loads, pages=TWO_SITES, **changed)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "3 requests of pages of other sites (elsewhere.example), left aside"),
        ("fr", "3 requêtes de pages d'autres sites (elsewhere.example), laissées de côté"),
    ],
)
def test_what_a_page_of_another_site_loads_is_told_and_never_laid_on_the_site(
    desk: Desk, lang: str, told: str
) -> None:
    _gone_on(desk)
    desk.write("notice.yaml", NOTICE % "")
    done = desk.imported("visit.har", "--site", "clinic.example", "--lang", lang)
    assert told in " ".join(done.stdout.split())
    facts = desk.facts()
    assert list(facts["flows"]) == ["visit-tracker-example"]
    assert facts["captures"]["visit"]["skipped"] == {"other-site": "3"}
    assert "google" not in str(of(desk.result(), "TPS-002"))


def test_both_sites_given_make_facts_of_both(desk: Desk) -> None:
    _gone_on(desk)
    desk.imported("visit.har", "--site", "clinic.example,elsewhere.example")
    assert "visit-google-analytics-com-www-elsewhere-example" in desk.facts()["flows"]


def test_where_no_page_is_of_the_site_given_all_is_kept(desk: Desk) -> None:
    desk.capture(entry(KNOWN))
    desk.imported("visit.har", "--site", "other.example")
    assert "visit-google-analytics-com" in desk.facts()["flows"]
    assert "skipped" not in desk.facts()["captures"]["visit"]


@pytest.mark.parametrize("domain", ["clinic.example", "www.clinic.example"])
def test_a_page_below_a_domain_that_people_gave_an_organisation_is_its_own_by_inference(
    desk: Desk, domain: str
) -> None:
    case = (desk.case / "case.yaml").read_text(encoding="utf-8").partition("hosts:")[0]
    desk.write("case.yaml", case.replace("name: Clinic}", f"name: Clinic, domains: [{domain}]}}"))
    desk.imported(desk.capture(entry(KNOWN)).name, "--state", "refused")
    assert desk.facts()["hosts"]["www-clinic-example"]["operator"] == {"value": "clinic", "known": "inferred"}
    (found,) = of(desk.result(), "TPS-006")
    assert found["culprit"] == "clinic"


def test_a_page_of_nobody_that_people_named_has_no_operator(desk: Desk) -> None:
    case = (desk.case / "case.yaml").read_text(encoding="utf-8").partition("hosts:")[0]
    desk.write("case.yaml", case.replace("name: Clinic}", "name: Clinic, domains: [ic.example]}"))
    desk.imported(desk.capture(entry(KNOWN)).name)
    assert "operator" not in desk.facts()["hosts"]["www-clinic-example"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("pages of several sites", "name the one that was visited")),
        ("fr", ("des pages de plusieurs sites", "nommer celui qui fut visité")),
    ],
)
def test_pages_of_several_sites_are_asked_about_with_the_command_that_says_which(
    desk: Desk, lang: str, told: tuple[str, str]
) -> None:
    _gone_on(desk)
    before = sorted(desk.case.rglob("*"))
    error = desk.imported("visit.har", "--lang", lang, code=2).stderr
    assert all(each in error for each in told)
    assert "clinic.example (1), elsewhere.example (1)" in error
    command = error[error.index("auditor capture import") :].splitlines()[0].strip()
    assert command == "auditor capture import visit.har --into case --site clinic.example"
    assert sorted(desk.case.rglob("*")) == before
    assert desk.run(*command.split()[1:], "--write").returncode == 0
    assert list(desk.facts()["flows"]) == ["visit-tracker-example"]


def _pages(*urls: str) -> list[dict[str, str]]:
    return [{"id": f"page_{number}", "title": url} for number, url in enumerate(urls, 1)]


@pytest.mark.parametrize(
    "pages",
    [
        _pages("http://clinic.example/", SITE),
        _pages("https://clinic.example/", SITE, f"{SITE}contact", "https://shop.clinic.example/"),
        _pages(SITE, "https://consent.elsewhere.example/", SITE),
        _pages(SITE, "https://login.elsewhere.example/", "https://id.third.example/", f"{SITE}welcome"),
    ],
)
def test_pages_of_one_visit_need_no_word(desk: Desk, pages: list[dict[str, str]]) -> None:
    """From plain to encrypted, from the bare domain to www, by a banner or a login of another site and back."""
    aside = [entry(KNOWN, pageref="page_2")] if "elsewhere" in pages[1]["title"] else []
    desk.capture(entry(NOBODY), *aside, pages=pages)
    desk.imported("visit.har")
    facts = desk.facts()
    assert "visit-tracker-example" in facts["flows"]
    assert facts["captures"]["visit"]["sites"] == ["clinic.example"]
    assert facts["captures"]["visit"].get("skipped", {}) == ({"other-site": "1"} if aside else {})


def test_a_main_document_that_is_sent_on_is_one_visit_with_where_it_is_sent(desk: Desk) -> None:
    sent = entry("https://clinique.example/", response__status=301, response__redirectURL=SITE)
    pages = _pages("https://clinique.example/", SITE)
    desk.capture(sent, entry(NOBODY, pageref="page_2"), pages=pages)
    desk.imported("visit.har")
    assert desk.facts()["captures"]["visit"]["sites"] == ["clinic.example", "clinique.example"]


def test_a_visit_that_ends_at_another_site_is_asked_about(desk: Desk) -> None:
    pages = _pages(SITE, "https://login.elsewhere.example/", "https://other.example/")
    desk.capture(entry(NOBODY), pages=pages)
    assert "elsewhere.example (1), other.example (1)" in desk.imported("visit.har", code=2).stderr


def test_a_captured_flow_that_people_complete_stays_what_was_seen(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    before = desk.result()
    desk.write(
        "own.yaml",
        "auditor: 1\nknown: declared\nflows: {visit-google-analytics-com: {exempt: none, transport: mtls}}\n",
    )
    after = desk.result()
    line = next(each for each in after["overrides"] if each["by"] == "import")
    assert (line["fact"], line["knowledge"], line["case"]) == (
        "flows.visit-google-analytics-com.transport",
        "tls",
        "mtls",
    )
    observed = {each["recipient"]: each["observed"] for each in before["recipients"]}
    assert {each["recipient"]: each["observed"] for each in after["recipients"]} == observed
    again = desk.imported("visit.har")
    assert "flows.visit-google-analytics-com.transport" in again.stdout


def test_a_captured_flow_that_people_write_whole_is_replaced_and_listed(desk: Desk) -> None:
    desk.imported(desk.capture(entry(KNOWN)).name)
    whole = "{for: visits-clinic-example, from: patient, to: google-analytics-com, data: device}"
    activity = desk.facts()["flows"]["visit-google-analytics-com"]["for"]
    whole = whole.replace("visits-clinic-example", activity)
    desk.write("own.yaml", f"auditor: 1\nknown: declared\nflows: {{visit-google-analytics-com: {whole}}}\n")
    assert ("flows.visit-google-analytics-com", "import") in {
        (each["fact"], each["by"]) for each in desk.result()["overrides"]
    }
