"""Who is behind a host that was observed: by our own knowledge, else by the name a public list of brands has for it.

A brand is a name. It has no country and no holder, and nothing is judged by it: it leads to the question which company it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal

from msgspec import Struct

from auditor.model.scalars import Date, Day, Id
from auditor.model.vocabulary import Status
from auditor.model.web import Domain, Role

#: What a brand of a category of the list serves, in our words; the other categories are too mixed to say.
ROLES: Final[Mapping[str, tuple[Role, ...]]] = {
    "ad": ("ads",),
    "analytics": ("analytics",),
    "cdn": ("cdn",),
    "consent-provider": ("consent",),
    "customer-success": ("support", "chat"),
    "hosting": ("hosting",),
    "marketing": ("marketing",),
    "social": ("widget", "social"),
    "tag-manager": ("tag-manager",),
    "video": ("video",),
}


class Brand(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A name of the list: its category there, the domains it is known at with all that is below, and single hosts.

    `organisation` is the one of our knowledge base that goes by this name, as far as somebody has read the two together.
    """

    category: str
    organisation: str = ""
    domains: list[str] = []
    hosts: list[str] = []


class BrandList(Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The list as packed: its name, version, licence and month, the hash of the table it was read with, and its brands.

    What is below a domain of `customers` belongs to customers of the brand.
    """

    name: str
    version: str
    licence: str
    copyright: str
    as_of: Date
    read: str
    customers: list[str]
    brands: dict[str, Brand]

    @property
    def cited(self) -> str:
        """The list and its version, as one cites it."""
        return f"{self.name} {self.version}"

    @cached_property
    def by_host(self) -> dict[str, str]:
        """The brand of each single host."""
        return {host: name for name, brand in self.brands.items() for host in brand.hosts}

    @cached_property
    def by_domain(self) -> dict[str, str]:
        """The brand of each domain together with what is below it."""
        return {domain: name for name, brand in self.brands.items() for domain in brand.domains}


class KnownBrand(Struct, frozen=True):
    """A brand as it answers for one host: by which domain, what it serves, who it perhaps is, and since when the list says so.

    `customers` tells that the host itself is a customer's. The status is that of a list nobody vouches for.
    """

    name: str
    domain: str
    roles: tuple[Role, ...]
    organisation: str
    customers: bool
    source: str
    as_of: Date
    status: Status = "secondary"


class Attribution(Struct, frozen=True):
    """Who is behind a host, and by which layer: our `organisations`, or the `brands` of a list.

    `entry` is our entry of `domain`. Where what is below it belongs to customers, `brand` may name the customer.
    """

    host: str
    layer: Literal["organisations", "brands"]
    domain: str
    entry: Domain | None = None
    brand: KnownBrand | None = None


def attribute(
    host: str, domains: Mapping[str, Domain], brands: Callable[[], BrandList]
) -> Attribution | None:
    """Give who is behind `host` by the longest of `domains` it lies in, else by `brands`; None where nobody is known.

    `brands` is asked only where our own domains do not answer, or answer with a place that belongs to customers.
    """
    host = host.rstrip(".").lower()
    domain = next((name for name in suffixes(host) if name in domains), "")
    if domain:
        entry = domains[domain]
        below = entry.customers != "false" and host != domain
        customer = _below(brand_of(host, brands()), domain) if below else None
        return Attribution(host, "organisations", domain, entry=entry, brand=customer)
    brand = brand_of(host, brands())
    return None if brand is None else Attribution(host, "brands", brand.domain, brand=brand)


def brand_of(host: str, listed: BrandList) -> KnownBrand | None:
    """Give the brand of `host`: that of the host itself, else that of the longest domain it lies in."""
    host = host.rstrip(".").lower()
    domain = host if host in listed.by_host else ""
    name = listed.by_host.get(host, "")
    if not domain:
        domain = next((each for each in suffixes(host) if each in listed.by_domain), "")
        name = listed.by_domain.get(domain, "")
    if not name:
        return None
    brand = listed.brands[name]
    return KnownBrand(
        name=name,
        domain=domain,
        roles=ROLES.get(brand.category, ()),
        organisation=brand.organisation,
        customers=domain in listed.customers and host != domain,
        source=listed.cited,
        as_of=listed.as_of,
    )


def suffixes(host: str) -> Iterator[str]:
    """Give `host` and each domain it lies in, the longest first."""
    while host:
        yield host
        host = host.partition(".")[2]


def _below(brand: KnownBrand | None, domain: str) -> KnownBrand | None:
    """Give `brand` where it names something below `domain`, and not the domain itself or what is above."""
    return brand if brand is not None and brand.domain.endswith(f".{domain}") else None


class ReadEntity(Struct, frozen=True, forbid_unknown_fields=True):
    """What was read of an entity: which organisation it is (or `none`), how it is spelled, and why."""

    organisation: Id
    brand: str = ""
    reason: str = ""


class ReadDomain(Struct, frozen=True, forbid_unknown_fields=True):
    """What was read of one domain of the list: who is known there instead (or `none`), and why."""

    reason: str
    brand: str = ""
    organisation: Id = "none"
    customers: Literal["true", "false"] = "false"


class ReadTable(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody read of the list, entity by entity, on a day."""

    as_of: Day
    entities: dict[str, ReadEntity]
    domains: dict[str, ReadDomain]
