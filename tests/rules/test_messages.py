"""Slots of messages: French contracts where a message asks for it, and nothing else may stand after a colon."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from msgspec.structs import replace

from auditor.api.read import all_policies
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.scalars import Words
from auditor.rules.language.validate import problems
from auditor.text.grammar import filled

Judge = Callable[..., Result]


@pytest.mark.parametrize(
    ("title", "said"),
    [("le poste", "au poste"), ("les postes", "aux postes"), ("la salle", "à la salle"), ("Ward", "à Ward")],
)
def test_french_contracts_where_a_message_asks_for_it(
    judge: Judge, reference_tree: dict[str, Any], title: str, said: str
) -> None:
    tree = deepcopy(reference_tree)
    tree["hosts"]["platform"]["title"] = {"fr": title, "en": "the ward"}
    (found,) = [f for f in judge(tree).findings if f.rule == "TRN-003" and f.outcome == "established"]
    assert f"peut lire en clair ce qui passe {said} :" in found.message.fr
    assert "at the ward" in found.message.en


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("coordonnées", "des coordonnées"),
        ("coordonnées et identité", "coordonnées et identité"),
        ("identité", "identité"),
        ("les dossiers", "les dossiers"),
        ("des dossiers", "des dossiers"),
        ("—", "—"),
    ],
)
def test_a_plural_takes_its_article_where_a_message_asks_for_it(noun: str, said: str) -> None:
    assert filled(Bilingual("{data:des}", "{data}"), data=Bilingual(noun, "data")) == Bilingual(said, "data")


@pytest.mark.parametrize("slot", ["{at:xx}", "{at:}", "{at:à:de}", "{at.__class__}", "{nobody:de}", "{at!r}"])
def test_a_slot_made_otherwise_is_refused(slot: str) -> None:
    policy = next(policy for policy in all_policies() if policy.policy == "gdpr")
    rule = next(rule for rule in policy.rules if rule.id == "TRN-003")
    turned = replace(rule, message=Words(fr=f"Ici {slot}.", en=f"Here {slot}."))
    found = problems(replace(policy, rules=[turned], tests=[]))
    assert any("unknown slot" in wrong.message.en for wrong in found)
