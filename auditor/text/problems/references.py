"""What to say of a reference that leads nowhere: to what it should lead, and what may be meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from auditor.model.bilingual import Bilingual
from auditor.model.materials import plain
from auditor.model.scalars import Words
from auditor.model.vocabulary import UNKNOWN
from auditor.text.near_names import NearNames
from auditor.text.problems.case import EITHER_KIND, NO_SUCH, WHAT
from auditor.text.synonyms import category_named, term_named

#: Sections whose words are closed, with what else each of their words is called.
CLOSED: Final[dict[str, Callable[[str], Iterable[str]]]] = {"data": category_named, "terms": term_named}


def no_such(name: str, *sections: str) -> Bilingual:
    """Give the message that none of `sections` has `name`."""
    what = WHAT[sections[0]]()
    for section in sections[1:]:
        what = EITHER_KIND(first=what, second=WHAT[section]())
    return NO_SUCH(what=what, name=name)


def near_entries(sections: Collection[tuple[str, Mapping[str, Any]]]) -> NearNames:
    """Give the names of all entries of `sections`, found through their titles, brands and former names too."""
    names: dict[str, None] = dict.fromkeys(chain.from_iterable(entries for _, entries in sections))

    def others(name: str) -> Iterator[str]:
        for section, entries in sections:
            if section in CLOSED:
                yield from CLOSED[section](name)
            if name in entries:
                yield from _called(entries[name])

    return NearNames(names, others)


def _called(entry: Any) -> Iterator[str]:
    """Give what an entry is called beside its id: its title in both languages, its names of today and before, its domains."""
    if isinstance(entry, (str, Words)):
        yield from _spelt(entry)
        return
    yield from _spelt(getattr(entry, "title", ""))
    name = plain(getattr(entry, "name", ""))
    yield from [name] if isinstance(name, str) and name not in ("", UNKNOWN) else ()
    yield from (former.name for former in getattr(entry, "former", ()))
    yield from (domain.partition(".")[0] for domain in getattr(entry, "domains", ()))


def _spelt(text: Any) -> Iterator[str]:
    words = (text.fr, text.en) if isinstance(text, Words) else (text,)
    yield from (word for word in words if isinstance(word, str) and word)
