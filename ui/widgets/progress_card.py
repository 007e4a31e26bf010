"""Progress of slow work: what is happening, how long it has taken, how far it is, and a way out."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from ui.widgets.button import Button
from ui.widgets.label import label

_APPEARS_AFTER_MS = 300
_TICK_MS = 1000


class ProgressCard(QFrame):
    """Stays hidden for the first 0.3 s; ``cancelled`` and ``kept`` are what the person chose."""

    cancelled = Signal()
    kept = Signal()

    def __init__(self, doing: str, *, keep: str = "", framed: bool = True) -> None:
        super().__init__()
        if framed:
            self.setProperty("card", "true")
        self._clock = QElapsedTimer()
        self._doing = label(doing, "body-strong")
        self._elapsed = label("0:00", "body", "text-2")
        self._detail = label("", "small", "text-2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(doing)
        self.cancel_button = Button(self.tr("Cancel"), size="small")
        self.keep_button = Button(keep, size="small")
        if not keep:
            self.keep_button.hide()
        self._late = QTimer(self, singleShot=True, interval=_APPEARS_AFTER_MS)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._build(framed=framed)
        self._connect()

    def start(self, doing: str = "") -> None:
        """Begin; the card appears if the work is still going on after 0.3 s."""
        if doing:
            self._doing.setText(doing)
            self.bar.setAccessibleName(doing)
        self.bar.setRange(0, 0)
        self._detail.setText("")
        self.cancel_button.setEnabled(True)
        self._clock.start()
        self._show_elapsed()
        self.hide()
        self._late.start()
        self._tick.start()

    @Slot(int)
    def show_percent(self, percent: int) -> None:
        """Show how far it is, from 0 to 100."""
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    @Slot(str)
    def show_detail(self, sentence: str) -> None:
        """Show the best result so far, or what is being done now."""
        self._detail.setText(sentence)

    @Slot()
    def finish(self) -> None:
        """Go away."""
        self._late.stop()
        self._tick.stop()
        self.hide()

    def _build(self, *, framed: bool) -> None:
        edge = 14 if framed else 0
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(self._doing)
        head.addStretch(1)
        head.addWidget(self._elapsed)
        column.addLayout(head)
        column.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._detail, 1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.cancel_button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._late.timeout.connect(self.show)
        self._tick.timeout.connect(self._show_elapsed)
        self.cancel_button.clicked.connect(self._cancel)
        self.keep_button.clicked.connect(self.kept)

    @Slot()
    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._detail.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    @Slot()
    def _show_elapsed(self) -> None:
        seconds = self._clock.elapsed() // 1000 if self._clock.isValid() else 0
        self._elapsed.setText(f"{seconds // 60}:{seconds % 60:02d}")
