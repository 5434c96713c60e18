"""A scenario laid over a case: the plain tree with some values set, added or removed."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_args, get_origin

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace as structs_replace

from auditor.errors import Wrong
from auditor.loading.case.typed import written
from auditor.loading.files.links import ENDS
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.case.scenarios import Scenario
from auditor.model.law import Knowledge
from auditor.model.structs import branches, fields, is_struct
from auditor.text import problems as words

Tree = dict[str, Any]
#: Sections of the knowledge base that a scenario may change.
DATED: Final = frozenset({"adequacy", "instruments", "problematic"})
SHARES: Final = frozenset({"votes", "shares"})


class Unresolved(Exception):
    """A scenario changes what is not there; `wrong` lists every such address."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__("; ".join(each.message.en for each in wrong))
        self.wrong = wrong


def overlay(tree: Tree, scenario: Scenario) -> Tree:
    """Give a copy of `tree` with the changes of `scenario`. Raises Unresolved."""
    changed: Tree = {
        section: dict(part) if isinstance(part, dict) else part for section, part in tree.items()
    }
    wrong: list[Wrong] = []
    for section, part in scenario.add.items():
        for key, entity in _named(section, part):
            vouched = (
                {"known": "documented", "source": scenario.source, **entity}
                if section in _vouching()
                else entity
            )
            changed.setdefault(section, {})[key] = vouched
    for route, value in scenario.set.items():
        if _lawful(route):
            continue
        problem = _set(changed, route, value, scenario)
        if problem:
            wrong.append(problem)
    for number, route in enumerate(scenario.remove):
        if _lawful(route):
            continue
        section, _, rest = route.partition(".")
        entry, _, field = rest.partition(".")
        if entry not in changed.get(section, {}):
            hint = words.suggestion.nearest(entry, changed.get(section, {}))
            wrong.append(_nothing_at(("remove", number), route, hint))
        elif field:
            changed[section][entry] = {
                k: v for k, v in written(changed[section][entry]).items() if k != field
            }
        else:
            del changed[section][entry]
    changed.pop("scenarios", None)
    if wrong:
        raise Unresolved(wrong)
    return changed


def _lawful(route: str) -> bool:
    return route.partition(".")[0] in DATED


def left_alone(laid: Tree, tree: Tree, case: Case) -> Tree:
    """Give what a scenario made of `tree`, with the entries that it left alone as they are in `case`, which is made of `tree`."""
    return {
        section: {
            name: getattr(case, section)[name] if entry is tree.get(section, {}).get(name) else entry
            for name, entry in part.items()
        }
        if section in _kinds()
        else part
        for section, part in laid.items()
    }


def changed(knowledge: Knowledge, scenario: Scenario) -> Knowledge:
    """Give the knowledge as `scenario` changes it: decisions and laws ended, moved or removed. Raises Unresolved."""
    sections: dict[str, Tree] = {}
    wrong: list[Wrong] = []
    places: list[tuple[tuple[str | int, ...], str]] = [
        *((("set", r), r) for r in scenario.set),
        *((("remove", number), r) for number, r in enumerate(scenario.remove)),
    ]
    for place, route in places:
        if not _lawful(route):
            continue
        section, _, rest = route.partition(".")
        name, _, field = rest.partition(".")
        entries = sections.setdefault(section, dict(getattr(knowledge, section)))
        if name not in entries:
            wrong.append(_nothing_at(place, route, words.suggestion.nearest(name, entries)))
        elif place[0] == "remove":
            wrong.extend([Wrong(place, words.case.NOT_REMOVABLE(route=route))] if field else [])
            del entries[name]
        else:
            try:
                entries[name] = convert(
                    {**to_builtins(entries[name]), field: scenario.set[route]}, type(entries[name])
                )
            except ValidationError as error:
                wrong.append(Wrong(place, words.hints.READER_SAYS(words=str(error))))
    if wrong:
        raise Unresolved(wrong)
    return structs_replace(knowledge, **sections) if sections else knowledge


def _named(section: str, part: Any) -> list[tuple[str, Tree]]:
    if isinstance(part, list) and section in ENDS:
        return [(ENDS[section](entity), entity) for entity in part]
    return list(part.items()) if isinstance(part, dict) else []


def _nothing_at(place: tuple[str | int, ...], route: str, hint: Bilingual | None) -> Wrong:
    return Wrong(place, words.case.NOTHING_AT(route=route), hint, key=place[0] == "set")


def _set(changed: Tree, route: str, value: Any, scenario: Scenario) -> Wrong | None:
    place = ("set", route)
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    if section not in changed or not isinstance(changed[section], dict):
        return _nothing_at(place, route, words.suggestion.nearest(section, changed))
    if name not in changed[section]:
        return _nothing_at(place, route, words.suggestion.nearest(name, changed[section]))
    steps = path.split(".") if path else []
    if not steps:
        return Wrong(place, words.case.NO_FIELD_NAMED(route=route), key=True)
    entity = changed[section][name] = dict(written(changed[section][name]))
    kind: dict[str, bool] | None = _fields(section)
    for step in steps[:-1]:
        entity[step] = dict(entity.get(step, {}))
        entity = entity[step]
        kind = None
    field = steps[-1]
    if kind is not None and field not in kind:
        return Wrong(
            place,
            words.case.NO_FIELD(section=section, field=field),
            words.suggestion.nearest(field, kind),
            key=True,
        )
    entity[field] = _vouched(value, scenario, wraps=kind is None or kind[field])
    return None


def _vouched(value: Any, scenario: Scenario, *, wraps: bool) -> Any:
    if not wraps or isinstance(value, dict):
        return value
    return {"value": value, "known": "documented", "source": scenario.source}


@cache
def _vouching() -> frozenset[str]:
    return frozenset(section for section, kind in _kinds().items() if "known" in kind.__struct_fields__)


@cache
def _kinds() -> dict[str, type[Struct]]:
    """Give the kind of entity of each section."""
    return {
        section: entity
        for section, kind in _written(Case).items()
        if get_origin(kind) is dict and is_struct(entity := get_args(kind)[1])
    }


@cache
def _fields(section: str) -> dict[str, bool]:
    """Give the fields of the entities of a section as they are written, and whether each may say how it is known."""
    return {name: any(map(_is_value, branches(kind))) for name, kind in _written(_kinds()[section]).items()}


def _written(kind: type[Struct]) -> dict[str, Any]:
    annotations = fields(kind)
    return {
        written: annotations[name]
        for name, written in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    }


def _is_value(annotation: Any) -> bool:
    """Tell whether an annotation is a value that says how it is known."""
    return is_struct(annotation) and {"value", "known"} <= set(fields(get_origin(annotation) or annotation))
