"""Where a file can be dropped, or chosen with the button."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.symbol import Symbol

_KINDS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}
_RADIUS = 10


class DropArea(QWidget):
    """``dropped`` carries the one file that was dropped; the button does the same by keyboard."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop a file here"))
        self.setMinimumHeight(theme().px(190))
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(Symbol("file-spreadsheet", "accent", 28), alignment=middle)
        self.what = label("", "body-strong")
        self.why = label("", "small", "text-2", wrap=True)
        self.why.setAlignment(middle)
        column.addWidget(self.what, alignment=middle)
        column.addWidget(self.why)
        self.choose_button = Button("", "primary", icon="folder-open")
        column.addSpacing(6)
        column.addWidget(self.choose_button, alignment=middle)
        column.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ask for a file."""
        self.what.setText(self.tr("Drop the file your other program exported"))
        self.why.setText(
            self.tr("CSV or Excel (XLSX), one child on each row. The file itself is not changed.")
        )
        self.choose_button.setText(self.tr("Choose a file"))
        self.choose_button.set_kind("primary")

    def show_file(self, name: str, words: str) -> None:
        """Say which file was read."""
        self.what.setText(name)
        self.why.setText(words)
        self.choose_button.setText(self.tr("Choose another file"))
        self.choose_button.set_kind("standard")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's name
        """Take one table file; anything else is refused while it hovers."""
        if self._file_of(event) is not None:
            self._show_over(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Go back to the resting look."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's name
        """Pass the file on."""
        self._show_over(over=False)
        file = self._file_of(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the dashed box."""
        current = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(current.color("accent" if self._is_over else "border-strong"), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(current.color("accent-soft" if self._is_over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _file_of(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        fits = len(files) == 1 and files[0].suffix.lower() in _KINDS
        return files[0] if fits else None

    def _show_over(self, *, over: bool) -> None:
        self._is_over = over
        self.update()
