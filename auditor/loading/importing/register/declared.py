"""The columns that papers of the program write: each says one field of an activity as its record declares it, one item a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from msgspec.structs import replace

from auditor.loading.importing.register.cells import Countries, items, lines
from auditor.loading.importing.register.claims import Claims
from auditor.loading.importing.register.data import DataWords
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.parties_named import Named
from auditor.loading.importing.register.said import Said
from auditor.text.papers.register_columns import OPEN
from auditor.text.vocabulary import VALUES

#: What stands between a category and its period, in a line.
OF_CATEGORY: Final = " : "
#: How controllers stand to each other.
JOINTLY: Final = ("joint", "separate")


class Facts(Protocol):
    """The facts of an entry that a column adds to."""

    named: Named
    claims: Claims
    ledger: Ledger
    data_words: DataWords

    @property
    def countries(self) -> Countries:
        """Give the names of countries."""

    def add_people(self, words: str, said: Said) -> None:
        """Note a kind of people."""

    def add_data(self, name: str, said: Said) -> None:
        """Note a category of data."""

    def doubt(self, field: str, said: Said, why: str, suggest: str = "") -> None:
        """Note that words do not settle a field."""

    def keep_for(self, category: str, stage: str, said: Said) -> None:
        """Note how long a category is kept in a stage."""

    def end_of(self, category: str, said: Said) -> None:
        """Note what becomes of a category in the end."""

    def basis(self, said: Said) -> None:
        """Take the legal bases that words name."""

    def condition_of(self, said: Said) -> None:
        """Take the condition of GDPR art. 9(2) that words name."""

    def tool(self, said: Said) -> None:
        """Take the guarantee of a transfer that words name."""

    def located(self, said: Said) -> None:
        """Take the countries in which data is kept."""

    def kept(self, said: Said) -> None:
        """Take how long all data is kept."""


def is_open(said: Said) -> bool:
    """Tell whether a column says of its words that they settle nothing; of controllers it says so of each."""
    return said.words.startswith(OPEN) and said.field != "controller.named"


def bare(said: Said) -> Said:
    """Give the words of the record without the mark that they settle nothing."""
    return _as(said, said.words.replace(OPEN, ""))


def _as(said: Said, words: str) -> Said:
    return Said(field=said.field, at=said.at, cell=replace(said.cell, text=words))


def _each_party(facts: Facts, said: Said) -> None:
    field = said.field.partition(".")[0]
    for each in items(said.words):
        name = each.removeprefix(OPEN)
        is_name = field == "controller" and name == each
        who = facts.named.organisation(said, name, controller=is_name)
        facts.claims.state(field, who, said, quote=True)


def _each_person(facts: Facts, said: Said) -> None:
    for each in lines(said.words):
        facts.add_people(each, said)


def _each_country(facts: Facts, said: Said) -> None:
    for each in lines(said.words):
        code = facts.countries.code(each)
        if code:
            facts.claims.state("transfers", code, said, quote=True)
        else:
            facts.doubt("transfers", said, "not-a-word")


def _each_category(facts: Facts, said: Said) -> None:
    for each in lines(said.words):
        facts.add_data(facts.data_words.named(each, said), said)


def _each_measure(facts: Facts, said: Said) -> None:
    for each in lines(said.words):
        word = vocabulary().settles("measure", each)
        if word and word != "words":
            facts.claims.state("measures", word, said, quote=True)
        elif vocabulary().is_("pending", each):
            facts.doubt("measures", said, "pending")
        else:
            facts.claims.state("measures", each, said, quote=True)


def _of_categories(facts: Facts, said: Said) -> None:
    """Take how long each category is kept in a stage: `category : period`, a line each."""
    stage = said.field.partition(".")[2]
    for each in lines(said.words):
        name, _, words = each.rpartition(OF_CATEGORY)
        category = facts.data_words.named(name.strip(), said)
        if stage == "end":
            facts.end_of(category, _as(said, words.strip()))
        else:
            facts.keep_for(category, stage, _as(said, words.strip()))


def _jointly(facts: Facts, said: Said) -> None:
    word = next((word for word in JOINTLY if compared(said.words) in _names_of(word)), "")
    if word:
        facts.claims.state("joint", word, said, quote=True)
    else:
        facts.ledger.keep(said)


def _names_of(word: str) -> set[str]:
    """Give how papers of the program write a word of a case."""
    told = VALUES[word]
    return {compared(text) for said in (told.name, told.in_sentence) for text in (said.fr, said.en)}


def _each_tool(facts: Facts, said: Said) -> None:
    for each in lines(said.words):
        facts.tool(_as(said, each))


#: How each column is read.
DECLARED: Final[dict[str, Callable[[Facts, Said], None]]] = {
    "controller.named": _each_party,
    "processors.named": _each_party,
    "recipients.named": _each_party,
    "people.named": _each_person,
    "transfers.named": _each_country,
    "data.named": _each_category,
    "measures.named": _each_measure,
    "joint.named": _jointly,
    "tool.named": _each_tool,
    "legal_basis.named": lambda facts, said: facts.basis(said),
    "special_basis.named": lambda facts, said: facts.condition_of(said),
    "locations.named": lambda facts, said: facts.located(said),
    "retention.whole": lambda facts, said: facts.kept(said),
    "retentions.active": _of_categories,
    "retentions.archive": _of_categories,
    "retentions.end": _of_categories,
}
