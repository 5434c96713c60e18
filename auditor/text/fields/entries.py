"""Rows of whole entries of a case, and of what is asked although no field of the case holds it."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.agreements import AGREEMENTS_QUESTION
from auditor.text.fields.base import Row, Rows, Without, aside, says
from auditor.text.fields.claims import CLAIMS_QUESTION
from auditor.text.fields.ownership import OWNERSHIP_VOTES_QUESTION

_NEVER_STATED: Final = Without("it is asked for and never stated, so that no premise says it")
_LISTED: Final = Without("that it is listed is all there is to know")

#: Section → the row of a whole entry. Slots of their own: `{start}`, `{ends}`, `{relays}`, `{share}`, `{day}`, `{quote}`.
ENTRIES: Final[Rows] = {
    "people": Row(
        doc=Bilingual("les personnes", "the people"),
        question=_LISTED,
        clause=says(("le dossier décrit les personnes « {it} »", 'the case describes the people "{it}"')),
        whose="audited",
    ),
    "data": Row(
        doc=Bilingual("la catégorie de données", "the category of data"),
        question=_LISTED,
        clause=says(("le dossier décrit la catégorie « {it} »", 'the case describes the category "{it}"')),
        whose="audited",
    ),
    "organisations": Row(
        doc=Bilingual("l'organisation", "the organisation"),
        question=_LISTED,
        clause=says(("le dossier décrit {it}", "the case describes {it}")),
        whose="organisation",
    ),
    "ownership": Row(
        doc=Bilingual("la détention", "the holding"),
        question=OWNERSHIP_VOTES_QUESTION,
        clause=says(
            ("{owner} détient {share} {owned:de}", "{owner} holds {share} of {owned}"),
            {
                "dated": (
                    "{owner} détient {share} {owned:de}, {day:depuis}",
                    "{owner} holds {share} of {owned}, since {day}",
                )
            },
        ),
        whose="owned",
    ),
    "activities": Row(
        doc=Bilingual("l'activité", "the activity"),
        question=_LISTED,
        clause=says(("le dossier décrit l'activité « {it} »", 'the case describes the activity "{it}"')),
        whose="controller",
    ),
    "hosts": Row(
        doc=Bilingual("l'hôte", "the host"),
        question=_LISTED,
        clause=says(("le dossier décrit {it}", "the case describes {it}")),
        whose="operator",
    ),
    "flows": Row(
        doc=Bilingual("le flux", "the flow"),
        question=_LISTED,
        clause=says(
            (
                "le flux « {it} » va {start:de} vers {ends}",
                'the flow "{it}" goes from {start} to {ends}',
            ),
            {
                "relayed": (
                    "le flux « {it} » va {start:de} vers {ends}, par {relays}",
                    'the flow "{it}" goes from {start} to {ends}, through {relays}',
                )
            },
        ),
        whose="flow-controller",
    ),
    "agreements": Row(
        doc=Bilingual("l'accord", "the agreement"),
        question=AGREEMENTS_QUESTION,
        clause=says(
            ("un accord lie {ends} ({kind})", "an agreement binds {ends} ({kind})"),
            {
                "unsigned": (
                    "il n'a pas été signé de contrat entre {owner} et {owned} ({kind})",
                    "no agreement was signed between {owner} and {owned} ({kind})",
                )
            },
        ),
        whose="party",
    ),
    "notices": Row(
        doc=Bilingual("l'information des personnes", "the notice to people"),
        question=_LISTED,
        clause=says(("« {it} » informe les personnes", '"{it}" informs people')),
        whose="author",
    ),
    "claims": Row(
        doc=Bilingual("l'affirmation", "the claim"),
        question=CLAIMS_QUESTION,
        clause=says(
            ("{author} affirme : « {quote} »", '{author} states: "{quote}"'),
            {
                "dated": (
                    "{author} affirme ({day:le}) : « {quote} »",
                    '{author} states ({day:on}): "{quote}"',
                )
            },
        ),
        whose="author",
    ),
    "questions": Row(
        doc=Bilingual("la question posée", "the question asked"),
        question=_LISTED,
        clause=says(
            (
                "la question « {quote} », posée {author:à} {asked:le}, est une question restée sans réponse à la date {day:du}",
                'the question "{quote}", put to {author} {asked:on}, is one without an answer {day:on}',
            ),
            {
                "true": (
                    "la question « {quote} », posée {author:à} {asked:le}, est une question qui a eu une réponse",
                    'the question "{quote}", put to {author} {asked:on}, is one which was answered',
                ),
                "unknown": (
                    "la question « {quote} », posée {author:à} {asked:le}, est une question dont on ne sait pas si elle a eu une réponse",
                    'the question "{quote}", put to {author} {asked:on}, is one of which it is not known whether it was answered',
                ),
            },
        ),
        whose="audited",
    ),
    "scenarios": Row(
        doc=Bilingual("l'hypothèse", "the hypothesis"),
        question=_LISTED,
        clause=says(("l'hypothèse est : « {it} »", 'the hypothesis is: "{it}"')),
        whose="audited",
    ),
    "replies": aside("la réponse", "the reply", "a reply is printed beside the findings it answers"),
    "sources": aside("la pièce", "the document", "it is a document, from which facts come"),
    "captures": aside(
        "la capture", "the capture", "it is what a program read; the flows made of it are the facts"
    ),
    "answers": aside(
        "la réponse à un formulaire",
        "the reply to a form",
        "it is what a program read in a form that came back; its facts are those of the entries that they are on",
    ),
    "imports": aside(
        "le document importé",
        "the imported document",
        "it is what a program read; the facts made of it stand beside",
    ),
    "case": aside("le cas", "the case", "facts stand in its sections"),
}

#: What is asked although no field holds it: section → name → row.
ASKED: Final[dict[str, Rows]] = {
    "activities": {
        "notice": Row(
            doc=Bilingual("l'information des personnes", "the notice to people"),
            question=Bilingual(
                "Quelle information est donnée aux personnes sur « {it} » ?",
                'Which notice tells people about "{it}"?',
            ),
            clause=_NEVER_STATED,
            whose="controller",
        ),
    },
    "agreements": {
        "joint": Row(
            doc=Bilingual("un accord au sens de l'article 26", "an arrangement in the sense of article 26"),
            question=Bilingual(
                "Un accord de responsabilité conjointe (art. 26 RGPD) lie-t-il {owner} et {owned} ?",
                "Does a joint controllers' arrangement (GDPR art. 26) bind {owner} and {owned}?",
            ),
            clause=_NEVER_STATED,
            whose="party",
        ),
    },
    "countries": {
        "access_laws": Row(
            doc=Bilingual("les lois d'accès de l'État", "the access laws of the State"),
            question=Bilingual(
                "Quelles lois permettent aux autorités de cet État ({it}) d'exiger des données de qui elles atteignent, et à quelles conditions ?",
                "Which laws let the authorities of this State ({it}) demand data from whom they reach, and on which conditions?",
            ),
            clause=_NEVER_STATED,
            whose="audited",
        ),
    },
}
