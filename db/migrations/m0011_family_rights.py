"""Keep who of a family is grown up, and who may be told about the child."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

RIGHTS = """
ALTER TABLE caregiver ADD COLUMN is_adult INTEGER CHECK (is_adult IN (0, 1));
ALTER TABLE guardianship ADD COLUMN may_be_told INTEGER CHECK (may_be_told IN (0, 1));
"""


def up(database: SqliteDatabase) -> None:
    """Leave both open: nobody has asked yet."""
    run_script(database, RIGHTS)
