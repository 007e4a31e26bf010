"""Create proposals for a plan and who is changing it; let a family turn out not to be told."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

PROPOSALS = """
CREATE TABLE swap_proposal (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    moves TEXT NOT NULL,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    why TEXT NOT NULL CHECK (trim(why) <> ''),
    proposed_by INTEGER NOT NULL REFERENCES user (id),
    proposed_at TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'withdrawn')),
    answer_reason TEXT NOT NULL DEFAULT '',
    answered_by INTEGER REFERENCES user (id),
    answered_at TEXT,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((answer IS NULL) = (answered_by IS NULL)),
    CHECK (answer <> 'declined' OR trim(answer_reason) <> '')
) STRICT;
CREATE INDEX swap_proposal_by_program ON swap_proposal (program_id);
"""

# One row a program, written anew by whoever opens its plan; a row nobody renews holds nobody up.
EDITORS = """
CREATE TABLE plan_editor (
    program_id INTEGER PRIMARY KEY REFERENCES program (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    since TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT;
"""

TOLD = "ALTER TABLE family_told ADD COLUMN taken_back_at TEXT;"


def up(database: SqliteDatabase) -> None:
    """Create both tables and the column; what was proposed stays."""
    run_script(database, PROPOSALS)
    run_script(database, EDITORS)
    run_script(database, TOLD)
    keep_forever(database, "swap_proposal")
