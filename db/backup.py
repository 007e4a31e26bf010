"""Copies the open clinic's file to where a person wants it, and checks it page by page."""

from pathlib import Path

from db.connection import database, open_clinic
from db.faults import database_faults
from db.verified_copy import Copy, copy_verified, find_damage


def copy_database(target: Path) -> Copy:
    """Write a checked, encrypted copy to ``target`` and its key file beside it.

    The same passwords and the same recovery key open it. Callable from any thread.
    Raises StorageFault; then no ``target`` appears.
    """
    clinic = open_clinic()
    return copy_verified(clinic.file, clinic.key, target)


def damage_in_database() -> list[str]:
    """Return what is wrong with the open clinic's file, page by page; empty when it is sound."""
    open_clinic()
    with database_faults():
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return find_damage(database.connection())
