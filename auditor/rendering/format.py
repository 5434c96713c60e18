"""What a file of `rendering/formats` declares, and how a result is to be shown."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.shown import WHOLE, Shown


class Presentation(Struct, frozen=True, kw_only=True):
    """How to show a result: its language (`fr` or `en`), and what some formats can do besides.

    `where` turns the path of a file as it is cited into the path that is shown. `colour` lets text hold ANSI codes.
    `keep_accepted` keeps accepted findings where a format leaves them out.
    """

    lang: str
    where: Callable[[str], str] = str
    colour: bool = False
    keep_accepted: bool = False


class Format(Struct, frozen=True, kw_only=True):
    """An output format: how a result becomes bytes, its media type, and the usual suffix of its files, with the dot.

    `both_languages` says that the bytes hold French and English, whatever language is asked. `for_people` says that people
    read it, so it shows the part of a result that is meant for their profile; programs always get the whole. `shown` says
    which open points it tells one by one, in their words and with their proof, while others are counted, which tables it reads,
    whether it tells what each premise says, and all findings in full.
    """

    render: Callable[[Result, Presentation], bytes]
    media_type: str
    suffix: str
    both_languages: bool = False
    for_people: bool = False
    shown: Shown = WHOLE
