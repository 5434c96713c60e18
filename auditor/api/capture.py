"""Captures without a case: what they show, what differs between them, a copy without values, what a pointer leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from auditor.api.knowledge_names import said
from auditor.api.read import knowledge_with
from auditor.api.writing import write
from auditor.errors import Problem, Refused, UsageRefused, at_file
from auditor.loading.captures.aliases import aliases
from auditor.loading.captures.hosts import host_like, is_address
from auditor.loading.captures.pointer import opened
from auditor.loading.captures.read import Context, read_capture
from auditor.loading.captures.redacted_lists import redacted_capture
from auditor.loading.files.regular import content
from auditor.loading.files.repository import leads_out
from auditor.loading.importing.lists.tc_string import is_consent_string
from auditor.loading.knowledge.brands import load_brands
from auditor.model.capture import Capture
from auditor.model.capture_pointer import PointedAt
from auditor.model.captures_compared import CapturesCompared, Recurrence, Seen, Why
from auditor.rendering.captures.compared import render_compared
from auditor.rendering.captures.quoted import render_quoted
from auditor.rendering.captures.shown import render_captures
from auditor.text.problems import capture as words
from auditor.text.problems.consent_strings import SAY_STRING, STRING_ALONE

#: How long a file may be for a consent string to be looked for in it.
LONGEST_STRING: Final = 64 * 1024
#: What is compared, in the order it is told.
COMPARED: Final = ("domain", "host", "kind", "parameter")


def captured(paths: Sequence[Path], sites: Sequence[str] = (), dns: Path | None = None) -> list[Capture]:
    """Give the captures at `paths`. Raises Refused with what is wrong with each, UsageRefused for a site that is none."""
    context = read_with(sites, dns)
    problems: list[Problem] = []
    found = []
    for path in paths:
        try:
            _no_consent_string(path)
            found.append(read_capture(path, context))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return found


def _no_consent_string(path: Path) -> None:
    """Refuse a consent string, which would read as a list of hosts. Raises Refused."""
    if path.is_file() and not leads_out(path) and path.stat().st_size <= LONGEST_STRING:
        text = content(path).decode("ascii", "replace").strip()
        if is_consent_string(text):
            raise Refused([at_file(path.as_posix(), STRING_ALONE(), SAY_STRING())])


def read_with(sites: Sequence[str] = (), dns: Path | None = None) -> Context:
    """Give what captures are read with: the sites visited, who answers for domains. Raises Refused, UsageRefused as `captured`."""
    known, _, _ = knowledge_with([], web=True)
    return Context(
        sites=tuple(hosts_of(sites)),
        domains=known.domains,
        names={name: said(entry, name) for name, entry in known.organisations.items()},
        brands=load_brands,
        aliases=aliases(dns) if dns is not None else {},
    )


def hosts_of(sites: Sequence[str]) -> Iterator[str]:
    """Yield the hosts that sites are given as, also several with commas between. Raises UsageRefused for one that is none."""
    for each in (part.strip() for site in sites for part in site.split(",")):
        host = each if is_address(each) or each == "localhost" else host_like(each)
        if not host:
            raise UsageRefused(words.NOT_A_SITE(site=each))
        yield host


def show(captures: Sequence[Capture], form: str, lang: str) -> bytes:
    """Give what captures show, as text or as json."""
    return render_captures(captures, form, lang)


def unreadable(captures: Iterable[Capture]) -> list[str]:
    """Give the names of the captures in which nothing is readable."""
    return [capture.files[0].name for capture in captures if not capture.readable]


def compare(captures: Sequence[Capture]) -> CapturesCompared:
    """Give what captures have in common and what not. Raises UsageRefused for fewer than two."""
    if len(captures) < 2:
        raise UsageRefused(words.TWO_TO_COMPARE())
    seen: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    named = not any("parameters" in capture.cannot_show for capture in captures)
    for number, capture in enumerate(captures):
        for key in _things(capture, named=named):
            seen[key].add(number)
    common = dict.fromkeys(COMPARED, 0)
    differing = []
    for (what, of, name), where in sorted(seen.items(), key=_order):
        if len(where) == len(captures):
            common[what] += 1
        else:
            differing.append(Seen(what, name, of, sorted(where)))  # type: ignore[arg-type]
    return CapturesCompared(
        names=[capture.files[0].name for capture in captures],
        tools=[capture.producer for capture in captures],
        recipients=list(_recurrences(captures)),
        common=common,
        differing=differing,
        why=list(_why(captures)) if differing else [],
    )


def _recurrences(captures: Sequence[Capture]) -> Iterator[Recurrence]:
    """Give each recipient with the captures that show it, those that most of them show first."""
    seen: dict[str, set[int]] = defaultdict(set)
    operators: dict[str, str] = {}
    for number, capture in enumerate(captures):
        for each in capture.third_parties:
            seen[each.domain].add(number)
            if each.operator is not None and not each.operator.customers:
                operators.setdefault(each.domain, each.operator.name)
    for domain, where in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Recurrence(domain, operators.get(domain, ""), sorted(where))


def _order(item: tuple[tuple[str, str, str], set[int]]) -> tuple[int, str, str]:
    what, of, name = item[0]
    return COMPARED.index(what), of, name


def _things(capture: Capture, *, named: bool) -> Iterator[tuple[str, str, str]]:
    """Give what a capture shows of third parties: (what, the domain it belongs to, its name); names where all show them."""
    for each in capture.third_parties:
        yield "domain", "", each.domain
        yield "host", each.domain, each.host
        for parameter in each.parameters if named else ():
            yield "parameter", each.domain, f"{parameter.place}:{parameter.name}"
            for kind in parameter.kinds:
                yield "kind", each.domain, kind.kind


def _why(captures: Sequence[Capture]) -> Iterator[Why]:
    first = captures[0]
    if any((each.producer, each.files[0].kind) != (first.producer, first.files[0].kind) for each in captures):
        yield "producer"
    if any(each.cut is not None for each in captures):
        yield "cut"
    for blind, why in (
        ("requests", "hosts-only"),
        ("parameters", "parameters"),
        ("filtered", "filtered"),
        ("cookies", "cookies"),
        ("values", "values"),
    ):
        told = {blind in each.cannot_show for each in captures}
        if len(told) == 2:
            yield why  # type: ignore[misc]
    if len({each.started[:10] for each in captures if each.started}) > 1:
        yield "time"
    if any(each.sites != first.sites for each in captures):
        yield "site"
    if len({tuple(sorted(each.noise)) for each in captures}) > 1:
        yield "noise"
    if any(each.attempted for each in captures):
        yield "attempted"
    yield "cache"
    yield "chance"


def diff(captures: Sequence[Capture], form: str, lang: str) -> bytes:
    """Give what differs between captures, as text or as json. Raises UsageRefused for fewer than two."""
    return render_compared(compare(captures), form, lang)


def redact_to(paths: Sequence[Path], out: Path | None) -> None:
    """Write a copy of a capture without its values to `out`. Raises UsageRefused, Refused."""
    if len(paths) != 1:
        raise UsageRefused(words.ONE_TO_REDACT())
    if out is None:
        raise UsageRefused(words.OUT_NEEDED())
    if out.exists() and paths[0].exists() and out.samefile(paths[0]):
        raise UsageRefused(words.OVER_ITSELF())
    write(out, redacted_capture(paths[0]))


def open_pointer(pointer: str, files: Sequence[Path]) -> PointedAt:
    """Give what a pointer leads to in the file of its SHA-256. Raises UsageRefused, Refused."""
    return opened(pointer, list(files))


def quote(pointer: str, files: Sequence[Path], lang: str, *, value: bool) -> bytes:
    """Give the names at a pointer, and with `value` the one value it leads to, in words."""
    return render_quoted(open_pointer(pointer, files), lang, value=value)
