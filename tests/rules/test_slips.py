"""Conditions that could never mean what they say are refused with their place, before any case is read."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.errors import Refused
from auditor.model.policy import Policy
from auditor.rules.language.validate import problems
from tests.own_rules import KNOWLEDGE, Tree, pack, rule


@pytest.mark.parametrize(
    ("about", "condition", "message"),
    [
        ("dataset", {"copies": "two"}, "a number was expected: two"),
        ("dataset", {"copies": ["1", "two"]}, "a number was expected: two"),
        ("dataset", {"copies": "@eea"}, "a number was expected: @eea"),
        ("dataset", {"copies": {"not": "two"}}, "a number was expected: two"),
        ("dataset", {"copies": {"at_least": "two"}}, "a number was expected: two"),
        ("dataset", {"copies": "none"}, "a number was expected: none"),
        ("dataset", {"copies": []}, "an empty list is met by nothing"),
        ("hop", {"transport": []}, "an empty list is met by nothing"),
        ("hop", {"transport": {"not": []}}, "an empty list is met by nothing"),
        ("hop", {"transport": {"only": []}}, "an empty list is met by nothing"),
        ("hop", {"any_of": []}, "an empty list is met by nothing"),
        ("hop", {"not": {"any_of": []}}, "an empty list is met by nothing"),
        ("hop", {"transport": {}}, "an operator was expected"),
        ("hop", {"transport": {"same_as": ["content"]}}, "unknown field of hop: \\['content'\\]"),
        ("hop", {"transport": {"same_as": "contents"}}, "unknown field of hop: contents"),
        ("hop", {"transport": {"at_least": "2"}}, "at_least compares numbers"),
        ("hop", {"any_of": {"transport": "tls"}}, "any_of takes a list of conditions"),
        ("hop", {"any_of": ["transport"]}, "any_of takes a list of conditions"),
        ("hop", {"not": "transport"}, "not takes a condition"),
    ],
)
@pytest.mark.parametrize("part", ["when", "forbid", "unless"])
def test_a_condition_that_nothing_could_meet_as_written_is_refused(
    part: str, about: str, condition: dict[str, Any], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        pack(rule(for_=about, **{part: condition}))


@pytest.mark.parametrize(
    "condition", [{"copies": "2"}, {"copies": ["1", "2.5"]}, {"copies": {"not": ["1", "2"]}}]
)
def test_numbers_may_be_met_exactly(condition: dict[str, Any]) -> None:
    assert pack(rule(for_="dataset", forbid=condition)).rules[0].forbid == condition


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ({"any_off": [{"transport": "tls"}]}, "did you mean any_of?"),
        ({"nott": {"transport": "tls"}}, "did you mean not?"),
        ({"transprot": "tls"}, "did you mean transport?"),
        ({"transport": {"nott": "tls"}}, "did you mean not?"),
    ],
)
def test_a_word_of_the_language_written_wrongly_is_proposed_rightly(
    condition: dict[str, Any], hint: str
) -> None:
    with pytest.raises(Refused) as refused:
        pack(rule(forbid=condition))
    assert [problem.hint and problem.hint.en for problem in refused.value.problems] == [hint]


def wrong(*rules: Tree, **lists: list[str]) -> list[tuple[str, str, str]]:
    """Give what is wrong with a pack: the message, the address (with a key where that is what is wrong), and the hint."""
    written = {"auditor": "1", "policy": "own", "title": "Own", "rules": rules, "lists": lists}
    return [
        (each.message.en, ".".join(map(str, each.route)) + ":" * each.key, each.hint.en if each.hint else "")
        for each in problems(msgspec.convert(written, Policy), KNOWLEDGE)
    ]


def test_a_list_that_the_pack_does_not_have_is_wrong_and_the_nearest_is_proposed() -> None:
    assert wrong(rule(for_="organisation", forbid={"country": ["FR", "@saef"]}), safe=["DE"]) == [
        ("unknown list: @saef", "rules.0.forbid.country.1", "did you mean safe?"),
    ]
    assert wrong(rule(for_="organisation", forbid={"country": ["FR", "@safe"]}), safe=["DE"]) == []


def test_each_part_of_any_of_is_checked_at_its_place() -> None:
    parts = {"any_of": [{"transport": "tls"}, {"transport": "@none-such"}]}
    (found,) = wrong(rule(forbid=parts))
    assert found[:2] == ("unknown list: @none-such", "rules.0.forbid.any_of.1.transport")


def test_the_condition_of_a_citation_is_checked_and_its_text_is_one_that_there_is() -> None:
    assert wrong(rule(law_when={"gdrp.9": {}})) == [
        ("no such text of law: gdrp.9", "rules.0.law_when.gdrp.9:", "did you mean gdpr?")
    ]
    assert wrong(rule(law=["gdrp.9"])) == [
        ("no such text of law: gdrp.9", "rules.0.law.0", "did you mean gdpr?")
    ]
    (found,) = wrong(rule(law_when={"gdpr.9": {"transport": "@none-such"}}))
    assert found[:2] == ("unknown list: @none-such", "rules.0.law_when.gdpr.9.transport")


def test_an_action_may_name_its_sources_and_a_message_may_not() -> None:
    action = {"what": "Show {sources}.", "evidence": "Seen."}
    assert wrong(rule(action=action)) == []
    (found,) = wrong(rule(message="As {sources} has it."))
    assert found[:2] == ("unknown slot of hop: sources", "rules.0.message")
    (found,) = wrong(rule(action={**action, "evidence": "Ask {nobody}."}))
    assert found[:2] == ("unknown slot of hop: nobody", "rules.0.action.evidence")


@pytest.mark.parametrize(
    "said", ["Data are sent to the United States.", "Des données transférées aux États-Unis."]
)
def test_only_a_rule_on_transfers_may_say_that_data_are_transferred(said: str) -> None:
    assert wrong(rule(kind="transfer", for_="transfer", why=said)) == []
    (found,) = wrong(rule(why=said))
    assert found[0].startswith("this claims more than facts and law carry: ")
    assert found[1] == "rules.0.why"


def test_an_overclaim_is_shown_whole() -> None:
    (found,) = wrong(rule(why="They must hand over the data."))
    assert found[0] == "this claims more than facts and law carry: must hand over"


@pytest.mark.parametrize("said", ["Des transferts illégaux.", "Une illicéité.", "Des flux illicites."])
def test_every_form_of_a_word_that_claims_too_much_is_found(said: str) -> None:
    (found,) = wrong(rule(why=said))
    assert found[0].startswith("this claims more than facts and law carry: ill")
