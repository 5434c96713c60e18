"""`dataset`: categories of data that the same hosts keep, in several copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Bounds, FieldValue, Selection, answer, distinct
from auditor.rules.subjects import host as hosts
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import both, filled
from auditor.text.slots.dataset import LEVELS


class Dataset(Struct, frozen=True):
    """The categories of `data`, each of which all of `hosts` keep, or may keep where nobody says what `unsaid` keep."""

    hosts: tuple[str, ...]
    data: tuple[str, ...]
    unsaid: tuple[str, ...] = ()


def _each(derived: Derived) -> Iterator[Dataset]:
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(derived.estate.case.hosts):
        for category in (*derived.estate.kept(name), *derived.estate.may_keep(name)):
            holders[category].append(name)
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for category, names in sorted(holders.items()):
        together[tuple(names)].append(category)
    for keepers, categories in sorted(together.items()):
        unsaid = tuple(name for name in keepers if not set(categories) <= set(derived.estate.kept(name)))
        yield Dataset(keepers, tuple(categories), unsaid)


def _worst(derived: Derived, dataset: Dataset) -> Bounds:
    levels = [hosts.level(derived, name) for name in dataset.hosts]
    low, high = max(one.low for one in levels), max(one.high for one in levels)
    proof = distinct(r for one in levels if one.low == low for r in one.proof)
    return Bounds(low=low, high=high, proof=proof, missing=distinct(r for one in levels for r in one.missing))


def _same_level(derived: Derived, dataset: Dataset) -> FieldValue:
    """Tell whether all copies are shown to have one level: then none is the weakest."""
    levels = [hosts.level(derived, name) for name in dataset.hosts]
    same = len({(one.low, one.high) for one in levels}) == 1 and levels[0].low == levels[0].high
    return answer(yes=same, proof=tuple(f"hosts.{name}.operator" for name in dataset.hosts))


def _copies(derived: Derived, dataset: Dataset) -> FieldValue:
    del derived
    count = len(dataset.hosts)
    routes = tuple(f"hosts.{name}.keeps" for name in dataset.hosts)
    unsaid = tuple(f"hosts.{name}.keeps" for name in dataset.unsaid)
    return Bounds(low=count - len(unsaid), high=count, proof=routes, missing=unsaid)


def _levels(derived: Derived, dataset: Dataset) -> Bilingual:
    worst = _worst(derived, dataset)
    if worst.low == worst.high:
        return both(str(int(worst.low)))
    return filled(LEVELS, low=str(int(worst.low)), high=str(int(worst.high)))


DATASET: Subject[Dataset] = Subject(
    name="dataset",
    each=_each,
    id=lambda dataset: "+".join(dataset.hosts),
    route=lambda dataset: f"hosts.{dataset.hosts[0]}.keeps",
    activities=lambda derived, d: distinct(a for host in d.hosts for a in hosts.served(derived, host)),
    fields={
        "data": Field(
            "category",
            lambda derived, d: Selection(sure=d.data, proof=tuple(f"hosts.{name}.keeps" for name in d.hosts)),
        ),
        "copies": Field("number", _copies),
        "same_level": Field("answer", _same_level, YES_NO),
        "worst_level": Field("number", _worst),
    },
    slots={
        "data": lambda derived, names, d: names.data(d.data),
        "hosts": lambda derived, names, d: names.all(d.hosts),
        "level": lambda derived, names, d: _levels(derived, d),
    },
)
