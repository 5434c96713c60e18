"""Who answers for a host of a capture, inferred from what names it: the knowledge base, else a list of brands, which are names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from auditor.loading.captures.hosts import lies_in
from auditor.model.brands import Attribution, BrandList, attribute
from auditor.model.capture import Operator
from auditor.model.web import Domain, Role


@cache
def no_brands() -> BrandList:
    """Give a list without a brand."""
    return BrandList(
        name="", version="", licence="", copyright="", as_of="", read="", customers=[], brands={}
    )


class Known(NamedTuple):
    """What is known of hosts: domains of the knowledge base, how organisations are called, and the list of brands."""

    domains: Mapping[str, Domain]
    names: Mapping[str, str]
    brands: Callable[[], BrandList]

    def operator(self, host: str) -> Operator | None:
        """Give who answers for `host`, None where nobody is known."""
        found = attribute(host, self.domains, self.brands)
        if found is None:
            return None
        return self._of_knowledge(found) if found.entry is not None else _of_brand(found)

    def _of_knowledge(self, found: Attribution) -> Operator | None:
        entry = found.entry
        if entry is None:
            return None
        roles = entry.serves(found.host)
        return Operator(
            layer="organisations",
            name=self.names.get(entry.organisation, entry.organisation),
            domain=found.domain,
            organisation=entry.organisation,
            roles=[*roles],
            customers=is_of_customer(entry, found.host, found.domain, roles),
            customer="" if found.brand is None else found.brand.name,
            source=entry.source,
            as_of=entry.as_of,
            status=entry.status,
        )


def _of_brand(found: Attribution) -> Operator | None:
    brand = found.brand
    if brand is None:
        return None
    return Operator(
        layer="brands",
        name=brand.name,
        domain=brand.domain,
        organisation="",
        roles=[*brand.roles],
        customers=brand.customers,
        source=brand.source,
        as_of=brand.as_of,
        status=brand.status,
    )


def is_of_customer(entry: Domain, host: str, domain: str, roles: tuple[Role, ...]) -> bool:
    """Tell whether what answers at `host` is a customer's: where only some of it is, what has a role of its own is not."""
    if entry.customers == "false" or host == domain:
        return False
    own = any(lies_in(host, each) for each in entry.hosts if "/" not in each)
    return entry.customers == "true" or not own or "hosting" in roles
