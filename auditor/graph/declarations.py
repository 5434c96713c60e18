"""What is declared of recipients: by notices to people (GDPR arts 13 and 14), and by the register (art. 30).

They are two duties. Being in the register does not tell people, and being told does not fill the register. A notice may name a
recipient or its category (art. 13(1)(e)); a processor is a recipient as well (art. 4(9)).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from auditor.graph.estate import Estate
from auditor.model.case.notices import Notice
from auditor.model.evidence import Answer, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import ACTIVITY_TERMS, UNSETTLED


class Declarations:
    """The notices in force on the date of an estate, by activity, and who is named by them and by the register."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.notices: dict[str, list[tuple[str, Notice]]] = defaultdict(list)
        for name, notice in sorted(estate.case.notices.items()):
            for activity in [notice.for_] if isinstance(notice.for_, str) else notice.for_:
                self.notices[activity].append((name, notice))
        self._items: dict[str, frozenset[str]] = {}
        #: The facts that do not tell for which activity a notice in force is: it may name whom the others do not.
        self.unplaced = tuple(
            f"notices.{name}.for" for word in sorted(UNSETTLED) for name, _ in self.notices.get(word, ())
        )

    def declared(self, organisation: str, activity: str) -> Answer:
        """Tell whether a notice or the register names `organisation`, or a category it falls under, for `activity`."""
        told, recorded = self.told(organisation, activity), self.recorded(organisation, activity)
        if told.value or recorded.value:
            return told if told.value else recorded
        missing = distinct((*told.missing, *recorded.missing))
        return Answer(value=None if missing else False, proof=(*told.proof, *recorded.proof), missing=missing)

    def told(self, organisation: str, activity: str, controller: str = "") -> Answer:
        """Tell whether a notice names `organisation` for `activity`.

        Any notice on the activity may. That people are not told is shown by a notice of `controller` only, or by any notice where
        no controller is given: what somebody else tells people is not all they may have been told.
        """
        listed = self.notices.get(activity, ())
        by_itself = next((name for name, notice in listed if notice.by == organisation), None)
        if by_itself is not None:
            return Answer(value=True, proof=(f"notices.{by_itself}.by",))
        found = self._named(
            organisation, ((f"notices.{name}.recipients", notice.recipients) for name, notice in listed)
        )
        if not found.value and self.unplaced:
            found = Answer(value=None, proof=found.proof, missing=distinct((*found.missing, *self.unplaced)))
        heads = {self.estate.head(notice.by) for _, notice in listed}
        silent = self.estate.head(controller) not in heads if controller else not heads
        if not found.value and silent:
            return Answer(value=None, missing=(f"activities.{activity}.notice", *found.missing))
        return found

    def recorded(self, organisation: str, activity: str) -> Answer:
        """Tell whether the entry of the register on `activity` names `organisation`, or a category it falls under."""
        entry, route = self.estate.case.activities[activity], f"activities.{activity}"
        return self._named(
            organisation,
            ((f"{route}.recipients", entry.recipients), (f"{route}.processors", entry.processors)),
        )

    def words(self, organisation: str) -> frozenset[str]:
        """Give the words by which a notice, the register or a contract may mean `organisation`: its id and all that it is."""
        return frozenset({organisation} - UNSETTLED) | (self.estate.terms(organisation) or frozenset())

    def _named(self, organisation: str, listed: Iterable[tuple[str, Any]]) -> Answer:
        words, proof, missing = self.words(organisation), list[str](), list[str]()
        vague = organisation not in UNSETTLED and self.estate.terms(organisation) is None
        for route, value in listed:
            items = self._items.get(route)
            if items is None:
                items = self._items[route] = frozenset(several(value))
            if not words.isdisjoint(items):
                return Answer(value=True, proof=(route,))
            (proof if UNSETTLED.isdisjoint(items) else missing).append(route)
            if vague and not ACTIVITY_TERMS.keys().isdisjoint(items):
                missing.append(f"organisations.{organisation}.is")
        return Answer(value=None if missing else False, proof=tuple(proof), missing=distinct(missing))
