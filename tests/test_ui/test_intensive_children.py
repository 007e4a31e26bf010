"""The children of an intensive, by mouse and keyboard, on real services."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest

from db.connection import close_database
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import Away, Readiness, Weight
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MORNINGS, an_intensive
from tests.builders import a_child
from tests.intensive_screen import a_screen, the_dialog
from tests.paper_tray import PaperTray
from ui.programs.children_delegate import week_in
from ui.programs.children_table_model import TIMES
from ui.programs.step_rail import Step
from ui.programs.times_card import MORNINGS as THE_MORNINGS
from ui.programs.times_card import TO_THURSDAY
from ui.programs.week_strip import small_boxes
from ui.widgets.row_delegate import PAD

NOON, CLOSES = 12 * 60, 17 * 60


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def maya(intensive):
    return intensive.child(intensive.clinic.maya, can_come=MORNINGS)


@pytest.fixture
def screen(intensive, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        yield screen


@pytest.fixture
def page(screen):
    screen.frame.go(Step.CHILDREN)
    return screen.frame.pages.children_page


def show(page, screen, place, qtbot):
    """Show one child's wishes beside the table."""
    screen.frame.reload()
    page.show_child(place)
    assert page.panel.child.id == place
    return page.panel.form


def wishes(intensive, place):
    return intensive.programs.children.child(place).wishes


def names(page):
    return [page.table.model.row(n).given_name for n in range(page.table.model.rowCount())]


def retype(qtbot, edit, words):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_an_empty_intensive_asks_for_the_first_child_at_once(page):
    assert page.table.stack.currentWidget() is page.table.empty
    assert page.add_row.isVisible()
    assert page.focusWidget() is page.add_row.name_edit


def test_a_new_child_comes_into_the_caseload_and_the_intensive(page, screen, intensive, qtbot):
    row = page.add_row
    qtbot.keyClicks(row.name_edit, "Noor Haddad")
    qtbot.keyClicks(row.born_edit.edit, "030220")
    qtbot.keyClicks(row.phone_edit, "555-0177")
    qtbot.keyClicks(row.parent_edit, "Rana Haddad")
    qtbot.keyClick(row.parent_edit, Qt.Key.Key_Return)
    [noor] = intensive.programs.children.of(intensive.id)
    page_of_noor = intensive.services.caseload.banner(noor.child_id)
    assert (page_of_noor.full_name, page_of_noor.born_on) == ("Noor Haddad", date(2020, 3, 2))
    assert page_of_noor.caregivers[0].phones[0].number == "555-0177"
    assert screen.sentence == "Noor Haddad added"
    assert page.focusWidget() is page.panel.form.times.edit
    assert not row.isVisible()


def test_a_child_without_a_name_is_not_added(page, intensive):
    page.add_row.add_button.click()
    assert page.add_row._fields["given_name"].problem == "Enter the child’s name."
    assert intensive.programs.children.of(intensive.id) == ()


def test_a_birth_date_that_means_nothing_is_said_and_kept(page, qtbot):
    qtbot.keyClicks(page.add_row.name_edit, "Noor Haddad")
    qtbot.keyClicks(page.add_row.born_edit.edit, "spring")
    page.add_row.add_button.click()
    assert page.add_row._fields["born_on"].problem == "Write the date like 2/3/2020."
    assert page.add_row.name_edit.text() == "Noor Haddad"


def test_a_child_of_the_caseload_is_taken_as_it_is(page, intensive, qtbot):
    picker = page.add_row.name_edit
    qtbot.keyClicks(picker, "orteg")
    popup = picker.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert not page.add_row.phone_edit.isEnabled()
    page.add_row.add_button.click()
    assert [each.child_id for each in intensive.programs.children.of(intensive.id)] == [
        intensive.clinic.maya
    ]


def test_adding_can_be_taken_back(page, screen, intensive, qtbot):
    qtbot.keyClicks(page.add_row.name_edit, "Noor Haddad")
    page.add_row.add_button.click()
    screen.undo()
    assert intensive.programs.children.of(intensive.id) == ()


def test_many_children_are_added_at_once(page, screen, intensive, qtbot):
    page.bar.bulk_button.click()
    dialog = the_dialog()
    assert not dialog.add_button.isEnabled()
    dialog.view.selectRow(0)
    for key in (Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_X):
        qtbot.keyClick(dialog.view, key)
    assert dialog.add_button.text() == "Add 2 children"
    dialog.add_button.click()
    assert len(intensive.programs.children.of(intensive.id)) == 2
    assert screen.sentence == "2 children added"


def test_a_tick_stays_while_another_child_is_looked_for(page, intensive, qtbot):
    page.bar.bulk_button.click()
    dialog = the_dialog()
    dialog.view.selectRow(0)
    qtbot.keyClick(dialog.view, Qt.Key.Key_X)
    [chosen] = dialog.chosen_ids()
    dialog.find_edit.setText("nobody of that name")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert dialog.chosen_ids() == (chosen,)
    dialog.reject()


def test_the_model_of_many_obeys_qt(page, qtmodeltester):
    page.bar.bulk_button.click()
    dialog = the_dialog()
    qtmodeltester.check(dialog.model)
    dialog.reject()


def test_the_model_of_the_table_obeys_qt(page, screen, maya, qtmodeltester):
    screen.frame.reload()
    qtmodeltester.check(page.table.model)


def test_the_counts_say_who_is_not_ready(page, screen, intensive, maya):
    intensive.child(intensive.clinic.leo, can_come=())
    screen.frame.reload()
    assert page.bar.count_label.text() == (
        "2 children, 8 sessions, 1 missing times, 1 not confirmed"
    )


def test_typing_finds_a_child(page, screen, intensive, maya, qtbot):
    intensive.child(intensive.clinic.owen)
    screen.frame.reload()
    retype(qtbot, page.bar.find_edit, "par")
    assert names(page) == ["Owen"]
    retype(qtbot, page.bar.find_edit, "zzz")
    assert page.table.stack.currentWidget() is page.table.nobody
    page.table.nobody.button.click()
    assert len(names(page)) == 2


def test_painted_times_are_kept_and_can_be_taken_back(page, screen, intensive, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    strip = form.times.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    monday = [each for each in wishes(intensive, maya).can_come if each.weekday == 0]
    assert monday == [Hours(0, 8 * 60, CLOSES)]
    assert screen.sentence == "Times of Maya O. changed"
    screen.undo()
    assert wishes(intensive, maya).can_come == MORNINGS


def test_typed_times_are_kept(page, screen, intensive, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    retype(qtbot, form.times.edit, "tue 14-17")
    qtbot.keyClick(form.times.edit, Qt.Key.Key_Return)
    assert wishes(intensive, maya).can_come == (Hours(1, 14 * 60, CLOSES),)


def test_times_that_mean_nothing_are_said_and_stay(page, screen, intensive, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    retype(qtbot, form.times.edit, "whenever it rains")
    qtbot.keyClick(form.times.edit, Qt.Key.Key_Return)
    assert form.times.field.problem.startswith("Write times like mon-thu am")
    assert form.times.edit.text() == "whenever it rains"
    assert wishes(intensive, maya).can_come == MORNINGS


def test_two_clicks_choose_mornings_from_monday_to_thursday(page, screen, intensive, qtbot):
    leo = intensive.child(intensive.clinic.leo, can_come=())
    form = show(page, screen, leo, qtbot)
    form.times.half_chips.chip(THE_MORNINGS).click()
    form.times.day_chips.chip(TO_THURSDAY).click()
    assert wishes(intensive, leo).can_come == tuple(Hours(day, 8 * 60, NOON) for day in range(4))
    qtbot.waitUntil(lambda: page.panel.child.readiness is Readiness.NOT_CONFIRMED)
    assert form.times.half_chips.chosen() == (THE_MORNINGS,)


def test_wishes_are_kept_after_a_short_quiet(page, screen, intensive, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    form.therapist_box.setCurrentIndex(form.therapist_box.findData(intensive.clinic.ben))
    form.weight.choose(Weight.MUST.value)
    form.priority.choose("1")
    form.travel.set_value(45)
    retype(qtbot, form.away_edit, "6/21 to 6/25")
    retype(qtbot, form.preferred_edit, "9-11")
    form.wanted.steppers[intensive.sensory].set_value(3)
    qtbot.waitUntil(lambda: wishes(intensive, maya).priority == 1)
    kept = wishes(intensive, maya)
    assert (kept.therapist_id, kept.therapist_weight) == (intensive.clinic.ben, Weight.MUST)
    assert kept.away == (Away(date(2027, 6, 21), date(2027, 6, 25)),)
    assert [(each.start, each.end) for each in kept.preferred] == [(540, 660)]
    assert [(each.kind_id, each.sessions) for each in kept.wanted] == [
        (intensive.play, 4),
        (intensive.sensory, 3),
    ]
    assert kept.travel_minutes == 45


def test_going_to_the_next_child_keeps_what_was_typed(page, screen, intensive, maya, qtbot):
    intensive.child(intensive.clinic.owen)
    form = show(page, screen, maya, qtbot)
    retype(qtbot, form.away_edit, "6/21")
    qtbot.keyClick(page.table.view, Qt.Key.Key_J)
    qtbot.keyClick(page.table.view, Qt.Key.Key_K)
    assert wishes(intensive, maya).away == (Away(date(2027, 6, 21), date(2027, 6, 21)),)


def test_painting_times_keeps_what_was_typed_before(page, screen, intensive, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    form.priority.choose("1")
    form.times.half_chips.chip(THE_MORNINGS).click()
    form.times.day_chips.chip(TO_THURSDAY).click()
    kept = wishes(intensive, maya)
    assert (kept.priority, len(kept.can_come)) == (1, 4)


def test_days_away_that_mean_nothing_are_said_beside_the_field(page, screen, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    retype(qtbot, form.away_edit, "when grandma comes")
    screen.frame.head.main_button.click()
    assert form._fields["away"].problem == "Write days like 6/22 to 6/26, 7/3."
    assert screen.frame.step is Step.CHILDREN


def test_the_team_agrees_with_one_click(page, screen, intensive, maya, qtbot):
    show(page, screen, maya, qtbot)
    page.panel.agree_box.click()
    assert intensive.programs.children.child(maya).readiness is Readiness.READY
    qtbot.waitUntil(lambda: page.panel.agreed_label.text().startswith("Dana Whitfield"))


def test_too_few_approved_visits_are_said(page, screen, intensive, qtbot):
    maya = intensive.child(intensive.clinic.maya, wanted=(intensive.wanted(30, least=10),))
    show(page, screen, maya, qtbot)
    assert page.panel.visits_notice.words.text() == (
        "20 of 30 visits approved. Approved until Sat, Jul 31."
    )


def test_siblings_are_named(page, screen, intensive, qtbot):
    leo = intensive.child(intensive.clinic.leo)
    intensive.child(intensive.clinic.noa)
    show(page, screen, leo, qtbot)
    assert page.panel.sub_label.text() == "Comes with Noa"


def test_taken_out_and_brought_back_with_what_was_known(page, screen, intensive, maya, qtbot):
    show(page, screen, maya, qtbot)
    page.table.view.setFocus()
    page._take_out()
    assert intensive.programs.children.of(intensive.id) == ()
    assert screen.sentence == "Maya Ortega taken out"
    screen.undo()
    [back] = intensive.programs.children.of(intensive.id)
    assert back.wishes.can_come == MORNINGS


def test_escape_closes_the_wishes(page, screen, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    qtbot.keyClick(form.away_edit, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_enter_on_a_row_asks_for_the_times(page, screen, maya, qtbot):
    screen.frame.reload()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.focusWidget() is page.panel.form.times.edit


def test_times_are_found_and_the_best_taken_with_enter(page, screen, intensive, maya, qtbot):
    show(page, screen, maya, qtbot)
    page.panel.find_button.click()
    proposals = page.panel.proposals
    qtbot.waitUntil(lambda: bool(proposals.buttons), timeout=20_000)
    assert len(proposals.buttons) == 3
    assert page.focusWidget() is proposals.buttons[0]
    qtbot.keyClick(proposals.buttons[0], Qt.Key.Key_Return)
    assert screen.sentence == "4 sessions placed for Maya Ortega"
    plan_id = intensive.programs.program(intensive.id).chosen_plan_id
    assert intensive.programs.plans.measures(plan_id).placed == 4
    screen.undo()
    assert intensive.programs.plans.measures(plan_id).placed == 0


def test_no_times_are_said_in_a_sentence(page, screen, intensive, qtbot):
    short = (Hours(0, 8 * 60, 8 * 60 + 45),)
    maya = intensive.child(intensive.clinic.maya, can_come=short)
    show(page, screen, maya, qtbot)
    page.side.find_times()
    qtbot.waitUntil(page.panel.proposals.refusal.isVisible, timeout=20_000)
    assert page.panel.proposals.buttons == []


def test_a_therapist_sees_goals_and_agrees_but_changes_nothing_else(intensive, qtbot):
    maya = intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    ana = intensive.as_(Role.THERAPIST, therapist_id=intensive.clinic.ana)
    with a_screen(ana, qtbot, intensive.id) as screen:
        screen.frame.go(Step.CHILDREN)
        page = screen.frame.pages.children_page
        show(page, screen, maya, qtbot)
        assert not page.panel.form.isEnabled()
        assert not page.panel.find_button.isVisible()
        assert not page.bar.add_button.isVisible()
        page.panel.agree_box.click()
    agreement = intensive.programs.children.child(maya).agreement
    assert agreement.by.startswith("Somebody therapist")


def test_goals_are_chosen_for_the_block_by_who_may_read_them(intensive, qtbot):
    maya = intensive.child(intensive.clinic.maya, can_come=MORNINGS)
    owner = intensive.as_(Role.OWNER)
    goal = owner.goals.add(
        intensive.clinic.maya, GoalDraft("fine-motor", "Buttons her own shirt", 4, 3)
    )
    with a_screen(owner, qtbot, intensive.id) as screen:
        screen.frame.go(Step.CHILDREN)
        page = screen.frame.pages.children_page
        form = show(page, screen, maya, qtbot)
        form.goals._boxes[goal].click()
        assert page.flush()
    assert wishes(intensive, maya).goal_ids == (goal,)


def test_front_desk_sees_no_goals(page, screen, maya, qtbot):
    form = show(page, screen, maya, qtbot)
    assert not form.goals_field.isVisible()


def test_a_child_added_elsewhere_appears(page, screen, intensive, qtbot):
    child = a_child(intensive.services, "Zofia", family_name="Nowak")
    intensive.child(child)
    qtbot.waitUntil(lambda: names(page) == ["Zofia"])


def test_forms_are_printed_for_families_nobody_asked(page, screen, intensive, qtbot, tmp_path):
    intensive.child(intensive.clinic.iris, can_come=())
    screen.frame.reload()
    page.dialogs.paper_run.output = PaperTray(tmp_path)
    page.bar.forms_button.click()
    qtbot.waitUntil(lambda: bool(page.dialogs.paper_run.output.opened), timeout=20_000)
    [form] = page.dialogs.paper_run.output.opened
    assert form.name.startswith("availability-forms_")
    assert form.read_bytes().startswith(b"%PDF")
    assert screen.sentence == f"Saved: {form}"


# Painting times over several rows.


def cell_point(page, row, half_number):
    """Return the middle of one half of a row's week in the table."""
    view, delegate = page.table.view, page.table.delegate
    cell = view.visualRect(view.model().index(row, TIMES))
    halves = delegate.halves
    return next(
        box.center().toPoint()
        for half, box in small_boxes(week_in(QRectF(cell).adjusted(PAD, 0, -PAD, -1)), halves)
        if half == halves[half_number]
    )


def drag(page, qtbot, begin, end):
    viewport = page.table.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=cell_point(page, *begin))
    qtbot.mouseMove(viewport, cell_point(page, *end))
    QTest.qWait(1)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=cell_point(page, *end))


MON_AM, TUE_PM = 0, 3


def test_a_drag_over_two_rows_paints_both_families_times(page, screen, intensive, qtbot):
    places = [
        intensive.child(each, can_come=()) for each in (intensive.clinic.leo, intensive.clinic.owen)
    ]
    screen.frame.reload()
    drag(page, qtbot, (0, MON_AM), (1, TUE_PM))
    expected = (Hours(0, 8 * 60, CLOSES), Hours(1, 8 * 60, CLOSES))
    assert [wishes(intensive, place).can_come for place in places] == [expected, expected]
    assert screen.sentence == "Times of 2 children changed"


def test_a_drag_that_begins_on_a_painted_half_takes_away(page, screen, intensive, maya, qtbot):
    screen.frame.reload()
    drag(page, qtbot, (0, MON_AM), (0, 2))
    assert wishes(intensive, maya).can_come == MORNINGS[2:]


def test_painting_over_rows_can_be_taken_back(page, screen, intensive, maya, qtbot):
    screen.frame.reload()
    drag(page, qtbot, (0, MON_AM), (0, 2))
    screen.undo()
    assert wishes(intensive, maya).can_come == MORNINGS


def test_a_click_on_a_week_opens_the_child_and_paints_nothing(page, screen, intensive, maya, qtbot):
    screen.frame.reload()
    at = cell_point(page, 0, MON_AM)
    qtbot.mouseClick(page.table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.panel.isVisible()
    assert wishes(intensive, maya).can_come == MORNINGS


# Any allergies?


def test_a_child_nobody_has_asked_about_is_asked_about(page, screen, intensive, qtbot):
    iris = intensive.child(intensive.clinic.iris)
    show(page, screen, iris, qtbot)
    question = page.panel.allergy_question
    assert question.isVisible()
    question.none_button.click()
    assert intensive.services.first_answers.is_asked(intensive.clinic.iris)
    assert screen.sentence == "Allergies of Iris N. noted"


def test_a_listed_allergy_is_typed_in_one_line(page, screen, intensive, qtbot):
    iris = intensive.child(intensive.clinic.iris)
    show(page, screen, iris, qtbot)
    question = page.panel.allergy_question
    question.add_button.click()
    qtbot.keyClicks(question.edit, "Peanut: EpiPen; latex")
    qtbot.keyClick(question.edit, Qt.Key.Key_Return)
    listed = intensive.services.caseload.banner(intensive.clinic.iris).alerts.listed
    assert [(each.title, each.details) for each in listed] == [("Peanut", "EpiPen"), ("latex", "")]


def test_the_answer_can_be_taken_back(page, screen, intensive, qtbot):
    iris = intensive.child(intensive.clinic.iris)
    show(page, screen, iris, qtbot)
    page.panel.allergy_question.none_button.click()
    screen.undo()
    assert not intensive.services.first_answers.is_asked(intensive.clinic.iris)


def test_who_was_asked_is_not_asked_again(page, screen, maya, qtbot):
    show(page, screen, maya, qtbot)
    assert not page.panel.allergy_question.isVisible()
