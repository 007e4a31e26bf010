"""Keep single visits and weekly ones apart from intensives, and book interpreters with them."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

SERIES = """
CREATE TABLE series_rebuilt (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    program_id INTEGER REFERENCES program (id),
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'weekly', 'intensive')),
    starts_on TEXT NOT NULL,
    weekdays TEXT NOT NULL CHECK (json_valid(weekdays)),
    times TEXT NOT NULL CHECK (json_valid(times)),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    planned INTEGER NOT NULL CHECK (planned BETWEEN 1 AND 120),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    room_id INTEGER REFERENCES room (id),
    booked_at TEXT NOT NULL,
    booked_by INTEGER REFERENCES user (id),
    withdrawn_at TEXT,
    every_weeks INTEGER NOT NULL DEFAULT 1 CHECK (every_weeks IN (1, 2))
) STRICT;
INSERT INTO series_rebuilt SELECT id, child_id, program_id, kind, starts_on, weekdays, times,
    length_minutes, planned, therapist_id, room_id, booked_at, booked_by, withdrawn_at, 1
    FROM series;
DROP TABLE series;
ALTER TABLE series_rebuilt RENAME TO series;
CREATE INDEX series_by_child ON series (child_id, starts_on);
CREATE INDEX series_by_program ON series (program_id) WHERE program_id IS NOT NULL;
"""

# Nobody under 18 interprets. What an interpreter was asked for but nobody noted yet is ''.

INTERPRETER = """
CREATE TABLE interpreter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    languages TEXT NOT NULL CHECK (trim(languages) <> ''),
    phone TEXT NOT NULL DEFAULT '',
    is_adult INTEGER NOT NULL CHECK (is_adult = 1),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
ALTER TABLE session ADD COLUMN interpreter_id INTEGER REFERENCES interpreter (id);
ALTER TABLE session ADD COLUMN interpreter_use TEXT NOT NULL DEFAULT ''
    CHECK (interpreter_use IN ('', 'used', 'declined'));
ALTER TABLE session ADD COLUMN comes_with_id INTEGER REFERENCES caregiver (id);
CREATE INDEX session_by_interpreter ON session (interpreter_id, starts)
    WHERE interpreter_id IS NOT NULL;
"""

LIVE = "NOT IN ('cancelled_in_time', 'cancelled_late', 'cancelled_by_clinic', 'withdrawn')"

CLASH = f"""
    SELECT RAISE(ABORT, 'interpreter is taken') WHERE EXISTS (
        SELECT 1 FROM session AS other
        WHERE other.interpreter_id = NEW.interpreter_id AND other.id IS NOT NEW.id
            AND other.status {LIVE} AND other.starts >= substr(NEW.starts, 1, 10)
            AND other.starts < NEW.ends AND other.ends > NEW.starts);
"""  # noqa: S608  (constants of this module only)

CLASHES = f"""
CREATE TRIGGER session_interpreted BEFORE INSERT ON session
WHEN NEW.interpreter_id IS NOT NULL AND NEW.status {LIVE}
BEGIN {CLASH} END;

CREATE TRIGGER session_interpreted_elsewhere BEFORE UPDATE OF
    interpreter_id, starts, ends, status ON session
WHEN NEW.interpreter_id IS NOT NULL AND NEW.status {LIVE}
BEGIN {CLASH} END;
"""


def up(database: SqliteDatabase) -> None:
    """Leave every series and visit as it is; what was booked so far had no interpreter."""
    run_script(database, SERIES)
    run_script(database, INTERPRETER)
    run_script(database, CLASHES)
    keep_forever(database, "series", "interpreter")
