"""`hop`: one step of a flow, from one place to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.estate import REQUEST, Hop
from auditor.model.case import Flow, Transport
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.values import FieldValue, Many, One, answer, perhaps, word, words

ROLES = ("controller", "processor", "third-party")


def _each(derived: Derived) -> Iterator[Hop]:
    for sheet in derived.estate.sheets.values():
        yield from (hop for hop in sheet.hops if hop.flow is not None)


def _flow(hop: Hop) -> Flow:
    if hop.flow is None:
        message = f"{hop.id} follows from the register and is no subject of rules"
        raise TypeError(message)
    return hop.flow


def _nameless_page(hop: Hop) -> tuple[str, ...]:
    """Give the fact that is missing where a flow says when its element loads, and not in which page."""
    flow = _flow(hop)
    return (f"{hop.route}.embedded_in",) if flow.loads is not UNSET and not flow.embedded_in else ()


def _carries(derived: Derived, hop: Hop) -> FieldValue:
    carried = derived.estate.hop_categories(hop)
    nameless = _nameless_page(hop)
    told = REQUEST if nameless else ()
    if hop.doubt:
        return Many((), (*carried, *told), (), (*hop.doubt, *nameless))
    return Many(carried, told, (hop.route,), nameless)


def _same_operator(derived: Derived, hop: Hop) -> FieldValue:
    first, second = derived.estate.operator(hop.a), derived.estate.operator(hop.b)
    if "" in (first, second):
        return answer(yes=False, proof=(hop.route,))
    missing = tuple(f"hosts.{p}.operator" for p, o in ((hop.a, first), (hop.b, second)) if o == UNKNOWN)
    if missing or hop.b in UNSETTLED or hop.a in UNSETTLED:
        return perhaps(missing or (f"{hop.route}.to",))
    proof = tuple(f"hosts.{p}.operator" for p in (hop.a, hop.b) if p in derived.estate.case.hosts)
    return answer(yes=first == second, proof=proof)


def _network(derived: Derived, hop: Hop) -> FieldValue:
    route = f"{hop.route}.network"
    stated = word(route, _flow(hop).network)
    if not stated.anything:
        return stated
    together = _same_operator(derived, hop)
    if isinstance(together, One) and together.options == ("false",):
        return One(("private", "public"), together.proof, (route,))
    return stated


def _role(derived: Derived, hop: Hop) -> FieldValue:
    who = derived.estate.operator(hop.b)
    if hop.b in UNSETTLED:
        return One((), (), hop.doubt, anything=True)
    if who not in derived.estate.case.organisations:
        return One((), (), (f"hosts.{hop.b}.operator",), anything=True) if who else One(("none",))
    role, proof, missing = derived.recipients.role(who, hop.activity)
    return One((), (), missing, anything=True) if role == "unknown" else One((role,), proof)


def _page_about(derived: Derived, hop: Hop) -> FieldValue:
    page = _flow(hop).embedded_in
    if page not in derived.estate.case.hosts:
        nameless = _nameless_page(hop)
        return Many((), (), (), nameless, open=bool(nameless))
    return words(f"hosts.{page}.about", derived.estate.case.hosts[page].about)


def _embedded(derived: Derived, hop: Hop) -> FieldValue:
    del derived
    missing = _nameless_page(hop) or (hop.doubt if _flow(hop).embedded_in else ())
    if missing:
        return perhaps(missing)
    return answer(yes=bool(_flow(hop).embedded_in), proof=(hop.route,))


def _page_operator(derived: Derived, hop: Hop) -> FieldValue:
    page = _flow(hop).embedded_in
    if _nameless_page(hop):
        return One((), (), _nameless_page(hop), anything=True)
    who = derived.estate.operator(page) if page else ""
    return One((who or "none",), (f"hosts.{page}.operator",) if page else ())


def _field_word(name: str, fr: str, en: str, options: tuple[str, ...]) -> Field[Hop]:
    def read(derived: Derived, hop: Hop) -> FieldValue:
        del derived
        return word(f"{hop.route}.{name}", getattr(_flow(hop), name))

    return Field("word", Bilingual(fr, en), read, options)


HOP: Subject[Hop] = Subject(
    name="hop",
    doc=Bilingual("étape d'un flux", "hop of a flow"),
    each=_each,
    id=lambda hop: hop.id,
    route=lambda hop: hop.route,
    fields={
        "carries": Field("category", Bilingual("les données transportées", "the data carried"), _carries),
        "transport": _field_word(
            "transport", "la protection du transport", "the protection of the transport", get_args(Transport)
        ),
        "content": _field_word(
            "content",
            "la protection du contenu",
            "the protection of the content",
            ("none", "encrypted", "end-to-end"),
        ),
        "network": Field("word", Bilingual("le réseau", "the network"), _network, ("public", "private", "same-machine")),
        "same_operator": Field(
            "answer", Bilingual("un même exploitant aux deux bouts", "one operator at both ends"), _same_operator, YES_NO
        ),
        "embedded": Field("answer", Bilingual("l'intégration à une page", "being embedded in a page"), _embedded, YES_NO),
        "loads": _field_word("loads", "le moment du chargement", "when it loads", ("at-once", "click", "consent", "never")),
        "trigger": _field_word("trigger", "le déclencheur", "the trigger", ("load", "click", "submit", "schedule")),
        "consent_first": _field_word("consent_first", "le consentement préalable", "consent beforehand", YES_NO),
        "to_role": Field("word", Bilingual("le rôle du destinataire", "the role of the recipient"), _role, (*ROLES, "none")),
        "page_about": Field("category", Bilingual("le sujet de la page", "what the page is about"), _page_about),
        "page_operator": Field("party", Bilingual("l'exploitant de la page", "the operator of the page"), _page_operator),
    },
    slots={
        "flow": lambda derived, names, hop: names.within("flows", hop.route.removeprefix("flows.")),
        "from": lambda derived, names, hop: names.of(hop.a),
        "to": lambda derived, names, hop: names.of(hop.b),
        "data": lambda derived, names, hop: names.data(derived.estate.hop_categories(hop)),
        "page": lambda derived, names, hop: names.of(_flow(hop).embedded_in or UNKNOWN),
    },
    path=lambda derived, hop: (hop,),
)
