"""The head of a note: child, visit, whether the draft is safe, the way to the child's page."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ot_desktop.caseload.domain import initials
from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, day_text, short_weekday
from ot_desktop.notes.note_page import NotePage, Visit
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.symbol import Symbol

_GAP = 12


class NoteHead(QWidget):
    """56 px high; “Draft saved” names the moment the file had it."""

    def __init__(self) -> None:
        super().__init__()
        self.avatar = Avatar("")
        self.name = ElidedLabel("h1", "text", hug=True)
        self.visit = ElidedLabel()
        self._saved_mark = Symbol("check", "ok", 15)
        self.saved = label("", "small", "text-2")
        self.parent_button = Button(self.tr("Parent view"), icon="eye", keys="F8", size="small")
        self.home_button = Button(self.tr("About home"), icon="home", keys="F7", size="small")
        self.child_button = Button(self.tr("Child page"), icon="user", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self.avatar)
        self._names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._names.addWidget(self.name)
        self._names.addWidget(self.visit, 1)
        row.addLayout(self._names, 1)
        row.addWidget(self._saved_mark)
        row.addWidget(self.saved)
        row.addWidget(self.home_button)
        row.addWidget(self.parent_button)
        row.addWidget(self.child_button)
        theme().changed.connect(self._fit)
        self._fit()

    def show_page(self, page: NotePage) -> None:
        """Show whose note of which visit it is."""
        child = page.child
        self.avatar.setText(initials(child.given_name, child.family_name))
        self.name.show_text(child.full_name)
        self.visit.show_text(self._visit_words(page.visit))
        self.show_saved(page.saved_at)
        self._saved_mark.setVisible(not page.is_signed and page.saved_at is not None)
        self.saved.setVisible(not page.is_signed)
        self.parent_button.setVisible(page.is_written_in and page.content.missed is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the visit under the name where they do not fit on one line."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self._names.geometry().width()
        needed = self.name.sizeHint().width() + _GAP + self.visit.whole_width()
        beside = needed <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._names.setDirection(way)
        self._names.setSpacing(_GAP if beside else 0)

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(theme().px(56))

    def show_saved(self, at: datetime | None) -> None:
        """Say when the draft was saved, by this computer's clock."""
        self._saved_mark.show_icon("check", "ok")
        self._saved_mark.setVisible(at is not None)
        if at is None:
            self.saved.setText(self.tr("Nothing written yet"))
            return
        local = wall_time(at)
        when = f"{clock_text(local)}:{local:%S}"
        if local.date() != today():
            when = f"{day_text(local.date(), today())} {when}"
        self.saved.setText(self.tr("Draft saved {0}").format(when))

    def show_typing(self) -> None:
        """Say that the last keys are not in the file yet."""
        self._saved_mark.hide()
        self.saved.setText(self.tr("Saving …"))

    def show_failed(self) -> None:
        """Say that saving did not work; the sentence stands in the strip below."""
        self._saved_mark.show_icon("alert-triangle", "danger")
        self._saved_mark.show()
        self.saved.setText(self.tr("Not saved"))

    def _visit_words(self, visit: Visit) -> str:
        day = visit.starts.date()
        words = day_text(day, today())
        parts = [
            f"{short_weekday(day)}, {words}" if day == today() else words,
            self.tr("{0} to {1}").format(clock_text(visit.starts), clock_text(visit.ends)),
        ]
        if visit.room:
            parts.append(visit.room)
        if visit.number and visit.planned:
            parts.append(self.tr("session {0} of {1}").format(visit.number, visit.planned))
        elif visit.number:
            parts.append(self.tr("session {0}").format(visit.number))
        return ", ".join(parts)
