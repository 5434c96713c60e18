"""Facts told as clauses, in French and in English: what a premise says, for readers without the files.

The words are those of the rows in `auditor/text/fields`; here their slots are filled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import UNSET, Struct

from auditor.model.bilingual import Bilingual
from auditor.model.case.agreements import Agreement
from auditor.model.case.claims import Claim
from auditor.model.case.flows import Flow
from auditor.model.case.ownership import Ownership
from auditor.model.case.questions import Question
from auditor.model.dates import holds
from auditor.model.law import Adequacy, Bridge, Instrument, ProblematicLaw
from auditor.model.materials import Fact, Materials, certificates, plain, several
from auditor.model.scalars import Share, Value, Words
from auditor.model.vocabulary import CATEGORIES, UNKNOWN, UNSETTLED
from auditor.rules.certificate_text import certificate_words
from auditor.rules.questions import parted, row_of
from auditor.text import facts
from auditor.text.days import in_words
from auditor.text.fields.base import Row, Sentences, Whole
from auditor.text.fields.entries import ENTRIES
from auditor.text.fields.table import key_of
from auditor.text.grammar import bilingual, both, filled, listed
from auditor.text.names import Names
from auditor.text.vocabulary import VALUES, WORDS_OF_FIELD
from auditor.text.vocabulary.points import POINTS
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE

#: Gives which sentence of an entry says it, and the slots of its own.
Telling = Callable[[Any, str], tuple[str, dict[str, Bilingual]]]


class Teller:
    """Tells the facts of one case."""

    def __init__(self, materials: Materials, names: Names) -> None:
        self.materials = materials
        self.names = names

    def tell(self, route: str) -> Bilingual:
        """Give the fact at `route` as a clause without a full stop."""
        section, name, path = parted(route)
        if section in facts.LAW:
            return self._law(section, name)
        entity = getattr(self.materials.case, section, {}).get(name) if section != "case" else None
        row = row_of(route)
        if entity is not None and (not path or isinstance(row.clause, Whole)):
            return self._entry(section, name, entity)
        return self._fact(self.materials.fact(route), row, entity)

    def _fact(self, fact: Fact, row: Row, entity: Struct | None) -> Bilingual:
        """Say the value of one field."""
        section, name, path = parted(fact.route)
        slots = {**self._named(section, name), "key": self._key(path), "doc": row.doc}
        if fact.unsettled:
            return filled(facts.NOT_KNOWN if fact.value == UNKNOWN else facts.NOT_PRODUCED, **slots)
        if not isinstance(row.clause, Sentences):
            return filled(facts.NOTED, value=self.value(fact.value), **slots)
        if isinstance(fact.value, list) and (row.clause.other is None or in_periods(fact.value)):
            return listed(self._item(item, row.clause, path, slots) for item in fact.value)
        word = fact.value if isinstance(fact.value, str) else ""
        sentence = row.clause.of(word)
        if isinstance(fact.value, dict) and "{key}" in sentence.fr:
            return listed(self.tell(f"{fact.route}.{key}") for key in fact.value)
        return filled(sentence, value=self._value(fact, path, entity), **slots)

    def _item(self, item: Any, clause: Sentences, path: str, slots: dict[str, Bilingual]) -> Bilingual:
        """Say one of several values of a fact, and in which period it was so."""
        word = str(plain(item))
        sentence = facts.NOT_KNOWN if word in UNSETTLED else clause.of(word)
        said = filled(sentence, value=self.value(plain(item), path.partition(".")[0]), **slots)
        if not in_periods([item]):
            return said
        ends = ((facts.SINCE, item.since), (facts.UNTIL, item.until))
        when = listed(filled(text, value=day) for text, day in ends if day)
        return filled(facts.IN_PERIOD, clause=said, when=when)

    def _named(self, section: str, name: str) -> dict[str, Bilingual]:
        """Give what the entry of a fact is called; a link is called by its two ends."""
        owner, _, owned = name.partition(">")
        ends = {"owner": self.names.of(owner), "owned": self.names.of(owned.partition("~")[0])}
        it = filled(facts.LINK, **ends) if owned else self.names.within(section, name)
        return {"it": it, **ends}

    def _key(self, path: str) -> Bilingual:
        """Give what the entry of a mapping or of a list of certificates is called."""
        key = key_of(path)
        if path.startswith("points."):
            return POINTS[key].name
        if path.startswith("rights."):
            return RIGHTS_OF_PEOPLE[key].name
        return facts.scheme(key) if path.startswith("certified.") else self.value(key, "recipients")

    def _value(self, fact: Fact, path: str, entity: Struct | None) -> Bilingual:
        """Give the value of a fact in words; of certificates, what each says."""
        field, _, key = path.partition(".")
        if field == "certified" and "." not in key and entity is not None:
            held = certificates(getattr(entity, field))
            return listed(certificate_words(one) for name, one in held.items() if key in ("", name))
        return self.value(fact.value, field)

    def value(self, value: Any, field: str = "") -> Bilingual:
        """Give a value in words: names for ids, words for the closed vocabulary, countries by their names."""
        if isinstance(value, list):
            return listed(self.value(plain(item), field) for item in value)
        if isinstance(value, dict):
            return both(", ".join(f"{name} {plain(part)}" for name, part in value.items()))
        if isinstance(value, Words):
            return bilingual(value)
        word = str(plain(value))
        case, countries = self.materials.case, self.materials.knowledge.countries
        if word in case.organisations or word in case.hosts or word in case.people:
            return self.names.of(word)
        if word in case.data or word in CATEGORIES:
            return self.names.within("data", word)
        if field == "for" and word in case.activities:
            return self.names.within("activities", word)
        if word in countries:
            return bilingual(countries[word])
        if word in WORDS_OF_FIELD.get(field, ()):
            return WORDS_OF_FIELD[field][word].in_sentence
        return VALUES[word].in_sentence if word in VALUES else in_words(word)

    def _entry(self, section: str, name: str, entity: Any) -> Bilingual:
        """Say what a whole entry says in short."""
        tell: dict[str, Telling] = {
            "flows": self._flow,
            "ownership": self._ownership,
            "agreements": self._agreement,
            "claims": self._claim,
            "questions": self._question,
        }
        clause = ENTRIES[section].clause
        if not isinstance(clause, Sentences):
            return filled(facts.NOTED, doc=ENTRIES[section].doc, value="—", **self._named(section, name))
        which, slots = tell[section](entity, name) if section in tell else ("", {})
        return filled(clause.of(which), **{**self._named(section, name), **slots})

    def _flow(self, flow: Flow, name: str) -> tuple[str, dict[str, Bilingual]]:
        del name
        slots = {
            "start": self.names.all(several(flow.from_)),
            "ends": self.names.all(several(flow.to)),
            "relays": self.names.all([flow.through] if isinstance(flow.through, str) else flow.through),
        }
        return "relayed" if flow.through else "", slots

    def _ownership(self, link: Ownership, name: str) -> tuple[str, dict[str, Bilingual]]:
        del name
        slots = {
            "owner": self.names.of(link.owner),
            "owned": self.names.of(link.of),
            "share": share_words(link),
            "day": both(link.since),
        }
        return "dated" if link.since else "", slots

    def _agreement(self, agreement: Agreement, name: str) -> tuple[str, dict[str, Bilingual]]:
        del name
        slots = {"ends": self.names.all(agreement.between), "kind": self.value(agreement.is_)}
        return "unsigned" if plain(agreement.signed) == "false" else "", slots

    def _claim(self, claim: Claim, name: str) -> tuple[str, dict[str, Bilingual]]:
        del name
        slots = {
            "author": self.names.of(claim.by),
            "quote": bilingual(claim.quote),
            "day": both(claim.date),
        }
        return "dated" if claim.date else "", slots

    def _question(self, question: Question, name: str) -> tuple[str, dict[str, Bilingual]]:
        answered = plain(question.answered)
        slots = {
            "author": self.names.of(question.to),
            "quote": bilingual(question.text or name),
            "asked": both(question.asked),
            "day": both(self.materials.as_of),
        }
        return UNKNOWN if answered in UNSETTLED else answered, slots

    def _law(self, section: str, name: str) -> Bilingual:
        """Say which text is relied on, and when a decision or a finding on the law of a State holds."""
        entry: Instrument | Adequacy | ProblematicLaw | Bridge
        entry = getattr(self.materials.knowledge, section)[name]
        title = bilingual(entry.title)
        until = entry.until
        if isinstance(entry, Adequacy):
            country = self.materials.knowledge.countries.get(entry.country, entry.decision)
            title, until = bilingual(entry.title or country), entry.invalid or entry.until
        shape = "ended" if until else ""
        if isinstance(entry, Adequacy) and until and holds("", until, self.materials.as_of):
            shape = "ends"
        cite = entry.decision if isinstance(entry, Adequacy) else entry.cite
        return filled(
            facts.LAW[section].of(shape),
            title=title,
            cite=cite,
            since=entry.since,
            until=until,
        )


def in_periods(values: list[Any]) -> bool:
    """Tell whether each of several values of a fact says when it was so."""
    return all(isinstance(item, Value) and (item.since or item.until) for item in values)


def share_words(link: Ownership) -> Bilingual:
    """Give what a link says of how much is held."""
    what = facts.VOTES if link.votes is not UNSET else facts.SHARES
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share):
        if not stated.value:
            low, high = both(stated.min or "0"), both(stated.max or "100")
            return filled(facts.RANGE, low=low, high=high, what=what)
        stated = stated.value
    if isinstance(stated, str):
        if stated in facts.SHARE_WORDS:
            return filled(facts.SOME_OF, share=facts.SHARE_WORDS[stated], what=what)
        return filled(facts.PERCENT, share=stated, what=what)
    kind = link.kind if isinstance(link.kind, str) else ""
    return facts.LINK_WORDS.get(kind, facts.LINK_WORDS[""])
