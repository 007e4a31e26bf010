"""Looks at a data file without changing one byte of it, and says why it cannot be opened."""

from contextlib import closing
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2

from db.data_key import file_salt
from db.encrypted import connect, file_uri
from db.faults import Fault, StorageFault, database_faults, file_faults

PAGE_BYTES = 4096
_NOT_A_DATABASE = 26
_PLAIN_SQLITE = b"SQLite format 3\0"
# Encrypted pages look random: 4,096 random bytes hold some 256 different values, text under 100.
_LEAST_DIFFERENT_BYTES = 200


def read_version(file: Path, key: bytes) -> int:
    """Return how many migration steps ``file`` has seen.

    Raises StorageFault (MISSING, NOT_A_CLINIC_FILE, WRONG_KEY, DAMAGED, BUSY). Only while this
    process has the file closed: reading it otherwise would drop SQLite's locks on it.
    """
    if not file.is_file():
        raise StorageFault(Fault.MISSING)
    with database_faults():
        try:
            version = _read_version(file, key)
        except (peewee.DatabaseError, dbapi2.DatabaseError) as error:
            if getattr(error, "sqlite_errorcode", None) != _NOT_A_DATABASE:
                raise
            raise StorageFault(_why_unreadable(file, key)) from error
    if version == 0:
        raise StorageFault(Fault.NOT_A_CLINIC_FILE)
    return version


def _read_version(file: Path, key: bytes) -> int:
    with closing(connect(file_uri(file, "ro"), key)) as raw:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _why_unreadable(file: Path, key: bytes) -> Fault:
    with file_faults(), file.open("rb") as stream:
        page = stream.read(PAGE_BYTES)
    if page.startswith(_PLAIN_SQLITE) or len(page) < PAGE_BYTES:
        return Fault.NOT_A_CLINIC_FILE
    if page.startswith(file_salt(key)):
        return Fault.DAMAGED  # made with this key, and the first page is not what was written
    if len(set(page)) < _LEAST_DIFFERENT_BYTES:
        return Fault.NOT_A_CLINIC_FILE
    return Fault.WRONG_KEY
