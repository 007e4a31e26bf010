"""Create notes and home programs; what is signed or issued can no longer change."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

RECORDS = """
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL UNIQUE REFERENCES session (id),
    child_id INTEGER NOT NULL REFERENCES child (id),
    author_id INTEGER NOT NULL REFERENCES user (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    started_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    signed_at TEXT,
    signed_by INTEGER REFERENCES user (id),
    signed_as TEXT,
    content_hash TEXT,
    CHECK ((signed_at IS NULL) = (content_hash IS NULL)),
    CHECK ((signed_at IS NULL) = (signed_by IS NULL))
) STRICT;
CREATE INDEX note_by_child ON note (child_id);
CREATE INDEX note_unsigned ON note (author_id) WHERE signed_at IS NULL;
CREATE INDEX note_signed ON note (session_id) WHERE signed_at IS NOT NULL;

CREATE TABLE goal_score (
    id INTEGER PRIMARY KEY,
    goal_id INTEGER NOT NULL REFERENCES goal (id),
    note_id INTEGER NOT NULL REFERENCES note (id),
    scored_on TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score >= 0),
    out_of INTEGER NOT NULL CHECK (out_of >= 1),
    help TEXT NOT NULL CHECK (help IN ('alone', 'words', 'picture', 'touch', 'hands')),
    UNIQUE (goal_id, note_id)
) STRICT;

CREATE TABLE addendum (
    id INTEGER PRIMARY KEY,
    note_id INTEGER NOT NULL REFERENCES note (id),
    author_id INTEGER NOT NULL REFERENCES user (id),
    body TEXT NOT NULL CHECK (trim(body) <> ''),
    signed_at TEXT NOT NULL,
    signed_as TEXT NOT NULL,
    content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_by_note ON addendum (note_id);

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    is_ours INTEGER NOT NULL DEFAULT 0 CHECK (is_ours IN (0, 1)),
    retired_at TEXT
) STRICT;

CREATE TABLE home_program (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    author_id INTEGER NOT NULL REFERENCES user (id),
    replaces_id INTEGER REFERENCES home_program (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL,
    issued_at TEXT,
    CHECK (starts_on <= ends_on)
) STRICT;
CREATE INDEX home_program_by_child ON home_program (child_id, starts_on);

CREATE TABLE home_program_activity (
    id INTEGER PRIMARY KEY,
    home_program_id INTEGER NOT NULL REFERENCES home_program (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    activity_slug TEXT NOT NULL REFERENCES activity (slug),
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    times_a_week INTEGER NOT NULL CHECK (times_a_week >= 1),
    UNIQUE (home_program_id, position)
) STRICT;

CREATE TABLE issued_paper (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    home_program_id INTEGER REFERENCES home_program (id),
    kind TEXT NOT NULL,
    caregiver_id INTEGER REFERENCES caregiver (id),
    issued_at TEXT NOT NULL,
    issued_by INTEGER NOT NULL REFERENCES user (id),
    reason TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL CHECK (pages >= 1),
    sha256 TEXT NOT NULL,
    pdf BLOB NOT NULL
) STRICT;
CREATE INDEX issued_paper_by_child ON issued_paper (child_id);

"""

SIGNED = """
CREATE TRIGGER note_is_signed BEFORE UPDATE ON note WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER score_is_signed BEFORE UPDATE ON goal_score
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER score_of_signed_note BEFORE INSERT ON goal_score
WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER addendum_is_signed BEFORE UPDATE ON addendum
BEGIN SELECT RAISE(ABORT, 'addendum is signed'); END;

CREATE TRIGGER paper_is_issued BEFORE UPDATE ON issued_paper
BEGIN SELECT RAISE(ABORT, 'paper is issued'); END;

CREATE TRIGGER program_is_issued BEFORE UPDATE ON home_program WHEN OLD.issued_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'home program is issued'); END;

CREATE TRIGGER issued_activity_added BEFORE INSERT ON home_program_activity
WHEN (SELECT issued_at FROM home_program WHERE id = NEW.home_program_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'home program is issued'); END;

CREATE TRIGGER issued_activity_changed BEFORE UPDATE ON home_program_activity
WHEN (SELECT issued_at FROM home_program WHERE id = OLD.home_program_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'home program is issued'); END;

CREATE TRIGGER issued_activity_taken_out BEFORE DELETE ON home_program_activity
WHEN (SELECT issued_at FROM home_program WHERE id = OLD.home_program_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'home program is issued'); END;

"""


def up(database: SqliteDatabase) -> None:
    """Create the tables, then the triggers that protect what is signed or issued."""
    run_script(database, RECORDS)
    run_script(database, SIGNED)
    keep_forever(database, "note", "goal_score", "addendum", "home_program", "issued_paper")
