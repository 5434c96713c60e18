"""Three-valued truth with its reasons (Kleene's strong logic): unknown is neither a pass nor an accusation."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

Routes = tuple[str, ...]


class Truth(Struct, frozen=True):
    """True, False, or None where the facts at `missing` decide; `proof` are the facts that show the value."""

    value: bool | None
    proof: Routes = ()
    missing: Routes = ()


TRUE = Truth(value=True)
FALSE = Truth(value=False)


def negation(of: Truth) -> Truth:
    """Give the opposite; unknown stays unknown, for the same reasons."""
    return of if of.value is None else Truth(not of.value, of.proof, of.missing)


def conjunction(parts: Iterable[Truth]) -> Truth:
    """Give False at the first False, else unknown if any is, else True with the reasons of all."""
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
    return Truth(None if unknown else True, tuple(proof), tuple(missing))


def disjunction(parts: Iterable[Truth]) -> Truth:
    """Give True at the first True, else unknown if any is, else False with the reasons of all."""
    return negation(conjunction(negation(part) for part in parts))
