"""Small models of engineers, our own and fictitious throughout, with the oddities that real ones have."""

from __future__ import annotations

from typing import Any

CASE = """
auditor: 1
known: documented
case: {id: club, as_of: 2026-01-01, about: club}
people: {member: {title: Members}}
organisations:
  club: {name: Club du Phare SAS, kind: company, country: FR, parent: none}
  hoster: {name: Hoster SAS, kind: company, country: FR, parent: none}
activities:
  booking: {title: Booking, people: member, data: contact, controller: club, processors: hoster, recipients: none}
"""

THREAGILE = """
threagile_version: 1.0.0
title: Court booking
date: 2025-11-02
author: {name: A. Fictive}
questions:
  Who keeps the keys?: ""
  Ours?: "Yes."
data_assets:
  Member File: &file {id: member-file, usage: business, confidentiality: confidential}
  Score:
    <<: *file
    id: Score-Table
  Build: {id: build, usage: devops}
technical_assets:
  Member Phone:
    id: phone
    type: external-entity
    used_as_client_by_human: true
    out_of_scope: true
    communication_links:
      Reserve: {target: site, protocol: https, data_assets_sent: [member-file], data_assets_received: [member-file, build]}
  Site:
    id: site
    type: process
    size: application
    owner: Hoster SAS
    encryption: none
    data_assets_stored:
    communication_links:
      Keep: {target: store, protocol: jdbc, vpn: false, data_assets_sent: [member-file]}
      Keep by tunnel: {target: store, protocol: jdbc, vpn: true, data_assets_sent: [member-file]}
      Tell: {target: bus, protocol: mqtt, data_assets_sent: [Score-Table]}
      Call: {target: bus, protocol: local-file-access, data_assets_sent: [Score-Table]}
      Log in: {target: store, protocol: ssh, data_assets_sent: [Score-Table]}
      Ping: {target: store, protocol: http}
      Guess: {target: nowhere, protocol: quic, data_assets_sent: [ghost]}
  Store: {id: store, type: datastore, owner: Grosse Wolke GmbH, encryption: transparent, data_assets_stored: [member-file]}
  Bus: {id: bus, type: process, owner: "azure and us share responsibility", encryption: data-with-enduser-individual-key, data_assets_stored: [Score-Table]}
  Cache: {id: cache, type: datastore, encryption: none, data_assets_stored: [member-file]}
  cache!: {id: Cache, type: datastore, encryption: none}
trust_boundaries:
  Cloud in Nice: {id: cloud, type: network-cloud-provider, technical_assets_inside: [site]}
shared_runtimes:
  Rack: {id: rack, technical_assets_running: [site, bus]}
risk_tracking:
  unencrypted@site>keep: {status: accepted, justification: one room}
mystery: {a: b}
"""
SAID = """
imports:
  model:
    file: ../model.yaml
    for: booking
    people: {phone: member}
    data: {member-file: contact, Score-Table: personal, build: not-personal}
"""

FIDES = """
organization:
  - {fides_key: org, name: Club du Phare SAS, controller: {name: Ada Fictive, email: ada@club.example}}
dataset:
  - fides_key: members_db
    collections:
      - name: members
        fields:
          - {name: id, data_categories: [system.operations]}
          - {name: mail, data_categories: [user.contact.email]}
          - {name: home, fields: [{name: city, data_categories: [user.contact.address.city]}]}
          - {name: notes}
system:
  - fides_key: site
    name: Site
    system_type: Application
    description: Sends positions to a weather service.
    does_international_transfers: false
    uses_cookies: false
    data_responsibility_title: Controller
    vendor_id: gvl.7
    egress: [{fides_key: members_db, type: dataset, data_categories: [user.contact]}, {fides_key: texts, type: system}]
    ingress: [{fides_key: user, type: user, data_categories: [user.contact]}]
    privacy_declarations:
      - name: Book
        data_use: essential.service
        data_categories: [user.contact, user.behavioral]
        data_subjects: [member]
        egress: [members_db]
        legal_basis_for_processing: Contract
        data_shared_with_third_parties: false
      - {name: Watch, data_use: functional, data_categories: [], data_subjects: [passer_by]}
  - fides_key: texts
    name: Texts
    legal_name: Skypost Ltd
    responsibility: [Processor]
    does_international_transfers: true
    third_country_transfers: [USA]
    ingress: [{fides_key: site, type: system, data_categories: [user.contact.phone_number]}]
    privacy_declarations:
      - {name: Send, data_use: essential, data_categories: [user.contact.phone_number], data_subjects: [member], data_shared_with_third_parties: true, third_parties: operators}
"""


def cell(number: int, kind: str, name: str, **fields: Any) -> dict[str, Any]:
    """Give a drawn thing; `ends` are those of a flow."""
    ends = {way: fields.pop(way) for way in ("source", "target") if way in fields}
    data = {"type": f"tm.{kind}", "name": name, **fields}
    if kind == "Flow":
        data = {
            "isEncrypted": False,
            "isPublicNetwork": False,
            "isBidirectional": False,
            "protocol": "",
            **data,
        }
    return {"id": f"{number:08d}-0000", "shape": kind.lower(), "zIndex": number, "data": data, **ends}


def to(number: int) -> dict[str, str]:
    """Give the end of a flow at a drawn thing."""
    return {"cell": f"{number:08d}-0000"}


DRAGON = {
    "version": "2.5.0",
    "summary": {"title": "Desk", "owner": "IT"},
    "detail": {
        "diagrams": [
            {
                "id": 0,
                "title": "Main",
                "cells": [
                    cell(1, "Actor", "Clerk"),
                    cell(2, "Process", "Front\ndesk", outOfScope=True),
                    cell(3, "Store", "Files", isEncrypted=True, storesCredentials=True),
                    cell(4, "BoundaryBox", "LAN"),
                    cell(
                        5, "Flow", "type", source=to(1), target=to(2), protocol="HTTPS", isBidirectional=True
                    ),
                    cell(6, "Flow", "keep", source=to(2), target=to(3)),
                    cell(
                        7, "Flow", "keep", source=to(2), target=to(3), isEncrypted=True, isPublicNetwork=True
                    ),
                    cell(8, "Flow", "print", source=to(2), target={"x": 1, "y": 2}, protocol="HTTP"),
                    cell(9, "Flow", "either", source=to(2), target=to(3), protocol="HTTP/S"),
                    cell(10, "Flow", "both", source=to(2), target=to(3), protocol="HTTP", isEncrypted=True),
                ],
            }
        ]
    },
}

LIBRARY = {
    "$schema": "https://example.org/threat-model.schema.json",
    "scope": {"title": "Reminders"},
    "reviewed_at": "2025-05-06",
    "trust_zones": [{"symbolic_name": "cloud", "title": "Nice"}],
    "actors": [
        {"symbolic_name": "guest", "title": "Guest", "type": "user"},
        {"symbolic_name": "carrier", "title": "Carrier", "type": "third_party"},
        {"symbolic_name": "clerk", "title": "Clerk", "type": "administrator"},
    ],
    "components": [{"symbolic_name": "sender", "title": "Sender"}],
    "data_stores": [{"symbolic_name": "queue", "title": "Queue", "vendor": "Wolke", "product": "Q"}],
    "data_sets": [
        {
            "symbolic_name": "notes",
            "title": "Notes",
            "data_sensitivity": ["phi", "op"],
            "placements": [{"data_store": "queue", "encrypted": True}],
        },
        {
            "symbolic_name": "keys",
            "title": "Keys",
            "data_sensitivity": ["cred"],
            "placements": [{"data_store": "queue", "encrypted": False}],
        },
    ],
    "data_flows": [
        {
            "symbolic_name": "put",
            "source": {"type": "component", "object": "sender"},
            "destination": {"type": "#/$defs/data_store", "object": "queue"},
            "encrypted": True,
        },
        {
            "symbolic_name": "text",
            "source": {"type": "component", "object": "sender"},
            "destination": {"type": "actor", "object": "carrier"},
            "encrypted": False,
        },
    ],
    "assumptions": [{"description": "Deleted after a week", "validity": "unconfirmed"}],
}


def part(ref: str, kind: str, name: str, **properties: str) -> dict[str, Any]:
    """Give a component of a threat model of CycloneDX."""
    said = {"type": kind, **{key.replace("__", ":"): value for key, value in properties.items()}}
    listed = [{"name": f"cdx:model:{key}", "value": value} for key, value in said.items()]
    return {"type": "threat-model", "bom-ref": ref, "name": name, "properties": listed}


COMPONENTS = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {
        "timestamp": "2025-03-04T00:00:00Z",
        "component": {"name": "Two models"},
        "authors": [{"email": "a@b.example"}],
    },
    "components": [
        {
            "type": "threat-model",
            "bom-ref": "one",
            "name": "One",
            "components": [
                part("zone", "boundary", "Web"),
                part("u", "actor", "User"),
                part("s", "server", "Server"),
                part("d", "datastore", "Rows (*)"),
                part(
                    "f1",
                    "dataflow",
                    "Write",
                    dataflow__source="u",
                    dataflow__destination="s",
                    dataflow__protocol="HTTP",
                    dataflow__data="A note",
                ),
                part(
                    "f2",
                    "dataflow",
                    "Keep",
                    dataflow__source="s",
                    dataflow__destination="d",
                    dataflow__protocol="MySQL",
                ),
            ],
        },
        {
            "type": "threat-model",
            "bom-ref": "two",
            "name": "Two",
            "components": [
                part("card", "asset", "Cards", storedBy="d2"),
                part("c2", "actor", "Client"),
                part("d2", "datastore", "Vault"),
                part(
                    "g1",
                    "dataflow",
                    "Pay",
                    dataflow__source="c2",
                    dataflow__destination="d2",
                    dataflow__isBidirectional="true",
                    dataflow__data="card",
                ),
            ],
        },
    ],
}

BILL = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "serialNumber": "urn:uuid:00000000-0000-4000-8000-0000000000ff",
    "metadata": {
        "timestamp": "2025-07-08T09:00:00Z",
        "component": {"bom-ref": "app", "type": "application", "name": "App"},
    },
    "services": [
        {
            "bom-ref": "api",
            "name": "API",
            "provider": {
                "name": "Hoster SAS",
                "contact": [{"name": "Ada Fictive", "email": "ada@hoster.example"}],
            },
            "endpoints": ["https://user:secret@api.hoster.example/v1?token=abc"],
            "x-trust-boundary": True,
            "data": [
                {
                    "flow": "bi-directional",
                    "classification": "phi",
                    "name": "notes",
                    "governance": {"owners": [{"organization": {"name": "Club du Phare SAS"}}]},
                }
            ],
            "services": [
                {
                    "bom-ref": "find",
                    "name": "Find",
                    "endpoints": ["http://find.internal:9200"],
                    "data": [{"flow": "inbound", "classification": "Public"}],
                }
            ],
        },
        {
            "bom-ref": "text",
            "name": "Text",
            "provider": {"name": "Skypost Ltd", "address": {"country": "GB"}},
            "endpoints": ["https://text.skypost.example", "sftp://drop.skypost.example"],
            "data": [
                {
                    "flow": "inbound",
                    "classification": "secret",
                    "name": "numbers",
                    "source": ["urn:cdx:00000000-0000-4000-8000-0000000000ff/1#api"],
                }
            ],
        },
    ],
    "dependencies": [{"ref": "app", "dependsOn": ["api"]}, {"ref": "api", "dependsOn": ["find", "text"]}],
}

OTM = {
    "otmVersion": "0.2.0",
    "project": {"name": "Open", "id": "open", "owner": "Ada Fictive", "ownerContact": "ada@club.example"},
    "trustZones": [{"id": "z", "name": "Private", "risk": {"trustRating": 10}}],
    "assets": [{"id": "cards", "name": "Cards", "risk": {"confidentiality": 100}}],
    "components": [
        {
            "id": "client",
            "name": "Client",
            "type": "web-client",
            "parent": {"trustZone": "z"},
            "attributes": {"TLS Enforced": "Select"},
        },
        {"id": "db", "name": "Rows", "type": "database", "assets": {"processed": [], "stored": ["cards"]}},
    ],
    "dataflows": [
        {
            "id": "pay",
            "name": "Pay",
            "source": "client",
            "destination": "db",
            "bidirectional": True,
            "assets": ["cards"],
        },
        {"id": "ask", "name": "Ask", "source": "client", "destination": "db", "assets": None},
    ],
}

PYTM = {
    "name": "Small",
    "actors": [{"__class__": "Actor", "name": "User", "inScope": True}],
    "assets": [
        {"__class__": "Server", "name": "Web", "controls": {"isEncryptedAtRest": False}},
        {
            "__class__": "Datastore",
            "name": "Rows (*)",
            "controls": {"isEncryptedAtRest": True},
            "storesPII": True,
        },
    ],
    "boundaries": [{"name": "LAN"}],
    "data": [{"name": "Note", "isPII": True}, {"name": "Log", "isPII": False}],
    "flows": [
        {
            "name": "Write",
            "source": "User",
            "sink": "Web",
            "data": ["Note"],
            "protocol": "HTTP",
            "tlsVersion": "TLSVersion.TLSv12",
        },
        {
            "name": "Keep",
            "source": "Web",
            "sink": "Rows (*)",
            "data": ["Log"],
            "protocol": "",
            "tlsVersion": "TLSVersion.NONE",
        },
        {
            "name": "Copy",
            "source": "Web",
            "sink": "Rows (*)",
            "data": [],
            "protocol": "",
            "tlsVersion": "TLSVersion.NONE",
            "usesVPN": True,
        },
    ],
}
