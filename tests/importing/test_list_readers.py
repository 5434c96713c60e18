"""The readers below lists: tables, scripts, consent strings, words of places and days; whatever bytes they are given."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.api.read import knowledge_base
from auditor.errors import Refused
from auditor.loading.importing.format import Document
from auditor.loading.importing.lists.places import Days, countries_of, dated, safeguards_of
from auditor.loading.importing.lists.scripts import keys_in, page_addresses, read_script
from auditor.loading.importing.lists.tables import tables
from auditor.loading.importing.lists.tarteaucitron import read_services
from auditor.loading.importing.lists.tc_string import BadString, read_consent_string
from auditor.loading.importing.lists.words import listed
from auditor.loading.importing.register.cells import Countries
from tests.importing.bits import consent_string, number, segment


def rows(text: str) -> list[tuple[str, list[str]]]:
    found = tables(Document(name="x", data=text.encode()))
    return [(row.at, [cell.text for cell in row.cells]) for table in found.tables for row in table.rows]


# tables


def test_spans_are_carried_out_and_tables_within_tables_stand_apart() -> None:
    text = "<table><tr><td rowspan=2>a<td colspan=2>b<table><tr><td>in</table><tr><td>c<td>d</table>"
    assert rows(text) == [
        ("table=1/row=1", ["a", "b", "b"]),
        ("table=1/row=2", ["a", "c", "d"]),
        ("table=2/row=1", ["in"]),
    ]


@pytest.mark.parametrize("span", ["999999999999", "-1", "x", "٣"])
def test_a_span_that_is_none_or_huge_stays_small(span: str) -> None:
    assert len(rows(f"<table><tr><td colspan={span}>a</table>")[0][1]) <= 1_000


def test_what_a_page_hides_is_no_text_of_a_cell() -> None:
    text = "<table><tr><td>a<span style='display:none'>b</span><template>c</template><script>d</script><!-- e --></table>"
    assert rows(text) == [("table=1/row=1", ["a"])]


def test_markdown_in_fences_is_no_table_and_escaped_bars_part_nothing() -> None:
    text = "```\n| x | y |\n| - | - |\n```\n| a | b |\n| - | - |\n| 1\\|2 | **c** `d` ~~e~~ |\n"
    assert rows(text)[0] == ("table=1/row=1", ["a", "b"])
    assert rows(text)[1][1][0] == "1|2"


def test_a_table_of_more_cells_than_may_be_is_refused() -> None:
    wide = "<table>" + "<tr>" + "<td colspan=1000>a" * 600 + "</table>"
    with pytest.raises(Refused):
        rows(wide)


@given(st.text(st.sampled_from("<>/'\"=&#;|-:` tdrablespn \n123"), max_size=300))
def test_any_text_gives_tables_whose_rows_have_places(text: str) -> None:
    for at, cells in rows(f"<table>{text}"):
        assert at.startswith("table=")
        assert any(cells)


# scripts


def test_addresses_in_comments_sentences_and_expressions_are_none() -> None:
    text = """<!-- https://a.example --><p>https://b.example</p><a href="https://c.example">x</a>
    <script>// 'https://d.example'
    /* "https://e.example" */ var r = /"https:\\/\\/f.example/; var s = "see https://g.example";
    ns = 'http://www.w3.org/2000/svg'; var t = "https:\\/\\/h.example\\/x" + `//i.example/${x}`;</script>
    <link rel=canonical href=https://j.example><link rel=stylesheet href=https://k.example>"""
    assert [each.host for each in page_addresses(text)] == ["h.example", "i.example", "k.example"]


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("", True),
        (" type=text/javascript", True),
        (" type=module", True),
        (" type='text/gtmscript'", True),
        (" type=application/ld+json", False),
        (' type="text/template"', False),
        (" type=application/json", False),
    ],
)
def test_scripts_that_hold_data_call_nobody(kind: str, read: bool) -> None:
    text = f'<script{kind}>{{"sameAs": ["https://www.facebook.com/quai"], em: 1}}</script>'
    assert bool(list(page_addresses(text))) is read
    assert bool(keys_in(text)) is read


def test_an_address_that_a_script_goes_on_with_has_no_host() -> None:
    found = list(page_addresses("<script>a('https://' + host); b(`//${host}/x`); c('//{{Chat}}/x')</script>"))
    assert [(each.host, each.variable) for each in found] == [("", ""), ("", ""), ("", "Chat")]


def test_the_names_of_values_are_found_quoted_or_not_and_never_in_texts() -> None:
    assert keys_in("<script>f({em: x, 'ph': y, \"fn\":z}, '{ln: 1}')</script>") == ["em", "ph", "fn"]


@given(st.text(st.sampled_from("'\"`/\\*[]\n{}$ab:,()<>!-"), max_size=300))
def test_any_script_is_read_to_its_end(text: str) -> None:
    read = read_script(text)
    assert read.code.count("\n") <= text.count("\n")
    assert all(0 <= each.start < len(text) for each in read.literals)
    list(page_addresses(f"<script>{text}"))
    keys_in(f"<script>{text}")


@pytest.mark.parametrize(
    "piece", ['"', "/*", '<a "', "`\\", "/[", "<script>", "<!--", "<td>", "{{", "tarteaucitron.job", "'//"]
)
def test_a_script_made_to_be_slow_is_not(piece: str) -> None:
    text = piece * 20_000
    start = time.process_time()
    list(page_addresses(text))
    list(page_addresses(f"<script>{text}"))
    keys_in(f"<script>{text}")
    read_services(text)
    rows(f"<table>{text}")
    assert time.process_time() - start < 10


# consent strings


@given(
    st.lists(st.integers(1, 300), unique=True).map(sorted),
    st.lists(st.integers(1, 300), unique=True).map(sorted),
    st.lists(st.integers(1, 300), unique=True).map(sorted),
    st.booleans(),
)
def test_a_consent_string_is_read_as_it_was_written(
    consent: list[int], interest: list[int], disclosed: list[int], ranges: bool
) -> None:
    text = consent_string(consent=consent, interest=interest, disclosed=disclosed, ranges=ranges)
    read = read_consent_string(text)
    assert (read.created, read.cmp, read.list_version, read.language, read.country) == (
        "2025-10-05",
        300,
        412,
        "en",
        "FR",
    )
    assert (read.purposes_consent, read.purposes_interest) == ([1, 3], [2])
    assert (set(read.vendors_consent), set(read.vendors_interest)) == (set(consent), set(interest))
    assert read.shown() == frozenset(disclosed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA", "version 1"),
        (consent_string(version=3), "version 3"),
        (consent_string(consent=[9])[:36], "ends in the middle"),
        (consent_string(cmp=1), "platform number 1"),
        ("not a string", "base64url"),
        ("", "base64url"),
        ("CQ.", "base64url"),
        ("C" * 500_000, "base64url"),
        (segment(number(2, 6)), "ends in the middle"),
    ],
)
def test_a_string_that_is_none_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(BadString, match=why):
        read_consent_string(text)


def test_ranges_that_repeat_are_merged_and_those_that_lie_are_refused() -> None:
    whole = number(4095, 12) + ("1" + number(1, 16) + number(65535, 16)) * 4095
    restrictions = number(1, 12) + number(1, 6) + number(0, 2) + whole
    start = time.process_time()
    read = read_consent_string(consent_string(rest=restrictions))
    assert read.restrictions[0].vendors == [(1, 65535)]
    assert time.process_time() - start < 5
    backwards = (
        number(1, 12) + number(1, 6) + number(0, 2) + number(1, 12) + "1" + number(9, 16) + number(3, 16)
    )
    with pytest.raises(BadString, match="impossible range"):
        read_consent_string(consent_string(rest=backwards))
    announced = number(1, 12) + number(1, 6) + number(0, 2) + number(4095, 12) + "0" + number(3, 16)
    with pytest.raises(BadString, match="restrictions"):
        read_consent_string(consent_string(rest=announced))


@given(st.text(st.sampled_from("ABCDabcd0123-_."), max_size=120))
def test_any_text_is_a_string_or_refused(text: str) -> None:
    with suppress(BadString):
        assert read_consent_string(f"C{text}").cmp > 1


# words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("France", ["FR"]),
        ("Germany (Frankfurt)", ["DE"]),
        ("Ireland and Germany", ["IE", "DE"]),
        ("United States (Ireland for some)", []),
        ("UE", []),
        ("Global", []),
        ("Paris, France", []),
        ("", []),
    ],
)
def test_a_place_is_a_country_where_the_cell_names_countries_and_nothing_else(
    text: str, codes: list[str]
) -> None:
    assert countries_of(text, Countries(knowledge_base().countries)) == codes


@pytest.mark.parametrize(
    ("text", "tools", "dpf", "denied"),
    [
        ("Clauses contractuelles types (module 3)", ["scc"], False, False),
        ("SCCs; BCR", ["scc", "bcr"], False, False),
        ("No SCCs", ["scc"], False, True),
        ("EU-US DPF", [], True, False),
        ("GDPR", [], False, False),
        ("sccx", [], False, False),
    ],
)
def test_safeguards_are_whole_words_and_what_is_denied_is_told(
    text: str, tools: list[str], dpf: bool, denied: bool
) -> None:
    read = safeguards_of(text)
    assert (read.tools, read.dpf, read.denied) == (tools, dpf, denied)


def test_days_of_a_list_that_proves_both_orders_are_certain_alone_or_not_at_all() -> None:
    days = Days(["01/25/2021", "25/01/2021"])
    assert [days.of(text) for text in ("01/25/2021", "25/01/2021", "02/03/2021", "31/31/2021", "May 2021")] == [
        "2021-01-25", "2021-01-25", "", "", "2021-05",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated: 5 October 2025", "2025-10-05"),
        ("Dernière mise à jour : 05/10/2025", "2025-10-05"),
        ("Effective October 5, 2025", "2025-10-05"),
        ("Updated often", ""),
        ("On 5 October 2025 we wrote", ""),
    ],
)
def test_a_list_is_dated_by_a_line_that_says_so(line: str, day: str) -> None:
    assert dated([line]) == day


def test_services_that_the_site_hosts_are_found_by_their_setting() -> None:
    read = read_services(
        "tarteaucitron.user.matomoHost = 'stats.example';\ntarteaucitron.user.gtagUa = 'G-1';"
    )
    assert read.hosts == {"matomo": ("stats.example", 1)}


def test_every_list_of_words_that_is_shipped_is_read() -> None:
    names: list[Any] = ["subprocessors", "cookies", "tags", "tarteaucitron"]
    assert all(listed(name) for name in names)
    assert set(listed("tarteaucitron")["without_consent"]) <= set(listed("tarteaucitron")["services"])
