"""Small records of processing of our own, fictitious throughout: XLSX by xlsxwriter, ODS and hostile archives by hand."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

OPEN = "application/vnd.oasis.opendocument.spreadsheet"
Rows = Sequence[Sequence[Any]]
HEAD = [
    "Activité",
    "Finalité",
    "Base légale",
    "Personnes",
    "Données",
    "Durée",
    "Destinataires",
    "Sous-traitants",
    "Hors UE",
]
PAYROLL = [
    *(
        "Paie",
        "Payer les salaires",
        "Obligation légale",
        "Salariés",
        "nom, RIB",
        "5 ans",
        "URSSAF",
        "Payfoo SAS",
        "Non",
    ),
]
PROMPT = "Sélectionnez un élément dans cette liste déroulante ►"


def text(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Give rows as separated text."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return made.getvalue().encode(encoding)


def workbook(
    sheets: Mapping[str, Rows], *, hidden: Sequence[str] = (), merged: Mapping[str, str] | None = None
) -> bytes:
    """Give sheets as XLSX; a pair is a formula and its result, a date a date, a number a number. `merged` are ranges by sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, tuple):
                        page.write_formula(number, column, value[0], None, value[1])
                    elif isinstance(value, dt.date):
                        page.write_datetime(number, column, value, day)
                    elif isinstance(value, int):
                        page.write_number(number, column, value)
                    elif value:
                        page.write_string(number, column, value)
            if merged and name in merged:
                page.merge_range(merged[name], "RH")
            if name in hidden:
                page.hide()
    return made.getvalue()


def open_document(sheets: Mapping[str, Rows]) -> bytes:
    """Give sheets as ODS, as small as one may be."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(
            "<table:table-row>" + "".join(map(_cell, row or [""])) + "</table:table-row>" for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    return ods(tables)


def _cell(value: Any) -> str:
    if isinstance(value, dt.date):
        day = value.isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    if not value:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods(tables: str, before: str = "") -> bytes:
    """Give an ODS around the XML of its tables; `before` stands before the root."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {spaces} office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{OPEN}"/></manifest:manifest>'
    )
    return archive({"mimetype": OPEN, "META-INF/manifest.xml": manifest, "content.xml": content})


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """Give a zip archive of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Give an archive with a text of one of its files put in the place of another."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {entry: packed.read(entry) for entry in packed.namelist()}
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode())
    return archive(files)


def form(
    title: str,
    ref: str,
    *,
    data: Rows = (),
    people: Rows = (),
    recipients: Rows = (),
    measures: Rows = (),
    transfers: Rows = (),
    extra: Rows = (),
) -> list[list[Any]]:
    """Give one sheet as the simplified workbook of the CNIL lays it out, each block as long as it is."""
    blank: list[Any] = []
    rows: list[list[Any]] = [
        ["Fiche de registre"], blank, ["Nom du traitement", title], ["N° / RÉF", ref],
        ["Date de création du traitement", dt.date(2020, 1, 2)], ["Mise à jour du traitement", "03/04/2024"], blank,
        ["Acteurs", "Nom", "Adresse", "Code Postal", "Ville", "Pays", "Téléphone", "Adresse mél"],
        ["Responsable du traitement", "Commune d'Essai", "1 rue Haute", 99001, "Essai", "France", "", "mairie@essai.example"],
        ["Délégué à la protection des données", "Ana Sol", "", "", "", "", "", "dpo@essai.example"],
        ["Représentant", "N/A"], blank,
        ["Finalité(s) du traitement effectué"], ["Finalité principale", "Servir"], ["Sous-finalité 1", "Compter"],
        *map(list, extra), blank,
        ["Catégories de données personnelles concernées", "Description", "", "", "Durée de conservation"],
        *map(list, data), blank, ["Catégories de personnes concernées", "Description", "", "", "Précisions"],
        *map(list, people), blank, ["Destinataires", "Type de destinataire", "", "", "Précisions"],
        *map(list, recipients), blank, ["Mesures de sécurité", "Type de mesure de sécurité", "", "", "Précisions"],
        *map(list, measures), blank, ["Transferts hors UE", "Destinataire", "Pays", "Type de Garanties", "", "Liens vers la documentation"],
        *map(list, transfers),
    ]  # fmt: skip
    return rows
