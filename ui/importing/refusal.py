"""Why the last step was refused, in red above what has to be put right."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import AlertBanner


class Refusal(QWidget):
    """Takes no room while nothing is refused."""

    def __init__(self) -> None:
        super().__init__()
        self._banner: AlertBanner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is refused now, or nothing."""
        return self._banner.accessibleName() if self._banner else ""

    def say(self, sentence: str) -> None:
        """Say why; empty takes it away."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = AlertBanner("danger", sentence) if sentence else None
        if self._banner is not None:
            self._column.addWidget(self._banner)
        self.setVisible(bool(sentence))
