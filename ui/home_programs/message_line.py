"""One line that says what was refused, or what was done with the papers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.widgets.announcing import announce
from ui.widgets.banner import BannerKind
from ui.widgets.button import Button
from ui.widgets.label import label, restyle
from ui.widgets.symbol import Symbol

_ICONS: dict[BannerKind, str] = {
    "danger": "alert-circle",
    "warn": "alert-triangle",
    "info": "info-circle",
    "ok": "circle-check",
}


class MessageLine(QFrame):
    """Hidden while there is nothing to say; ``file_wanted`` when a named file is to be opened."""

    file_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(10)
        self._symbol = Symbol("info-circle", "info-text")
        row.addWidget(self._symbol)
        self.words = label("", "small", wrap=True)
        row.addWidget(self.words, 1)
        self.open_button = Button(self.tr("Open the file"), "link", size="small")
        self.open_button.clicked.connect(self._want_file)
        row.addWidget(self.open_button)
        self.offer_button = Button("", "link", size="small")
        self.offer_button.clicked.connect(self._take_offer)
        row.addWidget(self.offer_button)
        self._offered: Callable[[], object] | None = None
        self.hide()

    def say(self, kind: BannerKind, sentence: str, path: Path | None = None) -> None:
        """Show a sentence, and a file it is about."""
        self._path = path
        self.setProperty("banner", kind)
        restyle(self)
        self._symbol.show_icon(_ICONS[kind], f"{kind}-text")
        self.words.setText(sentence)
        restyle(self.words)
        self.setAccessibleName(sentence)
        self.open_button.setVisible(path is not None)
        self.offer_button.hide()
        self._offered = None
        self.show()
        announce(self, sentence, urgent=kind == "danger")

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Offer one thing to do about the sentence that is shown."""
        self._offered = act
        self.offer_button.setText(words)
        self.offer_button.show()

    @Slot()
    def _take_offer(self) -> None:
        if self._offered is not None:
            self._offered()

    @Slot()
    def _want_file(self) -> None:
        self.file_wanted.emit(self._path)
