"""Writing files so that a power cut leaves the old one or the new one, never half of either."""

import os
from contextlib import suppress
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def private_folder(folder: Path) -> None:
    """Make ``folder`` for this user alone; one that exists is left as it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)


def part_of(file: Path) -> Path:
    """Name an unfinished version of ``file``, beside it so that it can be renamed into place."""
    return file.with_name(f".{file.name}.{os.urandom(4).hex()}.part")


def write_durably(file: Path, content: bytes) -> None:
    """Replace ``file`` with ``content`` as a whole, on the disk before returning."""
    part = part_of(file)
    try:
        _write_private(part, content)
        put_in_place(part, file)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def put_in_place(part: Path, file: Path) -> None:
    """Give a finished and synced ``part`` its final name, and sync the folder."""
    part.replace(file)
    sync_folder(file.parent)


def sync_file(file: Path) -> None:
    """Wait until the disk holds ``file``; not for a database that is open in this process."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk holds the folder's names; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_private(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
