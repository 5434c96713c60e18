"""The answers of one form held against a case: which become facts, which stand beside what is stated, which stay words, which are not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from msgspec import UNSET

from auditor.api.answer_values import Value, Values
from auditor.api.form_lists import Lists
from auditor.api.forms import asked_of, digest, names_of
from auditor.api.sent import is_field
from auditor.loading.importing.ids import RESERVED, Ids
from auditor.loading.importing.register.cells import slug
from auditor.loading.importing.register.labels import compared
from auditor.model.answerable import Answerable, answerable, is_open_list, words_in
from auditor.model.answers_taken import AnsweredFact, Became, ReviewedAnswer, Taking
from auditor.model.case.document import OF_ENDS
from auditor.model.forms import Answer, Reply, Told, ToldOf
from auditor.model.materials import Fact, Materials, plain
from auditor.model.numbers import is_count
from auditor.model.vocabulary import KNOWN_ORDER, NONE, NOT_PRODUCED, SHARING_IDS, UNKNOWN, Known
from auditor.rules.addressees import Addressees
from auditor.rules.questions import parted
from auditor.text.grammar import both

Tree = dict[str, Any]
#: What a share of the votes says of itself, in the order in which it is written.
OF_A_SHARE: Final = dict.fromkeys(("value", "known", "source")).keys()
#: What an addressee says instead of an answer.
SILENT: Final = ("not-known", "refused", "not-produced", "not-applicable")


class AnswerFacts:
    """Takes the answers of one reply, whose id in the case is `source`."""

    def __init__(self, materials: Materials, reply: Reply, how: Taking, source: str) -> None:
        self.materials = materials
        self.case = materials.case
        self.reply = reply
        self.how = how
        self.source = source
        self.to = reply.to if reply.to in self.case.organisations else ""
        self.told: list[Told] = list(reply.told)
        self.counts: Counter[Became] = Counter()
        self.became: list[AnsweredFact] = []
        self.facts: Tree = {}
        self._what: dict[str, Became] = {}
        self.questions: Tree = {}
        self.organisations: Tree = {}
        self.to_settle: list[Tree] = []
        self.answers: list[ReviewedAnswer] = []
        self._names = names_of(materials)
        self._values = Values(Lists(materials, self._names), materials.knowledge.countries)
        self._whom = Addressees(self.case)
        self._asked = {each.route: each for each in reply.asked}
        self._times = Counter(answer.route for answer in reply.answers)

    def take(self) -> None:
        """Take every answer, in the order of their numbers."""
        for answer in sorted(self.reply.answers, key=lambda each: (each.number, each.at)):
            if not answer.is_empty:
                before, kept = len(self.told), len(self.to_settle)
                became = self._take(answer)
                self.counts[became] += 1
                self.answers.append(self._reviewed(answer, became, before=before, kept=kept))
        held = sum(self._asked[each.route].held for each in self.answers if each.route in self._asked)
        self.counts["empty"] = max(self.reply.questions - self.counts.total() + held, 0)

    def _reviewed(self, answer: Answer, became: Became, *, before: int, kept: int) -> ReviewedAnswer:
        """Give an answer with all that became of it: what was told and kept since `before` and `kept`."""
        fact = self.facts.get(answer.route, {}) if became not in ("stale", "not-taken") else {}
        gone = any(each.what in ("gone", "not-of-the-form") for each in self.told[before:])
        held = None if gone else self.materials.fact(answer.route)
        differs = held is not None and became in ("contradictory", "stale")
        return ReviewedAnswer(
            number=answer.number,
            route=answer.route,
            question=both(answer.question) if gone else asked_of(self.materials, answer.route, self._names),
            at=answer.at,
            answer=said_in(answer),
            became=became,
            value=self._value_of(answer.route, fact),
            known=fact.get("known", ""),
            held=_held(held) if differs and held is not None else "",
            kept=" · ".join(each["words"] for each in self.to_settle[kept:]),
            told=list(dict.fromkeys(each.what for each in self.told[before:])),
        )

    def _value_of(self, route: str, fact: Tree) -> str:
        """Give what an answer states, not that two sources differ on it."""
        if not fact:
            return ""
        own = next((each.value for each in reversed(self.became) if each.route == route), "")
        return own or ", ".join(words_in(fact["value"]))

    def _take(self, answer: Answer) -> Became:
        refused = self._refused(answer)
        if refused is not None:
            words = " · ".join(filter(None, (*answer.values, answer.other)))
            self.told.append(Told(refused, answer.at, answer.route, words))
            return "stale" if refused == "gone" else "not-taken"
        way = answerable(self.case, answer.route)
        read = self._values.read(answer, way)
        self._tell(answer, read)
        became = self._what[answer.route] = self._became(answer, way, read)
        if became not in ("stale", "not-taken") and not self._asked[answer.route].held:
            self._answered(answer, became)
        return became

    def leave_out(self, route: str) -> None:
        """Keep as words an answer with which the case would make no sense."""
        answer = next(each for each in self.reply.answers if each.route == route)
        words = " · ".join(filter(None, (*answer.values, answer.other)))
        self.told.append(Told("senseless", answer.at, route, words))
        self.to_settle.append({"at": self._at(answer), "label": route, "words": words})
        self.counts[self._what[route]] -= 1
        self.counts["not-taken"] += 1
        for each in self.answers:
            if each.route == route:
                each.became, each.value, each.known, each.kept = "not-taken", "", "", words
                each.told.append("senseless")
        self.became = [each for each in self.became if each.route != route]

    def _refused(self, answer: Answer) -> ToldOf | None:
        """Tell why a row is not taken: it was altered, it is not one of the form, or its fact is not asked of them."""
        asked = self._asked.get(answer.route)
        if asked is None:
            return "not-of-the-form"
        if self._times[answer.route] > 1:
            return "twice"
        beside = ((answer.subject, asked.subject), (answer.question, asked.question))
        if answer.number != asked.number or any(found.split() != sent.split() for found, sent in beside):
            return "altered"
        section, name, path = parted(answer.route)
        entries = getattr(self.case, section, None)
        if not isinstance(entries, dict) or not path or not self._is_there(section, name, entries):
            return "gone"
        recorded = self.case.questions.get(f"{self.reply.form}-{answer.number}")
        if recorded is not None and answer.route in recorded.settles:
            return None
        try:
            whom = self._whom.of(answer.route)
        except KeyError:
            return "not-of-the-form"
        return None if whom == self.reply.to else "not-asked-of-them"

    def _is_there(self, section: str, name: str, entries: Mapping[str, Any]) -> bool:
        first, arrow, second = name.partition(">")
        parties = self.case.organisations
        if section in OF_ENDS and arrow:
            return name in entries or (first in parties and second in parties)
        return name in entries

    def _tell(self, answer: Answer, read: Value) -> None:
        for what, texts in (
            ("not-a-state", [read.odd_state]),
            ("not-read", read.unread),
            ("newcomer", read.newcomers),
        ):
            self.told += [Told(what, answer.at, answer.route, text) for text in texts if text]  # type: ignore[arg-type]

    def _became(self, answer: Answer, way: Answerable, read: Value) -> Became:
        values = [*read.values, *read.newcomers]
        silent = read.state in SILENT
        if way.in_words and not silent:
            return self._in_words(answer)
        if values and (
            silent or (not way.several and len(values) > 1) or (NONE in values and len(values) > 1)
        ):
            self._tell_of("at-odds", answer)
            return self._open(answer, way, UNKNOWN, "in-words")
        if values:
            return self._value(answer, way, read)
        if read.state in ("refused", "not-produced"):
            value = NOT_PRODUCED if way.withheld and not way.in_words else UNKNOWN
            return self._open(answer, way, value, read.state)
        if read.state in ("not-known", "not-applicable"):
            if read.state == "not-applicable":
                self._tell_of("not-applicable", answer)
            return self._open(answer, way, UNKNOWN, read.state)
        if not (answer.values or answer.other or answer.paper or answer.page):
            self._tell_of("at-odds", answer)
            return "not-taken"
        return self._open(answer, way, UNKNOWN, "in-words")

    def _tell_of(self, what: ToldOf, answer: Answer) -> None:
        words = " · ".join(filter(None, (answer.state, *answer.values, answer.other)))
        self.told.append(Told(what, answer.at, answer.route, words))

    def _in_words(self, answer: Answer) -> Became:
        """Keep the words of an answer for a person to settle."""
        words = " · ".join(filter(None, (*answer.values, answer.other, self._paper(answer))))
        self.to_settle.append({"at": self._at(answer), "label": answer.route, "words": words})
        self.told.append(Told("in-words", answer.at, answer.route, words))
        return "in-words"

    def _open(self, answer: Answer, way: Answerable, value: str, became: Became) -> Became:
        """Leave a fact open, with what was said instead of an answer; one that is settled meanwhile stays as it is."""
        if became == "in-words":
            self._in_words(answer)
        fact = self.materials.fact(answer.route)
        if way.in_words or way.votes or fact.versions:
            return became
        if not fact.unsettled and not is_open_list(fact.value):
            return "same" if became != "in-words" else became
        if not is_open_list(fact.value):
            stated = self._stated(answer, value, " · ".join(filter(None, (*answer.values, answer.other))))
            who = {"asked_of": self.to} if self.to else {}
            self.facts[answer.route] = {**stated, **who, "asked": self.how.on}
        return became

    def _value(self, answer: Answer, way: Answerable, read: Value) -> Became:
        values = [*read.values, *(self._newcomer(text, answer) for text in read.newcomers)]
        if read.partly or read.unread:
            values = [*values, UNKNOWN] if way.several else values
        value: Any = values if way.several and len(values) > 1 else values[0]
        fact = self.materials.fact(answer.route)
        ours = self._stated(answer, value, " · ".join(filter(None, (*read.unread, answer.other))))
        settled = not fact.unsettled and not is_open_list(fact.value)
        became: Became = "partly" if read.partly or read.unread else "answered"
        if settled or fact.versions:
            became = self._beside(answer, fact, ours, way=way)
            if became != "contradictory":
                return became
        self.facts[answer.route] = ours if became != "contradictory" else self._versions(fact, ours)
        if way.votes and not ours.keys() <= OF_A_SHARE:
            self.facts[answer.route] = {part: ours[part] for part in OF_A_SHARE if part in ours}
            self._in_words(answer)
        self.became.append(AnsweredFact(answer.route, ", ".join(values), became, answer.at))
        return became

    def _beside(self, answer: Answer, fact: Fact, ours: Tree, *, way: Answerable) -> Became:
        """Tell what an answer comes to on a fact that is stated already."""
        if not fact.versions and _same(fact.value, ours["value"]):
            self.facts[answer.route] = ours
            return "same"
        changed = digest(self.materials, answer.route) != self._asked[answer.route].digest
        replied = fact.source.partition("#")[0] in self.case.answers
        if changed and not replied and not self.how.take_stale:
            now = ", ".join(words_in(fact.value))
            self.told.append(
                Told("stale", answer.at, answer.route, f"{', '.join(words_in(ours['value']))} / {now}")
            )
            return "stale"
        self.told.append(Told("contradicts", answer.at, answer.route, ", ".join(words_in(ours["value"]))))
        if way.votes:
            self._in_words(answer)
            return "in-words"
        return "contradictory"

    def _versions(self, fact: Fact, ours: Tree) -> Tree:
        """Give what is stated and what is answered side by side, none of them shown; a correction goes first."""
        before = [
            {
                "value": each.value,
                "known": fact.known if each.known is UNSET else each.known,
                "source": each.source or fact.source,
                **({"quote": each.quote} if isinstance(each.quote, str) and each.quote else {}),
            }
            for each in fact.versions
        ] or [
            {
                "value": words_in(fact.value) if isinstance(fact.value, list) else fact.value,
                "known": fact.known,
                "source": fact.source,
            }
        ]
        same = [each for each in before if _same(each["value"], ours["value"])]
        mine = {part: ours[part] for part in ("value", "known", "source", "quote") if part in ours}
        for each in same:
            each["note"] = mine["source"]
        both = before if same else [mine, *before] if self.how.supersedes else [*before, mine]
        return {"value": UNKNOWN, "known": ours["known"], "source": ours["source"], "versions": both}

    def _stated(self, answer: Answer, value: Any, quote: str) -> Tree:
        """Give a fact as an answer states it: its value, how it is known, its place in the form, the words with it, the paper named."""
        own = bool(self.to) and self._whom.is_own(self.to, answer.route)
        known: Known = "declared" if own else "alleged"
        if self.how.known:
            known = max(known, self.how.known, key=KNOWN_ORDER.index)
        fact: Tree = {"value": value, "known": known, "source": self._at(answer)}
        paper = self._paper(answer)
        if paper and not paper.startswith(self.source):
            quote = f"{quote} [{paper}]".strip()
        elif paper:
            fact |= self._shown_by(paper, fact, answer)
        if quote:
            fact["quote"] = quote
        return fact

    def _shown_by(self, paper: str, fact: Tree, answer: Answer) -> Tree:
        """Give the sources of a fact that a paper is named for: the paper first, where it came along and somebody can look."""
        if answer.paper not in self.how.attached or fact["value"] in (UNKNOWN, NOT_PRODUCED):
            return {"also": [paper]}
        known: Known = self.how.known or "documented"
        return {"known": known, "source": paper, "also": [fact["source"]]}

    def _paper(self, answer: Answer) -> str:
        """Give the place in a document that is handed over, by its source; else what is written of it."""
        listed = {paper.number for paper in self.reply.papers}
        page = f"p. {answer.page.removeprefix('p.').strip()}" if answer.page else ""
        if answer.paper in listed and is_count(answer.paper):
            return "#".join(filter(None, (f"{self.source}-paper-{answer.paper}", page)))
        return " ".join(filter(None, (answer.paper, page)))

    def _at(self, answer: Answer) -> str:
        return f"{self.source}#{answer.at}"

    def _newcomer(self, text: str, answer: Answer) -> str:
        """Give the id of an organisation that no list has: one of the knowledge base of that name, else a new one."""
        known = self._known_names.get(compared(text))
        if known:
            return known
        name = self._ids.free(slug(text, "organisation"))
        self._known_names[compared(text)] = name
        stated = {"value": text, "source": self._at(answer)}
        self.organisations[name] = {"name": stated, "kind": "unknown", "source": self._at(answer)}
        return name

    @cached_property
    def _ids(self) -> Ids:
        taken = {name for section in SHARING_IDS for name in getattr(self.case, section)}
        return Ids({*RESERVED, *taken, *self.materials.knowledge.organisations})

    @cached_property
    def _known_names(self) -> dict[str, str]:
        organisations = self.materials.knowledge.organisations.items()
        return {compared(str(plain(each.name))): name for name, each in organisations}

    def _answered(self, answer: Answer, became: Became) -> None:
        """Note that a question was answered."""
        to = self.to or self.case.case.about
        name = f"{self.reply.form}-{answer.number}"
        if not to:
            return
        before = self.case.questions.get(name)
        text = asked_of(self.materials, answer.route, self._names)
        self.questions[name] = {
            "to": to,
            "text": {"fr": text.fr, "en": text.en},
            "asked": before.asked if before is not None else UNKNOWN,
            "answered": {"value": "true", "known": "documented", "source": self._at(answer)},
            **({"settles": [answer.route]} if is_field(self.case, answer.route) else {}),
            "source": self._at(answer),
            **({"note": self.to_settle[-1]["words"]} if became == "in-words" and self.to_settle else {}),
        }


def said_in(answer: Answer) -> str:
    """Give all that stands in the row of an answer, in one line."""
    paper = " ".join(filter(None, (answer.paper, answer.page)))
    return " · ".join(filter(None, (*answer.values, answer.other, answer.state, paper)))


def _held(fact: Fact) -> str:
    """Give what the case states of a fact, each of its versions."""
    versions = [", ".join(words_in(each.value)) for each in fact.versions]
    return " / ".join(versions) if versions else ", ".join(words_in(fact.value))


def _same(one: Any, other: Any) -> bool:
    return sorted(words_in(one)) == sorted(words_in(other))
