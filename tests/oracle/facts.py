"""An estate as facts for clingo, written from the values of the case, not from anything the engine derives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.oracle.estates import (
    CATEGORIES,
    EEA,
    FOREIGN,
    HOSTING,
    KNOWLEDGE,
    LAWS,
    PROVIDERS,
    Tree,
    bare,
    listed,
)


def weak(entity: Tree, field: str) -> bool:
    value = entity[field]
    known = value["known"] if isinstance(value, dict) and "known" in value else entity["known"]
    return known not in ("documented", "observed")


def unvouched(value: Any) -> bool:
    return isinstance(value, dict) and value.get("known") == "assumed"


def facts(number: int, tree: Tree) -> Iterator[str]:
    """The facts of the estate; countries and laws are quoted, since they begin with capitals."""
    e = number
    for name, entry in tree["organisations"].items():
        yield f"org({e},{name})."
        yield f'called({name},"{name}").'
        yield from _places(e, name, entry)
        yield from ([f"closed({e},{name})."] if entry.get("parent") == "none" else [])
        if bare(entry.get("in_scope")) == "true" and not weak(entry, "in_scope"):
            yield f"in_scope({e},{name})."
        term = entry.get("is")
        yield from ([f"no_terms({e},{name})."] if term is None else [])
        yield from ([f"term({e},{name},provider)."] if term in PROVIDERS else [])
        yield from ([f"hosting({e},{name})."] if term in HOSTING else [])
    yield from _holdings(e, tree)
    yield f"people({e},people)."
    for name, entry in tree["activities"].items():
        if len(entry["controller"]) == 1 and entry["controller"] != ["unknown"]:
            yield f"sole({e},{name},{entry['controller'][0]})."
        yield from (f"sheet({e},{name},{category})." for category in entry["data"])
        if name not in tree["described"]:
            yield from _register_only(e, name, entry)
    for name, entry in tree["hosts"].items():
        yield from _host_facts(e, name, entry)
    for bit, (name, entry) in enumerate(tree["flows"].items()):
        if entry.get("attempted") != "true":
            yield from _flow_facts(e, name, entry, 1 << bit, tree["activities"][entry["for"]])
    for entry in tree["agreements"]:
        if entry["is"] in ("hosting", "processing"):
            yield f"hosts_for({e},{entry['between'][0]},{entry['between'][1]})."


def _places(e: int, name: str, entry: Tree) -> Iterator[str]:
    """What is told of where an organisation is, and what of it somebody vouches for."""
    for field, said in (
        ("country", "told"),
        ("presence", "told_presence"),
        ("access_from", "told_reached_from"),
    ):
        for country in listed(entry.get(field, "none")):
            if country not in ("none", "unknown"):
                yield f'{said}({e},{name},"{country}").'
                if not unvouched(entry[field]):
                    yield f'{VOUCHED[field]}({e},{name},"{country}").'
    if (
        "access_from" in entry
        and "unknown" not in listed(entry["access_from"])
        and not weak(entry, "access_from")
    ):
        yield f"closed_access({e},{name})."


VOUCHED = {"country": "country", "presence": "presence", "access_from": "reached_from"}


def _holdings(e: int, tree: Tree) -> Iterator[str]:
    pairs = set()
    for link in tree["ownership"]:
        owner, of = link["owner"], link["of"]
        if link.get("kind", "minority") != "minority":
            if link["kind"] == "operations":
                yield f"runs_systems_of({e},{owner},{of})."
                continue
            yield f"told_dependency({e},{owner},{of})."
            yield from ([f"dependency({e},{owner},{of})."] if link["known"] != "assumed" else [])
            continue
        pairs.add((owner, of))
        assumed = link["known"] == "assumed"
        decides = None if assumed else link.get("decides")
        low, high = (0, 100000) if assumed else (50001, 100000) if decides == "true" else _bounds(link)
        yield f"own({e},{owner},{of},{low},{high})."
        if assumed or (not _only_a_minority(link) and decides != "false"):
            yield f"presumes({e},{owner},{of})."
    for name, entry in tree["organisations"].items():
        parent = entry.get("parent", "none")
        if parent != "none" and (parent, name) not in pairs:
            yield f"own({e},{parent},{name},50001,100000)."


def _only_a_minority(link: Tree) -> bool:
    """A minority without a percentage somebody vouches for."""
    if link.get("kind") == "minority":
        return link["shares"] == "unknown" or unvouched(link["shares"])
    return bool(link["votes"] == "minority")


def _bounds(link: Tree) -> tuple[int, int]:
    if link.get("kind") == "minority":
        return 0, 50000
    votes = link["votes"]
    if isinstance(votes, dict):
        return int(votes["min"]) * 1000, int(votes["max"]) * 1000
    worded = {"majority": (50001, 100000), "minority": (0, 50000), "unknown": (0, 100000)}
    return worded[votes] if votes in worded else (int(votes) * 1000, int(votes) * 1000)


def _register_only(e: int, name: str, entry: Tree) -> Iterator[str]:
    """A sheet without flows implies them: people to controllers, controllers to processors."""
    yield f"content({e},{name},none)."
    yield f"implied({e},{name})."
    yield from ([f"doubt({e},{name})."] if entry.get("until") == "unknown" else [])
    for controller in entry["controller"]:
        if controller != "unknown":
            for category in entry["data"]:
                yield f"hop({e},{name},{name},people,{controller},{category})."
                for end in {*listed(entry.get("processors", [])), *listed(entry.get("recipients", []))}:
                    if end != controller and end.startswith("org"):
                        yield f"hop({e},{name},{name},{controller},{end},{category})."


def _host_facts(e: int, name: str, entry: Tree) -> Iterator[str]:
    yield f"host({e},{name})."
    operator = entry.get("operator", "unknown")
    yield from ([f"operator({e},{name},{operator})."] if operator != "unknown" else [])
    machine = bare(entry["runs_on"])
    if machine == "unknown":
        yield f"unsaid_machine({e},{name})."
    elif machine != "none":
        yield f"runs_on({e},{name},{machine})."
    yield from ([f"weak_machine({e},{name})."] if machine != "unknown" and weak(entry, "runs_on") else [])
    keeps = entry.get("keeps", ["unknown"])
    yield from (f"keeps({e},{name},{category})." for category in keeps if category != "unknown")
    yield from ([f"open_keeps({e},{name})."] if "unknown" in keeps else [])
    yield from ([f"plain({e},{name})."] if bare(entry.get("at_rest")) in ("plain", "none") else [])
    if listed(entry.get("keys", "unknown")) != ["unknown"]:
        yield f"stated_keys({e},{name})."
        yield from ([f"weak_host_keys({e},{name})."] if weak(entry, "keys") else [])
    holders = listed(entry.get("keys", "unknown"))
    yield from (f"host_key({e},{name},{holder})." for holder in holders if holder != "unknown")
    yield from ([f"open_host_keys({e},{name})."] if "unknown" in holders else [])
    yield from ([f"attested({e},{name})."] if entry.get("isolation") == "attested" else [])


def carried(entry: Tree, activity: Tree) -> list[str]:
    """Give what a flow carries: what it says, besides all that its activity is about where that is open, and what pages tell."""
    rest = activity["data"] if "unknown" in entry["data"] else []
    told = ["device"] if "embedded_in" in entry else []
    return sorted({*entry["data"], *rest, *told} - {"unknown"})


def doubtful(entry: Tree, activity: Tree) -> bool:
    """Tell whether it is not said that a flow runs."""
    return "unknown" in (entry.get("until"), activity.get("until"), entry.get("attempted"))


def _flow_facts(e: int, name: str, entry: Tree, bit: int, activity: Tree) -> Iterator[str]:
    yield f"bit({e},{name},{bit})."
    yield from ([f"doubt({e},{name})."] if doubtful(entry, activity) else [])
    yield from ([f"sheet({e},{entry['for']},device)."] if "embedded_in" in entry else [])
    told = {*entry["data"], "device"}
    yield from (
        f"perhaps({e},{name},{category})." for category in carried(entry, activity) if category not in told
    )
    content = bare(entry.get("content", "unknown"))
    yield f"content({e},{name},{content.replace('-', '_')})."
    yield from ([f"weak_content({e},{name})."] if content != "unknown" and weak(entry, "content") else [])
    if "keys" in entry:
        holders = listed(entry["keys"])
        yield from (f"key({e},{name},{holder})." for holder in holders if holder != "unknown")
        yield from ([f"open_keys({e},{name})."] if "unknown" in holders else [])
        yield from ([f"weak_flow_keys({e},{name})."] if weak(entry, "keys") else [])
    yield from (f"tip({e},{name},{end})." for end in (entry["from"], *listed(entry["to"])))
    for end in listed(entry["to"]):
        line = [entry["from"], *([entry["through"]] if "through" in entry else []), end]
        for a, b in pairwise(line):
            yield from (
                f"hop({e},{entry['for']},{name},{a},{b},{category})." for category in carried(entry, activity)
            )


def law_facts() -> Iterator[str]:
    """The laws that every estate is under."""
    for name, law in LAWS.items():
        if law.kind in ("access", "cooperation"):
            yield f'held("{law.country}").'
            yield from ([f'law("{name}","{law.country}").'] if law.since < "2024" else [])
        yield from ([f'limited("{name}").'] if law.addressees else [])
        yield from ([f'unsure("{name}").'] if law.status == "unverified" else [])
    for decision in KNOWLEDGE.adequacy.values():
        word = "adequate" if decision.whole == "true" else "partly"
        if not decision.until:
            yield f'decided("{decision.country}",{word}).'
            yield from ([f'{word}("{decision.country}").'] if decision.country != "US" else [])
    yield from (f'state("{code}").' for code in FOREIGN)
    yield from (f'category({name},"{name}").' for name in (*CATEGORIES, "device"))
    yield from (f'eea("{code}").' for code in EEA)
