"""What a toast says once something is booked."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.preview import SeriesPreview


def booked_words(preview: SeriesPreview, second: SeriesPreview | None = None) -> str:
    """Return for example ``Maya Ortega booked, Tue, Jun 8, 9:00``."""
    rows = preview.booked
    name = preview.child_name
    if second is not None:
        name = _tr("{0} and {1}").format(name, second.child_name)
    if len(rows) == 1 and rows[0].visit is not None:
        when = f"{long_day(rows[0].day)}, {clock_text(rows[0].visit.starts)}"
        return _tr("{0} booked, {1}").format(name, when)
    return _tr("{0} visits booked for {1}").format(len(rows), name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("booking", words)
