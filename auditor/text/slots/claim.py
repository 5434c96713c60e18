"""Why a part of a claim has its verdict: one clause for each reason, and how well it is known.

Slots: `{who}` acts, `{data}` is concerned, `{where}` the place after a space (or nothing), `{at}` the place by name, `{flow}`
the flow, `{countries}`, `{terms}` kinds of organisations, `{by}` the claimant, `{sources}`. A clause has no full stop. Where
nobody knows who acts, or which State, the reason `…:unnamed` stands for it.
"""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Known

#: How a clause is led in, by how well its weakest fact is known; documented and observed facts need no word.
LEADS: Final[dict[Known, Bilingual]] = {
    "declared": Bilingual("L'intéressé dit {clause:que}.", "The party says that {clause}."),
    "alleged": Bilingual("Selon {sources}, {clause}.", "According to {sources}, {clause}."),
    "inferred": Bilingual(
        "On déduit {sources:de} {clause:que} ; nous n'avons pas pu le vérifier.",
        "It follows from {sources} that {clause}; we could not check it.",
    ),
    "assumed": Bilingual(
        "Il est supposé, sans que personne l'atteste, {clause:que}.",
        "It is assumed, with nobody to vouch for it, that {clause}.",
    ),
}
PLAIN: Final = Bilingual("{clause}.", "{clause}.")

#: What stands before the places of a clause.
PLACE: Final = Bilingual(", {at:à}", " at {at}")
#: What a clause rests on, where only a party's word bears it out.
ABOUT: Final = Bilingual(" pour {of}", " for {of}")
#: The data on which a claim does not hold, after the word for data.
DISPUTED: Final = Bilingual(" ({data})", " ({data})")
FLOW: Final = Bilingual("le flux « {title} »", "the flow “{title}”")
UNTITLED_FLOW: Final = Bilingual("le flux {start:de} vers {end}", "the flow from {start} to {end}")
RECORDED: Final = Bilingual("l'activité « {title} »", "the activity “{title}”")

READING: Final[dict[str, Bilingual]] = {
    "reads": Bilingual("{who} lit les données ({data}){where}", "{who} reads {data}{where}"),
    "relays": Bilingual(
        "{who} relaie en clair les données ({data}){where} et pourrait les lire",
        "{who} passes on {data}{where} in clear and may be able to read there",
    ),
    "holds-the-key": Bilingual(
        "{who} reçoit les données ({data}){where} sous une clé à sa disposition",
        "{who} receives {data}{where} under a key at its disposal",
    ),
    "not-shut-off": Bilingual(
        "{who} exploite la machine qui traite les données ({data}){where} et pourrait y lire, car rien ne l'en isole",
        "{who} runs the machine that processes {data}{where} and may be able to read there, as nothing shuts it off",
    ),
    "runs-the-machine": Bilingual(
        "{who} exploite la machine qui traite les données ({data}){where} et pourrait y lire ; nul n'a montré si un isolement l'en empêche",
        "{who} runs the machine that processes {data}{where} and may be able to read there; nobody has shown whether it is shut off",
    ),
    "may-read": Bilingual(
        "{who} pourrait lire les données ({data}){where} ; un fait manque pour le dire",
        "{who} may be able to read {data}{where}; a fact is missing to tell",
    ),
    "may-read:unnamed": Bilingual(
        "quelqu'un que nul ne nomme pourrait lire les données ({data}){where}",
        "somebody whom nobody names may be able to read {data}{where}",
    ),
    "own-notice": Bilingual(
        "{who} dit dans sa propre page de confidentialité traiter les données ({data})",
        "{who} says in its own privacy notice that it processes {data}",
    ),
    "keeps-readable": Bilingual(
        "{who} garde les données ({data}){where} sous une forme lisible",
        "{who} keeps {data}{where} in a readable form",
    ),
    "keeps-with-key": Bilingual(
        "{who} garde les données ({data}){where} sous une clé à sa disposition",
        "{who} keeps {data}{where} under a key at its disposal",
    ),
    "operator-unsaid": Bilingual("nul n'a dit qui exploite {at}", "nobody has said who runs {at}"),
    "keys-unsaid": Bilingual(
        "nul n'a dit qui peut déchiffrer les données ({data}){where}",
        "nobody has said who can decrypt {data}{where}",
    ),
    "sealed": Bilingual(
        "{who} ne reçoit les données ({data}) que sous une clé que d'autres détiennent",
        "{who} gets {data} only under a key that others hold",
    ),
    "sealed:unnamed": Bilingual(
        "sur tous les flux décrits, le contenu est chiffré de bout en bout pour les données ({data})",
        "on every flow described, the content is encrypted from end to end for {data}",
    ),
    "no-reading-described": Bilingual(
        "aucun chemin décrit ne donne à {who} accès aux données ({data}) ; l'absence de chemin ne démontre rien",
        "no path described gives {who} access to {data}; the absence of a path shows nothing",
    ),
    "no-reading-described:unnamed": Bilingual(
        "aucun chemin décrit ne donne accès aux données ({data}) à d'autres que les bouts ; l'absence de chemin ne démontre rien",
        "no path described gives others than the ends access to {data}; the absence of a path shows nothing",
    ),
}

PROTECTION: Final[dict[str, Bilingual]] = {
    "in-clear": Bilingual(
        "aucun chiffrement du transport ni du contenu ne protège les données ({data}) sur {flow}",
        "no encryption of the transport or of the content protects {data} on {flow}",
    ),
    "way-unprotected": Bilingual(
        "aucun chiffrement du transport ne protège les données ({data}) sur {flow} ; nul n'a dit si le contenu est chiffré",
        "no encryption of the transport protects {data} on {flow}; nobody has said whether the content is encrypted",
    ),
    "way-unsaid": Bilingual(
        "nul n'a dit si le transport protège les données ({data}) sur {flow}",
        "nobody has said whether the transport protects {data} on {flow}",
    ),
    "way-weak": Bilingual(
        "sur {flow}, la protection du transport est obsolète ou n'est pas garantie, ce qui n'étaye rien pour les données ({data})",
        "on {flow}, the protection of the transport is obsolete or not guaranteed, which bears out nothing for {data}",
    ),
    "way-by-post": Bilingual(
        "les données ({data}) vont par la poste sur {flow}, ce dont un chiffrement ne dit rien",
        "{data} goes by post on {flow}, of which encryption says nothing",
    ),
    "way-undescribed": Bilingual(
        "le registre dit qui reçoit les données ({data}) ; aucun flux décrit ne dit comment",
        "the register says who receives {data}; no flow described says how",
    ),
    "flow-unsure": Bilingual(
        "sur {flow}, nul n'a dit quelles données vont où",
        "on {flow}, nobody has said which data goes where",
    ),
    "page-tells": Bilingual(
        "sur {flow} part l'adresse d'une page relative à de telles données ({data}), qui peut en dire autant",
        "on {flow} goes the address of a page about {data}, which may tell as much",
    ),
    "page-unsaid": Bilingual(
        "nul n'a dit si l'adresse de la page, qui peut en dire autant que les données ({data}), part sur {flow}",
        "nobody has said whether the address of the page, which may tell as much as {data}, goes along on {flow}",
    ),
    "readable-at-rest": Bilingual(
        "aucun chiffrement ne protège les données ({data}){where}", "no encryption protects {data}{where}"
    ),
    "at-rest-unsaid": Bilingual(
        "nul n'a dit si un chiffrement protège les données ({data}){where}",
        "nobody has said whether encryption protects {data}{where}",
    ),
    "keeping-unsaid": Bilingual(
        "nul n'a dit ce qui reste des données ({data}){where}", "nobody has said what stays of {data}{where}"
    ),
    "encrypted-in-transit": Bilingual(
        "sur tous les flux décrits, le transport ou le contenu protège les données ({data})",
        "on every flow described, the transport or the content protects {data}",
    ),
    "encrypted-at-rest": Bilingual(
        "sur tous les hôtes décrits, un chiffrement protège les données ({data})",
        "on every host described, encryption protects {data}",
    ),
}

ANONYMITY: Final[dict[str, Bilingual]] = {
    "people-found": Bilingual(
        "des personnes peuvent être retrouvées dans les données ({data})",
        "people can be found again in {data}",
    ),
    "people-unsaid": Bilingual(
        "nul n'a dit si des personnes peuvent être retrouvées dans les données ({data})",
        "nobody has said whether people can be found again in {data}",
    ),
    "aggregated-only": Bilingual(
        "l'agrégation ne dit pas à elle seule si des personnes peuvent être retrouvées dans les données ({data})",
        "aggregation alone does not tell whether people can be found again in {data}",
    ),
    "only-pseudonymised": Bilingual(
        "des pseudonymes tiennent lieu de noms dans les données ({data}), et un pseudonyme laisse les données personnelles",
        "pseudonyms stand for names in {data}, and a pseudonym leaves data personal",
    ),
    "only-hashed": Bilingual(
        "des empreintes tiennent lieu de noms dans les données ({data}), et une empreinte laisse les données personnelles",
        "hashes stand for names in {data}, and a hash leaves data personal",
    ),
    "about-people": Bilingual(
        "les faits décrits tiennent les données ({data}) pour personnelles, relatives à des personnes",
        "the facts described hold {data} to be personal data, about people",
    ),
    "people-not-found": Bilingual(
        "d'après les faits décrits, nul ne peut être retrouvé dans les données ({data})",
        "by the facts described, nobody can be found again in {data}",
    ),
}

LOCATION: Final[dict[str, Bilingual]] = {
    "kept-elsewhere": Bilingual(
        "{who} garde les données ({data}){where}, ailleurs qu'annoncé ({countries})",
        "{who} keeps {data}{where}, elsewhere than stated ({countries})",
    ),
    "kept-elsewhere:unnamed": Bilingual(
        "des machines gardent les données ({data}){where}, ailleurs qu'annoncé ({countries})",
        "machines keep {data}{where}, elsewhere than stated ({countries})",
    ),
    "used-elsewhere": Bilingual(
        "{who} traite les données ({data}){where}, ailleurs qu'annoncé ({countries})",
        "{who} processes {data}{where}, elsewhere than stated ({countries})",
    ),
    "used-elsewhere:unnamed": Bilingual(
        "des machines traitent les données ({data}){where}, ailleurs qu'annoncé ({countries})",
        "machines process {data}{where}, elsewhere than stated ({countries})",
    ),
    "machine-elsewhere": Bilingual(
        "un lieu est dit de l'hôte, un autre ({countries}) de la machine au-dessous{where}",
        "one place is stated of the host and another ({countries}) of the machine below{where}",
    ),
    "place-unsaid": Bilingual(
        "nul n'a dit dans quels pays se trouvent toutes les machines qui gardent ou traitent les données ({data}){where}",
        "nobody has said in which countries all machines stand that keep or process {data}{where}",
    ),
    "adequacy-unsaid": Bilingual(
        "nul n'a dit si la décision d'adéquation ({countries}) couvre {who}",
        "nobody has said whether the adequacy decision ({countries}) covers {who}",
    ),
    "keeper-unplaced": Bilingual(
        "nul n'a décrit où {who} garde les données ({data})", "nobody has described where {who} keeps {data}"
    ),
    "reached-from": Bilingual(
        "{who} ({countries}) accède à distance aux données ({data})",
        "{who} ({countries}) has remote access to {data}",
    ),
    "used-by-somebody-elsewhere": Bilingual(
        "{who} ({countries}) reçoit les données ({data})", "{who} ({countries}) receives {data}"
    ),
    "can-be-reached-from": Bilingual(
        "{who} peut atteindre les données ({data}) depuis un autre pays ({countries})",
        "{who} can reach {data} from another country ({countries})",
    ),
    "acting-unsaid": Bilingual(
        "nul n'a dit de quel pays agit {who}, qui reçoit les données ({data})",
        "nobody has said from which country {who} acts, which receives {data}",
    ),
    "access-unsaid": Bilingual(
        "nul n'a dit de quels pays {who} peut atteindre les données ({data})",
        "nobody has said from which countries {who} can reach {data}",
    ),
    "kept-inside": Bilingual(
        "tous les hôtes décrits qui gardent les données ({data}) se trouvent où l'affirmation le dit",
        "every host described that keeps {data} stands where the claim says",
    ),
    "processed-inside": Bilingual(
        "tous les lieux décrits d'où l'on traite ou atteint les données ({data}) sont de ceux que dit l'affirmation",
        "every place described from which somebody processes or reaches {data} is one that the claim names",
    ),
    "transferred": Bilingual(
        "{who} ({countries}) reçoit les données ({data}) par un transfert, sur {flow}",
        "{who} ({countries}) receives {data} by a transfer, on {flow}",
    ),
    "transferred:nowhere": Bilingual(
        "{who}, organisation internationale, reçoit les données ({data}) par un transfert, sur {flow}",
        "{who}, an international organisation, receives {data} by a transfer, on {flow}",
    ),
    "transfer-unsure": Bilingual(
        "{who} reçoit peut-être les données ({data}) par un transfert, sur {flow} ; un fait manque pour le dire",
        "{who} may receive {data} by a transfer, on {flow}; a fact is missing to tell",
    ),
    "transfer-unsure:unnamed": Bilingual(
        "quelqu'un que nul ne nomme reçoit peut-être les données ({data}) par un transfert, sur {flow}",
        "somebody whom nobody names may receive {data} by a transfer, on {flow}",
    ),
    "notice-of-transfer": Bilingual(
        "{who} annonce dans sa propre notice que des données sont transférées",
        "{who} says in its own notice that data is transferred",
    ),
    "record-of-transfer": Bilingual(
        "{who} inscrit des transferts dans son propre registre ({countries})",
        "{who} lists transfers in its own record ({countries})",
    ),
    "no-transfer-described": Bilingual(
        "aucun flux décrit ne mène les données ({data}) là où l'affirmation l'exclut",
        "no flow described takes {data} to where the claim excludes it",
    ),
}

RECEIVING: Final[dict[str, Bilingual]] = {
    "also-receives": Bilingual(
        "{who} reçoit aussi les données ({data}){where}", "{who} also receives {data}{where}"
    ),
    "also-keeps": Bilingual(
        "{who} garde aussi les données ({data}){where}", "{who} also keeps {data}{where}"
    ),
    "such-receives": Bilingual(
        "{who}, {terms}, reçoit les données ({data}){where}", "{who}, {terms}, receives {data}{where}"
    ),
    "may-receive": Bilingual(
        "{who} reçoit peut-être les données ({data}){where} ; un fait manque pour le dire",
        "{who} may receive {data}{where}; a fact is missing to tell",
    ),
    "somebody-unnamed": Bilingual(
        "quelqu'un que nul ne nomme reçoit peut-être les données ({data}){where}",
        "somebody whom nobody names may receive {data}{where}",
    ),
    "kind-unsaid": Bilingual(
        "{who} reçoit les données ({data}) ; nul n'a dit quelle sorte d'organisation c'est",
        "{who} receives {data}; nobody has said which kind of organisation it is",
    ),
    "named-in-notice": Bilingual(
        "{by} nomme {who} parmi les destinataires, dans sa propre notice",
        "{by} names {who} among the recipients, in its own notice",
    ),
    "named-in-record": Bilingual(
        "{by} nomme {who} dans son propre registre", "{by} names {who} in its own record"
    ),
    "named-by-another": Bilingual(
        "le registre d'un autre nomme {who} ; nul n'a dit quelles données {who} reçoit",
        "the record of another names {who}; nobody has said which data {who} receives",
    ),
    "others-unsaid": Bilingual(
        "nul n'a dit que la liste de ceux qui reçoivent ces données soit complète",
        "nobody has said that the list of those who receive this data is complete",
    ),
    "nobody-else-described": Bilingual(
        "d'après les faits décrits, nul autre ne reçoit les données ({data})",
        "by the facts described, nobody else receives {data}",
    ),
    "none-such-described": Bilingual(
        "d'après les faits décrits, aucun destinataire de cette sorte ne reçoit les données ({data})",
        "by the facts described, no recipient of that kind receives {data}",
    ),
}

REACH: Final[dict[str, Bilingual]] = {
    "reached": Bilingual(
        "le droit d'un État ({countries}) atteint {who}, qui a en main les données ({data}){where}",
        "the law of a State ({countries}) reaches {who}, which has {data} in hand{where}",
    ),
    "reach-to-document": Bilingual(
        "selon {sources}, le droit d'un État ({countries}) atteindrait {who} ; une pièce est à demander",
        "according to {sources}, the law of a State ({countries}) would reach {who}; a document is to be asked for",
    ),
    "reach-unsaid": Bilingual(
        "un fait manque pour dire si le droit d'un État ({countries}) atteint {who}, qui a en main les données ({data}){where}",
        "a fact is missing to tell whether the law of a State ({countries}) reaches {who}, which has {data} in hand{where}",
    ),
    "reach-unsaid:nowhere": Bilingual(
        "nul n'a dit qui détient {who}, qui a en main les données ({data}){where}",
        "nobody has said who owns {who}, which has {data} in hand{where}",
    ),
    "reach-unsaid:unnamed": Bilingual(
        "nul n'a dit qui exploite {at}, où se trouvent les données ({data})",
        "nobody has said who runs {at}, which holds {data}",
    ),
    "reach-otherwise": Bilingual(
        "un lien de {who} avec un État ({countries}), sans contrôle, laisse ouvert si son droit l'atteint",
        "a tie of {who} to a State ({countries}), short of control, leaves open whether its law reaches it",
    ),
    "admitted": Bilingual(
        "{who} dit lui-même que le droit d'un État ({countries}) atteint ces données",
        "{who} says itself that the law of a State ({countries}) reaches this data",
    ),
    "admitted:nowhere": Bilingual(
        "{who} dit lui-même qu'un droit étranger atteint ces données",
        "{who} says itself that a foreign law reaches this data",
    ),
    "no-reach": Bilingual(
        "d'après les faits décrits, un tel droit n'atteint aucun de ceux qui ont en main les données ({data})",
        "by the facts described, such a law reaches nobody who has {data} in hand",
    ),
    "seat-elsewhere": Bilingual(
        "{who} relève du droit d'un autre pays ({countries})",
        "{who} exists under the law of another country ({countries})",
    ),
    "controlled-by": Bilingual("{who} ({countries}) en a le contrôle", "{who} ({countries}) controls it"),
    "owners-unsaid": Bilingual(
        "nul n'a dit, jusqu'au bout, qui détient {who}", "nobody has said, to the end, who owns {who}"
    ),
    "controlled-inside": Bilingual(
        "les faits décrits montrent où {who} a son siège et d'où vient le contrôle",
        "the facts described show where {who} has its seat and from where it is controlled",
    ),
}

CERTIFICATION: Final[dict[str, Bilingual]] = {
    "certificate-of-another": Bilingual(
        "le certificat est celui {who:de}, d'après {sources}",
        "the certificate is that of {who}, by {sources}",
    ),
    "certificate-other-scope": Bilingual(
        "le certificat {who:de} a un autre périmètre, d'après {sources}",
        "the certificate of {who} has another scope, by {sources}",
    ),
    "certificate-other-time": Bilingual(
        "le certificat {who:de} ne vaut pas à cette date, d'après {sources}",
        "the certificate of {who} is not valid on that date, by {sources}",
    ),
    "no-certificate": Bilingual(
        "{who} ne détient aucun certificat de ce type, d'après {sources}",
        "{who} holds no certificate of this kind, by {sources}",
    ),
    "certificate-unsaid": Bilingual(
        "nul n'a dit quels certificats détient {who}, pour quoi et jusqu'à quand",
        "nobody has said which certificates {who} holds, for what and until when",
    ),
    "certificate-declared": Bilingual(
        "seule une déclaration dit que {who} détient le certificat ; la pièce est à demander",
        "only a declaration says that {who} holds the certificate; the document is to be asked for",
    ),
    "certificate-held": Bilingual(
        "{who} détient le certificat, d'après {sources}", "{who} holds the certificate, by {sources}"
    ),
}

REST: Final[dict[str, Bilingual]] = {
    "rests-on-words": Bilingual(
        "seule une déclaration l'étaye{of} ; aucun document ni témoin ne le montre",
        "only a declaration bears it out{of}; no document and no witness shows it",
    ),
    "rests-on-words:others": Bilingual(
        "seul {sources} l'étaye{of} ; aucun document ni témoin ne le montre",
        "only {sources} bears it out{of}; no document and no witness shows it",
    ),
    "nothing-described": Bilingual(
        "rien de ce qui est décrit ne permet d'en juger", "nothing described allows to judge it"
    ),
}

BECAUSE: Final[dict[str, Bilingual]] = {
    **READING,
    **PROTECTION,
    **ANONYMITY,
    **LOCATION,
    **RECEIVING,
    **REACH,
    **CERTIFICATION,
    **REST,
}

#: What is said of a claim that has no checkable meaning.
NOT_CHECKABLE: Final = Bilingual(
    "Trop général pour être confronté à un fait.", "Too general to be held against a fact."
)
