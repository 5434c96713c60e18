"""Fields of a hop that say what a person's device is made to do: what it loads, sends along, stores and reads."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.model.bilingual import Bilingual
from auditor.model.case.flows import Flow
from auditor.model.evidence import SHOWN, YES, Choice, FieldValue, Routes, Selection, answer, perhaps, word
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, attributes, flow_of, flows_of, termed
from auditor.text.grammar import listed
from auditor.text.slots.request import ADDRESS_AND_DEVICE, DEVICE, HARDER, STATES, UNASKED

STEPS: Final = ("booking", "search", "account", "browsing")
EXEMPT: Final = ("strictly-necessary", "pure-transmission", "audience-measurement")
AUDIENCE: Final = "audience-measurement"
#: States that exempt measuring one's own audience, on conditions (France: CNIL deliberation 2020-091, art. 5).
AUDIENCE_EXEMPT: Final = frozenset({"FR"})
REFUSAL: Final = ("free", "harder", "bars-service")
#: When an element loads, by what triggers its flow, where the case says only that.
LOADS_BY: Final = {"load": "at-once", "click": "click", "submit": "click"}


def stated(name: str, options: tuple[str, ...]) -> Field[Hop]:
    """Declare a field that reads the fact of the flow of the same name."""

    def read(derived: Derived, hop: Hop) -> FieldValue:
        del derived
        return word(f"{hop.route}.{name}", getattr(flow_of(hop), name))

    return Field("word", read, options, fact=name)


def _loads(derived: Derived, hop: Hop) -> FieldValue:
    """Tell when it loads; that it waits, as its trigger has it, is shown only where that is documented or observed."""
    flow = flow_of(hop)
    trigger = plain(flow.trigger)
    if plain(flow.loads) in UNSETTLED and trigger in LOADS_BY:
        route = f"{hop.route}.trigger"
        if LOADS_BY[trigger] == "at-once" or derived.estate.materials.fact(route).known in SHOWN:
            return Choice(options=(LOADS_BY[trigger],), proof=(route,))
    return word(f"{hop.route}.loads", flow.loads)


def _identifier(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether an identifier goes along; the device data of a browser's request hold one, without being told."""
    flow = flow_of(hop)
    if plain(flow.identifier) in UNSETTLED and any(
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
    return termed(terms, f"organisations.{who}.is" if who else hop.route)


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
    """Give who arranges the sending: whom the flow names, else the page's operator, else whom it leaves or reaches."""
    flow, estate = flow_of(hop), derived.estate
    named = UNKNOWN if flow.arranged_by is UNSET else str(plain(flow.arranged_by))
    if named not in UNSETTLED and named != NONE:
        return named
    if flow.embedded_in:
        return estate.operator(flow.embedded_in) or UNKNOWN
    return estate.operator(hop.a) or estate.operator(hop.b) or UNKNOWN


def _arranger(derived: Derived, hop: Hop) -> FieldValue:
    who = arranger(derived, hop)
    if who == UNKNOWN:
        return Choice(missing=_of_arranger(derived, hop), anything=True)
    stated = plain(flow_of(hop).arranged_by) not in UNSETTLED
    return Choice(options=(who,), proof=(f"{hop.route}.arranged_by",) if stated else ())


def _of_arranger(derived: Derived, hop: Hop) -> Routes:
    """Give the fact that tells who arranges a sending, where nobody says."""
    page = flow_of(hop).embedded_in
    if page in UNSETTLED:
        return (f"{hop.route}.embedded_in",)
    place = page or hop.b
    known = place in derived.estate.case.hosts
    return (f"hosts.{place}.operator" if known else f"{hop.route}.arranged_by",)


def _arranger_country(derived: Derived, hop: Hop) -> FieldValue:
    who = arranger(derived, hop)
    if who == UNKNOWN:
        return Choice(missing=_of_arranger(derived, hop), anything=True)
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


def _consent_state(derived: Derived, hop: Hop) -> Choice:
    """Give the state of consent where it is stated, and nothing else: it is asked of nobody by itself."""
    del derived
    said = _state_of_consent(flow_of(hop))
    return Choice(options=(said,), proof=(f"{hop.route}.consent_state",) if said else ())


def _state_of_consent(flow: Flow) -> str:
    """Give the state of consent that a flow states; nothing where it does not."""
    state = flow.consent_state
    return "" if state is UNSET or plain(state) in UNSETTLED else str(plain(state))


def _after_refusal(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether the flow takes place after a refusal: open only where the state of consent is written as unknown."""
    del derived
    stated = flow_of(hop).consent_state
    route = f"{hop.route}.consent_state"
    if stated is UNSET:
        return answer(yes=False)
    found = word(route, stated)
    return perhaps((route,)) if found.anything else answer(yes=found.settled == "refused", proof=found.proof)


def _consent_first(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether consent was taken before, as stated, else by the state of consent in which the flow takes place."""
    flow = flow_of(hop)
    if plain(flow.consent_first) in UNSETTLED:
        state = _consent_state(derived, hop)
        if state.settled:
            return answer(yes=state.settled == "accepted", proof=state.proof)
    return word(f"{hop.route}.consent_first", flow.consent_first)


def _exempt(derived: Derived, hop: Hop) -> FieldValue:
    """Give the exemption relied on that the purpose allows; that of audience measurement exists by national law only.

    Advertising, social networks, session replay and measurement across sites are never exempt (WP 194, sections 3.6 and 4).
    """
    never = derived.exemptions.never(hop)
    if never:
        return Choice(options=(NONE,), proof=never)
    stated = word(f"{hop.route}.exempt", flow_of(hop).exempt)
    if stated.settled != AUDIENCE:
        return _unless_never(derived, hop, stated)
    country = _arranger_country(derived, hop)
    state_of = derived.estate.materials.knowledge.state_of
    if isinstance(country, Choice) and country.settled and state_of(country.settled) in AUDIENCE_EXEMPT:
        return Choice(options=stated.options, proof=(*stated.proof, *country.proof))
    return Choice(options=(AUDIENCE, NONE), proof=stated.proof, missing=country.missing or stated.proof)


def _never_exempt(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether advertising or another purpose that is never exempt is pursued: open while nobody says what a third party is."""
    never = derived.exemptions.never(hop)
    if never:
        return answer(yes=True, proof=never)
    receives = _to_is(derived, hop)
    if receives.missing and not derived.exemptions.own_site(hop):
        return perhaps(receives.missing)
    return answer(yes=False, proof=receives.proof)


def _unless_never(derived: Derived, hop: Hop, stated: Choice) -> Choice:
    """Leave an exemption relied on open while nobody says who receives or what it is: it may be one that is never exempt."""
    if stated.settled not in EXEMPT or derived.exemptions.own_site(hop):
        return stated
    missing = _to_is(derived, hop).missing
    return Choice(options=(*stated.options, NONE), proof=stated.proof, missing=missing) if missing else stated


def consent_fault(hop: Hop) -> Bilingual:
    """Say what is wrong with the consent to a tracker: first what is certain, else all that may be."""
    flow = flow_of(hop)
    state = str(plain(flow.consent_state))
    if state in STATES:
        return STATES[state]
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


def exemption(derived: Derived) -> Callable[[Sequence[Hop]], list[Hashable]]:
    """Tell what decides of each hop whether it is exempt from consent; nothing where its flow says more of that than a word."""
    estate, exemptions = derived.estate, derived.exemptions
    hosts = estate.case.hosts

    @cache
    def is_unsaid(place: str) -> bool:
        """Tell whether a fact is missing that would tell what whoever receives at a place is."""
        who = estate.operator(place)
        if place in UNSETTLED or who == UNKNOWN:
            return True
        return who in estate.case.organisations and estate.terms(who) is None

    def told(hop: Hop) -> Hashable:
        flow = flow_of(hop)
        if flow.exempt is not UNSET and not isinstance(flow.exempt, str):
            return None
        who, page = arranger(derived, hop), hosts.get(flow.embedded_in)
        return (
            flow.exempt,
            bool(exemptions.never(hop)),
            exemptions.own_site(hop),
            is_unsaid(hop.b),
            who == UNKNOWN or estate.country(who),
            page is not None and page.kind == "mailbox",
        )

    return lambda hops: list(map(told, hops))


REQUEST: Final[dict[str, Field[Hop]]] = {
    "loads": Field("word", _loads, ("at-once", "click", "consent", "never")),
    "consent_first": Field("answer", _consent_first, YES_NO, fact="consent_first"),
    "consent_state": Field(
        "word",
        _consent_state,
        ("before-choice", "refused", "accepted", "none-offered"),
        word=lambda _: lambda hops: list(map(_state_of_consent, flows_of(hops))),
    ),
    "after_refusal": Field("answer", _after_refusal, YES_NO),
    "refusal": stated("refusal", REFUSAL),
    "reads_terminal": stated("reads_terminal", YES_NO),
    "exempt": Field("word", _exempt, (*EXEMPT, "none")),
    "never_exempt": Field("answer", _never_exempt, YES_NO),
    "step": stated("step", STEPS),
    "identifier": Field("answer", _identifier, YES_NO),
    "address": Field("answer", _address, YES_NO),
    "from_device": Field("answer", _from_device, YES_NO, shown_by_entry=lambda hop: not hop.doubt),
    "in_mail": Field("answer", _in_mail, YES_NO),
    "mail": Field("answer", _mail, YES_NO),
    "to_is": Field("term", _to_is),
    "receiver": Field("party", _receiver),
    "under_contract": Field("answer", _under_contract, YES_NO),
    "necessary": Field("answer", _necessary, YES_NO, by=attributes("activity")),
    "arranger": Field(
        "party", _arranger, word=lambda derived: lambda hops: [arranger(derived, hop) for hop in hops]
    ),
    "arranger_country": Field("country", _arranger_country),
}
