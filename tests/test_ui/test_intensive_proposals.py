"""Proposing a swap on the step Adjust, and answering it there; looking on while somebody plans."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from db.connection import close_database
from ot_desktop.permissions import Role
from tests.an_intensive import an_intensive
from tests.intensive_screen import a_screen, the_dialog
from ui.programs.step_rail import Step

WHY = "she is fresher in the morning"
WAITS = "1 proposal from a therapist waits for your answer."


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


@pytest.fixture
def plan_id(summer):
    """Maya is with Ana on Monday at 2, Owen on Tuesday at 9."""
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    return summer.a_plan((maya, summer.at(0, 14)), (owen, summer.at(1, 9)))


@pytest.fixture
def ana(summer, plan_id):
    return summer.as_(Role.THERAPIST, therapist_id=summer.clinic.ana)


@pytest.fixture
def proposed(summer, plan_id, ana):
    proposing = ana.programs.proposing
    found = filter(None, proposing.options(the_block(ana, plan_id, summer)))
    return proposing.propose(plan_id, next(found), WHY)


def the_block(services, plan_id, summer):
    week = services.programs.board.week(plan_id, summer.at(0, 9).day)
    blocks = [each for lane in week.lanes for each in lane.blocks]
    [maya] = [each for each in blocks if each.child_id == summer.clinic.maya]
    return maya.planned_id


def at_adjust(screen, qtbot):
    screen.frame.go(Step.ADJUST)
    page = screen.frame.pages.adjust_page
    qtbot.waitUntil(lambda: not page._teller._soon.isActive())
    return page


def words(card):
    return [each.text() for each in card.findChildren(QLabel) if each.isVisibleTo(card)]


def button(card, words):
    [found] = [each for each in card.findChildren(QAbstractButton) if each.text() == words]
    return found


@pytest.fixture
def anas_page(summer, ana, qtbot):
    with a_screen(ana, qtbot, summer.id) as screen:
        screen.adjust = at_adjust(screen, qtbot)
        yield screen


@pytest.fixture
def desk_page(summer, proposed, qtbot):
    with a_screen(summer.services, qtbot, summer.id) as screen:
        screen.adjust = at_adjust(screen, qtbot)
        yield screen


def open_maya(screen, summer):
    page = screen.adjust
    assert page.grid.go_to_session(the_block(page._services, page.desk.plan_id, summer))
    page.deeds.open(page.grid.current_block())
    return page.panel.session_card


def propose(screen, summer):
    open_maya(screen, summer).propose_button.click()
    dialog = the_dialog()
    dialog._look()
    dialog.why_edit.setText(WHY)
    dialog.save_button.click()


def test_a_therapist_proposes_from_the_session(anas_page, summer):
    propose(anas_page, summer)
    [kept] = summer.programs.proposing.of(summer.id)
    assert kept.why == WHY
    assert anas_page.sentence == "Proposed. The front desk and the owner see it here."


def test_without_a_reason_the_dialog_stays(anas_page, summer):
    open_maya(anas_page, summer).propose_button.click()
    dialog = the_dialog()
    dialog._look()
    dialog.save_button.click()
    assert dialog.fields["why"].problem == "Say in a few words why. Whoever plans reads it."
    dialog.reject()


def test_a_proposal_can_be_undone(anas_page, summer):
    propose(anas_page, summer)
    anas_page.undo()
    assert not any(each.is_open for each in summer.programs.proposing.of(summer.id))


def test_the_therapist_reads_that_it_waits(anas_page, summer, qtbot):
    propose(anas_page, summer)
    card = anas_page.adjust.panel.proposals_card
    anas_page.adjust.panel.session_card.close_card()
    qtbot.waitUntil(card.isVisible)
    assert "Waits for an answer" in words(card)
    assert button(card, "Withdraw")


def test_whoever_plans_moves_without_proposing(desk_page, summer):
    assert not open_maya(desk_page, summer).propose_button.isVisible()


def test_the_front_desk_reads_who_proposes_and_why(desk_page):
    card = desk_page.adjust.panel.proposals_card
    assert card.isVisible()
    assert card.title.text() == "1 proposal"
    assert f"Somebody therapist 1, Today: “{WHY}”" in words(card)


def test_accepting_moves_the_sessions_and_can_be_undone(desk_page, summer, plan_id, qtbot):
    before = starts(summer, plan_id)
    button(desk_page.adjust.panel.proposals_card, "Accept").click()
    assert starts(summer, plan_id) != before
    assert desk_page.sentence.startswith("Accepted: Maya O., ")
    desk_page.undo()
    assert starts(summer, plan_id) == before


def test_trying_shows_it_in_the_week_first(desk_page, summer, plan_id):
    before = starts(summer, plan_id)
    button(desk_page.adjust.panel.proposals_card, "Try").click()
    assert desk_page.adjust.deeds.trial.fix is not None
    assert starts(summer, plan_id) == before


def test_declining_asks_why_not(desk_page, summer, ana):
    button(desk_page.adjust.panel.proposals_card, "Decline").click()
    dialog = the_dialog()
    dialog.reason_edit.setText("The family cannot.")
    dialog.save_button.click()
    [kept] = ana.programs.proposing.of(summer.id)
    assert kept.answer_reason == "The family cannot."


def starts(summer, plan_id):
    week = summer.fresh().programs.board.week(plan_id, summer.at(0, 9).day)
    return {each.child_id: each.starts for lane in week.lanes for each in lane.blocks}


# Somebody else plans.


@pytest.fixture
def rosalind(summer):
    return summer.as_(Role.OWNER)


def test_while_somebody_else_plans_the_week_is_read_only_with_the_name(
    summer, plan_id, rosalind, qtbot
):
    rosalind.programs.editing.take(summer.id)
    with a_screen(summer.services, qtbot, summer.id) as screen:
        page = at_adjust(screen, qtbot)
        assert page.other_notice.words.text().startswith("Somebody owner 1 has had this plan open")
        assert not page.deeds.may_change
        assert not page.bar.undo_button.isVisible()


def test_when_the_other_lets_go_the_plan_can_be_changed(summer, plan_id, rosalind, qtbot):
    rosalind.programs.editing.take(summer.id)
    with a_screen(summer.services, qtbot, summer.id) as screen:
        page = at_adjust(screen, qtbot)
        rosalind.programs.editing.release(summer.id)
        page.other_notice.button.click()
        assert page.deeds.may_change
        assert not page.other_notice.isVisible()


def test_leaving_the_week_lets_others_have_the_plan(summer, plan_id, rosalind, qtbot):
    with a_screen(summer.services, qtbot, summer.id) as screen:
        at_adjust(screen, qtbot)
        assert rosalind.programs.editing.take(summer.id) is not None
        screen.frame.go(Step.CHILDREN)
        assert rosalind.programs.editing.take(summer.id) is None


def test_locking_the_program_lets_others_have_the_plan(summer, plan_id, rosalind, qtbot):
    with a_screen(summer.services, qtbot, summer.id) as screen:
        at_adjust(screen, qtbot)
        screen.page.stop()
        assert rosalind.programs.editing.take(summer.id) is None


# What waits at Adjust is said elsewhere, too.


@pytest.fixture
def desk_elsewhere(summer, proposed, qtbot):
    with a_screen(summer.services, qtbot, summer.id) as screen:
        yield screen


@pytest.mark.parametrize("step", [Step.SOLVE, Step.PUBLISH])
def test_a_waiting_proposal_is_told_where_the_plan_is_looked_at(desk_elsewhere, step):
    desk_elsewhere.frame.go(step)
    notice = desk_elsewhere.frame.proposals_notice
    assert notice.isVisible()
    assert notice.words.text() == WAITS


def test_a_waiting_proposal_is_told_beside_two_plans(desk_elsewhere):
    desk_elsewhere.frame.go(Step.ADJUST)
    desk_elsewhere.frame._compare()
    assert desk_elsewhere.frame.proposals_notice.isVisible()


@pytest.mark.parametrize("step", [Step.SET_UP, Step.CHILDREN, Step.SOLVE, Step.PUBLISH])
def test_the_step_with_a_waiting_proposal_says_so_from_afar(desk_elsewhere, step):
    desk_elsewhere.frame.go(step)
    assert adjust_button(desk_elsewhere).accessibleDescription() == WAITS
    assert adjust_button(desk_elsewhere).toolTip() == f"{WAITS}\nAlt 4"


def test_the_notice_leads_to_the_proposal(desk_elsewhere):
    desk_elsewhere.frame.go(Step.PUBLISH)
    desk_elsewhere.frame.proposals_notice.button.click()
    assert desk_elsewhere.frame.step is Step.ADJUST
    assert not desk_elsewhere.frame.proposals_notice.isVisible()


def test_an_answered_proposal_is_told_nowhere(desk_elsewhere, summer, proposed):
    summer.programs.proposing.decline(proposed, "The family cannot.")
    desk_elsewhere.frame.go(Step.PUBLISH)
    assert not desk_elsewhere.frame.proposals_notice.isVisible()
    assert adjust_button(desk_elsewhere).toolTip() == "Alt 4"


def test_whoever_proposed_is_not_asked_for_the_answer(anas_page, summer):
    propose(anas_page, summer)
    anas_page.frame.go(Step.PUBLISH)
    assert not anas_page.frame.proposals_notice.isVisible()


def test_publishing_tells_of_a_waiting_proposal_first(desk_elsewhere):
    desk_elsewhere.frame.go(Step.PUBLISH)
    desk_elsewhere.frame.head.main_button.click()
    dialog = the_dialog()
    assert WAITS in words(dialog)
    dialog.reject()


def adjust_button(screen):
    return screen.frame.head.rail.buttons[Step.ADJUST]
