"""The right side of booking: every date, what is in the way, what it adds up to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import long_day, short_day
from ot_desktop.scheduling.preview import PreviewRow, SeriesPreview
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import left_hint, moved_hint, not_placed_hint
from ui.visits.preview_table_model import PreviewTableModel
from ui.visits.preview_view import PreviewView
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.table import TableFrame


class PreviewPanel(QWidget):
    """``chosen`` carries a row and its choice; ``first_wanted`` asks for the bulk choice."""

    chosen = Signal(object, object)
    first_wanted = Signal()

    def __init__(self, what: str = "", why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(
            "calendar-plus",
            what or self.tr("Every date appears here before anything is saved."),
            why or self.tr("Choose a child, a first day, a therapist and a room."),
        )
        self.model = PreviewTableModel(self)
        self.view = PreviewView(self.tr("Dates of the series"), self.model)
        self.conflict_notice = Notice(
            "danger", "ban", action=self.tr("Use first alternative for all")
        )
        self.window_notice = Notice("warn", "calendar-x")
        self.approval_notice = Notice("warn", "alert-triangle")
        self.moved_notice = Notice("info", "info-circle")
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("For example: agreed with Ben by phone"))
        self.reason_field = Field(
            self.tr("Why book the visits with a warning all the same?"),
            self.reason_edit,
            hint=self.tr("Kept on these visits with your name."),
        )
        self.summary_label = label("", "body-strong", wrap=True)
        self._build()
        self._connect()
        self.show_nothing()

    def show_preview(self, preview: SeriesPreview) -> None:
        """Show a series with its notices and its sum."""
        self.model.set_rows(preview.rows)
        self.view.fit_rows()
        self._stack.setCurrentIndex(1)
        self._say_notices(preview)
        self.reason_field.setVisible(preview.needs_reason)
        self.summary_label.setText(self._summary(preview))

    def show_nothing(self) -> None:
        """Say what would be here."""
        self.model.set_rows(())
        self._stack.setCurrentIndex(0)
        for notice in self._notices():
            notice.say("")
        self.reason_field.hide()
        self.summary_label.setText("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for notice in self._notices():
            column.addWidget(notice)
        column.addWidget(self.reason_field)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(TableFrame(self.view, self._footer()))
        column.addWidget(holder, 1)

    def _footer(self) -> QWidget:
        footer = QWidget()
        column = QVBoxLayout(footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.summary_label)
        hints = (
            (("Enter",), self.tr("other places")),
            (("1 2 3",), self.tr("take one")),
            (("X",), self.tr("leave out")),
        )
        column.addWidget(KeyHints(hints))
        return footer

    def _connect(self) -> None:
        self.view.chosen.connect(self.chosen)
        if self.conflict_notice.button is not None:
            self.conflict_notice.button.clicked.connect(self.first_wanted)

    def _notices(self) -> tuple[Notice, ...]:
        return (self.conflict_notice, self.window_notice, self.approval_notice, self.moved_notice)

    def _say_notices(self, preview: SeriesPreview) -> None:
        self.moved_notice.say(self._moved(preview))
        self.window_notice.say(self._window(preview))
        self.approval_notice.say(self._approval(preview))
        self.conflict_notice.say(self._conflicts(preview))
        button = self.conflict_notice.button
        if button is not None:
            button.setVisible(any(row.alternatives for row in preview.conflicts))

    def _moved(self, preview: SeriesPreview) -> str:
        if preview.moved_from is None or preview.first_day is None:
            return ""
        hint = moved_hint(preview.moved_from)
        return self.tr("{0} to {1}.").format(hint, long_day(preview.first_day))

    def _window(self, preview: SeriesPreview) -> str:
        latest = preview.request.latest_day
        if not preview.not_placed or latest is None:
            return ""
        return f"{not_placed_hint(preview.not_placed, latest)}."

    def _conflicts(self, preview: SeriesPreview) -> str:
        number, total = len(preview.conflicts), len(preview.booked)
        if not number:
            return ""
        if number == 1:
            return self.tr("1 of {0} visits needs another place.").format(total)
        return self.tr("{0} of {1} visits need another place.").format(number, total)

    def _approval(self, preview: SeriesPreview) -> str:
        rows = preview.unconfirmed
        if not rows:
            return ""
        count = len(rows)
        if count == 1:
            words = self.tr("1 visit is booked as unconfirmed: {1}.")
        else:
            words = self.tr("{0} visits are booked as unconfirmed: {1}.")
        return words.format(
            count, "; ".join(filter(None, (self._beyond(rows), self._outside(rows))))
        )

    def _summary(self, preview: SeriesPreview) -> str:
        first, last = preview.first_day, preview.last_day
        if first is None or last is None:
            return self.tr("No session is left.")
        count = len(preview.booked)
        sessions = self.tr("1 session") if count == 1 else self.tr("{0} sessions").format(count)
        days = self.tr("{0} to {1}").format(long_day(first), long_day(last))
        parts = [f"{sessions}, {days if first != last else long_day(first)}."]
        closed = preview.closed_days
        if closed:
            one, many = self.tr("1 closed day left out."), self.tr("{0} closed days left out.")
            parts.append(one if closed == 1 else many.format(closed))
        if preview.visits_left is not None:
            parts.append(f"{left_hint(preview.visits_left, last)}.")
        return " ".join(parts)

    def _beyond(self, rows: tuple[PreviewRow, ...]) -> str:
        """Return for example ``visits 25–39 of 24``."""
        found = [each.visit_of for row in rows for each in row.findings if each.visit_of]
        if not found:
            return ""
        (first, visits), (last, _visits) = found[0], found[-1]
        if first == last:
            return self.tr("visit {0} of {1}").format(first, visits)
        return self.tr("visits {0}–{1} of {2}").format(first, last, visits)

    def _outside(self, rows: tuple[PreviewRow, ...]) -> str:
        """Return the days on which no authorization holds."""
        days = [
            short_day(row.day)
            for row in rows
            if any(each.kind is Kind.NOT_AUTHORIZED for each in row.findings)
        ]
        if len(days) < 2:  # noqa: PLR2004  (a stretch has two ends)
            return self.tr("no authorization for {0}").format(days[0]) if days else ""
        return self.tr("no authorization for {0} to {1}").format(days[0], days[-1])
