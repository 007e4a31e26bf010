"""Keeps a second copy of the program away from a clinic's file.

SQLite's own locks are not enough: on a network folder they can be missing, and two writers then
destroy the file. The lock file says who has the clinic open; its time stamp is the heartbeat.
"""

import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.durable import PRIVATE_FILE
from db.faults import Fault, StorageFault, file_faults

BEAT_SECONDS = 10.0
STALE_SECONDS = 60.0
_NOON = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """The copy of the program that has the clinic open."""

    host: str
    pid: int
    started: str  # UTC
    token: str

    def is_gone(self) -> bool:
        """Say whether it ran on this computer and has ended."""
        return self.host == socket.gethostname() and not _is_running(self.pid)


class ClinicLock:
    """A held lock; beats until released."""

    def __init__(self, file: Path, holder: Holder) -> None:
        self._file = file
        self._holder = holder
        self._beaten = time.time()
        self._released = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="clinic lock", daemon=True)
        self._thread.start()

    def confirm(self) -> None:
        """Make sure nobody took the lock over while this computer slept.

        Raises StorageFault (LOCKED_BY_OTHER).
        """
        if abs(time.time() - self._beaten) < STALE_SECONDS / 2:
            return
        holder = _read(self._file)
        if holder != self._holder:
            raise locked_by(holder)
        self._touch()

    def release(self) -> None:
        """Let others open the clinic."""
        self._released.set()
        self._thread.join()
        if _read(self._file) == self._holder:
            with suppress(OSError):
                self._file.unlink()

    def _beat(self) -> None:
        while not self._released.wait(BEAT_SECONDS):
            if _read(self._file) == self._holder:
                self._touch()

    def _touch(self) -> None:
        with suppress(OSError):
            os.utime(self._file)
            self._beaten = time.time()


def acquire(file: Path, now: Callable[[], float] = time.time) -> ClinicLock:
    """Take the lock, or take it over from a copy that ended without releasing it.

    Raises StorageFault (LOCKED_BY_OTHER, naming the computer; READ_ONLY).
    """
    holder = Holder(
        socket.gethostname(),
        os.getpid(),
        datetime.now(UTC).isoformat(timespec="seconds"),
        secrets.token_hex(8),
    )
    with file_faults():
        if not _create(file, holder):
            _set_aside_if_stale(file, holder.token, now())
            if not _create(file, holder):
                raise locked_by(_read(file))
    return ClinicLock(file, holder)


def locked_by(holder: Holder | None) -> StorageFault:
    """Say who has the clinic open, as far as the lock file tells."""
    if holder is None:
        return StorageFault(Fault.LOCKED_BY_OTHER)
    here = holder.host == socket.gethostname()
    where = "in another window on this computer" if here else f"on the computer “{holder.host}”"
    return StorageFault(
        Fault.LOCKED_BY_OTHER,
        f"The clinic is already open {where}, since {_clock_time(holder.started)}."
        " Close it there first, then open it here.",
    )


def _clock_time(instant: str) -> str:
    try:
        when = datetime.fromisoformat(instant).astimezone()
    except ValueError:
        return "an unknown time"
    # Not %p and %b: they follow the computer's language, and the sentence is English.
    clock = f"{when.hour % 12 or 12}:{when.minute:02} {'AM' if when.hour < _NOON else 'PM'}"
    is_today = when.date() == datetime.now(UTC).astimezone().date()
    return clock if is_today else f"{clock} on {when.month}/{when.day}/{when.year}"


def _create(file: Path, holder: Holder) -> bool:
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(asdict(holder), stream)
    return True


def _set_aside_if_stale(file: Path, token: str, now: float) -> None:
    holder = _read(file)
    if not _is_stale(file, holder, now):
        raise locked_by(holder)
    # Of two copies that find the same stale lock, one could move away the other's fresh one:
    # so look at what was moved, and put it back when it is not what was found stale.
    aside = file.with_name(f"{file.name}.{token}")
    with suppress(FileNotFoundError):
        file.rename(aside)
        moved = _read(aside)
        if moved != holder:
            aside.rename(file)
            raise locked_by(moved)
        aside.unlink()


def _is_stale(file: Path, holder: Holder | None, now: float) -> bool:
    if holder is not None and holder.is_gone():
        return True
    try:
        return now - file.stat().st_mtime > STALE_SECONDS
    except FileNotFoundError:
        return True


def _read(file: Path) -> Holder | None:
    try:
        return Holder(**json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes  # noqa: PLC0415  (there os.kill would end the process instead of asking)

    may_query, still_active = 0x1000, 259
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (absent from other systems' stubs)
    handle = kernel.OpenProcess(may_query, 0, pid)
    if not handle:
        return False
    status = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(status))
    kernel.CloseHandle(handle)
    return status.value == still_active
