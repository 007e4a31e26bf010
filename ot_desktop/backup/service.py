"""Use cases around backups: make one, and know how old the last good one is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.backup import copy_database
from db.faults import StorageFault
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError
from ot_desktop.paths import DATA_FILE, ClinicFolder
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

STAMP = "%Y-%m-%dT%H-%M-%SZ"
DUE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy, in a folder named for the instant it was made."""

    folder: Path
    made_at: datetime


class BackupService:
    """Copies are checked by reopening them before they count; none is ever deleted here."""

    def __init__(self, work: Work, folder: ClinicFolder | None) -> None:
        self._work = work
        self._folder = folder

    def back_up(self, to: Path | None = None) -> Backup:
        """Copy data file and key file into a new folder under ``to``, and check the copy."""
        if self._folder is None:
            raise ClinicError("This clinic is not kept in a file, so there is nothing to copy.")
        self._work.require(Permission.BACK_UP)
        made_at = now_utc()
        target = (to or self._folder.backups) / made_at.strftime(STAMP)
        try:
            copy_database(target / DATA_FILE)
        except StorageFault as fault:
            raise ClinicError(str(fault)) from fault
        with self._work.saving(Permission.BACK_UP, Topic.BACKUP, Action.BACKED_UP) as entry:
            entry.subject = target.name
        return Backup(target, made_at)

    def all(self) -> list[Backup]:
        """Return the backups of this clinic's folder, the newest first."""
        if self._folder is None or not self._folder.backups.is_dir():
            return []
        found = [_backup(each) for each in self._folder.backups.iterdir() if each.is_dir()]
        known = [each for each in found if each is not None]
        return sorted(known, key=lambda backup: backup.made_at, reverse=True)

    def last(self) -> datetime | None:
        """Return when the last backup was made, in local time without an offset."""
        newest = next(iter(self.all()), None)
        return newest.made_at.astimezone().replace(tzinfo=None) if newest else None

    def back_up_if_due(self) -> Backup | None:
        """Make a backup when the last one is over a day old and this person may."""
        newest = next(iter(self.all()), None)
        is_due = newest is None or now_utc() - newest.made_at > DUE_AFTER
        if self._folder is None or not is_due or not self._work.user.may(Permission.BACK_UP):
            return None
        return self.back_up()


def _backup(folder: Path) -> Backup | None:
    try:
        made_at = datetime.strptime(folder.name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(folder, made_at) if (folder / DATA_FILE).is_file() else None
