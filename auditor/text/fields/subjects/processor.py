"""Words of the fields of `processor`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, ROLES, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("sous-traitant d'une activité", "processor of an activity")
FIELDS: Final[dict[str, FieldWords]] = {
    "role": FieldWords(
        doc=Bilingual("le rôle", "the role"),
        phrase=Clause(("l'organisation", "est"), ("the organisation", "is", "is not"), values=ROLES),
    ),
    "tier": FieldWords(
        doc=Bilingual("la place dans la chaîne", "the place in the chain"),
        phrase=Clause(
            ("sa place dans la chaîne", "est celle"),
            ("its place in the chain", "is that", "is not that"),
            values=worded(
                first=("d'un sous-traitant direct", "of a direct processor"),
                direct=("d'un sous-traitant direct", "of a direct processor"),
                processor=("d'un sous-traitant direct", "of a direct processor"),
                sub=("d'un sous-traitant ultérieur", "of a sub-processor"),
            ),
        ),
    ),
    "contract": FieldWords(
        doc=Bilingual("un contrat au sens de l'article 28", "a contract in the sense of article 28"),
        phrase=flag(
            (
                "un contrat au sens de l'article 28 est au dossier",
                "a contract in the sense of article 28 is on file",
            ),
            (
                "le dossier dit que l'article 28 n'est couvert par nul contrat",
                "the file says that article 28 is covered by none",
            ),
        ),
    ),
    "authorised": FieldWords(
        doc=doc_of("agreements", "authorised"),
        phrase=flag(
            ("le responsable l'a autorisé", "the controller authorised it"),
            ("le responsable ne l'a pas autorisé", "the controller did not authorise it"),
        ),
    ),
    "is": FieldWords(
        doc=doc_of("organisations", "is"),
        phrase=Clause(("l'organisation", "est"), ("the organisation", "is", "is not")),
    ),
    "identity": FieldWords(
        doc=Bilingual("le nom et le pays énoncés", "name and country being stated"),
        phrase=flag(
            ("son nom et son pays sont énoncés", "its name and country are stated"),
            ("son nom ou son pays n'est pas énoncé", "its name or country is not stated"),
        ),
    ),
    "exit_clause": FieldWords(
        doc=doc_of("agreements", "exit_clause"),
        phrase=flag(
            (
                "une clause règle la sortie et le changement de contrôle",
                "a clause settles exit and change of control",
            ),
            (
                "le dossier dit que sortie et changement de contrôle n'y sont pas réglés",
                "the file says that exit and change of control are not settled",
            ),
        ),
    ),
    "switching": FieldWords(
        doc=doc_of("agreements", "switching"),
        phrase=flag(
            (
                "le contrat a les clauses de changement de fournisseur",
                "the contract has the terms on switching provider",
            ),
            (
                "le dossier dit que le contrat n'a pas toutes les clauses de changement de fournisseur",
                "the file says that the contract lacks terms on switching provider",
            ),
        ),
    ),
    "clients_country": FieldWords(
        doc=Bilingual("les pays des clients", "the countries of its clients"),
        phrase=Clause(
            ("un client", "relève du droit"), ("a client", "is under the law", "is not under the law")
        ),
    ),
    "needs_clear": FieldWords(
        doc=doc_of("agreements", "needs_clear"),
        phrase=flag(
            ("son service suppose les données en clair", "its service needs clear data"),
            ("son service ne suppose pas les données en clair", "its service does not need clear data"),
        ),
    ),
    "own_use": FieldWords(
        doc=Bilingual("un usage pour son propre compte", "a use of its own"),
        phrase=flag(
            ("il s'en sert pour son propre compte", "it uses the data for itself"),
            ("il ne s'en sert pas pour son propre compte", "it does not use the data for itself"),
        ),
    ),
    "allowed_use": FieldWords(
        doc=doc_of("agreements", "allows_own_use"),
        phrase=flag(
            ("cet usage est permis par écrit", "that use is allowed in writing"),
            ("cet usage n'est pas permis par écrit", "that use is not allowed in writing"),
        ),
    ),
    "human_review": FieldWords(
        doc=doc_of("agreements", "human_review"),
        phrase=Clause(
            ("la relecture par des personnes", "est"),
            ("the reading by people", "is", "is not"),
            values=worded(
                **{
                    "none": ("exclue", "excluded"),
                    "on-instruction": (
                        "prévue par une instruction écrite",
                        "foreseen by a written instruction",
                    ),
                    "without-instruction": (
                        "faite sans instruction écrite",
                        "done without a written instruction",
                    ),
                }
            ),
        ),
    ),
    "engaging": FieldWords(doc=Bilingual("qui le recrute", "who engages it"), phrase=NAMED),
    "data": FieldWords(
        doc=Bilingual("les données confiées", "the data entrusted"),
        phrase=contains("les données confiées", "the data entrusted"),
    ),
    "who": FieldWords(doc=Bilingual("le sous-traitant", "the processor"), phrase=NAMED),
}
