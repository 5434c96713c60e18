"""What a change does to the facts of a case: taken away, weakened, stated otherwise, put off; and to the findings that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from auditor.judging.baseline_status import Before, Earlier
from auditor.judging.beginnings import begins_later
from auditor.judging.fact_changes import SUPPORT, FactChanges
from auditor.judging.finding_scope import entries
from auditor.judging.look_alikes import look_alikes
from auditor.judging.premise_text import Teller
from auditor.judging.proof import place
from auditor.judging.told_facts import teller_of
from auditor.model.bilingual import Bilingual
from auditor.model.comparison import FactChange
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Fact, Materials
from auditor.model.result.findings import Finding
from auditor.model.result.gate import DATE_OF_CASE, FactFate, WeakenedFact
from auditor.model.vocabulary import KNOWN_ORDER, OF_KNOWLEDGE, UNKNOWN, UNSETTLED, gravity
from auditor.text import gate as gate_texts
from auditor.text.grammar import both, filled

#: Fields that say how something is called: no finding rests on them. It is told apart how well facts are known.
ASIDE: Final = frozenset({"title", "note", "name"}) | SUPPORT
ID_OF_CASE: Final = "case.id"
#: Fields with which an entry ends, or never came about: stating them takes away as much as leaving others out.
ENDING: Final = frozenset({"until", "attempted"})


class _Line(Struct):
    fate: FactFate
    before: str
    after: str
    findings: set[str] = field(default_factory=set)
    known: str = ""


def weakened_facts(before: Before | None, findings: Sequence[Finding]) -> list[WeakenedFact]:
    """Give the facts that a change took away, weakened, states otherwise or puts off, each with the known findings it touches.

    A finding is touched where it is gone, or is graver, better known or of more subjects in the earlier revision than now; and
    where a fact of its proof is known less well or has lost its source. Facts that touch none are told too, after those that
    do: what would have rested on them may come with the same change. A fact that nobody stated before is told where it touches a
    finding, or ends an entry. Without the facts as they were, nothing is told.
    """
    if before is None or before.written is None:
        return []
    then, materials = before.written
    lines: dict[str, _Line] = {}
    now = {finding.fingerprint: finding for finding in findings}
    earlier = [
        (entry, entry.finding, now.get(name))
        for name, entry in sorted(before.findings.items())
        if entry.finding is not None
    ]
    told = [(was, is_now) for entry, was, is_now in earlier if _less(entry, is_now)]
    changes = FactChanges(then.case, materials.case)
    _put_off(lines, before.beginning, then, materials)
    _called_otherwise(lines, then, materials)
    _changed(lines, told, changes, before.written, sure=not before.loosened)
    _withdrawn(lines, changes, before.written)
    for _, was, is_now in earlier:
        if is_now is None or is_now.accepted is None:
            _less_known(lines, was, then, materials)
    _less_supported(lines, changes, then, materials)
    _overridden(lines, then, materials)
    _moved_on(lines, told, then, materials)
    _look_alike(lines, then, materials)
    return list(_sorted(lines, before.beginning, then, materials))


def _sorted(
    lines: Mapping[str, _Line],
    beginning: Mapping[str, tuple[str, ...]],
    then: Materials,
    materials: Materials,
) -> Iterator[WeakenedFact]:
    sides = teller_of(then), teller_of(materials)
    for fact, line in sorted(lines.items(), key=lambda line: (not line[1].findings, line[0])):
        said = _said(fact, line, sides)
        yield WeakenedFact(
            fact=fact,
            fate=line.fate,
            before=line.before,
            after=line.after,
            findings=sorted(line.findings),
            beginning=sorted(beginning.get(fact, ())),
            place=place(materials, fact),
            said_before=said[0],
            said_after=said[1],
        )


def _said(fact: str, line: _Line, sides: tuple[Teller, Teller]) -> tuple[Bilingual | None, Bilingual | None]:
    """Say a fact as each side states it; of organisations that look alike, the name of each."""
    then, now = sides
    if line.fate == "look-alike":
        return then.names.of(line.known), now.names.of(fact.partition(".")[2])
    if line.fate in ("begins-later", "left-open", "overridden"):
        return None, now.tell(fact)
    if line.fate == "moved-on":
        return None, None
    was, is_now = then.tell(fact), None if line.fate == "removed" else now.tell(fact)
    if line.fate == "otherwise" and was == is_now:
        return _written(was, line.before), _written(is_now, line.after)
    return was, is_now


def _written(clause: Bilingual, value: str) -> Bilingual:
    return filled(gate_texts.WRITTEN_AS, clause=clause, value=both(value))


def _less(was: Earlier, is_now: Finding | None) -> bool:
    """Tell whether a finding is gone, or is less than it was; one that was accepted since is told as such."""
    if is_now is not None and is_now.accepted is not None:
        return False
    if is_now is None or is_now.outcome != "established":
        return True
    lower = gravity(is_now.severity) < gravity(was.severity)
    weaker = KNOWN_ORDER.index(is_now.confidence) > KNOWN_ORDER.index(was.confidence)
    return lower or weaker or not was.subjects.issubset(is_now.subjects)


def _put_off(
    lines: dict[str, _Line], beginning: Mapping[str, tuple[str, ...]], then: Materials, now: Materials
) -> None:
    """Add what begins later than the case speaks for, and did not before; of what did, that of which something else has changed."""
    later = begins_later(then, now)
    again = {route: day for route, day in later.steady.items() if route in beginning}
    for route, since in {**later.changed, **again}.items():
        was = then.fact(route)
        lines[route] = _Line("begins-later", str(was.value) if was.stated else "", since)


def _called_otherwise(lines: dict[str, _Line], then: Materials, now: Materials) -> None:
    """Add the id of the case where another one was at its place: findings known there are of another case."""
    before, after = then.case.case.id, now.case.case.id
    if before != after:
        lines[ID_OF_CASE] = _Line("otherwise", before, after)


def _changed(
    lines: dict[str, _Line],
    told: Sequence[tuple[Finding, Finding | None]],
    changes: FactChanges,
    sides: tuple[Materials, Materials],
    *,
    sure: bool,
) -> None:
    """Add the facts stated otherwise that findings which are gone, or less than they were, rest on or are about.

    Where there is none and it is `sure` that no rule finds less, whatever is stated otherwise may have done it.
    """
    then, now = sides
    for was, is_now in told:
        about = changes.at(sorted(entries(was, then.case)))
        touched = _of_substance(changes, (*changes.touching((was, is_now)), *about))
        if not touched and sure:
            touched = _of_substance(changes, changes.all)
        for change in touched:
            lines.setdefault(change.fact, _stated_otherwise(change, now)).findings.add(f"F-{was.fingerprint}")


def _withdrawn(lines: dict[str, _Line], changes: FactChanges, sides: tuple[Materials, Materials]) -> None:
    """Add every fact that is no longer stated, stated otherwise or left open, and every word that ends an entry.

    What the knowledge base says is not taken away with the last entry that named whom it is about.
    """
    then, now = sides
    for change in _of_substance(changes, changes.all):
        if change.after == UNKNOWN and then.fact(change.fact).source.startswith(OF_KNOWLEDGE):
            continue
        if change.before != UNKNOWN or changes.field(change.fact) in ENDING:
            lines.setdefault(change.fact, _stated_otherwise(change, now))
    for route in changes.left_open:
        lines.setdefault(route, _Line("left-open", "", now.fact(route).value))


def _stated_otherwise(change: FactChange, now: Materials) -> _Line:
    gone = change.after in UNSETTLED or now.fact(change.fact).unsettled
    fate: FactFate = "removed" if gone else "otherwise"
    return _Line(fate, "" if change.before == UNKNOWN else change.before, change.after)


def _of_substance(changes: FactChanges, among: Iterable[FactChange]) -> list[FactChange]:
    """Give those `among` the changes that are of what is stated, without those of how it is called or known."""
    return [
        change
        for change in among
        if changes.field(change.fact) not in ASIDE and change.before != change.after
    ]


def _less_known(lines: dict[str, _Line], was: Finding, then: Materials, now: Materials) -> None:
    """Add the facts of a proof that are stated still, but known less well, or without their source."""
    for premise in was.proof:
        line = _weaker(then.fact(premise.fact), now.fact(premise.fact))
        if line is not None:
            lines.setdefault(premise.fact, line).findings.add(f"F-{was.fingerprint}")


def _less_supported(lines: dict[str, _Line], changes: FactChanges, then: Materials, now: Materials) -> None:
    """Add the facts, and the entries with all that they state, that are known less well, or without their source."""
    for route in changes.supported_otherwise():
        line = _weaker(then.fact(route), now.fact(route))
        if line is not None:
            lines.setdefault(route, line)


def _weaker(old: Fact, new: Fact) -> _Line | None:
    """Give what became of a fact that is stated on both sides, where it is known less well or has lost a source."""
    if not (old.stated and new.stated) or old.unsettled or new.unsettled:
        return None
    if KNOWN_ORDER.index(new.known) > KNOWN_ORDER.index(old.known):
        return _Line("less-known", old.known, new.known)
    lost = [was for was, is_now in zip(_sources(old), _sources(new), strict=False) if was and not is_now]
    return _Line("unsourced", lost[0], "") if lost else None


def _sources(fact: Fact) -> list[str]:
    """Give the source of a fact; of one in several words, the source of each."""
    if not isinstance(fact.value, list):
        return [fact.source]
    return [getattr(item, "source", "") or fact.source for item in fact.value]


def _overridden(lines: dict[str, _Line], then: Materials, now: Materials) -> None:
    """Add the facts of the knowledge base or of the vocabulary that are stated otherwise since."""
    before = {(line.route, line.case) for line in then.overrides}
    for line in now.overrides:
        if line.by in ("case", "knowledge") and (line.route, line.case) not in before:
            lines.setdefault(line.route, _Line("overridden", line.knowledge, line.case))


def _moved_on(
    lines: dict[str, _Line],
    told: Sequence[tuple[Finding, Finding | None]],
    then: Materials,
    now: Materials,
) -> None:
    """Add a case that is dated later than it was; one dated earlier is told with the rules that may find less."""
    later = first_day(now.as_of) > first_day(then.as_of) or last_day(now.as_of) > last_day(then.as_of)
    if later:
        names = {f"F-{was.fingerprint}" for was, _ in told}
        lines[DATE_OF_CASE] = _Line("moved-on", then.as_of, now.as_of, names)


def _look_alike(lines: dict[str, _Line], then: Materials, now: Materials) -> None:
    for found in look_alikes(then, now):
        known, new = f"{found.known} ({found.known_country})", f"{found.new} ({found.country})"
        lines[f"organisations.{found.new}"] = _Line("look-alike", known, new, known=found.known)
