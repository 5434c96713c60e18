"""Many cases on one page: each under the reader's question that it answers first, with its story and how much of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.model.result.telling_order import open_points
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.rendering.html.view.wording import Wording
from auditor.rendering.telling.custody import reach
from auditor.rendering.telling.headline import headline
from auditor.rendering.telling.short import addressees
from auditor.rendering.words import pick, printable, speaker
from auditor.text import cases as texts

#: The questions of readers, in order: a case stands under the first that it answers.
Group = Literal["claims", "reach", "transfers", "other", "nothing"]
GROUPS: Final[tuple[Group, ...]] = ("claims", "reach", "transfers", "other", "nothing")
#: Up to how many cases stand on one page; beyond, each group has its own.
TOGETHER: Final = 30
TENTHS: Final = 10


class Case(Struct, frozen=True, kw_only=True):
    """A case in a line: title, day, story, how much is known in tenths and words, whom to ask, what it stands on.

    `tenths` is below 0 where nothing is established and nothing open. `also` are the other groups that it belongs to.
    """

    folder: str
    title: str
    day: str
    story: str
    tenths: int
    known: str
    ask: str
    stands_on: str
    since: str
    also: Sequence[Group]


class Cases(Struct, frozen=True, kw_only=True):
    """The cases by group; `page` is the group that this page is of, where each group has its own."""

    said: str
    groups: Sequence[tuple[Group, Sequence[Case]]]
    counts: Sequence[tuple[Group, int]]
    page: Group | None


def page_groups(reports: Sequence[tuple[str, Report]]) -> tuple[Group | None, ...]:
    """Give the groups that have a page of their own, after none for the first page."""
    if len(reports) <= TOGETHER:
        return (None,)
    used = {_groups(made.result)[0] for _, made in reports}
    return (None, *(group for group in GROUPS if group in used))


def cases(reports: Sequence[tuple[str, Report]], lang: str, page: Group | None = None) -> Cases:
    """Give the cases of an index, or those of one group; cases of a group are in the order of their folders."""
    members: dict[Group, list[tuple[str, Report, list[Group]]]] = {group: [] for group in GROUPS}
    for folder, made in sorted(reports, key=lambda one: one[0]):
        first, *also = _groups(made.result)
        members[first].append((folder, made, also))
    apart = page is None and len(reports) > TOGETHER
    return Cases(
        said=_said([(group, *also) for group, found in members.items() for _, _, also in found], lang),
        groups=[
            (group, [] if apart else [_case(folder, made, also, lang) for folder, made, also in found])
            for group, found in members.items()
            if found and page in (None, group)
        ],
        counts=[(group, len(found)) for group, found in members.items() if found],
        page=page,
    )


def _groups(result: Result) -> list[Group]:
    """Give the groups that a case belongs to, the first that it answers first."""
    found: list[Group] = []
    established = [finding for finding in result.findings if finding.outcome == "established"]
    if any(claim.verdict == "contradicted" for claim in result.claims):
        found.append("claims")
    level = reach(line for line in result.exposures if line.state != "unknown")
    if level is not None and level.min > 0:
        found.append("reach")
    if any(line.certain for line in result.transfers):
        found.append("transfers")
    return found or ["other" if established else "nothing"]


def _said(belongs: Sequence[Sequence[Group]], lang: str) -> str:
    """Say how many cases there are, and of how many each question of readers holds, by the groups of each case."""
    say = speaker(lang)
    counts = Counter(group for groups in belongs for group in groups)
    parts = [say(texts.OF_GROUP[group], count=counts[group]) for group in GROUPS if counts[group]]
    return say(texts.CASES, count=len(belongs), which=say.apart.join(parts))


def _case(folder: str, made: Report, also: Sequence[Group], lang: str) -> Case:
    words = Wording(made, lang)
    result, say = made.result, words.say
    established = sum(len(group.findings) for group in words.lettered)
    points = len(open_points(result.findings))
    total = established + points
    return Case(
        folder=folder,
        title=printable(pick(result.case.title, lang)),
        day=words.date(result.as_of),
        story=printable(headline(result, words.lettered, say)),
        tenths=established * TENTHS // total if total else -1,
        known=say(texts.KNOWN, established=established, open=points),
        ask=printable(", ".join(addressees(result, say)[:2])),
        stands_on=_stands_on(words),
        since=""
        if made.since is None
        else say(texts.NEW_SINCE, count=len(made.since.new), day=words.date(made.since.as_of)),
        also=also,
    )


def _stands_on(words: Wording) -> str:
    own = [source for source in words.result.sources if not source.id.startswith(OF_KNOWLEDGE)]
    if len(own) == 1:
        return printable(pick(own[0].label, words.lang))
    return words.say(texts.STANDS_ON, count=len(own)) if own else words.say(texts.NO_SOURCE)
