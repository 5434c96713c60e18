"""What an estate says beyond control, reading and exposure: records, notices, places, ways of sending, and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.oracle.estates import Tree, bare, listed

#: Everything that each kind of organisation is.
TERMS = {
    "cloud": ("cloud", "hosting-provider", "provider"),
    "hosting": ("hosting", "hosting-provider", "provider"),
    "crm": ("crm", "provider"),
    "holding": ("holding",),
    "investor": ("investor",),
    "care-provider": ("care-provider",),
    "hosting-provider": ("hosting-provider", "provider"),
    "provider": ("provider",),
}
SHOWN = ("documented", "observed")
SECTIONS = ("organisations", "activities", "hosts", "flows", "notices")


def said(e: int, tree: Tree) -> Iterator[str]:
    """Give the facts that the programs on recipients, transfers and claims look at."""
    for section in SECTIONS:
        for name, entry in tree[section].items():
            yield from _known(e, section, name, entry)
    for section in ("organisations", "hosts"):
        for name, entry in tree[section].items():
            yield from _certificates(e, name, entry.get("certified"))
    for name, entry in tree["organisations"].items():
        yield from (f'is({e},{name},"{term}").' for term in TERMS.get(entry.get("is", ""), ()))
        yield from _settled(e, "run_from", name, entry.get("run_from"))
        yield from _settled(e, "regime", name, entry.get("regime"))
        yield from _settled(e, "dpf", name, entry.get("dpf"))
        yield from _settled(e, "scope", name, entry.get("in_scope"))
        yield from (f'covers({e},{name},"{word}").' for word in listed(entry.get("dpf_covers", "unknown")))
        yield from (f'reach_list({e},{name},"{c}").' for c in _list(entry, "access_from"))
        yield from ([f"access_told({e},{name})."] if "access_from" in entry else [])
        yield from _settled(e, "seat", name, entry.get("country"))
    for name, entry in tree["activities"].items():
        yield from (f"record_data({e},{name},{category})." for category in entry["data"])
        for field in ("controller", "processors", "recipients", "transfers"):
            yield from _listing(e, field, name, entry)
    for name, entry in tree["hosts"].items():
        yield from (f'place({e},{name},"{c}").' for c in _list(entry, "location"))
        yield from ([f"placed({e},{name})."] if "location" in entry else [])
        yield from _settled(e, "at_rest", name, entry.get("at_rest"))
        yield from _settled(e, "isolation", name, entry.get("isolation"))
    for name, entry in tree["flows"].items():
        if entry.get("attempted") != "true":
            yield from _flow(e, name, entry)
    for name, entry in tree["notices"].items():
        yield f"notice({e},{name},{entry['by']})."
        yield from (f"notice_for({e},{name},{activity})." for activity in entry["for"])
        yield from _listing(
            e, "notice_recipients", name, {"notice_recipients": entry.get("recipients", ["unknown"])}
        )
        yield from _settled(e, "notice_transfers", name, entry.get("transfers"))
        yield from (f"notice_data({e},{name},{c})." for c in entry.get("data", []))
    for number, entry in enumerate(tree["agreements"]):
        first, second = entry["between"]
        yield f"agreed({e},n{number},{first},{second})."
        yield f'agreement({e},n{number},"{entry["is"]}").'
    for link in tree["ownership"]:
        if link.get("kind") == "operations":
            yield f"runs_rank({e},{link['owner']},{link['of']},{_rank(link['known'])})."
    for name, entry in tree["claims"].items():
        yield from _claim(e, name, entry)


def _rank(known: str) -> int:
    return 0 if known in SHOWN else 1 if known == "declared" else 2


def _known(e: int, section: str, name: str, entry: Tree) -> Iterator[str]:
    """Give the facts that are stated, and those known less well: by a declaration (1), or worse (2)."""
    for field, value in (("", entry), *entry.items()):
        own = value.get("known") if isinstance(value, dict) else None
        known = own or entry.get("known", "documented")
        yield f'rank({e},{section},{name},"{field}",{_rank(known)}).'


def _certificates(e: int, name: str, held: Any) -> Iterator[str]:
    yield from ([f"uncertified({e},{name})."] if held is None else [])
    for number, one in enumerate(held if isinstance(held, list) else []):
        yield f'certificate({e},{name},{number},"{one["is"]}").'
        for field in ("since", "until"):
            if field in one:
                yield f"certificate_{field}({e},{name},{number},{one[field].replace('-', '')})."


def _settled(e: int, predicate: str, name: str, value: Any) -> Iterator[str]:
    word = bare(value)
    yield from ([f'{predicate}({e},{name},"{word}").'] if word not in (None, "unknown") else [])


def _list(entry: Tree, field: str) -> list[str]:
    return [word for word in listed(entry.get(field, "unknown")) if word != "none"]


def _listing(e: int, predicate: str, name: str, entry: Tree) -> Iterator[str]:
    """Give a list, and that it is open where a word of it is not known or nobody gives it."""
    yield f"about({e},{predicate},{name})."
    for word in _list(entry, predicate):
        yield (
            f"open_list({e},{predicate},{name})."
            if word == "unknown"
            else f'lists({e},{predicate},{name},"{word}").'
        )


def _flow(e: int, name: str, entry: Tree) -> Iterator[str]:
    yield f"flow({e},{name})."
    yield f"starts_at({e},{name},{entry['from']})."
    for field in ("arranged_by", "loads", "trigger", "tool", "derogation", "transport", "network", "access"):
        yield from _settled(e, field, name, entry.get(field))
    yield from ([f"loads_told({e},{name})."] if "loads" in entry else [])
    yield from ([f"page({e},{name},{entry['embedded_in']})."] if "embedded_in" in entry else [])
    yield from ([f"relay({e},{name},{entry['through']})."] if "through" in entry else [])


def _claim(e: int, name: str, entry: Tree) -> Iterator[str]:
    ((kind, meaning),) = entry["says"].items()
    yield f'claim({e},{name},"{kind}",{entry["by"]}).'
    for field, value in meaning.items():
        yield from (f'says({e},{name},{field},"{word}").' for word in listed(value))
