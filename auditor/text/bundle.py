"""What making or checking a bundle comes to."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

MADE: Final = Bilingual(
    "{file} : {files} fichiers ; SHA-256 du manifeste : {digest}",
    "{file}: {files} files; SHA-256 of the manifest: {digest}",
)
LEFT_OUT: Final = Bilingual(
    "laissés de côté car confidentiels : {paths}", "left out as confidential: {paths}"
)
STILL_TOLD: Final = Bilingual(
    "Ce qui en découle reste dans le résultat et dans les rapports : lisez-les avant de publier.",
    "What follows from them is still in the result and in the reports: read these before you publish.",
)
WHOLE: Final = Bilingual(
    "{files} fichiers, chacun tel que le disent les manifestes ; SHA-256 du manifeste : {digest}",
    "{files} files, each as the manifests say; SHA-256 of the manifest: {digest}",
)
SAME: Final = Bilingual(
    "Le résultat, refait, est le même octet pour octet.",
    "The result, given again, is the same byte for byte.",
)
DIFFERS: Final = Bilingual(
    "Le résultat, refait à partir de ces fichiers, n'est PAS celui du dossier.",
    "The result, given again from these files, is NOT the one in the bundle.",
)
PAGES_SAME: Final = Bilingual(
    "Les rapports, refaits, sont les mêmes octet pour octet.",
    "The reports, made again, are the same byte for byte.",
)
PAGES_DIFFER: Final = Bilingual(
    "Les rapports, refaits, ne sont PAS ceux du dossier.",
    "The reports, made again, are NOT those in the bundle.",
)
PAGES_UNTRIED: Final = Bilingual(
    "Les rapports sont de la version {version} ; la version {mine} ne les compare pas.",
    "The reports are of version {version} and are not compared by version {mine}.",
)
MISSING: Final = Bilingual(
    "Non refait : des fichiers ont été laissés hors du dossier : {paths}",
    "Not given again: files were left out of the bundle: {paths}",
)
ASK: Final = Bilingual(
    "Demandez ces fichiers à qui l'a fait, et nommez leur dossier : --withheld DOSSIER",
    "Ask whoever made it for these files, and name their folder: --withheld FOLDER",
)
OTHER: Final = Bilingual(
    "Non refait : les règles ou les connaissances livrées avec cette version sont autres : {paths}",
    "Not given again: rules or knowledge that come with this version are others: {paths}",
)
VERSION: Final = Bilingual(
    "Le dossier a été fait par la version {version} ; celle-ci est la version {mine}.",
    "The bundle was made by version {version}; this is version {mine}.",
)
