"""The status bar: what is saved, how old the last backup is, text size, all shortcuts."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ot_desktop.backup.service import OLD_AFTER
from ui.shared.backup_age import backup_words
from ui.theme import theme
from ui.widgets.label import KeyCap, label, set_tone
from ui.widgets.symbol import Symbol


class StatusBar(QFrame):
    """One quiet line under everything."""

    shortcuts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved = self.tr("All changes saved")
        self._state = ""
        self.setProperty("ground", "sidebar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        self.saved_label = label(self._saved, "caption", "text-2")
        self.backup_label = label("", "caption", "text-2")
        self.text_size_label = label("", "caption", "text-2")
        for icon, shown in (("check", self.saved_label), ("database", self.backup_label)):
            row.addWidget(Symbol(icon, "text-2", 14))
            row.addWidget(shown)
            row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(self.text_size_label)
        row.addSpacing(10)
        row.addWidget(KeyCap("F1"))
        row.addWidget(label(self.tr("All shortcuts"), "caption", "text-2"))
        theme().changed.connect(self._refresh)
        self._refresh()

    def show_saved(self, at: datetime) -> None:
        """Say when something was saved last, by the clock on the wall."""
        clock = f"{at.hour % 12 or 12}:{at:%M}"
        self._saved = self.tr("All changes saved {0}").format(clock)
        self.saved_label.setText(self._state or self._saved)

    def show_state(self, sentence: str) -> None:
        """Say instead how what is shown stands; nothing goes back to what was saved."""
        self._state = sentence
        self.saved_label.setText(self._state or self._saved)

    def show_backup(self, made_at: datetime | None, now: datetime) -> None:
        """Say when the last good backup was made, in local time; over two days is amber."""
        is_old = made_at is None or now - made_at > OLD_AFTER
        set_tone(self.backup_label, "warn-text" if is_old else "text-2")
        words = self.tr("No backup yet") if made_at is None else backup_words(made_at, now)
        self.backup_label.setText(words)

    def _refresh(self) -> None:
        self.setFixedHeight(theme().px(26))
        self.text_size_label.setText(self.tr("Text size {0}%").format(theme().text_size))
