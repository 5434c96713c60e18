"""What making or checking a bundle came to, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.bundle import Bundle, Verified
from auditor.rendering.markup import safe
from auditor.rendering.words import speaker
from auditor.version import __version__


def packed(made: Bundle, file: str, lang: str) -> Iterator[str]:
    """Give the lines on a bundle that was written to `file`."""
    say = speaker(lang)
    yield safe(say("bundle_made", file=file, files=made.files, digest=made.manifest))
    if made.withheld:
        yield safe(say("bundle_left_out", paths=", ".join(made.withheld)))
        yield say("bundle_still_told")


def checked(found: Verified, lang: str) -> Iterator[str]:
    """Give the lines on a bundle that was checked."""
    say = speaker(lang)
    versions = {"version": found.version, "mine": __version__}
    yield say("bundle_whole", files=found.files, digest=found.manifest)
    if found.missing:
        yield safe(say("bundle_missing", paths=_some(found.missing)))
        yield say("bundle_ask")
    if found.other:
        yield safe(say("bundle_other", paths=_some(found.other)))
        yield safe(say("bundle_version", **versions))
    if found.same is not None:
        yield say("bundle_same" if found.same else "bundle_differs")
        pages = {True: "bundle_pages_same", False: "bundle_pages_differ", None: "bundle_pages_untried"}
        yield safe(say(pages[found.reports], **versions))


def _some(paths: Sequence[str]) -> str:
    return ", ".join(paths)
