"""Reading exported tables: encodings, delimiters, workbooks and their limits."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from ot_desktop.errors import ClinicError
from ot_desktop.importing import limits
from ot_desktop.importing.sheet import Sheet, column_letter
from ot_desktop.importing.table_file import read_bytes, read_table

NAMES = "First Name,Last Name,Notes\nZoë,Müller,hello\nEli,Kim,\n"


def workbook_bytes(*rows, **sheets):
    book = Workbook()
    book.active.title = "Children"
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells_of(sheet: Sheet):
    return [row.cells for row in sheet.rows]


def test_numbers_rows_the_way_the_spreadsheet_shows_them():
    sheet = read_bytes(b'A,B\n"two\nlines",x\n\nlast,y\n')
    assert [row.number for row in sheet.rows] == [2, 3, 4]


def test_keeps_blank_rows_between_children():
    sheet = read_bytes(b"A,B\n1,2\n,\n\n3,4\n")
    assert [row.is_blank for row in sheet.rows] == [False, True, True, False]


def test_drops_blank_rows_at_the_end():
    assert len(read_bytes(b"A,B\n1,2\n,,\n\n\n").rows) == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_reads_the_encodings_exports_use(encoding):
    assert read_bytes(NAMES.encode(encoding)).rows[0].cells == ("Zoë", "Müller", "hello")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_finds_the_delimiter(delimiter):
    sheet = read_bytes(NAMES.replace(",", delimiter).encode())
    assert sheet.headings == ("First Name", "Last Name", "Notes")


def test_a_semicolon_file_may_hold_commas():
    sheet = read_bytes(b"Name;Therapist\nEli;Weiss, Jonah\nNora;Raman, Priya\n")
    assert sheet.rows[0].cells == ("Eli", "Weiss, Jonah")


def test_follows_the_delimiter_line_excel_writes():
    sheet = read_bytes(b"sep=;\nA;B\n1;2\n")
    assert (sheet.headings, sheet.rows[0].number) == (("A", "B"), 2)


def test_keeps_line_breaks_inside_quotes():
    assert read_bytes(b'A,B\n"x\r\ny",1\n').rows[0].cells[0] == "x\r\ny"


def test_reads_old_mac_line_ends():
    assert len(read_bytes(b"A,B\r1,2\r3,4\r").rows) == 2


def test_keeps_rows_that_stand_above_the_headings():
    sheet = read_bytes(b"Caseload export\n\nFirst,Last,Phone\nEli,Kim,none\n")
    assert (sheet.heading_row, [row.number for row in sheet.rows]) == (3, [1, 2, 4])


def test_a_file_without_headings_loses_no_child():
    sheet = read_bytes(b"Eli,Kim,2019-08-04\nNora,Reed,2020-01-02\n")
    assert (sheet.headings[0], len(sheet.rows)) == ("Column A", 2)


def test_a_row_with_too_many_cells_does_not_add_a_column():
    assert read_bytes(b"A,B\n1,2\n3,4\n5,6,7\n").width == 2


def test_a_quote_that_never_closes_is_refused_with_its_row():
    with pytest.raises(ClinicError, match="In row 3 a quotation mark"):
        read_bytes(b'A,B\n1,2\n3,"4\n5,6\n')


def test_a_cell_longer_than_a_spreadsheet_allows_is_refused_with_its_place():
    text = "A,B\n1," + "x" * (limits.MAX_CELL + 1) + "\n"
    with pytest.raises(ClinicError, match="Row 2, column B"):
        read_bytes(text.encode())


def test_too_many_columns_are_refused():
    with pytest.raises(ClinicError, match="more than 200 columns"):
        read_bytes((",".join(["a"] * 201) + "\n").encode())


def test_too_many_rows_are_refused():
    with pytest.raises(ClinicError, match="20,000 rows"):
        read_bytes(b"A,B\n" + b"1,2\n" * (limits.MAX_ROWS + 1))


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.csv"
    with path.open("wb") as out:
        out.truncate(limits.MAX_BYTES + 1)
    with pytest.raises(ClinicError, match="20 MB"):
        read_table(path)


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(ClinicError, match=r"There is no file gone\.csv"):
        read_table(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"<html><table>",
        b'{"a": 1}',
        b"BEGIN:VCARD\n",
        b"{\\rtf1",
        b"\x00\x01\x02\x03" * 9,
        b"PK\x03\x04 not really a workbook",
    ],
)
def test_other_kinds_of_files_are_named_as_such(data):
    with pytest.raises(ClinicError, match="not a spreadsheet or CSV"):
        read_bytes(data)


def test_old_or_locked_workbooks_say_how_to_go_on():
    with pytest.raises(ClinicError, match="save it as CSV"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)


def test_headings_without_children_are_refused():
    with pytest.raises(ClinicError, match="headings but no children under them"):
        read_bytes(b"First name,Last name,Birthday\n\n")


@pytest.mark.parametrize("data", [b"", b"\n\n\n", b" , ,\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(ClinicError, match="empty"):
        read_bytes(data)


def test_workbook_dates_become_dates_nobody_can_misread():
    data = workbook_bytes(
        ["Name", "DOB"],
        ["Eli", date(2019, 8, 4)],
        ["Nora", datetime.combine(date(2018, 5, 15), time(0))],
    )
    assert [row.cells[1] for row in read_bytes(data).rows] == ["2019-08-04", "2018-05-15"]


def test_workbook_numbers_are_plain_digits():
    data = workbook_bytes(["Id", "Visits", "Share"], [10400, 36.0, 0.5])
    assert read_bytes(data).rows[0].cells == ("10400", "36", "0.5")


def test_workbook_zip_codes_keep_their_leading_zero():
    book = Workbook()
    book.active.append(["Name", "Zip"])
    book.active.append(["Eli", 6810])
    book.active["B2"].number_format = "00000"
    out = io.BytesIO()
    book.save(out)
    assert read_bytes(out.getvalue()).rows[0].cells[1] == "06810"


def test_workbook_text_that_looks_like_a_formula_stays_text():
    book = Workbook()
    book.active.append(["Name", "Notes"])
    book.active.append(["Eli", "x"])
    book.active["B2"].value = "=1+1"
    book.active["B2"].data_type = "s"
    out = io.BytesIO()
    book.save(out)
    assert read_bytes(out.getvalue()).rows[0].cells[1] == "=1+1"


def test_a_formula_without_a_stored_value_is_shown_rather_than_lost():
    data = workbook_bytes(["Name", "Visits"], ["Eli", "=20+16"])
    assert read_bytes(data).rows[0].cells[1] == "=20+16"


def test_workbook_blank_rows_keep_their_number():
    data = workbook_bytes(["A", "B"], [1, 2], [], [3, 4])
    assert [(row.number, row.is_blank) for row in read_bytes(data).rows] == [
        (2, False),
        (3, True),
        (4, False),
    ]


def test_a_workbook_says_which_other_worksheets_hold_something():
    data = workbook_bytes(["A", "B"], [1, 2], Staff=[["X", "Y"], [1, 2]], Empty=[])
    sheet = read_bytes(data)
    assert (sheet.name, sheet.other_names) == ("Children", ("Staff",))


def test_another_worksheet_can_be_chosen():
    data = workbook_bytes(["A", "B"], [1, 2], Staff=[["X", "Y"], [3, 4]])
    assert read_bytes(data, "Staff").headings == ("X", "Y")


def test_an_archive_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hi")
    with pytest.raises(ClinicError, match="not a spreadsheet"):
        read_bytes(out.getvalue())


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


def test_a_workbook_that_defines_entities_is_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "boom">]><worksheet>&x;</worksheet>'
    data = replaced(workbook_bytes(["A"], [1]), "xl/worksheets/sheet1.xml", bomb)
    with pytest.raises(ClinicError, match="unsafe"):
        read_bytes(data)


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    data = replaced(
        workbook_bytes(["A"], [1]), "xl/styles.xml", b" " * (limits.MAX_UNPACKED_BYTES + 1)
    )
    with pytest.raises(ClinicError, match="unpacks to too much"):
        read_bytes(data)


def test_a_workbook_row_far_down_is_refused_quickly():
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    data = replaced(workbook_bytes(["A"], [1]), "xl/worksheets/sheet1.xml", far)
    with pytest.raises(ClinicError, match="20,000 rows"):
        read_bytes(data)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_column_letters_match_the_spreadsheet(column, letters):
    assert column_letter(column) == letters
