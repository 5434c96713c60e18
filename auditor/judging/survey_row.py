"""The recipients of a result as a survey counts them: under keys that mean the same in all cases, with who controls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.tables import Controller, ControlLine
from auditor.model.survey import RowParent, RowRecipient
from auditor.model.vocabulary import OF_KNOWLEDGE, UNKNOWN
from auditor.text.grammar import both

#: What is known of a recipient that is not sure to receive: a request failed, or it is named and was not seen.
NOT_RECEIVING: Final = frozenset({"attempted", "declared-not-observed"})


def recipients(result: Result, shared: Collection[str]) -> list[RowRecipient]:
    """Give each recipient of a case once, in order of key; `shared` are the organisations of the knowledge base."""
    control = {line.organisation: line for line in result.control}
    received: dict[str, bool] = {}
    for line in result.recipients:
        if line.recipient != UNKNOWN:
            was = received.get(line.recipient, False)
            received[line.recipient] = was or line.observed not in NOT_RECEIVING
    naming = _Naming(result, shared)
    found = [naming.recipient(who, control.get(who), sure=sure) for who, sure in received.items()]
    return sorted(found, key=lambda each: each.key)


class _Naming:
    """How the organisations of one result are called across cases."""

    def __init__(self, result: Result, shared: Collection[str]) -> None:
        self.names = result.names
        self.shared = shared

    def recipient(self, who: str, line: ControlLine | None, *, sure: bool) -> RowRecipient:
        key, name = self.called(who)
        if line is None:
            return RowRecipient(key=key, name=name, received=sure, perhaps=[UNKNOWN])
        certain = _countries(each for each in line.controllers if each.certain)
        perhaps = _countries(each for each in line.controllers if not each.certain)
        if not line.owners_known:
            perhaps = [*perhaps, UNKNOWN]
        elif not certain:
            certain = [line.country]
        return RowRecipient(
            key=key,
            name=name,
            received=sure,
            parents=[RowParent(*self.called(each.id), certain=each.certain) for each in line.controllers],
            countries=certain,
            perhaps=[each for each in dict.fromkeys(perhaps) if each not in certain],
        )

    def called(self, who: str) -> tuple[str, Bilingual]:
        """Give the key and the name of an end: its id where all cases mean the same by it, else its name."""
        name = self.names.get(who) or both(who)
        return (f"{OF_KNOWLEDGE}{who}" if who in self.shared else f"case:{name.en}"), name


def _countries(controllers: Iterable[Controller]) -> list[str]:
    return sorted({each.country or UNKNOWN for each in controllers})
