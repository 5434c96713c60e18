"""What a verdict is asked with: the one thing that every command that reads a case hands to the program."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from auditor.model.profile import ProfileName
from auditor.model.vocabulary import Known


class Request(Struct, frozen=True, kw_only=True):
    """A case, what it is held against, and what may fail.

    `paths` are the folder or the files of the case. `as_of` are the dates to judge as of, the case's own without any.
    `policies` are own packs of rules, `knowledge` own additions to the knowledge base, each a layer over those before it;
    what the knowledge base recorded after `knowledge_date` is not known. Only the rules of `rules` are looked at, if any are
    named.

    Exceptions are in the file `exceptions`, else in the nearest exceptions.yaml beside or above the case, and nowhere with
    `no_exceptions`; `exceptions_from` reads them as they were in a git revision, so that a change cannot exempt itself. They
    hold or not on the day `today`; without one none does.

    An established finding fails from the severity `fail_on` on, if it is known at least as `min_confidence` says, and if it is
    new or worse than what was known before: in the file `baseline`, there or as it was in the revision `baseline_from`; or in
    the revision `since`, which comes first.

    A live open point fails from the severity `fail_on_open` on, and so does a share of decided subjects below `min_decided`
    percent; both look at what is new where there is a revision `since`.

    `lang` and `profile` say in which language and for whom the result is shown; no verdict depends on them.
    """

    paths: tuple[Path, ...] = ()
    as_of: tuple[str, ...] = ()
    policies: tuple[Path, ...] = ()
    knowledge: tuple[Path, ...] = ()
    knowledge_date: str = ""
    rules: tuple[str, ...] = ()
    exceptions: Path | None = None
    no_exceptions: bool = False
    exceptions_from: str = ""
    today: str = ""
    fail_on: str = "high"
    min_confidence: Known = "declared"
    fail_on_open: str = "never"
    min_decided: int = 0
    baseline: Path | None = None
    baseline_from: str = ""
    since: str = ""
    lang: str = "en"
    profile: ProfileName = "dpo"
