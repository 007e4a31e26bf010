"""Story 1: a whole intensive in one go, every date looked at before anything is saved."""

from datetime import date, time
from time import process_time

import pytest

from db.connection import close_database, database
from db.models.scheduling import Series, Session
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.alternatives import Change
from ot_desktop.scheduling.preview import Choice, RowState
from ot_desktop.scheduling.wording import left_hint, moved_hint, not_placed_hint, sentence
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def scheduling(services):
    return services.scheduling


JUNE_8 = date(2027, 6, 8)


def one(clinic, child_id, day, at, **more):
    """Ask for a single session."""
    wanted = {"starts_on": day, "times": (time.fromisoformat(at),), "count": 1}
    return mayas_series(clinic, child_id=child_id, weekdays=frozenset(range(7)), **(wanted | more))


def book_one(scheduling, clinic, child_id, day, at, **more):
    return scheduling.book(scheduling.preview(one(clinic, child_id, day, at, **more)))


def test_maya_gets_twenty_sessions_from_june_7_to_july_6(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic))
    assert len(preview.booked) == 20
    assert (preview.first_day, preview.last_day) == (date(2027, 6, 7), date(2027, 7, 6))
    assert moved_hint(preview.moved_from) == "Jun 5 is a Saturday – moved"
    assert {row.state for row in preview.booked} == {RowState.FREE}
    assert left_hint(preview.visits_left, preview.last_day) == "0 visits left after Jul 6"


def test_closed_days_stand_struck_out_between_the_rows(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic))
    closed = [(row.day, row.closed_for) for row in preview.rows if row.state is RowState.CLOSED]
    assert closed == [
        (date(2027, 6, 18), "Staff training"),
        (date(2027, 7, 5), "Independence Day, observed"),
    ]


def test_iris_gets_nine_and_three_cannot_be_placed(scheduling, clinic):
    request = mayas_series(
        clinic,
        child_id=clinic.iris,
        starts_on=date(2027, 6, 14),
        latest_day=date(2027, 6, 25),
        count=12,
    )
    preview = scheduling.preview(request)
    assert len(preview.booked) == 9
    assert not_placed_hint(preview.not_placed, request.latest_day) == (
        "3 cannot be placed before Jun 25"
    )


def test_two_sessions_a_day_are_one_series(scheduling, clinic):
    request = mayas_series(clinic, times=(time(9), time(14)), count=6)
    scheduling.book(scheduling.preview(request))
    starts = [f"{each.starts:%d %H:%M}" for each in scheduling.sessions_of(clinic.maya)]
    assert starts[:3] == ["07 09:00", "07 14:00", "08 09:00"]
    assert Series.select().count() == 1


def test_a_conflict_names_child_therapist_room_and_until_when(scheduling, clinic):
    book_one(scheduling, clinic, clinic.owen, JUNE_8, "09:30", room_id=clinic.fine_motor)
    preview = scheduling.preview(mayas_series(clinic))
    [row] = preview.conflicts
    assert (row.day, row.number) == (JUNE_8, 2)
    assert [sentence(finding) for finding in row.findings] == [
        "Ana Ruiz sees Owen Park in Fine-Motor until 10:30."
    ]
    assert not preview.can_book


def test_a_conflict_offers_three_places_that_are_free(scheduling, clinic):
    book_one(scheduling, clinic, clinic.owen, JUNE_8, "09:30", room_id=clinic.fine_motor)
    request = mayas_series(clinic)
    [row] = scheduling.preview(request).conflicts
    assert len(row.alternatives) == 3
    assert [each.change for each in row.alternatives] == [
        Change.OTHER_TIME,
        Change.OTHER_TIME,
        Change.OTHER_THERAPIST,
    ]
    for each in row.alternatives:
        preview = scheduling.preview(request, {row.asked: Choice(each.visit)})
        assert preview.can_book


def test_first_alternatives_solve_a_whole_series_and_are_booked(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    owens = scheduling.preview(mayas_series(clinic, child_id=clinic.owen, room_id=clinic.gym))
    assert len(owens.conflicts) == 20
    solved = scheduling.first_alternatives(owens)
    assert solved.can_book
    assert len({visit.starts for visit in solved.visits}) == 20
    scheduling.book(solved)
    assert len(scheduling.sessions_of(clinic.owen)) == 20


def test_a_row_can_be_left_out(scheduling, clinic):
    request = mayas_series(clinic)
    first = scheduling.preview(request).rows[0]
    preview = scheduling.preview(request, {first.asked: Choice()})
    assert len(preview.booked) == 19
    assert preview.booked[0].number == 1
    scheduling.book(preview)
    assert len(scheduling.sessions_of(clinic.maya)) == 19


def test_a_clash_that_appears_after_looking_books_nothing(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic))
    book_one(scheduling, clinic, clinic.owen, date(2027, 7, 6), "09:00", room_id=clinic.feeding)
    with pytest.raises(ClinicError, match=r"Tue, Jul 6.*Ana Ruiz sees Owen Park.*Nothing was"):
        scheduling.book(preview)
    assert scheduling.sessions_of(clinic.maya) == []
    assert Series.select().where(Series.child == clinic.maya).count() == 0


def test_a_booking_can_be_taken_back_and_booked_again(scheduling, clinic):
    series_id = scheduling.book(scheduling.preview(mayas_series(clinic)))
    scheduling.withdraw(series_id)
    assert scheduling.sessions_of(clinic.maya) == []
    [use] = scheduling.authorizations(clinic.maya)
    assert use.left == 20
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    assert len(scheduling.sessions_of(clinic.maya)) == 20


def test_twelve_on_monday_wednesday_friday_end_on_wednesday_july_7(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic, weekdays=frozenset({0, 2, 4}), count=12))
    assert len(preview.booked) == 12
    assert preview.last_day == date(2027, 7, 7)


def test_a_series_ends_by_date_as_well(scheduling, clinic):
    by_date = scheduling.preview(mayas_series(clinic, last_day=date(2027, 7, 6)))
    assert by_date.visits == scheduling.preview(mayas_series(clinic)).visits


def test_a_series_is_finite_and_has_120_sessions_at_most(scheduling, clinic):
    assert len(scheduling.preview(mayas_series(clinic, count=120)).booked) == 120
    for endless in ({"count": 121}, {"count": None}):
        with pytest.raises(ValidationError) as refused:
            scheduling.preview(mayas_series(clinic, **endless))
        assert refused.value.fields.keys() == {"count"}


def test_a_full_hour_offers_another_time_room_or_therapist(scheduling, clinic):
    for child_id, therapist_id in ((clinic.leo, clinic.cam), (clinic.noa, clinic.ben)):
        book_one(scheduling, clinic, child_id, JUNE_8, "09:00", therapist_id=therapist_id)
    request = mayas_series(clinic)
    [row] = scheduling.preview(request).conflicts
    assert [each.change for each in row.alternatives] == [
        Change.OTHER_TIME,
        Change.OTHER_TIME,
        Change.OTHER_ROOM,
    ]


def test_twenty_rows_are_saved_within_a_second_among_40_000_sessions(scheduling, clinic):
    forty_thousand_sessions(clinic)
    preview = scheduling.preview(mayas_series(clinic))
    started = process_time()
    scheduling.book(preview)
    assert process_time() - started < 1
    assert len(scheduling.sessions_of(clinic.maya)) == 20


def forty_thousand_sessions(clinic):
    """Fill the years before with visits of Owen, Leo, Iris and the three therapists."""
    database.execute_sql(
        """WITH RECURSIVE hour (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM hour WHERE n < 13333)
        INSERT INTO session (child_id, therapist_id, starts, ends, zone, status)
        SELECT who.child, who.therapist, day || printf('T%02d:00', 8 + n % 8),
            day || printf('T%02d:45', 8 + n % 8), 'America/New_York', 'held'
        FROM (SELECT n, date('2022-01-01', '+' || (n / 8) || ' days') AS day FROM hour)
        JOIN (SELECT ? AS child, ? AS therapist UNION ALL SELECT ?, ? UNION ALL SELECT ?, ?) AS who
        """,
        (clinic.owen, clinic.ana, clinic.leo, clinic.ben, clinic.iris, clinic.cam),
    )
    assert Session.select().count() == 40_002
