"""One self-contained page per language: no request, a strict content security policy, everything readable without a script.

The policy allows exactly the style sheet in the page, by the hash of its text. `select_autoescape` would leave
`.html.j2` unescaped, so escaping is on for everything.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from auditor.model.result import Finding, Result
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.render.acceptance import acceptance, exception
from auditor.render.words import pick, speaker

SCHEMES: Final = frozenset({"http", "https", "mailto"})
KINDS: Final = ("gap", "contradiction", "exposure", "fact", "question")


def page(result: Result, lang: str) -> bytes:
    """Give the report of `result` in `lang` (fr or en) as one HTML page."""
    style = _text("page.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    html = (
        environment()
        .get_template("page.html.j2")
        .render(
            result=result,
            lang=lang,
            other="en" if lang == "fr" else "fr",
            say=speaker(lang),
            pick=lambda text: pick(text, lang),
            name=lambda identity: (
                pick(result.names[identity], lang) if identity in result.names else identity.rpartition(".")[2]
            ),
            link=link,
            worded=lambda value: ", ".join(speaker(lang)(word) for word in value.split(", ")),
            policy=policy,
            style=Markup(style),  # noqa: S704  our own constant, whose hash is in the policy
            established=[f for f in result.findings if f.outcome == "established" and not f.joined],
            unshown=[f for f in result.findings if f.outcome == "cannot-be-shown"],
            hypothetical=[f for f in result.findings if f.outcome == "hypothetical" and not f.joined],
            matrix=_matrix(result.findings),
            kinds=KINDS,
            addressees=_addressees(result),
            replies=_replies(result),
            acceptance=lambda finding: acceptance(finding, speaker(lang), result.today),
            exception=lambda line: exception(line, speaker(lang), lang),
        )
    )
    return (html.rstrip() + "\n").encode()


@cache
def environment() -> Environment:
    """Give the one environment all templates are rendered in: everything escaped, nothing undefined."""
    made = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["printable"] = printable
    return made


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def link(url: str) -> str:
    """Give `url` if it may be followed (http, https, mailto, nothing odd in it), else an empty text."""
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return ""
    try:
        return url if urlsplit(url).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""


def printable(text: str) -> str:
    """Give `text` without characters that cannot be seen."""
    return "".join(c if c.isprintable() or c in "\u202f\u00a0\n" else "\N{REPLACEMENT CHARACTER}" for c in str(text))


def _matrix(findings: list[Finding]) -> list[tuple[str, list[int]]]:
    shown = [f for f in findings if f.outcome == "established" and not f.joined]
    rows: list[tuple[str, list[int]]] = []
    for severity in reversed(SEVERITY_ORDER):
        counts = [sum(f.severity == severity and f.kind == kind for f in shown) for kind in KINDS]
        if any(counts):
            rows.append((severity, counts))
    return rows


def _addressees(result: Result) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for point in result.questions:
        groups.setdefault(point.to, []).append(point)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _replies(result: Result) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for reply in result.replies:
        for target in reply.to:
            found.setdefault(target.removeprefix("F-"), []).append(reply)
    return found
