"""The two columns and the rail of a note that is being written."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from ot_desktop.notes.completeness import Missing, Part
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import NotePage
from ui.notes.column import Column
from ui.notes.missed_column import MissedColumn
from ui.notes.parent_column import ParentColumn
from ui.notes.rail import Rail
from ui.notes.section import Section
from ui.notes.session_column import SessionColumn
from ui.notes.tab_order import set_tab_order
from ui.widgets.scrolling import scroller


class NoteEditor(QWidget):
    """Tab goes through the parent's half first, as the parent is in the room."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = NoteContent()
        self._is_stacked = False
        # From the outside in: whatever is put into another widget when full is styled again.
        self._pair = QWidget()
        self._pair.setProperty("ground", "clear")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._pair)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._area = scroller(self._pair)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(12)
        row.addWidget(self._area, 1)
        self.session = SessionColumn(self._pair)
        self.parent_column = ParentColumn(self._pair)
        self._missed: MissedColumn | None = None
        self.rail = Rail(self)
        self._sections: dict[Part, Section] = {**self.parent_column.parts, **self.session.parts}
        self._columns.addWidget(self.session, 1)
        self._columns.addWidget(self.parent_column, 1)
        row.addWidget(self.rail)
        self._wanted: Section | None = None
        # After the layout has made room for what was just shown.
        self._order = self._soon(self._set_order)
        self._sight = self._soon(self._bring_into_sight)
        self._connect()

    @property
    def missed(self) -> MissedColumn:
        """The short note of a missed visit, made when there is one."""
        if self._missed is None:
            self._missed = MissedColumn(self._pair)
            self._columns.addWidget(self._missed, 2)
            self._sections |= self._missed.parts
            self._missed.changed.connect(self.changed)
        return self._missed

    @property
    def _shown(self) -> tuple[Column, ...]:
        """The columns in the order of the Tab key."""
        if self._content.missed is not None:
            return (self.missed,)
        return (self.parent_column, self.session)

    @property
    def jumps(self) -> tuple[Section, ...]:
        """Where Alt 1 to 9 go."""
        parent, session = self.parent_column, self.session
        return (
            parent.who, parent.home, parent.shown, parent.teach_back, parent.questions,
            parent.cues, session.goals, session.did, session.plan,
        )  # fmt: skip

    def show_page(self, page: NotePage) -> None:
        """Show a note that is not signed."""
        self._content = page.content
        if page.content.missed is not None:
            self.missed.show_page(page)
        else:
            self.session.show_page(page)
            self.parent_column.show_page(page)
        for column in (self.session, self.parent_column):
            column.setVisible(page.content.missed is None)
        if self._missed is not None:
            self._missed.setVisible(page.content.missed is not None)
        self.rail.show_page(page)
        self.show_problems(())
        self._set_order()

    def told(self) -> NoteContent:
        """Return the note as it stands."""
        if self._content.missed is not None:
            return replace(self._content, missed=self.missed.told())
        return replace(self._content, session=self.session.told(), parent=self.parent_column.told())

    def show_problems(self, missing: Iterable[Missing]) -> None:
        """Say beside each section what it lacks, the first sentence of each."""
        first: dict[Part, str] = {}
        for one in missing:
            first.setdefault(one.part, one.sentence)
        for part, section in self._sections.items():
            section.show_problem(first.get(part, ""))

    def forget_problems_but(self, parts: set[Part]) -> None:
        """Take the sentence away from sections that lack nothing any more."""
        for part, section in self._sections.items():
            if part not in parts:
                section.show_problem("")

    def go_to(self, part: Part, index: int | None = None) -> None:
        """Put the cursor into a section and bring it into sight."""
        section = self._sections.get(part, self._sections[Part.WHO])
        section.go_to(index)
        self._wanted = section
        self._sight.start()

    @Slot()
    def _bring_into_sight(self) -> None:
        section, field = self._wanted, QApplication.focusWidget()
        if section is None:
            return
        column = next(each for each in self._shown if each.isAncestorOf(section))
        for area in (column.scroller, self._area):
            area.ensureWidgetVisible(section, 0, 0)
            if field is not None and section.isAncestorOf(field):
                area.ensureWidgetVisible(field, 0, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other when they no longer fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def lend_parent_column(self) -> ParentColumn:
        """Give the parent's half away for a while; it stays part of the note."""
        self.parent_column.show_whole(whole=False)
        self._columns.removeWidget(self.parent_column)
        return self.parent_column

    def take_back_parent_column(self) -> None:
        """Put the parent's half beside the session again."""
        self._columns.addWidget(self.parent_column, 1)
        self.parent_column.show()
        self.parent_column.show_whole(whole=self._is_stacked)
        self._order.start()

    @property
    def _is_whole(self) -> bool:
        return self.parent_column.window() is self.window()

    def _connect(self) -> None:
        self.parent_column.home.easier.planned.connect(self.session.plan.add_line)
        for column in (self.session, self.parent_column):
            column.changed.connect(self.changed)
            column.rebuilt.connect(self._order.start)

    def _soon(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(slot)
        return timer

    def _arrange(self) -> None:
        if not self._is_whole:
            return
        room = self.width() - 40 - 12 - self.rail.width()
        needed = 12 + sum(column.minimumSizeHint().width() for column in self._shown)
        stacked = needed > room
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        for column in (self.session, self.parent_column):
            column.show_whole(whole=stacked)
        way = QBoxLayout.Direction.BottomToTop if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

    @Slot()
    def _set_order(self) -> None:
        self._arrange()
        if self._is_whole:
            set_tab_order((*self._shown, self.rail))
        else:
            set_tab_order((self.parent_column,))
