"""Packs of rules from their files, checked against the fields that exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.errors import Problem, Refused
from auditor.loading.document import collector_paused, read
from auditor.loading.shape import convert
from auditor.model.law import Knowledge
from auditor.model.policy import Policy

Check = Callable[[Policy, Knowledge | None], list[tuple[tuple[str | int, ...], str, str]]]


def load_policies(files: Sequence[tuple[str, bytes]], knowledge: Knowledge, check: Check | None) -> tuple[Policy, ...]:
    """Give the packs of `files` in order of name, each checked by `check`. Raises Refused with every problem."""
    policies: list[Policy] = []
    problems: list[Problem] = []
    first: dict[str, str] = {}
    with collector_paused():
        for path, data in files:
            document = read(path, data)
            problems.extend(document.problems)
            if document.value is None or document.problems:
                continue
            policy, wrong = convert(document.value, Policy)
            if policy is not None:
                wrong = check(policy, knowledge) if check is not None else []
                policies.append(policy)
                for index, rule in enumerate(policy.rules):
                    if rule.id in first:
                        wrong.append((("rules", index, "id"), f"{rule.id} is declared twice", f"first in {first[rule.id]}"))
                    first.setdefault(rule.id, path)
            problems.extend(document.problem(route, message, hint, key=_names_key(message)) for route, message, hint in wrong)
    if problems:
        raise Refused(problems)
    return tuple(sorted(policies, key=lambda policy: policy.policy))


def without_tests(file: tuple[str, bytes]) -> tuple[str, bytes]:
    """Give a pack that comes with the program without its tests, which stand last in it and which no check of a case needs."""
    path, data = file
    return path, data.partition(b"\ntests:\n")[0] + b"\n"


def _names_key(message: str) -> bool:
    return message.startswith(("unknown key", "unknown field", "unknown operator"))
