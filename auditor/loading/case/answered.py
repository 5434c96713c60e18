"""Answers that came back, laid on a case: they fill what it leaves open, and stand beside what it states until somebody settles it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from auditor.errors import Problem
from auditor.loading.case.imported import said
from auditor.loading.case.typed import written
from auditor.loading.files.document import Route
from auditor.loading.files.places import CasePlaces
from auditor.model.materials import Override
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.text import problems as words

Tree = dict[str, Any]
SECTION: Final = "answers"
#: Links that need not be stated to be asked for: what the first answer on one makes of it.
OWNERSHIP: Final = "ownership"
AGREEMENTS: Final = "agreements"


class Answers:
    """Lays the answers of a case on its tree, form by form in the order of their ids; `known` organisations come from elsewhere."""

    def __init__(self, tree: Tree, places: CasePlaces, known: Collection[str]) -> None:
        self.tree = tree
        self.places = places
        self.known = known
        self.overrides: list[Override] = []
        self.problems: list[Problem] = []
        self._laid: dict[str, str] = {}

    def lay(self, *, holdings: bool) -> None:
        """Lay the facts on holdings, or all others: holdings wait until those of the knowledge base are there."""
        for form, record in sorted(self.tree.get(SECTION, {}).items()):
            for route, fact in record.get("facts", {}).items():
                if route.startswith(f"{OWNERSHIP}.") == holdings:
                    self._fact(form, route, fact)

    def _fact(self, form: str, route: str, fact: Tree) -> None:
        section, _, rest = route.partition(".")
        name, _, path = rest.partition(".")
        entries = self.tree.setdefault(section, {})
        entry = written(entries.get(name)) if isinstance(entries, dict) else None
        if entry is None and isinstance(entries, dict) and not _others(entries, name):
            entry = {} if section == "organisations" and name in self.known else _made(section, name, fact)
            if entry is not None:
                entries[name] = entry
                self.places.put((section, name), *self._there(form, route))
        if not isinstance(entry, dict) or not path:
            document, at = self._there(form, route)
            self.problems.append(
                document.problem(at, words.answers.ANSWER_ON_NOTHING(route=route), words.answers.READ_AGAIN())
            )
            return
        entries[name] = entry
        *above, field = path.split(".")
        for step in above:
            entry[step] = {**entry.get(step, {})}  # other entries may hold the same object
            entry = entry[step]
        self._state(entry, field, form=form, route=route, fact=fact)

    def _state(self, entry: Tree, field: str, *, form: str, route: str, fact: Tree) -> None:
        there = entry.get(field)
        if there is None or _is_open(there):
            entry[field] = _joined(there, fact)
        elif said(there) == said(fact):
            entry[field] = _also(there, fact)
        elif route in self._laid:
            entry[field] = _both(there, fact)
        elif _is_contested(there, fact, form):
            entry[field] = fact
        else:
            self.overrides.append(Override(route, said(fact), said(there), "answer"))
            return
        self._laid[route] = form
        section, _, rest = route.partition(".")
        name, _, path = rest.partition(".")
        if there is None or entry[field] is fact:
            self.places.put((section, name, *path.split(".")[:1]), *self._there(form, route))

    def _there(self, form: str, route: str) -> tuple[Any, Route]:
        facts, record = self.places.of((SECTION, form, "facts")), self.places.of((SECTION, form))
        if facts is not None:
            return facts[0], (*facts[1], route)
        assert record is not None, "each entry of a file has its place"  # noqa: S101
        return record[0], (*record[1], "facts", route)


def _others(entries: Mapping[str, Any], name: str) -> bool:
    """Tell whether several links have the same two ends, so that a bare pair names none of them."""
    return any(each.startswith(f"{name}~") for each in entries)


def _made(section: str, name: str, fact: Tree) -> Tree | None:
    """Give the entry that an answer is the first word on: of an agreement nothing else is known, not even that it was signed."""
    first, arrow, second = name.partition(">")
    unknown = {"value": UNKNOWN} | {part: fact[part] for part in ("known", "source") if part in fact}
    if section == AGREEMENTS and arrow:
        return {"between": [first, second], "is": "processing", "signed": unknown, "complete": unknown}
    if section == OWNERSHIP and arrow:
        return {"owner": first, "of": second}
    return None


def _is_open(there: Any) -> bool:
    value = there.get("value", there) if isinstance(there, dict) else there
    if isinstance(value, list):
        return UNKNOWN in value
    return isinstance(value, str) and value in UNSETTLED and not _versions(there)


def _versions(value: Any) -> list[Tree]:
    return value.get("versions", []) if isinstance(value, dict) else []


def _joined(there: Any, fact: Tree) -> Any:
    """Give what fills an open fact: the answer; of a list that was not complete, what was known with what is new."""
    value = there.get("value") if isinstance(there, dict) else there
    if not isinstance(value, list):
        return fact
    known = [item for item in value if item != UNKNOWN]
    stated = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
    if not known or set(stated) <= UNSETTLED:
        return fact if not known else there
    new = [item for item in stated if item not in known and item != "none"]
    head = {part: each for part, each in there.items() if part != "value"} if isinstance(there, dict) else {}
    return (
        [*({**head, "value": item} if head else item for item in known), {**fact, "value": new}]
        if new
        else known
    )


def _also(there: Any, fact: Tree) -> Any:
    """Give a fact with the answer as a further source, where it can name one."""
    source = fact.get("source", "")
    if not isinstance(there, dict) or not source or source in (there.get("source"), *there.get("also", [])):
        return there
    return {**there, "also": [*there.get("also", []), source]}


def _is_contested(there: Any, fact: Tree, form: str) -> bool:
    """Tell whether an answer differs with what the case states, and the case does not cite the form: nobody has settled it."""
    cited = [there.get("source", ""), *there.get("also", [])] if isinstance(there, dict) else []
    if any(each.partition("#")[0] == form for each in cited):
        return False
    return any(said(version["value"]) == said(there) for version in _versions(fact)) or (
        bool(_versions(there)) and bool(_versions(fact))
    )


def _both(there: Any, fact: Tree) -> Any:
    """Give what two answers say of one fact: each as a version, none of them shown."""
    first, second = (fact, there) if _versions(fact) else (there, fact)
    both = (*_as_versions(first), *_as_versions(second))
    found = [version for version in both if version["value"] != UNKNOWN]
    apart = {said(version["value"]): version for version in reversed(found)}
    versions = [version for version in found if apart[said(version["value"])] is version]
    if len(versions) < 2:
        return versions[0] if versions else fact
    head = {part: fact[part] for part in ("known", "source") if part in fact}
    return {"value": UNKNOWN, **head, "versions": versions}


def _as_versions(value: Any) -> Iterator[Tree]:
    if _versions(value):
        yield from _versions(value)
    elif isinstance(value, dict):
        yield {part: value[part] for part in ("value", "known", "source", "quote") if part in value}
    else:
        yield {"value": value}
