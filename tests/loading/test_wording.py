"""Closed words in their usual writings, and slips of spelling in what is written in free words."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import NothingToCheck, Refused
from auditor.loading.case.load import load_case
from auditor.loading.case.spellings import special_basis
from auditor.loading.files.convert import convert
from auditor.loading.policy_files import load_policies
from auditor.model import scalars
from auditor.model.law import Knowledge
from auditor.model.materials import plain
from auditor.model.period import misspelt
from auditor.model.vocabulary import MEASURES, SPECIAL_BASES
from auditor.rules.language.validate import problems
from auditor.text.synonyms import SPECIAL_BASIS_SYNONYMS
from tests.loading.test_case_files import HEAD, load, refused


def sheet(field: str) -> str:
    people = "people: {pupil: {}}\n"
    return f"{HEAD}{people}activities: {{canteen: {{people: pupil, data: contact, {field}}}}}\n"


@pytest.mark.parametrize("letter", SPECIAL_BASES)
@pytest.mark.parametrize(
    "written",
    [
        *(
            "{}",
            "9.2.{}",
            "9.2.{})",
            "9(2){}",
            "9(2)({})",
            "art. 9(2)({})",
            "Art. 9 (2) ({}) GDPR",
            "A9-2-{}",
        ),
        *("article 9(2)({}) of the GDPR", "article 9, § 2, {})", "art. 9 paragraphe 2 point {} du RGPD"),
        *("GDPR art. 9(2)(h)".replace("(h)", "({})"), "9-2-{}", "9.2 lit. {}"),
    ],
)
def test_a_condition_of_art_9_is_read_in_any_usual_writing(letter: str, written: str) -> None:
    assert special_basis(written.format(letter)) == letter
    assert special_basis(written.format(letter.upper())) == letter


def test_the_words_of_a_condition_mean_one_letter() -> None:
    assert SPECIAL_BASIS_SYNONYMS.keys() == set(SPECIAL_BASES)
    for letter, words in SPECIAL_BASIS_SYNONYMS.items():
        for word in words:
            assert special_basis(word) == special_basis(word.replace(" ", "-")) == letter


@pytest.mark.parametrize(
    "written",
    [
        "banana",
        "k",
        "9.2.k",
        "9(1)",
        "6(1)(a)",
        "9.1.a",
        "art. 9",
        "ai",
        "arth",
        "9.2.hh",
        "hb",
        "19.2.a",
        "",
    ],
)
def test_what_is_no_condition_of_art_9_is_refused_with_the_list(knowledge: Knowledge, written: str) -> None:
    (line,) = refused(knowledge, sheet(f'special_basis: "{written}"'))
    assert "not a condition of GDPR art. 9(2)" in line
    assert "a (explicit consent), " in line
    assert "j (archiving, research or statistics)" in line


@pytest.mark.parametrize("written", ["none", "unknown", "not-produced"])
def test_a_condition_may_be_none_or_not_known(knowledge: Knowledge, written: str) -> None:
    case = load(knowledge, sheet(f"special_basis: {written}")).case
    assert case.activities["canteen"].special_basis == written


def test_a_condition_is_its_letter_wherever_it_stands(knowledge: Knowledge) -> None:
    sources = "sources: {a: {kind: register, title: A}, b: {kind: letter, title: B}}\n"
    wrapped = load(knowledge, sheet("special_basis: {value: art. 9(2)(i), known: declared}"))
    assert plain(wrapped.case.activities["canteen"].special_basis) == "i"
    versions = "special_basis: {value: unknown, versions: [{value: public-health, source: a}, {value: 9.2.h, source: b}]}"
    differ = load(knowledge, sheet(versions) + sources).case.activities["canteen"].special_basis
    assert [version.value for version in differ.versions] == ["i", "h"]
    laid = load(
        knowledge,
        sheet("special_basis: a") + "scenarios: {other: {set: {activities.canteen.special_basis: 9.2.c}}}\n",
    )
    assert plain(laid.scenarios["other"].activities["canteen"].special_basis) == "c"


def test_a_scenario_with_no_condition_of_art_9_is_refused(knowledge: Knowledge) -> None:
    given = (
        sheet("special_basis: a") + "scenarios: {other: {set: {activities.canteen.special_basis: pear}}}\n"
    )
    (line,) = refused(knowledge, given)
    assert "not a condition" in line


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 monhts", "3 months"),
        ("12 yeras", "12 years"),
        ("13 semanes", "13 semaines"),
        ("2 anées", "2 années"),
        ("90 daysss", ""),
        ("6 moonths after leaving", "6 months after leaving"),
    ],
)
def test_a_period_with_one_slip_is_told(knowledge: Knowledge, written: str, meant: str) -> None:
    assert misspelt(written) == meant
    if meant:
        (line,) = refused(knowledge, sheet(f"retention: {written}"))
        assert f"misspelt period: {written} | write {meant}, or other words" in line
        (line,) = refused(knowledge, HEAD + f"hosts: {{files: {{kept_for: {{value: {written}}}}}}}\n")
        assert f"write {meant}" in line


@pytest.mark.parametrize(
    "written",
    [
        *(
            "a while",
            "as long as necessary",
            "aussi longtemps que nécessaire",
            "3 minutes",
            "10 tours de garde",
        ),
        *(
            "3 months",
            "13 mois",
            "P90D",
            "unlimited",
            "until 2030",
            "see annex 3",
            "3 school terms",
            "2 terms",
        ),
    ],
)
def test_what_is_no_slip_is_kept_in_its_words(knowledge: Knowledge, written: str) -> None:
    assert misspelt(written) == ""
    case = load(knowledge, sheet(f'retention: "{written}"')).case
    assert case.activities["canteen"].retention == written


@pytest.mark.parametrize(
    "measures",
    ["AES and badges", "backup", "[backup, encryption-at-rest]", "[training, two keys at the door]", "mfa"],
)
def test_measures_are_words_of_the_list_or_any_words(knowledge: Knowledge, measures: str) -> None:
    stated = load(knowledge, sheet(f"measures: {measures}")).case.activities["canteen"].measures
    assert stated == (measures.strip("[]").split(", ") if measures.startswith("[") else measures)


def test_a_measure_with_a_slip_is_told(knowledge: Knowledge) -> None:
    lines = refused(knowledge, sheet("measures: [encrypton-at-rest, acces-control, staff-canteen]"))
    assert ["write encryption-at-rest" in lines[0], "write access-control" in lines[1], len(lines)] == [
        True,
        True,
        2,
    ]
    assert {"encryption-at-rest", "access-control"} <= MEASURES.keys()


@pytest.mark.parametrize(
    ("kind", "good"),
    [
        (scalars.Id, "lab-one"),
        (scalars.Date, "2024-01-02"),
        (scalars.Day, "2024-01-03"),
        (scalars.FindingId, "F-0123456789abcdef"),
        (scalars.Number, "12.5"),
        (scalars.Votes, "majority"),
    ],
)
def test_nothing_ends_in_a_line_break(kind: type, good: str) -> None:
    assert convert(good, kind) == (good, [])
    for bad in (f"{good}\n", f"\n{good}", f"{good}\r\n", f"{good} "):
        value, wrong = convert(bad, kind)
        assert value is None
        assert wrong


def test_no_id_nor_date_of_a_case_ends_in_a_line_break(knowledge: Knowledge) -> None:
    assert "not an id" in refused(knowledge, HEAD + 'hosts: {"files\\n": {}}\n')[0]
    given = HEAD + 'sources: {a: {kind: letter, title: A, date: "2024-01-01\\n"}}\n'
    assert "not a date" in refused(knowledge, given)[0]


def test_no_rule_id_ends_in_a_line_break(knowledge: Knowledge) -> None:
    pack = Path("policies/gdpr.yaml").read_bytes()
    rule = pack.partition(b"- id: ")[2].split()[0]
    bad = pack.replace(b"- id: " + rule, b'- id: "' + rule + b'\\n"', 1).partition(b"\ntests:\n")[0] + b"\n"
    with pytest.raises(Refused) as caught:
        load_policies([("own.yaml", bad)], knowledge, problems)
    assert "not a rule id" in caught.value.problems[0].message.en


@pytest.mark.parametrize("text", ["# nothing but a remark\n", "---\n# nothing\n", "~\n", "null\n"])
def test_a_pack_without_rules_is_refused(knowledge: Knowledge, text: str) -> None:
    with pytest.raises(Refused) as caught:
        load_policies([("own.yaml", text.encode())], knowledge, problems)
    assert [problem.path for problem in caught.value.problems] == ["own.yaml"]


def test_a_case_of_remarks_is_nothing_to_check(knowledge: Knowledge) -> None:
    with pytest.raises(NothingToCheck):
        load_case([("case.yaml", b"# later\n")], knowledge)
