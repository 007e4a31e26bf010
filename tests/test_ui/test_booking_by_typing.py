"""One line in the palette books a visit; task budget 6: at most 19 keys and no click."""

from datetime import date, time, timedelta

import pytest

from ot_desktop.clock import today
from ot_desktop.day_words import spoken_day
from tests.at_work import AtWork, a_program
from tests.builders import a_child
from tests.clinics import PASSWORD
from tests.working_clinic import a_working_clinic
from ui.frame.palette import Row
from ui.visits.book_panel import BookPanel

KEYS = 19


@pytest.fixture
def clinic(tmp_path):
    return a_working_clinic(tmp_path)


@pytest.fixture
def me(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        me.until(lambda: "found" in me.work.toast.words.text())  # the draft of her clinic
        yield me


def next_workday() -> date:
    day = today() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def rows(me: AtWork) -> list[Row]:
    model = me.work.palette_.rows_model
    return [model.row(place) for place in range(model.rowCount()) if model.row(place).run]


def test_a_line_books_a_visit_within_nineteen_keys(me, clinic):
    line = f"book maya {next_workday():%a} 10".lower()
    me.press("Ctrl+K")
    me.write(line)
    [row] = rows(me)
    assert row.text == f"Book Maya Ortega: {spoken_day(next_workday())}, 10:00–11:00 (60 min)"
    assert row.below.endswith("Fits.")
    me.press("Return")
    assert 1 + len(line) + 1 <= KEYS
    newest = me.services.scheduling.sessions_of(clinic.maya)[-1]
    assert (newest.starts.date(), newest.starts.time()) == (next_workday(), time(10))
    assert "Maya Ortega booked" in me.work.toast.words.text()
    me.press("Ctrl+Z")
    assert me.services.scheduling.sessions_of(clinic.maya)[-1].id != newest.id


def test_two_children_of_one_name_are_two_rows(me):
    a_child(me.services, "Maya", family_name="Stone", born_on=date(2022, 3, 4))
    me.press("Ctrl+K")
    me.write("book maya")
    assert [row.text.partition(" (")[0] for row in rows(me)] == [
        "Book Maya Ortega",
        "Book Maya Stone",
    ]


def test_what_clashes_opens_the_panel_with_everything_filled_in(me, clinic):
    line = f"book maya {next_workday():%m/%d} 10"
    for _ in range(2):
        me.press("Ctrl+K")
        me.write(line)
        said = rows(me)[0].below
        me.press("Return")
    assert "Maya Ortega is with Amara Okafor" in said
    panel = me.page(BookPanel)
    assert panel.form.child_picker.child_id() == clinic.maya
    assert panel.form.starts().time() == time(10)
    assert "Maya Ortega is with" in panel.check_lines.stops.words.text()


def test_b_opens_the_panel_beside_the_child(me, clinic):
    me.work.open_child(clinic.maya)
    me.press("B")
    panel = me.page(BookPanel)
    assert panel.form.child_picker.child_id() == clinic.maya
    assert me.focused() is panel.form.date_edit.edit
    me.press("Escape")
    assert not panel.isVisible()
