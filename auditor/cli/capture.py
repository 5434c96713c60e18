"""`auditor capture`: what a browser, a proxy or a telephone recorded, without a case."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

from auditor.cli.groups import OptionGroup
from auditor.cli.main import CANNOT_JUDGE
from auditor.cli.options import Format, FormatOption, Lang, LangOption, OutOption, State
from auditor.cli.output import Left, leave, put
from auditor.cli.parameters import Argument, Option
from auditor.errors import UsageRefused


class Action(str, Enum):
    """What to do with captures."""

    show = "show"
    diff = "diff"
    redact = "redact"
    import_ = "import"
    verify = "verify"


class ImportOptions(OptionGroup):
    """Into which case captures are imported, and how."""

    into: Annotated[Path | None, Option("--into", metavar="CASE", show_default=False)] = None
    state: Annotated[State, Option("--state", show_default=False)] = State.unknown
    activity: Annotated[str, Option("--for", metavar="ID", show_default=False)] = ""
    people: Annotated[str, Option("--people", metavar="ID", show_default=False)] = ""
    as_of: Annotated[str, Option("--as-of", metavar="DATE", show_default=False)] = ""
    write: Annotated[bool, Option("--write")] = False


class PointerOptions(OptionGroup):
    """A place in a capture of a case that is to be opened."""

    pointer: Annotated[str, Option("--open", metavar="POINTER", show_default=False)] = ""
    quote: Annotated[str, Option("--quote", metavar="POINTER", show_default=False)] = ""


def run(
    *,
    action: Annotated[Action, Argument(show_default=False)],
    files: Annotated[list[Path], Argument(show_default=False)],
    sites: Annotated[list[str], Option("--site", metavar="SITE", show_default=False)] = [],  # noqa: B006
    dns: Annotated[Path | None, Option("--dns", metavar="FILE", show_default=False)] = None,
    form: FormatOption = Format.text,
    lang: LangOption = Lang.en,
    out: OutOption = None,
    importing: ImportOptions,
    place: PointerOptions,
) -> None:
    """Show what captures hold, compare them, write a copy without values, import them into a case, or verify those of a case."""
    from auditor.api import capture

    if action is Action.import_:
        _import(files, importing, sites=sites, dns=dns, form=form, lang=lang)
        return
    if action is Action.verify:
        _verify(files, place, lang, out)
        return
    if action is Action.redact:
        capture.redact_to(files, out)
        return
    found = capture.captured(files, sites, dns)
    shown = capture.show if action is Action.show else capture.diff
    put(shown(found, form.value, lang.value), out)
    empty = capture.unreadable(found)
    if empty:
        from auditor.cli.standard_error import told
        from auditor.text.problems.capture import NOTHING_READ

        for name in empty:
            told(NOTHING_READ(path=name), None, lang.value)
        raise Left(CANNOT_JUDGE)


def _import(
    files: list[Path], how: ImportOptions, *, sites: list[str], dns: Path | None, form: Format, lang: Lang
) -> None:
    from auditor.api import capture_import as imports

    if how.into is None:
        from auditor.text.problems.imported import INTO_NEEDED

        raise UsageRefused(INTO_NEEDED())
    asked = imports.How(
        sites=sites,
        state=how.state.value,
        activity=how.activity,
        people=how.people,
        dns=dns,
        as_of=how.as_of,
    )
    plans = imports.planned(files, how.into, asked)
    if how.write:
        imports.put_in(plans, how.into)
    put(imports.told(plans, form.value, lang.value, written=how.write))


def _verify(paths: list[Path], place: PointerOptions, lang: Lang, out: Path | None) -> None:
    from auditor.api import capture, capture_verify

    case, *captures = paths
    pointer = place.quote or place.pointer
    if pointer:
        full = capture_verify.source_pointer(case, pointer)
        files = capture_verify.files_of(case, captures)
        put(capture.quote(full, files, lang.value, value=bool(place.quote)), out)
        return
    found = capture_verify.verify(case, captures)
    put(capture_verify.told(found, lang.value), out)
    if found.missing and found.holds:
        raise Left(CANNOT_JUDGE)
    leave(passed=found.holds)
