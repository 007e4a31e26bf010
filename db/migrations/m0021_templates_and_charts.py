"""Keep templates of home programs, and the practice charts that came back."""

from peewee import SqliteDatabase

from db.migrations.sql import keep_forever, run_script

TABLES = """
CREATE TABLE program_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    content TEXT NOT NULL CHECK (json_valid(content)),
    made_by INTEGER NOT NULL REFERENCES user (id),
    made_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;

CREATE TABLE returned_chart (
    id INTEGER PRIMARY KEY,
    home_program_id INTEGER NOT NULL REFERENCES home_program (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    practiced TEXT NOT NULL CHECK (json_valid(practiced)),
    words TEXT NOT NULL DEFAULT '',
    entered_by INTEGER NOT NULL REFERENCES user (id),
    entered_at TEXT NOT NULL,
    withdrawn_at TEXT,
    CHECK (first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX returned_chart_of_program ON returned_chart (home_program_id, first_day)
    WHERE withdrawn_at IS NULL;
"""


def up(database: SqliteDatabase) -> None:
    """Begin with nothing; what families reported is withdrawn, never deleted."""
    run_script(database, TABLES)
    keep_forever(database, "returned_chart")
