"""How old the last backup is, on the sign-in page and in the status bar."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import clock_am_pm


def _tr(words: str) -> str:
    return QCoreApplication.translate("backup", words)


def backup_words(made_at: datetime, now: datetime) -> str:
    """Return ``Backup today, 9:05 AM`` or ``Backup 3 days ago``; both moments in local time."""
    days = (now.date() - made_at.date()).days
    if days <= 0:
        return _tr("Backup today, {0}").format(clock_am_pm(made_at))
    if days == 1:
        return _tr("Backup yesterday, {0}").format(clock_am_pm(made_at))
    return _tr("Backup {0} days ago").format(days)
