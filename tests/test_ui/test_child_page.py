from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from db.connection import close_database, database
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    ChildDraft,
    Phone,
)
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.permissions import Role
from ot_desktop.scheduling.rates import FAMILY_ATTENDANCE, LOST_SLOTS
from ot_desktop.services import services_for
from ot_desktop.settings.domain import TherapistDraft
from tests.answering import Answering
from tests.builders import a_child, a_user, an_empty_clinic
from tests.home_programs_given import given
from tests.talks import past_visits
from ui.caseload.alerts_dialog import AlertsDialog
from ui.caseload.care_dialogs import PracticeDialog
from ui.caseload.caregiver_dialog import CaregiverDialog
from ui.caseload.child_dialog import ChildDialog
from ui.caseload.child_page import FAMILY, SESSIONS, ChildPageView
from ui.caseload.goal_card import GoalRow
from ui.caseload.session_line import SessionLine
from ui.change_bridge import ChangeBridge
from ui.theme import theme
from ui.visits.authorization_dialog import AuthorizationDialog
from ui.widgets.card import Card

TODAY = date(2027, 6, 7)
PEANUT = Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag")
LUCIA = CaregiverDraft("Lucía Ortega", "mother", (Phone("555-0142"),))


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def show(services, qtbot):
    owner = QObject()
    held = []  # a page nobody holds may be thrown away while it is painted

    def show(child_id, using=services, **answers):
        page = ChildPageView(using, Answering(**answers))
        held.append(page)
        page.follow(ChangeBridge(using.changes, owner))
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show_child(child_id)
        page.show()
        return page

    yield show
    shiboken6.delete(owner)


@pytest.fixture
def opened(qtbot):
    def opened(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def banners(page):
    return [banner.accessibleName() for banner in page.alert_strip.banners]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_page_names_the_child_and_what_to_watch_for(show, services):
    page = show(a_child(services, allergies=Asked.LISTED, alerts=(PEANUT,)))
    assert page.head.name_label.text() == "Maya Ortega"
    assert banners(page)[0] == "Allergy: Peanut: EpiPen in blue bag."


def test_the_sessions_stand_under_the_goals_where_three_columns_have_no_room(show, services):
    child = a_child(services)
    services.goals.add(child, GoalDraft("play", "Joins another child’s game with words", 5, 4))

    def tops():
        page = show(child)
        QApplication.processEvents()
        goals, sessions = page.overview.findChildren(Card)[:2]
        return goals.y(), sessions.y()

    goals, sessions = tops()
    assert goals == sessions
    theme().set_text_size(150)
    goals, sessions = tops()
    theme().set_text_size(100)
    assert sessions > goals


def test_what_nobody_asked_is_said_in_the_banner(show, services):
    page = show(a_child(services))
    assert "Allergies not asked yet. Ask the family." in banners(page)


def test_none_known_is_said_with_who_asked(show, services):
    child_id = a_child(services)
    for kind in (AlertKind.ALLERGY, AlertKind.PRECAUTION):
        services.caseload.review_alerts(child_id, kind, Asked.NONE_KNOWN, ())
    [said] = banners(show(child_id))
    assert said.startswith("No known allergies or precautions. Asked ")
    assert said.endswith(f" by {services.user.name}.")


def test_a_custody_note_is_seen_at_once(show, services):
    father = CaregiverDraft("Tom Park", "father", custody_note="NOT to collect (order 12 Mar)")
    page = show(a_child(services, caregivers=(father,)))
    assert "Pick-up: NOT to collect (order 12 Mar)." in banners(page)


def test_a_banner_follows_a_change_of_the_alerts(show, services):
    child_id = a_child(services)
    page = show(child_id)
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.LISTED, (PEANUT,))
    assert any("Peanut" in words for words in banners(page))


def test_front_desk_sees_no_goals(show, services):
    child_id = a_child(services)
    services.goals.add(child_id, GoalDraft("self-care", "Fastens 4 buttons", 4, 4))
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    assert show(child_id, desk).overview.findChildren(GoalRow) == []


def test_a_caregiver_is_taken_off_the_list_only_after_asking(show, services, qtbot):
    child_id = a_child(services, caregivers=(LUCIA,))
    page = show(child_id, confirm=False)
    page.family.take_off_wanted.emit(services.caseload.child(child_id).caregivers[0].id)
    assert len(services.caseload.child(child_id).caregivers) == 1


def test_a_part_shows_the_child_whose_page_it_is(show, services):
    lucias = a_child(services, caregivers=(LUCIA,))
    other = a_child(services, "Leo", caregivers=(CaregiverDraft("Sam Bell", "father"),))
    page = show(lucias)
    page.tabs.setCurrentIndex(FAMILY)
    page.show_child(other)
    page.tabs.setCurrentIndex(FAMILY)
    titles = " ".join(each.text() for each in page.family.findChildren(QLabel))
    assert "Sam Bell" in titles
    assert "Lucía Ortega" not in titles


def test_the_number_of_caregivers_stands_on_the_tab(show, services):
    page = show(a_child(services, caregivers=(LUCIA,)))
    assert page.tabs.accessibleTabName(FAMILY) == "Family and contacts, 1"


def test_adding_a_child_needs_a_first_name_and_keeps_what_was_typed(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    dialog.family_edit.setText("Ortega")
    press(qtbot, dialog.save_button)
    assert dialog.fields["given_name"].problem == "Enter the child’s first name."
    assert dialog.isVisible()
    assert dialog.family_edit.text() == "Ortega"


def test_a_child_is_added_with_parent_and_allergy(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    dialog.given_edit.setText("Maya")
    dialog.caregiver_edit.setText("Lucía Ortega")
    dialog.phone_edit.setText("555-0142")
    dialog.allergies_control.choose("listed")
    dialog.allergy_edit.setText("peanut, latex")
    press(qtbot, dialog.save_button)
    page = services.caseload.child(dialog.child_id)
    assert [alert.title for alert in page.alerts.listed] == ["peanut", "latex"]
    assert page.caregivers[0].phones == (Phone("555-0142"),)


def test_a_birth_date_that_means_nothing_is_explained(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    dialog.given_edit.setText("Maya")
    dialog.born_edit.edit.setText("sometime")
    press(qtbot, dialog.save_button)
    assert dialog.fields["born_on"].problem == "Write the date like 2/3/2020."


def test_a_child_already_in_the_file_is_pointed_out_while_typing(opened, services, qtbot):
    a_child(services)
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    qtbot.keyClicks(dialog.given_edit, "Maya")
    qtbot.keyClicks(dialog.family_edit, "Ortega")
    qtbot.waitUntil(dialog.same.isVisible)


def test_the_child_already_in_the_file_can_be_opened_instead(opened, services, qtbot):
    child_id = a_child(services)
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    qtbot.keyClicks(dialog.given_edit, "Maya")
    qtbot.keyClicks(dialog.family_edit, "Ortega")
    qtbot.waitUntil(dialog.open_button.isVisible)
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert (dialog.result(), dialog.child_id) == (1, child_id)


def test_listing_allergies_without_naming_one_is_refused(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    qtbot.keyClicks(dialog.given_edit, "Ivo")
    dialog.allergies_control.choose("listed")
    press(qtbot, dialog.save_button)
    assert "Ask later" in dialog.fields["alerts"].problem


def test_a_sentence_at_a_field_goes_when_the_field_is_put_right(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    dialog.save_button.click()
    qtbot.keyClicks(dialog.given_edit, "I")
    assert dialog.given_field.problem == ""


def test_a_phone_without_digits_is_refused(opened, services, qtbot):
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    dialog.given_edit.setText("Ivo")
    dialog.caregiver_edit.setText("Ana")
    dialog.phone_edit.setText("none")
    press(qtbot, dialog.save_button)
    assert "digits" in dialog.fields["caregiver_0"].problem


def test_a_dialog_grows_with_its_warnings(opened, services, qtbot):
    a_child(services)
    dialog = opened(ChildDialog(services.caseload, (), TODAY))
    before = dialog.phone_edit.height()
    qtbot.keyClicks(dialog.given_edit, "Maya")
    qtbot.keyClicks(dialog.family_edit, "Ortega")
    qtbot.waitUntil(dialog.same.isVisible)
    qtbot.waitUntil(lambda: dialog.phone_edit.visibleRegion().boundingRect().height() == before)


def test_changing_details_keeps_what_the_form_does_not_ask(opened, services, qtbot):
    child_id = a_child(services, about="lives 3 h away")
    dialog = opened(ChildDialog(services.caseload, (), TODAY, services.caseload.child(child_id)))
    dialog.given_edit.setText("Mia")
    press(qtbot, dialog.save_button)
    changed = services.caseload.child(child_id)
    assert (changed.given_name, changed.about) == ("Mia", "lives 3 h away")


def test_typing_an_alert_lists_it(opened, services, qtbot):
    child_id = a_child(services)
    child = services.caseload.child(child_id)
    dialog = opened(AlertsDialog(services.caseload, child, AlertKind.ALLERGY))
    dialog.lines_edit.setPlainText("Peanut: EpiPen in blue bag")
    press(qtbot, dialog.save_button)
    [alert] = services.caseload.child(child_id).alerts.listed
    assert (alert.title, alert.details) == ("Peanut", "EpiPen in blue bag")


def test_none_known_is_an_answer_of_its_own(opened, services, qtbot):
    child_id = a_child(services)
    child = services.caseload.child(child_id)
    dialog = opened(AlertsDialog(services.caseload, child, AlertKind.ALLERGY))
    dialog.asked_control.choose("none_known")
    press(qtbot, dialog.save_button)
    assert services.caseload.child(child_id).alerts.allergies.asked is Asked.NONE_KNOWN


def test_a_caregiver_is_changed_in_place(opened, services, qtbot):
    child_id = a_child(services, caregivers=(LUCIA,))
    [caregiver] = services.caseload.child(child_id).caregivers
    dialog = opened(CaregiverDialog(services.caseload, child_id, TODAY, caregiver))
    dialog.collect_control.choose("no")
    dialog.phones_edit.setPlainText("555-0199\n555-0142")
    press(qtbot, dialog.save_button)
    [changed] = services.caseload.child(child_id).caregivers
    assert changed.may_collect is False
    assert [phone.number for phone in changed.phones] == ["555-0199", "555-0142"]


def test_a_name_with_markup_is_shown_as_typed(show, services):
    draft = ChildDraft("<b>Bold</b>", "{{7*7}} %s")
    page = show(services.caseload.admit(draft))
    assert page.head.name_label.text() == "<b>Bold</b> {{7*7}} %s"


def test_approved_visits_are_added_and_counted(opened, services, qtbot):
    child_id = a_child(services)
    dialog = opened(AuthorizationDialog(services.approvals, child_id, TODAY))
    dialog.visits_stepper.set_value(24)
    dialog.used_stepper.set_value(4)
    press(qtbot, dialog.save_button)
    [use] = services.scheduling.authorizations(child_id)
    assert (use.visits, use.used, use.left) == (24, 4, 20)


def test_approved_visits_that_end_before_they_begin_are_refused(opened, services, qtbot):
    dialog = opened(AuthorizationDialog(services.approvals, a_child(services), TODAY))
    dialog.from_edit.set_value(date(2027, 7, 31))
    dialog.until_edit.set_value(date(2027, 6, 1))
    press(qtbot, dialog.save_button)
    assert "before the first" in dialog.fields["ends_on"].problem


def test_practice_minutes_are_kept_with_who_said_so(opened, services, qtbot):
    child_id = a_child(services)
    dialog = opened(PracticeDialog(services.caseload, services.caseload.child(child_id), TODAY))
    dialog.most_stepper.set_value(15)
    dialog.said_edit.setText("Lucía")
    press(qtbot, dialog.save_button)
    practice = services.caseload.child(child_id).practice
    assert (practice.max_minutes, practice.said_by, practice.said_on) == (15, "Lucía", TODAY)


def test_the_two_honest_rates_stand_beside_their_definitions(show, services):
    """20 planned, 16 held, 1 by the clinic, 1 made up, 1 called late, 1 no-show."""
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L"))
    child = a_child(services)
    lost = ("cancelled_by_clinic", "cancelled_in_time", "cancelled_late", "no_show")
    visits = past_visits(services, child, (*["held"] * 16, *lost, "held"))
    database.execute_sql(
        "UPDATE session SET makes_up_id = ? WHERE id = ?", (visits[17], visits[-1])
    )
    page = show(child)
    page.tabs.setCurrentIndex(SESSIONS)
    told = [each.text() for each in page.sessions.findChildren(QLabel)]
    assert told[told.index("89.5 %") + 1] == "Family attendance"
    assert told[told.index("20.0 %") + 1] == "Lost slots"
    assert FAMILY_ATTENDANCE.format(days=14) in told
    assert LOST_SLOTS in told


def test_forty_visits_are_all_listed_a_moment_later(show, services, qtbot):
    services.settings.add_therapist(TherapistDraft("Ana Ruiz", "OTR/L"))
    child = a_child(services)
    past_visits(services, child, ("held",) * 40)
    page = show(child)
    page.tabs.setCurrentIndex(SESSIONS)
    qtbot.waitUntil(lambda: len(page.sessions.findChildren(SessionLine)) == 40)


def test_the_minutes_of_a_family_are_chosen_from_three_usual_ones(opened, services, qtbot):
    child_id = a_child(services)
    dialog = opened(PracticeDialog(services.caseload, services.caseload.child(child_id), TODAY))
    dialog.preset_control.choose("10-15")
    press(qtbot, dialog.save_button)
    practice = services.caseload.child(child_id).practice
    assert (practice.min_minutes, practice.max_minutes) == (10, 15)


def test_other_minutes_are_none_of_the_usual_ones(opened, services):
    child_id = a_child(services)
    dialog = opened(PracticeDialog(services.caseload, services.caseload.child(child_id), TODAY))
    assert dialog.preset_control.chosen() == "5-10"
    dialog.most_stepper.set_value(25)
    assert dialog.preset_control.chosen() == "custom"


def test_a_new_allergy_shows_on_the_spot_what_of_the_program_clashes(show, services, qtbot):
    child_id = a_child(services)
    given(services, child_id, "peanut-butter-tongue-walk", "bear-walk")
    page = show(child_id)
    seen = []

    def answer():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AlertsDialog):
            dialog.lines_edit.setPlainText("Peanut: EpiPen")
            QTimer.singleShot(0, answer)
            press(qtbot, dialog.save_button)
        else:
            seen.append([each.text() for each in dialog.findChildren(QLabel)])
            dialog.take("change")

    QTimer.singleShot(0, answer)
    with qtbot.waitSignal(page.home_program_wanted) as wanted:
        page.menu.review(AlertKind.ALLERGY)
    assert "Peanut butter tongue walk clashes with “Peanut”." in seen[0]
    assert wanted.args == [child_id]
