"""Create what an intensive is planned with, and when therapists and rooms are not there."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# No times for a child mean that nobody asked; no travel minutes that nobody knows the drive.

SET_UP = """
ALTER TABLE program ADD COLUMN status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'published'));
ALTER TABLE program ADD COLUMN most_a_day INTEGER NOT NULL DEFAULT 1
    CHECK (most_a_day BETWEEN 1 AND 2);
ALTER TABLE program ADD COLUMN least_a_week INTEGER NOT NULL DEFAULT 2
    CHECK (least_a_week BETWEEN 1 AND 14);
ALTER TABLE program ADD COLUMN most_a_week INTEGER NOT NULL DEFAULT 5
    CHECK (most_a_week BETWEEN 1 AND 14);
ALTER TABLE program ADD COLUMN longest_gap_days INTEGER CHECK (longest_gap_days >= 1);
ALTER TABLE household ADD COLUMN travel_minutes INTEGER CHECK (travel_minutes >= 0);
UPDATE program SET status = 'published'
    WHERE EXISTS (SELECT 1 FROM series WHERE series.program_id = program.id);
CREATE INDEX series_by_program ON series (program_id) WHERE program_id IS NOT NULL;

CREATE TABLE program_rule (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    rule TEXT NOT NULL CHECK (rule IN ('same_therapist', 'most_therapists', 'first_choice_time',
        'even_spread', 'siblings_together', 'lunch', 'travel_buffer')),
    weight TEXT NOT NULL CHECK (weight IN ('must', 'prefer', 'ignore')),
    number INTEGER CHECK (number >= 0),
    UNIQUE (program_id, rule)
) STRICT;

CREATE TABLE session_kind (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    skill_area TEXT NOT NULL CHECK (skill_area IN
        ('fine-motor', 'gross-motor', 'sensory', 'self-care', 'play', 'cognitive')),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    dropped_at TEXT
) STRICT;
CREATE INDEX session_kind_by_program ON session_kind (program_id);

CREATE TABLE session_kind_room (
    id INTEGER PRIMARY KEY,
    kind_id INTEGER NOT NULL REFERENCES session_kind (id),
    room_id INTEGER NOT NULL REFERENCES room (id),
    UNIQUE (kind_id, room_id)
) STRICT;

CREATE TABLE session_kind_therapist (
    id INTEGER PRIMARY KEY,
    kind_id INTEGER NOT NULL REFERENCES session_kind (id),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    UNIQUE (kind_id, therapist_id)
) STRICT;

CREATE TABLE program_therapist (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    most_minutes_a_day INTEGER NOT NULL CHECK (most_minutes_a_day >= 0),
    writing_minutes INTEGER NOT NULL DEFAULT 0 CHECK (writing_minutes >= 0),
    lunch_from_min INTEGER CHECK (lunch_from_min >= 0),
    lunch_until_min INTEGER CHECK (lunch_until_min <= 1440),
    lunch_minutes INTEGER NOT NULL DEFAULT 0 CHECK (lunch_minutes >= 0),
    CHECK ((lunch_from_min IS NULL) = (lunch_until_min IS NULL)),
    UNIQUE (program_id, therapist_id)
) STRICT;
"""

TIME_OFF = """
CREATE TABLE therapist_absence (
    id INTEGER PRIMARY KEY,
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    day TEXT NOT NULL,
    starts_min INTEGER CHECK (starts_min >= 0),
    ends_min INTEGER CHECK (ends_min <= 1440),
    reason TEXT NOT NULL DEFAULT '',
    noted_at TEXT NOT NULL,
    noted_by INTEGER REFERENCES user (id),
    taken_back_at TEXT,
    CHECK ((starts_min IS NULL) = (ends_min IS NULL)),
    CHECK (starts_min < ends_min)
) STRICT;
CREATE INDEX therapist_absence_by_day ON therapist_absence (day) WHERE taken_back_at IS NULL;

CREATE TABLE room_closure (
    id INTEGER PRIMARY KEY,
    room_id INTEGER NOT NULL REFERENCES room (id),
    day TEXT NOT NULL,
    starts_min INTEGER CHECK (starts_min >= 0),
    ends_min INTEGER CHECK (ends_min <= 1440),
    reason TEXT NOT NULL DEFAULT '',
    noted_at TEXT NOT NULL,
    noted_by INTEGER REFERENCES user (id),
    taken_back_at TEXT,
    CHECK ((starts_min IS NULL) = (ends_min IS NULL)),
    CHECK (starts_min < ends_min)
) STRICT;
CREATE INDEX room_closure_by_day ON room_closure (day) WHERE taken_back_at IS NULL;
"""

CHILDREN = """
CREATE TABLE program_child (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    child_id INTEGER NOT NULL REFERENCES child (id),
    priority INTEGER NOT NULL DEFAULT 2 CHECK (priority BETWEEN 1 AND 3),
    waiting_since TEXT,
    therapist_id INTEGER REFERENCES therapist (id),
    therapist_weight TEXT NOT NULL DEFAULT 'prefer'
        CHECK (therapist_weight IN ('must', 'prefer', 'ignore')),
    most_a_day INTEGER NOT NULL DEFAULT 1 CHECK (most_a_day BETWEEN 1 AND 2),
    caregivers INTEGER NOT NULL DEFAULT 1 CHECK (caregivers BETWEEN 1 AND 2),
    agreed_by INTEGER REFERENCES user (id),
    agreed_at TEXT,
    added_at TEXT NOT NULL,
    left_on TEXT,
    left_reason TEXT NOT NULL DEFAULT '',
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
    UNIQUE (program_id, child_id)
) STRICT;
CREATE INDEX program_child_by_child ON program_child (child_id);

CREATE TABLE program_child_hours (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts_min INTEGER NOT NULL CHECK (starts_min >= 0),
    ends_min INTEGER NOT NULL CHECK (ends_min <= 1440),
    CHECK (starts_min < ends_min),
    UNIQUE (program_child_id, weekday, starts_min)
) STRICT;

CREATE TABLE program_child_preference (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    starts_min INTEGER NOT NULL CHECK (starts_min >= 0),
    ends_min INTEGER NOT NULL CHECK (ends_min <= 1440),
    CHECK (starts_min < ends_min),
    UNIQUE (program_child_id, starts_min)
) STRICT;

CREATE TABLE program_child_away (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX program_child_away_by_child ON program_child_away (program_child_id);

CREATE TABLE excluded_therapist (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    UNIQUE (program_child_id, therapist_id)
) STRICT;

CREATE TABLE block_goal (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    goal_id INTEGER NOT NULL REFERENCES goal (id),
    UNIQUE (program_child_id, goal_id)
) STRICT;

CREATE TABLE wanted_service (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    kind_id INTEGER NOT NULL REFERENCES session_kind (id),
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 120),
    least INTEGER NOT NULL CHECK (least >= 1),
    most_a_week INTEGER NOT NULL CHECK (most_a_week BETWEEN 1 AND 14),
    most_therapists INTEGER NOT NULL CHECK (most_therapists >= 1),
    is_spread INTEGER NOT NULL DEFAULT 1 CHECK (is_spread IN (0, 1)),
    series_id INTEGER REFERENCES series (id),
    dropped_at TEXT,
    CHECK (least <= sessions)
) STRICT;
CREATE INDEX wanted_service_by_child ON wanted_service (program_child_id);

CREATE TABLE family_told (
    id INTEGER PRIMARY KEY,
    program_child_id INTEGER NOT NULL REFERENCES program_child (id),
    how TEXT NOT NULL CHECK (how IN ('paper', 'text', 'call')),
    told_at TEXT NOT NULL,
    told_by INTEGER NOT NULL REFERENCES user (id),
    times TEXT NOT NULL CHECK (json_valid(times))
) STRICT;
CREATE INDEX family_told_by_child ON family_told (program_child_id, told_at);
"""

PLANS = """
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    made_at TEXT NOT NULL,
    made_by INTEGER NOT NULL REFERENCES user (id),
    is_chosen INTEGER NOT NULL DEFAULT 0 CHECK (is_chosen IN (0, 1)),
    score INTEGER,
    bound INTEGER,
    seconds REAL,
    seed INTEGER,
    solver TEXT NOT NULL DEFAULT '',
    reasons TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(reasons)),
    UNIQUE (program_id, name)
) STRICT;
CREATE UNIQUE INDEX one_chosen_plan ON plan (program_id) WHERE is_chosen;

CREATE TABLE planned_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    wanted_id INTEGER NOT NULL REFERENCES wanted_service (id),
    starts TEXT NOT NULL CHECK (length(starts) = 16),
    therapist_id INTEGER NOT NULL REFERENCES therapist (id),
    room_id INTEGER NOT NULL REFERENCES room (id),
    is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
    is_moved INTEGER NOT NULL DEFAULT 0 CHECK (is_moved IN (0, 1)),
    session_id INTEGER REFERENCES session (id),
    UNIQUE (plan_id, session_id)
) STRICT;
CREATE INDEX planned_session_by_plan ON planned_session (plan_id, starts);
CREATE INDEX planned_session_by_wanted ON planned_session (wanted_id);
CREATE INDEX planned_session_by_session ON planned_session (session_id)
    WHERE session_id IS NOT NULL;
"""


def up(database: SqliteDatabase) -> None:
    """Widen programs and households, then add set-up, time off, children and plans."""
    for script in (SET_UP, TIME_OFF, CHILDREN, PLANS):
        run_script(database, script)
    keep_forever(
        database, "program", "session_kind", "therapist_absence", "room_closure", "program_child",
        "wanted_service", "family_told",
    )  # fmt: skip
