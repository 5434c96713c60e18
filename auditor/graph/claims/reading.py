"""Who reads: claims that somebody cannot read data, or that only the ends of a flow can.

*Reads* is said of an end and of an operator in use. Whoever runs the machine below may be able to: that contradicts a claim
only where it is shown that nothing shuts them off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.arrivals import Arrival
from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import carrying, keeping, within
from auditor.graph.estate import Estate
from auditor.graph.exposure import Exposures
from auditor.graph.hop import Hop
from auditor.graph.readability import Readability
from auditor.graph.readings import Reading
from auditor.graph.seals import SEALING, openers
from auditor.model.case.claim_meaning import AboutData, CannotRead
from auditor.model.case.claims import Claim
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

END_TO_END: Final = "end-to-end"
#: Words on what a host does to data at rest that leave it readable to whoever has it.
READABLE_AT_REST: Final = frozenset({"none", "plain"})


class _Found(Struct, frozen=True):
    """A category that is read: by whom, along which entry, and how well that is known."""

    rank: tuple[int, int, str]
    reading: Reading
    entry: Arrival


class ReadingClaims:
    """Claims about who can read."""

    def __init__(
        self, weighing: Weighing, readability: Readability, exposures: Exposures, estate: Estate
    ) -> None:
        self.weighing = weighing
        self.readability = readability
        self.exposures = exposures
        self.estate = estate

    def cannot_read(self, meaning: CannotRead, claim: Claim) -> list[Part]:
        """Judge that somebody cannot read data: by what they read, keep or hold the key of, and by their own notice."""
        wanted = several(meaning.data)
        head = self.estate.head(meaning.who)
        readings = [r for r in self.readability.readings if self.estate.head(r.who) == head]
        readings += self.readability.by_who.get(UNKNOWN, [])
        found = list(self._readings(readings, wanted, claim, self._own_notice(meaning, claim)))
        read = {
            name for part in found for name in part.data if part.verdict in ("contradicted", "inconsistent")
        }
        found += [part for part in self._kept(meaning, wanted) if not read.issuperset(part.data)]
        if found:
            return found
        return self._sealed(wanted, meaning.who) or [
            Part(verdict="unproven", because="no-reading-described", data=wanted, who=meaning.who)
        ]

    def end_to_end(self, meaning: AboutData, claim: Claim) -> list[Part]:
        """Judge that only the ends of a flow can read: by whoever else reads."""
        wanted = several(meaning.data)
        readings = [r for r in self.readability.readings if r.how != "end"]
        found = [*self._readings(readings, wanted, claim, {}), *self._in_clear(wanted)]
        return (
            found
            or self._sealed(wanted, "")
            or [Part(verdict="unproven", because="no-reading-described", data=wanted)]
        )

    def proof_of(self, reading: Reading, entry: Arrival) -> Routes:
        """Give the facts by which `reading` holds along the path of `entry`."""
        routes = [*entry.facts(), *reading.proof]
        if reading.how == "key":
            routes += [f"flows.{seal}.keys" for seal in sorted(entry.seals)]
        return distinct(routes)

    def _readings(
        self, readings: list[Reading], wanted: tuple[str, ...], claim: Claim, noticed: dict[str, str]
    ) -> Iterator[Part]:
        best: dict[str, _Found] = {}
        possible: dict[str, Reading] = {}
        for reading in readings:
            for bits, entry in reading.sure_by:
                if claim_of_ends(claim) and self._an_end(reading, entry):
                    continue
                for category in self._about(reading.activity, bits, wanted):
                    rank = (
                        self.weighing.rank(self.proof_of(reading, entry)),
                        entry.hops,
                        reading.activity,
                    )
                    if category not in best or self._before(rank, reading, best[category]):
                        best[category] = _Found(rank, reading, entry)
            for bits, entry in reading.maybe_by:
                if not (claim_of_ends(claim) and self._an_end(reading, entry)):
                    for category in self._about(reading.activity, bits, wanted):
                        possible.setdefault(category, reading)
        yield from self._gathered(
            (category, part)
            for category in sorted({*best, *possible, *noticed})
            for part in self._parts_of(category, best.get(category), possible.get(category), noticed)
        )

    def _before(self, rank: tuple[int, int, str], reading: Reading, other: _Found) -> bool:
        """Tell whether a reading counts before another: who reads before who only runs the machine, then by proof."""
        ours, theirs = self._only_runs(reading), self._only_runs(other.reading)
        return (ours, rank) < (theirs, other.rank)

    def _only_runs(self, reading: Reading) -> bool:
        return reading.how == "machine" and not self._open_machine(reading)

    def _gathered(self, parts: Iterator[tuple[str, Part]]) -> Iterator[Part]:
        """Give the parts, those that differ in nothing but the data as one."""
        merged: dict[Part, list[str]] = {}
        for category, part in parts:
            merged.setdefault(part, []).append(category)
        yield from (replace(part, data=tuple(names)) for part, names in merged.items())

    def _parts_of(
        self, category: str, found: _Found | None, possible: Reading | None, noticed: dict[str, str]
    ) -> Iterator[Part]:
        settled = False
        if found is not None:
            part = self._read(found)
            settled = part.verdict != "unproven"
            yield part
        elif possible is not None and category not in noticed:
            yield open_part("may-read", possible.missing, who=possible.who, at=(possible.at,))
        if not settled and category in noticed:
            route = noticed[category]
            by = self.estate.case.notices[route.split(".")[1]].by
            yield Part(verdict="inconsistent", because="own-notice", who=by, proof=(route,))

    def _read(self, found: _Found) -> Part:
        reading, entry = found.reading, found.entry
        proof = self.proof_of(reading, entry)
        about: dict[str, object] = {"who": reading.who, "at": (reading.at,), "path": entry.path()}
        if self._only_runs(reading):
            return open_part("runs-the-machine", (self._isolation(reading),), proof=proof, **about)
        because = {"machine": "not-shut-off", "key": "holds-the-key"}.get(reading.how, "reads")
        if because == "reads" and _relayed(entry, reading.at) and self.weighing.weakest(proof) != "observed":
            because = "relays"
        extra = (self._isolation(reading),) if reading.how == "machine" else ()
        return self.weighing.against(because, (*proof, *extra), **about)

    def _chain(self, reading: Reading) -> list[str]:
        """Give the host where something is read on the machine below, and the machines down to the reader's."""
        chain = [reading.at]
        for machine in self.estate.machines(reading.at):
            chain.append(machine)
            if self.estate.operator(machine) == reading.who:
                break
        return chain

    def _open_machine(self, reading: Reading) -> bool:
        """Tell whether it is stated that nothing shuts off whoever runs the machine."""
        words = [str(plain(self.estate.case.hosts[name].isolation)) for name in self._chain(reading)]
        return "none" in words and "attested" not in words

    def _isolation(self, reading: Reading) -> str:
        chain = self._chain(reading)
        stated = [name for name in chain if plain(self.estate.case.hosts[name].isolation) not in UNSETTLED]
        return f"hosts.{(stated or chain)[0]}.isolation"

    def _an_end(self, reading: Reading, entry: Arrival) -> bool:
        """Tell whether the reader opens what was sealed for it, as an end of the flow that seals it."""
        return bool(entry.seals) and all(self._sealed_for(seal, reading) for seal in entry.seals)

    def _sealed_for(self, seal: str, reading: Reading) -> bool:
        flow = self.estate.case.flows.get(seal)
        if flow is None or plain(flow.content) != END_TO_END:
            return False
        ends = (*several(flow.from_), *several(flow.to))
        return reading.at in ends or reading.who in (self.estate.operator(end) for end in ends)

    def _kept(self, meaning: CannotRead, wanted: tuple[str, ...]) -> Iterator[Part]:
        """Judge what somebody keeps: readable at rest, or under a key of which they are a holder."""
        for host, kept, _ in keeping(self.estate, wanted):
            if not kept or self.exposures.protection.sealed_keys(host):
                continue
            operator = self.estate.operator(host)
            route = f"hosts.{host}"
            about: dict[str, object] = {"data": kept, "who": meaning.who, "at": (host,)}
            at_rest = str(plain(self.estate.case.hosts[host].at_rest))
            holders, keys = self.exposures.protection.key_holders(host)
            if operator == UNKNOWN:
                yield open_part("operator-unsaid", (f"{route}.operator",), **about)
            elif self.estate.head(operator) != self.estate.head(meaning.who):
                continue
            elif at_rest in READABLE_AT_REST:
                said = (f"{route}.operator", f"{route}.keeps", f"{route}.at_rest")
                yield self.weighing.against("keeps-readable", said, **about)
            elif any(self.estate.head(holder) == self.estate.head(meaning.who) for holder in holders):
                proof = (f"{route}.operator", f"{route}.keeps", *keys)
                yield self.weighing.against("keeps-with-key", proof, **about)
            elif at_rest in UNSETTLED:
                yield open_part("at-rest-unsaid", (f"{route}.at_rest",), **about)
            elif any(holder in UNSETTLED for holder in holders) or not holders:
                yield open_part("keys-unsaid", keys, **about)

    def _in_clear(self, wanted: tuple[str, ...]) -> Iterator[Part]:
        """Give the hops of which it is said that neither the way nor the content is protected."""
        for hop, data in carrying(self.estate, wanted):
            flow = hop.flow
            if flow is not None and not hop.doubt and plain(flow.transport) == plain(flow.content) == "none":
                proof = (hop.route, f"{hop.route}.transport", f"{hop.route}.content")
                yield self.weighing.against("in-clear", proof, data=data, flows=(hop.name,), path=(hop,))

    def _sealed(self, wanted: tuple[str, ...], who: str) -> list[Part]:
        """Give support where all that carries or keeps the data is shown to be closed to `who`, or to all but its ends."""
        agreement = Agreement(self.weighing)
        for hop, _ in carrying(self.estate, wanted):
            if who and not self._reaches(hop, who):
                continue
            content = "none" if hop.flow is None else plain(hop.flow.content)
            name = hop.name
            closed = content == END_TO_END or (who and content in SEALING and self._keyless(name, who))
            if hop.doubt or not closed:
                return []
            routes = [f"{hop.route}.content"] + ([f"{hop.route}.keys"] if content != END_TO_END else [])
            agreement.add(*routes, flow=name)
        if not agreement.shown and not agreement.resting:
            return []
        return agreement.parts([], "sealed", data=wanted, who=who)

    def _reaches(self, hop: Hop, who: str) -> bool:
        places = (hop.b, *self.estate.machines(hop.b))
        return any(self.estate.operator(place) in (who, UNKNOWN) for place in places)

    def _keyless(self, seal: str, who: str) -> bool:
        stated = several(self.estate.case.flows[seal].keys)
        settled = bool(stated) and not any(name in UNSETTLED for name in stated)
        return settled and who not in openers(self.estate, seal, certain=False)

    def _own_notice(self, meaning: CannotRead, claim: Claim) -> dict[str, str]:
        found: dict[str, str] = {}
        if claim.by != meaning.who:
            return found
        for name, notice in self.estate.case.notices.items():
            if notice.by == claim.by:
                for category in within(self.estate, several(notice.data), several(meaning.data)):
                    found.setdefault(category, f"notices.{name}.data")
        return found

    def _about(self, activity: str, bits: int, wanted: tuple[str, ...]) -> tuple[str, ...]:
        return within(self.estate, self.estate.sheets[activity].names(bits), wanted)


def _relayed(entry: Arrival, place: str) -> bool:
    """Tell whether data only passes at `place` on its way to the ends of a flow."""
    flow = entry.hop.flow
    return flow is not None and place in several(flow.through)


def claim_of_ends(claim: Claim) -> bool:
    """Tell whether a claim is about encryption from end to end, against which what the ends read does not count."""
    return isinstance(claim.says, Struct) and isinstance(getattr(claim.says, "end_to_end", None), AboutData)
