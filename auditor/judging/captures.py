"""The tables of captures: what each shows, who got what, recipients by state of consent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, get_args

from msgspec.structs import replace

from auditor.graph.captured import JOINTS
from auditor.graph.derive import Derived
from auditor.model.capture import CLEAR
from auditor.model.case.captures import CaptureRecord, ConsentState, SeenRecipient
from auditor.model.evidence import distinct
from auditor.model.materials import several
from auditor.model.result.captures import (
    CaptureLine,
    CaptureTables,
    ReceivedLine,
    Standing,
    StateCell,
    StatesLine,
    Travelled,
)
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import UNSETTLED

STATES: Final[tuple[ConsentState, ...]] = get_args(ConsentState)
#: What a reader looks for first.
ORDER: Final[tuple[Standing, ...]] = (
    "undeclared", "unknown", "none", "unattributed", "declared-not-observed", "declared-observed", "attempted",
)  # fmt: skip


def capture_tables(derived: Derived, findings: Sequence[Finding]) -> CaptureTables | None:
    """Give the tables of the captures of a case, each recipient with its findings; None where it has no captures."""
    captures = derived.estate.case.captures
    if not captures:
        return None
    standing = _standings(derived)
    received = [
        _received(derived, row, standing, name=name, state=captures[name].state)
        for name in sorted(captures)
        for row in captures[name].recipients
    ]
    received = _with_findings(received, findings)
    received.sort(
        key=lambda line: (ORDER.index(line.standing), -line.requests, line.domain, line.capture, line.page)
    )
    return CaptureTables(
        captures=[_capture(name, captures[name]) for name in sorted(captures)],
        received=received,
        states=_states(captures, received),
    )


def _capture(name: str, record: CaptureRecord) -> CaptureLine:
    return CaptureLine(
        id=name,
        kind=record.kind,
        state=record.state,
        producer=record.producer,
        version=record.version,
        started=record.started,
        ended=record.ended,
        sites=record.sites,
        entries=int(record.entries),
        requests=int(record.requests),
        first_party=int(record.first_party),
        attempted=int(record.attempted),
        failed=int(record.failed),
        insecure=int(record.insecure),
        cut=int(record.cut) if record.cut else None,
        cannot_show=record.cannot_show,
        skipped={key: int(count) for key, count in sorted(record.skipped.items())},
        noise={key: int(count) for key, count in sorted(record.noise.items())},
        sha256=record.sha256,
        observation=record.observation,
        hosts=record.hosts,
        public_suffix_list=record.public_suffix_list,
        parameters_as_of=record.parameters_as_of,
        knowledge_as_of=record.knowledge_as_of,
        source=record.source,
    )


def _standings(derived: Derived) -> Mapping[tuple[str, str], Standing]:
    """Give how each recipient of each activity stands, declared against seen."""
    room = derived.recipients
    return {(each.who, each.activity): room.observed(each)[0] for each in (*room.all, *room.without_flow)}


def _received(
    derived: Derived,
    row: SeenRecipient,
    standing: Mapping[tuple[str, str], Standing],
    *,
    name: str,
    state: ConsentState,
) -> ReceivedLine:
    estate = derived.estate
    operator = estate.operator(row.to)
    organisation = operator if operator in estate.case.organisations else ""
    flows = [flow for flow in row.flows if flow in estate.case.flows]
    kinds = {kind.kind for kind in row.kinds}
    return ReceivedLine(
        capture=name,
        state=state,
        page=row.page,
        host=row.to,
        domain=row.domain,
        organisation=organisation,
        operator_known=estate.materials.fact(f"hosts.{row.to}.operator").known if organisation else "assumed",
        brand=row.brand,
        hosts=row.hosts,
        requests=int(row.requests),
        sent=int(row.sent),
        attempted=int(row.attempted),
        first=int(row.first),
        offset=int(row.offset) if row.offset else None,
        data=_data(derived, flows),
        inferred=sorted(kinds),
        cookies_sent=row.cookies_sent,
        cookies_set=row.cookies_set,
        transport=_travelled(row),
        standing=_standing(derived, flows, organisation or row.to, standing)
        if int(row.sent)
        else "attempted",
        controlled_by=derived.control.controllers(organisation) if organisation else [],
        initiators=row.initiators,
        redirected_from=row.redirected_from,
        cloaking=row.cloaking,
        pointer=row.at,
        flows=flows,
        findings=[],
    )


def _data(derived: Derived, flows: Sequence[str]) -> list[str]:
    """Give the categories that were seen to be sent."""
    case, materials = derived.estate.case, derived.estate.materials
    seen = (flow for flow in flows if materials.fact(f"flows.{flow}").known == "observed")
    return sorted({item for flow in seen for item in several(case.flows[flow].data) if item not in UNSETTLED})


def _travelled(row: SeenRecipient) -> Travelled:
    clear = {scheme in CLEAR for scheme in row.schemes}
    if len(clear) == 2:
        return "mixed"
    return "unknown" if not clear else "none" if True in clear else "tls"


def _standing(
    derived: Derived,
    flows: Sequence[str],
    who: str,
    standing: Mapping[tuple[str, str], Standing],
) -> Standing:
    case = derived.estate.case
    found = [standing[key] for flow in flows if (key := (who, case.flows[flow].for_)) in standing]
    if who not in case.organisations:
        return "unattributed"
    return min(found, key=ORDER.index, default="none")


def _with_findings(received: Iterable[ReceivedLine], findings: Sequence[Finding]) -> list[ReceivedLine]:
    """Give the lines, each with the findings established on one of its flows, its host or its organisation."""
    of: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.outcome == "established" and not finding.joined:
            for name in {word for subject in finding.subjects for word in JOINTS.split(subject)}:
                of[name].append(finding.fingerprint)
    return [
        replace(
            line,
            findings=list(
                distinct(f for name in (*line.flows, line.host, line.organisation) for f in of[name])
            ),
        )
        for line in received
    ]


def _states(captures: Mapping[str, CaptureRecord], received: Iterable[ReceivedLine]) -> list[StatesLine]:
    """Give each recipient in each state in which there is a capture; not seen is not gone."""
    made: dict[ConsentState, int] = defaultdict(int)
    for record in captures.values():
        made[record.state] += 1
    lines: dict[str, list[ReceivedLine]] = defaultdict(list)
    for line in received:
        lines[line.organisation or line.host].append(line)
    return [
        StatesLine(
            recipient=who,
            states={state: _cell(lines[who], state, made[state]) for state in STATES if state in made},
        )
        for who in lines
    ]


def _cell(lines: Iterable[ReceivedLine], state: ConsentState, captures: int) -> StateCell:
    here = [line for line in lines if line.state == state]
    return StateCell(
        seen=len({line.capture for line in here}),
        captures=captures,
        sent=sum(line.sent for line in here),
        attempted=sum(line.attempted for line in here),
    )
