"""The week a family was last asked about: a box for each day, and the words beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ot_desktop.day_words import short_weekday
from ot_desktop.notes.home_practice import HomePractice
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

Week = Sequence[tuple[date, bool | None]]
_BOX, _GAP, _LETTER = 22, 6, 16
_DOT, _DOT_GAP = 12, 4
_RADIUS = 5


class PracticeWeek(QWidget):
    """Practiced: filled with a check; not practiced: an empty box; unknown: a dashed one.

    ``small`` leaves the letters of the weekdays out.
    """

    def __init__(self, *, small: bool = False) -> None:
        super().__init__()
        self._week: tuple[tuple[date, bool | None], ...] = ()
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_week(self, week: Week) -> None:
        """Show these days, the oldest first."""
        self._week = tuple(week)
        spoken = ", ".join(f"{short_weekday(day)} {_spoken(done)}" for day, done in week)
        self.setAccessibleName(spoken or _tr("Practice not known"))
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the boxes."""
        box, gap = self._measures()
        count = len(self._week)
        high = box if self._small else box + theme().px(_LETTER)
        return QSize(max(1, count * box + max(0, count - 1) * gap), high)

    def minimumSizeHint(self) -> QSize:
        """Days are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, gap = self._measures()
        for place, (day, done) in enumerate(self._week):
            where = QRectF(place * (box + gap), 0, box, box)
            self._paint_day(painter, where, done=done)
            if not self._small:
                painter.setFont(theme().font(12, 400))
                painter.setPen(theme().color("text-2"))
                below = QRectF(where.left() - 4, box + 1, box + 8, theme().px(_LETTER))
                painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, short_weekday(day)[:1])
        painter.end()

    def _measures(self) -> tuple[int, int]:
        current = theme()
        if self._small:
            return current.px(_DOT), current.px(_DOT_GAP)
        return current.px(_BOX), current.px(_GAP)

    def _paint_day(self, painter: QPainter, where: QRectF, *, done: bool | None) -> None:
        current = theme()
        radius = 3 if self._small else _RADIUS
        if done:
            paint_box(painter, where, radius, current.color("accent"))
            side = where.width() * 0.62
            inset = (where.width() - side) / 2
            paint_icon(painter, "check", "on-accent", where.adjusted(inset, inset, -inset, -inset))
        elif done is False:
            paint_box(painter, where, radius, None, current.color("border-strong"), 1.5)
        else:
            pen = QPen(current.color("border-strong"), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def week_words(week: Week) -> str:
    """Return "5 of 7 days", counting only what somebody said."""
    known = [done for _, done in week if done is not None]
    if not known:
        return _tr("Not asked")
    words = _tr("{0} of {1} day") if len(known) == 1 else _tr("{0} of {1} days")
    return words.format(sum(known), len(known))


def over_time_words(practice: HomePractice) -> str:
    """Return the mean and in how many windows it was reported; nothing without a program."""
    if not practice.asked:
        return ""
    reported = _tr("n = {0} of {1} windows reported").format(practice.reported, practice.asked)
    mean = practice.mean
    if mean is None:
        return reported
    return _tr("{0} % of the days asked for, {1}").format(round(100 * mean), reported)


def minutes_words(practice: HomePractice) -> str:
    """Return the last minutes reported beside those planned; nothing where nobody said."""
    told = [window for window in practice.windows if window.minutes is not None]
    if not told:
        return ""
    last = told[-1]
    if not last.planned_minutes:
        return _tr("{0} minutes a practice day").format(last.minutes)
    planned = f"{last.planned_minutes:g}"
    return _tr("{0} of {1} planned minutes a practice day").format(last.minutes, planned)


def _spoken(done: bool | None) -> str:  # noqa: FBT001  (an answer)
    return {True: _tr("practiced"), False: _tr("not practiced"), None: _tr("not known")}[done]


def _tr(words: str) -> str:
    return QCoreApplication.translate("practice", words)
