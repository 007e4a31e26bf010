"""Read delimited text in the encodings and with the delimiters exports use."""

import codecs
import csv
import io
from collections.abc import Iterator

from ot_desktop.errors import ClinicError
from ot_desktop.importing.limits import MAX_ROWS, not_a_table, too_many_rows
from ot_desktop.importing.sheet import SheetRow

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 40
_SAMPLE_CHARACTERS = 200_000
_END = "\ue000the end\ue000"
_OTHER_KINDS = ("<", "{", "[", "%PDF", "BEGIN:VC", "{\\rtf")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEW_CONTROLS = 0.01


def read_csv_rows(data: bytes) -> list[SheetRow]:
    """Return every row with its number, blank ones too; raises nothing but ``ClinicError``."""
    text = _decoded(data)
    if text.lstrip().startswith(_OTHER_KINDS):
        raise not_a_table()
    text, delimiter = _delimiter(text)
    return [SheetRow(number, tuple(cells)) for number, cells in _records(text, delimiter)]


def _decoded(data: bytes) -> str:
    if data.startswith(_OLD_WORKBOOK):
        raise ClinicError(
            "This is an old or password-protected Excel file; save it as CSV and try again."
        )
    text = _as_utf16(data) if _looks_utf16(data) else _as_bytes_text(data)
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\v")
    if "\0" in text or controls > len(text) * _FEW_CONTROLS:
        raise not_a_table()
    return text.removeprefix("\ufeff").removesuffix("\x1a")


def _looks_utf16(data: bytes) -> bool:
    """Look for a byte order mark, or for text whose every second byte is zero."""
    if data.startswith(_UTF16):
        return True
    sample = data[:400]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return (
        len(sample) > 1
        and zeros > len(sample) * 0.4
        and min(sample[0::2].count(0), sample[1::2].count(0)) == 0
    )


def _as_utf16(data: bytes) -> str:
    little = data[1::2].count(0) >= data[0::2].count(0)
    encoding = "utf-16" if data.startswith(_UTF16) else ("utf-16-le" if little else "utf-16-be")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ClinicError("This file is damaged or cut off; export it again.") from error


def _as_bytes_text(data: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _delimiter(text: str) -> tuple[str, str]:
    """Take the delimiter that gives most columns most evenly; Excel's ``sep=`` line wins."""
    first, _, rest = text.partition("\n")
    said = first.strip().removeprefix("sep=")
    if first.startswith("sep=") and said in (*_DELIMITERS, ""):
        return rest, said or "\t"
    sample = text[:_SAMPLE_CHARACTERS]
    return text, max(_DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, delimiter: str) -> float:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(cells):
                widths.append(len(cells))
            if len(widths) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    usual = max(widths, key=widths.count, default=1)
    return (usual - 1) * widths.count(usual) / (len(widths) or 1)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give numbered records; a last line of our own shows if a quotation mark stayed open."""
    joined = text if text.endswith(("\n", "\r")) or not text else f"{text}\r\n"
    reader = csv.reader(io.StringIO(f"{joined}{_END}", newline=""), delimiter=delimiter)
    number = 0
    try:
        for cells in reader:
            number += 1
            if cells == [_END]:
                return
            if number > MAX_ROWS + 1:
                raise too_many_rows()
            if cells and _END in cells[-1]:
                raise _open_quote(number)
            yield number, cells
    except csv.Error as error:
        raise _open_quote(number + 1) from error


def _open_quote(row: int) -> ClinicError:
    return ClinicError(
        f"In row {row} a quotation mark opens and never closes; "
        "correct it in the file and try again."
    )
