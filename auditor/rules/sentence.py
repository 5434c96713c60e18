"""A rule read back as a sentence made from its conditions, so that a DPO can approve the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec import UNSET

from auditor.model.policy import Rule
from auditor.model.result import Bilingual
from auditor.rules.subjects import SUBJECTS, Subject

COMPARED: Final = {
    "at_least": Bilingual("au moins {}", "at least {}"),
    "at_most": Bilingual("au plus {}", "at most {}"),
    "above": Bilingual("plus de {}", "above {}"),
    "below": Bilingual("moins de {}", "below {}"),
    "from": Bilingual("à partir du {}", "on or after {}"),
    "before": Bilingual("avant le {}", "before {}"),
}
WORDS: Final = {
    "true": Bilingual("oui", "yes"),
    "false": Bilingual("non", "no"),
}


def sentence(rule: Rule) -> Bilingual:
    """Give the rule as one sentence in both languages."""
    subject = SUBJECTS[rule.for_]
    forbidden = rule.forbid is not UNSET
    condition: Any = rule.forbid if forbidden else rule.require
    when, breach, unless = (_phrase(part, subject) for part in (rule.when, condition, rule.unless))
    french = f"Pour chaque {subject.doc.fr}"
    english = f"For every {subject.doc.en}"
    if rule.when:
        french += f", quand {when.fr}"
        english += f", when {when.en}"
    french += f", {'ne doit pas être' if forbidden else 'doit être'} : {breach.fr}"
    english += f", {'this must not be' if forbidden else 'this must be'}: {breach.en}"
    if rule.unless:
        french += f", sauf si {unless.fr}"
        english += f", unless {unless.en}"
    return Bilingual(f"{french}.", f"{english}.")


def condition_words(condition: Mapping[str, Any], rule: Rule) -> Bilingual:
    """Give a condition of a rule as part of a sentence in both languages."""
    return _phrase(condition, SUBJECTS[rule.for_])


def _phrase(condition: Mapping[str, Any], subject: Subject[Any]) -> Bilingual:
    parts = [_entry(name, wanted, subject) for name, wanted in condition.items()]
    return Bilingual(" et ".join(p.fr for p in parts), " and ".join(p.en for p in parts))


def _entry(name: str, wanted: Any, subject: Subject[Any]) -> Bilingual:
    if name == "any_of":
        parts = [_phrase(part, subject) for part in wanted]
        return Bilingual(f"({' ou '.join(p.fr for p in parts)})", f"({' or '.join(p.en for p in parts)})")
    if name == "not":
        inner = _phrase(wanted, subject)
        return Bilingual(f"pas ({inner.fr})", f"not ({inner.en})")
    label = subject.fields[name].doc
    value = _value(wanted, subject)
    return Bilingual(f"{label.fr} : {value.fr}", f"{label.en}: {value.en}")


def _value(wanted: Any, subject: Subject[Any]) -> Bilingual:
    if isinstance(wanted, Mapping):
        parts = [_operator(operator, argument, subject) for operator, argument in wanted.items()]
        return Bilingual(" et ".join(p.fr for p in parts), " and ".join(p.en for p in parts))
    words = [WORDS.get(item, Bilingual(item, item)) for item in (wanted if isinstance(wanted, list) else [wanted])]
    return Bilingual(" ou ".join(w.fr for w in words), " or ".join(w.en for w in words))


def _operator(operator: str, argument: Any, subject: Subject[Any]) -> Bilingual:
    if operator in COMPARED:
        words = COMPARED[operator]
        return Bilingual(words.fr.format(argument), words.en.format(argument))
    value = subject.fields[argument].doc if operator == "same_as" else _value(argument, subject)
    template = {
        "not": Bilingual("autre que {}", "other than {}"),
        "only": Bilingual("seulement {}", "only {}"),
        "same_as": Bilingual("comme {}", "the same as {}"),
    }[operator]
    return Bilingual(template.fr.format(value.fr), template.en.format(value.en))
