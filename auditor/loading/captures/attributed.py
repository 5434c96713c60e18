"""Who answers for a host of a capture, inferred from what names it: the knowledge base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from auditor.model.capture import Operator
from auditor.model.web import Domain, Role


class Known(NamedTuple):
    """What is known of domains: the entries of the knowledge base, and how their organisations are called."""

    domains: Mapping[str, Domain]
    names: Mapping[str, str]

    def operator(self, host: str) -> Operator | None:
        """Give who answers for `host` by the longest domain it lies in, None where nobody is known."""
        domain = host
        while domain and domain not in self.domains:
            domain = domain.partition(".")[2]
        if not domain:
            return None
        entry = self.domains[domain]
        roles = _roles(entry, host)
        return Operator(
            layer="organisations",
            name=self.names.get(entry.organisation, entry.organisation),
            domain=domain,
            organisation=entry.organisation,
            roles=[*roles],
            customers=_is_of_customer(entry, host, domain, roles),
            source=entry.source,
            as_of=entry.as_of,
            status=entry.status,
        )


def _is_of_customer(entry: Domain, host: str, domain: str, roles: list[Role]) -> bool:
    """Tell whether what answers at `host` is a customer's: where only some of it is, what has a role of its own is not."""
    if entry.customers == "false" or host == domain:
        return False
    own = any(_lies_in(host, each) for each in entry.hosts if "/" not in each)
    return entry.customers == "true" or not own or "hosting" in roles


def _roles(entry: Domain, host: str) -> list[Role]:
    """Give what a host serves: as said of the longest host without a path it is or lies in, else of the domain."""
    found = max(
        (each for each in entry.hosts if "/" not in each and _lies_in(host, each)), key=len, default=""
    )
    roles = entry.hosts[found] if found else entry.roles
    return [roles] if isinstance(roles, str) else list(roles)


def _lies_in(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}")
