"""Small lists of our own, fictitious throughout, with the oddities that real ones have; real domains stand where tags name them."""

from __future__ import annotations

from typing import Any

CASE = """
auditor: 1
known: documented
case: {id: shop, as_of: 2026-01-01, about: shop}
people: {visitor: {title: Visitors}}
organisations:
  shop: {name: Boutique du Quai SAS, kind: company, country: FR, parent: none, domains: [quai.example]}
  vendor: {name: Fournil SAS, kind: company, country: FR, parent: none}
activities:
  site: {title: Site, people: visitor, data: device, controller: shop, processors: [unknown], recipients: [unknown]}
hosts: {pages: {title: pages, operator: shop, domains: [www.quai.example], keeps: none}}
"""
CSV = """\ufeffSous-traitant ultérieur;Prestation;Pays d'hébergement;Garanties;Depuis
Rackalto SAS;"Hébergement
du site";France, Belgique;Sans objet;02/03/2021
Téléfil, Inc.;Support (accès à distance);États-Unis;"CCT ; Data Privacy Framework";25/01/2022
Amazon Web Services EMEA SARL;Sauvegardes;Irlande;;
Vigie;Supervision;UE;RGPD;bientôt
;Rien;France;;
"""
MARKDOWN = """# Subprocessors of Fournil

Last updated: 5 October 2025

| Vendor | Function | Country | Transfer mechanism |
| --- | --- | --- | --- |
| Alpha + Beta | Servers | EU (Paris) | SCCs or BCRs |
| [Gamma Ltd](https://gamma.example) | <ul><li>Mail</li><li>Calls</li></ul> | UK | not SCCs |
| ~~Delta Corp.~~ | Old | US | SCCs |
| Epsilon (self-service) | Search | Morocco | SCCs |

| Date | Change |
| --- | --- |
| 2025-10-05 | Gamma Ltd added |
"""
HTML = """<!doctype html><title>Sous-traitants</title>
<script>document.write('<table><tr><td>Ghost Ltd</td></tr></table>')</script>
<table><tr><th>Société</th><th>Finalité</th><th colspan=2>Lieu de traitement</th></tr>
<tr><td rowspan=2>Rack&nbsp;B.V.</td><td>Serveurs</td><td>Pays-Bas</td><td>principal</td></tr>
<tr><td>Copies</td><td>Allemagne</td><td>second</td></tr>
<tr style="display: none"><td>Caché SAS</td><td>Pub</td><td>Chine</td></tr>
<tr><td>Mail&#32;Ltd<script>x</script></td><td>Courriel</td><td>Royaume-Uni</td></tr></table>
"""


def parameter(key: str, value: str) -> dict[str, str]:
    """Give a parameter of a tag."""
    return {"type": "TEMPLATE", "key": key, "value": value}


def tag(number: str, kind: str, *parameters: Any, fires: str = "2147479553", **more: Any) -> dict[str, Any]:
    """Give a tag."""
    fired = {"firingTriggerId": [fires]} if fires else {}
    return {
        "tagId": number,
        "name": f"tag {number}",
        "type": kind,
        "parameter": list(parameters),
        **fired,
        **more,
    }


def html(text: str) -> dict[str, str]:
    """Give the parameter that holds a piece of a page."""
    return parameter("html", text)


TEMPLATE = (
    '___INFO___\n\n{"id": "cvt_LINK"}\n\n___WEB_PERMISSIONS___\n\n[{"instance": {"key": {"publicId": "inject_script"},'
    ' "param": [{"key": "urls", "value": {"type": 2, "listItem": [{"type": 1, "string": "https://*.licdn.com/x/*"}]}}]}},'
    ' {"instance": {"key": {"publicId": "get_cookies"}, "param": []}}]\n\n___TESTS___\n'
)
NEEDED = {
    "consentStatus": "NEEDED",
    "consentType": {"type": "LIST", "list": [{"type": "TEMPLATE", "value": "ad_storage"}]},
}
CONTAINER: dict[str, Any] = {
    "exportFormatVersion": 2,
    "exportTime": "2025-11-20 09:00:00",
    "containerVersion": {
        "container": {"publicId": "GTM-QUAI1", "name": "quai", "usageContext": ["WEB"]},
        "tag": [
            tag("1", "googtag", parameter("tagId", "G-1")),
            tag("2", "html", html("<script>t.src='https://connect.facebook.net/x.js';fbq('init','1',{em:'{{Mail}}',\"fn\":n})</script>"), consentSettings=NEEDED),
            tag("3", "html", html("<script src='https://static.hotjar.com/h.js'></script>"), paused=True),
            tag("4", "img", parameter("url", "http://px.partner.example/p?u={{Page URL}}"), fires="9"),
            tag("5", "cvt_1_7", fires="8", blockingTriggerId=["8"]),
            tag("6", "html", html("<script src=\"//{{Chat}}/l.js\"></script><script src='//{{Fixed}}/l.js'></script>")),
            tag("7", "html", html("<script>gtag('consent','default',{});// https://no.example\nvar a='see https://no.example'</script>")),
            tag("8", "awct", fires=""),
            tag("9", "gaawe", {"type": "LIST", "key": "settings", "list": [{"type": "MAP", "map": [parameter("parameter", "server_container_url"), parameter("parameterValue", "https://tags.quai.example")]}, {"type": "MAP", "map": [parameter("parameter", "speciality"), parameter("parameterValue", "x")]}]}, fires="404"),
            tag("10", "brand_new"),
            tag("11", "html", html("<script src='https://www.quai.example/own.js'></script>")),
            tag("12", "html", html("<script src='https://user:secret@10.0.0.7:8443/x.js?token=abc'></script>")),
            tag("13", "html", html("<script src='https://connect.faceb\u043eok.net/s.js'></script><img src='https://connect.facebook.net.cdn-9.example/s'>")),
        ],
        "trigger": [
            {"triggerId": "9", "name": "link", "type": "LINK_CLICK"},
            {"triggerId": "8", "name": "cookies accepted", "type": "CUSTOM_EVENT", "customEventFilter": [{"type": "EQUALS", "parameter": [parameter("arg0", "{{_event}}"), parameter("arg1", "accepted")]}]},
        ],
        "variable": [
            {"variableId": "1", "name": "Fixed", "type": "c", "parameter": [parameter("value", "cdn.fixed.example")]},
            {"variableId": "2", "name": "Chat", "type": "jsm", "parameter": []},
        ],
        "customTemplate": [{"templateId": "7", "containerId": "1", "templateData": TEMPLATE}],
        "zone": [{"zoneId": "1", "childContainer": [{"publicId": "GTM-OTHER"}]}],
    },
}  # fmt: skip
SERVED = r"""// made up
(function(){ var data = {"resource": {"version":"3",
 "macros":[{"function":"__e"},{"function":"__u","vtp_component":"URL"},{"function":"__c","vtp_value":"https:\/\/cdn.fixed.example"}],
 "tags":[
  {"function":"__googtag","tag_id":1},
  {"function":"__html","vtp_html":["template","\u003Cscript src=\u0022",["macro",2],"\/l.js\u0022\u003E\u003C\/script\u003E"],"consent":["list","ad_storage"],"tag_id":2},
  {"function":"__img","vtp_url":["template","https:\/\/px.partner.example\/p?u=",["escape",["macro",1],12]],"tag_id":4},
  {"function":"__cvt_1_7","tag_id":5},
  {"function":"__lcl","tag_id":9},
  {"function":"__brand_new","tag_id":10}],
 "predicates":[{"function":"_eq","arg0":["macro",0],"arg1":"gtm.js"},{"function":"_eq","arg0":["macro",0],"arg1":"gtm.linkClick"},{"function":"_eq","arg0":["macro",0],"arg1":"refused"}],
 "rules":[[["if",0],["add",0,1]],[["if",1],["add",2]],[["if",0],["unless",2],["add",3]],[["if",1],["add",4,5]]]},
 "runtime":[],"permissions":{"__cvt_1_7":{"send_pixel":{"allowedUrls":"specific","urls":["https:\/\/px.ads.linkedin.com\/*"]}}}};
})();
"""
ONETRUST: dict[str, Any] = {
    "DomainData": {
        "cctId": "0-1",
        "Language": {"Culture": "en"},
        "Groups": [
            {"OptanonGroupId": "C1", "GroupName": "Strictly necessary", "FirstPartyCookies": [{"Name": "_ga", "Host": "quai.example", "Length": "730"}], "Hosts": [{"HostName": "cdn.cookielaw.org", "DisplayName": "OneTrust", "Cookies": []}]},
            {"OptanonGroupId": "C4", "GroupName": "Ads", "FirstPartyCookies": [], "Hosts": [{"HostName": "doubleclick.net", "DisplayName": "doubleclick.net"}, {"HostName": ".partner.example", "DisplayName": "The Partner"}]},
            {"OptanonGroupId": "BG", "GroupName": "Empty", "FirstPartyCookies": [], "Hosts": []},
        ],
        "GeneralVendors": [{"Name": "Chatfil Ltd"}],
    }
}  # fmt: skip
COOKIEBOT = """var CookieConsentDialog = {};
CookieConsentDialog.cookieTableNecessary = [["sid","www.quai.example","Session","Session","HTTP Cookie","1"]];
CookieConsentDialog.cookieTableAdvertising = [
 ["fr","<a href='https://x.example'>Meta Platforms Ireland Limited</a>","Ads [see]","3 months","HTTP Cookie","1"],
 ["lp","partner.example","Ads","1 day","Pixel","5"],
 ["zz","","?","1 day","HTTP Cookie","1"]
];
CookieConsentDialog.cookieTableUnclassified = [];
"""
TARTEAUCITRON = """<script>
tarteaucitron.init({"highPrivacy": true, cookieslist: true});
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
// (tarteaucitron.job = tarteaucitron.job || []).push('facebookpixel');
tarteaucitron.user.matomoHost = '//stats.quai.example/'; (tarteaucitron.job = tarteaucitron.job || []).push("matomo");
(tarteaucitron.job = tarteaucitron.job || []).push('quai-agenda');
(tarteaucitron.job = tarteaucitron.job || []).push('gcmadstorage');
</script>
"""
COOKIES = """Catégorie;Nom du cookie;Fournisseur;Durée
Nécessaires;sid;www.quai.example;Session
Mesure;_pk;Matomo (auto-hébergé);13 mois
Pub;lp;partner.example;1 jour
Pub;lp2;partner.example;1 an
Pub;fr;Meta Platforms Ireland Limited;3 mois
Autre;abc;;
"""
VENDORS: dict[str, Any] = {
    "gvlSpecificationVersion": 3,
    "vendorListVersion": 412,
    "lastUpdated": "2025-10-01T16:00:00Z",
    "purposes": {"1": {"id": 1, "name": "Keep"}, "2": {"id": 2, "name": "Choose"}, "7": {"id": 7, "name": "Measure"}},
    "dataCategories": {"1": {"id": 1, "name": "Addresses"}},
    "vendors": {
        "11": {"id": 11, "name": "Adfoo SAS", "purposes": [1, 7], "legIntPurposes": [2], "dataRetention": {"stdRetention": 395, "purposes": {"7": 90}}, "dataDeclaration": [1]},
        "12": {"id": 12, "name": "Barfern, Inc. d/b/a Fern", "purposes": [1], "legIntPurposes": [], "dataRetention": {"purposes": {}}},
        "15": {"id": 15, "name": "Oldbid", "purposes": [1], "legIntPurposes": [], "deletedDate": "2025-03-01T00:00:00Z"},
        "16": {"id": 16, "name": "Notshown B.V.", "purposes": [1], "legIntPurposes": []},
    },
}  # fmt: skip
