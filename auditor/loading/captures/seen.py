"""What is kept of a recipient that a capture shows: its hosts together, counts, names, kinds, pointers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from auditor.model.capture import Recipient

Tree = dict[str, Any]


def seen_recipient(
    hosts: list[Recipient], *, page: str, to: str, flows: list[str], at: Callable[[str], str]
) -> Tree:
    """Give the row of the hosts of one recipient called from one page; what was not seen is left out."""
    first = min(hosts, key=lambda each: each.first)
    offsets = [each.offset for each in hosts if each.offset is not None]
    operator = next((each.operator for each in hosts if each.operator is not None), None)
    said: Tree = {
        "page": page,
        "to": to,
        "domain": first.domain,
        "requests": str(sum(each.requests for each in hosts)),
        "sent": str(sum(each.sent for each in hosts)),
        "first": str(first.first),
        "last": str(max(each.last for each in hosts)),
        "at": at(first.pointer),
        "flows": flows,
        "hosts": sorted({each.host for each in hosts}),
        "attempted": _count(each.attempted for each in hosts),
        "failed": _count(each.failed for each in hosts),
        "bodies": _count(each.bodies for each in hosts),
        "offset": str(min(offsets)) if offsets else "",
        "methods": _each(each.methods for each in hosts),
        "schemes": _counted(each.schemes for each in hosts),
        "referrer": _counted(each.referrer for each in hosts),
        "parameters": _each([f"{p.place} {p.name}" for p in each.parameters] for each in hosts),
        "kinds": _kinds(hosts, at),
        "cookies_sent": _each([cookie.name for cookie in each.cookies_sent] for each in hosts),
        "cookies_set": _each([cookie.name for cookie in each.cookies_set] for each in hosts),
        "initiators": _each([f"{i.kind} {i.host}".strip() for i in each.initiators] for each in hosts),
        "redirected_from": _each(each.redirected_from for each in hosts),
        "addresses": _each(each.addresses for each in hosts),
        "cloaking": _each([f"{c.by} {c.host}" for c in each.cloaking] for each in hosts),
        "noise": _counted(each.noise for each in hosts),
    }
    if operator is not None:
        named = "brand" if operator.layer == "brands" else "operator"
        said[named] = operator.name if named == "brand" else operator.organisation
        said |= {
            "operator_source": operator.source,
            "operator_as_of": operator.as_of,
            "serves": sorted(operator.roles),
        }
    return {name: value for name, value in said.items() if value not in ("", [], {})}


def _count(counts: Iterable[int]) -> str:
    total = sum(counts)
    return str(total) if total else ""


def _each(lists: Iterable[Iterable[str]]) -> list[str]:
    return sorted({item for items in lists for item in items})


def _counted(counts: Iterable[dict[str, int]]) -> dict[str, str]:
    total: Counter[str] = sum((Counter(each) for each in counts), Counter())
    return {name: str(count) for name, count in sorted(total.items())}


def _kinds(hosts: list[Recipient], at: Callable[[str], str]) -> list[Tree]:
    """Give each kind that a name seems to carry once, by the first parameter that does."""
    found: dict[tuple[str, str], Tree] = {}
    for recipient in hosts:
        for parameter in recipient.parameters:
            for kind in parameter.kinds:
                key = (kind.kind, parameter.name)
                found.setdefault(
                    key,
                    {
                        "kind": kind.kind,
                        "name": parameter.name,
                        "rule": kind.rule,
                        "as_of": kind.as_of,
                        "at": at(parameter.pointer),
                    },
                )
    return [found[key] for key in sorted(found)]
