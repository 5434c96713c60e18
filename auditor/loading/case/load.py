"""A case from its files: merged, held over the knowledge base, converted once, checked for sanity."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from auditor.errors import NothingToCheck, Problem, Refused
from auditor.loading.case import sanity
from auditor.loading.case.enrich import merge_over
from auditor.loading.case.references import References
from auditor.loading.case.scenarios import Unresolved, changed, overlay
from auditor.loading.files.convert import Wrong, convert
from auditor.loading.files.document import Document, Route, collector_paused, read
from auditor.loading.files.links import ENDS, Placed, named_links, where
from auditor.loading.files.places import CasePlaces
from auditor.model.case.document import Case, CaseFile
from auditor.model.law import Knowledge
from auditor.model.materials import Override, Places

Tree = dict[str, Any]
SECTIONS: Final = tuple(name for name in Case.__struct_fields__ if name != "case")
#: Sections whose entities say how they are known, and inherit it from the head of their file.
INHERITING: Final = (
    "data",
    "organisations",
    "ownership",
    "activities",
    "hosts",
    "flows",
    "agreements",
    "notices",
    "claims",
    "questions",
)
SHARED_SPACE: Final = ("people", "organisations", "hosts")
RESERVED: Final = frozenset({"unknown", "none", "not-produced", "personal"})


class LoadedCase(Struct, frozen=True):
    """A case over the knowledge base, where its facts stand, and the case that each of its scenarios makes."""

    case: Case
    places: Places
    overrides: tuple[Override, ...]
    scenarios: dict[str, Case]


def load_case(files: Sequence[tuple[str, bytes]], knowledge: Knowledge) -> LoadedCase:
    """Read the files of one case together, in any order. Raises Refused with every problem, each with its place."""
    with collector_paused():
        documents = [read(path, data) for path, data in files if data.strip()]
        if not documents:
            raise NothingToCheck(", ".join(path for path, _ in files))
        problems = [problem for document in documents for problem in document.problems]
        sound = [document for document in documents if document.value is not None]
        problems.extend(problem for document in sound for problem in _shape(document))
        if problems:
            raise Refused(problems)
        tree, places, repeated = _merged(sound)
        if repeated:
            raise Refused(repeated)
        if "case" not in tree:
            raise Refused(
                [
                    sound[0].problem(
                        (), "no case: one of the files must have the key case", "case: {id: …, as_of: …}"
                    )
                ]
            )
        merged, overrides = merge_over(tree, knowledge)
        case = _typed(merged, places, knowledge)
        scenarios = _scenarios(case, merged, places, knowledge)
    return LoadedCase(case, places, overrides, scenarios)


def confidential(files: Sequence[tuple[str, bytes]]) -> frozenset[str]:
    """Give the paths of the files that say at their head that they are confidential."""
    documents = (read(path, data) for path, data in files if data.strip())
    return frozenset(
        d.path for d in documents if isinstance(d.value, dict) and d.value.get("confidential") == "true"
    )


def case_of(given: Tree, knowledge: Knowledge) -> tuple[Case, dict[str, Case]]:
    """Give the small case of an example, all its facts documented unless it says otherwise, and its scenarios.

    Raises Refused; its problems have no place, their messages name the route.
    """
    tree: Tree = {"case": {"id": "example", "as_of": "2024-01-01"}, **given}
    tree = {name: part for name, part in tree.items() if name not in ("known", "source")}
    document = Document("example", "", tree, array("Q"), frozenset())
    head = {"known": given.get("known", "documented"), "source": given.get("source", "")}
    places = CasePlaces()
    for section in ENDS:
        if isinstance(tree.get(section), list):
            links = [(document, (section, n), item) for n, item in enumerate(tree[section])]
            named, repeated = named_links(links, section)
            if repeated:
                raise Refused(repeated)
            tree[section] = {name: item for name, (_, _, item) in named.items()}
    for section in INHERITING:
        tree[section] = {name: _inheriting(item, head) for name, item in tree.get(section, {}).items()}
    merged, _ = merge_over(tree, knowledge)
    case = _typed(merged, places, knowledge)
    return case, _scenarios(case, merged, places, knowledge)


def _shape(document: Document) -> Iterator[Problem]:
    value = document.value
    if not isinstance(value, dict):
        yield document.problem((), "a mapping was expected: sections such as hosts and flows")
        return
    if "auditor" not in value:
        yield document.problem(
            (), "the file does not say which version of the vocabulary it is in", "begin it with auditor: 1"
        )
    elif value["auditor"] != "1":
        yield document.problem(
            ("auditor",), f"unsupported version of the vocabulary: {value['auditor']}", "this is version 1"
        )
    _, wrong = convert(value, CaseFile)
    for route, message, hint in wrong:
        if route != ("auditor",):
            yield document.problem(route, message, hint, key=message.startswith("unknown key"))


def _merged(documents: Sequence[Document]) -> tuple[Tree, CasePlaces, list[Problem]]:
    tree: Tree = {}
    places = CasePlaces()
    problems: list[Problem] = []
    links: dict[str, list[Placed]] = {section: [] for section in ENDS}
    for document in documents:
        head = {name: document.value[name] for name in ("known", "source") if name in document.value}
        for section, part in document.value.items():
            if section in ENDS:
                kept_head = head if section in INHERITING else {}
                links[section].extend(
                    (document, (section, n), _inheriting(i, kept_head)) for n, i in enumerate(part)
                )
            elif section == "case":
                problems.extend(_add(tree, places, document, ("case",), part))
            elif section in SECTIONS:
                for name, item in part.items():
                    kept = _inheriting(item, head) if section in INHERITING else item
                    problems.extend(_add(tree, places, document, (section, name), kept))
    for section, entries in links.items():
        named, repeated = named_links(entries, section)
        problems.extend(repeated)
        for name, (document, route, item) in named.items():
            tree.setdefault(section, {})[name] = item
            places.put((section, name), document, route)
    problems.extend(_shared_ids(tree, places))
    return tree, places, problems


def _add(tree: Tree, places: CasePlaces, document: Document, route: Route, item: Any) -> Iterator[Problem]:
    first = places.of(route)
    if first is not None:
        name = ".".join(str(step) for step in route)
        yield document.problem(route, f"{name} is declared twice", f"first in {where(*first)}", key=True)
        return
    places.put(route, document, route)
    if len(route) == 1:
        tree[str(route[0])] = item
    else:
        tree.setdefault(str(route[0]), {})[route[1]] = item


def _inheriting(item: Any, head: Mapping[str, str]) -> Any:
    return {**head, **item} if head else item


def _shared_ids(tree: Tree, places: CasePlaces) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for section in SHARED_SPACE:
        for name in tree.get(section, {}):
            placed = places.of((section, name))
            if placed is None:
                continue
            document, route = placed
            if name in RESERVED:
                yield document.problem(
                    route, f"{name} is a word of the vocabulary and cannot be an id", key=True
                )
            if name in seen:
                other = places.of((seen[name], name))
                hint = f"the other is in {where(*other)}" if other else ""
                yield document.problem(
                    route,
                    f"{name} is in {seen[name]} and in {section}, which share their ids",
                    hint,
                    key=True,
                )
            seen[name] = section


def _typed(tree: Tree, places: CasePlaces, knowledge: Knowledge) -> Case:
    case, wrong = convert(tree, Case)
    if case is not None:
        wrong = [*References(case, knowledge.countries).dangling(), *sanity.nonsense(case)]
    if wrong or case is None:
        raise Refused([places.problem(route, message, hint) for route, message, hint in wrong])
    return case


def _scenarios(case: Case, tree: Tree, places: CasePlaces, knowledge: Knowledge) -> dict[str, Case]:
    made: dict[str, Case] = {}
    wrong: list[Wrong] = []
    for name, scenario in sorted(case.scenarios.items()):
        route = ("scenarios", name)
        lost: list[Wrong] = []
        laid: Tree = {}
        try:
            laid = overlay(tree, scenario)
        except Unresolved as unresolved:
            lost.extend(unresolved.wrong)
        try:
            changed(knowledge, scenario)
        except Unresolved as unresolved:
            lost.extend(unresolved.wrong)
        if lost:
            wrong.extend(((*route, *step), message, hint) for step, message, hint in lost)
            continue
        result, refused = convert(laid, Case)
        if result is not None:
            refused = [*References(result, knowledge.countries).dangling(), *sanity.nonsense(result)]
        wrong.extend(
            (route, f"in the scenario, at {'.'.join(map(str, at))}: {message}", hint)
            for at, message, hint in refused
        )
        if result is not None and not refused:
            made[name] = result
    if wrong:
        raise Refused([places.problem(route, message, hint) for route, message, hint in wrong])
    return made
