"""Rows of the fields of captures: what a program read, which nobody is asked for."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import SOURCE

_READ: Final = "it is what a program read in a capture, and no fact that anybody states"

SECTIONS: Final[dict[str, Rows]] = {
    "captures": {
        "kind": aside("le genre de fichier", "the kind of file", _READ),
        "sha256": aside("l'empreinte SHA-256 de chaque fichier", "the SHA-256 of each file", _READ),
        "observation": aside(
            "l'empreinte de tout ce qui y fut lu", "the SHA-256 of all that was read in it", _READ
        ),
        "hosts": aside("l'empreinte des hôtes tiers appelés", "the SHA-256 of the third hosts called", _READ),
        "state": aside(
            "l'état du consentement lors de la capture", "the state of consent in which it was made", _READ
        ),
        "producer": aside("l'outil qui l'a faite", "the tool that made it", _READ),
        "version": aside("la version de l'outil", "the version of the tool", _READ),
        "started": aside("son début", "when it began", _READ),
        "ended": aside("sa fin", "when it ended", _READ),
        "sites": aside("les sites visités", "the sites visited", _READ),
        "entries": aside("le nombre d'entrées", "how many entries it holds", _READ),
        "requests": aside("le nombre de requêtes", "how many requests", _READ),
        "first_party": aside("le nombre de requêtes vers le site", "how many requests to the site", _READ),
        "attempted": aside(
            "le nombre de requêtes seulement tentées", "how many requests were attempted only", _READ
        ),
        "failed": aside("le nombre de requêtes sans réponse", "how many requests had no answer", _READ),
        "insecure": aside("le nombre de requêtes en clair", "how many requests in clear", _READ),
        "cut": aside(
            "l'entrée après laquelle le fichier s'arrête", "the entry after which the file breaks off", _READ
        ),
        "cannot_show": aside(
            "ce que ce genre de fichier ne montre pas", "what this kind of file cannot show", _READ
        ),
        "skipped": aside("ce qui fut laissé de côté, par raison", "what was left aside, by reason", _READ),
        "noise": aside("ce que le navigateur fait de lui-même", "what a browser does by itself", _READ),
        "public_suffix_list": aside(
            "le jour de la liste des suffixes publics", "the day of the public suffix list", _READ
        ),
        "parameters_as_of": aside(
            "le jour des règles sur les noms de paramètres",
            "the day of the rules on names of parameters",
            _READ,
        ),
        "knowledge_as_of": aside(
            "le jour de la base de connaissances", "the day of the knowledge base", _READ
        ),
        "recipients": aside("qui fut appelé", "who was called", _READ),
        "source": SOURCE,
    },
    "captures.recipients": {
        "page": aside("la page", "the page", _READ),
        "to": aside("l'hôte du dossier", "the host of the case", _READ),
        "domain": aside("le domaine enregistrable", "the registrable domain", _READ),
        "requests": aside("le nombre de requêtes", "how many requests", _READ),
        "sent": aside("le nombre de requêtes parties", "how many requests were sent", _READ),
        "first": aside("la position de la première entrée", "the position of the first entry", _READ),
        "last": aside("la position de la dernière entrée", "the position of the last entry", _READ),
        "at": aside("l'endroit dans la capture", "the place in the capture", _READ),
        "flows": aside("les flux qui en sont faits", "the flows made of it", _READ),
        "hosts": aside("les hôtes appelés", "the hosts called", _READ),
        "attempted": aside(
            "le nombre de requêtes seulement tentées", "how many requests were attempted only", _READ
        ),
        "failed": aside("le nombre de requêtes sans réponse", "how many requests had no answer", _READ),
        "bodies": aside("le nombre de requêtes avec un corps", "how many requests had a body", _READ),
        "offset": aside("les millisecondes depuis le début", "the milliseconds from the start", _READ),
        "methods": aside("les méthodes", "the methods", _READ),
        "schemes": aside("le nombre de requêtes par schéma", "how many requests by scheme", _READ),
        "referrer": aside(
            "ce qui fut dit de la page d'origine", "what was told of the page of origin", _READ
        ),
        "parameters": aside("les noms des paramètres", "the names of parameters", _READ),
        "kinds": aside(
            "ce que des noms semblent porter", "what names stand for, as far as rules tell", _READ
        ),
        "cookies_sent": aside("les noms des cookies envoyés", "the names of cookies sent", _READ),
        "cookies_set": aside("les noms des cookies déposés", "the names of cookies set", _READ),
        "initiators": aside("ce qui a fait appeler l'hôte", "what made the host be called", _READ),
        "redirected_from": aside("les hôtes qui y redirigent", "the hosts that redirect there", _READ),
        "addresses": aside("les adresses IP telles qu'écrites", "the IP addresses as written", _READ),
        "cloaking": aside("ce qui suggère un hôte masqué", "what a cloaked host is suspected by", _READ),
        "noise": aside("ce que le navigateur fait de lui-même", "what a browser does by itself", _READ),
        "operator": aside("qui répond du domaine", "who answers for the domain", _READ),
        "brand": aside("la marque que donne une liste", "the brand that a list gives", _READ),
        "operator_source": aside("l'entrée qui le nomme", "the entry that names it", _READ),
        "operator_as_of": aside("le jour de cette entrée", "the day of that entry", _READ),
        "serves": aside("ce que l'hôte sert", "what the host serves", _READ),
    },
    "captures.recipients.kinds": {
        "kind": aside(
            "ce que le nom semble porter", "what the name stands for, as far as a rule tells", _READ
        ),
        "name": aside("le nom du paramètre", "the name of the parameter", _READ),
        "rule": aside("la règle qui le déduit", "the rule that infers it", _READ),
        "as_of": aside("le jour de la règle", "the day of the rule", _READ),
        "at": aside("l'endroit dans la capture", "the place in the capture", _READ),
    },
}
