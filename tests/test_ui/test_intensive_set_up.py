"""Setting up an intensive with mouse and keyboard, on real services and the reference clinic."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db.connection import close_database
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import ProgramDraft, Rule, Weight
from ot_desktop.services import services_for
from tests.an_intensive import an_intensive
from tests.builders import a_user, an_empty_clinic
from tests.intensive_screen import a_screen, the_dialog
from ui.programs.step_rail import Step
from ui.widgets.button import Button


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def screen(intensive, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        yield screen


@pytest.fixture
def page(screen):
    screen.frame.go(Step.SET_UP)
    page = screen.frame.pages.set_up_page
    page.fill()
    return page


def retype(qtbot, edit, words):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def program(intensive):
    return intensive.programs.program(intensive.id)


def words_of(part):
    return [each.text() for each in part.findChildren(QLabel) if each.isVisibleTo(part)]


def buttons(part):
    return {each.accessibleName(): each for each in part.findChildren(Button)}


def test_what_is_typed_is_kept_after_a_short_quiet(page, intensive, qtbot):
    retype(qtbot, page.when_card.name_edit, "July weeks")
    qtbot.waitUntil(lambda: program(intensive).name == "July weeks")


def test_going_on_keeps_what_was_typed_a_moment_ago(page, screen, intensive, qtbot):
    retype(qtbot, page.when_card.name_edit, "July weeks")
    screen.frame.head.main_button.click()
    assert program(intensive).name == "July weeks"
    assert screen.frame.step is Step.CHILDREN


def test_dates_on_closed_days_are_said_while_they_are_typed(page):
    page.when_card.starts_edit.edit.setText("6/5/2027")
    assert page.when_card.notice.words.text().splitlines()[0] == (
        "Jun 5 is a Saturday – begins Mon, Jun 7"
    )
    page.when_card.starts_edit.edit.setText("6/7/2027")
    assert not page.when_card.notice.words.text().startswith("Jun 5")


def test_nobody_goes_on_with_a_date_that_means_nothing(page, screen, intensive, qtbot):
    retype(qtbot, page.when_card.ends_edit.edit, "soon")
    screen.frame.head.main_button.click()
    assert screen.frame.step is Step.SET_UP
    assert page.when_card.fields()["ends_on"].problem
    assert page.when_card.ends_edit.text() == "soon"
    assert program(intensive).ends_on == date(2027, 7, 9)


def test_a_sentence_about_a_date_leaves_the_keyboard_where_it_is(page, qtbot):
    page.when_card.ends_edit.edit.setText("soon")
    page.when_card.name_edit.setFocus()
    page._save()
    assert page.focusWidget() is page.when_card.name_edit


def test_news_do_not_overwrite_what_is_being_typed(page, intensive, qtbot):
    retype(qtbot, page.when_card.name_edit, "Half a na")
    intensive.programs.leave_out_therapist(intensive.id, intensive.clinic.cam)
    qtbot.waitUntil(lambda: "Takes no part." in words_of(page.team_card))
    assert page.when_card.name_edit.text() == "Half a na"


def test_a_rule_is_given_its_weight(page, intensive):
    page.rules_card.controls[Rule.SAME_THERAPIST].choose(Weight.MUST.value)
    page.rules_card.numbers[Rule.MOST_THERAPISTS].set_value(1)
    assert page.flush()
    assert program(intensive).rule(Rule.SAME_THERAPIST).weight is Weight.MUST
    assert program(intensive).rule(Rule.MOST_THERAPISTS).number == 1


def test_what_each_child_gets_is_kept(page, intensive):
    page.dose_card.sessions.set_value(12)
    page.dose_card.gap.setCurrentIndex(page.dose_card.gap.findData(None))
    assert page.flush()
    dose = program(intensive).dose
    assert (dose.sessions, dose.longest_gap_days) == (12, None)


def test_nothing_is_saved_while_nothing_changed(page, screen):
    assert page.flush()
    assert screen.told == []
    assert page.draft(page._program).rules == tuple(map(page._program.rule, Rule))


def test_a_therapist_left_out_comes_back_with_the_same_limits(page, screen, intensive, qtbot):
    before = program(intensive).therapists
    buttons(page.team_card)["Leave Cam out"].click()
    assert intensive.clinic.cam not in {t.therapist_id for t in program(intensive).therapists}
    assert screen.sentence == "Cam takes no part"
    screen.undo()
    assert set(program(intensive).therapists) == set(before)


def test_a_therapist_may_join(page, intensive, qtbot):
    intensive.programs.leave_out_therapist(intensive.id, intensive.clinic.cam)
    qtbot.waitUntil(lambda: "Let Cam take part" in buttons(page.team_card))
    buttons(page.team_card)["Let Cam take part"].click()
    assert intensive.clinic.cam in {t.therapist_id for t in program(intensive).therapists}


def test_limits_are_changed_in_a_dialog(page, intensive):
    buttons(page.team_card)["Limits of Ana"].click()
    dialog = the_dialog()
    dialog.most.set_value(240)
    dialog.lunch_box.setChecked(True)
    dialog.from_edit.edit.setText("11:30")
    dialog.until_edit.edit.setText("1p")
    dialog.save_button.click()
    [ana] = [t for t in program(intensive).therapists if t.therapist_id == intensive.clinic.ana]
    assert ana.most_minutes_a_day == 240
    assert (ana.lunch.start, ana.lunch.end) == (690, 780)


def test_a_lunch_without_times_is_said_beside_the_field(page, qtbot):
    buttons(page.team_card)["Limits of Ana"].click()
    dialog = the_dialog()
    dialog.lunch_box.setChecked(True)
    dialog.until_edit.edit.setText("noonish")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.fields["lunch"].problem
    dialog.reject()


def test_time_off_is_kept_said_and_taken_back(page, intensive, qtbot):
    buttons(page.team_card)["Time off of Ben"].click()
    dialog = the_dialog()
    dialog.first_edit.edit.setText("6/9/2027")
    dialog.last_edit.edit.setText("6/10/2027")
    dialog.reason_edit.setText("training")
    dialog.save_button.click()
    off = "Off Wed, Jun 9 to Thu, Jun 10 (training)"
    qtbot.waitUntil(lambda: off in words_of(page.team_card))
    buttons(page.team_card)["Time off of Ben"].click()
    again = the_dialog()
    take_back = buttons(again)["Take back: Wed, Jun 9 to Thu, Jun 10 (training)"]
    take_back.click()
    again.reject()
    qtbot.waitUntil(lambda: off not in words_of(page.team_card))


def test_a_room_is_closed_for_hours(page, intensive, qtbot):
    buttons(page.rooms_card)["Close Feeding for a time"].click()
    dialog = the_dialog()
    dialog.first_edit.edit.setText("6/9/2027")
    dialog.whole_box.setChecked(False)
    dialog.from_edit.edit.setText("1p")
    dialog.until_edit.edit.setText("3p")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "Closed Wed, Jun 9, 1:00–3:00" in words_of(page.rooms_card))


def test_a_day_that_means_nothing_keeps_the_dialog_open(page):
    buttons(page.rooms_card)["Close Feeding for a time"].click()
    dialog = the_dialog()
    dialog.first_edit.edit.setText("whenever")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.fields["first_day"].problem == "Enter the first day, like 6/11 or thu."
    dialog.reject()


def test_a_kind_of_session_is_added(page, intensive, qtbot):
    page.kinds_card.action_button.click()
    dialog = the_dialog()
    dialog.name_edit.setText("Feeding")
    dialog.skill_box.setCurrentIndex(dialog.skill_box.findData("self-care"))
    dialog.save_button.click()
    assert [kind.name for kind in program(intensive).kinds] == ["Play", "Sensory", "Feeding"]
    qtbot.waitUntil(lambda: "Take Feeding out" in buttons(page.kinds_card))


def test_a_kind_without_a_name_is_refused_beside_the_field(page):
    page.kinds_card.action_button.click()
    dialog = the_dialog()
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.fields["kind_name"].problem
    dialog.reject()


def test_a_kind_taken_out_comes_back(page, screen, intensive):
    buttons(page.kinds_card)["Take Sensory out"].click()
    assert [kind.name for kind in program(intensive).kinds] == ["Play"]
    screen.undo()
    assert {kind.name for kind in program(intensive).kinds} == {"Play", "Sensory"}


def test_a_kind_somebody_wants_stays(page, screen, intensive, qtbot):
    intensive.child(intensive.clinic.maya)
    buttons(page.kinds_card)["Take Play out"].click()
    assert {kind.name for kind in program(intensive).kinds} == {"Play", "Sensory"}
    assert page.refusal.words.text()


def test_the_check_counts_what_is_needed(page, intensive, qtbot):
    intensive.child(intensive.clinic.maya)
    qtbot.waitUntil(lambda: page.check_panel.number_label.text() == "4")
    assert "possible" in page.check_panel.of_label.text()


def test_the_check_says_how_many_are_too_many(page, intensive, qtbot):
    wanted = intensive.wanted(120, least=60)
    for child in (intensive.clinic.maya, intensive.clinic.leo, intensive.clinic.iris):
        intensive.child(child, wanted=(wanted,))
    for therapist in (intensive.clinic.ben, intensive.clinic.cam):
        intensive.programs.leave_out_therapist(intensive.id, therapist)
    qtbot.waitUntil(lambda: bool(page.check_panel.short_notice.words.text()))
    assert "too many for the places there are" in page.check_panel.short_notice.words.text()


def test_the_owner_closes_a_holiday_with_one_click(intensive, qtbot):
    owner = services_for(a_user(Role.OWNER, "Somebody else"))
    longer = ProgramDraft("Summer 2027", date(2027, 6, 7), date(2027, 9, 10))
    owner.programs.change(intensive.id, longer)
    with a_screen(owner, qtbot, intensive.id) as screen:
        screen.frame.go(Step.SET_UP)
        chips = screen.frame.pages.set_up_page.when_card.holiday_chips
        [chip] = [c for c in chips._chips.values() if "Labor Day" in c.text()]
        chip.click()
        closed = dict(owner.programs.program(intensive.id).closed)
        assert closed[date(2027, 9, 6)] == "Labor Day"


def test_a_therapist_looks_and_sets_own_time_off_only(intensive, qtbot):
    ana = intensive.as_(Role.THERAPIST, therapist_id=intensive.clinic.ana)
    with a_screen(ana, qtbot, intensive.id) as screen:
        screen.frame.go(Step.SET_UP)
        page = screen.frame.pages.set_up_page
        page.fill()
        names = set(buttons(page.team_card)) | set(buttons(page.rooms_card))
        assert names == {"Time off of Ana"}
        assert not page.when_card.isEnabled()
        assert page.kinds_card.action_button is None
        assert not screen.frame.head.main_button.isVisible()
        assert page.notice.isVisible()


def test_an_empty_clinic_offers_to_begin(qtbot):
    services = an_empty_clinic(Role.OWNER)
    with a_screen(services, qtbot, None) as screen:
        assert screen.page.stack.currentWidget() is screen.page.list
        assert screen.page.list.stack.currentWidget() is screen.page.list.empty
        screen.page.list.empty.button.click()
        [begun] = services.programs.programs()
        assert begun.starts_on.month == 6
        assert screen.frame.step is Step.SET_UP
    close_database()


def test_an_empty_clinic_says_who_and_what_is_missing(qtbot):
    services = an_empty_clinic(Role.OWNER)
    with a_screen(services, qtbot, None) as screen:
        screen.page.list.empty.button.click()
        page = screen.frame.pages.set_up_page
        page.fill()
        qtbot.waitUntil(lambda: "The clinic has no room yet." in words_of(page.rooms_card))
        assert "The clinic has no therapist yet." in words_of(page.team_card)
    close_database()


def test_next_summer_begins_from_last_summer(screen, intensive):
    screen.frame.head.list_button.click()
    listed = screen.page.list
    assert listed.last_button.text() == "Start from Summer 2027"
    listed.last_button.click()
    newest = intensive.programs.programs()[0]
    assert (newest.name, newest.starts_on.year) == ("Summer 2028", 2028)
    assert {kind.name for kind in newest.kinds} == {"Play", "Sensory"}
    assert newest.children == 0
    assert screen.frame.program.id == newest.id


def test_whoever_may_not_plan_cannot_begin(intensive, qtbot):
    assistant = intensive.as_(Role.ASSISTANT)
    with a_screen(assistant, qtbot, None) as screen:
        screen.frame.head.list_button.click()
        listed = screen.page.list
        assert not listed.last_button.isVisible()
        assert not listed.scratch_button.isVisible()


def test_enter_in_the_list_opens_an_intensive(screen, qtbot):
    screen.frame.head.list_button.click()
    assert screen.states[-1] == ""
    qtbot.keyClick(screen.page.list.view, Qt.Key.Key_Return)
    assert screen.page.stack.currentWidget() is screen.frame


def test_the_model_of_the_list_obeys_qt(screen, qtmodeltester):
    screen.frame.head.list_button.click()
    qtmodeltester.check(screen.page.list.model)


def test_the_status_bar_says_that_families_do_not_see_it(page, screen, qtbot):
    assert screen.states[-1] == "Draft. Families do not see it until you publish."
    retype(qtbot, page.when_card.name_edit, "July weeks")
    page.flush()
    qtbot.waitUntil(lambda: screen.states[-1].startswith("Draft saved "))


def test_alt_and_a_number_go_to_a_step(screen, page, qtbot):
    screen.page.activateWindow()
    qtbot.waitUntil(screen.page.isActiveWindow)
    qtbot.keyClick(page.when_card.name_edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert screen.frame.step is Step.CHILDREN
