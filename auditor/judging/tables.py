"""The tables of a result: claims, exposures, control, recipients, flows, and what was not analysed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Final, Literal

from msgspec import UNSET

from auditor.graph.claims.part import Checked, Part
from auditor.graph.control import Control
from auditor.graph.derive import Derived
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposure
from auditor.graph.holdings import HALF
from auditor.graph.recipient import Recipient
from auditor.judging.assumptions import assumed
from auditor.judging.not_looked_at import KINDS, ORDER
from auditor.judging.proof import known_of_flow, place, value_words
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.case.flows import Flow
from auditor.model.case.ownership import Ownership
from auditor.model.materials import plain, several, versions
from auditor.model.period import PERIODS, period
from auditor.model.result.document import OUTSIDE, NotAnalysed
from auditor.model.result.findings import Finding, Level, SubjectRef
from auditor.model.result.shown import NOT_MADE
from auditor.model.result.tables import (
    ChainLink,
    ClaimPart,
    ClaimVerdict,
    Controller,
    ControlLine,
    ExposureLine,
    FlowLine,
    RecipientLine,
)
from auditor.model.scalars import Share
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.claim_sentences import claim_words, part_words
from auditor.rules.questions import fact_route
from auditor.text import result as result_texts
from auditor.text.grammar import bilingual, filled
from auditor.text.names import Names


def claims(worded: Worded) -> list[ClaimVerdict]:
    """Give the verdict on each claim, part by part."""
    return [_claim(worded, checked) for checked in worded.derived.claims.all]


def _claim(worded: Worded, checked: Checked) -> ClaimVerdict:
    derived = worded.derived
    claim = derived.estate.case.claims[checked.id]
    materials = derived.estate.materials
    return ClaimVerdict(
        id=checked.id,
        by=claim.by,
        quote=bilingual(claim.quote),
        source=materials.fact(f"claims.{checked.id}").source,
        says=checked.says,
        verdict=checked.verdict,
        message=claim_words(derived, worded.names, checked),
        parts=[_part(worded, checked.id, part) for part in checked.parts],
        missing=list(checked.missing),
        place=place(materials, f"claims.{checked.id}"),
    )


def _part(worded: Worded, claim: str, part: Part) -> ClaimPart:
    """Give a part of a claim; where premises are not shown, without sentence and path, and without a proof in which nothing is observed."""
    derived, names, shown = worded.derived, worded.names, worded.premises.shown
    return ClaimPart(
        about=names.all(part.about).en if shown else NOT_MADE,
        verdict=part.verdict,
        message=part_words(derived, names, claim, part) if shown else NOT_MADE,
        path=list(map(worded.step, part.path)) if shown else NOT_MADE,
        proof=worded.premises.of(part.proof) if shown or part.known == "observed" else NOT_MADE,
        because=part.because,
        known=part.known,
        who=part.who,
        data=list(part.data),
        at=list(part.at),
    )


def exposures(worded: Worded) -> list[ExposureLine]:
    """Give every exposure, by host, custodian and instrument."""
    return [_exposure(worded, exposure) for exposure in worded.derived.exposures.all if exposure.high]


def _exposure(worded: Worded, e: Exposure) -> ExposureLine:
    return ExposureLine(
        host=e.host,
        custodian=e.custodian,
        as_=e.custody,
        state=e.state,
        instrument=e.instrument,
        reach=list(e.reach.options),
        keys=list(e.keys),
        clear=list(e.clear),
        level=Level(e.low, e.high),
        data=list(e.data),
        missing=list(dict.fromkeys(fact_route(route) for route in e.missing)),
        conditions=_conditions(e),
        proof=worded.premises.of(e.proof),
    )


def _conditions(e: Exposure) -> Bilingual:
    if e.shut and e.reach.options == ("presence",):
        return result_texts.PRESENCE_SHUT
    if e.high == 1 and e.reach.possible == "dependency":
        return result_texts.NO_TECHNICAL_ACCESS
    if e.low == e.high == 1:
        return result_texts.KEY_OUT_OF_REACH
    return result_texts.NOTHING if e.low == e.high else result_texts.INTERVAL


def control(derived: Derived, names: Names) -> list[ControlLine]:
    """Give who controls whom, for every organisation that operates, keeps, receives, reads or claims something, or is named by a sheet."""
    links = _Links(derived)
    return [_control(derived, names, links, who) for who in _involved(derived)]


def _involved(derived: Derived) -> list[str]:
    estate = derived.estate
    involved = {estate.operator(host) for host in estate.case.hosts}
    involved |= {r.who for r in derived.readability.readings} | {r.who for r in derived.recipients.all}
    involved |= {c.by for c in estate.case.claims.values()} | {e.custodian for e in derived.exposures.all}
    for sheet in estate.case.activities.values():
        for named in (sheet.controller, sheet.processors, sheet.recipients):
            involved.update(several(named))
    involved |= {
        k for host in estate.case.hosts.values() for k in (*several(host.keys), *versions(host.keys))
    }
    return sorted(who for who in involved if who in estate.case.organisations)


def _control(derived: Derived, names: Names, links: _Links, who: str) -> ControlLine:
    room, estate = derived.control, derived.estate
    sure, all_of = set(room.controllers(who)), room.controllers(who, certain=False)
    steps = _steps(room, who, all_of)
    controllers = [
        Controller(
            id=owner,
            country=estate.country(owner),
            certain=owner in sure,
            chain=[links[route] for route in room.proof(owner, who, certain=owner in sure)],
            step=steps[owner],
        )
        for owner in all_of
    ]
    return ControlLine(
        organisation=who,
        name=names.of(who).en,
        country=estate.country(who),
        country_known=estate.materials.fact(f"organisations.{who}.country").known,
        controllers=controllers,
        holders=[links[h.routes[0]] for h in room.by_owned.get(who, ()) if h.low <= HALF],
        owners_known=not room.unsettled(who),
        reach={state: list(derived.reaches.of(state, who).options) for state in derived.reaches.states(who)},
    )


def _steps(room: Control, who: str, controllers: Collection[str]) -> dict[str, int]:
    """Give, of each controller of `who`, how many holders the longest line up to it has; where they hold each other, a line once."""
    among = {who, *controllers}
    above = {
        owned: sorted({h.owner for h in room.by_owned.get(owned, ()) if h.owner in among} - {owned})
        for owned in among
    }
    below = Counter(owner for owners in above.values() for owner in owners)
    steps = dict.fromkeys(sorted(controllers), 1)
    seen: set[str] = set()
    reached = [who]
    for first in chain(reached, steps):
        ready = [] if first in seen else [first]
        while ready:
            owned = ready.pop()
            seen.add(owned)
            for owner in above[owned]:
                below[owner] -= 1
                if owner not in seen:
                    reached.append(owner)
                    steps[owner] = max(steps[owner], steps.get(owned, 0) + 1)
                    if not below[owner]:
                        ready.append(owner)
    return steps


class _Links(dict[str, ChainLink]):
    """The facts of chains of holders as lines of a result, each made once."""

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self.derived = derived

    def __missing__(self, route: str) -> ChainLink:
        self[route] = _link(self.derived, route)
        return self[route]


def _link(derived: Derived, route: str) -> ChainLink:
    materials = derived.estate.materials
    fact = materials.fact(route)
    section, _, name = route.partition(".")
    if section == "organisations":
        owned = name.partition(".")[0]
        return ChainLink(
            owner=value_words(fact.value),
            of=owned,
            kind="parent",
            votes="",
            since="",
            until="",
            known=fact.known,
            source=fact.source,
        )
    link = derived.estate.case.ownership[name]
    assumed = "" if link.since and "since" not in link.unchecked else "since"
    kind = "" if link.kind is UNSET else link.kind
    return ChainLink(
        owner=link.owner,
        of=link.of,
        kind=kind,
        votes=_votes(link),
        since=link.since,
        until=link.until,
        known=fact.known,
        source=fact.source,
        assumed=assumed,
    )


def _votes(link: Ownership) -> str:
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share):
        if stated.value:
            return stated.value
        return f"{stated.min or 0}-{stated.max or 100}"
    return stated if isinstance(stated, str) and stated != UNKNOWN else ""


#: How the result says whether a recipient is declared.
DECLARED: Final[dict[bool | None, Literal["yes", "no", "unknown"]]] = {
    True: "yes",
    False: "no",
    None: "unknown",
}


def _role(derived: Derived, recipient: Recipient) -> str:
    """Give the role of a recipient; one whom no flow reaches is a processor where the sheet names it as one."""
    if recipient.role.settled:
        return recipient.role.settled
    stated = several(derived.estate.case.activities[recipient.activity].processors)
    return "processor" if recipient.who in stated else UNKNOWN


def recipients(derived: Derived) -> list[RecipientLine]:
    """Give the recipients of each activity, declared or not, with the law that reaches them on their own account."""
    return [
        RecipientLine(
            activity=r.activity,
            recipient=r.who,
            role=_role(derived, r),
            declared=DECLARED[r.declared.value],
            observed=derived.recipients.observed(r)[0],
            reach={
                state: list(derived.reaches.of(state, r.who).options)
                for state in derived.reaches.states(r.who)
            },
        )
        for r in (*derived.recipients.all, *derived.recipients.without_flow)
        if r.hops or r.who in derived.estate.case.organisations
    ]


def flows(derived: Derived, findings: Sequence[Finding]) -> list[FlowLine]:
    """Give the flows in force, numbered, each with the findings and live open points whose path it is on."""
    estate = derived.estate
    on_path = _on_path(findings)
    carried: dict[str, int] = {}
    for sheet in estate.sheets.values():
        for hop in sheet.hops:
            carried[hop.route] = carried.get(hop.route, 0) | hop.mask
    lines = []
    for number, (name, flow) in enumerate(sorted(estate.case.flows.items()), 1):
        fact = estate.materials.fact(f"flows.{name}")
        lines.append(
            FlowLine(
                id=name,
                number=number,
                activity=flow.for_,
                from_=", ".join(several(flow.from_)),
                through=[flow.through] if isinstance(flow.through, str) else list(flow.through),
                to=list(several(flow.to)),
                data=list(_carried(estate, flow, carried.get(f"flows.{name}", 0))),
                transport=str(plain(flow.transport)),
                content=str(plain(flow.content)),
                keys=value_words(plain(flow.keys)),
                known=known_of_flow(estate.materials, fact.route, ("transport", "content", "keys")),
                source=fact.source,
                findings=on_path.get(name, []),
            )
        )
    lines.extend(_implied(derived, on_path, len(lines)))
    return lines


def _on_path(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """Give the ids, sorted, of the findings and live open points whose path each flow or sheet is on."""
    found: dict[str, set[str]] = {}
    for finding in findings:
        if finding.outcome != "cannot-be-shown" or finding.live:
            for step in finding.path:
                found.setdefault(step.flow, set()).add(finding.fingerprint)
    return {name: sorted(ids) for name, ids in found.items()}


def _carried(estate: Estate, flow: Flow, mask: int) -> tuple[str, ...]:
    """Give the categories that a flow carries; what it states itself where nobody knows for which activity it is."""
    sheet = estate.sheets.get(flow.for_)
    return several(flow.data) if sheet is None else sheet.names(mask)


def _implied(derived: Derived, on_path: dict[str, list[str]], count: int) -> list[FlowLine]:
    """Give the steps that only follow from a sheet of the register without flows of its own."""
    estate = derived.estate
    steps = [
        (sheet, hop) for _, sheet in sorted(estate.sheets.items()) for hop in sheet.hops if hop.flow is None
    ]
    return [
        FlowLine(
            id=hop.id,
            number=number,
            activity=sheet.id,
            from_=hop.a,
            through=[],
            to=[hop.b],
            data=list(sheet.names(hop.mask)),
            transport=UNKNOWN,
            content=UNKNOWN,
            keys=UNKNOWN,
            known="inferred",
            source=estate.materials.fact(hop.route).source,
            findings=on_path.get(sheet.id, []),
        )
        for number, (sheet, hop) in enumerate(steps, count + 1)
    ]


def not_analysed(derived: Derived) -> list[NotAnalysed]:
    """Return what the input holds that got no verdict: claims with no checkable meaning, unread periods, outdated flows."""
    estate = derived.estate
    found = [
        NotAnalysed(
            SubjectRef("claim", checked.id),
            result_texts.CLAIM_UNCHECKABLE,
        )
        for checked in derived.claims.all
        if checked.verdict == "not-checkable"
    ]
    found += [
        NotAnalysed(SubjectRef(OUTSIDE, activity), result_texts.NO_REGIME)
        for activity in derived.regimes.outside
    ]
    found += [
        NotAnalysed(SubjectRef("period", route), result_texts.PERIOD_UNREAD)
        for route in _unread(derived.estate.case)
    ]
    found += [
        NotAnalysed(SubjectRef(KINDS[item.section], item.name), _out_of_date(item.since, item.until))
        for item in sorted(estate.day.left_out, key=lambda item: (ORDER.index(item.section), item.name))
    ]
    return found


def _unread(case: Case) -> Iterator[str]:
    """Give the addresses of the periods that are stated in words no comparison can use."""
    for section, field in PERIODS:
        for name, entity in sorted(getattr(case, section).items()):
            text = str(plain(getattr(entity, field)))
            if text not in UNSETTLED and text != NONE and period(text) is None:
                yield f"{section}.{name}.{field}"


def _out_of_date(since: str, until: str) -> Bilingual:
    return filled(result_texts.OUT_OF_DATE, since=since or "…", until=until or "…")


def _assumed_of_certificate(names: Names, of: str, name: str) -> Bilingual:
    return filled(result_texts.CERTIFICATE_DAY[name], who=names.of(of))


def assumptions(derived: Derived, names: Names) -> list[Bilingual]:
    """Return the assumptions of the result, for instance that a holding without a stated first day held before it was seen."""
    found = [
        *assumed(derived, names),
        *(_assumed_of_certificate(names, of, name) for of, _, name in derived.certificates.assumed()),
    ]
    day, until = derived.estate.as_of, derived.estate.materials.knowledge_date
    if until:
        found.append(filled(result_texts.KNOWN_UP_TO, date=until))
    involved = _involved(derived)
    concerned = derived.control.above(involved)
    for _, link in sorted(derived.estate.case.ownership.items()):
        vouched = link.since and "since" not in link.unchecked
        if link.of in concerned and not vouched:
            text = result_texts.HOLDING_UNCHECKED if link.since else result_texts.HOLDING_UNDATED
            ends = {"owner": names.of(link.owner), "owned": names.of(link.of)}
            found.append(filled(text, **ends, since=link.since, day=day))
    return found
