"""The real-looking export: all 89 rows end as new, merged or listed with the right reason."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ot_desktop.importing.columns import guess_columns, mapping_of
from ot_desktop.importing.domain import KnownChild, NoticeKind, ReviewState, Status
from ot_desktop.importing.dry_run import dry_run
from ot_desktop.importing.fields import Unmapped
from ot_desktop.importing.plan import Answers
from ot_desktop.importing.same_child import Target
from ot_desktop.importing.table_file import read_table

TODAY = date(2026, 11, 21)
EXPORT = Path(__file__).parent.parent / "data" / "caseload-export.csv"


@cache
def plan():
    sheet = read_table(EXPORT)
    return dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)


def child(row: int):
    return next(end.child for end in plan().new if end.row == row)


def notices(kind: NoticeKind):
    return [notice.row for notice in plan().notices if notice.kind is kind]


def test_every_column_is_recognized():
    uses = {guess.use for guess in guess_columns(read_table(EXPORT), TODAY.year)}
    assert uses.isdisjoint(Unmapped)


def test_nothing_is_lost():
    assert (plan().rows, plan().summary) == (89, "83 new, 1 merged, 5 listed")


def test_nothing_has_to_be_asked():
    assert plan().date_questions == ()


@pytest.mark.parametrize(
    ("row", "heading", "reason"),
    [
        (8, "DOB", "“02/30/2021”: February 2021 has no day 30."),
        (9, "First Name", "The first name is missing."),
        (14, "Auth Visits", "“twenty” is not a number; type it in digits, such as 20."),
        (16, "DOB", "The birth date 2027-06-12 is in the future."),
        (42, "", "This row is blank."),
    ],
)
def test_rows_that_cannot_come_in_say_where_and_why(row, heading, reason):
    problems = [p for end in plan().listed if end.row == row for p in end.problems]
    assert [(p.heading, p.reason) for p in problems] == [(heading, reason)]


def test_the_same_child_typed_twice_is_merged_into_the_first():
    (merged,) = plan().merged
    assert (merged.row, merged.target) == (90, Target(row=5))
    assert child(5).notes == "Imported row 90, not taken over: Record number 10487"


def test_the_twin_is_a_new_child_in_the_same_household():
    homes = [home for home in plan().households if len(home.members) > 1]
    assert [home.members for home in homes] == [(Target(row=2), Target(row=89))]


def test_two_children_of_one_name_stay_two():
    assert notices(NoticeKind.SAME_NAME) == [84]


def test_a_missing_birth_date_comes_in_as_unknown():
    assert (child(7).birth_date, notices(NoticeKind.NO_BIRTH_DATE)) == (None, [7])


def test_the_custody_sentence_is_kept_and_pointed_at():
    sentence = "Father NOT to collect or receive documents (order 12 Mar 2026)"
    assert (child(15).notes, child(15).custody_rules) == (sentence, (sentence,))
    assert notices(NoticeKind.CUSTODY) == [15]


@pytest.mark.parametrize(
    ("row", "notes"),
    [
        (10, '=HYPERLINK("http://example.org","x")'),
        (11, 'Mom prefers text.\nGrandma picks up Tue.\n"No photos"'),
        (12, "lives 3 h away"),
        (18, "<b>bold</b> & <img src=x> {{7*7}} %s"),
        (21, "txet desrever tab\there"),
    ],
)
def test_notes_stay_word_for_word(row, notes):
    assert child(row).notes == notes


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (3, "João Sharma"),
        (12, "Iris Tran"),
        (19, "مريم الحداد"),
        (20, "美玲 陈"),
        (22, "Łukasz Öztürk"),
    ],
)
def test_names_in_every_script_come_in(row, name):
    assert child(row).full_name == name


def test_a_very_long_name_is_kept_whole():
    assert child(17).family_name == "L" * 120


@pytest.mark.parametrize(
    ("row", "born"),
    [(2, date(2023, 12, 4)), (3, date(2015, 7, 8)), (5, date(2013, 1, 17)), (6, date(2020, 3, 10))],
)
def test_birth_dates_in_mixed_formats(row, born):
    assert child(row).birth_date == born


def test_a_phone_that_says_none_is_no_phone():
    assert child(13).caregivers[0].phones == ()


def test_an_extension_is_kept():
    assert child(5).caregivers[0].phones[0].extension == "2"


def test_a_zip_code_keeps_its_leading_zero():
    assert child(3).address.zip_code == "06810"


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (2, ReviewState.NONE_KNOWN),
        (6, ReviewState.NONE_KNOWN),
        (3, ReviewState.LISTED),
        (10, ReviewState.NOT_ASKED),
    ],
)
def test_allergies_are_listed_none_known_or_not_asked(row, state):
    assert child(row).allergies.state is state


def test_a_blank_interpreter_is_unknown():
    assert [child(row).needs_interpreter for row in (2, 3, 6)] == [None, True, False]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (3, Status.ACTIVE),
        (4, Status.DISCHARGED),
        (5, Status.WAITING),
        (11, Status.ON_HOLD),
        (19, Status.WAITING),
    ],
)
def test_statuses_are_understood(row, status):
    assert child(row).status is status


def test_importing_the_export_twice_changes_nothing():

    sheet = read_table(EXPORT)
    known = [KnownChild(row.row, row.household, row.child) for row in plan().new]
    again = dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), known, TODAY)
    assert (again.summary, again.updates) == ("0 new, 84 merged, 5 listed", ())
