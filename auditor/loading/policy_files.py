"""Packs of rules from their files, checked against the fields that exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.errors import Problem, Refused, Wrong
from auditor.loading.files.convert import convert
from auditor.loading.files.document import collector_paused, read
from auditor.model.law import Knowledge
from auditor.model.policy import Policy
from auditor.text import problems as words

File = tuple[str, bytes]
Check = Callable[[Policy, Knowledge | None], list[Wrong]]


def load_policies(
    files: Sequence[File], knowledge: Knowledge | None, check: Check | None, *, checked: Sequence[File] = ()
) -> tuple[Policy, ...]:
    """Give the packs of `files`, each checked by `check`, and those already `checked`, in order of name.

    Raises Refused with every problem.
    """
    policies: list[Policy] = []
    problems: list[Problem] = []
    first: dict[str, str] = {}
    with collector_paused():
        for path, data in (*checked, *files):
            document = read(path, data)
            problems.extend(document.problems)
            if document.value is None and not document.problems:
                problems.append(document.problem((), words.shape.NOTHING_IN_IT(), words.policies.A_PACK()))
            if document.value is None or document.problems:
                continue
            policy, wrong = convert(document.value, Policy)
            if policy is not None:
                wrong = [] if check is None or (path, data) in checked else check(policy, knowledge)
                wrong += [] if check is None or (path, data) in checked else _misshapen(policy)
                policies.append(policy)
                for index, rule in enumerate(policy.rules):
                    if rule.id in first:
                        twice, hint = (
                            words.shape.DECLARED_TWICE(name=rule.id),
                            words.hints.FIRST_IN(place=first[rule.id]),
                        )
                        wrong.append(Wrong(("rules", index, "id"), twice, hint))
                    first.setdefault(rule.id, path)
            problems.extend(document.place(each) for each in wrong)
    if problems:
        raise Refused(problems)
    return tuple(sorted(policies, key=lambda policy: policy.policy))


def _misshapen(policy: Policy) -> list[Wrong]:
    """Give what is wrong with the small cases in the tests of a pack."""
    from auditor.loading.case.load import misshapen

    return [
        each.below("tests", number, "given")
        for number, example in enumerate(policy.tests)
        for each in misshapen(example.given)
    ]


def without_tests(file: File) -> File:
    """Return a shipped pack without its tests: they stand last in the file, and checking a case does not need them."""
    path, data = file
    return path, data.partition(b"\ntests:\n")[0] + b"\n"
