"""Shown today: the strategies, each with how it was shown and how the parent managed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import ShownToday, StrategyShown, WhoIsHere
from ui.notes.add_chip import AddChip
from ui.notes.section import Section
from ui.notes.strategy_row import StrategyRow
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class ShownSection(Section):
    """First come strategies the parent does not do alone yet, then the home program's.

    With two caregivers a strategy is shown to both, until somebody says each did it differently.
    """

    def __init__(self) -> None:
        super().__init__(self.tr("Shown today"), self.tr("and the help the parent needed"))
        self._chips: dict[str, Chip] = {}
        self._rows: dict[str, list[StrategyRow]] = {}
        self._here: tuple[str, ...] = ()
        self._is_plain = False
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        self.add_chip = AddChip(self.tr("Add something shown"), "", self.tr("What you showed"))
        self.nothing_chip = Chip(self.tr("Nothing today"))
        self._flow.addWidget(self.add_chip)
        self._flow.addWidget(self.nothing_chip)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.keys_hint = label(
            self.tr("Keys: E explained, S showed, T tried, B taught back; 1 to 5 the help needed"),
            "caption", "text-3", wrap=True,
        )  # fmt: skip
        self.body.addWidget(holder)
        self.body.addLayout(self._column)
        self.body.addWidget(self.keys_hint)
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
        told: dict[str, list[StrategyShown]] = {}
        for strategy in shown.strategies:
            told.setdefault(strategy.title, []).append(strategy)
        practiced = page.practice.activities if page.practice else ()
        offered = (*page.show_again, *(activity.title for activity in practiced))
        for title in dict.fromkeys([*told, *offered]):
            self._put(title, told.get(title, []), again=title in page.show_again)
        self.nothing_chip.setChecked(shown.nothing)
        self.set_people(page.content.parent.who)
        self._weigh()

    def speak_plainly(self, *, on: bool) -> None:
        """Leave the keys out."""
        super().speak_plainly(on=on)
        self._is_plain = on
        self._weigh()
        self._offer_splitting()

    def set_people(self, who: WhoIsHere) -> None:
        """Offer to tell caregivers apart when several took part."""
        self._here = tuple(person.name for person in who.caregivers)
        self._offer_splitting()

    def _offer_splitting(self) -> None:
        for row in self._all_rows():
            row.split_button.setVisible(self._may_split(row))

    def told(self) -> ShownToday:
        """Return every strategy ticked; of one told apart, those it was shown to."""
        strategies = tuple(row.told() for row in self.rows)
        return ShownToday(strategies, self.nothing_chip.isChecked() and not strategies)

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        """The rows of what was shown, in the order chosen."""
        return tuple(
            row
            for rows in self._rows.values()
            for row in rows
            if len(rows) == 1 or row.told().how or not any(each.told().how for each in rows)
        )

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
        self._put(title, [StrategyShown(title)])
        self._changed()

    def _put(self, title: str, told: list[StrategyShown], *, again: bool = False) -> None:
        chip = Chip(title, icon="refresh" if again else "")
        if again:
            chip.setToolTip(self.tr("Show again until the parent does it alone"))
        chip.setChecked(bool(told))
        self._chips[title] = chip
        for fixed in (self.add_chip, self.nothing_chip):
            self._flow.removeWidget(fixed)
        for widget in (chip, self.add_chip, self.nothing_chip):
            self._flow.addWidget(widget)
        for strategy in told:
            self._open(strategy)
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
        row.split_wanted.connect(self._split)
        self._rows.setdefault(told.title, []).append(row)
        # Beside the others of its strategy.
        before = self._all_rows().index(row)
        self._column.insertWidget(before, row)
        row.split_button.setVisible(self._may_split(row))

    @Slot(str)
    def _split(self, title: str) -> None:
        """Give each caregiver a row of their own, all as the one row said."""
        [row] = self._rows[title]
        told = row.told()
        self._close(title)
        for name in self._here:
            self._open(StrategyShown(title, told.how, told.parent_help, name))
        self._changed()
        self._rows[title][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_split(self, row: StrategyRow) -> bool:
        return len(self._here) > 1 and not row.told().to and not self._is_plain

    def _all_rows(self) -> list[StrategyRow]:
        return [row for rows in self._rows.values() for row in rows]

    def _close(self, title: str) -> None:
        for row in self._rows.pop(title):
            take_away(row, self._column)

    def _changed(self) -> None:
        self._weigh()
        self.changed.emit()
        self.rebuilt.emit()

    def _weigh(self) -> None:
        self.nothing_chip.setEnabled(not self._rows)
        if self._rows:
            self.nothing_chip.setChecked(False)
        self.keys_hint.setVisible(bool(self._rows) and not self._is_plain)
