"""A whole copy of an encrypted clinic file, opened again and checked before it gets its name."""

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.durable import part_of, private_folder, put_in_place, sync_file, write_durably
from db.encrypted import connect, create_private_file, file_uri
from db.faults import Fault, StorageFault, database_faults, file_faults

_SPARE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished copy; ``rows`` counts the rows of each table."""

    file: Path
    size: int
    rows: dict[str, int]


def copy_verified(source: Path, key: bytes, target: Path) -> Copy:
    """Copy the data file, open or not, and the key file beside it, encrypted as they are.

    Others may go on writing meanwhile. Raises StorageFault; then no ``target`` appears.
    """
    part = part_of(target)
    with file_faults(), database_faults():
        private_folder(target.parent)
        _refuse_without_room(source, target)
        try:
            rows = _copy(source, key, part)
            check_copy(part, key, rows)
            sync_file(part)
            _copy_keys(source, target)
            put_in_place(part, target)
        except BaseException:
            _remove(part)
            raise
    return Copy(target, target.stat().st_size, rows)


def check_copy(file: Path, key: bytes, rows: dict[str, int]) -> None:
    """Open ``file`` again, check every page and count; raises StorageFault (DAMAGED)."""
    with closing(connect(file_uri(file, "ro"), key)) as raw:
        if find_damage(raw) or count_rows(raw) != rows:
            raise StorageFault(
                Fault.DAMAGED,
                "The backup copy did not read back as it was written, so it was thrown away."
                " Check the disk it was written to, or choose another.",
            )


def find_damage(raw: Any) -> list[str]:
    """Return what is wrong with the file, page by page; empty when it is sound.

    While others write, checkpoint first: a half-finished one looks like damage.
    """
    damage = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]
    return damage or [
        str(row[0]) for row in raw.execute("PRAGMA quick_check") if str(row[0]) != "ok"
    ]


def count_rows(raw: Any) -> dict[str, int]:
    """Count the rows of every table."""
    tables = [
        row[0]
        for row in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    return {
        name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  (our tables)
        for name in tables
    }


def _refuse_without_room(source: Path, target: Path) -> None:
    log = source.with_name(f"{source.name}-wal")
    needed = source.stat().st_size + (log.stat().st_size if log.exists() else 0)
    if shutil.disk_usage(target.parent).free < needed + _SPARE_BYTES:
        raise StorageFault(Fault.DISK_FULL)
    if target.exists():
        raise StorageFault(
            Fault.EXISTS, f"There is already a file named {target.name}. Choose another name."
        )


def _copy(source: Path, key: bytes, part: Path) -> dict[str, int]:
    create_private_file(part)
    with (
        closing(connect(file_uri(source, "ro"), key)) as original,
        closing(connect(file_uri(part, "rw"), key)) as copy,
    ):
        original.execute("BEGIN")  # the counts and the pages of one moment
        rows = count_rows(original)
        original.backup(copy)
        original.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = delete")  # a copy is one file
    return rows


def _copy_keys(source: Path, target: Path) -> None:
    keys = source.with_suffix(".keys")
    if keys.exists():
        write_durably(target.with_suffix(".keys"), keys.read_bytes())


def _remove(part: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            part.with_name(part.name + ending).unlink(missing_ok=True)
