"""What each rule says of the law: whom it binds, what it excepts, which text asks for it, and how grave it is then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.read import all_policies, knowledge_base
from auditor.judging.proof import cite
from auditor.model.policy import Rule
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import CATEGORIES
from auditor.text.grammar import bilingual
from tests.duty.small_case import Tree, case, put_to

Judge = Callable[..., Result]
RULES = {rule.id: rule for policy in all_policies() for rule in policy.rules}
SEALED = {"transport": "tls", "content": "none"}


def of(result: Result, rule: str) -> Finding:
    """Give the one finding of a rule, whatever its outcome."""
    (finding,) = [found for found in result.findings if found.rule == rule]
    return finding


def outcome(result: Result, rule: str) -> str:
    """Give the outcome of the one finding of a rule; `silent` where there is none."""
    found = [finding.outcome for finding in result.findings if finding.rule == rule]
    return found[0] if found else "silent"


def cited(finding: Finding) -> set[str]:
    """Give the references that a finding cites."""
    return {law.ref for law in finding.law}


def prose(rule: Rule) -> dict[str, str]:
    """Give all that a rule says besides its conditions, by language."""
    parts = [
        bilingual(text) for text in (rule.title, rule.message, rule.why, rule.remedy, rule.mistaken_when)
    ]
    return {"fr": " ".join(part.fr for part in parts), "en": " ".join(part.en for part in parts)}


# --- claims


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.startswith("CLM-")])
def test_the_title_of_a_rule_on_claims_quotes_nobody_and_names_no_place(rule: str) -> None:
    title = bilingual(RULES[rule].title)
    for said in (title.fr, title.en):
        assert not any(mark in said for mark in '«»"“”')
        assert not any(place in said for place in ("France", "EU", "UE", "Europe"))


def test_whoever_runs_the_machine_of_another_may_be_able_to_read(judge: Judge) -> None:
    tree = case(
        {"shop": {"country": "NL"}, "racks": {"country": "NL"}},
        {"orders": {"people": "client", "data": "contact", "controller": "shop", "processors": "racks"}},
        hosts={
            "app": {"operator": "shop", "runs_on": "hall", "keeps": "none"},
            "hall": {"operator": "racks", "kind": "data-centre", "runs_on": "none"},
        },
        flows={
            "in": {"for": "orders", "from": "client", "to": "app", **SEALED},
            "out": {
                "for": "orders",
                "from": "app",
                "to": "hall",
                "transport": "tls",
                "content": "encrypted",
                "keys": "shop",
            },
        },
        claims={
            "none": {"by": "racks", "quote": "we see nothing", "says": {"cannot-read": {"who": "racks"}}}
        },
    )
    result = judge(tree)
    reading = next(f for f in result.findings if f.rule == "TRN-003" and f.culprit.startswith("app"))
    assert "may be able to read" in reading.message.en
    assert "est peut-être en mesure de lire" in reading.message.fr
    claim = next(claim for claim in result.claims if claim.id == "none")
    assert claim.verdict == "unproven"
    tree["hosts"]["app"]["isolation"] = "attested"
    assert not [f for f in judge(tree).findings if f.rule == "TRN-003" and f.outcome == "established"]


# --- exposure


def hosted(owner: str, data: str = "contact", scale: str = "small", **host: Any) -> Tree:
    """Data kept by a cloud of the EU whose parent is in `owner`, which holds the keys; of `owner` itself where named so."""
    return case(
        {
            "shop": {"country": "PT", "parent": "none"},
            "cloud": {"country": "IE", "parent": "over", "is": "cloud"},
            "over": {"country": owner, "name": "Overcast", "parent": "none", "is": "cloud"},
        },
        {
            "orders": {
                "people": "client",
                "data": data,
                "controller": "shop",
                "processors": "cloud",
                "scale": scale,
            }
        },
        hosts={
            "store": {"operator": "cloud", "keeps": data, "at_rest": "encrypted", "keys": "cloud", **host}
        },
    )


def test_the_demand_goes_to_the_parent_for_what_it_has_at_the_host(judge: Judge) -> None:
    said = of(judge(hosted("US")), "CTL-001").message
    assert "a demand to Overcast, for what Overcast has in possession, custody or control at" in said.en
    assert "adresser à Overcast une demande" in said.fr
    assert "la possession, la garde ou le contrôle chez" in said.fr
    assert "Cloud holds contact details" in said.en
    assert "Cloud détient des coordonnées" in said.fr


@pytest.mark.parametrize("country", ["CH", "RU", "CN"])
def test_a_law_nobody_verified_or_of_contested_reach_is_possible_only_and_said(
    judge: Judge, country: str
) -> None:
    finding = of(judge(hosted(country)), "CTL-003")
    assert (finding.outcome, finding.severity) == ("cannot-be-shown", "none")
    assert finding.missing == [f"countries.{country}.access_laws"]
    assert (
        "not verified, its reach abroad is contested, or what came after it is not known"
        in finding.message.en
    )
    assert "vérifié, sa portée hors du pays est contestée" in finding.message.fr


def test_a_verified_law_makes_an_exposure(judge: Judge) -> None:
    assert outcome(judge(hosted("GB")), "CTL-003") == "established"


@pytest.mark.parametrize(
    ("data", "scale", "floor", "ceiling"),
    [
        ("contact", "small", "medium", "medium"),
        ("political-opinion", "small", "high", "high"),
        ("contact", "large", "high", "high"),
        ("contact", "unknown", "medium", "high"),
    ],
)
@pytest.mark.parametrize("rule", ["CTL-002", "KEY-002", "KEY-003"])
def test_direct_reach_is_high_for_data_of_article_9_or_a_large_scale(
    judge: Judge, rule: str, data: str, scale: str, floor: str, ceiling: str
) -> None:
    tree = hosted("US", data, scale, operator="over", keys="other" if rule == "KEY-003" else "over")
    tree["organisations"]["other"] = {"country": "US", "parent": "none", "is": "cloud"}
    finding = next(f for f in judge(tree).findings if f.rule == rule)
    assert (finding.outcome, finding.severity, finding.severity_if_open) == ("established", floor, ceiling)


# --- consent and trackers


def tracked(of_whom: str = "FI", **third: Any) -> Tree:
    """An element of a third party that reads the device before consent, of a page of an operator in `of_whom`."""
    return case(
        {"shop": {"country": of_whom}, "third": {"country": "FI", **third}},
        {"site": {"people": "client", "data": "device", "controller": "shop", "processors": "none"}},
        hosts={"page": {"operator": "shop"}},
        flows={
            "tag": {
                "for": "site",
                "from": "client",
                "to": "third",
                "embedded_in": "page",
                "reads_terminal": "true",
                "exempt": "none",
                "consent_first": "false",
                **SEALED,
            }
        },
    )


@pytest.mark.parametrize(
    ("third", "severity"),
    [
        ({"is": "ads"}, ("high", "high")),
        ({"is": "data-broker"}, ("high", "high")),
        ({"is": "analytics"}, ("medium", "medium")),
        ({"is": "unknown"}, ("medium", "high")),
        ({}, ("medium", "high")),
    ],
)
def test_a_tracker_for_advertising_is_graver(judge: Judge, third: Tree, severity: tuple[str, str]) -> None:
    finding = of(judge(tracked(**third)), "CON-002")
    assert finding.outcome == "established"
    assert (finding.severity, finding.severity_if_open) == severity


@pytest.mark.parametrize(("country", "french"), [("FR", True), ("IT", False)])
def test_consent_to_trackers_rests_on_the_regulation_and_french_guidelines_stand_in_france(
    judge: Judge, country: str, french: bool
) -> None:
    laws = cited(of(judge(tracked(country, **{"is": "analytics"})), "CON-002"))
    assert laws >= {"eprivacy.5.3", "gdpr.4.11", "gdpr.7"}
    assert ("cnil-91" in laws) is french


@pytest.mark.parametrize(
    ("country", "found"), [("FR", "silent"), ("IT", "cannot-be-shown"), ("NO", "cannot-be-shown")]
)
def test_audience_measurement_is_exempt_only_where_a_state_provides_for_it(
    judge: Judge, country: str, found: str
) -> None:
    tree = tracked(country, **{"is": "analytics"})
    tree["flows"]["tag"]["exempt"] = "audience-measurement"
    assert outcome(judge(tree), "CON-002") == found


@pytest.mark.parametrize(
    ("needed", "found"), [("true", "silent"), ("false", "established"), (None, "cannot-be-shown")]
)
@pytest.mark.parametrize("limit", [{"bundled": "true"}, {"refusal": "bars-service"}])
def test_consent_is_not_free_only_about_what_the_service_does_not_need(
    judge: Judge, needed: str | None, found: str, limit: Tree
) -> None:
    sheet = {"people": "client", "data": "genetic", "controller": "lab", "legal_basis": "consent"}
    sheet["consent"] = {"by": "client", "how": "opt-in", **limit}
    tree = case({"lab": {"country": "SE"}}, {"test": {**sheet, **({"necessary": needed} if needed else {})}})
    assert outcome(judge(tree), "CON-003") == found
    assert "edpb-08-2024" not in RULES["CON-003"].law


def test_a_parent_gives_or_authorises_and_only_where_a_law_says_so_both_consent(judge: Judge) -> None:
    said = prose(RULES["CHI-001"])
    assert "given or authorised by the holder of parental responsibility" in said["en"]
    assert "donné ou autorisé par le titulaire de la responsabilité parentale" in said["fr"]
    assert (
        "The law of a State, cited where it applies, may want the child to give it jointly with the holder"
        in said["en"]
    )
    for country, joint in (("FR", True), ("DE", False)):
        tree = case(
            {"app": {"country": country}},
            {"play": {"people": "child", "data": "contact", "controller": "app", "legal_basis": "consent"}},
            people={"child": {"country": country, "consent_age": "15"}},
        )
        tree["activities"]["play"] |= {
            "for_children": "true",
            "consent": {"by": "child", "age": "13", "parental": "false"},
        }
        assert ("loi-78-17.45" in cited(of(judge(tree), "CHI-001"))) is joint


# --- special categories


@pytest.mark.parametrize("category", sorted(name for name, above in CATEGORIES.items() if "special" in above))
@pytest.mark.parametrize("inferred", ["true", "false"])
def test_all_of_article_9_needs_a_condition_inferred_or_not(
    judge: Judge, category: str, inferred: str
) -> None:
    tree = case(
        {"firm": {"country": "DE"}},
        {"list": {"people": "client", "data": "traits", "controller": "firm", "special_basis": "none"}},
        data={"traits": {"is": category, "inferred": inferred}},
    )
    finding = of(judge(tree), "SPC-001")
    assert (finding.outcome, finding.severity, finding.culprit) == ("established", "high", "firm")
    assert ("c-21-23" in cited(finding)) is (category == "health")
    tree["activities"]["list"]["special_basis"] = "a"
    assert outcome(judge(tree), "SPC-001") == "silent"
    del tree["activities"]["list"]["special_basis"]
    assert outcome(judge(tree), "SPC-001") == "cannot-be-shown"


def test_article_9_is_of_the_pack_that_holds_for_everybody() -> None:
    (pack,) = [
        policy.policy for policy in all_policies() if any(rule.id == "SPC-001" for rule in policy.rules)
    ]
    assert pack == "gdpr-data"


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ({"kept_for": "3 days", "erased": "true"}, "cannot-be-shown"),
        ({"kept_for": "3 days", "erased": "true", "short_task": "true"}, "silent"),
        ({"kept_for": "3 days", "erased": "true", "short_task": "false"}, "established"),
        ({"kept_for": "20 years"}, "established"),
        ({"kept_for": "20 years", "for_source": "false"}, "silent"),
        ({"kept_for": "20 years", "for_source": "unknown"}, "established"),
    ],
)
def test_hosting_is_for_who_collected_the_data_and_not_for_a_short_task(
    judge: Judge, host: Tree, found: str
) -> None:
    tree = case(
        {"clinic": {"country": "FR"}, "scans": {"country": "FR", "parent": "none", "certified": "none"}},
        {
            "files": {
                "people": "client",
                "data": "health",
                "controller": "clinic",
                "processors": "scans",
                "care": "true",
            }
        },
        hosts={
            "desk": {"operator": "scans", "runs_on": "none", "keeps": "health", "certified": "none", **host}
        },
    )
    assert outcome(judge(tree), "SPC-002") == found


def test_what_comes_from_outside_of_an_activity_may_not_be_hosted_for_who_collected_it(judge: Judge) -> None:
    tree = case(
        {
            "insurer": {"country": "FR"},
            "clinic": {"country": "FR"},
            "racks": {"country": "FR", "parent": "none", "certified": "none"},
        },
        {
            "bills": {
                "people": "client",
                "data": "health",
                "controller": "insurer",
                "processors": "racks",
                "recipients": "none",
                "care": "true",
            }
        },
        hosts={"store": {"operator": "racks", "runs_on": "none", "keeps": "health", "certified": "none"}},
        flows={"send": {"for": "bills", "from": "clinic", "to": "store", **SEALED}},
    )
    finding = of(judge(tree), "SPC-002")
    assert finding.outcome == "cannot-be-shown"
    assert "hosts.store.for_source" in finding.missing
    tree["flows"]["send"]["from"] = "client"
    assert outcome(judge(tree), "SPC-002") == "established"


def test_title_and_message_of_an_impact_assessment_say_the_same() -> None:
    rule = RULES["SPC-004"]
    title, message = bilingual(rule.title), bilingual(rule.message)
    assert "not done or incomplete" in title.en
    assert "is not done, or is incomplete" in message.en
    assert "non faite ou incomplète" in title.fr
    assert "n'est pas faite, ou est incomplète" in message.fr


def test_a_sale_of_health_data_cites_the_paragraph_on_it() -> None:
    assert "csp.L1111-8.VII" in RULES["SPC-007"].law
    said = cite(knowledge_base(), "csp.L1111-8.VII").cite
    assert said.fr.endswith("art. L.1111-8, VII")
    assert said.en.endswith("art. L.1111-8 VII")


# --- purposes, periods, notices


def test_another_purpose_may_rest_on_consent_a_law_or_compatibility(judge: Judge) -> None:
    tree = case(
        {"clinic": {"country": "AT"}, "lab": {"country": "AT"}},
        {
            "care": {
                "people": "client",
                "data": "contact",
                "purpose": "care",
                "controller": "clinic",
                "processors": "none",
            }
        },
        flows={
            "reuse": {
                "for": "care",
                "from": "clinic",
                "to": "lab",
                "purpose": "studies",
                "compatible": "false",
                **SEALED,
            }
        },
        notices={"told": {"by": "clinic", "for": "care", "recipients": "lab", "purposes": "care"}},
    )
    finding = of(judge(tree), "PUR-001")
    assert finding.outcome == "established"
    assert cited(finding) >= {"gdpr.6.4", "gdpr.13.3", "gdpr.14.4"}
    assert "consent of the people, a law, a compatibility test" in finding.message.en
    del tree["flows"]["reuse"]["compatible"]
    result = judge(tree)
    assert outcome(result, "PUR-001") == "cannot-be-shown"
    (question,) = [q for q in result.questions if q.field == "flows.compatible"]
    assert "on people's consent, on a law or on a documented compatibility test" in question.question.en


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("RET-001", {"en": "article 89 (art. 5(1)(e))", "fr": "de l'article 89 (art. 5, § 1, e)"}),
        (
            "TPS-001",
            {"en": "a legitimate interest that is documented", "fr": "un intérêt légitime documenté"},
        ),
        ("TPS-002", {"en": "arts 13(4), 14(5), 23", "fr": "art. 13, § 4, 14, § 5, 23"}),
        ("SPC-002", {"en": "R.1111-8-8", "fr": "R.1111-8-8"}),
        (
            "ROL-001",
            {
                "en": "Union or Member State law determined",
                "fr": "le droit de l'Union ou d'un État membre déterminait",
            },
        ),
        (
            "PUR-001",
            {
                "en": "people had consented to that purpose",
                "fr": "les personnes avaient consenti à cette finalité",
            },
        ),
    ],
)
def test_what_a_rule_excepts_is_said_where_it_may_be_mistaken(rule: str, words: dict[str, str]) -> None:
    said = bilingual(RULES[rule].mistaken_when)
    assert words["en"] in said.en
    assert words["fr"] in said.fr


def test_a_notice_silent_on_transfers_or_period_is_medium_under_both_articles() -> None:
    rule = RULES["TRP-003"]
    assert rule.severity == "medium"
    assert set(rule.law) == {"gdpr.13.1.f", "gdpr.13.2.a", "gdpr.14.1.f", "gdpr.14.2.a"}


def test_a_question_unanswered_denies_nobody_an_answer_that_is_owed() -> None:
    said = prose(RULES["TRP-001"])
    assert "Nobody owes" not in said["en"]
    assert "Nul n'est tenu" not in said["fr"]
    assert "art. 28(3)(h)" in said["en"]


def test_an_authority_is_no_recipient_in_a_particular_inquiry_only(judge: Judge) -> None:
    tree = case(
        {
            "bank": {"country": "LU"},
            "office": {"country": "LU", "kind": "public-body", "is": "public-authority"},
        },
        {"files": {"people": "client", "data": "financial", "controller": "bank", "processors": "none"}},
        flows={"file": {"for": "files", "from": "bank", "to": "office", **SEALED}},
        notices={"told": {"by": "bank", "for": "files", "recipients": "none"}},
    )
    found = {"true": "silent", "false": "established", None: "cannot-be-shown"}
    for inquiry, outcome_ in found.items():
        tree["flows"]["file"].pop("inquiry", None)
        tree["flows"]["file"].update({"inquiry": inquiry} if inquiry else {})
        assert outcome(judge(tree), "TPS-002") == outcome_
    assert {"gdpr.5.1.a", "gdpr.13.1.e"} <= set(RULES["TPS-005"].law)


@pytest.mark.parametrize(
    ("listed", "stated", "found", "asked"),
    [
        ("processors", {}, "established", ()),
        ("recipients", {}, "cannot-be-shown", ("organisations.brand.is",)),
        ("recipients", {"is": "ads"}, "established", ()),
        ("recipients", {"is": "public-authority"}, "cannot-be-shown", ("activities.files.inquiry",)),
    ],
)
def test_a_record_alone_asks_for_an_inquiry_of_whoever_may_be_an_authority_only(
    judge: Judge, listed: str, stated: dict[str, str], found: str, asked: tuple[str, ...]
) -> None:
    tree = case(
        {"bank": {"country": "LU"}, "brand": {"kind": "unknown", **stated}},
        {
            "files": {
                "people": "client",
                "data": "financial",
                "controller": "bank",
                "processors": "none",
                "recipients": "none",
                listed: "brand",
            }
        },
        notices={"told": {"by": "bank", "for": "files", "recipients": "none"}},
    )
    result = judge(tree)
    assert outcome(result, "TPS-002") == found
    waiting = {
        fact.fact for question in result.questions for fact in question.facts if "TPS-002" in fact.rules
    }
    assert waiting == set(asked)


# --- roles and contracts


@pytest.mark.parametrize(
    ("kind", "stated", "found"),
    [
        ("company", None, "established"),
        ("public-body", None, "cannot-be-shown"),
        ("public-body", "unknown", "cannot-be-shown"),
        ("public-body", "false", "established"),
        ("public-body", "true", "silent"),
        ("company", "true", "silent"),
    ],
)
def test_joint_controllers_whose_duties_the_law_determines_need_no_arrangement(
    judge: Judge, kind: str, stated: str | None, found: str
) -> None:
    sheet = {"people": "client", "data": "contact", "controller": ["one", "two"], "joint": "joint"}
    tree = case(
        {"one": {"country": "DK", "kind": kind}, "two": {"country": "DK"}},
        {"list": {**sheet, **({"duties_by_law": stated} if stated else {})}},
        agreements=[{"between": ["one", "two"], "is": "joint", "signed": "false"}],
    )
    assert outcome(judge(tree), "ROL-001") == found
    said = prose(RULES["ROL-001"])
    assert "in writing" not in said["en"]
    assert "par écrit" not in said["fr"]
    assert "in a transparent manner" in said["en"]


@pytest.mark.parametrize(
    ("is_", "as_of", "switching"),
    [("cloud", "2025-10-01", True), ("cloud", "2025-09-11", False), ("mailing", "2025-10-01", False)],
)
def test_switching_is_a_duty_of_cloud_services_and_no_text_asks_for_a_clause_on_control(
    judge: Judge, is_: str, as_of: str, switching: bool
) -> None:
    tree = case(
        {"shop": {"country": "NL"}, "host": {"country": "NL", "is": is_}},
        {"list": {"people": "client", "data": "contact", "controller": "shop", "processors": "host"}},
        agreements=[{"between": ["shop", "host"], "is": "processing", "exit_clause": "false"}],
        head={"as_of": as_of},
    )
    laws = cited(of(judge(tree), "WIF-003"))
    assert ("data-act.25" in laws) is switching
    assert "gdpr.28.3.g" in laws
    said = prose(RULES["WIF-003"])
    assert "No text asks for a change-of-control clause" in said["en"]
    assert "Aucun texte n'impose de clause de changement de contrôle" in said["fr"]


# --- transfers


@pytest.mark.parametrize(("tool", "found"), [("dpf-onward", []), ("none", ["shop"])])
def test_a_participant_in_the_framework_passes_data_on_under_the_contract_it_asks_for(
    judge: Judge, tool: str, found: list[str]
) -> None:
    tree = case(
        {
            "shop": {"country": "SE"},
            "crm": {"country": "US", "parent": "none", "dpf": "true", "dpf_covers": "non-hr"},
            "desk": {"country": "KE", "parent": "none"},
        },
        {
            "list": {
                "people": "client",
                "data": "contact",
                "controller": "shop",
                "processors": ["crm", "desk"],
            }
        },
        hosts={
            "app": {"operator": "shop", "location": "SE"},
            "base": {"operator": "crm", "location": "US", "runs_on": "none"},
        },
        flows={
            "out": {"for": "list", "from": "app", "to": "base", **SEALED},
            "on": {"for": "list", "from": "base", "to": "desk", "tool": tool, "derogation": "none", **SEALED},
        },
        agreements=[{"between": ["crm", "desk"], "is": "processing", "signed": "false"}]
        if tool == "none"
        else [],
    )
    result = judge(tree)
    assert put_to(result, "XFR-007") == found
    assert put_to(result, "XFR-006") == []
    for finding in [f for f in result.findings if f.rule == "XFR-007"]:
        assert not [law for law in cited(finding) if law.startswith("scc-")]


@pytest.mark.parametrize(("country", "decision", "american"), [("US", "us-dpf", True), ("CH", "ch", False)])
def test_only_the_loss_of_a_decision_on_the_united_states_cites_their_cases(
    judge: Judge, country: str, decision: str, american: bool
) -> None:
    tree = case(
        {
            "shop": {"country": "SE"},
            "desk": {"country": country, "parent": "none", "dpf": "true", "dpf_covers": "non-hr"},
        },
        {"list": {"people": "client", "data": "contact", "controller": "shop", "processors": "desk"}},
        hosts={"app": {"operator": "shop", "location": "SE"}},
        flows={
            "out": {
                "for": "list",
                "from": "app",
                "to": "desk",
                "tool": "none",
                "derogation": "none",
                **SEALED,
            }
        },
        scenarios={"gone": {"remove": [f"adequacy.{decision}"]}},
    )
    finding = next(f for f in judge(tree).findings if f.rule == "WIF-002" and f.subject.id == "gone")
    laws = cited(finding)
    assert "gdpr.45.5" in laws
    assert ({"t-553-23", "c-311-18", "c-362-14"} <= laws) is american
    assert ("t-553-23" in laws) is american
    said = prose(RULES["WIF-002"])
    assert "declared invalid" in said["en"]
    assert "annul" not in said["en"]
    assert "annul" not in said["fr"]
    assert "United States" not in said["en"]


# --- words

#: What no rule says, in either language.
BANNED = (
    "en garde",
    "sans identité établies",
    "carte des",
    "la carte de",
    "gesture",
    "says but half",
    "in custody",
)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_speaks_as_a_lawyer_writes(rule: str) -> None:
    for said in prose(RULES[rule]).values():
        assert not [word for word in BANNED if word in said]


def test_a_question_on_the_laws_of_a_state_names_the_state(judge: Judge) -> None:
    (question,) = [q for q in judge(hosted("CN")).questions if q.field == "countries.access_laws"]
    assert "this State (China)" in question.question.en
    assert "cet État (Chine)" in question.question.fr


def test_no_code_stands_in_a_sentence(judge: Judge) -> None:
    tree = hosted("US", operator="over", keys="other", location=["CH", "US"])
    tree["organisations"]["other"] = {"country": "US", "parent": "none", "is": "cloud"}
    tree["case"]["as_of"] = "2026-10-15"
    tree["people"]["client"] = {"country": "FR"}
    tree["organisations"]["shop"]["country"] = "FR"
    tree["activities"]["orders"].update({"data": "health", "care": "true"})
    tree["hosts"]["store"].update({"keeps": "health", "kept_for": "unlimited"})
    tree["hosts"]["desk"] = {"operator": "shop"}
    tree["activities"]["orders"]["retention"] = "unlimited"
    tree["flows"] = {
        "send": {
            "for": "orders",
            "from": "desk",
            "to": "store",
            "transport": "opportunistic",
            "content": "none",
        }
    }
    said = {f.rule: f.message for f in judge(tree).findings if f.outcome == "established"}
    assert "The same State (United States)" in said["KEY-003"].en
    assert "Le même État (États-Unis)" in said["KEY-003"].fr
    assert "(Switzerland and United States)" in said["SPC-006"].en
    assert "un chiffrement opportuniste" in said["TRN-002"].fr
    assert "annoncé : sans limite" in said["RET-001"].fr


@pytest.mark.parametrize(("country", "health"), [("FR", True), ("AT", False)])
def test_the_french_scheme_is_cited_on_remote_access_to_health_data_in_france_only(
    judge: Judge, country: str, health: bool
) -> None:
    tree = case(
        {"clinic": {"country": country}, "desk": {"country": "PH"}},
        {
            "care": {
                "people": "client",
                "data": "health",
                "controller": "clinic",
                "processors": "none",
                "recipients": "none",
                "care": "true",
            }
        },
        hosts={"app": {"operator": "clinic", "location": country}},
        flows={
            "help": {"for": "care", "from": "app", "to": "desk", "access": "remote", "tool": "scc", **SEALED}
        },
        notices={"told": {"by": "clinic", "for": "care", "recipients": "none", "transfers": "false"}},
    )
    finding = of(judge(tree), "XFR-004")
    assert (finding.outcome, finding.culprit) == ("established", "clinic")
    assert ("hds.29" in cited(finding)) is health
    assert cited(finding) >= {"gdpr.13.1.f", "gdpr.30.1.e"}
    assert "health data of “care”" in finding.message.en
