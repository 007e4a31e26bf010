"""Write or change a goal: its sentence, its measure, its weight and its five levels."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.caseload.goals import LEVELS, MOST_WEIGHT, SKILL_AREAS, Goal, GoalDraft, Setting
from ot_desktop.errors import ValidationError
from ot_desktop.goals.domain import GoalStory
from ot_desktop.goals.service import GoalService
from ot_desktop.goals.words import LEVEL_NAMES, SETTING_WORDS, signed
from ui.goals.sentence_builder import SentenceBuilder
from ui.shared.form_dialog import FormDialog
from ui.shared.skills import skill_name
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper


def _tr(words: str) -> str:
    return QCoreApplication.translate("GoalDialog", words)


class GoalDialog(FormDialog):
    """Saves one goal of one child; a scored one asks why it changes and keeps the old wording."""

    def __init__(
        self,
        service: GoalService,
        child: tuple[int, str],
        today: date,
        story: GoalStory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        question = _tr("Change this goal") if story else _tr("Add a goal")
        super().__init__(question, _tr("Save goal") if story else _tr("Add goal"), parent)
        self._service = service
        self._child_id, self._name = child
        self._today = today
        self._story = story
        self.goal_id: int | None = story.goal.id if story else None
        self._knows_baseline = True
        self._build()
        self.show_fields(self._fields())
        self._put_beside("out_of", "baseline", "target")
        self._put_beside("routine", "setting")
        self._put_beside("importance", "difficulty")
        if story is not None:
            self._show(story.goal)
        self.baseline_stepper.changed.connect(self._take_baseline)
        self.reason_field.setVisible(story is not None and story.is_frozen)
        self.builder.made.connect(self._take_sentence)
        self.statement_edit.setFocus()

    def save(self) -> None:
        """Add the goal, or change it."""
        if self.until_edit.value() is None and self.until_edit.text().strip():
            raise ValidationError({"target_on": self.tr("Write the date like 6/12/2027.")})
        if self._story is None:
            self.goal_id = self._service.add(self._child_id, self._draft())
        else:
            reason = self.reason_edit.text()
            self.goal_id = self._service.change(self._story.goal.id, self._draft(), reason)

    def _draft(self) -> GoalDraft:
        levels = tuple(edit.text() for edit in self.level_edits)
        cues = tuple(cue.strip() for cue in self.cues_edit.text().split("/") if cue.strip())
        setting = self.setting_box.currentData()
        return GoalDraft(
            skill_area=self.skill_box.currentData(),
            statement=self.statement_edit.text(),
            out_of=self.out_of_stepper.value(),
            target=self.target_stepper.value(),
            baseline=self.baseline_stepper.value() if self._knows_baseline else None,
            target_on=self.until_edit.value(),
            cue_words=cues,
            coast=self.builder.coast(),
            routine=self.routine_edit.text(),
            setting=Setting(setting) if setting else None,
            importance=self.importance_stepper.value(),
            difficulty=self.difficulty_stepper.value(),
            level_texts=levels if any(level.strip() for level in levels) else (),
            baseline_level=int(self.baseline_control.chosen()),
        )

    def _build(self) -> None:
        self.statement_edit, self.cues_edit = QLineEdit(), QLineEdit()
        self.statement_edit.setPlaceholderText(self.tr("Fastens 4 shirt buttons alone"))
        self.cues_edit.setPlaceholderText(self.tr("Pinch, push, pull. / Slow hands."))
        self.builder = SentenceBuilder(self._name)
        self.skill_box = ComboBox(self.tr("Skill area"))
        for skill_area in SKILL_AREAS:
            self.skill_box.addItem(skill_name(skill_area), skill_area)
        self.out_of_stepper = Stepper(self.tr("Scored out of"), (1, 100), 4)
        self.baseline_stepper = Stepper(self.tr("Now"), (0, 100), 0)
        self.target_stepper = Stepper(self.tr("Goal"), (1, 100), 4)
        self.until_edit = DateEdit(self.tr("By when"), self._today)
        self.routine_edit = QLineEdit()
        self.routine_edit.setPlaceholderText(self.tr("Getting dressed"))
        self.setting_box = ComboBox(self.tr("Where it should work"))
        self.setting_box.addItem(self.tr("Not said"), "")
        for setting, words in SETTING_WORDS.items():
            self.setting_box.addItem(words, setting.value)
        self.importance_stepper = Stepper(self.tr("Importance"), (0, MOST_WEIGHT), 1)
        self.difficulty_stepper = Stepper(self.tr("Difficulty"), (0, MOST_WEIGHT), 1)
        self._build_levels()

    def _build_levels(self) -> None:
        self.baseline_control = SegmentedControl(self.tr("Where the child starts"), small=True)
        for level in (-2, -1):
            self.baseline_control.add(str(level), f"{signed(level)}  {LEVEL_NAMES[level]}")
        self.level_edits = [QLineEdit() for _ in LEVELS]
        self.reason_edit = QLineEdit()
        hint = self.tr("This goal has scores. They stay with the wording they were given for.")
        self.reason_field = Field(self.tr("Why it changes"), self.reason_edit, hint=hint)

    def _fields(self) -> dict[str, Field]:
        until = Field(self.tr("By when"), self.until_edit, optional=True)
        fields = {
            "statement": Field(self.tr("What the child will do"), self.statement_edit),
            "coast": Field(self.tr("Or build the sentence"), self.builder, optional=True),
            "skill_area": Field(self.tr("Skill area"), self.skill_box),
            "out_of": Field(self.tr("Scored out of"), self.out_of_stepper),
            "baseline": Field(self.tr("Now"), self.baseline_stepper),
            "target": Field(self.tr("Goal"), self.target_stepper),
            "target_on": until,
            "routine": Field(self.tr("In which routine"), self.routine_edit, optional=True),
            "setting": Field(self.tr("Where it should work"), self.setting_box, optional=True),
            "cue_words": Field(
                self.tr("Cue words"),
                self.cues_edit,
                optional=True,
                hint=self.tr("Separate two cues with a slash. They print as written."),
            ),
            "importance": Field(self.tr("Importance, 0 to 3"), self.importance_stepper),
            "difficulty": Field(
                self.tr("Difficulty, 0 to 3"),
                self.difficulty_stepper,
                hint=self.tr("Weight is importance times difficulty."),
            ),
        }
        return fields | self._level_fields() | {"reason": self.reason_field}

    def _level_fields(self) -> dict[str, Field]:
        fields = {}
        for level, edit in zip(LEVELS, self.level_edits, strict=True):
            name = self.tr("Level {0}: {1}").format(signed(level), LEVEL_NAMES[level].lower())
            fields[f"level {level}"] = Field(name, edit, optional=True)
        fields["level_texts"] = fields[f"level {LEVELS[0]}"]
        fields["baseline_level"] = Field(
            self.tr("Where the child starts"),
            self.baseline_control,
            hint=self.tr("Write all five before the first score. Later a change is a new version."),
        )
        return fields

    def _put_beside(self, *names: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        place = self.form.indexOf(self.fields[names[0]])
        for name in names:
            self.form.removeWidget(self.fields[name])
            row.addWidget(self.fields[name], alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.form.insertLayout(place, row)

    def _show(self, goal: Goal) -> None:
        self.statement_edit.setText(goal.statement)
        self.builder.show_coast(goal.coast)
        self.skill_box.setCurrentIndex(self.skill_box.findData(goal.skill_area))
        self.out_of_stepper.set_value(goal.out_of)
        self._knows_baseline = goal.baseline is not None
        self.baseline_stepper.set_value(goal.baseline or 0)
        self.target_stepper.set_value(goal.target)
        self.until_edit.set_value(goal.target_on)
        self.routine_edit.setText(goal.routine)
        self.setting_box.setCurrentIndex(max(0, self.setting_box.findData(goal.setting or "")))
        self.cues_edit.setText(" / ".join(goal.cue_words))
        self.importance_stepper.set_value(goal.importance)
        self.difficulty_stepper.set_value(goal.difficulty)
        for edit, text in zip(self.level_edits, goal.level_texts, strict=False):
            edit.setText(text)
        if goal.baseline_level is not None:
            self.baseline_control.choose(str(goal.baseline_level))

    @Slot()
    def _take_baseline(self) -> None:
        self._knows_baseline = True

    @Slot(str)
    def _take_sentence(self, sentence: str) -> None:
        self.statement_edit.setText(sentence)


class GiveUpDialog(FormDialog):
    """Ends a goal that is not worked on any more."""

    def __init__(self, service: GoalService, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Stop working on this goal?"), _tr("Stop"), parent)
        self._service = service
        self._goal = goal
        self.reason_edit = QLineEdit()
        self.form.addWidget(label(goal.statement, "body-strong", wrap=True))
        self.show_fields({"reason": Field(self.tr("Why"), self.reason_edit)})
        self.reason_edit.setFocus()

    def save(self) -> None:
        """End the goal; its scores stay."""
        self._service.give_up(self._goal.id, self.reason_edit.text())
