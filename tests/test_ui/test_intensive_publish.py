"""Publishing, telling families and comparing plans, on real services."""

import pytest
from PySide6.QtCore import Qt

from db.connection import close_database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import ProgramStatus
from ot_desktop.programs.telling import How
from tests.an_intensive import MORNINGS, an_intensive
from tests.builders import a_child
from tests.intensive_screen import a_screen, the_dialog
from ui.programs.step_rail import Step
from ui.widgets.button import Button


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def maya(intensive):
    return intensive.child(intensive.clinic.maya, can_come=MORNINGS)


@pytest.fixture
def planned(intensive, maya):
    """Maya comes on two days; the plan is the one in use."""
    return intensive.a_plan((maya, intensive.at(0, 9)), (maya, intensive.at(1, 9)))


@pytest.fixture
def screen(intensive, planned, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        yield screen


def publish(screen, key="publish", reason="Agreed with the family"):
    screen.frame.head.publish_button.click()
    dialog = the_dialog()
    dialog.reason_edit.setText(reason)
    dialog.take(key)


def status(intensive):
    return intensive.programs.program(intensive.id).status


def told(intensive):
    return intensive.programs.publishing.families(intensive.id)


def test_the_dialog_says_what_publishing_would_do(screen):
    screen.frame.head.publish_button.click()
    dialog = the_dialog()
    assert dialog.question.text() == "Publish Plan A to 1 family?"
    facts = dict(dialog._facts())
    assert (facts["New"], facts["To be told"]) == ("2 sessions", "1 family")
    dialog.reject()


def test_escape_goes_back_to_the_plan(screen, intensive, qtbot):
    screen.frame.head.publish_button.click()
    dialog = the_dialog()
    assert dialog.focusWidget() is None or dialog.focusWidget().text() == "Back to plan"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert status(intensive) is ProgramStatus.DRAFT


def test_publishing_puts_the_visits_into_the_calendar(screen, intensive, qtbot):
    publish(screen)
    assert status(intensive) is ProgramStatus.PUBLISHED
    assert len(intensive.services.scheduling.sessions_of(intensive.clinic.maya)) == 2
    assert screen.sentence == "Plan A published: 2 sessions in the calendar changed"
    assert screen.frame.step is Step.PUBLISH
    qtbot.waitUntil(lambda: screen.states[-1] == "Published. 1 family not told yet.")


def test_a_warning_needs_a_reason(intensive, qtbot):
    one_visit = (AuthorizationDraft(visits=1),)
    ada = intensive.child(a_child(intensive.services, "Ada", authorizations=one_visit))
    intensive.a_plan((ada, intensive.at(0, 9)), (ada, intensive.at(1, 9)))
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        screen.frame.head.publish_button.click()
        dialog = the_dialog()
        dialog.take("publish")
        assert dialog.isVisible()
        assert dialog.reason_field.problem == "Say why, in a few words."
        dialog.reason_edit.setText("The team agreed")
        dialog.take("publish")
        assert status(intensive) is ProgramStatus.PUBLISHED


def test_a_clash_is_fixed_first(intensive, qtbot):
    maya = intensive.child(intensive.clinic.maya)
    owen = intensive.child(intensive.clinic.owen)
    intensive.a_plan((maya, intensive.at(0, 9)), (owen, intensive.at(0, 9)))
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        screen.frame.head.publish_button.click()
        dialog = the_dialog()
        choices = [each.objectName() for each in dialog.findChildren(Button)]
        assert choices == ["no", "fix"]
        dialog.take("fix")
        assert screen.frame.step is Step.ADJUST
        assert status(intensive) is ProgramStatus.DRAFT


def test_families_are_marked_as_told(screen, intensive, qtbot):
    publish(screen)
    page = screen.frame.pages.publish_page
    page.view.selectRow(0)
    assert not page.told_buttons[How.CALL].isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_X)
    page.told_buttons[How.CALL].click()
    [family] = told(intensive)
    assert (family.told.how, family.told.by) == (How.CALL, "Dana Whitfield")
    assert screen.sentence == "1 family marked as told"
    qtbot.waitUntil(lambda: page.state_label.text() == "Published. Every family was told.")


def test_marking_a_family_as_told_can_be_undone(screen, intensive, qtbot):
    publish(screen)
    page = screen.frame.pages.publish_page
    page.view.selectRow(0)
    qtbot.keyClick(page.view, Qt.Key.Key_X)
    page.told_buttons[How.PAPER].click()
    screen.undo()
    [family] = told(intensive)
    assert family.told is None
    assert family.has_to_be_told
    assert page.model.chosen() == ()


def test_a_click_on_a_row_ticks_the_family(screen, qtbot):
    publish(screen)
    page = screen.frame.pages.publish_page
    page.view.clicked.emit(page.model.index(0, 1))
    assert page.chosen_label.text() == "1 family chosen"


def test_what_changed_since_a_family_was_told_is_listed(screen, intensive, qtbot):
    publish(screen)
    places = told(intensive)[0].program_child_ids
    intensive.programs.publishing.mark_told(intensive.id, places, How.PAPER)
    plan_id = intensive.programs.program(intensive.id).chosen_plan_id
    board = intensive.board.week(plan_id, intensive.at(0, 9).day)
    [block, *_] = [b for lane in board.lanes for b in lane.blocks if b.planned_id]
    intensive.board.move(block.planned_id, intensive.at(0, 10))
    intensive.programs.publishing.publish(intensive.id, "moved")
    page = screen.frame.pages.publish_page
    qtbot.waitUntil(lambda: "was 9:00" in page.model.index(0, 5).data())
    qtbot.waitUntil(lambda: screen.states[-1] == "Published. 1 change not told to families yet.")


def test_before_publishing_nobody_can_be_marked(screen, intensive):
    screen.frame.go(Step.PUBLISH)
    page = screen.frame.pages.publish_page
    assert page.state_label.text().startswith("Not published yet.")
    assert page.stack.currentWidget() is page.draft
    assert not any(each.isEnabled() for each in page.told_buttons.values())
    assert screen.frame.head.main_button.text() == "Publish"


def test_steps_that_need_a_plan_are_closed_without_one(intensive, maya, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        buttons = screen.frame.head.rail.buttons
        assert not buttons[Step.ADJUST].isEnabled()
        assert not buttons[Step.PUBLISH].isEnabled()


def test_one_plan_alone_can_be_copied_to_compare(screen, intensive, qtbot):
    screen.frame.head.compare_button.click()
    page = screen.frame.pages.compare_page
    assert page.stack.currentWidget() is page.alone
    page.alone.button.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page._both)
    assert page.count_label.text() == "0 sessions differ"


@pytest.fixture
def two_plans(intensive, planned):
    """In Plan B Maya's first visit is an hour later."""
    plan_b = intensive.programs.plans.copy(planned)
    board = intensive.board.week(plan_b, intensive.at(0, 9).day)
    [block, *_] = [b for lane in board.lanes for b in lane.blocks if b.planned_id]
    intensive.board.move(block.planned_id, intensive.at(0, 10))
    return planned, plan_b


def test_two_plans_are_compared_session_by_session(screen, two_plans, intensive, qtbot):
    screen.frame.head.compare_button.click()
    page = screen.frame.pages.compare_page
    assert page.count_label.text() == "1 session differs"
    assert page.model.index(0, 0).data() == "Maya Ortega"
    assert "9:00" in page.model.index(0, 2).data()
    assert "10:00" in page.model.index(0, 3).data()


def test_the_other_plan_is_taken_into_use_and_back(screen, two_plans, intensive, qtbot):
    screen.frame.head.compare_button.click()
    page = screen.frame.pages.compare_page
    page.other.use_button.click()
    assert intensive.programs.program(intensive.id).chosen_plan_id == two_plans[1]
    assert screen.sentence == "Plan B is in use"
    screen.undo()
    assert intensive.programs.program(intensive.id).chosen_plan_id == two_plans[0]


def test_a_difference_is_shown_at_both_places_in_the_grid(screen, two_plans, intensive, qtbot):
    screen.frame.head.compare_button.click()
    page = screen.frame.pages.compare_page
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert screen.frame.step is Step.ADJUST
    grid_page = screen.frame.pages.adjust_page
    assert grid_page.grid.current_block().short_name == "Maya O."
    assert grid_page.deeds.trial.fix.steps[0].place == intensive.at(0, 10)


def test_escape_ends_the_comparison(screen, two_plans, qtbot):
    screen.frame.head.compare_button.click()
    page = screen.frame.pages.compare_page
    page.closed.emit()
    assert screen.frame.pages.currentWidget() is screen.frame.pages.solve_page


def test_a_therapist_sees_who_was_told_and_tells_nobody(screen, intensive, qtbot):
    publish(screen)
    ana = intensive.as_(Role.THERAPIST, therapist_id=intensive.clinic.ana)
    with a_screen(ana, qtbot, intensive.id) as theirs:
        assert theirs.frame.step is Step.PUBLISH
        page = theirs.frame.pages.publish_page
        page.view.clicked.emit(page.model.index(0, 1))
        assert not any(each.isVisible() for each in page.told_buttons.values())
        assert page.model.chosen() == ()


def test_the_models_obey_qt(screen, two_plans, qtmodeltester):
    screen.frame.head.compare_button.click()
    qtmodeltester.check(screen.frame.pages.compare_page.model)
    screen.frame.go(Step.PUBLISH)
    qtmodeltester.check(screen.frame.pages.publish_page.model)
