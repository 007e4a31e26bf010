"""The waitlist: who waits, whom an open slot suits, and booking a family that says yes."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db.connection import close_database, database
from ot_desktop.clock import now_utc, today
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.services import services_for
from ot_desktop.settings.domain import Hours, TherapistDraft
from ot_desktop.waitlist.domain import EntryDraft, OfferOutcome, Wants
from tests.answering import Answering
from tests.builders import a_child, a_user, an_empty_clinic
from tests.talks import an_opened_hour
from ui.change_bridge import ChangeBridge
from ui.waitlist.entry_dialog import EntryDialog
from ui.waitlist.page import WaitlistPage
from ui.waitlist.waiting_view import LONG, TAKEN_OFF
from ui.waitlist.waitlist_table_model import CHILD, CONTACT, NEXT, TIMES, URGENCY, WAITING
from ui.waitlist.words import script

WEEK = tuple(Hours(day, 8 * 60, 17 * 60) for day in range(7))


@pytest.fixture
def services():
    services = an_empty_clinic()
    services.settings.set_hours(WEEK)
    services.settings.add_room("Gym", 2)
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L", hours=WEEK))
    yield services
    close_database()


@pytest.fixture
def show(services, qtbot):
    owner = QObject()

    def show(using=services, **answers):
        page = WaitlistPage(using, Answering(**answers), ChangeBridge(using.changes, owner))
        qtbot.addWidget(page)
        page.said = []
        page.told.connect(lambda words, undo: page.said.append((words, undo)))
        page.resize(1300, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.waitUntil(lambda: is_matched(page))
        return page

    yield show
    shiboken6.delete(owner)


def is_matched(page):
    return not (page._soon.isActive() or page._matching.isActive() or page._unmatched)


def wait(services, name, days=0, **changes):
    child = a_child(services, name)
    entry = services.waitlist.add(EntryDraft(child, **changes))
    added = (today() - timedelta(days=days)).isoformat()
    database.execute_sql("UPDATE waitlist_entry SET added_on = ? WHERE id = ?", (added, entry))
    return child


def opened(services):
    return an_opened_hour(services, a_child(services, "Theo"))


def names(page):
    return [page.waiting.model.row(row).child_name for row in range(page.waiting.model.rowCount())]


def cell(page, row, column):
    return page.waiting.model.index(row, column).data()


def called(page):
    return [each.text() for each in page.offer_panel.choices]


def test_nobody_waits(show):
    page = show()
    assert page.waiting.stack.currentWidget() is page.waiting.empty
    assert page.slots.isHidden()


def test_the_table_says_how_long_and_what_to_do_next(services, show):
    wait(services, "Ada", 48, can_come=(Hours(1, 480, 720),), length_minutes=480)
    wait(services, "Bo", length_minutes=480)
    page = show()
    assert cell(page, 0, WAITING) == "48 days"
    assert cell(page, 0, TIMES) == "Tue am"
    assert (cell(page, 0, CONTACT), cell(page, 0, NEXT)) == ("Never", "Wait for an opening")
    assert (cell(page, 1, TIMES), cell(page, 1, NEXT)) == ("Not asked", "Ask for times")
    assert page.count_label.text() == "2 waiting, 1 over 30 days"


def test_nobody_has_waited_too_long(services, show):
    wait(services, "Ada", 30)
    page = show()
    page.whose.choose(LONG)
    assert "Nobody has waited over 30 days." in words_of(page.waiting.stack.currentWidget())


def words_of(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_columns_give_way_before_the_name_is_cut(services, show):
    wait(services, "Ada")
    page = show()
    view = page.waiting.view
    assert not view.isColumnHidden(URGENCY)
    page.resize(700, 700)
    assert view.isColumnHidden(URGENCY)
    assert not view.isColumnHidden(WAITING)
    assert view.columnWidth(CHILD) >= 150


def test_a_slot_that_was_called_off_names_whom_it_suits_and_why(services, show):
    opened(services)
    wait(services, "Bo", 10)
    wait(services, "Ada", 48)
    [row] = show().slots.rows
    assert "Theo Ortega called off" in row.where.accessibleName()
    assert row.fits.accessibleName().startswith("2 fit: Ada Ortega (waiting 48 days")


def test_a_slot_nobody_suits_cannot_be_offered(services, show):
    opened(services)
    [row] = show().slots.rows
    assert row.fits.accessibleName() == "Nobody who waits fits."
    assert not row.offer_button.isEnabled()


def test_a_slot_that_was_filled_is_open_no_more(services, show):
    time = opened(services)
    wait(services, "Ada")
    [entry] = services.waitlist.waiting()
    page = show()
    services.waitlist.accept(services.waitlist.offer(entry.id, time))
    page.reload()
    assert page.slots.rows == []


def test_yes_books_the_slot_and_undo_lets_the_family_wait_again(services, show, qtbot):
    opened(services)
    ada = wait(services, "Ada", 48)
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    page.offer_panel.yes_button.click()
    [session] = services.scheduling.sessions_of(ada)
    assert session.status is SessionStatus.PLANNED
    assert services.waitlist.waiting() == ()
    words, undo = page.said[-1]
    assert words.startswith("Ada Ortega is booked")
    undo()
    assert services.scheduling.sessions_of(ada) == []
    assert [each.child_name for each in services.waitlist.waiting()] == ["Ada Ortega"]


def test_picking_a_family_holds_the_slot_and_shows_phone_and_script(services, show):
    opened(services)
    wait(services, "Ada")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    [held] = services.waitlist.held()
    assert held.minutes_left(now_utc()) == 20
    assert page.offer_panel.held_label.text() == "Held, 20 min left"
    assert page.offer_panel.yes_button.isVisible()
    page.reload()
    assert cell(page, 0, NEXT) == "Held, 20 min left"


def test_a_held_slot_is_refused_to_another_family(services, show):
    opened(services)
    wait(services, "Ada", 9), wait(services, "Bo")
    page = show()
    row = page.slots.rows[0]
    row.offer_button.click()
    page.offer_panel.choices[0].click()
    row.offer_button.click()
    page.offer_panel.choices[1].click()
    assert "held for another family until" in page.offer_panel.notice.words.text()


def test_a_family_picked_by_mistake_is_let_go_and_was_never_called(services, show):
    opened(services)
    wait(services, "Ada", 9), wait(services, "Bo")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    page.offer_panel.back_button.click()
    page.offer_panel.choices[1].click()
    assert page.offer_panel.title.text() == "Bo Ortega"
    assert [each.offers for each in services.waitlist.waiting()] == [0, 0]


@pytest.mark.parametrize(
    ("button", "outcome"),
    [("no_button", OfferOutcome.NO), ("no_answer_button", OfferOutcome.NO_ANSWER)],
)
def test_a_no_is_kept_and_the_next_family_is_one_click_away(services, show, button, outcome):
    opened(services)
    wait(services, "Ada", 9), wait(services, "Bo")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    getattr(page.offer_panel, button).click()
    ada = next(each for each in services.waitlist.waiting() if each.child_name == "Ada Ortega")
    assert (ada.offers, ada.last_offer) == (1, outcome)
    page.offer_panel.choices[called(page).index("Bo Ortega")].click()
    assert len(services.waitlist.held()) == 1


def test_a_family_that_calls_back_keeps_the_slot_until_then(services, show):
    opened(services)
    wait(services, "Ada")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    page.offer_panel.call_back_button.click()
    assert page.offer_panel.isHidden()
    assert len(services.waitlist.held()) == 1
    page.waiting.view.setFocus()
    QTest.keyClick(page.waiting.view, Qt.Key.Key_O)
    assert page.offer_panel.title.text() == "Ada Ortega"
    assert page.offer_panel.yes_button.isVisible()


def test_some_weeks_are_offered_as_such_and_the_entry_stays(services, show):
    time = opened(services)
    wait(services, "Ada", wants=Wants.WEEKLY, weeks=2, until_day=time.starts.date() + timedelta(7))
    services.settings.close_day(time.starts.date() + timedelta(days=7), "Closed")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    page.offer_panel.yes_button.click()
    assert page.said[-1][0] == "Ada Ortega is booked for 1 of 2 weeks and waits on"
    assert len(services.waitlist.waiting()) == 1


def test_the_script_names_child_day_and_therapist(services, show):
    time = opened(services)
    wait(services, "Ada")
    page = show()
    [match] = services.waitlist.matches(time)
    words = script(match, page.slots.rows[0].opened, "Dana Whitfield", "Juniper Lane", now_utc())
    assert words.startswith("“Hello, this is Dana from Juniper Lane. We have a time for Ada: on ")
    assert "at 2:00 PM with Ana, 60 minutes" in words


def test_a_family_is_taken_off_with_a_reason_and_put_back(services, show):
    wait(services, "Ada", 12)
    page = show(text="moved away")
    page.deeds.take_off()
    assert services.waitlist.waiting() == ()
    page.whose.choose(TAKEN_OFF)
    assert names(page) == ["Ada Ortega"]
    page.deeds.put_back()
    [entry] = services.waitlist.waiting()
    assert entry.days_waiting(today()) == 12


def test_what_was_said_on_the_phone_is_in_the_quick_look(services, show):
    opened(services)
    wait(services, "Ada")
    page = show()
    page.slots.rows[0].offer_button.click()
    page.offer_panel.choices[0].click()
    page.offer_panel.no_answer_button.click()
    page.offer_panel.close_button.click()
    page.waiting.view.peeked.emit(page.waiting.view.currentIndex())
    told = [each.text() for each in page.entry_panel.findChildren(type(page.count_label))]
    assert any(words.endswith("with Ana Ruiz: no answer") for words in told)


def test_an_offer_made_elsewhere_shows_whom_it_suits_at_once(services, show):
    time = opened(services)
    wait(services, "Ada")
    page = show()
    page.offer(time)
    assert called(page) == ["Ada Ortega"]


def test_enter_opens_the_child(services, show, qtbot):
    ada = wait(services, "Ada")
    page = show()
    with qtbot.waitSignal(page.child_opened) as opened_child:
        QTest.keyClick(page.waiting.view, Qt.Key.Key_Return)
    assert opened_child.args == [ada]


def test_a_therapist_looks_and_offers_nothing(services, show):
    opened(services)
    wait(services, "Ada")
    page = show(services_for(a_user(Role.THERAPIST, "Ben Cole")))
    assert not page.add_button.isVisible()
    assert not page.slots.rows[0].offer_button.isVisible()


def dialog_of(services, qtbot, entry=None):
    hours = {day: Window(480, 1020) for day in range(5)}
    dialog = EntryDialog(services, hours, today(), entry)
    qtbot.addWidget(dialog)
    return dialog


def test_times_are_typed_as_people_say_them(services, qtbot):
    child = a_child(services, "Ada")
    dialog = dialog_of(services, qtbot)
    dialog.choose_child(child, "Ada")
    dialog.times_edit.setText("tue pm")
    dialog.take("yes")
    [entry] = services.waitlist.waiting()
    assert entry.can_come == (Hours(1, 720, 1020),)


def test_times_nobody_understands_are_named_at_the_field(services, qtbot):
    dialog = dialog_of(services, qtbot)
    dialog.choose_child(a_child(services, "Ada"), "Ada")
    dialog.times_edit.setText("whenever")
    dialog.take("yes")
    assert dialog.fields["can_come"].problem == "Write it like mon-thu pm or fri 9-11."
    assert services.waitlist.waiting() == ()
