"""The step that widened programs: what earlier files hold, and what the file itself refuses."""

import pytest
from peewee import IntegrityError, SqliteDatabase

from db.connection import database, open_in_memory
from db.migrations import STEPS, migrate
from db.migrations.sql import run_script

EARLIER = STEPS[:3]
TWO_PROGRAMS = """
    INSERT INTO therapist (id, name, color_slot) VALUES (1, 'Ana Ruiz', 1);
    INSERT INTO child (id, given_name, created_at) VALUES (1, 'Maya', '2026-01-05T08:00:00.000Z');
    INSERT INTO program (id, name, starts_on, ends_on, sessions, length_minutes)
        VALUES (1, 'Summer', '2026-06-05', '2026-07-02', 12, 60),
        (2, 'Fall', '2026-10-05', '2026-10-30', 12, 60);
    INSERT INTO series (child_id, program_id, kind, starts_on, weekdays, times, length_minutes,
        planned, therapist_id, booked_at) VALUES (1, 1, 'intensive', '2026-06-08', '[0]',
        '["09:00"]', 60, 12, 1, '2026-05-01T08:00:00.000Z');
"""


@pytest.fixture
def earlier():
    """A file as the steps before this one left it, with a booked program and an empty one."""
    file = SqliteDatabase(":memory:")
    migrate(file, EARLIER)
    run_script(file, TWO_PROGRAMS)
    migrate(file, STEPS[:4])
    yield file
    file.close()


def test_a_program_that_was_booked_is_published_and_another_is_a_draft(earlier):
    found = earlier.execute_sql("SELECT id, status FROM program ORDER BY id").fetchall()
    assert found == [(1, "published"), (2, "draft")]


def test_an_earlier_program_gets_the_usual_dose_of_a_week(earlier):
    found = earlier.execute_sql(
        "SELECT most_a_day, least_a_week, most_a_week, longest_gap_days FROM program WHERE id = 1"
    ).fetchone()
    assert found == (1, 2, 5, None)


def test_nobody_knows_yet_how_far_earlier_families_drive(earlier):
    earlier.execute_sql("INSERT INTO household (id) VALUES (1)")
    found = earlier.execute_sql("SELECT travel_minutes FROM household").fetchone()
    assert found == (None,)


@pytest.fixture
def clinic():
    open_in_memory()
    run_script(database, TWO_PROGRAMS)
    database.execute_sql(
        "INSERT INTO user (id, name, role, key_slot, created_at)"
        " VALUES (1, 'Dana', 'front_desk', 'slot', '2026-01-05T08:00:00.000Z')"
    )


def a_plan(name, *, chosen):
    database.execute_sql(
        "INSERT INTO plan (program_id, name, made_at, made_by, is_chosen)"
        " VALUES (1, ?, '2026-05-01T08:00:00.000Z', 1, ?)",
        (name, chosen),
    )


@pytest.mark.usefixtures("clinic")
def test_a_program_has_one_chosen_plan():
    a_plan("Plan A", chosen=1)
    a_plan("Plan B", chosen=0)
    with pytest.raises(IntegrityError):
        a_plan("Plan C", chosen=1)


@pytest.mark.usefixtures("clinic")
def test_two_plans_of_a_program_have_two_names():
    a_plan("Plan A", chosen=0)
    with pytest.raises(IntegrityError):
        a_plan("Plan A", chosen=0)


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(("starts", "ends"), [(600, None), (None, 600), (600, 600), (700, 600)])
def test_time_off_has_both_times_in_order_or_none(starts, ends):
    with pytest.raises(IntegrityError):
        database.execute_sql(
            "INSERT INTO therapist_absence (therapist_id, day, starts_min, ends_min, noted_at)"
            " VALUES (1, '2026-06-08', ?, ?, '2026-05-01T08:00:00.000Z')",
            (starts, ends),
        )


@pytest.mark.usefixtures("clinic")
def test_a_child_is_in_a_program_once():
    row = "INSERT INTO program_child (program_id, child_id, added_at) VALUES (1, 1, '')"
    database.execute_sql(row)
    with pytest.raises(IntegrityError):
        database.execute_sql(row)
