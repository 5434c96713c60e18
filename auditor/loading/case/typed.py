"""The plain tree of a case into its types: each flow into the kind that has the fields it states."""

from __future__ import annotations

from types import GenericAlias
from typing import Any, Final

from msgspec.structs import replace

from auditor.errors import Wrong
from auditor.loading.case.spellings import usual
from auditor.loading.files.convert import convert
from auditor.model.case.document import Case
from auditor.model.case.flows import BriefFlow, Flow

Tree = dict[str, Any]
BRIEF_FLOWS: Final[Any] = GenericAlias(dict, (str, BriefFlow))
BRIEFLY: Final = frozenset(BriefFlow.__struct_encode_fields__)


def typed(tree: Tree) -> tuple[Case | None, list[Wrong]]:
    """Give the case of a tree, in which entries may be typed already, or None and every problem as far as they are worded."""
    flows = tree.get("flows", {})
    brief: dict[str, Flow] | None
    brief, _ = convert({name: flow for name, flow in flows.items() if _is_brief(flow)}, BRIEF_FLOWS)
    if brief is None:
        return convert(usual(tree), Case)
    others = {name: flow for name, flow in flows.items() if name not in brief}
    case, wrong = convert(usual({**tree, "flows": others}), Case)
    if case is None:
        return None, wrong
    made = {name: brief.get(name) or case.flows[name] for name in flows} if others else brief
    return replace(case, flows=made), wrong


def _is_brief(flow: Any) -> bool:
    return type(flow) is BriefFlow or (type(flow) is dict and BRIEFLY.issuperset(flow))
