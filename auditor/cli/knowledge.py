"""`auditor knowledge`: look into the knowledge base, or check additions to it."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Annotated

from auditor.cli.options import Format, KnowledgeOption, Lang, LangOption
from auditor.cli.output import put
from auditor.cli.parameters import Argument, Option


class Action(str, Enum):
    """What to do with the knowledge base."""

    show = "show"
    search = "search"
    stale = "stale"
    check = "check"
    watch = "watch"


def run(
    *,
    action: Annotated[Action, Argument(show_default=False)],
    what: Annotated[list[str], Argument(show_default=False)] = [],  # noqa: B006
    form: Annotated[Format, Option("--format", "-f")] = Format.text,
    lang: LangOption = Lang.en,
    as_of: Annotated[str, Option("--as-of", metavar="DATE")] = "",
    today: Annotated[str, Option("--today", envvar="AUDITOR_TODAY", metavar="DAY")] = "",
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Show who is who, who holds whom and which law is in force, with sources; search; list what is pending, and what to look at again; check."""
    from auditor.api import knowledge as knowing

    if action is Action.check:
        put(knowing.check([*map(Path, what), *knowledge], form=form.value, lang=lang.value))
    elif action is Action.watch:
        from auditor.api.watching import watch

        put(watch(day=as_of, own=knowledge, form=form.value, lang=lang.value))
    elif action is Action.search:
        from auditor.api.knowledge_search import search

        put(search(" ".join(what), day=as_of, own=knowledge, form=form.value, lang=lang.value))
    elif action is Action.stale:
        from auditor.api.knowledge_stale import stale

        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        own = [*map(Path, what), *knowledge]
        put(stale(today=today, epoch=epoch, own=own, form=form.value, lang=lang.value))
    else:
        put(knowing.show(what, day=as_of, own=knowledge, form=form.value, lang=lang.value))
