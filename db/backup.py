"""Copies the open clinic's file to where a person wants it."""

from pathlib import Path

from db.connection import open_clinic
from db.verified_copy import Copy, copy_verified


def copy_database(target: Path) -> Copy:
    """Write a checked, encrypted copy to ``target`` and its key file beside it.

    The same passwords and the same recovery key open it. Callable from any thread.
    Raises StorageFault; then no ``target`` appears.
    """
    clinic = open_clinic()
    return copy_verified(clinic.file, clinic.key, target)
