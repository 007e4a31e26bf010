"""What an owner sees of the clinic at a glance: six figures, each read on its own."""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ot_desktop.clock import now_local, today
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import LONG_WAIT_DAYS
from ui.shared.backup_age import backup_words


class Figure(Enum):
    """What a tile is about."""

    VISITS = "visits"
    NO_SHOWS = "no_shows"
    NOTES = "notes"
    WAITLIST = "waitlist"
    BACKUP = "backup"
    PLACES = "places"


class Told(NamedTuple):
    """A figure in words; an urgent one needs a decision."""

    words: str
    is_urgent: bool = False


def readers(services: Services) -> dict[Figure, Callable[[], Told]]:
    """Return what reads each figure."""
    return {
        Figure.VISITS: lambda: _visits(services),
        Figure.NO_SHOWS: lambda: _no_shows(services),
        Figure.NOTES: lambda: _notes(services),
        Figure.WAITLIST: lambda: _waitlist(services),
        Figure.BACKUP: lambda: _backup(services),
        Figure.PLACES: lambda: _places(services),
    }


def _visits(services: Services) -> Told:
    visits = services.scheduling.day_schedule(today())
    count = sum(each.status.takes_time for each in visits)
    return Told(_tr("1 visit today") if count == 1 else _tr("{0} visits today").format(count))


def _no_shows(services: Services) -> Told:
    day = today()
    visits = services.scheduling.schedule(day - timedelta(days=day.weekday()), day)
    count = sum(each.status is SessionStatus.NO_SHOW for each in visits)
    words = _tr("1 no-show this week") if count == 1 else _tr("{0} no-shows this week")
    return Told(words.format(count), count > 0)


def _notes(services: Services) -> Told:
    count = sum(each.is_late for each in services.notes.unfinished())
    hours = services.settings.clinic().settings.note_late_after_hours
    words = _tr("1 note over {1} h") if count == 1 else _tr("{0} notes over {1} h")
    return Told(words.format(count, hours), count > 0)


def _waitlist(services: Services) -> Told:
    day = today()
    count = sum(each.waits_long(day) for each in services.waitlist.waiting())
    return Told(_tr("{0} waiting over {1} days").format(count, LONG_WAIT_DAYS), count > 0)


def _backup(services: Services) -> Told:
    made_at, is_old = services.backup.last(), services.backup.is_old()
    words = _tr("No backup yet") if made_at is None else backup_words(made_at, now_local())
    return Told(words, is_old)


def _places(services: Services) -> Told:
    ahead = [each for each in services.programs.programs() if each.ends_on >= today()]
    if not ahead:
        return Told(_tr("No intensive ahead"))
    found = services.programs.check_set_up(min(ahead, key=lambda each: each.starts_on).id)
    left = found.possible - found.needed
    if left < 0:
        return Told(_tr("Intensive: {0} too many").format(-left), is_urgent=True)
    return Told(_tr("Intensive: {0} places left").format(left))


def _tr(words: str) -> str:
    return QCoreApplication.translate("figures", words)
