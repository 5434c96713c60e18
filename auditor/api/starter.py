"""A starter case: commented, small, and passing its own check."""

from __future__ import annotations

from typing import Final

HEAD: Final = {
    "fr": (
        "# Un dossier d'audit. Chaque fait a une source et dit comment il est connu.\n"
        "# Complétez, puis : auditor check {folder} ; ce que vous ne savez pas s'écrit unknown et devient une question.\n"
    ),
    "en": (
        "# An audit case. Each fact has a source and says how it is known.\n"
        "# Fill in, then: auditor check {folder} ; what you do not know is written unknown and becomes a question.\n"
    ),
}
BODY: Final = """# yaml-language-server: $schema=./case.schema.json
auditor: 1
known: declared          # documented, observed, declared, alleged, inferred or assumed; holds for all facts of this file
source: register         # a source below; add a place in it with #, as in register#3

case:
  id: my-case
  title: {fr: Mon premier audit, en: My first audit}
  as_of: 2026-01-15      # the date for which the facts speak
  about: my-company
  policies: [gdpr, sovereignty, third-parties, transfers, claims, roles]

sources:
  register: {kind: register, title: Our record of processing activities, date: 2026-01-10}

people:
  customer: {title: {fr: Clients, en: Customers}}

organisations:
  my-company: {name: My company, country: FR, parent: none}                      # parent: none = no holder controls it
  my-host: {name: My hosting provider, country: FR, parent: none, is: hosting}

activities:              # one entry per sheet of the register
  orders:
    title: {fr: Commandes, en: Orders}
    people: customer
    data: [contact, identity]
    controller: my-company
    processors: my-host
    recipients: none
    legal_basis: contract

hosts:                   # where data is kept or processed
  shop: {title: {fr: la boutique, en: the shop}, operator: my-company, runs_on: server}
  server: {title: {fr: le serveur, en: the server}, operator: my-host, location: FR, keeps: [contact, identity], at_rest: encrypted, keys: my-company}

flows:                   # who sends which data where
  order: {for: orders, from: customer, to: shop, transport: tls, content: none}
  store: {for: orders, from: shop, to: server, transport: tls, content: encrypted, keys: my-company}

agreements:
  - {between: [my-company, my-host], is: processing}

notices:                 # what people are told
  privacy: {by: my-company, for: orders, recipients: my-host}
"""


def files(lang: str) -> dict[str, bytes]:
    """Give the files of a starter case by name: the case and the schema that editors complete it with."""
    from auditor.api.schema import schema

    head = HEAD[lang].format(folder=".")
    return {"case.yaml": (head + BODY).encode(), "case.schema.json": schema("case")}
