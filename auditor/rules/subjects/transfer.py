"""`transfer`: personal data sent to an importer in a third country, with the ground it rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter
from typing import get_args

from msgspec import UNSET
from msgspec.structs import replace

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
from auditor.rules.subjects.base import WORDS, YES_NO, Field, Side, Subject, always, attributes, one_by_one
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


def _ground(name: str, words: tuple[str, ...] = YES_NO, fact: str = "") -> Field[Transfer]:
    read: Callable[[TransferGrounds, Transfer], Choice] = getattr(TransferGrounds, name)
    kind = "answer" if words == YES_NO else "word"
    return Field(kind, lambda derived, t: read(derived.grounds, t), words, fact=fact)  # type: ignore[arg-type]


def _of_decision(name: str, words: tuple[str, ...] = YES_NO) -> Field[Transfer]:
    """Declare a field that follows from what is sent to whom where nothing is said to rest on a decision."""
    return replace(_ground(name, words), by=one_by_one(_sent))


def _sent(derived: Derived) -> Callable[[Transfer], Hashable]:
    """Tell who in which country imports which data; nothing where nobody says in which, or the flow states on what it rests."""
    alike = derived.estate.numbered_alike

    def told(transfer: Transfer) -> Hashable:
        hop = transfer.hop
        if transfer.country == UNKNOWN or hop.flow is None or hop.flow.tool is not UNSET:
            return None
        return transfer.importer, transfer.country, alike[hop.activity], hop.mask

    return told


def _resting(derived: Derived) -> Callable[[Transfer], Hashable]:
    """Tell what a transfer may rest on where its sender and importer signed nothing: nothing where they did."""
    alike, signed = derived.estate.numbered_alike, derived.grounds.signed

    def told(transfer: Transfer) -> Hashable:
        hop = transfer.hop
        if hop.flow is None or type(hop.flow.tool) not in WORDS or signed(transfer):
            return None
        known = transfer.sender == UNKNOWN, bool(transfer.missing)
        return transfer.importer, transfer.country, known, hop.flow.tool, alike[hop.activity], hop.mask

    return told


def _carried(derived: Derived) -> Callable[[Transfer], Hashable]:
    """Tell the categories of data that are sent, those that may be, and whether that is open."""
    alike = derived.estate.numbered_alike
    return lambda t: (alike[t.hop.activity], t.hop.mask, t.hop.more, bool(t.missing))


def _all_read(derived: Derived) -> Callable[[Transfer], Hashable]:
    """Tell that the importer certainly reads what it receives; nothing where that is to be looked for."""
    reading_all = derived.readability.reading_all
    return lambda t: None if reading_all(t.importer, t.hop) is None else True


def _stated(derived: Derived) -> Callable[[Transfer], Hashable]:
    """Tell what the flow of a transfer states in single words, and whether another was before; nothing where it says more than words."""
    del derived
    state = attrgetter("derogation", "regular", "access")

    def told(transfer: Transfer) -> Hashable:
        flow = transfer.hop.flow
        stated = () if flow is None else state(flow)
        return (transfer.onward, *stated) if stated and WORDS.issuperset(map(type, stated)) else None

    return told


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
        "scale": Field("word", _scale, ("large", "small"), by=attributes("hop.activity")),
        "exporter": Field("party", _exporter),
        "importer": Field(
            "party",
            lambda derived, t: Choice(options=(t.importer,), proof=(t.hop.route,)),
            shown_by_entry=always,
        ),
        "country": Field("country", _country),
        "decision": Field(
            "word", lambda derived, t: derived.grounds.decision(t)[0], ("whole", "partial", "none", "void")
        ),
        "listed": _of_decision("listed", ("true", "false", "none")),
        "covered": _of_decision("covered", ("true", "false", "none")),
        "listing_read": _of_decision("listing_read", READ),
        "in_scope": _of_decision("in_scope"),
        "adequate": _of_decision("adequate"),
        "tool": _ground("tool", _said(Tool), fact="tool"),
        "clauses": _ground("clauses", (*SETS, NONE)),
        "derogation": _ground("derogation", _said(Derogation), fact="derogation"),
        "readable": _ground("readable"),
        "problematic_law": _ground("problematic_law"),
        "measures": _ground("measures", _said(Measures)),
        "assessment": _ground("assessment", _said(Assessment)),
        "rests_on": _ground("rests_on", ("framework", "tool", "other", "none")),
        "passed_on_by_contract": _ground("passed_on_by_contract"),
        "exporting_as": _ground("exporting_as", ("controller", "processor", "third-party")),
        "denied": _ground("denied"),
        "regular": Field("answer", _regular, YES_NO, fact="regular"),
        "care": Field("answer", _care, YES_NO, by=attributes("hop.activity")),
        "in_france": Field(
            "answer",
            lambda derived, t: settled(derived.care.in_france(derived.estate.alone(t.hop.activity))),
            YES_NO,
            by=attributes("hop.activity"),
        ),
        "access": Field("word", _access, ("push", "remote"), shown_by_entry=always),
        "declared": _ground("declared"),
        "onward": Field(
            "answer",
            lambda derived, t: answer(yes=t.onward, proof=(t.hop.route,)),
            YES_NO,
            shown_by_entry=always,
        ),
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
    sides={
        "resting": Side(
            (
                "country",
                "placed",
                "decision",
                "listed",
                "covered",
                "listing_read",
                "in_scope",
                "adequate",
                "tool",
                "clauses",
                "problematic_law",
                "assessment",
                "measures",
            ),
            one_by_one(_resting),
        ),
        "carried": Side(("carries",), one_by_one(_carried)),
        "read": Side(("readable",), one_by_one(_all_read)),
        "stated": Side(("derogation", "regular", "access", "onward"), one_by_one(_stated)),
    },
    spots=lambda derived, t: (f"{t.importer}@{t.id}",),
)


def _flow_of(transfer: Transfer) -> tuple[str, str]:
    section, _, name = transfer.hop.route.partition(".")
    return section, name
