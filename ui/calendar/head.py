"""The calendar's head: which day or week, how much of it, by whom, and Book."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.programs.board import View
from ui.calendar.shown import clash_words
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl

DAY, WEEK = "day", "week"


class CalendarHead(QWidget):
    """``stepped`` carries -1 or 1, ``changed`` says that something else is to be shown."""

    stepped = Signal(int)
    today_wanted = Signal()
    changed = Signal()
    book_wanted = Signal()
    clash_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "h1")
        self.before_button = IconButton("chevron-left", self.tr("Before"), "standard")
        self.today_button = Button(self.tr("Today"))
        self.after_button = IconButton("chevron-right", self.tr("After"), "standard")
        self.span_control = SegmentedControl(self.tr("How much is shown"), small=True)
        self.span_control.add(DAY, self.tr("Day"))
        self.span_control.add(WEEK, self.tr("Week"))
        self.view_control = SegmentedControl(self.tr("By whom"), small=True)
        self.view_control.add(View.THERAPIST.value, self.tr("By therapist"))
        self.view_control.add(View.ROOM.value, self.tr("By room"))
        self.view_control.add(View.CHILD.value, self.tr("By child"))
        self.clash_chip = Chip("", icon="alert-circle", checkable=False)
        self.clash_chip.setToolTip(self.tr("Go to the next clash"))
        self.clash_chip.hide()
        self.book_button = Button(self.tr("Book"), "primary", icon="plus")
        self._lay_out()
        self._connect()

    @property
    def view(self) -> View:
        """What a column of the day, or a row of the week, is."""
        return View(self.view_control.chosen())

    @property
    def is_week(self) -> bool:
        """Whether a whole week is shown."""
        return self.span_control.chosen() == WEEK

    def show_clashes(self, count: int) -> None:
        """Say how many of the visits shown clash."""
        self.clash_chip.setText(clash_words(count))
        self.clash_chip.setAccessibleName(clash_words(count))
        self.clash_chip.setVisible(count > 0)
        self.clash_chip.updateGeometry()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addSpacing(6)
        for part in (self.before_button, self.today_button, self.after_button):
            row.addWidget(part)
        row.addSpacing(6)
        row.addWidget(self.span_control)
        row.addWidget(self.view_control)
        row.addWidget(self.clash_chip)
        row.addStretch(1)
        row.addWidget(self.book_button)

    def _connect(self) -> None:
        self.before_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.after_button.clicked.connect(lambda: self.stepped.emit(1))
        self.today_button.clicked.connect(self.today_wanted)
        self.book_button.clicked.connect(self.book_wanted)
        self.clash_chip.clicked.connect(self.clash_wanted)
        self.span_control.changed.connect(self.changed)
        self.view_control.changed.connect(self.changed)
