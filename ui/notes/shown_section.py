"""Shown today: the strategies, each with how it was shown and how the parent managed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import ShownToday, StrategyShown
from ui.notes.add_chip import AddChip
from ui.notes.section import Section
from ui.notes.strategy_row import StrategyRow
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class ShownSection(Section):
    """First come strategies the parent does not do alone yet, then the home program's."""

    def __init__(self) -> None:
        super().__init__(self.tr("Shown today"), self.tr("and the help the parent needed"))
        self._chips: dict[str, Chip] = {}
        self._rows: dict[str, StrategyRow] = {}
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        self.add_chip = AddChip(self.tr("Add something shown"), "", self.tr("What you showed"))
        self.nothing_chip = Chip(self.tr("Nothing today"))
        self._flow.addWidget(self.add_chip)
        self._flow.addWidget(self.nothing_chip)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._keys_hint = label(
            self.tr("Keys: E explained, S showed, T tried, B taught back; 1 to 5 the help needed"),
            "caption", "text-3", wrap=True,
        )  # fmt: skip
        self.body.addWidget(holder)
        self.body.addLayout(self._column)
        self.body.addWidget(self._keys_hint)
        self.add_chip.added.connect(self._add)
        self.nothing_chip.clicked.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Offer what is likely and show what the note says."""
        for chip in self._chips.values():
            take_away(chip, self._flow)
        for title in list(self._rows):
            self._close(title)
        self._chips = {}
        shown = page.content.parent.shown
        told = {strategy.title: strategy for strategy in shown.strategies}
        practiced = page.practice.activities if page.practice else ()
        offered = (*page.show_again, *(activity.title for activity in practiced))
        for title in dict.fromkeys([*told, *offered]):
            self._put(title, told.get(title), again=title in page.show_again)
        self.nothing_chip.setChecked(shown.nothing)
        self._weigh()

    def told(self) -> ShownToday:
        """Return every strategy ticked."""
        strategies = tuple(row.told() for row in self._rows.values())
        return ShownToday(strategies, self.nothing_chip.isChecked() and not strategies)

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        """The rows of what was shown, in the order chosen."""
        return tuple(self._rows.values())

    def go_to(self, index: int | None = None) -> None:
        """Go to the chips, or to one strategy's row."""
        if index is not None and index < len(self.rows):
            self.rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().go_to()

    @Slot(str)
    def _add(self, title: str) -> None:
        if title in self._chips:
            self._chips[title].setChecked(True)
            return
        self._put(title, StrategyShown(title))
        self._changed()

    def _put(self, title: str, told: StrategyShown | None, *, again: bool = False) -> None:
        chip = Chip(title, icon="refresh" if again else "")
        if again:
            chip.setToolTip(self.tr("Show again until the parent does it alone"))
        chip.setChecked(told is not None)
        self._chips[title] = chip
        for fixed in (self.add_chip, self.nothing_chip):
            self._flow.removeWidget(fixed)
        for widget in (chip, self.add_chip, self.nothing_chip):
            self._flow.addWidget(widget)
        if told is not None:
            self._open(told)
        chip.toggled.connect(self._toggle)

    @Slot()
    def _toggle(self) -> None:
        for title, chip in self._chips.items():
            if chip.isChecked() and title not in self._rows:
                self._open(StrategyShown(title))
            elif not chip.isChecked() and title in self._rows:
                self._close(title)
        self._changed()

    def _open(self, told: StrategyShown) -> None:
        row = StrategyRow(told)
        row.changed.connect(self.changed)
        self._rows[told.title] = row
        self._column.addWidget(row)

    def _close(self, title: str) -> None:
        row = self._rows.pop(title)
        take_away(row, self._column)

    def _changed(self) -> None:
        self._weigh()
        self.changed.emit()
        self.rebuilt.emit()

    def _weigh(self) -> None:
        self.nothing_chip.setEnabled(not self._rows)
        if self._rows:
            self.nothing_chip.setChecked(False)
        self._keys_hint.setVisible(bool(self._rows))
