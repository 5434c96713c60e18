"""The list of brands: a second, weaker layer, of names only."""

from __future__ import annotations

from hashlib import sha256
from itertools import permutations
from typing import Any

import msgspec
import pytest
import yaml

from auditor.api.read import knowledge_with
from auditor.loading.knowledge.brands import PACKED, TABLE, Unfit, known_brands, load_brands, load_table, pack
from auditor.model.brands import (
    ROLES,
    Attribution,
    Brand,
    BrandList,
    KnownBrand,
    ReadTable,
    attribute,
    brand_of,
    suffixes,
)
from auditor.model.law import Knowledge
from auditor.model.web import Domain
from tests.conftest import ROOT

HEAD = {
    "name": "third-party-web",
    "version": "9.9.9",
    "licence": "MIT",
    "copyright": "Copyright (c) 2019 Patrick Hulce",
    "as_of": "2026-05",
    "read": "0" * 64,
}
NOTHING_READ = ReadTable(as_of="2026-11-27", entities={}, domains={})
ENTITIES = [
    {"name": "Wide", "category": "ad", "domains": ["*.wide.example"]},
    {"name": "Narrow", "category": "analytics", "domains": ["*.deep.wide.example", "LONE.other.example"]},
    {"name": "Single", "category": "customer-success", "domains": ["a.deep.wide.example", "192.0.2.7"]},
]


def listed(entities: Any = ENTITIES, table: ReadTable = NOTHING_READ) -> BrandList:
    return msgspec.json.decode(pack(entities, table, HEAD, ()), type=BrandList)


def never() -> BrandList:
    pytest.fail("the list was read although our own knowledge answers")


@pytest.fixture(scope="module")
def whole() -> Knowledge:
    return knowledge_with([], web=True)[0]


def test_our_own_knowledge_wins_and_the_list_is_not_even_read(whole: Knowledge) -> None:
    for host in ("casalemedia.com", "js-sec.casalemedia.com", "www.amazon.com", "adnxs.com"):
        found = attribute(host, whole.domains, never)
        assert found is not None
        assert (found.layer, found.brand) == ("organisations", None)
    assert whole.domains["casalemedia.com"].organisation == "index-exchange"


def test_what_our_own_knowledge_lacks_is_named_by_the_list(whole: Knowledge) -> None:
    found = attribute("S.Skimresources.com.", whole.domains, load_brands)
    assert found is not None
    assert (found.layer, found.domain, found.entry) == ("brands", "skimresources.com", None)
    brand = found.brand
    assert brand is not None
    assert (brand.name, brand.roles, brand.status, brand.as_of) == (
        "Skimbit",
        ("ads",),
        "secondary",
        "2026-05",
    )
    assert brand.source == load_brands().cited == f"third-party-web {load_brands().version}"
    assert attribute("nobody.invalid", whole.domains, load_brands) is None


def test_a_host_goes_before_domains_and_the_longest_domain_before_others() -> None:
    brands = listed()

    def name(host: str) -> str:
        found = brand_of(host, brands)
        return found.name if found else ""

    assert name("wide.example") == name("www.wide.example") == name("notdeep.wide.example") == "Wide"
    assert name("deep.wide.example") == name("b.deep.wide.example") == "Narrow"
    assert name("a.deep.wide.example") == "Single"
    assert name("b.a.deep.wide.example") == "Narrow", "a single host is not a domain"
    assert name("lone.other.example") == "Narrow"
    assert name("other.example") == name("morewide.example") == name("192.0.2.7") == name("") == ""


def test_who_carries_and_who_is_carried_are_both_kept(whole: Knowledge) -> None:
    found = attribute("d31qbv1cthcecs.cloudfront.net", whole.domains, load_brands)
    assert found is not None
    assert found.entry is not None
    assert found.brand is not None
    assert (found.layer, found.entry.organisation, found.brand.name) == ("organisations", "aws-emea", "Alexa")
    bare = attribute("cloudfront.net", whole.domains, never)
    assert bare is not None
    assert bare.brand is None
    heroku = brand_of("shop-x.herokuapp.com", load_brands())
    assert heroku is not None
    assert heroku.customers


def test_a_brand_of_all_of_a_carriers_domain_is_not_a_customer_of_it() -> None:
    brands = listed([{"name": "Wide", "category": "cdn", "domains": ["*.wide.example"]}])
    own = {"wide.example": Domain(organisation="carrier", roles=["cdn"], customers="true")}
    found = attribute("x.wide.example", own, lambda: brands)
    assert found is not None
    assert found.brand is None


def test_a_brand_has_no_country_and_no_holder() -> None:
    told = {"country", "parent", "run_from", "owner", "holder", "control", "elsewhere", "operator"}
    for kind in (Brand, KnownBrand, Attribution):
        assert not told & set(kind.__struct_fields__)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"category": "ad", "country": "US"}', type=Brand)


def test_each_category_of_the_list_has_its_roles_or_none() -> None:
    categories = {brand.category for brand in load_brands().brands.values()}
    assert categories - ROLES.keys() == {"utility", "content", "other"}
    assert ROLES.keys() <= categories
    social = brand_of("addthis.com", load_brands())
    assert social is not None
    assert social.roles == ("widget", "social")


def test_a_list_released_later_was_not_known() -> None:
    assert known_brands("2026-04-30").brands == {}
    assert known_brands(load_brands().as_of).brands == known_brands("").brands != {}


@pytest.mark.parametrize(
    "entity",
    [
        {"name": "a\nb", "category": "ad", "domains": ["*.a.example"]},
        {"name": "\u202eevil", "category": "ad", "domains": ["*.a.example"]},
        {"name": "\x1b[31m", "category": "ad", "domains": ["*.a.example"]},
        {"name": "##[error]x", "category": "ad", "domains": ["*.a.example"]},
        {"name": "", "category": "ad", "domains": ["*.a.example"]},
        {"name": "x" * 101, "category": "ad", "domains": ["*.a.example"]},
        {"name": 1, "category": "ad", "domains": ["*.a.example"]},
        {"name": "a", "category": "<b>", "domains": ["*.a.example"]},
        {"name": "a", "category": "ad", "domains": "*.a.example"},
        {"name": "a", "category": "ad", "domains": ["*.com"]},
        {"name": "a", "category": "ad", "domains": ["*"]},
        {"name": "a", "category": "ad", "domains": ["*.*.a.example"]},
        {"name": "a", "category": "ad", "domains": ["a.example/../x"]},
        {"name": "a", "category": "ad", "domains": ["https://a.example"]},
        {"name": "a", "category": "ad", "domains": ["*.a.example", "*.a.example"]},
        {"name": "a", "category": "ad", "domains": [None]},
        "a",
    ],
)
def test_a_package_with_something_unfit_is_refused(entity: Any) -> None:
    with pytest.raises(Unfit):
        pack([*ENTITIES, entity], NOTHING_READ, HEAD, ())


def test_a_pattern_under_which_anybody_registers_names_must_be_read() -> None:
    with pytest.raises(Unfit, match=r"anybody registers names under 'wide\.example'"):
        pack(ENTITIES, NOTHING_READ, HEAD, {"wide.example"})
    table = msgspec.convert(
        {
            "as_of": "2026-11-27",
            "entities": {},
            "domains": {"wide.example": {"brand": "none", "reason": "a suffix"}},
        },
        ReadTable,
    )
    assert "Wide" not in msgspec.json.decode(pack(ENTITIES, table, HEAD, {"wide.example"}))["brands"]
    assert brand_of("x.pl.net.pl", load_brands()) is None
    assert brand_of("shop.de.com", load_brands()) is None


def test_the_table_may_not_speak_of_what_the_list_does_not_have() -> None:
    table = msgspec.convert(
        {
            "as_of": "2026-11-27",
            "entities": {"Gone": {"organisation": "meta-ie"}},
            "domains": {"gone.example": {"brand": "Gone", "reason": "sold"}},
        },
        ReadTable,
    )
    with pytest.raises(Unfit) as refused:
        pack(ENTITIES, table, HEAD, ())
    assert str(refused.value).splitlines() == ["not in the list: 'Gone'", "not in the list: 'gone.example'"]


def test_the_order_of_the_package_changes_no_byte() -> None:
    first = pack(ENTITIES, NOTHING_READ, HEAD, ())
    for mixed in permutations(ENTITIES):
        turned = [{**entity, "domains": entity["domains"][::-1]} for entity in mixed]
        assert pack(turned, NOTHING_READ, dict(reversed(HEAD.items())), ()) == first


def test_the_packed_list_is_of_the_table_as_it_is() -> None:
    table, digest = load_table()
    assert digest == sha256((ROOT / "auditor" / TABLE).read_bytes()).hexdigest()
    brands = load_brands()
    assert brands.read == digest, "the table changed: make brands"
    names = [
        line.partition('":')[0] for line in (ROOT / "auditor" / PACKED).read_text("utf-8").splitlines()[8:-2]
    ]
    assert names == sorted(names)
    for name, read_as in table.entities.items():
        brand = brands.brands.get(read_as.brand or name)
        assert brand is None or brand.organisation == read_as.organisation.replace("none", "")
    for domain, judged in table.domains.items():
        said = brand_of(domain, brands)
        assert judged.reason
        if judged.brand:
            assert (said.name if said else "none") == judged.brand


def test_every_organisation_of_the_table_exists(whole: Knowledge) -> None:
    table, _ = load_table()
    read_as = {*(each.organisation for each in table.entities.values())}
    read_as |= {each.organisation for each in table.domains.values()}
    assert read_as - {"none"} <= whole.organisations.keys()
    assert {brand.organisation for brand in load_brands().brands.values()} - {
        ""
    } <= whole.organisations.keys()


def test_every_brand_at_a_domain_of_ours_was_read_and_is_who_answers_there(whole: Knowledge) -> None:
    """Where both layers speak of one domain, the table says the same as our own knowledge, or why not."""
    table, _ = load_table()
    explained = {name for name, read_as in table.entities.items() if read_as.organisation == "none"}
    wrong = []
    for name, brand in load_brands().brands.items():
        for domain in (*brand.domains, *brand.hosts):
            own = next((whole.domains[each] for each in suffixes(domain) if each in whole.domains), None)
            told = {own.organisation, own.elsewhere, own.was} if own and own.customers == "false" else set()
            if told and (brand.organisation or "unread") not in told and name not in explained:
                wrong.append((domain, name, brand.organisation, sorted(told)))
    assert wrong == []
    assert all(table.entities[name].reason for name in explained)


def test_version_licence_and_copyright_stand_in_the_notice_and_among_the_sources() -> None:
    brands = load_brands()
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for text in (brands.cited, brands.copyright, "MIT License", "THE SOFTWARE IS PROVIDED", PACKED):
        assert text in notice
    assert brands.licence == "MIT"
    source = yaml.safe_load((ROOT / "auditor/knowledge/sources.yaml").read_text("utf-8"))["sources"][
        brands.name
    ]
    assert source["title"].startswith(brands.cited)
    assert source["date"] == brands.as_of


#: Hosts as captures of news, shop and health sites and of an application show them, and the layer that names each.
SEEN = {
    "organisations": """www.google-analytics.com connect.facebook.net stats.g.doubleclick.net fonts.gstatic.com
        static.criteo.net ib.adnxs.com cdn.cookielaw.org js.stripe.com bat.bing.com px.ads.linkedin.com analytics.tiktok.com
        pixel.tapad.com s.ntv.io beacon.krxd.net ping.chartbeat.net s.yimg.com cdn.optimizely.com
        script.hotjar.com a.tile.openstreetmap.org cdn.jsdelivr.net browser.sentry-cdn.com""",
    "brands": """s.skimresources.com cdn.onesignal.com cdn.heapanalytics.com i.liadm.com p.rfihub.com pixel.mathtag.com
        unpkg.com segments.company-target.com beacon-v2.helpscout.net open.scdn.co""",
    "": "tracker.invalid cdn.nobody.example",
}


def test_nine_in_ten_observed_hosts_have_a_name(whole: Knowledge) -> None:
    hosts = {host: layer for layer, names in SEEN.items() for host in names.split()}
    found = {host: attribute(host, whole.domains, load_brands) for host in hosts}
    assert {host: each.layer if each else "" for host, each in found.items()} == hosts
    assert sum(each is not None for each in found.values()) >= 0.9 * len(hosts)
