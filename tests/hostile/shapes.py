"""Inputs of at most a megabyte that once took minutes or gigabytes, made again; each as the text of one file of a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

HEAD: Final = """auditor: 1
known: documented
source: s
case: {id: shape, as_of: 2024-03-01, title: Shape}
sources: {s: {kind: own-document, title: S, date: 2024-01-01}}
people: {people: {title: people}}
data: {results: {title: results, is: health}}
"""
FIRM: Final = "organisations: {firm: {name: Firm, country: FR, parent: none, is: care-provider}}\n"
ACTIVITY: Final = "activities: {work: {people: people, data: results, controller: firm, processors: none, recipients: none}}\n"
#: How data of people comes into the first host.
ENTRY: Final = "entry: {for: work, from: people, to: h0}"


def _part(section: str, entries: list[str]) -> str:
    return f"{section}:\n" + "".join(f"  {entry}\n" for entry in entries)


def _hosts(count: int) -> str:
    return _part("hosts", [f"h{n}: {{operator: firm, keeps: none}}" for n in range(count)])


def mesh(count: int) -> str:
    """Every host sends to every other, and nobody says what can be read."""
    flows = [
        f"f{a}-{b}: {{for: work, from: h{a}, to: h{b}}}" for a in range(count) for b in range(count) if a != b
    ]
    return HEAD + FIRM + ACTIVITY + _hosts(count) + _part("flows", [ENTRY, *flows])


def ladder(layers: int) -> str:
    """Two flows side by side from each host to the next."""
    flows = [f"f{n}-{side}: {{for: work, from: h{n}, to: h{n + 1}}}" for n in range(layers) for side in "ab"]
    return HEAD + FIRM + ACTIVITY + _hosts(layers + 1) + _part("flows", [ENTRY, *flows])


def sealed_ladder(layers: int) -> str:
    """The same, each flow sealed with a key of somebody else."""
    firms = [f"k{n}: {{name: K{n}, country: FR, parent: none}}" for n in range(layers)]
    firms.append("firm: {name: Firm, country: FR, parent: none, is: care-provider}")
    flows = [
        f"f{n}-{side}: {{for: work, from: h{n}, to: h{n + 1}, content: encrypted, keys: k{n}}}"
        for n in range(layers)
        for side in "ab"
    ]
    return (
        HEAD + _part("organisations", firms) + ACTIVITY + _hosts(layers + 1) + _part("flows", [ENTRY, *flows])
    )


def _owned(count: int, links: list[tuple[int, int, int]]) -> str:
    firms = [f"o{n}: {{name: O{n}, country: {'US' if n == 0 else 'FR'}}}" for n in range(count)]
    firms.append(f"firm: {{name: Firm, country: FR, parent: o{count - 1}, is: care-provider}}")
    owned = "ownership:\n" + "".join(
        f"  - {{owner: o{a}, of: o{b}, shares: {part}}}\n" for a, b, part in links
    )
    host = "hosts: {h0: {operator: firm, keeps: results}}\n"
    flow = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"
    return HEAD + _part("organisations", firms) + (owned if links else "") + ACTIVITY + host + flow


def cycles(count: int, shares: int) -> str:
    """Organisations that hold shares of each other, round and round."""
    seen = sorted({(n * 7919 % count, (n * 104_729 + n // count + 1) % count) for n in range(shares)})
    return _owned(count, [(a, b, 9) for a, b in seen if a != b])


def parents(count: int) -> str:
    """A chain of parents."""
    firms = ["o0: {name: O0, country: US, parent: none}"]
    firms += [f"o{n}: {{name: O{n}, country: FR, parent: o{n - 1}}}" for n in range(1, count)]
    firms.append(f"firm: {{name: Firm, country: FR, parent: o{count - 1}, is: care-provider}}")
    host = "hosts: {h0: {operator: firm, keeps: results}}\n"
    flow = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"
    return HEAD + _part("organisations", firms) + ACTIVITY + host + flow


def branches(count: int) -> str:
    """A line of branches of branches."""
    firms = ["o0: {name: O0, country: US, parent: none}"]
    firms += [f"o{n}: {{name: O{n}, branch_of: o{n - 1}}}" for n in range(1, count)]
    firms.append(f"firm: {{name: Firm, branch_of: o{count - 1}, is: care-provider}}")
    host = "hosts: {h0: {operator: firm, keeps: results}}\n"
    flow = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"
    return HEAD + _part("organisations", firms) + ACTIVITY + host + flow


def broader(count: int) -> str:
    """Categories of data, each under the one before."""
    under = "".join(f"  d{n}: {{is: {f'd{n - 1}' if n else 'contact'}}}\n" for n in range(count))
    head = HEAD.replace("data: {results:", f"data:\n{under}  results:").replace("is: health}}", "is: health}")
    return head + FIRM + ACTIVITY


def scenarios(count: int) -> str:
    """Scenarios by the thousand, each of which would have the case judged once more."""
    host = "hosts: {h0: {operator: firm, keeps: results}}\n"
    flow = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"
    each = [f"s{n}: {{title: s{n}, set: {{hosts.h0.operator: unknown}}}}" for n in range(count)]
    return HEAD + FIRM + ACTIVITY + host + flow + _part("scenarios", each)


def ends(count: int) -> str:
    """One flow to thousands of hosts."""
    hosts = [f"h{n}: {{operator: firm, keeps: none}}" for n in range(count)]
    to = ", ".join(f"h{n}" for n in range(count))
    return (
        HEAD
        + FIRM
        + ACTIVITY
        + _part("hosts", hosts)
        + f"flows: {{f: {{for: work, from: people, to: [{to}]}}}}\n"
    )


def stacked(count: int) -> str:
    """Hosts that run on each other."""
    hosts = [f"h{n}: {{operator: firm, keeps: results, runs_on: h{n + 1}}}" for n in range(count - 1)]
    hosts.append(f"h{count - 1}: {{operator: firm, keeps: results}}")
    flow = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"
    return HEAD + FIRM + ACTIVITY + _part("hosts", hosts) + flow


def unknown_ends(count: int) -> str:
    """Half of the flows lead to nobody knows where."""
    flows = [
        f"f{n}: {{for: work, from: h{n}, to: {'unknown' if n % 2 else f'h{n + 1}'}, content: none}}"
        for n in range(count)
    ]
    return HEAD + FIRM + ACTIVITY + _hosts(count + 1) + _part("flows", [ENTRY, *flows])


def hub(count: int) -> str:
    """One host that all others send to."""
    flows = [
        f"f{n}: {{for: work, from: h{n}, to: h0, transport: tls-1.3, content: none}}" for n in range(1, count)
    ]
    return HEAD + FIRM + ACTIVITY + _hosts(count) + _part("flows", [ENTRY, *flows])


def chain(count: int) -> str:
    """A long way."""
    flows = [
        f"f{n}: {{for: work, from: h{n}, to: h{n + 1}, transport: tls-1.3, content: none}}"
        for n in range(count)
    ]
    return HEAD + FIRM + ACTIVITY + _hosts(count + 1) + _part("flows", [ENTRY, *flows])


def notices(count: int) -> str:
    """Many notices on one activity."""
    told = [f"n{n}: {{by: firm, for: work, recipients: none, data: results}}" for n in range(count)]
    return HEAD + FIRM + ACTIVITY + _hosts(2) + FLOW + _part("notices", told)


FLOW: Final = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"


def questions(count: int) -> str:
    """Many questions asked."""
    asked = [f"q{n}: {{to: firm, text: 'Which {n}?', asked: 2024-01-0{n % 9 + 1}}}" for n in range(count)]
    return HEAD + FIRM + ACTIVITY + _hosts(2) + FLOW + _part("questions", asked)


def agreements(count: int) -> str:
    """Many contracts."""
    firms = [f"p{n}: {{name: P{n}, country: FR, parent: none}}" for n in range(count)]
    firms.append("firm: {name: Firm, country: FR, parent: none, is: care-provider}")
    work = f"activities: {{work: {{people: people, data: results, controller: firm, processors: [{', '.join(f'p{n}' for n in range(count))}], recipients: none}}}}\n"
    signed = "agreements:\n" + "".join(
        f"  - {{between: [firm, p{n}], is: processing}}\n" for n in range(count)
    )
    return HEAD + _part("organisations", firms) + work + signed


def astray(count: int) -> str:
    """References that lead nowhere, each near many names."""
    flows = [f"f{n}: {{for: work, from: g{n}, to: h{n}}}" for n in range(count)]
    return HEAD + FIRM + ACTIVITY + _hosts(count) + _part("flows", flows)


def keys_twice(count: int) -> str:
    """One key again and again."""
    return HEAD + "hosts:\n" + "  h: {operator: firm}\n" * count


def anchors(count: int) -> str:
    """One anchor again and again."""
    return HEAD + "hosts:\n" + "".join(f"  h{n}: &a {{operator: firm}}\n" for n in range(count))


def nul(count: int) -> str:
    """Characters that are not allowed, in a row."""
    return HEAD + f"# {chr(0) * count}\n"


def unseen(count: int) -> str:
    """Characters that are not seen, in a row."""
    return HEAD + f"# {chr(0x200B) * count}\n"


def wrong_words(count: int) -> str:
    """Words that are not allowed, each near many."""
    return HEAD + _part("hosts", [f"h{n}: {{operatr: firm, keeps: [[x]]}}" for n in range(count)])


def long_line(count: int) -> str:
    """One line with many problems in it."""
    return HEAD + "hosts: {" + ", ".join(f"h{n}: {{a: b}}" for n in range(count)) + "}\n"


def empties(count: int) -> str:
    """Keys without a value."""
    return HEAD + "hosts:\n" + "".join(f"  h{n}:\n" for n in range(count))


#: A host of the firm that keeps all, and what comes there.
HOST: Final = "hosts: {h0: {operator: firm, keeps: results}}\n"
FLOW: Final = "flows: {f: {for: work, from: people, to: h0, transport: tls-1.3, content: none}}\n"


def _listed(letter: str, count: int) -> str:
    return f"[{', '.join(f'{letter}{n}' for n in range(count))}]"


def _entering(count: int) -> str:
    return _part("flows", [f"f{n}: {{for: work, from: people, to: h{n}}}" for n in range(count)])


def _with_data(count: int) -> str:
    own = "".join(f"  d{n}: {{is: contact}}\n" for n in range(count))
    return HEAD.replace("data: {results:", f"data:\n{own}  results:").replace("is: health}}", "is: health}")


def _firms(count: int) -> str:
    others = [f"o{n}: {{name: O{n}, country: FR, parent: none}}" for n in range(count)]
    return _part(
        "organisations", ["firm: {name: Firm, country: FR, parent: none, is: care-provider}", *others]
    )


def categories(count: int) -> str:
    """Categories of data by the thousand that one flow brings to one host, all listed everywhere."""
    data = _listed("d", count)
    return (
        _with_data(count)
        + FIRM
        + f"activities: {{work: {{people: people, data: {data}, controller: firm}}}}\n"
        + f"hosts: {{h0: {{operator: firm, keeps: {data}}}}}\n"
        + f"flows: {{f: {{for: work, from: people, to: h0, data: {data}}}}}\n"
    )


def categories_kept(count: int) -> str:
    """Activities, each about a category of its own, which one host keeps."""
    activities = [f"a{n}: {{people: people, data: d{n}, controller: firm}}" for n in range(count)]
    flows = [f"f{n}: {{for: a{n}, from: people, to: h0, transport: tls-1.3}}" for n in range(count)]
    host = f"hosts: {{h0: {{operator: firm, keeps: {_listed('d', count)}}}}}\n"
    return _with_data(count) + FIRM + _part("activities", activities) + host + _part("flows", flows)


def relays(count: int) -> str:
    """One flow that passes through one relay after the other."""
    flow = f"flows: {{f: {{for: work, from: people, through: {_listed('h', count)}, to: h{count}}}}}\n"
    return HEAD + FIRM + ACTIVITY + _hosts(count + 1) + flow


def successors(count: int) -> str:
    """A line of processors, each of which ended and has the next one as its successor."""
    ended = [
        f"o{n}: {{name: O{n}, country: FR, ends: 2020-01-01, succeeded_by: o{n + 1}}}" for n in range(count)
    ]
    ended += [f"o{count}: {{name: Last, country: FR, parent: none}}", "firm: {name: Firm, country: FR}"]
    activity = ACTIVITY.replace("processors: none", f"processors: {_listed('o', count)}")
    return HEAD + _part("organisations", ended) + activity + HOST + FLOW


def controllers(count: int) -> str:
    """Controllers of one activity, each of whom may decide together with each other."""
    activity = ACTIVITY.replace("controller: firm", f"controller: {_listed('o', count)}")
    return HEAD + _firms(count) + activity + HOST + FLOW


def unattributed(count: int) -> str:
    """Hosts that are known by their domains alone."""
    hosts = [f"h{n}: {{operator: unknown, domains: [a{n}.example]}}" for n in range(count)]
    return HEAD + FIRM + ACTIVITY + _part("hosts", hosts) + _entering(count)


def ended(count: int) -> str:
    """Hosts that ended before the date of the case, with all that comes there."""
    return (
        HEAD
        + FIRM
        + ACTIVITY
        + _hosts(count).replace("none}", "results, until: 2020-01-01}")
        + _entering(count)
    )


def going_on(count: int) -> str:
    """Hosts and flows of which nobody says whether they go on."""
    hosts = _hosts(count).replace("none}", "results, until: unknown}")
    return HEAD + FIRM + ACTIVITY + hosts + _entering(count).replace("}\n", ", until: unknown}\n")


def certified(count: int) -> str:
    """Certificates of one organisation, each for one of its hosts."""
    each = "".join(f"      - {{is: hds, scope: [h{n}], since: 2020-01-01}}\n" for n in range(count))
    firm = f"organisations:\n  firm:\n    name: Firm\n    country: FR\n    certified:\n{each}"
    return HEAD + firm + ACTIVITY + _hosts(count).replace("none}", "results}") + _entering(count)


def certificates(count: int) -> str:
    """Certificates of one host."""
    each = "".join(f"      - {{is: hds, scope: ['{1 + n % 6}'], since: 2020-01-01}}\n" for n in range(count))
    host = f"hosts:\n  h0:\n    operator: firm\n    keeps: results\n    certified:\n{each}"
    return HEAD + FIRM + ACTIVITY + host + FLOW


def claims(count: int) -> str:
    """Claims, each weighed on each of as many hosts."""
    says = "says: {encrypted-in-transit: {data: health}}"
    each = [f"c{n}: {{by: firm, quote: q{n}, {says}}}" for n in range(count)]
    hosts = _hosts(count).replace("none}", "results, location: US}")
    return HEAD + FIRM + ACTIVITY + hosts + _entering(count) + _part("claims", each)


#: Name of a shape, what it is in words, and how it is made.
SHAPES: Final[dict[str, tuple[str, Callable[[], str]]]] = {
    "mesh": ("30 hosts that all send to each other, content unstated", lambda: mesh(30)),
    "ladder": ("100 hops of two flows each, content unstated", lambda: ladder(100)),
    "sealed ladder": ("60 hops of two flows each, each sealed with another key", lambda: sealed_ladder(60)),
    "cycles": ("1,000 organisations with 10,000 shares in cycles", lambda: cycles(1_000, 10_000)),
    "many cycles": ("3,000 organisations with 22,000 shares in cycles", lambda: cycles(3_000, 22_000)),
    "parents": ("3,000 parents in a chain", lambda: parents(3_000)),
    "many parents": ("18,000 parents in a chain", lambda: parents(18_000)),
    "branches": ("20,000 branches of branches", lambda: branches(20_000)),
    "broader": ("12,000 categories of data in a line", lambda: broader(12_000)),
    "scenarios": ("15,000 scenarios of a small case", lambda: scenarios(15_000)),
    "ends": ("one flow to 10,000 hosts", lambda: ends(10_000)),
    "stacked": ("400 hosts that run on each other", lambda: stacked(400)),
    "long ladder": ("7,500 hops of two flows each, content unstated", lambda: ladder(7_500)),
    "many stacked": ("15,000 hosts that run on each other", lambda: stacked(15_000)),
    "unknown ends": ("2,000 flows of one activity, half of the ends unknown", lambda: unknown_ends(2_000)),
    "hub": ("8,000 flows into one host", lambda: hub(8_000)),
    "chain": ("a chain of 5,000 flows", lambda: chain(5_000)),
    "notices": ("2,000 notices on one activity", lambda: notices(2_000)),
    "questions": ("10,000 questions asked", lambda: questions(10_000)),
    "agreements": ("5,000 processors with a contract each", lambda: agreements(5_000)),
    "astray": ("3,000 references that lead nowhere", lambda: astray(3_000)),
    "keys twice": ("one key 20,000 times", lambda: keys_twice(20_000)),
    "anchors": ("one anchor 20,000 times", lambda: anchors(20_000)),
    "NUL": ("30,000 NUL in a row", lambda: nul(30_000)),
    "unseen": ("30,000 characters in a row that are not seen", lambda: unseen(30_000)),
    "wrong words": ("10,000 hosts with a wrong key each", lambda: wrong_words(10_000)),
    "long line": ("20,000 problems in one line", lambda: long_line(20_000)),
    "empties": ("20,000 keys without a value", lambda: empties(20_000)),
    "categories": ("one flow of 12,000 categories of data", lambda: categories(12_000)),
    "categories kept": ("5,000 categories of as many activities at one host", lambda: categories_kept(5_000)),
    "relays": ("a flow through 15,000 relays", lambda: relays(15_000)),
    "successors": ("12,000 processors that succeeded each other", lambda: successors(12_000)),
    "controllers": ("8,000 controllers of one activity", lambda: controllers(8_000)),
    "unattributed": ("8,000 hosts of which only domains are known", lambda: unattributed(8_000)),
    "ended": ("8,000 hosts that ended", lambda: ended(8_000)),
    "going on": ("6,000 hosts of which nobody says whether they go on", lambda: going_on(6_000)),
    "certified": ("6,000 certificates, each for one of 6,000 hosts", lambda: certified(6_000)),
    "certificates": ("12,000 certificates of one host", lambda: certificates(12_000)),
    "claims": ("4,000 claims on 4,000 hosts", lambda: claims(4_000)),
    "some claims": ("310 claims on 310 hosts", lambda: claims(310)),
}
