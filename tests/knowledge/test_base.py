"""The knowledge base as it is shipped: whole, dated, with a status and a source for each fact."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from publicsuffixlist import PublicSuffixList

from auditor.api.knowledge import whole
from auditor.loading.files.folder import inputs, shipped
from auditor.loading.knowledge import base as knowledge_base
from auditor.loading.knowledge.entry import VOUCHING
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.law import Knowledge
from auditor.model.scalars import Words

#: Figures of the research that the base carries over: how many entries of each section have which status.
STATUSES = {
    "organisations": {"verified": 150, "secondary": 197, "unverified": 6},
    "ownership": {"verified": 32, "secondary": 111, "unverified": 19},
    "domains": {"verified": 45, "secondary": 269, "unverified": 11},
    "widgets": {"verified": 21, "secondary": 39},
    "products": {"verified": 18, "secondary": 11},
}
EU_2020 = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]
OUTERMOST = {"GF", "GP", "MF", "MQ", "RE", "YT"}
DECISIONS = [
    "ce-450163",
    "ce-492369",
    "ce-emc2",
    "ce-503163",
    "rvs-250599",
    "rvs-251378",
    "vk-1-vk-23-22",
    "olg-15-verg-8-22",
    "t-354-22",
    "dsb-d155-027",
    "bvwg-w245-2252208",
    "cnil-ga-2022",
    "aepd-e-10529-2021",
    "aepd-ps-00349-2022",
    "cnpd-2021-533",
    "ap-uber-2024",
    "t-553-23",
    "lg-3-o-17493-20",
    "lg-4-o-13063-22",
    "c-40-17",
    "c-673-17",
    "ap-kruidvat",
    "c-61-19",
    "datatilsynet-24-01055",
    "cnil-med-2020-015",
    "cnil-san-2022-009",
    "vg-1-k-778-19",
    "ovg-16-b-288-23",
]
ICANN, FULL = PublicSuffixList(only_icann=True), PublicSuffixList()


@pytest.fixture(scope="module")
def base() -> Knowledge:
    return whole(())


def test_every_rule_holds_of_the_base_and_something_rests_on_every_source() -> None:
    add_knowledge(Knowledge(), [*shipped("knowledge"), *shipped("knowledge/web")], whole=True)


@pytest.mark.parametrize("section", STATUSES)
def test_what_was_found_is_there_with_its_status(base: Knowledge, section: str) -> None:
    assert Counter(entry.status for entry in getattr(base, section).values()) == STATUSES[section]


def test_certificates_are_of_known_schemes_and_say_where_they_were_read(base: Knowledge) -> None:
    held = [c for o in base.organisations.values() if isinstance(o.certified, list) for c in o.certified]
    assert len(held) == 22
    assert {c.is_ for c in held} <= {"hds", "hads", "secnumcloud", "iso-27001", "c5"}
    assert all(c.source and c.as_of and c.status for c in held)


def test_what_is_verified_rests_on_a_source_that_can_vouch(base: Knowledge) -> None:
    for section in STATUSES:
        for name, entry in getattr(base, section).items():
            kind = base.sources[entry.source].kind
            assert entry.status != "verified" or kind in VOUCHING, name
            assert (entry.status == "unverified") == (entry.source == "none"), name


def test_domains_are_registrable_by_the_public_suffix_list(base: Knowledge) -> None:
    for name, domain in base.domains.items():
        assert ICANN.privatesuffix(name) == name
        assert FULL.privatesuffix(name) is not None or domain.customers in ("true", "some"), name
        assert all(ICANN.privatesuffix(host.partition("/")[0]) == name for host in domain.hosts), name


def test_somebody_answers_for_each_host_of_a_widget(base: Knowledge) -> None:
    for name, widget in base.widgets.items():
        if widget.organisation in ("own", "unknown") or widget.until:
            continue
        for host in widget.via:
            assert ICANN.privatesuffix(host.partition("/")[0]) in base.domains, (name, host)


def test_notes_and_names_for_readers_are_in_both_languages(base: Knowledge) -> None:
    proper = {
        "Open Telekom Cloud",
        "Font Awesome",
        "Cookiebot",
        "XING",
        "hCaptcha",
        "Maiia 7/7",
        "Livi",
        "Medicalib",
    }
    proper |= {"Heloa", "Petit BamBou"}
    for section in STATUSES:
        for name, entry in getattr(base, section).items():
            texts = [entry.note, getattr(entry, "quiet", ""), entry.name if section == "widgets" else ""]
            for text in texts:
                assert text == "" or text in proper or (isinstance(text, Words) and text.fr and text.en), (
                    section,
                    name,
                )


def test_every_access_law_is_there_with_its_kind(base: Knowledge) -> None:
    kinds = {name: law.kind for name, law in base.instruments.items()}
    assert kinds == {
        "US-SCA-2713": "access",
        "US-FISA-702": "access",
        "US-EO-12333": "sigint-no-compulsion",
        "GB-IPA-2016": "access",
        "CN-NIL-7": "cooperation",
        "CN-DSL-35": "access",
        "CN-DSL-36": "blocking",
        "RU-YAROVAYA": "access",
        "IN-IT69": "access",
        "CH-BUPF": "access",
        "IL-COMM13": "access",
        "AU-TOLA": "access",
        "EU-EEVIDENCE": "access",
        "FR-CSI": "access",
        "GB-US-2022": "agreement",
        "AU-US-2024": "agreement",
    }
    assert all(law.official and law.cite and law.mechanism for law in base.instruments.values())


def test_adequacy_decisions_with_scope_and_end(base: Knowledge) -> None:
    listed = {d.country for d in base.adequacy.values() if not d.invalid and d.country}
    assert listed == {
        "AD",
        "AR",
        "BR",
        "CA",
        "CH",
        "FO",
        "GB",
        "GG",
        "IL",
        "IM",
        "JE",
        "JP",
        "KR",
        "NZ",
        "US",
        "UY",
    }
    scoped = {d.country for d in base.adequacy.values() if d.whole == "false" and d.country}
    assert scoped == {"BR", "CA", "IL", "JP", "KR", "US"}
    ended = {name: (d.since, d.invalid) for name, d in base.adequacy.items() if d.invalid}
    assert ended == {
        "us-safe-harbour": ("2000-07-26", "2015-10-06"),
        "us-privacy-shield": ("2016-07-12", "2020-07-16"),
    }
    assert base.adequacy["gb"].until == "2031-12-27"
    assert [act.date for act in base.adequacy["gb"].amended] == ["2025-06-24", "2025-12-19"]
    assert {(item.date, item.status) for item in base.adequacy["us-dpf"].watch} >= {("2025-10-31", "pending")}
    assert all(d.celex and (d.eli or d.judgment) for d in base.adequacy.values())


def test_the_patent_organisation_is_a_body_and_no_country(base: Knowledge) -> None:
    decision = base.adequacy["epo"]
    assert (decision.organisation, decision.country, decision.whole) == ("epo", "", "false")
    assert base.organisations["epo"].country == "unknown"


@pytest.mark.parametrize(
    ("country", "day", "eu", "eea"),
    [
        ("GB", "2020-12-31", True, True),
        ("GB", "2021-01-01", False, False),
        ("HR", "2013-06-30", False, False),
        ("HR", "2013-07-01", True, True),
        ("NO", "2024-01-01", False, True),
        ("CH", "2024-01-01", False, False),
        ("RE", "2024-01-01", True, True),
        ("YT", "2013-12-31", False, False),
        ("NC", "2024-01-01", False, False),
    ],
)
def test_members_on_a_day(base: Knowledge, country: str, day: str, *, eu: bool, eea: bool) -> None:
    assert (base.in_eu(country, day), base.in_eea(country, day)) == (eu, eea)


def test_the_union_of_27_and_the_area_of_30(base: Knowledge) -> None:
    states = {c for c in base.eu if base.in_eu(c, "2026-01-01")} - OUTERMOST - {"AX"}
    assert states == set(EU_2020)
    area = {c for c in base.eea if base.in_eea(c, "2026-01-01")} - OUTERMOST - {"AX"}
    assert area == states | {"IS", "LI", "NO"}
    assert all(base.in_eu(c, "2026-01-01") for c in OUTERMOST)


def test_every_text_of_law_has_an_official_identifier(base: Knowledge) -> None:
    assert [name for name, text in base.law.items() if not text.id and "/eli/" not in text.official] == []


def test_the_texts_that_the_catalogue_of_rules_rests_on_are_there(base: Knowledge) -> None:
    named = [
        "gdpr",
        "eprivacy",
        "loi-78-17",
        "eudpr",
        "scc-2021-914",
        "us-cloud",
        "us-sca",
        "us-2703",
        "us-2523",
        "us-fisa-702",
        "us-eo-14086",
        "us-pcc",
        "nl-gt",
        "de-koeln",
        "slaughter",
        "csp",
        "decret-2026-209",
        "hds",
        "secnumcloud",
        "sren",
        "decret-2026-272",
        "arrete-2026-08-12",
        "c-penal",
        "c-conso",
        "c-com",
        "cmf",
        "cpce",
        "crpa",
        "cnil-91",
        "cnil-92",
        "cnil-pixel",
        "cnil-enc",
        "cnil-aipd",
        "cnil-2018-326",
        "cnil-2019-118",
        "edpb-01-2020",
        "edpb-05-2021",
        "edpb-02-2024",
        "edpb-22-2024",
        "edpb-02-2018",
        "edpb-07-2020",
        "edpb-08-2020",
        "edpb-02-2023",
        "edpb-08-2024",
        "c-362-14",
        "c-210-16",
        "c-40-17",
        "c-673-17",
        "c-311-18",
        "c-184-20",
        "c-154-21",
        "c-252-21",
        "c-21-23",
        "c-413-23",
        "c-61-19",
        "t-553-23",
        "c-703-25",
        "ce-450163",
        "ce-444937",
        "ce-492369",
        "ce-emc2",
    ]
    assert [name for name in named if name not in base.law] == []


def test_law_of_member_states_and_of_the_union_is_there_with_its_status(base: Knowledge) -> None:
    places = {"tdddg": "DE", "lssi": "ES", "codice-privacy": "IT", "tw-nl": "NL", "ens": "ES", "acn": "IT"}
    for name, country in places.items():
        assert (base.law[name].applies_in, base.law[name].status) == (country, "unverified"), name
    assert base.law["sgb-v"].status == "verified"
    assert base.law["cnil-2020-081"].status == base.law["csp-archives"].status == "secondary"
    rest = (
        "cnil-mr-004",
        "dsa",
        "nis2",
        "dora",
        "lpd-ch",
        "dpdp-in",
        "csp-sanctions",
        "edpb-05-2020",
        "c-604-22",
        "c-683-21",
    )
    assert all(base.law[name].status == "unverified" for name in rest)


def test_ages_of_consent_by_state(base: Knowledge) -> None:
    ages: dict[str, set[str]] = {}
    for country, found in base.consent_ages.items():
        ages.setdefault(found.age, set()).add(country)
    assert ages == {
        "13": {"BE", "DK", "EE", "FI", "LV", "MT", "PT", "SE"},
        "14": {"AT", "BG", "CY", "ES", "IT", "LT"},
        "15": {"CZ", "FR", "GR"},
        "16": {"DE", "HR", "HU", "IE", "LU", "NL", "PL", "RO", "SK"},
    }
    assert [country for country, found in base.consent_ages.items() if found.status == "verified"] == ["FR"]
    assert base.consent_ages.keys() <= base.eu.keys()


def test_every_decision_has_a_court_a_reference_and_a_history(base: Knowledge) -> None:
    for name in DECISIONS:
        text = base.law[name]
        assert text.court, name
        assert text.history, name
        assert text.history[0].since[:4] == text.since[:4], name
    assert [s.status for s in base.law["t-354-22"].history] == ["pending", "appealed"]
    assert [s.status for s in base.law["vk-1-vk-23-22"].history] == ["pending", "annulled"]
    assert base.law["dsb-d155-027"].history[-1].since == "2023-05-12"


def test_what_is_no_decision_has_no_court(base: Knowledge) -> None:
    for name in ("press-doctolib-2021", "press-doctolib-2022"):
        assert not base.law[name].court
        assert not base.law[name].history


def test_the_made_form_says_what_the_yaml_says_and_is_left_aside_once_stale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = shipped("knowledge")
    written, _ = add_knowledge(Knowledge(), files)
    made, cited = knowledge_base.load_base()
    assert made == written
    assert cited == inputs(files)
    name, data = files[0]
    changed = [(name, data.replace(b"status: verified", b"status: secondary")), *files[1:]]
    assert changed != files
    monkeypatch.setattr(knowledge_base, "shipped", lambda folder: changed)
    assert knowledge_base.load_base()[0] != made
    monkeypatch.setattr(knowledge_base, "shipped", lambda folder: files)
    for broken in (
        b"",
        b"{",
        b'{"files":{}}',
        knowledge_base.make(files).replace(b'"country":"LU"', b'"countri":"LU"'),
    ):
        monkeypatch.setattr(knowledge_base, "aside", lambda name, broken=broken: broken)
        assert knowledge_base.load_base()[0] == written


def test_a_check_of_a_case_reads_no_domains_and_no_widgets() -> None:
    assert not any("web/" in name for name, _ in shipped("knowledge"))
    assert {Path(name).name for name, _ in shipped("knowledge/web")} == {
        "domains.yaml",
        "products.yaml",
        "widgets.yaml",
    }
    base, _ = knowledge_base.load_base()
    assert base.domains == {}
    assert base.widgets == {}
