"""The list of brands, packed beforehand, and how it is packed from what its package holds and from the table somebody read.

It is read only when a host is asked for that our own domains do not answer for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from auditor.errors import Refused
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.folder import File, aside
from auditor.loading.knowledge.as_of import later
from auditor.model.brands import Brand, BrandList, ReadTable
from auditor.model.scalars import DATE_PATTERN
from auditor.text.cleaned import cleaned

PACKED: Final = "knowledge/brands/list.json"
TABLE: Final = "knowledge/brands/read.yaml"
HEAD: Final = ("name", "version", "licence", "copyright", "as_of", "read")

#: How long a name may be, and how a domain is written: with at least one dot, none of its parts a number alone at the end.
LONGEST: Final = 100
_DOMAIN: Final = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_ADDRESS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_CATEGORY: Final = re.compile(r"[a-z]{2,20}(?:-[a-z]{2,20})?")


class Unfit(ValueError):
    """What a package or the table holds and no list can be made of; one line each."""


@cache
def load_brands() -> BrandList:
    """Give the list as it comes with the program. Raises msgspec.MsgspecError where its file is broken."""
    return msgspec.json.decode(aside(PACKED), type=BrandList)


def known_brands(day: str) -> BrandList:
    """Give the list as one may have known it on `day`: without a brand where it was released later; whole where there is no day."""
    listed = load_brands()
    return replace(listed, brands={}) if day and later(listed.as_of, day) else listed


def packed() -> File:
    """Give the file of the list, under a path that never changes."""
    return PACKED, aside(PACKED)


def load_table() -> tuple[ReadTable, str]:
    """Give the table that was read, and the SHA-256 of its file. Raises Refused."""
    data = aside(TABLE)
    document = read(TABLE, data)
    typed, wrong = (None, []) if document.problems else convert(document.value, ReadTable)
    if typed is None:
        raise Refused([*document.problems, *map(document.place, wrong)])
    return typed, sha256(data).hexdigest()


def pack(entities: Any, table: ReadTable, head: Mapping[str, str], shared: Collection[str]) -> bytes:
    """Give the packed list, a brand a line in order of name, from the `entities` of the package as they are in JSON.

    `head` holds what is in `HEAD`; `shared` are suffixes under which anybody registers a name.
    Addresses of machines are left out. Raises Unfit with every entity that cannot be shown in a line, every domain that is
    none or that is `shared` and was not read, and everything in `table` that the list does not have.
    """
    wrong = [f"not a month: {head['as_of']!r}"] if not re.fullmatch(DATE_PATTERN, head["as_of"]) else []
    wrong += [f"not a line: {text!r}" for text in head.values() if not _fits(text)]
    wrong += _misshapen(entities)
    if wrong:
        raise Unfit("\n".join(wrong))
    brands = {entity["name"]: _brand(entity, table) for entity in entities}
    owners = dict(_patterns(entities))
    wrong += [f"not in the list: {name!r}" for name in table.entities if name not in brands]
    wrong += [
        f"anybody registers names under {domain!r} of {owners[domain]!r}: say what it is in the table"
        for domain in sorted(owners.keys() & set(shared) - table.domains.keys())
    ]
    wrong += [f"not in the list: {domain!r}" for domain in table.domains if domain not in owners]
    if wrong:
        raise Unfit("\n".join(wrong))
    for domain, judged in table.domains.items():
        if judged.brand not in ("", "none"):
            known = brands.get(judged.brand) or Brand("other", _organisation(judged.organisation))
            brands[judged.brand] = replace(known, domains=sorted({*known.domains, domain}))
    customers = sorted(domain for domain, judged in table.domains.items() if judged.customers == "true")
    return _lines(head, customers, {_spelled(name, table): brand for name, brand in brands.items()})


def _patterns(entities: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give the domain of each pattern, and the entity that it is of."""
    for entity in entities:
        for pattern in entity["domains"]:
            yield pattern.lower().removeprefix("*."), entity["name"]


def _brand(entity: dict[str, Any], table: ReadTable) -> Brand:
    """Give an entity as a brand: with what its patterns name, save what the table says of somebody else."""
    patterns = {pattern.lower() for pattern in entity["domains"] if not _ADDRESS.fullmatch(pattern)}
    others = {domain for domain, judged in table.domains.items() if judged.brand}
    domains = {each.removeprefix("*.") for each in patterns if each.startswith("*.")}
    read_as = table.entities.get(entity["name"])
    return Brand(
        category=entity["category"],
        organisation=_organisation(read_as.organisation) if read_as else "",
        domains=sorted(domains - others),
        hosts=sorted(each for each in patterns - domains - others if not each.startswith("*.")),
    )


def _organisation(read_as: str) -> str:
    return "" if read_as == "none" else read_as


def _spelled(name: str, table: ReadTable) -> str:
    read_as = table.entities.get(name)
    return read_as.brand or name if read_as else name


def _misshapen(entities: Any) -> Iterator[str]:
    """Give what of the entities no list can be made of."""
    if not isinstance(entities, list) or not entities:
        yield "no entities"
        return
    names: set[str] = set()
    patterns: set[str] = set()
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("name"), str):
            yield f"not an entity: {str(entity)[:LONGEST]!r}"
            continue
        name, category, domains = entity["name"], entity.get("category"), entity.get("domains")
        if name in names:
            yield f"twice: {name[:LONGEST]!r}"
        names.add(name)
        if not _fits(name):
            yield f"not a line: {name[:LONGEST]!r}"
        if not isinstance(category, str) or not _CATEGORY.fullmatch(category):
            yield f"not a category: {str(category)[:LONGEST]!r} of {name[:LONGEST]!r}"
        if not isinstance(domains, list):
            yield f"no domains: {name[:LONGEST]!r}"
            continue
        for pattern in domains:
            host = pattern.lower().removeprefix("*.") if isinstance(pattern, str) else ""
            if not _DOMAIN.fullmatch(host) and not _ADDRESS.fullmatch(host):
                yield f"not a domain: {str(pattern)[:LONGEST]!r} of {name[:LONGEST]!r}"
            elif pattern in patterns:
                yield f"twice: {pattern[:LONGEST]!r}"
            else:
                patterns.add(pattern)


def _fits(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text == text.strip() and text == cleaned(text)


def _lines(head: Mapping[str, str], customers: list[str], brands: Mapping[str, Brand]) -> bytes:
    """Give the packed list; a brand that names no domain any more is left out."""

    def said(value: object) -> str:
        return msgspec.json.encode(value).decode()

    rows = ",\n".join(
        f"{said(name)}:{said(brands[name])}"
        for name in sorted(brands)
        if brands[name].domains or brands[name].hosts
    )
    top = ",\n".join(f"{said(name)}:{said(head[name])}" for name in HEAD)
    return f'{{{top},\n"customers":{said(customers)},\n"brands":{{\n{rows}\n}}}}\n'.encode()
