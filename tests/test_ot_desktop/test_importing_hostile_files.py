"""Whatever a file holds, it is read or refused in a sentence; nothing else may happen."""

import io
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ot_desktop.errors import ClinicError
from ot_desktop.importing.cell_text import clean
from ot_desktop.importing.columns import guess_columns, mapping_of
from ot_desktop.importing.csv_guard import guard, unguard
from ot_desktop.importing.dry_run import dry_run
from ot_desktop.importing.error_rows import error_rows_csv
from ot_desktop.importing.plan import Answers
from ot_desktop.importing.table_file import read_bytes

TODAY = date(2026, 11, 21)
SAMPLE = Path(__file__).parent.parent / "data" / "caseload-export.csv"


@cache
def workbook() -> bytes:
    book = Workbook()
    for row in (
        ["First Name", "Last Name", "DOB"],
        ["Eli", "Kim", date(2019, 8, 4)],
        ["Ø", "=1+1", 3],
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plan_or_refusal(data: bytes):
    try:
        sheet = read_bytes(data)
        plan = dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)
    except ClinicError as refusal:
        return str(refusal) or None
    assert plan.rows == len(sheet.rows)
    assert plan.rows == len(plan.new) + len(plan.merged) + len(plan.listed)
    error_rows_csv(sheet, plan)
    return plan


def mutated(data: bytes, changes) -> bytes:
    out = bytearray(data)
    for place, piece in changes:
        at = place % (len(out) + 1)
        out[at : at + len(piece)] = piece
    return bytes(out)


CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), min_size=1, max_size=12)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    plan_or_refusal(data)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_any_text_under_known_headings_is_read_or_refused(text, encoding):
    text = f"First Name,Last Name,DOB,Phone,Allergies,Auth Visits,Notes\r\n{text}"
    plan_or_refusal(text.encode(encoding, "surrogatepass"))


@settings(max_examples=40)
@given(CHANGES)
def test_a_damaged_export_is_read_or_refused(changes):
    plan_or_refusal(mutated(SAMPLE.read_bytes(), changes))


@settings(max_examples=60)
@given(CHANGES)
def test_a_damaged_workbook_is_read_or_refused(changes):
    plan_or_refusal(mutated(workbook(), changes))


@given(st.text())
def test_guarded_text_comes_back_exactly(text):
    assert unguard(guard(text)) == text


@given(st.text())
def test_guarded_text_never_starts_a_formula(text):
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_long_runs_of_spaces_do_not_slow_the_reading_down():
    space = "Elm" + " " * 20_000 + "x"
    row = f"Eli,Kim,{space},{space},{space},{space},{space},{space}"
    data = f"First Name,Last Name,DOB,Phone,Allergies,Precautions,Dx,Notes\n{row}\n"
    assert len(plan_or_refusal(data.encode()).listed) == 1
