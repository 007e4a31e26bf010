"""Saves an import step by step while the window breathes, with a way out."""

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.importing.outcome import ImportDone
from ui.widgets.dialog import Dialog

_TURN = 0.03  # seconds of work before the window gets its turn
_AT_ONCE = 0.1  # a hundred children are saved before a dialog could be read


class SavingDialog(Dialog):
    """Modal, as the import's transaction lies open until the last step; leaving saves nothing."""

    def __init__(self, steps: Generator[int, None, ImportDone], doing: str, over: QWidget) -> None:
        super().__init__(doing, parent=over)
        self._over = over
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._saved: ImportDone | None = None
        self._refusal: ClinicError | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(doing)
        self.body.addWidget(self._bar)
        self.add_choice("no", self.tr("Cancel"), safe=True)

    def save(self) -> ImportDone | None:
        """Return what was saved, or None when the person backed out; raises ``ClinicError``."""
        self._timer.start()
        self._work(_AT_ONCE)
        if self._timer.isActive():
            self.exec()
        if self._refusal is not None:
            raise self._refusal
        return self._saved

    def done(self, result: int) -> None:
        """Save no more, and nothing of what was begun."""
        self._timer.stop()
        self._steps.close()
        super().done(result)
        self._over.window().activateWindow()

    @Slot()
    def _go_on(self) -> None:
        self._work(_TURN)

    def _work(self, seconds: float) -> None:
        ends = perf_counter() + seconds
        try:
            while perf_counter() < ends:
                self._bar.setValue(next(self._steps))
        except StopIteration as end:
            self._saved = end.value
            self.accept()
        except ClinicError as refusal:
            self._refusal = refusal
            self.accept()
