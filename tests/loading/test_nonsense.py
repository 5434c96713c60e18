"""What is well-formed and makes no sense, or leads nowhere, is refused with the line and column of the very words."""

from __future__ import annotations

from typing import Final

import pytest

from auditor.errors import Refused
from auditor.loading.case.load import load_case
from tests.own_rules import KNOWLEDGE

HEAD: Final = """auditor: 1
case: {id: a, as_of: 2024-06-01, about: shop}
people:
  customer: {}
organisations:
  shop: {country: FR}
activities:
  orders: {people: customer, data: contact, controller: shop}
"""

#: What is written after the head, and each problem: line, column, width and message.
TABLE: Final[list[tuple[str, list[tuple[int, int, int, str]]]]] = [
    (
        "claims:\n  c:\n    by: shop\n    quote: q\n    says:\n      only-recipients:\n        who: [shop, nowhere]\n",
        [(15, 21, 7, "no such organisation or word for what an organisation is: nowhere")],
    ),
    (
        "claims:\n  c:\n    by: shop\n    quote: q\n    says:\n      cannot-read: {who: nowhere, data: contact}\n",
        [(14, 26, 7, "no such organisation: nowhere")],
    ),
    (
        "hosts:\n  store:\n    operator:\n      - {value: shop, since: 2021, until: 2020}\n      - {value: shop, since: 2022}\n",
        [(12, 43, 4, "until 2020 lies before since 2021")],
    ),
    (
        "hosts:\n  store:\n    operator: {value: shop, since: 2023-02-30}\n",
        [(11, 36, 10, "no such day: 2023-02-30")],
    ),
    (
        "hosts:\n  store:\n    operator: shop\n    certified:\n      - {is: hds, since: 2024-01-01, until: 2023-01-01}\n",
        [(13, 45, 10, "until 2023-01-01 lies before since 2024-01-01")],
    ),
    (
        "hosts:\n  store:\n    operator: {value: shop, versions: [{value: a}, {value: b}]}\n",
        [
            (11, 23, 4, "sources that differ leave the value unknown"),
            (11, 48, 1, "no such organisation: a"),
            (11, 60, 1, "no such organisation: b"),
        ],
    ),
    (
        "hosts:\n  store:\n    operator: {value: unknown, versions: [{value: shop}, {value: shop}]}\n",
        [(11, 42, 7, "versions are at least two, and differ")],
    ),
    (
        "hosts:\n  store:\n    operator: {value: unknown, versions: [{value: shop}]}\n",
        [(11, 42, 7, "versions are at least two, and differ")],
    ),
    (
        "notices:\n  n: {by: shop, for: orders, gives: {shop: {value: contact, versions: [{value: contact}, {value: health}]}}}\n",
        [(10, 52, 7, "sources that differ leave the value unknown")],
    ),
    ("ownership:\n  - {owner: shop, of: shop, votes: 60}\n", [(10, 23, 4, "shop cannot own itself")]),
    (
        "ownership:\n  - {owner: nobody, of: shop, votes: 160}\n",
        [(10, 13, 6, "no such organisation: nobody"), (10, 38, 3, "more than 100 percent")],
    ),
    (
        "ownership:\n  - {owner: shop, of: other, votes: {min: 60, max: 40}}\n",
        [(10, 23, 5, "no such organisation: other"), (10, 43, 2, "min 60 is above max 40")],
    ),
    (
        "flows:\n  f: {for: orders, from: customer, to: shop, since: 2024-02, until: 2024-01}\n",
        [(10, 69, 7, "until 2024-01 lies before since 2024-02")],
    ),
    (
        "flows:\n  f: {for: orders, from: nobody, to: [shop, nowhere]}\n",
        [
            (10, 26, 6, "no such people or organisation or host: nobody"),
            (10, 45, 7, "no such people or organisation or host: nowhere"),
        ],
    ),
    (
        "flows:\n  f: {for: nothing, from: customer, to: shop, data: contacts}\n",
        [(10, 12, 7, "no such activity: nothing"), (10, 53, 8, "no such category of data: contacts")],
    ),
    (
        "questions:\n  q: {to: shop, text: t, asked: 2024-13, settles: [hosts.nowhere.keys]}\n",
        [(10, 33, 7, "no such day: 2024-13"), (10, 52, 18, "nothing at hosts.nowhere.keys")],
    ),
    (
        "claims:\n  c: {by: shop, quote: q, says: {anonymous: {data: contact}, end-to-end: {data: contact}}}\n",
        [(10, 33, 10, "a claim says exactly one checkable thing")],
    ),
    (
        "claims:\n  c: {by: shop, quote: q, says: {hosted-in: {data: contact, only: FR, outside: US}}}\n",
        [(10, 45, 5, "a claim about places says one of: only, outside")],
    ),
    (
        "claims:\n  c: {by: shop, quote: q, says: {hosted-in: {data: contact}}}\n",
        [(10, 45, 5, "a claim about places says one of: only, outside")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TABLE)
def test_nonsense_is_refused_at_the_words_that_say_it(
    text: str, told: list[tuple[int, int, int, str]]
) -> None:
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", (HEAD + text).encode())], KNOWLEDGE)
    assert [(p.line, p.column, p.width, p.message.en) for p in refused.value.problems] == told


@pytest.mark.parametrize(
    "route", ["flows.shop>lab.transport", "ownership.nobody>lab.votes", "ownership.shop.votes"]
)
def test_what_a_question_would_settle_is_there_or_could_be_stated_between_two_organisations(
    route: str,
) -> None:
    organisations = HEAD.replace("shop: {country: FR}", "shop: {country: FR}\n  lab: {country: FR}")
    asked = f'questions:\n  q: {{to: shop, asked: 2024-01-01, text: what, settles: ["{route}"]}}\n'
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", (organisations + asked).encode())], KNOWLEDGE)
    assert [f"nothing at {route}" in problem.message.en for problem in refused.value.problems] == [True]
    sound = asked.replace(route, "ownership.shop>lab.votes").encode()
    assert load_case([("case.yaml", organisations.encode() + sound)], KNOWLEDGE).case.questions["q"]
