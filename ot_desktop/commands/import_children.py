"""``import``: bring in a caseload another program exported; every row ends somewhere."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ot_desktop.commands.answer import Answer
from ot_desktop.errors import ClinicError

if TYPE_CHECKING:
    from ot_desktop.importing.plan import ImportPlan, ListedRow
    from ot_desktop.importing.service import ImportingService
    from ot_desktop.importing.sheet import Sheet

LISTED_SHOWN = 20


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV or XLSX export")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, save nothing"
    )
    parser.add_argument(
        "--date-order",
        choices=("mdy", "dmy"),
        help="how dates that can be read two ways are meant, such as 3/4/2021",
    )
    parser.add_argument(
        "--errors", type=Path, metavar="FILE.csv", help="write the rows that were listed here"
    )
    parser.add_argument(
        "--add-therapists",
        action="store_true",
        help="add therapists the clinic does not have; otherwise their names go to the notes",
    )


def run(options: Namespace) -> Answer:
    """Import all rows that can be, or only say what would happen."""
    from ot_desktop.commands.opening import open_clinic  # noqa: PLC0415  (lazy)

    with open_clinic(options) as services:
        importing = services.importing
        sheet = importing.read(options.file)
        plan = _plan(importing, sheet, options.date_order)
        if not options.dry_run:
            _refuse_open_questions(plan)
        if options.errors is not None:
            _write_errors(options.errors, sheet, plan)
        if options.dry_run:
            return Answer(_sentences(plan, "would be"), _facts(plan, sheet, saved=False))
        adding = importing.missing_therapists(plan) if options.add_therapists else ()
        done = importing.save(plan, options.file.name, adding)
        facts = _facts(plan, sheet, saved=True)
        return Answer(_sentences(plan, "are"), facts | {"import": done.batch_id})


def _plan(importing: "ImportingService", sheet: "Sheet", order: str | None) -> "ImportPlan":
    from ot_desktop.importing.columns import guess_columns, mapping_of  # noqa: PLC0415
    from ot_desktop.importing.dates import DateOrder  # noqa: PLC0415
    from ot_desktop.importing.plan import Answers  # noqa: PLC0415

    mapping = mapping_of(guess_columns(sheet, importing.today().year))
    known = importing.known_children()
    plan = importing.plan(sheet, mapping, Answers(), known)
    if order is None or not plan.date_questions:
        return plan
    meant = DateOrder.MONTH_FIRST if order == "mdy" else DateOrder.DAY_FIRST
    orders = {column.column: meant for column in plan.date_questions}
    return importing.plan(sheet, mapping, Answers(date_orders=orders), known)


def _refuse_open_questions(plan: "ImportPlan") -> None:
    if plan.date_questions:
        names = " and ".join(f"“{column.heading}”" for column in plan.date_questions)
        raise ClinicError(
            f"The dates in {names} can be read two ways. Nothing was saved;"
            " say which with --date-order mdy or --date-order dmy."
        )


def _write_errors(file: Path, sheet: "Sheet", plan: "ImportPlan") -> None:
    from db.durable import write_durably  # noqa: PLC0415
    from ot_desktop.importing.error_rows import error_rows_csv  # noqa: PLC0415

    try:
        write_durably(file, error_rows_csv(sheet, plan))
    except OSError as error:
        raise ClinicError(f"{file} cannot be written. Nothing was imported.") from error


def _sentences(plan: "ImportPlan", are: str) -> tuple[str, ...]:
    head = (
        f"{plan.rows} rows: {len(plan.new)} {are} new children, {len(plan.merged)} {are} merged"
        f" with a child already there, {len(plan.listed)} {are} listed."
    )
    lines = [f"  Row {end.row}: {end.reason}" for end in plan.listed[:LISTED_SHOWN]]
    if len(plan.listed) > LISTED_SHOWN:
        lines.append(f"  and {len(plan.listed) - LISTED_SHOWN} more")
    return (head, *lines)


def _facts(plan: "ImportPlan", sheet: "Sheet", *, saved: bool) -> dict[str, Any]:
    return {
        "rows": plan.rows,
        "new": len(plan.new),
        "merged": len(plan.merged),
        "listed": [_listed(end, sheet) for end in plan.listed],
        "date_questions": [column.heading for column in plan.date_questions],
        "saved": saved,
    }


def _listed(end: "ListedRow", sheet: "Sheet") -> dict[str, Any]:
    """Return one listed row; a row that is wrong as a whole has no column."""
    column = None if end.column is None else sheet.heading(end.column)
    return {"row": end.row, "column": column, "reason": end.reason}
