"""What became of each case of a survey since an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.bilingual import Bilingual
from auditor.model.survey import RowChange, SurveyRow


def changes(before: Iterable[SurveyRow], after: Iterable[SurveyRow]) -> Iterator[RowChange | None]:
    """Yield what became of each case, None where it is as it was; both surveys come in order of name."""
    old, new = iter(before), iter(after)
    then, now = next(old, None), next(new, None)
    while then is not None or now is not None:
        if now is None or (then is not None and _place(then) < _place(now)):
            yield RowChange(case=then.case if then else "", change="gone", before=then)
            then = next(old, None)
        elif then is None or _place(now) < _place(then):
            yield RowChange(case=now.case, change="new", after=now)
            now = next(new, None)
        else:
            yield _change(then, now)
            then, now = next(old, None), next(new, None)


def _place(row: SurveyRow) -> list[str]:
    return row.case.split("/")


def _change(before: SurveyRow, after: SurveyRow) -> RowChange | None:
    change = RowChange(
        case=after.case,
        change="changed",
        before=before,
        after=after,
        recipients_new=_only(after, before),
        recipients_gone=_only(before, after),
        rules_new=[each for each in after.rules if each not in before.rules],
        rules_gone=[each for each in before.rules if each not in after.rules],
    )
    lists = (change.recipients_new, change.recipients_gone, change.rules_new, change.rules_gone)
    same = _outcome(before) == _outcome(after)
    return None if same and not any(lists) else change


def _only(one: SurveyRow, other: SurveyRow) -> list[Bilingual]:
    """Give the names of the recipients of one row that the other does not have."""
    there = {each.key for each in other.recipients if each.received}
    return [each.name for each in one.recipients if each.received and each.key not in there]


def _outcome(row: SurveyRow) -> tuple[object, ...]:
    return row.state, row.passed, row.severity, tuple(sorted(row.established.items()))
