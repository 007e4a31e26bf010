"""The two columns and the rail of a note that is being written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from ot_desktop.notes.beginning import copied_from_last
from ot_desktop.notes.completeness import Missing, Part, missing_parts
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import LastNote, NotePage
from ui.notes.column import Column
from ui.notes.missed_column import MissedColumn
from ui.notes.parent_column import ParentColumn
from ui.notes.rail import Rail
from ui.notes.section import Section
from ui.notes.session_column import SessionColumn
from ui.notes.tab_order import set_tab_order
from ui.widgets.scrolling import scroller

_PARTS = ("session", "parent_column", "rail")


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
        self._row = row
        self._missed: MissedColumn | None = None
        self._sections: dict[Part, Section] = {}
        self._wanted: Section | None = None
        # After the layout has made room for what was just shown.
        self._order = self._soon(self._set_order)
        self._sight = self._soon(self._bring_into_sight)

    @cached_property
    def session(self) -> SessionColumn:
        """The therapist's half; like the other parts it is made when it is first wanted."""
        column = SessionColumn(self._pair)
        self._columns.insertWidget(0, column, 1)
        self._follow(column)
        return column

    @cached_property
    def parent_column(self) -> ParentColumn:
        """The parent's half."""
        column = ParentColumn(self._pair)
        self._columns.addWidget(column, 1)
        self._follow(column)
        column.home.easier.planned.connect(self._plan)
        return column

    @cached_property
    def rail(self) -> Rail:
        """What is missing, and Sign."""
        rail = Rail(self)
        self._row.addWidget(rail)
        rail.show()  # a layout shows what it is given a moment later
        rail.part_wanted.connect(self._go_to_part)
        return rail

    @property
    def is_whole(self) -> bool:
        """Every part is made."""
        return all(part in self.__dict__ for part in _PARTS)

    def make_next(self) -> None:
        """Make the next part that is not made yet; one takes a slot's time."""
        missing = (part for part in _PARTS if part not in self.__dict__)
        if part := next(missing, None):
            getattr(self, part)

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

    def copy_from(self, last_note: LastNote) -> None:
        """Fill what we did and the plan, where empty, from the last note."""
        self.session.show_copied(copied_from_last(self.told(), last_note).session)

    def begin(self) -> None:
        """Put the cursor where the first thing is missing."""
        missing = missing_parts(self.told())
        self.go_to(missing[0].part if missing else Part.WHO)

    def weigh(self) -> None:
        """Check off in the rail what is there, and take back sentences about it."""
        content = self.told()
        missing = missing_parts(content)
        self.rail.show_missing(content, missing)
        self.forget_problems_but({one.part for one in missing})

    def show_missing(self) -> bool:
        """Say what is missing and go to the first of it; tell whether anything is."""
        missing = missing_parts(self.told())
        self.show_problems(missing)
        if missing:
            self.go_to(missing[0].part, missing[0].index)
        return bool(missing)

    @Slot(object)
    def _go_to_part(self, part: Part) -> None:
        first = next((one for one in missing_parts(self.told()) if one.part is part), None)
        self.go_to(part, first.index if first else None)

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
    def _has_both(self) -> bool:
        return self.parent_column.window() is self.window()

    def _follow(self, column: SessionColumn | ParentColumn) -> None:
        self._sections |= column.parts
        column.changed.connect(self.changed)
        column.rebuilt.connect(self._order.start)

    @Slot(str)
    def _plan(self, line: str) -> None:
        self.session.plan.add_line(line)

    def _soon(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(slot)
        return timer

    def _arrange(self) -> None:
        if not self.is_whole or not self._has_both:
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
        if self._has_both:
            set_tab_order((*self._shown, self.rail))
        else:
            set_tab_order((self.parent_column,))
