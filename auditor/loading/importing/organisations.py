"""Which organisation a name of a source is: one of the case or of the knowledge base by its exact name, else a new one, else a brand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

from auditor.loading.importing.format import Asked, Tree
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN
from auditor.text.legal_forms import without_form
from auditor.text.plain_letters import LETTERS

_STOPS: Final = re.compile(r"[.,]")
#: What is written of a company that is only known by what it is called.
BRAND: Final[Mapping[str, str]] = {"kind": UNKNOWN, "name": UNKNOWN, "country": UNKNOWN}

#: What people write where they name nobody, as names are compared.
NOBODY: Final = frozenset(
    {"", "-", "?", "n/a", "na", "none", "null", "tbd", "todo", "unknown", "aucun", "inconnu"}
)


def exactly(name: str) -> str:
    """Give a name as names are compared: without case, accents, full stops, commas and runs of spaces; with its legal form."""
    bare = unicodedata.normalize("NFKD", name.translate(LETTERS))
    marks = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(_STOPS.sub("", marks).casefold().split())


def has_form(name: str) -> bool:
    """Tell whether a name ends in a legal form, and so is that of a company."""
    words = " ".join(name.split())
    return without_form(words) not in (words, "")


class Organisations:
    """Finds organisations by their exact name, never by likeness."""

    def __init__(self, asked: Asked) -> None:
        self._same = {exactly(words): name for words, name in asked.said.same.items()}
        self._ids = {name: name for name in asked.own.get("organisations", {})}
        self._own = dict(_names(asked.own))
        self._imported = dict(_names(asked.others))
        self._legal = {name: str(plain(each.name)) for name, each in asked.knowledge.organisations.items()}
        self._written = asked.own.get("organisations", {})
        self._known = {
            exactly(str(plain(each.name))): name for name, each in asked.knowledge.organisations.items()
        }
        self._domains = {
            domain: name
            for name, entry in asked.own.get("organisations", {}).items()
            if isinstance(entry, dict)
            for domain in entry.get("domains", [])
        }

    def described(self, words: str) -> str:
        """Give the id of the organisation that `same`, the case or the knowledge base has for exactly these words; empty for none."""
        bare = exactly(words)
        return (
            self._same.get(bare)
            or self._own.get(bare)
            or self._ids.get(words)
            or (self._known.get(bare, "") if bare != UNKNOWN else "")
        )

    def called(self, name: str) -> str:
        """Give the legal name of an organisation of the case or the knowledge base, else its title, else its id."""
        entry = self._written.get(name)
        for field in ("name", "title") if isinstance(entry, dict) else ():
            value = entry.get(field, "")
            value = value.get("value", "") if isinstance(value, dict) else value
            if isinstance(value, str) and value and value != UNKNOWN:
                return value
        return self._legal.get(name, name)

    def of_another_import(self, words: str) -> str:
        """Give the id under which another import has an organisation of exactly this legal name; empty for none."""
        return self._imported.get(exactly(words), "") if has_form(words) else ""

    def of_domain(self, host: str) -> str:
        """Give the organisation of the case, as people wrote it, in whose domain a host lies; empty for none."""
        parts = host.lower().rstrip(".").split(".")
        ends = (".".join(parts[start:]) for start in range(len(parts) - 1))
        return next((self._domains[end] for end in ends if end in self._domains), "")


def named(words: str, source: str) -> Tree:
    """Give the entry of an organisation of which a source gives the legal name."""
    return {"name": words, "country": UNKNOWN, "source": source}


def brand(title: str, source: str, domains: tuple[str, ...] = ()) -> Tree:
    """Give the entry of a brand: which company it stands for, and under which law, is asked."""
    found = {"domains": list(domains)} if domains else {}
    return {"title": title, **BRAND, **found, "source": source}


def _names(sections: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, entry in sections.get("organisations", {}).items():
        value = entry.get("name", "") if isinstance(entry, dict) else ""
        value = value.get("value", "") if isinstance(value, dict) else value
        if isinstance(value, str) and value and value != UNKNOWN:
            yield exactly(value), name
