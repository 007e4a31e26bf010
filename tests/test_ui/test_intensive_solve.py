"""Looking for a plan beside the window, on real services and the real planner."""

import multiprocessing
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from db.connection import close_database
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import Weight
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MORNINGS, an_intensive
from tests.intensive_screen import a_screen
from ui.programs.step_rail import Step

PATIENCE_MS = 30_000


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def children(intensive):
    clinic = intensive.clinic
    return [intensive.child(each, can_come=MORNINGS) for each in (clinic.maya, clinic.owen)]


@pytest.fixture
def screen(intensive, children, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        yield screen


@pytest.fixture
def page(screen):
    screen.frame.go(Step.SOLVE)
    screen.frame.pages.solve_page.before.time_control.choose("10")
    return screen.frame.pages.solve_page


def has_progress(page):
    return page.progress_card.keep_button.isEnabled()


def planners():
    return [each for each in multiprocessing.active_children() if each.is_alive()]


def solve(page, qtbot):
    """Solve, and use the first plan there is."""
    page.solve()
    qtbot.waitUntil(lambda: has_progress(page) or not page.run.is_running, timeout=PATIENCE_MS)
    page.progress_card.keep_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running, timeout=PATIENCE_MS)


def plan_of(intensive):
    return intensive.programs.program(intensive.id).chosen_plan_id


def test_what_would_be_placed_is_said_before(page, screen, intensive, children):
    intensive.child(intensive.clinic.iris, can_come=())
    screen.frame.reload()
    assert page.before.words_label.text() == "2 children with 8 sessions."
    assert page.before.left_out.words.text() == "Left out, their times are missing: Iris N."
    assert screen.frame.head.main_button.text() == "Solve"


def test_asking_for_times_leads_to_the_child(page, screen, intensive, qtbot):
    iris = intensive.child(intensive.clinic.iris, can_come=())
    screen.frame.reload()
    page.before.left_out.button.click()
    assert screen.frame.step is Step.CHILDREN
    assert screen.frame.pages.children_page.panel.child.id == iris


def test_solving_keeps_a_plan_and_says_how_good_it_is(page, screen, intensive, qtbot):
    screen.frame.head.main_button.click()
    assert not screen.frame.head.main_button.isVisible()
    qtbot.waitUntil(lambda: has_progress(page), timeout=PATIENCE_MS)
    qtbot.waitUntil(page.progress_card.isVisible, timeout=PATIENCE_MS)
    assert "of 8 sessions, 2 children" in page.progress_card._detail.text()
    page.progress_card.keep_button.click()
    qtbot.waitUntil(page.measures_card.isVisible, timeout=PATIENCE_MS)
    assert screen.sentence == "Plan found: 8 sessions placed"
    assert page.measures_card.number_label.text() == "8"
    assert page.measures_card.of_label.text() == "of 8 sessions placed"
    assert screen.frame.head.main_button.text() == "Adjust"
    assert intensive.programs.plans.measures(plan_of(intensive)).placed == 8


def test_cancel_answers_at_once_and_leaves_no_process(page, screen, intensive, qtbot):
    page.solve()
    qtbot.waitUntil(lambda: has_progress(page), timeout=PATIENCE_MS)
    began = time.process_time()
    page.progress_card.cancel_button.click()
    assert not page.run.is_running
    assert time.process_time() - began < 0.1
    qtbot.waitUntil(lambda: not planners(), timeout=PATIENCE_MS)
    assert plan_of(intensive) is None
    assert screen.frame.head.main_button.text() == "Solve"


def test_a_canceled_search_can_be_begun_again(page, intensive, qtbot):
    page.solve()
    page.run.cancel()
    solve(page, qtbot)
    assert plan_of(intensive) is not None


def test_locking_stops_the_search_and_says_so(page, screen, qtbot):
    page.solve()
    qtbot.waitUntil(lambda: has_progress(page), timeout=PATIENCE_MS)
    screen.page.stop()
    assert not page.run.is_running
    assert screen.frame.refusal.words.text().startswith("Solving stopped")
    qtbot.waitUntil(lambda: not planners(), timeout=PATIENCE_MS)


def test_the_program_stays_usable_while_it_solves(page, screen, qtbot):
    beats = []
    beat = QTimer(page, interval=10)
    beat.timeout.connect(lambda: beats.append(page.run.is_running))
    page.solve()
    qtbot.waitUntil(lambda: has_progress(page), timeout=PATIENCE_MS)
    beat.start()
    screen.frame.go(Step.CHILDREN)
    qtbot.waitUntil(lambda: len(beats) > 10, timeout=PATIENCE_MS)
    beat.stop()
    assert all(beats)
    assert screen.frame.step is Step.CHILDREN
    assert page.run.is_running


def test_no_child_ready_is_said_in_a_sentence(intensive, qtbot):
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        screen.frame.go(Step.SOLVE)
        page = screen.frame.pages.solve_page
        page.solve()
        assert page.refusal.words.text().startswith("No child is ready.")
        assert not page.run.is_running


def test_musts_that_cannot_hold_are_named_and_one_is_relaxed(intensive, children, qtbot):
    ben_only = {"therapist_id": intensive.clinic.ben, "therapist_weight": Weight.MUST}
    mondays = (Hours(0, 8 * 60, 12 * 60), Hours(4, 8 * 60, 12 * 60))
    intensive.change(children[0], can_come=mondays, **ben_only)
    with a_screen(intensive.services, qtbot, intensive.id) as screen:
        screen.frame.go(Step.SOLVE)
        page = screen.frame.pages.solve_page
        qtbot.waitUntil(lambda: len(page.before.rows) == 1)
        [row] = page.before.rows
        assert row.accessibleName().startswith("Maya: only Mon Fri am + only Ben")
        row.buttons[0].click()
        assert screen.sentence == "Maya O.: Prefer Ben"
        weight = intensive.programs.children.child(children[0]).wishes.therapist_weight
        assert weight is Weight.PREFER
        qtbot.waitUntil(lambda: page.before.rows == [])
        screen.undo()
        weight = intensive.programs.children.child(children[0]).wishes.therapist_weight
        assert weight is Weight.MUST


def test_who_has_no_place_is_named_with_reasons_and_a_fix(page, screen, intensive, qtbot):
    intensive.a_plan()
    screen.frame.reload()
    card = page.not_placed_card
    qtbot.waitUntil(lambda: [bool(each.missing.fixes) for each in card.items] == [True, True])
    assert [each.missing.child_name for each in card.items] == ["Maya Ortega", "Owen Park"]
    before = intensive.programs.plans.measures(plan_of(intensive)).placed
    card.items[0].fix_rows[0].press()
    assert intensive.programs.plans.measures(plan_of(intensive)).placed == before + 1
    screen.undo()
    assert intensive.programs.plans.measures(plan_of(intensive)).placed == before


def test_a_basic_planner_is_called_so(page, screen, intensive):
    plan_id = intensive.a_plan()
    [plan] = intensive.programs.plans.of(intensive.id)
    assert plan.id == plan_id
    page.measures_card.show_plan(
        replace(plan, solver="basic planner"), intensive.programs.plans.measures(plan_id)
    )
    assert page.measures_card.basic_notice.words.text().startswith("Found by the basic planner")


def test_whoever_may_not_plan_sees_the_result_only(intensive, children, qtbot):
    intensive.a_plan()
    assistant = intensive.as_(Role.ASSISTANT)
    with a_screen(assistant, qtbot, intensive.id) as screen:
        screen.frame.go(Step.SOLVE)
        page = screen.frame.pages.solve_page
        assert page.measures_card.isVisible()
        head = screen.frame.head
        shown = (head.main_button, head.again_button, head.publish_button)
        assert not any(each.isVisible() for each in shown)
        page.solve()
        assert not page.run.is_running
