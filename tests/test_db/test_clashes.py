"""The file refuses to book anybody or any room twice, whatever program writes to it."""

import subprocess
import sys
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.connection import close_database, create_database, database, open_in_memory
from db.transaction import Refused
from ot_desktop.scheduling.domain import Booking, SessionStatus, Visit
from ot_desktop.scheduling.facts import ClinicFacts, Facts
from ot_desktop.scheduling.rules import DOUBLE_BOOKINGS, check
from ot_desktop.settings.domain import Clinic, ClinicSettings, Room, Therapist

DAY = date(2027, 6, 8)
GYM, FINE_MOTOR = 1, 2
CALLED_OFF = [each.value for each in SessionStatus if not each.takes_time]


def fill():
    """Two therapists, a room for two, a room for one, four children."""
    for number, name in enumerate(("Ana Ruiz", "Ben Cole"), start=1):
        sql = "INSERT INTO therapist (id, name, color_slot) VALUES (?, ?, ?)"
        database.execute_sql(sql, (number, name, number))
    for number, name, capacity in ((GYM, "Sensory Gym", 2), (FINE_MOTOR, "Fine-Motor", 1)):
        sql = "INSERT INTO room (id, name, capacity) VALUES (?, ?, ?)"
        database.execute_sql(sql, (number, name, capacity))
    for number in range(1, 5):
        sql = "INSERT INTO child (id, given_name, created_at) VALUES (?, ?, '2026-01-01T00:00:00Z')"
        database.execute_sql(sql, (number, f"Child {number}"))


@pytest.fixture
def clinic():
    open_in_memory()
    fill()
    yield
    close_database()


def put(  # noqa: PLR0913  (the columns of a session)
    starts="09:00", ends="10:00", child=1, therapist=1, room=GYM, *, status="planned", verb="INSERT"
):
    sql = f"""{verb} INTO session (child_id, therapist_id, room_id, starts, ends, zone, status)
        VALUES (?, ?, ?, ?, ?, 'UTC', ?)"""
    values = (child, therapist, room, f"{DAY}T{starts}", f"{DAY}T{ends}", status)
    return database.execute_sql(sql, values).lastrowid


def change(session_id, columns):
    database.execute_sql(f"UPDATE session SET {columns} WHERE id = ?", (session_id,))  # noqa: S608  (this file's own words)


def test_a_therapist_is_not_booked_twice(clinic):
    put()
    with pytest.raises(Refused, match="therapist is taken"):
        put("09:30", "10:30", child=2, room=FINE_MOTOR)


def test_a_child_is_not_booked_twice(clinic):
    put()
    with pytest.raises(Refused, match="child is taken"):
        put("09:30", "10:30", therapist=2, room=FINE_MOTOR)


def test_a_room_takes_no_more_than_it_holds(clinic):
    put(room=FINE_MOTOR)
    with pytest.raises(Refused, match="room is full"):
        put("09:59", "10:30", child=2, therapist=2, room=FINE_MOTOR)


def test_insert_or_replace_is_refused_as_well(clinic):
    put()
    with pytest.raises(Refused, match="therapist is taken"):
        put(child=2, room=FINE_MOTOR, verb="INSERT OR REPLACE")


def test_replacing_a_session_by_its_id_does_not_pass_the_check_of_others(clinic):
    put()
    other = put("11:00", "12:00", child=2, room=FINE_MOTOR)
    with pytest.raises(Refused):
        database.execute_sql(
            "INSERT OR REPLACE INTO session (id, child_id, therapist_id, starts, ends, zone) "
            "VALUES (?, 2, 1, ?, ?, 'UTC')",
            (other, f"{DAY}T09:30", f"{DAY}T10:30"),
        )


@pytest.mark.parametrize(
    "columns",
    [
        "starts = '2027-06-08T09:30', ends = '2027-06-08T10:30'",
        "starts = '2027-06-08T09:00', ends = '2027-06-08T12:00'",
        "ends = '2027-06-08T11:00', starts = '2027-06-08T08:00'",
    ],
)
def test_moving_onto_another_session_is_refused(clinic, columns):
    put()
    other = put("11:00", "12:00", child=2, room=FINE_MOTOR)
    with pytest.raises(Refused):
        change(other, columns)


@pytest.mark.parametrize("columns", ["therapist_id = 1", "child_id = 1", "room_id = 2"])
def test_taking_somebody_or_a_room_that_is_taken_is_refused(clinic, columns):
    put(room=FINE_MOTOR)
    other = put(child=2, therapist=2, room=GYM)
    with pytest.raises(Refused):
        change(other, columns)


def test_a_cancelled_session_does_not_come_back_into_a_slot_that_was_filled(clinic):
    cancelled = put(status="cancelled_in_time")
    put()
    with pytest.raises(Refused):
        change(cancelled, "status = 'planned'")


@pytest.mark.parametrize("status", CALLED_OFF)
def test_called_off_sessions_are_in_nobodys_way(clinic, status):
    put(status=status)
    put()


def test_touching_sessions_are_accepted(clinic):
    put(room=FINE_MOTOR)
    put("10:00", "11:00", room=FINE_MOTOR)
    put("08:00", "09:00", room=FINE_MOTOR)


def test_a_room_for_two_takes_three_who_are_never_there_at_once(clinic):
    put("09:00", "11:00", child=1, therapist=1)
    put("09:00", "10:00", child=2, therapist=2)
    put("10:00", "11:00", child=3, therapist=2)


def test_a_session_is_never_deleted(clinic):
    session_id = put()
    with pytest.raises(Refused, match="never deleted"):
        database.execute_sql("DELETE FROM session WHERE id = ?", (session_id,))


# Rules and file say the same.

CLINIC = ClinicFacts.of(
    Clinic(
        settings=ClinicSettings(),
        hours=(),
        rooms=(Room(GYM, "Sensory Gym", 2), Room(FINE_MOTOR, "Fine-Motor", 1)),
        closed_days=(),
        therapists=(Therapist(1, "Ana Ruiz", "", 1), Therapist(2, "Ben Cole", "", 2)),
    )
)
spans = st.tuples(st.integers(480, 720), st.integers(5, 90))
attempts = st.lists(
    st.tuples(
        spans,
        st.integers(1, 4),
        st.sampled_from([1, 2]),
        st.sampled_from([GYM, FINE_MOTOR, None]),
        st.sampled_from(["planned", "held", "no_show", "cancelled_late", "withdrawn"]),
    ),
    min_size=2,
    max_size=14,
)


def moment(minute):
    return datetime.combine(DAY, time()) + timedelta(minutes=minute)


def visit_of(attempt):
    (start, length), child, therapist, room, _status = attempt
    return Visit(child, therapist, room, moment(start), moment(start + length))


def accepts(visit, status):
    try:
        put(
            f"{visit.starts:%H:%M}",
            f"{visit.ends:%H:%M}",
            visit.child_id,
            visit.therapist_id,
            visit.room_id,
            status=status,
        )
    except Refused:
        return False
    return True


@pytest.fixture(scope="module")
def shared_clinic():
    open_in_memory()
    fill()
    yield
    close_database()


@settings(max_examples=150)
@given(attempts)
def test_the_file_accepts_what_the_rules_call_free_and_refuses_double_bookings(
    shared_clinic, attempts
):
    known: list[Booking] = []
    with database.atomic() as trial:
        for attempt in attempts:
            visit, status = visit_of(attempt), SessionStatus(attempt[-1])
            found = {finding.kind for finding in check(visit, Facts.of(CLINIC, {}, known))}
            is_free = not found & DOUBLE_BOOKINGS or not status.takes_time
            assert accepts(visit, status.value) is is_free
            if is_free:
                names = (visit.child_id, visit.therapist_id, visit.room_id)
                known.append(Booking(len(known), *names, visit.starts, visit.ends, status))
        trial.rollback()


# Two programs at once.

# Two computers in one folder keep apart by a lock file; these two go round it.
BOOKER = """
import sys
sys.path[:0] = [sys.argv[1]]
from pathlib import Path
from sqlcipher3 import dbapi2
from db.encrypted import PRAGMAS, connect, file_uri

therapist, won = int(sys.argv[3]), 0
raw = connect(file_uri(Path(sys.argv[2]), "rw"), bytes(32))
for name, value in PRAGMAS.items():
    raw.execute(f"PRAGMA {name} = {value}")
print("ready", flush=True)
sys.stdin.readline()
for attempt in range(500):
    hour, quarter = 8 + attempt % 10, attempt // 10 % 2 * 30
    starts = f"2027-06-{1 + attempt // 20:02}T{hour:02}:{quarter:02}"
    try:
        raw.execute(
            "INSERT INTO session (child_id, therapist_id, room_id, starts, ends, zone) "
            "VALUES (?, ?, 2, ?, ?, 'UTC')",
            (therapist, therapist, starts, starts[:-2] + str(quarter + 29)),
        )
        won += 1
    except dbapi2.IntegrityError:
        pass
raw.close()
print(won, flush=True)
"""


def booker(file, therapist):
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", BOOKER, root, file, str(therapist)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_programs_that_want_the_same_500_slots_never_both_get_one(tmp_path):
    file = tmp_path / "clinic.db"
    create_database(file, bytes(32))
    fill()
    close_database()
    with ExitStack() as running:
        bookers = [running.enter_context(booker(file, therapist)) for therapist in (1, 2)]
        for each in bookers:
            assert each.stdout.readline() == "ready\n"
        for each in bookers:
            each.stdin.write("go\n")
            each.stdin.flush()
        won = [int(each.communicate(timeout=60)[0]) for each in bookers]
    assert sum(won) == 500
