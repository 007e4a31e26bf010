"""Create the people: settings, colleagues, rooms, hours, families, children, goals, audit."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# Days are 'YYYY-MM-DD'; instants are UTC '…Z'; minutes of a day count from midnight.
# NULL always means "not known" or "not asked"; "none" is a value of its own.

PEOPLE = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE therapist (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    credentials TEXT NOT NULL DEFAULT '',
    color_slot INTEGER NOT NULL CHECK (color_slot BETWEEN 1 AND 8),
    supervisor_id INTEGER REFERENCES therapist (id),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE therapist_hours (
    id INTEGER PRIMARY KEY,
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts_min INTEGER NOT NULL CHECK (starts_min >= 0),
    ends_min INTEGER NOT NULL CHECK (ends_min <= 1440),
    CHECK (starts_min < ends_min),
    UNIQUE (therapist_id, weekday, starts_min)
) STRICT;

CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    role TEXT NOT NULL
        CHECK (role IN ('owner', 'therapist', 'assistant', 'front_desk', 'read_only')),
    therapist_id INTEGER REFERENCES therapist (id),
    key_slot TEXT NOT NULL UNIQUE,
    pin_hash TEXT,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    equipment TEXT NOT NULL DEFAULT '',
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE clinic_hours (
    id INTEGER PRIMARY KEY,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts_min INTEGER NOT NULL CHECK (starts_min >= 0),
    ends_min INTEGER NOT NULL CHECK (ends_min <= 1440),
    CHECK (starts_min < ends_min),
    UNIQUE (weekday, starts_min)
) STRICT;

CREATE TABLE closed_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
"""

FAMILIES = """
CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER REFERENCES user (id),
    undone_at TEXT
) STRICT;

CREATE TABLE household (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    household_id INTEGER REFERENCES household (id),
    record_number TEXT UNIQUE,
    given_name TEXT NOT NULL CHECK (trim(given_name) <> ''),
    family_name TEXT NOT NULL DEFAULT '',
    preferred_name TEXT NOT NULL DEFAULT '',
    pronouns TEXT NOT NULL DEFAULT '' CHECK (pronouns IN ('', 'he', 'she', 'they')),
    born_on TEXT,
    sex TEXT CHECK (sex IN ('female', 'male', 'other')),
    status TEXT NOT NULL DEFAULT 'active'
        CHECK (status IN ('active', 'waiting', 'on_hold', 'discharged')),
    therapist_id INTEGER REFERENCES therapist (id),
    language TEXT NOT NULL DEFAULT '',
    needs_interpreter INTEGER CHECK (needs_interpreter IN (0, 1)),
    diagnosis_codes TEXT NOT NULL DEFAULT '',
    availability TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    allergies TEXT NOT NULL DEFAULT 'not_asked'
        CHECK (allergies IN ('listed', 'none_known', 'not_asked')),
    allergies_reviewed_on TEXT,
    allergies_reviewed_by INTEGER REFERENCES user (id),
    precautions TEXT NOT NULL DEFAULT 'not_asked'
        CHECK (precautions IN ('listed', 'none_known', 'not_asked')),
    precautions_reviewed_on TEXT,
    precautions_reviewed_by INTEGER REFERENCES user (id),
    practice_min_minutes INTEGER CHECK (practice_min_minutes BETWEEN 0 AND 60),
    practice_max_minutes INTEGER CHECK (practice_max_minutes BETWEEN 1 AND 60),
    practice_days INTEGER CHECK (practice_days BETWEEN 1 AND 7),
    practice_said_by TEXT NOT NULL DEFAULT '',
    practice_said_on TEXT,
    import_batch_id INTEGER REFERENCES import_batch (id),
    created_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX child_by_name ON child (family_name, given_name);
CREATE INDEX child_by_given_name ON child (given_name COLLATE NOCASE, given_name, family_name);
CREATE INDEX child_by_household ON child (household_id);
CREATE INDEX child_by_batch ON child (import_batch_id);

CREATE TABLE child_search (
    child_id INTEGER PRIMARY KEY REFERENCES child (id),
    words TEXT NOT NULL
) STRICT;

CREATE TABLE caregiver (
    id INTEGER PRIMARY KEY,
    full_name TEXT NOT NULL CHECK (trim(full_name) <> ''),
    language TEXT NOT NULL DEFAULT '',
    needs_interpreter INTEGER CHECK (needs_interpreter IN (0, 1)),
    email TEXT NOT NULL DEFAULT '',
    contact_note TEXT NOT NULL DEFAULT '',
    import_batch_id INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE caregiver_phone (
    id INTEGER PRIMARY KEY,
    caregiver_id INTEGER NOT NULL REFERENCES caregiver (id),
    call_order INTEGER NOT NULL CHECK (call_order >= 1),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    digits TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'mobile',
    UNIQUE (caregiver_id, call_order)
) STRICT;

CREATE TABLE guardianship (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    caregiver_id INTEGER NOT NULL REFERENCES caregiver (id),
    call_order INTEGER NOT NULL CHECK (call_order >= 1),
    relation TEXT NOT NULL DEFAULT '',
    may_collect INTEGER CHECK (may_collect IN (0, 1)),
    may_collect_until TEXT,
    may_receive_papers INTEGER CHECK (may_receive_papers IN (0, 1)),
    custody_note TEXT NOT NULL DEFAULT '',
    ended_on TEXT,
    UNIQUE (child_id, caregiver_id)
) STRICT;
CREATE INDEX guardianship_by_caregiver ON guardianship (caregiver_id);

CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('allergy', 'precaution', 'pick_up', 'other')),
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    details TEXT NOT NULL DEFAULT '',
    noted_at TEXT NOT NULL,
    noted_by INTEGER REFERENCES user (id),
    ended_at TEXT,
    ended_by INTEGER REFERENCES user (id)
) STRICT;
CREATE INDEX alert_by_child ON alert (child_id) WHERE ended_at IS NULL;

CREATE TABLE authorization (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    payer TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    visits INTEGER NOT NULL CHECK (visits >= 0),
    used_before INTEGER NOT NULL DEFAULT 0 CHECK (used_before >= 0),
    starts_on TEXT,
    ends_on TEXT,
    ended_at TEXT
) STRICT;
CREATE INDEX authorization_by_child ON authorization (child_id);

CREATE TABLE goal (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    skill_area TEXT NOT NULL CHECK (skill_area IN
        ('fine-motor', 'gross-motor', 'sensory', 'self-care', 'play', 'cognitive')),
    statement TEXT NOT NULL CHECK (trim(statement) <> ''),
    out_of INTEGER NOT NULL CHECK (out_of BETWEEN 1 AND 100),
    baseline INTEGER,
    target INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    target_on TEXT,
    met_on TEXT,
    ended_on TEXT,
    cue_words TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cue_words))
) STRICT;
CREATE INDEX goal_by_child ON goal (child_id);
"""

AUDIT = """
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    user_id INTEGER REFERENCES user (id),
    user_name TEXT NOT NULL,
    computer TEXT NOT NULL,
    action TEXT NOT NULL,
    child_id INTEGER REFERENCES child (id),
    subject TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_by_child ON audit (child_id);

CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;
"""


def up(database: SqliteDatabase) -> None:
    """Written in SQL so that later changes to the models cannot rewrite history."""
    for script in (PEOPLE, FAMILIES, AUDIT):
        run_script(database, script)
    keep_forever(
        database, "user", "therapist", "child", "caregiver", "guardianship", "alert",
        "authorization", "goal", "audit",
    )  # fmt: skip
