"""What each output format is, in one line; a test names the format whose line is missing."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: By the name of the format, which is the name of its file in `rendering/formats`.
FORMATS: Final[dict[str, Bilingual]] = {
    "concise": Bilingual(
        "une ligne par point et par question, comme les éditeurs et les lecteurs de journaux les lisent",
        "one line per finding and per question, as editors and readers of logs parse them",
    ),
    "github": Bilingual(
        "annotations d’un workflow GitHub, dix au plus",
        "annotations of a GitHub workflow, ten at most",
    ),
    "gitlab": Bilingual(
        "rapport de qualité du code pour GitLab",
        "code quality report for GitLab",
    ),
    "html": Bilingual(
        "une page autonome, sans aucune requête ; auditor report y ajoute les scénarios comparés",
        "one self-contained page that makes no request; auditor report adds scenarios compared",
    ),
    "json": Bilingual(
        "le résultat entier, pour d’autres programmes",
        "the whole result, for other programs",
    ),
    "junit": Bilingual(
        "résultats de tests JUnit, une suite par règle qui a trouvé quelque chose",
        "JUnit test results, a suite per rule that met something",
    ),
    "markdown": Bilingual(
        "commentaire d’une demande de fusion, ou résumé d’un travail",
        "comment on a pull request, or summary of a job",
    ),
    "sarif": Bilingual(
        "SARIF 2.1.0, comme le lit l’analyse de code",
        "SARIF 2.1.0 as code scanning reads it",
    ),
    "text": Bilingual(
        "texte pour un terminal ou un journal",
        "prose for a terminal or a log",
    ),
}
