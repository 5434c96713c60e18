"""What a paper is made from: the case as it stands on its date, what it comes to, and how the paper is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from auditor.model.case.document import Case
from auditor.model.comparison import FactChange
from auditor.model.result.document import Result
from auditor.text.names import Names


class Dossier(Struct, frozen=True):
    """A case on its date, with what it comes to; `names` gives what readers see instead of ids.

    The result goes to anybody; the case holds contacts of persons, which papers alone print.
    """

    result: Result
    case: Case
    names: Names


class How(Struct, frozen=True, kw_only=True):
    """How a paper is wanted: in which language, whether what nobody states stays empty, of whom, of which activities.

    `changes` are the facts that an earlier state of the case, whose date is `since`, stated otherwise. `earlier` are the sheets of the same paper as people filled it in, by their title; `today` is the day it is, empty where unsaid.
    """

    lang: str = "en"
    blank: bool = False
    of: str = ""
    activities: Sequence[str] = ()
    earlier: Mapping[str, Sequence[Sequence[str]]] = {}
    today: str = ""
    since: str = ""
    changes: Sequence[FactChange] = ()
