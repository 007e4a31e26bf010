"""The live check of one place: every rule of the calendar and of the intensive, in words."""

from datetime import date

import pytest

from db.connection import close_database
from db.queries import settings as queries
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import (
    Away,
    Dose,
    ProgramDraft,
    ProgramTherapist,
    Rule,
    RuleChoice,
    Weight,
)
from ot_desktop.programs.placement import Level
from ot_desktop.settings.domain import ClinicSettings, Hours
from tests.an_intensive import ENDS_ON, LUNCH, MORNINGS, STARTS_ON, an_intensive
from tests.builders import a_child
from tests.reference_clinic import mayas_series


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def check(summer, place_id, place, plan_id=None, planned_id=None):
    plan_id = plan_id or summer.a_plan()
    return summer.board.check(plan_id, summer.service(place_id), place, planned_id)


def said(found, level=Level.STOP):
    return [remark.text for remark in found.remarks if remark.level is level]


def set_rule(summer, *choices):
    draft = ProgramDraft("Summer 2027", STARTS_ON, ENDS_ON, Dose(sessions=4), choices)
    summer.programs.change(summer.id, draft)


def test_a_free_place_fits_and_says_who_and_what_is_free(summer):
    maya = summer.child(summer.clinic.maya)
    found = check(summer, maya, summer.at(0, 9))
    assert found.fits
    assert found.title == "Mon, Jun 7, 9:00 with Ana"
    assert said(found, Level.FITS) == ["Ana, Sensory Gym and family are free"]


def test_a_therapist_who_is_taken_stops(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, owen, summer.at(0, 9, room=summer.clinic.fine_motor, minute=30), plan_id)
    assert found.word == "busy"
    assert said(found) == ["Ana Ruiz sees Maya Ortega in Sensory Gym until 10:00."]


def test_touching_times_do_not_clash(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    assert check(summer, owen, summer.at(0, 10), plan_id).fits


def test_a_visit_of_the_calendar_is_in_the_way(summer):
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=1)))
    owen = summer.child(summer.clinic.owen)
    found = check(summer, owen, summer.at(0, 9))
    assert said(found) == ["Ana Ruiz sees Maya Ortega in Sensory Gym until 10:00."]
    assert found.remarks[0].session_ids != ()


def test_a_full_room_stops_and_names_everybody_in_it(summer):
    clinic = summer.clinic
    places = [summer.child(each) for each in (clinic.maya, clinic.owen, clinic.iris)]
    plan_id = summer.a_plan((places[0], summer.at(1, 9)), (places[1], summer.at(1, 9, clinic.ben)))
    found = check(summer, places[2], summer.at(1, 9, clinic.cam), plan_id)
    assert found.word == "room"
    assert said(found) == ["Sensory Gym is full until 10:00: Maya Ortega and Owen Park."]


def test_a_closed_room_stops(summer):
    day = date(2027, 6, 7)
    summer.services.time_off.room_closed(summer.clinic.gym, (day, day), reason="floor")
    maya = summer.child(summer.clinic.maya)
    assert said(check(summer, maya, summer.at(0, 9))) == ["Sensory Gym is closed then (floor)."]


def test_a_room_needs_its_clean_up(summer):
    settings = ClinicSettings(name="Juniper Lane Pediatric OT", cleanup_minutes=10)
    summer.as_owner().settings.describe(settings)
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(1, 9, room=clinic.fine_motor)))
    found = check(summer, owen, summer.at(1, 10, clinic.ben, clinic.fine_motor), plan_id)
    assert found.word == "clean-up"


def test_a_therapist_who_is_away_stops_with_the_reason(summer):
    day = date(2027, 6, 7)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day), None, "training")
    maya = summer.child(summer.clinic.maya)
    found = check(summer, maya, summer.at(0, 9))
    assert (found.word, said(found)) == ("off", ["Ana Ruiz is away then (training)."])


def test_a_therapist_is_off_on_days_without_hours(summer):
    maya = summer.child(summer.clinic.maya)
    found = check(summer, maya, summer.at(0, 9, summer.clinic.ben))
    assert (found.word, said(found)) == ("off", ["Ben Cole is off on Mondays."])


def test_a_session_over_the_clinics_break_is_outside_hours(summer):
    maya = summer.child(summer.clinic.maya)
    assert check(summer, maya, summer.at(0, 11, minute=30)).word == "hours"


def test_a_closed_day_stops(summer):
    maya = summer.child(summer.clinic.maya)
    found = check(summer, maya, summer.at(date(2027, 6, 18), 9))
    assert said(found) == ["The clinic is closed on Fri, Jun 18 (Staff training)."]


def test_a_day_before_or_after_the_program_stops(summer):
    maya = summer.child(summer.clinic.maya)
    found = check(summer, maya, summer.at(date(2027, 7, 12), 9))
    assert said(found) == ["Mon, Jul 12 is not a day of the program."]


def test_a_start_off_the_grid_stops(summer):
    maya = summer.child(summer.clinic.maya)
    assert check(summer, maya, summer.at(0, 9, minute=10)).word == "time"


def test_the_past_is_over(summer):
    maya = summer.child(summer.clinic.maya)
    assert "This time is over." in said(check(summer, maya, summer.at(date(2026, 1, 5), 9)))


def test_a_family_comes_only_when_it_can(summer):
    maya = summer.child(summer.clinic.maya, can_come=MORNINGS)
    found = check(summer, maya, summer.at(0, 14))
    assert (found.word, said(found)) == ("family", ["Outside the times the family can come."])


def test_a_family_that_is_away_stops(summer):
    away = Away(date(2027, 6, 7), date(2027, 6, 9), "wedding")
    maya = summer.child(summer.clinic.maya, away=(away,))
    found = check(summer, maya, summer.at(2, 9))
    assert (found.word, said(found)) == ("away", ["The family is away Jun 7 to Jun 9."])


def test_one_adult_cannot_be_with_two_children_even_in_one_room(summer):
    clinic = summer.clinic
    leo, noa = summer.child(clinic.leo), summer.child(clinic.noa)
    plan_id = summer.a_plan((leo, summer.at(1, 9)))
    found = check(summer, noa, summer.at(1, 9, clinic.ben), plan_id)
    assert said(found) == ["Leo is with Ana Ruiz until 10:00; one adult brings both."]


def test_two_adults_can_bring_two_children_at_once(summer):
    clinic = summer.clinic
    leo, noa = summer.child(clinic.leo, caregivers=2), summer.child(clinic.noa, caregivers=2)
    plan_id = summer.a_plan((leo, summer.at(1, 9)))
    assert check(summer, noa, summer.at(1, 9, clinic.ben), plan_id).fits


def test_the_most_careful_answer_of_a_family_counts(summer):
    clinic = summer.clinic
    leo, noa = summer.child(clinic.leo, caregivers=2), summer.child(clinic.noa, caregivers=1)
    plan_id = summer.a_plan((noa, summer.at(1, 9)))
    assert check(summer, leo, summer.at(1, 9, clinic.ben), plan_id).word == "family"


def test_only_rooms_and_therapists_of_the_kind_fit(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(kind=summer.sensory),))
    clinic = summer.clinic
    found = check(summer, maya, summer.at(0, 9, clinic.cam, clinic.feeding))
    assert said(found) == ["Cam does not give Sensory.", "Sensory cannot be in Feeding."]


def test_a_therapist_who_takes_no_part_stops(summer):
    maya = summer.child(summer.clinic.maya)
    summer.programs.leave_out_therapist(summer.id, summer.clinic.ana)
    assert said(check(summer, maya, summer.at(0, 9))) == ["Ana takes no part in this program."]


def test_a_child_is_never_with_an_excluded_therapist(summer):
    maya = summer.child(summer.clinic.maya, excluded_therapist_ids=(summer.clinic.ana,))
    assert said(check(summer, maya, summer.at(0, 9))) == ["Maya is not to be with Ana."]


def test_a_therapist_who_must_is_the_only_one(summer):
    clinic = summer.clinic
    maya = summer.child(clinic.maya, therapist_id=clinic.cam, therapist_weight=Weight.MUST)
    assert said(check(summer, maya, summer.at(0, 9))) == ["Maya must be with Cam."]
    assert check(summer, maya, summer.at(0, 9, clinic.cam)).fits


def test_a_second_therapist_is_a_word_within_the_limit(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, maya, summer.at(2, 9, summer.clinic.ben), plan_id)
    assert found.fits
    assert said(found, Level.INFO) == ["Second therapist for Maya (limit 2)"]


def test_a_third_therapist_is_over_the_limit(summer):
    clinic = summer.clinic
    maya = summer.child(clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)), (maya, summer.at(2, 9, clinic.ben)))
    found = check(summer, maya, summer.at(9, 9, clinic.cam), plan_id)
    assert (found.word, said(found)) == ("limit", ["Third therapist for Maya; the limit is 2."])


def test_a_limit_that_is_only_preferred_warns(summer):
    set_rule(summer, RuleChoice(Rule.MOST_THERAPISTS, Weight.PREFER, 1))
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, maya, summer.at(2, 9, summer.clinic.ben), plan_id)
    assert found.fits
    assert "Second therapist for Maya; the limit is 1." in said(found, Level.WARN)


def test_the_same_therapist_as_a_must_allows_no_second(summer):
    set_rule(summer, RuleChoice(Rule.SAME_THERAPIST, Weight.MUST))
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    assert check(summer, maya, summer.at(2, 9, summer.clinic.ben), plan_id).word == "limit"


@pytest.mark.parametrize(
    ("weight", "level"), [(Weight.MUST, Level.STOP), (Weight.PREFER, Level.WARN)]
)
def test_a_time_that_is_not_the_first_choice_stops_or_warns(summer, weight, level):
    set_rule(summer, RuleChoice(Rule.FIRST_CHOICE_TIME, weight))
    maya = summer.child(summer.clinic.maya, preferred=(Window(8 * 60, 10 * 60),))
    found = check(summer, maya, summer.at(0, 10))
    assert said(found, level) == ["Not the family’s first-choice time."]


def test_a_first_choice_nobody_weighs_is_not_mentioned(summer):
    set_rule(summer, RuleChoice(Rule.FIRST_CHOICE_TIME, Weight.IGNORE))
    maya = summer.child(summer.clinic.maya, preferred=(Window(8 * 60, 10 * 60),))
    assert said(check(summer, maya, summer.at(0, 10)), Level.WARN) == []


def limit(summer, **limits):
    summer.programs.put_therapist(summer.id, ProgramTherapist(summer.clinic.ana, **limits))


def test_what_is_written_after_a_session_has_to_fit_the_hours(summer):
    limit(summer, lunch=None, writing_minutes=15)
    maya = summer.child(summer.clinic.maya)
    assert check(summer, maya, summer.at(0, 10, minute=45)).fits
    assert said(check(summer, maya, summer.at(0, 11))) == ["Ana has no time to write afterwards."]


def test_the_next_session_waits_until_the_last_is_written_about(summer):
    limit(summer, lunch=None, writing_minutes=15)
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, owen, summer.at(0, 10), plan_id)
    assert (found.word, said(found)) == ("writing", ["Ana still writes about Maya."])
    found = check(summer, owen, summer.at(0, 8), plan_id)
    assert said(found) == ["Ana has no time to write before 9:00."]


def whole_days(summer):
    """Let Ana and the clinic work through noon, so that a lunch is owed."""
    summer.as_owner().settings.set_hours([Hours(day, 8 * 60, 17 * 60) for day in range(5)])
    whole = [(day, 8 * 60, 17 * 60) for day in range(5)]
    queries.replace_therapist_hours(summer.clinic.ana, whole)


@pytest.mark.parametrize(
    ("weight", "level"), [(Weight.MUST, Level.STOP), (Weight.PREFER, Level.WARN)]
)
def test_a_therapist_keeps_a_lunch(summer, weight, level):
    whole_days(summer)
    set_rule(summer, RuleChoice(Rule.LUNCH, weight))
    limit(summer, lunch=LUNCH, lunch_minutes=30)
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 11, minute=15)))
    found = check(summer, owen, summer.at(0, 12, minute=30), plan_id)
    assert said(found, level) == ["Leaves Ana no lunch that day."]


def test_half_an_hour_left_is_a_lunch(summer):
    whole_days(summer)
    limit(summer, lunch=LUNCH, lunch_minutes=30)
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 11, minute=15)))
    assert check(summer, owen, summer.at(0, 13), plan_id).fits


def test_a_therapist_has_a_most_of_minutes_with_children(summer):
    limit(summer, lunch=None, most_minutes_a_day=90)
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, owen, summer.at(0, 14), plan_id)
    assert found.word == "full"
    assert said(found) == ["Ana would have 2 h with children, 1 h 30 min is the most."]


def test_a_child_has_a_most_a_day_a_week_and_in_all(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(2, most_a_week=1),))
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    assert said(check(summer, maya, summer.at(0, 14), plan_id)) == [
        "Maya already has one session that day.",
        "Maya already has 1 that week, 1 is the most.",
    ]
    summer.board.place(plan_id, summer.service(maya), summer.at(7, 9))
    assert said(check(summer, maya, summer.at(15, 9), plan_id)) == [
        "Maya already has all 2 sessions."
    ]


def test_a_session_that_moves_is_not_in_its_own_way(summer):
    maya = summer.child(summer.clinic.maya, wanted=(summer.wanted(1, most_a_week=1),))
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    [block] = [
        each for lane in summer.board.week(plan_id, date(2027, 6, 7)).lanes for each in lane.blocks
    ]
    assert check(summer, maya, summer.at(0, 9, minute=30), plan_id, block.planned_id).fits


def test_a_short_night_warns(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 16)))
    found = check(summer, maya, summer.at(1, 9), plan_id)
    assert found.fits
    assert "Less than 20 hours between two sessions of Maya." in said(found, Level.WARN)


def test_a_long_gap_warns(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    found = check(summer, maya, summer.at(8, 9), plan_id)
    assert "More than 3 days since Maya’s last session." in said(found, Level.WARN)


def test_siblings_who_come_at_other_times_cost_a_second_drive(summer):
    clinic = summer.clinic
    leo, noa = summer.child(clinic.leo), summer.child(clinic.noa)
    plan_id = summer.a_plan((leo, summer.at(0, 8)))
    found = check(summer, noa, summer.at(0, 14), plan_id)
    assert said(found, Level.INFO) == ["A second drive that day: Leo comes at another time."]
    assert said(check(summer, noa, summer.at(0, 10), plan_id), Level.INFO) == []


def test_visits_beyond_the_approval_warn_and_still_fit(summer):
    child = a_child(
        summer.as_owner(),
        "Ada",
        authorizations=(AuthorizationDraft(1, starts_on=STARTS_ON, ends_on=ENDS_ON),),
    )
    ada = summer.child(child)
    plan_id = summer.a_plan((ada, summer.at(0, 9)))
    found = check(summer, ada, summer.at(2, 9), plan_id)
    assert found.fits
    assert said(found, Level.WARN) == ["Visit 2 of 1: not authorized yet."]


def test_a_day_outside_the_approval_warns(summer):
    child = a_child(
        summer.as_owner(),
        "Ada",
        authorizations=(AuthorizationDraft(9, ends_on=date(2027, 6, 10)),),
    )
    ada = summer.child(child)
    found = check(summer, ada, summer.at(7, 9))
    assert said(found, Level.WARN) == ["The authorization ended Jun 10."]


def test_three_hours_without_a_break_warn(summer):
    clinic = summer.clinic
    kids = [summer.child(each) for each in (clinic.maya, clinic.owen, clinic.iris, clinic.leo)]
    plan_id = summer.a_plan(*((kid, summer.at(0, 8 + n)) for n, kid in enumerate(kids[:3])))
    found = check(summer, kids[3], summer.at(0, 11), plan_id)
    assert said(found, Level.WARN) == [
        "Ana Ruiz would treat over 3 hours without a break until 12:00."
    ]


def test_every_stop_is_named_not_only_the_first(summer):
    clinic = summer.clinic
    maya = summer.child(clinic.maya, can_come=MORNINGS)
    found = check(summer, maya, summer.at(0, 18, clinic.ben, clinic.feeding))
    assert {each.word for each in found.remarks if each.level is Level.STOP} == {
        "family", "off", "hours", "room",
    }  # fmt: skip


def test_times_nobody_asked_for_stop_nothing(summer):
    maya = summer.child(summer.clinic.maya, can_come=())
    assert check(summer, maya, summer.at(0, 9)).fits
