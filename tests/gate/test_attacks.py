"""Attempts to get a bad change through the gate, each in a repository of its own: what happens, and what the reviewer reads.

The base is sound: a hop protected by TLS. Every attack takes the protection away and then tries to be passed all the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.gate.test_evasion import POLICY
from tests.running import run_here

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY: Final = ("--today", "2026-11-25")
FOUND: Final = "TRN-001"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository under attack: its root, its case and the file of it, the id of the commit that the change is made on."""

    root: Path
    base: str

    @property
    def case(self) -> Path:
        """The folder of the case."""
        return self.root / "flows" / "x"

    @property
    def file(self) -> Path:
        """The one file of the case."""
        return self.case / "case.yaml"

    def git(self, *words: str) -> str:
        """Run git, as somebody."""
        done = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always", *words],
            cwd=self.root,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def change(self, before: str, after: str, path: str = "flows/x/case.yaml") -> None:
        """Replace in a file what must be there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert before in text, before
        (self.root / path).write_text(text.replace(before, after), encoding="utf-8")

    def put(self, path: str, text: str) -> None:
        """Write a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def bad(self) -> None:
        """Take the protection away."""
        self.change("transport: tls-1.3", "transport: none")


Change = Callable[[Repository], object]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return made(tmp_path, "plaintext-hop", ("transport: none", "transport: tls-1.3"))


def made(root: Path, name: str, *changes: tuple[str, str]) -> Repository:
    """Make a repository of one commit with a teaching case, changed, a pack of its own and exceptions without an entry."""
    repository = Repository(root, "")
    source = ROOT / "flows" / name / "case.yaml"
    repository.put("flows/x/case.yaml", source.read_text(encoding="utf-8"))
    for before, after in changes:
        repository.change(before, after)
    repository.put("rules/own.yaml", POLICY)
    repository.put("flows/x/exceptions.yaml", "auditor: 1\nexceptions: []\n")
    repository.git("init", "-q", "-b", "main")
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "before")
    return Repository(root, repository.git("rev-parse", "HEAD"))


def exception(until: str = "2027-01-01", on: str = "2026-11-01") -> str:
    """Give a file that excepts the rule."""
    return (
        "auditor: 1\nexceptions:\n"
        f"- {{rule: {FOUND}, scope: {{flow: results}}, reason: accepted by everybody here, approved_by: DPO, "
        f"approved_on: {on}, expires: {until}}}\n"
    )


def moved(to: str, then: Change = lambda _: None) -> Change:
    def done(at: Repository) -> None:
        at.bad()
        then(at)
        (at.root / to).parent.mkdir(parents=True, exist_ok=True)
        at.git("mv", "flows/x", to)

    return done


def worse(before: str, after: str, path: str = "flows/x/case.yaml") -> Change:
    def done(at: Repository) -> None:
        at.bad()
        at.change(before, after, path)

    return done


def beside(path: str, text: str) -> Change:
    def done(at: Repository) -> None:
        at.bad()
        at.put(path, text)

    return done


def linked(path: str, to: str) -> Change:
    def done(at: Repository) -> None:
        at.bad()
        (at.root / path).parent.mkdir(parents=True, exist_ok=True)
        (at.root / path).unlink(missing_ok=True)
        (at.root / path).symlink_to(to)

    return done


def ref(*words: str) -> Change:
    def done(at: Repository) -> None:
        at.bad()
        at.git("add", ".")
        at.git("commit", "-q", "-m", "bad")
        at.git(*words)

    return done


def hidden_in_part(name: str) -> Change:
    """Move the flow into a file that would not be read."""

    def done(at: Repository) -> None:
        at.bad()
        text = at.file.read_text(encoding="utf-8")
        head, flows = text.split("flows:\n")
        flow, rest = flows.split("\n", 1)
        at.put("flows/x/case.yaml", f"{head}{rest}")
        at.put(f"flows/x/{name}", f"auditor: 1\nflows:\n{flow}\n")

    return done


@dataclass(frozen=True, slots=True)
class Attack:
    """What a change does, the exit code it must end in, and what the reviewer must read somewhere."""

    name: str
    does: Change
    code: int
    read: str
    at: str = "flows/x"
    since: str = ""
    more: tuple[str, ...] = ()


CASE = "flows/x/case.yaml"
LONE = "\r"
ATTACKS: Final = (
    Attack("nothing but the harm", Repository.bad, 1, FOUND),
    # exceptions and baselines of one's own
    Attack("excepts itself", beside("flows/x/exceptions.yaml", exception()), 1, FOUND),
    Attack("excepts itself above the case", beside("flows/exceptions.yaml", exception()), 1, FOUND),
    Attack("excepts itself at the root", beside("exceptions.yaml", exception()), 1, FOUND),
    Attack("deletes the exceptions", lambda at: (at.bad(), (at.case / "exceptions.yaml").unlink()), 1, FOUND),
    Attack(
        "brings a baseline",
        beside("flows/x/baseline.yaml", "auditor: 1\ncase: plaintext-hop\nbaseline: []\n"),
        1,
        FOUND,
    ),
    Attack("brings broken exceptions", beside("flows/x/exceptions.yaml", "auditor: ["), 1, FOUND),
    Attack("links exceptions out", linked("flows/x/exceptions.yaml", "/etc/hostname"), 1, FOUND),
    # settings of one's own
    Attack("sets fail-on never", beside("flows/x/auditor.yaml", "auditor: 1\nfail-on: never\n"), 1, FOUND),
    Attack("sets it at the root", beside("auditor.yaml", "auditor: 1\nfail-on: never\n"), 1, FOUND),
    Attack("sets it in pyproject", beside("pyproject.toml", '[tool.auditor]\nfail-on = "never"\n'), 1, FOUND),
    Attack(
        "sets a confidence nothing has",
        beside("auditor.yaml", "auditor: 1\nmin-confidence: documented\n"),
        1,
        FOUND,
    ),
    Attack("breaks pyproject", beside("pyproject.toml", "[tool.auditor\n"), 1, FOUND),
    # the head of the case
    Attack("names fewer packs", worse("policies: [gdpr]", "policies: [roles]"), 1, "no longer applied"),
    Attack("names a pack that is none", worse("policies: [gdpr]", "policies: [gdrp]"), 2, "gdpr"),
    Attack("dates itself back", worse("as_of: 2024-03-01", "as_of: 2010-03-01"), 1, "dated earlier"),
    Attack("dates itself nowhere", worse("as_of: 2024-03-01", "as_of: unknown"), 2, "as_of"),
    Attack(
        "dates itself with a day that is none",
        worse("as_of: 2024-03-01", "as_of: 2024-02-31"),
        2,
        "2024-02-31",
    ),
    Attack("takes another id", worse("id: plaintext-hop", "id: another"), 1, FOUND),
    Attack(
        "keeps its own gate", worse("  policies: [gdpr]", f"  policies: [gdpr]\n  gate: [{FOUND}]"), 1, FOUND
    ),
    # how well facts are known
    Attack(
        "doubts the fact", worse("transport: none", "transport: {value: none, known: assumed}"), 1, "assumed"
    ),
    Attack("doubts every fact", worse("known: documented", "known: assumed"), 1, "assumed"),
    Attack(
        "infers the fact", worse("transport: none", "transport: {value: none, known: inferred}"), 1, FOUND
    ),
    # rules of the repository
    Attack(
        "lets a rule gate less",
        worse("gate: true", 'gate: "false"', "rules/own.yaml"),
        1,
        "own/CLR-001",
        more=("--policy", "rules"),
    ),
    Attack(
        "asks more of a rule",
        worse("gate: true", "gate: true\n    gate_confidence: observed", "rules/own.yaml"),
        1,
        "own/CLR-001",
        more=("--policy", "rules"),
    ),
    Attack(
        "deletes the rules",
        lambda at: (at.bad(), (at.root / "rules" / "own.yaml").write_text("# none\n", encoding="utf-8")),
        3,
        "nothing to check",
        more=("--policy", "rules"),
    ),
    Attack(
        "takes the pack away",
        lambda at: (at.bad(), shutil.rmtree(at.root / "rules")),
        2,
        "no such file or folder",
        more=("--policy", "rules"),
    ),
    Attack(
        "breaks the rules",
        beside("rules/own.yaml", "auditor: ["),
        2,
        "rules/own.yaml",
        more=("--policy", "rules"),
    ),
    Attack(
        "declares a rule of the program",
        beside("rules/more.yaml", POLICY.replace("own/CLR-001", FOUND)),
        2,
        FOUND,
        more=("--policy", "rules"),
    ),
    # where the case is
    Attack("moves", moved("flows/y"), 1, FOUND, at="flows/y"),
    Attack("moves deep", moved("some/where/else/y"), 1, FOUND, at="some/where/else/y"),
    Attack(
        "moves and takes another id",
        moved("flows/y", lambda at: at.change("id: plaintext-hop", "id: z")),
        1,
        FOUND,
        at="flows/y",
    ),
    Attack(
        "moves and names fewer packs",
        moved("flows/y", lambda at: at.change("[gdpr]", "[roles]")),
        1,
        "no longer applied",
        at="flows/y",
    ),
    Attack("is gone", lambda at: shutil.rmtree(at.case), 2, "no such file or folder"),
    Attack("is empty", lambda at: at.file.write_text("", encoding="utf-8"), 3, "nothing to check"),
    Attack(
        "is a comment",
        lambda at: at.file.write_text("# all is well\n", encoding="utf-8"),
        3,
        "nothing to check",
    ),
    Attack(
        "is a head only",
        lambda at: at.file.write_text(
            "auditor: 1\ncase: {id: plaintext-hop, as_of: 2024-03-01}\n", encoding="utf-8"
        ),
        3,
        "nothing",
    ),
    Attack("is no YAML", lambda at: at.file.write_text("auditor: [", encoding="utf-8"), 2, CASE),
    # files that are not read
    Attack("puts the flow out of sight in capitals", hidden_in_part("flows.YAML"), 2, "is not read"),
    Attack("puts the flow out of sight below a dot", hidden_in_part(".more/flows.yaml"), 2, "is not read"),
    Attack("puts the flow out of sight behind a dot", hidden_in_part(".flows.yaml"), 2, "is not read"),
    Attack("puts the flow out of sight behind a space", hidden_in_part("flows.yaml "), 2, "is not read"),
    Attack("puts the flow under another ending", hidden_in_part("flows.yaml.txt"), 2, "is not read"),
    Attack("puts the flow in a copy of no file", hidden_in_part("flows.yaml~"), 2, "is not read"),
    Attack("links the case out", linked("flows/x/case.yaml", "/etc/hostname"), 2, "a link"),
    Attack("links the case to another", linked("flows/x/case.yaml", "../other.yaml"), 2, "flows/x/case.yaml"),
    Attack("links the case to nowhere", linked("flows/x/more.yaml", "no-such.yaml"), 2, "a link"),
    Attack("brings a pipe", lambda at: (at.bad(), os.mkfifo(at.case / "more.yaml")), 2, "a pipe"),
    Attack(
        "links a folder out",
        linked("flows/x/more", "/etc"),
        1,
        "not read, hidden, kept by an editor or behind a link: x/more",
    ),
    # what a reviewer does not see
    Attack(
        "writes a value in a comment by U+2028",
        worse("transport: none", "transport: none # reviewed\u2028x: y"),
        2,
        "U+2028",
    ),
    Attack(
        "writes a value in a comment by NEL",
        worse("transport: none", "transport: none # reviewed\u0085x: y"),
        2,
        "U+0085",
    ),
    Attack(
        "writes a value in a comment by a lone return",
        worse("known: documented", f"# reviewed{LONE}known: assumed"),
        2,
        "U+000D",
    ),
    Attack("turns the direction", worse("Clinic A", "Clinic \u202eA"), 2, "U+202E"),
    Attack("names with what has no width", worse("Clinic A", "Clinic\u200b A"), 2, "U+200B"),
    Attack(
        "gives a key twice", worse("transport: none", "transport: none, transport: tls-1.3"), 2, "given twice"
    ),
    Attack("merges keys", worse("flows:\n", "flows:\n  <<: {}\n"), 2, CASE),
    Attack(
        "brings a second document",
        lambda at: (
            at.bad(),
            at.file.write_text(at.file.read_text(encoding="utf-8") + "---\nauditor: 1\n", encoding="utf-8"),
        ),
        2,
        "document",
    ),
    Attack(
        "declares the flow again",
        beside(
            "flows/x/again.yaml",
            "auditor: 1\nflows:\n  results: {for: analysis, from: ward, to: archive, transport: tls-1.3}\n",
        ),
        2,
        "declared",
    ),
    Attack("speaks to the runner", worse("Clinic A", '"::stop-commands::x"'), 1, FOUND),
    # the revision before the change
    Attack(
        "takes the name of the base as a tag",
        ref("tag", "base", "HEAD"),
        2,
        "several revisions",
        since="base",
    ),
    Attack(
        "takes the name of a remote branch",
        ref("branch", "origin/main", "HEAD"),
        2,
        "looks like a remote",
        since="origin/main",
    ),
    Attack(
        "takes the beginning of an id", ref("tag", "abcdef0", "HEAD"), 2, "looks like the id", since="abcdef0"
    ),
    Attack("replaces the base", lambda at: (ref("status")(at), at.git("replace", at.base, "HEAD")), 1, FOUND),
    Attack(
        "grafts the base",
        lambda at: (ref("status")(at), at.put(".git/info/grafts", f"{at.git('rev-parse', 'HEAD')}\n")),
        1,
        FOUND,
    ),
    Attack("names an option as the base", Repository.bad, 2, "revision", since="--output=x"),
    Attack("names a range", Repository.bad, 2, "revision", since="main..HEAD"),
    # outputs
    Attack(
        "commits a result for one that fails to come",
        lambda at: (at.put("out.sarif", "{}"), at.file.write_text("auditor: [", encoding="utf-8")),
        2,
        CASE,
    ),
    Attack("links the output into git", linked("out.sarif", ".git/config"), 2, "cannot write"),
    Attack("links the output out", linked("out.sarif", "../elsewhere.sarif"), 2, "cannot write"),
    Attack(
        "makes the output a folder", lambda at: (at.bad(), (at.root / "out.sarif").mkdir()), 2, "cannot write"
    ),
    # size
    Attack(
        "is deep",
        lambda at: at.file.write_text(f"auditor: 1\nhosts: {'[' * 5000}", encoding="utf-8"),
        2,
        CASE,
    ),
    Attack(
        "is a bomb of aliases",
        lambda at: at.file.write_text(
            "auditor: 1\na: &a [x, x]\n"
            + "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(9)),
            encoding="utf-8",
        ),
        2,
        CASE,
    ),
    Attack(
        "names a tag of Python",
        worse("transport: none", "transport: !!python/object/apply:os.system [id]"),
        2,
        CASE,
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_on_the_gate_does_not_pass_and_is_told(
    attack: Attack, repository: Repository, capfd: pytest.CaptureFixture[str]
) -> None:
    if attack.since == "base":
        repository.git("branch", "base", repository.base)
    attack.does(repository)
    auditor: Run = partial(run_here, capfd, cwd=repository.root)
    before = (repository.root / ".git" / "config").read_bytes()
    done = auditor(
        *("check", attack.at, "--no-config", "--fail-on", "high", *DAY),
        *(f"--since={attack.since or repository.base}", f"--exceptions-from={repository.base}"),
        *("--format", "markdown", "--output", "sarif:out.sarif", *attack.more),
    )
    assert done.returncode == attack.code, f"{done.stdout}\n{done.stderr}"
    told = f"{done.stdout}\n{done.stderr}".replace("\\", "")
    assert attack.read.replace("\\", "") in told
    assert (repository.root / ".git" / "config").read_bytes() == before
    result = repository.root / "out.sarif"
    assert attack.code == 1 or result.is_symlink() or result.is_dir() or not result.exists()


def test_the_base_passes(repository: Repository, capfd: pytest.CaptureFixture[str]) -> None:
    done = run_here(
        *(capfd, "check", "flows/x", "--no-config", "--fail-on", "high", *DAY),
        *("--since", repository.base, "--exceptions-from", repository.base),
        cwd=repository.root,
    )
    assert done.returncode == 0, done.stderr


def test_there_are_sixty_attacks_at_least() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= 60
