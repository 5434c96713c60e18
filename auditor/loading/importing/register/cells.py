"""What a cell may mean, before anybody decides: items of a list, days, countries, legal bases, companies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from auditor.loading.importing.ids import kebab
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.sheets import Cell
from auditor.model.dates import is_day
from auditor.text.legal_forms import FORMS, without_form

LONGEST_ID: Final = 40
_SPLIT: Final = re.compile(r"[;\n]")
_BULLET: Final = re.compile(r"^\s*(?:[-–—•*+▪◦]|[0-9]{1,2}[.)])\s+")
_PLACEHOLDER: Final = re.compile(r"^(?:[._…\s]+|\[[^\[\]]*\]|<[^<>]*>)\Z")
_MONTHS: Final = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"), ("mai", "may"),
    ("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september"), ("octobre", "october"),
    ("novembre", "november"), ("decembre", "december"),
)  # fmt: skip
_ISO: Final = re.compile(r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")
_SLASHES: Final = re.compile(r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\Z")
_MONTH: Final = re.compile(r"^(?:([0-9]{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) ([0-9]{4})\Z")
_ARTICLE_6: Final = re.compile(r"\b6[\s.,(§]*1[\s.,()]*(?:point |lit )?\(?([a-f])\b")
_ARTICLE_9: Final = re.compile(r"\b9[\s.,(§]*2[\s.,()]*(?:point |lit )?\(?([a-j])\b")
_OF_ARTICLE_6: Final = {
    "a": ("consent",), "b": ("contract", "pre-contract"), "c": ("legal-obligation",), "d": ("vital-interest",),
    "e": ("public-task",), "f": ("legitimate-interest",),
}  # fmt: skip
_BASES_APART: Final = re.compile(r"[;\n,/+]|\bet\b|\band\b", re.IGNORECASE)
_MAIL: Final = re.compile(r"(?<![^\s,;:()<>\"'])[^\s,;:()<>\"'@]+@[^\s,;:()<>\"'@]+\.[A-Za-z]{2,}")
_FORM_NEXT: Final = re.compile(rf"(?:{'|'.join(re.escape(form) for form in FORMS)})\b")
#: What is written of countries beside their names.
COUNTRIES: Final = {
    "usa": "US", "us": "US", "u s a": "US", "etats unis": "US", "etats unis d'amerique": "US",
    "united states of america": "US", "uk": "GB", "u k": "GB", "great britain": "GB", "grande bretagne": "GB",
    "angleterre": "GB", "england": "GB", "pays bas": "NL", "holland": "NL", "hollande": "NL", "coree du sud": "KR",
    "south korea": "KR", "republique tcheque": "CZ", "czech republic": "CZ", "emirats": "AE", "hong kong": "HK",
}  # fmt: skip


class Company(Struct, frozen=True):
    """Words that name somebody: the name, whether it has a legal form, what else is said."""

    name: str
    formed: bool
    rest: str = ""

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals alone, or nearly."""
        capitals = sum(sign.isupper() for sign in self.name)
        return " " not in self.name and capitals >= 2 and 2 * capitals > len(self.name)


def slug(text: str, fallback: str = "unnamed") -> str:
    """Give an id that reads as `text`, at most forty characters, cut between words."""
    made = kebab(text, "")
    if len(made) > LONGEST_ID:
        made = made[: LONGEST_ID + 1].rpartition("-")[0] or made[:LONGEST_ID]
    return made or fallback


def is_placeholder(text: str) -> bool:
    """Tell whether a text only marks where something is to be written: dots, lines, a word in brackets, the prompt of a list."""
    words = vocabulary()
    return _PLACEHOLDER.match(text) is not None or words.is_("prompt", text)


def items(text: str, *, commas: bool | None = None) -> list[str]:
    """Give the parts of a list: by semicolons and lines; by commas always, never, or where each part reads as a name (None)."""
    parts = [_BULLET.sub("", part).strip() for part in _SPLIT.split(text)]
    found: list[str] = []
    for part in filter(None, parts):
        listed = list(filter(None, map(str.strip, part.split(",")))) if "(" not in part or commas else [part]
        by_comma = commas if commas is not None else all(map(_reads_as_name, listed))
        found += listed if by_comma else [part]
    return found


def lines(text: str) -> list[str]:
    """Give the lines of a cell in which each line is one item."""
    return [line for each in text.split("\n") if (line := " ".join(each.split()))]


def _reads_as_name(part: str) -> bool:
    return (
        (part[0].isupper() or part[0].isdigit()) and len(part.split()) <= 4 and part.rstrip(".") not in FORMS
    )


def day(cell: Cell, language: str) -> str:
    """Give the day, month or year that a cell states, empty where it is not certain."""
    text = cell.text.strip()
    if cell.kind == "date":
        return text[:10]
    if cell.kind == "number":
        return text if re.match(r"^(?:19|20)[0-9]{2}\Z", text) else ""
    if _ISO.match(text):
        return text if is_day(text) else ""
    numbers = _SLASHES.match(text)
    if numbers:
        first, second, year = int(numbers[1]), int(numbers[2]), numbers[3]
        if language != "fr" and first <= 12:
            return ""
        made = f"{year}-{second:02d}-{first:02d}"
        return made if is_day(made) else ""
    named = _MONTH.match(compared(text))
    if named:
        for number, names in enumerate(_MONTHS, 1):
            if named[2] in names:
                made = f"{named[3]}-{number:02d}" + (f"-{int(named[1]):02d}" if named[1] else "")
                return made if is_day(made) else ""
    return ""


def day_within(text: str, language: str) -> str:
    """Give the one day that stands somewhere in a text (`3 du 15/03/2024`), empty where none or several do."""
    found = re.findall(r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    return day(Cell(found[0]), language) if len(found) == 1 else ""


class Countries:
    """Names of countries, in French and in English, and what people write for them."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self._codes = dict(COUNTRIES)
        for code, name in names.items():
            said = (name,) if isinstance(name, str) else (getattr(name, "fr", ""), getattr(name, "en", ""))
            for word in filter(None, said):
                self._codes.setdefault(self._bare(str(word)), code)
        self._known = frozenset(names)

    def code(self, text: str) -> str:
        """Give the code of the country that a text names and nothing else, empty where it names none."""
        stripped = text.strip()
        if stripped in self._known:
            return stripped
        return self._codes.get(self._bare(text), "")

    def within(self, text: str) -> list[str]:
        """Give the codes of the countries named somewhere in a text."""
        bare = f" {self._bare(re.sub(r'[(),;/]', ' ', text))} "
        found = {
            bare.index(f" {name} "): code
            for name, code in self._codes.items()
            if len(name) > 2 and f" {name} " in bare
        }
        return list(dict.fromkeys(found[at] for at in sorted(found)))

    @staticmethod
    def _bare(text: str) -> str:
        return " ".join(compared(text.replace("(", " ").replace(")", " ")).replace("-", " ").split())


class Bases(Struct, frozen=True):
    """Legal bases that a cell names, what else it says in brackets, and whether words and article contradict each other."""

    named: list[str]
    texts: list[str]
    unread: list[str]
    contradicts: bool = False


def bases(text: str) -> Bases:
    """Give the legal bases of GDPR art. 6(1) that a text names, by their words or their article."""
    brackets = list(dict.fromkeys(re.findall(r"\(([^()]*)\)", text)))
    at = {inside: number for number, inside in enumerate(brackets)}
    kept = re.sub(r"\(([^()]*)\)", lambda found: f"({at[found[1]]})", text)
    named, texts, unread = [], [], []
    contradicts = False
    for part in filter(None, map(str.strip, _BASES_APART.split(kept))):
        inside = [brackets[int(number)] for number in re.findall(r"\(([0-9]+)\)", part)]
        words = re.sub(r"\([0-9]+\)", "", part)
        stated = vocabulary().settles("legal_basis", words)
        article = _ARTICLE_6.search(compared(" ".join([words, *inside]).replace("(", " ").replace(")", " ")))
        allowed = _OF_ARTICLE_6[article[1]] if article else ()
        if stated and allowed and stated not in allowed:
            contradicts = True
        if stated or allowed:
            named.append(stated or allowed[0])
            texts += [each for each in inside if each and not _ARTICLE_6.search(compared(each))]
        else:
            unread.append(words.strip())
    return Bases(list(dict.fromkeys(named)), texts, unread, contradicts)


def condition(text: str) -> str:
    """Give the letter of GDPR art. 9(2) that a text names, by its article or in usual words."""
    found = _ARTICLE_9.search(" ".join(text.lower().split()))
    return found[1] if found else vocabulary().settles("special_basis", text)


def company(text: str) -> Company:
    """Give who a text names, and what it says besides: in brackets, after a dash, after a comma that no legal form follows."""
    whole = " ".join(text.split())
    ends = [at for sign in (" (", " – ", " — ", " - ") if (at := whole.find(sign)) > 0]
    comma = whole.find(", ")
    if comma > 0 and not _FORM_NEXT.match(whole[comma + 2 :]):
        ends.append(comma)
    end = min(ends, default=len(whole))
    name = whole[:end].strip()
    return Company(name, without_form(name) != name, whole[end:].strip(" ,–—-"))


def email(text: str) -> str:
    """Give the e-mail address in a text, empty where none or several stand there."""
    found = _MAIL.findall(text)
    return found[0] if len(found) == 1 else ""


def is_phone(text: str) -> bool:
    """Tell whether a text is a telephone number."""
    return re.match(r"^\+?[0-9 ().-]{8,20}\Z", text.strip()) is not None
