"""Goals today: help by the keys 1 to 5, tries by + and −, the level by L and Shift L."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ot_desktop.caseload.goals import Goal
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.session_part import GoalToday, Help
from ot_desktop.notes.wording import HELP
from ui.notes.choice_bar import ChoiceBar
from ui.notes.count_box import CountBox
from ui.notes.goal_details import GoalDetails
from ui.notes.key_row import KeyRow
from ui.notes.level_line import LevelLine
from ui.notes.section import Section
from ui.notes.skill_tile import SkillTile
from ui.widgets.announcing import announce
from ui.widgets.button import IconButton
from ui.widgets.chip import Chip
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty

_HELP_KEYS = dict(zip((str(key) for key in range(1, 6)), Help, strict=True))
_SCORE_KEYS = {"+": 1, "=": 1, "-": -1, "−": -1}
_TRIES_KEYS = {"*": 1, "/": -1}
_SKIP, _MORE, _LEVEL = "0", "m", "l"
MOST_TRIES = 100


class GoalRow(KeyRow):
    """One goal; ``told`` is what the therapist has said of it so far.

    1 to 5 the help given, + and − the score, L and Shift L the level, * and / the tries, 0 not
    worked on, M more.
    """

    letters = "".join((*_HELP_KEYS, *_SCORE_KEYS, *_TRIES_KEYS, _SKIP, _MORE, _LEVEL))

    def __init__(self, told: GoalToday, page: NotePage, section: "GoalsSection") -> None:
        super().__init__(told.statement)
        goal = next((goal for goal in page.goals if goal.id == told.goal_id), None)
        self._told = told
        self._page = page
        self._section = section
        self._last = goal.now if goal else None
        self._last_of = goal.out_of if goal else told.out_of
        self.tries = told.out_of
        self.details: GoalDetails | None = None
        self.help_bar = ChoiceBar(
            self.tr("Help given"), [(help_, self.tr(HELP[help_])) for help_ in Help],
            in_row=True, pad=6,
        )  # fmt: skip
        self.score_box = CountBox(self.tr("Score"), self._of(), 0, told.out_of)
        has_levels = goal is not None and goal.has_levels
        last = page.last_levels.get(told.goal_id)
        self.level_line = LevelLine(goal, last) if goal and has_levels else None
        self.skip_chip = Chip(self.tr("Not today"))
        self.skip_chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.skip_chip.setToolTip(self.tr("Not worked on (key 0)"))
        more = self.tr("Tries, assist level, prompts and level (key M)")
        self.more_button = IconButton("dots", more, size="small")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build(goal)
        self._show(told)
        self.help_bar.chosen.connect(self.changed)
        self.score_box.changed.connect(self.changed)
        if self.level_line is not None:
            self.level_line.changed.connect(self.changed)
        self.skip_chip.toggled.connect(self._skip)
        self.more_button.clicked.connect(self._open_or_close)

    def told(self) -> GoalToday:
        """Return what was said of the goal."""
        key = self.help_bar.value()
        told = replace(
            self._told,
            help=Help(key) if key else None,
            score=self.score_box.value(),
            out_of=self.tries,
            not_worked_on=self.skip_chip.isChecked(),
        )
        if self.level_line is not None:
            line = self.level_line
            told = replace(told, level=line.level(), level_text=line.text())
        if self.details is None:
            return told
        return replace(told, assist=self.details.assist(), prompts=self.details.prompts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the row's own keys."""
        typed = self.letter_of(event)
        if typed in _HELP_KEYS:
            self._work_on()
            self.help_bar.choose(_HELP_KEYS[typed])
        elif typed in _SCORE_KEYS:
            self._work_on()
            self.score_box.step(_SCORE_KEYS[typed], self._start())
        elif typed in _TRIES_KEYS:
            self._work_on()
            self.set_tries(self.tries + _TRIES_KEYS[typed])
        elif typed == _LEVEL:
            self._step_level(event)
        elif typed == _SKIP:
            self.skip_chip.toggle()
        elif typed == _MORE:
            self._open_or_close()
        else:
            super().keyPressEvent(event)

    def _step_level(self, event: QKeyEvent) -> None:
        if self.level_line is None:
            self._section.say_levels_are_missing()
            return
        self._work_on()
        is_down = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.level_line.step(-1 if is_down else 1)

    def set_tries(self, tries: int) -> None:
        """Count out of another number of tries."""
        tries = max(1, min(MOST_TRIES, tries))
        if tries != self.tries:
            self.tries = tries
            self.score_box.set_range(self._of(), tries)
            if self.details is not None:
                self.details.tries_box.set_value(tries)
            self.changed.emit()

    def _build(self, goal: Goal | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 6, 3, 7)
        column.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(8)
        if goal:
            first.addWidget(SkillTile(goal.skill_area))
        first.addWidget(label(self._told.statement, "body-strong", wrap=True), 1)
        first.addWidget(label(self._last_words(), "caption", "text-2"))
        first.addWidget(self.skip_chip)
        first.addWidget(self.more_button)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.help_bar, 1)
        second.addWidget(self.score_box)
        column.addLayout(first)
        column.addLayout(second)
        if self.level_line is not None:
            column.addWidget(self.level_line)

    def _show(self, told: GoalToday) -> None:
        self.help_bar.set_value(told.help or "")
        self.score_box.set_value(told.score)
        if self.level_line is not None:
            self.level_line.set_level(told.level)
        self.skip_chip.setChecked(told.not_worked_on)
        self._dim()

    def open_if_told(self) -> None:
        """Show the details where the note says something of them."""
        if self._told.assist is not None or self._told.prompts:
            self._open()

    def _of(self) -> str:
        return self.tr("{0} of {1}").format("{0}", self.tries)

    def _start(self) -> int | None:
        """Return where the first step goes: the last score, if it was of as many tries."""
        return self._last if self._last_of == self.tries else None

    def _last_words(self) -> str:
        if self._last is None:
            return self.tr("New")
        return self.tr("Last {0} of {1}").format(self._last, self._last_of)

    def _work_on(self) -> None:
        self.skip_chip.setChecked(False)

    @Slot()
    def _open_or_close(self) -> None:
        if self.details is None:
            self._open()
        else:
            self.details.setVisible(self.details.isHidden())
        if self.level_line is not None:
            is_open = self.details is not None and not self.details.isHidden()
            self.level_line.setVisible(is_open or self.level_line.level() is not None)
        if self.details is not None and not self.details.isHidden():
            self.details.take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._section.rebuilt.emit()

    def _open(self) -> None:
        # Below the row, not in it: the row is one stop of the Tab key, its details are several.
        self.details = GoalDetails(self._told, self.tries, self._page.prompts, self._section)
        self._section.body.insertWidget(self._section.body.indexOf(self) + 1, self.details)
        self.details.show()
        self.details.changed.connect(self.changed)
        self.details.tries_box.changed.connect(self._take_tries)

    @Slot()
    def _take_tries(self) -> None:
        if self.details is not None:
            self.set_tries(self.details.tries_box.value() or 1)

    @Slot()
    def _skip(self) -> None:
        self._dim()
        self.changed.emit()

    def _dim(self) -> None:
        skipped = self.skip_chip.isChecked()
        self.help_bar.setEnabled(not skipped)
        self.score_box.setEnabled(not skipped)
        if self.level_line is not None:
            self.level_line.setEnabled(not skipped)


class GoalsSection(Section):
    """All goals of the child that are not met yet."""

    def __init__(self) -> None:
        super().__init__(self.tr("Goals today"))
        self.rows: list[GoalRow] = []
        self.body.setSpacing(0)
        self._none = label(
            self.tr("No goals yet. Add them on the child’s page."), "small", "text-2", wrap=True
        )
        self.body.addWidget(self._none)
        self.changed.connect(self._say_keys)

    def show_page(self, page: NotePage) -> None:
        """Make a row for each goal of the note."""
        empty(self.body, keep=1)
        self.rows = [GoalRow(goal, page, self) for goal in page.content.session.goals]
        for row in self.rows:
            row.changed.connect(self.changed)
            self.body.addWidget(rule())
            self.body.addWidget(row)
            row.open_if_told()
        self._none.setVisible(not self.rows)
        self._say_keys()
        self.rebuilt.emit()

    def say_levels_are_missing(self) -> None:
        """Say why L does nothing; the next answer brings the keys back."""
        words = self.tr("Write this goal’s five levels on the child’s page first.")
        self.hint.setText(words)
        announce(self, words)

    @Slot()
    def _say_keys(self) -> None:
        words = self.tr("Press 1 to 5 for help given, + and −")
        if any(row.level_line for row in self.rows):
            words = self.tr("Keys: 1 to 5 help, + and − score, L level")
        self.hint.setText(words)

    def told(self) -> tuple[GoalToday, ...]:
        """Return every goal as it stands."""
        return tuple(row.told() for row in self.rows)

    def go_to(self, index: int | None = None) -> None:
        """Put the keys on one goal, or on the first that has no answer."""
        if index is None:
            open_rows = (n for n, row in enumerate(self.rows) if not row.told().is_answered)
            index = next(open_rows, 0)
        if index < len(self.rows):
            self.rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
