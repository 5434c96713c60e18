"""Forms that came back, into a case: each becomes a file of its own, checked with the case before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import to_builtins
from msgspec.structs import replace

from auditor.api.answer_facts import AnswerFacts
from auditor.api.case_folder import case_files, content_of, documents_in
from auditor.api.forms import asked_of, names_of
from auditor.api.read import knowledge_base
from auditor.api.sources import day
from auditor.api.writing import write
from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.case.imported import edited, is_imported
from auditor.loading.case.load import LoadedCase, load_case
from auditor.loading.files.document import Document, read
from auditor.loading.files.repository import leads_out, real
from auditor.loading.importing.format import Document as Given
from auditor.loading.importing.written import imported_file
from auditor.loading.replies.read import reply_in
from auditor.model.answerable import is_open_list
from auditor.model.answers_taken import AskedOf, TakenReply, Taking, ToSettle
from auditor.model.case.document import Case
from auditor.model.dates import is_day, last_day
from auditor.model.forms import Paper, Reply, Told
from auditor.model.imports import PlannedFile
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, plain
from auditor.model.numbers import is_count
from auditor.model.scalars import ID_PATTERN
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.answers import render_answers, render_review, render_status, render_to_settle
from auditor.text import answers as texts
from auditor.text.grammar import both, filled
from auditor.text.names import Names
from auditor.text.problems import answers as words
from auditor.text.problems.files import LEADS_OUT, NOT_THERE

Tree = dict[str, Any]
DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")
SENT: Final = "-sent"
KEPT: Final = "in-words"
FORMULA: Final = "formula"
#: Who replies, and when, while nobody says so of a reply that is looked at before it is taken.
NOBODY_YET: Final = "—"
UNDATED: Final = "1970-01-01"


def taken(paths: Sequence[Path], case: Path, how: Taking, folder: Path) -> list[TakenReply]:
    """Give what reading the forms at `paths` into the case at `case` makes, to be written into `folder`; nothing is written.

    Raises Refused where a file is no form, one of another case, hostile, or where the case with the answers would be refused;
    UsageRefused for a day that is none, and where a reply to the same form is there and the new one does not say that it corrects it.
    """
    day(how.on)
    if how.attached and len(paths) > 1:
        raise UsageRefused(words.PAPERS_OF_ONE())
    desk = _Desk(case, folder, how)
    return [desk.take(path) for path in paths]


def attached(papers: Sequence[str]) -> dict[str, str]:
    """Give the SHA-256 of papers by their number, from `1=FILE`; nothing of them is kept. Raises UsageRefused, Refused."""
    found = {}
    for each in papers:
        number, _, path = each.partition("=")
        if not is_count(number) or not path or number in found:
            raise UsageRefused(words.NOT_A_PAPER(text=each))
        found[number] = sha256(content_of(Path(path))).hexdigest()
    return found


def folder_of(case: Path, into: Path | None, out: Path | None) -> Path:
    """Give the folder to write into: the case itself, one in it, or another. Raises UsageRefused, and Refused for a link out."""
    if into is not None and out is not None:
        raise UsageRefused(words.INTO_OR_OUT())
    for folder in filter(None, (into, out)):
        if leads_out(folder):
            raise Refused([at_file(folder.as_posix(), LEADS_OUT())])
    if into is not None and not real(into).is_relative_to(real(case)):
        raise UsageRefused(words.OUTSIDE(path=into.as_posix(), case=case.as_posix()), words.OTHER_FOLDER())
    return into or out or case


def put_in(replies: Sequence[TakenReply]) -> None:
    """Write what was read. Raises NotWritten, UsageRefused."""
    for reply in replies:
        for file in reply.files:
            if not file.unchanged and file.data is not None:
                write(Path(file.path), file.data)


def told(replies: Sequence[TakenReply], form: str, lang: str) -> bytes:
    """Say what became of each question, as text or JSON."""
    return render_answers(replies, form, lang)


def reviewed(paths: Sequence[Path], case: Path, how: Taking) -> list[TakenReply]:
    """Give what taking forms would make of each answer; nothing is written, nobody need be named. Raises as `taken` does."""
    return taken(paths, case, replace(how, by=how.by or NOBODY_YET, on=how.on or UNDATED), case)


def told_before(replies: Sequence[TakenReply], form: str, lang: str) -> bytes:
    """Say as a table, or as JSON, what forms would become."""
    return render_review(replies, form, lang)


def to_settle(case: Path, form: str, lang: str) -> bytes:
    """Say which answers in words a person has to settle, form by form. Raises as reading a case does."""
    files = _files_of(case)
    return render_to_settle(list(_to_settle(load_case(sorted(files.items()), knowledge_base()))), form, lang)


def _to_settle(loaded: LoadedCase) -> Iterator[ToSettle]:
    materials = _materials(loaded.case, knowledge_base(), loaded.places)
    names = names_of(materials)
    corrected = {each.supersedes for each in loaded.case.answers.values()}
    for name, record in sorted(loaded.case.answers.items()):
        for each in record.to_settle if name not in corrected else ():
            fact = materials.fact(each.label)
            if fact.unsettled or fact.versions or is_open_list(fact.value):
                yield ToSettle(
                    form=name,
                    route=each.label,
                    question=asked_of(materials, each.label, names),
                    words=each.words,
                    by=record.to,
                    name=names.full(record.to) if record.to else texts.SOMEBODY,
                    on=record.date,
                    at=each.at,
                )


def status(case: Path, form: str, lang: str) -> bytes:
    """Say of each form that was sent how far it was answered. Raises as reading a case does."""
    files = _files_of(case)
    loaded = load_case(sorted(files.items()), knowledge_base())
    return render_status(list(_status(loaded.case)), form, lang)


def _files_of(case: Path) -> dict[str, bytes]:
    """Give the files of a case that is there. Raises Refused where it is not, NothingToCheck where it has nothing."""
    if not case.exists():
        raise Refused([at_file(case.as_posix(), NOT_THERE())])
    return case_files(case)


def _status(case: Case) -> Iterator[AskedOf]:
    materials = _materials(case, knowledge_base(), None)
    sent: dict[str, list[str]] = {}
    for name, question in case.questions.items():
        form = name.rpartition("-")[0]
        if question.source.partition("#")[0] in (f"{form}{SENT}", form) or form in case.answers:
            sent.setdefault(form, []).append(name)
    for form, names in sorted(sent.items()):
        asked = [case.questions[name] for name in names]
        facts = [materials.fact(route) for each in asked for route in each.settles]
        reply = case.answers.get(form)
        questions = max(len(asked), int(reply.questions) if reply else 0)
        due = max((each.due for each in asked if each.due not in UNSETTLED), default="")
        answered = sum(plain(each.answered) == "true" for each in asked)
        yield AskedOf(
            form=form,
            to=asked[0].to,
            asked=asked[0].asked,
            questions=questions,
            answered=answered,
            to_settle=len({each.label for each in reply.to_settle}) if reply else 0,
            unanswered=questions - answered,
            refused=sum(fact.value == "not-produced" for fact in facts),
            open=sum(fact.unsettled for fact in facts),
            due=due,
            late=bool(due) and questions > answered and last_day(due) < str(plain(case.case.as_of)),
        )


def _materials(case: Case, knowledge: Knowledge, places: Any) -> Materials:
    from auditor.model.materials import Nowhere

    as_of = str(plain(case.case.as_of))
    return Materials(case=case, knowledge=knowledge, policies=(), as_of=as_of, places=places or Nowhere())


def _same_person(first: str, second: str) -> bool:
    """Tell whether two texts name the same person, where one of them may add a function: "Jane Doe" and "Jane Doe, DPO"."""
    return first == second or first == _without_function(second) or second == _without_function(first)


def _without_function(named: str) -> str:
    return named.partition(",")[0].strip()


class _Desk:
    """A case into which replies are read one after the other."""

    def __init__(self, case: Path, folder: Path, how: Taking) -> None:
        self.files = _files_of(case)
        self.how = how
        self.knowledge = knowledge_base()
        self.folder = folder
        self.cited = f"{case.name or real(case).name}/{self._below(case, folder)}"

    @staticmethod
    def _below(case: Path, folder: Path) -> str:
        """Give where the files stand as the case cites them; those of a folder elsewhere, as if they stood in it."""
        inside = real(folder).is_relative_to(real(case))
        below = real(folder).relative_to(real(case)).as_posix() if inside else "."
        return "" if below == "." else f"{below}/"

    def take(self, path: Path) -> TakenReply:
        """Take one file."""
        data = content_of(path)
        reply = reply_in(Given(name=path.name, data=data))
        missing = set(self.how.attached) - {paper.number for paper in reply.papers}
        if missing:
            raise UsageRefused(words.NO_SUCH_PAPER(number=min(missing), form=reply.form))
        seal = sha256(data).hexdigest()
        documents = documents_in(self.files)
        source, mine = self._source(reply, seal, documents)
        if mine and self._is_as_before(source, mine):
            return self._unchanged(reply, source, path.name, mine)
        others = {name: data for name, data in self.files.items() if name not in mine}
        loaded = load_case(sorted(others.items()), self.knowledge)
        self._identify(path, reply, loaded.case)
        facts = AnswerFacts(_materials(loaded.case, self.knowledge, loaded.places), reply, self.how, source)
        facts.take()
        if reply.by and not _same_person(reply.by, self.how.by):
            facts.told.append(Told("other-author", words=reply.by))

        def files_made() -> dict[str, bytes]:
            made = _files(reply, facts, self.how, file=path.name, seal=seal)
            return {f"{self.cited}{name}": each for name, each in made.items()}

        self._admit(facts, others, files_made)
        files = files_made()
        for name in files:
            if name in others:
                raise UsageRefused(words.NOT_OURS(path=name))
        self.files = {**others, **files}
        self._check_folder(files, source, seal)
        return TakenReply(
            form=reply.form,
            source=source,
            file=path.name,
            sha256=seal,
            to=facts.to,
            by=self.how.by,
            questions=reply.questions,
            counts={name: count for name, count in facts.counts.items() if count},
            facts=facts.became,
            told=_once(facts.told),
            answers=facts.answers,
            files=[
                PlannedFile(path=self._path(name), data=each, unchanged=self._there(name) == each)
                for name, each in files.items()
            ],
        )

    def _admit(
        self, facts: AnswerFacts, others: Mapping[str, bytes], files: Callable[[], dict[str, bytes]]
    ) -> None:
        """Leave out the answers with which the case would make no sense. Raises Refused where it makes none without any."""
        every = facts.facts
        kept: Tree = {}

        def admit(routes: list[str]) -> None:
            facts.facts = {**kept, **{route: every[route] for route in routes}}
            try:
                load_case(sorted({**others, **files()}.items()), self.knowledge)
            except Refused:
                if not routes:
                    raise
                if len(routes) == 1:
                    facts.leave_out(routes[0])
                    return
                middle = len(routes) // 2
                admit(routes[:middle])
                admit(routes[middle:])
            else:
                kept.update({route: every[route] for route in routes})

        admit(list(every))
        if not kept:
            admit([])
        facts.facts = kept

    def _is_as_before(self, source: str, mine: Mapping[str, bytes]) -> bool:
        """Tell whether a reply was read before, from the same person on the same day: then its facts stay as they are."""
        if any(self._there(path) != data for path, data in mine.items()):
            return False
        records = [read(path, data).value["answers"][source] for path, data in mine.items()]
        known = {name: value for record in records for name, value in record.items()}
        return not self.how.take_stale and (known.get("by"), known.get("date")) == (self.how.by, self.how.on)

    def _unchanged(self, reply: Reply, source: str, file: str, mine: Mapping[str, bytes]) -> TakenReply:
        answered = sum(not answer.is_empty for answer in reply.answers)
        return TakenReply(
            form=reply.form,
            source=source,
            file=file,
            sha256="",
            to=reply.to,
            by=self.how.by,
            questions=reply.questions,
            counts={"same": answered, "empty": max(reply.questions - answered, 0)},
            facts=[],
            told=[],
            files=[
                PlannedFile(path=self._path(path), data=data, unchanged=True) for path, data in mine.items()
            ],
        )

    def _path(self, cited: str) -> str:
        return (self.folder / Path(cited).name).as_posix()

    def _there(self, cited: str) -> bytes | None:
        file = Path(self._path(cited))
        return file.read_bytes() if file.is_file() and not leads_out(file) else None

    def _check_folder(self, files: Mapping[str, bytes], source: str, seal: str) -> None:
        """Refuse to write over what no reply made, and over what another reply to the form made."""
        for cited in files:
            there = self._there(cited)
            document = read(cited, there) if there is not None else None
            if document is None:
                continue
            if not is_imported(document) or list(edited(document)):
                raise UsageRefused(words.NOT_OURS(path=self._path(cited)))
            if document.value.get("answers", {}).get(source, {}).get("sha256", seal) != seal:
                raise UsageRefused(words.ANSWERED_ALREADY(form=source), words.OTHER_FOLDER())

    def _source(self, reply: Reply, seal: str, documents: Sequence[Document]) -> tuple[str, dict[str, bytes]]:
        """Give the id of a reply in the case, and its files there where it was read before."""
        if not re.match(ID_PATTERN, reply.form) or not reply.form.startswith("form-"):
            raise UsageRefused(words.NOT_A_FORM(form=reply.form))
        there: dict[str, list[Document]] = {}
        seals: dict[str, str] = {}
        for each in documents:
            for name, record in each.value.get("answers", {}).items():
                there.setdefault(name, []).append(each)
                seals[name] = record.get("sha256") or seals.get(name, "")
        source, number = reply.form, 1
        while source in there and seals[source] != seal:
            if not self.how.supersedes:
                raise UsageRefused(words.ANSWERED_ALREADY(form=source), words.SUPERSEDE(form=source))
            number += 1
            source = f"{reply.form}-v{number}"
        return source, {each.path: self.files[each.path] for each in there.get(source, [])}

    def _identify(self, path: Path, reply: Reply, case: Case) -> None:
        if reply.case != case.case.id:
            message = words.OTHER_CASE(form=reply.form, theirs=reply.case, ours=case.case.id)
            raise Refused([at_file(path.name, message)])
        if (
            self.how.supersedes
            and self.how.supersedes not in case.answers
            and self.how.supersedes != reply.form
        ):
            raise UsageRefused(words.NOTHING_TO_SUPERSEDE(form=self.how.supersedes))


def _once(told: Sequence[Told]) -> list[Told]:
    """Give what is told, each cell once however many ways lead to it: words kept of a cell are not told beside why they are."""
    reasons = {(each.at, each.words) for each in told if each.what != KEPT}
    placed = any(each.what == FORMULA and each.at for each in told)
    return [
        each
        for each in dict.fromkeys(told)
        if not (each.what == KEPT and (each.at, each.words) in reasons)
        and not (each.what == FORMULA and placed and not each.at)
    ]


def _files(reply: Reply, facts: AnswerFacts, how: Taking, *, file: str, seal: str) -> dict[str, bytes]:
    """Give the files that a reply makes: what all may see, and who answered, which is confidential."""
    source = facts.source
    record: Tree = {"form": reply.form}
    if facts.to:
        record["to"] = facts.to
    record |= {"date": how.on, "file": file, "sha256": seal}
    if how.supersedes:
        record["supersedes"] = how.supersedes
    record["questions"] = str(reply.questions)
    record["answered"] = str(reply.questions - facts.counts["empty"])
    if facts.facts:
        record["facts"] = facts.facts
    if facts.to_settle:
        record["to_settle"] = facts.to_settle
    tree: Tree = {"sources": _sources(reply, facts, how, seal)}
    if facts.organisations:
        tree["organisations"] = facts.organisations
    if facts.questions:
        tree["questions"] = facts.questions
    if reply.printed and facts.to:
        tree["replies"] = [{"by": facts.to, "text": reply.printed, "date": how.on, "source": source}]
    tree["answers"] = {source: record}
    signed = {"signed": reply.by} if reply.by and reply.by != how.by else {}
    who = {"answers": {source: {"by": how.by, **signed}}}
    return {
        f"answers-{source}.yaml": imported_file(tree, source, texts.MADE_BY, "declared"),
        f"answers-{source}-by.yaml": imported_file(who, source, texts.MADE_BY, "declared", confidential=True),
    }


def _sources(reply: Reply, facts: AnswerFacts, how: Taking, seal: str) -> Tree:
    names = Names(facts.case, facts.materials.as_of)
    who = names.full(facts.to) if facts.to else texts.SOMEBODY
    title = filled(texts.REPLY_OF, who=who, form=both(reply.form))
    made: Tree = {
        facts.source: {
            "kind": "reply",
            "title": to_builtins(title),
            "short": to_builtins(filled(texts.REPLY_SHORT, who=who)),
            "date": how.on,
            "sha256": seal,
        }
    }
    for paper in reply.papers:
        if is_count(paper.number):
            seal_of = how.attached.get(paper.number, "")
            made[f"{facts.source}-paper-{paper.number}"] = _paper(paper, seal_of)
    return made


def _paper(paper: Paper, seal: str) -> Tree:
    entry: Tree = {"title": paper.title, **({"sha256": seal} if seal else {})}
    if DATE.match(paper.date) and is_day(paper.date):
        entry["date"] = paper.date
    note = " · ".join(filter(None, ("" if "date" in entry else paper.date, paper.pages)))
    return {**entry, **({"note": note} if note else {})}
