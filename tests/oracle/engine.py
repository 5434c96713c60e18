"""What the engine derives of an estate, as the answers that the logic programs give of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.graph.transfers import Transfer
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere
from tests.oracle.day import SECTIONS, names
from tests.oracle.estates import EEA, KNOWLEDGE, Tree

Answers = dict[str, set[tuple[Any, ...]]]
DAY = "2024-01-01"


def engine(number: int, tree: Tree) -> Answers:
    """Give all that is compared of one estate."""
    case, _ = case_of(tree, KNOWLEDGE)
    made = Materials(case=case, knowledge=KNOWLEDGE, policies=(), as_of=DAY, places=Nowhere())
    derived = derive(build(made))
    return {
        "stands": set(_stands(number, tree, derived)),
        "lapsing": set(_lapsing(number, derived)),
        "controls": set(_controls(number, derived)),
        "reads": set(_reads(number, derived)),
        "exposed": set(_exposed(number, derived)),
        "role": set(_roles(number, derived)),
        "recipient": set(_recipients(number, derived)),
        "transfer": set(_transfers(number, derived)),
        "placeless": set(_placeless(number, derived)),
        "covered": set(_covered(number, derived)),
        "verdict": set(_verdicts(number, derived)),
        "part": set(_parts(number, derived)),
        "denied": set(_denied(number, derived)),
        "certified": {(number, c.id, c.verdict) for c in derived.claims.all if c.says == "certified"},
    }


def _stands(number: int, tree: Tree, derived: Derived) -> Iterator[tuple[Any, ...]]:
    day = derived.estate.day.case
    signed = {(*agreement.between, agreement.is_) for agreement in day.agreements.values()}
    for section in SECTIONS:
        for name, entry in names(tree, section):
            there = (
                (*entry["between"], entry["is"]) in signed
                if section == "agreements"
                else name in getattr(day, section)
            )
            if there:
                yield number, section, name


def _lapsing(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for address in derived.estate.day.lapsing:
        section, _, name = address.partition(".")
        if section in SECTIONS and section != "agreements":
            yield number, section, name


def _controls(number: int, derived: Derived) -> Any:
    for owner in derived.estate.case.organisations:
        for certain in (True, False):
            for of in derived.control.controlled(owner, certain=certain):
                yield number, "sure" if certain else "may", owner, of


def _reads(number: int, derived: Derived) -> Any:
    for reading in derived.readability.readings:
        names = derived.estate.sheets[reading.activity].names
        for mode, mask in (("sure", reading.sure), ("may", reading.sure | reading.maybe)):
            yield from ((number, mode, reading.who, reading.at, reading.activity, c) for c in names(mask))


def _exposed(number: int, derived: Derived) -> Any:
    for line in derived.exposures.all:
        if line.high:
            yield (
                number,
                line.host,
                line.custodian,
                line.state,
                line.instrument or "unknown",
                line.low,
                line.high,
            )


def _roles(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for activity in derived.estate.sheets:
        for who in derived.estate.case.organisations:
            role = derived.roles.of(who, activity).role
            word = "unknown" if role.anything else str(role.settled)
            yield number, activity, who, "third" if word == "third-party" else word


def _recipients(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for recipient in derived.recipients.all:
        yield number, recipient.activity, recipient.who, WORDS[recipient.declared.value]


WORDS = {True: "yes", False: "no", None: "unknown"}


def _unplaced(derived: Derived, transfer: Transfer) -> bool:
    """Tell whether a transfer is only possible because nobody says where the place of somebody of the EEA is."""
    country = derived.estate.sure_country(transfer.importer)
    return transfer.country == "unknown" and country in EEA


def _transfers(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for transfer in derived.transfers.all:
        if not _unplaced(derived, transfer):
            hop = transfer.hop
            name = hop.activity if hop.flow is None else hop.route.partition(".")[2]
            for mode in ("may",) if transfer.missing else ("may", "sure"):
                yield number, name, hop.a, hop.b, transfer.importer, mode


def _placeless(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for transfer in derived.transfers.all:
        if _unplaced(derived, transfer):
            yield number, transfer.sender, transfer.importer, transfer.place


def _covered(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    """Give, for importers in a country that is told, whether a decision on adequacy covers what they are sent."""
    for transfer in derived.transfers.all:
        if transfer.country not in ("unknown", "none"):
            found = derived.grounds.adequate(transfer)
            word = {"true": "yes", "false": "no"}.get(str(found.settled), "unknown")
            yield number, transfer.importer, transfer.country, word


#: The kinds of claims whose verdict the statement gives in full.
BY_PLACE = ("encrypted-in-transit", "encrypted-at-rest", "anonymous", "hosted-in", "processed-in")
IN_FULL = (*BY_PLACE, "only-recipients", "never-to")


def _verdicts(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for claim in derived.claims.all:
        if claim.says in IN_FULL:
            yield number, claim.id, claim.verdict


def _parts(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    for claim in derived.claims.all:
        if claim.says in BY_PLACE:
            yield from ((number, claim.id, part.verdict) for part in claim.parts)


#: For claims of other kinds, the reasons of parts that facts speak for certain against them, however well they are known.
AGAINST = {
    "no-transfer": ("transferred",),
    "controlled-from": ("seat-elsewhere", "controlled-by"),
    "cannot-read": (
        "reads",
        "relays",
        "holds-the-key",
        "not-shut-off",
        "runs-the-machine",
        "keeps-readable",
        "keeps-with-key",
        "own-notice",
    ),
    "not-exposed-to": ("reached", "reach-to-document"),
}


def _denied(number: int, derived: Derived) -> Iterator[tuple[Any, ...]]:
    """Give the claims that something denies; of exposures, those of what a host keeps or passes on."""
    for claim in derived.claims.all:
        reasons = AGAINST.get(claim.says, ())
        ends = derived.estate.case.organisations if claim.says == "not-exposed-to" else ()
        if any(part.because in reasons and not (part.at and part.at[0] in ends) for part in claim.parts):
            yield number, claim.id
