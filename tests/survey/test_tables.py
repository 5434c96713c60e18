"""The tables and the page of a survey: figures that add up, nothing that a reader's program would obey, both languages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.api.surveying import survey as surveying
from auditor.errors import UsageRefused
from auditor.judging import survey_ranks
from auditor.judging.survey_changes import changes
from auditor.judging.survey_ranks import Counts
from auditor.model.bilingual import Bilingual
from auditor.model.survey import RowParent, RowRecipient, Survey, SurveyRow
from auditor.rendering.exports import long_sheets
from auditor.rendering.exports.long_sheets import LongSheet, long_xlsx
from auditor.rendering.exports.spreadsheet import Spreadsheet, as_csv, csv_lines
from auditor.rendering.html.survey import survey_page
from auditor.rendering.survey.table import ranks_csv, share, table_csv
from auditor.text import survey as words
from tests.survey.making import Here, case, files, har, put

HOSTILE = '=HYPERLINK("http://x.example")<script>alert(1)</script>\u202e'


def said(text: str) -> Bilingual:
    return Bilingual(text, text)


def row(name: str, **changed: object) -> SurveyRow:
    made: dict[str, object] = {
        "case": name,
        "kind": "case",
        "state": "judged",
        "passed": True,
        "title": said("T"),
        "story": said("S"),
        "as_of": "2026-01-01",
    }
    return SurveyRow(**{**made, **changed})  # type: ignore[arg-type]


def recipient(key: str, **changed: object) -> RowRecipient:
    return RowRecipient(key=key, name=said(key), **changed)  # type: ignore[arg-type]


def survey_of(rows: Iterable[SurveyRow]) -> Survey:
    counts = Counts()
    gravest = counts.gravest(rows)
    return Survey(
        totals=counts.totals(),
        ranks=counts.ranks({"R-1": said("A rule")}),
        rows=gravest,
        not_judged=counts.not_judged,
        version="1",
        knowledge_as_of="2026-01-01",
    )


def table(data: Iterable[bytes], delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(data).decode("utf-8-sig")), delimiter=delimiter))


def test_ranks_count_each_case_once_and_what_is_not_sure_apart() -> None:
    meta = RowParent("knowledge:meta", said("Meta"), certain=True)
    maybe = RowParent("knowledge:fund", said("Fund"), certain=False)
    rows = [
        row(
            "a",
            recipients=[
                recipient("x", parents=[meta], countries=["US"]),
                recipient("y", parents=[meta], countries=["US"]),
            ],
            rules=["R-1"],
        ),
        row(
            "b",
            recipients=[recipient("x", parents=[meta, maybe], countries=["US"], perhaps=["unknown"])],
            open=["R-1"],
        ),
        row("c", recipients=[recipient("x", received=False, parents=[meta], countries=["US"])]),
        row("d", state="refused", reason=said("no"), recipients=[recipient("x")]),
    ]
    found = survey_of(rows)
    ranks = {
        kind: {line.key: (line.cases, line.perhaps) for line in lines} for kind, lines in found.ranks.items()
    }
    assert ranks == {
        "recipients": {"x": (2, 1), "y": (1, 0)},
        "parents": {"knowledge:meta": (2, 1), "knowledge:fund": (0, 1)},
        "countries": {"US": (2, 1), "unknown": (0, 1)},
        "rules": {"R-1": (1, 1)},
    }
    assert (found.totals.cases, found.totals.judged) == (4, 3)
    told = table(ranks_csv(found, "en"))
    assert told[1] == ["Recipients", "x", "x", "2", "66.6", "1"]
    assert table(ranks_csv(found, "fr"), ";")[1][4] == "66,6"
    assert ["Countries of control", "nobody says", "unknown", "0", "0.0", "1"] in told


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_never_tells_more_than_there_is(count: int, more: int) -> None:
    told = float(share(count, count + more))
    assert told * (count + more) <= 100 * count + 1e-6
    assert 0 <= told <= 100


def test_the_gravest_come_first_and_ties_in_order_of_name() -> None:
    rows = [
        row("b", severity="low", established={"low": 1}),
        row("a", severity="low", established={"low": 1}),
        row("c", severity="high", established={"high": 1}),
        row("d", severity="high", established={"high": 2}),
        row("e"),
    ]
    assert [each.case for each in survey_of(rows).rows] == ["d", "c", "a", "b", "e"]


def test_the_page_has_a_size_however_many_cases_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_ranks, "SHOWN", 20)
    monkeypatch.setattr(survey_ranks, "SHOWN_NOT_JUDGED", 5)

    def many(count: int) -> Iterable[SurveyRow]:
        yield from (row(f"case-{n:05}", recipients=[recipient(f"r{n}")]) for n in range(count))
        yield from (row(f"lost-{n:05}", state="failed", reason=said("no")) for n in range(count))

    small, large = (survey_page(survey_of(many(count)), "en").decode() for count in (100, 2000))
    assert len(large) < len(small) + 100
    assert "The first 20 of 2000 judged" in large
    assert "1975 more in" in large
    assert "1995 more in" in large


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_that_a_case_says_is_a_formula_or_markup(lang: str) -> None:
    parent = RowParent(HOSTILE, said(HOSTILE), certain=True)
    hostile = row(
        HOSTILE,
        title=said(HOSTILE),
        story=said(HOSTILE),
        recipients=[RowRecipient(key=HOSTILE, name=said(HOSTILE), parents=[parent], countries=[HOSTILE])],
        rules=[HOSTILE],
    )
    refused = row("x" + HOSTILE, state="refused", reason=said(HOSTILE))
    found = survey_of([hostile, refused])
    page = survey_page(found, lang).decode()
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert page.count("<script>") == 1
    delimiter = ";" if lang == "fr" else ","
    for cells in (
        *table(table_csv([hostile, refused], lang), delimiter),
        *table(ranks_csv(found, lang), delimiter),
    ):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_page_asks_nothing_of_a_network_and_runs_nothing_but_its_own_script() -> None:
    page = survey_page(survey_of([row("a", severity="high", established={"high": 1})]), "en").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == [
        "data:,", "#result", "#recipients", "#parents", "#countries", "#rules", "#result", "survey.csv", "survey.xlsx",
    ]  # fmt: skip
    assert 'data-severity="high"' in page
    assert not re.search(r" on[a-z]+=", page)


def test_a_survey_is_told_in_both_languages_with_the_same_figures(here: Here, tmp_path: Path) -> None:
    folder = put(
        tmp_path / "s",
        a__case_yaml=case("a", transport="none"),
        b_har=har("b.example", "connect.facebook.net"),
        c_har="{",
    )
    here.survey(folder, out=tmp_path / "en", parquet=True)
    here.survey(folder, out=tmp_path / "fr", lang="fr", parquet=True)
    english, french = files(tmp_path / "en"), files(tmp_path / "fr")
    one, other = table([english["survey.csv"]]), table([french["survey.csv"]], ";")
    assert one[0] == [text.en for text in words.HEADS.values()]
    assert [head.replace("\u202f", " ") for head in other[0]] == [text.fr for text in words.HEADS.values()]
    assert len(one) == len(other) == 4
    assert [[cell for cell in cells if cell.isdecimal()] for cells in one] == [
        [cell for cell in cells if cell.isdecimal()] for cells in other
    ]
    assert b'lang="fr"' in french["index.html"]
    assert "Ce qui n'a pas pu être jugé" in french["index.html"].decode()
    assert "What could not be judged" in english["index.html"].decode()
    assert "Meta Platforms" in english["index.html"].decode()


def test_the_workbook_and_the_parquet_hold_what_the_table_does(here: Here, tmp_path: Path) -> None:
    folder = put(
        tmp_path / "s",
        a__case_yaml=case("a", transport="none"),
        b_har=har("b.example", "connect.facebook.net"),
        c_har="{",
    )
    here.survey(folder, out=tmp_path / "out", parquet=True)
    rows = table([(tmp_path / "out" / "survey.csv").read_bytes()])
    book = openpyxl.load_workbook(tmp_path / "out" / "survey.xlsx")
    assert book.sheetnames == ["Cases", "Recipients", "Who controls", "Countries of control", "Rules"]
    told = [[("" if cell is None else str(cell)) for cell in line] for line in book["Cases"].values]
    assert told == [[cell.removeprefix("'") for cell in line] for line in rows]
    assert isinstance(book["Cases"]["H2"].value, int)
    plain = pq.read_table(tmp_path / "out" / "survey.parquet").to_pylist()
    assert [each["case"] for each in plain] == [line[0] for line in rows[1:]]
    assert plain[0]["passed"] is False
    assert plain[1]["recipient_keys"] == ["knowledge:meta-ie"]
    assert plain[1]["countries"] == ["US"]
    assert plain[2]["critical"] is None
    assert plain[2]["reason"]


def test_without_its_package_parquet_is_refused_before_anything_is_done(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "find_spec", lambda _: None)
    with pytest.raises(UsageRefused, match="pyarrow") as refused:
        here.survey(put(tmp_path / "s", a__case_yaml=case()), out=tmp_path / "out", parquet=True)
    assert refused.value.hint is not None
    assert "dataflow-auditor[parquet]" in refused.value.hint.en
    assert not (tmp_path / "out").exists()


def test_a_long_workbook_goes_on_in_further_sheets_and_cuts_what_no_cell_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(long_sheets, "MOST_ROWS", 2)
    monkeypatch.setattr(long_sheets, "LONGEST", 10)
    sheets = [
        LongSheet("Many", ["a", "b"], ([str(n), n] for n in range(5))),
        LongSheet("None", ["a"], [["x" * 20]]),
    ]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(long_xlsx(sheets))))
    assert book.sheetnames == ["Many", "Many 2", "Many 3", "None"]
    assert list(book["Many 3"].values) == [("a", "b"), ("4", 4)]
    assert list(book["None"].values) == [("a",), ("x" * 10 + "…",)]


def test_long_sheets_are_the_same_bytes_each_time_and_lines_come_as_a_sheet_gives_them() -> None:
    def made() -> bytes:
        return b"".join(long_xlsx([LongSheet("A", ["a"], ([f"={n}"] for n in range(100)))]))

    assert made() == made()
    sheet = Spreadsheet("A", ["a", "b"], [["=1", "x;y"], ["é", ""]])
    assert as_csv(sheet, "fr") == b"".join(csv_lines(sheet.heads, sheet.rows, "fr"))


def test_no_row_is_held_while_a_table_is_written() -> None:
    alive = peak = 0

    class Held(SurveyRow, frozen=True, kw_only=True, weakref=True):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def rows() -> Iterable[SurveyRow]:
        nonlocal alive, peak
        for n in range(50):
            alive += 1
            peak = max(peak, alive)
            yield Held(case=f"{n}", kind="case", state="nothing")

    for _ in table_csv(rows(), "en"):
        pass
    assert peak <= 3


def test_what_became_of_each_case_is_told() -> None:
    before = [
        row("same"),
        row("a/gone"),
        row("worse", rules=["R-1"], recipients=[recipient("x"), recipient("y")]),
        row("lost"),
    ]
    after = [
        row("same"),
        row("new"),
        row(
            "worse", passed=False, severity="high", rules=["R-2"], recipients=[recipient("x"), recipient("z")]
        ),
        row("lost", state="refused", passed=False),
    ]
    key = lambda each: each.case.split("/")  # noqa: E731
    found = list(changes(sorted(before, key=key), sorted(after, key=key)))
    told = {each.case: each for each in found if each is not None}
    assert {name: each.change for name, each in told.items()} == {
        "a/gone": "gone",
        "new": "new",
        "worse": "changed",
        "lost": "changed",
    }
    assert found.count(None) == 1
    assert [each.en for each in told["worse"].recipients_new] == ["z"]
    assert [each.en for each in told["worse"].recipients_gone] == ["y"]
    assert (told["worse"].rules_new, told["worse"].rules_gone) == (["R-2"], ["R-1"])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["new", "gone", "new recipients: ", "gate not passed"]),
        ("fr", ["nouveau", "disparu", "nouveaux destinataires\u00a0: ", "contrôle non passé"]),
    ],
)
def test_a_survey_since_an_earlier_one_tells_what_changed(
    lang: str, words: list[str], here: Here, tmp_path: Path
) -> None:
    folder = put(
        tmp_path / "s",
        a__case_yaml=case("a"),
        b_har=har("b.example", "connect.facebook.net"),
        c__case_yaml=case("c"),
    )
    here.survey(folder, out=tmp_path / "then")
    put(
        folder,
        a__case_yaml=case("a", transport="none"),
        b_har=har("b.example", "connect.facebook.net", "js.stripe.com"),
        n__case_yaml=case("n"),
    )
    (folder / "c" / "case.yaml").unlink()
    (folder / "c").rmdir()
    found = here.survey(folder, out=tmp_path / "now", earlier=tmp_path / "then", lang=lang)
    assert found.changes is not None
    assert (found.changes.new, found.changes.gone, found.changes.changed, found.changes.same) == (1, 1, 2, 0)
    page = (tmp_path / "now" / "index.html").read_text(encoding="utf-8")
    assert all(word in page for word in words)
    assert "Stripe Payments Europe" in page
    rows = table([(tmp_path / "now" / "changes.csv").read_bytes()], ";" if lang == "fr" else ",")
    assert [line[0] for line in rows[1:]] == ["s/a", "s/b.har", "s/c", "s/n"]


def test_hostile_names_of_files_and_hosts_stay_texts_to_the_end(here: Here, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "=cmd|' <b>x<").mkdir()
    (folder / "=cmd|' <b>x<" / "case.yaml").write_text(case(title="<img src=x onerror=alert(1)>"))
    (folder / "+1.har").write_text(har("a.example", "connect.facebook.net"))
    here.survey(folder, out=tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "<b>x<" not in page
    book = openpyxl.load_workbook(tmp_path / "out" / "survey.xlsx")
    assert all(cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line)


def test_a_recipient_that_got_nothing_is_neither_new_nor_gone() -> None:
    before = row("a", recipients=[recipient("x", received=True), recipient("y", received=False)])
    after = row("a", recipients=[recipient("x", received=False), recipient("z", received=True)])
    change = next(each for each in changes([before], [after]) if each is not None)
    assert [each.en for each in change.recipients_new] == ["z"]
    assert [each.en for each in change.recipients_gone] == ["x"]
    quiet = row("b", recipients=[recipient("y", received=False)])
    assert not any(changes([row("b")], [quiet]))
