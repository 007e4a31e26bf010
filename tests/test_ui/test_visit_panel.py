"""The panel of one visit, on real services: what is said of it, by whom, and the way back."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from db.connection import close_database, database
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.notes.parent_part import PersonHere, WhoIsHere
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import Outcome, Reason
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.services import services_for
from ot_desktop.settings.domain import InterpreterDraft
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic
from ui.visits.visit_moment import Say
from ui.visits.visit_panel import VisitPanel

S = SessionStatus
NINE = time(9)


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def desk(clinic):
    return services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))


@pytest.fixture
def opened(qtbot, desk):
    def opened(visit, services=desk):
        panel = VisitPanel(services)
        panel.told = []
        panel.done.connect(lambda words, deed: panel.told.append((words, deed)))
        qtbot.addWidget(panel)
        panel.resize(384, 1200)
        panel.show_visit(visit)
        panel.show()
        return panel

    return opened


@pytest.fixture
def book(services, clinic):
    def book(days, at=NINE, child="noa", minutes=60, therapist="cam", **more):
        """Book one visit some days from today and return its session's id."""
        day = today() + timedelta(days=days)
        request = SeriesRequest.single(
            getattr(clinic, child),
            datetime.combine(day, at),
            minutes,
            getattr(clinic, therapist),
            clinic.gym,
            **more,
        )
        services.scheduling.book(services.scheduling.preview(request), "The family asked for it.")
        [visit] = [
            each.id
            for each in services.scheduling.sessions_of(getattr(clinic, child))
            if each.starts == datetime.combine(day, at)
        ]
        return visit

    return book


@pytest.fixture
def say(qtbot):
    def say(panel, what):
        button = panel.status_box.buttons[what]
        assert button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return panel.status_box.form

    return say


def press(qtbot, button):
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def status(services, visit):
    return services.attendance.visit(visit).now.status


def stands(panel):
    return panel.status_box.badge.text()


def the_log():
    return [row[0] for row in database.execute_sql("SELECT subject FROM audit ORDER BY id")]


# What is said now.


def test_a_check_in_is_one_click_and_undo_takes_it_back(opened, book, say, services):
    visit = book(0, time(23, 50), minutes=9)
    panel = opened(visit)
    say(panel, Say.CHECK_IN)
    assert stands(panel) == "Here"
    [(words, deed)] = panel.told
    assert words == "Noa Meyer: here"
    deed.undo()
    assert services.attendance.visit(visit).arrived_at is None
    assert status(services, visit) is S.PLANNED
    deed.redo()
    assert status(services, visit) is S.ARRIVED


def test_a_visit_still_to_come_today_is_not_marked_as_held(opened, book, say, services):
    visit = book(0, time(23, 50), minutes=9)
    panel = opened(visit)
    say(panel, Say.HELD)
    refused = "This visit has not begun. Mark it as held once it has."
    assert panel.status_box.notice.words.text() == refused
    assert status(services, visit) is S.PLANNED
    assert panel.told == []


def test_a_visit_of_a_later_day_can_be_confirmed_or_called_off(opened, book):
    panel = opened(book(7))
    shown = {say for say, button in panel.status_box.buttons.items() if button.isVisible()}
    assert shown == {Say.CONFIRM, Say.FAMILY_CALLED, Say.BY_CLINIC}


def test_what_nobody_said_of_an_earlier_day_is_asked(opened, book, say, services):
    visit = book(-7)
    panel = opened(visit)
    assert stands(panel) == "Nobody said yet"
    say(panel, Say.HELD)
    assert status(services, visit) is S.HELD


def test_correcting_an_earlier_day_asks_why_at_the_field(qtbot, opened, book, say, services):
    visit = book(-7)
    services.attendance.record(visit, Outcome(S.NO_SHOW))
    panel = opened(visit)
    form = say(panel, Say.HELD)
    press(qtbot, form.save_button)
    assert form.why_field.problem == "Say why it is corrected. It is kept with your name."
    qtbot.keyClicks(form.why_edit, "They came, Dana was away")
    qtbot.keyClick(form.why_edit, Qt.Key.Key_Return)
    assert status(services, visit) is S.HELD
    assert the_log()[-1].endswith("no_show → held (They came, Dana was away)")


def test_minutes_of_a_visit_cut_short_are_asked(qtbot, opened, book, say, services):
    visit = book(-7)
    panel = opened(visit)
    form = say(panel, Say.CUT_SHORT)
    press(qtbot, form.save_button)
    assert form.minutes_field.problem == "Enter the minutes it took, 1 to 59."
    qtbot.keyClicks(form.minutes_edit, "35")
    press(qtbot, form.save_button)
    assert services.attendance.visit(visit).held_minutes == 35
    assert "Held for 35 min." in panel.status_box.details.text()


def test_a_call_a_week_ahead_is_in_time_and_frees_the_time(qtbot, opened, book, say, services):
    visit = book(7)
    panel = opened(visit)
    form = say(panel, Say.FAMILY_CALLED)
    assert form.meaning.text() == "In time: 24 hours or more before the visit."
    form.reason_combo.setCurrentIndex(form.reason_combo.findData(Reason.ILL))
    press(qtbot, form.save_button)
    assert stands(panel) == "Cancelled in time"
    assert "Ill." in panel.status_box.details.text()


def test_a_cancellation_is_taken_back_with_its_reason(qtbot, opened, book, say, services):
    visit = book(7)
    panel = opened(visit)
    press(qtbot, say(panel, Say.FAMILY_CALLED).save_button)
    panel.told[-1][1].undo()
    kept = services.attendance.visit(visit)
    assert (kept.now.status, kept.called_at, kept.reason) == (S.PLANNED, None, None)
    assert the_log()[-1].endswith("cancelled_in_time → planned, taken back")


def test_a_cancellation_is_not_taken_back_into_a_time_that_is_gone(
    qtbot, opened, book, say, services
):
    visit = book(7)
    panel = opened(visit)
    press(qtbot, say(panel, Say.FAMILY_CALLED).save_button)
    book(7, child="maya")
    with pytest.raises(ClinicError, match="therapist has another session"):
        panel.told[-1][1].undo()
    assert status(services, visit) is S.CANCELLED_IN_TIME


def test_a_call_of_yesterday_evening_that_is_noted_today_counts_as_yesterdays(
    qtbot, opened, book, say
):
    visit = book(1)
    form = say(opened(visit), Say.FAMILY_CALLED)
    form.day_edit.set_value(today() - timedelta(days=1))
    form.time_edit.set_value(time(20))
    assert form.outcome().status is S.CANCELLED_IN_TIME


def test_the_clinic_says_why_it_calls_a_visit_off(qtbot, opened, book, say, services):
    visit = book(7)
    form = say(opened(visit), Say.BY_CLINIC)
    press(qtbot, form.save_button)
    assert form.reason_field.problem == "Choose why the clinic called it off."
    form.reason_combo.setCurrentIndex(form.reason_combo.findData(Reason.OTHER))
    press(qtbot, form.save_button)
    assert form.words_field.problem == "Say what it was, in a word or two."
    qtbot.keyClicks(form.words_edit, "Water pipe")
    press(qtbot, form.save_button)
    assert services.attendance.visit(visit).reason_words == "Water pipe"


def test_a_siblings_visit_of_the_same_drive_is_asked_about(qtbot, opened, book, say, services):
    visit, leos = book(7), book(7, time(10), "leo")
    panel = opened(visit)
    press(qtbot, say(panel, Say.FAMILY_CALLED).save_button)
    question = panel.sibling_question
    assert question.notice.words.text() == "Same drive: Leo, 10:00. Cancel that too?"
    press(qtbot, question.yes_button)
    assert status(services, leos) is S.CANCELLED_IN_TIME
    assert not question.isVisible()


def test_undo_does_not_go_over_what_somebody_else_said_since(opened, book, say, services):
    visit = book(0, time(23, 50), minutes=9)
    panel = opened(visit)
    say(panel, Say.CHECK_IN)
    services.attendance.record(visit, Outcome(S.CANCELLED_BY_CLINIC, Reason.ROOM))
    with pytest.raises(ClinicError, match="changed meanwhile"):
        panel.told[0][1].undo()
    assert status(services, visit) is S.CANCELLED_BY_CLINIC


def test_an_interpreter_who_was_declined_is_noted_and_taken_back(qtbot, opened, book, services):
    person = services.settings.add_interpreter(
        InterpreterDraft("Rosa Diaz", "Spanish", is_adult=True)
    )
    visit = book(-7, child="maya", interpreter_id=person)
    panel = opened(visit)
    panel.interpreter_box.control.choose("declined")
    assert services.scheduling.session(visit).interpreter_use == "declined"
    panel.told[-1][1].undo()
    assert services.scheduling.session(visit).interpreter_use == ""


# Making up.


def test_a_missed_visit_offers_to_rebook_until_the_clinics_last_day(qtbot, opened, book, say):
    panel = opened(book(-7))
    say(panel, Say.NO_SHOW)
    with qtbot.waitSignal(panel.make_up_wanted) as wanted:
        press(qtbot, panel.make_up_box.other_button)
    assert wanted.args == [panel.session.id]
    assert panel.make_up_box.words.text().startswith("Can be made up until ")


# Who collects.


def here(book, services, child="owen"):
    visit = book(0, time(0, 5), child, minutes=10)
    services.attendance.record(visit, Outcome(S.ARRIVED))
    return visit


def test_contacts_say_who_may_collect_and_not_what_a_court_wrote(opened, book, services):
    panel = opened(book(7, child="owen"))
    words = [each.text() for each in panel.contacts.findChildren(object) if hasattr(each, "text")]
    assert "May not collect" in words
    assert not any("order" in each for each in words)


def test_somebody_who_may_not_collect_is_refused_at_the_field(qtbot, opened, book, services):
    visit = here(book, services)
    panel = opened(visit)
    box = panel.check_out_box
    father = next(n for n, each in enumerate(box._adults) if each.may_collect is False)
    box.adult_combo.setCurrentIndex(father)
    press(qtbot, box.button)
    assert box.adult_field.problem.endswith("may not collect this child. Ask the owner.")
    assert not box.why_field.isVisible()
    assert services.attendance.visit(visit).left_at is None


def test_the_owner_may_say_why_all_the_same(qtbot, opened, book, services):
    visit = here(book, services)
    panel = opened(visit, services)
    box = panel.check_out_box
    box.adult_combo.setCurrentIndex(
        next(n for n, each in enumerate(box._adults) if each.may_collect is False)
    )
    press(qtbot, box.button)
    qtbot.keyClicks(box.why_edit, "Court order lifted, seen today")
    press(qtbot, box.button)
    assert services.attendance.visit(visit).collected_why == "Court order lifted, seen today"
    panel.told[-1][1].undo()
    assert services.attendance.visit(visit).left_at is None


def test_the_panel_says_who_brought_the_child(opened, book, services, say):
    panel = opened(book(0, time(22, 0), "owen"))
    say(panel, Say.CHECK_IN)
    assert panel.check_out_box.brought_combo.currentText() == "Grace Park"
    assert " with Grace Park." in panel.status_box.details.text()


def test_who_brought_the_child_is_put_right_and_comes_back(opened, book, services, clinic):
    visit = here(book, services)
    panel = opened(visit)
    combo = panel.check_out_box.brought_combo
    combo.setCurrentIndex(combo.findText("Grace Park"))
    combo.activated.emit(combo.currentIndex())
    assert services.attendance.visit(visit).brought_by == "Grace Park"
    assert panel.told[-1][0] == "Owen Park: brought by Grace Park"
    panel.told[-1][1].undo()
    assert services.attendance.visit(visit).brought_by is None


def test_whoever_collects_has_to_be_chosen_while_nobody_says_who_stayed(opened, book, services):
    panel = opened(here(book, services))
    panel.check_out_box.button.click()
    assert panel.check_out_box.adult_field.problem == "Choose who takes the child home."


def test_one_click_checks_out_with_the_adult_in_the_room(qtbot, opened, book, services, clinic):
    visit = here(book, services)
    mother = services.caseload.banner(clinic.owen).caregivers[0]
    services.attendance.note_brought(visit, mother.id)
    ana = services_for(a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=clinic.ana))
    content = ana.notes.open_note(visit).content
    who = WhoIsHere((PersonHere(mother.full_name, mother.relation, mother.id),))
    ana.notes.save_draft(visit, replace(content, parent=replace(content.parent, who=who)))
    panel = opened(visit)
    assert panel.check_out_box.stayed_words.text() == "Grace Park is in the room."
    press(qtbot, panel.check_out_box.button)
    assert services.attendance.visit(visit).collected_by == "Grace Park"


# The rest.


def test_the_note_for_the_desk_is_saved_when_the_field_is_left(qtbot, opened, book, services):
    visit = book(7)
    panel = opened(visit)
    qtbot.keyClicks(panel.note.edit, "Brings the splint")
    panel.close_button.setFocus()
    qtbot.keyClick(panel.note.edit, Qt.Key.Key_Return)
    assert services.attendance.visit(visit).desk_note == "Brings the splint"
    panel.told[-1][1].undo()
    assert services.attendance.visit(visit).desk_note == ""


def test_a_note_being_typed_stays_while_somebody_else_checks_in(qtbot, opened, book, services):
    visit = book(0, time(23, 50), minutes=9)
    panel = opened(visit)
    qtbot.keyClicks(panel.note.edit, "Brings")
    services.attendance.check_in(visit)
    panel.show_visit(visit)
    assert panel.note.edit.text() == "Brings"
    assert stands(panel) == "Here"
    panel.flush()


def test_an_interpreter_that_is_needed_and_not_booked_is_said(opened, book):
    panel = opened(book(7, child="maya"))
    words = [each.text() for each in panel.findChildren(object) if hasattr(each, "text")]
    assert "Spanish, needed, none booked" in words


def test_why_it_was_booked_all_the_same_is_said_with_the_name(opened, book, services):
    visit = book(0, time(23, 50), minutes=9)
    panel = opened(visit)
    words = [each.text() for each in panel.findChildren(object) if hasattr(each, "text")]
    assert f"{services.user.name}: The family asked for it." in words


def test_somebody_who_only_reads_is_offered_nothing_to_say(opened, book, clinic):
    reader = services_for(a_user(Role.READ_ONLY, "Vera Stone"))
    panel = opened(book(7), reader)
    assert not any(button.isVisible() for button in panel.status_box.buttons.values())
    assert not panel.foot.move_button.isVisible()


def test_who_comes_with_the_child_is_shown(opened, services, clinic):
    mother = services.caseload.banner(clinic.maya).caregivers[0]
    at = datetime.combine(today() + timedelta(days=7), NINE)
    who = (clinic.ana, clinic.gym)
    asked = SeriesRequest.single(clinic.maya, at, 60, *who, comes_with_id=mother.id)
    services.scheduling.book(services.scheduling.preview(asked), "The family asked for it.")
    panel = opened(services.scheduling.sessions_of(clinic.maya)[-1].id)
    words = [each.text() for each in panel.head.findChildren(object) if hasattr(each, "text")]
    assert "Lucía Ortega" in words


def test_a_visit_booked_by_mistake_is_taken_off_and_comes_back(opened, book, desk, qtbot):
    visit = book(7)
    panel = opened(visit)
    before = desk.scheduling.session(visit)
    qtbot.mouseClick(panel.foot.off_button, Qt.MouseButton.LeftButton)
    assert desk.scheduling.sessions_of(before.child_id) == []
    [(words, deed)] = panel.told
    assert words.endswith("9:00 taken off")
    deed.undo()
    assert desk.scheduling.session(visit) == before
    deed.redo()
    assert desk.scheduling.sessions_of(before.child_id) == []


def test_what_has_happened_is_not_taken_off(opened, book, desk):
    visit = book(-7)
    desk.attendance.record(visit, Outcome(S.HELD))
    assert opened(visit).foot.off_button.isHidden()
