"""Writing, leaving and signing a note on screen, with real services."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from db.connection import close_database
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.errors import ClinicError
from ot_desktop.notes.completeness import Part
from ot_desktop.notes.parent_part import (
    ActivityReport,
    CueWords,
    Ease,
    HomeReport,
    Outcome,
    ParentHelp,
    ParentSaid,
    PersonHere,
    Presence,
    Question,
    ShownHow,
    ShownToday,
    StrategyShown,
    WhoIsHere,
    WhyNotInRoom,
)
from ot_desktop.notes.session_part import DoneActivity, Help, HowChildWas, Mood, WhatWeDid
from ot_desktop.permissions import Role
from tests.full_disk import LONG_TEXT, a_full_disk
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_room,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    notes_of,
    signed_in,
    yesterday_at,
)
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(
        services,
        allergies=Asked.LISTED,
        precautions=Asked.NONE_KNOWN,
        alerts=(Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag"),),
    )


@pytest.fixture
def goal(services, child):
    return a_goal(services, child, cue_words=("Pinch, push, pull",))


@pytest.fixture
def session(services, child, goal):
    an_issued_program(services, child, yesterday_at(9).date() - timedelta(days=8))
    return a_visit(services, child, room=a_room(), number=3)


@pytest.fixture
def open_page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)

    def build(session_id, *passwords, by=None):
        page = SessionNotePage(notes_of(by or services), Answers(*passwords))
        qtbot.addWidget(page)
        page.resize(1310, 700)
        page.show()
        page.open_note(session_id)
        return page

    return build


def full(page):
    """Return a note with an answer in every field."""
    content = complete(page.content)
    mother, father = page.family
    reports = (
        HomeReport(
            mother.name,
            mother.caregiver_id,
            tuple(
                ActivityReport(one.title, one.id, 5, 10, (Outcome.WENT_WELL, Outcome.NO_TIME))
                for one in page.practice.activities
            ),
            page.days_asked_about[:4],
            Ease.HARD,
            "He asked for it",
        ),
        HomeReport(
            father.name,
            father.caregiver_id,
            tuple(
                ActivityReport(one.title, one.id, not_asked=True)
                for one in page.practice.activities
            ),
            (),
        ),
    )
    people = (
        PersonHere(mother.name, mother.relation, mother.caregiver_id),
        PersonHere(
            father.name,
            father.relation,
            father.caregiver_id,
            Presence.JOINED,
            10,
            WhyNotInRoom.OTHER,
            "Parking the car",
        ),
    )
    session = replace(
        content.session,
        did=WhatWeDid((DoneActivity("Loud gym", 15), DoneActivity("Coin bank")), "Two lines\nhere"),
        child_was=HowChildWas((Mood.CALM, Mood.TIRED), "2 breaks"),
        time=replace(content.session.time, came_on_time=False),
        plan=("Button 4", "", "Gym"),
    )
    parent = replace(
        content.parent,
        who=WhoIsHere(people),
        at_home=replace(page.content.parent.at_home, reports=reports),
        shown=ShownToday(
            (
                StrategyShown("Coin bank", (ShownHow.EXPLAINED, ShownHow.TRIED), ParentHelp.MODEL),
                StrategyShown("Our own idea", (ShownHow.DEMONSTRATED,)),
            )
        ),
        said=ParentSaid("sleeps better", "the baby", "two buttons"),
        questions=(Question("In the garden?", "Yes"), Question("Shoes?")),
        cue_words=(CueWords("Pinch, push, pull", page.goals[0].id),),
        win_of_the_day="Button 3",
    )
    return replace(content, session=session, parent=parent)


def test_a_note_comes_back_on_screen_exactly_as_it_was_saved(services, session, open_page):
    notes = notes_of(services)
    content = full(notes.open_note(session))
    notes.save_draft(session, content)
    assert open_page(session).told() == content


def test_a_new_note_on_screen_says_nothing_nobody_has_said(services, session, open_page):
    assert open_page(session).told() == notes_of(services).open_note(session).content


def test_looking_at_a_note_writes_nothing(services, session, open_page):
    page = open_page(session)
    page.hide()
    assert notes_of(services).note_of_session(session) is None


def test_leaving_the_page_saves_what_was_typed(services, session, open_page):
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText("Third button went in")
    page.hide()
    content = notes_of(services).open_note(session).content
    assert content.session.did.text == "Third button went in"


def test_opening_another_note_saves_the_one_before(services, child, session, open_page):
    other = a_visit(services, child, yesterday_at(14))
    page = open_page(session)
    page.editor.session.plan.text_area.setPlainText("Button 4")
    page.open_note(other)
    assert notes_of(services).open_note(session).content.session.plan == ("Button 4",)
    assert notes_of(services).note_of_session(other) is None
    assert page.told().session.plan == ()


def test_a_pause_in_typing_saves_and_says_when(services, session, open_page, qtbot):
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText("Third button")
    assert "Saving" in page.head.saved.text()
    with qtbot.waitSignal(page.autosave.saved, timeout=2000):
        pass
    assert page.head.saved.text().startswith("Draft saved ")
    assert notes_of(services).note_of_session(session) is not None


def test_alerts_and_last_plan_stand_above_the_note(services, child, session, open_page):
    a_signed_note(services, a_visit(services, child, yesterday_at(8)))
    page = open_page(session)
    (alert,) = page.strip.alerts.banners[:1]
    assert "Peanut" in alert.accessibleName()
    assert "Button 4, shirt on a pillow first" in page.strip.plan.accessibleName()


def test_the_head_names_the_visit(session, open_page):
    words = open_page(session).head.visit.accessibleName()
    assert "10:00 to 11:00, Sensory room, session 3" in words


def test_the_visit_stands_under_the_name_where_one_line_has_no_room(session, open_page):
    page = open_page(session)
    assert page.head.visit.y() < page.head.name.geometry().bottom()
    page.resize(760, 700)
    QApplication.processEvents()
    assert page.head.visit.y() >= page.head.name.geometry().bottom()


def test_the_cursor_starts_at_the_first_missing_part(session, open_page, qtbot):
    page = open_page(session)
    qtbot.waitUntil(lambda: page.focusWidget() is not None)
    qtbot.waitUntil(lambda: page.editor.parent_column.who.isAncestorOf(page.focusWidget()))


def test_signing_goes_to_what_is_missing_and_says_it_there(session, open_page):
    page = open_page(session)
    page.editor.rail.sign_button.click()
    assert page.editor.parent_column.who.problem.startswith("Choose who is here")
    assert page.editor.session.plan.problem == "Write one line for next time."
    assert page.signing._asker.asked == []


def test_a_sentence_goes_away_when_its_part_is_filled_in(session, open_page):
    page = open_page(session)
    page.editor.rail.sign_button.click()
    page.editor.session.plan.text_area.setPlainText("Button 4")
    assert page.editor.session.plan.problem == ""


def test_the_rail_checks_parts_off_while_they_are_filled_in(session, open_page):
    page = open_page(session)
    plan = page.editor.rail.part_buttons[Part.PLAN]
    assert not plan.is_done
    page.editor.session.plan.text_area.setPlainText("Button 4")
    assert plan.is_done
    assert page.editor.rail.part_buttons[Part.GOALS].text() == "Goals, 0 of 1"


def test_a_click_in_the_rail_goes_to_the_part(session, open_page):
    page = open_page(session)
    page.editor.rail.part_buttons[Part.PLAN].click()
    assert page.focusWidget() is page.editor.session.plan.text_area


def ready(services, session):
    notes = notes_of(services)
    notes.save_draft(session, complete(notes.open_note(session).content))


def test_signing_asks_for_the_password_and_locks_the_note(services, session, open_page, qtbot):
    ready(services, session)
    page = open_page(session, PASSWORD)
    with qtbot.waitSignal(page.note_signed):
        page.editor.rail.sign_button.click()
    assert page.signing._asker.asked == ["Sign as A. Okafor, OTR/L?"]
    assert page.stack.currentWidget() is page.reader
    assert "A. Okafor, OTR/L" in page.reader.signed_by.accessibleName()


def test_after_signing_letters_are_shortcuts_and_no_addendum(services, session, open_page, qtbot):
    ready(services, session)
    page = open_page(session, PASSWORD)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.editor.rail.sign_button.setFocus()
    page.editor.rail.sign_button.click()
    qtbot.keyClicks(page.focusWidget(), "n")
    assert page.reader.addendum_area.toPlainText() == ""


def test_a_wrong_password_is_asked_again(services, session, open_page):
    ready(services, session)
    page = open_page(session, "wrong", PASSWORD)
    page.editor.rail.sign_button.click()
    assert page.signing._asker.asked[1] == "That password is not right. Type it again."
    assert page.is_signed


def test_backing_out_of_signing_keeps_the_draft(services, session, open_page):
    ready(services, session)
    page = open_page(session)
    page.editor.rail.sign_button.click()
    assert not page.is_signed
    assert notes_of(services).unfinished()[0].missing == 0


def test_the_last_words_typed_before_signing_are_signed(services, session, open_page):
    ready(services, session)
    page = open_page(session, PASSWORD)
    page.editor.session.did.text_area.setPlainText("Typed a moment ago")
    page.editor.rail.sign_button.click()
    assert notes_of(services).open_note(session).content.session.did.text == "Typed a moment ago"


def test_a_home_program_can_follow_the_signature(services, child, session, open_page, qtbot):
    ready(services, session)
    page = open_page(session, PASSWORD)
    page.editor.rail.program_box.setChecked(True)
    with qtbot.waitSignal(page.home_program_wanted) as wanted:
        page.editor.rail.sign_button.click()
    assert wanted.args == [child]


def test_a_coming_visit_says_why_it_is_not_signed_yet(services, child, goal, open_page):
    session = a_visit(services, child, yesterday_at(10) + timedelta(days=3))
    ready(services, session)
    page = open_page(session, PASSWORD)
    page.editor.rail.sign_button.click()
    assert "not begun yet" in page.editor.rail.problem.text()


def test_an_assistant_signs_and_sees_that_a_therapist_co_signs(services, session, open_page):
    cam = signed_in(role=Role.ASSISTANT, name="Cam Lee", credentials="COTA/L")
    page = open_page(session, PASSWORD, by=cam)
    assert "a therapist co-signs" in page.editor.rail.signs_as.text()
    ready(cam, session)
    page.open_note(session)
    page.editor.rail.sign_button.click()
    assert page.is_signed
    assert "Waits for an OTR/L" in page.reader.banners[1].accessibleName()


def test_an_addendum_is_signed_under_the_note(services, session, open_page):
    a_signed_note(services, session)
    page = open_page(session, PASSWORD)
    page.reader.addendum_area.setPlainText("Mother called.")
    page.reader.add_button.click()
    assert [one.body for one in notes_of(services).open_note(session).addenda] == ["Mother called."]
    assert page.reader.addendum_area.toPlainText() == ""


def test_an_addendum_begun_under_one_note_is_not_shown_under_another(
    services, child, session, open_page
):
    other = a_visit(services, child, yesterday_at(14))
    for one in (session, other):
        a_signed_note(services, one)
    page = open_page(session)
    page.reader.addendum_area.setPlainText("About the morning")
    page.open_note(other)
    assert page.reader.addendum_area.toPlainText() == ""
    page.open_note(session)
    assert page.reader.addendum_area.toPlainText() == "About the morning"


def test_a_disk_that_is_full_keeps_the_text_and_tries_again(services, session, open_page):
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText(LONG_TEXT)
    with a_full_disk():
        assert not page.flush()
        assert "disk is full" in page.strip.trouble.accessibleName()
        assert page.head.saved.text() == "Not saved"
        assert page.editor.session.did.text_area.toPlainText() == LONG_TEXT
    page.strip.trouble.button.click()
    assert page.strip.trouble is None
    assert notes_of(services).open_note(session).content.session.did.text == LONG_TEXT


def test_on_a_full_disk_no_other_note_takes_the_place_of_the_one_on_screen(
    services, child, session, open_page
):
    other = a_visit(services, child, yesterday_at(14))
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText(LONG_TEXT)
    with a_full_disk(), pytest.raises(ClinicError, match="not saved yet"):
        page.open_note(other)
    assert page.told().session.did.text == LONG_TEXT


def test_signing_waits_until_the_draft_is_safe(services, session, open_page):
    ready(services, session)
    page = open_page(session, PASSWORD)
    page.editor.session.did.text_area.setPlainText(LONG_TEXT)
    with a_full_disk():
        page.editor.rail.sign_button.click()
    assert page.signing._asker.asked == []
    assert page.strip.trouble is not None


def test_copying_the_last_note_brings_the_plan_and_no_scores(services, child, session, open_page):
    a_signed_note(services, a_visit(services, child, yesterday_at(8)))
    page = open_page(session)
    page.editor.session.copy_button.click()
    told = page.told()
    assert told.session.plan == ("Button 4, shirt on a pillow first",)
    assert told.session.goals[0].score is None
    assert page.autosave.is_dirty


def test_there_is_nothing_to_copy_before_the_first_note(session, open_page):
    assert not open_page(session).editor.session.copy_button.isEnabled()


def test_sign_later_leaves_with_everything_saved(services, session, open_page, qtbot):
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText("More tomorrow")
    with qtbot.waitSignal(page.later_wanted):
        page.editor.rail.later_button.click()
    assert notes_of(services).note_of_session(session) is not None


@pytest.mark.parametrize("signed", [False, True])
def test_every_control_of_a_note_has_a_name(services, session, open_page, signed):
    notes = notes_of(services)
    notes.save_draft(session, full(notes.open_note(session)))
    if signed:
        notes.sign(notes.note_of_session(session), notes.confirm(PASSWORD))
    page = open_page(session)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not _name(widget)
    ]
    assert nameless == []


def _name(widget):
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    return widget.accessibleName()


@pytest.fixture(params=[("light", 100), ("dark", 100), ("light", 150)], ids=str)
def look(request, qapp):
    scheme, size = request.param
    yield Scheme(scheme), size
    install_theme(qapp, Scheme.LIGHT, 100)


@pytest.mark.parametrize("area", [(1310, 618), (1228, 818)], ids=str)
def test_nothing_of_a_full_note_is_cut_at_the_side(services, session, open_page, look, area):
    notes = notes_of(services)
    notes.save_draft(session, full(notes.open_note(session)))
    page = open_page(session)
    install_theme(QApplication.instance(), *look)
    page.resize(*area)
    page.open_note(session)
    QApplication.processEvents()
    for column in (page.editor.session, page.editor.parent_column):
        room = column.scroller.viewport().width()
        assert column.scroller.widget().width() <= room, column.accessibleName()


def test_the_goal_in_focus_takes_the_help_as_a_number(session, open_page, qtbot):
    page = open_page(session)
    (row,) = page.editor.session.goals.rows
    for number, help_ in enumerate(Help, start=1):
        qtbot.keyClicks(row, str(number))
        assert row.told().help is help_


def test_plus_and_minus_start_from_the_last_score(services, child, session, open_page, qtbot):
    a_signed_note(services, a_visit(services, child, yesterday_at(8)))
    page = open_page(session)
    (row,) = page.editor.session.goals.rows
    assert row.told().score is None
    qtbot.keyClicks(row, "+")
    assert row.told().score == 3
    qtbot.keyClicks(row, "+++")
    assert row.told().score == 4
    qtbot.keyClicks(row, "-")
    assert row.told().score == 3


def test_zero_says_not_worked_on_and_a_number_takes_it_back(session, open_page, qtbot):
    page = open_page(session)
    (row,) = page.editor.session.goals.rows
    qtbot.keyClicks(row, "0")
    assert row.told().is_answered
    assert not row.score_box.isEnabled()
    qtbot.keyClicks(row, "2")
    assert not row.told().not_worked_on


def test_two_parents_report_differently_and_both_are_kept(services, session, open_page):
    page = open_page(session)
    parent = page.editor.parent_column
    for chip in parent.who.findChildren(QAbstractButton):
        if chip.text().startswith(("Lucía", "Daniel")):
            chip.click()
    parent.home.words_area.setPlainText("It went well")
    parent.home.reporter_chips.choose(("Daniel Alvarez",))
    parent.home.words_area.setPlainText("He hated it")
    page.flush()
    reports = notes_of(services).open_note(session).content.parent.at_home.reports
    assert [(one.by, one.words) for one in reports] == [
        ("Lucía Alvarez", "It went well"),
        ("Daniel Alvarez", "He hated it"),
    ]


def test_a_report_begun_before_anybody_was_named_belongs_to_who_is_chosen(session, open_page):
    page = open_page(session)
    page.editor.parent_column.home.words_area.setPlainText("It went well")
    who = page.editor.parent_column.who
    next(c for c in who.findChildren(QAbstractButton) if c.text().startswith("Lucía")).click()
    (report,) = page.told().parent.at_home.reports
    assert (report.by, report.words) == ("Lucía Alvarez", "It went well")
    assert report.caregiver_id is not None


def test_unticking_a_parent_by_mistake_keeps_their_report(session, open_page):
    page = open_page(session)
    who = page.editor.parent_column.who
    lucia = next(c for c in who.findChildren(QAbstractButton) if c.text().startswith("Lucía"))
    lucia.click()
    page.editor.parent_column.home.words_area.setPlainText("It went well")
    lucia.click()
    lucia.click()
    assert page.told().parent.at_home.reports[0].words == "It went well"


def test_no_days_is_not_the_same_as_not_asked(session, open_page):
    page = open_page(session)
    home = page.editor.parent_column.home
    home.none_chip.click()
    assert home.told().reports[0].practiced_on == ()
    home.none_chip.click()
    assert home.told().reports == ()
    home.not_asked_chip.click()
    assert home.told().not_asked


def test_a_typed_visitor_is_added(session, open_page, qtbot):
    page = open_page(session)
    who = page.editor.parent_column.who
    who.add_chip.chip.click()
    qtbot.keyClicks(who.add_chip.edit, "Aunt Rosa")
    qtbot.keyClick(who.add_chip.edit, Qt.Key.Key_Return)
    (person,) = page.told().parent.who.people
    assert (person.name, person.caregiver_id) == ("Aunt Rosa", None)


def test_no_parent_asks_why_and_for_a_planned_contact(session, open_page):
    page = open_page(session)
    who = page.editor.parent_column.who
    next(c for c in who.findChildren(QAbstractButton) if c.text() == "No parent").click()
    assert who.contact.isVisibleTo(who)
    page.editor.rail.sign_button.click()
    assert who.problem == "Say why No parent was not in the room."


def test_an_activity_is_typed_with_its_minutes(session, open_page, qtbot):
    page = open_page(session)
    did = page.editor.session.did
    did.add_chip.chip.click()
    qtbot.keyClicks(did.add_chip.edit, "Scooter board, 10 min")
    qtbot.keyClick(did.add_chip.edit, Qt.Key.Key_Return)
    assert page.told().session.did.activities == (DoneActivity("Scooter board", 10),)


def test_new_cue_words_belong_to_the_goal_chosen(goal, session, open_page, qtbot):
    page = open_page(session)
    cues = page.editor.parent_column.cues
    cues.add_chip.chip.click()
    qtbot.keyClicks(cues.add_chip.edit, "Heavy hands")
    qtbot.keyClick(cues.add_chip.edit, Qt.Key.Key_Return)
    assert page.told().parent.cue_words == (CueWords("Heavy hands", goal),)


def test_a_question_without_an_answer_is_kept_as_open(session, open_page, qtbot):
    page = open_page(session)
    questions = page.editor.parent_column.questions
    questions.add_button.click()
    qtbot.keyClicks(questions.boxes[0].asked_edit, "May we swim?")
    (question,) = page.told().parent.questions
    assert question.is_open


def test_a_change_of_time_is_kept(session, open_page):
    page = open_page(session)
    time = page.editor.session.time
    time.change_button.click()
    time.ends_edit.edit.setText("10:45")
    assert page.told().session.time.minutes == 45
    assert "45 minutes" in time.hint.text()


def test_undo_in_a_text_goes_back_at_least_a_hundred_steps(session, open_page, qtbot):
    area = open_page(session).editor.session.did.text_area
    for count in range(120):
        area.insertPlainText(f"{count}\n")
    for _ in range(100):
        assert area.document().isUndoAvailable()
        area.undo()


def test_all_text_fields_take_plain_text_only(session, open_page):
    page = open_page(session)
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    assert fields
    assert not any(hasattr(field, "setHtml") for field in fields)
