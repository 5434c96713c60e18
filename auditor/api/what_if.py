"""A scenario: the same materials with the case swapped, assessed again and compared."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from auditor.api.assess import assess, hypothetical
from auditor.errors import UsageRefused
from auditor.judging.comparison import by_fingerprint, kept, only, questions_only
from auditor.model.bilingual import Bilingual
from auditor.model.comparison import Comparison
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.text.grammar import bilingual
from auditor.text.problems import usage as words
from auditor.text.problems.suggestion import nearest


def scenarios(materials: Materials) -> list[tuple[str, Bilingual]]:
    """Give the scenarios of the case with their titles."""
    return [(name, bilingual(s.title or name)) for name, s in sorted(materials.case.scenarios.items())]


def what_if(materials: Materials, scenario: str) -> Comparison:
    """Give what `scenario` would change, each finding that appears or changes marked hypothetical. Raises UsageRefused."""
    if scenario not in materials.scenarios:
        known = ", ".join(sorted(materials.scenarios)) or words.NONE()
        hint = nearest(scenario, materials.scenarios)
        raise UsageRefused(words.NO_SCENARIO(name=scenario), hint or words.SCENARIOS(names=known))
    return _compared(materials, scenario, _as_it_is(materials))


def what_ifs(materials: Materials) -> list[Comparison]:
    """Give what each scenario would change, in order of their names."""
    if not materials.scenarios:
        return []
    before = _as_it_is(materials)
    return [_compared(materials, scenario, before) for scenario in sorted(materials.scenarios)]


def _as_it_is(materials: Materials) -> Result:
    return assess(replace(materials, scenarios={}))


def _compared(materials: Materials, scenario: str, before: Result) -> Comparison:
    after = assess(hypothetical(materials, scenario, materials.scenarios[scenario]))
    old, new = by_fingerprint(_comparable(before)), by_fingerprint(_comparable(after))
    changed, unchanged = kept(old, new, _says)
    return Comparison(
        scenario=scenario,
        title=bilingual(materials.case.scenarios[scenario].title or scenario),
        appears=only(new, old),
        disappears=only(old, new),
        changed=sorted(changed, key=lambda change: change.after.fingerprint),
        unchanged=unchanged,
        questions_opened=questions_only(after.questions, before.questions),
        questions_settled=questions_only(before.questions, after.questions),
    )


def _comparable(result: Result) -> Iterator[Finding]:
    """Give the findings that can be compared: a hypothesis is told in a comparison of its own."""
    return (finding for finding in result.findings if finding.kind != "what-if")


def _says(finding: Finding) -> tuple[object, ...]:
    shown = finding.outcome != "cannot-be-shown"
    return (shown, finding.severity, finding.severity_if_open, finding.level, finding.missing)


def publish(comparison: Comparison, form: str, lang: str) -> bytes:
    """Give the comparison as text or json."""
    from auditor.rendering.comparison import render_comparison

    return render_comparison(comparison, form, lang)
