"""What is wrong with exceptions and baselines."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

OF_FINDING_OR_RULE: Final = Template(
    "une exception porte sur un constat, ou sur une règle dans une portée",
    "an exception is of a finding, or of a rule within a scope",
)
OF_FINDING_HINT: Final = Template(
    "finding: F-…, ou rule: … avec scope: {{host: …}}", "finding: F-…, or rule: … with scope: {{host: …}}"
)
SCOPE_OF_RULE: Final = Template(
    "une portée va avec une règle ; un constat en a déjà une",
    "a scope belongs to a rule; a finding has one already",
)
REASON_SHORT: Final = Template(
    "le motif fait moins de {count} caractères", "the reason is shorter than {count} characters"
)
REASON_HINT: Final = Template(
    "dire ce qui rend cela acceptable jusque-là", "say what makes it acceptable until then"
)
APPROVED: Final = Template("quelqu'un doit l'avoir approuvée", "somebody must have approved it")
APPROVED_HINT: Final = Template("un nom ou une fonction", "a name or a function")
EXPIRES_BEFORE: Final = Template(
    "elle expire le {day}, avant d'avoir été approuvée le {approved}",
    "it expires on {day}, before it was approved on {approved}",
)
TWELVE_MONTHS: Final = Template(
    "une exception dure douze mois au plus", "an exception lasts twelve months at most"
)
HERE_UNTIL: Final = Template(
    "ici jusqu'au {day} ; ensuite elle est réexaminée", "here until {day}; then it is looked at again"
)
WILDCARDS: Final = Template("les jokers ne sont pas admis : {text}", "wildcards are not allowed: {text}")
ONE_RULE: Final = Template("nommer une règle", "name one rule")
BY_ITS_ID: Final = Template("nommer chaque {field} par son identifiant", "name each {field} by its id")
NO_SUCH_RULE: Final = Template("aucune règle de ce nom : {rule}", "no such rule: {rule}")
WITHIN_SCOPE: Final = Template(
    "une règle n'est exceptée que dans une portée", "a rule is excepted within a scope only"
)
SCOPE_HINT: Final = Template(
    "scope: {{host: …}}, ou activity, organisation, flow",
    "scope: {{host: …}}, or activity, organisation, flow",
)
EXCEPTED_ALREADY: Final = Template("ceci est déjà excepté", "this is excepted already")
IN_BASELINE_ALREADY: Final = Template(
    "{finding} est déjà dans l'état de référence", "{finding} is in the baseline already"
)
