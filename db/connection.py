"""The one connection to the clinic's database."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from db.clinic_lock import ClinicLock, acquire
from db.durable import part_of, private_folder, put_in_place
from db.encrypted import (
    BUSY_SECONDS,
    PRAGMAS,
    ClinicDatabase,
    connect,
    create_private_file,
    file_uri,
)
from db.faults import Fault, StorageFault, database_faults, file_faults
from db.file_check import read_version
from db.migrations import STEPS, Step, migrate
from db.verified_copy import copy_verified

database = ClinicDatabase(None, autoconnect=False)


@dataclass(frozen=True, slots=True)
class OpenClinic:
    """The data file that is open, and what keeps it ours."""

    file: Path
    key: bytes = field(repr=False)
    lock: ClinicLock


_open: list[OpenClinic] = []  # none or one


def create_database(file: Path, key: bytes) -> None:
    """Make a new clinic's file with all its tables, and leave it open.

    The file appears when it is complete. Raises StorageFault (EXISTS, READ_ONLY, DISK_FULL, …).
    """
    close_database()
    part = part_of(file)
    with file_faults(), database_faults():
        private_folder(file.parent)
        if file.exists():
            raise StorageFault(Fault.EXISTS)
        create_private_file(part)
        try:
            _connect(file_uri(part, "rw"), key)
            migrate(database)
            close_database()
            put_in_place(part, file)
        except BaseException:
            close_database()
            part.unlink(missing_ok=True)
            raise
    open_database(file, key)


def open_database(file: Path, key: bytes, steps: tuple[Step, ...] = STEPS) -> None:
    """Open a clinic's file and bring its tables up to date, after a checked copy of it.

    Raises StorageFault (MISSING, LOCKED_BY_OTHER, NEWER_FILE, WRONG_KEY, DAMAGED, …); then the
    file is as it was.
    """
    close_database()
    if not file.is_file():
        raise StorageFault(Fault.MISSING)
    lock = acquire(file.with_suffix(".lock"))
    _open.append(OpenClinic(file, key, lock))
    try:
        _prepare(file, key, len(steps))
        with database_faults():
            _connect(file_uri(file, "rw"), key)
            _check_writable()
            migrate(database, steps)
    except BaseException:
        close_database()
        raise


def open_in_memory() -> None:
    """Open an empty, unencrypted clinic that vanishes when closed; for tests and trials."""
    close_database()
    blank = _blank()
    _connect(":memory:", None)
    blank.backup(database.connection())


@cache
def _blank() -> Any:
    """Make the tables once a process; a copy of them is there hundreds of times sooner."""
    blank = connect(":memory:", None, check_same_thread=False)
    _connect(":memory:", None)
    migrate(database)
    database.connection().backup(blank)
    close_database()
    return blank


def close_database() -> None:
    """Close the clinic's file, forget its key and let others open it."""
    try:
        if not database.deferred and not database.is_closed():
            database.close()
    finally:
        database.init(None)
        while _open:
            _open.pop().lock.release()


def open_clinic() -> OpenClinic:
    """Return the clinic that is open from a file; raises StorageFault (MISSING) without one."""
    if not _open:
        raise StorageFault(Fault.MISSING)
    return _open[0]


def confirm_lock() -> None:
    """Make sure that the file is still ours to write; raises StorageFault (LOCKED_BY_OTHER)."""
    for clinic in _open:
        clinic.lock.confirm()


def _connect(uri: str, key: bytes | None) -> None:
    database.init(uri, pragmas=PRAGMAS, timeout=BUSY_SECONDS, key=key)
    database.connect()


def _prepare(file: Path, key: bytes, newest: int) -> None:
    """Refuse what this version cannot read, and copy what it is about to change."""
    version = read_version(file, key)
    if version > newest:
        raise StorageFault(Fault.NEWER_FILE)
    if version < newest:
        copy_verified(file, key, _copy_before(file, version + 1))


def _check_writable() -> None:
    """Fail now rather than at the first save; what it writes is taken back before it is kept."""
    database.execute_sql("BEGIN IMMEDIATE")
    try:
        database.pragma("user_version", database.pragma("user_version"))
    finally:
        database.rollback()


def _copy_before(file: Path, step: int) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    return file.parent / "backups" / f"before-step-{step}-{stamp}{file.suffix}"
