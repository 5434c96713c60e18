"""What is tried with what was made: each target says what came of it, and fails where that may not be.

Whatever is read, there is a verdict or a refusal with its reason: never a traceback, and never a verdict on what cannot be judged.
"""

from __future__ import annotations

import json
import resource
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import strategies as st

from auditor.api import bundle, diff
from auditor.api.assess import assess
from auditor.api.examples import outcome_of
from auditor.api.publish import publish
from auditor.api.read import knowledge_base
from auditor.api.request import Request
from auditor.errors import AuditorError, NothingToCheck, Refused, UsageRefused
from auditor.loading.baseline_files import load_baseline
from auditor.loading.case.load import load_case
from auditor.loading.exception_files import load_exceptions
from auditor.loading.files.convert import convert, problems
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.loading.files.json_text import NotRead, decoded
from auditor.loading.knowledge.layers import KnowledgeFile, add_knowledge
from auditor.loading.policy_files import load_policies
from auditor.loading.settings_files import load_settings
from auditor.model.baseline import BaselineFile
from auditor.model.case.document import CaseFile
from auditor.model.exceptions import ExceptionFile
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, plain
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from auditor.model.settings import Settings
from auditor.rendering.bag import MANIFEST, TAG_MANIFEST, manifest
from auditor.rendering.formats import FORMATS
from auditor.rules.language.validate import problems as wrong_in_pack
from tests.conftest import CASES, ROOT, tree_of
from tests.fuzz.making import JSON_PIECES, PIECES, changed, mostly, pieced, repacked, torn

#: What one execution may take: CPU seconds, and megabytes by which the process may grow.
SECONDS: Final = 10
MEGABYTES: Final = 500
SMALL: Final = ROOT / "flows" / "plaintext-hop"
FOLDERS: Final = [folder for folder in CASES if "decisions" not in folder.parts]
LANGUAGES: Final = st.sampled_from(["en", "fr"])

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a target works: a folder of its own, and what runs a command in it."""

    folder: Path
    run: Run


@dataclass(frozen=True, slots=True)
class Target:
    """What is made, in words; how; what is tried with it, giving what came of it; its share of a thousand
    executions; whether it may be
    refused `always`."""

    words: str
    made: st.SearchStrategy[Any]
    tried: Callable[[Any, Bench], str]
    share: int
    always: bool = False


def held(target: Target, value: Any, bench: Bench) -> str:
    """Try a target within the limits of time and memory, and give what came of it."""
    began, had = process_time(), _peak()
    came = target.tried(value, bench)
    assert process_time() - began < SECONDS
    assert _peak() - had < MEGABYTES
    return came


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _outcome(does: Callable[[], object], word: str) -> str:
    """Give the word, or that it was refused: with a reason, in both languages."""
    try:
        does()
    except AuditorError as error:
        said = _reasons(error)
    else:
        return word
    assert said
    assert all(text.fr and text.en for text in said)
    return "refused"


def _reasons(error: AuditorError) -> list[Any]:
    if isinstance(error, Refused):
        return [problem.message for problem in error.problems]
    if isinstance(error, UsageRefused):
        return [error.message]
    assert isinstance(error, NothingToCheck)
    return [error.where]


@cache
def _known() -> Knowledge:
    return knowledge_base()


@cache
def _packs() -> tuple[Policy, ...]:
    return load_policies(shipped("policies"), _known(), None)


def _judged(case: bytes, known: Knowledge) -> Result:
    loaded = load_case([("case.yaml", case)], known)
    as_of = str(plain(loaded.case.case.as_of))
    return assess(
        Materials(
            case=loaded.case,
            knowledge=known,
            policies=_packs(),
            as_of=as_of,
            places=loaded.places,
            scenarios=loaded.scenarios,
        )
    )


TREES: Final = [tree_of(folder) for folder in FOLDERS]
TEXTS: Final = [path.read_bytes() for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))]
PACKS: Final = [json.loads(json.dumps(read(path, data).value)) for path, data in shipped("policies")]
EXCEPTED: Final = {
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
KNOWN_BEFORE: Final = {
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
SET: Final = {"auditor": "1", "fail-on": "high", "lang": "fr", "policies": ["rules"], "exceptions": "a.yaml"}


def _layers() -> list[Any]:
    """Give the files of the knowledge base, each with a few entries of every section."""
    found = []
    for path, data in (*shipped("knowledge"), *shipped("knowledge/web")):
        tree = json.loads(json.dumps(read(path, data).value))
        few = {name: dict(islice(part.items(), 4)) for name, part in tree.items() if isinstance(part, dict)}
        some = {name: part[:6] for name, part in tree.items() if isinstance(part, list)}
        found.append({**tree, **few, **some})
    return found


LAYERS: Final = _layers()


def case(made: tuple[Any, str, str], bench: Bench) -> str:
    tree, form, lang = made

    def does() -> None:
        assert publish(_judged(json.dumps(tree).encode(), _known()), form, lang)

    return _outcome(does, "judged")


def text(data: bytes, bench: Bench) -> str:
    """Read bytes as a case: what the reader finds wrong is refused by what loads it, and nothing else is said of it."""
    document = read("case.yaml", data)
    assert all(problem.message.fr and problem.message.en for problem in document.problems)
    came = _outcome(lambda: load_case([("case.yaml", data)], _known()), "loaded")
    assert came == "refused" or not document.problems
    return came


def pack(tree: Any, bench: Bench) -> str:
    if isinstance(tree, dict) and isinstance(tree.get("tests"), list):
        tree["tests"] = tree["tests"][:2]

    def does() -> None:
        (policy,) = load_policies([("own.yaml", json.dumps(tree).encode())], _known(), wrong_in_pack)
        for example in policy.tests:
            outcome_of(policy, example, _known())

    return _outcome(does, "tested")


def knowledge(tree: Any, bench: Bench) -> str:
    def does() -> None:
        known, _ = add_knowledge(_known(), [("own.yaml", json.dumps(tree).encode())])
        assert _judged(SMALL.joinpath("case.yaml").read_bytes(), known).rules

    return _outcome(does, "judged with")


def exceptions(tree: Any, bench: Bench) -> str:
    data = json.dumps(tree).encode()
    came = {
        _outcome(lambda: load_exceptions([("x.yaml", data)], None), "read"),
        _outcome(lambda: load_baseline("x.yaml", data), "read"),
    }
    return "read" if "read" in came else "refused"


def settings(made: tuple[Any, bytes], bench: Bench) -> str:
    tree, toml = made
    (bench.folder / "auditor.yaml").write_text(json.dumps(tree), encoding="utf-8")
    (bench.folder / "pyproject.toml").write_bytes(b"[tool.auditor]\n" + toml)
    came = {
        _outcome(lambda: load_settings(bench.folder / "auditor.yaml"), "read"),
        _outcome(lambda: load_settings(bench.folder / "pyproject.toml"), "read"),
    }
    return "read" if "read" in came else "refused"


def shape(made: tuple[type[Any], Any], bench: Bench) -> str:
    """Convert a tree: what is wrong with it is worded exactly where it is no value of the type."""
    kind, tree = made
    value = read("x.yaml", json.dumps(tree).encode()).value
    typed, _ = convert(value, kind)
    assert (typed is None) == (next(problems(value, kind), None) is not None)
    return "refused" if typed is None else "converted"


@cache
def _bag() -> dict[str, bytes]:
    made = bundle.create(Request(paths=(SMALL,)))
    with ZipFile(BytesIO(made.data)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(f"x/{path}", files[path])
    return written.getvalue()


def bag(made: tuple[dict[str, bytes], bool], bench: Bench) -> str:
    """Verify a bag that is not what it was: it is refused, or has another digest, or its pages are said to differ."""
    files, anew = dict(made[0]), made[1]
    if anew:
        files[MANIFEST] = manifest({path: data for path, data in files.items() if path.startswith("data/")})
        beside = {path for path in files if not path.startswith("data/")} - {TAG_MANIFEST}
        files[TAG_MANIFEST] = manifest({path: files[path] for path in beside})
    file = bench.folder / "x.zip"
    file.write_bytes(_zipped(files))

    def does() -> None:
        found = bundle.verify(file)
        payload = {path: data for path, data in files.items() if path.startswith("data/")}
        ours = {path: data for path, data in _bag().items() if path.startswith("data/")}
        assert (found.manifest == sha256(_bag()[MANIFEST]).hexdigest()) == (payload == ours)
        assert files == _bag() or anew
        pages = [path for path in files if path.endswith(".html")]
        assert not found.reports or payload != ours or all(files[path] == _bag().get(path) for path in pages)

    return _outcome(does, "verified")


def archive(data: bytes, bench: Bench) -> str:
    """Verify an archive with bytes changed: it is refused, or holds what it held."""
    file = bench.folder / "x.zip"
    file.write_bytes(data)

    def does() -> None:
        assert bundle.verify(file).manifest == sha256(_bag()[MANIFEST]).hexdigest()

    return _outcome(does, "verified")


@cache
def _result() -> Any:
    return json.loads(_bag()["data/result.json"])


def results(made: tuple[Any, str, str], bench: Bench) -> str:
    tree, form, lang = made
    ours, theirs = bench.folder / "ours.json", bench.folder / "theirs.json"
    ours.write_text(json.dumps(_result()), encoding="utf-8")
    theirs.write_text(json.dumps(tree), encoding="utf-8")

    def does() -> None:
        for base, head in ((ours, theirs), (theirs, ours)):
            assert diff.publish(diff.difference(str(base), str(head), Request(paths=())), form, lang)

    return _outcome(does, "compared")


def no_result(data: bytes, bench: Bench) -> str:
    with pytest.raises(NotRead) as refused:
        decoded(data, Result)
    assert refused.value.why.fr
    assert refused.value.why.en
    return "refused"


def gate(made: tuple[bytes, Any, Any, Any], bench: Bench) -> str:
    """Run the gate on a case with exceptions, a baseline and settings: it ends in 0 or 1 only where the case can be judged."""
    data, excepted, before, chosen = made
    folder = bench.folder / "x"
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_bytes(data)
    for name, tree in (("exceptions", excepted), ("baseline", before), ("auditor", chosen)):
        (folder / f"{name}.yaml").write_text(json.dumps(tree), encoding="utf-8")
    done = bench.run("check", "x", "--format", "json", "--today", "2026-03-01", cwd=bench.folder)
    assert done.returncode in (0, 1, 2, 3), done.stderr
    assert "Traceback" not in done.stderr
    if done.returncode in (2, 3):
        assert done.stderr
        assert not done.stdout
        return "refused"
    assert not read("case.yaml", data).problems
    load_case([("case.yaml", data)], _known())
    found = json.loads(done.stdout)
    assert found["summary"]["gate"]["passed"] == (done.returncode == 0)
    assert found["judged"]
    return "passed" if done.returncode == 0 else "failed"


KINDS: Final = (
    *((CaseFile, tree) for tree in TREES),
    *((Policy, tree) for tree in PACKS),
    *((KnowledgeFile, tree) for tree in LAYERS),
    *((ExceptionFile, EXCEPTED), (BaselineFile, KNOWN_BEFORE), (Settings, SET)),
)
FORMS: Final = st.sampled_from(FORMATS.names())
#: Shares add up to a thousand; what costs more time has less of it.
TARGETS: Final = {
    "case": Target("cases, judged and published", st.tuples(changed(TREES), FORMS, LANGUAGES), case, 70),
    "gate": Target(
        "cases, exceptions, baselines and settings at the gate",
        st.tuples(
            changed(TREES).map(lambda tree: json.dumps(tree).encode()) | torn(TEXTS, PIECES),
            mostly({"auditor": "1", "exceptions": []}, changed([EXCEPTED])),
            mostly(KNOWN_BEFORE, changed([KNOWN_BEFORE])),
            mostly({"auditor": "1", "fail-on": "critical"}, changed([SET])),
        ),
        gate,
        30,
    ),
    "text": Target("bytes of cases", torn(TEXTS, PIECES), text, 200),
    "pieces": Target("bytes made of pieces of YAML", pieced(PIECES), text, 200, always=True),
    "pack": Target("packs of rules, and their tests", changed(PACKS), pack, 50),
    "knowledge": Target("files of knowledge, and a case judged with them", changed(LAYERS), knowledge, 40),
    "exceptions": Target("exceptions and baselines", changed([EXCEPTED, KNOWN_BEFORE]), exceptions, 100),
    "settings": Target(
        "settings",
        st.tuples(changed([SET]), torn([b'fail-on = "high"\nlang = "fr"\n'], (*PIECES, b"=", b"[[", b"a."))),
        settings,
        50,
    ),
    "shape": Target(
        "trees converted to types",
        st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind[0]), changed([kind[1]]))),
        shape,
        100,
    ),
    "bag": Target("bags with files changed", st.deferred(lambda: repacked(_bag())), bag, 40),
    "archive": Target(
        "bags with bytes changed",
        st.deferred(lambda: torn([_zipped(_bag())], PIECES)),
        archive,
        20,
        always=True,
    ),
    "results": Target(
        "results given to diff",
        st.tuples(st.deferred(lambda: changed([_result()])), st.sampled_from(["text", "json"]), LANGUAGES),
        results,
        50,
    ),
    "no result": Target("bytes made of pieces of JSON", pieced(JSON_PIECES), no_result, 50, always=True),
}
