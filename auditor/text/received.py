"""The words of who got what in captures: columns, states of consent, how things travelled, what is declared against what was seen."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEADS: Final = {
    "organisation": Bilingual("Qui", "Who"),
    "domain": Bilingual("Domaine", "Domain"),
    "page": Bilingual("Page", "Page"),
    "capture": Bilingual("Capture", "Capture"),
    "state": Bilingual("État du consentement", "State of consent"),
    "requests": Bilingual("Requêtes", "Requests"),
    "first": Bilingual("Première", "First"),
    "data": Bilingual("Données vues", "Data seen"),
    "inferred": Bilingual("Déduit des noms", "Inferred from names"),
    "cookies": Bilingual("Cookies", "Cookies"),
    "transport": Bilingual("Transport", "Transport"),
    "standing": Bilingual("Déclaré, observé", "Declared, observed"),
    "controlled_by": Bilingual("Contrôlé par", "Controlled by"),
    "known": Bilingual("Exploitant connu par", "Operator known by"),
    "pointer": Bilingual("Où le voir", "Where to see it"),
}
TITLE: Final = Bilingual("Qui a reçu quoi", "Who got what")
STATES: Final = {
    "before-choice": Bilingual("avant tout choix", "before any choice"),
    "refused": Bilingual("après un refus", "after a refusal"),
    "accepted": Bilingual("après un accord", "after an agreement"),
    "none-offered": Bilingual("sans choix offert", "no choice offered"),
    "logged-in": Bilingual("session ouverte", "logged in"),
    "unknown": Bilingual("non dit", "not told"),
}
TRAVELLED: Final = {
    "tls": Bilingual("chiffré", "encrypted"),
    "none": Bilingual("en clair", "in clear"),
    "mixed": Bilingual("en partie en clair", "partly in clear"),
    "unknown": Bilingual("non montré", "not shown"),
}
STANDINGS: Final = {
    "undeclared": Bilingual("observé, non déclaré", "observed, not declared"),
    "declared-observed": Bilingual("déclaré et observé", "declared and observed"),
    "declared-not-observed": Bilingual("déclaré, non observé", "declared, not observed"),
    "attempted": Bilingual("tenté", "attempted"),
    "unattributed": Bilingual("non attribué", "not attributed"),
    "unknown": Bilingual("déclaration inconnue", "declaration unknown"),
    "none": Bilingual("—", "—"),
}
BRAND: Final = Bilingual("marque « {name} », société inconnue", 'brand "{name}", company unknown')
NOBODY: Final = Bilingual("exploitant inconnu", "operator unknown")
CLOAKED: Final = Bilingual(
    "hôte du site, peut-être d'un tiers", "a host of the site, perhaps somebody else's"
)
SENT_AND_ATTEMPTED: Final = Bilingual(
    "{sent}, et {attempted} {attempted:tentée/tentées}", "{sent}, and {attempted} attempted"
)
ENTRY: Final = Bilingual("entrée {number}", "entry {number}")
SECONDS: Final = Bilingual("{count} s", "{count} s")
COOKIES: Final = Bilingual(
    "{sent} {sent:envoyé/envoyés}, {set} {set:déposé/déposés}", "{sent} sent, {set} set"
)

#: The section of the page.
SECTION: Final = {
    "title": TITLE,
    "intro": Bilingual(
        "Ce que les captures montrent, avant tout jugement ; les liens mènent à ce que des règles en disent. Une requête est observée ; qui exploite un hôte et ce que porte un nom de paramètre sont déduits. Chaque requête dit l'adresse IP et le navigateur ; la colonne des données ajoute le reste. Aucune valeur n'est gardée.",
        "What the captures show, before anything is judged; links lead to what rules say of it. A request is observed; who operates a host and what the name of a parameter carries are inferred. Each request tells the IP address and the browser; the column of data adds the rest. No value is kept.",
    ),
    "others": Bilingual("Les autres destinataires", "The other recipients"),
    "left": Bilingual(
        "D'autres sont dans `auditor export recipients`.", "More are in `auditor export recipients`."
    ),
    "timeline": Bilingual("Quand chacun fut appelé d'abord", "When each was first called"),
    "as_table": Bilingual("Les mêmes moments en tableau", "The same moments as a table"),
    "matrix": Bilingual("Destinataires selon l'état du consentement", "Recipients by state of consent"),
    "not_gone": Bilingual(
        "Non vu n'est pas disparu : une page n'appelle pas les mêmes hôtes à chaque visite.",
        "Not seen is not gone: a page does not call the same hosts on each visit.",
    ),
    "unattributed": Bilingual("Hôtes dont l'exploitant est inconnu", "Hosts whose operator is unknown"),
    "asked": Bilingual(
        "Qui les a fait charger sait qui ils sont ; une seule lettre les demande tous.",
        "Whoever had them loaded knows who they are; a single letter asks for all of them.",
    ),
    "limits": Bilingual("Ce que ces fichiers ne montrent pas", "What these files cannot show"),
    "perhaps": Bilingual("déduit :", "inferred:"),
}
#: What a table of recipients by state of consent leaves out.
MORE: Final = Bilingual(
    "… et {count} {count:autre/autres} : auditor export recipients les donne.",
    "… and {count} more: auditor export recipients gives them.",
)
NOT_SEEN: Final = Bilingual("non vu", "not seen")
OF_CAPTURES: Final = Bilingual("{seen} sur {captures} captures", "{seen} of {captures} captures")
SENT: Final = Bilingual("{count} {count:requête/requêtes}", "{count} {count:request/requests}")
ATTEMPTED_ONLY: Final = Bilingual("{count} {count:tentée/tentées}", "{count} attempted")
MADE_BY: Final = Bilingual("appelé par {who}", "called by {who}")
REDIRECTED: Final = Bilingual("atteint par redirection depuis {hosts}", "reached by redirection from {hosts}")
SUSPECTED: Final = Bilingual("soupçon : {hosts}", "suspected: {hosts}")
CHAIN_UNKNOWN: Final = Bilingual(
    "ce qui l'a fait appeler n'est pas montré", "what made it be called is not shown"
)
CAPTURE: Final = Bilingual("{id} : {kind}, {producer}, {state}", "{id}: {kind}, {producer}, {state}")
COUNTS: Final = Bilingual(
    "Début {start} ; requêtes {requests}, seulement tentées {attempted}, sans réponse {failed}, en clair {insecure} ; comptés sans flux : {aside}.",
    "Begun {start}; requests {requests}, attempted only {attempted}, without an answer {failed}, in clear {insecure}; counted, no flow: {aside}.",
)
INCOMPLETE: Final = Bilingual(
    "La capture est incomplète : le fichier s'arrête après {count} entrées.",
    "The capture is incomplete: the file ends after {count} entries.",
)
FILE_DIGEST: Final = Bilingual("SHA-256 du fichier", "SHA-256 of the file")
OBSERVATION_DIGEST: Final = Bilingual("SHA-256 de l'observation", "SHA-256 of the observation")
HOSTS_DIGEST: Final = Bilingual("SHA-256 des hôtes tiers", "SHA-256 of the third hosts")
LISTS: Final = Bilingual(
    "Liste des suffixes publics du {suffixes}, règles sur les noms du {names}, base de connaissances du {knowledge}.",
    "Public suffix list of {suffixes}, rules on names of {names}, knowledge base of {knowledge}.",
)
