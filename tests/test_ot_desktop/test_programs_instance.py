"""An intensive as the planner gets it, and what the planner finds as the clinic sees it."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.errors import ClinicError
from ot_desktop.planning.check import check
from ot_desktop.planning.domain import WHOLE_DAY, Plan, TimeOff, Window
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.instance_file import instance_facts, write_instance
from ot_desktop.planning.planner import plan as solve
from ot_desktop.programs.domain import Away, ProgramTherapist, Rule, RuleChoice, Weight
from ot_desktop.programs.seats import Seat, seats_of
from ot_desktop.settings.domain import ClinicSettings, Room
from tests.an_intensive import ALL_WEEK, ENDS_ON, LUNCH, MORNINGS, STARTS_ON, an_intensive
from tests.builders import a_child
from tests.planning_cases import STORED, stored
from tests.reference_clinic import mayas_series
from tests.test_ot_desktop.test_programs_rules import set_rule
from tests.test_ot_desktop.test_programs_slots import a_situation


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def instance(summer, plan_id=None):
    return summer.programs.plans.instance(summer.id, plan_id)


def only_child(summer):
    [child] = instance(summer).children
    return child


@pytest.mark.parametrize("name", STORED)
def test_a_stored_instance_is_written_as_it_was_read(name):
    read = instance_from(stored(name))
    assert instance_from(json.loads(json.dumps(instance_facts(read)))) == read


def test_an_instance_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(ClinicError, match="cannot be written"):
        write_instance(instance_from(stored("XS-1.00-s1")), tmp_path / "no" / "instance.json")


def test_the_instance_of_a_program_passes_the_formats_own_reading(summer):
    summer.child(summer.clinic.maya)
    assert instance_from(instance_facts(instance(summer))) == instance(summer)


def test_dates_closed_days_and_hours_are_the_clinics(summer):
    summer.child(summer.clinic.maya)
    found = instance(summer)
    assert (found.first_day, found.last_day) == (STARTS_ON, ENDS_ON)
    assert found.closed_days == {date(2027, 6, 18), date(2027, 7, 5)}
    assert found.open_hours == {day: Window(480, 1020) for day in range(5)}
    assert found.grid_min == 15


def test_therapists_hours_are_cut_by_the_clinics(summer):
    summer.as_owner().settings.set_hours(ALL_WEEK[:3])
    summer.child(summer.clinic.maya)
    ben = next(each for each in instance(summer).therapists if each.name == "Ben Cole")
    assert ben.hours == {
        1: (Window(480, 720), Window(780, 1020)),
        2: (Window(480, 720), Window(780, 1020)),
    }


def test_a_room_for_two_is_two_rooms_of_one_kind(summer):
    summer.child(summer.clinic.maya)
    gyms = [each for each in instance(summer).rooms if each.kind == f"room-{summer.clinic.gym}"]
    assert len(gyms) == 2


def test_limits_lunch_and_writing_are_handed_over(summer):
    summer.child(summer.clinic.maya)
    ana = ProgramTherapist(
        summer.clinic.ana,
        most_minutes_a_day=250,
        writing_minutes=15,
        lunch=LUNCH,
        lunch_minutes=30,
    )
    summer.programs.put_therapist(summer.id, ana)
    found = next(each for each in instance(summer).therapists if each.name == "Ana Ruiz")
    assert (found.max_contact_min_per_day, found.doc_gap_min) == (240, 15)
    assert (found.lunch.window, found.lunch.minutes) == (LUNCH, 30)


def test_a_lunch_nobody_weighs_is_not_handed_over(summer):
    summer.child(summer.clinic.maya)
    summer.programs.put_therapist(summer.id, ProgramTherapist(summer.clinic.ana, lunch=LUNCH))
    set_rule(summer, RuleChoice(Rule.LUNCH, Weight.IGNORE))
    assert all(each.lunch is None for each in instance(summer).therapists)


def test_time_off_becomes_absences_and_closed_rooms_fixed(summer):
    summer.child(summer.clinic.maya)
    day = date(2027, 6, 8)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day))
    summer.services.time_off.room_closed(summer.clinic.gym, (day, day), Window(545, 600))
    found = instance(summer)
    ana = next(each for each in found.therapists if each.name == "Ana Ruiz")
    assert ana.absences == (TimeOff(day, WHOLE_DAY),)
    assert [(each.window, each.contact) for each in found.fixed] == [(Window(540, 600), False)] * 2


def test_other_visits_are_fixed_with_therapist_and_a_place_in_the_room(summer):
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=2)))
    summer.child(summer.clinic.owen)
    fixed = instance(summer).fixed
    assert [(each.day, each.window, each.contact) for each in fixed] == [
        (date(2027, 6, 7), Window(540, 600), True),
        (date(2027, 6, 8), Window(540, 600), True),
    ]
    assert {each.room for each in fixed} == {f"room-{summer.clinic.gym}-1"}


def test_a_childs_other_visits_are_times_it_cannot_come(summer):
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=1)))
    summer.child(summer.clinic.maya)
    assert only_child(summer).unavailable == (TimeOff(date(2027, 6, 7), Window(540, 600)),)


def test_siblings_are_one_family_with_the_most_careful_answer(summer):
    clinic = summer.clinic
    summer.child(clinic.leo, caregivers=2, travel_minutes=50)
    summer.child(clinic.noa, caregivers=1)
    summer.child(clinic.maya)
    families = {len(each.children): each for each in instance(summer).families}
    assert (families[2].caregivers, families[2].travel_min) == (1, 50)
    assert families[1].travel_min == 0


def test_days_away_are_days_the_child_cannot_come(summer):
    summer.child(summer.clinic.maya, away=(Away(date(2027, 6, 17), date(2027, 6, 21)),))
    assert only_child(summer).unavailable == (
        TimeOff(date(2027, 6, 17)),
        TimeOff(date(2027, 6, 21)),
    )


def test_a_therapist_who_must_leaves_out_all_others(summer):
    clinic = summer.clinic
    summer.child(clinic.maya, therapist_id=clinic.ben, therapist_weight=Weight.MUST)
    child = only_child(summer)
    assert child.primary_therapist == f"therapist-{clinic.ben}"
    assert child.excluded_therapists == {f"therapist-{each}" for each in (clinic.ana, clinic.cam)}


def test_a_first_choice_that_must_cuts_the_times(summer):
    set_rule(summer, RuleChoice(Rule.FIRST_CHOICE_TIME, Weight.MUST))
    summer.child(summer.clinic.maya, can_come=MORNINGS, preferred=(Window(540, 800),))
    assert only_child(summer).availability[0] == (Window(540, 720),)


def test_without_approvals_as_many_visits_as_wanted_are_allowed(summer):
    summer.child(summer.clinic.owen)
    allowed = only_child(summer).authorization
    assert (allowed.visits, allowed.first_day) == (4, date(2027, 6, 7))


def test_several_approvals_are_one_with_the_days_between_left_out(summer):
    drafts = (
        AuthorizationDraft(3, ends_on=date(2027, 6, 10)),
        AuthorizationDraft(9, used_before=4, starts_on=date(2027, 6, 15)),
    )
    ada = a_child(summer.as_owner(), "Ada", authorizations=drafts)
    summer.child(ada)
    child = only_child(summer)
    assert child.authorization.visits == 3 + 5
    assert {off.day for off in child.unavailable} == {date(2027, 6, 11), date(2027, 6, 14)}


def test_an_approval_of_other_days_allows_nothing(summer):
    ada = a_child(
        summer.as_owner(), "Ada", authorizations=(AuthorizationDraft(9, ends_on=STARTS_ON),)
    )
    summer.child(ada)
    assert only_child(summer).authorization.visits == 0


def test_waiting_counts_in_whole_weeks_until_today(summer):
    since = date.today() - timedelta(days=20)
    summer.child(summer.clinic.maya, waiting_since=since)
    assert only_child(summer).waiting_weeks == 2


@pytest.mark.parametrize(
    ("weight", "extra"), [(Weight.MUST, 48), (Weight.PREFER, 12), (Weight.IGNORE, 0)]
)
def test_weight_words_become_points(summer, weight, extra):
    summer.child(summer.clinic.maya)
    set_rule(summer, RuleChoice(Rule.SAME_THERAPIST, weight))
    found = instance(summer)
    assert found.weights.extra_therapist == extra
    assert (found.children[0].services[0].max_therapists == 1) == (weight is Weight.MUST)


def test_an_even_spread_that_must_lowers_the_most_of_a_week(summer):
    summer.child(summer.clinic.maya, wanted=(summer.wanted(4, most_a_week=3),))
    assert only_child(summer).services[0].max_per_week == 3
    set_rule(summer, RuleChoice(Rule.EVEN_SPREAD, Weight.MUST))
    assert only_child(summer).services[0].max_per_week == 2


def test_children_without_times_are_left_out(summer):
    summer.child(summer.clinic.maya, can_come=())
    summer.child(summer.clinic.owen)
    assert [each.name for each in instance(summer).children] == ["Owen Park"]


@pytest.mark.parametrize(
    ("missing", "said"),
    [("children", "No child is ready"), ("therapists", "No therapist takes part")],
)
def test_what_is_missing_is_said_before_anybody_waits(summer, missing, said):
    if missing == "therapists":
        summer.child(summer.clinic.maya)
        for each in summer.programs.program(summer.id).therapists:
            summer.programs.leave_out_therapist(summer.id, each.therapist_id)
    with pytest.raises(ClinicError, match=said):
        instance(summer)


def test_a_plan_is_handed_over_with_what_is_locked_or_moved(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    found = solve(instance(summer), iterations=0)
    plan_id = summer.programs.plans.keep(summer.id, found)
    first = next(
        block
        for lane in summer.board.week(plan_id, date(2027, 6, 7)).lanes
        for block in lane.blocks
    )
    summer.board.lock(first.planned_id)
    handed = instance(summer, plan_id).published
    assert len(handed.sessions) == 8
    assert [(each.day, each.start) for each in handed.locked] == [
        (first.starts.date(), first.starts.hour * 60 + first.starts.minute)
    ]
    assert maya != owen


@pytest.mark.parametrize("seed", range(12))
def test_what_the_planner_finds_has_no_clash_here_and_passes_its_own_check(seed):
    """Hold the planner's rules and the clinic's together, whatever is wished and forbidden.

    The planner's files know of no clean-up; where a clinic has one, its clashes are named here.
    """
    dice = Random(seed)  # noqa: S311  (a test, not a secret)
    summer, _kids, _plan_id = a_situation(dice)
    summer.as_owner().settings.describe(ClinicSettings(name="Clinic", cleanup_minutes=0))
    given = instance(summer)
    planned = solve(given, iterations=3, seed=seed)
    plan_id = summer.programs.plans.keep(summer.id, planned)
    clashes = summer.programs.plans.clashes(plan_id)
    close_database()
    assert check(given, planned) == []
    assert [each.text for each in clashes] == []


def test_a_plan_of_another_intensive_is_refused(summer):
    summer.child(summer.clinic.maya)
    found = solve(instance(summer), iterations=0)
    moved = Plan("x", tuple(replace(each, service="service-99") for each in found.sessions))
    with pytest.raises(ClinicError, match="another intensive"):
        summer.programs.plans.keep(summer.id, moved)


def at(hour, minute=0):
    return datetime.combine(date(2027, 6, 7), time(hour, minute))


def test_as_few_places_as_possible_are_used():
    seats = [
        Seat(1, 7, at(9), at(10)), Seat(2, 7, at(9, 30), at(10, 30)), Seat(3, 7, at(10), at(11)),
    ]  # fmt: skip
    found = seats_of(seats, {7: Room(7, "Gym", 3)})
    assert found == {1: "room-7-1", 2: "room-7-2", 3: "room-7-1"}


@pytest.mark.parametrize("seed", range(20))
def test_nobody_shares_a_place_while_the_room_is_not_too_full(seed):
    dice = Random(seed)  # noqa: S311  (a test, not a secret)
    seats = []
    for number in range(dice.randrange(1, 30)):
        start = at(8) + timedelta(minutes=15 * dice.randrange(20))
        seats.append(Seat(number, 1, start, start + timedelta(minutes=dice.choice([30, 60]))))
    capacity = max(sum(a.starts <= b.starts < a.ends for a in seats) for b in seats)
    found = seats_of(seats, {1: Room(1, "Gym", capacity)})
    for one in seats:
        for other in seats:
            if one.id < other.id and found[one.id] == found[other.id]:
                assert one.ends <= other.starts or other.ends <= one.starts


def test_a_visit_too_many_still_gets_a_place():
    seats = [Seat(1, 7, at(9), at(10)), Seat(2, 7, at(9), at(10))]
    assert set(seats_of(seats, {7: Room(7, "Fine", 1)}).values()) == {"room-7-1"}
