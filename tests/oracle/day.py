"""The dates of an estate as facts, and the estate without what the logic program says does not stand on the day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.oracle.estates import Tree, listed

SECTIONS = ("hosts", "activities", "flows", "notices", "claims", "agreements")
ENDS = (("since", "01"), ("until", "31"))


def names(tree: Tree, section: str) -> Iterator[tuple[str, Tree]]:
    """Give the entities of a section with their names; those of a list are numbered."""
    entries = tree[section]
    yield from entries.items() if isinstance(entries, dict) else ((f"n{n}", e) for n, e in enumerate(entries))


def time_facts(e: int, tree: Tree) -> Iterator[str]:
    """Give what is dated, and what each entity cannot be without."""
    for section in SECTIONS:
        for name, entry in names(tree, section):
            yield f"entity({e},{section},{name})."
            yield from _dates(entry, f"{e},{section},{name}", "")
            yield from ([f"open_end({e},{section},{name})."] if entry.get("until") == "unknown" else [])
            for field, value in entry.items():
                for number, item in enumerate(periods(value)):
                    key = f'"{section}.{name}.{field}.{number}"'
                    yield f"value({e},{key})."
                    yield from _dates(item, f"{e},{key}", "value_")
    for name, entry in tree["organisations"].items():
        for number, item in enumerate(periods(entry.get("run_from"))):
            key = f'"organisations.{name}.run_from.{number}"'
            yield f"value({e},{key})."
            yield from _dates(item, f"{e},{key}", "value_")
    for name, entry in tree["flows"].items():
        yield f"need({e},flows,{name},activity,activities,{entry['for']})."
        for field in ("from", "to", "embedded_in"):
            for end in listed(entry.get(field, [])):
                yield f"need({e},flows,{name},{field},hosts,{end})."
    for name, entry in tree["notices"].items():
        yield from (f"need({e},notices,{name},for,activities,{activity})." for activity in entry["for"])


def _dates(entry: Tree, key: str, prefix: str) -> Iterator[str]:
    for field, day in ENDS:
        text = entry.get(field, "unknown")
        if text != "unknown":
            month = day if day == "01" else "12"
            parts = [*text.split("-"), *(month, day)[len(text.split("-")) - 1 :]]
            yield f"{prefix}{field}({key},{int(''.join(parts))})."


def periods(value: Any) -> list[Tree]:
    """Give the values with dates of their own, and those beside them in a list."""
    items = value if isinstance(value, list) else [value]
    found = [item if isinstance(item, dict) else {"value": item} for item in items]
    dated = any("since" in item or "until" in item for item in found)
    return found if dated and all("value" in item for item in found) else []


def today(e: int, tree: Tree, standing: set[tuple[Any, ...]], holding: set[tuple[Any, ...]]) -> Tree:
    """Give the estate with what stands on the day: nothing in it is dated but ends that nobody knows."""
    made: Tree = json.loads(json.dumps(tree))
    made["described"] = sorted({flow["for"] for flow in tree["flows"].values()})
    for section in SECTIONS:
        kept = {name: entry for name, entry in names(made, section) if (e, section, name) in standing}
        made[section] = kept if isinstance(made[section], dict) else list(kept.values())
    for section in (*SECTIONS, "organisations"):
        for name, entry in names(tree, section):
            found = made[section].get(name) if isinstance(made[section], dict) else None
            for field, value in entry.items() if found is not None else ():
                items = periods(value)
                if items:
                    keys = (f"{section}.{name}.{field}.{n}" for n in range(len(items)))
                    _settle(
                        found, field, [i for i, key in zip(items, keys, strict=True) if (e, key) in holding]
                    )
    for flow in made["flows"].values():
        if flow.get("through", "") and flow["through"] not in made["hosts"]:
            del flow["through"]
        flow["to"] = [end for end in listed(flow["to"]) if not end.startswith("host") or end in made["hosts"]]
    for host in made["hosts"].values():
        machine = host.get("runs_on", "none")
        if (machine["value"] if isinstance(machine, dict) else machine) not in (*made["hosts"], "none"):
            host["runs_on"] = "unknown"
    return made


def _settle(entry: Tree, field: str, held: list[Tree]) -> None:
    if not held:
        del entry[field]
        return
    words: list[str] = []
    for item in held:
        words += ["unknown"] if item.get("until") == "unknown" else listed(item["value"])
    value: Any = words if field == "recipients" else words[0]
    known = [item["known"] for item in held if "known" in item]
    entry[field] = {"value": value, "known": known[0]} if known else value
