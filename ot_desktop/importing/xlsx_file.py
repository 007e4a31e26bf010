"""Read a workbook's cells as text, with limits first: workbooks are archives from strangers."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from ot_desktop.errors import ClinicError
from ot_desktop.importing.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    not_a_table,
    too_many_rows,
)
from ot_desktop.importing.sheet import SheetRow

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAX_MEMBERS = 2_000
_WIDEST = 1_000  # cells out there, even blank ones, only make reading slow
_ENTITIES = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ZERO_PADDED = re.compile(r"0+")
_MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True)
class WorksheetRows:
    """The rows of one worksheet, and the names of the others that hold something."""

    name: str
    rows: list[SheetRow]
    other_names: tuple[str, ...]


def is_zip(data: bytes) -> bool:
    """Say whether the bytes start the way a workbook does."""
    return data.startswith(b"PK")


def read_xlsx_rows(data: bytes, worksheet: str | None) -> WorksheetRows:
    """Return a worksheet's rows; dates as 2021-02-28, formulas as the value they had."""
    has_formulas = _check_archive(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations nobody asked for
            return _read(data, worksheet, has_formulas=has_formulas)
    except ClinicError:
        raise
    except Exception as error:  # damaged workbooks make openpyxl raise nearly anything
        raise ClinicError(
            "This workbook is damaged; open it in a spreadsheet program and save it as CSV."
        ) from error


def _check_archive(data: bytes) -> bool:
    """Refuse bombs and tricks; return whether any worksheet holds formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _check_members(archive, _members(archive))
    except ClinicError:
        raise
    except Exception as error:  # zipfile and its decompressors raise a dozen kinds
        raise not_a_table() from error


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise not_a_table()
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES:
        raise ClinicError("This workbook unpacks to too much; save the caseload as CSV.")
    return members


def _check_members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bool:
    has_formulas = False
    for member in members:
        if not member.filename.endswith((".xml", ".rels")):
            continue
        content = archive.read(member)
        if any(mark in content for mark in _ENTITIES):
            raise ClinicError(
                "This workbook holds something unsafe; save the caseload as CSV and try again."
            )
        if member.filename.startswith("xl/worksheets/"):
            has_formulas = has_formulas or bool(_FORMULA.search(content))
    return has_formulas


def _read(data: bytes, worksheet: str | None, *, has_formulas: bool) -> WorksheetRows:
    workbook = _open(data, data_only=True)
    names = [sheet.title for sheet in workbook.worksheets]
    if worksheet is not None and worksheet not in names:
        raise ClinicError(f"This workbook has no worksheet {worksheet}; choose another.")
    filled = [name for name in names if _has_cells(workbook, name)]
    chosen = worksheet or (filled or names)[0]
    values = _rows(workbook, chosen)
    if has_formulas:
        values = _with_formulas(values, _rows(_open(data, data_only=False), chosen))
    rows = [SheetRow(number, cells) for number, cells in values]
    return WorksheetRows(chosen, rows, tuple(name for name in filled if name != chosen))


def _open(data: bytes, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415  (heavy; only an import needs it)

    return load_workbook(
        io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False, keep_vba=False
    )


def _rows(workbook: "Workbook", name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    sheet: Any = workbook[name]
    sheet.reset_dimensions()  # the stated size is often wrong, and cells past it would be lost
    blanks: list[int] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if len(cells) > _WIDEST:
            raise ClinicError(
                f"Row {number} has more than {MAX_COLUMNS} columns; delete the empty ones."
            )
        texts = tuple(_text(cell) for cell in cells)
        if not any(texts):
            blanks.append(number)
            continue
        if number > MAX_ROWS + 1:
            raise too_many_rows()
        yield from ((blank, ()) for blank in blanks)
        blanks.clear()
        yield number, texts


def _has_cells(workbook: "Workbook", name: str) -> bool:
    return next(_rows(workbook, name), None) is not None


def _with_formulas(
    values: Iterator[tuple[int, tuple[str, ...]]], formulas: Iterator[tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Show a formula itself where the file holds no value for it, rather than a blank."""
    known = dict(values)
    for number, texts in formulas:
        cells = known.get(number, ())
        cells += ("",) * (len(texts) - len(cells))
        yield number, tuple(cell or text for cell, text in zip(cells, texts, strict=False))


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        shape = str(cell.number_format or "")
        return str(value).zfill(len(shape)) if _ZERO_PADDED.fullmatch(shape) else str(value)
    return _moment_text(value)


def _moment_text(value: Any) -> str:
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == _MIDNIGHT
            else value.isoformat(" ", "minutes")
        )
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(getattr(value, "text", value))  # array formulas and the like know their text
