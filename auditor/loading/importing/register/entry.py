"""One entry of a record of processing: each field its own way from words to a fact or a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from auditor.loading.importing.format import Tree
from auditor.loading.importing.ids import Ids
from auditor.loading.importing.register.cells import (
    Countries,
    bases,
    company,
    condition,
    day,
    is_placeholder,
    items,
    slug,
)
from auditor.loading.importing.register.claims import Claims
from auditor.loading.importing.register.data import DataWords
from auditor.loading.importing.register.declared import DECLARED, bare, is_open
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.register.parties import OF_A_PARTY
from auditor.loading.importing.register.parties_named import Named
from auditor.loading.importing.register.said import Said
from auditor.model.period import period
from auditor.model.vocabulary import CATEGORIES, NONE, UNKNOWN
from auditor.text.papers.register_columns import OF_VALUES

#: Fields in which a lone "none" is a fact of its own.
NONE_IS_A_FACT: Final = frozenset({"recipients", "processors", "sub_processors", "transfers", "internal"}) | {
    "recipients.named",
    "processors.named",
    "transfers.named",
}
#: Fields that take the words of the record as they are.
AS_WRITTEN: Final = frozenset({"service", "software", "legal_text", "interest"})
#: Fields that are yes or no.
YES_OR_NO: Final = {
    "automated_decision": "automated_decision",
    "dpia_required": "dpia_required",
    "dpia": "dpia",
}
#: What a label of the record fills, where the case calls it otherwise.
FIELD: Final = {
    "sub_processors": "processors",
    "special": "declares_special",
    "transfers.tool": "tool",
    "processors.contract": "processors",
    "retention.active": "retention",
    "about.name": "controller",
    "retention.whole": "retention",
    **{f"{name}.named": name for name in (*OF_VALUES, "controller", "data", "people")},
}


class EntryFacts:
    """Makes the facts of one entry; what its cells say is in the ledger when it is done."""

    def __init__(self, name: str, named: Named, data: DataWords, language: str) -> None:
        self.name = name
        self.route = f"activities.{name}"
        self.ledger = ledger = named.ledger
        self.named = named
        self.data_words = data
        self.language = language
        self.claims = Claims(self.route, ledger)
        self.people: dict[str, None] = {}
        self.data: dict[str, None] = {}
        self.purposes: dict[str, Tree] = {}
        self.retentions: dict[str, Tree] = {}
        self.dates: dict[str, str] = {}
        self.ref = ""
        self.title = ""
        self._purpose_ids = Ids(())
        self._dates_at = ""
        self._how: dict[str, Callable[[Said], None]] = {
            "title": self._title, "ref": self._ref, "purpose": self._purpose, "purposes": self._further,
            "entry.created": self._dated, "entry.updated": self._dated, "entry.version": self._dated,
            "people": self._people, "data": self._data, "special": self._special, "legal_basis": self.basis,
            "special_basis": self.condition_of, "retention": self.kept, "retention.active": self.kept,
            "retention.archive": self._archived, "retention.end": self._ended, "recipients": self._recipients,
            "processors": self._processors, "sub_processors": self._processors, "internal": self._internal,
            "transfers": self._transfers, "transfers.tool": self.tool, "locations": self.located,
            "measures": self._measures, "collected_from": self._origin, "joint": self._joint,
            "interest_assessment": self._weighed, "operations": self._operations, "about.name": self._controller,
            "processors.contract": self._contract, "not_taken": self._other_record,
        }  # fmt: skip

    @property
    def countries(self) -> Countries:
        """The names of countries."""
        return self.named.countries

    def take(self, said: Said) -> None:
        """Take what one cell says."""
        field = said.field
        if is_placeholder(said.words):
            self.ledger.leave(said, "untouched")
        elif field in DECLARED and is_open(said):
            self.doubt(FIELD.get(field, field), bare(said), "ambiguous")
        elif field in ("title", "ref"):
            self._how[field](said)
        elif not self._settled(said):
            if field in AS_WRITTEN:
                self.claims.state(field, said.words, said)
            elif field in YES_OR_NO:
                self._answer(said)
            elif field in self._how:
                self._how[field](said)
            elif field in DECLARED:
                DECLARED[field](self, said)
            elif field not in OF_A_PARTY:
                self.ledger.keep(said)

    def _settled(self, said: Said) -> bool:
        """Tell whether the words say that there is nothing, or refer elsewhere, or wait: whatever the field."""
        field, words = FIELD.get(said.field, said.field), vocabulary()
        yes_no = said.field in YES_OR_NO or said.field in ("special", "interest_assessment", "not_taken")
        read = {*self._how, *AS_WRITTEN, *DECLARED}
        if said.field in read or yes_no:
            for name in ("pending", "refers", "ambiguous"):
                if words.is_(name, said.words) and not (yes_no and words.is_("no", said.words)):
                    if said.field == "not_taken":
                        return False
                    self.doubt(field, said, name)
                    return True
        if not words.is_("none", said.words) or yes_no or said.field not in read:
            return False
        if said.field == "transfers" and self.named.abroad(said.words):
            return False  # what stands in brackets says otherwise
        if said.field in NONE_IS_A_FACT:
            self.claims.state(field, NONE, said, quote=True)
        else:
            self.ledger.leave(said, "not-applicable")
        return True

    def doubt(self, field: str, said: Said, why: str, suggest: str = "") -> None:
        """Note that words do not settle a field: it is unknown, as written, and asked for."""
        fact = f"{self.route}.{field}"
        self.ledger.ask(fact, said, why, suggest=suggest)  # type: ignore[arg-type]
        if field not in ("people", "data", "purposes", "entry") and "." not in field:
            self.claims.unknown(field, said)

    # what names it

    def _title(self, said: Said) -> None:
        self.title = self.title or " ".join(said.words.split())
        self.ledger.fact(said)

    def _ref(self, said: Said) -> None:
        self.ref = self.ref or said.words
        self.ledger.fact(said)

    def _purpose(self, said: Said) -> None:
        listed = items(said.words, commas=False)
        first = listed[0] if listed else said.words
        if self.claims.values("purpose"):
            self._add_purpose(first, said)
        else:
            self.claims.state("purpose", first, said, quote=len(listed) > 1)
        for each in listed[1:]:
            self._add_purpose(each, said)

    def _further(self, said: Said) -> None:
        for each in items(said.words, commas=False):
            self._add_purpose(each, said)

    def _add_purpose(self, words: str, said: Said) -> None:
        self.ledger.fact(said)
        words = words[:1].upper() + words[1:]
        if compared(words) in (
            compared(purpose["title"][self.language]) for purpose in self.purposes.values()
        ):
            return
        name = self._purpose_ids.free(slug(words, "purpose"))
        self.purposes[name] = {"title": {self.language: words}, "source": self.ledger.source(said.at)}

    def _dated(self, said: Said) -> None:
        field = said.field.partition(".")[2]
        if field == "version":
            self._date(field, said.words, said)
            return
        found = day(said.cell, self.language)
        if found:
            self._date(field, found, said)
        else:
            self.ledger.ask(f"{self.route}.entry", said, "not-a-date")

    def _date(self, field: str, value: str, said: Said) -> None:
        if self.dates.get(field, value) == value:
            self.dates[field] = value
            self._dates_at = self._dates_at or said.at
            self.ledger.fact(said)
        else:
            self.ledger.ask(f"{self.route}.entry", said, "differs", suggest=value)

    # people and data

    def _people(self, said: Said) -> None:
        for each in items(said.words.replace("\n(", " ("), commas=True):
            self.add_people(each, said)

    def add_people(self, words: str, said: Said) -> None:
        """Note a kind of people."""
        name = self.named.person(said, words)
        self.people[name] = None
        self.ledger.fact(said)
        self.ledger.places.setdefault(f"{self.route}.people.{name}", self.ledger.source(said.at))
        if "(" in words:
            self.ledger.keep(said)

    def _data(self, said: Said) -> None:
        self.ledger.keep(said)
        for each in items(said.words, commas=True):
            self.add_data(self.data_words.category(each, said, self.route), said)

    def add_data(self, name: str, said: Said) -> None:
        """Note a category of data."""
        self.data[name] = None
        self.ledger.fact(said)
        self.ledger.places.setdefault(f"{self.route}.data.{name}", self.ledger.source(said.at))

    def _special(self, said: Said) -> None:
        words = vocabulary()
        if words.is_("no", said.words) or words.is_("none", said.words):
            self.claims.state("declares_special", "false", said, quote=True)
        elif words.is_("yes", said.words):
            self.claims.state("declares_special", "true", said, quote=True)
        else:
            self._data(said)

    def deny_special(self, sensitive: list[str]) -> None:
        """Note that the record says it names no sensitive data, and names some: it says two things."""
        first = self.ledger.places[f"{self.route}.data.{sensitive[0]}"].partition("#")[2]
        cell = self.ledger.laid.cells[first]
        self.claims.state("declares_special", "true", Said(field="data", at=first, cell=cell), quote=True)

    def look_back(self) -> None:
        """Ask what the entry leaves open once it is read: on what a transfer rests, and whether a company is a processor."""
        countries = [each for each in self.claims.values("transfers") if each != NONE]
        if countries and not self.claims.cells("tool"):
            self.ledger.ask(f"{self.route}.tool", self.claims.cells("transfers")[-1], "no-guarantee")
        if not self.claims.cells("processors"):
            for said in self.claims.cells("recipients"):
                firms = [each for each in items(said.words) if company(each).formed]
                if said.field == "recipients" and firms:
                    self.ledger.ask(f"{self.route}.processors", said, "which-role", suggest=", ".join(firms))

    # grounds

    def basis(self, said: Said) -> None:
        """Take the legal bases that words name."""
        found = bases(said.words)
        if found.contradicts:
            self.doubt("legal_basis", said, "contradicts")
        elif found.unread and not found.named:
            meant = vocabulary().initials("legal_basis", said.words)
            short = len(said.words) <= 4 and said.words.isupper()
            self.doubt(
                "legal_basis", said, "initials" if short else "not-a-word", suggest=meant if short else ""
            )
        elif len(found.named) == 1 and not found.unread:
            self.claims.state("legal_basis", found.named[0], said, quote=True)
        else:
            self.ledger.ask(f"{self.route}.legal_basis", said, "several", suggest=", ".join(found.named))
            for each in found.named:
                self.claims.state("legal_basis", each, said, quote=True)
        for text in found.texts:
            self.claims.state("legal_text", text, said, quote=True)

    def condition_of(self, said: Said) -> None:
        """Take the condition of GDPR art. 9(2) that words name."""
        letter = condition(said.words)
        if letter:
            self.claims.state("special_basis", letter, said, quote=True)
        else:
            self.doubt("special_basis", said, "not-a-word")

    def _weighed(self, said: Said) -> None:
        words = vocabulary()
        if words.is_("no", said.words):
            self.claims.state("interest_assessment", NONE, said, quote=True)
        elif words.is_("yes", said.words):
            self.claims.state("interest_assessment", "done", said, quote=True)
        else:
            self.ledger.keep(said)

    def _answer(self, said: Said) -> None:
        """Take a yes or a no; a yes with a reserve is a question, one that says what it is about is a yes."""
        words, field = vocabulary(), YES_OR_NO[said.field]
        progress = words.settles("dpia_progress", said.words) if field == "dpia" else ""
        first, _, rest = said.words.partition(" - ")
        if field == "dpia" and compared(said.words) in ("n a", "na"):
            self.ledger.leave(said, "not-applicable")
        elif progress:
            self.claims.state(field, progress, said, quote=True)
        elif words.is_("no", said.words):
            self.claims.state(field, "false", said, quote=True)
        elif (words.is_("yes", said.words) and "(" not in said.words) or (
            rest and words.is_("yes", first) and field != "dpia"
        ):
            self.claims.state(field, "true", said, quote=True)
        elif words.is_("none", said.words):
            self.ledger.leave(said, "not-applicable")
        else:
            self.doubt(field, said, "reserve")

    # how long

    def kept(self, said: Said) -> None:
        """Take how long all data is kept."""
        if period(said.words) is not None:
            self.claims.state("retention", said.words, said)
        else:
            self.doubt("retention", said, "no-period")

    def _archived(self, said: Said) -> None:
        self.keep_for("personal", "archive", said)

    def _ended(self, said: Said) -> None:
        self.end_of("personal", said)

    def end_of(self, category: str, said: Said) -> None:
        """Note what becomes of a category in the end; words that are none of the list are kept."""
        word = vocabulary().settles("end", said.words)
        if word:
            self.ledger.fact(said)
            self.retentions.setdefault(category, {}).setdefault("end", self._value(word, said, quote=True))
        else:
            self.ledger.keep(said)

    def keep_for(self, category: str, stage: str, said: Said) -> None:
        """Note how long a category is kept in a stage (`active`, `archive`): a period, or what the words say, asked for."""
        entry = self.retentions.setdefault(category, {})
        if stage in entry and entry[stage]["value"] != said.words:
            self.ledger.ask(f"{self.route}.retentions.{category}.{stage}", said, "differs")
        elif period(said.words) is not None:
            self.ledger.fact(said)
            entry[stage] = self._value(said.words, said)
        else:
            self.ledger.ask(f"{self.route}.retentions.{category}.{stage}", said, "no-period")
            entry[stage] = self._value(UNKNOWN, said, quote=True)

    def _value(self, value: str, said: Said, *, quote: bool = False) -> Tree:
        made = {"value": value, "source": self.ledger.source(said.at)}
        return {**made, "quote": said.words} if quote else made

    # who receives it, and where

    def _recipients(self, said: Said) -> None:
        listed = items(said.words)
        if not any(company(each).formed or company(each).acronym for each in listed):
            self.doubt("recipients", said, "who-is-it")
            return
        for each in listed:
            self.claims.state("recipients", self.named.organisation(said, each), said, quote=True)

    def _processors(self, said: Said) -> None:
        for each in items(said.words):
            self.claims.state("processors", self.named.organisation(said, each), said, quote=True)

    def _internal(self, said: Said) -> None:
        for each in items(said.words, commas=False):
            self.claims.state("internal", each, said)

    def _transfers(self, said: Said) -> None:
        words = vocabulary()
        listed = items(said.words, commas=True)
        places = listed[1:] if listed and words.is_("yes", listed[0]) else listed
        found = [self.countries.code(each) for each in places]
        if found and all(found):
            for code in found:
                self.claims.state("transfers", code, said, quote=True)
            return
        head = said.words.partition("(")[0].strip()
        inside = said.words.partition("(")[2].rstrip(") ")
        code, tool = self.countries.code(head), words.settles("tool", inside)
        if code and tool and tool != "ask":
            self.claims.state("transfers", code, said, quote=True)
            self.claims.state("tool", tool, said, quote=True)
            return
        suggested = self.countries.within(said.words)
        first = compared(head).split(" ")[0]
        refused = words.is_("no", first)
        self.doubt("transfers", said, "differs" if refused else "no-object", suggest=", ".join(suggested))
        if refused and suggested:
            self.doubt("locations", said, "reserve", suggest=", ".join(suggested))

    def tool(self, said: Said) -> None:
        """Take the guarantee of a transfer that words name."""
        tool = vocabulary().settles("tool", said.words)
        if tool and tool != "ask":
            self.claims.state("tool", tool, said, quote=True)
        else:
            self.doubt("tool", said, "annulled" if tool else "not-a-word")

    def located(self, said: Said) -> None:
        """Take the countries in which the record says that data is kept."""
        found = [self.countries.code(each) for each in items(said.words, commas=True)]
        if found and all(found):
            for code in found:
                self.claims.state("locations", code, said, quote=True)
        else:
            self.doubt("locations", said, "reserve", suggest=", ".join(self.countries.within(said.words)))

    def _controller(self, said: Said) -> None:
        for each in items(said.words):
            self.claims.state("controller", self.named.organisation(said, each), said, quote=True)

    def _joint(self, said: Said) -> None:
        if vocabulary().is_("none", said.words):
            self.ledger.leave(said, "not-applicable")
            return
        self.claims.state("controller", self.named.organisation(said), said, quote=True)
        self.claims.state("joint", "joint", said, quote=True)

    def _contract(self, said: Said) -> None:
        self.ledger.ask("agreements", said, "paper")

    # the rest

    def _measures(self, said: Said) -> None:
        listed = items(said.words, commas=True)
        found = [vocabulary().settles("measure", each) for each in listed]
        if found and all(each and each != "words" for each in found):
            for each in found:
                self.claims.state("measures", each, said, quote=True)
        else:
            self.own_measure(said)

    def own_measure(self, said: Said) -> None:
        """Note a measure in the words of the record."""
        words = " ".join(said.words.split())
        if "-" in words and " " not in words:
            self.doubt("measures", said, "not-a-word")  # it would be read as a word of the list, misspelt
        else:
            self.claims.state("measures", words, said)

    def _origin(self, said: Said) -> None:
        found = [vocabulary().settles("collected_from", each) for each in items(said.words, commas=True)]
        if found and all(found):
            for each in found:
                self.claims.state("collected_from", each, said, quote=True)
        else:
            self.ledger.keep(said)

    def _operations(self, said: Said) -> None:
        for each in items(said.words, commas=False):
            self.claims.state("operations", each, said)

    def _other_record(self, said: Said) -> None:
        self.ledger.leave(said, "other-record")

    def tree(self) -> Tree:
        """Give the activity as it is written in a case."""
        claims = self.claims.tree()
        made: Tree = {"title": {self.language: self.title}} if self.title else {}
        if self.ref:
            made["ref"] = self.ref
        if self.people:
            made["people"] = list(self.people)
        if self.data:
            made["data"] = list(self.data)
        made.update(claims)
        if self.purposes:
            made["purposes"] = self.purposes
        if self.retentions:
            made["retentions"] = {name: entry for name, entry in self.retentions.items() if entry}
        if self.dates:
            made["entry"] = {**self.dates, "source": self.ledger.source(self._dates_at)}
        return made


def is_special(category: str) -> bool:
    """Tell whether a category of the program is one of GDPR art. 9(1)."""
    return "special" in CATEGORIES.get(category, ()) or category == "special"
