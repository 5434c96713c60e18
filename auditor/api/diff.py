"""Two states of a case: what differs, and why, found by assessing again with one part swapped at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.assess import judged
from auditor.api.read import Seen, assembled, unseen
from auditor.api.request import Request
from auditor.api.sources import Sources, from_folder, from_revision, theirs, within
from auditor.errors import NothingToCheck, Refused, UsageRefused, at_file
from auditor.judging.baseline_status import Before, known
from auditor.judging.beginnings import beginning, begins_later
from auditor.judging.comparison import (
    ById,
    Written,
    by_fingerprint,
    cause,
    compared,
    file_changes,
    says,
    untold,
)
from auditor.judging.doubtful import less_known
from auditor.judging.fact_changes import FactChanges
from auditor.judging.gate import failing
from auditor.judging.loosened_rules import loosened
from auditor.judging.told_facts import teller_of, told_changes
from auditor.judging.weighed import Weighed
from auditor.loading.earlier_results import result_in
from auditor.loading.files.folder import is_there, one_file
from auditor.loading.files.json_text import NotRead
from auditor.model.comparison import Cause, Difference, FactChange, Part, Side
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.gate import DATE_OF_CASE, PolicyChange
from auditor.rules.matches import Evaluation
from auditor.text import loosened as loosened_texts
from auditor.text.problems import usage as words
from auditor.text.problems.files import NOT_A_CHECK
from auditor.version import __version__

if TYPE_CHECKING:
    from auditor.loading.files.revisions import Revision

RESULT = ".json"


class State(Struct, frozen=True):
    """One state of a case: what it is called, the commit where it is one, its files."""

    label: str
    commit: str
    sources: Sources


def difference(base: str, head: str, request: Request, seen: Seen = unseen) -> Difference:
    """Compare two folders, two result files, or two revisions (`REV:path`, or names with the case in `request.paths`).

    `seen` is called with the materials of each side, once they are read.

    Raises Refused and NothingToCheck for either side, UsageRefused where a side is neither file, folder nor revision.
    """
    if base.endswith(RESULT) and head.endswith(RESULT):
        return _results(base, head, request)
    sides = (_folder(base), _folder(head))
    places = [*request.paths, *(path for path in sides if path is not None)]
    shared = places[0] if places else None
    return states(_state(base, shared, request), _state(head, shared, request), request, seen)


def states(base: State, head: State, request: Request, seen: Seen = unseen) -> Difference:
    """Compare two states of a case whose files are there, and tell the cause of each change."""
    ends = (_materials(base, request), _materials(head, request))
    for end in ends:
        seen(end)
    weighed = (Weighed(*judged(ends[0])), Weighed(*judged(ends[1])))
    parts = _parts(base.sources, head.sources, *ends)
    facts, tellers = FactChanges(ends[0].case, ends[1].case), (teller_of(ends[0]), teller_of(ends[1]))

    @cache
    def swapped(from_head: frozenset[Part]) -> ById | None:
        if from_head in (frozenset(), frozenset(parts)):
            return by_fingerprint(weighed[1 if from_head else 0].findings)
        try:
            mixed = _mixed(base, head=head, ends=ends, from_head=from_head, request=request)
            return by_fingerprint(Weighed(*judged(mixed)).findings)
        except (Refused, UsageRefused, NothingToCheck):
            return None

    def explain(before: Finding | None, after: Finding | None) -> Cause:
        name = "".join(finding.fingerprint for finding in (after or before,) if finding is not None)
        found = cause(name, says(after), parts, swapped)
        touched = facts.touching((before, after)) if {"facts", "knowledge"} & set(found.parts) else []
        return replace(found, facts=told_changes(touched, *tellers))

    before = known(base.label, weighed[0].findings, (), ends[0])
    fell = less_known(
        weighed[1].findings,
        policies=ends[1].policies,
        before=before,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
    )
    weaker = [*weakened(*ends), *fell]
    return compared(
        *weighed,
        sides=(_side(base, ends[0]), _side(head, ends[1])),
        parts=parts,
        files=file_changes(ends[0].inputs, ends[1].inputs),
        loosened=weaker,
        explain=explain,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
    )


class FactsSince(Struct, frozen=True):
    """What a case states otherwise than an earlier state of it, whose date is `as_of`."""

    as_of: str
    changes: list[FactChange]


def facts_since(base: str, now: Materials, request: Request) -> FactsSince:
    """Give what `now` states otherwise than the case stood in `base`, a folder or a revision; sources alone change no fact.

    Raises as `difference` does for either side.
    """
    then = _materials(_state(base, request.paths[0], request), request)
    found = [each for each in FactChanges(then.case, now.case).all if each.before != each.after]
    return FactsSince(then.as_of, told_changes(found, teller_of(then), teller_of(now)))


def since(request: Request, materials: Materials) -> Before:
    """Give what was known in the revision `request.since`, and what of `materials` may find less than it did there.

    The case is the one at the paths of the request, and where none was there, the one of the same id wherever it was. Where another one
    was there, facts are held against that one, and a finding is known only where both knew it: taking the id of a worse case makes
    nothing known. Where there was none at all, own packs are compared all the same.
    """
    from auditor.loading.files.revisions import revision

    paths = request.paths
    earlier = revision(request.since, paths[0])
    there = [path for path in paths if earlier.has(path)]
    found = [_then(earlier, there, request)] if there else []
    name = materials.case.case.id
    if not any(then.case.case.id == name for then in found):
        from auditor.loading.case.moved import same_case

        moved = [_of_head(head, paths[0], earlier.root) for head in same_case(earlier, name, paths[0])]
        found += [_then(earlier, [place], request) for place in moved]
    same = [then for then in found if then.case.case.id == name]
    base = found[0] if there or len(found) == 1 else None
    weaker = [
        change
        for then in found or [_own_packs_then(earlier, materials, request)]
        for change in weakened(then, materials)
    ]
    if base is None:
        nothing = frozenset[tuple[str, str]]() if request.min_decided else None
        return Before(
            against=request.since, findings={}, loosened=tuple(dict.fromkeys(weaker)), applied=nothing
        )
    derived, evaluation = judged(base, listing=bool(request.min_decided))
    found_then = Weighed(derived, evaluation).findings
    before = known(request.since, found_then, list(dict.fromkeys(weaker)), base)
    for other in (then for then in same if then is not base):
        also = {finding.fingerprint for finding in Weighed(*judged(other)).findings}
        before = before.knowing_only(also)
    later = _beginning(base, materials, request)
    before = replace(before, beginning=later, written=(base, materials))
    return replace(before, applied=_applied(evaluation, base)) if request.min_decided else before


def _applied(evaluation: Evaluation, then: Materials) -> frozenset[tuple[str, str]]:
    """Give the rules and subjects that applied to one another then, scenarios that people wrote left out."""
    rules = {rule.id for policy in then.policies for rule in policy.rules if rule.for_ == "scenario"}
    written = {(rule, scenario) for rule in rules for scenario in then.scenarios}
    return evaluation.applied - written


def _beginning(then: Materials, now: Materials, request: Request) -> Mapping[str, tuple[str, ...]]:
    """Give the findings that would fail on the day of the check, of what begins or turns after the date of the case.

    The case is assessed on that day. What was known before counts: put off, it would be known no more. Of what began on the
    same day before, that counts which would not have failed then.
    """
    later = begins_later(then, now)
    if not now.today or not (later.changed or later.steady):
        return {}
    fails = _failing_on(now.today, now, request)
    found = dict(beginning(later.changed, fails))
    if later.steady and fails:
        before = {finding.fingerprint for finding in _failing_on(now.today, then, request)}
        found |= beginning(later.steady, [each for each in fails if each.fingerprint not in before])
    return found


def _failing_on(day: str, materials: Materials, request: Request) -> list[Finding]:
    """Give the findings that would fail if the case spoke for `day`."""
    found = Weighed(*judged(replace(materials, as_of=day, scenarios={}))).findings
    return list(failing(found, request.fail_on, request.min_confidence))


def weakened(before: Materials, after: Materials) -> list[PolicyChange]:
    """Give what may find less: rules loosened, and a case held to an earlier date, where what came later is not found."""
    changes = loosened(before.policies, after.policies, before.case.case.gate, after.case.case.gate)
    if first_day(after.as_of) < first_day(before.as_of) or last_day(after.as_of) < last_day(before.as_of):
        changes.append(PolicyChange(DATE_OF_CASE, loosened_texts.BACKDATED, before.as_of, after.as_of))
    return changes


def _then(earlier: Revision, places: Sequence[Path], request: Request) -> Materials:
    there = replace(request, paths=tuple(places))
    return _materials(State(earlier.name, earlier.commit, from_revision(earlier, there)), request)


def _of_head(head: Path, given: Path, root: Path) -> Path:
    """Give the case that a head was part of: its folder where a folder is checked, unless that holds all cases."""
    return head.parent if given.is_dir() and head.parent.parent not in (root, root.parent) else head


def _own_packs_then(earlier: Revision, materials: Materials, request: Request) -> Materials:
    """Give the case as it is, held against the own packs as they were."""
    sources = replace(from_folder(request), policies=theirs(earlier, request.policies), earlier=True)
    head = replace(materials.case.case, gate=[])
    return assembled(sources, request, head=head)


def publish(found: Difference, form: str, lang: str) -> bytes:
    """Give the difference as text or json."""
    from auditor.rendering.difference import render_difference

    return render_difference(found, form, lang)


def _folder(side: str) -> Path | None:
    return Path(side) if is_there(Path(side)) else None


def _state(side: str, case: Path | None, request: Request) -> State:
    path = _folder(side)
    if path is not None:
        return State(side, "", from_folder(replace(request, paths=(path,))))
    from auditor.loading.files.revisions import revision

    name, colon, inside = side.partition(":")
    if colon:
        found = revision(name, Path())
        there = replace(request, paths=(_named(found.root, inside),))
        return State(side, found.commit, from_revision(found, there))
    if case is None:
        raise UsageRefused(words.NO_SIDE(side=side), words.SIDE_HINT(side=side))
    found = revision(name, case)
    return State(side, found.commit, from_revision(found, replace(request, paths=(case,))))


def _named(root: Path, inside: str) -> Path:
    """Give the path that `REV:path` means, as git has it: from the root, or from here where it begins with a dot."""
    return Path(inside) if inside.startswith("./") else root / inside


def _materials(state: State, request: Request) -> Materials:
    try:
        return assembled(state.sources, request)
    except Refused as refused:
        raise Refused(
            [within(problem, state.label) if state.commit else problem for problem in refused.problems]
        ) from None


def _parts(base: Sources, head: Sources, before: Materials, after: Materials) -> list[Part]:
    """Give the parts that differ. Which packs a case names and which rules it adds to the gate belong to the policies."""
    differ: dict[Part, bool] = {
        "facts": _facts_differ(base, head, before, after),
        "policies": (before.policies, before.case.case.gate) != (after.policies, after.case.case.gate),
        "knowledge": before.knowledge != after.knowledge,
        "exceptions": [placed.entry for placed in before.exceptions]
        != [placed.entry for placed in after.exceptions],
        "date": before.as_of != after.as_of,
    }
    return [part for part, different in differ.items() if different]


def _facts_differ(base: Sources, head: Sources, before: Materials, after: Materials) -> bool:
    """Tell whether the cases state other facts; as facts are merged over the knowledge base, over the same knowledge."""
    if before.knowledge == after.knowledge:
        return _headless(before) != _headless(after)
    try:
        return _headless(assembled(replace(base, knowledge=head.knowledge, earlier=True))) != _headless(after)
    except (Refused, UsageRefused, NothingToCheck):
        return base.case != head.case


def _headless(materials: Materials) -> object:
    head = replace(materials.case.case, policies=[], gate=[], as_of="")
    return replace(materials.case, case=head)


def _mixed(
    base: State, head: State, ends: tuple[Materials, Materials], from_head: frozenset[Part], request: Request
) -> Materials:
    """Give the materials of the base with the parts named taken from the head."""

    def side(part: Part) -> int:
        return 1 if part in from_head else 0

    both = (base.sources, head.sources)
    sources = replace(
        both[side("facts")],
        policies=both[side("policies")].policies,
        knowledge=both[side("knowledge")].knowledge,
        exceptions=both[side("exceptions")].exceptions,
        earlier=True,
    )
    chosen = ends[side("policies")].case.case
    own = ends[side("facts")].case.case
    mixed = replace(own, policies=chosen.policies, gate=chosen.gate)
    return assembled(sources, replace(request, as_of=(ends[side("date")].as_of,)), head=mixed)


def _side(state: State, materials: Materials) -> Side:
    return Side(
        label=state.label,
        commit=state.commit,
        as_of=materials.as_of,
        version=__version__,
        knowledge_as_of=materials.knowledge.as_of,
    )


def _results(base: str, head: str, request: Request) -> Difference:
    results = (_read(base), _read(head))
    parts = untold(*results)
    sides = tuple(
        Side(
            label=label,
            commit="",
            as_of=result.as_of,
            version=result.tool.version,
            knowledge_as_of=result.tool.knowledge_as_of,
        )
        for label, result in zip((base, head), results, strict=True)
    )

    def explain(before: Finding | None, after: Finding | None) -> Cause:
        del before, after
        return Cause(parts, "untold")

    return compared(
        Written(results[0]),
        Written(results[1]),
        sides=(sides[0], sides[1]),
        parts=parts,
        files=file_changes(results[0].inputs, results[1].inputs),
        loosened=None,
        explain=explain,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
    )


def _read(path: str) -> Result:
    name, data = one_file(Path(path))
    try:
        return result_in(data)
    except NotRead as error:
        raise Refused([at_file(name, NOT_A_CHECK(error=error.why))]) from None
