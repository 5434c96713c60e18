"""Fields of a hop that say what a person's device is made to do: what it loads, sends along, stores and reads."""

from __future__ import annotations

from typing import Final

from auditor.graph.derive import Derived
from auditor.graph.estate import Hop
from auditor.model.bilingual import Bilingual
from auditor.model.case.flows import Flow
from auditor.model.evidence import SHOWN, YES, Choice, FieldValue, Selection, answer, perhaps, word
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field
from auditor.text.grammar import listed
from auditor.text.slots.request import ADDRESS_AND_DEVICE, DEVICE, HARDER, UNASKED

STEPS: Final = ("booking", "search", "account", "browsing")
EXEMPT: Final = ("strictly-necessary", "pure-transmission", "audience-measurement")
REFUSAL: Final = ("free", "harder", "bars-service")
#: When an element loads, by what triggers its flow, where the case says only that.
LOADS_BY: Final = {"load": "at-once", "click": "click", "submit": "click"}


def flow_of(hop: Hop) -> Flow:
    """Give the flow of a hop; one that only follows from the register has none and is no subject of rules."""
    if hop.flow is None:
        message = f"{hop.id} follows from the register and is no subject of rules"
        raise TypeError(message)
    return hop.flow


def stated(name: str, options: tuple[str, ...]) -> Field[Hop]:
    """Declare a field that reads the fact of the flow of the same name."""

    def read(derived: Derived, hop: Hop) -> FieldValue:
        del derived
        return word(f"{hop.route}.{name}", getattr(flow_of(hop), name))

    return Field("word", read, options)


def _loads(derived: Derived, hop: Hop) -> FieldValue:
    """Tell when it loads; that it waits, as its trigger has it, is shown only where that is documented or observed."""
    flow = flow_of(hop)
    trigger = plain(flow.trigger)
    if plain(flow.loads) == UNKNOWN and trigger in LOADS_BY:
        route = f"{hop.route}.trigger"
        if LOADS_BY[trigger] == "at-once" or derived.estate.materials.fact(route).known in SHOWN:
            return Choice(options=(LOADS_BY[trigger],), proof=(route,))
    return word(f"{hop.route}.loads", flow.loads)


def _identifier(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether an identifier goes along; the device data of a browser's request hold one, without being told."""
    flow = flow_of(hop)
    if plain(flow.identifier) == UNKNOWN and any(
        derived.estate.is_a(c, "device") for c in derived.estate.hop_categories(hop)
    ):
        return answer(yes=True, proof=(hop.route,))
    return word(f"{hop.route}.identifier", flow.identifier)


def _address(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether the page address goes along: as the flow's own data or by the referrer, or as data of an activity without pages."""
    flow, estate = flow_of(hop), derived.estate
    if any(c not in UNSETTLED and estate.is_a(c, "page-address") for c in several(flow.data)):
        return answer(yes=True, proof=(f"{hop.route}.data",))
    if plain(flow.referrer) != UNKNOWN or flow.embedded_in:
        sent = word(f"{hop.route}.referrer", flow.referrer)
        return (
            perhaps(sent.missing)
            if sent.anything
            else answer(yes=sent.options == ("sent",), proof=sent.proof)
        )
    own = several(estate.sheets[hop.activity].processing.data)
    if any(c not in UNSETTLED and estate.is_a(c, "page-address") for c in own) and not several(flow.data):
        return answer(yes=True, proof=(f"activities.{hop.activity}.data",))
    return perhaps((f"{hop.route}.referrer",))


def told(derived: Derived, hop: Hop) -> Bilingual:
    """Say what a page makes the browser tell of itself and of the device: the address only where it is shown to go along."""
    sent = _address(derived, hop)
    shown = isinstance(sent, Choice) and sent.options == (YES,)
    return ADDRESS_AND_DEVICE if shown else DEVICE


def _to_is(derived: Derived, hop: Hop) -> FieldValue:
    who = derived.estate.operator(hop.b)
    terms = derived.estate.terms(who) if who in derived.estate.case.organisations else frozenset()
    if hop.b in UNSETTLED or who == UNKNOWN:
        return Selection(missing=hop.doubt or (f"hosts.{hop.b}.operator",), open=True)
    route = f"organisations.{who}.is"
    return (
        Selection(missing=(route,), open=True)
        if terms is None
        else Selection(sure=tuple(sorted(terms)), proof=(route,))
    )


def _receiver(derived: Derived, hop: Hop) -> FieldValue:
    who = derived.estate.operator(hop.b)
    if hop.doubt or who == UNKNOWN:
        return Choice(missing=hop.doubt or (f"hosts.{hop.b}.operator",), anything=True)
    return Choice(
        options=(who or NONE,),
        proof=(f"hosts.{hop.b}.operator",) if hop.b in derived.estate.case.hosts else (hop.route,),
    )


def _under_contract(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether who arranges the sending, or the controller, has the receiver process on its behalf by agreement."""
    estate = derived.estate
    who = estate.operator(hop.b)
    if hop.doubt or who == UNKNOWN:
        return perhaps(hop.doubt or (f"hosts.{hop.b}.operator",))
    clients = {arranger(derived, hop), *several(estate.sheets[hop.activity].processing.controller)}
    for name, agreement in sorted(estate.case.agreements.items()):
        binds = (
            agreement.between[0] in clients
            and agreement.between[1] == who
            and plain(agreement.signed) != "false"
        )
        if agreement.is_ == "processing" and binds:
            return answer(yes=True, proof=(f"agreements.{name}",))
    return answer(yes=False)


def arranger(derived: Derived, hop: Hop) -> str:
    """Give who arranges the sending: the page's operator, else whom the flow names, else whom it leaves or reaches."""
    flow, estate = flow_of(hop), derived.estate
    if flow.embedded_in:
        return estate.operator(flow.embedded_in) or UNKNOWN
    named = str(plain(flow.arranged_by))
    if named not in (*UNSETTLED, NONE):
        return named
    return estate.operator(hop.a) or estate.operator(hop.b) or UNKNOWN


def _arranger(derived: Derived, hop: Hop) -> FieldValue:
    who = arranger(derived, hop)
    page = flow_of(hop).embedded_in
    route = f"{hop.route}.embedded_in" if page in UNSETTLED else f"hosts.{page or hop.b}.operator"
    return Choice(missing=(route,), anything=True) if who == UNKNOWN else Choice(options=(who,))


def _arranger_country(derived: Derived, hop: Hop) -> FieldValue:
    who = arranger(derived, hop)
    country = derived.estate.country(who)
    route = f"organisations.{who}.country"
    return (
        Choice(missing=(route,), anything=True)
        if country in UNSETTLED
        else Choice(options=(country,), proof=(route,))
    )


def _from_device(derived: Derived, hop: Hop) -> FieldValue:
    place = derived.estate.case.hosts.get(hop.a)
    device = hop.a in derived.estate.case.people or (place is not None and place.kind == "device")
    if not device and hop.a in UNSETTLED:
        return perhaps(hop.doubt)
    return answer(yes=device or bool(flow_of(hop).embedded_in), proof=(hop.route,))


def consent_fault(hop: Hop) -> Bilingual:
    """Say what is wrong with the consent to a tracker: first what is certain, else all that may be."""
    flow = flow_of(hop)
    found = [(flow.consent_first, "false", UNASKED), (flow.refusal, "harder", HARDER)]
    sure = [said for value, fault, said in found if plain(value) == fault]
    return listed(sure or [said for value, _, said in found if plain(value) in UNSETTLED])


def _mail(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether the hop is e-mail between servers."""
    hosts = derived.estate.case.hosts
    kinds = [hosts[place].kind if place in hosts else "" for place in (hop.a, hop.b)]
    if "unknown" in kinds and set(kinds) <= {"unknown", "mailbox"}:
        return perhaps(
            tuple(f"hosts.{place}.kind" for place in (hop.a, hop.b) if hosts[place].kind == "unknown")
        )
    return answer(yes=kinds == ["mailbox", "mailbox"], proof=(hop.route,))


def _in_mail(derived: Derived, hop: Hop) -> FieldValue:
    page = derived.estate.case.hosts.get(flow_of(hop).embedded_in)
    return answer(yes=page is not None and page.kind == "mailbox")


def _necessary(derived: Derived, hop: Hop) -> FieldValue:
    return word(
        f"activities.{hop.activity}.necessary", derived.estate.sheets[hop.activity].processing.necessary
    )


REQUEST: Final[dict[str, Field[Hop]]] = {
    "loads": Field("word", _loads, ("at-once", "click", "consent", "never")),
    "consent_first": stated("consent_first", YES_NO),
    "refusal": stated("refusal", REFUSAL),
    "reads_terminal": stated("reads_terminal", YES_NO),
    "exempt": stated("exempt", (*EXEMPT, "none")),
    "step": stated("step", STEPS),
    "identifier": Field("answer", _identifier, YES_NO),
    "address": Field("answer", _address, YES_NO),
    "from_device": Field("answer", _from_device, YES_NO),
    "in_mail": Field("answer", _in_mail, YES_NO),
    "mail": Field("answer", _mail, YES_NO),
    "to_is": Field("term", _to_is),
    "receiver": Field("party", _receiver),
    "under_contract": Field("answer", _under_contract, YES_NO),
    "necessary": Field("answer", _necessary, YES_NO),
    "arranger": Field("party", _arranger),
    "arranger_country": Field("country", _arranger_country),
}
