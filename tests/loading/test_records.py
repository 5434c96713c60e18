"""Files of records are read as libyaml reads them whole: values, places, lines and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from auditor.loading.case.load import SECTIONS, load_case
from auditor.loading.files import document, events, record_places
from auditor.loading.files.document import Document, Route, read
from auditor.loading.files.folder import yaml_files
from auditor.model.law import Knowledge
from auditor.model.materials import plain
from tests.fuzz.making import PIECES

ROOT = Path(__file__).parents[2]
COMMITTED = sorted(
    file
    for folder in ("flows", "auditor", "policies", "tests", "ci")
    for file in (ROOT / folder).rglob("*.y*ml")
    if file.stat().st_size < 200_000
)
NOWHERE = 1 << 40
CASE = """\
# A case.
auditor: 1
case: {id: estate, as_of: 2024-01-01}
people:
  customer: {}
organisations:
  shop: {name: Shop, country: FR}
  mail: {name: "Mail: yours", country: FR}

# What goes where.
flows:
  order:
    title: Order by café, it's free
    for: sale
    from: customer
    to: [web, post]
    transport: {value: tls, known: declared}

  sent:
    title: Order by café, it's free
    for: sale  # as in the register
    to: [web, post]
    note: >-
      folded
      text
  kept:
    for: sale
    to:
      - web
      - post
  # the end
imports:
  one:
    title:
      fr: Capture
      en: Capture
    date: '2026-11-27'
    at: capture#/log/entries/1
    domains:
    - a.example
    - b.example
    text: |
      literal
      # no comment
  two:
    title:
      fr: Autre
      en: Other
    domains:
    - a.example
    - b.example
    held:
    - kind: a
      title: >
        folded
    more: two lines
      of text

claims:
    one:
      says: "a: b"
      by: 'shop'
"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read small files by their records too, and count their lines in small blocks."""
    monkeypatch.setattr(document, "LARGE", 0)
    monkeypatch.setattr(record_places, "_BLOCK", 16)


def whole(data: bytes) -> Document:
    """Read a file whole, whatever its size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "LARGE", NOWHERE)
        return read("x", data)


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """Give the way to each value, and to what is not there."""
    yield route
    yield (*route, "nowhere")
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        yield from routes(part, (*route, step))


def ordered(value: Any) -> Any:
    """Give a value in which the order of keys counts."""
    if isinstance(value, dict):
        return [(key, ordered(part)) for key, part in value.items()]
    return [ordered(part) for part in value] if isinstance(value, list) else value


def alike(data: bytes) -> bool:
    """Hold a file read by its records against the same read whole, and tell whether it was a file of records."""
    found, judge = read("x", data), whole(data)
    assert ordered(found.value) == ordered(judge.value)
    assert found.problems == judge.problems
    assert found.torn_keys == judge.torn_keys
    for number in range(data.count(b"\n") + 4):
        assert found.line(number) == judge.line(number)
    for route in routes(judge.value):
        for key in (True, False):
            assert found.locate(route, key=key) == judge.locate(route, key=key), (route, key)
    return found.records is not None


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("file", COMMITTED, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_file_of_the_collection_is_read_alike(file: Path) -> None:
    alike(file.read_bytes())


@pytest.mark.usefixtures("small")
def test_files_of_the_collection_are_files_of_records() -> None:
    by_records = [read("x", file.read_bytes()).records is not None for file in COMMITTED]
    assert sum(by_records) > len(by_records) / 2


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("end", ["", "\n", "\n\n# done\n", "\n  # done"])
def test_a_case_is_read_alike_whatever_ends_it(end: str) -> None:
    assert alike((CASE.rstrip("\n") + end).encode())


LINES = (
    *(
        "a: b",
        "a: [b, c]",
        "a: {b: c}",
        "a: 'b'",
        'a: "b\\n"',
        "a: b # c",
        "a: b: c",
        "a: |",
        "a: |+",
        "a: >-",
    ),
    *("a: [b,", "c]", "a: {b: c", "a: 'b", "b'", "a:", "a: &b c", "a: *b", "a: !x b", "- a", "- a: b", "-"),
    *(
        "a",
        "? a",
        ": b",
        "# a",
        "",
        "---",
        "--- {a: b}",
        "...",
        "%YAML 1.1",
        "\ta: b",
        "a:\tb",
        "<<: a",
        "a: ~",
    ),
    *(
        "b: é",
        "é: b",
        '"a": b',
        "a : b",
        "a:b",
        "b: a,b",
        "b: it's",
        "c: d e",
        "c: d e ",
        "c: 0 - 1",
        "c: a:b",
    ),
    *("d: a#b", "d: a #b", "e: \ufffe", "e: \u00a0", "flows:", "f-1:", "f-2:", "k: {a: [b, {c: d}]}", "k: }"),
)
MADE = st.lists(
    st.tuples(st.sampled_from((0, 0, 1, 2, 2, 2, 3, 4, 4, 4, 6, 6)), st.sampled_from(LINES)), max_size=9
)


@pytest.mark.usefixtures("small")
@settings(max_examples=1500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=MADE, end=st.sampled_from(("\n", "", "\r\n")))
@example(made=[(0, "# \ufffe"), (0, "a: b")], end="\n")
@example(made=[(0, "--- {a: b}"), (0, "c: d e")], end="\n")
@example(made=[(0, "flows:"), (2, "f-1:"), (4, "a: |+"), (0, ""), (2, "f-2:"), (4, "a: b")], end="\n")
@example(
    made=[(0, "flows:"), (2, "f-1:"), (4, "c: d e"), (0, "# a"), (6, "a"), (2, "f-2:"), (4, "a: b")], end="\n"
)
@example(made=[(0, "flows:"), (2, "f-1:"), (4, "a: >"), (6, "c: d e"), (2, "f-2:"), (4, "a: b")], end="\n")
@example(
    made=[(0, "flows:"), (2, "f-1:"), (4, "a: |"), (6, "a"), (0, ""), (6, "# a"), (2, "f-2:"), (4, "a: b")],
    end="\n",
)
@example(made=[(0, "flows:"), (2, "f-1:"), (4, "a: |2"), (6, "a"), (2, "f-2:"), (4, "a: b")], end="\n")
@example(
    made=[(0, "flows:"), (2, "f-1:"), (4, "a:"), (4, "- a"), (4, "- a: b"), (2, "f-2:"), (4, "a: b")],
    end="\n",
)
@example(
    made=[(0, "flows:"), (2, "f-1:"), (4, "a:"), (6, "c: d e"), (4, "- a"), (2, "f-2:"), (4, "a: b")],
    end="\n",
)
@example(
    made=[(0, "flows:"), (2, "f-1:"), (4, "a:"), (6, "a"), (4, "- a"), (2, "f-2:"), (4, "a: b")], end="\n"
)
@example(made=[(0, "flows:"), (2, "f-1: 'b"), (2, "f-2: b'"), (2, "f-2: c")], end="\n")
@example(made=[(0, "flows:"), (2, "f-1:"), (4, "a: b"), (2, "f-1:"), (4, "a: b")], end="\n")
@example(made=[(0, "flows:"), (2, "f-1:"), (4, "a: b"), (4, "a: b")], end="\n")
def test_lines_are_read_alike_however_they_are_put_together(made: list[tuple[int, str]], end: str) -> None:
    alike("".join(f"{' ' * indent}{line}{end}" for indent, line in made).encode())


@pytest.mark.usefixtures("small")
@settings(max_examples=1500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(CASE.encode())), st.integers(0, 4), st.sampled_from((b"", *PIECES))),
        min_size=1,
        max_size=3,
    )
)
def test_a_case_into_which_anything_was_put_is_read_alike(changes: list[tuple[int, int, bytes]]) -> None:
    data = CASE.encode()
    for at, left_out, put_in in changes:
        data = data[:at] + put_in + data[at + left_out :]
    alike(data)


#: How a field is written after its name: by itself, and with what breaks it off or goes on from it.
SOUND = (
    *(
        " b",
        " b c",
        " it's é, b.",
        " b # c",
        " b ",
        " [b, c]",
        " {b: c}",
        ' "b: c"',
        " b c\n      d",
        " b\n     c",
    ),
    *(
        "\n      - b\n      - c",
        "\n    - b",
        "\n      b: c\n      c: d",
        " |\n      b",
        " >-\n      b\n\n      c",
    ),
)
BROKEN = (
    *(
        "",
        " ",
        "b",
        " [b,",
        " c]",
        " {b: c",
        " 'b",
        " b'",
        " b: c",
        " b c:",
        " b c: d",
        " b c #d",
        " &b c",
        " *b",
        " !x b",
        " ~",
        " \tb",
    ),
    *(
        " |+\n      b",
        " |2\n      b",
        " b\n    # c",
        " b c\n    - d",
        " b c\n    a: d",
        " b c\n    b: d",
        " b c\n   d",
    ),
    *(
        " b c #d\n      e",
        " [b,\n    c]",
        " b c\n\n    d: e",
        " b c \ufffe",
        " \u00a0",
        " b\n  g:\n    a: b c",
        " b c\nd: e",
    ),
)
BETWEEN = (
    "",
    "\n",
    "  # a\n",
    "    # a\n",
    "# a\n",
    "  \n",
    "  - a\n",
    "x:\n",
    "    d: e f\n",
    "  é: a\n",
    '  "é": a\n',
)


@pytest.mark.usefixtures("small")
@settings(max_examples=3000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(
        st.tuples(
            st.lists(st.sampled_from(SOUND), min_size=1, max_size=3),
            st.sampled_from((*SOUND, *BROKEN)),
            st.integers(0, 2),
            st.sampled_from((4, 4, 4, 3, 6)),
            st.sampled_from(BETWEEN),
        ),
        min_size=1,
        max_size=5,
    ),
    end=st.sampled_from(("", "\n", "\n\n", "\n  ", "\n  # é", "\nd: e\n", "\r\n")),
)
@example(made=[([" b c", " b", " b"], " b c\n      d", 0, 4, "")], end="\n")
@example(made=[([" b c", " b", " b"], " b\n    a: b c", 1, 4, "")], end="\n")
@example(made=[([" b c", " b", " b"], " b\n    - c", 0, 4, "")], end="\n")
def test_records_are_read_alike_however_their_fields_are_written(
    made: list[tuple[list[str], str, int, int, str]], end: str
) -> None:
    text = "s:\n"
    for number, (written, other, at, indent, after) in enumerate(made):
        values = [*written[:at], other, *written[at + 1 :]]
        fields = "".join(
            f"{' ' * indent}{name}:{value}\n" for name, value in zip("abc", values, strict=False)
        )
        text += f"  f{number}:\n{fields}{after}"
    alike((text.removesuffix("\n") + end).encode())


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("depth", [44, 45, 46, 47, 48, 49])
@pytest.mark.parametrize("text", ["a: {}\n", "s:\n  a: {}\n", "s:\n  r:\n    a: {}\n    b: c\n"])
def test_what_is_nested_too_deep_is_refused_alike(text: str, depth: int) -> None:
    alike(text.format("[" * depth + "]" * depth).encode())


@pytest.mark.usefixtures("small")
def test_a_line_that_recurs_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    of_itself = document._of_itself

    def judge(piece: bytes) -> dict[str, Any] | None:
        asked.append(piece)
        return of_itself(piece)

    monkeypatch.setattr(document, "_of_itself", judge)
    text = "flows:\n" + "".join(f"  f{n}:\n    title: Flow {n}\n    to: [a, b]\n" for n in range(99))
    found = read("x", text.encode())
    assert found.value["flows"]["f7"] == {"title": "Flow 7", "to": ["a", "b"]}
    assert asked == [b"    to: [a, b]\n"]


@pytest.mark.usefixtures("small")
def test_entries_that_take_a_line_each_are_read_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    of_itself = document._of_itself

    def judge(piece: bytes) -> dict[str, Any] | None:
        asked.append(piece)
        return of_itself(piece)

    monkeypatch.setattr(document, "_of_itself", judge)
    lines = "".join(f"  f{n}: {{title: Flow {n}}}\n" for n in range(99))
    assert alike(f"flows:\n{lines}".encode())
    assert asked == [lines.encode()]


def test_small_files_are_read_whole() -> None:
    assert read("x", CASE.encode()).records is None


def test_a_large_file_of_records_keeps_no_place_of_its_nodes() -> None:
    text = "flows:\n" + "".join(f"  f{n}:\n    title: Flow {n}\n    to: [a, b]\n" for n in range(999))
    found = read("x", text.encode())
    assert found.records is not None
    assert not found.places
    found.forget_value()
    assert found.locate(("flows", "f998", "to", 1)) == (999 * 3 + 1, 13)


@pytest.mark.usefixtures("small")
def test_places_in_a_vast_file_are_where_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    data = CASE.encode()
    judge, found = whole(data), read("x", data)
    monkeypatch.setattr(record_places, "_VAST", 0)
    found.forget_value()
    assert found.data == b""
    for route in routes(judge.value):
        for key in (True, False):
            assert found.locate(route, key=key) == judge.locate(route, key=key), (route, key)
    for number in range(data.count(b"\n") + 4):
        assert found.line(number) == judge.line(number)


@pytest.mark.usefixtures("small")
def test_without_libyaml_the_pieces_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_Parser", None)
    assert alike(CASE.encode())


SHARED = """\
auditor: 1
known: documented
case: {id: small, as_of: 2024-01-01}
sources: {form: {title: A, kind: note}}
people: {buyer: {}}
organisations: {shop: {country: FR}}
activities:
  sales:
    people: buyer
    data: contact
    controller: shop
    consent: {how: opt-in}
  news:
    people: buyer
    data: contact
    controller: shop
    consent: {how: opt-in}
answers:
  form:
    form: form
    facts: {activities.sales.consent.age: {value: 15, known: declared, source: form}}
"""


@pytest.mark.usefixtures("small")
def test_an_answer_on_one_entry_is_no_answer_on_another_with_the_same_line(knowledge: Knowledge) -> None:
    assert read("x", SHARED.encode()).records is not None
    activities = load_case([("case.yaml", SHARED.encode())], knowledge).case.activities
    stated = [each.consent and plain(each.consent.age) for each in activities.values()]
    assert stated == ["15", "unknown"]


@pytest.mark.parametrize("folder", sorted(file.parent.name for file in (ROOT / "flows").glob("*/case.yaml")))
def test_every_case_is_made_alike(folder: str, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    files = yaml_files([ROOT / "flows" / folder])
    whole = load_case(files, knowledge)
    monkeypatch.setattr(document, "LARGE", 0)
    found = load_case(files, knowledge)
    assert (found.case, found.scenarios, found.overrides) == (whole.case, whole.scenarios, whole.overrides)
    for section in SECTIONS:
        for name in getattr(whole.case, section):
            for route in (f"{section}.{name}", f"{section}.{name}.source", f"{section}.{name}.title.fr"):
                assert found.places.find(route) == whole.places.find(route)


@pytest.mark.usefixtures("small")
def test_a_piece_that_is_long_is_read_again_once(monkeypatch: pytest.MonkeyPatch) -> None:
    links = "".join(f"  - {{owner: a{n}, of: b}}\n" for n in range(999))
    found = read("x", f"ownership:\n{links}flows:\n  a: {{to: b}}\n  c: {{to: d}}\n".encode())
    monkeypatch.setattr(record_places, "_LONG", 1000)
    made: list[bytes] = []
    whole = document._whole

    def counted(path: str, data: bytes) -> Any:
        made.append(data)
        return whole(path, data)

    monkeypatch.setattr(document, "_whole", counted)
    for n in range(99):
        assert found.locate(("ownership", n, "of")) == (n + 2, found.line(n + 2).index("of: ") + 5)
        assert found.locate(("flows", "c", "to")) == (1003, 11)
    assert sum(data.startswith(b"ownership") for data in made) == 1
    assert len(made) == 100


MEMBERS = (
    *(
        "a: b",
        "aa: b",
        "b: [c, d]",
        "c: é",
        "d: it's",
        "e: a b",
        "f: []",
        "g: [a b, é]",
        "a-b: c",
        "h: 0 - 1",
    ),
    *("e: [f: g]", "f: {a: b}", 'g: "a: b"', "'a': b", "h: a#b", "i: a:b", "j:", "a b: c", " k: l", "m: n "),
)


@pytest.mark.usefixtures("small")
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=4), min_size=1, max_size=4),
    end=st.sampled_from(("", " ", " # end", "\n  # é")),
)
def test_places_in_records_that_take_a_line_are_found_alike(made: list[list[str]], end: str) -> None:
    lines = "".join(
        f"  r{n}: {{{', '.join(each)}}}{end}\n  f{n}: {{{each[0]}}}\n" for n, each in enumerate(made)
    )
    alike(f"flows:\n{lines}".encode())


@pytest.mark.usefixtures("small")
def test_names_in_records_that_take_a_line_of_plain_words_are_found_without_libyaml(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = read("x", "flows:\n  f1: {title: Café, data: [a, b], at: it's, data-b: c}\n".encode())
    monkeypatch.setattr(found.records, "_read", None)
    assert found.locate(("flows", "f1"), key=True) == (2, 3)
    assert found.locate(("flows", "f1", "title"), key=True) == (2, 8)
    assert found.locate(("flows", "f1", "at"), key=True) == (2, 35)
    assert found.locate(("flows", "f1", "data-b"), key=True) == (2, 45)
