"""`exposure`: one custodian of one host under the law of one State, all its instruments together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.graph.estate import Hop
from auditor.graph.exposure import Exposure
from auditor.graph.reach import REACH_ORDER
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Bounds, Choice, FieldValue, distinct, perhaps
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects import host as hosts
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.exposure_text import depends
from auditor.text.grammar import bilingual, both, listed
from auditor.text.names import Names


class StateExposure(Struct, frozen=True, kw_only=True):
    """The exposures of one custodian of one host to the instruments of one State; `lines` has one for each.

    `agreements` name those by which orders of another State go straight to providers of this one.
    """

    lines: tuple[Exposure, ...]
    agreements: tuple[str, ...] = ()

    @property
    def first(self) -> Exposure:
        """The line that stands for what all lines share."""
        return self.lines[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """The highest level over the instruments, as an interval."""
        return max(e.low for e in self.lines), max(e.high for e in self.lines)


def _each(derived: Derived) -> Iterator[StateExposure]:
    for (_, _, state), lines in groupby(derived.exposures.all, key=lambda e: (e.host, e.custodian, e.state)):
        yield StateExposure(lines=tuple(lines), agreements=derived.exposures.laws.agreements(state))


def _level(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    low, high = exposure.bounds
    if any(e.addressee is not True for e in exposure.lines) and not any(e.addressee for e in exposure.lines):
        low = 0
    missing = distinct(r for e in exposure.lines for r in e.missing)
    return Bounds(low=low, high=high, proof=exposure.first.proof, missing=missing)


def _by(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    first = exposure.first
    if first.state == UNKNOWN:
        if first.custodian == UNKNOWN:
            return Choice(missing=first.missing, anything=True)
        return Choice(
            options=("unnamed",), proof=(f"organisations.{first.custodian}.parent",), missing=first.missing
        )
    return Choice(options=tuple(first.reach.options), proof=first.reach.proof, missing=first.reach.missing)


def _country(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    first = exposure.first
    if first.state == UNKNOWN and first.custodian == UNKNOWN:
        return Choice(missing=first.missing, anything=True)
    return Choice(options=(first.state,), proof=first.reach.proof)


def _compels(derived: Derived, exposure: StateExposure) -> FieldValue:
    del derived
    if exposure.first.state == UNKNOWN:
        return perhaps(exposure.first.missing)
    answers = {e.addressee for e in exposure.lines}
    if True in answers:
        return Choice(options=("true",), proof=exposure.first.reach.proof)
    return perhaps(exposure.first.missing) if None in answers else Choice(options=("false",))


def _instruments(exposure: StateExposure) -> tuple[str, ...]:
    access = tuple(line.instrument for line in exposure.lines if line.instrument and line.high)
    return (*access, *exposure.agreements) if access else ()


def _path(derived: Derived, exposure: StateExposure) -> tuple[Hop, ...]:
    arrival = derived.readability.arrivals.get(exposure.first.host)
    return arrival.path() if arrival is not None else ()


def _laws(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    del names
    instruments = derived.estate.materials.knowledge.instruments
    return listed(
        bilingual(instruments[e.instrument].title) for e in exposure.lines if e.instrument and e.high
    )


def _words(low: int, high: int) -> Bilingual:
    if low == high:
        return both(f"E{low}")
    return Bilingual(f"E{low} à E{high}, non établi", f"E{low} to E{high}, not established")


def _state(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    del names
    country = exposure.first.state
    return bilingual(derived.estate.materials.knowledge.countries.get(country, country))


def _reading(derived: Derived, names: Names, exposure: StateExposure) -> Bilingual:
    """Say what the level rests on, with the conditions that make it residual or keep it open."""
    low, high = exposure.bounds
    first = exposure.first
    if not first.instrument:
        return Bilingual(
            "Les lois d'accès de cet État ne sont pas dans la base de connaissances : la question est posée.",
            "The access laws of that State are not in the knowledge base: the question is asked.",
        )
    if low != high:
        return depends(derived, names, exposure.lines)
    if first.shut and first.reach.options == ("presence",):
        return Bilingual(
            "Niveau résiduel : il est montré que les établissements dans cet État n'atteignent pas les données.",
            "Residual level: the establishments in that State are shown not to reach the data.",
        )
    if first.reach.options == ("presence",) and high > 1:
        return Bilingual(
            "Niveau conditionnel : il n'est pas montré que cet établissement soit sans accès aux données.",
            "A conditional level: it is not shown that this establishment is without access to the data.",
        )
    if high == 1:
        return Bilingual(
            "Niveau résiduel, à condition que la clé soit créée et détenue hors d'atteinte, que rien n'y soit traité en clair et que "
            "le code livré ne change pas cela : restent métadonnées, données chiffrées et mises à jour imposées.",
            "Residual level, provided that the key is made and held out of reach, that nothing is processed there in clear and that "
            "the code delivered does not change that: metadata, ciphertext and pushed updates remain.",
        )
    return _why_high(derived, names, first)


def _why_high(derived: Derived, names: Names, first: Exposure) -> Bilingual:
    """Say by what the data is within reach: a key, no encryption, or processing in clear."""
    framed = (
        Bilingual(
            " Ce pouvoir est encadré par un droit que la Commission a évalué.",
            " That power is framed by a law the Commission assessed.",
        )
        if first.adequate
        else Bilingual("", "")
    )
    place = derived.estate.case.hosts[first.host]
    holders = [who for who in several(place.keys) if who not in UNSETTLED]
    if first.keys == ("provider",) and holders:
        who = names.all(holders)
        said = Bilingual(
            f"La clé est à portée du même droit ({who.fr}).",
            f"The key is within reach of the same law ({who.en}).",
        )
    elif first.keys == ("provider",):
        said = Bilingual(
            "Les données y sont gardées sans chiffrement.", "The data is kept there unencrypted."
        )
    else:
        said = Bilingual("Les données y sont traitées en clair.", "The data is processed there in clear.")
    return Bilingual(said.fr + framed.fr, said.en + framed.en)


EXPOSURE: Subject[StateExposure] = Subject(
    name="exposure",
    doc=Bilingual("exposition", "exposure"),
    each=_each,
    id=lambda e: f"{e.first.host}:{e.first.custodian}:{e.first.state}",
    route=lambda e: f"hosts.{e.first.host}.operator",
    fields={
        "country": Field("country", Bilingual("l'État", "the State"), _country),
        "by": Field("word", Bilingual("l'atteinte", "the reach"), _by, (*REACH_ORDER, "unnamed")),
        "compels": Field(
            "answer",
            Bilingual("la qualité de destinataire de la loi", "being an addressee of the law"),
            _compels,
            YES_NO,
        ),
        "level": Field("number", Bilingual("le niveau d'exposition", "the exposure level"), _level),
        "data": Field(
            "category",
            Bilingual("les données gardées", "the data kept"),
            lambda derived, e: hosts.keeps(derived, e.first.host),
        ),
        "scale": Field(
            "word",
            Bilingual("l'échelle", "the scale"),
            lambda derived, e: hosts.scale(derived, e.first.host),
            ("large", "small"),
        ),
        "custody": Field(
            "word",
            Bilingual("la qualité du dépositaire", "the custody"),
            lambda derived, e: Choice(options=(e.first.custody,), proof=e.first.proof[:1]),
            ("operator", "machine", "customer"),
        ),
        "host": Field(
            "word", Bilingual("l'hôte", "the host"), lambda derived, e: Choice(options=(e.first.host,))
        ),
        "custodian": Field(
            "party",
            Bilingual("le dépositaire", "the custodian"),
            lambda derived, e: Choice(options=(e.first.custodian,)),
        ),
    },
    slots={
        "host": lambda derived, names, e: names.of(e.first.host),
        "custodian": lambda derived, names, e: names.of(e.first.custodian),
        "parent": lambda derived, names, e: names.of(e.first.reach.through or e.first.custodian),
        "state": _state,
        "laws": _laws,
        "data": lambda derived, names, e: names.data(e.first.data),
        "level": lambda derived, names, e: _words(*e.bounds),
        "reading": _reading,
    },
    path=_path,
    level=lambda e: e.bounds,
    instruments=_instruments,
    spots=lambda derived, e: (f"{e.first.custodian}@{e.first.host}",),
)
