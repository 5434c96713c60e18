"""Who holds whom, by which source and how well: the links that decide answers, and owners that were missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.api.knowledge import decides, whole
from auditor.errors import Refused
from auditor.loading.knowledge.as_of import known_on
from auditor.model.result.document import Result

BASE = whole(())


@pytest.mark.parametrize(
    ("link", "status", "source", "since"),
    [
        ("amazon>aws-emea", "verified", "aws-privacy", ""),
        ("amazon>a100-row", "verified", "amazon-ex21-2025", ""),
        ("a100-row>aws-esc", "secondary", "aws-esc-register-notes", ""),
        ("microsoft>microsoft-ie", "verified", "microsoft-ex21-2017", "2003"),
        ("microsoft>github", "secondary", "github-microsoft-2018", "2018-10-26"),
        ("microsoft>xandr", "secondary", "disconnect-2026", "2022"),
        ("alphabet>google-llc", "verified", "google-youtube-terms", "2015-10-02"),
        ("google-llc>google-ie", "verified", "google-terms", ""),
        ("google-llc>google-cloud-emea", "secondary", "google-genai-terms", ""),
        ("openai-foundation>openai-group", "secondary", "openai-2025", "2025-10-28"),
        ("openai-group>openai", "unverified", "none", "2025-10-28"),
        ("atlassian-corp>atlassian", "secondary", "atlassian-privacy", ""),
        ("shopify>shopify-ie", "secondary", "shopify-terms", ""),
        ("zoro-bidco>zendesk", "secondary", "zendesk-8k-2022", "2022"),
        ("crewline-buyer>new-relic", "secondary", "new-relic-2023", "2023-11"),
        ("hubspot>hubspot-ie", "secondary", "hubspot-notice-2026", ""),
        ("akamai>linode", "secondary", "linode-cli-notes", ""),
        ("publicis>lotame", "secondary", "lotame-2025", "2025"),
        ("criteo>bidswitch", "secondary", "bidswitch-8k-2022", "2022-08-01"),
        ("experian>tapad", "secondary", "tapad-2020", "2020-11"),
        ("bending-spoons>vimeo", "secondary", "vimeo-2026", "2025"),
        ("apollo>yahoo", "secondary", "yahoo-apollo-2021", "2021-05"),
        ("ovh>ovh-sas", "unverified", "none", ""),
        ("slack>slack-ie", "unverified", "none", ""),
    ],
)
def test_a_link_has_its_source_its_status_and_its_beginning(
    link: str, status: str, source: str, since: str
) -> None:
    found = BASE.ownership[link]
    assert (found.status, found.source, found.since) == (status, source, since)


@pytest.mark.parametrize(
    ("organisation", "scheme", "number"),
    [
        ("aws-emea", "lu-rcs", "B186284"),
        ("x-ie", "vat", "IE9803175Q"),
        ("openai-ie", "ie-cro", "737350"),
        ("shopify-ie", "ie-cro", "560279"),
        ("paypal-eu", "lu-rcs", "B118349"),
        ("ovh", "lei", "9695001J8OSOVX4TP939"),
    ],
)
def test_an_organisation_has_its_number(organisation: str, scheme: str, number: str) -> None:
    assert BASE.organisations[organisation].ids[scheme] == number


def test_two_sources_that_contradict_each_other_leave_a_range_and_an_open_end() -> None:
    (held,) = [
        link
        for link in BASE.ownership.values()
        if (link.owner, link.of, link.kind) == ("google-llc", "s3ns", "minority")
    ]
    assert (getattr(held.shares, "max", ""), held.until) == ("24", "unknown")


def test_of_the_links_that_decide_few_rest_on_nothing() -> None:
    deciding = [link for link in BASE.ownership.values() if decides(link)]
    counts = {s: sum(link.status == s for link in deciding) for s in ("verified", "secondary", "unverified")}
    assert counts["verified"] > counts["unverified"]
    assert sum(counts.values()) == len(deciding) > 100


def test_a_minority_or_a_licence_decides_nothing() -> None:
    assert not [
        name
        for name, link in BASE.ownership.items()
        if decides(link) and link.kind in ("minority", "licence", "keys", "officers", "operations")
    ]


def test_before_the_newest_source_a_link_stands_on_an_earlier_one_at_second_hand() -> None:
    then = known_on(BASE, "2022-01-01").ownership["amazon>aws-emea"]
    assert (then.source, then.status, then.as_of) == ("ce-2021", "secondary", "2021-03-12")
    assert known_on(BASE, "2026-05-18").ownership["amazon>aws-emea"].status == "verified"


@pytest.mark.parametrize(
    ("as_of", "known", "source"),
    [
        ("2019-11-01", "alleged", "ce-2021"),
        ("2022-02-04", "alleged", "ce-2021"),
        ("2022-02-05", "documented", "aws-privacy"),
        ("2026-06-01", "documented", "aws-privacy"),
    ],
)
def test_a_holding_is_documented_from_the_day_its_document_was_first_seen(
    as_of: str, known: str, source: str, judge: Callable[..., Result]
) -> None:
    tree = _cloud("aws-emea")
    (finding,) = [found for found in judge(tree, as_of).findings if found.rule == "CTL-001"]
    (link,) = [fact for fact in finding.proof if fact.fact == "ownership.amazon>aws-emea"]
    assert (finding.confidence, link.known, link.source) == (known, known, f"knowledge:{source}")
    assert ("second hand" in finding.message.en) is (known == "alleged")
    assert ("de seconde main" in finding.message.fr) is (known == "alleged")


def test_what_is_verified_since_a_day_names_who_vouches_for_it_before(tmp_path: Path) -> None:
    link = "owner: amazon, of: aws-emea, kind: consolidated, source: aws-privacy, as_of: 2026-05-18"
    file = tmp_path / "own.yaml"
    file.write_text(
        "auditor: 1\nknowledge: own\nas_of: 2026-11-26\n"
        f"ownership: [{{{link}, status: verified, verified_since: 2026-06-01}}]\n"
    )
    with pytest.raises(Refused) as refused:
        whole((file,))
    said = " ".join(problem.message.en for problem in refused.value.problems)
    assert "the source that vouches for it before that day" in said
    assert "lies after as_of" in said


def _cloud(operator: str) -> dict[str, Any]:
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "example", "as_of": "2026-06-01"},
        "people": {"customers": {}},
        "organisations": {"shop": {"country": "FR", "parent": "none"}},
        "activities": {"sale": {"controller": "shop", "people": "customers", "data": "contact"}},
        "hosts": {"store": {"operator": operator, "keeps": "contact", "at_rest": "plain"}},
        "flows": {"order": {"from": "customers", "to": "store", "data": "contact", "for": "sale"}},
    }


def _control(result: Result) -> Any:
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.culprit.startswith("store")]
    return finding


def test_a_finding_says_that_a_holding_is_known_at_second_hand_and_another_says_nothing(
    judge: Callable[..., Result],
) -> None:
    weak, sure = _control(judge(_cloud("google-cloud-emea"))), _control(judge(_cloud("aws-emea")))
    assert (weak.confidence, sure.confidence) == ("alleged", "documented")
    assert weak.message.en.endswith(
        "Who holds whom is known here at second hand only: Google → Google Cloud EMEA (a document published by Google)."
    )
    assert weak.message.fr.endswith(
        "Qui détient qui n'est connu ici que de seconde main : Google → Google Cloud EMEA (un document publié par Google)."
    )
    assert "second hand" not in sure.message.en
    assert "seconde main" not in sure.message.fr


def test_a_holding_that_no_document_shows_makes_nothing_but_a_question(judge: Callable[..., Result]) -> None:
    finding = _control(judge(_cloud("oracle-nl")))
    assert finding.outcome == "cannot-be-shown"


#: Names that only a list gives: brands, of which nobody read who they are.
BRANDS = [
    name
    for name, entry in BASE.organisations.items()
    if entry.source == "third-party-web" and entry.country == "unknown"
]


def test_a_brand_of_a_list_has_no_country_no_holder_and_is_never_verified() -> None:
    assert len(BRANDS) >= 18
    ends = {end for link in BASE.ownership.values() for end in (link.owner, link.of)}
    assert not ends & set(BRANDS)
    assert {BASE.organisations[name].status for name in BRANDS} == {"secondary"}


def test_a_call_to_a_brand_carries_no_verdict_on_control(judge: Callable[..., Result]) -> None:
    established = [f for f in judge(_cloud("nativo")).findings if f.outcome == "established"]
    assert not [f for f in established if f.rule.startswith(("CTL", "XFR", "TRN"))]


@pytest.mark.parametrize(
    ("domain", "organisation"),
    [
        ("ntv.io", "nativo"),
        ("postrelease.com", "nativo"),
        ("casalemedia.com", "index-exchange"),
        ("ssl-images-amazon.com", "amazon"),
        ("tapad.com", "tapad"),
        ("mktoresp.com", "adobe-ie"),
        ("krxd.net", "salesforce"),
        ("spotxchange.com", "magnite"),
    ],
)
def test_a_domain_on_which_lists_err_or_differ_is_of_whom_it_was_read_to_be(
    domain: str, organisation: str
) -> None:
    assert BASE.domains[domain].organisation == organisation


@pytest.mark.parametrize(
    "domain", ["advertising.com", "qvdt3feo.com", "assertcom.de", "httpbin.org", "wikimedia.org"]
)
def test_nobody_is_named_for_a_domain_that_nothing_read_explains(domain: str) -> None:
    assert domain not in BASE.domains
