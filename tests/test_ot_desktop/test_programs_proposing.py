"""Swaps a therapist proposes: kept with who and why, accepted as a move, or declined."""

import pytest

from db.connection import close_database
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.programs.placement import FixKind
from ot_desktop.programs.proposing import Answer
from tests.an_intensive import MONDAY, an_intensive

WHY = "she is fresher in the morning"


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


def blocks(summer, plan_id):
    week = summer.fresh().programs.board.week(plan_id, MONDAY)
    return {each.child_id: each for lane in week.lanes for each in lane.blocks}


def starts(summer, plan_id):
    return {child: each.starts for child, each in blocks(summer, plan_id).items()}


def the_swap(summer, plan_id, ana):
    """Return the swap of Maya's and Owen's sessions."""
    return options(summer, plan_id, ana, FixKind.SWAP)[0]


def options(summer, plan_id, ana, kind):
    maya = blocks(summer, plan_id)[summer.clinic.maya]
    found = ana.programs.proposing.options(maya.planned_id)
    return [each for each in found if each is not None and each.kind is kind]


@pytest.fixture
def proposed(summer, plan_id, ana):
    return ana.programs.proposing.propose(plan_id, the_swap(summer, plan_id, ana), WHY)


def the_proposal(services, summer):
    [found] = services.programs.proposing.of(summer.id)
    return found


def test_what_can_be_proposed_says_who_and_when(summer, plan_id, ana):
    fix = the_swap(summer, plan_id, ana)
    assert fix.text == "Maya O., Mon, Jun 7, 2:00 with Owen P., Tue, Jun 8, 9:00"


def test_free_times_of_the_week_can_be_proposed_too(summer, plan_id, ana):
    moves = options(summer, plan_id, ana, FixKind.MOVE)
    assert moves[0].text.startswith("Maya O.: Mon, Jun 7, 2:00 to Mon, Jun 7, ")


def test_a_proposal_is_kept_with_who_and_why(summer, proposed):
    found = the_proposal(summer.services, summer)
    assert (found.proposed_by, found.why) == ("Somebody therapist 1", WHY)
    assert found.is_open
    assert found.stop == ""


def test_proposing_changes_nothing(summer, plan_id, proposed):
    clinic = summer.clinic
    assert starts(summer, plan_id) == {
        clinic.maya: summer.at(0, 14).starts,
        clinic.owen: summer.at(1, 9).starts,
    }


def test_why_has_to_be_said(summer, plan_id, ana):
    with pytest.raises(ValidationError, match="Say in a few words why"):
        ana.programs.proposing.propose(plan_id, the_swap(summer, plan_id, ana), " ")


def test_front_desk_does_not_propose_to_itself(summer, plan_id):
    maya = blocks(summer, plan_id)[summer.clinic.maya]
    with pytest.raises(NotAllowed):
        summer.programs.proposing.options(maya.planned_id)


def test_a_therapist_does_not_accept(ana, proposed):
    with pytest.raises(NotAllowed):
        ana.programs.proposing.accept(proposed)


def test_accepting_moves_both_sessions(summer, plan_id, proposed):
    summer.programs.proposing.accept(proposed)
    clinic = summer.clinic
    assert starts(summer, plan_id) == {
        clinic.maya: summer.at(1, 9).starts,
        clinic.owen: summer.at(0, 14).starts,
    }


def test_the_therapist_sees_that_it_was_accepted(summer, ana, proposed):
    summer.programs.proposing.accept(proposed)
    found = the_proposal(ana, summer)
    assert (found.answer, found.answered_by) == (Answer.ACCEPTED, "Dana Whitfield")


def test_an_accepted_swap_can_be_taken_back_and_is_open_again(summer, plan_id, proposed):
    before = starts(summer, plan_id)
    change = summer.programs.proposing.accept(proposed)
    summer.board.undo(change)
    assert starts(summer, plan_id) == before
    assert the_proposal(summer.services, summer).is_open


def test_it_is_declined_with_a_reason(summer, ana, proposed):
    with pytest.raises(ValidationError, match="why not"):
        summer.programs.proposing.decline(proposed, "")
    summer.programs.proposing.decline(proposed, "The family cannot.")
    found = the_proposal(ana, summer)
    assert (found.answer, found.answer_reason) == (Answer.DECLINED, "The family cannot.")


def test_declining_can_be_taken_back(summer, proposed):
    summer.programs.proposing.decline(proposed, "The family cannot.")
    summer.programs.proposing.reopen(proposed)
    assert the_proposal(summer.services, summer).is_open


def test_the_check_is_live(summer, plan_id, ana, proposed):
    maya = next(
        each
        for each in summer.programs.children.of(summer.id)
        if each.child_id == summer.clinic.maya
    )
    summer.change(maya.id, can_come=maya.wishes.can_come[:1])
    assert the_proposal(summer.services, summer).stop != ""
    with pytest.raises(ClinicError):
        summer.programs.proposing.accept(proposed)
    assert the_proposal(summer.services, summer).is_open


def test_a_session_moved_since_is_said(summer, plan_id, proposed):
    maya = blocks(summer, plan_id)[summer.clinic.maya]
    summer.board.move(maya.planned_id, summer.at(3, 9))
    assert the_proposal(summer.services, summer).stop == "The plan has changed since."
    with pytest.raises(ClinicError, match="changed since this was proposed"):
        summer.programs.proposing.accept(proposed)


def test_it_is_answered_once(summer, proposed):
    summer.programs.proposing.decline(proposed, "The family cannot.")
    with pytest.raises(ClinicError, match="has answered this proposal already"):
        summer.programs.proposing.accept(proposed)


def test_a_proposal_can_be_withdrawn_by_who_made_it(summer, ana, proposed):
    ana.programs.proposing.withdraw(proposed)
    assert the_proposal(summer.services, summer).answer is Answer.WITHDRAWN


def test_therapists_see_their_own_proposals_only(summer, proposed):
    ben = summer.as_(Role.THERAPIST, therapist_id=summer.clinic.ben)
    assert ben.programs.proposing.of(summer.id) == ()


def test_a_proposal_outlives_a_new_plan_where_its_sessions_stayed(summer, plan_id, proposed):
    copy = summer.programs.plans.copy(plan_id)
    summer.programs.plans.choose(copy)
    summer.programs.proposing.accept(proposed)
    assert starts(summer, copy)[summer.clinic.maya] == summer.at(1, 9).starts
