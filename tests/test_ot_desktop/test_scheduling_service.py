"""Booking, conflicts and authorizations by their numbers, on real services and a real file."""

from dataclasses import replace
from datetime import date, time

import pytest

from db.connection import close_database, database
from db.models.access import Audit
from db.models.scheduling import Session
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, NotAllowed, NotFound
from ot_desktop.permissions import Role
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.preview import Choice, RowState
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
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


def one(clinic, child_id, day, at, **more):
    """Ask for a single session."""
    wanted = {"starts_on": day, "times": (time.fromisoformat(at),), "count": 1}
    return mayas_series(clinic, child_id=child_id, weekdays=frozenset(range(7)), **(wanted | more))


def book_one(scheduling, clinic, child_id, day, at, **more):
    return scheduling.book(scheduling.preview(one(clinic, child_id, day, at, **more)))


JUNE_8 = date(2027, 6, 8)


def test_looking_saves_nothing(scheduling, clinic):
    scheduling.preview(mayas_series(clinic))
    assert Session.select().count() == 0


def test_booking_saves_every_session_with_its_number_zone_and_authorization(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    sessions = scheduling.sessions_of(clinic.maya)
    assert [session.number for session in sessions] == list(range(1, 21))
    assert {session.zone for session in sessions} == {"America/New_York"}
    assert {session.planned for session in sessions} == {20}
    assert not any(session.is_unconfirmed for session in sessions)
    [use] = scheduling.authorizations(clinic.maya)
    assert (use.used, use.booked, use.left) == (4, 20, 0)


def test_a_booking_is_one_line_in_the_log_and_one_piece_of_news(services, clinic):
    heard = []
    services.changes.listen(heard.append)
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    [(subject, child_id)] = list(
        Audit.select(Audit.subject, Audit.child).where(Audit.action == "booked sessions").tuples()
    )
    assert subject.endswith("20 sessions")
    assert child_id == clinic.maya
    assert heard == [Topic.SCHEDULE]


def test_rows_of_one_series_are_never_offered_the_same_place(scheduling, clinic):
    for at in ("08:00", "09:00", "10:00", "13:00", "14:00", "16:00"):
        book_one(
            scheduling, clinic, clinic.owen, JUNE_8, at, therapist_id=clinic.cam,
            room_id=clinic.fine_motor,
        )  # fmt: skip
    request = mayas_series(
        clinic, therapist_id=clinic.cam, times=(time(9), time(14)), starts_on=JUNE_8, count=2
    )
    solved = scheduling.first_alternatives(scheduling.preview(request))
    assert solved.can_book
    first, second = solved.visits
    assert first.ends <= second.starts


def test_a_day_closed_after_looking_books_nothing(services, clinic):
    preview = services.scheduling.preview(mayas_series(clinic))
    services.settings.close_day(date(2027, 6, 22), "Burst pipe")
    with pytest.raises(ClinicError, match="dates have changed"):
        services.scheduling.book(preview)
    assert services.scheduling.sessions_of(clinic.maya) == []


def test_a_conflict_is_not_booked(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    again = scheduling.preview(mayas_series(clinic))
    with pytest.raises(ClinicError):
        scheduling.book(again)
    assert len(scheduling.sessions_of(clinic.maya)) == 20


def test_a_twenty_first_visit_is_25_of_24_and_booked_unconfirmed(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    preview = scheduling.preview(one(clinic, clinic.maya, date(2027, 7, 7), "09:00"))
    [row] = preview.unconfirmed
    assert [sentence(finding) for finding in row.findings] == [
        "Visit 25 of 24: not authorized yet."
    ]
    scheduling.book(preview, "Payer was called, letter to follow.")
    assert scheduling.sessions_of(clinic.maya)[-1].is_unconfirmed


def test_the_visits_of_a_long_series_that_are_not_approved_are_marked(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic, count=22))
    assert [row.findings[0].visit_of for row in preview.unconfirmed] == [(25, 24), (26, 24)]


def test_visits_after_the_authorization_are_named(scheduling, clinic):
    preview = scheduling.preview(one(clinic, clinic.maya, date(2027, 8, 2), "09:00"))
    assert [sentence(each) for each in preview.rows[0].findings] == [
        "The authorization ended Jul 31."
    ]


def test_a_cancelled_session_and_a_no_show_use_no_visit(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    first, second, *_ = scheduling.sessions_of(clinic.maya)
    Session.update(status="cancelled_late").where(Session.id == first.id).execute()
    Session.update(status="no_show").where(Session.id == second.id).execute()
    [use] = scheduling.authorizations(clinic.maya)
    assert (use.used, use.booked, use.left) == (4, 18, 2)


def test_a_held_session_is_used_no_longer_booked(scheduling, clinic):
    scheduling.book(scheduling.preview(mayas_series(clinic)))
    first = scheduling.sessions_of(clinic.maya)[0]
    Session.update(status="held").where(Session.id == first.id).execute()
    [use] = scheduling.authorizations(clinic.maya)
    assert (use.used, use.booked, use.left) == (5, 19, 0)


def test_withdrawn_sessions_stay_in_the_file(scheduling, clinic):
    series_id = scheduling.book(scheduling.preview(mayas_series(clinic)))
    scheduling.withdraw(series_id)
    statuses = Session.select(Session.status).where(Session.series == series_id).tuples()
    assert [status for (status,) in statuses] == ["withdrawn"] * 20


def test_a_series_of_which_a_session_was_held_is_not_taken_back(scheduling, clinic):
    series_id = scheduling.book(scheduling.preview(mayas_series(clinic)))
    first = scheduling.sessions_of(clinic.maya)[0]
    Session.update(status="held").where(Session.id == first.id).execute()
    with pytest.raises(ClinicError, match="1 of these 20 sessions"):
        scheduling.withdraw(series_id)
    assert len(scheduling.sessions_of(clinic.maya)) == 20


def test_a_series_with_a_note_is_not_taken_back(scheduling, clinic):
    series_id = scheduling.book(scheduling.preview(mayas_series(clinic)))
    first = scheduling.sessions_of(clinic.maya)[0]
    database.execute_sql(
        "INSERT INTO note (session_id, child_id, author_id, content, started_at, saved_at) "
        "VALUES (?, ?, 1, '{}', '2027-06-07T14:00:00Z', '2027-06-07T14:00:00Z')",
        (first.id, clinic.maya),
    )
    with pytest.raises(ClinicError, match="have a note"):
        scheduling.withdraw(series_id)


def test_a_booking_is_taken_back_once(scheduling, clinic):
    series_id = scheduling.book(scheduling.preview(mayas_series(clinic)))
    scheduling.withdraw(series_id)
    with pytest.raises(ClinicError, match="already taken back"):
        scheduling.withdraw(series_id)


def test_a_booking_that_is_not_there_cannot_be_taken_back(scheduling, clinic):
    with pytest.raises(NotFound):
        scheduling.withdraw(999)


def test_who_may_not_book_is_refused_and_nothing_is_saved(scheduling, clinic):
    preview = scheduling.preview(mayas_series(clinic))
    reader = services_for(a_user(Role.READ_ONLY, "Ines Vidal"))
    with pytest.raises(NotAllowed):
        reader.scheduling.book(preview)
    assert reader.scheduling.sessions_of(clinic.maya) == []


def test_a_day_lists_every_session_by_time(scheduling, clinic):
    book_one(scheduling, clinic, clinic.maya, JUNE_8, "14:00")
    book_one(scheduling, clinic, clinic.owen, JUNE_8, "09:00", room_id=None)
    day = scheduling.day_schedule(JUNE_8)
    assert [(each.child_name, each.room_name) for each in day] == [
        ("Owen Park", None),
        ("Maya Ortega", "Sensory Gym"),
    ]


def test_one_session_is_found_by_its_id(scheduling, clinic):
    book_one(scheduling, clinic, clinic.maya, JUNE_8, "09:00")
    [listed] = scheduling.sessions_of(clinic.maya)
    assert scheduling.session(listed.id) == listed
    assert listed.status is SessionStatus.PLANNED
    with pytest.raises(NotFound):
        scheduling.session(listed.id + 1)


def test_the_next_sessions_are_those_that_have_not_ended(scheduling, clinic):
    past = mayas_series(clinic, child_id=clinic.owen, starts_on=date(2020, 6, 8), count=5)
    scheduling.book(scheduling.preview(past))
    to_come = mayas_series(clinic, child_id=clinic.owen, starts_on=date(2099, 6, 8), count=5)
    scheduling.book(scheduling.preview(to_come))
    found = scheduling.next_sessions(clinic.owen, 2)
    assert [(each.starts.year, each.number) for each in found] == [(2099, 1), (2099, 2)]


def test_a_choice_for_a_date_that_is_gone_is_forgotten(scheduling, clinic):
    request = mayas_series(clinic)
    first = scheduling.preview(request).rows[0]
    later = replace(request, starts_on=date(2027, 6, 8))
    assert len(scheduling.preview(later, {first.asked: Choice()}).booked) == 20


def test_an_unknown_child_is_refused(scheduling, clinic):
    with pytest.raises(NotFound):
        scheduling.preview(mayas_series(clinic, child_id=12345))


def test_alternatives_know_what_was_booked_a_moment_ago(scheduling, clinic):
    book_one(scheduling, clinic, clinic.owen, JUNE_8, "09:00", room_id=clinic.feeding)
    request = mayas_series(clinic)
    [row] = scheduling.preview(request).conflicts
    first = row.alternatives[0].visit
    at = f"{first.starts:%H:%M}"
    book_one(scheduling, clinic, clinic.owen, JUNE_8, at, room_id=clinic.feeding)
    [row] = scheduling.preview(request).conflicts
    assert first not in [each.visit for each in row.alternatives]


@pytest.mark.parametrize(("at", "states"), [("10:10", RowState.CONFLICT), ("10:15", RowState.FREE)])
def test_a_room_that_is_still_cleaned_is_in_the_way_to_the_minute(
    services, scheduling, clinic, at, states
):
    described = services.settings.clinic().settings
    services.settings.describe(replace(described, cleanup_minutes=15))
    book_one(scheduling, clinic, clinic.maya, JUNE_8, "09:00", room_id=clinic.feeding)
    wanted = {"therapist_id": clinic.ben, "room_id": clinic.feeding}
    [row] = scheduling.preview(one(clinic, clinic.iris, JUNE_8, at, **wanted)).rows
    assert row.state is states


def test_a_break_is_missed_by_what_lies_hours_away(scheduling, clinic):
    for at in ("08:00", "09:00", "10:00"):
        book_one(scheduling, clinic, clinic.maya, JUNE_8, at)
    wanted = {"room_id": clinic.feeding}
    [row] = scheduling.preview(one(clinic, clinic.iris, JUNE_8, "11:00", **wanted)).rows
    assert Kind.NO_BREAK in {each.kind for each in row.findings}
