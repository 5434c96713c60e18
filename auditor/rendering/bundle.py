"""What making or checking a bundle came to, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.bundle import Bundle, Verified
from auditor.rendering.markup import safe
from auditor.rendering.words import speaker
from auditor.text import bundle as bundle_texts
from auditor.version import __version__


def packed(made: Bundle, file: str, lang: str) -> Iterator[str]:
    """Give the lines on a bundle that was written to `file`."""
    say = speaker(lang)
    yield safe(say(bundle_texts.MADE, file=file, files=made.files, digest=made.manifest))
    if made.withheld:
        yield safe(say(bundle_texts.LEFT_OUT, paths=", ".join(made.withheld)))
        yield say(bundle_texts.STILL_TOLD)


def checked(found: Verified, lang: str) -> Iterator[str]:
    """Give the lines on a bundle that was checked."""
    say = speaker(lang)
    versions = {"version": found.version, "mine": __version__}
    yield say(bundle_texts.WHOLE, files=found.files, digest=found.manifest)
    if found.missing:
        yield safe(say(bundle_texts.MISSING, paths=_some(found.missing)))
        yield say(bundle_texts.ASK)
    if found.other:
        yield safe(say(bundle_texts.OTHER, paths=_some(found.other)))
        yield safe(say(bundle_texts.VERSION, **versions))
    if found.same is not None:
        yield say(bundle_texts.SAME if found.same else bundle_texts.DIFFERS)
        pages = {
            True: bundle_texts.PAGES_SAME,
            False: bundle_texts.PAGES_DIFFER,
            None: bundle_texts.PAGES_UNTRIED,
        }
        yield safe(say(pages[found.reports], **versions))


def _some(paths: Sequence[str]) -> str:
    return ", ".join(paths)
