"""Facts of a capture: which flows its recipients make, what each says, and what is kept of how it was read."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from auditor.loading.captures.ends import Known
from auditor.loading.captures.facts import Asked, digests, facts
from auditor.model.capture import (
    Capture,
    CaptureFile,
    CapturePage,
    Cloaking,
    CookieName,
    KindOf,
    Operator,
    Parameter,
    Recipient,
)

DAY = "2026-03-01"
RECIPIENT = Recipient(
    page=1,
    host="a.t.example",
    domain="t.example",
    site="t.example",
    party="third",
    requests=2,
    sent=2,
    attempted=0,
    failed=0,
    first=1,
    last=2,
    pointer="sha256:one#/1",
    schemes={"https": 2},
)
CAPTURE = Capture(
    files=[CaptureFile("visit.har", "one", 10, "har"), CaptureFile("more.har", "two", 10, "har")],
    producer="Firefox",
    version="140",
    started=f"{DAY}T10:00:00Z",
    ended=f"{DAY}T10:00:09Z",
    pages=[CapturePage(1, "www.clinic.example", ["clinic.example"], "url")],
    sites=["clinic.example"],
    entries=3,
    requests=2,
    requests_first_party=0,
    attempted=0,
    failed=0,
    insecure=0,
    recipients=[RECIPIENT],
    skipped={},
    noise={},
    cannot_show=[],
    candidates=[],
    public_suffix_list=DAY,
    parameters_as_of=DAY,
    place="site",
)
KNOWN = Known(
    hosts={"clinic.example": "page"},
    people=("patient",),
    activities=("site",),
    taken=frozenset({"page", "patient", "site"}),
)


def of(
    *recipients: Recipient,
    known: Known = KNOWN,
    asked: dict[str, Any] | None = None,
    **changed: Any,
) -> dict[str, Any]:
    """The facts of the capture with these recipients, else its own."""
    capture = replace(CAPTURE, **{**({"recipients": [*recipients]} if recipients else {}), **changed})
    return facts(capture, Asked(name="visit", **(asked or {})), known).tree


def to(**fields: Any) -> Recipient:
    return replace(RECIPIENT, **fields)


def named(*kinds: str, name: str = "q", pointer: str = "sha256:one#/1/q") -> Parameter:
    return Parameter("query", name, 1, 5, pointer, [KindOf(kind, "rule", DAY) for kind in kinds])  # type: ignore[arg-type]


def test_a_request_is_a_flow_of_the_people_to_the_host_and_says_what_was_seen() -> None:
    tree = of()
    assert tree["flows"] == {
        "visit-t-example": {
            "for": "site",
            "from": "patient",
            "to": "t-example",
            "embedded_in": "page",
            "source": "capture-visit#/1",
            "title": {"fr": "Requêtes vers t.example", "en": "Requests to t.example"},
            "data": ["device"],
            "transport": "tls",
            "content": "none",
        }
    }
    assert tree["hosts"] == {
        "t-example": {
            "title": "t.example",
            "domains": ["t.example"],
            "operator": {"value": "unknown", "known": "inferred"},
        }
    }
    assert {"people", "activities", "data"}.isdisjoint(tree)


@pytest.mark.parametrize(
    ("state", "said", "title"),
    [
        ("unknown", {}, ""),
        (
            "before-choice",
            {"loads": "at-once", "consent_first": "false", "consent_state": "before-choice"},
            ", before any choice",
        ),
        (
            "none-offered",
            {"loads": "at-once", "consent_first": "false", "consent_state": "none-offered"},
            ", no choice offered",
        ),
        ("refused", {"consent_state": "refused"}, ", after a refusal"),
        ("accepted", {"consent_state": "accepted"}, ", after an agreement"),
        ("logged-in", {}, ", logged in"),
    ],
)
def test_only_where_nobody_was_asked_something_loads_at_once(
    state: str, said: dict[str, str], title: str
) -> None:
    tree = of(asked={"state": state})
    flow = tree["flows"]["visit-t-example"]
    assert {
        field: flow[field] for field in ("loads", "consent_first", "consent_state") if field in flow
    } == said
    assert flow["title"]["en"] == f"Requests to t.example{title}"
    assert tree["captures"]["visit"]["state"] == state


@pytest.mark.parametrize("state", ["before-choice", "refused"])
def test_what_an_application_sends_is_of_its_device_and_is_embedded_in_nothing(state: str) -> None:
    tree = of(
        pages=[CapturePage(1, application="org.clinic")],
        sites=[],
        place="application",
        asked={"state": state},
    )
    (flow,) = tree["flows"].values()
    assert (flow["from"], flow["to"]) == ("org-clinic-app", "t-example")
    assert tree["hosts"]["org-clinic-app"] == {"title": "org.clinic", "kind": "device"}
    assert {"embedded_in", "loads", "consent_first"}.isdisjoint(flow)
    assert flow["consent_state"] == state


@pytest.mark.parametrize(
    ("known", "asked", "people", "activity", "made"),
    [
        (("patient",), "", "patient", "site", False),
        ((), "", "visitors", "site", True),
        (("patient", "guest"), "", "visitors", "site", True),
        (("patient", "guest"), "guest", "guest", "site", False),
        (("patient", "visitors"), "", "visitors", "site", False),
        (("patient",), "nobody", "nobody", "site", False),
    ],
)
def test_the_only_people_of_a_case_are_meant_else_visitors_are_made(
    known: tuple[str, ...], asked: str, people: str, activity: str, *, made: bool
) -> None:
    tree = of(known=replace(KNOWN, people=known), asked={"people": asked})
    flow = tree["flows"]["visit-t-example"]
    assert (flow["from"], flow["for"]) == (people, activity)
    assert ("people" in tree) is made
    if made:
        assert list(tree["people"]) == ["visitors"]
        assert tree["people"]["visitors"]["title"]["en"] == "Visitors"


@pytest.mark.parametrize(
    ("known", "asked", "activity", "made"),
    [
        (("site",), "", "site", False),
        ((), "", "visits-clinic-example", True),
        (("site", "shop"), "", "visits-clinic-example", True),
        (("site", "shop"), "shop", "shop", False),
        (("site",), "portal", "portal", True),
        (("site", "visits-clinic-example"), "", "visits-clinic-example", False),
    ],
)
def test_the_only_activity_of_a_case_is_meant_else_that_of_visits_is_made(
    known: tuple[str, ...], asked: str, activity: str, *, made: bool
) -> None:
    tree = of(known=replace(KNOWN, activities=known), asked={"activity": asked})
    assert tree["flows"]["visit-t-example"]["for"] == activity
    assert ("activities" in tree) is made
    if made:
        assert list(tree["activities"]) == [activity]
        visits = tree["activities"][activity]
        assert (visits["title"]["en"], visits["people"], visits["data"]) == (
            "Visits to clinic.example",
            "patient",
            ["device"],
        )


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({}, "clinic.example"),
        ({"sites": []}, "visit.har"),
        ({"sites": [], "pages": [CapturePage(1), CapturePage(2, application="org.clinic")]}, "org.clinic"),
        ({"sites": ["b.example", "a.example"]}, "b.example"),
    ],
)
def test_a_capture_is_of_its_first_site_else_of_its_application_else_of_its_file(
    changed: dict[str, Any], place: str
) -> None:
    sources = of(**changed)["sources"]
    assert sources["capture-visit"]["title"]["en"] == f"Capture of {place} (Firefox)"


def test_each_file_of_a_capture_is_a_source_and_pointers_lead_to_their_file() -> None:
    tree = of(
        to(pointer="sha256:two#/7"), to(host="b.u.example", domain="u.example", pointer="sha256:gone#/8")
    )
    assert {name: entry["sha256"] for name, entry in tree["sources"].items()} == {
        "capture-visit": "one",
        "capture-visit-2": "two",
    }
    assert {entry["kind"] for entry in tree["sources"].values()} == {"capture"}
    assert tree["flows"]["visit-t-example"]["source"] == "capture-visit-2#/7"
    assert tree["flows"]["visit-u-example"]["source"] == "capture-visit#/8"
    assert tree["captures"]["visit"]["source"] == "capture-visit"


@pytest.mark.parametrize(
    ("changed", "date", "publisher", "title"),
    [
        ({}, DAY, "Firefox 140", "Capture of clinic.example (Firefox)"),
        ({"version": ""}, DAY, "Firefox", "Capture of clinic.example (Firefox)"),
        ({"producer": ""}, DAY, None, "Capture of clinic.example"),
        ({"started": ""}, None, "Firefox 140", "Capture of clinic.example (Firefox)"),
    ],
)
def test_a_source_has_the_day_and_the_maker_of_its_capture_where_they_are_told(
    changed: dict[str, Any], date: str | None, publisher: str | None, title: str
) -> None:
    source = of(**changed)["sources"]["capture-visit"]
    assert (source.get("date"), source.get("publisher"), source["title"]["en"]) == (date, publisher, title)


@pytest.mark.parametrize(
    ("schemes", "clear", "flows"),
    [
        ({"https": 2}, 0, {"visit-t-example": "tls"}),
        ({"wss": 2}, 0, {"visit-t-example": "tls"}),
        ({"http": 2}, 2, {"visit-t-example": "none"}),
        ({"ws": 2}, 1, {"visit-t-example": "none"}),
        ({"http": 2}, 0, {"visit-t-example": None}),
        ({"http": 1, "https": 1}, 1, {"visit-t-example": "tls", "visit-t-example-clear": "none"}),
        ({"http": 1, "https": 1}, 0, {"visit-t-example": "tls"}),
        ({}, 0, {"visit-t-example": None}),
    ],
)
def test_what_went_in_clear_beside_what_did_not_is_a_flow_of_its_own(
    schemes: dict[str, int], clear: int, flows: dict[str, str | None]
) -> None:
    found = of(to(schemes=schemes, clear=clear))["flows"]
    assert {name: flow.get("transport") for name, flow in found.items()} == flows
    assert {name: flow["title"]["en"].endswith(", unencrypted") for name, flow in found.items()} == {
        name: transport == "none" for name, transport in flows.items()
    }


@pytest.mark.parametrize(
    ("hosts", "flow"),
    [
        ([{"sent": 0}], {"attempted": "true"}),
        ([{"sent": 1}], {"attempted": None}),
        ([{"sent": 0}, {"host": "b.t.example", "sent": 1}], {"attempted": None}),
        ([{"requests": 2, "noise": {"favicon": 2}}], None),
        ([{"requests": 3, "noise": {"favicon": 1, "ocsp": 1}}], {"attempted": None}),
        ([{"requests": 2, "noise": {"favicon": 1, "ocsp": 1}}], None),
    ],
)
def test_what_was_not_sent_was_attempted_and_what_a_browser_does_by_itself_is_no_flow(
    hosts: list[dict[str, Any]], flow: dict[str, Any] | None
) -> None:
    tree = of(*(to(**host) for host in hosts))
    found = tree["flows"]
    assert (None if not found else {"attempted": found["visit-t-example"].get("attempted")}) == flow
    (row,) = tree["captures"]["visit"]["recipients"]
    assert row.get("flows") == (["visit-t-example"] if flow else None)
    if flow == {"attempted": "true"}:
        assert {"data", "content", "transport"}.isdisjoint(found["visit-t-example"])


@pytest.mark.parametrize(
    ("hosts", "referrer", "data"),
    [
        ([{"referrer": {"full": 1, "none": 1}}], "sent", ["device", "page-address"]),
        ([{"referrer": {"origin": 2}}], "stripped", ["device"]),
        ([{"referrer": {"origin": 1, "none": 1}}], "stripped", ["device"]),
        ([{"referrer": {"none": 2}}], "stripped", ["device"]),
        ([{"referrer": {"origin": 1}}], None, ["device"]),
        ([{"referrer": {}}], None, ["device"]),
        ([{"referrer": {"none": 2}, "parameters": [named("page-address")]}], None, ["device"]),
        ([{"referrer": {"none": 2}, "parameters": [named("page-origin")]}], "stripped", ["device"]),
        ([{"referrer": {"none": 2}}, {"host": "b.t.example", "referrer": {"none": 1}}], None, ["device"]),
        (
            [{"referrer": {"none": 2}}, {"host": "b.t.example", "referrer": {"full": 2}}],
            "sent",
            ["device", "page-address"],
        ),
        ([{"referrer": {"none": 2}}, {"host": "b.t.example", "sent": 0}], "stripped", ["device"]),
    ],
)
def test_that_the_address_of_the_page_stayed_is_told_where_all_requests_show_it(
    hosts: list[dict[str, Any]], referrer: str | None, data: list[str]
) -> None:
    flow = of(*(to(**host) for host in hosts))["flows"]["visit-t-example"]
    assert (flow.get("referrer"), flow["data"]) == (referrer, data)


@pytest.mark.parametrize(
    ("fields", "reads"),
    [
        ({}, None),
        ({"cookies_sent": [CookieName("c", 1, "sha256:one#/c")]}, "true"),
        ({"cookies_set": [CookieName("c", 1, "sha256:one#/c")]}, "true"),
        ({"cookies_set": [CookieName("c", 1, "sha256:one#/c")], "sent": 0}, None),
    ],
)
def test_cookies_sent_or_set_are_read_on_the_device(fields: dict[str, Any], reads: str | None) -> None:
    assert of(to(**fields))["flows"]["visit-t-example"].get("reads_terminal") == reads


@pytest.mark.parametrize(
    ("kinds", "data", "made"),
    [
        (["contact"], ["contact"], []),
        (["hashed-contact"], ["contact"], []),
        (["page-address"], ["page-address"], []),
        (["title"], ["page-title"], ["page-title"]),
        (["position"], ["location"], []),
        (["search-words"], ["search-words"], ["search-words"]),
        (["health-words"], ["health"], []),
        (["position", "contact", "hashed-contact"], ["contact", "location"], []),
        (["identifier"], None, []),
        (["device"], None, []),
        (["page-origin"], None, []),
    ],
)
def test_what_names_of_parameters_carry_is_an_inferred_flow_of_its_own(
    kinds: list[str], data: list[str] | None, made: list[str]
) -> None:
    tree = of(to(parameters=[named(*kinds)]))
    assert list(tree["flows"]) == ["visit-t-example", *(["visit-t-example-kinds"] if data else [])]
    assert sorted(tree.get("data", {})) == made
    assert all(entry["is"] == "personal" for entry in tree.get("data", {}).values())
    if data:
        flow = tree["flows"]["visit-t-example-kinds"]
        assert (flow["data"], flow["known"], flow["content"]) == (data, "inferred", "none")
        assert flow["title"]["en"] == "Requests to t.example, content inferred from names"


def test_an_inferred_flow_keeps_what_was_observed_as_such_and_points_at_the_first_name() -> None:
    plain = named("identifier", name="id", pointer="sha256:one#/1/id")
    told = named("contact", name="mail", pointer="sha256:two#/1/mail")
    flow = of(
        to(
            parameters=[plain, told],
            cookies_sent=[CookieName("c", 1, "sha256:one#/c")],
            referrer={"none": 2},
        ),
        asked={"state": "before-choice"},
    )["flows"]["visit-t-example-kinds"]
    assert flow["source"] == "capture-visit-2#/1/mail"
    assert {
        field: value["value"] for field, value in flow.items() if isinstance(value, dict) and "value" in value
    } == {
        "loads": "at-once",
        "consent_first": "false",
        "consent_state": "before-choice",
        "transport": "tls",
        "referrer": "stripped",
        "reads_terminal": "true",
    }
    assert flow["transport"] == {"value": "tls", "known": "observed"}


def test_the_address_of_the_page_that_went_along_is_not_inferred_once_more() -> None:
    both = to(referrer={"full": 2}, parameters=[named("page-address")])
    assert list(of(both)["flows"]) == ["visit-t-example"]
    more = to(referrer={"full": 2}, parameters=[named("page-address"), named("contact")])
    assert of(more)["flows"]["visit-t-example-kinds"]["data"] == ["contact"]


def test_hosts_of_one_domain_are_one_recipient_and_the_first_that_was_sent_is_its_source() -> None:
    late = to(first=7, pointer="sha256:one#/7", sent=2)
    early = to(host="b.t.example", first=3, pointer="sha256:one#/3", sent=0)
    middle = to(host="c.t.example", first=5, pointer="sha256:one#/5", sent=1)
    tree = of(late, early, middle)
    assert tree["flows"]["visit-t-example"]["source"] == "capture-visit#/5"
    assert of(late, middle)["flows"]["visit-t-example"]["source"] == "capture-visit#/5"
    only = [replace(each, sent=0) for each in (late, early, middle)]
    assert of(*only)["flows"]["visit-t-example"]["source"] == "capture-visit#/3"
    (row,) = tree["captures"]["visit"]["recipients"]
    assert row["hosts"] == ["a.t.example", "b.t.example", "c.t.example"]
    assert (row["requests"], row["sent"], row["first"], row["at"]) == ("6", "3", "3", "capture-visit#/3")


def test_flows_of_several_pages_are_named_by_their_page_and_of_one_are_not() -> None:
    known = replace(KNOWN, hosts={"clinic.example": "page", "shop.clinic.example": "shop"})
    pages = [*CAPTURE.pages, CapturePage(2, "shop.clinic.example", ["clinic.example"], "url")]
    several = of(to(), to(page=2), known=known, pages=pages)["flows"]
    assert {name: flow["embedded_in"] for name, flow in several.items()} == {
        "visit-t-example-page": "page",
        "visit-t-example-shop": "shop",
    }
    assert list(of(to(page=2), known=known, pages=pages)["flows"]) == ["visit-t-example"]
    unnamed = of(to(page=0), known=known, pages=pages)["flows"]["visit-t-example"]
    assert unnamed["embedded_in"] == "page"


OWN = to(
    host="www.clinic.example",
    domain="clinic.example",
    party="first",
    requests=2,
    schemes={"http": 2},
    clear=2,
)


@pytest.mark.parametrize(
    ("own", "flows"),
    [
        ({}, {"visit-page-clear": ["device"]}),
        ({"clear": 0}, {}),
        ({"clear": 1, "parameters": [named("contact")]}, {"visit-page-clear": ["device"]}),
        (
            {"parameters": [named("contact")]},
            {"visit-page-clear": ["device"], "visit-page-clear-kinds": ["contact"]},
        ),
        ({"parameters": [named("identifier")]}, {"visit-page-clear": ["device"]}),
    ],
)
def test_what_goes_in_clear_to_the_site_itself_is_a_flow_to_it(
    own: dict[str, Any], flows: dict[str, list[str]]
) -> None:
    found = of(replace(OWN, **own), asked={"state": "before-choice"})["flows"]
    assert {name: flow["data"] for name, flow in found.items()} == flows
    for name, flow in found.items():
        assert (flow["from"], flow["to"]) == ("patient", "page")
        assert {"embedded_in", "loads", "consent_first"}.isdisjoint(flow)
        assert flow["transport"] == (
            "none" if name.endswith("clear") else {"value": "none", "known": "observed"}
        )


def test_hosts_of_the_site_in_clear_are_one_flow_that_names_each_domain_once() -> None:
    other = replace(OWN, host="b.clinic.example", first=0, pointer="sha256:one#/0")
    third = replace(OWN, host="clinic-cdn.example", domain="clinic-cdn.example", first=4)
    (flow,) = of(OWN, other, third)["flows"].values()
    assert flow["title"]["en"] == "Requests to clinic.example, clinic-cdn.example, unencrypted"
    assert flow["source"] == "capture-visit#/0"


def test_a_host_of_the_site_that_may_be_somebody_elses_is_a_recipient() -> None:
    hidden = replace(OWN, cloaking=[Cloaking("dns", "t.example")], host="m.clinic.example")
    tree = of(hidden, known=replace(KNOWN, hosts={"www.clinic.example": "page"}))
    assert list(tree["flows"]) == ["visit-m-clinic-example"]
    assert tree["hosts"]["m-clinic-example"]["operator"]["value"] == "unknown"


def test_a_recipient_that_people_described_is_used_and_told_by_its_domain() -> None:
    known = replace(KNOWN, hosts={"clinic.example": "page", "t.example": "tracker"})
    made = facts(CAPTURE, Asked(name="visit"), known)
    (flow,) = made.tree["flows"].values()
    assert (flow["to"], flow["title"]["en"]) == ("tracker", "Requests to t.example")
    assert made.tree["hosts"] == {}
    assert made.own == {"clinic.example": "page", "t.example": "tracker"}
    assert list(made.own) == sorted(made.own)


def test_the_record_of_a_capture_keeps_what_was_counted_and_leaves_out_what_is_empty() -> None:
    record = of(
        attempted=4,
        failed=5,
        insecure=6,
        requests_first_party=7,
        cut=0,
        cannot_show=["cookies"],
        skipped={"no-url": 2},
        noise={"favicon": 3},
        asked={"knowledge_as_of": "2026-02-01"},
    )["captures"]["visit"]
    record = {
        name: value for name, value in record.items() if name not in ("observation", "hosts", "recipients")
    }
    assert record == {
        "kind": "har",
        "sha256": ["one", "two"],
        "state": "unknown",
        "producer": "Firefox",
        "version": "140",
        "started": f"{DAY}T10:00:00Z",
        "ended": f"{DAY}T10:00:09Z",
        "sites": ["clinic.example"],
        "entries": "3",
        "requests": "2",
        "first_party": "7",
        "attempted": "4",
        "failed": "5",
        "insecure": "6",
        "cut": "0",
        "cannot_show": ["cookies"],
        "skipped": {"no-url": "2"},
        "noise": {"favicon": "3"},
        "public_suffix_list": DAY,
        "parameters_as_of": DAY,
        "knowledge_as_of": "2026-02-01",
        "source": "capture-visit",
    }
    bare = of(producer="", version="", started="", ended="")["captures"]["visit"]
    assert {"producer", "version", "started", "ended", "cut", "cannot_show", "skipped", "noise"}.isdisjoint(
        bare
    )
    assert bare["attempted"] == "0"


def test_requests_of_pages_of_other_sites_are_counted_among_what_was_left_out() -> None:
    pages = [*CAPTURE.pages, CapturePage(2, "www.elsewhere.example", ["elsewhere.example"], "url")]
    tree = of(
        to(), to(page=2, host="x.example", domain="x.example", requests=3), pages=pages, skipped={"no-url": 1}
    )
    assert tree["captures"]["visit"]["skipped"] == {"no-url": "1", "other-site": "3"}
    assert list(tree["flows"]) == ["visit-t-example"]


OPERATOR = Operator("brands", "Tracker", "t.example")


@pytest.mark.parametrize(
    ("changed", "observation", "hosts"),
    [
        ({}, True, True),
        ({"recipients": [to(operator=OPERATOR)]}, True, True),
        ({"recipients": [to(requests=3)]}, False, True),
        ({"recipients": [to(host="b.t.example")]}, False, False),
        ({"recipients": [to(), to(page=0)]}, False, True),
        ({"recipients": [to(), OWN]}, False, True),
        ({"sites": []}, False, True),
        ({"skipped": {"no-url": 1}}, False, True),
        ({"noise": {"favicon": 1}}, False, True),
        ({"cut": 1}, False, True),
        ({"producer": "Chrome", "started": "", "entries": 9}, True, True),
    ],
)
def test_what_was_seen_is_another_where_anything_read_is_and_not_by_who_answers_for_it(
    changed: dict[str, Any], *, observation: bool, hosts: bool
) -> None:
    before, after = digests(CAPTURE), digests(replace(CAPTURE, **changed))
    assert (before[0] == after[0], before[1] == after[1]) == (observation, hosts)
    assert all(len(each) == 64 for each in after)
    assert after[0] != after[1]
