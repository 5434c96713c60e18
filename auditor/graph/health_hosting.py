"""Where the French law on hosting health data applies: data collected in care, kept for others, in a case in its scope.

French Public Health Code art. L.1111-8: health data collected in prevention, diagnosis, care or social follow-up. The law is
taken to apply where a controller, or whom the case is about, is in France. Act 2024-449 art. 31: State bodies, data that
meets both of its tests. German Social Code, Book V, § 393: providers of care and health insurance funds in Germany.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Sheets
from auditor.model.evidence import Answer, conjunction, disjunction, negation, yes_or_no
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

FRANCE: Final = "FR"
HEALTH: Final = "health"
SREN_31: Final = "sren-31"
GERMANY: Final = "DE"
SGB_V_393: Final = "sgb-v-393"


class HealthHosting:
    """The health data of an estate: where it comes from care, and under which law it is hosted."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate

    def sheets(self, host: str, broad: str = HEALTH) -> Sheets:
        """Give the activities whose data of kind `broad` is kept, or may be kept, at `host`."""
        kept = (*self.estate.kept(host), *self.estate.may_keep(host))
        return self.estate.sheets_with(name for name in kept if self.estate.is_a(name, broad))

    def collected(self, host: str) -> Answer:
        """Tell whether health data kept at `host` was collected in care."""
        sheets = self.sheets(host)
        if not sheets:
            return Answer(value=None, missing=(f"hosts.{host}.keeps",))
        return sheets.once("care", _in_care)

    def in_france(self, sheets: Sheets) -> Answer:
        """Tell whether a controller of `sheets`, or whom the case is about, is in France."""
        return sheets.once("in_france", self._in_france)

    def _in_france(self, sheets: Sequence[ActivityIndex]) -> Answer:
        answers = [
            self._french(controller, f"activities.{s.id}.controller")
            for s in sheets
            for controller in _controllers(s)
        ]
        about = self.estate.case.case.about
        answers.extend([self._french(about, "")] if about and about not in UNSETTLED else [])
        return _any(answers)

    def bound_by_sgb(self, host: str) -> Answer:
        """Tell whether § 393 of the German Social Code, Book V, binds a controller of the health data kept at `host`."""
        sheets = self.sheets(host)
        return sheets.once("sgb", self._bound_by_sgb) if sheets else _keeps_none(host)

    def _bound_by_sgb(self, sheets: Sequence[ActivityIndex]) -> Answer:
        return _any(
            [
                self._under(controller, f"activities.{sheet.id}.controller", duty=SGB_V_393, country=GERMANY)
                for sheet in sheets
                for controller in _controllers(sheet)
            ]
        )

    def established(self, organisation: str, country: str, route: str) -> Answer:
        """Tell whether `organisation`, named by the fact at `route`, has its seat or an establishment in `country`."""
        if organisation in UNSETTLED:
            return Answer(value=None, missing=(route,))
        where = f"organisations.{organisation}.country"
        if self._state_of(self.estate.country(organisation)) == country:
            return Answer(value=True, proof=(where,))
        entry = self.estate.case.organisations.get(organisation)
        present = several(entry.presence) if entry is not None else (UNKNOWN,)
        presence = f"organisations.{organisation}.presence"
        if country in map(self._state_of, present):
            return Answer(value=True, proof=(presence,))
        if not UNSETTLED.isdisjoint(present):
            return Answer(value=None, missing=(presence,))
        return Answer(value=False, proof=(where, presence))

    def _french(self, organisation: str, route: str) -> Answer:
        proof = (route,) if route else ()
        if organisation in UNSETTLED:
            return Answer(value=None, missing=proof)
        country = self.estate.country(organisation)
        where = f"organisations.{organisation}.country"
        if country == UNKNOWN:
            return Answer(value=None, missing=(where,))
        return Answer(value=self._state_of(country) == FRANCE, proof=(*proof, where))

    def _state_of(self, country: str) -> str:
        return self.estate.materials.knowledge.state_of(country)

    def of_the_state(self, host: str) -> Answer:
        """Tell whether `host` keeps data of particular sensitivity of a body bound by art. 31, with no derogation in force."""
        sheets = self.sheets(host, "personal")
        return sheets.once("sren", self._any_bound) if sheets else _keeps_none(host)

    def _any_bound(self, sheets: Sequence[ActivityIndex]) -> Answer:
        return _any([self._bound(sheet) for sheet in sheets])

    def customer_of_the_state(
        self, named: Sequence[tuple[str, str]], possible: Sequence[tuple[str, str]]
    ) -> Answer:
        """Tell whether art. 31 of Act 2024-449 binds one of `named`, or of those who are `possible` customers only.

        Each comes with the fact that makes it a customer, or that would.
        """
        answers = [self._duty(who, route) for who, route in dict.fromkeys(named)]
        for who, route in dict.fromkeys(possible):
            duty = self._duty(who, route)
            if duty.value is not False:
                answers.append(Answer(value=None, missing=(route, *duty.missing)))
        return _any(answers)

    def _bound(self, sheet: ActivityIndex) -> Answer:
        route = f"activities.{sheet.id}"
        duty = _any([self._duty(controller, f"{route}.controller") for controller in _controllers(sheet)])
        sensitive = yes_or_no(f"{route}.sren_sensitive", sheet.processing.sren_sensitive)
        derogation = yes_or_no(f"{route}.sren_derogation", sheet.processing.sren_derogation)
        found = conjunction((duty, sensitive, negation(derogation)))
        return Answer(value=None, missing=found.missing) if found.value is None else found

    def _duty(self, organisation: str, route: str) -> Answer:
        return self._under(organisation, route, duty=SREN_31, country=FRANCE)

    def _under(self, organisation: str, route: str, *, duty: str, country: str) -> Answer:
        """Tell whether a special duty of the law of `country` binds `organisation`, which the fact at `route` names."""
        if organisation in UNSETTLED:
            return Answer(value=None, missing=(route,))
        entry = self.estate.case.organisations.get(organisation)
        listed = several(entry.duties) if entry is not None else (UNKNOWN,)
        where = f"organisations.{organisation}.duties"
        own = self._state_of(self.estate.sure_country(organisation))
        if not UNSETTLED.isdisjoint(listed) and own not in (country, *UNSETTLED):
            return Answer(value=False, proof=(route, f"organisations.{organisation}.country"))
        if duty in listed:
            return Answer(value=True, proof=(route, where))
        return (
            Answer(value=None, missing=(where,))
            if any(d in UNSETTLED for d in listed)
            else Answer(value=False, proof=(where,))
        )


def _any(answers: Sequence[Answer]) -> Answer:
    """Give the first yes, else unknown if any is, else no; unknown is told by what is missing alone."""
    found = disjunction(answers)
    return Answer(value=None, missing=found.missing) if found.value is None else found


def _in_care(sheets: Sequence[ActivityIndex]) -> Answer:
    return _any([yes_or_no(f"activities.{s.id}.care", s.processing.care) for s in sheets])


def _keeps_none(host: str) -> Answer:
    """Give the no of a host that keeps no such data."""
    return Answer(value=False, proof=(f"hosts.{host}.keeps",))


def _controllers(sheet: ActivityIndex) -> tuple[str, ...]:
    return several(sheet.processing.controller) or (UNKNOWN,)
