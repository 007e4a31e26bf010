"""What four screens ask of a large file, beside the same questions in bare SQL."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from db import connection
from db.connection import database
from ot_desktop.access.door import Door
from ot_desktop.caseload.table import Sort, View
from ot_desktop.clock import now_local, now_utc, today
from ot_desktop.services import Services, services_for
from tests.bench.big_clinic import PASSWORD, Size, big_clinic
from tests.bench.cases import Case, in_turns

ROUNDS = 41
LIMIT, LIMIT_MS = 4.0, 16.0
FIRST_PAGE = (0, 60)  # as many rows as the caseload table asks for at once
CALLED_OFF = "('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"

DAY_SCHEDULE = """
    SELECT session.id, session.series_id, session.number, session.child_id, child.given_name,
        child.family_name, session.therapist_id, therapist.name, therapist.color_slot,
        session.room_id, room.name, session.starts, session.ends, session.status,
        session.authorization_id, session.override_reason, series.kind, series.planned,
        note.id, note.signed_at
    FROM session
    JOIN child ON child.id = session.child_id
    JOIN therapist ON therapist.id = session.therapist_id
    LEFT JOIN room ON room.id = session.room_id
    LEFT JOIN series ON series.id = session.series_id
    LEFT JOIN note ON note.session_id = session.id
    WHERE session.starts >= ? AND session.starts < ? AND session.status <> 'withdrawn'
    ORDER BY session.starts, therapist.name
"""
# The first page by name: who, alerts, therapist, next visit, where in the series, last note,
# whether a note is due, goals met.
CASELOAD = f"""
    SELECT child.id, given_name, family_name, preferred_name, born_on, record_number,
        child.status, allergies, precautions, therapist.name, therapist.color_slot,
        (SELECT group_concat(title, '|') FROM alert
            WHERE alert.child_id = child.id AND ended_at IS NULL),
        (SELECT min(starts) FROM session WHERE session.child_id = child.id
            AND starts >= :now AND status NOT IN {CALLED_OFF}),
        (SELECT max(number) FROM session WHERE session.child_id = child.id
            AND starts <= :now AND status NOT IN {CALLED_OFF}),
        (SELECT planned FROM series WHERE series.child_id = child.id
            ORDER BY starts_on DESC LIMIT 1),
        (SELECT max(starts) FROM session JOIN note ON note.session_id = session.id
            WHERE session.child_id = child.id AND signed_at IS NOT NULL),
        (SELECT count(*) FROM session LEFT JOIN note ON note.session_id = session.id
            WHERE session.child_id = child.id AND starts >= :since AND ends <= :now
            AND session.status IN ('arrived', 'held', 'cut_short') AND signed_at IS NULL),
        (SELECT count(*) FROM goal WHERE goal.child_id = child.id AND ended_on IS NULL),
        (SELECT count(met_on) FROM goal WHERE goal.child_id = child.id AND ended_on IS NULL)
    FROM (
        SELECT * FROM child WHERE status = 'active' AND removed_at IS NULL
        ORDER BY given_name COLLATE NOCASE, given_name, family_name, id LIMIT :count
    ) AS child LEFT JOIN therapist ON therapist.id = child.therapist_id
"""  # noqa: S608
CHILD_PAGE = (
    """SELECT child.*, household.*, therapist.name FROM child
        LEFT JOIN household ON household.id = household_id
        LEFT JOIN therapist ON therapist.id = therapist_id WHERE child.id = ?""",
    "SELECT id, kind, title, details FROM alert WHERE child_id = ? AND ended_at IS NULL",
    """SELECT caregiver.*, guardianship.*, number, kind FROM guardianship
        JOIN caregiver ON caregiver.id = guardianship.caregiver_id
        LEFT JOIN caregiver_phone ON caregiver_phone.caregiver_id = caregiver.id
        WHERE child_id = ? AND ended_on IS NULL""",
    """SELECT id, given_name, family_name FROM child
        WHERE household_id = (SELECT household_id FROM child WHERE id = ?)""",
    "SELECT * FROM goal WHERE child_id = ? AND ended_on IS NULL",
    """SELECT goal_id, scored_on, score FROM goal_score JOIN goal ON goal.id = goal_id
        WHERE child_id = ? ORDER BY scored_on""",
    DAY_SCHEDULE.replace(
        "session.starts >= ? AND session.starts < ? AND", "session.child_id = ? AND"
    ),
    """SELECT authorization.*, (SELECT count(*) FROM session
            WHERE authorization_id = authorization.id
                AND session.child_id = authorization.child_id)
        FROM authorization WHERE child_id = ?""",
)
LOOKED = """
    INSERT INTO audit (at, user_id, user_name, computer, action, child_id)
    VALUES (?, 1, 'Rosalind Achebe', 'bench', 'opened a child''s page', ?)
"""
SEARCH = """
    SELECT child.id, given_name, family_name, preferred_name, born_on, child.status,
        record_number, therapist.name,
        (SELECT group_concat(title, '|') FROM alert WHERE alert.child_id = child.id
            AND ended_at IS NULL AND kind = 'allergy')
    FROM child_search JOIN child ON child.id = child_search.child_id
    LEFT JOIN therapist ON therapist.id = child.therapist_id
    WHERE instr(words, ?) > 0 AND removed_at IS NULL
    ORDER BY child.status <> 'active', family_name, given_name LIMIT 20
"""


def cases(size: Size) -> Iterator[Case]:
    """Measure all four; all are asked on one connection to one encrypted file."""
    folder = big_clinic(size)
    door = Door(folder)
    owner = door.look().people[0]
    services = services_for(door.enter(door.unlock(owner.slot_id, PASSWORD)), folder)
    try:
        for name, ours, floor in _questions(services):
            yield _measured(name, ours, floor)
    finally:
        connection.close_database()


def _measured(name: str, ours: Callable[[], Any], floor: Callable[[], Any]) -> Case:
    ours_ms, floor_ms = in_turns(ours, floor, ROUNDS)
    ratio = ours_ms / floor_ms
    ok = ratio <= LIMIT and ours_ms <= LIMIT_MS
    return Case("queries", name, ours_ms, floor_ms, ratio, "ms", LIMIT, ok)


def _questions(
    services: Services,
) -> Iterator[tuple[str, Callable[[], Any], Callable[[], Any]]]:
    day = today() - timedelta(days=today().weekday() + 7)
    [(child_id,)] = _raw(
        "SELECT child_id FROM session GROUP BY child_id ORDER BY count(*) DESC LIMIT 1"
    )
    moment = {
        "now": now_local().isoformat(timespec="minutes"),
        "since": (today() - timedelta(days=90)).isoformat(),
        "count": FIRST_PAGE[1],
    }
    yield (
        "day_schedule",
        lambda: services.scheduling.day_schedule(day),
        lambda: _raw(DAY_SCHEDULE, (day.isoformat(), (day + timedelta(days=1)).isoformat())),
    )
    yield (
        "caseload",
        lambda: services.caseload.rows(View.ACTIVE, "", Sort.NAME, FIRST_PAGE),
        lambda: _raw(CASELOAD, moment),
    )
    yield "child_page", lambda: _child_page(services, child_id), lambda: _raw_page(child_id)
    yield "search", lambda: services.caseload.search("mar"), lambda: _raw(SEARCH, ("mar",))


def _child_page(services: Services, child_id: int) -> None:
    services.caseload.child(child_id)
    services.scheduling.sessions_of(child_id)
    services.scheduling.authorizations(child_id)


def _raw_page(child_id: int) -> None:
    """Ask the same, and keep that somebody looked, as the law asks of both."""
    raw = database.connection()
    raw.execute("BEGIN IMMEDIATE")
    for question in CHILD_PAGE:
        raw.execute(question, (child_id,)).fetchall()
    raw.execute(LOOKED, (now_utc().isoformat(), child_id))
    raw.execute("COMMIT")


def _raw(question: str, values: Any = ()) -> list[Any]:
    rows: list[Any] = database.connection().execute(question, values).fetchall()
    return rows
