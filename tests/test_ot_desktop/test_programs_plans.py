"""Plans side by side: kept, copied, chosen, measured, compared, and what is wrong with them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.planning.domain import Plan, Reason, Window
from ot_desktop.planning.planner import plan as solve
from ot_desktop.programs.board import Dot, View
from ot_desktop.programs.domain import Away, ProgramTherapist, Weight
from ot_desktop.programs.placement import FixKind
from ot_desktop.settings.domain import Hours
from tests.a_full_week import a_full_week
from tests.an_intensive import MONDAY, MORNINGS, an_intensive
from tests.reference_clinic import mayas_series


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def plans(summer):
    return summer.programs.plans


def solved(summer, **claims):
    found = solve(plans(summer).instance(summer.id), iterations=0, workers=1)
    return replace(found, **claims)


def test_the_first_plan_is_chosen_and_they_are_named_in_turn(summer):
    summer.child(summer.clinic.maya)
    for _ in range(3):
        plans(summer).keep(summer.id, solved(summer))
    assert [(each.name, each.is_chosen) for each in plans(summer).of(summer.id)] == [
        ("Plan A", True), ("Plan B", False), ("Plan C", False),
    ]  # fmt: skip


def test_after_plan_z_comes_plan_27(summer):
    for _ in range(27):
        plan_id = plans(summer).keep(summer.id, Plan("x", ()))
    assert plans(summer).of(summer.id)[-1].name == "Plan 27"
    assert plans(summer).of(summer.id)[-1].id == plan_id


def test_what_the_planner_claims_is_kept(summer):
    summer.child(summer.clinic.maya)
    found = solved(summer, bound=999, seconds=1.5, seed=7)
    plans(summer).keep(summer.id, found)
    [kept] = plans(summer).of(summer.id)
    assert (kept.score, kept.bound, kept.seconds, kept.seed, kept.solver) == (
        found.score, 999, 1.5, 7, found.solver,
    )  # fmt: skip
    assert (kept.sessions, kept.made_by) == (4, "Dana Whitfield")


def test_solving_into_a_plan_keeps_ids_and_marks_of_what_stayed(summer):
    summer.child(summer.clinic.maya)
    found = solved(summer)
    plan_id = plans(summer).keep(summer.id, found)
    ids = planned_ids(plan_id)
    summer.board.lock(ids[0])
    later = replace(found, sessions=found.sessions[:3])
    assert plans(summer).keep(summer.id, later, into=plan_id) == plan_id
    assert planned_ids(plan_id) == ids[:3]
    assert locked(plan_id) == [ids[0]]


def planned_ids(plan_id):
    sql = "SELECT id FROM planned_session WHERE plan_id = ? ORDER BY starts"
    return [id_ for (id_,) in database.execute_sql(sql, (plan_id,))]


def locked(plan_id):
    sql = "SELECT id FROM planned_session WHERE plan_id = ? AND is_locked"
    return [id_ for (id_,) in database.execute_sql(sql, (plan_id,))]


def test_a_copy_is_a_plan_of_its_own(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    copy = plans(summer).copy(plan_id)
    summer.board.take_out(planned_ids(copy)[0])
    assert (len(planned_ids(plan_id)), len(planned_ids(copy))) == (1, 0)
    assert [each.name for each in plans(summer).of(summer.id)] == ["Plan A", "Plan B"]


def test_another_plan_is_used(summer):
    summer.a_plan()
    other = plans(summer).copy(summer.a_plan())
    plans(summer).choose(other)
    assert summer.programs.program(summer.id).chosen_plan_id == other


def test_the_plan_in_use_cannot_be_thrown_away_others_can(summer):
    first, second = summer.a_plan(), summer.a_plan()
    with pytest.raises(ClinicError, match="Plan A is the plan in use"):
        plans(summer).discard(first)
    plans(summer).discard(second)
    assert [each.id for each in plans(summer).of(summer.id)] == [first]
    with pytest.raises(NotFound):
        plans(summer).measures(second)


def test_a_plan_is_measured_as_it_is_now(summer):
    """Maya 2 of 4 with Ana, one at her first choice; Owen 3 of 4, two with Ana and one with Ben."""
    clinic = summer.clinic
    maya = summer.child(clinic.maya, preferred=(Window(8 * 60, 10 * 60),))
    owen = summer.child(clinic.owen)
    plan_id = summer.a_plan(
        (maya, summer.at(0, 9)), (maya, summer.at(4, 10)),
        (owen, summer.at(0, 8)), (owen, summer.at(1, 8)), (owen, summer.at(8, 8, clinic.ben)),
    )  # fmt: skip
    found = plans(summer).measures(plan_id)
    assert (found.placed, found.needed) == (5, 8)
    assert (found.children_placed, found.children) == (2, 2)
    assert (found.same_therapist, found.first_choice) == (80, 50)
    assert found.longest_gap_days == 7


def test_nothing_placed_has_no_shares(summer):
    summer.child(summer.clinic.maya)
    found = plans(summer).measures(summer.a_plan())
    assert (found.placed, found.same_therapist, found.first_choice, found.longest_gap_days) == (
        0, None, None, None,
    )  # fmt: skip
    assert (found.children_placed, found.children) == (0, 1)


def test_two_plans_differ_where_a_session_is_elsewhere(summer):
    maya = summer.child(summer.clinic.maya)
    one = summer.a_plan((maya, summer.at(0, 9)), (maya, summer.at(1, 9)))
    other = plans(summer).copy(one)
    first, second = planned_ids(other)
    summer.board.move(second, summer.at(2, 10))
    [found] = plans(summer).compare(one, other).differences
    assert (found.child_name, found.one_text, found.other_text) == (
        "Maya Ortega", "Tue, Jun 8, 9:00, Ana, Sensory Gym", "Wed, Jun 9, 10:00, Ana, Sensory Gym",
    )  # fmt: skip
    assert (found.one_planned_id, found.other_planned_id) == (planned_ids(one)[1], second)
    assert first != second


def test_a_session_one_plan_does_not_have_differs_too(summer):
    maya = summer.child(summer.clinic.maya)
    one = summer.a_plan((maya, summer.at(0, 9)))
    other = plans(summer).copy(one)
    summer.board.take_out(planned_ids(other)[0])
    comparison = plans(summer).compare(one, other)
    assert [each.other_text for each in comparison.differences] == ["Not placed"]
    assert (comparison.one_measures.placed, comparison.other_measures.placed) == (1, 0)


def test_equal_plans_do_not_differ(summer):
    maya = summer.child(summer.clinic.maya)
    one = summer.a_plan((maya, summer.at(0, 9)))
    assert plans(summer).compare(one, plans(summer).copy(one)).differences == ()


def clash(summer, *placed):
    [found] = plans(summer).clashes(summer.a_plan(*placed))
    return found


def test_a_clash_of_a_room_names_both_and_offers_the_smallest_way_out(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    found = clash(
        summer,
        (maya, summer.at(1, 9, clinic.ana, clinic.fine_motor)),
        (owen, summer.at(1, 9, clinic.ben, clinic.fine_motor)),
    )
    assert found.text == (
        "Fine-Motor is used twice on Tue, Jun 8 at 9:00: Maya (Ana) and Owen (Ben)."
    )
    assert found.fixes[0].text in {"Move Maya to Sensory Gym", "Move Owen to Sensory Gym"}
    assert len(found.planned_ids) == 2


def test_a_fix_of_a_clash_ends_it(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(1, 9)), (owen, summer.at(1, 9)))
    [found] = plans(summer).clashes(plan_id)
    assert "Ana is booked twice on Tue, Jun 8 at 9:00" in found.text
    assert {fix.kind for fix in found.fixes} == {FixKind.MOVE}
    for number in range(len(found.fixes)):
        change = summer.board.apply(plan_id, found.fixes[number])
        assert plans(summer).clashes(plan_id) == ()
        summer.board.undo(change)


def test_a_clash_with_the_calendar_says_what_stays_put(summer):
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=1)))
    owen = summer.child(summer.clinic.owen)
    found = clash(summer, (owen, summer.at(0, 9)))
    assert "Owen (Ana) and Maya (Ana, stays put)" in found.text
    assert len(found.session_ids) == 1


def test_a_child_booked_twice_is_one_clash(summer):
    clinic = summer.clinic
    both = (summer.wanted(), summer.wanted(kind=summer.sensory))
    maya = summer.child(clinic.maya, wanted=both, most_a_day=2)
    plan_id = summer.a_plan((maya, summer.at(1, 9)))
    summer.board.place(plan_id, summer.service(maya, 1), summer.at(1, 9, clinic.ben), anyway=True)
    [found] = plans(summer).clashes(plan_id)
    assert found.text == "Maya is booked twice on Tue, Jun 8 at 9:00: Maya (Ana) and Maya (Ben)."


def test_an_absence_noted_later_makes_a_clash_with_another_therapist_as_fix(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(1, 9)))
    assert plans(summer).clashes(plan_id) == ()
    day = MONDAY + timedelta(days=1)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day), None, "ill")
    [found] = plans(summer).clashes(plan_id)
    assert found.text == "Maya, Tue, Jun 8 at 9:00: Ana Ruiz is away then (ill)."
    assert [fix.text for fix in found.fixes] == ["Give Maya to Ben", "Give Maya to Cam"]


def test_too_many_a_week_are_one_clash_not_one_each(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(4, most_a_week=1),))
    found = clash(summer, *((maya, summer.at(day, 9)) for day in (0, 2, 4)))
    assert found.text == "Maya already has 2 that week, 1 is the most."


def test_locked_sessions_are_not_moved_by_a_fix(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(1, 9)), (owen, summer.at(1, 9)))
    for planned_id in planned_ids(plan_id):
        summer.board.lock(planned_id)
    [found] = plans(summer).clashes(plan_id)
    assert found.fixes == ()


def missing(summer, plan_id):
    [found] = plans(summer).not_placed(plan_id)
    return found


def test_what_is_missing_is_counted_with_its_numbers(summer):
    maya = summer.child(summer.clinic.maya)
    found = missing(summer, summer.a_plan((maya, summer.at(0, 9))))
    assert (found.child_name, found.missing, found.numbers) == ("Maya Ortega", 3, (2, 3, 4))
    assert [fix.text for fix in found.fixes] == ["Ana, Tue, Jun 8, 9:00", "Ana, Wed, Jun 9, 9:00"]


def test_a_complete_child_is_not_missing(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(1),))
    assert plans(summer).not_placed(summer.a_plan((maya, summer.at(0, 9)))) == ()


def test_reasons_name_the_familys_times_and_the_therapists_days(summer):
    clinic = summer.clinic
    summer.child(
        clinic.maya,
        can_come=MORNINGS[:1],
        therapist_id=clinic.ben,
        therapist_weight=Weight.MUST,
        away=(Away(date(2027, 6, 21), date(2027, 6, 25)),),
    )
    found = missing(summer, summer.a_plan())
    assert found.reasons == (
        "Away Jun 21 to Jun 25.",
        "Family can come Mon am only.",
        "Ben is off on Jun 7, Jun 14, Jun 28.",
    )
    texts = [fix.text for fix in found.fixes]
    assert texts == ["Allow Tuesday mornings", "Ana instead of Ben"]


def test_a_therapist_who_is_full_is_a_reason(summer):
    clinic = summer.clinic
    few = ProgramTherapist(clinic.ben, most_minutes_a_day=60, lunch=None)
    summer.programs.put_therapist(summer.id, few)
    owen = summer.child(clinic.owen)
    summer.child(
        clinic.maya,
        therapist_id=clinic.ben,
        therapist_weight=Weight.MUST,
        can_come=(Hours(1, 480, 1020),),
    )
    days = (date(2027, 6, day) for day in (8, 15, 22, 29))
    plan_id = summer.a_plan(*((owen, summer.at(day, 9, clinic.ben)) for day in days))
    summer.board.take_out(planned_ids(plan_id)[0])
    reasons = [r for each in plans(summer).not_placed(plan_id) for r in each.reasons]
    assert "Ben is full on Jun 15, Jun 22, Jun 29." in reasons


def test_nobody_asked_is_a_reason_of_its_own(summer):
    summer.child(summer.clinic.maya, can_come=())
    found = missing(summer, summer.a_plan())
    assert found.reasons == ("Nobody has asked yet when the family can come.",)
    assert found.fixes == ()


def test_the_planners_reasons_come_first_while_a_child_has_nothing(summer):
    maya = summer.child(summer.clinic.maya)
    why = {f"child-{maya}": (Reason("CAPACITY", "Everybody is full in the mornings."),)}
    plan_id = plans(summer).keep(summer.id, Plan("x", (), unplaced=why))
    assert missing(summer, plan_id).reasons[0] == "Everybody is full in the mornings."
    summer.board.place(plan_id, summer.service(maya), summer.at(0, 9))
    assert "Everybody is full in the mornings." not in missing(summer, plan_id).reasons


def test_only_the_first_are_looked_into_the_others_when_asked_for(summer):
    clinic = summer.clinic
    kids = [summer.child(each) for each in (clinic.maya, clinic.owen, clinic.iris, clinic.leo)]
    plan_id = summer.a_plan()
    found = plans(summer).not_placed(plan_id)
    assert [bool(each.fixes) for each in found] == [True, True, True, False]
    last = plans(summer).why_not_placed(plan_id, found[3].wanted_id)
    assert last.fixes
    assert len(kids) == len(found)


def test_asking_why_of_a_complete_child_says_so(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(1),))
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    with pytest.raises(NotFound):
        plans(summer).why_not_placed(plan_id, summer.service(maya))


def board(summer, plan_id, view=View.THERAPIST, day=MONDAY):
    return summer.board.week(plan_id, day, view)


def lane(found, name):
    return next(each for each in found.lanes if each.name == name)


def test_the_week_shows_each_therapist_with_hours_used_of_available(summer):
    maya = summer.child(summer.clinic.maya)
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=1)))
    plan_id = summer.a_plan((maya, summer.at(1, 9)))
    ana = lane(board(summer, plan_id), "Ana")
    assert (ana.used_minutes, ana.available_minutes, ana.color_slot) == (120, 5 * 360, 1)
    assert [(each.is_weekly, each.short_name) for each in ana.blocks] == [
        (True, "Maya O."), (False, "Maya O."),
    ]  # fmt: skip


def test_sessions_are_numbered_in_order_of_time(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan(*((maya, summer.at(day, 9)) for day in (4, 0, 2)))
    blocks = lane(board(summer, plan_id), "Ana").blocks
    assert [(each.starts.day, each.number, each.of) for each in blocks] == [
        (7, 1, 4), (9, 2, 4), (11, 3, 4),
    ]  # fmt: skip


def test_days_off_and_time_off_are_on_the_lane_with_their_reason(summer):
    summer.child(summer.clinic.maya)
    day = date(2027, 6, 10)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day), None, "training day")
    found = board(summer, summer.a_plan())
    assert [(off.day, off.reason) for off in lane(found, "Ana").off] == [
        (day, "Ana is off (training day)")
    ]
    assert [off.reason for off in lane(found, "Ben").off] == ["Ben is off"] * 2


def test_closed_days_and_the_days_of_the_program_are_columns(summer):
    summer.child(summer.clinic.maya)
    columns = board(summer, summer.a_plan(), day=date(2027, 6, 16)).days
    assert [(each.day.day, each.closed_for) for each in columns] == [
        (14, None), (15, None), (16, None), (17, None), (18, "Staff training"),
    ]  # fmt: skip


def test_the_buttons_are_the_weeks_of_the_program_with_a_dot_where_something_is_open(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    days = [date(2027, 6, day) for day in (7, 14, 21, 28)]
    plan_id = summer.a_plan(
        *((maya, summer.at(day, 9)) for day in days),
        *((owen, summer.at(day, 10)) for day in days),
    )
    weeks = board(summer, plan_id).weeks
    assert [(each.first_day.day, each.needs_you) for each in weeks] == [
        (7, False), (14, False), (21, False), (28, False), (6, False),
    ]  # fmt: skip
    summer.board.move(planned_ids(plan_id)[2], summer.at(date(2027, 6, 14), 10), anyway=True)
    assert [each.needs_you for each in board(summer, plan_id).weeks] == [
        False, True, False, False, False,
    ]  # fmt: skip


def test_the_room_view_has_the_rooms_of_the_kinds(summer):
    maya = summer.child(summer.clinic.maya)
    day = date(2027, 6, 8)
    summer.services.time_off.room_closed(summer.clinic.gym, (day, day), None, "floor")
    found = board(summer, summer.a_plan((maya, summer.at(0, 9))), View.ROOM)
    assert [each.name for each in found.lanes] == ["Fine-Motor", "Sensory Gym"]
    gym = lane(found, "Sensory Gym")
    assert (gym.used_minutes, gym.available_minutes) == (60, 2 * 5 * 480)
    assert [off.reason for off in gym.off] == ["Sensory Gym is closed (floor)"]


def test_the_child_view_has_a_dot_for_each_wanted_session(summer):
    maya = summer.child(summer.clinic.maya, can_come=MORNINGS)
    plan_id = summer.a_plan((maya, summer.at(0, 9)), (maya, summer.at(1, 14)))
    [found] = board(summer, plan_id, View.CHILD).lanes
    assert (found.id, found.name) == (summer.clinic.maya, "Maya O.")
    assert found.dots == (Dot.PLACED, Dot.CLASH, Dot.MISSING, Dot.MISSING)


def test_a_large_plan_is_judged_a_few_hundred_sessions_at_a_time():
    week = a_full_week()
    plans, board = week.services.programs.plans, week.services.programs.board
    board.week(week.plan_id, MONDAY)
    assert plans.judge_some(week.plan_id)
    while plans.judge_some(week.plan_id):
        pass
    close_database()
