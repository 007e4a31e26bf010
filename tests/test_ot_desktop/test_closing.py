"""A therapist away, a room or a day closed: everybody is listed, nothing happens by itself."""

from dataclasses import replace
from datetime import date, time

import pytest

from db.connection import close_database
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.affected import Closing
from ot_desktop.scheduling.closing import ListChanged
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY, TUESDAY, THURSDAY = date(2027, 6, 7), date(2027, 6, 8), date(2027, 6, 10)
CLOSED = date(2027, 6, 22)
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


def statuses(owner, day):
    return [each.status for each in owner.scheduling.day_schedule(day)]


def away(clinic, first=MONDAY, last=None, **more):
    return Closing((first, last or first), therapist_id=clinic.ana, reason="ill", **more)


def test_anas_seven_sessions_are_listed_by_time_and_nothing_changes(owner, clinic):
    sevens_day(owner, clinic)
    found = owner.closing.affected(away(clinic))
    assert [each.session.starts.hour for each in found] == list(HOURS)
    assert set(statuses(owner, MONDAY)) == {SessionStatus.PLANNED}
    assert owner.time_off.between(MONDAY, MONDAY) == ()


def test_each_row_says_whom_to_call_and_what_to_mind(owner, clinic):
    book(owner, clinic, 9)
    book(owner, clinic, 14, child_id=clinic.owen)
    maya, owen = owner.closing.affected(away(clinic))
    [lucia] = maya.call
    assert (lucia.phones[0].number, lucia.language) == ("555-0142", "Spanish")
    assert maya.alerts == "Peanut, Latex"
    assert [one.full_name for one in owen.call] == ["Grace Park"]


def test_ben_is_not_offered_on_a_monday(owner, clinic):
    book(owner, clinic, 9)
    [row] = owner.closing.affected(away(clinic))
    assert {each.visit.therapist_id for each in row.others} == {clinic.cam}


def test_ben_is_offered_on_a_tuesday(owner, clinic):
    book(owner, clinic, 9, starts_on=TUESDAY)
    [row] = owner.closing.affected(away(clinic, TUESDAY))
    assert clinic.ben in {each.visit.therapist_id for each in row.others}


def decided(owner, clinic, closing):
    """Give the first to somebody else, call the second off, leave the rest for later."""
    rows = owner.closing.affected(closing)
    steps = [
        Step(rows[0].session.id, rows[0].others[0].visit),
        Step(rows[1].session.id, called_off=closing.why),
        *(Step(row.session.id) for row in rows[2:]),
    ]
    return owner.closing.confirm(closing, rows, owner.closing.preview(closing, steps), "Ana is ill")


def test_all_is_confirmed_at_once(owner, clinic):
    sevens_day(owner, clinic)
    decided(owner, clinic, away(clinic))
    first, second, *rest = owner.scheduling.day_schedule(MONDAY)
    assert first.therapist_id == clinic.cam
    assert second.status is SessionStatus.CANCELLED_BY_CLINIC
    assert {each.therapist_id for each in rest} == {clinic.ana}
    assert len(owner.time_off.between(MONDAY, MONDAY)) == 1


def test_undo_puts_everything_back(owner, clinic):
    sevens_day(owner, clinic)
    before = owner.scheduling.day_schedule(MONDAY)
    closed = decided(owner, clinic, away(clinic))
    owner.closing.undo(closed)
    after = owner.scheduling.day_schedule(MONDAY)
    places = [[(s.id, s.therapist_id, s.room_id, s.status) for s in d] for d in (before, after)]
    assert places[0] == places[1]
    assert owner.time_off.between(MONDAY, MONDAY) == ()


def test_a_refused_step_keeps_nothing(owner, clinic):
    sevens_day(owner, clinic)
    closing = away(clinic)
    rows = owner.closing.affected(closing)
    seen = owner.closing.preview(closing, [Step(rows[0].session.id, rows[0].others[0].visit)])
    book(owner, clinic, 8, therapist_id=clinic.cam, room_id=clinic.feeding)
    with pytest.raises(ClinicError, match="Nothing was changed"):
        owner.closing.confirm(closing, rows, seen, "Ana is ill")
    assert owner.time_off.between(MONDAY, MONDAY) == ()


def test_three_days_and_part_of_a_day(owner, clinic):
    book(owner, clinic, 9, count=4)
    assert len(owner.closing.affected(away(clinic, MONDAY, date(2027, 6, 9)))) == 3
    morning = away(clinic, window=Window(8 * 60, 9 * 60))
    assert owner.closing.affected(morning) == ()


def test_a_clinic_cancellation_uses_no_authorization(owner, clinic):
    book(owner, clinic, 9)
    [before] = owner.scheduling.authorizations(clinic.maya)
    closing = away(clinic)
    [row] = owner.closing.affected(closing)
    steps = [Step(row.session.id, called_off=closing.why)]
    owner.closing.confirm(closing, [row], owner.closing.preview(closing, steps))
    [after] = owner.scheduling.authorizations(clinic.maya)
    assert (before.left, after.left) == (19, 20)


def call_all_off(owner, closing):
    rows = owner.closing.affected(closing)
    steps = [Step(row.session.id, called_off=closing.why) for row in rows]
    owner.closing.confirm(closing, rows, owner.closing.preview(closing, steps))


def test_back_early_brings_back_what_is_still_free(owner, clinic):
    book(owner, clinic, 9)
    book(owner, clinic, 10, child_id=clinic.owen, room_id=clinic.feeding)
    call_all_off(owner, away(clinic))
    other = a_child(owner, "Theo")
    book(owner, clinic, 10, child_id=other, therapist_id=clinic.cam, room_id=clinic.feeding)
    lost = owner.closing.back_early(away(clinic))
    assert [each.child_name for each in lost] == ["Owen Park"]
    assert owner.time_off.between(MONDAY, MONDAY) == ()
    assert {
        each.child_name
        for each in owner.scheduling.day_schedule(MONDAY)
        if each.status is SessionStatus.PLANNED
    } == {"Maya Ortega", "Theo Ortega"}


def test_a_reader_confirms_nothing(owner, clinic):
    reader = services_for(a_user(Role.READ_ONLY, "Pat Reed"))
    with pytest.raises(NotAllowed):
        reader.closing.confirm(away(clinic), [], reader.closing.preview(away(clinic), []))


def test_a_visit_booked_after_looking_is_named_and_nothing_is_kept(owner, clinic):
    book(owner, clinic, 9)
    closing = away(clinic)
    rows = owner.closing.affected(closing)
    seen = owner.closing.preview(
        closing, [Step(row.session.id, called_off=closing.why) for row in rows]
    )
    book(owner, clinic, 14, child_id=clinic.owen)
    with pytest.raises(ListChanged, match="since you looked: Owen Park"):
        owner.closing.confirm(closing, rows, seen)
    assert set(statuses(owner, MONDAY)) == {SessionStatus.PLANNED}
    assert owner.time_off.between(MONDAY, MONDAY) == ()
    fresh = owner.closing.affected(closing)
    owner.closing.confirm(closing, fresh, seen)
    assert statuses(owner, MONDAY) == [
        SessionStatus.CANCELLED_BY_CLINIC,
        SessionStatus.PLANNED,
    ]


@pytest.mark.parametrize("what", ["moved", "called off"])
def test_a_visit_changed_after_looking_is_looked_at_again(owner, clinic, what):
    book(owner, clinic, 9)
    closing = away(clinic)
    rows = owner.closing.affected(closing)
    session = rows[0].session
    if what == "moved":
        to = visit_of(session, starts=session.starts.replace(hour=10))
        to = replace(to, ends=session.ends.replace(hour=11))
        owner.rearranging.save(owner.rearranging.preview([Step(session.id, to)]))
    else:
        owner.attendance.family_called(session.id)
    seen = owner.closing.preview(closing, [Step(session.id)])
    with pytest.raises(ListChanged, match="Maya Ortega"):
        owner.closing.confirm(closing, rows, seen)
    assert owner.time_off.between(MONDAY, MONDAY) == ()
