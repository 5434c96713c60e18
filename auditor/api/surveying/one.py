"""One case or capture of a survey: what it depends on, and the row that it comes to. This is what processes are given to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor.api.capture import read_with
from auditor.api.capture_import import FOLDER, How, Into, of_one_visit, of_those, plan_of, unsound
from auditor.api.gate import judged_on
from auditor.api.read import assembled, knowledge_with
from auditor.api.request import Request
from auditor.api.sources import Sources, around
from auditor.api.surveying.time_limit import OutOfTime, within
from auditor.errors import AuditorError, NothingToCheck, Problem, Refused, UsageRefused, at_file
from auditor.judging.survey_row import recipients
from auditor.loading.captures.ends import id_of
from auditor.loading.captures.read import read_capture
from auditor.loading.captures.reading import Context
from auditor.loading.files.folder import PACKAGE, File, one_file, yaml_files
from auditor.loading.files.many_cases import CASE, Item, cited
from auditor.loading.files.regular import hashed
from auditor.loading.files.repository import ASIDE
from auditor.loading.importing.written import plain_file
from auditor.model.bilingual import Bilingual
from auditor.model.capture import Capture
from auditor.model.case.captures import ConsentState
from auditor.model.law import Knowledge
from auditor.model.result.document import Result
from auditor.model.result.shown import Shown
from auditor.model.result.telling_order import live_points
from auditor.model.survey import SurveyEntry, SurveyRow
from auditor.model.vocabulary import SEVERITY_ORDER, Floor
from auditor.rendering.telling.headline import headline
from auditor.rendering.telling.letters import lettered
from auditor.rendering.words import speaker
from auditor.text.grammar import both
from auditor.text.problems import survey as words
from auditor.text.problems.files import NOTHING_TO_CHECK
from auditor.text.problems.system import system_says

#: What of a request no verdict depends on.
NOT_JUDGED_BY: Final = ("paths", "policies", "knowledge", "exceptions", "lang", "profile")
#: What a row shows of a result.
ROW: Final = Shown("none", frozenset({"recipients", "control"}), premises=False)
#: What the program is, in its folder.
PROGRAM: Final = (".py", ".yaml", ".json", ".txt", ".gz")


class Work(Struct, frozen=True, kw_only=True):
    """How every item of a survey is judged: as a check is asked, captures in one state of consent, by one `program`.

    A capture that leaves open which site was visited is of that of `sites` which it shows. One item may take so many `seconds` of
    processor time.
    """

    request: Request
    state: ConsentState
    program: str
    seconds: int
    sites: tuple[str, ...] = ()


class Task(Struct, frozen=True):
    """An item to judge, and the digest of what its row was made of before, empty where there is none."""

    item: Item
    digest: str = ""


class Done(Struct, frozen=True):
    """What came of a task: its entry, None where it would be the one that was made before."""

    name: str
    entry: SurveyEntry | None


class Answer(Struct, frozen=True):
    """What came of tasks, and which program did them."""

    program: str
    done: tuple[Done, ...] = ()


@cache
def program_digest() -> str:
    """Give the SHA-256 of the program: its code, its knowledge and its packs of rules, wherever they lie."""
    whole = sha256()
    packs = PACKAGE / "policies" if (PACKAGE / "policies").is_dir() else PACKAGE.parent / "policies"
    for folder in (PACKAGE, packs):
        for file in sorted(each for each in folder.rglob("*") if each.suffix in PROGRAM):
            whole.update(f"{file.relative_to(folder).as_posix()}\0{hashed(file)}\n".encode())
    return whole.hexdigest()


def work_through(work: Work, tasks: Sequence[Task]) -> Answer:
    """Do tasks one by one, unless this is another program than the one that asks."""
    if program_digest() != work.program:
        return Answer(program_digest())
    return Answer(work.program, tuple(_done(work, task) for task in tasks))


def _done(work: Work, task: Task) -> Done:
    """Judge one item, in the time it may take. Whatever is wrong with it is told in its row."""
    item, digest = task.item, ""

    def judged() -> SurveyRow | None:
        nonlocal digest
        source = _Source(item, work)
        digest = source.digest()
        if task.digest in (digest, _out_of_time(digest, work)):
            return None
        return _judged(item, work, source.sources())

    row: SurveyRow | None
    try:
        row = within(work.seconds, judged)
    except OutOfTime:
        digest = digest and _out_of_time(digest, work)
        row = failed(item, words.OUT_OF_TIME(seconds=work.seconds))
    except NothingToCheck as nothing:
        why = _said(item, NOTHING_TO_CHECK(where=nothing.where))
        row = SurveyRow(case=item.name, kind=item.kind, state="nothing", reason=why)
    except AuditorError as error:
        row = SurveyRow(case=item.name, kind=item.kind, state="refused", reason=_refusal(item, error))
    except OSError as error:
        digest, row = "", failed(item, system_says(error))
    except Exception as error:  # noqa: BLE001  one case never ends the others
        digest, row = "", failed(item, words.INTERNAL(kind=type(error).__name__))
    return Done(item.name, None if row is None else SurveyEntry(digest, row))


def _out_of_time(digest: str, work: Work) -> str:
    """Give the digest of a row that tells that the time was over: under another limit it is judged again."""
    return sha256(f"{digest} {work.seconds}".encode()).hexdigest()


def failed(item: Item, why: Bilingual) -> SurveyRow:
    """Give the row of an item that the program could not judge."""
    return SurveyRow(case=item.name, kind=item.kind, state="failed", reason=why)


def _refusal(item: Item, error: AuditorError) -> Bilingual:
    """Give the first thing wrong with an item, where it stands, and how many more there are."""
    if isinstance(error, UsageRefused):
        return _said(item, error.message)
    if not isinstance(error, Refused):
        return both(str(error))
    first, *others = error.problems
    said = _said(item, _placed(item, first))
    return words.AND_MORE(first=said, count=len(others)) if others else said


def _placed(item: Item, problem: Problem) -> Bilingual:
    place = cited(item.path, item.name, problem.path)
    place += f":{problem.line}:{problem.column}" if problem.line else ""
    return words.AT(path=place, message=problem.message) if place != item.name else problem.message


def _said(item: Item, text: Bilingual) -> Bilingual:
    return Bilingual(cited(item.path, item.name, text.fr), cited(item.path, item.name, text.en))


def _judged(item: Item, work: Work, sources: Sources) -> SurveyRow:
    request = replace(work.request, paths=(item.path,))
    found = judged_on(request, assembled(sources, request), shown=ROW)
    return row_of(item, found.result, found.materials.knowledge)


def row_of(item: Item, result: Result, knowledge: Knowledge) -> SurveyRow:
    """Give the row of an item that was judged."""
    summary = result.summary
    groups = lettered(result)
    gravest: Floor = next(
        (each for each in reversed(SEVERITY_ORDER) if summary.established.get(each)), "none"
    )
    return SurveyRow(
        case=item.name,
        kind=item.kind,
        state="judged",
        id=result.case.id,
        title=result.case.title,
        as_of=result.as_of,
        passed=summary.gate.passed,
        severity=gravest,
        established={each: summary.established.get(each, 0) for each in SEVERITY_ORDER},
        points=live_points(result).total(),
        questions=summary.questions,
        decided=summary.gate.decided,
        story=Bilingual(
            headline(result, groups, speaker("fr")),
            headline(result, groups, speaker("en")),
        ),
        recipients=recipients(result, knowledge.organisations),
        rules=[line.id for line in result.rules if line.established],
        open=[line.id for line in result.rules if line.cannot_be_shown],
    )


class _Source:
    """What the row of an item depends on."""

    def __init__(self, item: Item, work: Work) -> None:
        self.item = item
        self.work = work
        request = replace(work.request, paths=(item.path,))
        self.files = yaml_files([item.path], ASIDE) if item.kind == "case" else self._beside()
        self.around = around(self.files, request)

    def digest(self) -> str:
        """Give the SHA-256 of all of it: the files, how it is asked, and by which program."""
        asked = {
            name: getattr(self.work.request, name)
            for name in Request.__struct_fields__
            if name not in NOT_JUDGED_BY
        }
        around = self.around
        layers = [("case", self.files), ("policies", around.policies), ("exceptions", around.exceptions)]
        layers += [(f"knowledge {number}", layer) for number, layer in enumerate(around.knowledge)]
        files = [(kind, path, sha256(data).hexdigest()) for kind, layer in layers for path, data in layer]
        whole = [self.work.program, self.work.state, self.item.name, self.item.kind, asked, files]
        if self.item.kind == "capture":
            whole += [_hashes(self.item), self.work.sites]
        return sha256(msgspec.json.encode(whole, enc_hook=str, order="sorted")).hexdigest()

    def sources(self) -> Sources:
        """Give the files to judge; those of a capture are what importing it would write. Raises Refused, UsageRefused."""
        if self.item.kind == "case":
            return self.around
        return replace(self.around, case=_imported(self.item, self.files, self.work))

    def _beside(self) -> list[File]:
        stem = self.item.name.rpartition("/")[2].partition(".")[0]
        return [(f"{stem}/{file.name}", one_file(file)[1]) for file in self.item.notices]


def _hashes(item: Item) -> list[str]:
    if not item.path.is_dir():
        return [hashed(item.path)]
    return [f"{each.name} {hashed(each)}" for each in sorted(item.path.iterdir()) if each.is_file()]


class _Ready(NamedTuple):
    """What captures are read and imported with, made once in a process."""

    context: Context
    knowledge: Knowledge


@cache
def _ready() -> _Ready:
    return _Ready(read_with(), knowledge_with((), web=True)[0])


def _imported(item: Item, notices: list[File], work: Work) -> list[File]:
    """Give the small case that a capture makes with the notices beside it, as an import would. Raises Refused, UsageRefused."""
    ready = _ready()
    capture = read_capture(item.path, ready.context)
    if meant := of_those(capture, work.sites):
        capture = read_capture(item.path, replace(ready.context, sites=tuple(meant)))
    problems = list(unsound(item.path, capture))
    if problems:
        raise Refused(problems)
    if sites := of_one_visit(capture):
        capture = read_capture(item.path, replace(ready.context, sites=tuple(sites)))
    stem = item.name.rpartition("/")[2].partition(".")[0]
    files = dict(notices)
    if not any(CASE.search(data) for data in files.values()):
        files[f"{stem}/case-of-capture.yaml"] = _head(item, capture, work)
    how = How(state=work.state)
    plan = plan_of(item.path, capture, Into(files, f"{stem}/{FOLDER}", ready.knowledge), how)
    return [*sorted(files.items()), (plan.path, plan.data)]


def _head(item: Item, capture: Capture, work: Work) -> bytes:
    """Give the head of the case that a capture makes: its site, the day it was made or the one asked for."""
    day = capture.started[:10] or next(iter(work.request.as_of), "")
    if not day:
        raise Refused([at_file(item.path.as_posix(), words.UNDATED())])
    place = ", ".join(capture.sites) or next((page.application for page in capture.pages), "")
    name = id_of(item.name.rpartition("/")[2].partition(".")[0])
    return plain_file({"case": {"id": name, "as_of": day, **({"title": place} if place else {})}})
