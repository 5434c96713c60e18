"""A case held over the knowledge base: what it names is brought in, what it states otherwise is visible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from auditor.loading.case.listings import listings
from auditor.loading.case.typed import FLOWS, apart
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.columns import words_among
from auditor.model.law import Knowledge
from auditor.model.materials import Override, plain
from auditor.model.participation import Participation
from auditor.model.vocabulary import CATEGORIES, KNOWN_OF_STATUS, OF_KNOWLEDGE, UNSETTLED

Tree = dict[str, Any]
#: Fields of an organisation that are facts, each with its own word on how it is known.
FACTS: Final = frozenset(
    {
        *(
            "name",
            "country",
            "run_from",
            "parent",
            "is",
            "presence",
            "dpf",
            "dpf_covers",
            "privacy_shield",
            "in_scope",
        ),
        *("access_from", "certified"),
    }
)
#: Fields of an organisation that are no facts with a source, but whose absence says something: that it goes on, and is one of its own.
STANDING: Final = frozenset({"branch_of", "ends", "kind", "succeeded_by"})
#: What says of a category of data that people may not be found in it.
REMOVED: Final = frozenset({"pseudonymised", "hashed", "aggregated", "re_identifiable"})
WEAKER: Final = {"verified": "secondary", "secondary": "unverified", "unverified": "unverified"}
#: Kinds of link by which nobody controls.
NO_CONTROL: Final = frozenset({"minority", "veto", "licence", "keys", "officers", "operations"})
#: Sections whose words name no organisation of the case; of scenarios, what they are called does not.
NAMING_NOBODY: Final = frozenset({"sources", "captures", "answers", "scenarios"})
SHARES: Final = frozenset({"votes", "shares"})


def merge_over(tree: Tree, knowledge: Knowledge) -> tuple[Tree, tuple[Override, ...]]:
    """Give the tree with what it needs of the knowledge base, and the facts it states otherwise.

    Brought in are the organisations it mentions, and upwards whoever owns them; downwards, of those that have data in
    custody, what they hold outside the EEA, where it may be an establishment.
    """
    organisations: Tree = dict(tree.get("organisations", {}))
    ownership: Tree = dict(tree.get("ownership", {}))
    overrides = [*_categories(tree)]
    todo = sorted({*_mentioned(tree, knowledge), *_establishments(tree, knowledge)})
    seen: set[str] = set()
    by_owned: dict[str, list[str]] = {}
    for name, link in knowledge.ownership.items():
        by_owned.setdefault(link.of, []).append(name)
    own_ends = {(link.get("owner"), link.get("of")) for link in ownership.values() if isinstance(link, dict)}
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        entry = knowledge.organisations.get(name)
        if entry is not None:
            periods = knowledge.dpf.get(name, ())
            merged, changed = _organisation(name, organisations.get(name), entry, periods)
            organisations[name] = merged
            overrides.extend(changed)
            todo.extend(
                x
                for x in (entry.branch_of, entry.succeeded_by, *_parents(merged))
                if x in knowledge.organisations
            )
        for link_name in by_owned.get(name, ()):
            link = knowledge.ownership[link_name]
            if (link.owner, link.of) in own_ends:
                own = next(
                    n for n, x in ownership.items() if (x.get("owner"), x.get("of")) == (link.owner, link.of)
                )
                overrides.extend(_replaced(own, _link(link), ownership[own]))
            else:
                ownership[link_name] = _link(link)
            todo.append(link.owner)
        todo.extend(
            link["owner"]
            for link in ownership.values()
            if link.get("of") == name and link["owner"] not in seen
        )
    merged_tree = {**tree, "organisations": organisations, "ownership": ownership}
    return merged_tree, tuple(overrides)


def _parents(entry: Tree) -> list[str]:
    return list(_said(entry.get("parent", "")))


def _said(value: Any) -> Iterator[str]:
    """Give the words of a value as it is written: itself, or what it was in each of its periods."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _said(item)
    elif isinstance(value, dict):
        yield from _said(value.get("value", ""))


def _mentioned(tree: Tree, knowledge: Knowledge) -> set[str]:
    """Give the organisations of the knowledge base that are named anywhere; what several entries hold is looked through once."""
    organisations = frozenset(knowledge.organisations)
    ready, rest = apart(tree.get(FLOWS, {}))
    names = words_among(ready, organisations) | organisations.intersection(ready)
    naming = [part for section, part in {**tree, FLOWS: rest}.items() if section not in NAMING_NOBODY]
    todo: list[Any] = [naming, [*tree.get("scenarios", {}).values()]]
    met: set[int] = set()
    while todo:
        value = todo.pop()
        if type(value) is dict and not organisations.isdisjoint(value):
            names |= organisations.intersection(value)
        for part in value.values() if type(value) is dict else value:
            if type(part) is str:
                if part in organisations:
                    names.add(part)
            elif type(part) in (dict, list) and id(part) not in met:
                met.add(id(part))
                todo.append(part)
    return names


def _establishments(tree: Tree, knowledge: Knowledge) -> set[str]:
    """Return the organisations outside the EEA that keepers of data may control, and those between, from the knowledge base."""
    held: dict[str, list[str]] = {}
    for link in knowledge.ownership.values():
        if link.kind not in NO_CONTROL and link.votes != "minority":
            held.setdefault(link.owner, []).append(link.of)
    for name, entry in knowledge.organisations.items():
        for owner in (entry.branch_of, str(plain(entry.parent))):
            if owner in knowledge.organisations:
                held.setdefault(owner, []).append(name)
    found: set[str] = set()
    for keeper in _keepers(tree):
        before: dict[str, str] = {}
        todo = [keeper]
        while todo:
            owner = todo.pop()
            for name in held.get(owner, ()):
                if name not in before and name != keeper:
                    before[name] = owner
                    todo.append(name)
                    if _abroad(knowledge.organisations.get(name), knowledge):
                        found.update(_line(name, before))
    return found


def _line(name: str, before: dict[str, str]) -> Iterator[str]:
    current = name
    while current in before:
        yield current
        current = before[current]


def _keepers(tree: Tree) -> set[str]:
    """Give the operators of hosts, and whoever is bound by an agreement."""
    stated = [host.get("operator", "") for host in tree.get("hosts", {}).values() if isinstance(host, dict)]
    agreements = tree.get("agreements", {})
    between = [end for a in agreements.values() if isinstance(a, dict) for end in a.get("between", [])]
    return {word for value in (*stated, *between) for word in _said(value)}


def _abroad(entry: Organisation | None, knowledge: Knowledge) -> bool:
    if entry is None:
        return False
    stated = entry.country
    countries = [dated.value for dated in stated] if isinstance(stated, list) else [str(plain(stated))]
    return any(c not in UNSETTLED and (c not in knowledge.eea or c in knowledge.left) for c in countries)


def _organisation(
    name: str, own: Any, entry: Organisation, periods: Iterable[Participation]
) -> tuple[Tree, list[Override]]:
    listed = listings(periods)
    if isinstance(own, dict) and "dpf" in own:
        # What an entry covers belongs to that entry: another one, stated by the case, has its own.
        listed.pop("dpf_covers", None)
    known = {**listed, **_plain(entry)}
    source = f"{OF_KNOWLEDGE}{known.pop('source', 'none')}"
    status = str(known.pop("status", "unverified"))
    unchecked = known.pop("unchecked", [])
    weak = WEAKER[status] if known.get("also") else "unverified"
    known.pop("also", None)
    facts: Tree = {}
    for field, value in known.items():
        stated = KNOWN_OF_STATUS[weak if field in unchecked else status]  # type: ignore[index]
        if field == "certified" and isinstance(value, list):
            facts[field] = [_certificate(held) for held in value]
        else:
            facts[field] = _vouched(value, stated, source) if field in FACTS else value
    if not isinstance(own, dict):
        return {**facts, "known": KNOWN_OF_STATUS[status], "source": source, "status": status}, []  # type: ignore[index]
    changed = [
        Override(f"organisations.{name}.{field}", _words(facts[field]), _words(own[field]))
        for field in sorted(own)
        if field in facts and field in FACTS and _words(own[field]) != _words(facts[field])
    ]
    changed += [
        Override(f"organisations.{name}.{field}", _words(facts.get(field, "")), _words(own[field]))
        for field in sorted(STANDING & set(own))
        if _words(own[field]) != _words(facts.get(field, ""))
    ]
    return {**facts, **own}, changed


def _categories(tree: Tree) -> Iterator[Override]:
    """Give the categories of the vocabulary that a case takes out of the broader ones they are part of, or says are not personal."""
    own = tree.get("data", {})
    for name in sorted(CATEGORIES.keys() & own.keys()):
        entry = own[name] if isinstance(own[name], dict) else {}
        said = {field: entry[field] for field in sorted(REMOVED & set(entry))}
        if "is" in entry and not set(CATEGORIES[name]) <= _broader(own, _said(entry["is"])):
            said = {"is": entry["is"], **said}
        if said:
            told = " ".join(f"{field} {_words(value)}" for field, value in said.items())
            yield Override(f"data.{name}", " ".join(("is", *CATEGORIES[name])), told)


def _broader(own: Tree, names: Iterable[str]) -> set[str]:
    """Give categories with all that they are part of, by the case and else by the vocabulary."""
    found: set[str] = set()
    todo = [*names]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            entry = own.get(name)
            placed = entry["is"] if isinstance(entry, dict) and "is" in entry else CATEGORIES.get(name, ())
            todo.extend(_said([*placed] if isinstance(placed, tuple) else placed))
    return found


def _certificate(held: Tree) -> Tree:
    status = held.get("status", "unverified")
    kept = {name: part for name, part in held.items() if name != "status"}
    kept["known"] = KNOWN_OF_STATUS[status]
    kept["source"] = f"{OF_KNOWLEDGE}{held.get('source', 'none')}"
    kept["also"] = [f"{OF_KNOWLEDGE}{name}" for name in held.get("also", [])]
    return kept


def _vouched(value: Any, known: str, source: str) -> Any:
    """Give the value, or each of its periods, with how it is known and its source, unless it says so itself."""
    if _wraps(value):
        return {"value": value, "known": known, "source": source}
    if isinstance(value, list):
        return [_vouched(row, known, source) for row in value]
    own = {"source": f"{OF_KNOWLEDGE}{value['source']}"} if "source" in value else {}
    return {"known": known, "source": source, **value, **own}


def _wraps(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _replaced(name: str, link: Tree, own: Tree) -> list[Override]:
    """Give what the case states otherwise of a link: what it says, or else how that is known and where it was read."""
    ours = {**link, "known": KNOWN_OF_STATUS[link["status"]]}
    for words in (_words, _origin):
        before, after = words(ours), words(own)
        if before != after:
            return [Override(f"ownership.{name}", before, after)]
    return []


def _origin(link: Tree) -> str:
    return " ".join(
        (_words(link), *(f"{name} {link[name]}" for name in ("known", "source") if link.get(name)))
    )


def _link(link: Ownership) -> Tree:
    entry = _plain(link)
    status = str(entry.get("status", "unverified"))
    for name in SHARES & set(entry.get("unchecked", [])):
        share = entry[name] if isinstance(entry[name], dict) else {"value": entry[name]}
        entry[name] = {**share, "known": KNOWN_OF_STATUS[WEAKER[status]]}  # type: ignore[index]
    entry["source"] = f"{OF_KNOWLEDGE}{entry.get('source', 'none')}"
    entry["also"] = [f"{OF_KNOWLEDGE}{name}" for name in entry.get("also", [])]
    return entry


def _plain(entry: Organisation | Ownership) -> Tree:
    found: Tree = msgspec.to_builtins(entry)
    return found


def _words(value: Any) -> str:
    if isinstance(value, dict):
        if "value" in value:
            return _words(value["value"])
        shown = ("is", "kind", "votes", "shares", "min", "max", "since", "until")
        return " ".join(f"{name} {_words(value[name])}" for name in shown if value.get(name))
    return ", ".join(_words(item) for item in value) if isinstance(value, list) else str(value)
