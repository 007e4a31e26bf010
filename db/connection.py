"""The one connection to the clinic's database."""

from pathlib import Path

from db.encrypted import BUSY_SECONDS, PRAGMAS, ClinicDatabase, create_private_file, file_uri
from db.migrations import migrate

database = ClinicDatabase(None, autoconnect=False)


def create_database(file: Path, key: bytes) -> None:
    """Make a new clinic's file with all its tables, and leave it open."""
    close_database()
    create_private_file(file)
    _connect(file_uri(file, "rw"), key)
    migrate(database)


def open_database(file: Path, key: bytes) -> None:
    """Open a clinic's file and bring its tables up to date."""
    close_database()
    _connect(file_uri(file, "rw"), key)
    migrate(database)


def open_in_memory() -> None:
    """Open an empty, unencrypted clinic that vanishes when closed; for tests and trials."""
    close_database()
    _connect(":memory:", None)
    migrate(database)


def close_database() -> None:
    """Close the clinic's file and forget its key, if one is open."""
    if not database.deferred and not database.is_closed():
        database.close()
    database.init(None)


def _connect(uri: str, key: bytes | None) -> None:
    database.init(uri, pragmas=PRAGMAS, timeout=BUSY_SECONDS, key=key)
    database.connect()
