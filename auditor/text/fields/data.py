"""One row per field of a category of data of the case's own."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "data": {
        "is": Row(
            doc=Bilingual("la catégorie plus large", "the broader category"),
            question=Bilingual(
                "De quelle catégorie de données relève « {it} » ?",
                'Under which category of data does "{it}" fall?',
            ),
            clause=says(("« {it} » relève de : {value}", '"{it}" falls under {value}')),
            whose="audited",
        ),
        "title": TITLE,
        "inferred": Row(
            doc=Bilingual("le fait d'être déduite", "being inferred"),
            question=Bilingual(
                "« {it} » est-elle déduite d'autres données ?", 'Is "{it}" inferred from other data?'
            ),
            clause=yes_no(
                ("« {it} » est déduite d'autres données", '"{it}" is inferred from other data'),
                ("« {it} » n'est pas déduite d'autres données", '"{it}" is not inferred from other data'),
            ),
            whose="audited",
        ),
        "about": Row(
            doc=Bilingual("les personnes dont elle parle", "the people it is about"),
            question=Bilingual(
                "Quelles personnes « {it} » concerne-t-elle ?", 'Which people is "{it}" about?'
            ),
            clause=says(
                ("« {it} » concerne ces personnes : {value}", '"{it}" is about these people: {value}')
            ),
            whose="audited",
        ),
        "pseudonymised": Row(
            doc=Bilingual("la pseudonymisation", "pseudonymisation"),
            question=Bilingual(
                "Des pseudonymes tiennent-ils lieu de noms dans « {it} » ?",
                'Do pseudonyms stand for names in "{it}"?',
            ),
            clause=yes_no(
                (
                    "des pseudonymes tiennent lieu de noms dans « {it} »",
                    'pseudonyms stand for names in "{it}"',
                ),
                (
                    "aucun pseudonyme ne tient lieu de noms dans « {it} »",
                    'no pseudonyms stand for names in "{it}"',
                ),
            ),
            whose="audited",
        ),
        "hashed": Row(
            doc=Bilingual("le hachage", "hashing"),
            question=Bilingual(
                "Des empreintes tiennent-elles lieu de noms dans « {it} » ?",
                'Do hashes stand for names in "{it}"?',
            ),
            clause=yes_no(
                ("des empreintes tiennent lieu de noms dans « {it} »", 'hashes stand for names in "{it}"'),
                (
                    "aucune empreinte ne tient lieu de noms dans « {it} »",
                    'no hashes stand for names in "{it}"',
                ),
            ),
            whose="audited",
        ),
        "aggregated": Row(
            doc=Bilingual("l'agrégation", "aggregation"),
            question=Bilingual(
                "« {it} » ne contient-elle que des totaux ou des moyennes ?",
                'Does "{it}" hold nothing but totals or averages?',
            ),
            clause=yes_no(
                (
                    "« {it} » ne contient que des totaux ou des moyennes",
                    '"{it}" holds nothing but totals or averages',
                ),
                (
                    "« {it} » ne se limite pas à des totaux ou à des moyennes",
                    '"{it}" is not limited to totals or averages',
                ),
            ),
            whose="audited",
        ),
        "re_identifiable": Row(
            doc=Bilingual("la possibilité de retrouver des personnes", "whether people can be found again"),
            question=Bilingual(
                "Des personnes peuvent-elles être retrouvées dans « {it} », et par qui : le responsable, un destinataire ou un tiers, avec ce qu'il détient ou peut obtenir, par des moyens raisonnablement susceptibles d'être employés (considérant 26 : coût, temps, techniques) ?",
                'Can people be found again in "{it}", and by whom: the controller, a recipient or a third party, with what it holds or can obtain, by means reasonably likely to be used (recital 26: cost, time, technology)?',
            ),
            clause=yes_no(
                (
                    "des personnes peuvent être retrouvées dans « {it} »",
                    'people can be found again in "{it}"',
                ),
                ("nul ne peut être retrouvé dans « {it} »", 'no person can be found again in "{it}"'),
            ),
            whose="audited",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}
