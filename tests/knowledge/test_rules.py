"""Every rule of the knowledge base: what breaks it is refused, all at once, each with its place."""

from __future__ import annotations

import pytest

from auditor.api.knowledge import whole
from auditor.errors import Refused
from auditor.loading.knowledge.check_ownership import lei, siren
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.law import Knowledge

HEAD = "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
DEED = "sources: {deed: {kind: filing, title: Deed, publisher: Registry, date: 2025-06-01}, talk: {kind: press, title: T, publisher: P, date: 2025}}\n"
GOOD = "source: deed, as_of: 2025-06-01, status: verified"


@pytest.fixture(scope="module")
def base() -> Knowledge:
    return whole(())


def problems(base: Knowledge, text: str) -> list[str]:
    try:
        add_knowledge(base, [("own/a.yaml", (HEAD + DEED + text).encode())])
    except Refused as refused:
        return [f"{p.line}:{p.column} {p.message.en}" for p in refused.problems]
    return []


def organisation(fields: str, name: str = "acme") -> str:
    return f"organisations:\n  {name}: {{name: {name}, country: FR, is: [cloud], {fields}}}\n"


def link(fields: str) -> str:
    return f"ownership:\n  - {{owner: ovh, of: scaleway, {fields}}}\n"


def test_a_sound_addition_is_taken(base: Knowledge) -> None:
    assert problems(base, organisation(GOOD) + link(f"kind: minority, shares: 3, {GOOD}")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (organisation(GOOD, "Acme_Co"), "not an id"),
        (organisation("source: deed, as_of: 2025-06-01"), "status is missing"),
        (organisation("as_of: 2025-06-01, status: verified"), "source is missing"),
        (organisation("source: deed, status: verified"), "as_of is missing"),
        (organisation("source: dead, as_of: 2025-06-01, status: verified"), "no such source: dead"),
        (organisation(f"{GOOD}, also: [dead]"), "no such source: dead"),
        (
            organisation("source: talk, as_of: 2025, status: verified"),
            "verified, but its source is of kind press",
        ),
        (
            organisation("source: deed, as_of: 2025-06-01, status: unverified"),
            "what is unverified has the source none",
        ),
        (
            organisation("source: none, as_of: 2025-06-01, status: secondary"),
            "what is unverified has the source none",
        ),
        (organisation("source: deed, as_of: 2025-02-30, status: verified"), "no such day: 2025-02-30"),
        (organisation("source: deed, as_of: 2025-13, status: verified"), "no such day: 2025-13"),
        (
            organisation("source: deed, as_of: 2025-07, status: verified"),
            "as_of 2025-07 is later than its source",
        ),
        (
            organisation("source: none, as_of: 2027, status: unverified"),
            "as_of 2027 lies after the day of the file",
        ),
        (
            organisation(f"{GOOD}, unchecked: [run_from]"),
            "unchecked names a field that is not there: run_from",
        ),
        (organisation(f"{GOOD}, ids: {{lei: ZXTILKJKG63JELOEG631}}"), "check digits of this LEI are wrong"),
        (organisation(f"{GOOD}, ids: {{siren: 794598814}}"), "check digits of this SIREN are wrong"),
        (organisation(f"{GOOD}, ids: {{siren: 794598813}}"), "siren 794598813 is that of doctolib"),
        (
            organisation(GOOD, "doctolib-two").replace("name: doctolib-two", "name: DOCTOLIB sas"),
            "the same name as doctolib",
        ),
        (organisation(f"{GOOD}, former: [{{name: Old}}]"), "a former name needs the last day"),
        (organisation(f"{GOOD}, former: [{{name: Old, until: 2020-02-31}}]"), "no such day: 2020-02-31"),
        (organisation(GOOD).replace("country: FR", "country: UK"), "no such country"),
        (
            organisation(GOOD).replace(
                "country: FR", "country: [{value: FR, until: 2020}, {value: LU, since: 2021}]"
            ),
            "history of the country has a gap",
        ),
        (organisation(GOOD).replace("[cloud]", "[clowd]"), "no such word for what an organisation is: clowd"),
        (organisation(GOOD).replace("is: [cloud], ", ""), "nothing says what it is"),
        (organisation(f"{GOOD}, succeeded_by: ovh"), "succeeded_by without ends"),
        (organisation(f"{GOOD}, ends: 2024, succeeded_by: nobody"), "no such organisation: nobody"),
        (organisation(f"{GOOD}, branch_of: nobody"), "no such organisation: nobody"),
        (organisation(f"{GOOD}, certified: [{{is: hds}}]"), "source is missing"),
        (
            organisation(f"{GOOD}, certified: [{{is: hds, source: talk, as_of: 2025, status: verified}}]"),
            "of kind press",
        ),
        (link(f"kind: shares, {GOOD}"), "of kind shares, but no shares are given"),
        (link(f"kind: votes, {GOOD}"), "of kind votes, but no votes are given"),
        (link(f"kind: licence, shares: 3, {GOOD}"), "a link of kind licence carries no shares"),
        (link(f"kind: shares, shares: 101, {GOOD}"), "shares out of range: 101"),
        (link(f"kind: shares, shares: {{min: 60, max: 40}}, {GOOD}"), "shares out of range: 60 to 40"),
        (link(f"kind: minority, shares: 51, {GOOD}"), "a minority above one half"),
        (link(f"kind: minority, since: 2026, {GOOD}"), "since 2026 lies after as_of"),
        (link(f"kind: minority, since: 2024, until: 2023, {GOOD}"), "until 2023 lies before since 2024"),
        (link(f"kind: minority, {GOOD}").replace("owner: ovh", "owner: scaleway"), "cannot own itself"),
        (
            link(f"kind: minority, {GOOD}").replace("of: scaleway", "of: nobody"),
            "no such organisation: nobody",
        ),
        (link(f"kind: shares, shares: 5, {GOOD}"), "the shares in scaleway held today add up to 101"),
        (
            link(f"kind: minority, {GOOD}")
            + f"  - {{owner: ovh, of: scaleway, kind: minority, since: 2020, {GOOD}}}\n",
            "minority is given twice for the same time",
        ),
        (
            f"ownership:\n  - {{owner: scaleway, of: niel, kind: consolidated, {GOOD}}}\n",
            "scaleway would control itself",
        ),
        ("instruments: {XX-1: {country: XX, title: T, cite: C, kind: access}}\n", "no such country"),
        (
            "instruments: {FR-1: {country: FR, title: T, cite: C, kind: access, addressees: [provyder]}}\n",
            "no such word",
        ),
        (
            "instruments: {FR-1: {country: FR, title: T, cite: C, kind: access, state: x}}\n",
            "needs the day on which it was seen",
        ),
        ("adequacy: {xx: {decision: D, since: 2025}}\n", "about a country or about an organisation"),
        (
            "adequacy: {xx: {decision: D, since: 2025, country: KE, organisation: epo}}\n",
            "about a country or about an organisation",
        ),
        ("adequacy: {xx: {decision: D, since: 2025, organisation: epo}}\n", "covers no whole country"),
        (
            "adequacy: {xx: {decision: D, since: 2025, country: KE, invalid: 2026}}\n",
            "declared invalid by which judgment",
        ),
        (
            "law: {x: {short: X, title: X, official: 'https://x.eu', court: C}}\n",
            "a decision needs a history",
        ),
        (
            "law: {x: {short: X, title: X, official: 'https://x.eu', court: C, "
            "history: [{status: final, since: 2021}, {status: interim, since: 2020}]}}\n",
            "the history is not in order of time",
        ),
        ("law: {x: {short: X, title: X, official: x.eu}}\n", "not a web address"),
        (f"domains: {{Acme.com: {{organisation: ovh, roles: [cdn], {GOOD}}}}}\n", "not a domain: Acme.com"),
        (
            f"domains: {{acme.com: {{organisation: nobody, roles: [cdn], {GOOD}}}}}\n",
            "no such organisation: nobody",
        ),
        (f"domains: {{acme.com: {{organisation: ovh, roles: [cdm], {GOOD}}}}}\n", "cdm"),
        (f"domains: {{acme.com: {{organisation: ovh, roles: [], {GOOD}}}}}\n", "roles are missing"),
        (
            f"domains: {{acme.com: {{organisation: ovh, roles: [cdn], hosts: {{a.acme.org: cdn}}, {GOOD}}}}}\n",
            "is not below acme.com",
        ),
        (
            f"widgets: {{w: {{name: {{fr: W, en: W}}, kind: social, organisation: own, load: [page], {GOOD}}}}}\n",
            "load must name it",
        ),
        (
            f"widgets: {{w: {{name: W, kind: social, organisation: own, load: [request], {GOOD}}}}}\n",
            "in French and in English",
        ),
        (
            f"widgets: {{w: {{name: {{fr: W, en: W}}, kind: social, organisation: ovh, load: [request], via: [x.nowhere.example], {GOOD}}}}}\n",
            "nobody is said to answer",
        ),
        (
            f"widgets: {{w: {{name: {{fr: W, en: W}}, kind: social, organisation: ovh, load: [request], via: [www.facebook.com], {GOOD}}}}}\n",
            "is of meta-ie, the widget of ovh",
        ),
        (
            f"widgets: {{w: {{name: {{fr: W, en: W}}, kind: social, organisation: own, load: [request, sould], {GOOD}}}}}\n",
            "sould",
        ),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_place(base: Knowledge, text: str, said: str) -> None:
    found = problems(base, text)
    assert any(said in line for line in found), found
    assert all(int(line.partition(":")[0]) > 0 for line in found)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("kind: rumour, title: T, publisher: P, date: 2025", "unknown kind of source: rumour"),
        ("kind: press, publisher: P, date: 2025", "title is missing"),
        ("kind: press, title: T, date: 2025", "publisher is missing"),
        ("kind: press, title: T, publisher: P", "date is missing"),
        ("kind: press, title: T, publisher: P, date: 2025-02-29", "no such day"),
        ("kind: press, title: T, publisher: P, date: 2025, url: ftp://x", "not a web address"),
    ],
)
def test_what_is_wrong_with_a_source(base: Knowledge, source: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        add_knowledge(base, [("own/s.yaml", f"{HEAD}sources:\n  s: {{{source}}}\n".encode())])
    assert any(said in p.message.en for p in refused.value.problems)


def test_a_source_on_which_nothing_rests_is_told_where_all_is_there(base: Knowledge) -> None:
    files = [
        ("own/s.yaml", f"{HEAD}sources:\n  s: {{kind: press, title: T, publisher: P, date: 2025}}\n".encode())
    ]
    add_knowledge(base, files)
    with pytest.raises(Refused) as refused:
        add_knowledge(base, files, whole=True)
    (problem,) = refused.value.problems
    assert (problem.path, problem.line, problem.column) == ("own/s.yaml", 5, 3)


def test_all_problems_of_all_files_at_once(base: Knowledge) -> None:
    one = HEAD + DEED + organisation("source: deed, as_of: 2025-06-01, status: verified, ends: 2025-02-30")
    two = HEAD + link("kind: shares, source: deed, as_of: 2025-06-01, status: verified")
    with pytest.raises(Refused) as refused:
        add_knowledge(base, [("own/1.yaml", one.encode()), ("own/2.yaml", two.encode())])
    assert [(p.path, p.line) for p in refused.value.problems] == [("own/1.yaml", 6), ("own/2.yaml", 5)]


def test_check_digits() -> None:
    assert lei("5493006MHB84DD0ZWV18")
    assert not lei("5493006MHB84DD0ZWV19")
    assert not lei("5493006mhb84dd0zwv18")
    assert siren("794598813")
    assert not siren("794598831")
    assert not siren("79459881")
