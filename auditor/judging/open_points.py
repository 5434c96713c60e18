"""What is not known: one question per missing fact, with all that hangs on it; unstated fields, one line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import UNSET, Struct, field

from auditor.graph.derive import Derived
from auditor.judging.confidence_text import joined
from auditor.judging.proof import place, unsettled, value_words
from auditor.judging.stated_before import asked_of_period, may_have_ended, stated_before
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.materials import plain
from auditor.model.result import AskedBefore, OpenPoint, Unstated, VersionLine
from auditor.model.scalars import Value
from auditor.model.vocabulary import SEVERITY_ORDER, UNKNOWN, Severity
from auditor.rules.addressees import Addressees
from auditor.rules.evaluate import Match
from auditor.rules.questions import fact_route, kind_of, question
from auditor.text import result as result_texts
from auditor.text.grammar import bilingual, filled
from auditor.text.names import Names

#: Sections whose written unknowns are open points.
#: Facts of law that no case states: each is a question of its own.
LAW: Final = "countries."
SECTIONS: Final = ("organisations", "ownership", "activities", "hosts", "flows", "agreements", "notices")
#: Struct fields that say how a fact is known or what it is called, not facts of their own.
ASIDE: Final = frozenset(
    {"known", "source", "also", "note", "title", "kind", "status", "unchecked", "as_of", "since", "until"}
)


class Hanging(Struct, kw_only=True):
    """What hangs on a missing fact."""

    rules: set[str] = field(default_factory=set)
    severity: Severity | None = None
    asks: bool = False

    def add(self, match: Match) -> None:
        """Hang a match on the fact."""
        self.rules.add(match.rule.id)
        self.asks = self.asks or match.rule.kind == "question"
        if self.severity is None or SEVERITY_ORDER.index(match.severity) > SEVERITY_ORDER.index(
            self.severity
        ):
            self.severity = match.severity


def open_points(
    derived: Derived, matches: Sequence[Match], names: Names
) -> tuple[list[OpenPoint], list[Unstated]]:
    """Give the open points, the gravest first, and the unstated fields.

    A missing fact is an open point of its own when it is written as unknown, when it is stated too loosely, when somebody
    asked for it already, when a rule exists to ask it, or when it is a law the knowledge base does not hold. The others are counted by field.
    """
    hanging, asked, unstated, written = _sorted(derived, matches)
    whom = Addressees(derived.estate.case)
    points = [
        _point(
            derived,
            route=route,
            hanging=hanging[route],
            names=names,
            to=whom.of(route),
            written=route in written,
        )
        for route in asked
    ]
    lines = [_line(kind, routes, hanging, names) for kind, routes in sorted(unstated.items())]
    return sorted(points, key=_grave), lines


def asked_of(derived: Derived, matches: Sequence[Match]) -> list[str]:
    """Give the facts that are open points of their own."""
    return _sorted(derived, matches)[1]


def _sorted(
    derived: Derived, matches: Sequence[Match]
) -> tuple[dict[str, Hanging], list[str], dict[str, list[str]], set[str]]:
    """Give what hangs on each missing fact, those to ask one by one, the others by field, and those written as unknown."""
    case = derived.estate.case
    hanging: dict[str, Hanging] = defaultdict(Hanging)
    for match in matches:
        for route in match.truth.missing if match.truth.value is None else match.rung_missing:
            hanging[fact_route(route)].add(match)
    written = set(written_unknowns(case))
    asked = {route for q in case.questions.values() for route in q.settles}
    points: list[str] = []
    unstated: dict[str, list[str]] = defaultdict(list)
    for route in sorted({*hanging, *written, *(asked & _unsettled_of(derived, asked))}):
        stated = derived.estate.materials.fact(route).stated
        if route in written or route in asked or stated or hanging[route].asks or route.startswith(LAW):
            points.append(route)
        else:
            unstated[kind_of(route)].append(route)
    return hanging, points, unstated, written


def _unsettled_of(derived: Derived, routes: set[str]) -> set[str]:
    return {route for route in routes if derived.estate.materials.fact(route).unsettled}


def _grave(point: OpenPoint) -> tuple[int, str]:
    severity = point.severity_if_shown
    return (-SEVERITY_ORDER.index(severity) if severity else 1, point.fact)


def _point(
    derived: Derived, route: str, hanging: Hanging, names: Names, to: str, *, written: bool
) -> OpenPoint:
    case = derived.estate.case
    asked = [
        AskedBefore(name, q.to, q.asked, str(plain(q.answered)))
        for name, q in sorted(case.questions.items())
        if route in q.settles
    ]
    lines = _versions(derived, route)
    return OpenPoint(
        fact=route,
        question=joined(_asked(derived, route, names), _aside(derived, route, names, lines)),
        to=to,
        rules=sorted(hanging.rules),
        severity_if_shown=hanging.severity,
        asked=asked,
        written=written,
        place=place(derived.estate.materials, route),
        versions=lines,
    )


def _versions(derived: Derived, route: str) -> list[VersionLine]:
    materials = derived.estate.materials
    fact = materials.fact(route)
    return [
        VersionLine(
            value=value_words(version.value),
            known=fact.known if version.known is UNSET else version.known,
            source=version.source or fact.source,
            quote=bilingual(version.quote),
            place=place(materials, f"{route}.versions.{position}"),
        )
        for position, version in enumerate(fact.versions)
    ]


def _asked(derived: Derived, route: str, names: Names) -> Bilingual:
    return asked_of_period(derived.estate.materials, route, names) or question(route, names)


def _aside(derived: Derived, route: str, names: Names, lines: Sequence[VersionLine]) -> Bilingual:
    """Say what was stated of the fact and does not settle it, and what sources say, where they differ."""
    materials = derived.estate.materials
    before = stated_before(materials, route, names)
    return joined(before, _differing(names, lines[1:] if may_have_ended(materials, route) else lines))


def _differing(names: Names, lines: Sequence[VersionLine]) -> Bilingual:
    """Say side by side what the sources say, each with its words; which of them is right is not for us to tell."""
    if not lines:
        return result_texts.NOTHING
    said = [
        filled(
            result_texts.VERSION_QUOTED if line.quote.en else result_texts.VERSION,
            value=names.all(line.value.split(", ")),
            source=line.source,
            quote=line.quote,
        )
        for line in lines
    ]
    versions = Bilingual(" ; ".join(text.fr for text in said), "; ".join(text.en for text in said))
    return filled(result_texts.DOCUMENTS_DIFFER, versions=versions)


def _line(kind: str, routes: list[str], hanging: dict[str, Hanging], names: Names) -> Unstated:
    rules = {rule for route in routes for rule in hanging[route].rules}
    severities = [s for route in routes if (s := hanging[route].severity) is not None]
    worst = max(severities, key=SEVERITY_ORDER.index, default=None)
    return Unstated(
        field=kind,
        count=len(routes),
        facts=routes,
        question=question(routes[0], names),
        rules=sorted(rules),
        severity_if_shown=worst,
    )


def written_unknowns(case: Case) -> Iterator[str]:
    """Give the addresses of the facts that the case writes as unknown, or as a list with unknown in it."""
    for section in SECTIONS:
        for name, entity in getattr(case, section).items():
            if getattr(entity, "status", UNSET) is UNSET:
                yield from _unknowns(f"{section}.{name}", entity)


def _unknowns(route: str, entity: Struct) -> Iterator[str]:
    for name, written in zip(entity.__struct_fields__, entity.__struct_encode_fields__, strict=True):
        value: Any = getattr(entity, name)
        if name in ASIDE or value is UNSET:
            continue
        if isinstance(value, Struct) and not isinstance(value, Value):
            yield from _unknowns(f"{route}.{written}", value)
        elif isinstance(value, dict):
            yield from (f"{route}.{written}.{key}" for key, item in value.items() if unsettled(item))
        elif unsettled(value) or value == UNKNOWN:
            yield fact_route(f"{route}.{written}")
