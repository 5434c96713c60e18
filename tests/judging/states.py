"""States of made-up cases, ready to be judged by every pack."""

from __future__ import annotations

import json
from typing import Any

from auditor.api.read import all_policies, knowledge_base
from auditor.loading.case.load import load_case
from auditor.model.materials import Materials, plain


def made_of(case: dict[str, Any]) -> Materials:
    """Give the case that is written as `case`, on its own date."""
    loaded = load_case([("case.yaml", json.dumps(case).encode())], knowledge_base())
    return Materials(
        case=loaded.case,
        knowledge=knowledge_base(),
        policies=all_policies(),
        as_of=str(plain(loaded.case.case.as_of)),
        places=loaded.places,
        scenarios=loaded.scenarios,
    )
