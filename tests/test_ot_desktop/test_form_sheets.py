"""Families' times from a form sheet: read row by row, shown first, kept together, taken back."""

import csv
import io
from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.importing.table_file import read_bytes
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Away
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MORNINGS, an_intensive
from tests.test_ot_desktop.test_importing_table_file import workbook_bytes

NOON, CLOSES = 12 * 60, 17 * 60


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def maya(intensive):
    return intensive.child(intensive.clinic.maya, can_come=())


def plan(intensive, *lines):
    sheet = read_bytes("\n".join(lines).encode())
    return intensive.services.form_sheets.plan(intensive.id, sheet)


def the_row(intensive, *lines):
    [row] = plan(intensive, *lines).rows
    return row


def reason(intensive, *lines):
    [problem] = the_row(intensive, *lines).problems
    return problem.reason


def wishes(intensive, place):
    return intensive.programs.children.child(place).wishes


def test_a_ticked_half_is_when_the_family_can_come(intensive, maya):
    row = the_row(intensive, "Child,Mon am,Mon pm,Tue am", "Maya Ortega,x,,yes")
    assert row.wishes.can_come == (Hours(0, 8 * 60, NOON), Hours(1, 8 * 60, NOON))


def test_a_half_may_hold_times_instead_of_a_tick(intensive, maya):
    row = the_row(intensive, "Child,Mon am,Mon pm", "Maya Ortega,9-11,x")
    assert row.wishes.can_come == (Hours(0, 9 * 60, 11 * 60), Hours(0, NOON, CLOSES))


def test_one_column_may_hold_all_times(intensive, maya):
    row = the_row(intensive, "Child,Times", "Maya Ortega,mon-thu am")
    assert row.wishes.can_come == MORNINGS[:4]


def test_days_away_best_time_and_drive_are_read_too(intensive, maya):
    row = the_row(
        intensive,
        "Child,Times,Away,Best time,Minutes one way",
        "Maya Ortega,mornings,6/22 to 6/26; 7/3,9-11,25 min",
    )
    assert row.wishes.away == (
        Away(date(2027, 6, 22), date(2027, 6, 26)),
        Away(date(2027, 7, 3), date(2027, 7, 3)),
    )
    assert row.wishes.preferred == (Window(9 * 60, 11 * 60),)
    assert row.wishes.travel_minutes == 25


def test_what_a_row_leaves_blank_stays_as_it_is_known(intensive):
    place = intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    row = the_row(intensive, "Child,Mon am,Away", "Maya Ortega,,7/3")
    assert row.wishes.can_come == wishes(intensive, place).can_come
    assert row.wishes.away == (Away(date(2027, 7, 3), date(2027, 7, 3)),)


def test_a_row_that_says_nothing_new_changes_nothing(intensive):
    intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    found = plan(intensive, "Child,Times", "Maya Ortega,mornings")
    assert (len(found.rows), found.changing, found.refused) == (1, (), ())


@pytest.mark.parametrize(
    "name", ["maya ORTEGA", "Ortega, Maya", "  Maya   Ortega "], ids=["case", "turned", "spaces"]
)
def test_a_child_is_found_however_the_name_is_written(intensive, maya, name):
    assert the_row(intensive, "Child,Times", f'"{name}",mornings').child.id == maya


def test_first_and_last_name_may_have_columns_of_their_own(intensive, maya):
    row = the_row(intensive, "First name,Last name,Times", "Maya,Ortega,mornings")
    assert row.child.id == maya


def test_a_given_name_will_do_with_the_birth_date(intensive, maya):
    row = the_row(intensive, "Child,Birth date,Times", "Maya,1/12/2021,mornings")
    assert row.child.id == maya


def test_day_and_month_of_a_birth_date_may_be_turned(intensive, maya):
    row = the_row(intensive, "Child,Birth date,Times", "Maya Ortega,12/1/2021,mornings")
    assert row.child.id == maya


def test_another_birth_date_is_another_child(intensive, maya):
    told = reason(intensive, "Child,Birth date,Times", "Maya Ortega,2020-05-31,mornings")
    assert told == "Maya Ortega was born 2021-01-12. Correct the row, or the child’s page."


def test_somebody_who_is_not_in_the_intensive_is_named(intensive, maya):
    told = reason(intensive, "Child,Times", "Nico Kim,mornings")
    assert told == "Nico Kim is not in this intensive. Add the child first, or correct the name."


def test_two_rows_about_one_child_are_a_question(intensive, maya):
    found = plan(intensive, "Child,Times", "Maya Ortega,mornings", "Maya Ortega,afternoons")
    [second] = found.refused
    assert second.number == 3
    assert second.problems[0].reason == "Row 2 is about this child too. Keep one of them."


@pytest.mark.parametrize(
    ("headings", "cells", "heading", "words"),
    [
        ("Child,Mon am", "maybe", "Mon am", "Write x for yes, or times like 9-11."),
        ("Child,Mon am", "tue 9-11", "Mon am", "Write x for yes, or times like 9-11."),
        ("Child,Times", "soon", "Times", "Write times like mon-thu am, tue 2-5, mornings."),
        ("Child,Times,Away", "mornings,spring", "Away", "Write days like 6/22 to 6/26, 7/3."),
        ("Child,Times,Best time", "am,x", "Best time", "Write times of day like mornings or 9-11."),
        ("Child,Times,Drive", "am,far", "Drive", "Write the minutes as a number, like 25."),
    ],
)
def test_what_cannot_be_read_names_row_and_column(intensive, maya, headings, cells, heading, words):
    row = the_row(intensive, headings, f"Maya Ortega,{cells}")
    [problem] = row.problems
    assert (problem.row, problem.heading, problem.reason) == (2, heading, words)
    assert row.wishes is None


def test_no_to_everything_is_not_the_same_as_not_asked(intensive, maya):
    told = reason(intensive, "Child,Mon am,Mon pm", "Maya Ortega,no,no")
    assert told == "No to every time. Ask the family again, or take the child out."


def test_a_sheet_without_children_is_refused(intensive, maya):
    with pytest.raises(ClinicError, match="No column names the children"):
        plan(intensive, "Mon am,Mon pm", "x,x")


def test_a_sheet_without_times_is_refused(intensive, maya):
    with pytest.raises(ClinicError, match="No column holds times"):
        plan(intensive, "Child,Shoe size", "Maya Ortega,29")


def test_columns_that_mean_nothing_are_named(intensive, maya):
    found = plan(intensive, "Child,Times,Shoe size", "Maya Ortega,mornings,29")
    assert found.unread == ("Shoe size",)


def test_looking_keeps_nothing(intensive, maya):
    plan(intensive, "Child,Times", "Maya Ortega,mornings")
    assert wishes(intensive, maya).can_come == ()


def test_good_rows_are_kept_together(intensive, maya):
    leo = intensive.child(intensive.clinic.leo, can_come=())
    found = plan(
        intensive, "Child,Times", "Maya Ortega,mornings", "Leo Meyer,mon pm", "Nico Kim,mornings"
    )
    intensive.services.form_sheets.take(found)
    assert wishes(intensive, maya).can_come == MORNINGS
    assert wishes(intensive, leo).can_come == (Hours(0, NOON, CLOSES),)


def test_taking_can_be_taken_back(intensive):
    place = intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    before = wishes(intensive, place)
    found = plan(intensive, "Child,Times,Away", "Maya Ortega,mon pm,7/3")
    intensive.services.form_sheets.take(found)
    intensive.services.form_sheets.take_back(found)
    assert wishes(intensive, place) == before


def test_a_child_changed_meanwhile_stops_the_whole_sheet(intensive, maya):
    leo = intensive.child(intensive.clinic.leo, can_come=())
    found = plan(intensive, "Child,Times", "Maya Ortega,mornings", "Leo Meyer,mornings")
    intensive.change(leo, can_come=MORNINGS[:1])
    with pytest.raises(ClinicError, match="Leo Meyer were changed meanwhile"):
        intensive.services.form_sheets.take(found)
    assert wishes(intensive, maya).can_come == ()


def test_everything_else_that_changed_meanwhile_stays(intensive, maya):
    found = plan(intensive, "Child,Times", "Maya Ortega,mornings")
    intensive.change(maya, priority=1)
    intensive.services.form_sheets.take(found)
    assert wishes(intensive, maya).priority == 1


def test_the_empty_sheet_can_be_filled_in_and_read(intensive, maya):
    text = intensive.services.form_sheets.empty(intensive.id).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][3:5] == ["Mon am", "Mon pm"]
    rows[1][rows[0].index("Wed pm")] = "x"
    lines = io.StringIO()
    csv.writer(lines).writerows(rows)
    [row] = plan(intensive, *lines.getvalue().splitlines()).rows
    assert (row.child.id, row.wishes.can_come) == (maya, (Hours(2, NOON, CLOSES),))


def test_an_empty_sheet_read_as_it_is_changes_nothing(intensive, maya):
    sheet = read_bytes(intensive.services.form_sheets.empty(intensive.id))
    found = intensive.services.form_sheets.plan(intensive.id, sheet)
    assert (len(found.rows), found.changing, found.refused) == (1, (), ())


def test_a_workbook_is_read_like_a_csv(intensive, maya):
    data = workbook_bytes(("Child", "Birth date", "Mon am"), ("Maya Ortega", date(2021, 1, 12), 1))
    found = intensive.services.form_sheets.plan(intensive.id, read_bytes(data))
    assert found.rows[0].wishes.can_come == (Hours(0, 8 * 60, NOON),)


def test_a_therapist_takes_no_sheet(intensive, maya):
    with pytest.raises(NotAllowed):
        intensive.as_(Role.THERAPIST).form_sheets.empty(intensive.id)
