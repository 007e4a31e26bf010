"""Story 17: closing a day or a room never makes a visit disappear; two visits swap rooms."""

from datetime import date, time

import pytest

from db.connection import close_database
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.affected import Closing
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.rules import Kind
from tests.builders import a_child, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY, CLOSED = date(2027, 6, 7), date(2027, 6, 22)
HOURS = (8, 9, 10, 11, 13, 14, 15)


@pytest.fixture
def owner():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(owner):
    return reference_clinic(owner)


def book(owner, clinic, hour, **changes):
    wanted = {"times": (time(hour),), "count": 1, "starts_on": MONDAY} | changes
    preview = owner.scheduling.preview(mayas_series(clinic, **wanted))
    owner.scheduling.book(preview, "agreed with the family")


def sevens_day(owner, clinic, day=MONDAY, **changes):
    for number, hour in enumerate(HOURS):
        child_id = a_child(owner, f"Child{number}", family_name="Vance")
        book(owner, clinic, hour, child_id=child_id, starts_on=day, **changes)


def test_closing_22_june_lists_the_14_and_none_vanishes(owner, clinic):
    sevens_day(owner, clinic, CLOSED)
    sevens_day(owner, clinic, CLOSED, therapist_id=clinic.cam, room_id=clinic.feeding)
    closing = Closing((CLOSED, CLOSED), reason="Water main")
    rows = owner.closing.affected(closing)
    assert len(rows) == 14
    owner.closing.confirm(
        closing, rows, owner.closing.preview(closing, [Step(r.session.id) for r in rows])
    )
    assert len(owner.scheduling.day_schedule(CLOSED)) == 14
    assert CLOSED in [each.day for each in owner.settings.clinic().closed_days]


def test_a_closed_days_sessions_are_offered_other_days(owner, clinic):
    book(owner, clinic, 9, starts_on=CLOSED)
    [row] = owner.closing.affected(Closing((CLOSED, CLOSED)))
    assert [each.visit.day.day for each in row.places] == [23, 24, 25]


def test_a_closed_day_is_opened_again_by_undo(owner, clinic):
    book(owner, clinic, 9, starts_on=CLOSED)
    closing = Closing((CLOSED, CLOSED))
    [row] = owner.closing.affected(closing)
    closed = owner.closing.confirm(
        closing, [row], owner.closing.preview(closing, [Step(row.session.id, row.places[0].visit)])
    )
    owner.closing.undo(closed)
    assert CLOSED not in [each.day for each in owner.settings.clinic().closed_days]
    assert len(owner.scheduling.day_schedule(CLOSED)) == 1


def test_half_a_day_closed_leaves_the_morning(owner, clinic):
    sevens_day(owner, clinic, CLOSED)
    afternoon = Closing((CLOSED, CLOSED), window=Window(12 * 60, 17 * 60))
    rows = owner.closing.affected(afternoon)
    assert [each.session.starts.hour for each in rows] == [13, 14, 15]
    owner.closing.confirm(afternoon, rows, owner.closing.preview(afternoon, []))
    assert len(owner.time_off.between(CLOSED, CLOSED)) == 3


def test_a_closed_rooms_sessions_keep_their_times_in_a_room_with_the_same_equipment(owner, clinic):
    days = (date(2027, 6, 14), date(2027, 6, 16))
    rooms = owner.settings
    kitchen = rooms.add_room("Kitchen", 1, "high chair, sink")
    oral = rooms.add_room("Oral-Motor", 1, "sink, high chair, mirror")
    book(owner, clinic, 9, starts_on=days[0], count=3, room_id=kitchen)
    book(
        owner,
        clinic,
        9,
        starts_on=days[1],
        child_id=clinic.owen,
        therapist_id=clinic.cam,
        room_id=oral,
    )
    closing = Closing(days, room_id=kitchen, reason="sink leaks")
    affected = owner.closing.affected(closing)
    steps = owner.closing.keep_times(affected)
    assert [step.to.room_id if step.to else None for step in steps] == [oral, oral, None]
    assert all(
        step.to.starts == each.session.starts
        for step, each in zip(steps, affected, strict=True)
        if step.to
    )


def test_two_sessions_change_rooms_in_one_step(owner, clinic):
    book(owner, clinic, 9, room_id=clinic.feeding)
    book(owner, clinic, 9, child_id=clinic.owen, therapist_id=clinic.cam, room_id=clinic.fine_motor)
    one, two = owner.scheduling.day_schedule(MONDAY)
    seen = owner.closing.swap_rooms(one.id, two.id)
    assert seen.conflicts == ()
    owner.rearranging.save(seen)
    after = owner.scheduling.day_schedule(MONDAY)
    assert [each.room_id for each in after] == [two.room_id, one.room_id]


def test_a_day_closed_in_the_settings_keeps_every_visit_and_names_the_day(owner, clinic):
    book(owner, clinic, 9, starts_on=CLOSED)
    owner.settings.close_day(CLOSED, "Water")
    [visit] = owner.scheduling.day_schedule(CLOSED)
    assert visit.status is SessionStatus.PLANNED
    [row] = owner.rearranging.preview([Step(visit.id, visit_of(visit))]).rows
    assert Kind.CLOSED_DAY in {each.kind for each in row.findings}


def test_each_of_the_14_is_moved_called_off_or_left_to_be_called(owner, clinic):
    sevens_day(owner, clinic, CLOSED)
    sevens_day(owner, clinic, CLOSED, therapist_id=clinic.cam, room_id=clinic.feeding)
    closing = Closing((CLOSED, CLOSED), reason="Water main")
    rows = owner.closing.affected(closing)
    moved, called_off, later = rows[:5], rows[5:10], rows[10:]
    steps = [
        *(Step(row.session.id, row.places[0].visit) for row in moved),
        *(Step(row.session.id, called_off=closing.why) for row in called_off),
        *(Step(row.session.id) for row in later),
    ]
    owner.closing.confirm(closing, rows, owner.closing.preview(closing, steps), "Water main")
    now = [owner.scheduling.session(row.session.id) for row in rows]
    assert all(each.starts.date() > CLOSED for each in now[:5])
    assert {each.status for each in now[5:10]} == {SessionStatus.CANCELLED_BY_CLINIC}
    assert now[10:] == [row.session for row in later]


def test_a_visit_a_closed_day_took_is_made_up(owner, clinic):
    book(owner, clinic, 9, starts_on=CLOSED)
    closing = Closing((CLOSED, CLOSED))
    [row] = owner.closing.affected(closing)
    steps = [Step(row.session.id, called_off=closing.why)]
    owner.closing.confirm(closing, [row], owner.closing.preview(closing, steps))
    place = row.places[0].visit
    request = SeriesRequest.single(
        place.child_id, place.starts, 60, place.therapist_id, place.room_id,
        makes_up_id=row.session.id,
    )  # fmt: skip
    owner.scheduling.book(owner.scheduling.preview(request))
    assert owner.attendance.visit(row.session.id).make_up_id is not None


def test_the_feeding_room_out_for_three_days_names_the_one_without_a_free_room(owner, clinic):
    days = [date(2027, 6, day) for day in (14, 15, 16)]
    for day in days:
        book(owner, clinic, 9, starts_on=day, room_id=clinic.feeding)
    for child_id, therapist_id, room_id in (
        (clinic.leo, clinic.cam, clinic.gym),
        (clinic.noa, clinic.ben, clinic.gym),
    ):
        book(owner, clinic, 9, starts_on=days[1], child_id=child_id, therapist_id=therapist_id,
             room_id=room_id)  # fmt: skip
    owner.time_off.room_closed(clinic.fine_motor, (days[1], days[1]), reason="Paint")
    closing = Closing((days[0], days[-1]), room_id=clinic.feeding, reason="Floor")
    affected = owner.closing.affected(closing)
    steps = owner.closing.keep_times(affected)
    kept = [step.to for step in steps]
    assert [visit is not None for visit in kept] == [True, False, True]
    assert {visit.room_id for visit in kept if visit} <= {clinic.gym, clinic.fine_motor}
    owner.closing.confirm(closing, affected, owner.closing.preview(closing, steps))
    assert [owner.scheduling.session(row.session.id).starts for row in affected] == [
        row.session.starts for row in affected
    ]
