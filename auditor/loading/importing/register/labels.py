"""Labels and words of records of processing, as the program knows them: which field a label is, what a word settles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, get_args

from msgspec import Struct
from msgspec.structs import replace

from auditor.errors import Refused, UsageRefused
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.model.case.agreements import Tool
from auditor.model.case.record import End, LegalBasis, Origin
from auditor.model.vocabulary import NONE, NOT_PRODUCED, UNKNOWN
from auditor.text.papers import register_columns as columns
from auditor.text.plain_letters import LETTERS
from auditor.text.problems.importing import NO_SUCH_FIELD
from auditor.text.problems.suggestion import nearest
from auditor.text.vocabulary import DATA, MEASURES, VALUES

FOLDER: Final = "knowledge/registers"
LANGUAGES: Final = ("fr", "en")
#: What people say of a label that stands for no field.
IGNORE: Final = "ignore"
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SIGNS: Final = re.compile(r"[/:?*\"“”«»…►.°_!;•]")
#: What a label is that opens a block of rows whose columns have heads of their own.
SECTIONS: Final = frozenset(
    {"data", "special", "people", "recipients", "measures", "transfers", "purpose.section"}
)
#: What no word of a record says: that there is nothing, or that nobody knows.
UNTOLD: Final = frozenset({UNKNOWN, NOT_PRODUCED, NONE})
#: The words that papers of the program say for the words of a case, by the table that reads them back.
OWN_WORDS: Final = {
    "data": DATA,
    "measure": MEASURES,
    **{
        name: {word: VALUES[word] for word in get_args(words)}
        for name, words in (
            ("legal_basis", LegalBasis),
            ("tool", Tool),
            ("collected_from", Origin),
            ("end", End),
        )
    },
}


def compared(text: str) -> str:
    """Give the first line of a text as labels and words are compared: without accents, case, brackets and signs."""
    first = text.strip().translate(LETTERS).split("\n")[0]
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", first) if not unicodedata.combining(sign)
    ).lower()
    if "(" in bare or "[" in bare:
        bare = _BRACKETS.sub("", bare)
    return " ".join(_SIGNS.sub(" ", bare).split())


def as_label(text: str) -> str:
    """Give a text as a label is compared: as `compared`, and without the number at its end."""
    return compared(text).rstrip("0123456789").rstrip()


class Labels(Struct, frozen=True):
    """The fields by their labels in each language: whole labels, and beginnings, the longest first.

    `said` are those of labels that people state, which go first.
    """

    whole: dict[str, dict[str, str]]
    begins: dict[str, list[tuple[str, str]]]
    said: dict[str, str] = {}

    def field(self, text: str, language: str = "") -> str:
        """Give the field that a text is the label of, in a language or in any; empty where it is none."""
        if not text or len(text) > 400:
            return ""
        bare = as_label(text)
        if bare in self.said:
            return self.said[bare]
        for lang in [language] if language else LANGUAGES:
            found = self.whole[lang].get(bare, "")
            if found:
                return found
            for start, name in self.begins[lang]:
                if bare.startswith(start):
                    return name
        return ""

    def language(self, texts: list[str]) -> str:
        """Give the language in which more of the texts are labels."""
        counts = {lang: sum(bool(self.field(text, lang)) for text in texts) for lang in LANGUAGES}
        return max(LANGUAGES, key=lambda lang: counts[lang])

    def stated(self, said: Mapping[str, str]) -> Labels:
        """Give the labels with the fields that people state of some. Raises UsageRefused for a field that is none."""
        names = {name for table in self.whole.values() for name in table.values()}
        wrong = next((name for name in said.values() if name not in names and name != IGNORE), "")
        if wrong:
            raise UsageRefused(NO_SUCH_FIELD(name=wrong), nearest(wrong, names))
        return replace(
            self,
            said={as_label(label): "" if name == IGNORE else name for label, name in said.items()},
        )


class Vocabulary:
    """What words in cells settle: of each table, the word that an item is."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._lists = {name: _split(listed) for name, listed in tables.items() if isinstance(listed, list)}
        self._tables = {
            name: {word: _split(listed) for word, listed in table.items()}
            for name, table in tables.items()
            if isinstance(table, dict)
        }

    def is_(self, name: str, text: str) -> bool:
        """Tell whether a text is one of a list (`none`, `pending`, `refers`); of signs alone it is compared as it stands."""
        return _among(self._lists[name], compared(text) or text.strip().lower())

    def settles(self, name: str, text: str) -> str:
        """Give the word of a table that a text is; empty where it is none."""
        bare = compared(text)
        return next(
            (word for word, listed in self._tables[name].items() if bare and _among(listed, bare)), ""
        )

    def within(self, name: str, text: str) -> list[str]:
        """Give the words of a table of which an entry stands anywhere in a text."""
        bare = compared(text.replace("\n", " "))
        return [
            word
            for word, (whole, _) in self._tables[name].items()
            if any(re.search(rf"\b{re.escape(entry)}", bare) for entry in whole)
        ]

    def initials(self, name: str, text: str) -> str:
        """Give the word of a table that a text of capitals is the initials of; empty where none or several."""
        found = {
            word
            for word, (whole, _) in self._tables[name].items()
            for entry in whole
            if "".join(part[0] for part in entry.split()) == text.lower()
        }
        return found.pop() if len(found) == 1 else ""


_Listed = tuple[frozenset[str], tuple[str, ...]]


def _split(listed: list[str]) -> _Listed:
    whole = frozenset(
        compared(entry) or entry.strip().lower() for entry in listed if not entry.startswith("~")
    )
    return whole, tuple(compared(entry[1:]) for entry in listed if entry.startswith("~"))


def _among(listed: _Listed, bare: str) -> bool:
    whole, begins = listed
    return bare in whole or any(bare == start or bare.startswith(f"{start} ") for start in begins)


@cache
def labels() -> Labels:
    """Give the labels that come with the program. Raises Refused where they are broken."""
    whole: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    begins: dict[str, list[tuple[str, str]]] = {lang: [] for lang in LANGUAGES}
    for name, entry in _shipped("labels").items():
        for lang in LANGUAGES:
            for label in entry.get(lang, []):
                if label.startswith("~"):
                    begins[lang].append((as_label(label[1:]), name))
                else:
                    whole[lang].setdefault(as_label(label), name)
    for name, head in columns.COLUMNS.items():
        for lang in LANGUAGES:
            whole[lang].setdefault(as_label(getattr(head, lang)), name)
    for listed in begins.values():
        listed.sort(key=lambda each: (-len(each[0]), each[0]))
    return Labels(whole, begins)


@cache
def vocabulary() -> Vocabulary:
    """Give the words that come with the program, with those that its own papers write. Raises Refused where they are broken."""
    tables = _shipped("words")
    for table, known in OWN_WORDS.items():
        listed: dict[str, list[str]] = tables[table]
        taken = {compared(entry) for entries in listed.values() for entry in entries}
        for word, said in known.items():
            names = [each for each in (said.name.fr, said.name.en) if compared(each) not in taken]
            if word not in UNTOLD:
                listed[word] = [*listed.get(word, []), *names]
    return Vocabulary(tables)


def _shipped(name: str) -> dict[str, Any]:
    for path, data in shipped(FOLDER):
        if path.endswith(f"/{name}.yaml"):
            document = read(path, data)
            if document.problems:
                raise Refused(list(document.problems))
            return dict(document.value[name])
    return {}
