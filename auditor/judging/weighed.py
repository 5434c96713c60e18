"""What a state of a case comes to, as far as another is compared with it: of open points, words are found for what is told.

Two states of a large case differ in little, and what is the same in both is told of neither. So findings that are established come
in words, open points with all by which they are compared and no words, and questions with the facts that they ask for.
"""

from __future__ import annotations

from functools import cached_property

from auditor.graph.derive import Derived
from auditor.judging.exceptions import excepted
from auditor.judging.findings import finding, joined, weighed
from auditor.judging.grouped import Grouped, by_culprit
from auditor.judging.open_points import open_questions
from auditor.judging.worded import Worded
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding, OpenFact, OpenQuestion
from auditor.rules.matches import Evaluation


class Weighed:
    """The findings and questions of a state of a case.

    Where there are exceptions, open points are told too: one may hold for what an open point rests on.
    """

    def __init__(self, derived: Derived, evaluation: Evaluation) -> None:
        self._tally = evaluation.tally
        self._worded = Worded.of(derived)
        made = [(self._made(group), group) for group in by_culprit(derived, evaluation.matches).values()]
        self._groups = {found.fingerprint: group for found, group in made}
        self.findings: list[Finding] = excepted(joined(derived, evaluation.matches, made), self.materials)[0]

    @property
    def materials(self) -> Materials:
        """The materials that were judged, with the case as it stands on its date."""
        return self._worded.derived.estate.materials

    @cached_property
    def questions(self) -> list[OpenQuestion]:
        """The questions, in order, with the facts that they ask for."""
        return open_questions(self._worded, self._tally.facts, points_told=False)

    def told(self, found: Finding) -> Finding:
        """Give one of the findings in words, with its proof."""
        if not self._wordless(self._groups[found.fingerprint]):
            return found
        return finding(self._worded, self._groups[found.fingerprint])

    def asked(self, fact: OpenFact) -> OpenFact:
        """Give one of the facts that are asked for with whom to ask, the question that settles it, and its place."""
        return self._worded.told(fact)

    def _made(self, group: Grouped) -> Finding:
        return weighed(self._worded, group) if self._wordless(group) else finding(self._worded, group)

    def _wordless(self, group: Grouped) -> bool:
        return group.outcome == "cannot-be-shown" and not self.materials.exceptions
