"""Documents of every format with all that their readers know of: our own and fictitious, so that each value can be changed and missed."""

from __future__ import annotations

import copy
import json
from typing import Any

import yaml

from tests.importing import lists, models


def _threagile() -> Any:
    model = json.loads(json.dumps(yaml.safe_load(models.THREAGILE), default=str))
    del model["mystery"]
    model |= {
        "business_criticality": "important",
        "management_summary_comment": "Small.",
        "business_overview": {"description": "Courts", "images": [{"a.png": "A"}]},
        "tags_available": ["blue"],
        "abuse_cases": {"Theft": "Somebody takes a racket."},
        "security_requirements": {"Locks": "Doors have locks."},
        "individual_risk_categories": {
            "Odd": {"id": "odd", "risks_identified": {"One": {"severity": "low"}}}
        },
        "diagram_tweak_nodesep": 2,
    }
    model["author"]["homepage"] = "https://fictive.example"
    for asset in model["data_assets"].values():
        asset |= {
            "description": "Words.",
            "origin": "here",
            "owner": "Desk",
            "quantity": "few",
            "tags": ["blue"],
        }
    for name, asset in model["technical_assets"].items():
        asset |= {
            "description": "Words.",
            "technology": "server",
            "machine": "virtual",
            "internet": True,
            "usage": "business",
            "multi_tenant": False,
            "confidentiality": "internal",
            "justification_cia_rating": "Ours.",
            "data_assets_processed": ["member-file"],
        }
        asset.setdefault("owner", f"team of {name.lower().strip('!')}")
        asset.setdefault("size", "component")
        for link in (asset.get("communication_links") or {}).values():
            link |= {
                "description": "Words.",
                "authentication": "none",
                "authorization": "none",
                "usage": "business",
            }
    model["technical_assets"]["Member Phone"]["justification_out_of_scope"] = "Theirs."
    model["trust_boundaries"]["Inside"] = {
        "id": "inside",
        "type": "network-on-prem",
        "description": "Words.",
        "technical_assets_inside": ["store"],
        "trust_boundaries_nested": ["cloud", "gone"],
    }
    model["shared_runtimes"]["Rack"]["description"] = "Words."
    model["risk_tracking"]["open@bus"] = {
        "status": "unchecked",
        "date": "2025-01-01",
        "checked_by": "A. Fictive",
    }
    return model


def _fides() -> Any:
    manifest = json.loads(json.dumps(yaml.safe_load(models.FIDES), default=str))
    manifest["organization"][0] |= {"description": "Words.", "security_policy": "https://club.example/policy"}
    manifest["dataset"][0] |= {"description": "Words.", "retention": "1 year", "meta": {"team": "desk"}}
    manifest["dataset"][0]["collections"][0]["fields"][1]["fides_meta"] = {"primary_key": True}
    site, texts = manifest["system"]
    site |= {
        "organization_fides_key": "org",
        "tags": ["blue"],
        "administrating_department": "Desk",
        "dataset_references": ["members_db", "elsewhere_db"],
        "legal_name": "Club du Phare SAS",
        "legal_address": "1 quai, Nice",
        "privacy_policy": "https://club.example/privacy",
        "data_stewards": ["ada@club.example"],
        "exempt_from_privacy_regulations": False,
        "reason_for_exemption": "none",
    }
    site["privacy_declarations"][0] |= {
        "description": "Words.",
        "dataset_references": ["members_db", "third_db"],
        "special_category_legal_basis": "Explicit consent",
        "retention_period": "1 year",
        "features": ["Match"],
        "cookies": [{"name": "sid", "path": "/"}],
        "impact_assessment_location": "drawer",
    }
    site["data_protection_impact_assessment"] = {
        "is_required": False,
        "progress": "done",
        "link": "https://x.example",
    }
    texts["data_protection_impact_assessment"] = {"is_required": True, "progress": "started"}
    manifest["system"].append({"fides_key": "nobody", "name": "Nobody's", "responsibility": ["Controller"]})
    texts |= {"legal_basis_for_transfers": ["SCCs"], "uses_profiling": True, "previous_vendor_id": "gvl.6"}
    manifest["policy"] = [
        {"fides_key": "wish", "name": "A wish", "rules": [{"name": "Never", "matches": "ALL"}]}
    ]
    manifest["data_category"] = [{"fides_key": "user.club", "name": "Club"}]
    return manifest


def _dragon() -> Any:
    model = copy.deepcopy(models.DRAGON)
    model["summary"] |= {"description": "Words.", "id": 4}  # type: ignore[index]
    detail: Any = model["detail"]
    detail |= {
        "contributors": [{"name": "A. Fictive"}],
        "diagramTop": 1,
        "reviewer": "B. Fictive",
        "threatTop": 2,
    }
    diagram = detail["diagrams"][0]
    diagram |= {"description": "Words.", "diagramType": "STRIDE", "placeholder": "x", "thumbnail": "t.jpg"}
    for number, cell in enumerate(diagram["cells"]):
        cell |= {"position": {"x": number + 1, "y": 5}, "attrs": {"text": {"text": cell["data"]["name"]}}}
        cell["data"] |= {
            "hasOpenThreats": False,
            "isTrustBoundary": False,
            "threatFrequency": {"spoofing": 1},
        }
    front, files = diagram["cells"][1]["data"], diagram["cells"][2]["data"]
    front |= {
        "reasonOutOfScope": "Theirs.",
        "handlesCardPayment": True,
        "handlesGoodsOrServices": True,
        "isWebApplication": True,
        "privilegeLevel": "root",
        "description": "Words.",
        "threats": [
            {"id": "t1", "title": "Queue", "status": "Mitigated", "mitigation": "A rope"},
            {"id": "t2", "title": "Rain", "status": "Open", "severity": "Low"},
        ],
    }
    files |= {"storesInventory": True, "isALog": True, "isSigned": True}
    diagram["cells"][0]["data"]["providesAuthentication"] = True
    diagram["cells"].append(models.cell(11, "Text", "A remark"))
    return model


def _library() -> Any:
    model = copy.deepcopy(models.LIBRARY)
    model |= {
        "version": "1.0.2",
        "repo_link": "https://code.example",
        "description": "Words.",
        "frozen": False,
        "release_docs_link": "https://docs.example",
        "trust_boundaries": [{"trust_zone_a": "cloud", "trust_zone_b": "public"}],
        "threats": [{"symbolic_name": "rain", "title": "Rain", "description": "Words."}],
        "threat_personas": [{"symbolic_name": "rival", "title": "Rival"}],
        "controls": [{"symbolic_name": "roof", "title": "Roof", "status": "active"}],
        "risks": [{"symbolic_name": "wet", "title": "Wet", "treatment": "accept", "score": 2}],
        "diagrams": [{"title": "One", "path": "one.png"}],
    }
    model["scope"] |= {"description": "Words.", "exposure": "external", "data_sensitivity": ["phi"]}  # type: ignore[operator]
    model["trust_zones"][0]["description"] = "Words."  # type: ignore[index]
    for section in ("actors", "components", "data_stores", "data_sets", "data_flows"):
        for each in model[section]:  # type: ignore[union-attr]
            each |= {"description": "Words.", "trust_zone": "cloud", "attributes": {"colour": "blue"}}  # type: ignore[operator]
    model["actors"] = [*model["actors"], {"symbolic_name": "clock", "title": "Clock", "type": "system"}]  # type: ignore[misc]
    model["data_stores"][0] |= {"type": "key_value", "permissions": ["read"]}  # type: ignore[index,operator]
    model["data_sets"][0] |= {"record_count": 12, "access_control_methods": ["list"]}  # type: ignore[index,operator]
    model["data_flows"][0] |= {"has_sensitive_data": True}  # type: ignore[index,operator]
    model["data_flows"][1] |= {"has_sensitive_data": False}  # type: ignore[index,operator]
    return model


def _components() -> Any:
    bill = copy.deepcopy(models.COMPONENTS)
    first = bill["components"][0]  # type: ignore[index]
    first |= {"version": "1", "description": "Words."}  # type: ignore[operator]
    first["components"].append(  # type: ignore[index]
        models.part("dia", "diagram", "A drawing", shape__width="3", inScope="true", risk__level="low")
    )
    first["components"].append(models.part("far", "spaceship", "Far", inScope="false", unheard__of="x"))  # type: ignore[index]
    bill["components"].append({"type": "library", "name": "left-pad", "version": "1.0"})  # type: ignore[attr-defined]
    bill["version"] = 1
    return bill


def _bill() -> Any:
    bill = copy.deepcopy(models.BILL)
    bill |= {
        "$schema": "http://cyclonedx.example/bom.json",
        "version": 3,
        "components": [{"bom-ref": "pad", "type": "library", "name": "pad"}],
        "compositions": [{"aggregate": "complete"}],
        "vulnerabilities": [{"id": "CVE-0"}],
    }
    bill["metadata"] |= {"authors": [{"name": "A. Fictive"}], "tools": [{"name": "maker"}]}  # type: ignore[operator]
    api, text = bill["services"]  # type: ignore[misc]
    api |= {
        "group": "desk",
        "version": "2",
        "description": "Words.",
        "authenticated": True,
        "trustZone": "inside",
        "licenses": [{"license": {"id": "MIT"}}],
        "externalReferences": [{"type": "documentation", "url": "https://hoster.example/doc"}],
        "properties": [{"name": "colour", "value": "blue"}],
    }
    api["provider"] |= {"url": ["https://hoster.example"], "bom-ref": "hoster"}
    api["data"][0] |= {"description": "Words."}
    api["data"][0]["governance"] |= {"custodians": [{"contact": {"name": "Ada Fictive"}}]}
    api["services"].append({"bom-ref": "idle", "name": "Idle"})
    text["data"].append({"flow": "unknown", "classification": "PII", "name": "rest"})
    text["data"].append(
        {
            "flow": "outbound",
            "classification": "PII",
            "name": "lists",
            "destination": ["https://gone.example"],
        }
    )
    bill["components"][0]["components"] = [{"bom-ref": "bit", "type": "library", "name": "bit"}]
    bill["dependencies"] = [
        *bill["dependencies"],  # type: ignore[misc]
        {"ref": "app", "dependsOn": ["pad"]},
        {"ref": "text", "dependsOn": ["idle", "nowhere", "bit"]},
        {"ref": "pad", "dependsOn": ["idle"], "provides": ["sorting"]},
    ]
    return bill


def _otm() -> Any:
    model = copy.deepcopy(models.OTM)
    model |= {
        "representations": [{"id": "r", "type": "diagram"}],
        "threats": [{"id": "t"}],
        "mitigations": [{"id": "m"}],
    }
    model["project"] |= {"description": "Words.", "tags": ["blue"]}  # type: ignore[operator]
    model["assets"] = [*model["assets"], {"id": "idle", "name": "Idle"}]  # type: ignore[misc]
    client, rows = model["components"]  # type: ignore[misc]
    client |= {
        "description": "Words.",
        "tags": ["web"],
        "representations": [{"id": "c"}],
        "threats": [{"threat": "t", "state": "open"}],
    }  # type: ignore[operator]
    rows["assets"]["processed"] = ["idle"]  # type: ignore[index]
    model["dataflows"][0] |= {"description": "Words.", "tags": ["https"], "attributes": {"colour": "blue"}}  # type: ignore[index,operator]
    return model


def _pytm() -> Any:
    model = copy.deepcopy(models.PYTM)
    model |= {"description": "Words.", "threatsFile": "threats.json", "isOrdered": True}
    model["assets"][0] |= {"port": 443, "inBoundary": "LAN", "maxClassification": "Classification.UNKNOWN"}  # type: ignore[index,operator]
    model["assets"][1] |= {"storesSensitiveData": True}  # type: ignore[index,operator]
    model["elements"] = [
        {"__class__": "Server", "name": "Extra", "onAWS": True, "storesLogData": True, "inScope": False},
        {"__class__": "Actor", "name": "Passer-by", "controls": {"isAdmin": False}},
        {"__class__": "Dataflow", "name": "Write"},
    ]
    model["flows"].append(
        {
            "name": "Odd",
            "source": "Extra",
            "sink": "Web",
            "protocol": "Pigeon",
            "controls": {"isEncrypted": True},
        }
    )
    model["flows"][0] |= {"note": "Words.", "order": 1, "response": "Answer"}  # type: ignore[index,operator]
    model["flows"][2] |= {
        "controls": {"usesVPN": False, "isEncrypted": True},
        "tlsVersion": "TLSVersion.TLSv9",
    }  # type: ignore[index,operator]
    return model


def _container() -> Any:
    container = copy.deepcopy(lists.CONTAINER)
    version = container["containerVersion"]
    version |= {
        "path": "accounts/1",
        "accountId": "1",
        "builtInVariable": [{"name": "Page URL", "type": "PAGE_URL"}],
        "folder": [{"folderId": "1", "name": "All"}],
        "gtagConfig": [{"type": "googtag", "gtagConfigId": "4"}],
        "fingerprint": "17",
    }
    version["container"] |= {"accountId": "1", "tagIds": ["GTM-QUAI1"]}
    version["tag"][0] |= {
        "accountId": "1",
        "fingerprint": "9",
        "notes": "Words.",
        "tagFiringOption": "ONCE_PER_EVENT",
    }
    version["tag"][0] |= {"priority": {"type": "INTEGER", "value": "3"}, "setupTag": [{"tagName": "tag 8"}]}
    version["tag"][3] |= {"scheduleStartMs": "1700000000000", "scheduleEndMs": "1900000000000"}
    version["zone"][0] |= {"name": "Ours", "boundary": {"condition": [{"type": "EQUALS"}]}}
    return container


def _onetrust() -> Any:
    banner = copy.deepcopy(lists.ONETRUST)
    banner["CommonData"] = {"IabThirdPartyCookieUrl": "x"}
    banner["DomainData"] |= {"MainText": "We", "pclifeSpanYr": "Year"}
    banner["DomainData"]["Groups"][0] |= {"Status": "always active", "GroupDescription": "Words."}
    banner["DomainData"]["Groups"][1]["Hosts"][0] |= {
        "HostId": "H1",
        "Cookies": [{"Name": "IDE", "Length": "390", "IsSession": False, "description": "Words."}],
    }
    banner["DomainData"]["GeneralVendors"].append({"VendorCustomId": "V9"})
    return banner


def _vendors() -> Any:
    listed = copy.deepcopy(lists.VENDORS)
    listed |= {
        "tcfPolicyVersion": 4,
        "specialPurposes": {"1": {"id": 1, "name": "Secure"}},
        "stacks": {"1": {"id": 1}},
    }
    listed["vendors"]["11"] |= {
        "urls": [{"langId": "en", "privacy": "https://adfoo.example/privacy"}],
        "usesCookies": True,
        "cookieMaxAgeSeconds": 86400,
        "specialPurposes": [1],
        "features": [1],
        "specialFeatures": [],
        "flexiblePurposes": [],
    }
    return listed


def _served() -> Any:
    """Give the data of a container as it is served."""
    data = json.loads(lists.SERVED.partition("var data = ")[2].partition(";\n})")[0])
    data |= {"runtime": [["x"]], "entities": {"a": 1}, "security_groups": {"google": ["__e"]}}
    resource = data["resource"]
    resource["tags"][0] |= {"once_per_event": True, "vtp_tagId": "G-1"}
    resource["tags"].append(
        {
            "function": "__zone",
            "tag_id": 20,
            "vtp_childContainers": ["list", ["map", "publicId", "GTM-Z", "nickname", "z"]],
        }
    )
    resource["rules"].append([["if", 0], ["add", 6]])
    return data


SELLERS: dict[str, Any] = {
    "version": "1.0",
    "contact_email": "ada@ads.example",
    "contact_address": "1 quai",
    "identifiers": [{"name": "TAG-ID", "value": "1"}],
    "sellers": [
        {"seller_id": "1", "name": "Adfoo SAS", "domain": "adfoo.example", "seller_type": "PUBLISHER"},
        {
            "seller_id": "2",
            "name": "Bar",
            "domain": "bar.example",
            "seller_type": "BOTH",
            "comment": "Words.",
        },
        {"seller_id": "3", "seller_type": "INTERMEDIARY", "is_confidential": 1, "is_passthrough": 0},
        {"seller_id": "4", "name": "Quux Ltd", "seller_type": "INTERMEDIARY"},
    ],
}
EXODUS: dict[str, Any] = {
    "application": {
        "handle": "example.club",
        "version_name": "1.2",
        "version_code": "12",
        "uaid": "aa",
        "name": "Club",
        "permissions": ["CAMERA", "INTERNET"],
        "libraries": ["maps"],
    },
    "apk": {"path": "club.apk", "checksum": "00"},
    "trackers": [{"id": 1, "name": "Countly Thing"}, {"id": 2, "name": "Adfoo SAS"}, {"id": 3}],
}
#: A document of each format whose values have keys.
WHOLE: dict[str, Any] = {
    "threagile": _threagile(),
    "fides": _fides(),
    "threat-dragon": _dragon(),
    "tm-bom": _library(),
    "components": _components(),
    "cyclonedx": _bill(),
    "otm": _otm(),
    "pytm": _pytm(),
    "gtm": _container(),
    "cookies": _onetrust(),
    "tcf": _vendors(),
    "served": _served(),
    "sellers": SELLERS,
    "exodus": EXODUS,
}
