"""The impact assessment of each activity, a file each, for the CNIL's software: its questions answered as far as facts answer them.

The structure is that of the files the software exports and imports (version 4.1.0); its makers document no schema. What people must
judge is left out: gauges, opinions, evaluations. An answer that no fact gives is left out too, as any text counts as one: a comment
says what is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from auditor.model.materials import plain as bare
from auditor.model.result.findings import Finding
from auditor.model.result.tables import ActivityLine
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.impact.answers import ASKS, QUESTIONS, RIGHTS_ASKED, Answers, officers
from auditor.rendering.exports.impact.contexts import listed, markup, plain
from auditor.rendering.exports.impact.findings import question_of, touches
from auditor.rendering.exports.paper import Paper
from auditor.rendering.exports.record.workbook import chosen
from auditor.rendering.exports.stated import Stated, joined
from auditor.rendering.json import inert
from auditor.rendering.words import pick
from auditor.text.fields.base import Without
from auditor.text.fields.table import find
from auditor.text.papers import impact as texts
from auditor.text.vocabulary import MEASURES
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE

THREATS: Final = 322
SOURCES: Final = 323
LOSS: Final = 342
HELD_BY: Final = 324
#: The kinds of finding that tell of a threat to data.
THREATENING: Final = ("gap", "exposure", "transfer", "fact")
DEFAULT: Final = "measures.default_placeholder"
#: Of each measure: the entry of the software's knowledge base, and the questions on risks whose lists it belongs to.
MEASURES_OF: Final[dict[str, tuple[str, tuple[int, ...]]]] = {
    "encryption": ("PIA_TEC_CHIF", (324,)),
    "encryption-at-rest": ("PIA_TEC_CHIF", (324,)),
    "encryption-in-transit": ("PIA_TEC_CHIF", (324,)),
    "encryption-in-use": ("PIA_TEC_CHIF", (324,)),
    "end-to-end-encryption": ("PIA_TEC_CHIF", (324,)),
    "key-management": ("PIA_TEC_CHIF", (324,)),
    "pseudonymisation": ("PIA_TEC_ANO", (324,)),
    "anonymisation": ("PIA_TEC_ANO", (324,)),
    "minimisation": ("PIA_TEC_MINI", ()),
    "access-control": ("PIA_TEC_CTLA", (324, 334)),
    "multi-factor-authentication": ("PIA_TEC_CTLA", (324, 334)),
    "password-policy": ("PIA_TEC_CTLA", (324, 334)),
    "physical-security": ("PIA_SEC_PHY", (344,)),
    "logging": ("PIA_TEC_LOG", (324, 334)),
    "network-separation": ("PIA_TEC_CLO", (324,)),
    "malware-protection": ("PIA_SEC_MAL", ()),
    "backup": ("PIA_SEC_BKP", (344,)),
    "business-continuity": ("PIA_SEC_EXP", (344,)),
    "incident-response": ("PIA_ORG_VIOL", ()),
    "penetration-testing": ("PIA_ORG_AUD", (334,)),
    "audit": ("PIA_ORG_AUD", (334,)),
    "training": ("PIA_ORG_PERS", ()),
    "processor-oversight": ("PIA_SEC_CTR", (324,)),
}


def assessments(dossier: Dossier, how: How) -> dict[str, bytes]:
    """Give a file that the software imports for each activity that is asked for."""
    stated, derived = Stated(dossier, how.lang), Derived(dossier.result, how.lang)
    return {f"pia-{line.id}.json": _Assessment(stated, derived, line).file() for line in chosen(dossier, how)}


class _Assessment:
    def __init__(self, stated: Stated, derived: Derived, line: ActivityLine) -> None:
        self.stated = stated
        self.derived = derived
        self.line = line
        self.say = stated.say
        self.lang = stated.lang
        self.answers = Answers(stated, derived, line)
        parts = f"{stated.dossier.result.as_of}-01-01".split("-")[:3]
        self.moment = f"{'-'.join(parts)}T00:00:00.000Z"

    def file(self) -> bytes:
        """Give the file."""
        found = self.answers.all()
        made = {
            "pia": self._head(),
            "answers": [self._answer(number, markup(lines)) for number, lines in found.items() if lines]
            + [self._answer(number, "", entries) for number, entries in self._lists() if entries],
            "measures": list(self._measures()),
            "evaluations": [],
            "comments": list(self._comments(found)),
        }
        return inert((json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode())

    def _dated(self, **fields: Any) -> dict[str, Any]:
        return {**fields, "created_at": self.moment, "updated_at": self.moment}

    def _head(self) -> dict[str, Any]:
        entry = self.stated.case.activities[self.line.id]
        name = f"{entry.ref} {self.stated.named('activities', self.line.id)}".strip()
        return self._dated(
            name=plain(name),
            category=plain(joined(self.stated.lines("activities", self.line.id, "service"))),
            author_name="",
            evaluator_name="",
            validator_name="",
            dpos_names=plain(officers(self.stated, self.line)),
            people_names="",
            status=0,
            dpo_status=None,
            dpo_opinion="",
            concerned_people_status=None,
            concerned_people_opinion="",
            concerned_people_searched_opinion=None,
            concerned_people_searched_content="",
            rejection_reason="",
            applied_adjustments="",
            is_example=0,
            is_archive=0,
        )

    def _answer(self, question: int, text: str, entries: Iterable[str] = ()) -> dict[str, Any]:
        return self._dated(reference_to=question, data={"text": text, "gauge": None, "list": list(entries)})

    # lists

    def _listed(self, entries: Iterable[str]) -> list[str]:
        conjunction = self.say(texts.AND)
        return list(dict.fromkeys(filter(None, (listed(each, conjunction) for each in entries))))

    def _lists(self) -> Iterator[tuple[int, list[str]]]:
        threats = [
            f"{pick(f.title, self.lang)} ({f.rule} F-{f.fingerprint})"
            for f in self._established()
            if f.kind in THREATENING
        ]
        custodians = [
            self.derived.name(line.custodian)
            for line in self.stated.dossier.result.exposures
            if line.level.max and line.host in self.answers.hosts and line.custodian not in UNSETTLED
        ]
        lost = [
            self.say(texts.ONE_COPY, host=self.stated.named("hosts", name))
            for name, host in self.answers.hosts.items()
            if bare(host.backup) == "false"
        ]
        yield THREATS, self._listed(threats)
        yield SOURCES, self._listed(custodians)
        yield LOSS, self._listed(lost)
        for question in (324, 334, 344):
            titles = [
                title for title, word in self._titled() if question in MEASURES_OF.get(word, ("", ()))[1]
            ]
            yield question, titles

    # measures

    def _titled(self) -> list[tuple[str, str]]:
        """Give the title of each measure that is stated, and its word where it is one of the vocabulary."""
        found: dict[str, str] = {}
        for told in self.stated.values("activities", self.line.id, "measures"):
            word = told.value if told.value in MEASURES else ""
            words = pick(MEASURES[word].name, self.lang) if word else told.words
            if told.value != NONE:
                found.setdefault(next(iter(self._listed([words])), ""), word)
        if any(self._protected()):
            found.setdefault(pick(MEASURES["encryption"].name, self.lang), "encryption")
        return [(title, word) for title, word in found.items() if title]

    def _protected(self) -> list[str]:
        hosts = self.derived.hosts(self.line)
        return list(self.derived.security(self.derived.flows[self.line.id], hosts))

    def _measures(self) -> Iterator[dict[str, Any]]:
        fact = self.stated.fact(f"activities.{self.line.id}.measures")
        told = {each.value: each.words for each in self.stated.values("activities", self.line.id, "measures")}
        for title, word in self._titled():
            lines = [told[word]] if word in told else [] if word else [title]
            if fact.stated and (word in told or not word):
                source = self.say(texts.SOURCED, source=fact.source or "-", known=self.say.word(fact.known))
                lines = [*lines, source] if fact.source else lines
            if word == "encryption":
                lines += self._protected()
            slug = MEASURES_OF.get(word, ("", ()))[0]
            yield self._dated(
                title=title,
                content=markup(lines or [self.say(texts.MEASURE_STATED)]),
                placeholder=f"knowledge_base.slugs.{slug}.placeholder" if slug else DEFAULT,
            )

    # comments

    def _established(self) -> Iterator[Finding]:
        scope = {self.line.id, *self.answers.hosts, *(flow.id for flow in self.answers.flows)}
        scope |= {who for who, _ in self.derived.parties(self.line)}
        for finding in self.stated.dossier.result.findings:
            if (
                finding.outcome == "established"
                and not finding.joined
                and touches(finding, scope, self.line.id)
            ):
                yield finding

    def _comments(self, found: dict[int, list[str]]) -> Iterator[dict[str, Any]]:
        for finding in self._established():
            message = pick(finding.message, self.lang)
            said = self.say(texts.FINDING, rule=finding.rule, message=message, finding=finding.fingerprint)
            yield self._comment(question_of(finding), said)
        for each in self.stated.values("activities", self.line.id, "measures"):
            if each.value == NONE:
                label = self.stated.label("activities", "measures")
                yield self._comment(HELD_BY, self.say(texts.LINE, label=label, value=each.words))
        for number in QUESTIONS:
            if not found[number] and number != 222:
                yield self._comment(number, self._open(number))

    def _comment(self, question: int, text: str) -> dict[str, Any]:
        return self._dated(description=plain(text), reference_to=question, for_measure=False)

    def _open(self, number: int) -> str:
        if number in RIGHTS_ASKED:
            return " ".join(self._asked("rights", right) for right in RIGHTS_ASKED[number])
        if number not in ASKS:
            return self.say(texts.OPEN_ONLY)
        return self._asked(ASKS[number][1])

    def _asked(self, field: str, right: str = "") -> str:
        question = find("activities", field).question
        if isinstance(question, Without):
            return self.say(texts.OPEN_ONLY)
        name = self.stated.named("activities", self.line.id)
        key = self.say(RIGHTS_OF_PEOPLE[right].name) if right else ""
        return self.say(texts.OPEN, question=self.say(question, it=name, key=key))


PAPER = Paper(writers={"json": assessments}, takes=frozenset({"activity"}))
