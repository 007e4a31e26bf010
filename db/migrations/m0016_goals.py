"""Let goals be scaled and versioned, scored outside a note too, and keep what families rate."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

# A goal's later wording is a row of its own with the same origin: scores stay with the wording
# they were given for.
GOALS = """
ALTER TABLE goal ADD COLUMN coast TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(coast));
ALTER TABLE goal ADD COLUMN routine TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN setting TEXT
    CHECK (setting IN ('clinic', 'home', 'school', 'community'));
ALTER TABLE goal ADD COLUMN importance INTEGER NOT NULL DEFAULT 1
    CHECK (importance BETWEEN 0 AND 3);
ALTER TABLE goal ADD COLUMN difficulty INTEGER NOT NULL DEFAULT 1
    CHECK (difficulty BETWEEN 0 AND 3);
ALTER TABLE goal ADD COLUMN level_texts TEXT NOT NULL DEFAULT '[]'
    CHECK (json_array_length(level_texts) IN (0, 5));
ALTER TABLE goal ADD COLUMN baseline_level INTEGER CHECK (baseline_level IN (-2, -1));
ALTER TABLE goal ADD COLUMN origin_id INTEGER REFERENCES goal (id);
ALTER TABLE goal ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE goal ADD COLUMN written_at TEXT;
ALTER TABLE goal ADD COLUMN written_by INTEGER REFERENCES user (id);
ALTER TABLE goal ADD COLUMN change_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX goal_version ON goal (origin_id, version) WHERE origin_id IS NOT NULL;
"""

SCORES = """
CREATE TABLE goal_score_with_scales (
    id INTEGER PRIMARY KEY,
    goal_id INTEGER NOT NULL REFERENCES goal (id),
    note_id INTEGER REFERENCES note (id),
    scored_on TEXT NOT NULL,
    score INTEGER CHECK (score >= 0),
    out_of INTEGER CHECK (out_of >= 1),
    level INTEGER CHECK (level BETWEEN -2 AND 2),
    help TEXT CHECK (help IN ('alone', 'words', 'picture', 'touch', 'hands')),
    assist TEXT CHECK (assist IN ('independent', 'modified', 'supervision', 'contact_guard',
        'minimal', 'moderate', 'maximal', 'dependent')),
    prompts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(prompts)),
    setting TEXT CHECK (setting IN ('clinic', 'home', 'school', 'community')),
    scored_at TEXT,
    scored_by INTEGER REFERENCES user (id),
    withdrawn_at TEXT,
    withdrawn_by INTEGER REFERENCES user (id),
    UNIQUE (goal_id, note_id),
    CHECK ((score IS NULL) = (out_of IS NULL)),
    CHECK (score IS NOT NULL OR level IS NOT NULL),
    CHECK (note_id IS NOT NULL OR (scored_at IS NOT NULL AND scored_by IS NOT NULL)),
    CHECK (note_id IS NULL OR withdrawn_at IS NULL)
) STRICT;
INSERT INTO goal_score_with_scales (id, goal_id, note_id, scored_on, score, out_of, help)
    SELECT id, goal_id, note_id, scored_on, score, out_of, help FROM goal_score;
DROP TABLE goal_score;
ALTER TABLE goal_score_with_scales RENAME TO goal_score;
CREATE INDEX goal_score_outside_notes ON goal_score (goal_id) WHERE note_id IS NULL;

CREATE TRIGGER score_is_signed BEFORE UPDATE ON goal_score WHEN OLD.note_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER score_of_signed_note BEFORE INSERT ON goal_score
WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'note is signed'); END;

CREATE TRIGGER score_is_kept BEFORE UPDATE OF goal_id, note_id, scored_on, score, out_of, level,
    help, assist, prompts, setting, scored_at, scored_by ON goal_score WHEN OLD.note_id IS NULL
BEGIN SELECT RAISE(ABORT, 'score is kept'); END;

CREATE TRIGGER score_stays_withdrawn BEFORE UPDATE ON goal_score WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'score is kept'); END;

CREATE TRIGGER level_needs_texts BEFORE INSERT ON goal_score WHEN NEW.level IS NOT NULL
    AND (SELECT json_array_length(level_texts) FROM goal WHERE id = NEW.goal_id) <> 5
BEGIN SELECT RAISE(ABORT, 'goal has no level texts'); END;

CREATE TRIGGER goal_is_scored BEFORE UPDATE OF child_id, statement, coast, out_of, baseline, target,
    importance, difficulty, level_texts, baseline_level, origin_id, version ON goal
WHEN EXISTS (SELECT 1 FROM goal_score WHERE goal_id = OLD.id AND withdrawn_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'goal is scored'); END;
"""

# Problems in the family's own words; the form itself is not ours to copy.
FAMILY = """
CREATE TABLE copm_problem (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    named_on TEXT NOT NULL,
    ended_on TEXT
) STRICT;
CREATE INDEX copm_problem_by_child ON copm_problem (child_id);

CREATE TABLE copm_assessment (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    rated_on TEXT NOT NULL,
    rated_by TEXT NOT NULL CHECK (rated_by IN ('child', 'parent')),
    said_by TEXT NOT NULL DEFAULT '',
    written_at TEXT NOT NULL,
    written_by INTEGER NOT NULL REFERENCES user (id),
    withdrawn_at TEXT
) STRICT;
CREATE INDEX copm_assessment_by_child ON copm_assessment (child_id, rated_on);

CREATE TABLE copm_rating (
    id INTEGER PRIMARY KEY,
    assessment_id INTEGER NOT NULL REFERENCES copm_assessment (id),
    problem_id INTEGER NOT NULL REFERENCES copm_problem (id),
    performance INTEGER NOT NULL CHECK (performance BETWEEN 1 AND 10),
    satisfaction INTEGER NOT NULL CHECK (satisfaction BETWEEN 1 AND 10),
    UNIQUE (assessment_id, problem_id)
) STRICT;

CREATE TRIGGER rating_is_kept BEFORE UPDATE ON copm_rating
BEGIN SELECT RAISE(ABORT, 'score is kept'); END;
"""


def up(database: SqliteDatabase) -> None:
    """Widen goals, build the scores anew with their scales, and add the family's ratings."""
    for script in (GOALS, SCORES, FAMILY):
        run_script(database, script)
    keep_forever(database, "goal_score", "copm_problem", "copm_assessment", "copm_rating")
