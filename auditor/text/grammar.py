"""How words join in a sentence: French contraction and elision, lists, templates with slots."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.scalars import Text

_VOWEL: Final = re.compile(r"^[aeiouyàâéèêîôhAEIOUYÀÉÈÊÎ]")


def of(noun: str) -> str:
    """Give a French noun after `de`: `du`, `des`, `d'` where they are said."""
    return _contracted(noun, "du ", "des ") or (f"d'{noun}" if _VOWEL.match(noun) else f"de {noun}")


def at(noun: str) -> str:
    """Give a French noun after `à`: `au`, `aux` where they are said."""
    return _contracted(noun, "au ", "aux ") or f"à {noun}"


def that(clause: str) -> str:
    """Give a French clause after `que`, or `qu'` where it is said."""
    return f"qu'{clause}" if _VOWEL.match(clause) else f"que {clause}"


def some(noun: str) -> str:
    """Give a French plural after `des`; a singular, or what has an article already, as it is."""
    first = noun.partition(" ")[0].rstrip(",")
    return f"des {noun}" if first[-1:] in ("s", "x") and first not in ("les", "des", "ses") else noun


def _contracted(noun: str, one: str, many: str) -> str:
    for article, said in (("le ", one), ("les ", many)):
        if noun.startswith(article):
            return said + noun.removeprefix(article)
    return ""


_AFTER: Final = {"de": of, "des": some, "à": at, "que": that}


class French(str):
    """A text that a French template may ask for after a word it contracts with: `{it:de}`, `{data:des}`, `{who:à}`, `{clause:que}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Give the text, after the word that `spec` names, with its capital where it has one."""
        if not spec:
            return str(self)
        said = _AFTER[spec.lower()](self)
        return said if spec.islower() else f"{said[0].upper()}{said[1:]}"


def enumerated(words: Iterable[str], last: str) -> str:
    """Give words as one phrase: `a, b or c` for the last word `or`."""
    found = list(words)
    return f"{', '.join(found[:-1])} {last} {found[-1]}" if len(found) > 1 else "".join(found)


def bilingual(text: Text) -> Bilingual:
    """Give `text` in both languages; where one is missing, the other stands for it."""
    if isinstance(text, str):
        return Bilingual(text, text)
    return Bilingual(text.fr or text.en, text.en or text.fr)


def both(word: str) -> Bilingual:
    """Give a word that is the same in both languages."""
    return Bilingual(word, word)


def filled(template: Bilingual, /, **slots: Bilingual | str) -> Bilingual:
    """Give `template` with its slots filled; French ones contract as they ask for (`{it:de}`)."""
    texts = {slot: both(text) if isinstance(text, str) else text for slot, text in slots.items()}
    return Bilingual(
        template.fr.format(**{slot: French(text.fr) for slot, text in texts.items()}),
        template.en.format(**{slot: text.en for slot, text in texts.items()}),
    )


def listed(items: Iterable[Bilingual]) -> Bilingual:
    """Give the items as a phrase: `a, b and c`."""
    found = list(items)
    return Bilingual(_joined([i.fr for i in found], "et"), _joined([i.en for i in found], "and"))


def side_by_side(items: Iterable[Bilingual]) -> Bilingual:
    """Give the items one after the other, parted by semicolons."""
    found = list(items)
    return Bilingual(" ; ".join(i.fr for i in found), "; ".join(i.en for i in found))


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else "—"
