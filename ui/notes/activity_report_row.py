"""How one activity of the home program went at home; digits for days, a letter for how."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ot_desktop.notes.parent_part import A_WEEK, ActivityReport, Outcome
from ot_desktop.notes.wording import OUTCOMES
from ui.notes.days_practiced import DaysBar, DaysCount
from ui.notes.key_row import KeyRow
from ui.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.label import label

_LETTERS = {
    "w": Outcome.WENT_WELL,
    "h": Outcome.TOO_HARD,
    "r": Outcome.REFUSED,
    "t": Outcome.NO_TIME,
    "e": Outcome.NO_EQUIPMENT,
    "a": Outcome.AFRAID_OF_HURTING,
    "s": Outcome.NOT_SURE_HOW,
}
_SHORT = {
    Outcome.WENT_WELL: "Went well",
    Outcome.TOO_HARD: "Too hard",
    Outcome.REFUSED: "Refused",
    Outcome.NO_TIME: "No time",
    Outcome.NO_EQUIPMENT: "No kit",
    Outcome.AFRAID_OF_HURTING: "Afraid",
    Outcome.NOT_SURE_HOW: "Not sure",
}
_NOT_ASKED = "n"
_DIGITS = "0123456789"
_MINUTES = {"+": 1, "=": 1, "-": -1, "−": -1}
_MOST_MINUTES, _MINUTES_STEP = 60, 5
_HOW_WIDTH = 112
_MINUTES_OFFERED = (2, 5, 10, 15, 20, 30)


class ActivityReportRow(KeyRow):
    """``planned`` says what the program asked for; ``window`` how many days are asked about."""

    def __init__(self, told: ActivityReport, planned: str, window: int) -> None:
        super().__init__(told.title)
        most = max(window, told.days or 0)  # a draft keeps what it says when the visit is moved
        self._days = _DIGITS[: most + 1]
        self.letters = "".join((self._days, *_LETTERS, _NOT_ASKED, *_MINUTES))
        self._told = told
        self._outcomes: tuple[Outcome, ...] = ()
        self._not_asked = False
        name = self.tr("Days of the last {0}").format(most)
        self.days_bar = DaysBar(name, most) if most <= A_WEEK else DaysCount(name, most)
        self._minutes: int | None = None
        self._minutes_label = label("", "caption", "text-2")
        self.how_chip = Chip("", end_icon="chevron-down", checkable=False)
        self.how_chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu = QMenu(self)
        self._actions = self._fill_menu()
        self.setToolTip(planned)
        self._build()
        self._show(told)
        self.days_bar.answered.connect(self._answered)
        self.how_chip.clicked.connect(self.open_menu)

    def told(self) -> ActivityReport:
        """Return what the parent said of this activity."""
        return replace(
            self._told,
            days=self.days_bar.days(),
            minutes=self._minutes,
            outcomes=self._outcomes,
            not_asked=self._not_asked,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take days, minutes and outcomes by single keys; Space opens the list of outcomes."""
        typed = self.letter_of(event)
        if typed and typed in self._days:
            self.days_bar.type(typed)
        elif typed in _LETTERS:
            self._turn(_LETTERS[typed])
        elif typed == _NOT_ASKED:
            self._say_not_asked()
        elif typed in _MINUTES:
            self._step_minutes(_MINUTES[typed])
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    @Slot()
    def open_menu(self) -> None:
        """Show the outcomes with their letters."""
        below = self.how_chip.rect().bottomLeft()
        self.menu.popup(self.how_chip.mapToGlobal(below))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 4, 3, 4)
        row.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(self._told.title, "body-strong", wrap=True))
        names.addWidget(self._minutes_label)
        row.addLayout(names, 1)
        row.addWidget(self.days_bar)
        self.days_bar.setSizePolicy(self.how_chip.sizePolicy())
        # As wide for every answer, so that the days stand under each other.
        place = QWidget()
        place.setFixedWidth(theme().px(_HOW_WIDTH))
        inside = QHBoxLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.how_chip)
        inside.addStretch(1)
        row.addWidget(place)

    def _fill_menu(self) -> dict[Outcome, QAction]:
        actions = {}
        for letter, outcome in _LETTERS.items():
            words = f"{self.tr(OUTCOMES[outcome])}\t{letter.upper()}"
            actions[outcome] = self.menu.addAction(words)
            actions[outcome].setCheckable(True)
            actions[outcome].triggered.connect(self._take_menu)
        self.menu.addSeparator()
        minutes_menu = self.menu.addMenu(self.tr("Minutes a day") + "\t+ −")
        for minutes in _MINUTES_OFFERED:
            action = minutes_menu.addAction(self.tr("{0} min").format(minutes))
            action.setData(minutes)
        minutes_menu.triggered.connect(self._take_minutes)
        self.menu.addSeparator()
        self._not_asked_action = self.menu.addAction(self.tr("Not asked") + "\tN")
        self._not_asked_action.setCheckable(True)
        self._not_asked_action.triggered.connect(self._say_not_asked)
        return actions

    def _show(self, told: ActivityReport) -> None:
        self.days_bar.show_days(told.days)
        self._minutes = told.minutes
        self._outcomes = told.outcomes
        self._not_asked = told.not_asked
        self._show_words()

    def _turn(self, outcome: Outcome) -> None:
        chosen = set(self._outcomes) ^ {outcome}
        self._outcomes = tuple(one for one in Outcome if one in chosen)
        self._answered()

    def _step_minutes(self, direction: int) -> None:
        now = 0 if self._minutes is None else self._minutes
        self._minutes = max(0, min(_MOST_MINUTES, now + direction * _MINUTES_STEP))
        self._answered()

    @Slot(QAction)
    def _take_minutes(self, action: QAction) -> None:
        self._minutes = int(action.data())
        self._answered()

    @Slot()
    def _take_menu(self) -> None:
        self._outcomes = tuple(one for one in Outcome if self._actions[one].isChecked())
        self._answered()

    @Slot()
    def _answered(self) -> None:
        self._not_asked = False
        self._tell()

    @Slot()
    def _say_not_asked(self) -> None:
        self._not_asked = not self._not_asked
        if self._not_asked:
            self.days_bar.show_days(None)
            self._minutes = None
            self._outcomes = ()
        self._tell()

    def _tell(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        for outcome, action in self._actions.items():
            action.setChecked(outcome in self._outcomes)
        self._not_asked_action.setChecked(self._not_asked)
        words = ", ".join(self.tr(OUTCOMES[outcome]) for outcome in self._outcomes)
        shown = self.tr(_SHORT[self._outcomes[0]]) if self._outcomes else self.tr("How?")
        if len(self._outcomes) > 1:
            shown = self.tr("{0} answers").format(len(self._outcomes))
        if self._not_asked:
            words = shown = self.tr("Not asked")
        minutes = "" if self._minutes is None else self.tr("{0} min a day").format(self._minutes)
        self._minutes_label.setText(minutes)
        self._minutes_label.setVisible(bool(minutes))
        self.how_chip.setText(shown)
        self.how_chip.setAccessibleName(words or self.tr("How did it go?"))
        self.how_chip.setToolTip(words)
        self.how_chip.updateGeometry()
        self.setAccessibleDescription(words)
