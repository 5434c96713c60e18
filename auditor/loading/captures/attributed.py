"""Who answers for a host of a capture, inferred from what names it: the knowledge base."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.capture import Operator
from auditor.model.web import Domain, Role


def operator_of(host: str, domains: Mapping[str, Domain]) -> Operator | None:
    """Give who answers for `host` by the longest of `domains` it lies in, None where nobody is known."""
    domain = host
    while domain and domain not in domains:
        domain = domain.partition(".")[2]
    if not domain:
        return None
    entry = domains[domain]
    return Operator(
        layer="organisations",
        name=entry.organisation,
        domain=domain,
        organisation=entry.organisation,
        roles=_roles(entry, host),
        customers=entry.customers != "false" and host != domain,
        source=entry.source,
        as_of=entry.as_of,
        status=entry.status,
    )


def _roles(entry: Domain, host: str) -> list[Role]:
    """Give what a host serves: as said of the longest host without a path it is or lies in, else of the domain."""
    found = max(
        (each for each in entry.hosts if "/" not in each and _lies_in(host, each)), key=len, default=""
    )
    roles = entry.hosts[found] if found else entry.roles
    return [roles] if isinstance(roles, str) else list(roles)


def _lies_in(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}")
