"""Words that claim more than facts and law carry, and what may be said instead.

Each entry is a row of a table of traps that lawyers drew for reports of this kind: criminal words about a company,
exposure told as transfer, an interim order told as an approval, what is not in the file told as absent, and insinuation,
which is an imputation all the same (law of 29 July 1881, art. 29). Quoted claims and a few terms of law are not ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from msgspec import Struct


class Overclaim(Struct, frozen=True):
    """A trap: lower-case texts without which it cannot occur, the pattern, and the acceptable wording.

    `transfers` marks what may be said of a transfer and never of an exposure.
    """

    stems: tuple[str, ...]
    pattern: str
    instead: str
    transfers: bool = False


_COMPELLED: Final = (
    "authorities may compel it, under the instrument named / peut faire l'objet d'une injonction"
)
_EXPOSED: Final = "exposure; compliance depends on the guarantees documented / exposition ; tout dépend des garanties documentées"
_ORDER: Final = (
    "did not find it manifestly insufficient, on these facts, on that date / "
    "ne l'a pas jugé manifestement insuffisant, sur ces faits, à cette date"
)
_NO_TRANSFER: Final = "no transfer identified; a risk of future disclosure, to assess / aucun transfert identifié ; un risque de divulgation à évaluer"
_SHAREHOLDER: Final = "minority shareholder; no effect on reach unless control is evidenced / actionnaire minoritaire ; sans effet sauf contrôle établi"
_MECHANISM: Final = "name the mechanism and its threshold / nommer le mécanisme et son seuil"
_STATUS: Final = "the status with its date / le statut avec sa date"
_ORDERS: Final = "an order is not automatically recognised; art. 6 and Chapter V apply / pas de reconnaissance automatique ; art. 6 et chapitre V"
_KEYS: Final = "encryption does not prevent the key holder from reading / le chiffrement n'empêche pas qui tient la clé de lire"
_EDPB: Final = "the EDPB identifies no effective technical measure in that scenario / le CEPD n'y voit pas de mesure technique efficace"
_SCOPE: Final = "say the scope: collection and transmission / dire la portée : collecte et transmission"
_INFERRED: Final = "likely health data by inference / vraisemblablement des données de santé par déduction"
_HDS: Final = "state the scope of the scheme / dire la portée du référentiel"
_SERVICE: Final = "name the service and the date / nommer le service et la date"
_LEVEL: Final = "no third-country reach identified / aucune atteinte d'un État tiers identifiée"
_NOT_FOUND: Final = "not found in the documents listed / non trouvé dans les pièces listées"
_ANSWER: Final = "did not answer our question of DATE / n'a pas répondu à la date du DATE"
_TIER: Final = "statutory maximum tier / plafond prévu par la loi"
_QUOTE: Final = (
    "keep the evidence, quote, date, print the reply / garder la preuve, citer, dater, publier la réponse"
)
_INFER: Final = "from F5 and F8 follows that …; we could not check it / il résulte de F5 et F8 que … ; nous n'avons pas pu le vérifier"
_FACTS: Final = (
    "say the fact, how it is known and the text of law / dire le fait, comment il est connu et le texte"
)
_VERDICT: Final = "contradicted by, not consistent with, supported within the facts / contredit par, non cohérent avec, étayé par"

TABLE: Final[tuple[Overclaim, ...]] = (
    Overclaim(
        ("hand over", "must disclose"),
        r"\b(must|has to|have to|is (obliged|forced) to) (hand over|disclose)\b",
        _COMPELLED,
    ),
    Overclaim(
        ("remettre", "livrer"),
        r"\b(doi(t|vent)|est (tenue?|obligée?) de|sont (tenus|obligés) de) (remettre|livrer)\b",
        _COMPELLED,
    ),
    Overclaim(("illegal", "unlawful"), r"\b(illegal\w*|unlawful\w*)\b", _EXPOSED),
    Overclaim(("illégal", "illegal", "illicite"), r"\b(ill[ée]ga\w+|illicites?|illicéité)\b", _EXPOSED),
    Overclaim(("breach",), r"\b(gdpr breach|breach(es)? (of )?the gdpr)\b", _EXPOSED),
    Overclaim(("infring",), r"\binfring(es|ed|ing)\b", _FACTS),
    Overclaim(("enfrei",), r"\benfrei(nt|gne\w*)\b", _FACTS),
    Overclaim(
        ("violat",),
        r"\bviolat(es?|ed|ing)\b|\bviolations? (of|du|de la) (the )?(gdpr|rgpd|loi|law)\b",
        _FACTS,
    ),
    Overclaim(("viole", "violé"), r"\bviol(e|ent|er|é|ée)\b", _FACTS),
    Overclaim(("guilty",), r"\bguilty\b", _FACTS),
    Overclaim(("coupable",), r"\bcoupables?\b", _FACTS),
    Overclaim(("spies", "spying", "spied"), r"\b(spies|spying|spied) ?(on)?\b", _FACTS),
    Overclaim(("espion",), r"\bespionne\w*\b", _FACTS),
    Overclaim(("prove",), r"\b(proves?|proved|proven)\b", _VERDICT),
    Overclaim(("prouv",), r"\bprouv(e|ent|er|é|ée|és|ées|ait|ant)\b", _VERDICT),
    Overclaim((" lies", " lied", " liar"), r"\b(lies|lied|liars?)\b", _QUOTE),
    Overclaim((" ment", "mensong", "menteu"), r"\b(ment|mentent|menti|mensong\w+|menteu\w+)\b", _QUOTE),
    Overclaim((" hides", "hiding"), r"\b(hides|hiding)\b", _QUOTE),
    Overclaim(("dissimul",), r"\bdissimul\w+\b", _QUOTE),
    Overclaim(("immun",), r"\b(immune|immunis\w+|immunité)\b", _LEVEL),
    Overclaim(("complian",), r"\b(gdpr[- ])?complian(t)\b", _FACTS),
    Overclaim(("conforme",), r"\bconformes? au (rgpd|règlement)\b", _FACTS),
    Overclaim(("validat",), r"\bvalidat(ed|es)\b", _ORDER),
    Overclaim(
        ("valid",), r"\b(a|ont) validé\b|\bvalid(e|ent) (l'hébergement|le traitement|la pratique)\b", _ORDER
    ),
    Overclaim(
        (" to the u",),
        r"\b(transferred|transfers?|transferring|sent) to the (us|u\.s\.|united states)\b",
        _NO_TRANSFER,
        transfers=True,
    ),
    Overclaim(("transfér",), r"\btransfér\w+ (aux|vers les) états-unis\b", _NO_TRANSFER, transfers=True),
    Overclaim(
        ("no transfer",),
        r"\bno transfer,? (since|because|as)\b",
        "name the importer and the entity first reached",
    ),
    Overclaim(
        ("transfert, ", "transfert puis", "transfert car", "transfert parce"),
        r"\b(pas de|aucun) transfert,? (puisque|car|parce)\b",
        "nommer l'importateur et l'entité d'abord atteinte",
    ),
    Overclaim(
        ("us access", "states access", "authorities access", "washington access"),
        r"\bgives? (the us|the united states|us authorities|washington) access\b",
        _SHAREHOLDER,
    ),
    Overclaim(
        ("donne aux ", "donnent aux "),
        r"\bdonne(nt)? (aux états-unis|aux autorités américaines) (un |l')?accès\b",
        _SHAREHOLDER,
    ),
    Overclaim(("surveillance",), r"\bmass surveillance\b|\bsurveillance de masse\b", _MECHANISM),
    Overclaim(
        ("judge", "juge"), r"\bwithout (a|any) judge\b|\bno judge\b|\bsans (aucun )?juge\b", _MECHANISM
    ),
    Overclaim(("702",), r"\b702 (is (in force|over)|est (en vigueur|aboli)|n'existe plus)\b", _STATUS),
    Overclaim(("48",), r"\b(art(icle|\.)? 48) (forbids|prohibits|interdit)\b", _ORDERS),
    Overclaim(
        ("safe", "breach"),
        r"\bencrypted,? (and )?(therefore|so|hence|thus) (safe|a breach|in breach)\b",
        _KEYS,
    ),
    Overclaim(("donc",), r"\bchiffrée?s?,? donc (sûre?s?|protégée?s?|en sécurité)\b", _KEYS),
    Overclaim(
        ("us cloud", "américain"),
        r"\b(bans?|banned|forbids?) (all )?us clouds?\b|\binterdi\w+ les (clouds?|nuages?) américains?\b",
        _EDPB,
    ),
    Overclaim(("of everything", "de tout"), r"\b(controller of everything|responsable de tout)\b", _SCOPE),
    Overclaim(
        ("is health data", "are health data", "rendez-vous est", "rendez-vous sont"),
        r"\b(appointments?|bookings?) (is|are) health data\b|\brendez-vous (est|sont) (une donnée|des données) de santé\b",
        _INFERRED,
    ),
    Overclaim(("hds",), r"\bhds (=|is|means|vaut|est|signifie) (a )?(sovereign|souverain)\w*", _HDS),
    Overclaim(
        ("secnumcloud is", "secnumcloud est", "secnumcloud requi", "secnumcloud mand", "secnumcloud oblig"),
        r"\bsecnumcloud (is |est )?(required|mandatory|requis|obligatoire) (for|pour) (a |une )?\w*",
        _HDS,
    ),
    Overclaim(
        ("secnumcloud comp", "société secnum", "sociétés secnum", "entreprise secnum", "entreprises secnum"),
        r"\bsecnumcloud compan(y|ies)\b|\b(sociétés?|entreprises?) secnumcloud\b",
        _SERVICE,
    ),
    Overclaim(
        ("data act",),
        r"\bdata act (protects|protège)\b",
        "the Data Act is about non-personal data / données non personnelles",
    ),
    Overclaim(("e0",), r"\be0 ?(=|means|is|signifie|est) (no|aucun) (state|accès)\w*", _LEVEL),
    Overclaim(
        ("no dpia", "no contract", "no legal basis", "no record of processing", "no art. 9"),
        r"(?<!stated that )\bno (dpia|contract|legal basis|record of processing|art\. 9 ground)\b"
        r"(?! (is |was |has been |were )?(on file|found|shown|named|stated|listed|produced))",
        _NOT_FOUND,
    ),
    Overclaim(
        (
            "pas d'aipd",
            "aucune aipd",
            "de contrat",
            "aucun contrat",
            "de base légale",
            "aucune base",
            "de registre",
            "aucun registre",
        ),
        r"(?<!dit qu')\b(pas d'aipd|aucune aipd|(pas de|aucun) contrat|(pas de|aucune) base légale|(pas de|aucun) registre)\b"
        r"(?! (n'est |n'a été |n'y est )?(au dossier|trouvée?|montrée?|nommée?|énoncée?|listée?|produite?))",
        _NOT_FOUND,
    ),
    Overclaim(("refused to", "refuses to"), r"\brefuse[sd] to answer\b", _ANSWER),
    Overclaim(("de répondre",), r"\brefus(e|é|ent|ait) de répondre\b", _ANSWER),
    Overclaim(("fine of",), r"\bfines? of (up to )?[0-9€]", _TIER),
    Overclaim(("amende",), r"\bamendes? (d'un montant )?de [0-9]", _TIER),
    Overclaim(("seem",), r"\b(it )?seems? (that|to)\b", _QUOTE),
    Overclaim(("semble",), r"\bsembl(e|ent|erait) (que|qu'|être|avoir)", _QUOTE),
    Overclaim(("suggest",), r"\bsuggest(s|ed|ing)\b", _INFER),
    Overclaim(("laiss",), r"\blaiss(e|ent) (penser|entendre|croire|supposer)\b", _INFER),
)

#: Terms of law, and quotations that carry a source: not our words.
TERMS: Final = (
    r"violations? de (données à caractère personnel|données personnelles)",
    r"personal data breach(es)?",
    r"certificats? de conformité",
    r"charge de la preuve",
    r"burden of proof",
)
_QUOTED: Final = r"(«[^«»]{1,400}»|“[^“”]{1,400}”|\"[^\"]{1,400}\")\s*\([^()]{2,200}\)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def own_words(text: str) -> str:
    """Give `text` without addresses, terms of law, and quotations followed by their source in parentheses."""
    text = text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2019", "'")
    text = _compiled(r"https?://\S+").sub(" ", text)
    text = _compiled(_QUOTED).sub(" ", text)
    return _compiled("|".join(TERMS)).sub(" ", text)


def suspects(texts: Iterable[str]) -> list[Overclaim]:
    """Give the entries of the table that may occur in `texts`: a quick look that spares most of them."""
    joined = f" {' '.join(texts)}".lower().replace("\u2019", "'")
    return [entry for entry in TABLE if any(stem in joined for stem in entry.stems)]


def overclaims(
    text: str, among: Iterable[Overclaim] = TABLE, *, transfer: bool = False
) -> Iterator[tuple[str, str]]:
    """Give each overclaim in `text` with the acceptable wording; `transfer` where the text is about a transfer."""
    own = own_words(text)
    for entry in among:
        if transfer and entry.transfers:
            continue
        for found in _compiled(entry.pattern).finditer(own):
            yield found[0], entry.instead
