"""What rules met, and how many subjects each could decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.model.evidence import Routes
from auditor.model.policy import Rule
from auditor.rules.duty import Duty, under, word_of
from auditor.rules.language.compile import Compiled
from auditor.rules.law_in_place import in_place
from auditor.rules.patterns import Pattern, each_once, parts
from auditor.rules.readers import SubjectFields
from auditor.rules.severity import SeverityRange
from auditor.rules.subjects import SUBJECTS, Subject
from auditor.rules.tally import Judged, Tally


class Match(Struct, frozen=True, kw_only=True, dict=True):
    """A rule met a subject, whose `id` this is, by its `fields`.

    `pattern` is what the rule comes to for all subjects of the class, `open` are the facts that would settle whether it holds for this one,
    as each of its fields names them; of one that breaks the rule, those that tell whether it is there and a regime applies to it.
    `duty` tells who bears the duty and under which regime; `culprit` is who bears it as it is told, `key` what tells the findings
    of the rule apart: the culprit, and the values by which the rule groups. `grave` is how grave it is. `live` tells of an open point
    whether it is worth asking: the rule applies for certain, or something it forbids is shown, by a fact that somebody stated; or all
    that is missing is whether the subject goes on.
    """

    compiled: Compiled
    pattern: Pattern
    id: str
    fields: SubjectFields
    open: Sequence[Routes]
    duty: Duty
    culprit: str
    key: str
    grave: SeverityRange
    live: bool

    @property
    def established(self) -> bool:
        """Whether the subject breaks the rule for certain; else that is open."""
        return bool(self.pattern.truth.value) and not self.open

    @property
    def subject(self) -> Any:
        """The subject that it met."""
        return self.fields.subject

    @cached_property
    def proof(self) -> Routes:
        """The facts that show it, read where somebody asks for them: of many matches told as one finding, one stands for all."""
        return each_once(self.shown_by())

    @cached_property
    def unsettled(self) -> Routes:
        """The facts that would settle whether it holds; none where that is established."""
        return each_once(self.open)

    def shown_by(self) -> list[Routes]:
        """Give the facts that show it, field by field: some of them perhaps several times, lists of many as they are shared by thousands."""
        return parts(self.pattern.truth.proof, self.fields.__getitem__)

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.compiled.rule

    @property
    def kind(self) -> Subject[Any]:
        """The kind of subject the rule speaks of."""
        return SUBJECTS[self.compiled.rule.for_]

    @property
    def gates(self) -> bool:
        """Whether it may fail a build."""
        return self.pattern.gates

    @property
    def missing(self) -> Routes:
        """The facts that would settle it: whether it holds where that is open, else how grave it is."""
        return self.grave.missing if self.established else self.unsettled


class Evaluation(Struct, frozen=True):
    """What rules come to in an estate: the matches that are told, in order of rule, key and subject, and the tally of all.

    They are what breaks a rule, and what is open as far as it was to be told.
    """

    matches: list[Match]
    tally: Tally

    @property
    def judged(self) -> dict[str, Judged]:
        """How many subjects each rule applied to, and what it came to."""
        return self.tally.judged

    @property
    def applied(self) -> frozenset[tuple[str, str]]:
        """The rules and subjects that applied to one another, where subjects were listed."""
        return frozenset((rule, name) for rule, found in self.judged.items() for name in found.subjects or ())


def cited(derived: Derived, match: Match) -> tuple[str, ...]:
    """Give the texts that the rule cites here: those of `law_when` once it is established, those of one State where it may apply."""
    law = match.pattern.law_established if match.established else match.pattern.law
    law = in_place(law, derived, match.kind, match.subject, who=match.duty.who)
    return under(match.duty.regime, law, derived.estate.materials.knowledge)


def formerly(match: Match) -> tuple[tuple[str, str, str], ...]:
    """Give the keys that the finding had in earlier versions of the rule, each with its rule and kind."""
    if not match.compiled.former:
        return ()
    get = match.fields.__getitem__
    return tuple(
        (rule, kind, "+".join(word_of(get(field)) for field in fields) or match.id)
        for rule, kind, fields in match.compiled.former
    )


def in_order(matches: Iterable[Match]) -> list[Match]:
    """Give matches by rule, key and subject."""
    return sorted(matches, key=lambda match: (match.compiled.rule.id, match.key, match.id))
