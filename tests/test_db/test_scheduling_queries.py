"""The schedule's questions go through an index and are asked once, not once a row."""

from datetime import date, datetime, time, timedelta
from time import perf_counter

import pytest

from db.connection import database
from db.queries import approvals, documents
from db.queries import scheduling as queries
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

DAY = date(2027, 6, 8)
MIDNIGHT = datetime.combine(DAY, time())


def everything(*row, **named):
    return row or named


class Asked:
    """Collects what is asked of the database inside a ``with``."""

    def __enter__(self):
        self.statements = []
        database.connection().set_trace_callback(self.statements.append)
        return self

    def __exit__(self, *_error):
        database.connection().set_trace_callback(None)


def plan(statement):
    rows = database.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    return "\n".join(row[3] for row in rows)


@pytest.fixture
def services():
    return an_empty_clinic()


@pytest.fixture
def clinic(services):
    clinic = reference_clinic(services)
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    return clinic


@pytest.fixture
def questions(clinic):
    who = {"child_id": [1, 2], "therapist_id": [1], "room_id": [1, 2]}
    return {
        "day": lambda: queries.schedule(DAY, DAY, everything),
        "child": lambda: queries.sessions_of(clinic.maya, everything),
        "next": lambda: queries.next_sessions(clinic.maya, MIDNIGHT, 3, everything),
        "series": lambda: queries.sessions_of_series(1, everything),
        "bookings": lambda: queries.bookings_of(who, (DAY, DAY), (time.min, time.max), everything),
        "whole day": lambda: queries.bookings_on([DAY], everything),
        "approvals": lambda: approvals.of_child(clinic.maya, everything),
        "unapproved": lambda: approvals.visits_without(clinic.maya),
        "left": lambda: approvals.left_of([clinic.maya, clinic.leo], DAY, everything),
        "in force": lambda: approvals.in_force(DAY, everything),
        "expiring": lambda: documents.expiring(
            (DAY, DAY), ["consent"], everything, coming=(DAY, DAY)
        ),
    }


@pytest.mark.parametrize(
    "name",
    [
        *("day", "child", "next", "series", "bookings", "whole day", "approvals", "unapproved"),
        *("left", "in force", "expiring"),
    ],
)
def test_no_question_reads_every_session(questions, name):
    with Asked() as asked:
        questions[name]()
    assert asked.statements
    for statement in asked.statements:
        assert "SCAN session" not in plan(statement), plan(statement)


def test_a_day_is_one_question_through_the_index_of_starts(questions):
    with Asked() as asked:
        found = questions["day"]()
    assert len(found) == 1
    [statement] = asked.statements
    assert "session USING INDEX session_by_start (starts>? AND starts<?)" in plan(statement)


def test_bookings_around_a_series_use_an_index_for_each_of_child_therapist_and_room(questions):
    with Asked() as asked:
        questions["bookings"]()
    plans = " ".join(map(plan, asked.statements))
    for index in ("session_by_child", "session_by_therapist", "session_by_room"):
        assert f"INDEX {index}" in plans


def test_a_preview_asks_as_often_for_120_sessions_as_for_one(services, clinic):
    asked = {}
    for count in (1, 120):
        with Asked() as each:
            services.scheduling.preview(
                mayas_series(clinic, child_id=clinic.iris, therapist_id=clinic.cam, count=count)
            )
        asked[count] = len(each.statements)
    assert asked[120] == asked[1]


def many_sessions(clinic, days):
    """Fill the years before the reference summer: eight sessions a day in each of two rooms."""
    first = date(2027, 5, 31)
    rows = [
        (child, therapist, room, f"{day}T{hour:02}:00", f"{day}T{hour + 1:02}:00")
        for day in (first - timedelta(days=n) for n in range(days))
        for hour in range(8, 18)
        for child, therapist, room in (
            (clinic.leo, clinic.ana, clinic.gym),
            (clinic.owen, clinic.cam, clinic.feeding),
        )
    ]
    with database.atomic():
        database.connection().executemany(
            "INSERT INTO session (child_id, therapist_id, room_id, starts, ends, zone, status) "
            "VALUES (?, ?, ?, ?, ?, 'UTC', 'held')",
            rows,
        )
    return len(rows)


def test_twenty_sessions_are_booked_within_a_second_beside_forty_thousand(services, clinic):
    assert many_sessions(clinic, 2000) == 40_000
    preview = services.scheduling.preview(
        mayas_series(clinic, child_id=clinic.iris, therapist_id=clinic.cam)
    )
    began = perf_counter()
    services.scheduling.book(preview)
    assert perf_counter() - began < 1


def test_what_expires_is_found_by_its_day_and_not_by_reading_every_child(clinic):
    with Asked() as asked:
        documents.expiring((DAY, DAY), ["consent"], everything)
    [statement] = asked.statements
    told = plan(statement)
    assert "document USING INDEX document_expiring" in told
    assert "guardianship USING INDEX guardianship_ending" in told
    assert "SCAN child" not in told, told


@pytest.mark.parametrize("name", ["approvals", "left", "in force"])
def test_what_is_used_of_an_approval_is_counted_in_its_index_alone(questions, name):
    with Asked() as asked:
        questions[name]()
    [statement] = asked.statements
    assert "session USING COVERING INDEX session_by_authorization" in plan(statement)
