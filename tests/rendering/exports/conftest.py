"""Papers are made from a case and what it comes to: in these tests, whoever judges gets both."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.assess import assess
from auditor.api.export import dossier
from auditor.api.gate import Judged
from auditor.api.read import named
from auditor.loading.case.load import load_case
from auditor.loading.files.folder import shipped
from auditor.loading.policy_files import load_policies
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, plain
from auditor.rendering.exports.dossier import Dossier
from auditor.rules.language.validate import problems
from tests.conftest import REFERENCE, Tree, materials


@pytest.fixture(scope="session")
def reference() -> Dossier:
    read = materials([REFERENCE])
    return dossier(Judged(read, assess(read)))


@pytest.fixture(scope="session")
def judge(knowledge: Knowledge) -> Callable[..., Dossier]:
    """Judge a case given as plain values, and give what papers are made from."""
    policies = load_policies(shipped("policies"), knowledge, problems)

    def judged(tree: Tree, **further: Any) -> Dossier:
        loaded = load_case([("case.yaml", json.dumps(tree).encode())], knowledge)
        wanted = loaded.case.case.policies
        made = Materials(
            case=loaded.case,
            knowledge=knowledge,
            policies=tuple(p for p in policies if named(p.policy, wanted)),
            as_of=str(plain(loaded.case.case.as_of)),
            places=loaded.places,
            scenarios=loaded.scenarios,
            **further,
        )
        return dossier(Judged(made, assess(made)))

    return judged
