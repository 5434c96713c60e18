"""The commands whose output a refactoring must leave as it is: all formats, both languages, every published case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, Final

from tests.golden.running import OUT, Command, run

LANGS: Final = ("en", "fr")
REFERENCE: Final = "flows/doctolib-2019"
#: States of one matter, the earlier first.
HISTORY: Final = (REFERENCE, "flows/doctolib-2021", "flows/doctolib-2025")
#: Cases that are bundled, excepted and taken for known: the largest one and small ones.
WRITTEN: Final = (REFERENCE, "flows/plaintext-hop", "flows/transfer-three-dates", "flows/hospital-eu-only")
#: What must be read from a help text: the words of a choice, as in <fr|en>.
CHOICE: Final = re.compile(r"<([\w-]+(?:\|[\w-]+)+)>")

Commands = tuple[Command, ...]


def every() -> Iterator[Commands]:
    """Give every command, or commands that need each other, to be run in `workplace()`, each from a clean `OUT`."""
    yield from _of_the_program()
    for file in sorted(Path("flows").rglob("case.yaml")):
        yield from _of_case(file.parent.as_posix())
    yield from _of_history()
    for case in WRITTEN:
        yield from _that_write(case)
    yield from _refused()


def _in_both(*command: str) -> Iterator[Commands]:
    for lang in LANGS:
        yield ((*command, "--lang", lang),)


def _json(*command: str) -> Any:
    return json.loads(run(command).out)


@cache
def _choices(command: str, option: str) -> list[str]:
    """Give the words an option of a command takes, or its argument; read from its help, so that a new one is covered."""
    told = " ".join(run((command, "--help")).out.decode().split()).replace(" |", "|").replace("| ", "|")
    found = CHOICE.search(told, told.index(option))
    if found is None:
        raise ValueError(f"the help of {command} names no words for {option}")
    return found[1].split("|")


#: The paper of which each activity is a file, so that it is written into a folder.
SEVERAL_FILES: Final = "pia"


@cache
def _papers() -> list[tuple[str, str]]:
    """Give every paper with each format that it can be written in."""
    papers, forms = _choices("export", "paper:"), _choices("export", "--format")
    found = [
        (paper, form)
        for paper, form in product(papers, forms)
        if run(("export", paper, REFERENCE, "--format", form)).code == 0
    ]
    unwritten = set(papers) - {paper for paper, _ in found} - {SEVERAL_FILES}
    if unwritten:
        raise ValueError(f"papers that are written in no format: {sorted(unwritten)}")
    return found


def _of_the_program() -> Iterator[Commands]:
    told = run(("--help",)).out.decode()
    names = re.findall(r"^  ([a-z][a-z-]+)  ", told[told.index("Commands:") :], re.MULTILINE)
    for command in ((), ("--help",), ("--version",), ("version",), ("test",)):
        yield (command,)
    yield from (((name, "--help"),) for name in names)
    yield from ((("schema", kind),) for kind in _choices("schema", "kind:"))
    for form in _choices("rules", "--format"):
        yield from _in_both("rules", "--format", form)
        yield from _in_both("knowledge", "show", "--format", form)
        for words in (("amazon",), ("cloud", "act"), ("schrems",), ("no-such-word",)):
            yield from _in_both("knowledge", "search", *words, "--format", form)
        for ids in (("aws-emea",), ("doctolib", "amazon"), ("us",)):
            yield from _in_both("knowledge", "show", *ids, "--format", form)
            yield from _in_both("knowledge", "show", *ids, "--format", form, "--as-of", "2019-11-01")
    for lang in LANGS:
        yield (("init", f"{OUT}/new", "--lang", lang), ("check", f"{OUT}/new", "--lang", lang))
    for rule in _json("rules", "--format", "json"):
        yield from _in_both("explain", rule["id"])


def _of_case(case: str) -> Iterator[Commands]:
    for form in _choices("check", "--format"):
        yield from _in_both("check", case, "--format", form)
    yield (("check", case, "--format", "sarif", "--sarif-accepted"),)
    for option in (("--as-of", "2026-06-01"), ("--knowledge-date", "2024-01-01"), ("--fail-on", "low")):
        yield (("check", case, "--format", "json", *option),)
    for profile in _choices("check", "--profile"):
        yield from _in_both("check", case, "--profile", profile)
    yield from _in_both("report", case, "--out", OUT)
    yield from _in_both("ask", case)
    for form in _choices("graph", "--format"):
        yield from _in_both("graph", case, "--format", form)
    for paper, form in _papers():
        yield from _in_both("export", paper, case, "--format", form)
    yield from _in_both("export", "pia", case, "--out", OUT)
    for finding in _json("check", case, "--format", "json")["findings"]:
        yield from _in_both("explain", f"F-{finding['fingerprint']}", case)
    yield from _in_both("what-if", case)
    for line in run(("what-if", case)).out.decode().splitlines():
        for form in _choices("what-if", "--format"):
            yield from _in_both("what-if", case, line.partition(":")[0], "--format", form)


def _of_history() -> Iterator[Commands]:
    for base, head in (*pairwise(HISTORY), (HISTORY[0], HISTORY[-1]), (HISTORY[1], HISTORY[0])):
        for form in _choices("diff", "--format"):
            yield from _in_both("diff", base, head, "--format", form)
        kept = ("check", base, "--output", f"json:{OUT}/earlier.json")
        yield (kept, ("diff", f"{OUT}/earlier.json", head))
        yield (kept, ("report", head, "--earlier", f"{OUT}/earlier.json", "--out", OUT))
    yield (("report", *HISTORY, "--out", OUT),)


def _that_write(case: str) -> Iterator[Commands]:
    bundle, baseline, exceptions = f"{OUT}/case.zip", f"{OUT}/baseline.yaml", f"{OUT}/exceptions.yaml"
    for lang, public in product(LANGS, ((), ("--public",))):
        made = ("bundle", "create", case, "--out", bundle, "--lang", lang, *public)
        yield (made, ("bundle", "verify", bundle, "--lang", lang))
    for form in ("text", "json", "sarif"):
        known = ("check", case, "--baseline", baseline, "--format", form)
        yield (("baseline", case, "--baseline", baseline), known)
    for finding in _json("check", case, "--format", "json")["findings"][:2]:
        approval = ("--until", "2024-12-31", "--reason", "known", "--by", "A. B.", "--on", "2024-06-01")
        accept = ("accept", f"F-{finding['fingerprint']}", case, *approval, "--exceptions", exceptions)
        held = ("check", case, "--exceptions", exceptions, "--today", "2024-07-01", "--format")
        yield (accept, (*held, "text"), (*held, "sarif", "--sarif-accepted"))


def _refused() -> Iterator[Commands]:
    for file in sorted(Path("broken/cases").iterdir()):
        yield from _in_both("check", file.as_posix())
        yield (("check", file.as_posix(), "--format", "json"),)
    yield (("check", "broken/cases"),)
    for option in ("policy", "knowledge", "exceptions", "baseline", "config"):
        yield from _in_both("check", REFERENCE, f"--{option}", f"broken/{option}.yaml")
        yield (("check", REFERENCE, f"--{option}", "nowhere.yaml"),)
    yield (("knowledge", "check", "broken/knowledge.yaml"),)
    yield (("test", "broken/policy.yaml"),)
    yield (("bundle", "verify", "broken/policy.yaml"),)
    yield from ((command,) for command in WRONG)


#: Commands that are wrong in themselves.
WRONG: Final[Commands] = (
    ("chek",),
    ("check",),
    ("check", "nowhere"),
    ("check", ""),
    ("check", REFERENCE, "--fial-on", "low"),
    ("check", REFERENCE, "--format", "yaml"),
    ("check", REFERENCE, "--rule", "TRN-010"),
    ("check", REFERENCE, "--as-of", "yesterday"),
    ("check", REFERENCE, "--today", "2024-02-30"),
    ("check", REFERENCE, "--since", "HEAD", "--baseline", "x.yaml"),
    ("check", REFERENCE, "--output", "saril:x"),
    ("explain", "TRN-010"),
    ("explain", "F-0", REFERENCE),
    ("export", "pia", REFERENCE, "--format", "csv"),
    ("what-if", REFERENCE, "no-such-scenario"),
    ("knowledge", "show", "no-such-entry"),
    ("diff", REFERENCE, "nowhere"),
    ("diff", "broken/cases/unparsable.yaml", REFERENCE),
    ("accept", "F-0", REFERENCE, "--until", "2024-12-31", "--reason", "r", "--by", "b", "--on", "2024-06-01"),
)
