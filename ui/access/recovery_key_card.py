"""The recovery key, shown once: to print, to save, and to prove that it was kept."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field, line_edit
from ui.widgets.label import label
from ui.widgets.leaving import empty

_PER_LINE = 3


class RecoveryKeyCard(QWidget):
    """``print_wanted`` and ``save_wanted`` ask for the sheet."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.made_on = date.min
        self.print_button = Button(self.tr("Print the sheet"), icon="printer")
        self.save_button = Button(self.tr("Save as PDF"), icon="file-type-pdf")
        self.done_label = label("", "small", "ok-text")
        self.last_edit: QLineEdit = line_edit(self.tr("The last four characters"))
        self.last_field = Field(
            self.tr("Type the last group, to show that you have the sheet"), self.last_edit
        )
        self._grid = QGridLayout()
        self._build()
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)

    def show_key(self, key: str, made_on: date) -> None:
        """Show the key in groups."""
        self.key, self.made_on = key, made_on
        for place, group in enumerate(key.split("-")):
            shown = label(group, "number")
            shown.setAccessibleName(" ".join(group))
            row, column = divmod(place, _PER_LINE)
            self._grid.addWidget(shown, row, column, Qt.AlignmentFlag.AlignHCenter)

    def forget(self) -> None:
        """Take the key off the screen and out of this card."""
        self.key = ""
        empty(self._grid)

    def is_confirmed(self) -> bool:
        """Say whether the last group was typed as it is on the sheet."""
        last = self.key.rpartition("-")[2]
        return bool(last) and self.last_edit.text().strip().upper() == last

    def _build(self) -> None:
        card = Card()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setContentsMargins(0, 8, 0, 8)
        card.body.addLayout(self._grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.done_label)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(card)
        column.addLayout(buttons)
        column.addWidget(self.last_field)
