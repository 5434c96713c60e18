"""From paths to materials: everything a verdict depends on, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from auditor.api.request import Request
from auditor.api.sources import Sources, from_folder
from auditor.errors import NothingToCheck, UsageRefused
from auditor.loading.case.load import load_case
from auditor.loading.files.document import collector_paused
from auditor.loading.files.folder import File, inputs, not_read, openable, shipped, yaml_files
from auditor.loading.knowledge.base import load_base
from auditor.loading.policy_files import load_policies, without_tests
from auditor.loading.shipped_packs import load_shipped
from auditor.model.case.document import Case
from auditor.model.case.head import CaseHead
from auditor.model.dates import is_day
from auditor.model.exceptions import PlacedException
from auditor.model.law import Knowledge
from auditor.model.materials import Input, Materials, Override, plain, unattributed
from auditor.model.policy import Policy
from auditor.model.scalars import DATE_PATTERN
from auditor.text import problems as words

__all__ = [
    "all_policies",
    "assembled",
    "day_of",
    "knowledge_base",
    "knowledge_with",
    "named",
    "not_read",
    "openable",
    "read",
    "selected",
    "single_date",
    "unseen",
]

if TYPE_CHECKING:
    from auditor.model.brands import BrandList

#: A request that asks for nothing in particular.
ANYTHING: Final = Request()
#: What is told of materials once they are read.
Seen = Callable[[Materials], None]


def unseen(_: Materials) -> None:
    """Tell nothing."""


def read(request: Request) -> Materials:
    """Read the case of a request and everything it is held against: the one door, for every command and for the library.

    Raises Refused with every problem of the input, a link that leads out of the repository among them; NothingToCheck where
    there is no case; UsageRefused for a date that is none, a pack or a rule that does not exist.
    """
    return assembled(from_folder(request), request)


def assembled(sources: Sources, request: Request = ANYTHING, *, head: CaseHead | None = None) -> Materials:
    """Load `sources` and return the materials; `head` replaces the head of the case, which names its packs and gate.

    Raises as `read` does.
    """
    as_of = single_date(request)
    with collector_paused():
        known, known_inputs, added = knowledge_with(sources.knowledge)
        held = _known_on(known, day_of(request.knowledge_date))
        loaded = load_case(sources.case, held)
        case = loaded.case if head is None else replace(loaded.case, case=head)
        with_web = (held, known_inputs) if sources.knowledge else None
        case, scenarios, web = _named_by_domain(case, loaded.scenarios, with_web, request)
        looked_up = [each for each in web if each not in known_inputs]
        names = tuple(case.case.policies)
        packs = _policies(names, sources.policies, known)
    _something(case)
    selected(packs, case.case.gate)
    return Materials(
        case=case,
        knowledge=held,
        policies=selected(packs, request.rules),
        as_of=as_of or str(plain(case.case.as_of)),
        places=loaded.places,
        inputs=(
            *inputs(sources.case),
            *known_inputs,
            *looked_up,
            *inputs([*sources.policies, *sources.exceptions]),
        ),
        packs=inputs(_packs(names)),
        scenarios=scenarios,
        overrides=(*loaded.overrides, *added),
        knowledge_date=request.knowledge_date,
        exceptions=_exceptions(sources, packs) if sources.exceptions else (),
        today=request.today,
        selected=request.rules,
        packs_left_out=_packs_left_out(names),
    )


def _named_by_domain(
    case: Case,
    scenarios: dict[str, Case],
    with_web: tuple[Knowledge, Sequence[Input]] | None,
    request: Request,
) -> tuple[Case, dict[str, Case], list[Input]]:
    """Give a case and its scenarios with hosts that nobody is said to operate named by their domains, and the files that took.

    Brands, and domains where no knowledge `with_web` was read before, are read only where there is such a host.
    """
    if not any(map(unattributed, (case, *scenarios.values()))):
        return case, scenarios, []
    from auditor.loading.case.unattributed import named_by_domain
    from auditor.loading.knowledge.brands import known_brands, packed

    day = day_of(request.knowledge_date)
    if with_web is None:
        shipped_known, web, _ = knowledge_with((), web=True)
        with_web = _known_on(shipped_known, day), web
    known, files = with_web
    asked: list[File] = []

    def brands() -> BrandList:
        asked[:] = [packed()]
        return known_brands(day)

    case = named_by_domain(case, known, brands)
    scenarios = {name: named_by_domain(each, known, brands) for name, each in scenarios.items()}
    return case, scenarios, [*files, *inputs(asked)]


def single_date(request: Request) -> str:
    """Return the date of a request, empty if it has none. Raises UsageRefused for several dates and for a text that is no date."""
    if len(request.as_of) > 1:
        raise UsageRefused(words.usage.ONE_DATE(), words.usage.EACH_DATE())
    return day_of(request.as_of[0]) if request.as_of else ""


def knowledge_base() -> Knowledge:
    """Give the knowledge that comes with the program."""
    return _shipped_knowledge()[0]


def knowledge_with(
    own: Sequence[list[File]], *, web: bool = False
) -> tuple[Knowledge, tuple[Input, ...], tuple[Override, ...]]:
    """Give the knowledge base with each of `own` (a layer each) laid over it in turn, the files read, what changes.

    Its domains and widgets, which few checks of a case need, come with `web`, and with additions, which may refer to them.
    Raises Refused.
    """
    if not web and not own:
        return *_shipped_knowledge(), ()
    known, files = _shipped_knowledge(web=True)
    if not own:
        return known, files, ()
    from auditor.loading.knowledge.layers import add_knowledge

    changes: list[Override] = []
    for layer in own:
        files = (*files, *inputs(layer))
        known, changed = add_knowledge(known, layer)
        changes.extend(changed)
    return known, files, tuple(changes)


@cache
def _shipped_knowledge(*, web: bool = False) -> tuple[Knowledge, tuple[Input, ...]]:
    """Give the knowledge that comes with the program, and its files; read once for all the cases that a process judges."""
    if not web:
        return load_base()
    from auditor.loading.knowledge.layers import add_knowledge

    known, files = _shipped_knowledge()
    pages = shipped("knowledge/web")
    return add_knowledge(known, pages)[0], (*files, *inputs(pages))


def _known_on(known: Knowledge, day: str) -> Knowledge:
    if not day:
        return known
    from auditor.loading.knowledge.as_of import known_on

    return known_on(known, day)


def all_policies(own: Sequence[Path] = ()) -> tuple[Policy, ...]:
    """Give every pack that comes with the program, and those at `own`."""
    program = shipped("policies")
    if not own:
        return load_policies(program, knowledge_base(), None)
    return _checked(yaml_files(own), program, knowledge_base())


def _policies(names: tuple[str, ...], own: Sequence[File], knowledge: Knowledge) -> tuple[Policy, ...]:
    """Give the packs that come with the program and that `names` bring, which its tests have checked, and the user's own."""
    return _checked(own, list(map(without_tests, _packs(names))), knowledge) if own else _shipped_packs(names)


@lru_cache(64)
def _shipped_packs(names: tuple[str, ...]) -> tuple[Policy, ...]:
    """Give the packs that `names` bring, without their tests; read once for all the cases that a process judges."""
    return load_shipped(_packs(names))


def _checked(own: Sequence[File], program: Sequence[File], knowledge: Knowledge) -> tuple[Policy, ...]:
    from auditor.rules.language.validate import problems

    return load_policies(own, knowledge, problems, checked=program)


def _exceptions(sources: Sources, packs: tuple[Policy, ...]) -> tuple[PlacedException, ...]:
    """Give the exceptions; one of a rule in a pack that the case does not name matches nothing, and is no typo."""
    from auditor.loading.exception_files import load_exceptions

    if sources.earlier:
        return load_exceptions(sources.exceptions, None)
    every = (*packs, *load_shipped(shipped("policies")))
    return load_exceptions(
        sources.exceptions, frozenset(rule.id for policy in every for rule in policy.rules)
    )


def _something(case: Case) -> None:
    """Refuse a case that holds nothing any rule could look at: it would pass without having been looked at."""
    if not any((case.flows, case.activities, case.hosts, case.notices, case.claims, case.questions)):
        raise NothingToCheck(words.usage.NOTHING_IN_CASE(case=case.case.id))


def _packs(names: Sequence[str]) -> list[File]:
    files = {Path(path).stem: (path, data) for path, data in shipped("policies")}
    unknown = [name for name in names if name not in files]
    if unknown:
        from auditor.text.near_names import NearNames

        hint = words.suggestion.suggestion(unknown[0], NearNames(sorted(files)), closed=True)
        raise UsageRefused(words.usage.NO_PACK(names=", ".join(unknown)), hint)
    return [files[name] for name in sorted(files) if named(name, names)]


def _packs_left_out(names: Sequence[str]) -> tuple[str, ...]:
    """Give the packs of the program that no name brings."""
    packs = (Path(path).stem for path, _ in shipped("policies"))
    return tuple(sorted(pack for pack in packs if not named(pack, names)))


def named(pack: str, names: Sequence[str]) -> bool:
    """Tell whether `names` select a pack, by its name or that of its family (`gdpr` selects `gdpr-consent`); none select all."""
    return not names or any(pack == name or pack.startswith(f"{name}-") for name in names)


def selected(packs: tuple[Policy, ...], select: Sequence[str]) -> tuple[Policy, ...]:
    """Give the packs with the rules of `select` alone, all of them without any. Raises UsageRefused for a rule that is in none."""
    known = {rule.id for policy in packs for rule in policy.rules}
    unknown = [name for name in select if name not in known]
    if unknown:
        hint = words.suggestion.nearest(unknown[0], sorted(known))
        raise UsageRefused(words.usage.NO_RULE(rule=", ".join(unknown)), hint or words.usage.RULES_LISTED())
    if not select:
        return packs
    return tuple(
        replace(policy, rules=[rule for rule in policy.rules if rule.id in select]) for policy in packs
    )


def day_of(text: str) -> str:
    """Give `text`, which must be a date or empty. Raises UsageRefused."""
    if not text:
        return ""
    if text == "unknown" or not re.match(DATE_PATTERN, text):
        raise UsageRefused(words.usage.NOT_A_DATE(text=text), words.usage.DATE_HINT())
    if not is_day(text):
        raise UsageRefused(words.usage.NO_SUCH_DAY(text=text))
    return text
