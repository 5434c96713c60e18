"""How a subject of rules is declared: where its instances come from, its fields, and the words messages may use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
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


class Field(Struct, Generic[S], frozen=True):
    """One field: what kind of value it holds, and how it is read; its words are in `auditor/text/fields/subjects`.

    `words` are the only words the field can hold; empty where any may stand. Where `by` is declared, subjects of which it tells the
    same, such as their activity, hold the same in the field by the same facts, so that it is read once for all of them; not those of
    which it tells None. `fact` is the fact of the entry of the subject (`paid` of a flow) that may settle the field: where it alone does so for one
    subject, it does for all in which the field holds the same. Where the field is `shown_by_subject`, the subject is the first that shows it.
    """

    kind: FieldKind
    read: Callable[[Derived, S], FieldValue]
    words: tuple[str, ...] = ()
    by: Callable[[Derived], Callable[[S], Hashable]] | None = None
    fact: str = ""
    shown_by_subject: bool = False


class Side(Struct, Generic[S], frozen=True):
    """What several fields of a subject follow from: `tells` gives, for an estate, what tells it of a subject.

    Subjects of which it tells the same hold the same in all of these fields, if by different facts; of those of which it tells None,
    each is read. What a side tells is looked at for most subjects in place of the fields.
    """

    fields: tuple[str, ...]
    tells: Callable[[Derived], Callable[[S], Hashable]]


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


def _one_activity(kind: Subject[Any]) -> Callable[[Derived], Callable[[Any], Hashable]]:
    """Tell the activity that a subject belongs to; nothing where there are several, or none."""

    def by(derived: Derived) -> Callable[[Any], Hashable]:
        def told(subject: Any) -> Hashable:
            activities = kind.activities(derived, subject)
            return next(iter(activities)) if len(activities) == 1 else None

        return told

    return by


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


def flow_of(hop: Hop) -> Flow:
    """Give the flow of a hop; one that only follows from the register has none and is no subject of rules."""
    if hop.flow is None:
        message = f"{hop.id} follows from the register and is no subject of rules"
        raise TypeError(message)
    return hop.flow
