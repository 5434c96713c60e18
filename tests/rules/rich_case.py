"""A case of which nearly every field of every subject says something: a clinic, its software, a cloud, a desk and a pixel."""

from __future__ import annotations

import copy
import json
from typing import Any, Final

from auditor.api.assess import judged
from auditor.api.read import knowledge_base
from auditor.loading.case.load import load_case
from auditor.model.evidence import Bounds, Choice, FieldValue
from auditor.model.materials import Materials, plain
from auditor.rules.subjects import SUBJECTS
from auditor.text.names import Names
from tests.conftest import Tree

KNOWLEDGE: Final = knowledge_base()
GONE: Final = "(gone)"
#: What follows from every entry alike, or is no field of its own.
ASIDE: Final = frozenset(("id", "as_of", "controller", "regime"))

RICH: Final[Tree] = {
    "auditor": "1",
    "known": "documented",
    "source": "file",
    "case": {"id": "clinic", "as_of": "2024-06-01", "about": "clinic", "policies": ["gdpr"]},
    "sources": {"file": {"kind": "contract", "title": "File", "date": "2024-05-01"}},
    "people": {"patient": {"title": "Patients", "country": "FR"}},
    "organisations": {
        "clinic": {
            "name": "Clinic",
            "country": "FR",
            "parent": "none",
            "is": "care-provider",
            "duties": "none",
        },
        "soft": {
            "name": "Soft",
            "country": "FR",
            "parent": "none",
            "is": "health-software",
            "access_from": "none",
            "certified": "none",
        },
        "cloud": {
            "name": "Cloud Ltd",
            "country": "IE",
            "parent": "big",
            "is": "cloud",
            "access_from": "none",
            "certified": [
                {
                    "is": "hds",
                    "version": "1",
                    "since": "2023-01-01",
                    "until": "2026-01-01",
                    "scope": ["1", "2", "3", "4", "5", "6"],
                }
            ],
        },
        "big": {"name": "Big Inc.", "country": "US", "parent": "none", "is": "cloud"},
        "desk": {"name": "Desk Ltd", "country": "IN", "parent": "none", "is": "support"},
        "ads": {
            "name": "Ads Inc.",
            "country": "US",
            "parent": "none",
            "is": "ads",
            "dpf": "true",
            "dpf_covers": "non-hr",
        },
    },
    "activities": {
        "care": {
            "title": "Care",
            "purpose": "care",
            "people": "patient",
            "data": ["health", "contact"],
            "controller": "clinic",
            "processors": ["soft", "cloud", "desk"],
            "recipients": "none",
            "transfers": ["IN"],
            "legal_basis": "contract",
            "special_basis": "h",
            "scale": "large",
            "retention": "1 year",
            "measures": "encryption",
            "recorded": "true",
            "necessary": "true",
            "care": "true",
            "dpia": "true",
            "alone": "false",
            "for_children": "false",
            "on_by_default": "false",
        },
        "audience": {
            "title": "Audience",
            "purpose": "audience",
            "people": "patient",
            "data": "device",
            "controller": "clinic",
            "processors": "none",
            "recipients": ["ads"],
            "transfers": ["US"],
            "legal_basis": "consent",
            "consent": {"by": "patient", "how": "opt-in", "bundled": "false", "refusal": "free"},
            "scale": "small",
            "retention": "13 months",
            "recorded": "true",
        },
    },
    "hosts": {
        "page": {
            "title": "the page",
            "kind": "application",
            "operator": "clinic",
            "runs_on": "none",
            "location": "FR",
            "keeps": "none",
            "about": "health",
        },
        "app": {
            "title": "the application",
            "kind": "application",
            "operator": "soft",
            "runs_on": "racks",
            "location": "FR",
            "keeps": "health",
            "at_rest": "encrypted",
            "keys": "soft",
            "kept_for": "1 year",
            "erased": "true",
            "rights": ["access", "rectification", "erasure", "return"],
            "certified": "none",
            "hosting": ["5", "6"],
            "transparency": "published",
            "isolation": "attested",
            "short_task": "false",
            "backup": "false",
        },
        "racks": {
            "title": "the racks",
            "kind": "data-centre",
            "operator": "cloud",
            "runs_on": "none",
            "location": "IE",
            "keeps": "none",
            "certified": "none",
            "hosting": ["1", "2", "3", "4"],
        },
        "archive": {
            "title": "the archive",
            "kind": "application",
            "operator": "cloud",
            "runs_on": "none",
            "location": "IE",
            "keeps": "contact",
            "at_rest": "plain",
            "kept_for": "3 years",
            "erased": "false",
            "rights": ["access"],
            "certified": "none",
            "backup": "true",
        },
    },
    "flows": {
        "booking": {
            "title": "booking",
            "for": "care",
            "from": "patient",
            "to": "app",
            "data": ["health", "contact"],
            "transport": "tls",
            "content": "none",
            "network": "public",
            "trigger": "submit",
            "step": "booking",
            "identifier": "true",
        },
        "saving": {
            "title": "saving",
            "for": "care",
            "from": "app",
            "to": "archive",
            "data": "contact",
            "transport": "tls",
            "content": "none",
        },
        "help": {
            "title": "help",
            "for": "care",
            "from": "app",
            "to": "desk",
            "data": "contact",
            "transport": "tls",
            "content": "none",
            "access": "remote",
            "kept_for": "6 months",
            "erased": "true",
            "rights": ["access", "erasure"],
        },
        "pixel": {
            "title": "pixel",
            "for": "audience",
            "from": "patient",
            "to": "ads",
            "data": "device",
            "transport": "tls",
            "content": "none",
            "embedded_in": "page",
            "loads": "at-once",
            "trigger": "load",
            "consent_first": "false",
            "consent_state": "before-choice",
            "refusal": "free",
            "reads_terminal": "true",
            "exempt": "none",
            "step": "browsing",
            "identifier": "false",
            "referrer": "stripped",
            "paid": "false",
        },
    },
    "agreements": [
        {
            "between": ["clinic", "soft"],
            "is": "processing",
            "signed": "true",
            "complete": "true",
            "authorised": "true",
            "exit_clause": "true",
            "needs_clear": "true",
            "allows_own_use": "false",
        },
        {"between": ["soft", "cloud"], "is": "processing", "signed": "true", "authorised": "true"},
        {
            "between": ["soft", "desk"],
            "is": "scc",
            "signed": "true",
            "assessment": "done",
            "finds": "sufficient",
            "assessed_on": "2024-01-01",
            "measures": "none",
        },
    ],
    "notices": {
        "site": {
            "title": "the notice",
            "by": "clinic",
            "for": ["care", "audience"],
            "data": ["health", "contact", "device"],
            "recipients": ["soft", "ads"],
            "transfers": "true",
            "retention": "true",
            "kept_for": "1 year",
            "purposes": ["care", "audience"],
        }
    },
    "claims": {},
}


def changed(*changes: tuple[str, Any]) -> Tree:
    """The case with facts changed, or taken away (`GONE`)."""
    tree = copy.deepcopy(RICH)
    for route, value in changes:
        *path, last = (int(step) if step.isdigit() else step for step in route.split("."))
        node: Any = tree
        for step in path:
            node = node.setdefault(step, {}) if isinstance(node, dict) else node[step]
        if value == GONE:
            del node[last]
        else:
            node[last] = value
    return tree


def written(value: FieldValue) -> str:
    """A value as one line: what it is, `<` the facts that show it, `?` those that would settle it."""
    if isinstance(value, Choice):
        said = "anything" if value.anything else " or ".join(value.options)
    elif isinstance(value, Bounds):
        said = f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    else:
        parts = [
            *value.sure,
            *(f"perhaps {item}" for item in value.maybe),
            *(["others"] if value.open else []),
        ]
        said = ", ".join(parts) or "nothing"
    proof = f" < {' '.join(value.proof)}" if value.proof else ""
    return f"{said}{proof}" + (f" ? {' '.join(value.missing)}" if value.missing else "")


def values(tree: Tree) -> dict[str, str]:
    """Every field of every subject of the case, by the name of the subject and of the field."""
    loaded = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE)
    made = Materials(loaded.case, KNOWLEDGE, (), str(plain(loaded.case.case.as_of)), loaded.places)
    derived, _ = judged(made)
    return {
        f"{kind.name} {kind.id(subject)}: {name}": written(field.read(derived, subject))
        for kind in SUBJECTS.values()
        for subject in kind.each(derived)
        for name, field in kind.fields.items()
        if name not in ASIDE
    }


def words(tree: Tree) -> dict[str, str]:
    """What messages may say of every subject of the case, and what a finding about it takes along, by subject and name."""
    loaded = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE)
    made = Materials(loaded.case, KNOWLEDGE, (), str(plain(loaded.case.case.as_of)), loaded.places)
    derived, _ = judged(made)
    names = Names(made.case, made.as_of, made.knowledge.sources)
    said: dict[str, str] = {}
    for kind in SUBJECTS.values():
        for subject in kind.each(derived):
            whose = f"{kind.name} {kind.id(subject)}"
            for name, slot in kind.slots.items():
                said[f"{whose}: {name}"] = slot(derived, names, subject).en
            for name, listed in (
                ("activities", kind.activities(derived, subject)),
                ("path", [hop.id for hop in kind.path(derived, subject)]),
                ("spots", kind.spots(derived, subject)),
                ("asserted", kind.asserted(subject)),
                ("instruments", kind.instruments(subject)),
                ("route", [kind.route(subject)]),
            ):
                if listed:
                    said[f"{whose} {name}"] = " ".join(listed)
    return said
