"""Who receives: claims that nobody but some receive data, or that some never do.

Whoever the data is disclosed to is a recipient, processors included (GDPR art. 4(9)). The people it is about are none, nor is
the claimant for data it controls, or processes for a controller. Who gets sealed content without a key gets no data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import within
from auditor.graph.claims.receipts import Receipt, Receipts
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposures
from auditor.model.case.claim_meaning import NeverTo, OnlyRecipients
from auditor.model.case.claims import Claim
from auditor.model.evidence import FALSE, TRUE, Answer, Routes
from auditor.model.materials import several
from auditor.model.vocabulary import ACTIVITY_TERMS, NONE, UNKNOWN, UNSETTLED, ancestors

#: What a receipt says of a claim: the part it gives, or None where it agrees.
PartOf = Callable[[Receipt, tuple[str, ...], Answer], Part | None]


class ReceivingClaims:
    """Claims about who receives data."""

    def __init__(self, weighing: Weighing, exposures: Exposures, estate: Estate) -> None:
        self.weighing = weighing
        self.receipts = Receipts(estate, exposures.protection)
        self.estate = estate

    def only(self, meaning: OnlyRecipients, claim: Claim) -> list[Part]:
        """Judge that nobody but those named receives data."""
        named, wanted = several(meaning.who), several(meaning.data)
        agreement = Agreement(self.weighing)
        told = [receipt for receipt in self.receipts.of(wanted) if not self._excused(receipt, claim)]
        parts = self._gravest(told, named, agreement, self._other)
        parts = self._with_own_words(parts, claim, meaning, only=True)
        parts = parts or list(self._open_lists(wanted, agreement))
        return agreement.parts(parts, "nobody-else-described", data=wanted)

    def never(self, meaning: NeverTo, claim: Claim) -> list[Part]:
        """Judge that those named, or organisations of those kinds, never receive data."""
        named, wanted = several(meaning.who), several(meaning.data)
        agreement = Agreement(self.weighing)
        told = [receipt for receipt in self.receipts.of(wanted) if receipt.who != claim.by]
        parts = self._gravest(told, named, agreement, self._such)
        parts = self._with_own_words(parts, claim, meaning, only=False)
        parts = parts or list(self._open_lists(wanted, agreement))
        return agreement.parts(parts, "none-such-described", data=wanted)

    def _gravest(
        self, receipts: list[Receipt], named: tuple[str, ...], agreement: Agreement, part_of: PartOf
    ) -> list[Part]:
        """Give the gravest part for each recipient and data of `receipts`; what gives none is added to the agreement."""
        found: dict[tuple[str, str], Part] = {}
        for receipt in receipts:
            key = (receipt.who, receipt.data[0] if receipt.data else "")
            part = part_of(receipt, named, self._among(receipt.who, named))
            if part is None:
                agreement.add(*receipt.proof, *self._kind(receipt.who, named), flow=receipt.flow)
            elif key not in found or _graver(part, found[key]):
                found[key] = part
        return list(dict.fromkeys(found.values()))

    def _with_own_words(
        self, parts: list[Part], claim: Claim, meaning: OnlyRecipients | NeverTo, *, only: bool
    ) -> list[Part]:
        """Add what the claimant itself says elsewhere against the claim, of whom nothing already speaks against it."""
        shown = {part.who for part in parts if part.verdict in ("contradicted", "inconsistent")}
        said = self._own_words(claim, several(meaning.who), several(meaning.data), only=only)
        return [*parts, *(part for part in said if part.who not in shown)]

    def _other(self, receipt: Receipt, named: tuple[str, ...], among: Answer) -> Part | None:
        """Give the part of somebody who may be another than those named; None of one of them."""
        del named
        if among.value:
            return None
        about = _about(receipt)
        if receipt.who == UNKNOWN:
            return open_part("somebody-unnamed", receipt.missing, **about)
        if receipt.missing:
            because = "runs-the-machine" if receipt.way == "machine" else "may-receive"
            return open_part(because, (*receipt.missing, *among.missing), **about)
        if among.value is None:
            return open_part("kind-unsaid", among.missing, **about)
        because = "also-keeps" if receipt.way == "keeper" else "also-receives"
        return self.weighing.against(because, receipt.proof, **about)

    def _such(self, receipt: Receipt, named: tuple[str, ...], among: Answer) -> Part | None:
        """Give the part of somebody who is, or may be, one of those named; None of anybody else."""
        if among.value is False:
            return None
        about = _about(receipt)
        if receipt.who == UNKNOWN:
            return open_part("somebody-unnamed", receipt.missing, **about)
        if among.value is None:
            return open_part("kind-unsaid", (*among.missing, *receipt.missing), **about)
        if receipt.missing:
            because = "runs-the-machine" if receipt.way == "machine" else "may-receive"
            return open_part(because, receipt.missing, **about)
        kinds = self._kinds(receipt.who, named)
        proof = (*receipt.proof, *self._kind(receipt.who, named))
        return self.weighing.against(
            "such-receives" if kinds else "also-receives", proof, terms=kinds, **about
        )

    def _among(self, who: str, named: tuple[str, ...]) -> Answer:
        """Tell whether `who` is one of those named, as itself or by what it is."""
        if who == UNKNOWN:
            return Answer(value=None)
        if self.estate.head(who) in {self.estate.head(name) for name in named}:
            return TRUE
        kinds = self._kinds_in(named)
        if not kinds:
            return FALSE
        terms = self.estate.terms(who)
        if terms is None:
            return Answer(value=None, missing=(f"organisations.{who}.is",))
        return FALSE if terms.isdisjoint(kinds) else TRUE

    def _kinds_in(self, named: tuple[str, ...]) -> tuple[str, ...]:
        organisations = self.estate.case.organisations
        return tuple(name for name in named if name in ACTIVITY_TERMS and name not in organisations)

    def _kinds(self, who: str, named: tuple[str, ...]) -> tuple[str, ...]:
        terms = self.estate.terms(who) or frozenset()
        return tuple(name for name in self._kinds_in(named) if name in terms)

    def _kind(self, who: str, named: tuple[str, ...]) -> Routes:
        told = self._kinds_in(named) and self.estate.terms(who) is not None
        return (f"organisations.{who}.is",) if told else ()

    def _excused(self, receipt: Receipt, claim: Claim) -> bool:
        """Tell whether the claimant itself has the data: as a controller, or as a processor named by one."""
        head = self.estate.head(receipt.who)
        if head != self.estate.head(claim.by):
            return False
        activities = (
            [receipt.activity]
            if receipt.activity
            else [
                n
                for n, s in self.estate.sheets.items()
                if within(self.estate, tuple(s.categories), receipt.data)
            ]
        )
        sheets = [self.estate.sheets[name].processing for name in activities]
        return any(
            head == self.estate.head(name)
            for sheet in sheets
            for name in (*several(sheet.controller), *several(sheet.processors))
        )

    def _own_words(
        self, claim: Claim, named: tuple[str, ...], wanted: tuple[str, ...], *, only: bool
    ) -> Iterator[Part]:
        """Give those whom a notice or a record names as recipients all the same: the claimant's own says so itself."""
        for route, because, listed in self._lists(claim, wanted):
            for who in listed:
                if who in (*UNSETTLED, NONE, claim.by):
                    continue
                among = self._listed_among(who, named)
                if among is None or among == only:
                    continue
                about: dict[str, object] = (
                    {"who": who} if who in self.estate.case.organisations else {"terms": (who,)}
                )
                if because:
                    yield Part(verdict="inconsistent", because=because, proof=(route,), **about)  # type: ignore[arg-type]
                else:
                    yield open_part("named-by-another", (route,), proof=(route,), **about)

    def _lists(self, claim: Claim, wanted: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for name, notice in self.estate.case.notices.items():
            about = [notice.for_] if isinstance(notice.for_, str) else notice.for_
            if notice.by == claim.by and any(self._concerns(activity, wanted) for activity in about):
                listed = tuple(
                    who
                    for who in several(notice.recipients)
                    if who not in notice.gives or within(self.estate, several(notice.gives[who]), wanted)
                )
                yield f"notices.{name}.recipients", "named-in-notice", listed
        for name, sheet in self.estate.sheets.items():
            if self._concerns(name, wanted):
                mine = claim.by in several(sheet.processing.controller)
                for field in ("recipients", "processors"):
                    listed = several(getattr(sheet.processing, field))
                    yield f"activities.{name}.{field}", "named-in-record" if mine else "", listed

    def _listed_among(self, who: str, named: tuple[str, ...]) -> bool | None:
        """Tell whether somebody, or a kind of organisations, is among those named."""
        if who in self.estate.case.organisations:
            return self._among(who, named).value
        return not ancestors(who, ACTIVITY_TERMS).isdisjoint(named)

    def _concerns(self, activity: str, wanted: tuple[str, ...]) -> bool:
        sheet = self.estate.sheets.get(activity)
        return sheet is not None and bool(within(self.estate, tuple(sheet.categories), wanted))

    def _open_lists(self, wanted: tuple[str, ...], agreement: Agreement) -> Iterator[Part]:
        """Give what keeps the lists of recipients open, where nobody says that they are complete; take the complete ones."""
        for name, sheet in self.estate.sheets.items():
            if not self._concerns(name, wanted):
                continue
            missing = []
            for field in ("processors", "recipients"):
                route = f"activities.{name}.{field}"
                if any(item in UNSETTLED for item in several(getattr(sheet.processing, field))):
                    missing.append(route)
                else:
                    agreement.add(route)
            if missing:
                yield open_part("others-unsaid", tuple(missing))


def _about(receipt: Receipt) -> dict[str, object]:
    return {
        "data": receipt.data,
        "who": receipt.who,
        "at": receipt.at,
        "flows": (receipt.flow,) if receipt.flow else (),
        "path": receipt.path,
    }


_WEIGHT: Final = {"contradicted": 0, "inconsistent": 1, "unproven": 2}


def _graver(part: Part, other: Part) -> bool:
    return _WEIGHT[part.verdict] < _WEIGHT[other.verdict]
