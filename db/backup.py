"""Copies the open clinic's file to where a person wants it, and checks it page by page."""

from contextlib import closing
from pathlib import Path

from db.connection import database, open_clinic
from db.encrypted import connect, file_uri
from db.faults import Fault, StorageFault, database_faults
from db.file_check import read_version
from db.verified_copy import Copy, copy_verified, count_rows, find_damage


def copy_database(target: Path) -> Copy:
    """Write a checked, encrypted copy to ``target`` and its key file beside it.

    The same passwords and the same recovery key open it. Callable from any thread.
    Raises StorageFault; then no ``target`` appears.
    """
    clinic = open_clinic()
    return copy_verified(clinic.file, clinic.key, target)


def check_database(copy: Path) -> dict[str, int]:
    """Open a copy of the open clinic, check every page, and count the rows of each table.

    Callable from any thread. Raises StorageFault (MISSING, WRONG_KEY, DAMAGED, …).
    """
    key = open_clinic().key
    read_version(copy, key)
    with database_faults(), closing(connect(file_uri(copy, "ro"), key)) as raw:
        if find_damage(raw):
            raise StorageFault(Fault.DAMAGED)
        return count_rows(raw)


def damage_in_database() -> list[str]:
    """Return what is wrong with the open clinic's file, page by page; empty when it is sound."""
    open_clinic()
    with database_faults():
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return find_damage(database.connection())
