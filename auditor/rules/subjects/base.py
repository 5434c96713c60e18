"""How a subject of rules is declared: where its instances come from, its fields, and the words messages may use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, Generic, Literal, TypeVar, get_args

from msgspec import Struct, UnsetType, field
from msgspec.structs import force_setattr

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.graph.regimes import REGIMES
from auditor.model.bilingual import Bilingual
from auditor.model.case.flows import Flow
from auditor.model.evidence import Choice, FieldValue, Selection, distinct
from auditor.model.scalars import Answer
from auditor.model.vocabulary import UNKNOWN
from auditor.text.names import Names

S = TypeVar("S")
FieldKind = Literal["answer", "word", "category", "term", "country", "party", "number", "date"]
#: What tells, in an estate, of each of some subjects what something about it follows from; nothing is told of one by None.
Tells = Callable[[Derived], Callable[[Sequence[S]], Sequence[Hashable]]]


class Field(Struct, Generic[S], frozen=True):
    """One field: what kind of value it holds, and how it is read; its words are in `auditor/text/fields/subjects`.

    `words` are the only words the field can hold; empty where any may stand. Where `by` is declared, subjects of which it tells the
    same, such as their activity, hold the same in the field by the same facts, so that it is read once for all of them. `fact` is the fact of the entry of the subject (`paid` of a flow) that may settle the field: where it alone does so for one
    subject, it does for all in which the field holds the same. Where `shown_by_entry` is true of a subject, the first fact that shows the field is
    an entry of the case, which is stated as such. `word` gives, for an estate, the word of the field of each of some subjects as it stands in the
    key of a finding, without the facts; a field that always holds one word or leaves it open may declare that.
    """

    kind: FieldKind
    read: Callable[[Derived, S], FieldValue]
    words: tuple[str, ...] = ()
    by: Tells[S] | None = None
    fact: str = ""
    shown_by_entry: Callable[[S], bool] | None = None
    word: Callable[[Derived], Callable[[Sequence[S]], Sequence[str]]] | None = None


class Side(Struct, Generic[S], frozen=True):
    """What several fields of a subject follow from.

    Subjects of which it tells the same hold the same in all of these fields, if by different facts. What a side tells is looked at for
    most subjects in place of the fields.
    """

    fields: tuple[str, ...]
    tells: Tells[S]


def _no_activities(derived: Derived, subject: Any) -> tuple[str, ...]:
    del derived, subject
    return ()


def _no_path(derived: Derived, subject: Any) -> tuple[Hop, ...]:
    del derived, subject
    return ()


def _no_level(subject: Any) -> tuple[int, int] | None:
    del subject
    return None


def _none(subject: Any) -> tuple[str, ...]:
    del subject
    return ()


def _no_names(derived: Derived, subject: Any) -> tuple[str, ...]:
    del derived, subject
    return ()


class Subject(Struct, Generic[S], frozen=True):
    """A kind of thing rules speak of. `route` is the fact that stands for it, for its place in the files.

    `activities` are those it belongs to, whose controllers bear the duties and whose regime decides which law applies.

    `asserted` are the premises of what its words say beyond what decides: shown with the proof, never weakening it.
    `parties` are organisations besides who controls the activities whose place decides which law of a State may be cited.
    `spots` tells who can read where (`who@place`), by which findings of different rules are known to be about one thing.
    `sides` are what several of its fields follow from.
    Every kind has the fields of `SHARED` besides its own.
    """

    name: str
    each: Callable[[Derived], Iterable[S]]
    id: Callable[[S], str]
    route: Callable[[S], str]
    fields: Mapping[str, Field[S]]
    slots: Mapping[str, Callable[[Derived, Names, S], Bilingual]]
    activities: Callable[[Derived, S], Collection[str]] = field(default=_no_activities)
    path: Callable[[Derived, S], tuple[Hop, ...]] = field(default=_no_path)
    level: Callable[[S], tuple[int, int] | None] = field(default=_no_level)
    instruments: Callable[[S], tuple[str, ...]] = field(default=_none)
    asserted: Callable[[S], tuple[str, ...]] = field(default=_none)
    spots: Callable[[Derived, S], tuple[str, ...]] = field(default=_no_names)
    parties: Callable[[Derived, S], tuple[str, ...]] = field(default=_no_names)
    sides: Mapping[str, Side[S]] = {}

    def __post_init__(self) -> None:
        own = {name: made(self) for name, made in OF_ACTIVITIES.items()}
        force_setattr(self, "fields", {**own, **self.fields, **SHARED})


def _as_of(derived: Derived, subject: Any) -> FieldValue:
    """Give the date of the case: the frame of all its facts and none of them, so it never weakens a proof."""
    del subject
    return Choice(options=(derived.estate.as_of,), missing=("case.as_of",))


#: Fields of every kind of subject.
SHARED: Final[dict[str, Field[Any]]] = {"as_of": Field("date", _as_of)}


def attributes(*names: str) -> Tells[Any]:
    """Tell by one or several attributes of subjects."""

    def tells(derived: Derived) -> Callable[[Sequence[Any]], list[Hashable]]:
        del derived
        return lambda subjects: list(map(attrgetter(*names), subjects))

    return tells


def one_by_one(tells: Callable[[Derived], Callable[[S], Hashable]]) -> Tells[S]:
    """Tell of each of some subjects what is told of one."""

    def each(derived: Derived) -> Callable[[Sequence[S]], list[Hashable]]:
        told = tells(derived)
        return lambda subjects: list(map(told, subjects))

    return each


def always(subject: Any) -> bool:
    """Tell that a field is shown by an entry of the case, whatever the subject is."""
    del subject
    return True


def _one_activity(kind: Subject[Any]) -> Tells[Any]:
    """Tell the activity that a subject belongs to; nothing where there are several, or none."""

    def tells(derived: Derived) -> Callable[[Sequence[Any]], list[Hashable]]:
        def told(subjects: Sequence[Any]) -> list[Hashable]:
            of_each = [kind.activities(derived, subject) for subject in subjects]
            return [next(iter(names)) if len(names) == 1 else None for names in of_each]

        return told

    return tells


def _controller(kind: Subject[Any]) -> Field[Any]:
    def read(derived: Derived, subject: Any) -> FieldValue:
        found = distinct(
            (name, f"activities.{activity}.controller")
            for activity in kind.activities(derived, subject)
            for name in derived.roles.controllers(activity) or (UNKNOWN,)
        )
        missing = tuple(route for name, route in found if name == UNKNOWN)
        sure = distinct(derived.estate.head(name) for name, _ in found if name != UNKNOWN)
        return Selection(
            sure=sure,
            proof=tuple(route for _, route in found),
            missing=missing,
            open=bool(missing) or not found,
        )

    return Field("party", read, by=_one_activity(kind))


def _regime(kind: Subject[Any]) -> Field[Any]:
    def read(derived: Derived, subject: Any) -> FieldValue:
        return derived.regimes.of_all(kind.activities(derived, subject))

    return Field("word", read, REGIMES, by=_one_activity(kind))


def _id(kind: Subject[Any]) -> Field[Any]:
    return Field("word", lambda derived, subject: Choice(options=(kind.id(subject),)))


#: Fields of every kind of subject that follow from the activities it belongs to: who controls them, under which regime; and its id.
OF_ACTIVITIES: Final[dict[str, Callable[[Subject[Any]], Field[Any]]]] = {
    "controller": _controller,
    "regime": _regime,
    "id": _id,
}

YES_NO = ("true", "false")
#: What is stated in a single word, or not at all.
WORDS: Final = frozenset({str, UnsetType})


def termed(terms: frozenset[str] | None, route: str) -> Selection:
    """Give what an organisation is as stated at `route`, broader terms included; open where nobody said."""
    if terms is None:
        return Selection(missing=(route,), open=True)
    return Selection(sure=tuple(sorted(terms)), proof=(route,))


def yes_no_facts(
    entry: type[Struct], read: Callable[[str], Callable[[Derived, S], FieldValue]]
) -> dict[str, Field[S]]:
    """Declare a field for each yes/no fact of an entry of a case; `read` returns the reader of the fact of that name."""
    return {
        name: Field("answer", read(name), YES_NO, fact=name)
        for name, kind in entry.__annotations__.items()
        if Answer in get_args(kind)
    }


def flows_of(hops: Sequence[Hop]) -> list[Flow]:
    """Give the flows of hops that are subjects of rules, as each has one."""
    return [hop.flow for hop in hops if hop.flow is not None]


def flow_of(hop: Hop) -> Flow:
    """Give the flow of a hop; one that only follows from the register has none and is no subject of rules."""
    if hop.flow is None:
        message = f"{hop.id} follows from the register and is no subject of rules"
        raise TypeError(message)
    return hop.flow
