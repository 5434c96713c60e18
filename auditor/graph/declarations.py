"""What is declared of recipients: by notices to people (GDPR arts 13 and 14), and by the register (art. 30).

They are two duties. Being in the register does not tell people, and being told does not fill the register. A notice may name a
recipient or its category (art. 13(1)(e)); a processor is a recipient as well (art. 4(9)).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

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
        self._told: dict[str, _Named] = {}
        self._recorded: dict[str, _Named] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._others: dict[str, _Others] = {}
        self._authors: dict[str, _Authors] = {}
        #: The facts that do not tell for which activity a notice in force is: it may name whom the others do not.
        self.unplaced = tuple(
            f"notices.{name}.for" for word in sorted(UNSETTLED) for name, _ in self.notices.get(word, ())
        )

    def declared(self, organisation: str, activity: str) -> Answer:
        """Tell whether a notice or the register names `organisation`, or a category it falls under, for `activity`."""
        others = self._of_others(activity)
        if self._is_other(organisation, others):
            return others.declared
        told, recorded = self.told(organisation, activity), self.recorded(organisation, activity)
        if told.value or recorded.value:
            return told if told.value else recorded
        return _neither(told, recorded)

    def told(self, organisation: str, activity: str, controller: str = "") -> Answer:
        """Tell whether a notice names `organisation` for `activity`.

        Any notice on the activity may. That people are not told is shown by a notice of `controller` only, or by any notice where
        no controller is given: what somebody else tells people is not all they may have been told.
        """
        others = self._of_others(activity)
        if self._is_other(organisation, others):
            found = others.told.get(controller)
            if found is None:
                nobody = self._listed_to_people(activity).nobody_else
                found = others.told[controller] = self._as_told(nobody, activity, controller)
            return found
        by_itself = self._of_authors(activity).first.get(organisation)
        if by_itself is not None:
            return Answer(value=True, proof=(f"notices.{by_itself}.by",))
        return self._as_told(self._by(self._listed_to_people(activity), organisation), activity, controller)

    def others(self, activity: str, organisations: set[str]) -> set[str]:
        """Give those of some organisations that nothing names for an activity, nor may mean: the same is declared of all of them."""
        others, meant = self._of_others(activity), self._meant
        found = organisations.difference(*(meant[word] for word in others.named if word in meant))
        return found.difference(self._of_any_sort) if others.by_category else found

    @cached_property
    def _meant(self) -> dict[str, set[str]]:
        """The organisations that each word may mean."""
        found: dict[str, set[str]] = defaultdict(set)
        for organisation in self.estate.case.organisations:
            for word in self.words(organisation):
                found[word].add(organisation)
        return dict(found)

    @cached_property
    def _of_any_sort(self) -> set[str]:
        """The organisations of which nobody says what they are, so that any category may mean them."""
        return {who for who in self.estate.case.organisations if self.estate.terms(who) is None}

    def _listed_to_people(self, activity: str) -> _Named:
        found = self._told.get(activity)
        if found is None:
            listed = self.notices.get(activity, ())
            found = self._told[activity] = _Named(
                {f"notices.{name}.recipients": notice.recipients for name, notice in listed}
            )
        return found

    def _of_others(self, activity: str) -> _Others:
        found = self._others.get(activity)
        if found is None:
            told, recorded = self._listed_to_people(activity), self._listed_in_register(activity)
            authors = frozenset(self._of_authors(activity).first)
            to_people = self._as_told(told.nobody_else, activity, "")
            found = self._others[activity] = _Others(
                named=told.names | recorded.names | authors,
                by_category=bool(told.categories or recorded.categories),
                declared=_neither(to_people, recorded.nobody_else),
                told={"": to_people},
            )
        return found

    def _of_authors(self, activity: str) -> _Authors:
        found = self._authors.get(activity)
        if found is None:
            listed = self.notices.get(activity, ())
            first = {notice.by: name for name, notice in reversed(listed)}
            found = self._authors[activity] = _Authors(first, frozenset(map(self.estate.head, first)))
        return found

    def _is_other(self, organisation: str, others: _Others) -> bool:
        """Tell whether nothing names `organisation`, nor may mean it by a category."""
        if organisation in others.named or not self.words(organisation).isdisjoint(others.named):
            return False
        sort_known = not others.by_category or organisation in UNSETTLED
        return sort_known or self.estate.terms(organisation) is not None

    def _as_told(self, found: Answer, activity: str, controller: str) -> Answer:
        """Give what notices say of somebody, left open where one may be for `activity` too, or none of `controller` is there."""
        if not found.value and self.unplaced:
            found = Answer(value=None, proof=found.proof, missing=distinct((*found.missing, *self.unplaced)))
        heads = self._of_authors(activity).heads
        silent = self.estate.head(controller) not in heads if controller else not heads
        if not found.value and silent:
            return Answer(value=None, missing=(f"activities.{activity}.notice", *found.missing))
        return found

    def recorded(self, organisation: str, activity: str) -> Answer:
        """Tell whether the entry of the register on `activity` names `organisation`, or a category it falls under."""
        return self._by(self._listed_in_register(activity), organisation)

    def _listed_in_register(self, activity: str) -> _Named:
        found = self._recorded.get(activity)
        if found is None:
            entry, route = self.estate.case.activities[activity], f"activities.{activity}"
            found = self._recorded[activity] = _Named(
                {f"{route}.recipients": entry.recipients, f"{route}.processors": entry.processors}
            )
        return found

    def words(self, organisation: str) -> frozenset[str]:
        """Give the words by which a notice, the register or a contract may mean `organisation`: its id and all that it is."""
        found = self._words.get(organisation)
        if found is None:
            terms = self.estate.terms(organisation) or frozenset()
            found = self._words[organisation] = frozenset({organisation} - UNSETTLED) | terms
        return found

    def _by(self, named: _Named, organisation: str) -> Answer:
        """Tell whether lists name `organisation`; a category may mean one of which nobody says what it is."""
        by = named.by(self.words(organisation))
        if by:
            return Answer(value=True, proof=(by,))
        if organisation in UNSETTLED or self.estate.terms(organisation) is not None:
            return named.nobody_else
        return named.perhaps_by_category(f"organisations.{organisation}.is")


def _neither(told: Answer, recorded: Answer) -> Answer:
    """Give what is said of whoever is named neither to people nor in the register."""
    missing = distinct((*told.missing, *recorded.missing))
    return Answer(value=None if missing else False, proof=(*told.proof, *recorded.proof), missing=missing)


class _Authors(Struct, frozen=True):
    """Who tells people of an activity: the first notice of each, and the legal persons that they are."""

    first: dict[str, str]
    heads: frozenset[str]


class _Others(Struct, frozen=True):
    """What is said of all recipients of an activity that nothing names, of which there may be thousands: one answer for all of them.

    `named` are the words that name somebody, `by_category` tells whether some are categories; `told` is by controller.
    """

    named: frozenset[str]
    by_category: bool
    declared: Answer
    told: dict[str, Answer]


class _Named:
    """Whom lists of recipients name, by the address of each list; `nobody_else` is what they say of whoever they do not name."""

    def __init__(self, listed: Mapping[str, Any]) -> None:
        self._lists = {route: frozenset(several(value)) for route, value in listed.items()}
        self._first: dict[str, str] = {}
        for route, items in reversed(self._lists.items()):
            self._first.update(dict.fromkeys(items, route))
        self._places = {route: place for place, route in enumerate(self._lists)}
        self.names = frozenset(self._first)
        self._open = {route for route, items in self._lists.items() if not UNSETTLED.isdisjoint(items)}
        self._closed = tuple(route for route in self._lists if route not in self._open)
        self.categories = {
            route for route, items in self._lists.items() if not ACTIVITY_TERMS.keys().isdisjoint(items)
        }
        self.nobody_else = self._unnamed(route for route in self._lists if route in self._open)

    def by(self, words: frozenset[str]) -> str:
        """Give the first list that has one of `words`; nothing where none has."""
        routes = [self._first[word] for word in words & self.names]
        return min(routes, key=self._places.__getitem__, default="")

    def perhaps_by_category(self, terms: str) -> Answer:
        """Give what they say of whoever they do not name and whose `terms` nobody states, where a category may mean it."""
        if not self.categories:
            return self.nobody_else
        asked: list[str] = []
        for route in self._lists:
            asked += [route] if route in self._open else []
            asked += [terms] if route in self.categories else []
        return self._unnamed(asked)

    def _unnamed(self, missing: Iterable[str]) -> Answer:
        asked = distinct(missing)
        return Answer(value=None if asked else False, proof=self._closed, missing=asked)
