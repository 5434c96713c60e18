"""From paths to materials: everything a verdict depends on, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.request import Request
from auditor.errors import NothingToCheck, UsageRefused
from auditor.loading.case.load import load_case
from auditor.loading.files.convert import nearest
from auditor.loading.files.document import collector_paused
from auditor.loading.files.folder import File, inputs, one_file, openable, shipped, yaml_files
from auditor.loading.files.repository import ASIDE
from auditor.loading.knowledge.base import load_base
from auditor.loading.policy_files import load_policies, without_tests
from auditor.model.case.document import Case
from auditor.model.case.head import CaseHead
from auditor.model.dates import is_day
from auditor.model.exceptions import PlacedException
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Override, plain
from auditor.model.policy import Policy
from auditor.model.scalars import DATE_PATTERN

__all__ = [
    "Sources",
    "all_policies",
    "day_of",
    "knowledge_base",
    "knowledge_with",
    "made",
    "materials",
    "named",
    "openable",
]

#: A request that asks for nothing in particular.
ANYTHING: Final = Request()


class Sources(Struct, frozen=True):
    """The files a verdict depends on besides those shipped with the program, wherever they were read: a folder, a revision.

    Each list of `knowledge` is a layer that goes before those under it. `earlier` tells that exceptions come from another revision than the packs of rules: they may name rules that are gone.
    """

    case: list[File]
    policies: list[File] = []
    knowledge: list[list[File]] = []
    exceptions: list[File] = []
    earlier: bool = False


def materials(
    paths: Sequence[Path],
    *,
    as_of: str = "",
    knowledge: Sequence[Path] = (),
    policies: Sequence[Path] = (),
    select: Sequence[str] = (),
    knowledge_date: str = "",
    exceptions: Path | None = None,
    today: str = "",
) -> Materials:
    """Read the case at `paths`, the packs it names and those of `policies`, and the knowledge base with additions.

    With `knowledge_date`, what the knowledge base recorded after that day is not known. `exceptions` is a file of exceptions,
    which hold or not on `today`. Raises as `made` does.
    """
    sources = Sources(
        case=yaml_files(paths, ASIDE),
        policies=yaml_files(policies) if policies else [],
        knowledge=[yaml_files([path]) for path in knowledge],
        exceptions=[one_file(exceptions)] if exceptions is not None else [],
    )
    return made(sources, Request(as_of, knowledge_date, today, select))


def made(sources: Sources, request: Request = ANYTHING, *, head: CaseHead | None = None) -> Materials:
    """Make the materials of `sources`; `head` is the head of the case in place of its own: which packs, which gate.

    Raises Refused with every problem of the input, NothingToCheck where there is no case, UsageRefused for a date that is
    none, a pack that does not exist or a rule of `select` that no pack has.
    """
    with collector_paused():
        known, known_files, added = knowledge_with(sources.knowledge)
        held = _known_on(known, day_of(request.knowledge_date))
        loaded = load_case(sources.case, held)
        case = loaded.case if head is None else replace(loaded.case, case=head)
        own_packs = _packs(case.case.policies)
        packs = _policies(list(map(without_tests, own_packs)), sources.policies, known)
    _something(case)
    _selected(packs, case.case.gate)
    return Materials(
        case=case,
        knowledge=held,
        policies=_selected(packs, request.select),
        as_of=day_of(request.as_of) or str(plain(case.case.as_of)),
        places=loaded.places,
        inputs=inputs([*sources.case, *known_files, *sources.policies, *sources.exceptions]),
        packs=inputs(own_packs),
        scenarios=loaded.scenarios,
        overrides=(*loaded.overrides, *added),
        knowledge_date=request.knowledge_date,
        exceptions=_exceptions(sources, packs, known) if sources.exceptions else (),
        today=request.today,
        selected=tuple(request.select),
    )


def knowledge_base() -> Knowledge:
    """Give the knowledge that comes with the program."""
    return load_base()[0]


def knowledge_with(
    own: Sequence[list[File]], *, web: bool = False
) -> tuple[Knowledge, list[File], tuple[Override, ...]]:
    """Give the knowledge base with each of `own` (a layer each) laid over it in turn, the files read, what changes.

    Its domains and widgets, which no check of a case needs, come with `web`, and with additions, which may refer to them.
    Raises Refused.
    """
    known, files = load_base()
    if not web and not own:
        return known, files, ()
    from auditor.loading.knowledge.layers import add_knowledge

    changes: list[Override] = []
    pages = shipped("knowledge/web")
    known, _ = add_knowledge(known, pages)
    files = [*files, *pages]
    for layer in own:
        files = [*files, *layer]
        known, changed = add_knowledge(known, layer)
        changes.extend(changed)
    return known, files, tuple(changes)


def _known_on(known: Knowledge, day: str) -> Knowledge:
    if not day:
        return known
    from auditor.loading.knowledge.as_of import known_on

    return known_on(known, day)


def all_policies(own: Sequence[Path] = ()) -> tuple[Policy, ...]:
    """Give every pack that comes with the program, and those at `own`."""
    return _policies(shipped("policies"), yaml_files(own) if own else [], knowledge_base())


def _policies(program: list[File], own: Sequence[File], knowledge: Knowledge) -> tuple[Policy, ...]:
    """Give the packs that come with the program, which its tests have checked, and the user's own, which nothing has."""
    if not own:
        return load_policies(program, knowledge, None)
    from auditor.rules.language.validate import problems

    return load_policies(own, knowledge, problems, checked=program)


def _exceptions(
    sources: Sources, packs: tuple[Policy, ...], knowledge: Knowledge
) -> tuple[PlacedException, ...]:
    """Give the exceptions; one of a rule in a pack that the case does not name matches nothing, and is no typo."""
    from auditor.loading.exception_files import load_exceptions

    if sources.earlier:
        return load_exceptions(sources.exceptions, None)
    every = (*packs, *load_policies(shipped("policies"), knowledge, None))
    return load_exceptions(
        sources.exceptions, frozenset(rule.id for policy in every for rule in policy.rules)
    )


def _something(case: Case) -> None:
    """Refuse a case that holds nothing any rule could look at: it would pass without having been looked at."""
    if not any((case.flows, case.activities, case.hosts, case.notices, case.claims, case.questions)):
        raise NothingToCheck(
            f"{case.case.id}, which has no flows, activities, hosts, notices, claims or questions"
        )


def _packs(names: Sequence[str]) -> list[File]:
    files = {Path(path).stem: (path, data) for path, data in shipped("policies")}
    unknown = [name for name in names if name not in files]
    if unknown:
        raise UsageRefused(
            f"no such pack of rules: {', '.join(unknown)}", nearest(unknown[0], files) or _one_of(files)
        )
    return [files[name] for name in sorted(files) if named(name, names)]


def named(pack: str, names: Sequence[str]) -> bool:
    """Tell whether `names` bring a pack: it, or one it is a part of (`gdpr` brings `gdpr-consent`); no names bring them all."""
    return not names or any(pack == name or pack.startswith(f"{name}-") for name in names)


def _selected(packs: tuple[Policy, ...], select: Sequence[str]) -> tuple[Policy, ...]:
    known = {rule.id for policy in packs for rule in policy.rules}
    unknown = [name for name in select if name not in known]
    if unknown:
        close = get_close_matches(unknown[0], sorted(known), n=1)
        raise UsageRefused(
            f"no such rule: {', '.join(unknown)}", f"did you mean {close[0]}?" if close else _one_of(known)
        )
    if not select:
        return packs
    return tuple(
        replace(policy, rules=[rule for rule in policy.rules if rule.id in select]) for policy in packs
    )


def _one_of(names: Iterable[str]) -> str:
    return f"one of: {', '.join(sorted(names))}"


def day_of(text: str) -> str:
    """Give `text`, which must be a date or empty. Raises UsageRefused."""
    if not text:
        return ""
    if text == "unknown" or not re.match(DATE_PATTERN, text):
        raise UsageRefused(f"not a date: {text}", "dates are written 2019, 2019-07 or 2019-07-14")
    if not is_day(text):
        raise UsageRefused(f"no such day: {text}")
    return text
