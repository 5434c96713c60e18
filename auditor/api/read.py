"""From paths to materials: everything a verdict depends on, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace

from auditor.errors import NothingToCheck, UsageRefused
from auditor.graph.dates import is_day
from auditor.loading.case_files import load_case
from auditor.loading.document import collector_paused
from auditor.loading.folder import File, inputs, openable, shipped, yaml_files
from auditor.loading.knowledge_base import load_base
from auditor.loading.policy_files import load_policies, without_tests
from auditor.loading.shape import nearest
from auditor.model.case import Case
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Override, plain
from auditor.model.policy import Policy
from auditor.model.scalars import DATE_PATTERN
from auditor.rules.check import problems

__all__ = ["all_policies", "day_of", "knowledge_base", "knowledge_with", "materials", "named", "openable"]


def materials(
    paths: Sequence[Path],
    *,
    as_of: str = "",
    knowledge: Sequence[Path] = (),
    policies: Sequence[Path] = (),
    select: Sequence[str] = (),
    knowledge_date: str = "",
) -> Materials:
    """Read the case at `paths`, the packs it names and those of `policies`, and the knowledge base with additions.

    With `knowledge_date`, what the knowledge base recorded after that day is not known.
    Raises Refused with every problem of the input, NothingToCheck where there is no case, UsageRefused for a date that is
    none, a pack that does not exist or a rule of `select` that no pack has.
    """
    with collector_paused():
        case_files = yaml_files(paths)
        known, known_files, added = knowledge_with(knowledge)
        held = _known_on(known, day_of(knowledge_date))
        loaded = load_case(case_files, held)
        own_packs = _packs(loaded.case.case.policies)
        pack_files = [*own_packs, *(yaml_files(policies) if policies else [])]
        packs = load_policies([*map(without_tests, own_packs), *pack_files[len(own_packs) :]], known, problems)
    _something(loaded.case)
    _selected(packs, loaded.case.case.gate)
    return Materials(
        case=loaded.case,
        knowledge=held,
        policies=_selected(packs, select),
        as_of=day_of(as_of) or str(plain(loaded.case.case.as_of)),
        places=loaded.places,
        inputs=inputs([*case_files, *known_files, *pack_files]),
        scenarios=loaded.scenarios,
        overrides=(*loaded.overrides, *added),
        knowledge_date=knowledge_date,
    )


def knowledge_base() -> Knowledge:
    """Give the knowledge that comes with the program."""
    return load_base()[0]


def knowledge_with(own: Sequence[Path], *, web: bool = False) -> tuple[Knowledge, list[File], tuple[Override, ...]]:
    """Give the knowledge base with each of `own` laid over it in turn, the files read, and what the additions change.

    Its domains and widgets, which no check of a case needs, come with `web`, and with additions, which may refer to them.
    Raises Refused.
    """
    known, files = load_base()
    if not web and not own:
        return known, files, ()
    from auditor.loading.knowledge_files import add_knowledge

    changes: list[Override] = []
    pages = shipped("knowledge/web")
    known, _ = add_knowledge(known, pages)
    files = [*files, *pages]
    if own:
        files = [*files, *yaml_files(own)]
    for path in own:
        known, changed = add_knowledge(known, yaml_files([path]))
        changes.extend(changed)
    return known, files, tuple(changes)


def _known_on(known: Knowledge, day: str) -> Knowledge:
    if not day:
        return known
    from auditor.loading.known_on import known_on

    return known_on(known, day)


def all_policies(own: Sequence[Path] = ()) -> tuple[Policy, ...]:
    """Give every pack that comes with the program, and those at `own`."""
    files = [*shipped("policies"), *(yaml_files(own) if own else [])]
    return load_policies(files, knowledge_base(), problems)


def _something(case: Case) -> None:
    """Refuse a case that holds nothing any rule could look at: it would pass without having been looked at."""
    if not any((case.flows, case.activities, case.hosts, case.notices, case.claims, case.questions)):
        raise NothingToCheck(f"{case.case.id}, which has no flows, activities, hosts, notices, claims or questions")


def _packs(names: Sequence[str]) -> list[File]:
    files = {Path(path).stem: (path, data) for path, data in shipped("policies")}
    unknown = [name for name in names if name not in files]
    if unknown:
        raise UsageRefused(f"no such pack of rules: {', '.join(unknown)}", nearest(unknown[0], files) or _one_of(files))
    return [files[name] for name in sorted(files) if named(name, names)]


def named(pack: str, names: Sequence[str]) -> bool:
    """Tell whether `names` bring a pack: it, or one it is a part of (`gdpr` brings `gdpr-consent`); no names bring them all."""
    return not names or any(pack == name or pack.startswith(f"{name}-") for name in names)


def _selected(packs: tuple[Policy, ...], select: Sequence[str]) -> tuple[Policy, ...]:
    known = {rule.id for policy in packs for rule in policy.rules}
    unknown = [name for name in select if name not in known]
    if unknown:
        close = get_close_matches(unknown[0], sorted(known), n=1)
        raise UsageRefused(f"no such rule: {', '.join(unknown)}", f"did you mean {close[0]}?" if close else _one_of(known))
    if not select:
        return packs
    return tuple(replace(policy, rules=[rule for rule in policy.rules if rule.id in select]) for policy in packs)


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
