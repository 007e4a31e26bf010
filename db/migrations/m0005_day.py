"""Keep how each visit went: arrival, calls, reasons, make-ups, who collected the child."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

# Instants are UTC; the wall time of a visit is its start. An unknown minute count is not 0.

VISIT = """
ALTER TABLE session ADD COLUMN arrived_at TEXT;
ALTER TABLE session ADD COLUMN left_at TEXT;
ALTER TABLE session ADD COLUMN called_at TEXT;
ALTER TABLE session ADD COLUMN reason TEXT NOT NULL DEFAULT '' CHECK (reason IN
    ('', 'ill', 'holiday', 'transport', 'weather', 'therapist_ill', 'room', 'other'));
ALTER TABLE session ADD COLUMN reason_words TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN held_minutes INTEGER CHECK (held_minutes BETWEEN 1 AND 480);
ALTER TABLE session ADD COLUMN makes_up_id INTEGER REFERENCES session (id);
ALTER TABLE session ADD COLUMN brought_by_id INTEGER REFERENCES caregiver (id);
ALTER TABLE session ADD COLUMN collected_by_id INTEGER REFERENCES caregiver (id);
ALTER TABLE session ADD COLUMN collected_why TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN desk_note TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX session_by_missed ON session (makes_up_id)
    WHERE makes_up_id IS NOT NULL AND status <> 'withdrawn';
"""


def up(database: SqliteDatabase) -> None:
    """Add columns only: what is booked stays as it is."""
    run_script(database, VISIT)
