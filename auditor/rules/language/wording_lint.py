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

from auditor.model.bilingual import Bilingual
from auditor.text import rewordings as say


class Overclaim(Struct, frozen=True):
    """A trap: lower-case texts without which it cannot occur, the pattern, and the acceptable wording.

    `transfers` marks what may be said of a transfer and never of an exposure.
    """

    stems: tuple[str, ...]
    pattern: str
    instead: Bilingual
    transfers: bool = False


TABLE: Final[tuple[Overclaim, ...]] = (
    Overclaim(
        ("hand over", "must disclose"),
        r"\b(must|has to|have to|is (obliged|forced) to) (hand over|disclose)\b",
        say.COMPELLED,
    ),
    Overclaim(
        ("remettre", "livrer"),
        r"\b(doi(t|vent)|est (tenue?|obligée?) de|sont (tenus|obligés) de) (remettre|livrer)\b",
        say.COMPELLED,
    ),
    Overclaim(("illegal", "unlawful"), r"\b(illegal\w*|unlawful\w*)\b", say.EXPOSED),
    Overclaim(("illéga", "illega", "illic"), r"\b(ill[ée]ga\w+|illicites?|illicéité)\b", say.EXPOSED),
    Overclaim(("breach",), r"\b(gdpr breach|breach(es)? (of )?the gdpr)\b", say.EXPOSED),
    Overclaim(("infring",), r"\binfring(es|ed|ing)\b", say.FACTS),
    Overclaim(("enfrei",), r"\benfrei(nt|gne\w*)\b", say.FACTS),
    Overclaim(
        ("violat",),
        r"\bviolat(es?|ed|ing)\b|\bviolations? (of|du|de la) (the )?(gdpr|rgpd|loi|law)\b",
        say.FACTS,
    ),
    Overclaim(("viole", "violé"), r"\bviol(e|ent|er|é|ée)\b", say.FACTS),
    Overclaim(("guilty",), r"\bguilty\b", say.FACTS),
    Overclaim(("coupable",), r"\bcoupables?\b", say.FACTS),
    Overclaim(("spies", "spying", "spied"), r"\b(spies|spying|spied) ?(on)?\b", say.FACTS),
    Overclaim(("espion",), r"\bespionne\w*\b", say.FACTS),
    Overclaim(("prove",), r"(?<!not )\b(proves?|proved|proven)\b", say.VERDICT),
    Overclaim(("prouv",), r"(?<!pas )\bprouv(e|ent|er|é|ée|és|ées|ait|ant)\b", say.VERDICT),
    Overclaim((" lies", " lied", " liar"), r"\b(lies|lied|liars?)\b", say.QUOTE),
    Overclaim((" ment", "mensong", "menteu"), r"\b(ment|mentent|menti|mensong\w+|menteu\w+)\b", say.QUOTE),
    Overclaim((" hides", "hiding"), r"\b(hides|hiding)\b", say.QUOTE),
    Overclaim(("dissimul",), r"\bdissimul\w+\b", say.QUOTE),
    Overclaim(("immun",), r"\b(immune|immunis\w+|immunité)\b", say.LEVEL),
    Overclaim(("complian",), r"\b(gdpr[- ])?complian(t)\b", say.FACTS),
    Overclaim(("conforme",), r"\bconformes? au (rgpd|règlement)\b", say.FACTS),
    Overclaim(("validat",), r"\bvalidat(ed|es)\b", say.ORDER),
    Overclaim(
        ("valid",),
        r"\b(a|ont) validé\b|\bvalid(e|ent) (l'hébergement|le traitement|la pratique)\b",
        say.ORDER,
    ),
    Overclaim(
        (" to the u",),
        r"\b(transferred|transfers?|transferring|sent) to the (us|u\.s\.|united states)\b",
        say.NO_TRANSFER,
        transfers=True,
    ),
    Overclaim(("transfér",), r"\btransfér\w+ (aux|vers les) états-unis\b", say.NO_TRANSFER, transfers=True),
    Overclaim(
        ("no transfer",),
        r"\bno transfer,? (since|because|as)\b",
        say.NAME_IMPORTER,
    ),
    Overclaim(
        ("transfert, ", "transfert puis", "transfert car", "transfert parce"),
        r"\b(pas de|aucun) transfert,? (puisque|car|parce)\b",
        say.NAME_IMPORTER,
    ),
    Overclaim(
        ("us access", "states access", "authorities access", "washington access"),
        r"\bgives? (the us|the united states|us authorities|washington) access\b",
        say.SHAREHOLDER,
    ),
    Overclaim(
        ("donne aux ", "donnent aux "),
        r"\bdonne(nt)? (aux états-unis|aux autorités américaines) (un |l')?accès\b",
        say.SHAREHOLDER,
    ),
    Overclaim(("surveillance",), r"\bmass surveillance\b|\bsurveillance de masse\b", say.MECHANISM),
    Overclaim(
        ("judge", "juge"), r"\bwithout (a|any) judge\b|\bno judge\b|\bsans (aucun )?juge\b", say.MECHANISM
    ),
    Overclaim(("702",), r"\b702 (is (in force|over)|est (en vigueur|aboli)|n'existe plus)\b", say.STATUS),
    Overclaim(("48",), r"\b(art(icle|\.)? 48) (forbids|prohibits|interdit)\b", say.ORDERS),
    Overclaim(
        ("safe", "breach"),
        r"\bencrypted,? (and )?(therefore|so|hence|thus) (safe|a breach|in breach)\b",
        say.KEYS,
    ),
    Overclaim(("donc",), r"\bchiffrée?s?,? donc (sûre?s?|protégée?s?|en sécurité)\b", say.KEYS),
    Overclaim(
        ("us cloud", "américain"),
        r"\b(bans?|banned|forbids?) (all )?us clouds?\b|\binterdi\w+ les (clouds?|nuages?) américains?\b",
        say.EDPB,
    ),
    Overclaim(("of everything", "de tout"), r"\b(controller of everything|responsable de tout)\b", say.SCOPE),
    Overclaim(
        ("is health data", "are health data", "rendez-vous est", "rendez-vous sont"),
        r"\b(appointments?|bookings?) (is|are) health data\b|\brendez-vous (est|sont) (une donnée|des données) de santé\b",
        say.INFERRED,
    ),
    Overclaim(("hds",), r"\bhds (=|is|means|vaut|est|signifie) (a )?(sovereign|souverain)\w*", say.HDS),
    Overclaim(
        ("secnumcloud is", "secnumcloud est", "secnumcloud requi", "secnumcloud mand", "secnumcloud oblig"),
        r"\bsecnumcloud (is |est )?(required|mandatory|requis|obligatoire) (for|pour) (a |une )?\w*",
        say.HDS,
    ),
    Overclaim(
        ("secnumcloud comp", "société secnum", "sociétés secnum", "entreprise secnum", "entreprises secnum"),
        r"\bsecnumcloud compan(y|ies)\b|\b(sociétés?|entreprises?) secnumcloud\b",
        say.SERVICE,
    ),
    Overclaim(
        ("data act",),
        r"\bdata act (protects|protège)\b",
        say.NOT_PERSONAL,
    ),
    Overclaim(("e0",), r"\be0 ?(=|means|is|signifie|est) (no|aucun) (state|accès)\w*", say.LEVEL),
    Overclaim(
        ("no dpia", "no contract", "no legal basis", "no record of processing", "no art. 9"),
        r"(?<!stated that )\bno (dpia|contract|legal basis|record of processing|art\. 9 ground)\b"
        r"(?! (is |was |has been |were )?(on file|found|shown|named|stated|listed|produced))",
        say.NOT_FOUND,
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
        say.NOT_FOUND,
    ),
    Overclaim(("refused to", "refuses to"), r"\brefuse[sd] to answer\b", say.ANSWER),
    Overclaim(("de répondre",), r"\brefus(e|é|ent|ait) de répondre\b", say.ANSWER),
    Overclaim(("fine of",), r"\bfines? of (up to )?[0-9€]", say.TIER),
    Overclaim(("amende",), r"\bamendes? (d'un montant )?de [0-9]", say.TIER),
    Overclaim(("seem",), r"\b(it )?seems? (that|to)\b", say.QUOTE),
    Overclaim(("semble",), r"\bsembl(e|ent|erait) (que|qu'|être|avoir)", say.QUOTE),
    Overclaim(("suggest",), r"\bsuggest(s|ed|ing)\b", say.INFER),
    Overclaim(("laiss",), r"\blaiss(e|ent) (penser|entendre|croire|supposer)\b", say.INFER),
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
) -> Iterator[tuple[str, Bilingual]]:
    """Give each overclaim in `text` with the acceptable wording; `transfer` where the text is about a transfer."""
    own = own_words(text)
    for entry in among:
        if transfer and entry.transfers:
            continue
        for found in _compiled(entry.pattern).finditer(own):
            yield found[0], entry.instead
