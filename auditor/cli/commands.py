"""One function per command: read, judge, show. What they need is imported when they are called."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.output import coloured, leave, put

if TYPE_CHECKING:
    from auditor.model.materials import Materials
    from auditor.model.vocabulary import Known


class Lang(str, Enum):
    """The languages of reports and messages."""

    fr = "fr"
    en = "en"


class FailOn(str, Enum):
    """The severity from which on a gating finding fails."""

    never = "never"
    info = "info"
    low = "low"
    medium = "medium"
    high = "high"
    critical = "critical"


class Confidence(str, Enum):
    """How a finding must be known to fail a build."""

    documented = "documented"
    observed = "observed"
    declared = "declared"
    alleged = "alleged"
    inferred = "inferred"
    assumed = "assumed"


class Format(str, Enum):
    """The formats of a check."""

    text = "text"
    json = "json"


class Colour(str, Enum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


class SchemaKind(str, Enum):
    """What a JSON Schema is of."""

    case = "case"
    policy = "policy"
    result = "result"


Paths = Annotated[list[Path], typer.Argument(help="A case: its folder, or its YAML files.", show_default=False)]
LangOption = Annotated[Lang, typer.Option("--lang", envvar="AUDITOR_LANG", help="The language of what is shown.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="Judge as of this date instead of the case's own.")]
Policies = Annotated[
    list[Path], typer.Option("--policy", help="Own packs of rules, files or folders; may be repeated.", show_default=False)
]
KnowledgeOption = Annotated[
    list[Path], typer.Option("--knowledge", help="Own additions to the knowledge base; may be repeated.", show_default=False)
]


def _materials(paths: list[Path], as_of: str, policy: list[Path], knowledge: list[Path], rule: list[str]) -> Materials:
    from auditor.api.read import materials

    return materials(paths, as_of=as_of, policies=policy, knowledge=knowledge, select=rule)


def check(
    paths: Paths,
    form: Annotated[Format, typer.Option("--format", help="How to show the result.")] = Format.text,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = FailOn.high,
    min_confidence: Annotated[
        Confidence, typer.Option("--min-confidence", help="How a finding must be known to fail.")
    ] = Confidence.declared,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    rule: Annotated[list[str], typer.Option("--rule", help="Only this rule; may be repeated.", show_default=False)] = [],  # noqa: B006
    output: Annotated[Path | None, typer.Option("--output", help="Write there instead of standard output.")] = None,
    color: Annotated[Colour, typer.Option("--color", help="When to colour the text.")] = Colour.auto,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    from auditor.api.assess import assess
    from auditor.api.publish import publish

    known: Known = min_confidence.value
    result = assess(_materials(paths, as_of, policy, knowledge, rule), fail_on=fail_on.value, min_confidence=known)
    shown = publish(result, form.value, lang.value, colour=output is None and coloured(color.value), given=paths)
    put(shown, output)
    leave(passed=result.summary.gate.passed)


def report(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")] = Path("report"),
    lang: Annotated[Lang | None, typer.Option("--lang", help="One language instead of both.")] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Write the report of a case as one self-contained page per language."""
    from auditor.api.assess import assess
    from auditor.api.publish import publish

    result = assess(_materials(paths, as_of, policy, knowledge, []))
    for language in [lang] if lang else [Lang.fr, Lang.en]:
        file = out / f"report.{language.value}.html"
        put(publish(result, "html", language.value), file)
        print(file.as_posix())


def explain(
    what: Annotated[str, typer.Argument(help="A rule (TRN-001) or the id of a finding.", show_default=False)],
    paths: Annotated[list[Path], typer.Argument(help="The case of the finding.", show_default=False)] = [],  # noqa: B006
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Explain a rule, or tell the proof of a finding step by step with its sources."""
    from auditor.api import explain as explaining

    if paths:
        from auditor.api.assess import assess

        result = assess(_materials(paths, as_of, policy, knowledge, []))
        put(explaining.finding(result, what, lang.value))
        return
    put(explaining.rule(what, lang.value, policy))


def ask(
    paths: Paths,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Write the open questions, per addressee, ready to send."""
    from auditor.api.assess import assess
    from auditor.api.publish import questions

    put(questions(assess(_materials(paths, as_of, policy, knowledge, [])), lang.value))


def what_if(
    path: Annotated[Path, typer.Argument(help="A case: its folder, or a YAML file.", show_default=False)],
    scenario: Annotated[str, typer.Argument(help="The scenario; without it, those of the case are listed.")] = "",
    form: Annotated[Format, typer.Option("--format", help="How to show the comparison.")] = Format.text,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Show what a scenario of the case would change; always hypothetical."""
    from auditor.api import what_if as supposing

    read = _materials([path], as_of, policy, knowledge, [])
    if not scenario:
        for name, title in supposing.scenarios(read):
            print(f"{name}: {title.fr if lang is Lang.fr else title.en}")
        return
    put(supposing.publish(supposing.what_if(read, scenario), form.value, lang.value))


def rules(
    form: Annotated[Format, typer.Option("--format", help="How to show the rules.")] = Format.text,
    lang: LangOption = Lang.en,
    policy: Policies = [],  # noqa: B006
) -> None:
    """List the rules."""
    from auditor.api.rules import listing

    put(listing(form.value, lang.value, policy, table=form is Format.text and sys.stdout.isatty()))


def test(
    policies: Annotated[
        list[Path], typer.Argument(help="Packs of rules; without any, those that come with the program.", show_default=False)
    ] = [],  # noqa: B006
) -> None:
    """Run the tests inside packs of rules."""
    from auditor.api.examples import run

    outcome = run(policies)
    for line in outcome.lines:
        print(line)
    print(f"{outcome.passed} passed, {outcome.failed} failed")
    leave(passed=not outcome.failed)


def schema(kind: Annotated[SchemaKind, typer.Argument(help="What the schema is of.", show_default=False)]) -> None:
    """Print the JSON Schema of a case file, a policy file or a result."""
    from auditor.api.schema import schema as made

    put(made(kind.value))


def init(
    folder: Annotated[Path, typer.Argument(help="A new folder for the case.", show_default=False)],
    lang: LangOption = Lang.en,
) -> None:
    """Write a commented starter case that passes its own check."""
    from auditor.api.starter import files
    from auditor.errors import UsageRefused

    made = files(lang.value)
    there = [name for name in made if (folder / name).exists()]
    if there:
        raise UsageRefused(f"{folder / there[0]} exists already", "choose a new folder")
    for name, data in made.items():
        put(data, folder / name)
        print((folder / name).as_posix())


def version() -> None:
    """Print the version of the program and the state of its knowledge."""
    from auditor import __version__
    from auditor.api.read import knowledge_base

    print(f"auditor {__version__}, knowledge as of {knowledge_base().as_of}")
