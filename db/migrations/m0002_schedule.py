"""Create the schedule; the file itself refuses to book anybody or any room twice."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# A session's start and end are the clinic's wall time 'YYYY-MM-DDTHH:MM', its zone beside it.

SCHEDULE = """
CREATE TABLE program (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 120),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    CHECK (starts_on <= ends_on)
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    program_id INTEGER REFERENCES program (id),
    kind TEXT NOT NULL CHECK (kind IN ('intensive', 'weekly')),
    starts_on TEXT NOT NULL,
    weekdays TEXT NOT NULL CHECK (json_valid(weekdays)),
    times TEXT NOT NULL CHECK (json_valid(times)),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    planned INTEGER NOT NULL CHECK (planned BETWEEN 1 AND 120),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    room_id INTEGER REFERENCES room (id),
    booked_at TEXT NOT NULL,
    booked_by INTEGER REFERENCES user (id),
    withdrawn_at TEXT
) STRICT;
CREATE INDEX series_by_child ON series (child_id, starts_on);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    series_id INTEGER REFERENCES series (id),
    number INTEGER CHECK (number >= 1),
    child_id INTEGER NOT NULL REFERENCES child (id),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    room_id INTEGER REFERENCES room (id),
    authorization_id INTEGER REFERENCES authorization (id),
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    zone TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN (
        'planned', 'confirmed', 'arrived', 'held', 'cut_short', 'no_show', 'cancelled_in_time',
        'cancelled_late', 'cancelled_by_clinic', 'withdrawn')),
    override_reason TEXT NOT NULL DEFAULT '',
    override_by INTEGER REFERENCES user (id),
    CHECK (starts < ends AND substr(starts, 1, 10) = substr(ends, 1, 10)),
    CHECK (length(starts) = 16 AND length(ends) = 16)
) STRICT;
CREATE INDEX session_by_therapist ON session (therapist_id, starts);
CREATE INDEX session_by_child ON session (child_id, starts, ends, status);
CREATE INDEX session_by_room ON session (room_id, starts);
CREATE INDEX session_by_series ON session (series_id, starts);
CREATE INDEX session_by_start ON session (starts);
"""

# Sessions that were called off no longer take anybody's time.
LIVE = "NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"

# A session lies within one day, so looking from that day's start keeps each check to a few rows.
OVERLAP = f"""
    other.id IS NOT NEW.id AND other.status {LIVE}
    AND other.starts >= substr(NEW.starts, 1, 10)
    AND other.starts < NEW.ends AND other.ends > NEW.starts
"""

CLASH_CHECKS = f"""
    SELECT RAISE(ABORT, 'therapist is taken') WHERE EXISTS (
        SELECT 1 FROM session AS other
        WHERE other.therapist_id = NEW.therapist_id AND {OVERLAP});
    SELECT RAISE(ABORT, 'child is taken') WHERE EXISTS (
        SELECT 1 FROM session AS other WHERE other.child_id = NEW.child_id AND {OVERLAP});
    SELECT RAISE(ABORT, 'room is full') WHERE NEW.room_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM (
            SELECT NEW.starts AS moment
            UNION
            SELECT other.starts FROM session AS other
            WHERE other.room_id = NEW.room_id AND other.starts > NEW.starts AND {OVERLAP}
        )
        WHERE (
            SELECT count(*) FROM session AS other
            WHERE other.room_id = NEW.room_id AND other.starts <= moment AND other.ends > moment
                AND {OVERLAP}
        ) >= (SELECT capacity FROM room WHERE id = NEW.room_id));
"""  # noqa: S608  (constants of this module only)

CLASHES = f"""
CREATE TRIGGER session_booked BEFORE INSERT ON session WHEN NEW.status {LIVE}
BEGIN {CLASH_CHECKS} END;

CREATE TRIGGER session_moved BEFORE UPDATE OF
    child_id, therapist_id, room_id, starts, ends, status ON session WHEN NEW.status {LIVE}
BEGIN {CLASH_CHECKS} END;
"""


def up(database: SqliteDatabase) -> None:
    """Create programs, series and sessions, then the triggers that refuse clashes."""
    run_script(database, SCHEDULE)
    run_script(database, CLASHES)
    keep_forever(database, "series", "session")
