"""`recipient`: an organisation that receives data of an activity."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.recipients import Recipient
from auditor.model.result import Bilingual
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.values import FieldValue, Many, One, answer, perhaps


def _declared(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    if recipient.declared == "unknown":
        return perhaps(recipient.missing)
    return answer(yes=recipient.declared == "yes", proof=(*recipient.proof, recipient.hops[0].route))


def _is(derived: Derived, recipient: Recipient) -> FieldValue:
    terms = derived.estate.terms(recipient.who)
    route = f"organisations.{recipient.who}.is"
    return Many((), (), (), (route,)) if terms is None else Many(tuple(sorted(terms)), (), (route,))


def _role(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    if recipient.role == "unknown":
        return One((), (), recipient.missing, anything=True)
    return One((recipient.role,), recipient.proof)


RECIPIENT: Subject[Recipient] = Subject(
    name="recipient",
    doc=Bilingual("destinataire", "recipient"),
    each=lambda derived: derived.recipients.all,
    id=lambda r: f"{r.who}:{r.activity}",
    route=lambda r: r.hops[0].route,
    fields={
        "declared": Field("answer", Bilingual("la déclaration", "being declared"), _declared, YES_NO),
        "data": Field(
            "category",
            Bilingual("les données reçues", "the data received"),
            lambda derived, r: Many(derived.estate.sheets[r.activity].names(r.mask), (), (r.hops[0].route,)),
        ),
        "is": Field("term", Bilingual("la nature", "what it is"), _is),
        "role": Field("word", Bilingual("le rôle", "the role"), _role, ("processor", "third-party")),
        "who": Field("party", Bilingual("le destinataire", "the recipient"), lambda derived, r: One((r.who,))),
    },
    slots={
        "who": lambda derived, names, r: names.of(r.who),
        "activity": lambda derived, names, r: names.within("activities", r.activity),
        "data": lambda derived, names, r: names.data(derived.estate.sheets[r.activity].names(r.mask)),
    },
    path=lambda derived, r: r.hops[:1],
)
