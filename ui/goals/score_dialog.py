"""Score a goal outside a note: goal number, score, help level, Enter."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ot_desktop.caseload.goals import LEVELS, Goal, Setting
from ot_desktop.errors import ValidationError
from ot_desktop.goals.domain import GoalStory
from ot_desktop.goals.scales import PROMPT_WORDS, STEPS, Assist, Prompt
from ot_desktop.goals.scoring import Scoring
from ot_desktop.goals.service import GoalService
from ot_desktop.goals.words import LEVEL_NAMES, SETTING_WORDS, score_words, signed
from ot_desktop.typed_dates import Lean
from ui.goals.prompt_order_dialog import PromptOrderDialog
from ui.goals.tries_edit import TriesEdit
from ui.shared.form_dialog import FormDialog
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import RadioButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.label import label

_KEYS = {step.key: assist for assist, step in STEPS.items()}
_STATEMENT = 540


def _tr(words: str) -> str:
    return QCoreApplication.translate("ScoreDialog", words)


class ScoreDialog(FormDialog):
    """``score_id`` and ``told`` say what was kept; each answer moves the keyboard to the next."""

    def __init__(
        self,
        service: GoalService,
        goals: Sequence[GoalStory],
        today: date,
        chosen: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_tr("Score a goal"), _tr("Save score"), parent)
        self._service = service
        self._goals = [story.goal for story in goals]
        self._today = today
        self.score_id: int | None = None
        self.told = ""
        self._build()
        ids = [goal.id for goal in self._goals]
        self._choose(ids.index(chosen) if chosen in ids else 0)
        self._goal_buttons[self._place].setFocus()

    @property
    def goal(self) -> Goal:
        """The goal that is scored."""
        return self._goals[self._place]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what no field wanted: a goal's number first, then the key of a help level."""
        typed = event.text().lower()
        if self.focusWidget() in self._goal_buttons:
            if typed.isdigit() and 0 < int(typed) <= len(self._goals):
                self._choose(int(typed) - 1)
                self.tries_edit.setFocus()
                return
        elif typed in _KEYS:
            self.help_chips.choose([_KEYS[typed]])
            self.save_button.setFocus()
            return
        super().keyPressEvent(event)

    def save(self) -> None:
        """Keep the score with its day."""
        if self.day_edit.value() is None:
            raise ValidationError({"scored_on": self.tr("Write the date like 6/12/2027.")})
        told = self._scoring()
        self.score_id = self._service.score(self.goal.id, told, self.day_edit.value())
        words = score_words(told.successes, told.attempts)
        if told.successes is None and told.level is not None:
            words = signed(told.level)
        self.told = self.tr("Scored {0}: {1}").format(words, self.goal.statement)

    def _scoring(self) -> Scoring:
        level, assist = self.level_chips.chosen(), self.help_chips.chosen()
        setting = self.setting_chips.chosen()
        return Scoring(
            successes=self.tries_edit.successes(),
            attempts=self.tries_edit.attempts(),
            level=int(level[0]) if level and self.goal.has_levels else None,
            assist=Assist(assist[0]) if assist else None,
            prompts=tuple(Prompt(each) for each in self.prompt_chips.chosen()),
            setting=Setting(setting[0]) if setting else None,
        )

    def _build(self) -> None:
        self.tries_edit = TriesEdit(self.tr("Score"), 1)
        self.help_chips = ChipGroup(self.tr("Help level"), one=True)
        for assist, step in STEPS.items():
            chip = self.help_chips.add(assist, f"{step.key.upper()}  {step.name}")
            chip.setToolTip(step.share)
        self.level_chips = ChipGroup(self.tr("Level"), one=True)
        for level in LEVELS:
            self.level_chips.add(str(level), signed(level))
        self.prompt_chips = ChipGroup(self.tr("Prompts"))
        self._offer_prompts()
        self.setting_chips = ChipGroup(self.tr("Where"), one=True)
        for setting, words in SETTING_WORDS.items():
            self.setting_chips.add(setting, words)
        self.day_edit = DateEdit(self.tr("Day"), self._today, lean=Lean.PAST)
        self.day_edit.set_value(self._today)
        self._lay_out()
        self.tries_edit.finished.connect(self._to_help)
        self.level_chips.changed.connect(self._show_level)

    def _lay_out(self) -> None:
        self.level_field = Field(self.tr("Level"), self.level_chips, optional=True)
        self.level_label = label("", "small", "text-2", wrap=True)
        hint = self.tr("Keys 7 to 1, C for contact guard")
        self.show_fields(
            {
                "goal": Field(self.tr("Goal"), self._goal_list()),
                "score": Field(self.tr("Score"), self.tries_edit),
                "help": Field(self.tr("Help level"), self.help_chips, optional=True, hint=hint),
                "level": self.level_field,
                "prompts": Field(self.tr("Prompts"), self.prompt_chips, optional=True),
                "setting": Field(self.tr("Where"), self.setting_chips, optional=True),
                "scored_on": Field(self.tr("Day"), self.day_edit),
            }
        )
        self.fields["attempts"] = self.fields["score"]
        self.order_button = Button(self.tr("Change the order of prompts"), "link", size="small")
        self.order_button.clicked.connect(self._order_prompts)
        place = self.form.indexOf(self.fields["prompts"]) + 1
        self.form.insertWidget(place, self.order_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.form.insertWidget(self.form.indexOf(self.level_field) + 1, self.level_label)

    def _offer_prompts(self) -> None:
        """Show the prompts in the clinic's own order; what was chosen stays chosen."""
        chosen = self.prompt_chips.chosen()
        self.prompt_chips.clear()
        for prompt in self._service.prompts():
            self.prompt_chips.add(prompt, PROMPT_WORDS[prompt])
        self.prompt_chips.choose(chosen)

    @Slot()
    def _order_prompts(self) -> None:
        if PromptOrderDialog(self._service, self).exec():
            self._offer_prompts()

    def _goal_list(self) -> QWidget:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        group = QButtonGroup(listed)
        metrics = label("").fontMetrics()
        self._goal_buttons = []
        for number, goal in enumerate(self._goals, start=1):
            words = metrics.elidedText(
                goal.statement, Qt.TextElideMode.ElideRight, theme().px(_STATEMENT)
            )
            button = RadioButton(f"{number}  {words}".replace("&", "&&"))
            button.setAccessibleName(f"{number}, {goal.statement}")
            button.setToolTip(goal.statement)
            group.addButton(button, number - 1)
            column.addWidget(button)
            self._goal_buttons.append(button)
        group.idToggled.connect(self._turn_to)
        self._place = 0
        return listed

    def _choose(self, place: int) -> None:
        self._goal_buttons[place].setChecked(True)
        self._turn_to(place, True)  # noqa: FBT003  (Qt's signal)

    @Slot(int, bool)
    def _turn_to(self, place: int, on: bool) -> None:  # noqa: FBT001  (Qt's signal)
        if on:
            self._place = place
            self.tries_edit.show_attempts(self.goal.out_of)
            self.level_field.setVisible(self.goal.has_levels)
            self._show_level()

    @Slot()
    def _to_help(self) -> None:
        first = self.help_chips.chip(Assist.INDEPENDENT)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _show_level(self) -> None:
        chosen = self.level_chips.chosen()
        level = int(chosen[0]) if chosen else None
        told = ""
        if level is not None and self.goal.has_levels:
            told = f"{LEVEL_NAMES[level]}: {self.goal.level_text(level)}"
        self.level_label.setText(told)
        self.level_label.setVisible(bool(told))
