"""Who has the data of a host in custody: its operator and those below, who runs systems for it, customers that send data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.holdings import hands_on
from auditor.graph.hop import Sheets
from auditor.model.evidence import Routes
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN

CustodyKind = Literal["operator", "machine", "vendor", "customer", "transit"]


class Custodian(Struct, frozen=True, kw_only=True):
    """`who` has `data` of `host` in custody, as shown by `facts`; for want of those at `missing`, only possibly."""

    host: str
    who: str
    custody: CustodyKind
    facts: Routes
    data: tuple[str, ...] = ()
    missing: Routes = ()


class Custodians:
    """The custodians of each host of an estate."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.hands_on = hands_on(estate)
        self._customers: dict[str, list[tuple[str, str]]] = {}
        for name, agreement in estate.case.agreements.items():
            if agreement.is_ in ("processing", "hosting"):
                first, second = agreement.between
                self._customers.setdefault(second, []).append((first, f"agreements.{name}"))

    def of(self, host: str) -> list[Custodian]:
        """Give those who keep data at `host` for others, or may, in order of id; each once, for certain before possibly."""
        data, possible = self.estate.kept(host), self.estate.may_keep(host)
        if not data and not possible:
            return []
        first: dict[str, Custodian] = {}
        for found in sorted(self._candidates(host, data), key=lambda found: bool(found.missing)):
            first.setdefault(found.who, found)
        return [
            first[who]
            for who in sorted(first)
            if who == UNKNOWN or not self.own_account(who, data or possible)
        ]

    def _candidates(self, host: str, data: tuple[str, ...]) -> Iterator[Custodian]:
        estate, operated = self.estate, f"hosts.{host}.operator"
        operator, keeps = estate.operator(host), f"hosts.{host}.keeps"
        yield Custodian(host=host, who=operator, custody="operator", data=data, facts=(operated, keeps))
        for machine in estate.machines(host):
            facts = (f"hosts.{host}.runs_on", f"hosts.{machine}.operator", keeps)
            who = estate.operator(machine)
            yield Custodian(host=host, who=who, custody="machine", data=data, facts=facts)
        for who, route in self.hands_on.get(operator, ()):
            facts = (route, operated, keeps)
            yield Custodian(host=host, who=who, custody="vendor", data=data, facts=facts)
        for who, route in self._customers.get(operator, ()):
            unfed = self._unfed(who, host)
            if unfed is not None:
                yield Custodian(
                    host=host,
                    who=who,
                    custody="customer",
                    data=data,
                    facts=(route, operated, keeps),
                    missing=unfed,
                )

    def _unfed(self, who: str, host: str) -> Routes | None:
        """Give the facts without which it is only possible that `who` sends data to `host`; None if it does not."""
        answers = []
        for hop in self.estate.into.get(host, ()):
            operator = self.estate.operator(hop.a)
            if operator == who:
                answers.append(hop.doubt)
            elif operator == UNKNOWN:
                answers.append((*hop.doubt, f"hosts.{hop.a}.operator"))
        return min(answers, key=len) if answers else None

    def own_account(self, custodian: str, data: tuple[str, ...]) -> bool:
        """Tell whether `custodian` keeps for itself alone: it is the one controller of all activities with such data."""
        sheets = self.estate.sheets_with(data)
        return sheets.once("only controllers", _only_controllers) == {(custodian,)}


def _only_controllers(sheets: Sheets) -> set[tuple[str, ...]]:
    """Give who controls each of the activities, each once."""
    return {several(sheet.processing.controller) for sheet in sheets}
