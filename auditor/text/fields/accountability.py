"""Rows of the facts of an activity by which duties of its controller are due: telling people, an officer, a representative, a record."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no

ROWS: Final[Rows] = {
    "rights": Row(
        doc=Bilingual("l'exercice des droits des personnes", "how people exercise their rights"),
        question=Bilingual(
            "Comment les personnes exercent-elles {key} sur « {it} » ?",
            'How do people exercise {key} over "{it}"?',
        ),
        clause=says(
            (
                "sur « {it} », {key} s'exerce ainsi : {value}",
                'over "{it}", {key} is exercised so: {value}',
            ),
            {
                "true": ("{key} peut s'exercer sur « {it} »", '{key} can be exercised over "{it}"'),
                "false": (
                    "{key} ne peut pas s'exercer sur « {it} »",
                    '{key} cannot be exercised over "{it}"',
                ),
                "none": ("{key} ne vaut pas pour « {it} »", '{key} does not hold for "{it}"'),
            },
        ),
        whose="controller",
    ),
    "informed": Row(
        doc=Bilingual("le fait d'en informer les personnes", "telling people of it"),
        question=Bilingual(
            "Les personnes sont-elles informées de « {it} » (art. 13 et 14 RGPD), ou quelle exception en dispense ?",
            'Are people told of "{it}" (GDPR arts 13 and 14), or which exception takes that duty away?',
        ),
        clause=yes_no(
            ("les personnes sont informées de « {it} »", 'people are told of "{it}"'),
            ("les personnes ne sont pas informées de « {it} »", 'people are not told of "{it}"'),
            {
                "exempt": (
                    "une exception dispense d'informer les personnes de « {it} »",
                    'an exception takes away the duty to tell people of "{it}"',
                )
            },
        ),
        whose="controller",
    ),
    "core": Row(
        doc=Bilingual("le rattachement à l'activité de base", "belonging to the core activities"),
        question=Bilingual(
            "« {it} » relève-t-elle des activités de base du responsable (art. 37, § 1, RGPD) ?",
            'Does "{it}" belong to the core activities of the controller (GDPR art. 37(1))?',
        ),
        clause=yes_no(
            (
                "« {it} » relève des activités de base du responsable",
                '"{it}" belongs to the core activities of the controller',
            ),
            (
                "« {it} » ne relève pas des activités de base du responsable",
                '"{it}" does not belong to the core activities of the controller',
            ),
        ),
        whose="controller",
    ),
    "monitoring": Row(
        doc=Bilingual("un suivi régulier et systématique", "regular and systematic monitoring"),
        question=Bilingual(
            "« {it} » suit-elle les personnes de façon régulière et systématique ?",
            'Does "{it}" monitor people regularly and systematically?',
        ),
        clause=yes_no(
            (
                "« {it} » suit les personnes de façon régulière et systématique",
                '"{it}" monitors people regularly and systematically',
            ),
            (
                "« {it} » ne suit pas les personnes de façon régulière et systématique",
                '"{it}" does not monitor people regularly and systematically',
            ),
        ),
        whose="controller",
    ),
    "occasional": Row(
        doc=Bilingual("le caractère occasionnel", "being occasional"),
        question=Bilingual("« {it} » n'a-t-elle lieu qu'occasionnellement ?", 'Is "{it}" only occasional?'),
        clause=yes_no(
            ("« {it} » n'a lieu qu'occasionnellement", '"{it}" is only occasional'),
            ("« {it} » n'est pas occasionnelle", '"{it}" is not occasional'),
        ),
        whose="controller",
    ),
}
