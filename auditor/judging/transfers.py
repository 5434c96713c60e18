"""The table of transfers: who sends what to whom in a third country, certain or possible, and what it rests on."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.transfer_grounds import ART46
from auditor.graph.transfers import Transfer
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.result.tables import TransferLine
from auditor.model.vocabulary import NONE, UNKNOWN
from auditor.rules.questions import fact_route
from auditor.rules.subjects.transfer import decision_words
from auditor.text import result as result_texts
from auditor.text.grammar import filled
from auditor.text.slots.transfer import TOOLS


def transfers(worded: Worded) -> list[TransferLine]:
    """Give every transfer whose country of destination is established."""
    return [
        _line(worded, transfer) for transfer in worded.derived.transfers.all if transfer.country != UNKNOWN
    ]


def _line(worded: Worded, t: Transfer) -> TransferLine:
    derived = worded.derived
    grounds = derived.grounds
    adequate, tool = grounds.adequate(t), grounds.tool(t)
    derogation = grounds.derogation(t)
    rests_on = adequate if adequate.settled == "true" else tool
    missing = [*t.missing]
    if adequate.settled != "true":
        missing += [
            *adequate.missing,
            *(() if tool.settled in ART46 else (*tool.missing, *derogation.missing)),
        ]
    return TransferLine(
        flow=t.hop.id,
        activity=t.hop.activity,
        exporter=t.exporter,
        sender=t.sender,
        importer=t.importer,
        country="" if t.country == NONE else t.country,
        certain=not t.missing,
        onward=t.onward,
        data=list(derived.estate.hop_categories(t.hop)),
        adequate=list(adequate.options),
        tool=tool.settled,
        derogation=derogation.settled,
        ground=_ground(derived, t),
        missing=list(dict.fromkeys(fact_route(route) for route in missing)),
        proof=worded.premises.of((*t.proof, *rests_on.proof)),
    )


def _ground(derived: Derived, t: Transfer) -> Bilingual:
    """Say what the transfer rests on, as far as that is stated."""
    adequate, tool = derived.grounds.adequate(t).settled, derived.grounds.tool(t).settled
    derogation = derived.grounds.derogation(t).settled
    if adequate == "true":
        return decision_words(derived, t)
    if tool in ART46:
        return TOOLS[tool]
    if derogation and derogation != NONE:
        return filled(result_texts.DEROGATION, point=derogation)
    if adequate == "false" and tool and derogation == NONE:
        return result_texts.NO_GROUND
    return result_texts.GROUND_TO_SHOW
