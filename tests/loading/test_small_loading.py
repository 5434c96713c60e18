"""Small steps of loading, each by itself: imports, scenarios, exceptions, archives, links and settings."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.errors import Refused, Wrong
from auditor.loading import exception_files, schema, settings_files
from auditor.loading.case import answered, imported, moved, scenarios
from auditor.loading.case.load import load_case
from auditor.loading.case.scenarios import overlay
from auditor.loading.files import archive, bag, folder
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.loading.importing.format import Document as InFile
from auditor.loading.knowledge import base
from auditor.loading.replies.written import of_json
from auditor.model.case.scenarios import Scenario

Tree = dict[str, Any]


@pytest.mark.parametrize(
    ("value", "is_head"),
    [
        ({"case": {"id": "x"}}, True),
        ({"case": {"id": "y"}}, False),
        ({"case": "x"}, False),
        ({"id": "x"}, False),
        (None, False),
        (["case"], False),
    ],
)
def test_the_head_of_a_case_is_told_by_its_id(value: object, *, is_head: bool) -> None:
    assert moved._is_head(value, "x") is is_head


def test_a_version_of_an_import_keeps_what_is_said_how_it_is_known_and_by_what() -> None:
    assert imported._version({"value": "a"}) == {"value": "a"}
    full = {"value": "a", "known": "inferred", "source": "s"}
    assert imported._version({**full, "note": "n"}) == full


def test_two_imports_that_differ_are_versions_and_none_is_shown() -> None:
    one, two = {"value": "a", "known": "inferred"}, {"value": "b", "known": "observed"}
    assert imported._both(one, two) == {"value": "unknown", "known": "inferred", "versions": [one, two]}
    assert imported._both(one, {"value": "unknown"}) == one
    third = {"value": "c"}
    assert imported._both(imported._both(one, two), third)["versions"] == [one, two, third]


def scenario(**fields: Any) -> Scenario:
    return Scenario(title="t", **fields)


BASE: Tree = {
    "hosts": {"store": {"operator": "a", "keeps": "contact", "runs_on": "none"}},
    "agreements": {"a>b": {"between": ["a", "b"], "is": "scc"}},
}


def test_a_scenario_takes_a_field_or_an_entry_away_and_leaves_the_case_as_it_is() -> None:
    made = overlay(BASE, scenario(remove=["hosts.store.keeps"]))
    assert made["hosts"]["store"] == {"operator": "a", "runs_on": "none"}
    assert "keeps" in BASE["hosts"]["store"]
    assert overlay(BASE, scenario(remove=["hosts.store"]))["hosts"] == {}


def test_a_scenario_adds_links_by_the_names_that_links_have() -> None:
    made = overlay(BASE, scenario(add={"ownership": [{"owner": "c", "of": "b", "kind": "votes"}]}))
    assert list(made["ownership"]) == ["c>b"]
    assert scenarios._named("hosts", {"x": {}}) == [("x", {})]
    assert scenarios._named("hosts", "x") == []


def test_what_a_scenario_sets_is_documented_where_a_field_may_say_how_it_is_known() -> None:
    made = overlay(BASE, scenario(source="plan", set={"hosts.store.operator": "b", "hosts.store.title": "x"}))
    store = made["hosts"]["store"]
    assert store["operator"] == {"value": "b", "known": "documented", "source": "plan"}
    assert store["title"] == "x"


EXCEPTION = """
auditor: 1
exceptions:
  - rule: TRN-001
    scope: {SCOPE}
    reason: a reason that is long enough
    approved_by: somebody
    approved_on: APPROVED
    expires: EXPIRES
"""


def refused(scope: str, approved: str = "2024-01-01", expires: str = "2024-12-31") -> list[str]:
    text = EXCEPTION.replace("SCOPE", scope).replace("APPROVED", approved).replace("EXPIRES", expires)
    try:
        exception_files.load_exceptions([("x.yaml", text.encode())], {"TRN-001"})
    except Refused as error:
        return [problem.message.en for problem in error.problems]
    return []


@pytest.mark.parametrize("key", ["activity", "host", "organisation", "flow"])
@pytest.mark.parametrize(("item", "count"), [("one", 0), ("all", 1), ("a*", 1), ("unknown", 1)])
def test_a_scope_names_by_id_and_never_everything(key: str, item: str, count: int) -> None:
    assert len(refused(f"{key}: '{item}'")) == count


@pytest.mark.parametrize(
    ("approved", "expires", "count"),
    [
        ("2024-01-01", "2024-01-01", 0),
        ("2024-01-01", "2025-01-01", 0),
        ("2024-01-01", "2025-01-02", 1),
        ("2024-01-02", "2024-01-01", 1),
        ("2024-02-31", "2024-01-01", 1),
    ],
)
def test_an_exception_lasts_from_its_approval_on_a_year_at_most(
    approved: str, expires: str, count: int
) -> None:
    assert len(refused("host: one", approved, expires)) == count


def test_all_that_is_wrong_in_files_of_exceptions_is_told_at_once() -> None:
    torn = ("torn.yaml", b"exceptions: [")
    wrong = (
        EXCEPTION.replace("SCOPE", "host: all")
        .replace("APPROVED", "2024-01-01")
        .replace("EXPIRES", "2024-12-31")
    )
    with pytest.raises(Refused) as error:
        exception_files.load_exceptions([torn, ("wrong.yaml", wrong.encode()), ("empty.yaml", b"")], None)
    assert {problem.path for problem in error.value.problems} >= {"torn.yaml", "wrong.yaml"}


def zipped(*names: str, folders: bool = False) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        if folders:
            made.mkdir("beside")
        for name in names:
            made.writestr(zipfile.ZipInfo(name), b"data")
    return held.getvalue()


@pytest.mark.parametrize("name", ["bag/a.txt", "bag/é.txt", "bag/日本.txt"])
def test_an_archive_is_whole_whatever_letters_its_names_are_of(name: str) -> None:
    data = zipped(name)
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert archive.is_whole(made, data)
        assert not archive.is_whole(made, data + b"x")
        assert not archive.is_whole(made, b"x" + data)


def test_a_folder_that_an_archive_holds_is_told_once_and_counts_as_no_file() -> None:
    assert bag._files("bag.zip", zipfile.ZipFile(io.BytesIO(zipped("bag/a.txt")))) == {"a.txt": b"data"}
    with pytest.raises(Refused) as error:
        bag._files("bag.zip", zipfile.ZipFile(io.BytesIO(zipped("bag/a.txt", folders=True))))
    assert len(error.value.problems) == 1


def test_links_named_like_yaml_are_found_whether_to_files_or_to_folders(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "case.yaml").write_text("x: 1\n", encoding="utf-8")
    (tmp_path / "real" / "file.yaml").symlink_to(tmp_path / "case.yaml")
    (tmp_path / "real" / "folder.yaml").symlink_to(tmp_path)
    (tmp_path / "real" / "notes.txt").symlink_to(tmp_path / "case.yaml")
    found = folder.links(tmp_path)
    assert [Path(each).name for each in found] == ["file.yaml", "folder.yaml"]


@pytest.mark.parametrize(
    ("text", "value", "problems"),
    [
        ('{"<<": a}', {"<<": "a"}, 0),
        ("{a: b, a: c}", {"a": "c"}, 1),
        ("{a: b, c: d}", {"a": "b", "c": "d"}, 0),
    ],
)
def test_a_key_is_doubtful_twice_or_as_a_merge(text: str, value: Tree, problems: int) -> None:
    document = read("x.yaml", text.encode())
    assert (document.value, len(document.problems)) == (value, problems)


def test_a_merge_of_keys_is_refused_where_it_stands() -> None:
    (problem,) = read("x.yaml", b"base: &b {x: 1}\nother:\n  <<: *b\n").problems
    assert (problem.line, problem.column) == (3, 3)


def test_a_wrong_setting_is_placed_below_its_table() -> None:
    text = '[tool.other]\nfail_on = "x"\n\n[tool.auditor]\nlang = "fr"\nfail_on = "never"\n'
    problem = settings_files._placed("pyproject.toml", text, Wrong(("fail_on",), schema_words()))
    assert (problem.line, problem.text) == (6, 'fail_on = "never"')


def schema_words() -> Any:
    return read("x", b"[").problems[0].message


def test_words_of_a_vocabulary_are_an_enum_where_it_is_closed_and_beside_a_text_where_not() -> None:
    for made in schema._vocabularies().values():
        assert set(made) in ({"enum", "description"}, {"anyOf"})
        listed = made if "enum" in made else made["anyOf"][0]
        assert listed["enum"]


def test_words_that_yaml_reads_as_something_else_may_be_written_as_that() -> None:
    assert schema._words({"enum": ["true", "false", "unknown"]})["anyOf"][1] == {"type": "boolean"}
    assert schema._words({"enum": ["1"]})["anyOf"][1] == {"const": 1}
    assert schema._words({"enum": ["1", "2", "x"]})["anyOf"][1] == {"enum": [1, 2]}
    assert schema._words({"enum": ["a"]}) == {"enum": ["a"]}


def test_a_file_of_another_version_is_told_once() -> None:
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", b"auditor: 2\ncase: {id: x, as_of: 2024-01-01}\n")], knowledge_base())
    assert [(each.line, each.column) for each in refused.value.problems] == [(1, 10)]


def test_a_scenario_may_set_a_field_within_a_field() -> None:
    made = overlay(BASE, scenario(set={"hosts.store.certified.hds.version": "2"}))
    assert made["hosts"]["store"]["certified"] == {
        "hds": {"version": {"value": "2", "known": "documented", "source": ""}}
    }


def test_an_empty_file_of_exceptions_holds_none() -> None:
    assert exception_files.load_exceptions([("x.yaml", b"")], None) == ()


def test_the_made_form_of_knowledge_says_what_its_files_say() -> None:
    files = shipped("knowledge")
    made = json.loads(base.make(files))
    assert set(made) == {"files", "knowledge"}
    assert set(made["files"]) == {path for path, _ in files}
    assert made["knowledge"]["countries"]["FR"]
    assert base.make(files).count(b"\n") > len(files)


def test_a_bare_pair_names_none_of_several_links() -> None:
    assert answered._others({"a>b~2": {}, "c>d": {}}, "a>b")
    assert not answered._others({"a>b": {}, "c>d~2": {}}, "a>b")


def test_a_further_source_of_a_fact_is_added_once() -> None:
    fact = {"value": "x", "source": "form"}
    assert answered._also({"value": "x", "source": "file"}, fact) == {
        "value": "x",
        "source": "file",
        "also": ["form"],
    }
    for there in ({"value": "x", "source": "form"}, {"value": "x", "source": "a", "also": ["form"]}, "x"):
        assert answered._also(there, fact) == there
    assert answered._also({"value": "x"}, {"value": "x"}) == {"value": "x"}


@pytest.mark.parametrize(
    ("root", "name", "inside"),
    [
        (True, "../policies/own.yaml", True),
        (True, "../../own.yaml", False),
        (True, "own.yaml", True),
        (True, "../.git/own.yaml", False),
        (False, "../policies/own.yaml", False),
        (False, "own.yaml", True),
    ],
)
def test_a_setting_names_files_of_its_repository_or_else_of_its_folder(
    root: bool, name: str, inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of_settings = tmp_path / "cases"
    folder_of_settings.mkdir()
    monkeypatch.setattr(settings_files, "git_root", lambda folder: tmp_path if root else None)
    assert settings_files._inside(name, folder_of_settings) is inside


@pytest.mark.parametrize("data", [b"[]", b'"x"', b"1", b"{}", b'{"format": "other"}', b"{"])
def test_what_is_no_form_that_was_filled_in_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        of_json(InFile(name="reply.json", data=data))
