"""Brings a database file up to the shape this version expects."""

from typing import Protocol

from peewee import SqliteDatabase

from db.faults import Fault, StorageFault
from db.migrations import (
    m0001_people,
    m0002_schedule,
    m0003_notes_and_home_programs,
    m0004_programs,
    m0005_day,
    m0007_booking,
    m0008_messages_done,
    m0011_family_rights,
    m0012_proposals,
    m0014_documents,
    m0015_held_offers,
    m0016_goals,
    m0017_notes,
    m0018_about_home,
    m0019_own_look,
    m0020_activity_versions,
    m0021_templates_and_charts,
)


class Step(Protocol):
    """One numbered change; a module with an ``up`` function, never edited once released."""

    def up(self, database: SqliteDatabase, /) -> None:
        """Change the tables, in plain SQL."""


STEPS: tuple[Step, ...] = (
    m0001_people,
    m0002_schedule,
    m0003_notes_and_home_programs,
    m0004_programs,
    m0005_day,
    m0007_booking,
    m0008_messages_done,
    m0011_family_rights,
    m0012_proposals,
    m0014_documents,
    m0015_held_offers,
    m0016_goals,
    m0017_notes,
    m0018_about_home,
    m0019_own_look,
    m0020_activity_versions,
    m0021_templates_and_charts,
)


class BrokenReferencesError(Exception):
    """A step left rows pointing at rows that are gone."""


def migrate(database: SqliteDatabase, steps: tuple[Step, ...] | None = None) -> None:
    """Apply the steps the file has not seen, each whole or not at all."""
    steps = STEPS if steps is None else steps
    done = database.pragma("user_version")
    if done > len(steps):
        raise StorageFault(Fault.NEWER_FILE)
    # Inside a transaction SQLite ignores this switch, and rebuilding a table would cascade.
    database.pragma("foreign_keys", 0)
    try:
        for number, step in enumerate(steps[done:], start=done + 1):
            _apply(database, step, number)
    finally:
        database.pragma("foreign_keys", 1)


def _apply(database: SqliteDatabase, step: Step, number: int) -> None:
    with database.atomic("IMMEDIATE"):
        step.up(database)
        if broken := database.execute_sql("PRAGMA foreign_key_check").fetchall():
            raise BrokenReferencesError(f"step {number}: {broken[:3]}")
        database.pragma("user_version", number)
