"""Save the rows that could not come in as a file to correct, safe to open in a spreadsheet."""

import csv
import io

from ot_desktop.importing.csv_guard import guard
from ot_desktop.importing.plan import ImportPlan, ListedRow
from ot_desktop.importing.row_reader import BLANK_ROW
from ot_desktop.importing.sheet import Sheet
from ot_desktop.importing.table_file import REASON_HEADING

ROW_HEADING = "Row in the first file"


def error_rows_csv(sheet: Sheet, plan: ImportPlan) -> bytes:
    """Return a CSV in the columns of ``sheet`` (with corrections), so it can be imported again.

    Blank rows hold nothing to correct and are left out.
    """
    listed = {end.row: end for end in plan.listed if end.reason != BLANK_ROW}
    rows = [row for row in sheet.rows if row.number in listed]
    width = max([sheet.width, *(len(row.cells) for row in rows)])
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    headings = [*(sheet.heading(column) for column in range(width)), ROW_HEADING, REASON_HEADING]
    writer.writerow(map(guard, headings))
    for row in rows:
        cells = [row.text(column) for column in range(width)]
        writer.writerow(map(guard, [*cells, str(row.number), _why(listed[row.number])]))
    return out.getvalue().encode("utf-8-sig")


def _why(end: ListedRow) -> str:
    reasons = (f"{p.heading}: {p.reason}" if p.heading else p.reason for p in end.problems)
    return " ".join(reasons)
