"""The owner's row of tiles above the day: arrows walk them, Enter opens what a tile is about."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.services import Services
from ui.today.figures import Figure, Told, readers
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout

_AFTER_MS = 60


class Tiles(QWidget):
    """``wanted`` carries a ``Figure``; each figure is read between two events."""

    wanted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._readers = readers(services)
        self._waiting: list[Figure] = []
        self.buttons = {figure: Button("…", size="large") for figure in Figure}
        self._row = FlowLayout(self)
        for figure, button in self.buttons.items():
            button.clicked.connect(partial(self._want, figure))
            self._row.addWidget(button)
        self.setAccessibleName(self.tr("At a glance"))
        self._timer = QTimer(self, interval=_AFTER_MS)
        self._timer.timeout.connect(self._read_one)

    @Slot()
    def reload(self) -> None:
        """Begin to read, or begin again."""
        self._waiting = list(Figure)
        self._timer.start()

    @Slot()
    def _read_one(self) -> None:
        if self._waiting:
            figure = self._waiting.pop(0)
            self._tell(self.buttons[figure], self._readers[figure]())
        if not self._waiting:
            self._timer.stop()

    def _tell(self, button: Button, told: Told) -> None:
        button.setText(told.words)
        button.setAccessibleName(self.tr("{0}, open").format(told.words))
        button.set_ink("danger-text" if told.is_urgent else "text-2")
        button.updateGeometry()
        self._row.activate()  # at once: nobody should see half of a figure

    def _want(self, figure: Figure) -> None:
        self.wanted.emit(figure)
