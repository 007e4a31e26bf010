"""Use cases around backups: make one, and know how old the last good one is."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.backup import check_database, copy_database
from db.faults import StorageFault
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc, wall_time
from ot_desktop.errors import ClinicError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

STAMP = "%Y-%m-%dT%H-%M-%SZ"
DUE_AFTER = timedelta(days=1)
OLD_AFTER = timedelta(days=2)
"""From then on everybody is warned."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy, in a folder named for the instant it was made.

    The folder is a clinic of its own: the same passwords and the same recovery key open it.
    """

    folder: Path
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Tested:
    """What a copy that was opened again holds."""

    children: int
    visits: int


class BackupService:
    """Copies are checked by reopening them before they count; none is ever deleted here."""

    def __init__(self, work: Work, folder: ClinicFolder | None) -> None:
        self._work = work
        self._folder = folder

    def back_up(self, to: Path | None = None) -> Backup:
        """Copy data file and key file into a new folder under ``to``, and check the copy; slow."""
        self._work.require(Permission.BACK_UP)
        backup = self.copy(to)
        self.note(backup)
        return backup

    def back_up_if_due(self, after: timedelta = DUE_AFTER) -> Backup | None:
        """Make a backup when the last one is older than ``after``, whoever is signed in; slow."""
        if not self.is_due(after):
            return None
        backup = self.copy()
        self.note(backup)
        return backup

    def is_due(self, after: timedelta = DUE_AFTER) -> bool:
        """Say whether the last backup is older than ``after``; in memory none is ever due."""
        newest = next(iter(self.all()), None)
        is_old = newest is None or now_utc() - newest.made_at > after
        return self._folder is not None and is_old

    def copy(self, to: Path | None = None) -> Backup:
        """Write and check a copy; slow, touches no table, so it may run beside the window."""
        if self._folder is None:
            raise ClinicError("This clinic is not kept in a file, so there is nothing to copy.")
        backup = _free_place(to or self._folder.backups)
        try:
            copy_database(ClinicFolder(backup.folder).data_file)
        except StorageFault as fault:
            with suppress(OSError):
                backup.folder.rmdir()  # only when nothing is in it
            raise ClinicError(str(fault)) from fault
        return backup

    def note(self, backup: Backup) -> None:
        """Note a copy in the activity log; the program makes them too, so no role is asked."""
        with self._work.saving(Permission.SIGN_IN, Topic.BACKUP, Action.BACKED_UP) as entry:
            entry.subject = backup.folder.name

    def test(self, backup: Backup) -> Tested:
        """Open a copy, check every page and count what is in it; slow, touches no table of ours.

        Raises ``ClinicError`` when it is damaged, or not of this clinic.
        """
        self._work.require(Permission.BACK_UP)
        try:
            rows = check_database(ClinicFolder(backup.folder).data_file)
        except StorageFault as fault:
            raise ClinicError(f"This backup cannot be used: {fault} Make a new one now.") from fault
        return Tested(rows["child"], rows["session"])

    def place(self) -> Path | None:
        """Return the folder the copies are in; None for a clinic that is in no file."""
        return self._folder.backups if self._folder else None

    def next_due(self) -> datetime | None:
        """Return from when on the next copy is made by itself, in local time; None before any."""
        last = self.last()
        return last + DUE_AFTER if last is not None else None

    def is_old(self) -> bool:
        """Say whether everybody should be warned: no copy yet, or none for two days."""
        last = self.last()
        return self._folder is not None and (last is None or now_local() - last > OLD_AFTER)

    def all(self) -> list[Backup]:
        """Return the backups of this clinic's folder, the newest first."""
        return backups_in(self._folder) if self._folder else []

    def last(self) -> datetime | None:
        """Return when the last backup was made, in local time without an offset."""
        return last_backup(self._folder) if self._folder else None


def backups_in(clinic: ClinicFolder) -> list[Backup]:
    """Return a clinic's whole backups, the newest first; needs no password."""
    if not clinic.backups.is_dir():
        return []
    found = [_backup(each) for each in clinic.backups.iterdir() if each.is_dir()]
    known = [each for each in found if each is not None]
    return sorted(known, key=lambda backup: backup.made_at, reverse=True)


def last_backup(clinic: ClinicFolder) -> datetime | None:
    """Return when a clinic's last backup was made, in local time without an offset."""
    newest = next(iter(backups_in(clinic)), None)
    return wall_time(newest.made_at) if newest else None


def _free_place(parent: Path) -> Backup:
    """Name a folder for this second, or the first one after it that has none."""
    made_at = now_utc()
    while (parent / made_at.strftime(STAMP)).exists():
        made_at += timedelta(seconds=1)
    return Backup(parent / made_at.strftime(STAMP), made_at)


def _backup(folder: Path) -> Backup | None:
    try:
        made_at = datetime.strptime(folder.name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    copy = ClinicFolder(folder)
    is_whole = copy.data_file.is_file() and copy.key_file.is_file()
    return Backup(folder, made_at) if is_whole else None
