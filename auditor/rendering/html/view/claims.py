"""What is said, against what the facts say: a card with a matrix for the gravest claim, rows for the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from auditor.model.result.tables import ClaimPart, ClaimVerdict
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.telling.headline import NOTICE, RECORD, captured
from auditor.rendering.words import pick, printable

#: How it is known that somebody has a kind of data, from the plainest; each is a column of the matrix.
Way = Literal["witness", "capture", "document", "notice", "record", "inferred", "open"]
WAYS: Final[tuple[Way, ...]] = ("witness", "capture", "document", "notice", "record", "inferred", "open")
#: Kinds of data from which on a matrix says more than a sentence.
FEWEST: Final = 2
TAGGED: Final = {
    "contradicted": "bad",
    "inconsistent": "bad",
    "unproven": "warn",
    "supported": "",
    "not-checkable": "",
}


class MatrixRow(Struct, frozen=True):
    """A kind of data, and by which ways it is known that the claimant has it."""

    data: str
    ways: frozenset[Way]


class Quote(Struct, frozen=True):
    """Words of a party, and their language where it is the other one."""

    text: str
    written: str


class Claimed(Struct, frozen=True, kw_only=True):
    """One claim, or several that share a verdict without reasons."""

    id: str
    quotes: Sequence[Quote]
    who: str
    verdict: str
    tag: str
    why: str
    source: Cited
    letter: str = ""


class Claims(Struct, frozen=True, kw_only=True):
    """The claims: the one that is told in full with its matrix, and rows; `who` is whose they all are, if of one."""

    who: str
    counts: Sequence[tuple[str, int]]
    card: Claimed | None
    columns: Sequence[Way]
    matrix: Sequence[MatrixRow]
    rows: Sequence[Claimed]


def claims(words: Wording) -> Claims:
    """Give the claims of a result, contradicted ones first; those that cannot be checked share a row."""
    found = words.result.claims
    lead = next((claim for claim in found if _tells(claim)), None)
    matrix = [] if lead is None else _matrix(words, lead)
    used = {way for row in matrix for way in row.ways}
    order = {verdict: place for place, verdict in enumerate(TAGGED)}
    counts = dict.fromkeys(TAGGED, 0)
    for claim in found:
        counts[claim.verdict] += 1
    others = sorted(
        (claim for claim in found if claim is not lead and claim.verdict != "not-checkable"),
        key=lambda claim: order[claim.verdict],
    )
    authors = {claim.by for claim in found}
    return Claims(
        who=words.name(next(iter(authors))) if len(authors) == 1 else "",
        counts=[(verdict, count) for verdict, count in counts.items() if count],
        card=None if lead is None else _claimed(words, lead),
        columns=[way for way in WAYS if way in used],
        matrix=matrix,
        rows=[*(_claimed(words, claim) for claim in others), *_not_checkable(words, found)],
    )


def _tells(claim: ClaimVerdict) -> bool:
    data = {category for part in claim.parts for category in part.data}
    return claim.verdict in ("contradicted", "inconsistent") and len(data) >= FEWEST


def _claimed(words: Wording, claim: ClaimVerdict) -> Claimed:
    letter = next(
        (
            group.letter
            for group in words.lettered
            for finding in group.findings
            if finding.subject.kind == "claim" and finding.culprit == claim.id
        ),
        "",
    )
    return Claimed(
        id=claim.id,
        quotes=[_quote(words, claim)],
        who=words.name(claim.by),
        verdict=claim.verdict,
        tag=TAGGED[claim.verdict],
        why=printable(pick(claim.message, words.lang)),
        source=words.cited(claim.source),
        letter=letter,
    )


def _quote(words: Wording, claim: ClaimVerdict) -> Quote:
    return Quote(printable(pick(claim.quote, words.lang)), words.foreign(claim.quote))


def _not_checkable(words: Wording, found: Sequence[ClaimVerdict]) -> list[Claimed]:
    """Give one row for each author of claims that are too general."""
    by_author: dict[str, list[ClaimVerdict]] = {}
    for claim in found:
        if claim.verdict == "not-checkable":
            by_author.setdefault(claim.by, []).append(claim)
    return [
        Claimed(
            id=members[0].id,
            quotes=[_quote(words, claim) for claim in members],
            who=words.name(author),
            verdict="not-checkable",
            tag="",
            why=printable(pick(members[0].message, words.lang)),
            source=words.cited(members[0].source),
        )
        for author, members in by_author.items()
    ]


def _matrix(words: Wording, claim: ClaimVerdict) -> list[MatrixRow]:
    ways: dict[str, set[Way]] = {}
    for part in claim.parts:
        for category in part.data:
            ways.setdefault(category, set()).add(_way(words, part))
    ranked = sorted(ways.items(), key=lambda item: (min(WAYS.index(way) for way in item[1]), item[0]))
    return [MatrixRow(words.name(f"data.{category}"), frozenset(known)) for category, known in ranked]


def _way(words: Wording, part: ClaimPart) -> Way:
    if part.because in NOTICE:
        return "notice"
    if part.because in RECORD:
        return "record"
    if not part.proof or part.because.startswith("may-"):
        return "open"
    if part.known == "observed":
        return "capture" if captured(words.result, part.proof) else "witness"
    return "document" if part.known in ("documented", "declared") else "inferred"
