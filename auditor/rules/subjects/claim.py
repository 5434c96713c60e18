"""`claim`: what someone says about the system, and what the facts modelled say of it."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.claims import VERDICT_ORDER, Checked, PartVerdict
from auditor.graph.derive import Derived
from auditor.graph.estate import Hop
from auditor.model.bilingual import Bilingual
from auditor.model.case.claim_meaning import NotExposedTo, Says
from auditor.model.evidence import Choice, FieldValue, Selection, answer, perhaps
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import bilingual, both, filled
from auditor.text.names import Names

VERDICT_WORDS = {
    "contradicted": Bilingual("contredite", "contradicted"),
    "inconsistent": Bilingual(
        "non cohérente avec ce qui est déclaré", "not consistent with what is declared"
    ),
    "unproven": Bilingual("non démontrée", "unproven"),
    "supported": Bilingual("étayée dans la limite des faits décrits", "supported within the facts described"),
    "not-checkable": Bilingual("non vérifiable", "not checkable"),
}

BECAUSE = {
    "facts-shown": Bilingual("{who} lit ({at}) : {about}", "{who} reads {about} at {at}"),
    "own-words": Bilingual(
        "il est déclaré que {who} lit ({at}) : {about}", "it is declared that {who} reads {about} at {at}"
    ),
    "own-notice": Bilingual(
        "la propre notice {who:de} déclare le traitement de : {about}",
        "the own notice of {who} declares processing: {about}",
    ),
    "only-inferred": Bilingual(
        "il résulte de {sources} que {who} lit ({at}) : {about} ; nous n'avons pas pu le vérifier",
        "from {sources} follows that {who} reads {about} at {at}; we could not check it",
    ),
    "only-alleged": Bilingual(
        "selon {sources}, {who} lit ({at}) : {about}", "according to {sources}, {who} reads {about} at {at}"
    ),
    "only-assumed": Bilingual(
        "par hypothèse seulement, {who} lit ({at}) : {about}",
        "by assumption only, {who} reads {about} at {at}",
    ),
    "only-declared": Bilingual(
        "il est déclaré que {who} lit ({at}) : {about}", "it is declared that {who} reads {about} at {at}"
    ),
    "reading-possible": Bilingual(
        "{who} pourrait lire ({at}) : {about}", "{who} may be able to read {about} at {at}"
    ),
    "no-reading-modelled": Bilingual(
        "aucun chemin décrit ne donne accès à {about} ; l'absence de chemin ne démontre rien",
        "no path described gives access to {about}; the absence of a path shows nothing",
    ),
    "other-recipient": Bilingual(
        "{who} reçoit ou garde aussi ({at}) : {about}", "{who} also receives or keeps {about} at {at}"
    ),
    "no-other-recipient-modelled": Bilingual(
        "aucun autre destinataire n'est décrit pour {about}", "no other recipient is described for {about}"
    ),
    "rests-on-claimant": Bilingual(
        "les faits décrits reposent sur la seule déclaration de l'intéressé",
        "the facts described rest on the claimant alone",
    ),
    "facts-missing": Bilingual("des faits manquent pour en juger", "facts are missing to judge it"),
    "facts-agree": Bilingual("les faits décrits concordent", "the facts described agree"),
    "no-facts": Bilingual("aucun fait décrit ne permet d'en juger", "no fact described allows to judge it"),
    "controlled-from-elsewhere": Bilingual("{who} la contrôle", "{who} controls it"),
    "certificate-of-another": Bilingual(
        "le certificat est celui {who:de}, d'après {sources}",
        "the certificate is that of {who}, by {sources}",
    ),
    "certificate-other-scope": Bilingual(
        "le certificat {who:de} a un autre périmètre ({sources})",
        "the certificate of {who} has another scope ({sources})",
    ),
    "certificate-other-time": Bilingual(
        "le certificat {who:de} ne vaut pas à cette date ({sources})",
        "the certificate of {who} is not valid on that date ({sources})",
    ),
    "no-certificate": Bilingual(
        "aucun certificat de ce type n'est détenu, d'après {sources}",
        "no certificate of this kind is held, by {sources}",
    ),
    "reached": Bilingual("{who} est atteint par ce droit", "{who} is reached by that law"),
    "reach-not-documented": Bilingual(
        "{who} serait atteint par ce droit, selon {sources} ; pièce à demander",
        "{who} would be reached by that law, according to {sources}; a document is to be asked for",
    ),
    "no-reach-modelled": Bilingual("aucune atteinte n'est décrite", "no reach is described"),
}


def part_words(derived: Derived, names: Names, part: PartVerdict) -> Bilingual:
    """Say why a part has its verdict, with names."""
    template = BECAUSE[part.because]
    about, who, at = names.data(part.about), names.of(part.who), names.of(part.at)
    found = {derived.estate.materials.fact(route).source for route in part.missing or part.proof}
    sources = ", ".join(sorted(source for source in found if source)) or "—"
    return filled(template, who=who, about=about, at=at, sources=both(sources))


def claim_words(derived: Derived, names: Names, checked: Checked) -> Bilingual:
    """Say the verdict on a whole claim, part by part, the gravest first."""
    if not checked.parts:
        return VERDICT_WORDS[checked.verdict]
    said = [(VERDICT_WORDS[p.verdict], part_words(derived, names, p)) for p in _together(checked.parts)]
    return Bilingual(
        " ; ".join(f"{verdict.fr} : {why.fr}" for verdict, why in said),
        "; ".join(f"{verdict.en}: {why.en}" for verdict, why in said),
    )


def _together(parts: tuple[PartVerdict, ...]) -> list[PartVerdict]:
    """Give the parts with those of one verdict, reason and place taken as one."""
    merged: dict[tuple[str, str, str, str], PartVerdict] = {}
    for part in parts:
        key = (part.verdict, part.because, part.who, part.at)
        first = merged.get(key)
        merged[key] = part if first is None else replace(first, about=(*first.about, *part.about))
    return list(merged.values())


def gravest(checked: Checked) -> PartVerdict | None:
    """Give the part that decides the verdict."""
    return min(checked.parts, key=lambda p: VERDICT_ORDER.index(p.verdict)) if checked.parts else None


def _verdict(derived: Derived, checked: Checked) -> FieldValue:
    del derived
    part = gravest(checked)
    proof = (f"claims.{checked.id}", *(part.proof if part else ()))
    if checked.verdict == "unproven":
        return Choice(
            options=("contradicted", "inconsistent", "supported"),
            proof=proof,
            missing=checked.missing or (f"claims.{checked.id}",),
        )
    return Choice(options=(checked.verdict,), proof=proof)


def _imposed(derived: Derived, checked: Checked) -> FieldValue:
    """Tell whether the words are those that HDS requirement 31 imposes on a service with a SecNumCloud qualification."""
    says = derived.estate.case.claims[checked.id].says
    meaning = says.not_exposed_to if isinstance(says, Says) else UNSET
    route = f"claims.{checked.id}"
    if not isinstance(meaning, NotExposedTo) or meaning.imposed == "false":
        return answer(yes=False, proof=(route,))
    if meaning.imposed != "true":
        return perhaps((route,))
    hosts = sorted(
        {name for part in checked.parts for name in part.about if name in derived.estate.case.hosts}
    )
    qualified = [derived.certificates.qualified(name) for name in hosts]
    if any(found.value is False for found in qualified):
        return answer(
            yes=False, proof=tuple(r for found in qualified if found.value is False for r in found.proof)
        )
    missing = tuple(r for found in qualified for r in found.missing)
    return (
        perhaps(missing)
        if missing
        else answer(yes=True, proof=(route, *(r for found in qualified for r in found.proof)))
    )


def _path(derived: Derived, checked: Checked) -> tuple[Hop, ...]:
    del derived
    part = gravest(checked)
    return part.path if part else ()


CLAIM: Subject[Checked] = Subject(
    name="claim",
    each=lambda derived: derived.claims.all,
    id=lambda c: c.id,
    route=lambda c: f"claims.{c.id}",
    fields={
        "says": Field("word", lambda derived, c: Choice(options=(c.says,))),
        "verdict": Field("word", _verdict, VERDICT_ORDER),
        "data": Field(
            "category",
            lambda derived, c: Selection(
                sure=tuple(sorted({a for p in c.parts for a in p.about if a in derived.estate.taxonomy}))
            ),
        ),
        "imposed": Field("answer", _imposed, YES_NO),
        "by": Field(
            "party",
            lambda derived, c: Choice(
                options=(derived.estate.case.claims[c.id].by,), proof=(f"claims.{c.id}",)
            ),
        ),
    },
    slots={
        "who": lambda derived, names, c: names.of(derived.estate.case.claims[c.id].by),
        "quote": lambda derived, names, c: bilingual(derived.estate.case.claims[c.id].quote),
        "source": lambda derived, names, c: both(
            derived.estate.materials.fact(f"claims.{c.id}").source or "—"
        ),
        "parts": claim_words,
        "verdict": lambda derived, names, c: VERDICT_WORDS[c.verdict],
    },
    path=_path,
    asserted=lambda c: tuple(route for part in c.parts for route in part.proof),
    spots=lambda derived, c: tuple(f"{p.who}@{p.at}" for p in c.parts if p.verdict == c.verdict and p.at),
)
