"""Small lists of a site and of vendors, one step at a time: whom each line names, what is asked, and what is told of the rest."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.importing.format import Document
from auditor.loading.importing.lists.html_tables import html_tables
from auditor.loading.importing.lists.places import Days
from auditor.loading.importing.lists.scripts import address_of, page_addresses, read_script
from auditor.loading.importing.lists.tables import tables
from auditor.loading.importing.lists.tc_string import BadString, read_consent_string
from tests.importing.bits import consent_string, number, segment, vendors
from tests.importing.lists import html, parameter, tag
from tests.importing.making import workbook
from tests.importing.reading import Tree, flows, read, told

SITE: Tree = {
    "hosts": {"pages": {"title": "Pages", "operator": "club", "domains": ["www.club.example"]}},
    "organisations": {
        "club": {"name": "Club du Phare SAS", "country": "FR", "domains": ["club.example"]},
        "hoster": {"name": "Hoster SAS", "country": "FR"},
    },
}
BY: Tree = {"own": SITE, "by": "club"}
OF_SITE: Tree = {**BY, "site": "pages", "for_": "booking"}
SAID: Tree = {**OF_SITE, "people": {"user": "member"}}


# scripts and pages


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"a\x2fb", "a/b"),
        (r"a\u002fb", "a/b"),
        (r"a\u{2f}b", "a/b"),
        (r"a\u{1F512}b", "a\U0001f512b"),
        (r"a\ud83db", "ab"),
        (r"a\/b", "a/b"),
        (r"a\nb\tc\0d", "a\nb\tc\0d"),
        ("a\\\nb", "ab"),
        ("a\\\r\nb", "ab"),
        ("plain", "plain"),
    ],
)
def test_a_literal_says_what_its_escapes_say(written: str, said: str) -> None:
    (literal,) = read_script(f'"{written}"').literals
    assert literal.text == said


def test_lines_are_counted_over_comments_and_literals_of_several_lines() -> None:
    text = "/* one\ntwo */ a('x');\n// three\nb(`y\nz`); c('w')"
    read = read_script(text)
    assert [(each.text, each.line) for each in read.literals] == [("x", 2), ("y\nz", 4), ("w", 5)]
    assert read.code.count("\n") == text.count("\n")


def test_a_regular_expression_is_no_division_and_no_comment() -> None:
    read = read_script("a = /[/'\"]+/g; b = 4 / 2; c = 'x' / 2; d = 'y'")
    assert [each.text for each in read.literals] == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "host", "scheme", "variable"),
    [
        ("https://a.example/x", "a.example", "https", ""),
        ("  //a.example", "a.example", "", ""),
        ("WSS://a.example", "a.example", "wss", ""),
        ("https://{{ Chat }}/x", "", "https", "Chat"),
        ("https://localhost/x", "", "https", ""),
        ("https://", "", "https", ""),
    ],
)
def test_an_address_is_a_host_or_what_a_variable_holds(
    text: str, host: str, scheme: str, variable: str
) -> None:
    found = address_of(text)
    assert found is not None
    assert (found.host, found.scheme, found.variable) == (host, scheme, variable)


@pytest.mark.parametrize(
    "text", ["a.example", "see https://a.example", "https://schema.org/Thing", "https:///x"]
)
def test_what_is_no_address_calls_nobody(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("piece", "called"),
    [
        ("<script src=https://a.example/x.js></script>", True),
        ("<img src='https://a.example/x.gif'>", True),
        ("<iframe src=https://a.example></iframe>", True),
        ("<object data=https://a.example></object>", True),
        ("<link rel='preload stylesheet' href=https://a.example>", True),
        ("<link rel=canonical href=https://a.example>", False),
        ("<link href=https://a.example>", False),
        ("<a href=https://a.example>x</a>", False),
        ("<p data=https://a.example>x</p>", False),
    ],
)
def test_a_page_calls_what_its_tags_fetch(piece: str, called: bool) -> None:
    assert [each.host for each in page_addresses(piece)] == (["a.example"] if called else [])


def cells(text: str) -> list[list[str]]:
    """The rows of the first table of a page."""
    return [[cell.text for cell in row.cells] for row in html_tables(f"<table>{text}</table>").tables[0].rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<tr><td>a<td>b<tr><td>c", [["a", "b"], ["c"]]),
        ("<tr><th>a<th hidden>b<th>c<tr><td>d", [["a", "", "c"], ["d"]]),
        ("<tr><th style='display:none'>a<td>b", [["", "b"]]),
        ("<tr><td style='display:none'>a<th>b", [["", "b"]]),
        ("<tr><td>1 < 2<td>x</tr>", [["1 < 2", "x"]]),
        ("<tr><td>a<!-->b--<td>c", [["ab--", "c"]]),
        ("<tr><td>a<!-- > <td>x -->b", [["ab"]]),
        ("<tr><td>a<!doctype >b", [["ab"]]),
        ("<tr><td title='>'>a<td>b", [["a", "b"]]),
        ("<tr><td>a<br>b<td>c<p>d</p>e", [["a\nb", "c\nd\ne"]]),
        ("<tr><td>a</td>between<td>b", [["a", "b"]]),
        ("<tr><td><s>old</s> new<td><strike>gone</strike>", [["new", ""]]),
        ("<tr><td><span style='text-decoration: underline line-through'>old</span> new", [["new"]]),
    ],
)
def test_a_table_is_what_a_reader_of_the_page_sees(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == rows


def test_a_page_has_its_first_title_and_lines_outside_of_tables() -> None:
    page = "<title> Our\n list </title><h1>Who helps</h1><p>Updated <b>often</b><p hidden>x</p><table><tr><td>a</table>end"
    found = html_tables(f"{page}<svg><title>Logo</title></svg>")
    assert found.title == "Our list"
    assert found.lines == ["Who helps", "Updated often", "end"]


def test_markdown_is_no_table_inside_of_a_fence_alone() -> None:
    text = "```\n# Not ours\n```\n# Ours\n\nnew\n| a | b |\n| - | - |\n| 1<br>2 | 3 |\n```\n| x | y |\n| - | - |\n| 1 | 2 |\n```\n"
    found = tables(Document(name="x.md", data=text.encode()))
    assert [[cell.text for cell in row.cells] for table in found.tables for row in table.rows] == [
        ["a", "b"],
        ["1\n2", "3"],
    ]
    assert (found.title, found.lines) == ("Ours", ["new"])


def test_a_row_of_a_workbook_stands_at_its_first_cell_as_spreadsheets_write_it() -> None:
    book = workbook(
        {"Ours": [["", "Company", "Purpose"], ["", "Rack Ltd", "Servers"]], "Old": [["x"]]}, hidden=["Old"]
    )
    found = tables(Document(name="x.xlsx", data=book))
    assert [(row.at, [cell.text for cell in row.cells]) for row in found.tables[0].rows] == [
        ("Ours!A1", ["", "Company", "Purpose"]),
        ("Ours!A2", ["", "Rack Ltd", "Servers"]),
    ]
    assert found.hidden == ["Old"]


# tag containers


def export(*tags: Tree, **sections: Any) -> Tree:
    version = {"container": {"publicId": "GTM-X", "name": "x", "usageContext": ["WEB"]}, "tag": list(tags)}
    return {"exportFormatVersion": 2, "containerVersion": {**version, **sections}}


def served(*tags: Tree, macros: list[Tree], predicates: list[Tree], rules: list[Any], **more: Any) -> str:
    resource = {
        "version": "3",
        "macros": macros,
        "tags": list(tags),
        "predicates": predicates,
        "rules": rules,
    }
    return f"var data = {json.dumps({'resource': resource, **more})};"


EVENT: Tree = {"function": "__e"}
ON_LOAD: Tree = {"function": "_eq", "arg0": ["macro", 0], "arg1": "gtm.js"}


def of_tags(tree: Tree) -> dict[str, Tree]:
    """The flows of tags by number, without that to whoever serves the container."""
    return {
        name.removeprefix("m-"): flow
        for name, flow in tree["flows"].items()
        if not name.startswith("m-container")
    }


def test_a_served_tag_calls_what_its_page_and_its_settings_say() -> None:
    html_tag = {"function": "__html", "vtp_html": "<script src='https://static.hotjar.com/h.js'></script>"}
    image = {"function": "__img", "vtp_url": ["template", "https://px.partner.example/p?u=", ["macro", 1]]}
    google = {
        "function": "__googtag",
        "vtp_settingsTable": [
            "list",
            ["map", "parameter", "server_container_url", "parameterValue", "https://tags.club.example"],
            ["map", "parameter", "email", "parameterValue", ["macro", 2]],
        ],
    }
    text = served(
        html_tag,
        image,
        google,
        macros=[EVENT, {"function": "__u", "vtp_component": "URL"}, {"function": "__v"}],
        predicates=[ON_LOAD],
        rules=[[["if", 0], ["add", 0, 1, 2]]],
    )
    found = of_tags(read("gtm", text, **SAID))
    assert found["1"]["to"] == "m-partner-example"
    assert found["1"]["data"] == ["device", "page-address", "unknown"]
    assert found["1"]["transport"] == "tls"
    assert found["2"]["to"] == "m-tags-club-example"
    assert found["2"]["data"] == ["device", "contact", "unknown"]
    assert {flow["trigger"] for flow in found.values()} == {"load"}
    assert {flow["embedded_in"] for flow in found.values()} == {"pages"}
    assert {flow["from"] for flow in found.values()} == {"member"}


@pytest.mark.parametrize(
    ("predicate", "trigger"),
    [
        (ON_LOAD, "load"),
        ({"function": "_eq", "arg0": ["macro", 0], "arg1": "gtm.linkClick"}, "click"),
        ({"function": "_eq", "arg0": ["macro", 1], "arg1": "gtm.js"}, "unknown"),
        ({"function": "_eq", "arg0": ["macro"], "arg1": "gtm.js"}, "unknown"),
        ({"function": "_eq", "arg0": "macro", "arg1": "gtm.js"}, "unknown"),
        ({"function": "_eq", "arg0": ["macro", 99], "arg1": "gtm.js"}, "unknown"),
        ("gone", "unknown"),
    ],
)
def test_a_served_tag_is_set_off_by_the_event_that_its_rule_asks_for(predicate: Any, trigger: str) -> None:
    text = served(
        {"function": "__googtag"},
        macros=[EVENT, {"function": "__v"}],
        predicates=[predicate],
        rules=[[[], ["if", 0], ["add", 0]]],
    )
    stated = of_tags(read("gtm", text, **SAID))["0"]["trigger"]
    assert (stated["value"] if isinstance(stated, dict) else stated) == trigger


def test_a_served_tag_without_a_rule_is_switched_off() -> None:
    text = served({"function": "__googtag", "tag_id": 7}, macros=[EVENT], predicates=[ON_LOAD], rules=[])
    tree = read("gtm", text, **SAID)
    assert ("switched-off", "7 googtag") in [each[1:] for each in told(tree, "left_out")]
    assert of_tags(tree) == {}


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://px.partner.example/p?u={{Page URL}}", True),
        ("https://px.partner.example/p?u={{Referrer}}", True),
        ("https://px.partner.example/p?u={{Number}}", False),
        ("https://px.partner.example/p", False),
    ],
)
def test_the_address_of_the_page_goes_along_where_a_variable_holds_it(url: str, page: bool) -> None:
    image = tag("4", "img", parameter("url", url))
    (flow,) = of_tags(read("gtm", export(image), **SAID)).values()
    assert flow["data"] == ["device", *(["page-address"] if page else []), "unknown"]


def test_a_server_that_a_variable_names_is_unknown_and_noted() -> None:
    settings = tag("9", "gaawe", parameter("serverContainerUrl", "https://{{Server}}"))
    (flow,) = of_tags(read("gtm", export(settings), **SAID)).values()
    assert flow["to"] == "unknown"
    assert all("Server" in said for said in flow["note"].values())
    bare = tag("9", "gaawe", parameter("serverContainerUrl", "tags.partner.example"))
    (flow,) = of_tags(read("gtm", export(bare), **SAID)).values()
    assert flow["to"] == "m-tags-partner-example"


def test_a_tag_whose_trigger_is_not_in_the_file_is_told_and_one_of_the_page_is_set_off_at_once() -> None:
    tree = read(
        "gtm",
        export(
            tag("1", "img", parameter("url", "https://px.partner.example"), fires="404"),
            tag("2", "img", parameter("url", "https://px.partner.example"), fires="2147479573"),
        ),
        **SAID,
    )
    assert [each[1:] for each in told(tree, "not_understood")] == [("no-such-element", "404")]
    assert of_tags(tree)["2"]["trigger"] == "load"


def test_what_a_site_calls_of_its_own_is_no_recipient() -> None:
    own = tag("1", "html", html("<script src='https://www.club.example/x.js'></script>"))
    tree = read("gtm", export(own), **SAID)
    assert of_tags(tree) == {}
    assert [each for each in told(tree, "left_out") if each[0]] == [
        ("/containerVersion/tag/0", "own-pages", "1 tag 1: www.club.example"),
        ("/containerVersion/tag/0", "nobody-called", "1 tag 1"),
    ]


# cookies


def onetrust(*groups: Tree, **domain: Any) -> Tree:
    return {"DomainData": {"Groups": list(groups), **domain}}


@pytest.mark.parametrize(
    ("language", "title"),
    [({}, "OneTrust"), ({"Language": {"Culture": "fr"}}, "OneTrust (fr)")],
)
def test_a_banner_is_called_after_its_maker_and_its_language(language: Tree, title: str) -> None:
    group = {"GroupName": "Ads", "Hosts": [{"HostName": "partner.example"}]}
    assert read("cookies", onetrust(group, **language), **SAID)["sources"]["m"]["title"] == title


def test_the_hosts_of_a_banner_read_cookies_and_what_it_does_not_name_is_told() -> None:
    ads = {
        "GroupName": "Ads",
        "Hosts": [{"HostName": "partner.example", "DisplayName": "The Partner"}, {"DisplayName": "Nobody"}],
        "FirstPartyCookies": [{"Name": "sid"}],
    }
    tree = read("cookies", onetrust(ads, {"OptanonGroupId": "C9"}), **SAID)
    assert [(end, data) for _, end, data in flows(tree)] == [("partner-example", ["device", "unknown"])]
    words = [each[2] for field in ("left_out", "not_understood") for each in told(tree, field)]
    assert any("C9" in each for each in words)
    assert any("sid" in each for each in words)
    assert any("Nobody" in each for each in words)


COOKIEBOT = """CookieConsentDialog.cookieTableAdvertising = [
 ["lp","partner.example","Ads","1 day"],
 ["fr","<a href='https://x.example'>Meta Ltd</a>","Ads"],
 ["zz","","?"]
];
CookieConsentDialog.cookieTableUnknown = [["no","other.example"]];
"""


def test_each_row_of_a_script_names_who_reads_a_cookie_on_its_line() -> None:
    tree = read("cookies", COOKIEBOT, **SAID)
    assert tree["flows"]["m-partner-example"]["source"] == "m#L2"
    assert [end for _, end, _ in flows(tree)] == ["meta-ltd", "partner-example"]
    assert [
        place for place, _, said in told(tree, "not_understood") + told(tree, "left_out") if "zz" in said
    ] == ["L4"]


def test_a_table_of_cookies_gives_who_reads_them_by_category_and_tells_its_other_columns() -> None:
    text = "Category;Cookie name;Provider;Colour\nAds;lp;partner.example;red\nCare;lp2;partner.example;\nOther;abc;;\n"
    tree = read("cookies", text, name="c.csv", **SAID)
    (flow,) = tree["flows"].values()
    assert flow["to"] == "m-partner-example"
    assert told(tree, "not_understood")[0] == ("row=1", "no-such-key", "Colour (1)")
    assert all("Ads" in said and "Care" in said for said in flow["note"].values())


# sellers


def test_lines_of_ads_txt_name_who_may_sell_and_who_owns() -> None:
    text = (
        "# ours\npartner.example, 12, DIRECT, abc\nPARTNER.example,13,RESELLER\nother.example, 1, reseller # them\n"
        "OWNERDOMAIN=club.example\ncontact=ada@club.example\nsubdomain=x\nnodots, 1, DIRECT\n"
    )
    tree = read("ads-txt", text, name="ads.txt", **OF_SITE)
    assert set(tree["organisations"]) == {"m-partner-example", "m-other-example"}
    assert tree["organisations"]["m-partner-example"]["source"] == "m#L2"
    assert tree["imports"]["m"]["beside"] == [
        {"fact": "hosts.pages.operator", "at": "m#L5", "words": "OWNERDOMAIN club.example"}
    ]
    assert told(tree, "left_out") == [
        ("", "not-of-the-case", "account (3), relationship (3), certification id (1)"),
        ("L6", "persons", "CONTACT"),
    ]
    assert told(tree, "not_understood") == [
        ("L7", "no-such-word", "subdomain=x"),
        ("L8", "no-such-word", "nodots, 1, DIRECT"),
    ]
    said = {each["what"]: each.get("words") for each in tree["imports"]["m"]["to_say"]}
    assert said["bid-requests"] == ["partner.example", "other.example"]
    nowhere = read("ads-txt", text, name="ads.txt", by="club", own=SITE)
    assert "beside" not in nowhere["imports"]["m"]
    assert ("L5", "prose", "OWNERDOMAIN club.example") in told(nowhere, "not_understood")


def test_a_network_names_sellers_and_those_that_it_withholds_are_counted() -> None:
    sellers = [
        {"seller_id": "1", "seller_type": "PUBLISHER", "name": "Partner Ltd", "domain": "partner.example"},
        {"seller_id": "2", "seller_type": "PUBLISHER", "name": "Other Ltd", "comment": "x", "ext": {}},
        {"seller_id": "3", "seller_type": "BOTH", "is_confidential": 1, "is_passthrough": 1},
        {"seller_id": "4", "seller_type": "BOTH", "name": "someone"},
    ]
    value = {
        "sellers": sellers,
        "version": 1.0,
        "identifiers": [],
        "contact_email": "ada@club.example",
        "contact_address": "Somewhere",
        "zzz": "new",
    }
    tree = read("ads-txt", value, **OF_SITE)
    assert tree["organisations"]["m-partner-example"]["name"] == "Partner Ltd"
    assert tree["organisations"]["m-other-ltd"]["name"] == "Other Ltd"
    ids = "seller_id (4), seller_type (4), comment (1), is_confidential (1), is_passthrough (1)"
    assert told(tree, "left_out") == [
        ("", "not-of-the-case", f"{ids}, name (1), version (1)"),
        ("/contact_email", "persons", "contact_email"),
        ("/contact_address", "persons", "contact_address"),
    ]
    assert told(tree, "not_understood") == [
        ("/sellers", "no-company", "2"),
        ("/zzz", "no-such-key", "new"),
    ]


@pytest.mark.parametrize(
    ("name", "domain", "counted"),
    [
        ("Partner Ltd", "partner.example", False),
        ("Partner Ltd", "", False),
        ("Ada Fictive", "partner.example", True),
        ("Another Ltd", "www.club.example", True),
    ],
)
def test_a_name_of_a_seller_counts_as_of_no_use_only_where_nothing_is_called_by_it(
    name: str, domain: str, counted: bool
) -> None:
    known = {"seller_id": "1", "seller_type": "BOTH", "name": "First Ltd", "domain": "first.example"}
    seller = {"seller_id": "2", "seller_type": "BOTH", "name": name, "domain": domain}
    tree = read("ads-txt", {"version": 1.0, "sellers": [known, seller]}, **OF_SITE)
    (beside,) = [said for _, what, said in told(tree, "left_out") if what == "not-of-the-case"]
    assert ("name (1)" in beside) == counted


# tarteaucitron


def services(*keys: str, before: str = "") -> str:
    pushed = "".join(f"(tarteaucitron.job = tarteaucitron.job || []).push('{key}');\n" for key in keys)
    return f"<p>page</p>\n<script>\n{before}{pushed}</script>"


def test_each_service_that_a_page_switches_on_is_called() -> None:
    before = "tarteaucitron.init({highPrivacy: !0});\ntarteaucitron.user.matomoHost = '//stats.partner.example/';\n"
    tree = read("cookies", services("matomo", "quai-agenda", "gcmadstorage", before=before), **SAID)
    assert [end for _, end, _ in flows(tree)] == ["partner-example", "unknown"]
    assert tree["flows"]["m-matomo"]["source"] == "m#L5"
    assert ("L7", "nobody-called", "gcmadstorage") in told(tree, "left_out")
    assert ("L6", "no-such-word", "quai-agenda") in told(tree, "not_understood")


def test_a_service_that_is_left_out_by_hand_calls_nobody() -> None:
    tree = read("cookies", services("matomo", "quai-agenda"), leave_out={"quai-agenda": "gone"}, **SAID)
    assert set(tree["flows"]) == {"m-matomo"}


def test_a_service_at_a_host_of_the_case_has_its_operator_for_recipient() -> None:
    before = "tarteaucitron.user.matomoHost = 'stats.partner.example';\n"
    tree = read("cookies", services("matomo", before=before), **SAID)
    (notice,) = tree["notices"].values()
    assert notice["recipients"] == "m-partner-example"


# consent strings and vendor lists


@pytest.mark.parametrize(("first", "last"), [(0, 3), (4, 3), (0, 0)])
def test_a_range_of_vendors_begins_with_one_and_does_not_go_backwards(first: int, last: int) -> None:
    written = (
        number(1, 12)
        + number(1, 6)
        + number(0, 2)
        + number(1, 12)
        + "1"
        + number(first, 16)
        + number(last, 16)
    )
    with pytest.raises(BadString, match="impossible range"):
        read_consent_string(consent_string(rest=written))


def test_ranges_of_vendors_are_all_that_lie_in_them() -> None:
    written = number(1, 12) + number(7, 6) + number(1, 2) + number(2, 12)
    written += "1" + number(3, 16) + number(5, 16) + "0" + number(9, 16)
    (restriction,) = read_consent_string(consent_string(rest=written)).restrictions
    assert (restriction.purpose, restriction.type, restriction.vendors) == (7, 1, [(3, 5), (9, 9)])


def test_every_segment_is_base64_and_only_one_tells_who_was_shown() -> None:
    core = consent_string(consent=[4])
    shown = segment(number(1, 3) + vendors([2]))
    other = segment(number(3, 3) + vendors([8]))
    assert read_consent_string(f"{core}.{other}.{shown}").shown() == {2}
    assert read_consent_string(f"{core}.{other}").shown() == {4}
    for broken in (f"{core}.", f"{core}.a!b", f"{core}.{shown}."):
        with pytest.raises(BadString, match="base64url"):
            read_consent_string(broken)


def vendor(name: str, **fields: Any) -> Tree:
    return {"id": 1, "name": name, "purposes": [1, 7], "legIntPurposes": [2], **fields}


def gvl(**vendors: Tree) -> Tree:
    return {
        "gvlSpecificationVersion": 3,
        "vendorListVersion": 412,
        "lastUpdated": "2025-10-01T16:00:00Z",
        "purposes": {"1": {"name": "Keep"}, "2": {"name": "Choose"}},
        "dataCategories": {"1": {"name": "Addresses"}},
        "vendors": {number.removeprefix("v"): each for number, each in vendors.items()},
    }


def test_a_list_shows_the_vendors_of_the_string_and_tells_the_others() -> None:
    tree = read(
        "tcf",
        gvl(v11=vendor("Adfoo SAS"), v12=vendor("Hidden Ltd")),
        beside=consent_string(consent=[11, 13]),
        **OF_SITE,
    )
    assert tree["sources"]["m"]["title"] == "Global Vendor List, version 412"
    assert tree["sources"]["m"]["id"] == "gvl 412"
    (notice,) = tree["notices"].values()
    assert notice["recipients"] == ["m-11", "unknown"]
    assert ("/vendors/12", "not-disclosed", "12 Hidden Ltd") in told(tree, "left_out")
    assert ("/vendors", "no-such-element", "13") in told(tree, "not_understood")
    assert "older-word" not in [what for _, what, _ in told(tree, "not_understood")]
    one = [said for _, what, said in told(tree, "left_out") if what == "one-visitor"]
    assert one == ["purposes 1, 3; vendors 11, 13"]


def test_a_string_without_consent_for_anybody_says_so() -> None:
    tree = read("tcf", gvl(v11=vendor("Adfoo SAS")), beside=consent_string(disclosed=[11]), **OF_SITE)
    (notice,) = tree["notices"].values()
    assert notice["recipients"] == ["m-11"]
    assert [said for _, what, said in told(tree, "left_out") if what == "one-visitor"] == [
        "purposes 1, 3; vendors –"
    ]


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"dataRetention": {"stdRetention": 395}}, ["395"]),
        ({"dataDeclaration": [1]}, ["Addresses"]),
        ({"dataDeclaration": [9]}, ["9"]),
        (
            {"dataRetention": {"stdRetention": 1, "purposes": {"7": 90}}, "dataDeclaration": [1]},
            ["90", "Addresses"],
        ),
        ({}, None),
    ],
)
def test_what_a_vendor_told_is_noted(fields: Tree, parts: list[str] | None) -> None:
    tree = read("tcf", gvl(v11=vendor("Adfoo SAS", **fields)), beside=consent_string(consent=[11]), **OF_SITE)
    note = tree["organisations"]["m-11"].get("note")
    assert (note is None) is (parts is None)
    for part in parts or ():
        assert all(part in said for said in note.values()), note


def test_a_vendor_of_several_names_is_asked_for_its_company() -> None:
    tree = read(
        "tcf", gvl(v12=vendor("Barfern, Inc. d/b/a Fern")), beside=consent_string(consent=[12]), **OF_SITE
    )
    assert tree["organisations"]["m-12"]["name"]["value"] == "unknown"
    assert [each["fact"] for each in tree["imports"]["m"]["to_ask"]] == ["organisations.m-12.name"]


# sub-processors


def table(*rows: str, heads: str = "Company;Purpose;Country of hosting;Safeguards;Since") -> str:
    return "\n".join((heads, *rows)) + "\n"


@pytest.mark.parametrize(
    ("stated", "tool", "told_as"),
    [
        ("SCCs", "scc", ""),
        ("SCCs or BCR", "unknown", "SCCs or BCR"),
        ("no SCCs", "unknown", "no SCCs"),
        ("Data Privacy Framework", None, ""),
        ("good will", "unknown", "good will"),
        ("", None, ""),
    ],
)
def test_safeguards_are_one_tool_or_open(stated: str, tool: str | None, told_as: str) -> None:
    tree = read("subprocessors", table(f"Rack Ltd;Servers;India;{stated};"), name="l.csv", **OF_SITE)
    (flow,) = tree["flows"].values()
    value = flow.get("tool")
    assert (value["value"] if isinstance(value, dict) else value) == tool
    assert [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"] == (
        [told_as] if told_as else []
    )
    dpf = tree["organisations"]["m-rack-ltd"].get("dpf")
    assert (dpf is not None) is (stated == "Data Privacy Framework")


def test_headings_are_looked_for_in_thirty_rows_and_no_further() -> None:
    for before, found in ((29, True), (30, False)):
        text = "\n".join([*(f"x{at};y" for at in range(before)), table("Rack Ltd;Servers;India;;")])
        if found:
            read("subprocessors", text, name="l.csv", **OF_SITE)
        else:
            with pytest.raises((AssertionError, Refused)):
                read("subprocessors", text, name="l.csv", **OF_SITE)


def test_a_row_that_a_page_hides_is_told_and_becomes_no_fact() -> None:
    page = "<table><tr><th>Company<th>Purpose<tr style='display:none'><td>Hidden Ltd<td>x<tr><td>Rack Ltd<td>y</table>"
    tree = read("subprocessors", page, name="l.html", **OF_SITE)
    assert set(tree["organisations"]) == {"m-rack-ltd"}
    assert told(tree, "left_out") == [("table=1/row=2", "not-shown", "Hidden Ltd · x")]


@pytest.mark.parametrize(
    ("called", "several"),
    [
        ("Rack Ltd + Mail Ltd", True),
        ("Rack / Mail", True),
        ("Rack Ltd; Mail GmbH", True),
        ("Rack A/S", False),
        ("Rack Ltd", False),
    ],
)
def test_a_cell_that_names_several_companies_is_asked_about(called: str, several: bool) -> None:
    quoted = f'"{called}"'
    tree = read("subprocessors", table(f"{quoted};Servers;France;;"), name="l.csv", **OF_SITE)
    assert [what for _, what, _ in told(tree, "not_understood")].count("several") == several
    (entry,) = tree["organisations"].values()
    assert isinstance(entry["name"], dict) is several


@pytest.mark.parametrize(
    ("means", "country", "location"),
    [("", "unknown", "unknown"), ("seat", "IN", None), ("processing", "unknown", "IN")],
)
def test_a_column_called_location_is_a_seat_or_a_place_as_people_say(
    means: str, country: str, location: str | None
) -> None:
    text = table("Rack Ltd;Servers;India", heads="Company;Purpose;Country")
    tree = read("subprocessors", text, name="l.csv", location_means=means, **OF_SITE)
    values = [
        tree["organisations"]["m-rack-ltd"]["country"],
        tree["hosts"]["m-rack-ltd-place"].get("location"),
    ]
    assert [each["value"] if isinstance(each, dict) else each for each in values] == [country, location]
    if not means:
        assert all("Country: India" in said for said in values[0]["note"].values())


def test_a_day_that_both_orders_may_mean_is_that_of_the_list() -> None:
    assert Days(["02/03/2021"]).of("02/03/2021") == "2021-03-02"
    assert Days(["01/25/2021"]).of("02/03/2021") == "2021-02-03"
    assert Days(["01/25/2021", "25/01/2021"]).of("03/03/2021") == "2021-03-03"
    assert Days([]).of("31/02/2021") == ""
    assert Days([]).of("mars 2021") == "2021-03"
    assert Days([]).of("Été") == ""


def test_a_new_row_closes_the_hidden_heading_before_it() -> None:
    rows = html_tables("<table><tr><td>a<th hidden>b<tr><td>c").tables[0].rows
    assert [([cell.text for cell in row.cells], row.hidden) for row in rows] == [
        (["a", ""], False),
        (["c"], False),
    ]


@pytest.mark.parametrize("text", ["'abc", '"abc', "`abc", "'abc\\", "a = /abc"])
def test_a_script_that_breaks_off_is_read_to_its_end(text: str) -> None:
    assert [each.text.rstrip("\\") for each in read_script(text).literals] == (
        ["abc"] if "=" not in text else []
    )


def test_the_literals_of_a_script_that_begin_as_addresses_are_called() -> None:
    page = "<script>a('https://a.example/x'); b('no address'); c('//b.example')</script>"
    assert [each.host for each in page_addresses(page)] == ["a.example", "b.example"]


def test_a_heading_over_several_columns_is_told_once_and_each_other_of_its_own() -> None:
    page = "<table><tr><th>Company<th>Purpose<th colspan=2>Colour<th>Size<tr><td>Rack Ltd<td>y<td>a<td>b<td>c</table>"
    tree = read("subprocessors", page, name="l.html", **OF_SITE)
    assert told(tree, "not_understood") == [
        ("table=1/row=1", "no-such-key", "Colour (1)"),
        ("table=1/row=1", "no-such-key", "Size (1)"),
    ]


@pytest.mark.parametrize(
    ("seat", "country"),
    [("India", "IN"), ("India, Nepal", "unknown"), ("", "unknown"), ("Atlantis", "unknown")],
)
def test_a_column_of_seats_gives_the_country_of_a_company(seat: str, country: str) -> None:
    text = table(f'Rack Ltd;Servers;"{seat}"', heads="Company;Purpose;Registered office")
    tree = read("subprocessors", text, name="l.csv", **OF_SITE)
    stated = tree["organisations"]["m-rack-ltd"]["country"]
    assert (stated["value"] if isinstance(stated, dict) else stated) == country
    assert isinstance(stated, dict) is (country == "unknown" and seat != "")


def test_a_template_calls_what_its_permissions_name() -> None:
    data = (
        '___INFO___\n\n{"id": "cvt_X"}\n\n___TESTS___\n\n[1]\n\n___WEB_PERMISSIONS___\n\n'
        '[{"instance": {"key": {"publicId": "send_pixel"}, "param": [{"key": "urls", "value": "https://*.partner.example/*"}]}},'
        ' {"instance": {"key": {"publicId": "get_cookies"}, "param": ["https://no.example"]}}]\n\n___NOTES___\n'
    )
    template = {"templateId": "7", "containerId": "1", "templateData": data}
    tree = read("gtm", export(tag("5", "cvt_1_7"), customTemplate=[template]), **SAID)
    (flow,) = of_tags(tree).values()
    assert flow["to"] == "m-partner-example"


def test_the_event_that_sets_off_a_tag_is_asked_about_by_its_name() -> None:
    condition = {
        "type": "CONTAINS",
        "parameter": [parameter("arg0", "{{_event}}"), parameter("arg1", "accepted")],
    }
    trigger = {"triggerId": "8", "name": "ok", "type": "CUSTOM_EVENT", "customEventFilter": [condition]}
    lower = {**condition, "type": "contains"}
    for each in (trigger, {**trigger, "customEventFilter": [lower]}):
        tree = read("gtm", export(tag("5", "googtag", fires="8"), trigger=[each]), **SAID)
        asked = [
            each["words"] for each in tree["imports"]["m"]["to_ask"] if each["fact"].endswith(".trigger")
        ]
        assert asked == ["accepted"]


def test_a_container_is_dated_by_its_export_and_what_a_server_sends_leaves_it() -> None:
    value = export(tag("1", "img", parameter("url", "https://px.partner.example")))
    value["exportTime"] = "2025-11-20 09:00:00"
    value["containerVersion"]["container"]["usageContext"] = ["server"]
    tree = read("gtm", value, **OF_SITE)
    assert tree["sources"]["m"]["date"] == "2025-11-20"
    assert tree["sources"]["m"]["title"] == "GTM-X, x"
    (flow,) = tree["flows"].values()
    assert (flow["from"], flow["to"], flow["data"]) == ("m-server", "m-partner-example", ["unknown"])


def test_a_served_page_tag_calls_the_host_that_escapes_and_constants_hold() -> None:
    page = ["template", "<script src='", ["escape", ["macro", 1], 12], "/l.js'></script>"]
    text = served(
        {"function": "__html", "vtp_html": page},
        macros=[EVENT, {"function": "__c", "vtp_value": "https://cdn.partner.example"}],
        predicates=[ON_LOAD],
        rules=[[["if", 0], ["unless", 0], ["block", 7], ["add", 0]]],
    )
    (flow,) = of_tags(read("gtm", text, **SAID)).values()
    assert flow["to"] == "m-partner-example"


def test_a_rule_adds_the_tags_that_it_names_and_no_others() -> None:
    text = served(
        {"function": "__googtag"},
        {"function": "__googtag"},
        macros=[EVENT],
        predicates=[ON_LOAD],
        rules=[[["if", "0", 1], ["add", 0]]],
    )
    tree = read("gtm", text, **SAID)
    assert set(of_tags(tree)) == {"0"}
    assert ("switched-off", "1 googtag") in [each[1:] for each in told(tree, "left_out")]


def test_whoever_is_known_to_answer_for_a_domain_is_called() -> None:
    page = tag("1", "html", html("<script src='https://connect.facebook.net/x.js'></script>"))
    (flow,) = of_tags(read("gtm", export(page), **SAID)).values()
    assert flow["to"] == "meta-ie"


def test_a_notice_of_a_site_has_a_title_and_names_who_it_tells_of() -> None:
    ads = {"GroupName": "Ads", "Hosts": [{"HostName": "partner.example"}]}
    tree = read("cookies", onetrust(ads, GeneralVendors=[{"Name": "Chatfil Ltd"}]), **SAID)
    (notice,) = tree["notices"].values()
    assert notice["recipients"] == ["m-partner-example", "m-chatfil-ltd"]
    assert set(notice["title"]) == {"fr", "en"}
    assert all("OneTrust" in said for said in notice["title"].values())


@pytest.mark.parametrize("tenths", [0, (1 << 36) - 1])
def test_any_day_that_a_string_can_hold_is_a_day(tenths: int) -> None:
    text = consent_string(consent=[4])
    bits = "".join(f"{byte:08b}" for byte in urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    read = read_consent_string(segment(bits[:6] + number(tenths, 36) + bits[42:]))
    assert read.created == ("1970-01-01" if tenths == 0 else "2187-10-06")
