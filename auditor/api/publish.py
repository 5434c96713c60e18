"""A result as bytes, in the format and language asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.judging.profile import viewed
from auditor.loading.files.folder import openable
from auditor.model.profile import ProfileName
from auditor.model.result.document import Result
from auditor.rendering.format import Presentation
from auditor.rendering.formats import FORMATS

if TYPE_CHECKING:
    from auditor.model.asking import Asking


def publish(
    result: Result,
    form: str,
    lang: str,
    *,
    colour: bool = False,
    accepted: bool = False,
    given: Sequence[Path] = (),
    profile: ProfileName = "dpo",
) -> bytes:
    """Give `result` in a format of `FORMATS`; files are shown so that they open from here, where they were `given`.

    What people read is shown as `profile` wants it; what programs read is always whole. Raises UsageRefused where there is no such
    format.
    """
    chosen = FORMATS.load(form)
    if profile != "dpo" and chosen.for_people:
        result = viewed(result, profile)
    presentation = Presentation(lang=lang, where=openable(given), colour=colour, keep_accepted=accepted)
    return chosen.render(result, presentation)


def questions(asking: Asking, form: str, lang: str, profile: ProfileName = "dpo") -> bytes:
    """Give the questions of a case as text (a summary, tables, letters in the tone of `profile`) or json."""
    from auditor.rendering.asking import render_asking

    return render_asking(asking, form, lang, profile)
