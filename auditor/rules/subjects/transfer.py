"""`transfer`: personal data sent to an importer in a third country, with the ground it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from auditor.graph.derive import Derived
from auditor.graph.importers import INTERNATIONAL
from auditor.graph.standard_clauses import SETS
from auditor.graph.transfer_grounds import READ, TransferGrounds
from auditor.graph.transfers import Transfer
from auditor.model.bilingual import Bilingual
from auditor.model.case.agreements import Assessment, Measures, Tool
from auditor.model.case.record import Derogation
from auditor.model.evidence import Choice, FieldValue, Selection, answer, settled, word
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject, attributes
from auditor.text.grammar import bilingual, both, filled
from auditor.text.names import Names
from auditor.text.slots.transfer import (
    DECISION,
    ENDED,
    INTERNATIONAL_BODY,
    NAMED_DECISION,
    NO_DECISION,
    NOT_PLACED,
    NOT_SHOWN,
    TO_ASSESS,
    TOOLS,
)


def _said(words: object) -> tuple[str, ...]:
    return tuple(word for word in get_args(words) if word not in UNSETTLED)


def _ground(name: str, words: tuple[str, ...] = YES_NO) -> Field[Transfer]:
    read: Callable[[TransferGrounds, Transfer], Choice] = getattr(TransferGrounds, name)
    kind = "answer" if words == YES_NO else "word"
    return Field(kind, lambda derived, t: read(derived.grounds, t), words)  # type: ignore[arg-type]


def _carries(derived: Derived, transfer: Transfer) -> FieldValue:
    """Give the data sent; it is only possible where the transfer is only possible."""
    carried = derived.estate.hop_categories(transfer.hop)
    if transfer.missing:
        return Selection(maybe=carried, proof=transfer.proof, missing=transfer.missing, open=not carried)
    more = derived.estate.sheets[transfer.hop.activity].names(transfer.hop.more)
    open_ = (f"{transfer.hop.route}.data",) if more else ()
    return Selection(sure=carried, maybe=more, proof=transfer.proof, missing=open_)


def _scale(derived: Derived, transfer: Transfer) -> FieldValue:
    activity = transfer.hop.activity
    return word(f"activities.{activity}.scale", derived.estate.case.activities[activity].scale)


def _regular(derived: Derived, transfer: Transfer) -> FieldValue:
    """Tell whether the sending is repeated or systematic."""
    return word(f"{transfer.hop.route}.regular", derived.estate.said(transfer.hop, "regular"))


def _care(derived: Derived, transfer: Transfer) -> FieldValue:
    """Tell whether the data was collected in care."""
    activity = transfer.hop.activity
    return word(f"activities.{activity}.care", derived.estate.case.activities[activity].care)


def _country(derived: Derived, transfer: Transfer) -> FieldValue:
    if transfer.country == UNKNOWN:
        return Choice(missing=transfer.missing, anything=True)
    head = derived.transfers.head(transfer.importer)
    return Choice(options=(transfer.country,), proof=(f"organisations.{head}.country",))


def _placed(derived: Derived, transfer: Transfer) -> FieldValue:
    del derived
    return Choice(missing=transfer.missing) if transfer.country == UNKNOWN else answer(yes=True)


def _access(derived: Derived, transfer: Transfer) -> FieldValue:
    del derived
    flow = transfer.hop.flow
    return Choice(options=("push" if flow is None else flow.access,), proof=(transfer.hop.route,))


def _exporter(derived: Derived, transfer: Transfer) -> FieldValue:
    del derived
    if transfer.exporter == UNKNOWN:
        return Choice(missing=transfer.missing, anything=True)
    return Choice(options=(transfer.exporter,), proof=transfer.proof)


def _where(derived: Derived, names: Names, transfer: Transfer) -> Bilingual:
    del names
    entry = derived.estate.case.organisations.get(derived.transfers.head(transfer.importer))
    if entry is not None and entry.kind == INTERNATIONAL:
        return INTERNATIONAL_BODY
    if transfer.country == UNKNOWN:
        return NOT_PLACED
    return bilingual(derived.estate.materials.knowledge.countries.get(transfer.country, transfer.country))


def decision_words(derived: Derived, transfer: Transfer) -> Bilingual:
    """Say which decision matters, and when it held: relied on then, whatever became of it later."""
    name = derived.grounds.decision(transfer)[1]
    if not name:
        return NO_DECISION
    decision = derived.estate.materials.knowledge.adequacy[name]
    end = decision.invalid or decision.until
    said = filled(
        NAMED_DECISION if decision.title else DECISION,
        decision=decision.decision,
        title=bilingual(decision.title),
        since=decision.since,
    )
    return filled(ENDED, said=said, end=end) if end else said


def _law(derived: Derived, names: Names, transfer: Transfer) -> Bilingual:
    del names
    proof = derived.grounds.problematic_law(transfer).proof
    known = derived.estate.materials.knowledge.problematic
    found = [known[route.partition(".")[2]] for route in proof if route.startswith("problematic.")]
    return bilingual(found[0].title) if found else TO_ASSESS


def _tool(derived: Derived, names: Names, transfer: Transfer) -> Bilingual:
    del names
    return TOOLS.get(derived.grounds.tool(transfer).settled, NOT_SHOWN)


TRANSFER: Subject[Transfer] = Subject(
    name="transfer",
    each=lambda derived: derived.transfers.all,
    id=lambda t: t.id,
    route=lambda t: t.hop.route,
    activities=lambda derived, t: (t.hop.activity,),
    fields={
        "carries": Field("category", _carries),
        "scale": Field("word", _scale, ("large", "small")),
        "exporter": Field("party", _exporter),
        "importer": Field("party", lambda derived, t: Choice(options=(t.importer,), proof=(t.hop.route,))),
        "country": Field("country", _country),
        "decision": Field(
            "word", lambda derived, t: derived.grounds.decision(t)[0], ("whole", "partial", "none", "void")
        ),
        "listed": _ground("listed", ("true", "false", "none")),
        "covered": _ground("covered", ("true", "false", "none")),
        "listing_read": _ground("listing_read", READ),
        "in_scope": _ground("in_scope"),
        "adequate": _ground("adequate"),
        "tool": _ground("tool", _said(Tool)),
        "clauses": _ground("clauses", (*SETS, NONE)),
        "derogation": _ground("derogation", _said(Derogation)),
        "readable": _ground("readable"),
        "problematic_law": _ground("problematic_law"),
        "measures": _ground("measures", _said(Measures)),
        "assessment": _ground("assessment", _said(Assessment)),
        "rests_on": _ground("rests_on", ("framework", "tool", "other", "none")),
        "passed_on_by_contract": _ground("passed_on_by_contract"),
        "exporting_as": _ground("exporting_as", ("controller", "processor", "third-party")),
        "denied": _ground("denied"),
        "regular": Field("answer", _regular, YES_NO),
        "care": Field("answer", _care, YES_NO),
        "in_france": Field(
            "answer",
            lambda derived, t: settled(derived.care.in_france(derived.estate.alone(t.hop.activity))),
            YES_NO,
            by=attributes("hop.activity"),
        ),
        "access": Field("word", _access, ("push", "remote")),
        "declared": _ground("declared"),
        "onward": Field("answer", lambda derived, t: answer(yes=t.onward, proof=(t.hop.route,)), YES_NO),
        "placed": Field("answer", _placed, YES_NO),
    },
    slots={
        "flow": lambda derived, names, t: names.within(*_flow_of(t)),
        "activity": lambda derived, names, t: names.within("activities", t.hop.activity),
        "exporter": lambda derived, names, t: names.of(t.exporter),
        "sender": lambda derived, names, t: names.of(t.sender),
        "importer": lambda derived, names, t: names.of(t.importer),
        "country": _where,
        "data": lambda derived, names, t: names.data(derived.estate.hop_categories(t.hop)),
        "decision": lambda derived, names, t: decision_words(derived, t),
        "tool": _tool,
        "law": _law,
        "as_of": lambda derived, names, t: both(derived.estate.as_of),
    },
    path=lambda derived, t: (t.hop,),
    spots=lambda derived, t: (f"{t.importer}@{t.id}",),
)


def _flow_of(transfer: Transfer) -> tuple[str, str]:
    section, _, name = transfer.hop.route.partition(".")
    return section, name
