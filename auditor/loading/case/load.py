"""A case from its files: merged, held over the knowledge base, converted once, checked for sanity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from msgspec import Struct

from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused, Wrong
from auditor.loading.case import sanity
from auditor.loading.case.answered import Answers
from auditor.loading.case.completed import flows_of, whole
from auditor.loading.case.enrich import merge_over
from auditor.loading.case.entries import Sections, entries_unlike, every_entry
from auditor.loading.case.imported import Beneath, edited, is_imported
from auditor.loading.case.other_kinds import of_another_kind
from auditor.loading.case.references import References
from auditor.loading.case.scenarios import Unresolved, changed, left_alone, overlay
from auditor.loading.case.typed import typed, with_brief_flows
from auditor.loading.case.wording import slips
from auditor.loading.files.convert import bounded, convert
from auditor.loading.files.document import Document, Route, collector_paused, read
from auditor.loading.files.folder import is_empty
from auditor.loading.files.links import ENDS, Placed, named_links, where
from auditor.loading.files.places import CasePlaces
from auditor.model.case.document import Case, CaseFile
from auditor.model.law import Knowledge
from auditor.model.materials import Override, Places
from auditor.model.vocabulary import SHARING_IDS
from auditor.text import problems as words
from auditor.text.cleaned import cleaned
from auditor.text.grammar import both

Tree = dict[str, Any]
#: How many scenarios a case of any size may have, and how many entries all of them together may have where they are more.
FEW_SCENARIOS: Final = 10
MOST_OF_SCENARIOS: Final = 20_000
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
        documents = [read(path, data) for path, data in files if not is_empty(data)]
        problems = [problem for document in documents for problem in document.problems]
        sound = [document for document in documents if document.value is not None]
        if not sound and not problems:
            raise NothingToCheck(both(cleaned(", ".join(path for path, _ in files))))
        imported = flows_of(document for document in sound if is_imported(document))
        problems.extend(problem for document in sound for problem in _shape(document, imported))
        if problems:
            raise Refused(problems)
        made = sorted(filter(is_imported, sound), key=lambda document: document.path)
        problems.extend(problem for document in made for problem in edited(document))
        tree, places, repeated = _merged([each for each in sound if not is_imported(each)])
        if repeated or problems:
            raise Refused([*problems, *repeated])
        overrides = tuple(_laid_beneath(made, tree, places))
        repeated = list(_shared_ids(tree, places))
        if repeated:
            raise Refused(repeated)
        if "case" not in tree:
            raise Refused([sound[0].problem((), words.case.NO_CASE(), words.case.CASE_HINT())])
        answers = Answers(tree, places, knowledge.organisations)
        answers.lay(holdings=False)
        merged, otherwise = merge_over(tree, knowledge)
        answers.tree = merged
        answers.lay(holdings=True)
        if answers.problems:
            raise Refused(answers.problems)
        overrides = (*overrides, *answers.overrides, *otherwise)
        case = _typed(merged, places, knowledge)
        scenarios = _scenarios(case, merged, places, knowledge)
        places.settle()
    return LoadedCase(case, places, overrides, scenarios)


def confidential(files: Sequence[tuple[str, bytes]]) -> frozenset[str]:
    """Give the paths of the files that say at their head that they are confidential."""
    documents = (read(path, data) for path, data in files if not is_empty(data))
    return frozenset(
        d.path for d in documents if isinstance(d.value, dict) and d.value.get("confidential") == "true"
    )


def misshapen(given: Tree) -> list[Wrong]:
    """Give what in the small case of an example is not as a file of a case may be."""
    return convert({"auditor": "1", **given}, CaseFile)[1]


def case_of(given: Tree, knowledge: Knowledge) -> tuple[Case, dict[str, Case]]:
    """Give the small case of an example, all its facts documented unless it says otherwise, and its scenarios.

    Raises Refused; its problems have no place, their messages name the route.
    """
    tree: Tree = {"case": {"id": "example", "as_of": "2024-01-01"}, **given}
    tree = {name: part for name, part in tree.items() if name not in ("known", "source")}
    document = Document(path="example", data=b"", value=tree)
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
        tree[section] = _inheriting(tree.get(section, {}), head)
    merged, _ = merge_over(tree, knowledge)
    case = _typed(merged, places, knowledge)
    return case, _scenarios(case, merged, places, knowledge)


def _shape(document: Document, imported: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Give what is wrong with the shape of a file; where nothing is, the flows of a large one that state little are typed."""
    value = document.value
    if not isinstance(value, dict):
        yield document.problem((), words.case.SECTIONS())
        return
    other = list(of_another_kind(document))
    if other:
        yield from other
        return
    if "auditor" not in value:
        yield document.problem((), words.case.NO_VERSION(), words.case.BEGIN_WITH())
    elif value["auditor"] != "1":
        yield document.problem(
            ("auditor",), words.shape.VERSION(version=str(value["auditor"])), words.shape.THIS_VERSION()
        )
    if document.records is not None and not is_imported(document):  # no place in it is told by its value
        made = with_brief_flows(value, _head(value))
        if made is not None:
            document.value = made
            return
    _, found = convert(value if is_imported(document) else whole(value, imported), CaseFile)
    for wrong in found:
        torn = wrong.key and wrong.route[-1] in document.torn_keys
        if wrong.route != ("auditor",) and not torn:
            yield document.place(wrong)


def _merged(documents: Sequence[Document]) -> tuple[Tree, CasePlaces, list[Problem]]:
    tree: Tree = {}
    places = CasePlaces()
    problems: list[Problem] = []
    links: dict[str, list[Placed]] = {section: [] for section in ENDS}
    for document in documents:
        head = _head(document.value)
        for section, part in document.value.items():
            inherited = head if section in INHERITING else {}
            if section in ENDS:
                links[section].extend(
                    (document, (section, n), {**inherited, **i}) for n, i in enumerate(part)
                )
            elif section in tree and section == "case":
                problems.extend(_declared_twice(document, ("case",), places))
            elif section == "case":
                tree[section] = part
                places.put(("case",), document, ("case",))
            elif section in SECTIONS and part:
                there = tree.setdefault(section, {})
                for name in part if there.keys() & part.keys() else ():
                    problems.extend(_declared_twice(document, (section, name), places))
                there.update(_inheriting(part, inherited))
                places.put_all(section, part, document)
        document.forget_value()
    for section, entries in links.items():
        named, repeated = named_links(entries, section)
        problems.extend(repeated)
        for name, (document, route, item) in named.items():
            tree.setdefault(section, {})[name] = item
            places.put((section, name), document, route)
    return tree, places, problems


def _head(value: Tree) -> dict[str, str]:
    """Give what the head of a file says of all its entries that say nothing else."""
    return {name: value[name] for name in ("known", "source") if name in value}


def _laid_beneath(made: Sequence[Document], tree: Tree, places: CasePlaces) -> list[Override]:
    """Lay the files that a program made under what people wrote, and give what people state otherwise."""
    if not made:
        return []
    beneath = Beneath(tree, places)
    for document in made:
        beneath.lay(document, SECTIONS, INHERITING)
        document.forget_value()
    return beneath.overrides


def _declared_twice(document: Document, route: Route, places: CasePlaces) -> Iterator[Problem]:
    """Give that what stands at `route` of a file was declared before, where it was."""
    first = places.of(route)
    if first is not None:
        name = ".".join(str(step) for step in route)
        yield document.problem(
            route, words.shape.DECLARED_TWICE(name=name), words.hints.FIRST_IN(place=where(*first)), key=True
        )


def _inheriting(part: Tree, head: Mapping[str, str]) -> Tree:
    """Give the entries of a section with what the head of their file says of all of them."""
    if not head or dict not in {*map(type, part.values())}:  # what is typed has it
        return part
    return {name: {**head, **item} if type(item) is dict else item for name, item in part.items()}


def _shared_ids(tree: Tree, places: CasePlaces) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for section in SHARING_IDS:
        for name in tree.get(section, {}):
            placed = places.of((section, name))
            if placed is None:
                continue
            document, route = placed
            if name in RESERVED:
                yield document.problem(route, words.case.RESERVED(name=name), key=True)
            if name in seen:
                other = places.of((seen[name], name))
                hint = words.hints.OTHER_IN(place=where(*other)) if other else None
                message = words.case.SHARED_IDS(name=name, one=seen[name], other=section)
                yield document.problem(route, message, hint, key=True)
            seen[name] = section


def _typed(tree: Tree, places: CasePlaces, knowledge: Knowledge) -> Case:
    case, wrong = typed(tree)
    if case is not None:
        wrong = _senseless(case, knowledge, every_entry(case))
    if wrong or case is None:
        raise Refused([places.place(each) for each in wrong])
    return case


def _senseless(case: Case, knowledge: Knowledge, among: Sections) -> list[Wrong]:
    """Give what these entries of a case name and is not there, then what cannot be, as far as it is worded."""
    named = References(case, knowledge).dangling(among)
    return bounded(chain(named, sanity.nonsense(case, among), slips(case)))


def _refuse_many(case: Case) -> None:
    """Raise UsageRefused where each of many scenarios would have a large case judged whole once more."""
    entries = case.entries()
    if len(case.scenarios) > FEW_SCENARIOS and len(case.scenarios) * entries > MOST_OF_SCENARIOS:
        raise UsageRefused(
            words.limits.MANY_SCENARIOS(count=len(case.scenarios), entries=entries, limit=MOST_OF_SCENARIOS),
            words.limits.FEWER_SCENARIOS(),
        )


def _scenarios(case: Case, tree: Tree, places: CasePlaces, knowledge: Knowledge) -> dict[str, Case]:
    _refuse_many(case)
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
            wrong.extend(each.below(*route) for each in lost)
            continue
        result, refused = typed(left_alone(laid, tree, case))
        if result is None:
            refused = typed(laid)[1]
        else:
            refused = _senseless(result, knowledge, entries_unlike(result, case))
        for each in refused:
            at = ".".join(map(str, each.route))
            wrong.append(Wrong(route, words.case.IN_SCENARIO(route=at, message=each.message), each.hint))
        if result is not None and not refused:
            made[name] = result
    if wrong:
        raise Refused([places.place(each) for each in wrong])
    return made
