"""Keep how each visit went, who waits for one, and what was said with families."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

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

# No hours mean that nobody asked when the family can come; no therapist that anybody will do.

WAITLIST = """
CREATE TABLE waitlist_entry (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    wants TEXT NOT NULL CHECK (wants IN ('evaluation', 'weekly', 'intensive', 'visit')),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    weeks INTEGER NOT NULL DEFAULT 1 CHECK (weeks BETWEEN 1 AND 120),
    therapist_id INTEGER REFERENCES therapist (id),
    from_day TEXT,
    until_day TEXT,
    notice_minutes INTEGER NOT NULL DEFAULT 120 CHECK (notice_minutes >= 0),
    urgency INTEGER NOT NULL DEFAULT 2 CHECK (urgency BETWEEN 1 AND 3),
    added_on TEXT NOT NULL,
    added_by INTEGER REFERENCES user (id),
    expires_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    ended_on TEXT,
    ended_because TEXT NOT NULL DEFAULT '',
    CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day)
) STRICT;
CREATE INDEX waitlist_by_child ON waitlist_entry (child_id);

CREATE TABLE waitlist_hours (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES waitlist_entry (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts_min INTEGER NOT NULL CHECK (starts_min >= 0),
    ends_min INTEGER NOT NULL CHECK (ends_min <= 1440),
    CHECK (starts_min < ends_min),
    UNIQUE (entry_id, weekday, starts_min)
) STRICT;

CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES waitlist_entry (id),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    room_id INTEGER REFERENCES room (id),
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by INTEGER REFERENCES user (id),
    held_until TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open'
        CHECK (outcome IN ('open', 'yes', 'no', 'no_answer', 'call_back')),
    answered_at TEXT,
    CHECK (starts < ends)
) STRICT;
CREATE INDEX offer_by_entry ON offer (entry_id);
CREATE INDEX offer_open ON offer (held_until) WHERE outcome = 'open';
"""

MESSAGES = """
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    caregiver_id INTEGER REFERENCES caregiver (id),
    session_id INTEGER REFERENCES session (id),
    way TEXT NOT NULL CHECK (way IN ('call', 'text', 'email', 'in_person', 'paper')),
    direction TEXT NOT NULL CHECK (direction IN ('from_family', 'to_family')),
    said TEXT NOT NULL CHECK (trim(said) <> ''),
    outcome TEXT NOT NULL DEFAULT ''
        CHECK (outcome IN ('', 'reached', 'left_message', 'not_reached')),
    tries INTEGER NOT NULL DEFAULT 1 CHECK (tries BETWEEN 1 AND 20),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 480),
    is_question INTEGER NOT NULL DEFAULT 0 CHECK (is_question IN (0, 1)),
    answers_id INTEGER REFERENCES message (id),
    at TEXT NOT NULL,
    logged_by INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX message_by_child ON message (child_id, at);
CREATE INDEX message_by_answered ON message (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX message_question ON message (at) WHERE is_question = 1;

CREATE TABLE promise (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id),
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    due_on TEXT NOT NULL,
    who INTEGER NOT NULL REFERENCES user (id),
    kept_at TEXT,
    kept_by INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX promise_by_message ON promise (message_id);
CREATE INDEX promise_open ON promise (due_on) WHERE kept_at IS NULL;
"""


def up(database: SqliteDatabase) -> None:
    """Leave what is booked as it is; what was said or promised is never deleted."""
    run_script(database, VISIT)
    run_script(database, WAITLIST)
    run_script(database, MESSAGES)
    keep_forever(database, "waitlist_entry", "offer", "message", "promise")
