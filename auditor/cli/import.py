"""`auditor import`: a record of processing, or another document, into a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

from auditor.cli.groups import OptionGroup
from auditor.cli.options import Format, FormatOption, Lang, LangOption, OutOption, State
from auditor.cli.output import leave, put
from auditor.cli.parameters import Argument, Option
from auditor.errors import UsageRefused


class Means(str, Enum):
    """What the word location means in a source."""

    seat = "seat"
    processing = "processing"


class Role(str, Enum):
    """Who keeps a record of processing."""

    controller = "controller"
    processor = "processor"


class SaidOptions(OptionGroup):
    """What people say of a document, as `imports.yaml` does, and in which state of consent a capture was made."""

    by: Annotated[str, Option("--by", metavar="ORG", show_default=False)] = ""
    activity: Annotated[str, Option("--for", metavar="ACTIVITY", show_default=False)] = ""
    site: Annotated[str, Option("--site", metavar="HOST", show_default=False)] = ""
    people: Annotated[list[str], Option("--people", metavar="KEY=ID", show_default=False)] = []  # noqa: RUF012
    state: Annotated[State, Option("--state", show_default=False)] = State.unknown
    dns: Annotated[Path | None, Option("--dns", metavar="FILE", show_default=False)] = None
    means: Annotated[Means | None, Option("--location-means", show_default=False)] = None


def run(
    *,
    files: Annotated[list[Path], Argument(metavar="[FORMAT] FILE...", show_default=False)] = [],  # noqa: B006
    into: Annotated[Path, Option("--into", metavar="CASE", show_default=False)],
    name: Annotated[str, Option("--as", metavar="ID", show_default=False)] = "",
    role: Annotated[Role | None, Option("--role", show_default=False)] = None,
    encoding: Annotated[str, Option("--encoding", metavar="NAME", show_default=False)] = "",
    sheets: Annotated[list[str], Option("--sheet", metavar="NAME", show_default=False)] = [],  # noqa: B006
    as_of: Annotated[str, Option("--as-of", metavar="DATE", show_default=False)] = "",
    write: Annotated[bool, Option("--write")] = False,
    verify: Annotated[bool, Option("--check")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = Lang.en,
    out: OutOption = None,
    said: SaidOptions,
) -> None:
    """Import documents into a case: show what would be written, and write it with --write."""
    from auditor.api import import_door, importing
    from auditor.text.problems import importing as words

    if verify:
        _alone(files, write=write)
        found = importing.checked(into)
        put(importing.told_changes(found, form.value, lang.value), out)
        leave(passed=found.passed)
    named, paths = _format_of(files)
    if not paths:
        raise UsageRefused(words.NO_FILE())
    how = importing.How(
        form=named,
        name=name,
        keeper=role.value if role else "",
        encoding=encoding,
        as_of=as_of,
        sheets=sheets,
        by=said.by,
        activity=said.activity,
        site=said.site,
        people=_pairs(said.people),
        location_means=said.means.value if said.means else "",
    )
    if import_door.are_captures(paths, named):
        visit, shown = import_door.Visit(said.state.value, said.dns), (form.value, lang.value)
        put(import_door.captures_in(paths, into, how, visit, shown=shown, write=write), out)
        return
    _check_said(said, how.people)
    plans = importing.planned(paths, into, how)
    if write:
        importing.put_in(plans, into)
    put(importing.told(plans, form.value, lang.value, written=write), out)


def _alone(files: Sequence[Path], *, write: bool) -> None:
    """Refuse files and writing beside a check of what `imports.yaml` names. Raises UsageRefused."""
    from auditor.text.problems import importing as words

    if files or write:
        raise UsageRefused(words.CHECK_ALONE())


def _check_said(said: SaidOptions, people: Mapping[str, str]) -> None:
    """Refuse what is said of a document and holds for captures only. Raises UsageRefused."""
    from auditor.text.problems import importing as words

    if said.state is not State.unknown:
        raise UsageRefused(words.OF_A_CAPTURE(option="--state"))
    if said.dns is not None:
        raise UsageRefused(words.OF_A_CAPTURE(option="--dns"))
    if "" in people:
        raise UsageRefused(words.TWO_PARTS(text=people[""]))


def _pairs(people: list[str]) -> dict[str, str]:
    """Give the people that are named by a key of the source; those of a capture need none. Raises UsageRefused for what names none."""
    from auditor.text.problems import importing as words

    made = {}
    for text in people:
        key, equals, name = text.rpartition("=")
        if not name or (equals and not key):
            raise UsageRefused(words.TWO_PARTS(text=text))
        made[key] = name
    return made


def _format_of(files: list[Path]) -> tuple[str, list[Path]]:
    """Give the format that is named before the files, and the files; a word that is a file is one."""
    from auditor.api.import_formats import AUTO, CAPTURE, FORMATS

    first = files[0].as_posix() if files else ""
    if first in (AUTO, CAPTURE, *FORMATS.names()) and not files[0].exists():
        return first, files[1:]
    return AUTO, files
