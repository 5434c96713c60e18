"""What models of engineers are called, by their format, and what each is recognised by."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

CYCLONEDX_TITLE: Final = Bilingual("nomenclature CycloneDX avec des services", "CycloneDX bill with services")
CYCLONEDX_BY: Final = Bilingual("bomFormat CycloneDX", "bomFormat CycloneDX")
FIDES_TITLE: Final = Bilingual("manifeste fides", "fides manifest")
FIDES_BY: Final = Bilingual(
    "une liste system, dataset ou organization dont les éléments ont un fides_key",
    "a list under system, dataset or organization whose items have a fides_key",
)
OTM_TITLE: Final = Bilingual("modèle OTM", "OTM model")
OTM_BY: Final = Bilingual("otmVersion", "otmVersion")
PYTM_TITLE: Final = Bilingual("modèle pytm", "pytm model")
PYTM_BY: Final = Bilingual(
    "flows dont les éléments ont source, sink et tlsVersion",
    "flows whose items have source, sink and tlsVersion",
)
THREAGILE_TITLE: Final = Bilingual("modèle Threagile", "Threagile model")
THREAGILE_BY: Final = Bilingual(
    "threagile_version, ou technical_assets avec data_assets",
    "threagile_version, or technical_assets with data_assets",
)
THREAT_DRAGON_TITLE: Final = Bilingual("modèle Threat Dragon", "Threat Dragon model")
THREAT_DRAGON_BY: Final = Bilingual("detail.diagrams et summary.title", "detail.diagrams and summary.title")
TM_BOM_TITLE: Final = Bilingual("modèle TM-BOM", "TM-BOM model")
TM_BOM_BY: Final = Bilingual(
    "un $schema threat-model.schema.json, ou trust_zones, data_flows et data_sets, ou bomFormat et un composant threat-model",
    "a $schema threat-model.schema.json, or trust_zones, data_flows and data_sets, or bomFormat and a threat-model component",
)
