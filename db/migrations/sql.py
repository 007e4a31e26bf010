"""Runs a step's SQL; never changes once a step relies on it."""

import sqlite3

from peewee import SqliteDatabase


def run_script(database: SqliteDatabase, script: str) -> None:
    """Run each statement of ``script`` inside the transaction the runner has open."""
    begun = ""
    for part in script.split(";"):
        begun += part + ";"
        # A trigger's body holds semicolons of its own.
        if sqlite3.complete_statement(begun):
            if begun.strip() != ";":
                database.execute_sql(begun)
            begun = ""


def keep_forever(database: SqliteDatabase, *tables: str) -> None:
    """Refuse every DELETE on ``tables``: what ends is marked, clinical rows are never destroyed."""
    for table in tables:
        run_script(
            database,
            f"CREATE TRIGGER {table}_is_kept_forever BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'this is never deleted'); END;",
        )
