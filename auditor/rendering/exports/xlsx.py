"""A workbook as XLSX: every cell is text, none a formula, and the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final

from auditor.rendering.exports.book import Book, Choice, Days, Page, fitted

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Nothing is taken for a formula, an address or a number.
AS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: The years between which a day that people write is taken for one.
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199
WIDEST: Final = 60
NARROWEST: Final = 12
#: The page, hidden, that holds the words to choose from.
LISTS: Final = "_"
PAPER_A4: Final = 9
#: How much stands at the head of a page on paper, each sign of which may be doubled.
LONGEST_HEADER: Final = 110


def as_xlsx(book: Book) -> bytes:
    """Give a workbook as XLSX."""
    buffer = BytesIO()
    with workbook(buffer, in_memory=True) as made:
        _Pages(made, book).write()
    return buffer.getvalue()


def workbook(stream: IO[bytes], **options: bool) -> Workbook:
    """Give an empty workbook that is written to `stream`, made at no time."""
    from datetime import UTC, datetime

    import xlsxwriter

    made = xlsxwriter.Workbook(stream, {**AS_TEXT, **options})
    made.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
    return made


class _Pages:
    def __init__(self, made: Workbook, book: Book) -> None:
        self.made = made
        self.book = book
        plain: dict[str, Any] = {"text_wrap": True, "valign": "top"}
        self.formats = {
            "head": made.add_format({**plain, "bold": True, "bottom": 1}),
            "text": made.add_format(plain),
            "open": made.add_format({**plain, "locked": False, "bg_color": "#FFF9E5", "border": 1}),
            "link": made.add_format({**plain, "underline": 1, "font_color": "#0B4F9E"}),
        }
        self.lists: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        """Write every page, then the words to choose from."""
        for page in self.book.pages:
            self._page(page, self.made.add_worksheet(page.title))
        if self.lists:
            hidden = self.made.add_worksheet(LISTS)
            for column, words in enumerate(self.lists):
                for row, word in enumerate(words):
                    hidden.write_string(row, column, fitted(word))
            hidden.hide()

    def _page(self, page: Page, sheet: Worksheet) -> None:
        for row, cells in enumerate(page.rows):
            for column, text in enumerate(cells):
                self._cell(page, sheet, (row, column), fitted(text))
        for column, width in enumerate(page.widths or widths(page)):
            sheet.set_column(column, column, width)
        if page.frozen != (0, 0):
            sheet.freeze_panes(*page.frozen)
        for choice in page.choices:
            self._choice(choice, sheet)
        for days in page.days:
            self._days(days, sheet)
        if page.filtered is not None and page.rows:
            sheet.autofilter(page.filtered, 0, max(len(page.rows) - 1, page.filtered), _breadth(page) - 1)
        if page.coloured is not None:
            self._colours(page, sheet)
        if page.open_columns:
            sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        if page.heads and page.frozen[0]:
            sheet.repeat_rows(0, page.frozen[0] - 1)
        if self.book.header:
            sheet.set_header("&L" + self.book.header[:LONGEST_HEADER].replace("&", "&&") + "&R&P/&N")

    def _cell(self, page: Page, sheet: Worksheet, place: tuple[int, int], text: str) -> None:
        row, column = place
        if place in page.links and text:
            target = page.links[place].replace("'", "''")
            sheet.write_url(row, column, f"internal:'{target}'!A1", self.formats["link"], string=text)
        elif row in page.heads:
            sheet.write_string(row, column, text, self.formats["head"])
        elif column in page.open_columns:
            sheet.write_string(row, column, text, self.formats["open"])
        elif text:
            sheet.write_string(row, column, text, self.formats["text"])

    def _choice(self, choice: Choice, sheet: Worksheet) -> None:
        if choice.words not in self.lists:
            letter = letters(len(self.lists))
            self.lists[choice.words] = f"={LISTS}!${letter}$1:${letter}${len(choice.words)}"
        options = {"validate": "list", "source": self.lists[choice.words], "error_type": "warning"}
        sheet.data_validation(_range(choice.column, choice.first, choice.last), options)

    @staticmethod
    def _days(days: Days, sheet: Worksheet) -> None:
        from datetime import date

        options = {
            "validate": "date",
            "criteria": "between",
            "minimum": date(FIRST_YEAR, 1, 1),
            "maximum": date(LAST_YEAR, 12, 31),
            "error_type": "warning",
            "error_message": days.message,
        }
        sheet.data_validation(_range(days.column, days.first, days.last), options)

    def _colours(self, page: Page, sheet: Worksheet) -> None:
        assert page.coloured is not None  # noqa: S101  asked for by who calls
        column, colours = page.coloured
        for word, colour in colours.items():
            options = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": self.made.add_format({"bg_color": colour}),
            }
            sheet.conditional_format(_range(column, 1, max(len(page.rows) - 1, 1)), options)


def widths(page: Page) -> tuple[int, ...]:
    """Give how wide each column of a page is, by its longest line."""
    found = [NARROWEST] * _breadth(page)
    for cells in page.rows:
        for column, text in enumerate(cells):
            longest = max((len(line) for line in text.splitlines()), default=0)
            found[column] = min(WIDEST, max(found[column], longest))
    return tuple(found)


def _breadth(page: Page) -> int:
    return max((len(cells) for cells in page.rows), default=1)


def _range(column: int, first: int, last: int) -> str:
    """Give the cells of a column from one row to another as spreadsheets write them: `B2:B9`."""
    return f"{letters(column)}{first + 1}:{letters(column)}{last + 1}"


def letters(column: int) -> str:
    """Give a column as spreadsheets call it: `A`, `AB`."""
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(column)
    return name
