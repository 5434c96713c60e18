"""The scope of a finding besides its subjects: its data, people, countries, and the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from msgspec import json, to_builtins

from auditor.graph.captured import JOINTS
from auditor.model.case.document import Case
from auditor.model.materials import several
from auditor.model.result.findings import Finding

#: Fields by which an entry refers to what a finding on it is about too.
REFERRED: Final = {
    "flows": ("for_", "from_", "to", "through", "data"),
    "activities": ("data",),
    "hosts": ("operator", "runs_on", "keeps"),
    "organisations": ("parent",),
    "data": ("is_",),
}
#: How many characters of a hash tell two states of a finding apart.
LENGTH: Final = 16


def concerns(finding: Finding, case: Case) -> frozenset[str]:
    """Give the data, with the broader categories that the case puts them below, and the parties, with name and country.

    They are those of the subjects, of the culprit, and of the flows and places on the path: what a reader would take the
    finding to be about, whatever words its rule uses.
    """
    found: set[str] = set()
    names = {word for subject in (*finding.subjects, finding.culprit) for word in JOINTS.split(subject)}
    names |= {name for hop in finding.path for name in (hop.flow, hop.from_, hop.to)}
    for name in sorted(names):
        found.update(_entity(name, case))
    return frozenset(found)


def entries(finding: Finding, case: Case) -> frozenset[str]:
    """Give the addresses of the entries that a finding is about, and of those that they refer to.

    Of a flow these are its activity, its ends and its data; of a host its operator and what it keeps; of data what it is.
    """
    waiting = [word for subject in (*finding.subjects, finding.culprit) for word in JOINTS.split(subject)]
    waiting += [name for hop in finding.path for name in (hop.flow, hop.from_, hop.to)]
    found, seen = set[str](), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for section, fields in REFERRED.items():
            entry = getattr(case, section).get(name)
            if entry is not None:
                found.add(f"{section}.{name}")
                waiting.extend(one for of in fields for one in several(getattr(entry, of)))
    return frozenset(found)


def rests_on(finding: Finding, case: Case) -> str:
    """Give a short hash of all that a finding rests on: its facts with their values, and what it concerns."""
    facts = sorted({(fact.fact, fact.value) for fact in finding.proof})
    return sha256(json.encode([facts, sorted(concerns(finding, case))])).hexdigest()[:LENGTH]


def _entity(name: str, case: Case) -> Iterator[str]:
    flow, host, activity = case.flows.get(name), case.hosts.get(name), case.activities.get(name)
    if flow is not None:
        carried = several(flow.data) or several(getattr(case.activities.get(flow.for_), "data", ()))
        yield from _data(carried, case)
        for end in (*several(flow.from_), *several(flow.to), *several(flow.through)):
            yield from _party(end, case)
    if host is not None:
        yield from _data(several(host.keeps), case)
    if activity is not None:
        yield from _data(several(activity.data), case)
    yield from _party(name, case)


def _party(name: str, case: Case) -> Iterator[str]:
    """Give an organisation, or those that operate a host, with name, country and what it is."""
    if name in case.hosts:
        for operator in several(case.hosts[name].operator):
            yield from _party(operator, case) if operator in case.organisations else (f"operator {operator}",)
    organisation = case.organisations.get(name)
    if organisation is not None:
        for part, value in (
            ("name", organisation.name),
            ("country", organisation.country),
            ("is", organisation.is_),
        ):
            yield f"organisations.{name}.{part} {_words(value)}"


def _data(categories: tuple[str, ...], case: Case) -> Iterator[str]:
    """Give categories, each with those that the case puts it below."""
    waiting, seen = list(categories), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield f"data {name}"
            if name in case.data:
                waiting.extend(case.data[name].broader)


def _words(value: Any) -> str:
    return json.encode(to_builtins(several(value))).decode()
