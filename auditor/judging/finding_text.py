"""The sentences of a finding: templates of its rule filled with what its subject is, and with the documents it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import UnsetType
from msgspec.structs import replace

from auditor.judging.confidence_text import basis, joined, weak_links
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import distinct
from auditor.model.result.findings import ActionLine, Finding, Outcome, ProofFact
from auditor.model.scalars import Text
from auditor.model.vocabulary import OF_KNOWLEDGE, Known
from auditor.rules.matches import Match
from auditor.text import result as result_texts
from auditor.text.grammar import French, Spoken, agreeing, bilingual, filled, listed, sentence, slots_of
from auditor.text.names import Names

#: A slot of what shows a finding and of what to do: the documents that the deciding facts were read in.
SOURCES: Final = "sources"
#: Fills a template of a rule.
Tell = Callable[[Text], Bilingual]


def teller(worded: Worded, match: Match, rests_on: Callable[[], Sequence[ProofFact]]) -> Tell:
    """Give the function that fills a template of a rule with what its subject is, and with the sources of what it `rests_on`."""
    derived, names = worded.derived, worded.names
    said: dict[str, tuple[French, Spoken]] = {}

    def tell(template: Text) -> Bilingual:
        text = bilingual(template)
        for name in slots_of(text):
            if name not in said:
                filling = (
                    _sources(names, rests_on())
                    if name == SOURCES
                    else match.kind.slots[name](derived, names, match.subject)
                )
                said[name] = agreeing(filling, names.agreements)
        return sentence(text, said)

    return tell


def _sources(names: Names, footing: Sequence[ProofFact]) -> Bilingual:
    """Name the documents that the deciding premises were read in, those of the case first."""
    cited = sorted(
        distinct(fact.source.partition("#")[0] for fact in footing if fact.source), key=_from_elsewhere
    )
    return listed(distinct(names.document(name) for name in cited))


def _from_elsewhere(source: str) -> bool:
    return source.startswith(OF_KNOWLEDGE)


def storied(finding: Finding, match: Match, worded: Worded, tell: Tell) -> Finding:
    """Give a finding with its headline, what shows it and what to do; what nobody speaks of yet is told by its title alone."""
    rule = match.rule
    if finding.outcome == "cannot-be-shown" and not finding.live:
        return replace(finding, headline=bilingual(rule.title), proof_sentence=Bilingual("", ""))
    return replace(
        finding,
        headline=tell(rule.headline or rule.title),
        proof_sentence=tell(rule.proof_sentence),
        action=action(match, worded, tell),
    )


def action(match: Match, worded: Worded, tell: Tell) -> ActionLine | None:
    """Give what to do about a finding; who can do it is who answers for its subject, unless the rule names somebody."""
    wanted = match.rule.action
    if isinstance(wanted, UnsetType):
        return None
    who = tell(wanted.who) if wanted.who else worded.answering(match.kind.route(match.subject))
    return ActionLine(what=tell(wanted.what), who=who, evidence=tell(wanted.evidence))


def by_outcome(
    message: Bilingual,
    outcome: Outcome,
    footing: Sequence[ProofFact],
    *,
    confidence: Known,
    names: Names,
) -> Bilingual:
    """Give a message as its outcome has it read: what it rests on is said of what is shown, a weak holding of all."""
    links = weak_links(footing, names)
    if outcome == "cannot-be-shown":
        return joined(joined(result_texts.WOULD_READ, message), links)
    if outcome == "hypothetical":
        return joined(joined(result_texts.BY_HYPOTHESIS, message), links)
    return joined(joined(message, basis(footing, confidence, names)), links)


def with_more(told: Bilingual, more: int) -> Bilingual:
    """Add to what is told of one subject how many more there are."""
    if not more:
        return told
    return joined(told, filled(result_texts.MORE if more > 1 else result_texts.ONE_MORE, count=str(more)))
