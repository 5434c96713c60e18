"""What a rule comes to for a class of subjects, with marks in place of the facts that each subject of the class has of its own.

Conditions never look at the addresses of facts, they only pass them on. So a rule is run once for a class, on fields that hold
what the class holds and name a mark for what shows it and one for what would settle it; for each subject of the class, the
facts of its own fields are put where the marks are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from sys import intern
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.model.evidence import FALSE, Answer, FieldValue, Routes, conjunction, negation
from auditor.rules.language.compile import Compiled
from auditor.rules.language.condition import Get
from auditor.rules.severity import SeverityRange, severity_range


class Mark(str):
    """Stands for the facts that show a field of a subject, or for those that would settle it."""

    __slots__ = ("field", "missing")
    field: str
    missing: bool

    @classmethod
    @cache
    def of(cls, field: str, *, missing: bool) -> Mark:
        """Give the mark of a field."""
        made = cls(f"{'missing' if missing else 'proof'} of {field}")
        made.field, made.missing = field, missing
        return made


class Pattern(Struct, frozen=True, kw_only=True):
    """What a rule comes to for a class of subjects; every address in it may be a mark.

    `applies` tells whether it has anything to say of them, `kept` whether they keep to it. Else `truth` is a yes or unknown, `grave`
    how grave that is, `shown` what shows that the rule applies or one of the things that it forbids; it may fail a build where it
    `gates`, and cites the texts of `law`, with those of `law_established` once it is established.
    """

    applies: bool = True
    kept: bool = False
    truth: Answer = FALSE
    grave: SeverityRange = SeverityRange(floor="info", ceiling="info")
    shown: Routes = ()
    gates: bool = False
    law: tuple[str, ...] = ()
    law_established: tuple[str, ...] = ()


EXCLUDED: Final = Pattern(applies=False)
KEPT: Final = Pattern(kept=True)


class _Marked(dict[str, FieldValue]):
    """Fields with marks in place of their facts; others of the class may be shown by facts where the one that is read is shown by none."""

    def __init__(self, get: Get) -> None:
        super().__init__()
        self._get = get

    def __missing__(self, name: str) -> FieldValue:
        value = self._get(name)
        missing = (Mark.of(name, missing=True),) if value.missing else ()
        found = self[name] = replace(value, proof=(Mark.of(name, missing=False),), missing=missing)
        return found


def pattern(compiled: Compiled, get: Get) -> Pattern:
    """Give what a rule comes to for the class of the subject that `get` reads."""
    marked = _Marked(get).__getitem__
    when = compiled.when(marked)
    if when.value is False:
        return EXCLUDED
    breach = compiled.breach(marked)
    if breach.value is False:
        return KEPT
    unless = [] if compiled.unless is None else [negation(compiled.unless(marked))]
    if any(answer.value is False for answer in unless):
        return KEPT
    forbidden = (part(marked) for part in compiled.breach_parts)
    shown = (answer.proof for answer in (when, *forbidden) if answer.value is True)
    law = tuple(compiled.rule.law)
    return Pattern(
        truth=conjunction((when, breach, *unless)),
        grave=severity_range(compiled, marked),
        shown=tuple(dict.fromkeys(route for proof in shown for route in proof)),
        gates=compiled.gate if isinstance(compiled.gate, bool) else compiled.gate(marked).value is True,
        law=law,
        law_established=(*law, *(name for name, test in compiled.law_when if test(marked).value is True)),
    )


def parts(routes: Routes, get: Get) -> list[Routes]:
    """Give the facts that each field of the subject that `get` reads has in place of its mark, one field after the other."""
    return [
        (route,)
        if not isinstance(route, Mark)
        else get(route.field).missing
        if route.missing
        else get(route.field).proof
        for route in routes
    ]


def each_once(facts: Iterable[Routes]) -> Routes:
    """Give facts as one list, each once; thousands of subjects rest on the same facts, so that each address is kept once."""
    return tuple(map(intern, dict.fromkeys(chain.from_iterable(facts))))
