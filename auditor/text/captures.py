"""What is said of captures: what they show, what their kind of file cannot show, what differs between them."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

KINDS_OF_FILE: Final = {
    "har": Bilingual("HAR", "HAR"),
    "tweasel-har": Bilingual("HAR de tweasel", "HAR of tweasel"),
    "blacklight": Bilingual("inspection de Blacklight", "inspection by Blacklight"),
    "blacklight-log": Bilingual("journal de Blacklight", "log of Blacklight"),
    "blacklight-cookies": Bilingual("cookies de Blacklight", "cookies of Blacklight"),
    "website-evidence-collector": Bilingual(
        "inspection de website-evidence-collector", "inspection by website-evidence-collector"
    ),
    "ios-privacy-report": Bilingual("rapport de confidentialité d'iOS", "privacy report of iOS"),
    "tracker-control": Bilingual("rapport de TrackerControl", "report of TrackerControl"),
    "hosts": Bilingual("liste d'hôtes", "list of hosts"),
}
FILE: Final = Bilingual(
    "{name} · {kind} · {bytes} octets · sha256:{sha}", "{name} · {kind} · {bytes} bytes · sha256:{sha}"
)
MADE_BY: Final = Bilingual("fait par {producer}, {span}", "made by {producer}, {span}")
UNNAMED: Final = Bilingual("un producteur non nommé", "a producer that is not named")
NO_TIME: Final = Bilingual("à une date non dite", "at a time that is not told")
SPAN: Final = Bilingual("du {start} au {end}", "from {start} to {end}")
REPLACED: Final = Bilingual(
    "{count} caractères ne sont pas du texte dans son encodage et sont remplacés",
    "{count} characters are no text in its encoding and are replaced",
)
SLOW: Final = Bilingual(
    "Sans la partie en C de ijson, la lecture est vingt fois plus lente.",
    "Without the part of ijson in C, reading is twenty times slower.",
)
SITE: Final = Bilingual("Site : {sites} ({by})", "Site: {sites} ({by})")
BY: Final = {
    "given": Bilingual("donné", "given"),
    "url": Bilingual("par l'adresse de la page", "by the address of the page"),
    "title": Bilingual("par le titre de la page", "by the title of the page"),
    "document": Bilingual("par le seul document demandé", "by the only document that was asked for"),
    "none": Bilingual("inconnu", "unknown"),
}
APPLICATIONS: Final = Bilingual("Applications : {names}", "Applications: {names}")
APPLICATION_UNNAMED: Final = Bilingual("Une application, non nommée.", "An application that is not named.")
NO_SITE: Final = Bilingual(
    "Aucun site n'est connu : chaque hôte compte ici comme tiers. --site le dit.",
    "No site is known: every host counts as a third party here. --site tells it.",
)
CANDIDATES: Final = Bilingual("Peut-être : {sites}", "Perhaps: {sites}")
CANDIDATE: Final = Bilingual(
    "{site} ({requests} requêtes, origine de {referred})",
    "{site} ({requests} requests, where {referred} come from)",
)
COUNTS: Final = Bilingual(
    "{requests} requêtes sur {entries} entrées : {first} vers le site, {third} vers {domains} domaines tiers ; {attempted} seulement tentées, {failed} sans réponse achevée, {insecure} en clair (http, ws).",
    "{requests} requests of {entries} entries: {first} to the site, {third} to {domains} third-party domains; {attempted} only attempted, {failed} without a completed answer, {insecure} in clear (http, ws).",
)
ATTRIBUTED: Final = Bilingual(
    "{share} % des requêtes vers des tiers ont un nom, déduit du domaine : {known} % une organisation de la base de connaissances, le reste une marque d'une liste, dont on ne sait pas la société.",
    "{share} % of the requests to third parties have a name, inferred from the domain: {known} % an organisation of the knowledge base, the rest a brand of a list, of which the company is not known.",
)
CUT: Final = Bilingual(
    "Le fichier est coupé après l'entrée {count} : la capture est incomplète.",
    "The file is cut after entry {count}: the capture is incomplete.",
)
CUT_FIRST: Final = Bilingual(
    "Le fichier est coupé avant sa première entrée : la capture est incomplète.",
    "The file is cut before its first entry: the capture is incomplete.",
)
NOTHING_READABLE: Final = Bilingual("Rien n'y est lisible.", "Nothing in it is readable.")

#: The columns of the table of third parties.
DOMAIN: Final = Bilingual("domaine", "domain")
WHO: Final = Bilingual("qui", "who")
REQUESTS: Final = Bilingual("requêtes", "requests")
FIRST_AT: Final = Bilingual("dès", "from")
COOKIES: Final = Bilingual("cookies", "cookies")
TRANSPORT: Final = Bilingual("transport", "transport")
CARRIES: Final = Bilingual("porte, d'après les noms", "carries, by its names")
UNKNOWN: Final = Bilingual("inconnu", "unknown")
CUSTOMER_OF: Final = Bilingual("un client de {name}", "a customer of {name}")
CUSTOMER_CALLED: Final = Bilingual("{brand}, un client de {name}", "{brand}, a customer of {name}")
BRAND: Final = Bilingual("{name} (marque)", "{name} (brand)")
IN_CLEAR: Final = Bilingual("{count} en clair", "{count} in clear")
ENCRYPTED: Final = Bilingual("chiffré", "encrypted")
ATTEMPTED: Final = Bilingual("tenté", "attempted")
NOT_TOLD: Final = Bilingual("non dit", "not told")
OWN_DOING: Final = Bilingual("le navigateur lui-même", "the browser itself")
COOKIE_COUNTS: Final = Bilingual(
    "{sent} {sent:envoyé/envoyés}, {set} {set:posé/posés}", "{sent} sent, {set} set"
)

KINDS: Final = {
    "identifier": Bilingual("identifiant", "identifier"),
    "contact": Bilingual("coordonnées", "contact"),
    "hashed-contact": Bilingual("coordonnées hachées", "hashed contact"),
    "page-address": Bilingual("adresse de la page", "address of the page"),
    "page-origin": Bilingual("origine de la page", "origin of the page"),
    "title": Bilingual("titre", "title"),
    "device": Bilingual("appareil", "device"),
    "position": Bilingual("position", "position"),
    "search-words": Bilingual("mots de recherche", "search words"),
    "health-words": Bilingual("mots de santé", "health words"),
}
INFERRED: Final = Bilingual(
    "Ce que porte une requête est déduit des noms de ses paramètres, par des règles du {date} ; aucune valeur n'est montrée.",
    "What a request carries is inferred from the names of its parameters, by rules of {date}; no value is shown.",
)
UNATTRIBUTED: Final = Bilingual(
    "Opérateur inconnu ({count}) : {hosts}", "Unknown operator ({count}): {hosts}"
)
CLOAKED: Final = Bilingual("Soupçon, à vérifier :", "Suspected, to be checked:")
CLOAKED_BY: Final = {
    "address": Bilingual(
        "{host}, un hôte du site, a la même adresse que {other}",
        "{host}, a host of the site, has the same address as {other}",
    ),
    "dns": Bilingual(
        "{host}, un hôte du site, est un alias de {other}",
        "{host}, a host of the site, is an alias of {other}",
    ),
}
NOISE: Final = Bilingual("Compté, sans flux : {parts}", "Counted, no flow: {parts}")
NOISES: Final = {
    "favicon": Bilingual("icône", "icon"),
    "ocsp": Bilingual("état de certificats", "status of certificates"),
    "extension": Bilingual("extension", "extension"),
    "browser": Bilingual("le navigateur lui-même", "the browser itself"),
    "data": Bilingual("data:", "data:"),
    "blob": Bilingual("blob:", "blob:"),
    "about": Bilingual("about:", "about:"),
    "file": Bilingual("file:", "file:"),
    "other-scheme": Bilingual("autre schéma", "another scheme"),
    "proxy": Bilingual("tunnel d'un proxy", "tunnel of a proxy"),
    "not-a-request": Bilingual("lignes sans requête", "lines without a request"),
}
SKIPPED: Final = Bilingual("Laissé de côté : {parts}", "Left aside: {parts}")
REASONS: Final = {
    "not-an-object": Bilingual("pas un objet", "no object"),
    "no-request": Bilingual("sans requête", "no request"),
    "no-url": Bilingual("sans adresse", "no address"),
    "bad-url": Bilingual("adresse illisible", "unreadable address"),
    "not-a-host": Bilingual("pas un hôte", "no host"),
    "other-line": Bilingual("ligne d'une autre forme", "line of another form"),
    "other-site": Bilingual("requête d'une page d'un autre site", "request of a page of another site"),
}
COUNTED: Final = Bilingual("{what} {count}", "{what} {count}")
CANNOT_SHOW: Final = Bilingual(
    "Ce que ce genre de fichier ne montre pas :", "What this kind of file does not show:"
)
BLIND: Final = {
    "cookies": Bilingual(
        "les cookies : aucun n'y est noté, ce qui ne dit pas qu'il n'y en avait pas",
        "cookies: none is recorded, which does not say that there was none",
    ),
    "server-side": Bilingual(
        "ce que les serveurs se transmettent entre eux", "what servers pass on among themselves"
    ),
    "aliases": Bilingual(
        "quel hôte du site est l'alias d'un autre (--dns FICHIER le dit)",
        "which host of the site is an alias of another (--dns FILE tells it)",
    ),
    "addresses": Bilingual("les adresses IP", "IP addresses"),
    "parameters": Bilingual("les paramètres des requêtes", "parameters of requests"),
    "times": Bilingual("quand chaque hôte a été appelé", "when each host was called"),
    "bodies": Bilingual("le corps des requêtes", "bodies of requests"),
    "initiators": Bilingual("ce qui a fait appeler chaque hôte", "what made each host be called"),
    "requests": Bilingual(
        "combien de requêtes : un hôte compte une fois", "how many requests: a host counts once"
    ),
    "filtered": Bilingual(
        "ce qu'une liste de traqueurs ne connaît pas", "what a list of trackers does not know"
    ),
    "values": Bilingual(
        "les valeurs, qui sont caviardées : ce que porte une requête n'est déduit que de noms et de formes",
        "values, which are redacted: what a request carries is inferred from names and shapes alone",
    ),
    "transport": Bilingual("si le transport était chiffré", "whether transport was encrypted"),
}

COMPARED: Final = Bilingual("Comparées : {names}", "Compared: {names}")
SAME: Final = Bilingual("Elles montrent la même chose des tiers.", "They show the same of third parties.")
IN_ALL: Final = Bilingual(
    "Dans toutes : {domain} domaines, {host} hôtes, {kind} genres de données, {parameter} paramètres.",
    "In all of them: {domain} domains, {host} hosts, {kind} kinds of data, {parameter} parameters.",
)
WHAT: Final = {
    "domain": Bilingual("Domaines", "Domains"),
    "host": Bilingual("Hôtes", "Hosts"),
    "kind": Bilingual("Genres de données", "Kinds of data"),
    "parameter": Bilingual("Paramètres", "Parameters"),
}
RUNS: Final = Bilingual("vu dans", "seen in")
#: How often a recipient was seen, in all and by one of several tools.
SEEN_IN: Final = Bilingual("{seen} sur {all}", "{seen} of {all}")
SEEN_BY: Final = Bilingual("{tool} : {seen} sur {all}", "{tool}: {seen} of {all}")
NOT_SEEN: Final = Bilingual("{thing} : non vu dans {names}", "{thing}: not seen in {names}")
OF_RUNS: Final = Bilingual("{thing} : vu dans {seen} sur {all}", "{thing}: seen in {seen} of {all}")
TO: Final = Bilingual("{name} vers {domain}", "{name} to {domain}")
MORE: Final = Bilingual(
    "et {count} de plus (--format json les donne)", "and {count} more (--format json gives them)"
)
WHY: Final = Bilingual("Pourquoi elles peuvent différer :", "Why they may differ:")
REASONS_TO_DIFFER: Final = {
    "producer": Bilingual("deux outils n'enregistrent pas la même chose", "two tools do not record the same"),
    "cut": Bilingual("l'une est incomplète", "one of them is incomplete"),
    "cookies": Bilingual("l'une ne note pas les cookies", "one of them does not record cookies"),
    "parameters": Bilingual("l'une ne note pas les paramètres", "one of them does not record parameters"),
    "hosts-only": Bilingual("l'une ne liste que des hôtes", "one of them lists hosts only"),
    "filtered": Bilingual(
        "l'une ne note que ce qu'une liste de traqueurs connaît",
        "one of them records only what a list of trackers knows",
    ),
    "values": Bilingual("l'une est caviardée", "one of them is redacted"),
    "time": Bilingual("elles ne sont pas du même jour", "they are not of the same day"),
    "site": Bilingual(
        "elles ne sont pas du même site, ou il n'est pas connu de toutes",
        "they are not of the same site, or it is not known of all",
    ),
    "noise": Bilingual(
        "leurs navigateurs appellent d'autres hôtes d'eux-mêmes",
        "their browsers call other hosts by themselves",
    ),
    "attempted": Bilingual(
        "une requête bloquée avant de partir n'est notée que par certains outils",
        "a request blocked before it was sent is recorded by some tools only",
    ),
    "cache": Bilingual(
        "une réponse gardée en cache ou donnée par un service worker n'est pas redemandée, et tous les outils ne la notent pas",
        "an answer kept in a cache or given by a service worker is not asked for again, and not every tool records it",
    ),
    "chance": Bilingual(
        "une page n'appelle pas chaque fois les mêmes hôtes : ce qui n'a pas été vu n'a pas forcément disparu",
        "a page does not call the same hosts each time: what was not seen is not necessarily gone",
    ),
}

POINTED: Final = Bilingual("{pointer} dans {file}", "{pointer} in {file}")
NAMES_THERE: Final = Bilingual("Noms à cet endroit : {names}", "Names there: {names}")
VALUE_LENGTH: Final = Bilingual(
    "Une valeur de {count} caractères, non montrée.", "A value of {count} characters, not shown."
)
VALUE_QUOTED: Final = Bilingual("Valeur citée à la demande :", "Value quoted on demand:")
