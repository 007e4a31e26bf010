"""Keep what families tell about home: each line with its day and who said it."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

ABOUT_HOME = """
CREATE TABLE about_home (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    topic TEXT NOT NULL CHECK (topic IN ('motivators', 'home_and_clinic', 'hard_routines',
        'what_fits', 'space_and_equipment', 'siblings')),
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    said_by TEXT NOT NULL DEFAULT '',
    said_on TEXT NOT NULL,
    noted_by INTEGER NOT NULL REFERENCES user (id),
    ended_on TEXT
) STRICT;
CREATE INDEX about_home_of_child ON about_home (child_id) WHERE ended_on IS NULL;
"""


def up(database: SqliteDatabase) -> None:
    """Begin with nothing: nobody has been asked in a way the file could keep."""
    run_script(database, ABOUT_HOME)
