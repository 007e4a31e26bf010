"""A date typed first and picked second: fri, 6/12, jun 12, +2w; its meaning stands beside it."""

from collections.abc import Container
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.day_words import long_day
from ot_desktop.typed_dates import Lean, parse_date
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.label import label, set_tone
from ui.widgets.month_view import MonthPopup

_FIELD = 150
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateEdit(QWidget):
    """``changed`` carries a date or None. Birthdays and other past dates: ``lean=Lean.PAST``."""

    changed = Signal(object)

    def __init__(self, name: str, today: date, *, lean: Lean = Lean.FUTURE) -> None:
        super().__init__()
        self._today = today
        self._lean = lean
        self._date: date | None = None
        self._popup: MonthPopup | None = None
        self._closed: Container[date] = frozenset()
        self._marked: Container[date] = frozenset()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("fri, 6/12, +2w"))
        self.meaning = label("", "small", "text-2")
        self._pick = QAction(self.tr("Pick a day"), self)
        self._pick.setToolTip(self.tr("Pick a day (Alt Down)"))
        set_icon(self._pick, "calendar", "text-2", 16)
        self.edit.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._build()
        self._connect()

    def value(self) -> date | None:
        """Return what is meant, or None while the text means no date."""
        return self._date

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def set_value(self, day: date | None) -> None:
        """Show a date in the words it could be typed in."""
        self.edit.setText("" if day is None else _typed(day, self._today))
        self._read(self.edit.text())

    def set_days(self, *, closed: Container[date], marked: Container[date] = frozenset()) -> None:
        """Strike closed days in the month and dot the marked ones."""
        self._closed, self._marked = closed, marked
        self._read(self.edit.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step a day with up and down; open the month with Alt Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self._open_month()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.set_value((self._date or self._today) + timedelta(days=step))
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.meaning, 1)
        self.setFocusProxy(self.edit)
        self._fit()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._read)
        self.edit.installEventFilter(self)
        self._pick.triggered.connect(self._open_month)
        theme().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.edit.setFixedWidth(theme().px(_FIELD))

    @Slot(str)
    def _read(self, typed: str) -> None:
        before = self._date
        self._date = parse_date(typed, self._today, self._lean)
        self._show_meaning(typed)
        if self._date != before:
            self.changed.emit(self._date)

    def _show_meaning(self, typed: str) -> None:
        tone = "text-2"
        if self._date is not None:
            words = long_day(self._date, self._today)
            if self._date in self._closed:
                words, tone = self.tr("{0}, clinic closed").format(words), "warn-text"
        else:
            words = self.tr("not a date yet") if typed.strip() else ""
        self.meaning.setText(words)
        set_tone(self.meaning, tone)
        self.edit.setAccessibleDescription(words)

    @Slot()
    def _open_month(self) -> None:
        if self._popup is None:
            self._popup = MonthPopup(self, self._today)
            self._popup.picked.connect(self._take)
        self._popup.month.closed = self._closed
        self._popup.month.marked = self._marked
        self._popup.open_below(self.edit, self._date or self._today)

    @Slot(object)
    def _take(self, day: date) -> None:
        self.set_value(day)
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)


def _typed(day: date, today: date) -> str:
    short = f"{day.month}/{day.day}"
    return short if 0 <= (day - today).days < 365 else f"{short}/{day.year}"  # noqa: PLR2004 -- year
