"""The rules of policies, ready to be held against subjects, with the classes of subjects that they met so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.model.columns import rows_by_value
from auditor.model.evidence import distinct
from auditor.model.policy import Policy, Rule
from auditor.rules.classes import Classes, EachRead, Fields
from auditor.rules.language.compile import Compiled, compile_rule, lists_on
from auditor.rules.language.condition import Get
from auditor.rules.patterns import Pattern, pattern
from auditor.rules.severity import SeverityRange
from auditor.rules.subject_table import SubjectTable
from auditor.rules.subjects import SUBJECTS, Subject

#: How many sets of rules are kept for further estates, and up to how many classes of subjects each may have met.
MOST_KEPT: Final = 4
MOST_CLASSES: Final = 2_000
#: So many subjects are held against each rule by itself, before it pays to know what all rules come to for a class.
FEW_SUBJECTS: Final = 64
#: Up to so many classes, subjects are told apart for all rules of their kind at once.
MOST_TOGETHER: Final = 256


class Met(Struct, frozen=True):
    """A rule that a class of subjects breaks or may break, and what it comes to for all of them."""

    compiled: Compiled
    pattern: Pattern

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.compiled.rule

    @property
    def open(self) -> bool:
        """Whether it is open for all of the class; what they all break may still be open for one of them that may be gone."""
        return self.pattern.truth.value is None

    def graves(self, alike: SubjectTable) -> list[SeverityRange]:
        """Give how grave it is for each of some subjects of the class, with the facts of its own that decide that.

        Where the same decide it for several, it is one object.
        """
        grave = self.pattern.grave
        if not grave.missing:
            return [grave] * len(alike)
        decided_by = alike.facts(grave.missing)
        made = {
            facts: replace(grave, missing=distinct(chain.from_iterable(facts))) for facts in set(decided_by)
        }
        return [made[facts] for facts in decided_by]


class SubjectClass:
    """What all rules about a kind come to for a class of subjects: those that it keeps to, and those that it breaks or may break."""

    __slots__ = ("kept", "met")

    def __init__(self, found: Iterable[tuple[Compiled, Pattern]]) -> None:
        applying = [(compiled, come_to) for compiled, come_to in found if come_to.applies]
        self.kept = tuple(compiled for compiled, come_to in applying if come_to.kept)
        self.met = tuple(Met(compiled, come_to) for compiled, come_to in applying if not come_to.kept)


class RulesOfKind:
    """The rules about a kind of subjects: what they come to is worked out once for all subjects whose fields hold the same.

    A rule has classes of its own, by the fields that it reads, and all rules together have classes by those that any of them
    reads: mostly a handful, so that a subject is told by one look. Where they are very many, as where a rule reads what no two
    subjects share, each rule is held by itself.
    """

    def __init__(self, kind: Subject[Any], compiled: Sequence[Compiled]) -> None:
        sides = {field: name for name, side in kind.sides.items() for field in side.fields}
        self._each = [(one, Classes(partial(pattern, one))) for one in compiled]
        self._all = Classes(self._said)
        self._all_by_side = Classes(self._said, sides)
        self.compiled = compiled
        self._same: dict[tuple[int, ...], SubjectClass] = {}
        self._met = 0

    @property
    def classes(self) -> int:
        """How many classes of subjects the rules met, each counted by itself."""
        return sum(patterns.count for _, patterns in self._each)

    def parted(self, table: SubjectTable, *, many: bool) -> Iterator[tuple[SubjectClass, SubjectTable]]:
        """Part subjects by what the rules come to for them; where there are `many`, it pays to look at sides, and at columns."""
        few = self._met < FEW_SUBJECTS
        self._met += len(table)
        together = self._all_by_side if many else self._all
        by_column = many and not few and together.count < MOST_TOGETHER
        for of_class, some in together.known(table) if by_column else [(None, table)]:
            if of_class is not None:
                yield of_class, some
                continue
            each = [
                self._one_by_one(fields) if few or together.count >= MOST_TOGETHER else together.of(fields)
                for fields in some.each
            ]
            yield from ((found, some.part(rows)) for found, rows in rows_by_value(each).items())

    def _said(self, get: Get) -> SubjectClass:
        return self._one_by_one(EachRead(get))

    def _one_by_one(self, fields: Fields) -> SubjectClass:
        """Hold each rule by itself; subjects of which all come to the same are one class too."""
        come_to = [patterns.of(fields) for _, patterns in self._each]
        alike = tuple(map(id, come_to))
        found = self._same.get(alike)
        if found is None:
            found = SubjectClass(zip(self.compiled, come_to, strict=True))
            if len(self._same) < MOST_TOGETHER:
                self._same[alike] = found
        return found


class Rules:
    """The rules of policies as the words of an estate have them read, and the classes of subjects that they met so far.

    A rule is compiled once it is held against subjects of its kind.
    """

    def __init__(self, estate: Estate) -> None:
        self.policies = estate.materials.policies
        self._taxonomy = estate.taxonomy
        self._lists = lists_on(estate.materials.knowledge, estate.as_of)
        self._about: dict[str, list[tuple[Rule, Policy]]] = {}
        for policy in self.policies:
            for rule in policy.rules:
                self._about.setdefault(rule.for_, []).append((rule, policy))
        self._held: dict[str, RulesOfKind] = {}

    @property
    def classes(self) -> int:
        """How many classes of subjects they met."""
        return sum(rules.classes for rules in self._held.values())

    def are_of(self, estate: Estate) -> bool:
        """Tell whether they are those of another estate too, and its categories of data and the lists of its day the same."""
        return (
            estate.materials.policies == self.policies
            and estate.taxonomy.broader == self._taxonomy.broader
            and estate.taxonomy.unplaced == self._taxonomy.unplaced
            and lists_on(estate.materials.knowledge, estate.as_of) == self._lists
        )

    def about(self, subjects: Collection[str]) -> dict[str, list[str]]:
        """Give the ids of the rules about each of `subjects` that any rule is about."""
        return {kind: [rule.id for rule, _ in told] for kind, told in self._about.items() if kind in subjects}

    def held(self, kind: str) -> RulesOfKind:
        """Give the rules about a kind of subject, ready to be held against them."""
        found = self._held.get(kind)
        if found is None:
            compiled = [
                compile_rule(rule, policy, self._taxonomy, self._lists) for rule, policy in self._about[kind]
            ]
            found = self._held[kind] = RulesOfKind(SUBJECTS[kind], compiled)
        return found


class SharedRules:
    """The rules of the estates that were judged last, for those that have them read the same.

    A survey of ten thousand sites meets the same classes of subjects again and again.
    """

    def __init__(self) -> None:
        self._known: list[Rules] = []

    def of(self, estate: Estate) -> Rules:
        """Give the rules of an estate; those that met very many classes are left, as such an estate is like no other."""
        kept = [rules for rules in self._known if rules.classes <= MOST_CLASSES]
        found = next((rules for rules in kept if rules.are_of(estate)), None) or Rules(estate)
        self._known = [found, *(rules for rules in kept if rules is not found)][:MOST_KEPT]
        return found


SHARED: Final = SharedRules()
