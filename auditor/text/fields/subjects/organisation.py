"""Words of the fields of `organisation`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import Amount, Clause, FieldWords, contains, flag
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("organisation dépositaire", "organisation that has data in custody")
FIELDS: Final[dict[str, FieldWords]] = {
    "holds": FieldWords(
        doc=Bilingual("les données détenues", "the data held"),
        phrase=contains("les données détenues", "the data held"),
    ),
    "controllers_shown": FieldWords(
        doc=Bilingual("le contrôle établi", "control being shown"),
        phrase=flag(
            ("il est montré qui la contrôle", "it is shown who controls it"),
            ("il n'est pas montré qui la contrôle", "it is not shown who controls it"),
        ),
    ),
    "largest_outside_eu": FieldWords(
        doc=Bilingual("la plus grande part hors UE (%)", "the largest stake from outside the EU (%)"),
        phrase=Amount(
            Bilingual(
                "la plus grande part détenue hors de l'Union européenne",
                "the largest stake held from outside the European Union",
            ),
            "{} %",
        ),
    ),
    "all_outside_eu": FieldWords(
        doc=Bilingual("la somme des parts hors UE (%)", "the sum of stakes from outside the EU (%)"),
        phrase=Amount(
            Bilingual(
                "la somme des parts détenues hors de l'Union européenne",
                "the sum of stakes held from outside the European Union",
            ),
            "{} %",
        ),
    ),
    "veto_outside_eu": FieldWords(
        doc=Bilingual(
            "un veto ou la nomination de la majorité d'un organe, hors UE",
            "a veto or the naming of a board's majority from outside the EU",
        ),
        phrase=flag(
            (
                "un droit de veto est détenu hors de l'Union européenne",
                "a veto is held from outside the European Union",
            ),
            (
                "aucun droit de veto n'est détenu hors de l'Union européenne",
                "no veto is held from outside the European Union",
            ),
        ),
    ),
    "seat_in_eu": FieldWords(
        doc=Bilingual("le siège et l'administration dans l'UE", "seat and administration in the EU"),
        phrase=flag(
            ("son siège est dans l'Union européenne", "its seat is in the European Union"),
            ("son siège n'est pas dans l'Union européenne", "its seat is not in the European Union"),
        ),
    ),
    "outside_hands_on": FieldWords(
        doc=Bilingual(
            "un tiers hors UE en mesure technique d'obtenir des données",
            "a third party outside the EU with the technical possibility to obtain data",
        ),
        phrase=flag(
            (
                "un tiers hors de l'Union européenne a la possibilité technique d'obtenir des données",
                "a third party outside the European Union has the technical possibility to obtain data",
            ),
            (
                "aucun tiers hors de l'Union européenne n'a la possibilité technique d'obtenir des données",
                "no third party outside the European Union has the technical possibility to obtain data",
            ),
        ),
    ),
    "secnumcloud_claimed": FieldWords(
        doc=Bilingual("la qualification SecNumCloud invoquée", "SecNumCloud being claimed"),
        phrase=flag(
            ("la qualification SecNumCloud est invoquée", "a SecNumCloud qualification is claimed"),
            ("la qualification SecNumCloud n'est pas invoquée", "a SecNumCloud qualification is not claimed"),
        ),
    ),
    "serves": FieldWords(
        doc=Bilingual(
            "les pays de ceux dont elle a les données en garde",
            "the countries of those whose data it has in custody",
        ),
        phrase=Clause(
            ("un client dont elle a les données en garde", "relève du droit"),
            ("a customer whose data it has in custody", "is under the law", "is not under the law"),
        ),
    ),
    "sren_customer": FieldWords(
        doc=Bilingual(
            "un client soumis à l'article 31 de la loi 2024-449",
            "a customer bound by art. 31 of French Act 2024-449",
        ),
        phrase=flag(
            (
                "l'un de ses clients est soumis à l'article 31 de la loi 2024-449 (SREN)",
                "one of its customers is bound by art. 31 of Act 2024-449 (SREN)",
            ),
            (
                "aucun de ses clients n'est soumis à l'article 31 de la loi 2024-449 (SREN)",
                "none of its customers is bound by art. 31 of Act 2024-449 (SREN)",
            ),
        ),
    ),
    "jurisdiction_published": FieldWords(
        doc=doc_of("organisations", "jurisdiction_published"),
        phrase=flag(
            (
                "l'organisation publie le droit dont relève son infrastructure et ses mesures",
                "the organisation publishes which law its infrastructure is under, and its measures",
            ),
            (
                "l'organisation ne publie pas le droit dont relève son infrastructure ou ses mesures",
                "the organisation does not publish which law its infrastructure is under, or its measures",
            ),
        ),
    ),
    "is": FieldWords(
        doc=doc_of("organisations", "is"),
        phrase=Clause(("l'organisation", "est"), ("the organisation", "is", "is not")),
    ),
    "country": FieldWords(
        doc=doc_of("organisations", "country"),
        phrase=Clause(
            ("l'organisation", "relève du droit"),
            ("the organisation", "exists under the law", "does not exist under the law"),
        ),
    ),
}
