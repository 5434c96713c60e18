"""A rule read back as sentences made from its conditions, so that a DPO can approve the sentences.

A condition is first brought into clauses with every negation at a clause (three-valued logic allows it), then said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from msgspec import UNSET, Struct

from auditor.model.bilingual import Bilingual
from auditor.model.policy import Rule
from auditor.model.vocabulary import CATEGORIES
from auditor.rules.subjects import SUBJECTS, Field, Subject
from auditor.text.days import in_words
from auditor.text.fields.subjects.base import Amount, Clause, Flag
from auditor.text.fields.subjects.table import noun, words
from auditor.text.french import elided, negated, without
from auditor.text.grammar import both, enumerated, filled, of
from auditor.text.rule_sentences import (
    AFFIRMED,
    AND,
    ANSWERS,
    AT_LEAST_KNOWN,
    BRACKETED,
    COMPARED,
    DENOTES,
    DIFFER,
    EITHER,
    EITHER_OR,
    ELSE,
    EVERY,
    IS,
    IS_NOT,
    LEADS,
    MAY_GATE,
    NEITHER,
    NEVER_GATES,
    NEXT,
    NOR,
    OF_STATE,
    ONE_FINDING,
    ONLY,
    OR,
    OR_ELSE,
    OTHER,
    OTHER_STATE,
    QUOTED,
    REPORTED,
    RUNGS,
    SAME,
    SEVERITIES,
    SEVERITY_IS,
    SOME,
    STATES,
    TOLD_WITH,
    WEIGHED,
)
from auditor.text.vocabulary import DATA, ORGANISATIONS, VALUES, Word

Lead = Literal["when", "if", "unless"]
Lists = Mapping[str, Sequence[str]]

CONTRARY: Final = {
    "at_least": "below",
    "below": "at_least",
    "above": "at_most",
    "at_most": "above",
    "from": "before",
    "before": "from",
}


class _All(Struct, frozen=True):
    parts: tuple[_Said, ...]


class _Any(Struct, frozen=True):
    parts: tuple[_Said, ...]


_Said = Bilingual | _All | _Any


def sentence(rule: Rule, lists: Lists | None = None) -> Bilingual:
    """Give when the rule reports something, as one sentence in both languages; `lists` are the named lists of its pack."""
    subject = SUBJECTS[rule.for_]
    read = _Reader(subject, lists or {})
    reported = REPORTED[rule.kind]
    said = filled(EVERY, subject=noun(subject.name))
    if rule.when:
        said = filled(NEXT, start=said, next=_led("when", read.condition(rule.when)))
    exempt: list[_Said] = [read.condition(rule.unless)] if rule.unless else []
    if rule.forbid is UNSET:
        required = read.condition({} if rule.require is UNSET else rule.require)
        exempt.insert(0, required)
        said = filled(NEXT, start=said, next=reported)
    else:
        breach = _after(reported, _led("if", read.condition(rule.forbid)))
        said = filled(NEXT, start=said, next=breach)
    if exempt:
        said = filled(NEXT, start=said, next=_led("unless", _any(exempt)))
    return _sentence(said)


def severity_sentence(rule: Rule, lists: Lists | None = None) -> Bilingual:
    """Give the ladder of severity as a sentence, and how the rule is weighed."""
    told = _ladder(rule, lists)
    return _after(told, WEIGHED) if rule.weighed == "true" else told


def _ladder(rule: Rule, lists: Lists | None) -> Bilingual:
    if isinstance(rule.severity, str):
        return filled(SEVERITY_IS, ladder=SEVERITIES[rule.severity])
    read = _Reader(SUBJECTS[rule.for_], lists or {})
    rungs: list[Bilingual] = []
    for severity, word in SEVERITIES.items():
        rung = rule.severity.get(severity)
        if isinstance(rung, Mapping):
            rungs.append(_after(word, _led("if", read.condition(rung))))
        elif rung is not None:
            rungs.append(filled(ELSE, rung=word) if rungs else word)
    ladder = Bilingual(RUNGS.fr.join(rung.fr for rung in rungs), RUNGS.en.join(rung.en for rung in rungs))
    said = filled(SEVERITY_IS, ladder=ladder)
    return Bilingual(elided(said.fr), said.en)


def gate_sentence(rule: Rule, lists: Lists | None = None) -> Bilingual:
    """Say whether an established finding of the rule may fail an automatic control."""
    if rule.gate == "false":
        return NEVER_GATES
    said = MAY_GATE
    if isinstance(rule.gate, Mapping):
        said = _after(said, _led("if", _Reader(SUBJECTS[rule.for_], lists or {}).condition(rule.gate)))
    if rule.gate_confidence is not UNSET:
        said = filled(AT_LEAST_KNOWN, start=said, least=VALUES[rule.gate_confidence].in_sentence)
    return _sentence(said)


def grouping_sentence(rule: Rule) -> Bilingual:
    """Say which cases make one finding together, and with which rules it is told; empty where each stands alone."""
    names = [rule.group] if isinstance(rule.group, str) else rule.group
    told: list[Bilingual] = []
    if names:
        told.append(filled(ONE_FINDING, what=_together([words(rule.for_, name).doc for name in names], AND)))
    if rule.joins:
        told.append(filled(TOLD_WITH, rules=_together([both(rule_id) for rule_id in rule.joins], OR)))
    return Bilingual(" ".join(text.fr for text in told), " ".join(text.en for text in told))


def _after(first: Bilingual, second: Bilingual) -> Bilingual:
    return Bilingual(f"{first.fr} {second.fr}", f"{first.en} {second.en}")


def _sentence(said: Bilingual) -> Bilingual:
    return Bilingual(elided(f"{said.fr}."), f"{said.en}.")


def _together(items: Sequence[Bilingual], last: Bilingual) -> Bilingual:
    """Give items as one phrase: `a, b or c`."""
    return Bilingual(
        enumerated((item.fr for item in items), last.fr), enumerated((item.en for item in items), last.en)
    )


def _all(parts: Sequence[_Said]) -> _Said:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, _All) else (part,))]
    return flat[0] if len(flat) == 1 else _All(tuple(flat))


def _any(parts: Sequence[_Said]) -> _Said:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, _Any) else (part,))]
    return flat[0] if len(flat) == 1 else _Any(tuple(flat))


def _led(lead: Lead, said: _Said) -> Bilingual:
    """Say a condition after its conjunction, which each alternative repeats: `si a, ou si b`."""
    parts = [
        filled(LEADS[lead], condition=_say(part))
        for part in (said.parts if isinstance(said, _Any) else (said,))
    ]
    return Bilingual(OR_ELSE.fr.join(part.fr for part in parts), OR_ELSE.en.join(part.en for part in parts))


def _say(said: _Said) -> Bilingual:
    if isinstance(said, Bilingual):
        return said
    if isinstance(said, _All):
        ordered = [_say(part) for part in sorted(said.parts, key=lambda part: isinstance(part, _Any))]
        return _together(ordered, AND)
    parts = [_bracketed(part) for part in said.parts]
    found = Bilingual(
        EITHER_OR.fr.join(part.fr for part in parts), EITHER_OR.en.join(part.en for part in parts)
    )
    return filled(EITHER, parts=found)


def _bracketed(said: _Said) -> Bilingual:
    """Say an alternative, in brackets where it holds alternatives of its own."""
    what = _say(said)
    if isinstance(said, _All) and any(isinstance(part, _Any) for part in said.parts):
        return filled(BRACKETED, what=what)
    return what


class _Reader:
    """Reads the conditions of one subject."""

    def __init__(self, subject: Subject[Any], lists: Lists) -> None:
        self.subject = subject
        self.lists = lists

    def condition(self, condition: Mapping[str, Any], *, positive: bool = True) -> _Said:
        """Bring a condition, or its contrary, into clauses."""
        parts = [self._entry(name, wanted, positive=positive) for name, wanted in condition.items()]
        return _all(parts) if positive else _any(parts)

    def _entry(self, name: str, wanted: Any, *, positive: bool) -> _Said:
        if name == "not":
            return self.condition(wanted, positive=not positive)
        if name == "any_of":
            parts = [self.condition(part, positive=positive) for part in wanted]
            return _any(parts) if positive else _all(parts)
        return self._field(name, wanted, positive=positive)

    def _field(self, name: str, wanted: Any, *, positive: bool) -> _Said:
        if not isinstance(wanted, Mapping):
            return self._is(name, wanted if isinstance(wanted, list) else [wanted], positive=positive)
        parts = [
            self._operator(name, operator, argument, positive=positive)
            for operator, argument in wanted.items()
        ]
        return _all(parts) if positive else _any(parts)

    def _operator(self, name: str, operator: str, argument: Any, *, positive: bool) -> _Said:
        if operator == "not":
            return self._field(name, argument, positive=not positive)
        said = words(self.subject.name, name)
        doc, phrase = said.doc, said.phrase
        if operator == "same_as":
            other = words(self.subject.name, argument).doc
            return filled(SAME if positive else DIFFER, first=doc, second=other)
        if operator in COMPARED:
            compared = COMPARED[operator if positive else CONTRARY[operator]]
            subject, unit = (phrase.name, phrase.unit) if isinstance(phrase, Amount) else (doc, "{}")
            number = in_words(unit.format(argument))
            return Bilingual(
                f"{subject.fr} {compared.fr.format(number.fr)}",
                f"{subject.en} {compared.en.format(number.en)}",
            )
        return self._only(name, argument if isinstance(argument, list) else [argument], positive=positive)

    def _only(self, name: str, options: list[str], *, positive: bool) -> Bilingual:
        declared = self.subject.fields[name]
        clause = self._clause(name, declared)
        named = [self._word(option, declared, clause) for option in self._spelt(options)]
        found = _together([_some(one, declared) for one in named], OR)
        verb = Bilingual(without(clause.fr[1]) if positive else clause.fr[1], clause.en[1])
        return filled(ONLY if positive else OTHER, subject=_subject(clause), verb=verb, what=found)

    def _is(self, name: str, options: list[str], *, positive: bool) -> _Said:
        phrase = words(self.subject.name, name).phrase
        declared = self.subject.fields[name]
        if isinstance(phrase, Flag):
            parts = [phrase.yes if (option == "true") == positive else phrase.no for option in options]
            return _any(parts) if positive else _all(parts)
        if isinstance(phrase, Amount):
            numbers = _together([both(phrase.unit.format(option)) for option in options], OR)
            return filled(IS if positive else IS_NOT, amount=phrase.name, number=numbers)
        clause = self._clause(name, declared)
        whole = clause.whole or {}
        told: list[_Said] = [whole[o].yes if positive else whole[o].no for o in options if o in whole]
        rest = [o for o in self._spelt(options) if o not in whole]
        if rest:
            named = [self._word(option, declared, clause) for option in rest]
            told.append(_affirmed(clause, named, declared) if positive else _denied(clause, named, declared))
        return _any(told) if positive else _all(told)

    def _clause(self, name: str, declared: Field[Any]) -> Clause:
        said = words(self.subject.name, name)
        if isinstance(said.phrase, Clause):
            return said.phrase
        (subject, verb), (english, does, does_not) = DENOTES if declared.kind == "category" else ANSWERS
        return Clause(
            (subject.format(doc=said.doc.fr), verb), (english.format(doc=said.doc.en), does, does_not)
        )

    def _spelt(self, options: list[str]) -> list[str]:
        """Give the options with the named lists of the pack spelt out; dated lists keep their name and have words."""
        found: list[str] = []
        for option in options:
            found.extend(self.lists.get(option[1:], [option]) if option.startswith("@") else [option])
        return found

    def _word(self, option: str, declared: Field[Any], clause: Clause) -> Bilingual:
        if clause.values is not None and option in clause.values:
            return clause.values[option]
        if declared.kind == "country":
            if option not in STATES:
                return filled(OTHER_STATE, state=option)
            return filled(OF_STATE, state=Bilingual(*STATES[option]))
        table: Mapping[str, Word] = VALUES
        if declared.kind == "category" and option in CATEGORIES:
            table = DATA
        elif declared.kind == "term":
            table = ORGANISATIONS
        if option in table:
            return table[option].in_sentence
        return filled(QUOTED, word=option)


def _some(word: Bilingual, declared: Field[Any]) -> Bilingual:
    """Give a word as part of a list: categories of data take the partitive article in French."""
    return filled(SOME, what=word) if declared.kind == "category" else word


def _subject(clause: Clause) -> Bilingual:
    return Bilingual(clause.fr[0], clause.en[0])


def _affirmed(clause: Clause, named: Sequence[Bilingual], declared: Field[Any]) -> Bilingual:
    what = _together([_some(one, declared) for one in named], OR)
    verb = Bilingual(clause.fr[1], clause.en[1])
    return filled(AFFIRMED, subject=_subject(clause), verb=verb, what=what)


def _denied(clause: Clause, named: Sequence[Bilingual], declared: Field[Any]) -> Bilingual:
    _, does, does_not = clause.en
    if len(named) == 1:
        bare = of(named[0].fr) if declared.kind == "category" else named[0].fr
        what, verb = Bilingual(bare, named[0].en), Bilingual(negated(clause.fr[1]), does_not)
        return filled(AFFIRMED, subject=_subject(clause), verb=verb, what=what)
    nor = Bilingual(NOR.fr.join(one.fr for one in named), enumerated((one.en for one in named), NOR.en))
    verb = Bilingual(without(clause.fr[1]), does)
    return filled(NEITHER, subject=_subject(clause), verb=verb, what=nor)
