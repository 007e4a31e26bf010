"""Story 7: what became of visits, what may be said when, and two rates with their definition."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.connection import close_database, database
from ot_desktop.clock import now_local, today
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import (
    Outcome,
    Policy,
    Reason,
    VisitNow,
    check_outcome,
    is_late,
)
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.rates import (
    PastVisit,
    attendance,
    is_flagged,
    misses_in_a_row,
    percent,
)
from ot_desktop.scheduling.who_collects import Adult
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic

S = SessionStatus
NINE = datetime.fromisoformat("2027-06-07T09:00")
TEN = NINE + timedelta(hours=1)


def a_visit(status=S.PLANNED, **changes):
    return VisitNow(**({"starts": NINE, "ends": TEN, "status": status} | changes))


# What may be said when.


def test_a_visit_cannot_be_held_before_it_begins():
    with pytest.raises(ClinicError, match="has not begun"):
        check_outcome(a_visit(), Outcome(S.HELD), NINE - timedelta(minutes=1))
    check_outcome(a_visit(), Outcome(S.HELD), NINE)


def test_a_no_show_is_said_after_the_visits_end():
    with pytest.raises(ClinicError, match="not over"):
        check_outcome(a_visit(), Outcome(S.NO_SHOW), TEN - timedelta(minutes=1))
    check_outcome(a_visit(), Outcome(S.NO_SHOW), TEN)


def test_a_call_a_day_before_is_in_time_and_a_minute_later_late():
    notice = NINE - timedelta(hours=24)
    assert Outcome.called_off(NINE, notice, Policy()).status is S.CANCELLED_IN_TIME
    late = Outcome.called_off(NINE, notice + timedelta(minutes=1), Policy())
    assert late.status is S.CANCELLED_LATE


def test_the_clinic_chooses_its_notice():
    call = NINE - timedelta(hours=3)
    assert Outcome.called_off(NINE, call, Policy(notice_hours=3)).status is S.CANCELLED_IN_TIME


@pytest.mark.parametrize("minutes", [None, 0, 60, 90])
def test_a_visit_cut_short_took_fewer_minutes_than_planned(minutes):
    with pytest.raises(ValidationError) as refused:
        check_outcome(a_visit(), Outcome(S.CUT_SHORT, held_minutes=minutes), TEN)
    assert refused.value.fields.keys() == {"held_minutes"}


def test_the_clinic_says_why_it_calls_a_visit_off():
    with pytest.raises(ValidationError) as refused:
        check_outcome(a_visit(), Outcome(S.CANCELLED_BY_CLINIC), NINE)
    assert refused.value.fields.keys() == {"reason"}


def test_an_earlier_days_outcome_is_corrected_with_a_reason():
    later = NINE + timedelta(days=2)
    with pytest.raises(ValidationError) as refused:
        check_outcome(a_visit(S.NO_SHOW), Outcome(S.HELD), later)
    assert refused.value.fields.keys() == {"why"}
    check_outcome(a_visit(S.NO_SHOW), Outcome(S.HELD, why="They came, Dana was away"), later)


def test_what_nobody_said_of_an_earlier_day_needs_no_reason():
    check_outcome(a_visit(), Outcome(S.HELD), NINE + timedelta(days=2))


def test_a_visit_with_a_signed_note_took_place():
    with pytest.raises(ClinicError, match="signed note"):
        check_outcome(a_visit(S.HELD, has_signed_note=True), Outcome(S.NO_SHOW, why="x"), TEN)


def test_a_visit_is_late_some_minutes_after_its_start_until_somebody_checks_in():
    policy = Policy(late_after_minutes=5)
    assert not is_late(a_visit(), policy, NINE + timedelta(minutes=4))
    assert is_late(a_visit(), policy, NINE + timedelta(minutes=5))
    assert not is_late(a_visit(S.ARRIVED), policy, NINE + timedelta(minutes=5))
    assert not is_late(a_visit(), policy, TEN)


# The two rates.


def visits(*statuses, first=NINE):
    return [
        PastVisit(number, first + timedelta(days=number), status)
        for number, status in enumerate(statuses)
    ]


def the_example():
    """N = 20: 16 held, 1 therapist ill, 1 canceled in time and made up, 1 late, 1 no-show."""
    planned = visits(
        *[S.HELD] * 16, S.CANCELLED_BY_CLINIC, S.CANCELLED_IN_TIME, S.CANCELLED_LATE, S.NO_SHOW
    )
    missed = planned[17]
    return [*planned, PastVisit(99, missed.starts + timedelta(days=3), S.HELD, missed.id)]


LATER = NINE + timedelta(days=200)


def test_the_published_example_gives_both_rates():
    counted = attendance(the_example(), Policy(), LATER)
    assert percent(counted.lost_slots) == "20.0 %"
    assert percent(counted.family) == "89.5 %"
    assert counted.lost_slots == Fraction(4, 20)
    assert counted.family == Fraction(17, 19)


def test_a_make_up_outside_the_clinics_window_does_not_count():
    assert attendance(the_example(), Policy(make_up_days=2), LATER).family == Fraction(16, 19)


def test_a_canceled_make_up_makes_nothing_up():
    *planned, made_up = the_example()
    canceled = PastVisit(99, made_up.starts, S.CANCELLED_LATE, made_up.makes_up)
    assert attendance([*planned, canceled], Policy(), LATER).family == Fraction(16, 19)


def test_a_make_up_that_was_missed_and_made_up_in_its_turn_counts_once():
    *planned, made_up = the_example()
    missed = PastVisit(99, made_up.starts, S.CANCELLED_LATE, made_up.makes_up)
    again = PastVisit(100, made_up.starts + timedelta(days=1), S.HELD, missed.id)
    counted = attendance([*planned, missed, again], Policy(), LATER)
    assert (counted.planned, counted.made_up) == (20, 1)
    assert percent(counted.family) == "89.5 %"


def test_a_visit_of_an_intensive_can_be_made_up_until_it_ends():
    ends = (NINE + timedelta(days=40)).date()
    missed = PastVisit(1, NINE, S.NO_SHOW, program_ends=ends)
    for days, made_up in ((40, 1), (41, 0)):
        later = PastVisit(2, NINE + timedelta(days=days), S.HELD, 1)
        assert attendance([missed, later], Policy(), LATER).made_up == made_up


def test_nothing_to_count_is_no_number():
    assert percent(attendance([], Policy(), LATER).family) == "—"
    only_clinic = attendance(visits(S.CANCELLED_BY_CLINIC), Policy(), LATER)
    assert only_clinic.family is None
    assert only_clinic.lost_slots == 1


def test_visits_ahead_are_in_no_figure_and_unsaid_ones_are_counted_apart():
    counted = attendance(visits(S.HELD, S.PLANNED, S.ARRIVED), Policy(), NINE + timedelta(days=2))
    assert (counted.planned, counted.not_said) == (1, 1)


STATUSES = st.lists(st.sampled_from(SessionStatus), max_size=40)


@given(statuses=STATUSES, at=st.integers(0, 40))
def test_a_clinics_cancellation_never_lowers_a_familys_rate(statuses, at):
    before = attendance(visits(*statuses), Policy(), LATER).family
    statuses.insert(min(at, len(statuses)), S.CANCELLED_BY_CLINIC)
    assert attendance(visits(*statuses), Policy(), LATER).family == before


@given(statuses=STATUSES)
def test_every_counted_visit_is_in_one_count(statuses):
    counted = attendance(visits(*statuses), Policy(), LATER)
    parts = counted.attended + counted.by_clinic + counted.missed_by_family
    assert parts == counted.planned


def test_three_no_shows_in_a_row_flag_a_family_whatever_the_clinic_canceled_between():
    latest = [S.NO_SHOW, S.CANCELLED_BY_CLINIC, S.NO_SHOW, S.NO_SHOW]
    assert misses_in_a_row(visits(S.HELD, *latest)) == 3
    assert is_flagged(visits(*[S.HELD] * 40, *latest), Policy(), LATER)


def test_attendance_below_the_threshold_flags_a_family():
    seven_of_ten = visits(*[S.CANCELLED_LATE] * 3, *[S.HELD] * 7)
    assert is_flagged(seven_of_ten, Policy(least_percent=80), LATER)
    assert not is_flagged(seven_of_ten, Policy(least_percent=70), LATER)


# Through the services.


@pytest.fixture
def desk():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    yield services, clinic, services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    close_database()


def booked(services, clinic, day, hour=9):
    """Book one visit on any weekday and return its session's id."""
    request = SeriesRequest(
        clinic.noa, day, frozenset({day.weekday()}), (time(hour),), 60, clinic.cam, clinic.gym, 1
    )
    services.scheduling.book(services.scheduling.preview(request), "The family asked for it.")
    return services.scheduling.sessions_of(clinic.noa)[-1].id


def log():
    return [row[0] for row in database.execute_sql("SELECT subject FROM audit ORDER BY id")]


def test_a_check_in_is_taken_back_with_a_second_click(desk):
    services, clinic, front = desk
    visit = booked(services, clinic, today())
    front.attendance.check_in(visit)
    assert front.attendance.visit(visit).now.status is S.ARRIVED
    front.attendance.take_back_check_in(visit)
    assert front.attendance.visit(visit).now.status is S.PLANNED
    assert front.attendance.visit(visit).arrived_at is None


def test_nobody_is_checked_in_on_an_earlier_day_than_the_visits(desk):
    services, clinic, front = desk
    with pytest.raises(ClinicError, match="later day"):
        front.attendance.check_in(booked(services, clinic, today() + timedelta(days=7)))


def test_a_call_frees_the_time_for_somebody_else(desk):
    services, clinic, front = desk
    day = today() + timedelta(days=7)
    status = front.attendance.family_called(booked(services, clinic, day), Reason.ILL)
    assert status is S.CANCELLED_IN_TIME
    booked(services, clinic, day)


def test_the_log_keeps_both_outcomes_and_why(desk):
    services, clinic, front = desk
    visit = booked(services, clinic, today() - timedelta(days=7))
    front.attendance.record(visit, Outcome(S.NO_SHOW))
    front.attendance.record(visit, Outcome(S.HELD, why="They were in the gym"))
    assert log()[-2:] == [
        f"session {visit}: planned → no_show",
        f"session {visit}: no_show → held (They were in the gym)",
    ]


def test_an_adult_who_may_not_collect_is_refused_and_nothing_is_kept(desk):
    services, clinic, front = desk
    visit = booked(services, clinic, today())
    father = Adult(None, "Owen’s father", may_collect=False)
    with pytest.raises(ValidationError) as refused:
        front.attendance.check_out(visit, father, "He insisted")
    assert refused.value.fields == {
        "collected_by": "Owen’s father may not collect this child. Ask the owner."
    }
    assert front.attendance.visit(visit).left_at is None


def test_the_owner_may_decide_otherwise_and_the_log_says_so(desk):
    services, clinic, _ = desk
    visit = booked(services, clinic, today())
    services.attendance.check_out(
        visit, Adult(None, "His father", may_collect=False), "The court changed its order today"
    )
    assert log()[-1] == f"session {visit}, against the family list"


def test_an_adult_may_collect_until_the_last_day_named(desk):
    services, clinic, front = desk
    visit = booked(services, clinic, today())
    aunt = Adult(None, "Aunt Ida", may_collect=True, may_collect_until=today())
    front.attendance.check_out(visit, aunt)
    assert front.attendance.visit(visit).left_at is not None
    earlier = Adult(None, "Aunt Ida", may_collect=True, may_collect_until=date(2026, 1, 5))
    with pytest.raises(ValidationError, match="until January 5, 2026 only"):
        front.attendance.check_out(visit, earlier)


def test_somebody_who_only_reads_changes_no_visit(desk):
    services, clinic, _ = desk
    visit = booked(services, clinic, today())
    reader = services_for(a_user(Role.READ_ONLY, "Ilse Brandt"))
    with pytest.raises(NotAllowed):
        reader.attendance.check_in(visit)


def test_other_rules_are_kept_and_followed(desk):
    services, clinic, front = desk
    with pytest.raises(ValidationError):
        services.attendance.set_policy(Policy(notice_hours=-1))
    services.attendance.set_policy(Policy(notice_hours=100))
    soon = booked(services, clinic, today() + timedelta(days=2))
    assert front.attendance.family_called(soon) is S.CANCELLED_LATE


def test_a_childs_figures_come_from_its_visits(desk):
    services, clinic, front = desk
    for weeks, outcome in ((3, Outcome(S.HELD)), (2, Outcome(S.NO_SHOW)), (1, Outcome(S.HELD))):
        visit = booked(services, clinic, today() - timedelta(weeks=weeks))
        front.attendance.record(visit, outcome)
    counted = front.attendance.attendance_of([clinic.noa])
    assert counted.family == Fraction(2, 3)
    assert front.attendance.flagged([clinic.noa, clinic.leo]) == {clinic.noa}
    last_week = front.attendance.attendance_of([clinic.noa], now_local().date() - timedelta(8))
    assert last_week.planned == 1


def test_a_talk_is_due_with_its_reasons_and_old_misses_are_forgotten(desk):
    services, clinic, front = desk
    for weeks in (30, 3, 2, 1):
        visit = booked(services, clinic, today() - timedelta(weeks=weeks))
        front.attendance.record(visit, Outcome(S.NO_SHOW))
    assert front.attendance.talks() == {
        clinic.noa: ("3 no-shows in a row", "Family attendance 0.0 % in 90 days")
    }
    services.attendance.set_policy(Policy(misses_in_a_row=4, least_percent=0))
    assert front.attendance.talks() == {}


# Making up.


def make_up(services, missed, day, hour=11):
    """Book the make-up of a missed visit, and return its id."""
    like = services.scheduling.session(missed)
    starts = datetime.combine(day, time(hour))
    request = SeriesRequest.single(
        like.child_id, starts, 60, like.therapist_id, like.room_id, makes_up_id=missed
    )
    services.scheduling.book(services.scheduling.preview(request), "Agreed by phone.")
    return services.attendance.visit(missed).make_up_id


def test_a_make_up_and_its_miss_know_each_other(desk):
    services, clinic, front = desk
    missed = booked(services, clinic, today() - timedelta(days=7))
    front.attendance.record(missed, Outcome(S.NO_SHOW))
    made_up = make_up(front, missed, today() + timedelta(days=3))
    assert front.attendance.visit(made_up).makes_up_id == missed
    with pytest.raises(ClinicError, match="made up already"):
        make_up(front, missed, today() + timedelta(days=4))


def test_a_visit_is_made_up_within_fourteen_days(desk):
    services, clinic, front = desk
    missed = booked(services, clinic, today() - timedelta(days=7))
    front.attendance.record(missed, Outcome(S.NO_SHOW))
    assert front.attendance.last_make_up_day(missed) == today() + timedelta(days=7)
    with pytest.raises(ClinicError, match="It can be made up until"):
        make_up(front, missed, today() + timedelta(days=8))


def test_a_canceled_make_up_is_itself_a_miss_that_can_be_made_up(desk):
    services, clinic, front = desk
    missed = booked(services, clinic, today() - timedelta(days=7))
    front.attendance.record(missed, Outcome(S.NO_SHOW))
    canceled = make_up(front, missed, today() + timedelta(days=3))
    front.attendance.family_called(canceled, Reason.ILL)
    with pytest.raises(ClinicError, match="made up already"):
        make_up(front, missed, today() + timedelta(days=4))
    assert make_up(front, canceled, today() + timedelta(days=4)) is not None


def test_a_visit_that_was_not_missed_is_not_made_up(desk):
    services, clinic, front = desk
    with pytest.raises(ClinicError, match="Only a missed visit"):
        make_up(front, booked(services, clinic, today() + timedelta(days=2)), today())


@pytest.mark.parametrize(("status", "why"), [(S.HELD, "not begun"), (S.NO_SHOW, "not over")])
def test_a_visit_to_come_is_neither_held_nor_missed(desk, status, why):
    services, clinic, front = desk
    ahead = booked(services, clinic, today() + timedelta(days=2))
    with pytest.raises(ClinicError, match=why):
        front.attendance.record(ahead, Outcome(status))
    assert front.attendance.visit(ahead).now.status is S.PLANNED


def test_the_desk_corrects_in_time_or_late_with_a_reason(desk):
    services, clinic, front = desk
    visit = booked(services, clinic, today() - timedelta(days=7))
    begins = datetime.combine(today() - timedelta(days=7), time(9))
    called = begins - timedelta(hours=30)
    assert front.attendance.family_called(visit, Reason.ILL, called) is S.CANCELLED_IN_TIME
    late = Outcome.called_off(begins, begins - timedelta(hours=2), Policy(), Reason.ILL)
    with pytest.raises(ValidationError, match="Say why"):
        front.attendance.record(visit, late)
    front.attendance.record(visit, replace(late, why="They called at 7"))
    assert log()[-1] == (f"session {visit}: cancelled_in_time → cancelled_late (They called at 7)")


def test_the_third_no_show_flags_with_words_of_the_clinic(desk):
    services, clinic, front = desk
    services.attendance.set_policy(Policy(least_percent=0, flag_words="Ask about the bus."))
    for weeks in (3, 2):
        visit = booked(services, clinic, today() - timedelta(weeks=weeks))
        front.attendance.record(visit, Outcome(S.NO_SHOW))
    assert front.attendance.flagged([clinic.noa]) == frozenset()
    third = booked(services, clinic, today() - timedelta(weeks=1))
    front.attendance.record(third, Outcome(S.NO_SHOW))
    assert front.attendance.flagged([clinic.noa]) == {clinic.noa}
    assert front.attendance.policy().flag_words == "Ask about the bus."
