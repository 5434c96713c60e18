"""What models of engineers have in common: places and people that data goes between, words for data, and what goes from where to where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from auditor.loading.importing.elements import SECTIONS, Elements, of
from auditor.loading.importing.format import Tree, texts
from auditor.loading.importing.nodes import Node
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words


class DataWord(Struct, frozen=True):
    """A word for data: its id in the case, empty where nobody says that it is personal, and whether it is said not to be."""

    name: str
    title: str
    not_personal: bool = False


class DataWords:
    """The data words of a source: which are personal is for people to say, unless the source does."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self._words: dict[str, DataWord] = {}
        self._unplaced: dict[str, Node] = {}
        self._carried: set[str] = set()

    def declare(
        self,
        key: str,
        node: Node,
        *,
        title: str = "",
        own: Iterable[str] = (),
        also: str = "",
        note: Any = None,
    ) -> None:
        """Take a data word; `own` are the categories that the source itself states, before which goes what people say.

        `also` is another word of the source by which people may speak of it.
        """
        elements = self.elements
        called = elements.words(title or key, node)
        if elements.left_out(node, key, called):
            self._words[key] = DataWord("", called, not_personal=True)
            return
        described = elements.same(key, called)
        stated = elements.categories(*filter(None, (key, called, also)))
        categories = list(own) if stated is None else stated
        if described or (stated is None and not categories):
            self._words[key] = DataWord(described, called)
            if not described:
                self._unplaced[key] = node
        elif not categories:
            elements.leave(node, "not-personal", called)
            self._words[key] = DataWord("", called, not_personal=True)
        else:
            name = elements.own("data", key, node, title=called)
            placed = texts(list(dict.fromkeys(categories)))
            elements.add("data", name, {"title": called, "is": placed, "note": note})
            self._words[key] = DataWord(name, called)

    def tell(self) -> None:
        """Tell the data words that nobody placed and that nothing carries, and what those are called that go by another name."""
        for key, node in self._unplaced.items():
            word = self._words[key]
            if key not in self._carried:
                self.elements.leave(
                    node, "never-carried", f"{key}: {word.title}" if word.title != key else key
                )
            elif word.title != key:
                self.elements.leave(node, "data-word", f"{key}: {word.title}")

    def has(self, key: str) -> bool:
        """Tell whether a data word of this key was taken."""
        return key in self._words

    def is_settled(self, key: str) -> bool:
        """Tell whether it is said of a data word whether it is personal."""
        word = self._words[key]
        return bool(word.name) or word.not_personal

    def carried(self, listed: Node, whole: str) -> list[str]:
        """Give the data that a list of words stands for, `unknown` among it for words nobody placed; nothing where none is personal.

        `whole` is what the list belongs to: what is left out of it is told.
        """
        found = []
        for node in listed.items() if isinstance(listed.value, list) else [listed]:
            key = node.text()
            self._carried.add(key)
            word = self._words.get(key)
            if word is None:
                self.elements.leave(node, "no-such-element", key)
                found.append(UNKNOWN)
            elif word.not_personal:
                self.elements.leave(node, "not-personal", f"{whole}: {word.title}")
            elif not word.name:
                self.elements.say("data", key)
                found.append(UNKNOWN)
            else:
                found.append(word.name)
        return list(dict.fromkeys(found))


class Sent(Struct, frozen=True, kw_only=True):
    """What goes from one end to another: the element that says so, how it is called, and how it is protected."""

    own: str
    node: Node
    title: str
    from_: str
    to: str
    fields: Mapping[str, Any] = {}
    activity: str = ""


class Model:
    """The ends of a model by what its own elements are called, and the flows between them."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.data = DataWords(elements)
        self._ends: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def host(self, key: str, node: Node, title: str, entry: Mapping[str, Any], *, own: str = "") -> str:
        """Take a place; `own` is what its id is made of, where that is not its key."""
        return self._end("hosts", key, node, {"title": title, **entry}, own=own)

    def people(self, key: str, node: Node, title: str, *, own: str = "") -> str:
        """Take a kind of people: those that somebody names for it, else one of its own, which is asked."""
        said = self.elements.people(own or key, title)
        if said:
            self._ends[key] = said
            self._titles[said] = title
            return said
        name = self._end("people", key, node, {"title": title}, own=own)
        if name in self.elements.sections["people"]:
            self.elements.say("people", title)
        return name

    def is_said_to_be_people(self, *keys: str) -> bool:
        """Tell whether somebody names people for an element, by any of its keys."""
        return any(key in self.elements.asked.said.people for key in keys)

    def brand(self, key: str, node: Node, title: str, *, own: str = "") -> str:
        """Take somebody who is only known by what they are called."""
        described = self.elements.companies.described(title)
        if described:
            self._ends[key] = self.elements.company(title, node)
            return self._ends[key]
        entry = {"title": title, "kind": UNKNOWN, "name": UNKNOWN, "country": UNKNOWN}
        return self._end("organisations", key, node, entry, own=own)

    def _end(self, section: str, key: str, node: Node, entry: Mapping[str, Any], *, own: str = "") -> str:
        elements, title = self.elements, str(entry["title"])
        if elements.left_out(node, key, title):
            self._ends[key] = ""
            return ""
        described = elements.same(key, title)
        if described:
            self._beside(section, described, node, entry)
            name = described
        else:
            name = elements.own(section, own or key, node, title=title)
            sourced = {} if section == "people" else {"source": elements.at(node)}
            elements.add(section, name, {**entry, **sourced})
        if key in self._ends:
            elements.leave(node, "no-such-element", f"{key}: 2")
            name = UNKNOWN
        self._ends[key] = name
        self._titles.setdefault(name, title)
        return name

    def _beside(self, section: str, name: str, node: Node, entry: Mapping[str, Any]) -> None:
        there = self.elements.asked.own.get(section, {}).get(name, {})
        for field, value in entry.items():
            said = _plain(value)
            if (
                field not in ("title", "kind")
                and said not in (UNKNOWN, "")
                and said != _plain(there.get(field, ""))
            ):
                self.elements.beside(f"{section}.{name}.{field}", node, said)

    def end(self, key: str, node: Node) -> str:
        """Give the id of an end by its key: `unknown` where there is none, which is told, and nothing where it is left out.

        What lies in another source may be said to be what the case describes; before a space, a key tells what kind of element it is of.
        """
        if key not in self._ends:
            called = key.partition(" ")[2] or key
            described = self.elements.same(key, called)
            if not described:
                self.elements.leave(node, "no-such-element", called)
            return described or UNKNOWN
        return self._ends[key]

    def has(self, key: str) -> bool:
        """Tell whether something is called so."""
        return key in self._ends

    def flow(self, sent: Sent, data: list[str], *, back: bool = False) -> str:
        """Take a flow, or what comes back by it; one whose end is left out is left out too. Give its id."""
        elements = self.elements
        from_, to = (sent.to, sent.from_) if back else (sent.from_, sent.to)
        if not from_ or not to or elements.left_out(sent.node, sent.own, sent.title):
            return ""
        if not data:
            elements.leave(sent.node, "not-personal", sent.title)
            return ""
        named = sent.title or words.between(*map(self._called, (sent.from_, sent.to)))
        title = words.reply(named) if back else named
        activity = sent.activity or elements.activity()
        entry = {"title": title, "for": activity, "from": from_, "to": to, "data": of(data), **sent.fields}
        described = "" if back else elements.same(sent.own, sent.title)
        if described:
            self._beside("flows", described, sent.node, entry)
            return described
        name = self._flow_id(sent, back=back)
        elements.add("flows", name, {**entry, "source": elements.at(sent.node)})
        return name

    def _called(self, end: str) -> str:
        """Give what an end is called: in the source, else in the case, else by its id; nothing for one that is not known."""
        if end in self._titles or end == UNKNOWN:
            return self._titles.get(end, "")
        there = (self.elements.asked.own.get(section, {}).get(end, {}) for section in SECTIONS)
        names = (
            entry.get(field) for entry in there if isinstance(entry, dict) for field in ("title", "name")
        )
        return next((name for name in names if isinstance(name, str)), end)

    def _flow_id(self, sent: Sent, *, back: bool) -> str:
        """Give the id of a flow; what comes back is called after it, also where its id is kept from an earlier name."""
        elements = self.elements
        if not back:
            return elements.own("flows", sent.own, sent.node, title=sent.title)
        kept = elements.kept(sent.own, sent.title).removeprefix(f"{elements.name}-")
        return elements.own("flows", f"{kept or sent.own}-back", sent.node)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return _plain(value.get("value", ""))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def noted(value: str, note: Any) -> Tree:
    """Give a value with a remark."""
    return {"value": value, "note": note}
