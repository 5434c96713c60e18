"""The workbook to begin a record with: its heads, which importing reads, and an example, which it leaves aside."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.papers import register

RECORD: Final = Bilingual("Registre", "Record")
HELP: Final = Bilingual("À lire", "Read me")
#: What the workbook is for, a line each.
LINES: Final = (
    Bilingual(
        "Une ligne par traitement sur la feuille « Registre », une par prestataire sur la feuille « Prestataires ».",
        'One row per activity on the page "Record", one per supplier on the page "Suppliers".',
    ),
    Bilingual(
        "Laissez vide ce que vous ne savez pas : cela devient une question. Plusieurs valeurs se séparent par un point-virgule.",
        "Leave empty what you do not know: it becomes a question. Several values are separated by semicolons.",
    ),
    Bilingual(
        "L'exemple n'est pas repris. Aucune personne n'est à nommer dans les lignes.",
        "The example is not taken in. No person is to be named in the rows.",
    ),
    Bilingual(
        "Ensuite : auditor init --from FICHIER DOSSIER, puis auditor check DOSSIER.",
        "Then: auditor init --from FILE FOLDER, and auditor check FOLDER.",
    ),
)
#: The heads of the rows, each with what the example says there.
COLUMNS: Final[tuple[tuple[Bilingual, Bilingual], ...]] = (
    (register.NAME, Bilingual("(EXEMPLE) Paie", "(EXAMPLE) Payroll")),
    (register.REF, Bilingual("RH-1", "HR-1")),
    (register.BEYOND_ROWS["service"], Bilingual("Ressources humaines", "Human resources")),
    (Bilingual("Finalité", "Purpose"), Bilingual("Verser les salaires", "Pay salaries")),
    (register.BASIS, Bilingual("une obligation légale", "a legal obligation")),
    (register.LEGAL_TEXT, Bilingual("Code du travail", "Labour code")),
    (Bilingual("Catégories de personnes", "Categories of individuals"), Bilingual("Salariés", "Employees")),
    (
        Bilingual("Catégories de données", "Categories of personal data"),
        Bilingual("nom ; adresse ; RIB ; NIR", "name; address; bank details; national insurance number"),
    ),
    (Bilingual("Données sensibles ?", "Sensitive data"), register.NO),
    (register.KEPT, Bilingual("5 ans", "5 years")),
    (Bilingual("Destinataires internes", "Internal recipients"), Bilingual("Service paie", "Payroll team")),
    (register.RECIPIENTS, Bilingual("URSSAF", "HMRC")),
    (register.PROCESSORS_NONE, Bilingual("Payeur SAS", "Payer Ltd")),
    (Bilingual("Transferts hors UE", "Third country transfers"), register.NO),
    (Bilingual("Type de garanties", "Transfer mechanism"), Bilingual("", "")),
    (register.MEASURES, Bilingual("contrôle des accès ; sauvegardes", "access control; backups")),
    (register.BEYOND_ROWS["collected_from"], Bilingual("salarié", "employee")),
    (register.BEYOND_ROWS["automated_decision"], register.NO),
    (register.BEYOND_ROWS["dpia_required"], register.NO),
    (register.BEYOND_ROWS["software"], Bilingual("Paye 9", "Pay 9")),
    (register.BEYOND_ROWS["locations"], Bilingual("France", "Ireland")),
    (Bilingual("Dernière mise à jour", "Last updated"), Bilingual("2026-01-15", "2026-01-15")),
)
#: The heads under which people choose a yes or a no.
YES_OR_NO: Final = (
    Bilingual("Données sensibles ?", "Sensitive data"),
    register.BEYOND_ROWS["automated_decision"],
    register.BEYOND_ROWS["dpia_required"],
)
EXAMPLE_VENDOR: Final = (
    Bilingual("(EXEMPLE) Payeur SAS", "(EXAMPLE) Payer Ltd"),
    register.YES,
    Bilingual("2025-01-02", "2025-01-02"),
    Bilingual("", ""),
)
