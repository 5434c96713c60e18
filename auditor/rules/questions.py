"""The question that settles a fact; facts are addressed by route, and a kind of fact is its section and field (`hosts.keys`)."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.facts import ASK
from auditor.text.fields.base import Row, Without
from auditor.text.fields.table import find, key_of
from auditor.text.grammar import both, filled
from auditor.text.names import Names
from auditor.text.vocabulary.points import POINTS
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE

#: The list of certificates, whose question asks for each with all that it says.
_CERTIFIED: Final = "certified"
#: What addresses of facts on ownership links begin with.
_OF_LINKS: Final = "ownership."
#: Fields of an ownership link that the one question on votes settles.
VOTING: Final = frozenset({"", "votes", "shares", "kind"})
#: The kind of these facts.
VOTES: Final = "ownership.votes"


def kind_of(route: str) -> str:
    """Give the kind of fact at `route`: section and field, `ownership.votes` for any fact on a holding."""
    section, _, rest = route.partition(".")
    field = rest.partition(".")[2].partition(".")[0]
    if section == "ownership" and field in VOTING:
        return VOTES
    if section == "claims" or (section == "agreements" and not field):
        return section
    return route if section == "case" else intern(f"{section}.{field}")


def kind_of_all(routes: Sequence[str]) -> str | None:
    """Give the kind of facts that stand at one place of entries of one section, such as `hosts.a.keys` and `hosts.b.keys`.

    That is counted in all of them put together; None where it is not so.
    """
    section, _, path = parted(routes[0])
    together = "\n".join(("", *routes, ""))
    alike = (
        path
        and section != "case"
        and together.count("\n") == len(routes) + 1
        and together.count(f"\n{section}.") == len(routes) == together.count(f".{path}\n")
        and together.count(".") == len(routes) * routes[0].count(".")
        and f"\n{section}.{path}\n" not in together
    )
    return kind_of(routes[0]) if alike else None


def fact_route(route: str) -> str:
    """Give the address under which an open point is listed: a holding's votes stand for the whole link."""
    if route.startswith(_OF_LINKS) and route.count(".") == 1:
        return f"{route}.votes"
    return route


def row_of(route: str) -> Row:
    """Give the row of the field at `route`, or of the whole entry."""
    section, name, path = parted(route)
    return find(section, path) if section != "case" else find(section, name)


#: The mapping of an activity whose keys are categories of data.
_OF_CATEGORIES: Final = "retentions."
#: The mapping of an agreement whose keys are points of GDPR art. 28.
_OF_POINTS: Final = "points."
#: The mapping of an activity whose keys are rights of people.
_OF_RIGHTS: Final = "rights."


def parted(route: str) -> tuple[str, str, str]:
    """Give the section, the name of the entry and the path within it."""
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    return section, name, path


def question(route: str, names: Names) -> Bilingual:
    """Give the question that settles the fact at `route`."""
    section, name, path = parted(route)
    owner, _, owned = name.partition(">")
    return filled(
        _template(find(section, _CERTIFIED) if path.startswith(_CERTIFIED) else row_of(route)),
        it=names.within(section, name),
        owner=names.of(owner),
        owned=names.of(owned.partition("~")[0]),
        key=_key(path, names),
    )


def _key(path: str, names: Names) -> Bilingual:
    """Give what the entry of a mapping is called: a category, a point of a contract, else an organisation."""
    key = key_of(path)
    if path.startswith(_OF_POINTS):
        return POINTS[key].name
    if path.startswith(_OF_RIGHTS):
        return RIGHTS_OF_PEOPLE[key].name
    return names.word(key) if path.startswith(_OF_CATEGORIES) else names.of(key)


def question_on(kind: str, **slots: Bilingual) -> Bilingual:
    """Give the question that settles facts of a kind, its slots filled alike for any entity."""
    section, _, field = kind.partition(".")
    blank = dict.fromkeys(("it", "owner", "owned", "key"), both("…"))
    return filled(_template(find(section, field)), **{**blank, **slots})


def _template(row: Row) -> Bilingual:
    """Give the question of a row; of what nobody is asked, one by its noun, as somebody may have asked nonetheless."""
    if not isinstance(row.question, Without):
        return row.question
    return Bilingual(ASK.fr.replace("{doc}", row.doc.fr), ASK.en.replace("{doc}", row.doc.en))
