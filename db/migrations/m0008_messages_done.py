"""Keep when somebody said that nothing more is to be done about a message."""

from peewee import SqliteDatabase

from db.migrations.sql import run_script

# The index holds what the clinic waits for: a family that was not reached, or was asked something.
DONE = """
ALTER TABLE message ADD COLUMN done_at TEXT;
ALTER TABLE message ADD COLUMN done_by INTEGER REFERENCES user (id);
CREATE INDEX message_to_chase ON message (at) WHERE done_at IS NULL
    AND direction = 'to_family'
    AND (is_question = 1 OR outcome IN ('left_message', 'not_reached'));
"""


def up(database: SqliteDatabase) -> None:
    """Leave every message as it is: none is done yet."""
    run_script(database, DONE)
