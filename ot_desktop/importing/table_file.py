"""Read a CSV or XLSX file somebody exported; anything unfit is refused in one sentence."""

import re
from collections.abc import Iterable
from pathlib import Path

from ot_desktop.errors import ClinicError
from ot_desktop.importing.csv_file import read_csv_rows
from ot_desktop.importing.csv_guard import unguard
from ot_desktop.importing.limits import MAX_BYTES, MAX_COLUMNS, NOT_A_TABLE, check_cells
from ot_desktop.importing.sheet import Sheet, SheetRow, column_letter
from ot_desktop.importing.xlsx_file import is_zip, read_xlsx_rows

REASON_HEADING = "Why it was listed"  # marks files this program wrote; their guards come off again
_LOOKED_AT = 15
_FULL_ENOUGH = 0.6
_DATA = re.compile(r"\S+@\S+\.\w|(?:\D*\d){7}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


def read_table(path: Path, worksheet: str | None = None) -> Sheet:
    """Read the file; ``worksheet`` picks one of a workbook, otherwise the first that has rows."""
    try:
        if not path.is_file():
            raise ClinicError(f"There is no file {path.name}; choose the exported file again.")
        if path.stat().st_size > MAX_BYTES:
            raise _too_big()
        data = path.read_bytes()
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read; check that you may open it.") from error
    return read_bytes(data, worksheet)


def read_bytes(data: bytes, worksheet: str | None = None) -> Sheet:
    """Read a file's content; raises nothing but ``ClinicError``, whatever the bytes are."""
    if len(data) > MAX_BYTES:
        raise _too_big()
    if is_zip(data):
        found = read_xlsx_rows(data, worksheet)
        return _sheet(found.rows, found.name, found.other_names, is_csv=False)
    return _sheet(read_csv_rows(data), "", (), is_csv=True)


def _too_big() -> ClinicError:
    return ClinicError("This file is larger than 20 MB; export the children only, or split it.")


def _sheet(rows: list[SheetRow], name: str, others: tuple[str, ...], *, is_csv: bool) -> Sheet:
    while rows and rows[-1].is_blank:
        rows.pop()
    if not rows:
        raise ClinicError("This file is empty; export the caseload again and choose the new file.")
    for row in rows:
        check_cells(row)
    heading = _heading_row(rows)
    width = _width(rows, heading, is_csv=is_csv)
    if width > MAX_COLUMNS:
        raise ClinicError(f"This file has more than {MAX_COLUMNS} columns; {NOT_A_TABLE}")
    if heading is None:
        letters = tuple(f"Column {column_letter(at)}" for at in range(width))
        return Sheet(letters, tuple(rows), 0, name, others)
    headings = tuple(" ".join(heading.text(at).split()) for at in range(width))
    data = [row for row in rows if row is not heading]
    if not data and not others:
        raise ClinicError(
            "This file has headings but no children under them; "
            "export the caseload again and choose the new file."
        )
    if REASON_HEADING in headings:
        data = [SheetRow(row.number, tuple(map(unguard, row.cells))) for row in data]
        headings = tuple(map(unguard, headings))
    return Sheet(headings, tuple(data), heading.number, name, others)


def _heading_row(rows: Iterable[SheetRow]) -> SheetRow | None:
    """Return the first row as full as its neighbors, unless it already holds data."""
    first = [row for row in rows if not row.is_blank][:_LOOKED_AT]
    fullest = max(_filled(row) for row in first)
    heading = next(row for row in first if _filled(row) >= fullest * _FULL_ENOUGH)
    return None if any(_DATA.search(cell[:200]) for cell in heading.cells) else heading


def _width(rows: list[SheetRow], heading: SheetRow | None, *, is_csv: bool) -> int:
    """Columns without a heading count when a workbook, or most rows of a CSV, fill them."""
    widths = sorted(_last_filled(row) for row in rows if not row.is_blank)
    wide = widths[len(widths) // 2] if is_csv else widths[-1]
    return max(wide, _last_filled(heading) if heading else 0)


def _filled(row: SheetRow) -> int:
    return sum(1 for cell in row.cells if cell.strip())


def _last_filled(row: SheetRow) -> int:
    return max((at + 1 for at, cell in enumerate(row.cells) if cell.strip()), default=0)
