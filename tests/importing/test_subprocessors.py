"""Lists of sub-processors and of cookies, row by row: who, where, under which safeguards, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused, UsageRefused
from auditor.loading.importing.lists.html_tables import html_tables
from auditor.loading.importing.lists.places import Days, countries_of, safeguards_of
from auditor.loading.importing.lists.table import MOST_CELLS
from auditor.loading.importing.register.cells import Countries
from tests.importing.reading import Tree, flows, read, told
from tests.importing.test_small_lists import OF_SITE, SAID, table
from tests.own_rules import KNOWLEDGE


def one(row: str, **more: Any) -> Tree:
    return read("subprocessors", table(row, **more), name="l.csv", **OF_SITE)


@pytest.mark.parametrize(
    ("text", "tools", "flags"),
    [
        ("SCCs", ["scc"], ()),
        ("CCT et BCR", ["scc", "bcr"], ()),
        ("Adequacy decision", ["adequacy"], ()),
        ("EU-US DPF", [], ("dpf",)),
        ("SCCs; Data Privacy Framework", ["scc"], ("dpf",)),
        ("N/A", [], ("nothing",)),
        ("–", [], ("nothing",)),
        ("GDPR", [], ("no_ground",)),
        ("GDPR, SCCs", ["scc"], ()),
        ("without SCCs", ["scc"], ("denied",)),
        ("not our affair", [], ()),
        ("sccession", [], ()),
    ],
)
def test_safeguards_are_words_of_the_list_and_what_is_said_of_them(
    text: str, tools: list[str], flags: tuple[str, ...]
) -> None:
    found = safeguards_of(text)
    assert found.tools == tools
    assert {name for name in ("dpf", "nothing", "no_ground", "denied") if getattr(found, name)} == {*flags}


@pytest.mark.parametrize(
    ("stated", "tool", "dpf", "why"),
    [
        ("SCCs; Data Privacy Framework", "scc", True, None),
        ("no Data Privacy Framework", "unknown", False, "no-such-word"),
        ("without SCCs; DPF", "unknown", False, "no-such-word"),
        ("GDPR", None, False, "no-such-word"),
        ("N/A", None, False, "says-nothing"),
    ],
)
def test_what_a_row_says_of_safeguards_is_a_fact_or_told(
    stated: str, tool: str | None, dpf: bool, why: str | None
) -> None:
    tree = one(f'Rack Ltd;Servers;India;"{stated}";')
    (flow,) = tree["flows"].values()
    value = flow.get("tool")
    assert (value["value"] if isinstance(value, dict) else value) == tool
    assert tree["organisations"]["m-rack-ltd"].get("dpf") == (
        {"value": "true", "source": "m#row=2"} if dpf else None
    )
    said = [
        what
        for field in ("left_out", "not_understood")
        for _, what, words in told(tree, field)
        if words == stated
    ]
    assert said == ([why] if why else [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("India", ["IN"]),
        ("France, Belgium", ["FR", "BE"]),
        ("France / Belgium", ["FR", "BE"]),
        ("India (IN)", ["IN"]),
        ("India (Nepal)", []),
        ("India (main site)", ["IN"]),
        ("EU", []),
        ("EU, India", []),
        ("India, elsewhere", []),
        ("India, India", ["IN"]),
        ("", []),
    ],
)
def test_a_place_is_countries_and_nothing_else(text: str, codes: list[str]) -> None:
    assert countries_of(text, Countries(KNOWLEDGE.countries)) == codes


@pytest.mark.parametrize(
    ("others", "text", "day"),
    [
        ([], "25/01/2021", "2021-01-25"),
        ([], "01/25/2021", "2021-01-25"),
        ([], "05/01/2021", "2021-01-05"),
        (["01/25/2021"], "05/01/2021", "2021-05-01"),
        (["25/01/2021"], "05/01/2021", "2021-01-05"),
        (["25/01/2021", "01/25/2021"], "05/01/2021", ""),
        (["25/01/2021", "01/25/2021"], "05/05/2021", "2021-05-05"),
        (["12/12/2021"], "12/11/2021", "2021-11-12"),
        ([], "30/02/2021", ""),
        ([], "soon", ""),
    ],
)
def test_a_day_of_a_list_is_read_day_first_unless_the_list_shows_otherwise(
    others: list[str], text: str, day: str
) -> None:
    assert Days(others).of(text) == day


def test_a_row_gives_a_company_an_agreement_a_place_and_a_flow() -> None:
    tree = one("Rack Ltd;Remote access for support;India;SCCs;25/01/2021")
    (flow,) = tree["flows"].values()
    assert (flow["from"], flow["to"], flow["data"]) == ("club", "m-rack-ltd-place", "unknown")
    assert (flow["access"], flow["since"], flow["source"]) == ("remote", "2021-01-25", "m#row=2")
    (place,) = tree["hosts"].values()
    assert (place["operator"], place["location"]) == ("m-rack-ltd", "IN")
    assert [(each["between"], each["is"], each["signed"]) for each in tree["agreements"]] == [
        (["club", "m-rack-ltd"], "processing", "unknown")
    ]
    (activity,) = tree["activities"].values()
    assert activity["controller"] == "unknown"
    assert activity["processors"] == ["club", "m-rack-ltd"]


def test_a_row_without_remote_access_and_without_a_day_says_neither() -> None:
    (flow,) = one("Rack Ltd;Servers;India;SCCs;").get("flows", {}).values()
    assert {"access", "since", "note"} & flow.keys() == set()
    tree = one("Rack Ltd;Servers;India;SCCs;soon")
    assert ("row=2", "no-such-word", "soon") in told(tree, "not_understood")


@pytest.mark.parametrize(("place", "location"), [("Atlantis", "unknown"), ("EU", "unknown"), ("", None)])
def test_a_place_that_is_no_country_is_unknown_and_told(place: str, location: str | None) -> None:
    tree = one(f"Rack Ltd;Servers;{place};;")
    (host,) = tree["hosts"].values()
    stated = host.get("location")
    assert (stated["value"] if stated else None) == location
    assert [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"] == (
        [place] if place else []
    )


def test_a_company_on_two_rows_has_one_agreement_and_two_places() -> None:
    tree = read(
        "subprocessors",
        table("Rack Ltd;Servers;India;;", "Rack Ltd;Backups;Nepal;;"),
        name="l.csv",
        **OF_SITE,
    )
    assert len(tree["agreements"]) == 1
    assert sorted(host["location"] for host in tree["hosts"].values()) == ["IN", "NP"]
    assert len(tree["flows"]) == 2


def test_what_data_a_company_gets_is_noted_in_the_words_of_the_list() -> None:
    tree = one("Rack Ltd;Servers;names, mails", heads="Company;Purpose;Categories of personal data")
    (flow,) = tree["flows"].values()
    assert flow["data"] == "unknown"
    assert all("names, mails" in said for said in flow["note"].values())


def test_a_row_without_a_company_is_told() -> None:
    text = table(";Servers;India;;", "Rack Ltd;Servers;India;;")
    tree = read("subprocessors", text, name="l.csv", **OF_SITE)
    assert [what for at, what, _ in told(tree, "not_understood") if at == "row=2"] == ["unnamed"]
    assert set(tree["organisations"]) == {"m-rack-ltd"}


@pytest.mark.parametrize(
    ("called", "name", "prose"),
    [
        ("Rack Ltd (London)", "Rack Ltd", True),
        ("Rack Ltd", "Rack Ltd", False),
    ],
)
def test_what_stands_beside_the_name_of_a_company_is_told(called: str, name: str, *, prose: bool) -> None:
    tree = one(f"{called};Servers;India;;")
    (entry,) = tree["organisations"].values()
    assert entry["name"] == name
    assert (("row=2", "prose", called) in told(tree, "not_understood")) is prose


def test_a_list_of_nobody_is_refused() -> None:
    with pytest.raises(UsageRefused):
        read("subprocessors", table("Rack Ltd;Servers;India;;"), name="l.csv")
    with pytest.raises(UsageRefused):
        read("cookies", "Nom du cookie;Fournisseur\nsid;Meta\n", name="c.csv")


# cookies


def cookies(*rows: str, heads: str = "Catégorie;Nom du cookie;Fournisseur;Durée", **more: Any) -> Tree:
    return read("cookies", "\n".join((heads, *rows)) + "\n", name="c.csv", **{**SAID, **more})


@pytest.mark.parametrize(
    ("provider", "ends", "why"),
    [
        ("www.club.example", [], "own-pages"),
        ("club.example", [], "own-pages"),
        (".club.example", [], "own-pages"),
        ("Matomo (auto-hébergé)", [], "program"),
        ("partner.example", ["partner-example"], None),
        (".partner.example", ["partner-example"], None),
        ("Partner Ltd", ["partner-ltd"], None),
    ],
)
def test_who_reads_a_cookie_is_the_site_a_program_of_it_or_somebody_else(
    provider: str, ends: list[str], why: str | None
) -> None:
    tree = cookies(f"Pub;lp;{provider};1 an", "Pub;x;other.example;1 an")
    assert [end for _, end, _ in flows(tree)] == sorted([*ends, "other-example"])
    said = [
        what for field in ("left_out", "not_understood") for at, what, _ in told(tree, field) if at == "row=2"
    ]
    assert (why in said) if why else not {"own-pages", "program"} & {*said}
    recipients = tree["notices"]["m"]["recipients"]
    listed = [recipients] if isinstance(recipients, str) else recipients
    assert ("unknown" in listed) is bool(why)


def test_a_reader_of_several_cookies_has_one_flow_with_the_categories_of_the_list() -> None:
    tree = cookies(
        "Pub;a;partner.example;1 an", "Mesure;b;partner.example;1 an", "Pub;c;partner.example;1 an"
    )
    (flow,) = tree["flows"].values()
    assert flow["reads_terminal"] == "true"
    assert all("Pub" in said and "Mesure" in said for said in flow["note"].values())
    assert tree["notices"]["m"]["recipients"] == "m-partner-example"


def test_a_cookie_of_nobody_is_told_and_leaves_the_list_open() -> None:
    tree = cookies("Pub;a;partner.example;1 an", "Pub;abc;;1 an")
    assert ("row=3", "unnamed", "abc") in told(tree, "not_understood")
    assert tree["notices"]["m"]["recipients"] == ["m-partner-example", "unknown"]
    assert all("abc" in said for said in tree["notices"]["m"]["note"].values())


def test_a_list_that_names_only_the_site_itself_is_open() -> None:
    text = "Catégorie;Nom du cookie;Fournisseur\nPub;a;www.club.example\n"
    tree = read("cookies", text, name="c.csv", **OF_SITE)
    assert tree["notices"]["m"]["recipients"] in ("unknown", ["unknown"])
    assert "flows" not in tree or tree["flows"] == {}


# tables of a page


def grid(text: str) -> list[list[str]]:
    (found,) = html_tables(text).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c"]]),
        ("<table><td>a<td>b</table>", [["a", "b"]]),
        ("<table><tr><td colspan=2>a<td>b</table>", [["a", "a", "b"]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [["a", "b"], ["a", "c"]]),
        ("<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e</table>", [["a", "b"], ["a", "c"], ["a", "d"], ["e"]]),
        ("<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", [["a", "b"], ["c", "b"]]),
        ("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>", [["a", "a", "b"], ["a", "a", "c"]]),
        ("<table><tr><td colspan=0>a<td colspan=x>b</table>", [["a", "b"]]),
        ("<table><tr><td>a<br>b<td>c<p>d</table>", [["a\nb", "c\nd"]]),
        ("<table><tr><td><ul><li>a<li>b</ul></table>", [["a;\nb"]]),
        ("<table><tr><td> a  b\nc </table>", [["a b c"]]),
        ("<table><tr><td></td></tr><tr><td>a</table>", [["a"]]),
        ("<table><tr><td>a</td>x<td>b</table>", [["a", "b"]]),
        ("<table><tr><td>a<s>b</s>c</table>", [["a c"]]),
    ],
)  # fmt: skip
def test_a_page_shows_its_cells_in_rows_and_columns(text: str, rows: list[list[str]]) -> None:
    assert grid(text) == rows


def test_what_is_struck_out_is_kept_apart_and_a_table_has_the_heading_before_it() -> None:
    page = "<title> A  page </title><h1>Top</h1><h2>Partners</h2><p>Since 2020</p><table><tr><td><s>old</s>new</table>"
    page += "<table><tr><td>x</table>"
    found = html_tables(page)
    assert found.title == "A page"
    assert found.lines == ["Top", "Partners", "Since 2020"]
    assert [(each.at, each.heading) for each in found.tables] == [("table=1", "Partners"), ("table=2", "")]
    (cell,) = found.tables[0].rows[0].cells
    assert (cell.text, cell.struck) == ("new", "old")


def test_cells_that_spans_make_are_counted() -> None:
    row = "<tr>" + "<td colspan=1000>" * 10
    many = MOST_CELLS // 10_000
    html_tables("<table>" + row * many + "</table>")
    with pytest.raises(Exception, match=str(MOST_CELLS)):
        html_tables("<table>" + row * (many + 1) + "</table>")
    assert issubclass(Refused, Exception)
