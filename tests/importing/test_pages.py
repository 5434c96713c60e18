"""Records of processing on pages, in Markdown and HTML, are read as the same rows in separated text are; nothing of a page is run."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import AuditorError
from auditor.loading.importing.format import Document
from auditor.loading.importing.formats.register import FORMAT
from auditor.loading.importing.lists.html_tables import html_tables
from auditor.loading.importing.pages import opened
from tests.importing.conftest import Desk
from tests.importing.making import HEAD, PAYROLL, Rows, text

ACCESS = ["Accès", "Entrer", "Intérêt légitime", "Visiteurs", "nom", "1 mois", "Aucun", "Aucun", "Non"]
TWO = [HEAD, PAYROLL, ACCESS]


def markdown(rows: Rows) -> bytes:
    """Give rows as a table in Markdown below a heading."""
    lines = ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join(["# Registre", "", lines[0], rule, *lines[1:], ""]).encode()


def html(rows: Rows, before: str = "") -> bytes:
    """Give rows as a table of a page."""
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<!doctype html><title>Registre</title>{before}<table>{body}</table>".encode()


def facts(desk: Desk, name: str, data: bytes) -> Any:
    desk.put(name, data)
    desk.imported(name, "--as", "register")
    tree = desk.facts()
    for file in sorted(desk.case.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    return tree


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        aside = (
            "source",
            "at",
            "places",
            "sha256",
            "file",
            "title",
            "imported",
            "left",
            "left_words",
            "cells",
        )
        return {key: without_places(each) for key, each in value.items() if key not in aside}
    return [without_places(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_page_gives_the_same_facts_and_questions_as_separated_text(desk: Desk, form: str) -> None:
    by_text = facts(desk, "register.csv", text(TWO))
    by_page = facts(desk, f"register.{form}", {"md": markdown, "html": html}[form](TWO))
    assert without_places(by_page) == without_places(by_text)
    assert by_page["activities"]["paie"]["purpose"]["source"] == "register#table 1!B2"
    record = by_page["imports"]["register"]
    parts = ("labels", "facts", "questions", "kept_words", "left_words")
    assert int(record["cells"]) == sum(int(record.get(part, 0)) for part in parts) == 27


def test_a_markdown_table_of_label_and_value_is_a_form(desk: Desk) -> None:
    rows = [["Champ", "Description"], *zip(HEAD, PAYROLL, strict=True)]
    tree = facts(desk, "register.md", markdown(rows))
    assert list(tree["activities"]) == ["paie"]
    assert tree["activities"]["paie"]["legal_basis"]["value"] == "legal-obligation"


def test_several_tables_are_several_sheets_and_one_without_labels_is_told(desk: Desk) -> None:
    data = (
        markdown([HEAD, PAYROLL])
        + b"\n| Date | Change |\n| --- | --- |\n| 2025 | added |\n\n"
        + markdown([HEAD, ACCESS])
    )
    tree = facts(desk, "register.md", data)
    assert list(tree["activities"]) == ["paie", "acces"]
    assert {"at": "register#table 2!A1", "what": "no-register", "words": "table 2"} in tree["imports"][
        "register"
    ]["left"]
    assert tree["activities"]["acces"]["purpose"]["source"] == "register#table 3!B2"


def test_a_cell_that_spans_stands_once_and_holds_for_the_rows_it_covers(desk: Desk) -> None:
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in PAYROLL[1:5])
    page = (
        f"<table><tr>{head}</tr><tr><td colspan=9>Ressources humaines</td></tr>"
        f"<tr><td>Paie</td>{cells}<td rowspan=2>5 ans</td><td>URSSAF</td><td>Payfoo SAS</td><td>Non</td></tr>"
        f"<tr><td>Congés</td>{cells}<td>Aucun</td><td>Aucun</td><td>Non</td></tr></table>"
    )
    tree = facts(desk, "register.html", page.encode())
    assert list(tree["activities"]) == ["paie", "conges"]
    assert {name: each["retention"]["source"] for name, each in tree["activities"].items()} == {
        "paie": "register#table 1!F3",
        "conges": "register#table 1!F3",
    }
    left = {(each["what"], each.get("words", "")) for each in tree["imports"]["register"]["left"]}
    assert ("merged", "table 1!F3:table 1!F4") in left
    assert ("not-a-row", "Ressources humaines") in left


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("that the page does not show", "struck through")),
        ("fr", ("que la page n'affiche pas", "barré")),
    ],
)
def test_rows_that_a_page_hides_and_texts_struck_through_become_no_fact_and_are_told(
    desk: Desk, lang: str, told: tuple[str, str]
) -> None:
    hidden = "<tr style='display:none'>" + "".join(f"<td>{escape(cell)}</td>" for cell in ACCESS) + "</tr>"
    rows = [HEAD, [*PAYROLL[:7], "@@", "Non"]]
    page = (
        html(rows)
        .decode()
        .replace("@@", "Payfoo SAS <s>Oldpay SAS</s>")
        .replace("</table>", f"{hidden}</table>")
    )
    desk.put("register.html", page.encode())
    shown = desk.imported("register.html", "--lang", lang).stdout
    tree = desk.facts()
    assert list(tree["activities"]) == ["paie"]
    assert not any("oldpay" in name for name in tree["organisations"])
    assert all(each in shown for each in told)
    record = tree["imports"]["register"]
    assert int(record["cells"]) == sum(
        int(record.get(part, 0)) for part in ("labels", "facts", "questions", "kept_words", "left_words")
    )
    assert {each["words"] for each in record["left"] if each["what"] == "hidden-row"} >= {"Accès", "Entrer"}


def test_scripts_of_a_page_are_never_read_and_nothing_is_fetched(desk: Desk) -> None:
    rows = [HEAD, ["Évil", *PAYROLL[1:]]]
    script = (
        '<script>document.write("'
        + html(rows).decode().replace('"', "'")
        + "\")</script><img src='https://evil.example/x'>"
    )
    tree = facts(desk, "register.html", html([HEAD, PAYROLL], script))
    assert list(tree["activities"]) == ["paie"]


@pytest.mark.parametrize(
    "page",
    [
        b"<table>" + b"<tr><td colspan=1000 rowspan=60000>x</td></tr>" * 2_000 + b"</table>",
        b"<table><tr><td>" * 20_000,
        b"<" * 500_000,
        b"<table>" + b"<td " + b"a='" * 100_000,
        b"| a | b |\n| --- | --- |\n" + b"|" * 400_000,
    ],
)
def test_a_hostile_page_is_refused_in_little_time(page: bytes) -> None:
    document = Document(name="register.html", data=page)
    try:
        assert not FORMAT.recognises(document)
    except AuditorError:
        return


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]),
                max_size=12,
            ),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_table_in_html_gives_back_its_cells(rows: list[list[str]]) -> None:
    from auditor.loading.importing.sheets import text_cell

    (sheet,) = opened(Document(name="r.html", data=html(rows))).sheets
    for (row, col), cell in sheet.cells.items():
        assert " ".join(cell.text.split()) == " ".join(
            text_cell(rows[row][col].replace("\r", "\n")).text.split()
        )


def test_a_heading_above_a_form_is_its_title_and_the_form_is_one(desk: Desk) -> None:
    form = [["Champ", "Description"], *zip(HEAD[1:6], PAYROLL[1:6], strict=True)]
    other = [["Champ", "Description"], *zip(HEAD[1:6], ACCESS[1:6], strict=True)]
    table = markdown(form).partition(b"\n\n")[2]
    page = (
        b"# Registre\n\n## 1. Gestion de la paie\n\n"
        + table
        + b"\n## Acc\xc3\xa8s\n\nTexte.\n\n"
        + markdown(other).partition(b"\n\n")[2]
    )
    by_markdown = facts(desk, "register.md", page)
    assert [each["title"] for each in by_markdown["activities"].values()] == [
        {"fr": "1. Gestion de la paie"},
        {"fr": "Accès"},
    ]
    assert by_markdown["imports"]["register"].get("to_ask", []) == []
    body = [html(rows).decode().partition("<table>")[2] for rows in (form, other)]
    by_html = facts(
        desk,
        "register.html",
        f"<h1>Registre</h1><h2>1. Gestion de la paie</h2><table>{body[0]}<h2>Accès</h2><p>Texte.</p><table>{body[1]}".encode(),
    )
    assert list(by_html["activities"]) == list(by_markdown["activities"])
    record = by_html["imports"]["register"]
    parts = ("labels", "facts", "questions", "kept_words", "left_words")
    assert int(record["cells"]) == sum(int(record.get(part, 0)) for part in parts)


def test_a_cell_keeps_a_semicolon_of_its_own_and_gets_one_between_items() -> None:
    cells = ("0;", "<ul><li>a;</li><li>b</li><li> </li></ul>", ";", "who<ul><li>c</ul>")
    page = f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
    (table,) = html_tables(page).tables
    assert [cell.text for cell in table.rows[0].cells] == ["0;", "a;;\nb", ";", "who\nc"]


def test_a_cell_spans_as_many_rows_as_it_says_and_no_more() -> None:
    rows = (
        "<tr><td rowspan=3>who</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td></tr>"
    )
    (table,) = html_tables(f"<table>{rows}</table>").tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["who", "1"],
        ["who", "2"],
        ["who", "3"],
        ["4"],
    ]


def test_a_row_of_which_all_is_struck_through_is_known() -> None:
    (table,) = html_tables("<table><tr><td><s>gone</s></td></tr><tr><td> </td></tr></table>").tables
    assert [[(cell.text, cell.struck) for cell in row.cells] for row in table.rows] == [[("", "gone")]]
