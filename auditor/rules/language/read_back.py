"""A rule read back as sentences made from its conditions, so that a DPO can approve the sentences.

A condition is first brought into clauses with every negation at a clause (three-valued logic allows it), then said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.model.bilingual import Bilingual
from auditor.model.policy import Rule
from auditor.model.vocabulary import CATEGORIES, Severity
from auditor.rules.phrases import PHRASES, STATES, Amount, Clause, Flag
from auditor.rules.subjects import SUBJECTS, Field, Subject
from auditor.text.grammar import enumerated, of
from auditor.text.vocabulary import DATA, ORGANISATIONS, VALUES, Word

Lists = Mapping[str, Sequence[str]]

REPORTED: Final[dict[str, Bilingual]] = {
    "gap": Bilingual("un écart est relevé", "a gap is reported"),
    "transfer": Bilingual("un transfert est relevé", "a transfer is reported"),
    "exposure": Bilingual("une exposition est relevée", "an exposure is reported"),
    "contradiction": Bilingual("une contradiction est relevée", "a contradiction is reported"),
    "fact": Bilingual("le fait est relevé", "the fact is reported"),
    "question": Bilingual("la question est relevée", "the question is reported"),
    "what-if": Bilingual("l'hypothèse est rapportée", "the hypothesis is reported"),
}
SEVERITIES: Final[dict[Severity, Bilingual]] = {
    "critical": Bilingual("critique", "critical"),
    "high": Bilingual("élevée", "high"),
    "medium": Bilingual("moyenne", "medium"),
    "low": Bilingual("faible", "low"),
    "info": Bilingual("indicative", "for information"),
}
WEIGHED: Final = Bilingual(
    "Elle monte d'un degré pour des données de l'article 9 et d'un degré à grande échelle, sauf à titre indicatif ; elle descend "
    "d'un degré si un fait n'est qu'allégué, déduit ou supposé ; elle n'est jamais plus qu'élevée.",
    "It rises one step for data of article 9 and one step at a large scale, save where it is for information; it falls one step "
    "where a fact is only alleged, inferred or assumed; it is never above high.",
)
COMPARED: Final[dict[str, Bilingual]] = {
    "at_least": Bilingual("atteint {}", "is at least {}"),
    "below": Bilingual("n'atteint pas {}", "is below {}"),
    "above": Bilingual("dépasse {}", "is above {}"),
    "at_most": Bilingual("ne dépasse pas {}", "is at most {}"),
    "from": Bilingual("est le {} ou après", "is {} or later"),
    "before": Bilingual("est avant le {}", "is before {}"),
}
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
    french, english = f"Pour chaque {subject.doc.fr}", f"For every {subject.doc.en}"
    if rule.when:
        when = _led("lorsque", "when", read.condition(rule.when))
        french, english = f"{french}, {when.fr}", f"{english}, {when.en}"
    exempt: list[_Said] = [read.condition(rule.unless)] if rule.unless else []
    if rule.forbid is UNSET:
        required = read.condition({} if rule.require is UNSET else rule.require)
        exempt.insert(0, required)
        french, english = f"{french}, {reported.fr}", f"{english}, {reported.en}"
    else:
        breach = _led("si", "if", read.condition(rule.forbid))
        french, english = f"{french}, {reported.fr} {breach.fr}", f"{english}, {reported.en} {breach.en}"
    if exempt:
        unless = _led("sauf si", "unless", _any(exempt))
        french, english = f"{french}, {unless.fr}", f"{english}, {unless.en}"
    return Bilingual(_elided(f"{french}."), f"{english}.")


def severity_sentence(rule: Rule, lists: Lists | None = None) -> Bilingual:
    """Give the ladder of severity as a sentence, and how the rule is weighed."""
    told = _ladder(rule, lists)
    return Bilingual(f"{told.fr} {WEIGHED.fr}", f"{told.en} {WEIGHED.en}") if rule.weighed == "true" else told


def _ladder(rule: Rule, lists: Lists | None) -> Bilingual:
    if isinstance(rule.severity, str):
        word = SEVERITIES[rule.severity]
        return Bilingual(f"La gravité est {word.fr}.", f"Severity is {word.en}.")
    read = _Reader(SUBJECTS[rule.for_], lists or {})
    french, english = [], []
    for severity, word in SEVERITIES.items():
        rung = rule.severity.get(severity)
        if isinstance(rung, Mapping):
            when = _led("si", "if", read.condition(rung))
            french.append(f"{word.fr} {when.fr}")
            english.append(f"{word.en} {when.en}")
        elif rung is not None:
            french.append(f"{'sinon ' if french else ''}{word.fr}")
            english.append(f"{'else ' if english else ''}{word.en}")
    return Bilingual(_elided(f"La gravité est {' ; '.join(french)}."), f"Severity is {'; '.join(english)}.")


def gate_sentence(rule: Rule, lists: Lists | None = None) -> Bilingual:
    """Say whether an established finding of the rule may fail an automatic control."""
    if rule.gate == "false":
        return Bilingual(
            "Un constat de cette règle ne fait échouer aucun contrôle automatique, sauf dossier qui le demande.",
            "A finding of this rule fails no automatic control, unless a case asks for it.",
        )
    french, english = (
        "Un constat établi de cette règle peut faire échouer un contrôle automatique",
        "An established finding of this rule may fail an automatic control",
    )
    if isinstance(rule.gate, Mapping):
        when = _led("si", "if", _Reader(SUBJECTS[rule.for_], lists or {}).condition(rule.gate))
        french, english = f"{french} {when.fr}", f"{english} {when.en}"
    if rule.gate_confidence is not UNSET:
        least = VALUES[rule.gate_confidence].in_sentence
        french = f"{french}, à condition que son fait le moins sûr soit au moins {least.fr}"
        english = f"{english}, provided that its weakest fact is at least {least.en}"
    return Bilingual(_elided(f"{french}."), f"{english}.")


def grouping_sentence(rule: Rule) -> Bilingual:
    """Say which cases make one finding together, and with which rules it is told; empty where each stands alone."""
    names = [rule.group] if isinstance(rule.group, str) else rule.group
    docs = [SUBJECTS[rule.for_].fields[name].doc for name in names]
    french, english = [], []
    if docs:
        french.append(f"Ce qui partage {enumerated((d.fr for d in docs), 'et')} fait un seul constat.")
        english.append(f"What shares {enumerated((d.en for d in docs), 'and')} makes one finding.")
    if rule.joins:
        french.append(f"Sur un même objet, il est dit avec celui de {enumerated(rule.joins, 'ou')}.")
        english.append(
            f"On one and the same thing, it is told together with that of {enumerated(rule.joins, 'or')}."
        )
    return Bilingual(" ".join(french), " ".join(english))


def _all(parts: Sequence[_Said]) -> _Said:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, _All) else (part,))]
    return flat[0] if len(flat) == 1 else _All(tuple(flat))


def _any(parts: Sequence[_Said]) -> _Said:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, _Any) else (part,))]
    return flat[0] if len(flat) == 1 else _Any(tuple(flat))


def _led(french: str, english: str, said: _Said) -> Bilingual:
    """Say a condition after its conjunction, which each alternative repeats: `si a, ou si b`."""
    parts = [_say(part) for part in (said.parts if isinstance(said, _Any) else (said,))]
    return Bilingual(
        ", ou ".join(f"{french} {part.fr}" for part in parts),
        ", or ".join(f"{english} {part.en}" for part in parts),
    )


def _say(said: _Said) -> Bilingual:
    if isinstance(said, Bilingual):
        return said
    if isinstance(said, _All):
        ordered = [_say(part) for part in sorted(said.parts, key=lambda part: isinstance(part, _Any))]
        return Bilingual(
            enumerated((part.fr for part in ordered), "et"), enumerated((part.en for part in ordered), "and")
        )
    parts = [_bracketed(part) for part in said.parts]
    return Bilingual(
        ", ".join(f"soit {part.fr}" for part in parts), "either " + ", or ".join(part.en for part in parts)
    )


def _bracketed(said: _Said) -> Bilingual:
    """Say an alternative, in brackets where it holds alternatives of its own."""
    words = _say(said)
    if isinstance(said, _All) and any(isinstance(part, _Any) for part in said.parts):
        return Bilingual(f"({words.fr})", f"({words.en})")
    return words


def _elided(french: str) -> str:
    for word in ("lorsque", "que"):
        for vowel in "aeiouyéèêh":
            french = french.replace(f" {word} {vowel}", f" {word[:-1]}'{vowel}")
    return french.replace(" si il", " s'il")


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
        doc = self.subject.fields[name].doc
        if operator == "same_as":
            other = self.subject.fields[argument].doc
            french, english = ("sont identiques", "are the same") if positive else ("diffèrent", "differ")
            return Bilingual(f"{doc.fr} et {other.fr} {french}", f"{doc.en} and {other.en} {english}")
        if operator in COMPARED:
            words = COMPARED[operator if positive else CONTRARY[operator]]
            phrase = PHRASES.get(f"{self.subject.name}.{name}")
            subject, unit = (phrase.name, phrase.unit) if isinstance(phrase, Amount) else (doc, "{}")
            number = unit.format(argument)
            return Bilingual(
                f"{subject.fr} {words.fr.format(number)}", f"{subject.en} {words.en.format(number)}"
            )
        return self._only(name, argument if isinstance(argument, list) else [argument], positive=positive)

    def _only(self, name: str, options: list[str], *, positive: bool) -> Bilingual:
        declared = self.subject.fields[name]
        clause = self._clause(name, declared)
        words = [self._word(option, declared, clause) for option in self._spelt(options)]
        listed = Bilingual(
            enumerated((_some(w.fr, declared) for w in words), "ou"), enumerated((w.en for w in words), "or")
        )
        subject, verb = clause.fr
        english, does, _ = clause.en
        if positive:
            return Bilingual(f"{subject} {_ne(verb)} que {listed.fr}", f"{english} {does} only {listed.en}")
        return Bilingual(
            f"{subject} {verb} autre chose que {listed.fr}",
            f"{english} {does} something other than {listed.en}",
        )

    def _is(self, name: str, options: list[str], *, positive: bool) -> _Said:
        phrase = PHRASES.get(f"{self.subject.name}.{name}")
        declared = self.subject.fields[name]
        if isinstance(phrase, Flag):
            parts = [phrase.yes if (option == "true") == positive else phrase.no for option in options]
            return _any(parts) if positive else _all(parts)
        if isinstance(phrase, Amount):
            numbers = enumerated((phrase.unit.format(option) for option in options), "ou")
            french, english = ("est", "is") if positive else ("n'est pas", "is not")
            return Bilingual(f"{phrase.name.fr} {french} {numbers}", f"{phrase.name.en} {english} {numbers}")
        clause = self._clause(name, declared)
        whole = clause.whole or {}
        told: list[_Said] = [whole[o].yes if positive else whole[o].no for o in options if o in whole]
        rest = [o for o in self._spelt(options) if o not in whole]
        if rest:
            words = [self._word(option, declared, clause) for option in rest]
            told.append(_affirmed(clause, words, declared) if positive else _denied(clause, words, declared))
        return _any(told) if positive else _all(told)

    def _clause(self, name: str, declared: Field[Any]) -> Clause:
        phrase = PHRASES.get(f"{self.subject.name}.{name}")
        if isinstance(phrase, Clause):
            return phrase
        doc = declared.doc
        if declared.kind == "category":
            return Clause(
                (f"ce que désigne « {doc.fr} »", "comprend"),
                (f'what "{doc.en}" denotes', "includes", "does not include"),
            )
        return Clause((f"la réponse à « {doc.fr} »", "est"), (f'the answer to "{doc.en}"', "is", "is not"))

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
            french, english = STATES.get(option, (f"de l'État « {option} »", f'the State "{option}"'))
            return Bilingual(french, f"of {english}")
        table: Mapping[str, Word] = VALUES
        if declared.kind == "category" and option in CATEGORIES:
            table = DATA
        elif declared.kind == "term":
            table = ORGANISATIONS
        if option in table:
            return table[option].in_sentence
        return Bilingual(f"« {option} »", f'"{option}"')


def _some(word: str, declared: Field[Any]) -> str:
    """Give a French word as part of a list: categories take the partitive article."""
    return f"des {word}" if declared.kind == "category" else word


def _ne(verb: str) -> str:
    return f"n'{verb}" if verb[0] in "aeéiou" else f"ne {verb}"


def _affirmed(clause: Clause, words: list[Bilingual], declared: Field[Any]) -> Bilingual:
    french = enumerated((_some(word.fr, declared) for word in words), "ou")
    english = enumerated((word.en for word in words), "or")
    return Bilingual(f"{clause.fr[0]} {clause.fr[1]} {french}", f"{clause.en[0]} {clause.en[1]} {english}")


def _denied(clause: Clause, words: list[Bilingual], declared: Field[Any]) -> Bilingual:
    subject, verb = clause.fr
    english, does, does_not = clause.en
    if len(words) == 1:
        bare = of(words[0].fr) if declared.kind == "category" else words[0].fr
        return Bilingual(f"{subject} {_negated(verb)} {bare}", f"{english} {does_not} {words[0].en}")
    head, _, tail = verb.partition(" ")
    neither = " ".join(f"ni {word.fr}" for word in words)
    french = f"{subject} {_ne(head)} {tail + ' ' if tail else ''}{neither}"
    return Bilingual(french, f"{english} {does} neither {enumerated((word.en for word in words), 'nor')}")


def _negated(verb: str) -> str:
    """Give `verb` with its negation: after the first word, or after the second where the first is a pronoun."""
    head, _, tail = verb.partition(" ")
    if head in ("se", "la", "le", "les"):
        second, _, rest = tail.partition(" ")
        return f"ne {head} {second} pas{' ' + rest if rest else ''}"
    return f"{_ne(head)} pas{' ' + tail if tail else ''}"
