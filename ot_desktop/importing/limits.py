"""How much an imported file may hold; checked before anything is looked at closely."""

from ot_desktop.errors import ClinicError
from ot_desktop.importing.sheet import SheetRow, column_letter

MAX_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 150_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 32_767  # what a spreadsheet cell can hold
NOT_A_TABLE = "export the caseload as CSV or XLSX and choose that file."


def not_a_table() -> ClinicError:
    """Return the refusal for a file of another kind."""
    return ClinicError(f"This file is not a spreadsheet or CSV; {NOT_A_TABLE}")


def too_many_rows() -> ClinicError:
    """Return the refusal for a file with more rows than a clinic has children."""
    return ClinicError(f"This file has more than {MAX_ROWS:,} rows; split it and import the parts.")


def check_cells(row: SheetRow) -> None:
    """Refuse a cell no spreadsheet could hold; it is mostly a quotation mark that never closes."""
    for column, text in enumerate(row.cells):
        if len(text) > MAX_CELL:
            raise ClinicError(
                f"Row {row.number}, column {column_letter(column)} holds more than "
                f"{MAX_CELL:,} characters; correct it in the file and try again."
            )
