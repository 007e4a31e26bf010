"""What can go wrong with the clinic's file, and the one sentence that says so."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum


class Fault(Enum):
    """A way the data file or the key file can fail; the value is what a person is told."""

    DISK_FULL = "The disk is full, so nothing was saved. Free some space, then save again."
    IO_ERROR = (
        "The disk did not answer, so nothing was saved."
        " Check that the disk or network drive is connected, then try again."
    )
    READ_ONLY = (
        "The clinic's folder cannot be written to."
        " Ask whoever looks after this computer to allow it, or choose another folder."
    )
    LOCKED_BY_OTHER = (
        "The clinic's file is open elsewhere. Close it there first, then open it here."
    )
    DAMAGED = (
        "The clinic's data file is damaged. Nothing was changed. Restore the newest backup,"
        " and keep the damaged file: it may still be readable."
    )
    NOT_A_CLINIC_FILE = "This is not a clinic's data file. Choose the folder that holds clinic.db."
    NEWER_FILE = (
        "This clinic was last opened with a newer OT Desktop. Nothing was changed."
        " Install the newer version on this computer, then open it again."
    )
    WRONG_KEY = (
        "The data file and the key file do not belong together."
        " Put back the clinic.keys that was saved with this clinic.db, or restore a backup."
    )
    MISSING = (
        "The clinic's data file is not there."
        " If it is on a network drive or a stick, connect it and try again."
    )
    EXISTS = "There is already a clinic in this folder. Open it, or choose an empty folder."
    BUSY = "Something else is saving at this moment. Nothing was saved; try again."
    KEYS_MISSING = (
        "The clinic's key file (clinic.keys) is not there, and without it the data cannot be"
        " read. Put it back from a backup."
    )
    KEYS_DAMAGED = (
        "The clinic's key file (clinic.keys) is damaged. Nothing was changed."
        " Put it back from a backup."
    )
    NEWER_KEYS = (
        "The clinic's key file was written by a newer OT Desktop. Nothing was changed."
        " Install the newer version on this computer, then open it again."
    )
    WRONG_PASSWORD = "That password is not right. Type it again."  # noqa: S105  (a sentence)
    RECOVERY_KEY_MISTYPED = (
        "The recovery key has a typing mistake in it."
        " Compare each group with the sheet and correct the one that differs."
    )
    WRONG_RECOVERY_KEY = (
        "This recovery key belongs to another clinic or to an older sheet."
        " Use the newest recovery sheet of this clinic."
    )
    NO_SUCH_PERSON = (
        "This person cannot sign in here any more. Ask the clinic's owner to add them again."
    )
    TOO_LITTLE_MEMORY = (
        "There is too little free memory to check the password."
        " Close other programs, then try again."
    )


class StorageFault(Exception):
    """The clinic's file could not be used; the text is fit to be shown."""

    def __init__(self, fault: Fault, sentence: str | None = None) -> None:
        super().__init__(sentence or fault.value)
        self.fault = fault


_SQLITE_CODES = {
    3: Fault.READ_ONLY,  # SQLITE_PERM
    5: Fault.BUSY,
    6: Fault.BUSY,  # SQLITE_LOCKED
    8: Fault.READ_ONLY,
    10: Fault.IO_ERROR,
    11: Fault.DAMAGED,
    13: Fault.DISK_FULL,
    14: Fault.IO_ERROR,  # SQLITE_CANTOPEN: the file was there a moment ago
    26: Fault.DAMAGED,  # SQLITE_NOTADB; connection.py tells a wrong key apart before this
}

# Copying (Connection.backup) raises SQLite's words without its number.
_SQLITE_WORDS = {
    "attempt to write a readonly database": Fault.READ_ONLY,
    "database disk image is malformed": Fault.DAMAGED,
    "database is locked": Fault.BUSY,
    "database or disk is full": Fault.DISK_FULL,
    "disk I/O error": Fault.IO_ERROR,
    "file is not a database": Fault.DAMAGED,
    "unable to open database file": Fault.IO_ERROR,
}

_OS_CODES = {
    errno.ENOSPC: Fault.DISK_FULL,
    errno.EDQUOT: Fault.DISK_FULL,
    errno.EFBIG: Fault.DISK_FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
}


@contextmanager
def file_faults(missing: Fault = Fault.MISSING) -> Iterator[None]:
    """Turn what the operating system refuses in the block into StorageFault."""
    try:
        yield
    except FileNotFoundError as error:
        raise StorageFault(missing) from error
    except OSError as error:
        raise StorageFault(_OS_CODES.get(error.errno or 0, Fault.IO_ERROR)) from error


@contextmanager
def database_faults() -> Iterator[None]:
    """Turn a failing disk, a damaged or a locked database in the block into StorageFault.

    A failed rollback hides the reason of a failed save in ``__context__``, so the oldest reason
    raised within the block is the one that counts.
    """
    before = sys.exception()
    try:
        yield
    except Exception as error:
        if _is_of_database(error) and (fault := _oldest_fault(error, before)):
            raise StorageFault(fault) from error
        raise


def _is_of_database(error: Exception) -> bool:
    """Say whether the database failed; a constraint that says no is a refusal, not a fault."""
    import peewee  # noqa: PLC0415  (who only reads the key file never needs it)
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    if isinstance(error, peewee.IntegrityError | dbapi2.IntegrityError):
        return False
    return isinstance(error, peewee.DatabaseError | dbapi2.DatabaseError)


def _oldest_fault(error: BaseException, before: BaseException | None) -> Fault | None:
    found: Fault | None = None
    cause: BaseException | None = error
    while cause is not None and cause is not before:
        found = _own_fault(cause) or found
        cause = cause.__cause__ or cause.__context__
    return found


def _own_fault(error: BaseException) -> Fault | None:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  (see above)

    if not isinstance(error, dbapi2.Error):
        return None  # Peewee's wrapping, or somebody else's
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE_CODES.get(code & 0xFF)
    return _SQLITE_WORDS.get(str(error))
