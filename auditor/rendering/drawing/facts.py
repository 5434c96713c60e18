"""What a result knows of the ends of its flows, in the words of the drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final, Literal

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.tables import Controller, ControlLine, FlowLine, PlaceLine
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, UNSETTLED
from auditor.rendering.telling.letters import lettered
from auditor.rendering.words import legal_name, pick, printable, speaker
from auditor.text import drawing as texts
from auditor.text import telling as telling_texts
from auditor.text.typography import NO_BREAK

#: How many frames of control are named; a third says how many more there are.
NAMED: Final = 2
NEAREST: Final = 1
#: Subjects whose ids name no place: such a finding is about whoever it holds to account, else about where its path leads.
WITHOUT_PLACE: Final = frozenset({"hop", "copy", "flow", "activity", "question", "scenario"})


class Facts:
    """The facts of one result, in one language."""

    def __init__(self, result: Result, lang: str) -> None:
        self.result, self.lang, self.say = result, lang, speaker(lang)
        self.places: dict[str, PlaceLine] = {place.id: place for place in result.places}
        self.control: dict[str, ControlLine] = {line.organisation: line for line in result.control}
        self.severity = {f.fingerprint: f.severity for f in result.findings if f.outcome == "established"}

    def name(self, end: str) -> str:
        """Give how an end is called."""
        if end in UNSETTLED and end not in self.result.names:
            return self.say(texts.UNKNOWN_END)
        return self._named(end)

    def _named(self, identity: str) -> str:
        known = self.result.names.get(identity)
        return printable(identity.rpartition(".")[2] if known is None else pick(known, self.lang))

    def legal(self, organisation: str) -> str:
        """Give the name of an organisation with its legal form."""
        known = legal_name(self.result.names, organisation)
        return printable(organisation) if known is None else printable(pick(known, self.lang))

    def flow(self, flow: FlowLine) -> str:
        """Give the title of a flow; one without a title goes by its activity."""
        for key in (f"flows.{flow.id}", f"activities.{flow.activity}"):
            if key in self.result.names:
                return self._named(key)
        return ""

    def country(self, code: str) -> str:
        """Give the name of a country."""
        known = f"countries.{code}" in self.result.names and code not in UNSETTLED
        return self._named(f"countries.{code}") if known else self.say(texts.NO_COUNTRY)

    def kind(self, end: str) -> Literal["people", "organisation", "host"]:
        """Tell whether an end is people, an organisation or a host."""
        place = self.places.get(end)
        return "organisation" if place is None else place.kind

    def operator(self, end: str) -> str:
        """Give who runs an end, empty where nobody is known to."""
        place = self.places.get(end)
        if place is None or place.kind != "host":
            return end
        return "" if place.operator in UNSETTLED else place.operator

    def country_of(self, end: str) -> str:
        """Give the country whose law an end is under, empty where it is not known."""
        place, line = self.places.get(end), self.control.get(end)
        code = place.country if place is not None else line.country if line is not None else ""
        return "" if code in UNSETTLED else code

    def home(self, used: Iterable[str]) -> str:
        """Give the country of whom the case is about, else that in which most ends are, the first of the alphabet."""
        about = self.country_of(self.result.case.about)
        if about in used:
            return about
        if about:
            return ""
        count: dict[str, int] = {}
        for place in self.result.places:
            if place.country in used and place.kind == "host":
                count[place.country] = count.get(place.country, 0) + 1
        return min(count, key=lambda code: (-count[code], code), default="")

    def distance(self, code: str) -> int:
        """Tell how far a country is: in the EEA, adequate, neither, or not known."""
        if code in UNSETTLED or not code:
            return NEAREST + 3
        found = [place for place in self.result.places if place.country == code]
        if any(place.eea == "yes" for place in found):
            return NEAREST
        return NEAREST + (1 if any(place.adequate for place in found) else 2)

    def remarks(self, end: str) -> list[str]:
        """Say what a host runs on, and what is not known of an end: who owns and runs it, where it is and who has the keys."""
        place = self.places.get(end)
        line = self.control.get(self.operator(end))
        found = []
        if line is not None and not line.controllers and not line.owners_known:
            found.append(self.say(texts.OWNERS))
        if place is None or place.kind != "host":
            return found
        if not self.operator(end):
            found.append(self.say(texts.OPERATOR))
        elif place.runs_on and place.runs_on not in (*UNSETTLED, "none"):
            found.append(self.say(texts.RUNS_ON, name=self._named(place.runs_on)))
        elif place.runs_on in UNSETTLED and place.operator == self.result.case.about:
            found.append(self.say(texts.MACHINES))
        elif place.keeps not in ("", "none"):
            unknown = ((texts.KEYS, place.keys), (texts.LOCATION, place.location))
            found.extend(self.say(text) for text, value in unknown if value in UNSETTLED)
        return found

    def read_at(self, end: str) -> list[tuple[str, str]]:
        """Say who reads what at an end against a claim, and how that is known."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for claim in self.result.claims:
            for part in claim.parts:
                if part.verdict == "contradicted" and part.because == "reads" and end in part.at and part.who:
                    data = [self._named(f"data.{item}") for item in part.data]
                    found.setdefault((part.who, part.known), {}).update(dict.fromkeys(data))
        return [
            (
                self.say(texts.READS, who=self._named(who), how=self.say(telling_texts.TAGS[known])),  # type: ignore[index]
                ", ".join(data),
            )
            for (who, known), data in found.items()
        ]

    def frames(self, organisation: str) -> tuple[tuple[str, ...], ...]:
        """Say who controls an organisation, from the inside out; of more than a few, how many more there are."""
        line = self.control.get(organisation)
        if line is None:
            return ()
        chain = sorted(line.controllers, key=lambda c: (c.step, len(c.chain), not c.certain, c.id))
        named = tuple(self._frame(controller) for controller in chain[:NAMED])
        more = len(chain) - NAMED
        return (*named, (self.say(texts.MORE, count=more),)) if more > 0 else named

    def _frame(self, controller: Controller) -> tuple[str, ...]:
        country = self.country(controller.country).replace(" ", NO_BREAK)
        who = f"{self.legal(controller.id)}{NO_BREAK}· {country}"
        if not controller.certain:
            return who, self.say(texts.MAY_CONTROL)
        known = max((link.known for link in controller.chain), key=KNOWN_ORDER.index, default="documented")
        return (who,) if known == "documented" else (f"{who}{NO_BREAK}{self.say(texts.CONTROLS[known])}",)

    def letters(self, end: str) -> tuple[str, ...]:
        """Give the letters of the findings about an end, in the order of the page."""
        return self._letters.get(end, ())

    def touch(self, end: str) -> int:
        """Tell how gravely findings and exposures touch an end, 0 if none does."""
        return self._touch.get(end, 0)

    @cached_property
    def _letters(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for group in lettered(self.result):
            for finding in group.findings:
                for end in self._ends(finding):
                    found.setdefault(end, {})[group.letter] = None
        return {end: tuple(letters) for end, letters in found.items()}

    @cached_property
    def _touch(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for exposure in self.result.exposures:
            found[exposure.host] = found[exposure.custodian] = 1
        for finding in self.result.findings:
            if finding.outcome == "established":
                rank = 2 + SEVERITY_ORDER.index(finding.severity) if finding.severity != "none" else 1
                for end in self._ends(finding):
                    found[end] = max(found.get(end, 0), rank)
        return found

    def _ends(self, finding: Finding) -> set[str]:
        """Give the ends that a finding is about: those its subjects name, else its culprit, else where its path leads.

        What is about an organisation is about its hosts, and what is about a host about whoever runs it: one of the two is drawn.
        """
        places = self.places.keys()
        if finding.subject.kind == "claim":
            ends = self._claimed.get(finding.culprit, set())
        elif finding.subject.kind in WITHOUT_PLACE:
            ends = {*finding.culprit.split("+")} - {finding.subject.id}
        else:
            ids = (finding.subject.id, *finding.subjects)
            ends = {part for subject in ids for part in re.split(r"[:+@]", subject)}
            ends = ends & places or {*finding.culprit.split("+")}
        ends = ends & places or {step.to for step in finding.path[-1:]} & places
        hosts = {end for end in ends if self.kind(end) == "host"}
        ran = {self.operator(end) for end in hosts}
        alone = ends - hosts - ran
        return {*hosts, *ran, *alone, *(h for end in alone for h in self._hosts.get(end, ()))} - {""}

    @cached_property
    def _hosts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for place in self.result.places:
            if place.kind == "host":
                found.setdefault(place.operator, []).append(place.id)
        return found

    @cached_property
    def _claimed(self) -> dict[str, set[str]]:
        """Give, for each claim, the places at which the facts speak against it."""
        found: dict[str, set[str]] = {}
        for claim in self.result.claims:
            for part in claim.parts:
                if part.verdict in ("contradicted", "inconsistent"):
                    found.setdefault(claim.id, set()).update(set(part.at) & self.places.keys())
        return found
