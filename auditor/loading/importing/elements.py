"""An import of a source made of elements: its ids, its sources, what became of each element, and what people say of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from auditor.errors import NothingToCheck, Refused, UsageRefused, at_file
from auditor.loading.files.document import UNSAFE
from auditor.loading.importing.format import Asked, Document, Imported, Tree, texts
from auditor.loading.importing.ids import RESERVED, Ids, kebab
from auditor.loading.importing.nodes import Node, signs_of
from auditor.loading.importing.organisations import NOBODY, Organisations, brand, exactly, has_form, named
from auditor.loading.importing.values import value_of
from auditor.model.bilingual import Bilingual
from auditor.model.case.imported import DocumentKind, Sayable, Why, WhyAside
from auditor.model.dates import is_day
from auditor.model.imports import NOT_PERSONAL
from auditor.model.scalars import DATE_PATTERN
from auditor.model.vocabulary import SHARING_IDS, UNKNOWN
from auditor.text.problems import importing as words

MOST_ELEMENTS: Final = 50_000
#: The longest name that is taken over; what is longer is cut, and told.
LONGEST_NAME: Final = 300
#: How many keys of values that are of no use are named; of more, how many values they are.
MOST_KEYS: Final = 40
#: Why an element counts as not understood; it is left out for any other reason.
NOT_UNDERSTOOD: Final[frozenset[WhyAside]] = frozenset(
    {
        *("no-such-key", "no-such-word", "no-such-element", "older-word", "prose", "no-category", "nearest"),
        *("believed", "same-id", "hidden-signs", "cut", "several", "unnamed", "no-company", "out-of-reach"),
        *("formula", "program", "mixed-scripts", "deleted"),
    }
)
#: The sections of an import, in the order in which they are written.
SECTIONS: Final = ("people", "data", "organisations", "activities", "hosts", "flows", "notices")


class Elements:
    """What an import makes of a source, element by element."""

    def __init__(self, document: Document, asked: Asked, kind: DocumentKind, form: str) -> None:
        self.document = document
        self.asked = asked
        self.name = asked.name
        self.kind = kind
        self.form = form
        self.sections: dict[str, Tree] = {section: {} for section in SECTIONS}
        self.agreements: list[Tree] = []
        self.companies = Organisations(asked)
        self.title = document.name
        self._source: Tree = {}
        self._aside: list[Tree] = []
        self._said: dict[Sayable, list[str]] = {}
        self._beside: list[Tree] = []
        self._open: list[Tree] = []
        self._decisions: list[Tree] = []
        self._asks: list[Tree] = []
        self._counted: Counter[str] = Counter()
        self._once: set[tuple[str, str]] = set()
        self._told: set[tuple[Any, ...]] = set()
        self._parts: dict[str, Tree] = {}
        self._used: set[tuple[str, str]] = set()
        self._count = 0
        shared = {name for section in SHARING_IDS for name in self._taken(section)}
        self._ids = dict.fromkeys(SHARING_IDS, Ids({*RESERVED, *shared, *asked.knowledge.organisations}))
        for section in SECTIONS:
            self._ids.setdefault(section, Ids({*RESERVED, *self._taken(section)}))
        self._parties: dict[str, str] = {}
        described = (part.get(section, {}) for part in (asked.own, asked.others) for section in SECTIONS)
        self._there = {*(name for part in described for name in part), *asked.knowledge.organisations}

    def _taken(self, section: str) -> set[str]:
        """Give the ids of a section that are not this import's to give; what people complete of it by hand is."""
        own, others = (part.get(section, {}) for part in (self.asked.own, self.asked.others))
        return {*others, *(name for name in own if not name.startswith(f"{self.name}-"))}

    # the source

    def source(
        self, *, title: str = "", date: str = "", author: str = "", publisher: str = "", number: str = ""
    ) -> None:
        """Say what the source is: its title, its own date, who declares or publishes it, its number (else the format)."""
        shown = re.sub(UNSAFE, "", title)[:LONGEST_NAME].strip()
        made: Tree = {"kind": self.kind, "title": shown or self.document.name}
        self.title = str(made["title"])
        if publisher:
            made["publisher"] = publisher
        elif author or self.asked.said.by:
            made["author"] = author or self.companies.called(self.asked.said.by)
        if re.match(DATE_PATTERN, date) and is_day(date):
            made["date"] = date
        self._source = {**made, "id": number or self.form, "sha256": sha256(self.document.data).hexdigest()}

    def at(self, place: str | Node) -> str:
        """Give a place of the source as the source of a fact, or of what is told; a node that is cited is read."""
        where = place.read().at if isinstance(place, Node) else place
        if not where.startswith("/") and "#" in where:
            return where
        return f"{self.name}#{where}" if where else self.name

    def part(self, document: Document) -> Node:
        """Take a part of the source that lies in a file of its own, and give its root; its places are those of that file."""
        name = f"{self.name}-{kebab(document.name.rpartition('.')[0])}"
        while name in self._parts:
            name = f"{name}-2"
        sha = sha256(document.data).hexdigest()
        self._parts[name] = {"kind": self.kind, "title": document.name, "id": self.form, "sha256": sha}
        return Node(value_of(document), f"{name}#")

    def another(self, called: str, source: Tree) -> str:
        """Take a second source that goes with this one, and give its id."""
        name = f"{self.name}-{called}"
        self._parts[name] = source
        return name

    def words(self, text: str, place: str | Node) -> str:
        """Give words of the source in one line, without signs that cannot be seen, and cut where they are too long: both are told."""
        plain = re.sub(UNSAFE, "", text)
        if plain != text:
            self.leave(place, "hidden-signs", signs_of(text))
        plain = " ".join(plain.split())
        if len(plain) > LONGEST_NAME:
            self.leave(place, "cut", plain[:LONGEST_NAME])
        return plain[:LONGEST_NAME].strip()

    # elements

    def own(self, section: str, called: str, place: str | Node, *, title: str = "") -> str:
        """Give the id of an element that the source calls `called`, and take it; a second of the same id is told.

        Raises Refused where there are more elements than may be.
        """
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Refused([at_file(self.document.name, words.TOO_MANY_ELEMENTS(limit=MOST_ELEMENTS))])
        wanted = self.kept(called, title) or f"{self.name}-{kebab(called)}"
        name = self._ids[section].free(wanted)
        if name != wanted:
            self.leave(place, "same-id", f"{title or called}: {name}")
        return name

    def add(self, section: str, name: str, entry: Mapping[str, Any]) -> None:
        """Write an entry; fields without a value are left out, and so are signs that cannot be seen."""
        self.sections[section][name] = {
            field: _seen(value) for field, value in entry.items() if value not in ("", [], None)
        }

    def company(self, text: str, place: str | Node, *, as_brand: bool = True) -> str:
        """Give the id of the organisation that a text names exactly; one with a legal form, or a brand where `as_brand`, is added."""
        said = self.words(text, place)
        if exactly(said) in NOBODY:
            return ""
        if said not in self._parties:
            found = self.companies.described(said)
            if found:
                self._use("same", said)
            elif has_form(said):
                found = self.companies.of_another_import(said) or self.own("organisations", said, place)
                self.add("organisations", found, named(said, self.at(place)))
            elif as_brand:
                found = self.own("organisations", said, place)
                self.add("organisations", found, brand(said, self.at(place)))
                self.ask(f"organisations.{found}.name", place, "which-company", said)
            self._parties[said] = found
        return self._parties[said]

    # what people say

    def same(self, *keys: str) -> str:
        """Give the id of the case that `same` gives for an element, by any of its keys; empty where it gives none.

        Raises UsageRefused for an id that nothing has.
        """
        name = self._same(keys)
        if name in self._there or name.startswith(f"{self.name}-") or not name:
            return name if name in self._there else ""
        raise UsageRefused(words.NOT_IN_CASE(word=name, key="same"))

    def kept(self, *keys: str) -> str:
        """Give the id of this import's own that `same` keeps for an element, by any of its keys; empty where it keeps none."""
        name = self._same(keys)
        return name if name not in self._there and name.startswith(f"{self.name}-") else ""

    def _same(self, keys: Iterable[str]) -> str:
        return next((self.asked.said.same[key] for key in keys if key and self._use("same", key)), "")

    def left_out(self, place: str | Node, *keys: str) -> bool:
        """Tell whether an element is left out by hand, by any of its keys; if so, it is told with the reason."""
        for key in keys:
            if self._use("leave_out", key):
                self.leave(place, "by-hand", f"{key}: {self.asked.said.leave_out[key]}")
                return True
        return False

    def people(self, *keys: str) -> str:
        """Give the id of the people that an element is, by any of its keys; empty where nobody says so."""
        return next((self.asked.said.people[key] for key in keys if self._use("people", key)), "")

    def categories(self, *keys: str) -> list[str] | None:
        """Give the categories that a data word stands for: none of them where it is not personal, None where nobody says so."""
        for key in keys:
            if self._use("data", key):
                stated = self.asked.said.data[key]
                return [] if stated == NOT_PERSONAL else [stated] if isinstance(stated, str) else list(stated)
        return None

    def _use(self, table: str, key: str) -> bool:
        if key in getattr(self.asked.said, table):
            self._used.add((table, key))
            return True
        return False

    def activity(self, *, title: Any = "") -> str:
        """Give the activity of what has none of its own: the one that is said, else a stub of which everything is asked."""
        if self.asked.said.for_:
            return self.asked.said.for_
        name = f"imported-{self.name}"
        if name not in self.sections["activities"]:
            self.say("for", name)
            stub = {
                "title": title or self.title,
                "controller": UNKNOWN,
                "processors": [UNKNOWN],
                "recipients": [UNKNOWN],
            }
            self.sections["activities"][name] = stub
        return name

    # what became no fact

    def leave(self, place: str | Node, what: WhyAside, said: str = "") -> None:
        """Tell of an element or a word that became no fact."""
        made = {"at": self.at(place), "what": what, "words": self._line(said)}
        made = {field: value for field, value in made.items() if value}
        if (key := tuple(made.items())) not in self._told:
            self._told.add(key)
            self._aside.append(made)

    def once(self, place: str | Node, what: WhyAside, said: str) -> None:
        """Tell of words that became no fact, the first time they are met."""
        if (what, said) not in self._once:
            self._once.add((what, said))
            self.leave(place, what, said)

    def say(self, what: Sayable, *said: str) -> None:
        """Tell what only the person who imports can say, with the words it would be said of."""
        there = self._said.setdefault(what, [])
        there += [word for word in map(self._line, said) if word not in there]

    def ask(self, fact: str, place: str | Node, why: Why, said: str = "") -> None:
        """Tell a fact that the source calls for and does not state."""
        made = {"fact": fact, "at": self.at(place), "why": why, "words": self._line(said)}
        self._asks.append({field: value for field, value in made.items() if value})

    def beside(self, fact: str, place: str | Node, said: str) -> None:
        """Tell what the source says of something that people described by hand."""
        self._beside.append({"fact": fact, "at": self.at(place), "words": self._line(said)})

    def open(self, place: str | Node, said: str) -> None:
        """Tell a question that the source asks itself and does not answer."""
        self._open.append({"at": self.at(place), "words": self._line(said)})

    def word(self, node: Node, known: Container[str], called: str) -> str:
        """Give a word of a closed list; one that is not of it is told under what it is called."""
        said = node.text()
        if said and said not in known:
            self.leave(node, "no-such-word", f"{called} {said}")
        return said

    def count(self, called: str, times: int = 1) -> None:
        """Count values that are known to be of no use here, by what they are called."""
        if times:
            self._counted[called] += times

    def decision(self, place: str | Node, said: str) -> None:
        """Tell a decision or an opinion of the authors, which is no fact."""
        self._decisions.append({"at": self.at(place), "words": self._line(said)})

    def unknown_keys(self, root: Node) -> None:
        """Tell every key that was met and that nobody looked at, what was taken out of texts, and how much is known to be of no use."""
        for at, signs in root.hidden().items():
            self.leave(at, "hidden-signs", signs)
        for at, word in root.odd().items():
            self.leave(at, "no-such-word", word)
        self._counted.update(root.beside())
        for node in root.unseen():
            self.leave(node, "no-such-key", node.text()[:LONGEST_NAME] or f"({node.size()})")

    @staticmethod
    def _line(text: str) -> str:
        return " ".join(re.sub(UNSAFE, "", text).split())

    # the whole

    def made(self, format_title: Bilingual) -> Imported:
        """Give the trees. Raises NothingToCheck where nothing came of the source, UsageRefused for what is said of nothing in it."""
        self._all_used()
        sections = {section: part for section, part in self.sections.items() if part}
        if self.agreements:
            sections["agreements"] = self.agreements  # type: ignore[assignment]
        if (
            not any(part for section, part in sections.items() if section != "activities")
            and not self._kept_activity()
        ):
            raise NothingToCheck(words.NO_ELEMENTS(path=self.document.name, title=format_title))
        record = self._record(sections)
        tree = {
            "sources": {self.name: self._source, **self._parts},
            **sections,
            "imports": {self.name: record},
        }
        return Imported(tree=tree, confidential={}, date=str(self._source.get("date", "")))

    def _kept_activity(self) -> bool:
        return any(name != f"imported-{self.name}" for name in self.sections["activities"])

    def _record(self, sections: Mapping[str, Any]) -> Tree:
        record: Tree = {
            "kind": self.kind,
            "format": self.form,
            "file": self.document.name,
            "sha256": self._source["sha256"],
            "elements": str(sum(len(part) for part in sections.values())),
        }
        parts = {
            "left_out": [
                *self._of_no_use(),
                *(each for each in self._aside if each["what"] not in NOT_UNDERSTOOD),
            ],
            "not_understood": [each for each in self._aside if each["what"] in NOT_UNDERSTOOD],
            "to_say": [
                {"what": what, **({"words": said} if said else {})} for what, said in self._said.items()
            ],
            "to_ask": self._asks,
            "beside": self._beside,
            "leaves_open": self._open,
            "decisions": self._decisions,
        }
        return {**record, **{field: part for field, part in parts.items() if part}}

    def _of_no_use(self) -> Iterator[Tree]:
        """Give how many values are known to say nothing that a case has words for, by their keys."""
        if self._counted:
            shown = [f"{key} ({count})" for key, count in [*self._counted.items()][:MOST_KEYS]]
            rest = sum([*self._counted.values()][MOST_KEYS:])
            said = self._line(", ".join([*shown, *([f"+ {rest}"] if rest else [])]))
            yield {"at": self.name, "what": "not-of-the-case", "words": said}

    def _all_used(self) -> None:
        """Raise UsageRefused for the first word of `imports.yaml` that is said of nothing in the source."""
        for table in ("people", "data", "same", "leave_out"):
            for key in getattr(self.asked.said, table):
                if (table, key) not in self._used:
                    raise UsageRefused(words.SAID_NOWHERE(word=key, key=table))


def _seen(value: Any) -> Any:
    """Give a value without the signs that cannot be seen in its texts."""
    if isinstance(value, str):
        return re.sub(UNSAFE, "", value)
    if isinstance(value, dict):
        return {key: _seen(each) for key, each in value.items()}
    return [_seen(each) for each in value] if isinstance(value, list) else value


def of(values: Iterable[str]) -> str | list[str]:
    """Give several ids as people write them, each once, in their order; `unknown` comes last."""
    each = list(dict.fromkeys(values))
    return texts([*(word for word in each if word != UNKNOWN), *([UNKNOWN] if UNKNOWN in each else [])])
