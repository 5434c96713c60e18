"""Which findings are accepted, and which exceptions hold for nothing any more.

An exception only ever exempts where its validity can be told: without a day, or before its approval, it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.captured import JOINTS
from auditor.judging.finding_scope import rests_on
from auditor.model.case.document import Case
from auditor.model.exceptions import ExceptionEntry, PlacedException
from auditor.model.materials import Materials, several
from auditor.model.result.findings import Acceptance, Finding
from auditor.model.result.gate import FAILING, ExceptionLine, ExceptionState
from auditor.model.vocabulary import SEVERITY_ORDER

#: Sections of a case by the key of a scope.
SECTIONS: Final = {
    "activity": "activities",
    "host": "hosts",
    "organisation": "organisations",
    "flow": "flows",
}


def excepted(found: Sequence[Finding], materials: Materials) -> tuple[list[Finding], list[ExceptionLine]]:
    """Give the findings, those accepted marked so, and what became of each exception of this case."""
    if not materials.exceptions:
        return list(found), []
    by_finding: dict[str, tuple[ExceptionState, ExceptionEntry]] = {}
    lines: list[ExceptionLine] = []
    named: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        for name in (finding.fingerprint, *finding.formerly):
            named[f"F-{name}"].append(finding)
    scoped = _Scoped(found, materials.case)
    for placed in materials.exceptions:
        entry = placed.entry
        if entry.case is not UNSET and entry.case != materials.case.case.id:
            continue
        meant = scoped.meant(entry) if entry.finding is UNSET else named.get(entry.finding, [])
        states = {finding.fingerprint: _state(entry, finding, materials) for finding in meant}
        for name, state in states.items():
            if name not in by_finding or _rank(state, entry) > _rank(*by_finding[name]):
                by_finding[name] = (state, entry)
        lines.append(_line(placed, _worst(entry, list(states.values()), materials), meant))
    return [_marked(finding, by_finding) for finding in found], lines


def failing(lines: Sequence[ExceptionLine]) -> int:
    """Count the exceptions that fail a build."""
    return sum(line.state in FAILING for line in lines)


class _Scoped:
    """Findings by what they are about, so that those in a scope are found without going through all of their rule."""

    def __init__(self, found: Sequence[Finding], case: Case) -> None:
        self._found = found
        self._case = case

    @cached_property
    def _abouts(self) -> list[list[dict[str, set[str]]]]:
        """What each subject of each finding is about."""
        return [
            [_about(finding, subject, self._case) for subject in finding.subjects] for finding in self._found
        ]

    @cached_property
    def _by_first(self) -> dict[tuple[str, str, str], list[int]]:
        """The places of findings, by their rule and by what their first subject is about: the key of a scope, and its id."""
        places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for place, (finding, abouts) in enumerate(zip(self._found, self._abouts, strict=True)):
            for about in abouts[:1]:
                for key, ids in about.items():
                    for name in ids:
                        places[finding.rule, key, name].append(place)
        return places

    def meant(self, entry: ExceptionEntry) -> list[Finding]:
        """Give the findings of the rule of an exception all subjects of which are in its scope, in their order."""
        scope = {} if entry.scope is UNSET else entry.scope.parts()
        if not scope:
            return []
        key, names = next(iter(scope.items()))
        places = {place for name in names for place in self._by_first.get((entry.rule, key, name), ())}
        return [
            self._found[place]
            for place in sorted(places)
            if all(
                not about[key].isdisjoint(ids) for about in self._abouts[place] for key, ids in scope.items()
            )
        ]


def _about(finding: Finding, subject: str, case: Case) -> dict[str, set[str]]:
    """Give what a subject of a finding is about, by the key of a scope; only a hop is about a flow."""
    words = {*JOINTS.split(subject), *JOINTS.split(finding.culprit)}
    name, _, ends = subject.partition(":")
    flow = case.flows.get(name) if finding.subject.kind == "hop" else None
    if flow is not None:
        words -= {name}
        words |= {flow.for_, flow.embedded_in, *(() if ends else (*several(flow.from_), *several(flow.to)))}
    about = {
        key: {word for word in words if word in getattr(case, section)} for key, section in SECTIONS.items()
    }
    return {**about, "flow": {name} if flow is not None else set()}


def _state(entry: ExceptionEntry, finding: Finding, materials: Materials) -> ExceptionState:
    return "outgrown" if _outgrown(entry, finding, materials.case) else _validity(entry, materials.today)


def _validity(entry: ExceptionEntry, today: str) -> ExceptionState:
    if not today:
        return "undated"
    if today > entry.expires:
        return "expired"
    return "in-force" if entry.approved_on <= today else "not-yet"


def _outgrown(entry: ExceptionEntry, finding: Finding, case: Case) -> bool:
    covers = entry.covers
    if covers is UNSET:
        return False
    graver = covers.severity is not UNSET and SEVERITY_ORDER.index(finding.severity) > SEVERITY_ORDER.index(
        covers.severity
    )
    wider = bool(covers.subjects) and not set(finding.subjects) <= set(covers.subjects)
    return graver or wider or (bool(covers.rests_on) and covers.rests_on != rests_on(finding, case))


def _worst(entry: ExceptionEntry, states: list[ExceptionState], materials: Materials) -> ExceptionState:
    """Give the one state of an exception: expired wherever it is, then what keeps it from holding, else in force."""
    validity = _validity(entry, materials.today)
    if validity == "expired":
        return "expired"
    if not states:
        checked = not materials.selected or entry.rule in materials.selected
        return "unmatched" if checked else "not-checked"
    return "outgrown" if "outgrown" in states else validity


def _rank(state: ExceptionState, entry: ExceptionEntry) -> tuple[bool, str]:
    """Rank exceptions of one finding: one in force first, then the one that lasts or lasted longest."""
    return state == "in-force", entry.expires


def _line(placed: PlacedException, state: ExceptionState, meant: Sequence[Finding]) -> ExceptionLine:
    entry = placed.entry
    return ExceptionLine(
        state=state,
        finding="" if entry.finding is UNSET else entry.finding,
        rule=entry.rule,
        scope={} if entry.scope is UNSET else entry.scope.parts(),
        by=entry.approved_by,
        on=entry.approved_on,
        until=entry.expires,
        reason=entry.reason,
        findings=[f"F-{finding.fingerprint}" for finding in meant],
        place=placed.place,
    )


def _marked(finding: Finding, by_finding: Mapping[str, tuple[ExceptionState, ExceptionEntry]]) -> Finding:
    if finding.fingerprint not in by_finding or finding.outcome != "established":
        return finding
    state, entry = by_finding[finding.fingerprint]
    acceptance = Acceptance(entry.approved_by, entry.approved_on, entry.expires, entry.reason)
    if state == "in-force":
        return replace(finding, accepted=acceptance)
    return replace(finding, was_accepted=acceptance)
