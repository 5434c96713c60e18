"""Hosts of which nobody says who operates them, named by what is known of their domains.

Only the name that readers see changes. Who operates the host stays unknown, and is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from auditor.model.bilingual import Bilingual
from auditor.model.brands import Attribution, BrandList, attribute
from auditor.model.case.document import Case
from auditor.model.case.hosts import Host
from auditor.model.dates import holds
from auditor.model.law import Knowledge
from auditor.model.materials import plain, unattributed
from auditor.model.scalars import Words
from auditor.model.web import Domain
from auditor.text import brands as words
from auditor.text.grammar import filled, side_by_side
from auditor.text.names import Names


def named_by_domain(case: Case, known: Knowledge, brands: Callable[[], BrandList]) -> Case:
    """Give `case` with the hosts that nobody is said to operate named by their domains, as far as `known`, then `brands`, goes.

    `known` holds its domains; `brands` is asked only where they do not answer.
    """
    day = str(plain(case.case.as_of))
    names = Names(replace(case, organisations={**known.organisations, **case.organisations}), day)
    domains = {name: entry for name, entry in known.domains.items() if holds(entry.since, entry.until, day)}
    hosts = dict(case.hosts)
    for name in unattributed(case):
        host = hosts[name]
        found = (attribute(domain, domains, brands) for domain in host.domains)
        said = [part for each in found if each is not None for part in _said(each, names)]
        if said:
            hosts[name] = _titled(host, names.of(name), list(dict.fromkeys(said)))
    return replace(case, hosts=hosts)


def _titled(host: Host, title: Bilingual, known: list[Bilingual]) -> Host:
    named = filled(words.HOST, host=title, known=side_by_side(known))
    return replace(host, title=Words(fr=named.fr, en=named.en))


def _said(found: Attribution, names: Names) -> Iterator[Bilingual]:
    if found.entry is not None:
        yield _answering(found, found.entry, names)
    if found.brand is not None:
        who = found.brand.organisation
        yield words.known_as(found.brand, names.of(who) if who else "")


def _answering(found: Attribution, entry: Domain, names: Names) -> Bilingual:
    below = entry.customers if found.host != found.domain else "false"
    template = {"false": words.ANSWERS, "some": words.PERHAPS_CUSTOMER, "true": words.CUSTOMER}[below]
    return filled(template, who=names.of(entry.organisation), domain=found.domain, day=entry.as_of)
