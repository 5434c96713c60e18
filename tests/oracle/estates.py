"""Random small estates, the same on every run, as a case and as facts for clingo.

The facts are written from the values of the case, not from anything the engine derives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any, TypeVar

from auditor.model.case.sources import Source
from auditor.model.law import Adequacy, Instrument, Knowledge

T = TypeVar("T")
Tree = dict[str, Any]

EEA = ("FR", "IE")
FOREIGN = ("US", "CN", "CH", "JP", "BR", "GB", "IN")
LAWS = {
    "US-ONE": Instrument("US", "one", "one", "access", addressees=["provider"], status="verified"),
    "CN-ONE": Instrument("CN", "one", "one", "access", status="verified"),
    "CH-ONE": Instrument("CH", "one", "one", "cooperation", status="verified"),
    "JP-ONE": Instrument("JP", "one", "one", "access", status="verified"),
    "GB-ONE": Instrument("GB", "one", "one", "agreement", status="verified"),
    "IN-ONE": Instrument("IN", "one", "one", "access", since="2030", status="verified"),
}
KNOWLEDGE = Knowledge(
    instruments=LAWS,
    adequacy={
        "ch": Adequacy(decision="one", since="2000-08-25", country="CH"),
        "jp": Adequacy(decision="one", since="2019-01-23", country="JP", whole="false"),
    },
    sources={"paper": Source()},
    eu=dict.fromkeys(EEA, "1958-01-01"),
    eea=dict.fromkeys(EEA, "1994-01-01"),
    countries={code: code for code in (*EEA, *FOREIGN)},
)
CATEGORIES = ("contact", "financial", "image", "location")
PROVIDERS = {"cloud", "hosting", "crm"}
HOSTING = {"cloud", "hosting"}


class Dice:
    """Choices that depend on a seed alone."""

    def __init__(self, seed: str) -> None:
        self.seed, self.count = seed, 0

    def below(self, limit: int) -> int:
        self.count += 1
        return int.from_bytes(sha256(f"{self.seed}:{self.count}".encode()).digest()[:6], "big") % limit

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def one(self, among: Sequence[T]) -> T:
        return among[self.below(len(among))]

    def some(self, among: Sequence[T], least: int = 1, most: int = 3) -> list[T]:
        wanted = min(len(among), least + self.below(most - least + 1))
        left = list(among)
        return [left.pop(self.below(len(left))) for _ in range(wanted)]

    def known(self, value: Any) -> Any:
        """The value, now and then known by declaration or inference only."""
        return (
            {"value": value, "known": self.one(["declared", "inferred", "observed"])}
            if self.chance(30)
            else value
        )

    def told(self, value: Any) -> Any:
        """The value, now and then with nobody to vouch for it."""
        return {"value": bare(value), "known": "assumed"} if self.chance(8) else value


def estate(number: int) -> Tree:
    """The estate of that number, as a case people might write."""
    dice = Dice(f"estate {number}")
    organisations = [f"org{n}" for n in range(3 + dice.below(3))]
    hosts = [f"host{n}" for n in range(2 + dice.below(3))]
    tree: Tree = {
        "case": {"id": "estate", "as_of": "2024-01-01"},
        "people": {"people": {}},
        "organisations": {name: _organisation(dice, name, organisations) for name in organisations},
        "ownership": _ownership(dice, organisations),
        "activities": {
            name: _activity(dice, organisations) for name in ("act0", "act1")[: 1 + dice.below(2)]
        },
        "hosts": {name: _host(dice, place, hosts, organisations) for place, name in enumerate(hosts)},
        "flows": {},
        "agreements": _agreements(dice, organisations),
    }
    for number_of_flow in range(2 + dice.below(5)):
        tree["flows"][f"flow{number_of_flow}"] = _flow(dice, tree, hosts, organisations)
    return tree


def _organisation(dice: Dice, name: str, others: list[str]) -> Tree:
    made: Tree = {"known": "documented"}
    if dice.chance(88):
        made["country"] = dice.told(dice.one([*EEA, *EEA, *EEA, *EEA, *FOREIGN, "US", "CN"]))
    if dice.chance(85):
        made["is"] = dice.one(["cloud", "hosting", "crm", "holding", "investor", "care-provider"])
    if dice.chance(70):
        made["parent"] = "none"
    elif dice.chance(25):
        made["parent"] = dice.one([other for other in others if other != name])
    if dice.chance(10):
        made["presence"] = dice.told(dice.one([*EEA, *FOREIGN]))
    if dice.chance(20):
        where = dice.one([["none"], ["FR"], ["US"], ["IE", "JP"], ["CH", "unknown"], ["FR", "BR"]])
        made["access_from"] = dice.told(dice.known(where))
    if dice.chance(30):
        made["in_scope"] = dice.known(dice.one(["true", "true", "false"]))
    return made


def _ownership(dice: Dice, organisations: list[str]) -> list[Tree]:
    links = []
    for of in organisations:
        room = 100
        for owner in dice.some([o for o in organisations if o != of], 0, 3):
            link: Tree = {
                "owner": owner,
                "of": of,
                "known": dice.one(["documented", "alleged", "documented", "assumed"]),
            }
            if dice.chance(12):
                links.append({**link, "kind": dice.one(["licence", "keys", "operations"])})
                continue
            share = dice.one([5, 15, 20, 26, 30, 34, 40, 50, 51, 60, 80])
            how = dice.below(10)
            if how < 6 and share <= room:
                room -= share
                link["votes"] = str(share)
            elif how == 6 and room > 50:
                room = 49
                link["votes"] = "majority"
            elif how == 7:
                link["votes"] = "unknown"
            elif how == 8 and dice.chance(50):
                link["votes"] = "minority"
            elif how == 8:
                link["kind"] = "minority"
                link["shares"] = dice.one(
                    ["unknown", {"min": "0", "max": "90"}, {"value": "20", "known": "assumed"}]
                )
            else:
                link["votes"] = {"min": "10" if room >= 10 else "0", "max": str(dice.one([20, 45, 60, 90]))}
                room -= 10 if room >= 10 else 0
            if dice.chance(20):
                link["decides"] = dice.one(["true", "false", "false", "unknown"])
            links.append(link)
    return links


def _activity(dice: Dice, organisations: list[str]) -> Tree:
    controller = dice.one([*([o] for o in organisations), organisations[:2], ["unknown"]])
    made: Tree = {
        "people": "people",
        "data": dice.some(CATEGORIES, 1, 3),
        "controller": controller,
        "known": "documented",
    }
    if dice.chance(50):
        made["processors"] = dice.some(organisations, 1, 2)
    return made


def _host(dice: Dice, place: int, hosts: list[str], organisations: list[str]) -> Tree:
    made: Tree = {"known": "documented"}
    if dice.chance(92):
        made["operator"] = dice.one(organisations)
    machines = [*hosts[place + 1 :], "none", "none", "none", "unknown"]
    made["runs_on"] = dice.known(dice.one(machines))
    if dice.chance(70):
        made["keeps"] = dice.some([*CATEGORIES, "unknown"], 1, 3)
    if dice.chance(70):
        made["at_rest"] = dice.one(["plain", "none", "encrypted", "encrypted", "encrypted"])
    if dice.chance(60):
        made["keys"] = dice.known(dice.some([*organisations, "unknown"], 1, 2))
    return made


def _agreements(dice: Dice, organisations: list[str]) -> list[Tree]:
    found = {}
    for _ in range(dice.below(3)):
        first, second = dice.some(organisations, 2, 2)
        found[first, second] = {
            "between": [first, second],
            "is": dice.one(["hosting", "processing", "joint"]),
        }
    return list(found.values())


def _flow(dice: Dice, tree: Tree, hosts: list[str], organisations: list[str]) -> Tree:
    """A flow that goes forward in the order people, hosts, organisations, or back to the people."""
    activity = dice.one(sorted(tree["activities"]))
    order = ["people", *hosts, *organisations[:2]]
    start = dice.below(len(order) - 1)
    after = order[start + 1 :]
    made: Tree = {"for": activity, "from": order[start], "known": "documented"}
    relays = [host for host in hosts if host in after]
    if relays and len(after) > 1 and dice.chance(25):
        relay = dice.one(relays)
        beyond = order[order.index(relay) + 1 :]
        if beyond:
            made["through"], after = relay, beyond
    made["to"] = dice.some(after, 1, 2)
    if start and dice.chance(10):
        made["to"] = "people"
    made["data"] = dice.some(tree["activities"][activity]["data"], 1, 2)
    made["transport"] = "tls"
    content = dice.one(["none", "none", "encrypted", "encrypted", "end-to-end", "unknown"])
    made["content"] = dice.known(content)
    if content == "encrypted" or (content == "end-to-end" and dice.chance(20)):
        made["keys"] = dice.known(dice.some([*organisations, "unknown"], 1, 2))
    return made


# the same estate as facts --------------------------------------------------------------------------------------------------


def bare(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) and "value" in value else value


def weak(entity: Tree, field: str) -> bool:
    value = entity[field]
    known = value["known"] if isinstance(value, dict) and "known" in value else entity["known"]
    return known not in ("documented", "observed")


def unvouched(value: Any) -> bool:
    return isinstance(value, dict) and value.get("known") == "assumed"


def listed(value: Any) -> list[str]:
    found = bare(value)
    return found if isinstance(found, list) else [found]


def facts(number: int, tree: Tree) -> Iterator[str]:
    """The facts of the estate; countries and laws are quoted, since they begin with capitals."""
    e = number
    for name, entry in tree["organisations"].items():
        yield f"org({e},{name})."
        yield from _places(e, name, entry)
        yield from ([f"closed({e},{name})."] if entry.get("parent") == "none" else [])
        if bare(entry.get("in_scope")) == "true" and not weak(entry, "in_scope"):
            yield f"in_scope({e},{name})."
        term = entry.get("is")
        yield from ([f"no_terms({e},{name})."] if term is None else [])
        yield from ([f"term({e},{name},provider)."] if term in PROVIDERS else [])
        yield from ([f"hosting({e},{name})."] if term in HOSTING else [])
    yield from _holdings(e, tree)
    yield f"people({e},people)."
    for name, entry in tree["activities"].items():
        if len(entry["controller"]) == 1 and entry["controller"] != ["unknown"]:
            yield f"sole({e},{name},{entry['controller'][0]})."
        yield from (f"sheet({e},{name},{category})." for category in entry["data"])
        if all(flow["for"] != name for flow in tree["flows"].values()):
            yield from _register_only(e, name, entry)
    for name, entry in tree["hosts"].items():
        yield from _host_facts(e, name, entry)
    for bit, (name, entry) in enumerate(tree["flows"].items()):
        yield from _flow_facts(e, name, entry, 1 << bit)
    for entry in tree["agreements"]:
        if entry["is"] in ("hosting", "processing"):
            yield f"hosts_for({e},{entry['between'][0]},{entry['between'][1]})."


def _places(e: int, name: str, entry: Tree) -> Iterator[str]:
    """What is told of where an organisation is, and what of it somebody vouches for."""
    for field, said in (
        ("country", "told"),
        ("presence", "told_presence"),
        ("access_from", "told_reached_from"),
    ):
        for country in listed(entry.get(field, "none")):
            if country not in ("none", "unknown"):
                yield f'{said}({e},{name},"{country}").'
                if not unvouched(entry[field]):
                    yield f'{VOUCHED[field]}({e},{name},"{country}").'
    if (
        "access_from" in entry
        and "unknown" not in listed(entry["access_from"])
        and not weak(entry, "access_from")
    ):
        yield f"closed_access({e},{name})."


VOUCHED = {"country": "country", "presence": "presence", "access_from": "reached_from"}


def _holdings(e: int, tree: Tree) -> Iterator[str]:
    pairs = set()
    for link in tree["ownership"]:
        owner, of = link["owner"], link["of"]
        if link.get("kind", "minority") != "minority":
            if link["kind"] == "operations":
                yield f"runs_systems_of({e},{owner},{of})."
                continue
            yield f"told_dependency({e},{owner},{of})."
            yield from ([f"dependency({e},{owner},{of})."] if link["known"] != "assumed" else [])
            continue
        pairs.add((owner, of))
        assumed = link["known"] == "assumed"
        decides = None if assumed else link.get("decides")
        low, high = (0, 100000) if assumed else (50001, 100000) if decides == "true" else _bounds(link)
        yield f"own({e},{owner},{of},{low},{high})."
        if assumed or (not _only_a_minority(link) and decides != "false"):
            yield f"presumes({e},{owner},{of})."
    for name, entry in tree["organisations"].items():
        parent = entry.get("parent", "none")
        if parent != "none" and (parent, name) not in pairs:
            yield f"own({e},{parent},{name},50001,100000)."


def _only_a_minority(link: Tree) -> bool:
    """A minority without a percentage somebody vouches for."""
    if link.get("kind") == "minority":
        return link["shares"] == "unknown" or unvouched(link["shares"])
    return bool(link["votes"] == "minority")


def _bounds(link: Tree) -> tuple[int, int]:
    if link.get("kind") == "minority":
        return 0, 50000
    votes = link["votes"]
    if isinstance(votes, dict):
        return int(votes["min"]) * 1000, int(votes["max"]) * 1000
    worded = {"majority": (50001, 100000), "minority": (0, 50000), "unknown": (0, 100000)}
    return worded[votes] if votes in worded else (int(votes) * 1000, int(votes) * 1000)


def _register_only(e: int, name: str, entry: Tree) -> Iterator[str]:
    """A sheet without flows implies them: people to controllers, controllers to processors."""
    yield f"content({e},{name},none)."
    for controller in entry["controller"]:
        if controller != "unknown":
            for category in entry["data"]:
                yield f"hop({e},{name},{name},people,{controller},{category})."
                for processor in entry.get("processors", []):
                    if processor != controller:
                        yield f"hop({e},{name},{name},{controller},{processor},{category})."


def _host_facts(e: int, name: str, entry: Tree) -> Iterator[str]:
    yield f"host({e},{name})."
    yield from ([f"operator({e},{name},{entry['operator']})."] if "operator" in entry else [])
    machine = bare(entry["runs_on"])
    if machine == "unknown":
        yield f"unsaid_machine({e},{name})."
    elif machine != "none":
        yield f"runs_on({e},{name},{machine})."
    yield from ([f"weak_machine({e},{name})."] if machine != "unknown" and weak(entry, "runs_on") else [])
    keeps = entry.get("keeps", ["unknown"])
    yield from (f"keeps({e},{name},{category})." for category in keeps if category != "unknown")
    yield from ([f"open_keeps({e},{name})."] if "unknown" in keeps else [])
    yield from ([f"plain({e},{name})."] if entry.get("at_rest") in ("plain", "none") else [])
    if "keys" in entry:
        yield f"stated_keys({e},{name})."
        yield from ([f"weak_host_keys({e},{name})."] if weak(entry, "keys") else [])
    holders = listed(entry.get("keys", "unknown"))
    yield from (f"host_key({e},{name},{holder})." for holder in holders if holder != "unknown")
    yield from ([f"open_host_keys({e},{name})."] if "unknown" in holders else [])


def _flow_facts(e: int, name: str, entry: Tree, bit: int) -> Iterator[str]:
    yield f"bit({e},{name},{bit})."
    content = bare(entry["content"])
    yield f"content({e},{name},{content.replace('-', '_')})."
    yield from ([f"weak_content({e},{name})."] if content != "unknown" and weak(entry, "content") else [])
    if "keys" in entry:
        holders = listed(entry["keys"])
        yield from (f"key({e},{name},{holder})." for holder in holders if holder != "unknown")
        yield from ([f"open_keys({e},{name})."] if "unknown" in holders else [])
        yield from ([f"weak_flow_keys({e},{name})."] if weak(entry, "keys") else [])
    yield from (f"tip({e},{name},{end})." for end in (entry["from"], *listed(entry["to"])))
    for end in listed(entry["to"]):
        line = [entry["from"], *([entry["through"]] if "through" in entry else []), end]
        for a, b in pairwise(line):
            yield from (f"hop({e},{entry['for']},{name},{a},{b},{category})." for category in entry["data"])


def law_facts() -> Iterator[str]:
    """The laws that every estate is under."""
    for name, law in LAWS.items():
        if law.kind in ("access", "cooperation"):
            yield f'held("{law.country}").'
            yield from ([f'law("{name}","{law.country}").'] if law.since < "2024" else [])
        yield from ([f'limited("{name}").'] if law.addressees else [])
    for decision in KNOWLEDGE.adequacy.values():
        yield f'{"adequate" if decision.whole == "true" else "partly"}("{decision.country}").'
    yield from (f'state("{code}").' for code in FOREIGN)
    yield from (f'eea("{code}").' for code in EEA)
