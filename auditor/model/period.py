"""Periods of retention as people write them: `3 months`, `13 mois`, `5 years after leaving`, `P90D`, `unlimited`."""

from __future__ import annotations

import re
from math import ceil, floor
from typing import Final

from msgspec import Struct

from auditor.model.vocabulary import UNSETTLED

#: Where a case states periods of retention.
PERIODS: Final = (
    ("activities", "retention"),
    ("notices", "kept_for"),
    ("hosts", "kept_for"),
    ("flows", "kept_for"),
)
#: Hours or months in one unit, by the words for it without plural.
HOURS: Final = {"hour": 1, "heure": 1, "day": 24, "jour": 24, "week": 168, "semaine": 168}
MONTHS: Final = {
    "month": 1,
    "mois": 1,
    "quarter": 3,
    "trimestre": 3,
    "semester": 6,
    "semestre": 6,
    "year": 12,
    "an": 12,
    "année": 12,
}
NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4,
    "five": 5, "cinq": 5, "six": 6, "seven": 7, "sept": 7, "eight": 8, "huit": 8, "nine": 9, "neuf": 9, "ten": 10, "dix": 10,
    "eleven": 11, "onze": 11, "twelve": 12, "douze": 12, "thirteen": 13, "treize": 13, "twenty": 20, "vingt": 20,
}  # fmt: skip
ENDLESS: Final = frozenset(
    {
        "unlimited",
        "indefinite",
        "indefinitely",
        "for ever",
        "forever",
        "no limit",
        "illimité",
        "illimitée",
        "sans limite",
    }
)
#: Words by which people say that it lasts as long as it takes.
NEED: Final = r"(?:nécessaire|utile|besoin|requis|fau[td]|necess|need|require|useful)\w*"
#: What people write where no period is set: as long as it is needed, for a reasonable time, as required.
NO_PERIOD: Final = (
    rf"\b(?:long|longer|longtemps|autant|tant qu\w*|temps|until)\b.{{0,20}}\b{NEED}"
    rf"|\b(?:durée|délai|period|time|duration)s?\b.{{0,20}}\b(?:{NEED}|appropri\w*|adéquat\w*|raisonnable\w*|reasonable)"
    r"|\b(?:necessary|needed|required|reasonable|appropriate|adequate)\b.{0,10}\b(?:period|time|duration)\b"
    r"|\b(?:plus (?:nécessaire|utile|besoin|requis)|no longer (?:necess|need|require|useful))"
    rf"|^(?:as|when|if|selon|si|au) (?:les |le )?{NEED}$"
    r"|^(?:indéterminée?|undetermined|(?:not|non|pas) (?:set|defined|determined|définie?|fixée?|déterminée?))$"
)
#: Where the law sets how long, that is a criterion.
BY_LAW: Final = r"\b(?:law|loi|légal\w*|legal\w*|statut\w*|prescription)\b"
ISO: Final = r"^p(?:(\d{1,6})y)?(?:(\d{1,6})m)?(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:t(\d{1,6})h)?$"
MOST: Final = r"^(?:up to|at most|no more than|maximum|jusqu'à|au plus|au maximum)\s+"
PART: Final = r"(?:(?:and|et|,)\s*)?(\d{1,6}|[a-zé]+)[\s-]*([a-zé]+)\s*"
START: Final = (
    r"^(?:after|from|since|following|après|à compter d[eu']|à partir d[eu']|depuis|suivant)\s*(.+)$"
)
#: Days of a month on average, and by how much any run of months can differ from it.
MEAN_MONTH: Final = 30.436875
SLACK: Final = 3
HOURS_A_DAY: Final = 24
#: Letters of the shortest unit of which a misspelling can be told.
SPELT: Final = 4
#: How long a text may be that is looked through for a slip: a period is a few words.
LONGEST: Final = 120


class Period(Struct, frozen=True):
    """A time of so many months and hours, counted from the event `start` where one is named; or without end."""

    months: int = 0
    hours: int = 0
    start: str = ""
    endless: bool = False

    def bounds(self) -> tuple[int, int]:
        """Give the least and the most hours it can last: months are not all of one length."""
        days = self.months * MEAN_MONTH
        slack = SLACK if self.months else 0
        return floor(days - slack) * HOURS_A_DAY + self.hours, ceil(days + slack) * HOURS_A_DAY + self.hours


def period(text: str) -> Period | None:
    """Give the period that `text` states in English, in French or as ISO 8601; None where it cannot be read, or nobody says."""
    if text in UNSETTLED:
        return None
    words = " ".join(text.replace("’", "'").casefold().split())
    if words in ENDLESS:
        return Period(endless=True)
    iso = re.match(ISO, words)
    if iso and any(iso.groups()):
        years, months, weeks, days, hours = (int(part or 0) for part in iso.groups())
        return Period(12 * years + months, 168 * weeks + 24 * days + hours)
    return _spelt(re.sub(MOST, "", words))


def is_no_period(text: str) -> bool:
    """Tell whether `text` sets no period at all: "as long as necessary" in whatever words (GDPR art. 5(1)(e))."""
    if text in UNSETTLED or period(text) is not None:
        return False
    words = " ".join(text.replace("’", "'").casefold().split())
    return re.search(NO_PERIOD, words) is not None and re.search(BY_LAW, words) is None


def _spelt(words: str) -> Period | None:
    months = hours = at = 0
    following = re.compile(PART)
    while (part := following.match(words, at)) is not None:
        count = int(part[1]) if part[1].isdigit() else NUMBERS.get(part[1])
        unit = part[2] if part[2] in MONTHS else part[2].removesuffix("s")
        if count is None or (unit not in MONTHS and unit not in HOURS):
            break
        months += count * MONTHS.get(unit, 0)
        hours += count * HOURS.get(unit, 0)
        at = part.end()
    rest = words[at:]
    start = re.match(START, rest)
    if not at or (rest and start is None):
        return None
    return Period(months, hours, start[1] if start else "")


def misspelt(text: str) -> str:
    """Give the period that `text` writes with one slip of spelling in a word (`3 monhts`); empty where it is none, or a period."""
    if len(text) > LONGEST or not any(character.isdigit() for character in text) or period(text) is not None:
        return ""
    parts = text.split()
    for position, part in enumerate(parts):
        for unit in (*HOURS, *MONTHS):
            for word in (unit, f"{unit}s"):
                if len(unit) >= SPELT and _one_slip(part.casefold(), word):
                    meant = " ".join((*parts[:position], word, *parts[position + 1 :]))
                    if period(meant) is not None:
                        return meant
    return ""


def _one_slip(written: str, word: str) -> bool:
    """Tell whether two letters were swapped, one was left out, doubled, added or mistaken after the first."""
    if written[:1] != word[:1] or abs(len(written) - len(word)) > 1 or written == word:
        return False
    if len(written) == len(word):
        apart = [at for at in range(len(word)) if written[at] != word[at]]
        swapped = len(apart) == 2 and [written[at] for at in apart] == [word[at] for at in reversed(apart)]
        return len(apart) == 1 or swapped
    longest, shortest = sorted((written, word), key=len, reverse=True)
    return any(longest[:at] + longest[at + 1 :] == shortest for at in range(len(longest)))


def longer(first: Period, second: Period) -> bool | None:
    """Tell whether `first` lasts longer than `second`; None where that cannot be told.

    Periods counted from different events cannot be compared, nor can a month be with thirty days.
    """
    if first.endless or second.endless:
        return first.endless and not second.endless
    if first.start != second.start:
        return None
    if first.hours == second.hours:
        return first.months > second.months
    if first.months == second.months:
        return first.hours > second.hours
    (low, high), (least, most) = first.bounds(), second.bounds()
    if low > most:
        return True
    return False if high <= least else None
