"""A record of processing as facts of a case: activities, who takes part, what they signed, and what must still be asked."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from auditor.errors import NothingToCheck, Refused, UsageRefused, at_file
from auditor.loading.importing.format import Asked, Document, Imported, Tree
from auditor.loading.importing.ids import Ids
from auditor.loading.importing.register.about import About
from auditor.loading.importing.register.cells import (
    Countries,
    day,
    day_within,
    is_placeholder,
    items,
    slug,
)
from auditor.loading.importing.register.data import DataWords
from auditor.loading.importing.register.entry import EntryFacts, is_special
from auditor.loading.importing.register.labels import compared, labels, vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.parties import parties_of_row
from auditor.loading.importing.register.parties_named import Named
from auditor.loading.importing.register.rows import Rows, states_data
from auditor.loading.importing.register.said import Entry, Laid, Said
from auditor.loading.importing.register.vendors import Vendors
from auditor.loading.importing.sheets import Cell
from auditor.text import registers
from auditor.text.problems import importing as words

MOST_ACTIVITIES: Final = 5_000
#: How many cells of a record are kept for their words alone, and how many letters in all.
MOST_ASIDE: Final = 5_000
MOST_LETTERS_ASIDE: Final = 400_000
#: What stands between the words of several cells of one fact.
BETWEEN: Final = " · "
#: How "all our clients" begins: nobody in particular.
EVERYBODY: Final = ("tous", "toutes", "all", "every", "any", "divers", "various")


def imported(document: Document, laid: Laid, asked: Asked) -> Imported:
    """Give the facts of a record that was laid out. Raises NothingToCheck where it has no entry, Refused where it has too many."""
    if len(laid.entries) > MOST_ACTIVITIES:
        raise Refused([at_file(document.name, words.TOO_MANY(count=MOST_ACTIVITIES))])
    if not laid.entries:
        title = registers.KINDS["register"].name
        raise NothingToCheck(words.NOTHING_THERE(path=document.name, title=title))
    return _Record(document, laid, asked).made()


def texts_of(node: Any) -> Iterator[str]:
    """Give every text of a tree, and each part of one that was joined of several cells."""
    if isinstance(node, dict):
        for part in node.values():
            yield from texts_of(part)
    elif isinstance(node, list):
        for part in node:
            yield from texts_of(part)
    elif isinstance(node, str):
        yield node
        if BETWEEN in node:
            yield from node.split(BETWEEN)


class _Record:
    """Makes the facts of one record."""

    def __init__(self, document: Document, laid: Laid, asked: Asked) -> None:
        self.document = document
        self.laid = laid
        self.asked = asked
        self.ledger = Ledger(asked.name, laid)
        self.named = Named(asked, self.ledger, Countries(asked.knowledge.countries))
        self.data = DataWords(asked.own, self.ledger)
        self.about = About(self.ledger, self.named)
        self.activities: dict[str, EntryFacts] = {}
        self.clients: dict[str, list[str]] = {}
        self.vendors = Vendors(self.ledger, self.named, laid.language)
        earlier = asked.earlier.get("imports", {}).get(asked.name, {})
        self._ids_before: dict[str, str] = dict(earlier.get("ids", {}))
        taken = [part.get("activities", {}) for part in (asked.own, asked.others)]
        self._ids = Ids({*taken[0], *taken[1], *self._ids_before.values()})
        self._forms: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._ids_now: dict[str, str] = {}
        self._left_out = {compared(each) for each in asked.said.leave_out}

    def made(self) -> Imported:
        """Give the trees."""
        entries = [each for each in self.laid.entries if not self._is_left_out(each)]
        parties = [*self.laid.parties, *(party for each in entries for party in each.parties)]
        self.about.organisation(parties)
        for entry in sorted(entries, key=lambda each: not each.form):
            if entry.kind == "vendor":
                continue
            self._activity(entry)
        self.about.sole(self._stated_controllers(entries))
        for party in parties:
            self.about.take(party)
        for entry in entries:
            for party in parties_of_row(entry):
                self.about.take(party, self._controller_of(entry))
        for entry in entries:
            if entry.kind == "vendor":
                self.vendors.take(entry, self.about.name)
        self._check_special()
        tree = self._tree()
        date, version = self._version()
        self.ledger.rest()
        record: Tree = {
            "kind": "register",
            "format": "sheet-per-activity" if self.laid.form else "row-per-activity",
            "file": self.document.name,
            "sha256": sha256(self.document.data).hexdigest(),
            "keeper": self._keeper(entries),
        }
        if version:
            record["version"] = version
        record.update(self._counted())
        self._all_used()
        source = {"kind": "register", "title": self.document.name, "sha256": record["sha256"]}
        if date:
            source["date"] = date
        whole = {"sources": {self.asked.name: source}, **tree, "imports": {self.asked.name: record}}
        confidential: Tree = {"organisations": self.named.confidential} if self.named.confidential else {}
        aside = self._aside(texts_of([whole, confidential]), record)
        if aside:
            told = {part: record[part] for part in ("kind", "format", "file", "sha256")}
            confidential["imports"] = {self.asked.name: {**told, "aside": aside}}
        return Imported(tree=whole, confidential=confidential, date=date, about=self.about.name)

    def _aside(self, texts: Iterator[str], record: Tree) -> list[dict[str, str]]:
        """Give the words of cells that nothing else repeats, as many as are kept; where the rest begins is told in the record."""
        found: list[dict[str, str]] = []
        length = 0
        for each in self.ledger.aside(texts, self._is_said):
            length += len(each["words"])
            if len(found) == MOST_ASIDE or length > MOST_LETTERS_ASIDE:
                record.setdefault("left", []).append({"at": each["at"], "what": "cut"})
                break
            found.append(each)
        return found

    def _is_said(self, cell: Cell, outcome: str) -> bool:
        """Tell whether papers say the same as a cell in words of their own: a day, or a label that the program knows."""
        if outcome == "labels":
            return bool(labels().field(cell.text))
        return outcome == "facts" and bool(day(cell, self.laid.language))

    def _stated_controllers(self, entries: list[Entry]) -> set[str]:
        """Give the controllers that every entry states, of those that state any."""
        stated = [set(each.claims.values("controller")) for each in self.activities.values()]
        if self._keeper(entries) == "processor" or not any(stated):
            return set()
        return set.intersection(*filter(None, stated))

    def _controller_of(self, entry: Entry) -> str:
        facts = self.activities[self._names[entry.at]] if entry.kind == "activity" else None
        stated = facts.claims.values("controller") if facts else []
        return "" if self.about.name in stated or not stated else stated[0]

    def _keeper(self, entries: list[Entry]) -> str:
        services = entries and all(each.kind == "service" for each in entries)
        return "processor" if services else self.asked.keeper

    def _is_left_out(self, entry: Entry) -> bool:
        names = {compared(each.words) for each in entry.said if each.field in ("title", "ref")}
        if names.isdisjoint(self._left_out):
            return False
        self.named.used |= names
        for said in [*entry.said, *(each for party in entry.parties for each in party.said)]:
            for each in (said, *said.beside.values()):
                self.ledger.leave(each, "not-a-row")
        return True

    # activities

    def _activity(self, entry: Entry) -> None:
        name, listed = self._id(entry)
        self._names[entry.at] = name
        facts = self.activities.get(name)
        if facts is None:
            facts = EntryFacts(name, self.named, self.data, self.laid.language)
            self.activities[name] = facts
        rows = Rows(facts, rows_of_data=sum(map(states_data, entry.said)))
        archived = any(not vocabulary().is_("none", each.words) for each in entry.of("retention.archive"))
        for said in entry.said:
            if said.field.endswith(".row"):
                rows.take(said)
            elif entry.kind == "service" and said.field.startswith("clients"):
                continue
            elif listed and said.field == "purpose":
                self._purpose_of_list(facts, said)
            elif said.field == "retention.active" and archived:
                facts.keep_for("personal", "active", said)
            else:
                facts.take(said)
        if entry.kind == "service":
            self._service(facts, entry)
        facts.look_back()
        self._controllers(facts, entry, listed=listed)
        if not facts.title:
            self._titled(facts, entry)
        if facts.ref == name:
            facts.ref = ""  # a paper that gives the id where there is no number
        if self.laid.form and not entry.form and not listed and entry.kind == "activity":
            said = entry.of("title")[0] if entry.of("title") else entry.said[0]
            self.ledger.ask(f"{facts.route}.recorded", said, "no-entry")

    def _purpose_of_list(self, facts: EntryFacts, said: Said) -> None:
        """Take the purpose that a list gives of an activity with a sheet of its own: the sheet says it."""
        if said.words in facts.claims.values("purpose"):
            facts.claims.state("purpose", said.words, said)
        else:
            self.ledger.keep(said)

    def _titled(self, facts: EntryFacts, entry: Entry) -> None:
        named = [*entry.of("purpose"), *entry.of("operations")]
        if named:
            facts.title = (
                items(named[0].words, commas=False)[0] if items(named[0].words, commas=False) else ""
            )

    def _id(self, entry: Entry) -> tuple[str, bool]:
        """Give the id of an entry, and whether another sheet has it already: by its number, else by its title."""
        ref = next((each.words for each in entry.of("ref") if not is_placeholder(each.words)), "")
        title = next((each.words for each in entry.of("title") if not is_placeholder(each.words)), "")
        listed = items(title, commas=False) if title else []
        for said in () if listed else (*entry.of("purpose"), *entry.of("operations")):
            listed = items(said.words, commas=False)
            break
        first = listed[0] if listed else ref or "activity"
        keys = [
            key for key in (f"ref {compared(ref) or ref}" if ref else "", f"title {compared(first)}") if key
        ]
        known = next((self._forms[key] for key in keys if key in self._forms), "") if self.laid.form else ""
        if known:
            return known, True
        wanted = slug(first.split("(")[0], "activity")
        same = next(
            (name for each, name in self.asked.said.same.items() if compared(each) == compared(first)), ""
        )
        if same:
            self.named.used.add(compared(first))
        name = same or self._ids_before.pop(ref, "") or self._named(wanted)
        self._forms.update(dict.fromkeys(keys, name))
        return name, False

    def _named(self, wanted: str) -> str:
        own = self.asked.own.get("activities", {})
        return wanted if wanted in own and wanted not in self.activities else self._ids.free(wanted)

    def _controllers(self, facts: EntryFacts, entry: Entry, *, listed: bool) -> None:
        found = self.about.controllers(entry.parties)
        if entry.kind == "service" or self.asked.keeper == "processor":
            return
        for name, said in found:
            facts.claims.state("controller", name, said, quote=True)
        if any(party.who == "joint" for party in entry.parties) and len({name for name, _ in found}) > 1:
            facts.claims.state("joint", "joint", found[-1][1], quote=True)
        above = self.about.controllers(self.laid.parties)
        if not found and above and entry.parties == [] and not listed:
            facts.claims.state("controller", above[0][0], above[0][1], quote=True, first=True)

    def _service(self, facts: EntryFacts, entry: Entry) -> None:
        """Take whom a service is rendered to; "all our clients" names nobody."""
        for said in entry.of("clients"):
            if compared(said.words).split(" ")[0] in EVERYBODY:
                facts.doubt("clients", said, "not-a-word")
                continue
            for each in items(said.words):
                name = self.named.organisation(said, each, controller=True)
                facts.claims.state("clients", name, said, quote=True)
                for detail in (*entry.of("clients.contact"), *entry.of("clients.dpo")):
                    self.about.client(name, detail)
        clients = facts.claims.values("clients")
        if len(clients) == 1:
            facts.claims.state("controller", clients[0], entry.of("clients")[0], quote=True)

    def _check_special(self) -> None:
        """Hold what each entry says of sensitive data against the data that it names."""
        for facts in self.activities.values():
            sensitive = [name for name in facts.data if is_special(name)]
            if sensitive and set(facts.claims.values("declares_special")) == {"false"}:
                facts.deny_special(sensitive)

    # what is written

    def _tree(self) -> Tree:
        activities: Tree = {}
        ids = {}
        for entry in self.laid.entries:
            name = self._names.get(entry.at, "")
            if name and name not in activities:
                facts = self.activities[name]
                first = entry.of("title") or entry.of("purpose") or entry.of("operations") or entry.said
                whole = {"recorded": "true"} if self.asked.said.complete == "true" else {}
                activities[name] = {**whole, **facts.tree(), "source": self.ledger.source(first[0].at)}
                if facts.ref:
                    ids[facts.ref] = name
        self._ids_now = dict(sorted(ids.items()))
        used = {name for entry in activities.values() for name in entry.get("people", [])}
        made: Tree = {
            "people": {name: entry for name, entry in self.named.people.items() if name in used},
            "data": self.data.entries,
            "organisations": self.named.organisations,
            "activities": activities,
            "agreements": self.vendors.agreements,
        }
        return {section: part for section, part in made.items() if part}

    def _version(self) -> tuple[str, str]:
        """Give the day of the record and its version, as it says; facts about the record, not of the case."""
        date = version = ""
        for said in self.laid.version:
            self.ledger.fact(said)
            found = day(said.cell, self.laid.language) or day_within(said.words, self.laid.language)
            if said.field != "entry.created":
                date = date or found
            if said.field == "entry.version":
                version = said.words
        return date, version

    def _counted(self) -> dict[str, Any]:
        record = self.ledger.record()
        counts = {name: record.pop(name) for name in list(record) if isinstance(record[name], str)}
        return {**counts, **({"ids": self._ids_now} if self._ids_now else {}), **record}

    def _all_used(self) -> None:
        """Refuse what people say of words that the document does not have."""
        said = self.asked.said
        unused = [
            each
            for each in (*said.same, *said.people, *said.leave_out)
            if compared(each) not in self.named.used
        ]
        if unused:
            raise UsageRefused(words.MATCHES_NOTHING(name=unused[0]))
