"""How a fact can be answered in a form: by one word or several of a list, by a text, or only in words that somebody then settles."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from msgspec import Meta, Struct

from auditor.model.answers import closed_words, literals, parts, takes_several, type_at
from auditor.model.case.document import Case
from auditor.model.materials import WRITTEN
from auditor.model.scalars import Share, Value
from auditor.model.vocabulary import NONE, NOT_PRODUCED, UNKNOWN

#: Sections of a case, and vocabularies, whose entries a field may name.
Named = Literal["organisations", "hosts", "people", "data", "activities", "countries", "terms"]


class Answerable(Struct, frozen=True, kw_only=True):
    """How the fact at a route can be answered.

    `words` are the closed words it may hold, `refs` the sections whose entries it names, `vocabulary` a list of usual words beside
    which any may stand. `in_words`: no field takes an answer with a source of its own, so that what is said is kept for a person. `withheld`: the
    field has the word for what was asked for and not produced.
    """

    in_words: bool = False
    several: bool = False
    words: tuple[str, ...] = ()
    refs: tuple[Named, ...] = ()
    vocabulary: str = ""
    votes: bool = False
    number: bool = False
    withheld: bool = True

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing but a word of its list is an answer."""
        return bool(self.words or {"countries", "hosts", "data"}.intersection(self.refs)) and not self.is_open

    @property
    def is_open(self) -> bool:
        """Tell whether who answers may write what no list has: a text, or an organisation that the case does not know."""
        return "organisations" in self.refs or bool(self.vocabulary) or not (self.words or self.refs)


IN_WORDS = Answerable(in_words=True)


def answerable(case: Case, route: str) -> Answerable:
    """Tell how the fact at `route` of a case can be answered."""
    hint = type_at(case, route)
    every = tuple(parts(hint))
    if Share in every:
        return Answerable(votes=True, words=("majority", "minority", NONE))
    if (
        hint is None
        or _is_mapping(hint)
        or not any(get_origin(part) is Value for part in every)
        or _has_periods(case, route)
    ):
        return IN_WORDS
    metas = [part for part in every if isinstance(part, Meta)]
    refs = next((found for meta in metas if (found := (meta.extra or {}).get("ref"))), ())
    schema = next(
        (str(meta.extra_json_schema.get("$ref", "")) for meta in metas if meta.extra_json_schema), ""
    )
    words = closed_words(hint)
    return Answerable(
        several=takes_several(hint),
        words=words,
        withheld=not words or NOT_PRODUCED in literals(hint),
        refs=refs,
        vocabulary="" if refs else schema.rpartition("/")[2],
        number=any((meta.extra or {}).get("scalar") == "number" for meta in metas),
    )


def _is_mapping(hint: Any) -> bool:
    """Tell whether a field holds entries by a key, of which one answer would have to say all."""
    return any(get_origin(part) is dict for part in (hint, *get_args(hint)))


def _has_periods(case: Case, route: str) -> bool:
    """Tell whether the fact is stated by periods: one answer says nothing of the others."""
    section, _, rest = route.partition(".")
    name, _, path = rest.partition(".")
    node: Any = getattr(case, section, {}).get(name)
    for step in path.split("."):
        node = node.get(step) if isinstance(node, dict) else getattr(node, WRITTEN.get(step, step), None)
    return isinstance(node, list) and any(
        isinstance(item, Value) and (item.since or item.until) for item in node
    )


def words_in(value: Any) -> list[str]:
    """Give the words of a stated value, those of each of its parts."""
    if isinstance(value, list):
        return [word for item in value for word in words_in(item)]
    return words_in(value.value) if isinstance(value, Value) else [str(value)]


def is_open_list(value: Any) -> bool:
    """Tell whether a list says that it is not complete."""
    return isinstance(value, list) and UNKNOWN in value
