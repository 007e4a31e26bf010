"""A table somebody exported: headings and rows, numbered as the person sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; ``number`` is the spreadsheet's own, and every cell is the text as exported."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Nothing but spaces in any cell."""
        return not any(cell.strip() for cell in self.cells)

    def text(self, column: int) -> str:
        """Return a cell; cells past the end of a short row are blank."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole table. Rows above the headings are kept too, so that nothing goes unseen."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    heading_row: int = 1  # 0 when the file has no headings
    name: str = ""
    other_names: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns have a place in the mapping."""
        return len(self.headings)

    def heading(self, column: int) -> str:
        """Return the heading, or the column's letter where it has none."""
        text = self.headings[column].strip() if column < self.width else ""
        return " ".join(text.split()) or f"Column {column_letter(column)}"

    def column_texts(self, column: int) -> Iterator[str]:
        """Give every cell of one column that is below the headings and not blank."""
        for row in self.rows:
            if row.number > self.heading_row and (text := row.text(column).strip()):
                yield text

    def corrected(self, corrections: Mapping[tuple[int, int], str]) -> "Sheet":
        """Return the table with some cells, named by row number and column, typed anew."""
        by_row: dict[int, dict[int, str]] = {}
        for (row, column), text in corrections.items():
            by_row.setdefault(row, {})[column] = text
        rows = (
            _retyped(row, by_row[row.number]) if row.number in by_row else row for row in self.rows
        )
        return replace(self, rows=tuple(rows)) if by_row else self


def column_letter(column: int) -> str:
    """Return the letters a spreadsheet shows for a column counted from 0.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _retyped(row: SheetRow, texts: Mapping[int, str]) -> SheetRow:
    cells = [*row.cells, *[""] * (max(texts) + 1 - len(row.cells))]
    for column, text in texts.items():
        cells[column] = text
    return replace(row, cells=tuple(cells))
