"""The ground a transfer rests on: an adequacy decision that covers it, else a tool of art. 46, else a derogation of art. 49.

A ground that nobody states is unknown; it is never taken to be absent.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from auditor.graph.readability import Readability
from auditor.graph.recipients import Recipients
from auditor.graph.standard_clauses import SCC, clauses_of, possible_on, standing
from auditor.graph.transfers import Transfer, Transfers
from auditor.model.case.agreements import Agreement
from auditor.model.dates import holds
from auditor.model.evidence import SHOWN, Choice, Routes, answer, distinct, perhaps
from auditor.model.law import Adequacy
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

#: Tools of GDPR art. 46, as agreements and flows name them.
ART46: Final = ("scc", "bcr", "code-of-conduct", "certification", "ad-hoc")
#: The field of an importer that says whether it is on the list of a decision; the others ask whether it is `in_scope`.
LISTS: Final = {"us-dpf": "dpf", "us-privacy-shield": "privacy_shield"}
#: What an assessment may be where measures are said not to suffice: not one that found the law unapplied.
INSUFFICIENT: Final = ("done", "insufficient", "none")
CLEARED: Final = "law-not-applied"
#: The decision that asks its participants for a contract where they pass data on.
FRAMEWORK: Final = "us-dpf"
#: Who may say that an importer is on the list of a decision.
READ: Final = ("list", "own-statement", "others", "none")
#: What limits an entry on its list to services that it names.
DESIGNATED: Final = "designated-services"
#: Tools that bind whoever data is passed on to.
ONWARD: Final = (*ART46, "dpf-onward")


class TransferGrounds:
    """What each transfer of an estate rests on."""

    def __init__(self, transfers: Transfers, readability: Readability, recipients: Recipients) -> None:
        self.transfers = transfers
        self.readability = readability
        self.recipients = recipients
        self.estate = transfers.estate
        self.knowledge = self.estate.materials.knowledge
        self.day = self.estate.as_of
        self._decisions: dict[tuple[str, str, str], tuple[Choice, str]] = {}
        self._listed: dict[tuple[str, str], Choice] = {}
        self._pairs: dict[tuple[str, str], tuple[str, str]] = {}
        self._tools: dict[tuple[str, str], list[tuple[str, Agreement]]] = {}
        self._agreed: dict[tuple[str, str], list[tuple[str, Agreement]]] = {}
        self._agreements: dict[tuple[str, str, str], Choice] = {}
        for name, agreement in sorted(self.estate.case.agreements.items()):
            pair = self._pair(*agreement.between)
            self._agreed.setdefault(pair, []).append((name, agreement))
            if agreement.is_ in ART46:
                self._tools.setdefault(pair, []).append((name, agreement))

    def decision(self, transfer: Transfer) -> tuple[Choice, str]:
        """Give what decision covers the importer's country (whole, partial, none, void), and its id.

        `void` is where the sending is stated to rest on adequacy and the decision is no longer in force.
        """
        if transfer.country == UNKNOWN:
            return Choice(anything=True, missing=transfer.missing), ""
        stated, route = self._tool_of_flow(transfer)
        key = (transfer.importer, transfer.country, route if stated == "adequacy" else "")
        found = self._decisions.get(key)
        if found is None:
            found = self._decisions[key] = self._decision(transfer, stated, route)
        return found

    def _decision(self, transfer: Transfer, stated: str, route: str) -> tuple[Choice, str]:
        found = {name: d for name, d in self.knowledge.adequacy.items() if self._covers(d, transfer)}
        for name, decision in found.items():
            if holds(decision.since, decision.invalid or decision.until, self.day):
                word = "whole" if decision.whole == "true" or decision.organisation else "partial"
                return Choice(options=(word,), proof=(f"adequacy.{name}",)), name
        ended = sorted(
            (d.invalid or d.until, name) for name, d in found.items() if holds(d.since, "", self.day)
        )
        if ended and stated == "adequacy":
            return Choice(options=("void",), proof=(route, f"adequacy.{ended[-1][1]}")), ended[-1][1]
        country = (
            ()
            if transfer.country == "none"
            else (f"organisations.{self.transfers.head(transfer.importer)}.country",)
        )
        return Choice(options=("none",), proof=country), ""

    def _covers(self, decision: Adequacy, transfer: Transfer) -> bool:
        if decision.organisation:
            return decision.organisation in (transfer.importer, self.transfers.head(transfer.importer))
        return decision.country == transfer.country

    def in_scope(self, transfer: Transfer) -> Choice:
        """Tell whether importer and data are inside the decision in force; `false` where there is none."""
        decision, name = self.decision(transfer)
        if decision.anything:
            return perhaps(decision.missing)
        if decision.settled != "partial":
            return answer(yes=decision.settled == "whole", proof=decision.proof)
        listed = self.listed(transfer)
        if listed.settled != "true":
            return listed
        if LISTS.get(name) != "dpf":
            return listed
        covered = self._coverage(transfer)
        return Choice(
            options=covered.options,
            proof=(*decision.proof, *listed.proof, *covered.proof),
            missing=covered.missing,
        )

    def listed(self, transfer: Transfer) -> Choice:
        """Tell whether the importer is on the list of the partial decision in force, or inside its scope."""
        decision, name = self.decision(transfer)
        if decision.anything:
            return perhaps(decision.missing)
        if decision.settled != "partial":
            return Choice(options=("none",), proof=decision.proof)
        key = (transfer.importer, name)
        found = self._listed.get(key)
        if found is None:
            found = self._listed[key] = self._said_listed(transfer.importer, name, decision.proof)
        return found

    def _said_listed(self, importer: str, name: str, proof: Routes) -> Choice:
        """Give what is said of an importer by the field that tells whether the partial decision `name`, shown by `proof`, covers it."""
        head, field = self.transfers.head(importer), LISTS.get(name, "in_scope")
        route = f"organisations.{head}.{field}"
        said = str(plain(getattr(self.estate.case.organisations[head], field)))
        if said in UNSETTLED:
            return perhaps((route,), proof)
        return Choice(options=(said,), proof=(*proof, route))

    def _coverage(self, transfer: Transfer) -> Choice:
        """Tell whether the entry on the list covers the data: that of employees only where the entry says so."""
        head = self.transfers.head(transfer.importer)
        route = f"organisations.{head}.dpf_covers"
        covers = several(self.estate.case.organisations[head].dpf_covers)
        carried = self.estate.hop_categories(transfer.hop)
        staff = [c for c in carried if self.estate.is_a(c, "employment")]
        wanted = {"hr"} if staff else set()
        wanted |= {"non-hr"} if len(staff) < len(carried) else set()
        kinds = set(covers) - {DESIGNATED}
        limited = DESIGNATED in covers
        if not kinds.isdisjoint(UNSETTLED) or (limited and not kinds):
            unsure = limited or (staff and "hr" not in kinds)
            return perhaps((route,)) if unsure else answer(yes=True)
        if not wanted <= kinds:
            return answer(yes=False, proof=(route,))
        return perhaps((route,)) if limited else answer(yes=True, proof=(route,))

    def covered(self, transfer: Transfer) -> Choice:
        """Tell whether the importer's entry on the Data Privacy Framework list covers the data sent; `none` under another decision."""
        decision, name = self.decision(transfer)
        if name and LISTS.get(name) != "dpf":
            return Choice(options=("none",), proof=decision.proof)
        listed = self.listed(transfer)
        if decision.anything or listed.settled != "true":
            return perhaps(decision.missing or listed.missing or listed.proof)
        return self._coverage(transfer)

    def listing_read(self, transfer: Transfer) -> Choice:
        """Give who says that the importer is on the list: the `list` itself, `own-statement`, or `others`; `none` where nobody does."""
        listed = self.listed(transfer)
        if not listed.settled:
            return Choice(options=READ, proof=listed.proof, missing=listed.missing)
        if listed.settled != "true":
            return Choice(options=("none",), proof=listed.proof)
        how = self.estate.materials.fact(listed.proof[-1]).known
        word = "list" if how in SHOWN else "own-statement" if how == "declared" else "others"
        return Choice(options=(word,), proof=listed.proof)

    def adequate(self, transfer: Transfer) -> Choice:
        """Tell whether an adequacy decision in force covers the transfer."""
        return self.in_scope(transfer)

    def signed(self, transfer: Transfer) -> list[tuple[str, Agreement]]:
        """Give the tools of art. 46 that sender and importer have signed, each with its id."""
        return self._tools.get(self._pair(transfer.sender, transfer.importer), [])

    def tool(self, transfer: Transfer) -> Choice:
        """Give the tool stated for the flow, else the one that sender and importer have signed."""
        stated, route = self._tool_of_flow(transfer)
        signed = self.signed(transfer)
        clauses = self._standing(signed)
        if stated not in UNSETTLED:
            if stated == SCC and clauses is not None and clauses.settled != SCC:
                return clauses
            return Choice(options=(stated,), proof=(route,))
        for name, agreement in signed:
            if agreement.is_ != SCC:
                return Choice(options=(agreement.is_,), proof=(f"agreements.{name}",))
        return Choice(anything=True, missing=(route,)) if clauses is None else clauses

    def clauses(self, transfer: Transfer) -> Choice:
        """Give the set of standard clauses that the transfer rests on; `none` where its tool is another."""
        tool = self.tool(transfer)
        if tool.settled not in ("", SCC):
            return Choice(options=(NONE,), proof=tool.proof)
        signed = [each for each in self.signed(transfer) if each[1].is_ == SCC]
        found = [clauses_of(name, agreement, self.day) for name, agreement in signed]
        told = next((each for each in found if each.settled), found[0] if found else None)
        if told is not None:
            return told
        if tool.settled == SCC:
            return possible_on(self.day, tool.proof, tool.proof)
        return Choice(anything=True, missing=tool.missing)

    def _standing(self, signed: list[tuple[str, Agreement]]) -> Choice | None:
        """Give what the standard clauses among the tools that sender and importer have signed are worth; nothing where there are none."""
        if not signed:
            return None
        clauses = [each for each in signed if each[1].is_ == SCC]
        found = [standing(name, agreement, self.day) for name, agreement in clauses]
        return max(found, key=lambda each: (each.settled == SCC, not each.settled), default=None)

    def derogation(self, transfer: Transfer) -> Choice:
        """Give the letter of art. 49(1) relied on, or none."""
        route = f"{transfer.hop.route}.derogation"
        stated = self.estate.said(transfer.hop, "derogation")
        return (
            Choice(anything=True, missing=(route,))
            if stated in UNSETTLED
            else Choice(options=(stated,), proof=(route,))
        )

    def assessment(self, transfer: Transfer) -> Choice:
        """Give what the assessment of the importer's law found; that it was done has cleared nothing.

        One that finds the protection sufficient counts as one by which that law is not applied; one by which measures do not
        suffice is none.
        """
        if not self.signed(transfer):
            return self._unsigned(transfer, "assessment")
        stated = self._of_agreement(transfer, "assessment")
        measures = self._of_agreement(transfer, "measures")
        if stated.anything and measures.settled == "insufficient":
            return Choice(options=INSUFFICIENT, proof=measures.proof, missing=stated.missing)
        finds = self._of_agreement(transfer, "finds")
        if stated.settled != "done" or finds.settled == "problematic":
            return stated
        if finds.settled == "sufficient":
            return Choice(options=(CLEARED,), proof=(*stated.proof, *finds.proof))
        return Choice(options=("done", CLEARED), proof=stated.proof, missing=finds.missing)

    def measures(self, transfer: Transfer) -> Choice:
        """Give whether measures supplement the tool, and whether they are effective."""
        return self._of_agreement(transfer, "measures")

    def problematic_law(self, transfer: Transfer) -> Choice:
        """Tell whether the law of the importer's country was found to defeat tools of art. 46; unknown unless assessed."""
        if transfer.country == UNKNOWN:
            return perhaps(transfer.missing)
        for name, law in self.knowledge.problematic.items():
            if law.country == transfer.country and holds(law.since, law.until, self.day):
                return answer(yes=True, proof=(f"problematic.{name}",))
        if not self.signed(transfer):
            return perhaps(self._unstated(transfer, "assessment"))
        finds = self._of_agreement(transfer, "finds")
        if finds.settled == "problematic":
            return answer(yes=True, proof=finds.proof)
        assessed = self.assessment(transfer)
        if assessed.settled == CLEARED:
            return answer(yes=False, proof=assessed.proof)
        return perhaps(assessed.missing or assessed.proof)

    def readable(self, transfer: Transfer) -> Choice:
        """Tell whether the importer can read what it receives: use cases 6 and 7 of EDPB 01/2020, not 1 and 3."""
        missing: list[str] = []
        hop, places = transfer.hop, {transfer.hop.b, transfer.place}
        content = (f"{hop.route}.content",) if hop.flow is not None else ()
        present = self.readability.reading_all(transfer.importer, hop) if len(places) == 1 else None
        if present is not None:
            return answer(yes=True, proof=(*content, *present.facts))
        for place in sorted(places):
            for reading in self.readability.at(transfer.importer, hop.activity, place):
                if reading.sure & hop.mask:
                    return answer(yes=True, proof=(*content, *reading.proof))
                if reading.maybe & hop.mask:
                    missing.extend(reading.missing)
        if missing or transfer.importer == UNKNOWN:
            return perhaps(distinct(missing) or transfer.missing)
        sealed = (f"{transfer.hop.route}.content", f"{transfer.hop.route}.keys")
        return answer(yes=False, proof=sealed if transfer.hop.flow is not None else ())

    def rests_on(self, transfer: Transfer) -> Choice:
        """Give what the transfer that an onward one passes on rests on: the framework, a tool, other things; `none` for a first one."""
        before = transfer.before
        if before is None:
            return Choice(options=("none",))
        covered, name = self.in_scope(before), self.decision(before)[1]
        tool = self.tool(before)
        if name == FRAMEWORK and covered.settled == "true":
            return Choice(options=("framework",), proof=covered.proof)
        if name == FRAMEWORK and covered.settled != "false" and tool.settled not in ART46:
            return Choice(options=("framework", "other"), proof=covered.proof, missing=covered.missing)
        if tool.settled in ART46:
            return Choice(options=("tool",), proof=tool.proof)
        return (
            Choice(options=("tool", "other"), missing=tool.missing)
            if tool.missing
            else Choice(options=("other",))
        )

    def passed_on_by_contract(self, transfer: Transfer) -> Choice:
        """Tell whether a contract binds whom the importer passes data on to, as its tool or as an agreement signed with it."""
        tool = self.tool(transfer)
        if tool.settled in ONWARD:
            return answer(yes=True, proof=tool.proof)
        unsigned = []
        for name, agreement in self._agreed.get(self._pair(transfer.sender, transfer.importer), ()):
            if plain(agreement.signed) != "false":
                return answer(yes=True, proof=(f"agreements.{name}",))
            unsigned.append(f"agreements.{name}.signed")
        if unsigned:
            return answer(yes=False, proof=tuple(unsigned))
        return perhaps(self._unstated(transfer, "signed"))

    def exporting_as(self, transfer: Transfer) -> Choice:
        """Give the role of the exporter in the activity, whose own record has to hold its transfers (art. 30(1) or (2))."""
        return self.recipients.role(transfer.exporter, transfer.hop.activity)

    def denied(self, transfer: Transfer) -> Choice:
        """Tell whether the record states that the data goes to no third country."""
        activity = transfer.hop.activity
        route = f"activities.{activity}.transfers"
        stated = self.estate.case.activities[activity].transfers
        return answer(yes=not several(stated), proof=(route,))

    def declared(self, transfer: Transfer) -> Choice:
        """Tell whether a notice or the register names the importer, or a notice speaks of transfers."""
        if transfer.importer == UNKNOWN:
            return perhaps(transfer.missing)
        missing = [*self.recipients.declarations.unplaced]
        proof: list[str] = []
        for name, notice in self.recipients.notices[transfer.hop.activity]:
            route = f"notices.{name}.transfers"
            said = plain(notice.transfers)
            if said == "true":
                return answer(yes=True, proof=(route,))
            (missing if said in UNSETTLED else proof).append(route)
        named = self.recipients.declarations.declared(transfer.importer, transfer.hop.activity)
        if named.value:
            return answer(yes=True, proof=named.proof)
        if named.value is None or missing:
            return perhaps((*named.missing, *missing))
        return answer(yes=False, proof=(*named.proof, *proof))

    @cached_property
    def relied(self) -> dict[str, tuple[str, ...]]:
        """Give the decisions that cover some certain transfer, each with the facts that show it."""
        found: dict[str, dict[str, None]] = {}
        for transfer in self.transfers.all:
            if not transfer.missing:
                name = self.decision(transfer)[1]
                covered = self.adequate(transfer)
                if name and covered.settled == "true":
                    found.setdefault(name, {}).update(dict.fromkeys((transfer.hop.route, *covered.proof)))
        return {name: tuple(found[name]) for name in sorted(found)}

    def _tool_of_flow(self, transfer: Transfer) -> tuple[str, str]:
        flow = transfer.hop.flow
        stated = self._tool_in_record(transfer) if flow is None else str(plain(flow.tool))
        return stated, f"{transfer.hop.route}.tool"

    def _tool_in_record(self, transfer: Transfer) -> str:
        """Give the tool that the record names for an activity, where its one third country is that of the importer."""
        sheet = self.estate.sheets[transfer.hop.activity].processing
        tools, countries = several(sheet.tool), several(sheet.transfers)
        alone = len(tools) == 1 and countries == (transfer.country,)
        return tools[0] if alone else UNKNOWN

    def _pair(self, first: str, second: str) -> tuple[str, str]:
        found = self._pairs.get((first, second))
        if found is None:
            one, other = sorted((self.transfers.head(first), self.transfers.head(second)))
            found = self._pairs[first, second] = one, other
        return found

    def _unstated(self, transfer: Transfer, field: str) -> tuple[str, ...]:
        """Give what would tell a field of an agreement that no file states: first who the two are, where one of them is unknown."""
        if UNKNOWN in (transfer.sender, transfer.importer):
            return transfer.missing
        return (f"agreements.{transfer.sender}>{transfer.importer}.{field}",)

    def _of_agreement(self, transfer: Transfer, field: str) -> Choice:
        """Give what the agreements that sender and importer have signed say at `field`: the same for all that one sends to the other."""
        if not self.signed(transfer):
            return self._unsigned(transfer, field)
        key = (transfer.sender, transfer.importer, field)
        found = self._agreements.get(key)
        if found is None:
            found = self._agreements[key] = self._in_agreement(transfer, field)
        return found

    def _unsigned(self, transfer: Transfer, field: str) -> Choice:
        """Give a field of an agreement that nobody says is signed."""
        return Choice(anything=True, missing=self._unstated(transfer, field))

    def _in_agreement(self, transfer: Transfer, field: str) -> Choice:
        routes = []
        for name, agreement in self.signed(transfer):
            said = str(plain(getattr(agreement, field)))
            route = f"agreements.{name}.{field}"
            if said not in UNSETTLED:
                return Choice(options=(said,), proof=(route,))
            routes.append(route)
        return Choice(anything=True, missing=tuple(routes))
