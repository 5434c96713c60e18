"""What may be the case, given the facts: never one guess, always all that is possible, with the reasons.

Every kind of value carries the addresses of the facts that show it (`proof`) and of those that would settle it
(`missing`). An `Answer` is yes, no or unknown; a `Choice` is one word of several; a `Selection` is a list known as far as
it goes; `Bounds` are a number somewhere between two. Unknown is neither a pass nor an accusation: answers combine by
Kleene's strong logic.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, Final, TypeVar

from msgspec import Struct

from auditor.model.materials import plain, several, versions
from auditor.model.vocabulary import NONE, UNSETTLED

#: Addresses of facts, each once, in the order of first use.
Routes = tuple[str, ...]
Item = TypeVar("Item", bound=Hashable)

#: How a fact must be known to show what lowers a level or contradicts a claim.
SHOWN: Final = frozenset({"documented", "observed"})
#: The words of a yes or no, where it is the value of a field.
YES: Final = "true"
NO: Final = "false"


class Answer(Struct, frozen=True, kw_only=True, gc=False):
    """Yes (`True`), no (`False`), or `None` where the facts at `missing` decide; `proof` are the facts that show it."""

    value: bool | None
    proof: Routes = ()
    missing: Routes = ()


class Choice(Struct, frozen=True, kw_only=True, gc=False):
    """A single word: one of `options`, or anything at all where `anything` is set."""

    options: tuple[str, ...] = ()
    proof: Routes = ()
    missing: Routes = ()
    anything: bool = False

    @property
    def settled(self) -> str:
        """The word, where only one is possible; else nothing."""
        return self.options[0] if len(self.options) == 1 else ""


class Selection(Struct, frozen=True, kw_only=True, gc=False):
    """A list: the elements of `sure`, possibly those of `maybe`, and possibly others where `open` is set."""

    sure: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    proof: Routes = ()
    missing: Routes = ()
    open: bool = False


class Bounds(Struct, frozen=True, kw_only=True, gc=False):
    """A number somewhere from `low` to `high`, both included."""

    low: float
    high: float
    proof: Routes = ()
    missing: Routes = ()


#: What a field of a subject of rules may hold; a yes or no stands there as the words `true` and `false`.
FieldValue = Choice | Selection | Bounds

TRUE: Final = Answer(value=True)
FALSE: Final = Answer(value=False)
NOTHING: Final = Choice(options=(NONE,))


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give each of `items` once, in order of first appearance: reasons merged without repeating any."""
    return tuple(dict.fromkeys(items))


def negation(of: Answer) -> Answer:
    """Give the opposite; unknown stays unknown, for the same reasons."""
    return of if of.value is None else Answer(value=not of.value, proof=of.proof, missing=of.missing)


def conjunction(parts: Iterable[Answer]) -> Answer:
    """Give the first no, else unknown if any is, else yes with the reasons of all."""
    proof: dict[str, None] = {}
    missing: dict[str, None] = {}
    unknown = False
    for part in parts:
        if part.value is False:
            return part
        proof.update(dict.fromkeys(part.proof))
        if part.value is None:
            unknown = True
            missing.update(dict.fromkeys(part.missing))
    return Answer(value=None if unknown else True, proof=tuple(proof), missing=tuple(missing))


def disjunction(parts: Iterable[Answer]) -> Answer:
    """Give the first yes, else unknown if any is, else no with the reasons of all."""
    return negation(conjunction(negation(part) for part in parts))


def word(route: str, value: Any) -> Choice:
    """Give the word stated at `route`, or anything where it is unknown."""
    bare = plain(value)
    if bare in UNSETTLED:
        return Choice(missing=(route,), anything=True)
    return Choice(options=(str(bare),), proof=(route,))


def words(route: str, value: Any) -> Selection:
    """Give the list stated at `route`.

    `unknown` among its elements leaves it open; what its sources differ on is possible.
    """
    listed = several(value)
    sure = tuple(item for item in listed if item not in UNSETTLED)
    is_open = len(sure) < len(listed)
    return Selection(
        sure=sure,
        maybe=versions(value),
        proof=(route,),
        missing=(route,) if is_open else (),
        open=is_open,
    )


def yes_or_no(route: str, value: Any) -> Answer:
    """Give the yes or no stated at `route`, unknown where nobody says."""
    bare = plain(value)
    if bare in UNSETTLED:
        return Answer(value=None, missing=(route,))
    return Answer(value=bare == YES, proof=(route,))


def answer(*, yes: bool, proof: Routes = ()) -> Choice:
    """Give a certain yes or no as the value of a field."""
    return Choice(options=(YES if yes else NO,), proof=proof)


def perhaps(missing: Routes, proof: Routes = ()) -> Choice:
    """Give a yes or no, as the value of a field, that the facts at `missing` would settle."""
    return Choice(options=(NO, YES), proof=proof, missing=missing)


def settled(found: Answer) -> Choice:
    """Give an answer as the value of a field."""
    if found.value is None:
        return perhaps(found.missing, found.proof)
    return answer(yes=found.value, proof=found.proof)
