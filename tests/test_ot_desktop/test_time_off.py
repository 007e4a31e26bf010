"""Therapists away and rooms closed: who may say so, and what booking makes of it."""

from dataclasses import replace
from datetime import date, time

import pytest

from db.connection import close_database, database
from ot_desktop.errors import NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.preview import RowState
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY, TUESDAY = date(2027, 6, 7), date(2027, 6, 8)


@pytest.fixture
def owner():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(owner):
    return reference_clinic(owner)


def findings(services, clinic, **changes):
    preview = services.scheduling.preview(mayas_series(clinic, count=2, **changes))
    return [[each.kind for each in row.findings] for row in preview.rows]


def test_a_day_away_is_kept_for_each_day(owner, clinic):
    owner.time_off.therapist_away(clinic.ana, (MONDAY, TUESDAY), reason="training")
    found = owner.time_off.between(MONDAY, TUESDAY)
    assert [(each.day, each.window, each.reason) for each in found] == [
        (MONDAY, None, "training"),
        (TUESDAY, None, "training"),
    ]


def test_a_therapist_who_is_away_warns(owner, clinic):
    owner.time_off.therapist_away(clinic.ana, (MONDAY, MONDAY), reason="training")
    assert findings(owner, clinic) == [[Kind.THERAPIST_AWAY], []]


def test_part_of_a_day_away_leaves_the_rest(owner, clinic):
    owner.time_off.therapist_away(clinic.ana, (MONDAY, MONDAY), Window(10 * 60, 12 * 60))
    assert findings(owner, clinic) == [[], []]
    assert findings(owner, clinic, times=(time(9, 30),))[0] == [Kind.THERAPIST_AWAY]


def test_a_closed_room_cannot_be_booked(owner, clinic):
    owner.time_off.room_closed(clinic.gym, (MONDAY, MONDAY), reason="floor")
    preview = owner.scheduling.preview(mayas_series(clinic, count=2))
    assert [row.state for row in preview.rows] == [RowState.CONFLICT, RowState.FREE]
    assert sentence(preview.rows[0].findings[0]) == "Sensory Gym is closed then (floor)."


def test_another_room_is_offered_for_a_closed_one(owner, clinic):
    owner.time_off.room_closed(clinic.gym, (MONDAY, MONDAY))
    [row, *_] = owner.scheduling.preview(mayas_series(clinic, count=2)).rows
    assert {each.visit.room_id for each in row.alternatives} <= {clinic.fine_motor, clinic.feeding}
    assert row.alternatives


def test_what_was_taken_back_holds_no_longer_and_stays_in_the_file(owner, clinic):
    owner.time_off.therapist_away(clinic.ana, (MONDAY, MONDAY))
    [away] = owner.time_off.between(MONDAY, MONDAY)
    owner.time_off.take_back(away)
    assert owner.time_off.between(MONDAY, MONDAY) == ()
    assert database.execute_sql("SELECT count(*) FROM therapist_absence").fetchone() == (1,)


def test_taking_back_twice_is_refused(owner, clinic):
    owner.time_off.room_closed(clinic.gym, (MONDAY, MONDAY))
    [closed] = owner.time_off.between(MONDAY, MONDAY)
    owner.time_off.take_back(closed)
    with pytest.raises(NotFound):
        owner.time_off.take_back(closed)


def test_a_therapist_marks_their_own_time_off_only(owner, clinic):
    ana = services_for(a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=clinic.ana))
    ana.time_off.therapist_away(clinic.ana, (MONDAY, MONDAY))
    with pytest.raises(NotAllowed, match="your own time off"):
        ana.time_off.therapist_away(clinic.ben, (MONDAY, MONDAY))
    with pytest.raises(NotAllowed):
        ana.time_off.room_closed(clinic.gym, (MONDAY, MONDAY))


def test_a_therapist_takes_nobody_elses_time_off_back(owner, clinic):
    owner.time_off.therapist_away(clinic.ben, (MONDAY, MONDAY))
    [away] = owner.time_off.between(MONDAY, MONDAY)
    ana = services_for(a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=clinic.ana))
    with pytest.raises(NotAllowed):
        ana.time_off.take_back(replace(away, therapist_id=clinic.ana))


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.READ_ONLY])
def test_assistants_and_readers_mark_no_time_off(owner, clinic, role):
    reader = services_for(a_user(role, "Cam Lee", therapist_id=clinic.cam))
    with pytest.raises(NotAllowed):
        reader.time_off.therapist_away(clinic.cam, (MONDAY, MONDAY))


@pytest.mark.parametrize(
    ("days", "window", "field"),
    [
        ((TUESDAY, MONDAY), None, "last_day"),
        ((MONDAY, date(2029, 1, 1)), None, "last_day"),
        ((MONDAY, MONDAY), Window(600, 600), "window"),
    ],
)
def test_time_off_that_means_nothing_is_refused_beside_its_field(
    owner, clinic, days, window, field
):
    with pytest.raises(ValidationError) as refusal:
        owner.time_off.therapist_away(clinic.ana, days, window)
    assert list(refusal.value.fields) == [field]
