"""The dated rules by which names of parameters and hosts are read: data that comes with the program."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, Literal, TypeVar
from unicodedata import combining, normalize
from urllib.parse import unquote

from msgspec import Struct

from auditor.errors import Refused
from auditor.loading.captures.hosts import is_address, lies_in
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.model.capture import KindOf
from auditor.model.case.captures import ParameterKind
from auditor.model.scalars import Date, Id

Shape = Literal["any", "token", "hash", "number", "email", "address", "health"]

T = TypeVar("T")

FOLDER: Final = "knowledge/captures"
EMAIL: Final = re.compile(r"[^\s@=&:;,<>\"']{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
HASH: Final = re.compile(r"(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})\Z")
NUMBER: Final = re.compile(r"-?\d{1,12}(?:\.\d{1,20})?\Z")
#: How short a value may be that tells one visitor from another.
SHORTEST: Final = 6
#: How much of a value is looked at for words.
MOST_LOOKED_AT: Final = 4000


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: which kind a name says, for values of a shape; without names it goes by the value alone."""

    id: Id
    kind: ParameterKind
    source: str
    as_of: Date
    names: list[str] = []
    hosts: list[str] = []
    shape: Shape = "any"


class _Parameters(Struct, frozen=True, forbid_unknown_fields=True):
    auditor: str
    captures: Literal["parameters"]
    as_of: Date
    rules: list[Rule]
    health: list[str]


class _Hosts(Struct, frozen=True, forbid_unknown_fields=True):
    begins: list[str]
    below: list[str]
    hosts: list[str]


class _Browser(Struct, frozen=True, forbid_unknown_fields=True):
    auditor: str
    captures: Literal["browser"]
    as_of: Date
    noise: dict[Literal["ocsp", "browser"], _Hosts]


class ParameterRules:
    """The rules on parameters, looked up by name."""

    def __init__(self, read_from: _Parameters) -> None:
        self.as_of = read_from.as_of
        self._named: dict[str, list[Rule]] = {}
        self._valued: list[Rule] = []
        for rule in read_from.rules:
            for name in rule.names:
                self._named.setdefault(name, []).append(rule)
            if not rule.names:
                self._valued.append(rule)
        stems = "|".join(sorted({re.escape(_unaccented(stem)) for stem in read_from.health}))
        self._health = re.compile(rf"(?<![^\W_])(?:{stems})", re.IGNORECASE)
        self.named = lru_cache(4096)(self._find)

    def _find(self, name: str) -> tuple[Rule, ...]:
        """Give the rules that know a name, as it stands or by its last step."""
        folded = name.lower()
        last = re.split(r"[.:]", folded)[-1].removesuffix("[]")
        return tuple(self._named.get(folded, ())) or tuple(self._named.get(last, ()))

    def kinds(self, name: str, value: str, host: str) -> list[KindOf]:
        """Give what a parameter seems to carry to `host`, without what depends on the page."""
        found = [
            KindOf(rule.kind, rule.id, rule.as_of)
            for rule in self.named(name)
            if self._fits(rule.shape, value) and _below(host, rule.hosts)
        ]
        found += [
            KindOf(rule.kind, rule.id, rule.as_of)
            for rule in self._valued
            if rule.shape != "address" and self._fits(rule.shape, value)
        ]
        return found

    @property
    def address(self) -> Rule | None:
        """The rule on values that are the address of the page."""
        return next((rule for rule in self._valued if rule.shape == "address"), None)

    def _fits(self, shape: Shape, value: str) -> bool:
        if not value:
            return False
        if shape == "email":
            return ("@" in value or "%40" in value) and bool(EMAIL.search(value[:MOST_LOOKED_AT]))
        if shape == "health":
            return len(value) > 2 and bool(self._health.search(_words(value[:MOST_LOOKED_AT])))
        if shape == "token":
            return len(value) >= SHORTEST
        if shape == "hash":
            return bool(HASH.match(value))
        return shape != "number" or bool(NUMBER.match(value))


def _words(value: str) -> str:
    """Give the words of a value as stems are compared with them: an address in it says them without accents, or encoded."""
    value = _without_host(value)
    return _unaccented(unquote(value) if "%" in value else value)


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(each for each in normalize("NFKD", text) if not combining(each))


def _without_host(value: str) -> str:
    """Give a value without the hosts of the addresses in it: the name of a site is no word of its visitor."""
    return (
        re.sub(r"(?:https?(?::|%3[Aa])(?:/|%2[Ff]){2})[^/%?#\s\"']*", " ", value)
        if "http" in value
        else value
    )


def _below(host: str, domains: list[str]) -> bool:
    return not domains or any(lies_in(host, each) for each in domains)


@cache
def parameter_rules() -> ParameterRules:
    """Give the rules on parameters. Raises Refused where they are broken."""
    return ParameterRules(_typed("parameters.yaml", _Parameters))


@cache
def _browser() -> _Browser:
    return _typed("browser.yaml", _Browser)


@lru_cache(4096)
def noise_of(host: str) -> Literal["", "ocsp", "browser"]:
    """Give what a browser calls a host for of its own accord, empty where it does not."""
    if is_address(host):
        return ""
    for name, hosts in _browser().noise.items():
        if (
            host in hosts.hosts
            or host.startswith(tuple(hosts.begins))
            or any(lies_in(host, each) for each in hosts.below)
        ):
            return name
    return ""


def _typed(name: str, kind: type[T]) -> T:
    path, data = next(file for file in shipped(FOLDER) if file[0].endswith(f"/{name}"))
    document = read(path, data)
    typed, wrong = convert(document.value, kind)
    if typed is None or document.problems:
        raise Refused([*document.problems, *map(document.place, wrong)])
    return typed
