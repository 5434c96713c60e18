"""`auditor survey`: many cases and captures judged side by side, into a folder of tables and a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.capture import hosts_of
from auditor.api.read import all_policies, knowledge_base, selected, single_date
from auditor.api.request import Request
from auditor.api.surveying.journal import Items, Journal
from auditor.api.surveying.one import Answer, Task, Work, program_digest
from auditor.api.writing import writable, write
from auditor.errors import Refused, UsageRefused, at_file
from auditor.judging.survey_changes import changes
from auditor.judging.survey_ranks import Counts
from auditor.loading.captures.hosts import site_of
from auditor.loading.files.folder import one_file, yaml_files
from auditor.loading.files.many_cases import items
from auditor.loading.files.repository import leads_out
from auditor.loading.survey_files import finished, rows
from auditor.model.bilingual import Bilingual
from auditor.model.case.captures import ConsentState
from auditor.model.survey import RowChange, Survey, SurveyChanges
from auditor.rendering.html.survey import survey_page
from auditor.rendering.survey.changes import changes_csv
from auditor.rendering.survey.table import ranks_csv, table_csv, workbook
from auditor.text.grammar import bilingual
from auditor.text.problems import survey as words
from auditor.text.problems.files import LEADS_OUT
from auditor.version import __version__

#: The files of a survey besides what it keeps.
TABLE: Final = "survey.csv"
RANKS: Final = "ranks.csv"
WORKBOOK: Final = "survey.xlsx"
PARQUET: Final = "survey.parquet"
CHANGES: Final = "changes.csv"
PAGE: Final = "index.html"
RESULTS: Final = (TABLE, RANKS, WORKBOOK, PARQUET, CHANGES, PAGE)
#: How many tasks go to a process at a time at most, and how many lots each gets where there are few.
MOST_IN_LOT: Final = 16
LOTS: Final = 8
#: How many seconds of processor time one case may take, unless told.
SECONDS: Final = 60
#: How many changes the page tells.
FIRST_CHANGES: Final = 200


class Asked(Struct, frozen=True, kw_only=True):
    """What is surveyed and how: as a check is asked, captures in one state of consent, compared with an `earlier` survey.

    A capture that leaves open which site was visited is of that of `sites` which it shows. All are judged in `workers` processes, or on a
    `cluster`: its address, or `local` for one on this machine. One case may take so many `seconds` of processor time.
    """

    paths: tuple[Path, ...]
    request: Request
    out: Path
    state: ConsentState = "unknown"
    earlier: Path | None = None
    workers: int = 1
    cluster: str = ""
    seconds: int = SECONDS
    sites: tuple[str, ...] = ()
    parquet: bool = False


class Progress(Struct, frozen=True):
    """How many items there are, how many are done, and how many of those had been done before."""

    items: int
    done: int
    before: int


def survey(asked: Asked, told: Callable[[Progress], None]) -> Survey:
    """Judge every case and capture asked for, write the tables and the page, and give what they come to.

    Raises UsageRefused for a request that makes no sense, for an extra that is not installed, for a folder that cannot be written
    to and for a cluster of another program; Refused for own packs and knowledge that are none. What is wrong with a case is in its
    row.
    """
    before = _sound(asked)
    work = Work(
        request=_absolute(asked),
        state=asked.state,
        program=program_digest(),
        seconds=asked.seconds,
        sites=tuple(sorted({site_of(host) for host in hosts_of(asked.sites)})),
    )
    with Items(items(asked.paths)) as everything:
        journal = Journal(asked.out, RESULTS)
        _judge(asked, work, journal, everything=everything, told=told)
        found = _written(asked, journal.finish(everything), before)
    journal.close()
    return found


def _sound(asked: Asked) -> Path | None:
    """Look at what is asked before anything is done, and give the file of the earlier survey. Raises as `survey`."""
    if len(asked.request.as_of) > 1:
        raise UsageRefused(words.ONE_DATE())
    single_date(asked.request)
    if asked.parquet and find_spec("pyarrow") is None:
        raise UsageRefused(
            words.EXTRA_MISSING(option="--parquet", package="pyarrow"), words.INSTALL_EXTRA(extra="parquet")
        )
    if asked.cluster:
        from auditor.api.surveying.cluster import sound

        sound(asked.cluster)
    named = (*asked.paths, asked.request.exceptions)
    out = [path for path in named if path is not None and leads_out(path)]
    if out:
        raise Refused([at_file(path.as_posix(), LEADS_OUT()) for path in out])
    if asked.request.exceptions is not None:
        one_file(asked.request.exceptions)
    selected(all_policies(asked.request.policies), asked.request.rules)
    for path in asked.request.knowledge:
        yaml_files([path])
    for name in RESULTS:
        writable(asked.out / name)
    if asked.earlier is None:
        return None
    if asked.earlier.resolve() == asked.out.resolve():
        raise UsageRefused(words.EARLIER_IS_OUT(path=asked.out.as_posix()))
    return finished(asked.earlier)


def _absolute(asked: Asked) -> Request:
    """Give the request with paths that mean the same in every process."""
    request = asked.request
    return replace(
        request,
        paths=(),
        policies=tuple(path.absolute() for path in request.policies),
        knowledge=tuple(path.absolute() for path in request.knowledge),
        exceptions=None if request.exceptions is None else request.exceptions.absolute(),
    )


def _judge(
    asked: Asked, work: Work, journal: Journal, *, everything: Items, told: Callable[[Progress], None]
) -> None:
    done = before = 0
    told(Progress(everything.count, 0, 0))
    lots = _lots(journal.tasks(everything), _size(everything.count, asked.workers))
    for answer in _answers(asked, work, lots):
        if answer.program != work.program:
            raise UsageRefused(words.OTHER_PROGRAM(), words.SAME_VERSION())
        journal.add(answer.done)
        done += len(answer.done)
        before += sum(each.entry is None for each in answer.done)
        told(Progress(everything.count, done, before))


def _answers(asked: Asked, work: Work, lots: Iterator[tuple[Task, ...]]) -> Iterator[Answer]:
    if asked.cluster:
        from auditor.api.surveying.cluster import by_cluster

        return by_cluster(work, lots, asked.cluster)
    from auditor.api.surveying.processes import by_processes

    return by_processes(work, lots, asked.workers)


def _size(count: int, workers: int) -> int:
    """Give how many tasks are a lot: few where there are few, so that every process has some to the end."""
    return max(1, min(MOST_IN_LOT, count // (workers * LOTS)))


def _lots(tasks: Iterator[Task], size: int) -> Iterator[tuple[Task, ...]]:
    while lot := tuple(islice(tasks, size)):
        yield lot


def _written(asked: Asked, file: Path, before: Path | None) -> Survey:
    """Write every file of the survey whose rows are in `file`; each reads them anew, so that none is held."""
    lang, out = asked.request.lang, asked.out
    counts = Counts()
    gravest = counts.gravest(rows(file))
    knowledge = knowledge_base()
    found = Survey(
        totals=counts.totals(),
        ranks=counts.ranks(_names(asked)),
        rows=gravest,
        not_judged=counts.not_judged,
        version=__version__,
        knowledge_as_of=knowledge.as_of,
        changes=None if before is None else _changes(before, file),
    )
    write(out / TABLE, table_csv(rows(file), lang))
    write(out / RANKS, ranks_csv(found, lang))
    write(out / WORKBOOK, workbook(rows(file), found, lang))
    if asked.parquet:
        from auditor.rendering.survey.parquet import as_parquet

        write(out / PARQUET, as_parquet(rows(file), lang))
    if before is not None:
        write(out / CHANGES, changes_csv(changes(rows(before), rows(file)), lang))
    write(out / PAGE, survey_page(found, lang))
    return found


def _names(asked: Asked) -> dict[str, Bilingual]:
    """Give the titles of rules and the names of countries."""
    titles = {
        rule.id: bilingual(rule.title)
        for policy in all_policies(asked.request.policies)
        for rule in policy.rules
    }
    return titles | {code: bilingual(name) for code, name in knowledge_base().countries.items()}


def _changes(before: Path, after: Path) -> SurveyChanges:
    counted = {"new": 0, "gone": 0, "changed": 0, "same": 0}
    first: list[RowChange] = []
    for each in changes(rows(before), rows(after)):
        counted["same" if each is None else each.change] += 1
        if each is not None and len(first) < FIRST_CHANGES:
            first.append(each)
    return SurveyChanges(**counted, first=first)
