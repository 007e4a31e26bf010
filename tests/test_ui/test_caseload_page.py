from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from db.connection import close_database
from ot_desktop.caseload.domain import Alert, AlertKind, Asked, CaregiverDraft, Phone, Status
from ot_desktop.caseload.table import View
from ot_desktop.messages.domain import MessageDraft, Way
from ot_desktop.scheduling.attendance import Policy
from ot_desktop.settings.domain import TherapistDraft
from tests.answering import Answering
from tests.builders import a_child, an_empty_clinic
from tests.talks import past_visits
from ui.caseload.caseload_table_model import ALERTS, CHILD, PAGE, CaseloadTableModel
from ui.caseload.page import CaseloadPage
from ui.change_bridge import ChangeBridge
from ui.theme import theme


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def changes(qapp, services):
    owner = QObject()
    yield ChangeBridge(services.changes, owner)
    shiboken6.delete(owner)


@pytest.fixture
def show(services, changes, qtbot):
    def show(**answers):
        page = CaseloadPage(services, Answering(**answers), changes)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        return page

    return show


def names(page):
    model = page.children_model
    return [model.row(row).given_name for row in range(model.rowCount())]


def find(page, qtbot, typed):
    page.find_edit.setFocus()
    qtbot.keyClicks(page.find_edit, typed)
    qtbot.waitUntil(lambda: not page._soon.isActive())


def test_the_table_lists_active_children_by_name(show, services):
    for name in ("Owen", "Maya", "Leo"):
        a_child(services, name)
    a_child(services, "Ada", status=Status.DISCHARGED)
    assert names(show()) == ["Leo", "Maya", "Owen"]


def test_typing_narrows_the_table(show, services, qtbot):
    a_child(services, "Maya")
    a_child(services, "Leo", caregivers=(CaregiverDraft("Ruth Meyer"),))
    page = show()
    find(page, qtbot, "meyer")
    assert names(page) == ["Leo"]


def test_enter_in_the_search_opens_the_first_child_found(show, services, qtbot):
    a_child(services, "Maya")
    leo = a_child(services, "Leo")
    page = show()
    page.find_edit.setFocus()
    qtbot.keyClicks(page.find_edit, "leo")
    with qtbot.waitSignal(page.child_opened) as opened:
        qtbot.keyClick(page.find_edit, Qt.Key.Key_Return)
    assert opened.args == [leo]


def test_letters_that_find_nobody_leave_the_keyboard_where_they_are_typed(show, services, qtbot):
    a_child(services, "Maya")
    page = show()
    find(page, qtbot, "gr")
    assert page.focusWidget() is page.find_edit


def test_an_empty_clinic_says_how_to_begin(show):
    page = show()
    assert page.stack.currentWidget() is page.first


def test_columns_give_way_to_the_name_where_there_is_no_room_for_all(show, services):
    a_child(services)
    page = show()
    table, model = page.children_view, page.children_model

    def shown():
        columns = range(model.columnCount())
        return [model.headings[each] for each in columns if not table.isColumnHidden(each)]

    everything = shown()
    assert len(everything) == 8
    theme().set_text_size(150)
    page.resize(800, 600)
    assert shown() == ["Child", "Alerts", "Next visit"]
    assert table.columnWidth(0) >= 250
    theme().set_text_size(100)
    page.resize(1100, 600)
    assert shown() == everything


def test_letters_typed_in_the_table_search(show, services, qtbot):
    for name in ("Owen", "Thea", "Leo"):
        a_child(services, name)
    page = show()
    page.children_view.setFocus()
    qtbot.keyClick(page.children_view, "t")
    assert page.focusWidget() is page.find_edit
    qtbot.keyClicks(page.find_edit, "he")
    qtbot.waitUntil(lambda: names(page) == ["Thea"])


def test_escape_in_the_table_takes_the_filter_away(show, services, qtbot):
    for name in ("Owen", "Thea"):
        a_child(services, name)
    page = show()
    find(page, qtbot, "ow")
    page.children_view.setFocus()
    qtbot.keyClick(page.children_view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(page) == ["Owen", "Thea"])


def test_a_slash_in_the_table_searches_for_something_else(show, services, qtbot):
    a_child(services, "Owen")
    page = show()
    find(page, qtbot, "ow")
    page.children_view.setFocus()
    qtbot.keyClick(page.children_view, "/")
    assert page.find_edit.selectedText() == "ow"


def test_a_search_without_result_can_be_cleared(show, services, qtbot):
    a_child(services)
    page = show()
    find(page, qtbot, "zzz")
    assert page.stack.currentWidget() is page.empty
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert names(page) == ["Maya"]


def test_space_shows_a_quick_look_with_the_alerts(show, services, qtbot):
    peanut = Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag")
    a_child(services, allergies=Asked.LISTED, alerts=(peanut,))
    page = show()
    page.children_view.selectRow(0)
    page.children_view.setFocus()
    qtbot.keyClick(page.children_view, Qt.Key.Key_Space)
    said = [banner.accessibleName() for banner in page.peek_panel.alert_strip.banners]
    assert page.peek_panel.isVisible()
    assert "Allergy: Peanut: EpiPen in blue bag." in said


def test_the_quick_look_follows_the_chosen_row(show, services, qtbot):
    a_child(services, "Leo")
    a_child(services, "Maya", caregivers=(CaregiverDraft("Lucía", phones=(Phone("555-0142"),)),))
    page = show()
    page.children_view.selectRow(0)
    page.children_view.setFocus()
    qtbot.keyClick(page.children_view, Qt.Key.Key_Space)
    qtbot.keyClick(page.children_view, Qt.Key.Key_J)
    assert page.peek_panel.name_label.text() == "Maya Ortega"


def test_a_child_added_elsewhere_appears(show, services):
    page = show()
    a_child(services)
    assert names(page) == ["Maya"]


def test_the_chosen_row_stays_chosen_over_a_reload(show, services):
    leo = a_child(services, "Leo")
    page = show()
    page.children_view.selectRow(0)
    a_child(services, "Ada")
    assert page.children_view.current_key() == leo


def test_a_named_view_becomes_a_tab(show, services, qtbot):
    a_child(services)
    page = show(text="Ortega family")
    find(page, qtbot, "ortega")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert page.view_tabs.tabText(page.view_tabs.count() - 1) == "Ortega family"


def test_a_named_view_can_be_removed(show, services, qtbot):
    a_child(services)
    page = show(text="Ortega family")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.forget_button, Qt.MouseButton.LeftButton)
    assert services.caseload.saved_views() == ()


def test_choosing_a_tab_shows_its_children(show, services):
    a_child(services, "Maya")
    a_child(services, "Leo", status=Status.WAITING)
    page = show()
    tabs = page.view_tabs
    tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index("Waiting"))
    assert names(page) == ["Leo"]


def test_the_table_model_obeys_qt(services, qtmodeltester):
    for number in range(3):
        a_child(services, f"Child {number}")
    model = CaseloadTableModel(
        lambda sort, window: services.caseload.rows(View.ACTIVE, "", sort, window)
    )
    model.reload()
    qtmodeltester.check(model)


def test_the_table_reads_on_when_somebody_scrolls(services, qapp):
    for number in range(PAGE + 5):
        a_child(services, f"Child {number:03}")
    model = CaseloadTableModel(
        lambda sort, window: services.caseload.rows(View.ACTIVE, "", sort, window)
    )
    model.reload()
    assert model.rowCount() == PAGE
    model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == PAGE + 5


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "allergies not asked, precautions not asked"),
        ({"allergies": Asked.NONE_KNOWN}, "precautions not asked"),
        ({"precautions": Asked.NONE_KNOWN}, "allergies not asked"),
        ({"allergies": Asked.NONE_KNOWN, "precautions": Asked.NONE_KNOWN}, "none known"),
    ],
)
def test_a_screen_reader_hears_what_was_not_asked(services, qapp, known, words):
    a_child(services, born_on=date(2020, 5, 31), **known)
    model = CaseloadTableModel(
        lambda sort, window: services.caseload.rows(View.ACTIVE, "", sort, window)
    )
    model.reload()
    spoken = model.index(0, ALERTS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Alerts: {words}"
    assert "Maya Ortega" in model.index(0, CHILD).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def with_misses(services):
    """Maya missed three visits in a row, Leo came, and nobody spoke with either family."""
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L"))
    maya, leo = a_child(services, "Maya"), a_child(services, "Leo")
    past_visits(services, maya, ("no_show",) * 3)
    past_visits(services, leo, ("held",) * 3, hour=11)
    services.messages.log(MessageDraft(leo, "All well.", Way.IN_PERSON))
    return maya


def talk_of(page, row):
    return page.children_model.index(row, CHILD).data(Qt.ItemDataRole.ToolTipRole)


def test_a_family_that_missed_often_is_flagged_with_the_clinics_words(
    show, services, with_misses, qtbot
):
    services.attendance.set_policy(Policy(flag_words="Ask what makes coming hard."))
    page = show()
    qtbot.waitUntil(lambda: bool(page._talks.reasons))
    assert talk_of(page, 1) == (
        "3 no-shows in a row. Family attendance 0.0 % in 90 days. Ask what makes coming hard."
    )
    assert talk_of(page, 0) == ""


def test_a_parent_nobody_saw_or_called_for_thirty_days_is_flagged(show, services, qtbot):
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L"))
    past_visits(services, a_child(services, "Maya"), ("held",))
    page = show()
    qtbot.waitUntil(lambda: bool(page._talks.reasons))
    assert talk_of(page, 0) == "No parent in the room or on the phone for 30 days."


def test_a_view_holds_the_families_a_talk_is_due_with(show, with_misses, qtbot):
    page = show()
    views = [each.view for each in page.view_tabs._views]
    page.view_tabs.setCurrentIndex(views.index(View.NEEDS_TALK))
    qtbot.waitUntil(lambda: names(page) == ["Maya"])


def test_the_quick_look_says_why_a_talk_is_due(show, with_misses, qtbot):
    page = show()
    qtbot.waitUntil(lambda: bool(page._talks.reasons))
    page._show_peek(with_misses)
    told = [each.text() for each in page.peek_panel.findChildren(QLabel)]
    assert any(words.startswith("3 no-shows in a row.") for words in told)


def test_the_flag_goes_once_somebody_talked(show, services, qtbot):
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L"))
    maya = a_child(services, "Maya")
    past_visits(services, maya, ("held",))
    page = show()
    qtbot.waitUntil(lambda: bool(page._talks.reasons))
    services.messages.log(MessageDraft(maya, "All well.", Way.IN_PERSON))
    qtbot.waitUntil(lambda: not page._talks.reasons)
