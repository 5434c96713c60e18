"""What is said beside a question where the fact was stated until an unknown day, or in words that are no answer."""

from __future__ import annotations

from auditor.model.bilingual import Bilingual
from auditor.model.materials import Materials, plain
from auditor.model.period import PERIODS, is_no_period, period
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.text import dates as texts
from auditor.text.grammar import filled
from auditor.text.names import Names
from auditor.text.result import NOTHING


def may_have_ended(materials: Materials, route: str) -> bool:
    """Tell whether the fact at `route` was stated until a day that is not known."""
    return materials.fact(route).until == UNKNOWN


def stated_before(materials: Materials, route: str, names: Names) -> Bilingual:
    """Return what was stated of the fact at `route` until a day that is not known; nothing where nothing was."""
    fact = materials.fact(route)
    if fact.until != UNKNOWN or not fact.versions:
        return NOTHING
    value = fact.versions[0].value
    listed = value if isinstance(value, list) else [str(plain(value))]
    return filled(texts.STILL_HOLDS, values=names.all(listed), day=materials.as_of)


def asked_of_period(materials: Materials, route: str, names: Names) -> Bilingual | None:
    """Return the question where a period is stated in words that set none or cannot be compared; None elsewhere."""
    section, _, rest = route.partition(".")
    name, _, field = rest.partition(".")
    words = materials.fact(route).value
    if (section, field) not in PERIODS or not isinstance(words, str):
        return None
    if words in UNSETTLED or words == NONE or period(words) is not None:
        return None
    template = texts.NO_PERIOD if is_no_period(words) else texts.NOT_COMPARABLE
    return filled(template, it=names.within(section, name), words=words)
