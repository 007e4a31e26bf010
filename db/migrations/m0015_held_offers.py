"""Find the times that are held for families at once, however many were ever offered."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

HELD = """
DROP INDEX offer_open;
CREATE INDEX offer_held ON offer (held_until) WHERE outcome IN ('open', 'call_back');
"""


def up(database: SqliteDatabase) -> None:
    """Look up a family that calls back as well as one that has not answered."""
    run_script(database, HELD)
