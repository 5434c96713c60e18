"""How a rule is read back: the sentences into which its conditions go."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Severity

REPORTED: Final[dict[str, Bilingual]] = {
    "gap": Bilingual("un écart est relevé", "a gap is reported"),
    "transfer": Bilingual("un transfert est relevé", "a transfer is reported"),
    "exposure": Bilingual("une exposition est relevée", "an exposure is reported"),
    "contradiction": Bilingual("une contradiction est relevée", "a contradiction is reported"),
    "fact": Bilingual("le fait est relevé", "the fact is reported"),
    "question": Bilingual("la question est relevée", "the question is reported"),
    "what-if": Bilingual("l'hypothèse est rapportée", "the hypothesis is reported"),
}
SEVERITIES: Final[dict[Severity, Bilingual]] = {
    "critical": Bilingual("critique", "critical"),
    "high": Bilingual("élevée", "high"),
    "medium": Bilingual("moyenne", "medium"),
    "low": Bilingual("faible", "low"),
    "info": Bilingual("indicative", "for information"),
}
WEIGHED: Final = Bilingual(
    "Elle monte d'un degré pour des données de l'article 9 et d'un degré à grande échelle, sauf à titre indicatif ; elle descend "
    "d'un degré si un fait n'est qu'allégué, déduit ou supposé ; elle n'est jamais plus qu'élevée.",
    "It rises one step for data of article 9 and one step at a large scale, save where it is for information; it falls one step "
    "where a fact is only alleged, inferred or assumed; it is never above high.",
)
COMPARED: Final[dict[str, Bilingual]] = {
    "at_least": Bilingual("atteint {}", "is at least {}"),
    "below": Bilingual("n'atteint pas {}", "is below {}"),
    "above": Bilingual("dépasse {}", "is above {}"),
    "at_most": Bilingual("ne dépasse pas {}", "is at most {}"),
    "from": Bilingual("est le {} ou après", "is {} or later"),
    "before": Bilingual("est avant le {}", "is before {}"),
}

#: A rule as one sentence; `{when}`, `{breach}` and `{unless}` are led by their conjunctions, and may be missing.
EVERY: Final = Bilingual("Pour chaque {subject}", "For every {subject}")
NEXT: Final = Bilingual("{start}, {next}", "{start}, {next}")
LEADS: Final[dict[str, Bilingual]] = {
    "when": Bilingual("lorsque {condition}", "when {condition}"),
    "if": Bilingual("si {condition}", "if {condition}"),
    "unless": Bilingual("sauf si {condition}", "unless {condition}"),
}
OR_ELSE: Final = Bilingual(", ou ", ", or ")
EITHER: Final = Bilingual("soit {parts}", "either {parts}")
EITHER_OR: Final = Bilingual(", soit ", ", or ")
AND: Final = Bilingual("et", "and")
OR: Final = Bilingual("ou", "or")
SEVERITY_IS: Final = Bilingual("La gravité est {ladder}.", "Severity is {ladder}.")
ELSE: Final = Bilingual("sinon {rung}", "else {rung}")
RUNGS: Final = Bilingual(" ; ", "; ")
NEVER_GATES: Final = Bilingual(
    "Un point de cette règle ne fait échouer aucun contrôle automatique, sauf dossier qui le demande.",
    "A finding of this rule fails no automatic control, unless a case asks for it.",
)
MAY_GATE: Final = Bilingual(
    "Un point établi de cette règle peut faire échouer un contrôle automatique",
    "An established finding of this rule may fail an automatic control",
)
AT_LEAST_KNOWN: Final = Bilingual(
    "{start}, à condition que son fait le moins sûr soit au moins {least}",
    "{start}, provided that its weakest fact is at least {least}",
)
ONE_FINDING: Final = Bilingual(
    "Ce qui partage {what} fait un seul point.", "What shares {what} makes one finding."
)
TOLD_WITH: Final = Bilingual(
    "Sur un même objet, il est dit avec celui de {rules}.",
    "On one and the same thing, it is told together with that of {rules}.",
)
SAME: Final = Bilingual("{first} et {second} sont identiques", "{first} and {second} are the same")
DIFFER: Final = Bilingual("{first} et {second} diffèrent", "{first} and {second} differ")
IS: Final = Bilingual("{amount} est {number}", "{amount} is {number}")
IS_NOT: Final = Bilingual("{amount} n'est pas {number}", "{amount} is not {number}")
AFFIRMED: Final = Bilingual("{subject} {verb} {what}", "{subject} {verb} {what}")
#: In French, `{verb}` has its `ne` already.
ONLY: Final = Bilingual("{subject} {verb} que {what}", "{subject} {verb} only {what}")
OTHER: Final = Bilingual(
    "{subject} {verb} autre chose que {what}", "{subject} {verb} something other than {what}"
)
NEITHER: Final = Bilingual("{subject} {verb} ni {what}", "{subject} {verb} neither {what}")
NOR: Final = Bilingual(" ni ", "nor")
SOME: Final = Bilingual("des {what}", "{what}")
#: A field without a phrase, by its noun: French subject and verb; English subject, verb and negated verb.
DENOTES: Final = (
    ("ce que désigne « {doc} »", "comprend"),
    ('what "{doc}" denotes', "includes", "does not include"),
)
ANSWERS: Final = (("la réponse à « {doc} »", "est"), ('the answer to "{doc}"', "is", "is not"))
BRACKETED: Final = Bilingual("({what})", "({what})")
OF_STATE: Final = Bilingual("{state}", "of {state}")
OTHER_STATE: Final = Bilingual("de l'État « {state} »", 'of the State "{state}"')
QUOTED: Final = Bilingual("« {word} »", '"{word}"')

#: What follows `celui` or `sur le territoire`: a State as a French genitive, and in English after `of`.
STATES: Final[dict[str, tuple[str, str]]] = {
    "@eea": (
        "d'un État de l'Espace économique européen (EEE)",
        "a State of the European Economic Area (EEA)",
    ),
    "@eu": ("d'un État membre de l'Union européenne", "a Member State of the European Union"),
    "@adequate": (
        "d'un État dont une décision d'adéquation couvre tout le territoire à la date du dossier",
        "a State wholly covered by an adequacy decision on the date of the case",
    ),
    "US": ("des États-Unis", "the United States"),
    "CA": ("du Canada", "Canada"),
    "CH": ("de la Suisse", "Switzerland"),
    "CN": ("de la Chine", "China"),
    "FR": ("de la France", "France"),
    "GB": ("du Royaume-Uni", "the United Kingdom"),
    "IL": ("d'Israël", "Israel"),
    "IN": ("de l'Inde", "India"),
    "JP": ("du Japon", "Japan"),
    "RU": ("de la Russie", "Russia"),
}
