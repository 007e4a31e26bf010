"""Parent messages: what families wait for, logging a call, answering, promises, a letter."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db.connection import close_database, database
from ot_desktop.clock import today
from ot_desktop.messages.domain import CallOutcome, Direction, MessageDraft, PromiseDraft, Way
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.paper_tray import PaperTray
from tests.reference_clinic import reference_clinic
from ui.change_bridge import ChangeBridge
from ui.messages.child_messages import ChildMessages
from ui.messages.letter_dialog import LetterDialog
from ui.messages.messages_table_model import PROMISE, is_late
from ui.messages.page import ALL, EVERYBODY, WAITING, MessagesPage
from ui.tasks import TaskRunner

ASKED = "May Carmen come instead of me?"


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def show(services, clinic, qtbot):
    owner = QObject()
    tasks = TaskRunner(owner)

    def show(using=services):
        page = MessagesPage(
            using.messages,
            using.caseload,
            using.settings,
            using.user,
            tasks,
            ChangeBridge(using.changes, owner),
        )
        qtbot.addWidget(page)
        page.said = []
        page.told.connect(lambda words, undo: page.said.append((words, undo)))
        page.resize(1300, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()
        return page

    yield show
    tasks.stop()
    shiboken6.delete(owner)


def asked(services, child, said=ASKED):
    draft = MessageDraft(child, said, Way.TEXT, Direction.FROM_FAMILY, is_question=True)
    return services.messages.log(draft)


def promised(services, child, due_on, what="Send the new times"):
    promise = PromiseDraft(what, due_on, services.user.id)
    draft = MessageDraft(child, "Will send them.", outcome=CallOutcome.REACHED, promise=promise)
    return services.messages.log(draft)


def overdue(services, child):
    promised(services, child, today())
    database.execute_sql("UPDATE promise SET due_on = ?", ((today() - timedelta(2)).isoformat(),))


def shown(page):
    model = page.list.model_
    return [model.row(row).said for row in range(model.rowCount())]


def press(page, key, **more):
    QTest.keyClick(page.list, key, **more)


def test_nothing_waits_at_first(show):
    page = show()
    assert page.stack.currentWidget() is page.empties[0]


def test_what_a_parent_asked_and_what_was_promised_wait_in_one_view(services, clinic, show):
    asked(services, clinic.maya)
    promised(services, clinic.leo, today())
    services.messages.log(MessageDraft(clinic.owen, "Thank you.", Way.EMAIL))
    assert shown(show()) == [ASKED, "Will send them."]


def test_an_overdue_promise_says_so(services, clinic, show):
    overdue(services, clinic.leo)
    model = show().list.model_
    assert "2 days overdue, Rosalind Achebe" in model.index(0, PROMISE).data()
    assert is_late(model.row(0))


def test_a_family_that_was_not_reached_is_waited_for_until_it_calls(services, clinic, show):
    missed = MessageDraft(clinic.maya, "Asked to call back.", outcome=CallOutcome.LEFT_MESSAGE)
    services.messages.log(missed)
    page = show()
    page.tabs.setCurrentIndex(WAITING)
    assert shown(page) == ["Asked to call back."]
    database.execute_sql("UPDATE message SET at = '2026-01-05T08:00:00.000Z'")
    services.messages.log(MessageDraft(clinic.maya, "Here I am.", Way.TEXT, Direction.FROM_FAMILY))
    page.reload()
    assert shown(page) == []


def test_l_logs_a_call_with_tries_minutes_and_a_promise(services, clinic, show):
    asked(services, clinic.maya)
    page = show()
    press(page, Qt.Key.Key_L)
    fields = page.log_panel.fields
    assert fields.child_picker.child_id() == clinic.maya
    assert fields.said_edit.hasFocus()
    QTest.keyClicks(fields.said_edit, "She can come.")
    fields.outcome_chips.chip("reached").click()
    fields.tries_stepper.set_value(3)
    fields.minutes_edit.setText("6")
    fields.promise_edit.setText("Tell Ana")
    modifier = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(fields.said_edit, Qt.Key.Key_Return, modifier)
    message = services.messages.of_child(clinic.maya)[0]
    assert (message.said, message.outcome) == ("She can come.", CallOutcome.REACHED)
    assert (message.tries, message.minutes) == (3, 6)
    assert [each.what for each in message.promises] == ["Tell Ana"]
    assert page.log_panel.isHidden()


def test_a_call_without_an_outcome_is_not_kept_and_nothing_typed_is_lost(services, clinic, show):
    page = show()
    page.start_log(clinic.maya)
    fields = page.log_panel.fields
    fields.said_edit.setPlainText("Asked about Thursday.")
    page.log_panel.log_button.click()
    assert fields.by_name["outcome"].problem == "Say whether you reached somebody."
    page.log_panel.close_button.click()
    page.start_log(clinic.maya)
    assert fields.said_edit.toPlainText() == "Asked about Thursday."
    assert services.messages.of_child(clinic.maya) == ()


def test_r_answers_the_question(services, clinic, show):
    asked(services, clinic.maya)
    page = show()
    press(page, Qt.Key.Key_R)
    assert page.log_panel.quoted.text() == f"“{ASKED}”"
    fields = page.log_panel.fields
    fields.said_edit.setPlainText("Yes, gladly.")
    assert fields.way() == Way.TEXT.value
    page.log_panel.log_button.click()
    assert shown(page) == []
    assert services.messages.open_questions() == ()


def test_e_settles_and_undo_opens_it_again(services, clinic, show):
    asked(services, clinic.maya)
    promised(services, clinic.leo, today())
    page = show()
    press(page, Qt.Key.Key_E)
    page.list.selectRow(0)
    press(page, Qt.Key.Key_E)
    assert services.messages.open_ones() == ()
    for _, undo in reversed(page.said):
        undo()
    assert len(services.messages.open_ones()) == 2


def test_the_text_can_be_copied(services, clinic, show):
    asked(services, clinic.maya)
    page = show()
    page.message_panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == ASKED


def test_a_therapist_sees_the_own_children_first_and_all_on_demand(services, clinic, show):
    asked(services, clinic.maya)
    asked(services, clinic.leo, "Is Friday fine?")
    database.execute_sql("UPDATE child SET therapist_id = NULL")
    database.execute_sql(
        "UPDATE child SET therapist_id = ? WHERE id = ?", (clinic.ana, clinic.maya)
    )
    ana = services_for(a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=clinic.ana))
    page = show(ana)
    assert shown(page) == [ASKED]
    page.whose.choose(EVERYBODY)
    assert len(shown(page)) == 2


def test_all_that_was_said_stays_to_be_read(services, clinic, show):
    services.messages.log(MessageDraft(clinic.owen, "Thank you.", Way.EMAIL))
    page = show()
    page.tabs.setCurrentIndex(ALL)
    assert shown(page) == ["Thank you."]


def test_enter_opens_the_child(services, clinic, show, qtbot):
    asked(services, clinic.maya)
    page = show()
    with qtbot.waitSignal(page.child_opened) as opened:
        press(page, Qt.Key.Key_Return)
    assert opened.args == [clinic.maya]


# On the child's page.


def test_a_childs_messages_are_logged_where_they_are_read(services, clinic, qtbot):
    owner = QObject()
    changes = ChangeBridge(services.changes, owner)
    tab = ChildMessages(services.messages, services.caseload, changes, may_log=True)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_child(clinic.maya)
    tab.start_log()
    tab.log_panel.fields.said_edit.setPlainText("All well.")
    tab.log_panel.fields.way_chips.choose((Way.IN_PERSON.value,))
    tab.log_panel.log_button.click()
    assert [tab.list.model_.row(0).said] == ["All well."]
    shiboken6.delete(owner)


# The letter.


@pytest.fixture
def letter(services, clinic, qtbot, tmp_path):
    owner = QObject()
    tasks = TaskRunner(owner)

    def letter(child, caregiver=None, said="See you on Monday.\n\nBring socks."):
        size = services.settings.clinic().settings.paper
        banner = services.caseload.banner(child)
        dialog = LetterDialog(services.messages, banner, (caregiver, said), size, tasks, None)
        dialog.output = PaperTray(tmp_path)
        qtbot.addWidget(dialog)
        return dialog

    yield letter
    tasks.stop()
    shiboken6.delete(owner)


def test_a_letter_is_seen_as_it_will_be_printed(clinic, letter, qtbot):
    dialog = letter(clinic.maya)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.pages_view.pages) == 1)
    dialog.done(0)


def test_a_printed_letter_is_kept_among_the_messages(services, clinic, letter, qtbot, tmp_path):
    dialog = letter(clinic.maya)
    dialog.take("yes")
    qtbot.waitUntil(lambda: bool(dialog.told))
    [message] = services.messages.of_child(clinic.maya)
    assert (message.way, message.said) == (Way.PAPER, "See you on Monday.\n\nBring socks.")
    assert list(tmp_path.glob("Maya_letter_*.pdf"))


def test_a_father_the_court_keeps_away_is_not_offered_a_letter(clinic, letter):
    dialog = letter(clinic.owen)
    names = [dialog.to_combo.itemText(row) for row in range(dialog.to_combo.count())]
    assert not any("father" in name for name in names)
