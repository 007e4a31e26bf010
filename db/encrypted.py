"""A SQLite file whose every page is encrypted and checked (SQLCipher)."""

import os
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from db.data_key import file_salt

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # WAL with NORMAL loses acknowledged saves at a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "cache_size": -64_000,
}
BUSY_SECONDS = 3

# STRICT tables accept SQLite's own type names only.
_STRICT_TYPES = {
    "BIGINT": "INTEGER",
    "BOOL": "INTEGER",
    "CHAR": "TEXT",
    "DATE": "TEXT",
    "DATETIME": "TEXT",
    "DECIMAL": "TEXT",
    "DOUBLE": "REAL",
    "FLOAT": "REAL",
    "SMALLINT": "INTEGER",
    "TIME": "TEXT",
    "VARCHAR": "TEXT",
}


class ClinicDatabase(SqlCipherDatabase):  # type: ignore[misc]  # playhouse has no stubs
    """Peewee's database on an encrypted file with a raw key."""

    field_types = SqlCipherDatabase.field_types | _STRICT_TYPES

    def _connect(self) -> Any:
        parameters = dict(self.connect_params)
        key: bytes | None = parameters.pop("key", None)
        raw = connect(self.database, key, **parameters)
        try:
            self._add_conn_hooks(raw)
        except BaseException:
            raw.close()
            raise
        return raw

    def rollback(self) -> None:
        """Undo the transaction, unless SQLite already has (full disk, failing disk).

        Asking it twice would hide the reason behind "no transaction is active".
        """
        if self.connection().in_transaction:
            super().rollback()


def connect(uri: str, key: bytes | None, *, check_same_thread: bool = True) -> Any:
    """Open a bare driver connection; ``key`` None means a file in the clear."""
    raw = dbapi2.connect(
        uri,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        uri=True,
        check_same_thread=check_same_thread,
    )
    raw.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    if key is not None:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}{file_salt(key).hex()}'\"")
    return raw


def file_uri(file: Path, mode: str) -> str:
    """Name ``file`` for SQLite; ``mode`` is "ro" or "rw", so a missing file is never made."""
    return f"{file.absolute().as_uri()}?mode={mode}"


def create_private_file(file: Path) -> None:
    """Make an empty file nobody else may read; SQLite gives its -wal and -shm the same rights."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
