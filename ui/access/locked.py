"""A running program that was locked, and how the lock page says so."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import clock_text

if TYPE_CHECKING:
    from ot_desktop.access.service import AccessService


@dataclass(frozen=True, slots=True)
class Locked:
    """Since when, after how many idle minutes if any, and who may come back."""

    access: "AccessService"
    since: datetime
    idle_minutes: int | None = None


def locked_words(locked: Locked) -> str:
    """Return ``Locked at 10:41 after 10 minutes``."""
    since = clock_text(locked.since)
    if locked.idle_minutes is None:
        return _tr("Locked at {0}").format(since)
    if locked.idle_minutes == 1:
        return _tr("Locked at {0} after 1 minute").format(since)
    return _tr("Locked at {0} after {1} minutes").format(since, locked.idle_minutes)


def _tr(words: str) -> str:
    return QCoreApplication.translate("lock", words)
