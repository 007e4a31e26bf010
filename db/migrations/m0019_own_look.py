"""Keep how a child looks in the drawings of the papers that are theirs."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

OWN_LOOK = """
CREATE TABLE own_look (
    child_id INTEGER PRIMARY KEY REFERENCES child (id),
    skin TEXT NOT NULL CHECK (skin IN ('light', 'beige', 'olive', 'tan', 'brown', 'dark')),
    hair TEXT NOT NULL CHECK (hair IN ('short', 'curls', 'bob', 'ponytail', 'puffs', 'wisp',
        'swoop', 'long', 'scarf')),
    hair_color TEXT NOT NULL CHECK (hair_color IN ('black', 'dark_brown', 'brown', 'red',
        'blond')),
    has_glasses INTEGER NOT NULL CHECK (has_glasses IN (0, 1)),
    has_hearing_aid INTEGER NOT NULL CHECK (has_hearing_aid IN (0, 1)),
    aid TEXT CHECK (aid IN ('wheelchair', 'walker'))
) STRICT;
"""


def up(database: SqliteDatabase) -> None:
    """Begin with nothing: every child has the drawings' own children until somebody chooses."""
    run_script(database, OWN_LOOK)
