"""What messages about `claim` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

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

REASON: Final = Bilingual("{verdict} : {why}", "{verdict}: {why}")
