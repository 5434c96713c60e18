"""A scenario: the same materials with the case swapped, assessed again and compared."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from auditor.api.assess import Evaluated, Supposing, judged
from auditor.errors import UsageRefused
from auditor.judging.comparison import by_fingerprint, kept, only, questions_only
from auditor.judging.weighed import Weighed
from auditor.model.bilingual import Bilingual
from auditor.model.comparison import Change, Comparison
from auditor.model.materials import Materials
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
    alone = replace(materials, scenarios={scenario: materials.scenarios[scenario]})
    return what_ifs(alone)[0]


def what_ifs(materials: Materials) -> list[Comparison]:
    """Give what each scenario would change, in order of their names."""
    found: list[Comparison] = []
    if materials.scenarios:
        judged(materials, supposing=telling(found))
    return found


def telling(found: list[Comparison]) -> Supposing:
    """Give what puts into `found` what each scenario would change, while a case is judged."""
    as_it_is: list[Weighed] = []

    def tell(name: str, now: Evaluated, then: Evaluated) -> None:
        if not as_it_is:
            as_it_is.append(Weighed(*now))
        found.append(_compared(name, as_it_is[0], Weighed(*then)))

    return tell


def _compared(scenario: str, now: Weighed, then: Weighed) -> Comparison:
    old, new = by_fingerprint(_comparable(now)), by_fingerprint(_comparable(then))
    changed, unchanged = kept(old, new, _says)
    return Comparison(
        scenario=scenario,
        title=bilingual(now.materials.case.scenarios[scenario].title or scenario),
        appears=list(map(then.told, only(new, old))),
        disappears=list(map(now.told, only(old, new))),
        changed=[
            Change(now.told(change.before), then.told(change.after))
            for change in sorted(changed, key=lambda change: change.after.fingerprint)
        ],
        unchanged=unchanged,
        questions_opened=list(map(then.asked, questions_only(then.questions, now.questions))),
        questions_settled=list(map(now.asked, questions_only(now.questions, then.questions))),
    )


def _comparable(weighed: Weighed) -> Iterator[Finding]:
    """Give the findings that can be compared: a hypothesis is told in a comparison of its own."""
    return (finding for finding in weighed.findings if finding.kind != "what-if")


def _says(finding: Finding) -> tuple[object, ...]:
    shown = finding.outcome != "cannot-be-shown"
    return (shown, finding.severity, finding.severity_if_open, finding.level, finding.missing)


def publish(comparison: Comparison, form: str, lang: str) -> bytes:
    """Give the comparison as text or json."""
    from auditor.rendering.comparison import render_comparison

    return render_comparison(comparison, form, lang)
