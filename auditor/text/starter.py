"""The starter case: its body, and what it says in one language in comments and names."""

from __future__ import annotations

from string import Template
from typing import Final

from auditor.model.bilingual import Bilingual

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
#: By the `$` word of the starter case where each stands.
STARTER: Final = {
    "head": Bilingual(
        "Un dossier d'audit. Chaque fait a une source et dit comment il est connu.",
        "An audit case. Each fact has a source and says how it is known.",
    ),
    "next": Bilingual(
        "Complétez, puis : auditor check . ; ce que vous ne savez pas s'écrit unknown et devient une question.",
        "Fill in, then: auditor check . ; what you do not know is written unknown and becomes a question.",
    ),
    "known": Bilingual(
        "documented, observed, declared, alleged, inferred ou assumed ; vaut pour tous les faits de ce fichier",
        "documented, observed, declared, alleged, inferred or assumed; holds for all facts of this file",
    ),
    "source": Bilingual(
        "une source citée plus bas ; # ajoute l'endroit, comme dans register#3",
        "a source below; add a place in it with #, as in register#3",
    ),
    "as_of": Bilingual("la date à laquelle se rapportent les faits", "the date for which the facts speak"),
    "company": Bilingual("Ma société", "My company"),
    "host": Bilingual("Mon hébergeur", "My hosting provider"),
    "parent": Bilingual(
        "parent: none = aucun détenteur ne la contrôle", "parent: none = no holder controls it"
    ),
    "activities": Bilingual("une entrée par fiche du registre", "one entry per sheet of the register"),
    "hosts": Bilingual("où les données sont gardées ou traitées", "where data is kept or processed"),
    "flows": Bilingual("qui envoie quelles données, et où", "who sends which data where"),
    "notices": Bilingual("ce qui est dit aux personnes", "what people are told"),
}
