"""`copy`: data kept at a host, or by an organisation on its own systems: how long, and within reach of people's rights."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, Final

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.graph.hop import ActivityIndex, Hop
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Choice, FieldValue, Selection, answer, distinct, perhaps, word, words
from auditor.model.materials import plain
from auditor.model.period import Period, longer, period
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rules.subjects import host as hosts
from auditor.rules.subjects.base import YES_NO, Field, Side, Subject, one_by_one
from auditor.text.grammar import both, listed
from auditor.text.slots.copy import FAULTS, NO_PERIOD, RIGHT_WORDS, SPELT

RETURN: Final = "return"
RIGHTS: Final = ("access", "rectification", "erasure", RETURN)
PROCESSOR: Final = "processor"


class Copy(Struct, frozen=True):
    """What `place` keeps: a host of its own, or an organisation of what `hop` brings it."""

    place: str
    hop: Hop | None = None

    @property
    def route(self) -> str:
        """The entity that says how the copy is kept."""
        return f"hosts.{self.place}" if self.hop is None else self.hop.route


def _each(derived: Derived) -> Iterator[Copy]:
    estate = derived.estate
    for name, place in sorted(estate.case.hosts.items()):
        if plain(place.keeps) != NONE:
            yield Copy(name)
    for sheet in estate.sheets.values():
        for hop in sheet.hops:
            ends_there = hop.b in estate.case.organisations or hop.open_end
            if ends_there and hop.flow is not None and not hop.rest:
                yield Copy(hop.b, hop)


def _entity(derived: Derived, copy: Copy) -> Any:
    return derived.estate.case.hosts[copy.place] if copy.hop is None else copy.hop.flow


def _keeps(derived: Derived, copy: Copy) -> FieldValue:
    if copy.hop is None:
        return hosts.keeps(derived, copy.place)
    carried = derived.estate.hop_categories(copy.hop)
    more = derived.estate.sheets[copy.hop.activity].names(copy.hop.more)
    open_ = (f"{copy.hop.route}.data",) if more else ()
    if copy.hop.doubt:
        return Selection(maybe=(*carried, *more), missing=distinct((*copy.hop.doubt, *open_)))
    return Selection(sure=carried, maybe=more, proof=(copy.hop.route,), missing=open_)


def data_of(derived: Derived, copy: Copy) -> tuple[str, ...]:
    """Give the categories that the copy holds or may hold."""
    estate = derived.estate
    if copy.hop is not None:
        return estate.hop_categories(copy.hop)
    return estate.kept(copy.place) or estate.may_keep(copy.place)


def _limit(derived: Derived, copy: Copy) -> FieldValue:
    stated = word(f"{copy.route}.kept_for", _entity(derived, copy).kept_for)
    if stated.anything:
        return stated
    if stated.options == (NONE,):
        return Choice(options=("nothing",), proof=stated.proof)
    found = period(stated.options[0])
    if found is None:
        return Choice(options=("limited", "unlimited"), missing=stated.proof)
    return Choice(options=("unlimited" if found.endless else "limited",), proof=stated.proof)


def announced(derived: Derived, sheet: ActivityIndex) -> Iterator[tuple[str, Any]]:
    """Give the periods that the register and the notices in force announce for an activity, with their addresses."""
    yield f"activities.{sheet.id}.retention", sheet.processing.retention
    for name, notice in derived.recipients.notices.get(sheet.id, []):
        yield f"notices.{name}.kept_for", notice.kept_for


def _activities(derived: Derived, copy: Copy) -> tuple[str, ...]:
    """Give the activities the copy may come from: those whose flows reach it, else those of such data."""
    if copy.hop is not None:
        return (copy.hop.activity,)
    reaching = derived.estate.reaching.get(copy.place, ())
    return reaching or tuple(sheet.id for sheet in hosts.sheets_of(derived, copy.place))


def _sheets(derived: Derived, copy: Copy) -> list[ActivityIndex]:
    return [derived.estate.sheets[activity] for activity in _activities(derived, copy)]


def _beyond(derived: Derived, copy: Copy) -> FieldValue:
    """Tell whether the copy outlasts the announced period of every activity that it may come from."""
    stated = word(f"{copy.route}.kept_for", _entity(derived, copy).kept_for)
    if stated.anything:
        return perhaps(stated.missing)
    if stated.options == (NONE,):
        return answer(yes=False, proof=stated.proof)
    kept = period(stated.options[0])
    if kept is None:
        return perhaps(stated.proof)
    answers = [_outlasts(kept, list(announced(derived, sheet))) for sheet in _sheets(derived, copy)]
    certain = {yes for yes, _, _ in answers}
    proof = distinct((*stated.proof, *(route for _, routes, _ in answers for route in routes)))
    if len(certain) == 1 and None not in certain:
        return answer(yes=certain.pop() is True, proof=proof)
    missing = dict.fromkeys(route for _, _, routes in answers for route in routes)
    return perhaps(tuple(missing) or (f"{copy.route}.kept_for",))


def _outlasts(
    kept: Period, told: list[tuple[str, Any]]
) -> tuple[bool | None, tuple[str, ...], tuple[str, ...]]:
    """Give whether `kept` is longer than a period of `told`, the addresses that show it, and those that keep it open."""
    missing: list[str] = []
    shown: list[str] = []
    for route, value in told:
        text = str(plain(value))
        limit = None if text in UNSETTLED else period(text)
        verdict = False if text == NONE else None if limit is None else longer(kept, limit)
        if verdict:
            return True, (route,), ()
        (missing if verdict is None else shown).append(route)
    return (None if missing else False), tuple(shown), tuple(missing)


def _stated(name: str) -> Field[Copy]:
    def read(derived: Derived, copy: Copy) -> FieldValue:
        return word(f"{copy.route}.{name}", getattr(_entity(derived, copy), name))

    return Field("answer", read, YES_NO, fact=name)


def _out_of_reach(derived: Derived, copy: Copy) -> Selection:
    """Give the rights for which no path leads to the copy; return is owed by processors only."""
    stated = words(f"{copy.route}.rights", _entity(derived, copy).rights)
    lacking = tuple(right for right in RIGHTS if right not in stated.sure)
    if stated.open:
        return Selection(maybe=lacking, missing=stated.missing)
    role = _role(derived, copy)
    always = tuple(right for right in lacking if right != RETURN)
    if RETURN not in lacking or (not role.anything and PROCESSOR not in role.options):
        return Selection(sure=always, proof=stated.proof)
    if role.options == (PROCESSOR,):
        return Selection(sure=lacking, proof=(*stated.proof, *(() if always else role.proof)))
    return Selection(sure=always, maybe=(RETURN,), proof=stated.proof, missing=role.missing)


def _role(derived: Derived, copy: Copy) -> Choice:
    """Return the role of the keeper of the copy, for a host only if the role is the same in all activities it keeps data of."""
    who = derived.estate.operator(copy.place)
    role = derived.roles.role
    found = [role(who, activity) for activity in _activities(derived, copy)]
    if not found or any(role.anything for role in found):
        missing = distinct(route for role in found for route in role.missing)
        nameless = (
            f"hosts.{copy.place}.operator" if copy.place in derived.estate.case.hosts else f"{copy.route}.to"
        )
        return Choice(missing=missing or (nameless,), anything=True)
    roles = {role.settled for role in found}
    proof = distinct(route for role in found for route in role.proof)
    return Choice(options=tuple(sorted(roles)), proof=proof, missing=proof if len(roles) > 1 else ())


def _kept(derived: Derived) -> Callable[[Copy], Hashable]:
    """Tell what a host keeps, and whether it is said in full; nothing of what an organisation keeps on its own systems."""
    tells = hosts.kept(derived)
    return lambda copy: tells(copy.place) if copy.hop is None else None


def _keeping_as(derived: Derived) -> Callable[[Copy], Hashable]:
    """Tell the roles of the keeper of a copy in the activities that it may come from."""
    operator, roles_in = derived.estate.operator, derived.roles.roles_in
    return lambda copy: roles_in(operator(copy.place), _activities(derived, copy))


def _period(derived: Derived, copy: Copy) -> Bilingual:
    text = str(plain(_entity(derived, copy).kept_for))
    return SPELT.get(text, both(text))


def _announced(derived: Derived, copy: Copy) -> Bilingual:
    told = [str(plain(value)) for sheet in _sheets(derived, copy) for _, value in announced(derived, sheet)]
    found = list(dict.fromkeys(text for text in told if text not in UNSETTLED and text != NONE))
    return listed(SPELT.get(text, both(text)) for text in found) if found else NO_PERIOD


def _fault(derived: Derived, copy: Copy) -> Bilingual:
    """Say what is known to be too long: first what is certain, else all that may be."""
    faults = [(COPY.fields[name].read(derived, copy), word, said) for name, word, said in FAULTS]
    sure = [said for value, word, said in faults if isinstance(value, Choice) and value.options == (word,)]
    if faults[0][2] in sure:
        sure = [said for said in sure if said != faults[1][2]]
    return listed(
        sure or [said for value, word, said in faults if isinstance(value, Choice) and _may_be(value, word)]
    )


def _may_be(value: Choice, word: str) -> bool:
    return value.anything or word in value.options


def _lacking(derived: Derived, copy: Copy) -> Bilingual:
    found = _out_of_reach(derived, copy)
    return listed(RIGHT_WORDS[right] for right in found.sure or found.maybe)


COPY: Subject[Copy] = Subject(
    name="copy",
    each=_each,
    id=lambda copy: copy.place if copy.hop is None else copy.hop.id,
    route=lambda copy: copy.route,
    activities=lambda derived, copy: (
        hosts.served(derived, copy.place) if copy.hop is None else (copy.hop.activity,)
    ),
    fields={
        "keeps": Field("category", _keeps),
        "limit": Field("word", _limit, ("limited", "unlimited", "nothing")),
        "beyond": Field("answer", _beyond, YES_NO),
        "erased": _stated("erased"),
        "out_of_reach": Field("word", _out_of_reach, RIGHTS),
        "role": Field("word", _role, ("controller", "processor", "third-party")),
    },
    slots={
        "who": lambda derived, names, copy: names.of(derived.estate.operator(copy.place) or copy.place),
        "place": lambda derived, names, copy: names.of(copy.place),
        "data": lambda derived, names, copy: names.data(data_of(derived, copy)),
        "period": lambda derived, names, copy: _period(derived, copy),
        "fault": lambda derived, names, copy: _fault(derived, copy),
        "lacking": lambda derived, names, copy: _lacking(derived, copy),
        "announced": lambda derived, names, copy: _announced(derived, copy),
    },
    path=lambda derived, copy: () if copy.hop is None else (copy.hop,),
    sides={
        "kept": Side(("keeps",), one_by_one(_kept)),
        "keeping_as": Side(("role",), one_by_one(_keeping_as)),
    },
)
