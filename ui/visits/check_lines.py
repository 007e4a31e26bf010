"""What stands in the way of a booking, live: green when it fits, stops and warnings apart."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_text, long_day, short_day
from ot_desktop.scheduling.preview import PreviewRow, RowState, SeriesPreview
from ot_desktop.scheduling.rules import Finding, Kind
from ot_desktop.scheduling.wording import left_hint, moved_hint, not_placed_hint, sentence
from ui.widgets.notice import Notice
from ui.widgets.soon import Soon

_NAMED, _A_MOMENT_MS = 3, 500


class CheckLines(QWidget):
    """Names every conflict of a visit; of a series how many there are and the first of them.

    ``over`` once a time that was held for a waiting family is free again.
    """

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fits = Notice("ok", "circle-check")
        self.stops = Notice("danger", "ban")
        self.warnings = Notice("warn", "alert-triangle")
        self.hints = Notice("info", "info-circle")
        self._hold = Soon(self, 0, self.over.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for notice in (self.fits, self.stops, self.warnings, self.hints):
            column.addWidget(notice)

    def show_nothing(self) -> None:
        """Say nothing: what was typed is not a place yet."""
        self._hold.stop()
        for notice in (self.fits, self.stops, self.warnings, self.hints):
            notice.say("")

    def show_preview(self, preview: SeriesPreview) -> None:
        """Show how a visit or a series stands."""
        rows = preview.booked
        one = len(rows) == 1 and preview.request.count == 1
        self.stops.say(self._told(preview.conflicts, one=one, stops=True))
        warned = [row for row in rows if _told_of(row, stops=False)]
        self.warnings.say(self._told(warned, one=one, stops=False))
        free = bool(rows) and not preview.conflicts and not preview.needs_reason
        self.fits.say(self._fits(preview) if free else "")
        self.hints.say(" ".join(self._hints(preview, one=one)))
        self._wait_for_holds(preview)

    def _wait_for_holds(self, preview: SeriesPreview) -> None:
        self._hold.stop()
        ends = [
            finding.until
            for row in preview.booked
            for finding in row.findings
            if finding.kind is Kind.HELD_FOR_FAMILY and finding.until is not None
        ]
        if ends:
            left = min(ends) - now_local()
            self._hold.start(max(0, left // timedelta(milliseconds=1)) + _A_MOMENT_MS)

    def _fits(self, preview: SeriesPreview) -> str:
        rows = preview.booked
        if len(rows) == 1:
            return self.tr("Fits. {0}").format(_place(rows[0]))
        words = self.tr("All {0} fit, {1} to {2}.")
        return words.format(len(rows), long_day(rows[0].day), long_day(rows[-1].day))

    def _told(self, rows: Sequence[PreviewRow], *, one: bool, stops: bool) -> str:
        if not rows:
            return ""
        if one:
            return "\n".join(_told_of(rows[0], stops=stops))
        lines = [
            f"{long_day(row.day)}, {clock_text(row.visit.starts)}: "
            + " ".join(_told_of(row, stops=stops))
            for row in rows[:_NAMED]
            if row.visit is not None
        ]
        count = len(rows)
        if stops:
            head = self.tr("{0} visits need another place.").format(count)
            head = self.tr("1 visit needs another place.") if count == 1 else head
        else:
            head = self.tr("{0} visits have a warning.").format(count)
            head = self.tr("1 visit has a warning.") if count == 1 else head
        more = [self.tr("and {0} more").format(count - _NAMED)] if count > _NAMED else []
        return "\n".join([head, *lines, *more])

    def _hints(self, preview: SeriesPreview, *, one: bool) -> list[str]:
        hints = []
        if preview.moved_from is not None and preview.first_day is not None and not one:
            words = self.tr("{0} to {1}.")
            hints.append(words.format(moved_hint(preview.moved_from), long_day(preview.first_day)))
        closed = [row for row in preview.rows if row.state is RowState.CLOSED]
        if closed:
            days = ", ".join(short_day(row.day) for row in closed[:_NAMED])
            hints.append(self.tr("Left out, closed: {0}.").format(days))
        latest = preview.request.latest_day
        if preview.not_placed and latest is not None:
            hints.append(f"{not_placed_hint(preview.not_placed, latest)}.")
        last = preview.last_day
        if preview.visits_left is not None and last is not None:
            hints.append(f"{left_hint(preview.visits_left, last)}.")
        return hints


def _told_of(row: PreviewRow, *, stops: bool) -> list[str]:
    return [sentence(each) for each in row.findings if _is_told(each, stops=stops)]


def _is_told(finding: Finding, *, stops: bool) -> bool:
    return finding.kind is not Kind.OTHER_ROOM and finding.is_stop == stops


def _place(row: PreviewRow) -> str:
    if row.visit is None:
        return ""
    when = f"{long_day(row.day)}, {clock_text(row.visit.starts)}–{clock_text(row.visit.ends)}"
    return ", ".join(part for part in (when, row.therapist_name, row.room_name) if part) + "."
