"""What only captures tell of: the page from which each flow, host and organisation was called.

A page may call hundreds of hosts. What a rule says of them is one finding for each page, and what a recipient does behind its host is not
asked about before somebody says something of it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from auditor.graph.estate import Estate
from auditor.model.materials import several
from auditor.model.vocabulary import NONE, UNSETTLED

#: What joins ids in the id of a subject.
JOINTS: Final = re.compile(r"[:@+>,/]")


class Captured:
    """The pages of captures, by what was called from them."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate

    @property
    def any(self) -> bool:
        """Whether the case has captures at all."""
        return bool(self.estate.case.captures)

    def page(self, route: str, subject: str) -> str:
        """Give the page from which captures alone show the subject of a rule, empty where people describe it too."""
        if not self.any:
            return ""
        names = [route.split(".")[1], *JOINTS.split(subject)]
        return next((self._pages[name] for name in names if name in self._pages), "")

    def is_called(self, who: str) -> bool:
        """Tell whether captures alone show an organisation or a host, as one that a page called."""
        return who in self._pages

    @cached_property
    def _pages(self) -> dict[str, str]:
        """The page of each flow, and of each host and operator that nothing but captures leads to."""
        rows = [row for capture in self.estate.case.captures.values() for row in capture.recipients]
        flows = {name: row.page for row in rows for name in row.flows if name in self.estate.case.flows}
        flows |= self._own()
        described = self._described(frozenset(flows))
        found = dict(flows)
        for row in rows:
            below = [row.to, *self.estate.machines(row.to)] if row.to in self.estate.case.hosts else []
            for host in below:
                for name in (host, self.estate.operator(host)):
                    if name and name not in UNSETTLED and name not in described:
                        found.setdefault(name, row.page)
        return found

    def _own(self) -> dict[str, str]:
        """Give the page of each flow by which a capture shows what went to the page itself."""
        sources = {capture.source for capture in self.estate.case.captures.values()}
        return {
            name: to
            for name, flow in self.estate.case.flows.items()
            if flow.source.partition("#")[0] in sources and not flow.embedded_in
            for to in several(flow.to)
            if to in self.estate.case.hosts
        }

    def _described(self, flows: frozenset[str]) -> frozenset[str]:
        """Give the hosts and organisations that people say something of: by a flow, a sheet, an agreement, as who informs."""
        case = self.estate.case
        called = {row.to for capture in case.captures.values() for row in capture.recipients}
        called |= {below for host in called if host in case.hosts for below in self.estate.machines(host)}
        found = {case.case.about, *(row.page for each in case.captures.values() for row in each.recipients)}
        for name, flow in case.flows.items():
            if name not in flows:
                found |= {*several(flow.from_), *several(flow.to), *several(flow.through), flow.embedded_in}
        for activity in case.activities.values():
            found |= {*several(activity.controller), *several(activity.processors)}
        for agreement in case.agreements.values():
            found |= {*agreement.between}
        found |= {notice.by for notice in case.notices.values()}
        hosts = {name for name in case.hosts if name not in called or name in found}
        found |= hosts | {self.estate.operator(name) for name in hosts}
        return frozenset(found - UNSETTLED - {NONE, ""})
