from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from auditor.api.assess import assess
from auditor.api.read import knowledge_base, named
from auditor.api.read import read as read_case
from auditor.api.request import Request
from auditor.loading.case.load import load_case
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped, yaml_files
from auditor.loading.policy_files import load_policies
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, plain
from auditor.model.result.document import Result
from auditor.rules.language.validate import problems

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "flows" / "doctolib-2019"
#: Every case that is published: teaching cases and decisions.
CASES = sorted(path.parent for path in (ROOT / "flows").rglob("case.yaml"))

Tree = dict[str, Any]

#: No property is about how long an example takes, which hangs on what else the machine does.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return knowledge_base()


def materials(paths: Sequence[Path], *, as_of: str = "", **asked: Any) -> Materials:
    """Read a case with nothing asked of it but what a test names."""
    return read_case(Request(paths=tuple(paths), as_of=(as_of,) if as_of else (), **asked))


@pytest.fixture(scope="session")
def reference() -> Result:
    return assess(materials([REFERENCE]))


def tree_of(folder: Path) -> Tree:
    """The plain values of a case, its files merged, the known and source of each file's head pushed into its entities."""
    merged: Tree = {"auditor": "1"}
    for path, data in yaml_files([folder]):
        value = json.loads(json.dumps(read(path, data).value))
        head = {k: value[k] for k in ("known", "source") if k in value}
        for section, part in value.items():
            if section in ("auditor", "known", "source", "expected", "imported"):
                continue
            if section == "case":
                merged["case"] = part
            elif isinstance(part, list):
                own = {} if section == "replies" else head
                merged.setdefault(section, []).extend({**own, **item} for item in part)
            else:
                quiet = section in ("sources", "people", "scenarios", "captures")
                entries = {k: v if quiet else {**head, **v} for k, v in part.items()}
                merged.setdefault(section, {}).update(entries)
    return merged


@pytest.fixture
def reference_tree() -> Tree:
    return tree_of(REFERENCE)


@pytest.fixture(scope="session")
def judge(knowledge: Knowledge) -> Callable[..., Result]:
    """Judge a case given as plain values, as if it had been written in one file."""
    policies = load_policies(shipped("policies"), knowledge, problems)

    def judged(tree: Tree, as_of: str = "") -> Result:
        loaded = load_case([("case.yaml", json.dumps(tree).encode())], knowledge)
        wanted = loaded.case.case.policies
        made = Materials(
            case=loaded.case,
            knowledge=knowledge,
            policies=tuple(p for p in policies if named(p.policy, wanted)),
            as_of=as_of or str(plain(loaded.case.case.as_of)),
            places=loaded.places,
            scenarios=loaded.scenarios,
        )
        return assess(made)

    return judged
