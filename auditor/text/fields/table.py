"""All rows of a case, found by section and field; the rows of a section are read when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows

#: Section → the module that holds its rows, for those that share one.
_MODULES: Final = {
    "activities.consent": "consent",
    "organisations.former": "organisations",
    "certified": "certificates",
    "replies": "questions",
    "captures.recipients": "captures",
    "captures.recipients.kinds": "captures",
    "imports.kept": "imports",
    "imports.to_ask": "imports",
    "imports.left": "imports",
    "imports.left_out": "imports",
    "imports.to_say": "imports",
    "imports.beside": "imports",
    "activities.purposes": "record",
    "activities.retentions": "record",
    "activities.entry": "record",
    "organisations.contact": "contacts",
    "file": "case",
    "value": "values",
    "version": "values",
    "share": "values",
    "words": "values",
    "says": "claims",
}
#: Fields whose own fields are addressed after them: of a consent, and of a certificate after its name.
_CONSENT: Final = "activities.consent"
_CERTIFIED: Final = "certified"
#: Mappings whose entries have fields of their own, addressed after their key.
_MAPPINGS: Final = ("activities.purposes", "activities.retentions")


@cache
def rows(section: str) -> Rows:
    """Give the rows of a section of a case or of a nested part of it (`activities.consent`, `certified`, `says.certified`).

    Raises KeyError where there is no such section.
    """
    module = _MODULES.get(section.partition(".")[0] if section.startswith("says.") else section, section)
    found: Rows = import_module(f"auditor.text.fields.{module}").SECTIONS[section]
    return found


def find(section: str, path: str) -> Row:
    """Give the row of the field at `path` within an entry (`keys`, `consent.how`, `needs.lab`); of the entry, if empty.

    Raises KeyError where no field is there, which is an error of the program.
    """
    from auditor.text.fields.entries import ASKED, ENTRIES

    field, _, rest = path.partition(".")
    field = field.removesuffix("_")
    if not field:
        return ENTRIES[section]
    if field in ASKED.get(section, {}):
        return ASKED[section][field]
    found = rows(section)
    # A step that only follows from the record has the address of its activity, and the fields of a flow.
    whole = found[field] if field in found or section != "activities" else rows("flows")[field]
    if f"{section}.{field}" == _CONSENT:
        return rows(_CONSENT).get(rest.partition(".")[0], whole)
    if f"{section}.{field}" in _MAPPINGS:
        return rows(f"{section}.{field}").get(rest.partition(".")[2].partition(".")[0], whole)
    if field == _CERTIFIED:
        return rows(_CERTIFIED).get(rest.partition(".")[2].partition(".")[0], whole)
    return whole


def doc_of(section: str, field: str) -> Bilingual:
    """Give what a field of a case is, as a noun."""
    return rows(section)[field].doc


def key_of(path: str) -> str:
    """Give the entry of a mapping or of a list of certificates that `path` leads through: `lab` of `needs.lab`."""
    return path.partition(".")[2].partition(".")[0]


def questions() -> dict[str, Bilingual]:
    """Give every question by the kind of fact that it settles (`hosts.keys`), in alphabetical order."""
    from auditor.text.fields.entries import ASKED, ENTRIES
    from auditor.text.fields.structs import SECTION_OF

    tables: list[tuple[str, Rows]] = [(f"{section}.", rows(section)) for section in SECTION_OF.values()]
    tables += [("", ENTRIES), *((f"{section}.", asked) for section, asked in ASKED.items())]
    found = [(f"{start}{name}", row.question) for start, table in tables for name, row in table.items()]
    return {kind: asked for kind, asked in sorted(found, key=_kind) if isinstance(asked, Bilingual)}


def _kind(found: tuple[str, object]) -> str:
    return found[0]
