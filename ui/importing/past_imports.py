"""Recent imports, each with the way to take it back."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import now_utc, today, wall_time
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.importing.outcome import PastImport
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label, rule

_SHOWN = 5


class PastImports(Card):
    """``undo_wanted`` carries the import that should be taken back."""

    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Recent imports"), icon="history")
        self._rows: QWidget | None = None
        self.undo_buttons: list[Button] = []

    def show_imports(self, imports: list[PastImport]) -> None:
        """Show the newest ones; without any the card goes away."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self.undo_buttons = []
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for place, each in enumerate(imports[:_SHOWN]):
            if place:
                column.addWidget(rule())
            column.addLayout(self._row(each))
        self.add(self._rows)
        self.setVisible(bool(imports))

    def _row(self, past: PastImport) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(past.file_name, "body-strong", wrap=True))
        words.addWidget(label(self._told(past), "small", "text-2", wrap=True))
        row.addLayout(words, 1)
        if past.can_be_undone(now_utc()) and past.children:
            undo = _UndoButton(self.tr("Take back"), past)
            undo.setAccessibleName(self.tr("Take back the import of {0}").format(past.file_name))
            undo.undo_wanted.connect(self.undo_wanted)
            self.undo_buttons.append(undo)
            row.addWidget(undo)
        return row

    def _told(self, past: PastImport) -> str:
        added = self.tr("{0} children added").format(past.children)
        when = moment_text(past.imported_at)
        words = self.tr("{0}, {1} by {2}").format(added, when, past.imported_by)
        if past.undone_at:
            words += self.tr(". Taken back {0}").format(moment_text(past.undone_at))
        return words


class _UndoButton(Button):
    undo_wanted = Signal(object)

    def __init__(self, text: str, past: PastImport) -> None:
        super().__init__(text, icon="arrow-back-up", size="small")
        self._past = past
        self.clicked.connect(self._want)

    @Slot()
    def _want(self) -> None:
        self.undo_wanted.emit(self._past)


def moment_text(at: datetime) -> str:
    """Return ``Today 9:05`` or ``Tue, Jun 9 9:05`` in the clinic's time."""
    local = wall_time(at)
    return f"{day_text(local.date(), today())} {clock_text(local)}"
