"""Solving a published intensive again: who would move is said first, the rest is to be made up."""

from datetime import timedelta

import pytest

from db.connection import close_database
from ot_desktop.planning.domain import Plan, Window
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.domain import KindDraft
from ot_desktop.programs.mending import Mending
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MONDAY, an_intensive

NINE = 9 * 60
AT_NINE = tuple(Hours(day, NINE, NINE + 60) for day in (0, 2))
MORNINGS = tuple(Hours(day, 8 * 60, 12 * 60) for day in range(5))


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


@pytest.fixture
def anas(summer):
    """A kind of session that nobody but Ana gives."""
    clinic = summer.clinic
    return summer.programs.put_kind(
        summer.id, KindDraft("Feeding", "self-care", 60, (clinic.feeding,), (clinic.ana,))
    )


@pytest.fixture
def published(summer, anas):
    """Maya can come Mon and Wed at 9 and has Monday; Owen has Wednesday at 9, Iris Thursday."""
    clinic = summer.clinic
    wanted = (summer.wanted(1, kind=anas),)
    maya = summer.child(clinic.maya, wanted=wanted, can_come=AT_NINE)
    owen = summer.child(clinic.owen, wanted=wanted, can_come=MORNINGS)
    iris = summer.child(clinic.iris, wanted=wanted, can_come=MORNINGS)
    sessions = [
        words.session_of(
            summer.service(child),
            child,
            summer.at(day, 9, room=clinic.feeding),
            words.room_word(clinic.feeding, 1),
        )
        for child, day in ((maya, 0), (owen, 2), (iris, 3))
    ]
    plan_id = summer.programs.plans.keep(summer.id, Plan("found", tuple(sessions)))
    summer.programs.publishing.publish(summer.id)
    return plan_id


def ana_is_away(summer, *days):
    for number in days:
        day = MONDAY + timedelta(days=number)
        summer.services.time_off.therapist_away(
            summer.clinic.ana, (day, day), Window(8 * 60, 12 * 60), "training"
        )


def mend(summer, may_move=0):
    instance = summer.programs.plans.instance(summer.id)
    return Mending(instance, may_move).run(lambda _: None, lambda: False)


def price(summer, mended):
    return summer.programs.plans.price(summer.id, mended)


def starts(summer, plan_id):
    found = summer.programs.board.week(plan_id, MONDAY)
    return {
        block.child_id: block.starts
        for lane in found.lanes
        for block in lane.blocks
        if block.planned_id is not None
    }


def test_where_nothing_happened_nobody_moves(summer, published):
    told = price(summer, mend(summer))
    assert told.is_nothing
    assert told.kept == 3


def test_the_first_level_moves_nobody_else(summer, published):
    ana_is_away(summer, 0)
    assert price(summer, mend(summer)).moved == ()


def test_what_cannot_be_saved_becomes_a_make_up_list(summer, published):
    ana_is_away(summer, 0)
    [owed] = price(summer, mend(summer)).owed
    assert (owed.names, owed.when) == ("Maya Ortega", "Mon, Jun 7, 9:00")
    assert owed.places[0] == "Mon, Jun 14, 9:00 with Ana, Feeding"


def test_the_second_level_says_which_family_makes_room(summer, published):
    ana_is_away(summer, 0)
    told = price(summer, mend(summer, may_move=1))
    assert told.owed == ()
    owen, maya = told.moved
    assert (owen.names, owen.makes_room) == ("Owen Park", True)
    assert owen.lines[0].startswith("Wed, Jun 9, 9:00 to ")
    assert (maya.names, maya.makes_room) == ("Maya Ortega", False)
    assert maya.lines == ("Mon, Jun 7, 9:00 to Wed, Jun 9, 9:00",)


def test_what_was_locked_is_not_moved_for_anybody(summer, published):
    week = summer.programs.board.week(published, MONDAY)
    [owens] = [
        block.planned_id
        for lane in week.lanes
        for block in lane.blocks
        if block.child_id == summer.clinic.owen
    ]
    summer.board.lock(owens)
    ana_is_away(summer, 0)
    told = price(summer, mend(summer, may_move=3))
    assert told.moved == ()
    assert len(told.owed) == 1


def test_a_price_is_only_said(summer, published):
    before = starts(summer, published)
    ana_is_away(summer, 0)
    price(summer, mend(summer, may_move=1))
    assert starts(summer, published) == before


def test_taking_it_moves_the_families_that_were_named(summer, published):
    clinic = summer.clinic
    before = starts(summer, published)
    ana_is_away(summer, 0)
    plan_id = summer.programs.plans.keep(summer.id, mend(summer, may_move=1).plan)
    after = starts(summer, plan_id)
    assert after[clinic.maya] == before[clinic.owen]
    assert after[clinic.owen] != before[clinic.owen]
    assert after[clinic.iris] == before[clinic.iris]


def test_a_session_whose_therapist_takes_no_part_any_more_is_owed(summer, published):
    summer.programs.leave_out_therapist(summer.id, summer.clinic.ana)
    summer.programs.put_therapist(summer.id, summer.programs.program(summer.id).therapists[0])
    place = summer.child(summer.clinic.leo, can_come=MORNINGS)
    plan_id = summer.programs.program(summer.id).chosen_plan_id
    summer.board.place(plan_id, summer.service(place), summer.at(1, 9, therapist=summer.clinic.ben))
    told = price(summer, mend(summer))
    assert {each.names for each in told.owed} == {"Maya Ortega", "Owen Park", "Iris Nordin"}
    assert told.owed[0].why == "its therapist or room takes no part any more"
