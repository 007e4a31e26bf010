"""The list of everybody's home program: what needs something first, and its keys."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.clock import today
from ot_desktop.home_programs.overview import ToDo
from ot_desktop.permissions import Role
from tests.builders import a_child
from tests.home_programs_given import given
from tests.note_builders import a_therapists_clinic, signed_in
from ui.change_bridge import ChangeBridge
from ui.home_programs.overview_page import OverviewPage


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def show(qtbot):
    owner = QObject()

    def show(services):
        changes = ChangeBridge(services.changes, owner)
        mine = services.user.therapist_id
        page = OverviewPage(services.home_programs, services.over_time, changes, mine)
        qtbot.addWidget(page)
        page.resize(1100, 600)
        page.show()
        return page

    yield show
    shiboken6.delete(owner)


def names(page):
    return [page.model.row(row).child_name for row in range(page.model.rowCount())]


def what_is_to_do(services):
    return [(one.child_name, one.to_do(today())) for one in services.home_programs.overview()]


def test_what_needs_something_comes_first_and_the_most_urgent_on_top(services):
    long_ago, soon = today() - timedelta(days=22), today() + timedelta(days=9)
    fresh, old = a_child(services, "Ana"), a_child(services, "Bo")
    a_child(services, "Cy")
    clashing, ended = a_child(services, "Di"), a_child(services, "Ed")
    given(services, fresh, "bear-walk", chart_until=soon, ends_on=soon)
    given(services, old, "bear-walk", starts_on=long_ago, ends_on=soon, chart_until=soon)
    given(services, clashing, "peanut-butter-tongue-walk")
    given(services, ended, "bear-walk", starts_on=long_ago, ends_on=today() - timedelta(days=1))
    alerts = (Alert(AlertKind.ALLERGY, "Peanut"),)
    services.caseload.review_alerts(clashing, AlertKind.ALLERGY, Asked.LISTED, alerts)
    told = [to_do for _, to_do in what_is_to_do(services)]
    assert told == [ToDo.CLASHES, ToDo.NONE_YET, ToDo.ENDED, ToDo.OLD, ToDo.NOTHING]


def test_a_chart_that_is_not_back_is_to_do_until_its_days_are_entered(services):
    child = a_child(services, "Ana")
    begun = today() - timedelta(days=7)
    soon = today() + timedelta(days=5)
    until = today() - timedelta(days=1)
    paper = given(services, child, "bear-walk", starts_on=begun, chart_until=until, ends_on=soon)
    assert what_is_to_do(services)[0][1] is ToDo.CHART_NOT_BACK
    services.home_programs.charts.enter(paper.home_program_id, [begun])
    [row] = services.home_programs.overview()
    assert (row.to_do(today()), row.on_chart) == (ToDo.NOTHING, 1)


def test_only_what_is_to_do_is_shown_until_all_are_wanted(services, show):
    fresh = a_child(services, "Ana")
    given(services, fresh, "bear-walk", chart_until=today(), ends_on=today())
    a_child(services, "Bo")
    page = show(services)
    assert [name.split()[0] for name in names(page)] == ["Bo"]
    page.filters.choose(("all",))
    assert len(names(page)) == 2
    assert page.count.text() == "1 of 2 to do"


def test_my_children_are_those_i_treat(services, show):
    a_child(services, "Ana", therapist_id=services.user.therapist_id)
    a_child(services, "Bo")
    page = show(services)
    page.filters.choose(("mine",))
    assert [name.split()[0] for name in names(page)] == ["Ana"]


def test_a_child_is_found_by_name_and_by_activity(services, show, qtbot):
    child = a_child(services, "Ana")
    given(services, child, "bear-walk")
    a_child(services, "Bo")
    page = show(services)
    page.filters.choose(("all",))
    qtbot.keyClicks(page.find_edit, "bear")
    assert [name.split()[0] for name in names(page)] == ["Ana"]


def test_h_builds_d_enters_days_and_ctrl_p_prints_again(services, show, qtbot):
    child = a_child(services, "Ana")
    paper = given(services, child, "bear-walk")
    page = show(services)
    page.filters.choose(("all",))
    page.view.setFocus()
    for signal, key, more in (
        (page.build_wanted, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
        (page.chart_wanted, Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
    ):
        with qtbot.waitSignal(signal) as wanted:
            qtbot.keyClick(page.view, key, more)
        assert wanted.args == [child]
    with qtbot.waitSignal(page.print_wanted) as wanted:
        qtbot.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [paper.id]


def test_who_may_not_build_is_offered_no_building(services, show):
    a_child(services, "Ana")
    page = show(signed_in(Role.FRONT_DESK, "Dana Whitfield"))
    assert not page.build_button.isVisible()
    assert not page.chart_button.isVisible()


def test_the_table_obeys_qt(services, show, qtmodeltester):
    given(services, a_child(services, "Ana"), "bear-walk")
    page = show(services)
    page.filters.choose(("all",))
    qtmodeltester.check(page.model)
