"""Which cases and captures a survey finds, by which names, in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import UsageRefused
from auditor.loading.files.many_cases import Item, items, order
from tests.survey.making import case, har, put


def found(*paths: Path) -> list[tuple[str, str, list[str]]]:
    return [(each.name, each.kind, [file.name for file in each.notices]) for each in items(paths)]


def test_a_folder_with_the_head_of_a_case_is_a_case_and_nothing_below_it_is_looked_for(
    tmp_path: Path,
) -> None:
    folder = put(tmp_path / "shop", case_yaml=case(), flows_yaml="auditor: 1\n", captures__a_har="{}")
    assert found(folder) == [("shop", "case", [])]


def test_a_folder_of_cases_and_captures_gives_each_in_order_of_name(tmp_path: Path) -> None:
    put(tmp_path / "many", b__case_yaml=case(), a_har="{}", c__d__e_har="{}", **{"a-b__case_yaml": case()})
    assert [each[:2] for each in found(tmp_path / "many")] == [
        ("many/a-b", "case"),
        ("many/a.har", "capture"),
        ("many/b", "case"),
        ("many/c/d/e.har", "capture"),
    ]


def test_a_yaml_file_called_as_a_capture_is_its_notice_even_with_a_head_of_its_own(tmp_path: Path) -> None:
    put(tmp_path / "sites", a_har="{}", a_yaml="auditor: 1\n", b_har="{}", b_yaml=case())
    (tmp_path / "sites" / "c.har.gz").write_bytes(b"")
    put(tmp_path / "sites", c_yml="auditor: 1\n")
    assert found(tmp_path / "sites") == [
        ("sites/a.har", "capture", ["a.yaml"]),
        ("sites/b.har", "capture", ["b.yaml"]),
        ("sites/c.har.gz", "capture", ["c.yml"]),
    ]


def test_the_folder_of_a_collector_is_one_visit_with_the_notices_in_it(tmp_path: Path) -> None:
    put(tmp_path / "v", one__inspection_json="{}", one__requests_har="{}", one__notice_yaml="auditor: 1\n")
    assert found(tmp_path / "v") == [("v/one", "capture", ["notice.yaml"])]


@pytest.mark.parametrize(
    "files",
    [
        {"case_yaml": "auditor: 1\nflows: {}\n"},
        {"other_yaml": "auditor: 1\nflows: {}\n"},
        {"case_yaml": "\x00\x01"},
        {},
        {"readme_md": "text"},
    ],
    ids=["no head", "no head, other name", "not text", "empty", "something else"],
)
def test_a_path_in_which_nothing_is_found_is_an_item_of_its_own_and_not_passed_over(
    files: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    put(tmp_path / "x", **files)
    assert found(tmp_path / "x") == [("x", "case", [])]


def test_a_file_of_a_case_beside_captures_that_belongs_to_none_is_not_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "s", a_har="{}", lost_yaml="auditor: 1\nnotices: {}\n", exceptions_yaml="auditor: 1\n")
    assert [each[:2] for each in found(tmp_path / "s")] == [("s/a.har", "capture"), ("s/lost.yaml", "case")]


def test_hidden_folders_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "s", a_har="{}", **{".git__b_har": "{}"})
    put(tmp_path / "else", c_har="{}")
    (tmp_path / "s" / "link").symlink_to(tmp_path / "else")
    assert [each[0] for each in found(tmp_path / "s")] == ["s/a.har"]


def test_what_is_named_and_not_there_is_an_item_that_will_be_refused(tmp_path: Path) -> None:
    assert found(tmp_path / "none") == [("none", "case", [])]


def test_a_file_that_is_named_is_taken_as_what_its_name_says(tmp_path: Path) -> None:
    put(tmp_path, hosts_txt="a.example\n", hosts_yaml="auditor: 1\n", one_yaml=case())
    assert found(tmp_path / "hosts.txt") == [("hosts.txt", "capture", ["hosts.yaml"])]
    assert found(tmp_path / "one.yaml") == [("one.yaml", "case", [])]


def test_paths_in_one_another_and_paths_called_the_same_are_refused(tmp_path: Path) -> None:
    put(tmp_path / "a", x__case_yaml=case(), one_har="{}")
    put(tmp_path / "b" / "a", one_har="{}")
    with pytest.raises(UsageRefused, match="counted twice"):
        found(tmp_path / "a", tmp_path / "a" / "x")
    with pytest.raises(UsageRefused, match="told apart"):
        found(tmp_path / "a", tmp_path / "b" / "a")
    assert len(found(tmp_path / "a", tmp_path / "a")) == 2


def test_a_name_that_is_no_text_is_shown_with_its_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.har")).write_text(har("a.example"))
    assert [each[0] for each in found(folder)] == ["s/\\xff.har"]


@given(st.lists(st.lists(st.sampled_from("ab-. "), min_size=1, max_size=3).map("".join), max_size=6))
def test_the_order_of_names_is_that_in_which_folders_are_looked_into(names: list[str]) -> None:
    whole = sorted({f"{name}/{other}" for name in names for other in names}, key=order)
    folder_by_folder = [f"{name}/{other}" for name in sorted(set(names)) for other in sorted(set(names))]
    assert whole == folder_by_folder


def test_items_can_be_sent_to_other_processes(tmp_path: Path) -> None:
    import pickle

    item = Item("a", "case", tmp_path / "\udcff", (tmp_path,))
    assert pickle.loads(pickle.dumps(item)) == item  # noqa: S301


def test_a_broken_file_that_begins_as_a_case_hides_no_case_below_it(tmp_path: Path) -> None:
    broken = "case: {id: [\n"
    folder = put(
        tmp_path / "s",
        case_yaml=broken,
        one__case_yaml=case("one"),
        two__deep__case_yaml=case("two"),
        three__captures__notes_yaml="auditor: 1\nhosts: {}\n",
        four__visit_har=har("a.example"),
    )
    assert [(item.name, item.kind) for item in items([folder])] == [
        ("s", "case"),
        ("s/one", "case"),
        ("s/two/deep", "case"),
    ]


def test_the_folders_of_a_whole_case_are_its_own(tmp_path: Path) -> None:
    folder = put(
        tmp_path / "s",
        case_yaml=case("one"),
        captures__visit_yaml="auditor: 1\nhosts: {}\n",
        captures__visit_har=har("a.example"),
        imports__x_yaml="auditor: 1\nflows: {}\n",
    )
    assert [item.name for item in items([folder])] == ["s"]
