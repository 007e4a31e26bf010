"""The head of Today and of the calendar: which day or week, shown as what, by whom, and Book."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.programs.board import View
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl


class DayHead(QWidget):
    """``stepped`` carries -1 or 1, ``changed`` says that something else is to be shown."""

    stepped = Signal(int)
    today_wanted = Signal()
    changed = Signal()
    book_wanted = Signal()

    def __init__(self, shown_as: SegmentedControl, *, by_child: bool = False) -> None:
        super().__init__()
        self.title = label("", "h1")
        self.before_button = IconButton("chevron-left", self.tr("Before"), "standard")
        self.today_button = Button(self.tr("Today"))
        self.after_button = IconButton("chevron-right", self.tr("After"), "standard")
        self.view_control = SegmentedControl(self.tr("By whom"), small=True)
        self.view_control.add(View.THERAPIST.value, self.tr("By therapist"))
        self.view_control.add(View.ROOM.value, self.tr("By room"))
        if by_child:
            self.view_control.add(View.CHILD.value, self.tr("By child"))
        self.book_button = Button(self.tr("Book"), "primary", icon="plus")
        self._lay_out(shown_as)
        self.before_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.after_button.clicked.connect(lambda: self.stepped.emit(1))
        self.today_button.clicked.connect(self.today_wanted)
        self.book_button.clicked.connect(self.book_wanted)
        self.view_control.changed.connect(self.changed)
        shown_as.changed.connect(self.changed)

    @property
    def view(self) -> View:
        """What a column of the day, or a row of the week, is."""
        return View(self.view_control.chosen())

    def _lay_out(self, shown_as: SegmentedControl) -> None:
        """Leave room for what a page adds: after the views, before Book, and below."""
        row, self.after_views, self.before_book = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addSpacing(6)
        for part in (self.before_button, self.today_button, self.after_button):
            row.addWidget(part)
        row.addSpacing(6)
        row.addWidget(shown_as)
        row.addWidget(self.view_control)
        row.addLayout(self.after_views)
        row.addStretch(1)
        row.addLayout(self.before_book)
        row.addWidget(self.book_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(row)
