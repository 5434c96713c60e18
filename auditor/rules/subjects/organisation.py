"""`organisation`: one that has personal data of others in custody, and who owns it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.control import HALF
from auditor.graph.derive import Derived
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.names import Names, both
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.values import FieldValue, Many, Measure, One, answer, perhaps, words

Outside = bool | None


def _each(derived: Derived) -> Iterator[str]:
    yield from sorted(derived.estate.custody)


def _nobody(derived: Derived) -> tuple[str, ...]:
    return tuple(f"hosts.{name}.operator" for name in derived.estate.custody.get(UNKNOWN, ()))


def _holds(derived: Derived, organisation: str) -> FieldValue:
    hosts = derived.estate.custody[organisation]
    sure = {c for name in hosts for c in derived.estate.kept(name)}
    maybe = {c for name in hosts for c in derived.estate.may_keep(name)} - sure
    missing = tuple(f"hosts.{name}.keeps" for name in hosts if derived.estate.may_keep(name))
    return Many(tuple(sorted(sure)), tuple(sorted(maybe)), tuple(f"hosts.{name}.operator" for name in hosts), missing)


def _controllers_shown(derived: Derived, organisation: str) -> FieldValue:
    missing = [*_nobody(derived)] if organisation == UNKNOWN else derived.control.unsettled(organisation)
    if missing:
        return perhaps(tuple(dict.fromkeys(missing)))
    routes = [r for c in derived.control.controllers(organisation) for r in derived.control.proof(c, organisation)]
    return answer(yes=True, proof=tuple(dict.fromkeys(routes)) or (f"organisations.{organisation}.parent",))


def _outside(derived: Derived, organisation: str) -> Outside:
    """Tell whether the law of a State outside the EU governs or controls `organisation`; None when it is not known."""
    estate = derived.estate
    members = estate.materials.knowledge
    countries = {estate.sure_country(x) for x in (organisation, *derived.control.controllers(organisation))}
    if any(c != UNKNOWN and not members.in_eu(c, estate.as_of) for c in countries):
        return True
    possible = {estate.sure_country(c) for c in derived.control.controllers(organisation, certain=False)}
    if UNKNOWN in countries | possible or derived.control.gap(organisation):
        return None
    return None if any(not members.in_eu(c, estate.as_of) for c in possible) else False


def _stakes(derived: Derived, organisation: str) -> tuple[list[tuple[float, float, tuple[str, ...]]], tuple[str, ...]]:
    """Give the stakes held or possibly held from outside the EU, and the facts that would name other holders."""
    stakes = []
    total = 0.0
    for holding in derived.control.by_owned.get(organisation, ()):
        total += holding.low
        outside = _outside(derived, holding.owner)
        if outside is not False:
            low = holding.low if outside else 0.0
            routes = (*holding.routes, f"organisations.{holding.owner}.country")
            stakes.append((low, holding.high, routes))
    if organisation == UNKNOWN:
        return stakes, _nobody(derived)
    closed = derived.control.closed(organisation) or total >= HALF
    return stakes, () if closed else (f"organisations.{organisation}.parent",)


def _largest(derived: Derived, organisation: str) -> FieldValue:
    stakes, others = _stakes(derived, organisation)
    low = max((s[0] for s in stakes), default=0.0)
    high = 100.0 if others else max((s[1] for s in stakes), default=0.0)
    return _measure(derived, organisation, low, high, stakes, others)


def _sum(derived: Derived, organisation: str) -> FieldValue:
    stakes, others = _stakes(derived, organisation)
    low, high = sum(s[0] for s in stakes), sum(s[1] for s in stakes)
    return _measure(derived, organisation, low, 100.0 if others else min(100.0, high), stakes, others)


def _measure(
    derived: Derived,
    organisation: str,
    low: float,
    high: float,
    stakes: list[tuple[float, float, tuple[str, ...]]],
    others: tuple[str, ...],
) -> Measure:
    del derived
    proof = tuple(dict.fromkeys(r for s in stakes if s[0] for r in s[2])) or (f"organisations.{organisation}.parent",)
    unsure = [r for s in stakes if s[0] < s[1] for r in s[2][:-1]]
    return Measure(low, high, proof, tuple(dict.fromkeys((*unsure, *others))))


def _seat(derived: Derived, organisation: str) -> FieldValue:
    country = derived.estate.sure_country(organisation)
    route = f"organisations.{organisation}.country"
    if country == UNKNOWN:
        return perhaps(_nobody(derived) if organisation == UNKNOWN else (route,))
    return answer(yes=derived.estate.materials.knowledge.in_eu(country, derived.estate.as_of), proof=(route,))


def _terms(derived: Derived, organisation: str) -> FieldValue:
    if organisation == UNKNOWN:
        return Many((), (), (), _nobody(derived), open=True)
    return words(f"organisations.{organisation}.is", derived.estate.case.organisations[organisation].is_)


def _veto(derived: Derived, organisation: str) -> FieldValue:
    for name, link in sorted(derived.estate.case.ownership.items()):
        if link.of == organisation and link.kind == "veto" and _outside(derived, link.owner):
            return answer(yes=True, proof=(f"ownership.{name}",))
    return answer(yes=False, proof=())


def _holders(derived: Derived, names: Names, organisation: str) -> Bilingual:
    found = derived.control.by_owned.get(organisation, ())
    if not found:
        return Bilingual("aucun porteur connu", "no holder known")
    words = [(names.of(h.owner), _percent(h.low, h.high)) for h in found]
    return Bilingual(
        ", ".join(f"{name.fr} ({share.fr})" for name, share in words),
        ", ".join(f"{name.en} ({share.en})" for name, share in words),
    )


def _percent(low: float, high: float) -> Bilingual:
    if low > HALF and high == 100.0:
        return Bilingual("contrôle", "control")
    if low == high:
        return both(f"{low:g} %")
    return Bilingual(f"de {low:g} à {high:g} %, part non connue", f"{low:g} to {high:g} %, share not known")


ORGANISATION: Subject[str] = Subject(
    name="organisation",
    doc=Bilingual("organisation dépositaire", "organisation that has data in custody"),
    each=_each,
    id=lambda organisation: organisation,
    route=lambda organisation: f"organisations.{organisation}",
    fields={
        "holds": Field("category", Bilingual("les données en garde", "the data in custody"), _holds),
        "controllers_shown": Field(
            "answer", Bilingual("le contrôle établi", "control being shown"), _controllers_shown, YES_NO
        ),
        "largest_outside_eu": Field(
            "number", Bilingual("la plus grande part hors UE (%)", "the largest stake from outside the EU (%)"), _largest
        ),
        "all_outside_eu": Field(
            "number", Bilingual("la somme des parts hors UE (%)", "the sum of stakes from outside the EU (%)"), _sum
        ),
        "veto_outside_eu": Field(
            "answer", Bilingual("un droit de veto hors UE", "a veto held from outside the EU"), _veto, YES_NO
        ),
        "seat_in_eu": Field("answer", Bilingual("le siège dans l'UE", "a seat in the EU"), _seat, YES_NO),
        "is": Field(
            "term",
            Bilingual("la nature", "what it is"),
            _terms,
        ),
        "country": Field(
            "country",
            Bilingual("le pays", "the country"),
            lambda derived, o: One((derived.estate.country(o),), (f"organisations.{o}.country",)),
        ),
    },
    slots={
        "who": lambda derived, names, o: names.of(o),
        "holders": _holders,
        "data": lambda derived, names, o: names.data(_names_held(derived, o)),
    },
)


def _names_held(derived: Derived, organisation: str) -> tuple[str, ...]:
    held = _holds(derived, organisation)
    return held.sure if isinstance(held, Many) else ()
