"""The plain tree of a case into its types: each flow into the kind that has the fields it states."""

from __future__ import annotations

from collections.abc import Mapping
from types import GenericAlias
from typing import Any, Final

from msgspec import to_builtins
from msgspec.structs import replace

from auditor.errors import Wrong
from auditor.loading.case.spellings import usual
from auditor.loading.files.convert import convert
from auditor.model.case.document import Case, CaseFile
from auditor.model.case.flows import BriefFlow, Flow
from auditor.model.columns import keep_lists_once
from auditor.model.scalars import Id

Tree = dict[str, Any]
FLOWS: Final = "flows"
BRIEF_FLOWS: Final[Any] = GenericAlias(dict, (str, BriefFlow))
#: Those of a file, whose names are checked.
BRIEF_FLOWS_OF_FILE: Final[Any] = GenericAlias(dict, (Id, BriefFlow))
BRIEFLY: Final = frozenset(BriefFlow.__struct_encode_fields__)


def typed(tree: Tree) -> tuple[Case | None, list[Wrong]]:
    """Give the case of a tree, in which entries may be typed already, or None and every problem as far as they are worded."""
    flows = tree.get(FLOWS, {})
    ready, rest = apart(flows)
    brief: dict[str, Flow] | None
    brief, _ = convert(_stating_little(rest), BRIEF_FLOWS)
    if brief is None:
        return convert(usual({**tree, FLOWS: {name: written(flow) for name, flow in flows.items()}}), Case)
    others = {name: flow for name, flow in rest.items() if name not in brief}
    case, wrong = convert(usual({**tree, FLOWS: others}), Case)
    if case is None:
        return None, wrong
    for entries in (brief, *(getattr(case, section) for section in case.__struct_fields__[1:])):
        keep_lists_once(entries)
    return replace(case, flows={**flows, **brief, **case.flows} if rest else ready), wrong


def apart(flows: Tree) -> tuple[dict[str, Flow], Tree]:
    """Give the flows that are typed already, and the others."""
    kinds = {*map(type, flows.values())}
    if BriefFlow not in kinds:
        return {}, flows
    if len(kinds) == 1:
        return flows, {}
    ready: dict[str, Flow] = {name: flow for name, flow in flows.items() if type(flow) is BriefFlow}
    return ready, {name: flow for name, flow in flows.items() if name not in ready}


def with_brief_flows(value: Tree, head: Mapping[str, str]) -> Tree | None:
    """Give what a file says of a case, each flow that states little typed, together with what the head of the file says of it.

    None where there is none, or anything in the file is wrong. The flows are given what the head says.
    """
    flows = value.get(FLOWS)
    if type(flows) is not dict:
        return None
    little = _stating_little(flows)
    others = {name: flow for name, flow in flows.items() if name not in little} if little is not flows else {}
    if not little or convert({**value, FLOWS: others}, CaseFile)[1]:
        return None
    for name, said in head.items():
        for flow in little.values():
            flow.setdefault(name, said)
    brief, _ = convert(little, BRIEF_FLOWS_OF_FILE)
    if brief is None:
        return None
    keep_lists_once(brief)
    return {
        **value,
        FLOWS: {name: brief.get(name, flow) for name, flow in flows.items()} if others else brief,
    }


def written(entry: Any) -> Any:
    """Give an entry as it is written, whether it is typed already or not."""
    return to_builtins(entry) if type(entry) is BriefFlow else entry


def _stating_little(flows: Tree) -> Tree:
    """Give the flows that state no field but those of a brief one."""
    if {*map(type, flows.values())} == {dict} and all(map(BRIEFLY.issuperset, flows.values())):
        return flows
    return {name: flow for name, flow in flows.items() if type(flow) is dict and BRIEFLY.issuperset(flow)}
