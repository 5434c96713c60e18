"""Rules that may find less than they did: compared by structure, so what is not surely as strict is reported."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import UNSET, json

from auditor.judging.condition_implies import Lists, implies
from auditor.model.policy import Example, Policy, Rule
from auditor.model.result.gate import PolicyChange
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER
from auditor.text import loosened as loosened_texts
from auditor.text.grammar import bilingual

#: What makes a finding a hypothesis or a question, which fail no build.
MILD: Final = frozenset({"what-if", "question"})
#: Fields that decide nothing: what a rule says, and which texts it cites.
COSMETIC: Final = frozenset(
    {
        *("title", "message", "why", "remedy", "mistaken_when", "headline", "proof_sentence", "action"),
        *("law", "law_when", "formerly"),
    }
)
#: Fields whose change may make a rule stricter, which is told from their contents; by the id rules are held together.
COMPARED: Final = frozenset(
    {
        "id",
        "kind",
        "for_",
        "severity",
        "when",
        "forbid",
        "require",
        "unless",
        "culprit",
        "group",
        "gate",
        "gate_confidence",
        "joins",
    }
)
#: What is said of other fields: any change counts.
SAID: Final = {"about": loosened_texts.OTHER, "weighed": loosened_texts.WEIGHED}


def loosened(
    before: Sequence[Policy],
    after: Sequence[Policy],
    gate_before: Collection[str] = (),
    gate_after: Collection[str] = (),
) -> list[PolicyChange]:
    """Give what may find less in the packs `after` than `before`; the gates are the rules that a case adds to its own."""
    old = {rule.id: (rule, pack) for pack in before for rule in pack.rules}
    new = {rule.id: (rule, pack) for pack in after for rule in pack.rules}
    found: list[PolicyChange] = []
    for name, (rule, pack) in sorted(old.items()):
        if name not in new:
            found.append(PolicyChange(name, loosened_texts.REMOVED))
            continue
        other, other_pack = new[name]
        if rule != other or pack.lists != other_pack.lists:
            found.extend(_rule(rule, other, pack.lists, other_pack.lists, added=name in gate_after))
        if name in gate_before and name not in gate_after and other.gate != "true":
            found.append(PolicyChange(name, loosened_texts.GATE, "case.gate", "—"))
        found.extend(_tests(name, pack, other_pack))
    return found


def _rule(old: Rule, new: Rule, lists: Lists, new_lists: Lists, *, added: bool) -> Iterator[PolicyChange]:
    if old.for_ != new.for_ or (new.kind != old.kind and (new.kind in MILD or old.kind not in MILD)):
        yield PolicyChange(old.id, loosened_texts.OTHER, f"{old.for_}, {old.kind}", f"{new.for_}, {new.kind}")
        return
    if not implies(old.when, new.when, lists, new_lists):
        yield PolicyChange(old.id, loosened_texts.WHEN, _shown(old.when), _shown(new.when))
    if not _as_strict(old, new, lists, new_lists):
        yield PolicyChange(old.id, loosened_texts.BREACH, _breach(old), _breach(new))
    if new.unless and not (old.unless and implies(new.unless, old.unless, new_lists, lists)):
        yield PolicyChange(old.id, loosened_texts.UNLESS, _shown(old.unless), _shown(new.unless))
    if not _as_grave(old.severity, new.severity, lists, new_lists):
        yield PolicyChange(old.id, loosened_texts.SEVERITY, _shown(old.severity), _shown(new.severity))
    if not added and not _gates_as_much(old.gate, new.gate, lists, new_lists):
        yield PolicyChange(old.id, loosened_texts.GATE, _shown(old.gate), _shown(new.gate))
    if not added and not _asks_as_little(old, new):
        yield PolicyChange(
            old.id, loosened_texts.LEAST, _shown(old.gate_confidence or ""), _shown(new.gate_confidence or "")
        )
    if _several(old.group) != _several(new.group):
        yield PolicyChange(old.id, loosened_texts.CULPRIT, _shown(old.group), _shown(new.group))
    if old.culprit != new.culprit:
        yield PolicyChange(old.id, loosened_texts.BEARER, _shown(old.culprit), _shown(new.culprit))
    if not set(new.joins) <= set(old.joins):
        yield PolicyChange(old.id, loosened_texts.JOINS, _shown(old.joins), _shown(new.joins))
    for name in Rule.__struct_fields__:
        first, second = getattr(old, name), getattr(new, name)
        if name not in COSMETIC | COMPARED and first != second:
            yield PolicyChange(
                old.id,
                SAID.get(name, loosened_texts.CHANGED),
                f"{name}: {_shown(first)}",
                f"{name}: {_shown(second)}",
            )


def _several(group: str | list[str]) -> list[str]:
    return [group] if isinstance(group, str) else group


def _asks_as_little(old: Rule, new: Rule) -> bool:
    """Tell whether a finding need not be better known than before to fail a build."""
    if new.gate_confidence is UNSET or old.gate == "false":
        return True
    return old.gate_confidence is not UNSET and KNOWN_ORDER.index(new.gate_confidence) >= KNOWN_ORDER.index(
        old.gate_confidence
    )


def _as_strict(old: Rule, new: Rule, lists: Lists, new_lists: Lists) -> bool:
    forbids = (
        old.forbid is not UNSET
        and new.forbid is not UNSET
        and implies(old.forbid, new.forbid, lists, new_lists)
    )
    requires = (
        old.require is not UNSET
        and new.require is not UNSET
        and implies(new.require, old.require, new_lists, lists)
    )
    return (forbids or old.forbid is new.forbid) and (requires or old.require is new.require)


def _as_grave(
    old: str | Mapping[str, Any], new: str | Mapping[str, Any], lists: Lists, new_lists: Lists
) -> bool:
    """Tell whether the severity certainly did not drop: each rung that was met is met by an equal or higher one now."""
    after = _ladder(new)
    least = min(rung for rung, _ in after)
    return all(
        least >= rung
        or (
            isinstance(condition, Mapping)
            and any(
                higher >= rung and isinstance(other, Mapping) and implies(condition, other, lists, new_lists)
                for higher, other in after
            )
        )
        for rung, condition in _ladder(old)
    )


def _ladder(severity: str | Mapping[str, Any]) -> list[tuple[int, Any]]:
    rungs = {severity: "else"} if isinstance(severity, str) else severity
    return sorted(
        ((SEVERITY_ORDER.index(rung), test) for rung, test in rungs.items()), key=lambda rung: -rung[0]
    )


def _gates_as_much(
    old: str | Mapping[str, Any], new: str | Mapping[str, Any], lists: Lists, new_lists: Lists
) -> bool:
    if old == "false" or new == "true":
        return True
    if isinstance(old, str) or isinstance(new, str):
        return False
    return implies(old, new, lists, new_lists)


def _tests(name: str, old: Policy, new: Policy) -> Iterator[PolicyChange]:
    kept = {_test(example) for example in new.tests}
    for example in old.tests:
        if name in {*example.expect, *example.unknown, *example.silent} and _test(example) not in kept:
            yield PolicyChange(name, loosened_texts.TEST, bilingual(example.name).en)


def _test(example: Example) -> bytes:
    return json.encode(
        [example.given, example.expect, example.unknown, sorted(example.silent)], order="deterministic"
    )


def _breach(rule: Rule) -> str:
    if rule.forbid is not UNSET:
        return f"forbid {_shown(rule.forbid)}"
    return f"require {_shown(rule.require)}"


def _shown(part: Any) -> str:
    """Give a part of a rule in one line."""
    if isinstance(part, Mapping):
        return "{" + ", ".join(f"{name}: {_shown(wanted)}" for name, wanted in part.items()) + "}"
    return "[" + ", ".join(_shown(item) for item in part) + "]" if isinstance(part, list) else str(part)
