"""Whatever is read, there is a verdict or a refusal with its reason: never a crash, and never a verdict on what cannot be judged.

`EXAMPLES` sets how many examples each test tries (`make fuzz`); without it a few, as a part of all tests.
"""

from __future__ import annotations

import copy
import json
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.api.assess import assess
from auditor.api.examples import outcome_of
from auditor.api.publish import publish
from auditor.api.read import knowledge_base
from auditor.errors import AuditorError
from auditor.loading.baseline_files import load_baseline
from auditor.loading.case.load import load_case
from auditor.loading.exception_files import load_exceptions
from auditor.loading.files.bag import read_bag
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.loading.files.json_text import NotRead, decoded
from auditor.loading.policy_files import load_policies
from auditor.loading.settings_files import load_settings
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, plain
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from auditor.rendering.formats import FORMATS
from auditor.rules.language.validate import problems
from tests.conftest import CASES, tree_of

EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
tried = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
TREES = [tree_of(folder) for folder in CASES if "decisions" not in folder.parts]
#: Values that stand where others were.
ODD: list[Any] = [
    *(
        "unknown",
        "none",
        "",
        "true",
        "no such",
        "2024-02-30",
        "1e999",
        "\u202e",
        "a\nb",
        "::error::x",
        "##[x]",
        "'",
        "=1",
    ),
    *(
        [],
        {},
        ["unknown"],
        ["none", "unknown"],
        [[]],
        {"value": "unknown"},
        {"value": "none", "known": "assumed"},
        {"": ""},
    ),
]
#: Bytes that begin or break what is read.
PIECES = [
    b"auditor: 1\n",
    b"case: ",
    b"{",
    b"[",
    b"- ",
    b"&a ",
    b"*a",
    b"!!x ",
    b"\xff",
    b"\0",
    b": ",
    b"|\n",
    b"'",
    b'"',
    b"#",
    b"\xc2\x85",
]


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return knowledge_base()


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every way that leads to a value inside another."""
    found = [path] if path else []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        found += places(part, (*path, step))
    return found


@st.composite
def changed(draw: st.DrawFn, trees: list[Any]) -> Any:
    """One of `trees` with up to four of its values replaced, removed, repeated or taken from elsewhere in it."""
    tree = copy.deepcopy(draw(st.sampled_from(trees)))
    for _ in range(draw(st.integers(1, 4))):
        ways = places(tree)
        if not ways:
            break
        way = draw(st.sampled_from(ways))
        parent = tree
        for step in way[:-1]:
            parent = parent[step]
        kind = draw(st.sampled_from(["replace", "remove", "take", "rename"]))
        if kind == "remove":
            del parent[way[-1]]
        elif kind == "take":
            other: Any = tree
            for step in draw(st.sampled_from(ways)):
                other = other[step]
            parent[way[-1]] = copy.deepcopy(other)
        elif kind == "rename" and isinstance(parent, dict):
            parent[draw(st.sampled_from(["unknown", "none", "a b", "::x", "\u200b"]))] = parent.pop(way[-1])
        else:
            parent[way[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return tree


def judged(case: bytes, known: Knowledge, policies: tuple[Policy, ...]) -> Result:
    loaded = load_case([("case.yaml", case)], known)
    return assess(
        Materials(
            case=loaded.case,
            knowledge=known,
            policies=policies,
            as_of=str(plain(loaded.case.case.as_of)),
            places=loaded.places,
            scenarios=loaded.scenarios,
        )
    )


@tried
@given(tree=changed(TREES), form=st.sampled_from(FORMATS.names()), lang=st.sampled_from(["en", "fr"]))
def test_a_case_is_judged_and_shown_or_refused(known: Knowledge, tree: Any, form: str, lang: str) -> None:
    policies = load_policies(shipped("policies"), known, None)
    try:
        result = judged(json.dumps(tree).encode(), known, policies)
    except AuditorError:
        return
    assert publish(result, form, lang)


@tried
@given(data=st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=20).map(b"".join))
def test_bytes_are_read_or_told(data: bytes) -> None:
    document = read("x.yaml", data)
    assert (
        document.problems or document.value is not None or not data.strip(b"\n\t #") or b"#" in data or data
    )
    for problem in document.problems:
        assert problem.message.fr
        assert problem.message.en


PACKS = [json.loads(json.dumps(read(path, data).value)) for path, data in shipped("policies")]


@tried
@given(pack=changed(PACKS))
def test_a_pack_is_checked_and_its_tests_run_or_it_is_refused(known: Knowledge, pack: Any) -> None:
    if isinstance(pack, dict) and isinstance(pack.get("tests"), list):
        pack["tests"] = pack["tests"][:2]
    try:
        (policy,) = load_policies([("own.yaml", json.dumps(pack).encode())], known, problems)
    except AuditorError:
        return
    for example in policy.tests:
        outcome_of(policy, example, known)


EXCEPTED = {
    "auditor": "1",
    "exceptions": [
        {
            "rule": "TRN-001",
            "scope": {"flow": ["a"], "host": "b"},
            "reason": "accepted by everybody",
            "approved_by": "DPO",
            "approved_on": "2026-01-01",
            "expires": "2026-06-01",
        }
    ],
}
BASELINE = {
    "auditor": "1",
    "case": "x",
    "baseline": [
        {
            "finding": "F-0123456789abcdef",
            "rule": "TRN-001",
            "severity": "high",
            "confidence": "documented",
            "subjects": ["a"],
        }
    ],
}
SETTINGS = {"auditor": "1", "fail-on": "high", "lang": "fr", "policies": ["rules"], "exceptions": "a.yaml"}


@tried
@given(tree=changed([EXCEPTED, BASELINE]))
def test_exceptions_and_baselines_are_read_or_refused(tree: Any) -> None:
    data = json.dumps(tree).encode()
    for load in (lambda: load_exceptions([("x.yaml", data)], None), lambda: load_baseline("x.yaml", data)):
        try:
            load()
        except AuditorError:
            continue


@tried
@given(tree=changed([SETTINGS]), toml=st.text(alphabet='[]{}=.\n"ax1-_', max_size=60))
def test_settings_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, tree: Any, toml: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "auditor.yaml").write_text(json.dumps(tree), encoding="utf-8")
    (folder / "pyproject.toml").write_text(f"[tool.auditor]\n{toml}", encoding="utf-8")
    for name in ("auditor.yaml", "pyproject.toml"):
        try:
            load_settings(folder / name)
        except AuditorError:
            continue


@tried
@given(
    data=st.lists(st.sampled_from([b'{"a":', b"[", b"]", b"}", b'"tool"', b"\xff", b"1"]), max_size=30).map(
        b"".join
    )
)
def test_json_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(NotRead):
        decoded(data, Result)


@tried
@given(cuts=st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=4)), min_size=1, max_size=4))
def test_an_archive_with_bytes_changed_is_refused(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[tuple[int, bytes]]
) -> None:
    from auditor.rendering.bag import bag

    whole = bag("x", {"data/a": b"a" * 50, "data/b": b"b"}, {"c": b"c"}, {"About": "x"})
    data = whole
    for at, put in cuts:
        data = data[:at] + put + data[at + len(put) :]
    file = tmp_path_factory.mktemp("bags") / "x.zip"
    file.write_bytes(data)
    try:
        files = read_bag(file)
    except AuditorError:
        return
    assert files["data/a"] == b"a" * 50
