"""Keys a person needs to score a goal outside a note, and the way to the goals."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from db import connection
from ot_desktop.goals.scales import Assist
from tests.at_work import a_program
from tests.clinics import PASSWORD
from tests.paper_tray import PaperTray
from tests.test_ui.test_intensive_budgets import CountedHands
from tests.working_clinic import a_working_clinic
from ui.caseload.child_page import ChildPageView
from ui.goals.page import GoalsTab
from ui.shared.paper_run import PaperRun
from ui.theme import Scheme, install_theme

PATIENCE, STEP_MS = 500, 10


@pytest.fixture
def clinic(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    clinic = a_working_clinic(tmp_path)
    connection.close_database()
    return clinic


@pytest.fixture
def me(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        me.work.open_child(clinic.maya)
        me.page(ChildPageView)
        yield me


def score_by_keys(me, *keys):
    """Press S, then the keys in the dialog it opens; return how many keys that took."""
    hands = CountedHands(me)
    patience = iter(range(PATIENCE))

    def go_on():
        dialog = QApplication.activeModalWidget()
        if not (dialog and dialog.isActiveWindow()) and next(patience, None) is not None:
            QTimer.singleShot(STEP_MS, go_on)
            return
        for key in keys:
            hands.press(key)
        if dialog is not None and dialog.isVisible():
            dialog.reject()  # or nobody would ever come back from S

    QTimer.singleShot(STEP_MS, go_on)
    hands.press("S")
    return hands.keys


def scores_of(me, child_id):
    return me.services.goals.page(child_id).goals[0].scores


def test_a_goal_is_scored_with_five_keys(me, clinic):
    """Budget 16: S, goal number, score, help level, Enter."""
    before = len(scores_of(me, clinic.maya))
    keys = score_by_keys(me, "1", "3", "5", "Return")
    [*_, last] = scores_of(me, clinic.maya)
    assert len(scores_of(me, clinic.maya)) == before + 1
    assert (last.told.successes, last.told.attempts) == (3, 4)
    assert last.told.assist is Assist.SUPERVISION
    assert keys == 5


def test_a_score_that_was_a_slip_is_taken_back_with_one_chord(me, clinic):
    before = scores_of(me, clinic.maya)
    score_by_keys(me, "1", "3", "C", "Return")
    assert scores_of(me, clinic.maya)[-1].told.assist is Assist.CONTACT_GUARD
    me.come_back()
    me.press("Ctrl+Z")
    assert scores_of(me, clinic.maya) == before


def test_backing_out_of_scoring_keeps_nothing(me, clinic):
    before = scores_of(me, clinic.maya)
    score_by_keys(me, "1", "3", "5", "Escape")
    assert scores_of(me, clinic.maya) == before
    assert not any(isinstance(each, QDialog) and each.isVisible() for each in me.window.children())


def test_goals_are_one_chord_away_and_print_as_a_page_of_progress(me, tmp_path):
    me.press("Alt+2")
    tab = me.page(GoalsTab)
    me.until(lambda: tab.lines)
    run = me.page(ChildPageView).findChild(PaperRun)
    run.output = PaperTray(tmp_path)
    me.click(tab.print_button)
    me.until(lambda: run.output.opened)
    assert run.output.opened[0].read_bytes().startswith(b"%PDF-")
