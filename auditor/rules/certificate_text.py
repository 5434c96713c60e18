"""A certificate in words."""

from __future__ import annotations

from auditor.model.bilingual import Bilingual
from auditor.model.case.certificates import Certificate
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNSETTLED
from auditor.text import facts
from auditor.text.grammar import both, filled, listed


def certificate_words(certificate: Certificate) -> Bilingual:
    """Give a certificate in words: scheme, version, type, offer, scope, first and last day."""
    version, kind = str(plain(certificate.version)), str(plain(certificate.type))
    named = [
        facts.HOSTING_ACTIVITIES.get(item, both(item.replace("-", " ")))
        for item in several(certificate.scope)
        if item not in UNSETTLED
    ]
    stated = [
        (facts.VERSION, both("" if version in UNSETTLED else version)),
        (facts.REPORT_TYPE, both("" if kind in UNSETTLED else kind)),
        (facts.OFFER, both(certificate.offer)),
        (facts.SCOPE, listed(named) if named else facts.NO_SCOPE),
        (facts.SINCE, both(certificate.since)),
        (facts.UNTIL, both(certificate.until)),
    ]
    said = [filled(template, value=text) for template, text in stated if text.en]
    if not said:
        return facts.scheme(certificate.is_)
    more = Bilingual(", ".join(part.fr for part in said), ", ".join(part.en for part in said))
    return filled(facts.CERTIFICATE, scheme=facts.scheme(certificate.is_), more=more)
