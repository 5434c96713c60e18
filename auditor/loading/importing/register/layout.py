"""A workbook as a record of processing: which sheets are tables, which are forms, found by their labels alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.loading.importing.register.form import read_form
from auditor.loading.importing.register.labels import Labels, compared, vocabulary
from auditor.loading.importing.register.parties import read_parties
from auditor.loading.importing.register.said import Entry, EntryKind, Laid, Noted, Said
from auditor.loading.importing.sheets import At, Book, Cell, Sheet, place_of
from auditor.text.papers import register as papers
from auditor.text.papers import register_columns as columns_of

#: How far down the heads of a table are looked for; how many labels make a table or a form, and how many where people state some.
HEADS_WITHIN: Final = 30
FEWEST: Final = 4
FEWEST_STATED: Final = 2
EXAMPLE: Final = re.compile(r"\b(?:exemple|example|modele|template|tutoriel|tutorial)s?\b")
#: How a row begins that sums up or explains.
REMARK: Final = re.compile(r"(?:total|sous total|subtotal|notes?|legende|legend|sources?)\b")
#: Fields that name an entry of a table.
NAMING: Final = ("title", "purpose", "clients", "operations", "processors")
#: Fields that only the record of an activity has.
OF_AN_ACTIVITY: Final = frozenset(
    {"title", "purpose", "purpose.section", "legal_basis", "data", "people", "retention", "recipients"}
)
#: Pages of a record that this program wrote, which say again what its other pages say.
REPEATED: Final = frozenset(words for each in papers.REPEATED for words in (each.fr, each.en))
#: The apostrophe before what a spreadsheet would take for a formula.
GUARD: Final = re.compile(
    "(?:(?<=[,;|\\t\\r\\n])|\\A)'(?=[\"'\\s]{0,64}(?:[-=+@\uff1d\uff0b\uff0d\uff20]|::)|[\"'\\s]{65})"
)
OWN_HEAD: Final = frozenset((columns_of.OWN.fr, columns_of.OWN.en))
SAID_AGAIN: Final = frozenset(words for each in columns_of.SAID_AGAIN for words in (each.fr, each.en))
#: What a column of a processor's record means there: the controller is the client.
IN_A_SERVICE: Final = {"about.name": "clients"}
Shape = Literal["table", "form", "parties", "none"]


class Seen(Struct, frozen=True):
    """What a sheet is, where its heads are: the row of a table, the column of a form."""

    shape: Shape
    at: int = 0


def laid_out(book: Book, known: Labels, taken: Sequence[str] = ()) -> Laid:
    """Give the entries of a record, none where a document is none; the sheets `taken` in may be hidden or called an example."""
    laid = Laid()
    texts = [cell.text for sheet in book.sheets if not sheet.hidden for cell in sheet.cells.values()]
    laid.language = known.language(texts)
    for sheet in book.sheets:
        laid.cells.update({sheet.at(place): cell for place, cell in sheet.cells.items()})
        _sheet(_shown(sheet, laid), laid, known, taken=sheet.name in taken)
    if book.encoding:
        where = next(iter(laid.cells), "A1")
        if book.guessed:
            laid.told.append(
                Noted(
                    where,
                    "encoding",
                    f"{book.encoding} {book.delimiter!r}" if book.delimiter else book.encoding,
                )
            )
    if book.comments:
        laid.told.append(Noted(next(iter(laid.cells), "A1"), "comments"))
    return laid


def _shown(sheet: Sheet, laid: Laid) -> Sheet:
    """Give a sheet without the rows that its page hides; these and what is struck through are told."""
    for place, words in sorted(sheet.struck.items()):
        laid.told.append(Noted(sheet.at(place), "struck-out", words))
    hidden = [place for place in sorted(sheet.cells) if place[0] in sheet.hidden_rows]
    for place in hidden:
        laid.left[sheet.at(place)] = Noted(sheet.at(place), "hidden-row")
        laid.told.append(Noted(sheet.at(place), "hidden-row", sheet.cells[place].text))
    if not hidden:
        return sheet
    cells = {place: cell for place, cell in sheet.cells.items() if place[0] not in sheet.hidden_rows}
    return Sheet(name=sheet.name, cells=cells, merged=sheet.merged, heading=sheet.heading)


def seen(sheet: Sheet, known: Labels) -> Seen:
    """Give what a sheet is, by where its labels stand."""
    found = {place: name for place, cell in sheet.cells.items() if (name := known.field(cell.text))}
    by_row: dict[int, set[str]] = {}
    by_column: dict[int, set[str]] = {}
    for (row, col), name in found.items():
        by_row.setdefault(row, set()).add(name)
        by_column.setdefault(col, set()).add(name)
    fewest = FEWEST_STATED if known.said else FEWEST
    column = max(by_column, key=lambda col: (len(by_column[col]), -col), default=0)
    most = len(by_column.get(column, ()))
    heads = {
        row: len(names | {name for place, name in found.items() if _heads_over(place, row, found)})
        for row, names in by_row.items()
        if row < HEADS_WITHIN and len(names) >= fewest
    }
    widest = max(heads.values(), default=0)
    if widest > most:
        return Seen("table", max(row for row, count in heads.items() if count > most and 2 * count > widest))
    if most < fewest:
        return Seen("none")
    fields = by_column[column]
    return Seen("form" if fields & OF_AN_ACTIVITY else "parties", column)


def _heads_over(place: At, row: int, found: Mapping[At, str]) -> bool:
    """Tell whether a label stands over a cell of a row of heads that is none."""
    return place[0] == row - 1 and (row, place[1]) not in found


def _sheet(sheet: Sheet, laid: Laid, known: Labels, *, taken: bool) -> None:
    name = compared(sheet.name.replace("_", " "))
    found = seen(sheet, known) if taken or not sheet.hidden else Seen("none")
    if sheet.hidden and not taken:
        _leave(sheet, laid, "hidden-sheet")
    elif found.shape == "none":
        _leave(sheet, laid, "no-register")
    elif sheet.name in REPEATED and not taken:
        _leave(sheet, laid, "repeated")
    elif EXAMPLE.search(name) and not taken:
        _leave(sheet, laid, "example")
    elif found.shape == "form":
        entry = _titled(read_form(sheet, found.at, laid, known), sheet, laid)
        ref = " ".join(each.words for each in entry.said if each.field in ("ref", "title"))
        titled = any(not vocabulary().is_("prompt", each.words) for each in entry.of("title"))
        if not titled and not entry.of("purpose"):
            _leave(sheet, laid, "untouched")
        elif EXAMPLE.search(compared(ref)) and not taken:
            _leave(sheet, laid, "example")
        else:
            laid.form = True
            laid.entries.append(entry)
    elif found.shape == "parties":
        _take_parties(sheet, max(sheet.rows()) + 1, laid, known)
    else:
        laid.entries.extend(_table(sheet, found.at, laid, known))
    _formulas(sheet, laid)


def _titled(entry: Entry, sheet: Sheet, laid: Laid) -> Entry:
    """Give the entry of a form, called as the heading above it on its page where it says no title itself."""
    if not sheet.heading or entry.of("title"):
        return entry
    laid.cells[sheet.name] = Cell(sheet.heading)
    title = Said(field="title", at=sheet.name, cell=laid.cells[sheet.name])
    return replace(entry, at=sheet.name, said=[title, *entry.said])


def _leave(
    sheet: Sheet, laid: Laid, what: Literal["hidden-sheet", "no-register", "example", "untouched", "repeated"]
) -> None:
    for place in sorted(sheet.cells):
        laid.left[sheet.at(place)] = Noted(sheet.at(place), what)
    if sheet.cells:
        laid.told.append(Noted(sheet.at(min(sheet.cells)), what, sheet.name))


def _formulas(sheet: Sheet, laid: Laid) -> None:
    for reference in sorted(sheet.formulas, key=place_of):
        place = sheet.at(place_of(reference))
        if place in laid.cells and place not in laid.left:
            laid.told.append(Noted(place, "formula", laid.cells[place].text))


def _take_parties(sheet: Sheet, below: int, laid: Laid, known: Labels) -> None:
    """Take what stands above a table, or alone on a sheet, as what is said of the organisation."""
    parties, version, used = read_parties(sheet, below, known)
    laid.parties.extend(parties)
    laid.version.extend(version)
    laid.labels |= used
    taken = {each.at for party in parties for each in party.said} | {each.at for each in version}
    for place in sorted(sheet.cells):
        at = sheet.at(place)
        if place[0] < below and at not in taken and at not in used:
            laid.left[at] = Noted(at, "title", sheet.cells[place].text)


def _table(sheet: Sheet, head: int, laid: Laid, known: Labels) -> Iterator[Entry]:
    columns = dict(_columns(sheet, head, laid, known))
    again = _said_again(sheet, head, laid)
    columns = {col: name for col, name in columns.items() if col not in again}
    _take_parties(sheet, head, laid, known)
    kind = _kind(set(columns.values()))
    if kind == "service":
        columns = {col: IN_A_SERVICE.get(name, name) for col, name in columns.items()}
    naming = [col for col, name in columns.items() if name in NAMING]
    spread = _spread(sheet, head, laid)
    wide = {start for start, end in sheet.merged if end[1] > start[1]}
    for row in sheet.rows():
        if row <= head:
            continue
        why = "not-a-row" if _is_heading(sheet, row, wide) else _no_entry(sheet, row, columns, naming)
        if why:
            at = sheet.at((row, sheet.row(row)[0]))
            laid.told.append(Noted(at, why, sheet.text(row, sheet.row(row)[0])))
            for col in sheet.row(row):
                laid.left[sheet.at((row, col))] = Noted(sheet.at((row, col)), why)
            continue
        for col in again.intersection(sheet.row(row)):
            laid.left[sheet.at((row, col))] = Noted(sheet.at((row, col)), "repeated")
        said = [
            Said(
                field=columns.get(col, ""),
                at=sheet.at(place),
                cell=_as_written(sheet.cells[place]) if again else sheet.cells[place],
                label=laid.over.get(sheet.at((head, col)), sheet.text(head, col)),
            )
            for col, place in sorted(
                {**spread.get(row, {}), **{c: (row, c) for c in sheet.row(row) if c not in again}}.items()
            )
        ]
        of_clients = again and any(each.field.startswith("clients") for each in said)
        yield Entry(
            kind="service" if of_clients else kind,
            at=sheet.at((row, min([*naming, *sheet.row(row)]))),
            said=said,
        )


def _as_written(cell: Cell) -> Cell:
    """Give a cell of a paper of the program without the apostrophes that keep spreadsheets from taking text for a formula."""
    return replace(cell, text=GUARD.sub("", cell.text))


def _said_again(sheet: Sheet, head: int, laid: Laid) -> frozenset[int]:
    """Give the columns of a table that this program wrote that say again, or derive, what its others declare."""
    heads = {col: sheet.text(head, col) for col in sheet.row(head)}
    if not OWN_HEAD.intersection(heads.values()):
        return frozenset()
    found = frozenset(col for col, text in heads.items() if text in SAID_AGAIN)
    laid.told = [each for each in laid.told if each.at not in {sheet.at((head, col)) for col in found}]
    laid.told += [Noted(sheet.at((head, col)), "repeated", heads[col]) for col in sorted(found)]
    return found


def _columns(sheet: Sheet, head: int, laid: Laid, known: Labels) -> Iterator[tuple[int, str]]:
    """Give the field of each column; where a head is none, or empty, what stands above it counts."""
    wide = max((col for _, col in sheet.cells), default=-1) + 1
    for col in range(wide):
        for row in (head, head - 1):
            name = known.field(sheet.text(row, col)) if row >= 0 else ""
            if (
                name == "contact.person"
                and row == head > 0
                and known.field(sheet.text(row - 1, col)) == "title"
            ):
                name = "title"  # "Nom" below "Traitement"
            if name and (row == head or name != "contact.person"):
                laid.labels |= {sheet.at((each, col)) for each in (row, head) if (each, col) in sheet.cells}
                laid.over[sheet.at((head, col))] = sheet.text(row, col)
                yield col, name
                break
        else:
            if (head, col) in sheet.cells:
                laid.labels.add(sheet.at((head, col)))
                laid.told.append(Noted(sheet.at((head, col)), "heading-unknown", sheet.text(head, col)))


def _kind(fields: set[str]) -> EntryKind:
    if "title" in fields or "purpose" in fields:
        return "activity"
    if fields & {"clients", "operations"}:
        return "service"
    return "vendor" if "processors" in fields else "activity"


def _is_heading(sheet: Sheet, row: int, wide: set[At]) -> bool:
    """Tell whether a row is one cell over several columns: the heading of the rows below it."""
    filled = sheet.row(row)
    return len(filled) == 1 and (row, filled[0]) in wide


def _no_entry(
    sheet: Sheet, row: int, columns: dict[int, str], naming: list[int]
) -> Literal["", "not-a-row", "example"]:
    filled = sheet.row(row)
    first = compared(sheet.text(row, filled[0]))
    if REMARK.match(first) and len(filled) <= 2:
        return "not-a-row"
    if not any(col in filled for col in naming):
        return "not-a-row"
    names = ("title", "ref") if "title" in columns.values() else ("title", "ref", "processors")
    named = " ".join(sheet.text(row, col) for col in filled if columns.get(col) in names)
    return "example" if EXAMPLE.search(compared(named.replace("(", " ").replace(")", " "))) else ""


def _spread(sheet: Sheet, head: int, laid: Laid) -> dict[int, dict[int, tuple[int, int]]]:
    """Give, of merged cells below the heads, the cell that holds for each row that they cover."""
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for start, end in sheet.merged:
        if start[0] > head and end[0] > start[0] and start in sheet.cells and end[0] - start[0] < 5_000:
            laid.told.append(Noted(sheet.at(start), "merged", f"{sheet.at(start)}:{sheet.at(end)}"))
            for row in range(start[0] + 1, end[0] + 1):
                found.setdefault(row, {})[start[1]] = start
    return found
