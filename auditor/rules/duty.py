"""Who bears the duty that a rule is about, and under which regime of data protection.

One finding for each who bears it: two controllers, two findings. Under no regime a rule has nothing to say. A rule cites the
GDPR; to whom the regulation on Union institutions applies, its counterparts are cited instead, article by article.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.graph.regimes import GDPR
from auditor.model.evidence import Choice, FieldValue, Selection, distinct
from auditor.model.law import Knowledge
from auditor.model.policy import Rule
from auditor.model.vocabulary import NONE, UNKNOWN

REGIME: Final = "regime"


class Duty(Struct, frozen=True):
    """Who bears a duty, empty where the rule names no field for it, and under which regime."""

    who: str
    regime: str


def borne(rule: Rule, derived: Derived, get: Callable[[str], FieldValue]) -> tuple[Duty, ...]:
    """Give each who bears the duty of `rule` for the subject that `get` reads, unless no regime applies to them."""
    regimes = derived.regimes
    single = regimes.single
    if single == NONE:
        return ()
    bearers = _bearers(get(rule.culprit)) if rule.culprit else ("",)
    if single:
        return tuple(Duty(who, single) for who in bearers)
    found = (Duty(who, (regimes.own(who) if who else "") or _shared(get(REGIME))) for who in bearers)
    return tuple(duty for duty in found if duty.regime != NONE)


def under(regime: str, references: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Give the texts cited, each as the law of `regime` has it; what has no counterpart there is left out."""
    if regime == GDPR:
        return references
    texts = {name: text for name, text in knowledge.law.items() if text.regime == regime}
    return distinct(
        found
        for reference in references
        for found in next(
            (
                _counterpart(name, text.counterparts, reference.partition(".")[2])
                for name, text in texts.items()
                if text.stands_for == reference.partition(".")[0]
            ),
            (reference,),
        )
    )


def word_of(value: FieldValue) -> str:
    """Give the value of a field as it stands in a key: one word, the elements of a list, or `unknown`."""
    if isinstance(value, Choice):
        return value.options[0] if len(value.options) == 1 else UNKNOWN
    return ",".join(value.sure) if isinstance(value, Selection) else f"{value.low:g}"


def _bearers(value: FieldValue) -> tuple[str, ...]:
    if isinstance(value, Selection):
        return value.sure or (UNKNOWN,)
    return (word_of(value),)


def _shared(value: FieldValue) -> str:
    """Give the regime where all agree, else the GDPR, unless none of them is under it."""
    options = value.options if isinstance(value, Choice) else ()
    return options[0] if len(options) == 1 or (options and GDPR not in options) else GDPR


def _counterpart(name: str, counterparts: dict[str, str], article: str) -> tuple[str, ...]:
    """Give the article of `name` for one of the law that it stands for, or for the paragraph above."""
    while article:
        if article in counterparts:
            return (f"{name}.{counterparts[article]}",)
        article = article.rpartition(".")[0]
    return ()
