"""A starter case: commented, small, and passing its own check."""

from __future__ import annotations

from string import Template
from typing import Final

#: The case, the same facts in every language; what stands for a `$` word is what that language says there.
BODY: Final = Template("""# $head
# $next
# yaml-language-server: $$schema=./case.schema.json
auditor: 1
known: declared          # $known
source: register         # $source

case:
  id: my-case
  title: {fr: Mon premier audit, en: My first audit}
  as_of: 2026-01-15      # $as_of
  about: my-company
  policies: [gdpr, sovereignty, third-parties, transfers, claims, roles]

sources:
  register: {kind: register, title: {fr: Notre registre des traitements, en: Our record of processing activities}, date: 2026-01-10}

people:
  customer: {title: {fr: Clients, en: Customers}}

organisations:
  my-company: {name: $company, country: FR, parent: none}      # $parent
  my-host: {name: $host, country: FR, parent: none, is: hosting}

activities:              # $activities
  orders:
    title: {fr: Commandes, en: Orders}
    people: customer
    data: [contact, identity]
    controller: my-company
    processors: my-host
    recipients: none
    legal_basis: contract

hosts:                   # $hosts
  shop: {title: {fr: la boutique, en: the shop}, operator: my-company, runs_on: server}
  server: {title: {fr: le serveur, en: the server}, operator: my-host, location: FR, keeps: [contact, identity], at_rest: encrypted, keys: my-company}

flows:                   # $flows
  order: {for: orders, from: customer, to: shop, transport: tls, content: none}
  store: {for: orders, from: shop, to: server, transport: tls, content: encrypted, keys: my-company}

agreements:
  - {between: [my-company, my-host], is: processing}

notices:                 # $notices
  privacy: {by: my-company, for: orders, recipients: my-host}
""")
TEXTS: Final = {
    "fr": {
        "head": "Un dossier d'audit. Chaque fait a une source et dit comment il est connu.",
        "next": "Complétez, puis : auditor check . ; ce que vous ne savez pas s'écrit unknown et devient une question.",
        "known": "documented, observed, declared, alleged, inferred ou assumed ; vaut pour tous les faits de ce fichier",
        "source": "une source citée plus bas ; # ajoute l'endroit, comme dans register#3",
        "as_of": "la date à laquelle se rapportent les faits",
        "company": "Ma société",
        "host": "Mon hébergeur",
        "parent": "parent: none = aucun détenteur ne la contrôle",
        "activities": "une entrée par fiche du registre",
        "hosts": "où les données sont gardées ou traitées",
        "flows": "qui envoie quelles données, et où",
        "notices": "ce qui est dit aux personnes",
    },
    "en": {
        "head": "An audit case. Each fact has a source and says how it is known.",
        "next": "Fill in, then: auditor check . ; what you do not know is written unknown and becomes a question.",
        "known": "documented, observed, declared, alleged, inferred or assumed; holds for all facts of this file",
        "source": "a source below; add a place in it with #, as in register#3",
        "as_of": "the date for which the facts speak",
        "company": "My company",
        "host": "My hosting provider",
        "parent": "parent: none = no holder controls it",
        "activities": "one entry per sheet of the register",
        "hosts": "where data is kept or processed",
        "flows": "who sends which data where",
        "notices": "what people are told",
    },
}


def files(lang: str) -> dict[str, bytes]:
    """Give the files of a starter case by name: the case, in `lang`, and the schema that editors complete it with."""
    from auditor.api.schema import schema

    return {"case.yaml": BODY.substitute(TEXTS[lang]).encode(), "case.schema.json": schema("case")}
