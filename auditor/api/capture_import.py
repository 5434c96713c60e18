"""Captures into a case: which files an import would write, checked with the case before anything is written."""

from __future__ import annotations

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.capture import captured
from auditor.api.import_head import head_of
from auditor.api.read import knowledge_with
from auditor.api.writing import writable, write
from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused, at_file
from auditor.loading.captures.ends import Known, Tree, id_of
from auditor.loading.captures.facts import Asked, Imported, facts
from auditor.loading.captures.hosts import site_of
from auditor.loading.captures.visited import called, left_out, visits
from auditor.loading.case.imported import edited, is_imported
from auditor.loading.case.load import load_case
from auditor.loading.files.document import Document, read
from auditor.loading.files.folder import base, is_empty, yaml_files
from auditor.loading.importing.written import imported_file
from auditor.model.capture import Capture
from auditor.model.case.captures import ConsentState
from auditor.model.imports import PlannedImport, PlannedRecipient
from auditor.model.law import Knowledge
from auditor.model.vocabulary import SHARING_IDS
from auditor.rendering.captures.planned import render_planned
from auditor.text.imports import HEAD
from auditor.text.problems import imported as words
from auditor.text.problems.hints import ONE_OF

#: The folder of a case in which imported files lie.
FOLDER: Final = "captures"


class How(Struct, frozen=True, kw_only=True):
    """How captures are imported: the sites visited, the state of consent, the activity, the people, a DNS file.

    `as_of` is the date of a case that has no head yet, where no capture bears one.
    """

    sites: Sequence[str] = ()
    state: ConsentState = "unknown"
    activity: str = ""
    people: str = ""
    dns: Path | None = None
    as_of: str = ""


def planned(paths: Sequence[Path], into: Path, how: How) -> list[PlannedImport]:
    """Give the files that importing `paths` into the case at `into` would write; nothing is written.

    Raises Refused where a capture shows nothing or not which site was visited, where an earlier import was edited, and where the case with
    the new files would be refused; UsageRefused where `into` is no case, and for people or an activity that are not there.
    """
    files = _case(into)
    earlier = [read(name, data) for name, data in sorted(files.items()) if not is_empty(data)]
    knowledge, _, _ = knowledge_with([], web=True)
    found = captured(paths, how.sites, how.dns)
    problems = [
        problem
        for path, capture in zip(paths, found, strict=True)
        for problem in unsound(path, capture, into)
    ]
    if problems:
        raise Refused(problems)
    found = [
        captured([path], sites, how.dns)[0] if (sites := of_one_visit(capture)) else capture
        for path, capture in zip(paths, found, strict=True)
    ]
    made: list[PlannedImport] = []
    head = head_of(
        _cited(into),
        earlier,
        dates=(min(filter(None, (capture.started[:10] for capture in found)), default=""), how.as_of),
        knowledge_as_of=knowledge.as_of,
        about={"title": _place_of(found[0])},
    )
    if head is not None:
        files[head.path] = head.data
    for path, capture in zip(paths, found, strict=True):
        plan = plan_of(path, capture, Into(files, _folder(into), knowledge), how)
        files[plan.path] = plan.data
        made.append(plan)
    loaded = load_case(sorted(files.items()), knowledge)
    replaced = [override.route for override in loaded.overrides if override.by == "import"]
    plans = [_with_overrides(plan, replaced) for plan in made]
    if head is not None:
        plans[0] = replace(plans[0], head=head.data, head_path=head.path, assumed_day=head.assumed_day)
    return plans


def told(plans: Sequence[PlannedImport], form: str, lang: str, *, written: bool) -> bytes:
    """Say what would be written, or what was, as lines of text or as JSON."""
    return render_planned(plans, form, lang, written=written)


def put_in(plans: Iterable[PlannedImport], into: Path) -> None:
    """Write what was planned into the case at `into`. Raises NotWritten, UsageRefused."""
    for plan in plans:
        if plan.head_path:
            write(base(into) / plan.head_path, plan.head)
        if not plan.unchanged:
            write(base(into) / plan.path, plan.data)


def _case(into: Path) -> dict[str, bytes]:
    """Give the files of the case by their path in its folder; none of a case that is not there yet."""
    writable(into / FOLDER)
    if into.exists() and not into.is_dir():
        raise UsageRefused(words.NO_FOLDER(path=into.as_posix()), words.MAKE_CASE())
    try:
        return dict(yaml_files([into])) if into.is_dir() else {}
    except NothingToCheck:
        return {}


def _cited(into: Path) -> str:
    """Give the case as it is cited: by the name of its folder."""
    return Path(os.path.abspath(into)).name  # noqa: PTH100  links keep their own name


def _folder(into: Path) -> str:
    """Give the folder of imports as it is cited: from the parent of the case on."""
    return f"{_cited(into)}/{FOLDER}"


def _place_of(capture: Capture) -> str:
    """Give the sites of a capture, or the applications."""
    return ", ".join(capture.sites) or ", ".join(
        page.application for page in capture.pages if page.application
    )


def unsound(path: Path, capture: Capture, into: Path | None = None) -> Iterator[Problem]:
    """Yield why the capture at `path` cannot be imported: it shows nothing, not which site was visited, or visits to several.

    `into` is the case it would go into, which the command to give again names.
    """
    if not capture.readable:
        yield at_file(path.as_posix(), words.NOTHING_SHOWN())
    elif not capture.sites and capture.place != "application":
        named = ", ".join(f"{each.site} ({each.requests})" for each in capture.candidates) or "—"
        yield at_file(path.as_posix(), words.NO_SITE(candidates=named), words.GIVE_SITE())
    elif len(found := visits(capture)) > 1:
        named = ", ".join(f"{' + '.join(sites)} ({_pages_of(capture, sites)})" for sites in found)
        command = ["auditor", "capture", "import", path.as_posix(), "--into", into.as_posix()] if into else []
        choice = shlex.join([*command, "--site", ",".join(found[0])])
        yield at_file(
            path.as_posix(), words.SEVERAL_SITES(candidates=named), words.CHOOSE_SITE(command=choice)
        )


def _pages_of(capture: Capture, sites: Sequence[str]) -> int:
    """Give how many pages are of the sites of a visit."""
    return sum(not set(page.sites).isdisjoint(sites) for page in capture.pages)


def of_one_visit(capture: Capture) -> list[str]:
    """Give the sites of the one visit of a capture, where pages of other sites stand in it; nothing where none does."""
    found = visits(capture)
    return found[0] if len(found) == 1 and set(found[0]) != set(capture.sites) else []


def of_those(capture: Capture, named: Collection[str]) -> list[str]:
    """Give which sites of a capture that leaves open which one was visited are meant by those `named` for many captures.

    Gives nothing where the capture says it itself, and where none or several visits are to those named.
    """
    if capture.sites:
        found = visits(capture)
        meant = [sites for sites in found if not set(sites).isdisjoint(named)] if len(found) > 1 else []
    else:
        meant = [[each.site] for each in capture.candidates if each.site in named]
    return meant[0] if len(meant) == 1 else []


class Into(Struct, frozen=True):
    """The files of a case by their path as cited, the folder of its imports, and the knowledge it is held over."""

    files: dict[str, bytes]
    folder: str
    knowledge: Knowledge


def plan_of(path: Path, capture: Capture, into: Into, how: How) -> PlannedImport:
    """Give the file that importing one capture would write, not yet checked with the case. Raises Refused, UsageRefused as `planned`."""
    files, knowledge = into.files, into.knowledge
    documents = [read(name, data) for name, data in sorted(files.items()) if not is_empty(data)]
    problems = [problem for document in documents for problem in (*document.problems, *edited(document))]
    if problems:
        raise Refused(problems)
    sha = capture.files[0].sha256
    earlier = [each for each in documents if is_imported(each)]
    there = next((each for each in earlier if sha in _hashes(each)), None)
    name = next(iter(there.value["captures"])) if there is not None else _free(path, into)
    target = there.path if there is not None else f"{into.folder}/{name}.yaml"
    known = _known([each for each in documents if each is not there])
    asked = Asked(
        name=name,
        state=how.state,
        activity=_listed(
            how.activity,
            known.activities,
            words.NO_ACTIVITY,
            offered=how.activity or len(known.activities) > 1,
        ),
        people=_listed(
            how.people, known.people, words.NO_PEOPLE, offered=how.people or len(known.people) > 1
        ),
        knowledge_as_of=knowledge.as_of,
    )
    imported = facts(capture, asked, known)
    data = imported_file(imported.tree, f"capture-{name}", HEAD, "observed")
    return _plan(
        capture, asked, imported, knowledge, target=target, data=data, unchanged=files.get(target) == data
    )


def _plan(
    capture: Capture,
    asked: Asked,
    imported: Imported,
    knowledge: Knowledge,
    *,
    target: str,
    data: bytes,
    unchanged: bool,
) -> PlannedImport:
    tree = imported.tree
    flow: Tree = next(iter(tree["flows"].values()), {})
    recipients = [_recipient(row, tree) for row in tree["captures"][asked.name].get("recipients", [])]
    told = {name for each in recipients for name in each.flows}
    return PlannedImport(
        path=target,
        data=data,
        capture=asked.name,
        place=_place_of(capture),
        state=asked.state,
        activity=flow.get("for", ""),
        people=flow.get("from", ""),
        recipients=recipients,
        clear=[name for name in tree["flows"] if name not in told],
        own=imported.own,
        overrides=[],
        related=_related(capture, knowledge),
        unchanged=unchanged,
        cut=capture.cut,
        skipped=sum(capture.skipped.values()),
        elsewhere=left_out(capture),
    )


def _recipient(row: Mapping[str, Any], tree: Mapping[str, Any]) -> PlannedRecipient:
    host = tree["hosts"].get(row["to"], {})
    return PlannedRecipient(
        host=row["to"],
        domain=row["domain"],
        operator=host.get("operator", {}).get("value", ""),
        requests=int(row["requests"]),
        attempted=row["sent"] == "0",
        flows=row.get("flows", []),
    )


def _with_overrides(plan: PlannedImport, replaced: Sequence[str]) -> PlannedImport:
    """Add the facts of this import that the case states otherwise."""
    own = {f"flows.{name}" for each in plan.recipients for name in each.flows}
    own |= {f"flows.{name}" for name in plan.clear}
    own |= {f"hosts.{each.host}" for each in plan.recipients} | {f"captures.{plan.capture}"}
    return replace(plan, overrides=[route for route in replaced if ".".join(route.split(".")[:2]) in own])


def _hashes(document: Document) -> list[str]:
    captures = document.value.get("captures", {})
    return [sha for each in captures.values() for sha in each.get("sha256", [])]


def _free(path: Path, into: Into) -> str:
    """Give a name for a capture after its file that no other file of the case has."""
    stem = id_of(path.name.partition(".")[0])
    name, number = stem, 1
    while f"{into.folder}/{name}.yaml" in into.files:
        number += 1
        name = f"{stem}-{number}"
    return name


def _listed(given: str, there: Sequence[str], problem: Any, *, offered: str | bool) -> str:
    """Give what was named, where it is there. Raises UsageRefused where it is not, and where one of several must be named."""
    if given and given in there:
        return given
    if offered:
        raise UsageRefused(problem(name=given), ONE_OF(words=", ".join(there) or "—"))
    return ""


def _known(documents: Sequence[Document]) -> Known:
    """Give what the case holds so far; a host that people wrote without a domain is that of the domain it is named after."""
    own = [each.value for each in documents if not is_imported(each) and isinstance(each.value, dict)]
    hosts = _domains(own, "hosts")
    earlier = [each.value for each in documents if is_imported(each)]
    return Known(
        hosts=hosts,
        organisations=_domains(own, "organisations"),
        taken=frozenset(
            name
            for value in own
            for section in SHARING_IDS
            for name, entry in value.get(section, {}).items()
            if section != "hosts" or (isinstance(entry, dict) and entry.get("domains"))
        ),
        imported={
            name: tuple(host.get("domains", ()))
            for value in earlier
            for name, host in value.get("hosts", {}).items()
        },
        people=tuple(sorted(name for value in own for name in value.get("people", {}))),
        activities=tuple(sorted(name for value in own for name in value.get("activities", {}))),
    )


def _domains(values: Iterable[Mapping[str, Any]], section: str) -> dict[str, str]:
    """Give the entries of a section by the domains that people wrote of them."""
    return {
        domain: name
        for value in values
        for name, entry in sorted(value.get(section, {}).items())
        if isinstance(entry, dict)
        for domain in entry.get("domains", ())
    }


def _related(capture: Capture, knowledge: Knowledge) -> list[str]:
    """Give domains of third parties that may be sites of the same operator: by the knowledge base, or by the same name."""
    operators = {knowledge.domains[site].organisation for site in capture.sites if site in knowledge.domains}
    labels = {site.partition(".")[0] for site in capture.sites}
    return sorted(
        {
            each.domain
            for each in called(capture)
            if each.party == "third"
            and (
                (each.operator is not None and each.operator.organisation in operators)
                or site_of(each.domain).partition(".")[0] in labels
            )
        }
    )
