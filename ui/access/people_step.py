"""Step 3: whether the owner treats, and the colleagues with their first passwords."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.access.domain import TREATING, ColleagueDraft
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Role
from ui.access.note_line import NoteLine
from ui.access.role_words import role_words
from ui.access.step import Step
from ui.tasks import Task, TaskRunner, asked
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.field import Field, FormProblems, line_edit
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.symbol import Symbol
from ui.widgets.tab_chain import chain


class ColleagueRow(QFrame):
    """One colleague being added; ``removed`` when the person thinks better of it."""

    removed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.name_edit = line_edit(self.tr("Name of colleague {0}").format(number))
        self.role_box = ComboBox(self.tr("Role of colleague {0}").format(number))
        for role in (Role.THERAPIST, Role.ASSISTANT, Role.FRONT_DESK, Role.OWNER, Role.READ_ONLY):
            self.role_box.addItem(role_words(role), role)
        self.credentials_edit = line_edit(
            self.tr("Credentials of colleague {0}").format(number), "OTR/L"
        )
        self.password_edit = PasswordEdit(self.tr("First password of colleague {0}").format(number))
        words = self.tr("Take colleague {0} out").format(number)
        self.remove_button = IconButton("x", words, size="small")
        self._build()
        self.role_box.currentIndexChanged.connect(self._fit_role)
        self.remove_button.clicked.connect(self.removed)

    def draft(self) -> ColleagueDraft:
        """Return what was filled in."""
        return ColleagueDraft(
            self.name_edit.text(),
            self.role_box.currentData(),
            self.password_edit.text(),
            self.credentials_edit.text(),
        )

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the fields in the order they are filled in; thinking better of it comes last."""
        return (
            self.name_edit,
            self.role_box,
            self.password_edit.edit,
            self.credentials_edit,
            self.remove_button,
        )

    def is_blank(self) -> bool:
        """Say whether nothing was typed."""
        return not (self.name_edit.text().strip() or self.password_edit.text())

    def _build(self) -> None:
        name = Field(self.tr("First and last name"), self.name_edit)
        self.credentials_field = Field(self.tr("Credentials"), self.credentials_edit, optional=True)
        password = Field(
            self.tr("First password"),
            self.password_edit,
            hint=self.tr("Tell them in person; they change it after signing in."),
        )
        self.problems = FormProblems({"name": name, "password": password})
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, 0, 0, top)
        grid.addWidget(Field(self.tr("Role"), self.role_box), 0, 1, top)
        grid.addWidget(self.remove_button, 0, 2, top)
        grid.addWidget(password, 1, 0, top)
        grid.addWidget(self.credentials_field, 1, 1, top)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    @Slot()
    def _fit_role(self) -> None:
        self.credentials_field.setVisible(self.role_box.currentData() in TREATING)


class PeopleStep(Step):
    """Adds one colleague after another; whoever was added is listed with a check mark."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__(
            self.tr("You and your colleagues"),
            self.tr("Everybody signs in with their own name, so that each note has one author."),
        )
        self._runner = runner
        self._task: Task | None = None
        self.rows: list[ColleagueRow] = []
        self._count = 0
        self.treats_box = CheckBox(self.tr("I treat children myself"))
        self.credentials_edit = line_edit(self.tr("Your credentials"), "OTR/L")
        self.credentials_field = Field(self.tr("Your credentials"), self.credentials_edit)
        self.add_button = Button(self.tr("Add a colleague"), icon="user-plus")
        self.note = NoteLine()
        self._build()
        self.treats_box.toggled.connect(self._fit)
        self.add_button.clicked.connect(self.add_row)
        self._fit()

    def take_focus(self) -> None:
        """Start with the person at the keyboard."""
        (self.treats_box if self.treats_box.isEnabled() else self.add_button).setFocus()

    @Slot()
    def add_row(self) -> None:
        """Make room for one more colleague."""
        self._count += 1
        row = ColleagueRow(self._count)
        row.removed.connect(partial(self._take_out, row))
        self.rows.append(row)
        self._rows.addWidget(row)
        stops = [stop for each in self.rows for stop in each.tab_stops()]
        chain([self.credentials_edit, *stops, self.add_button])
        row.name_edit.setFocus()

    def reminded_of_unsaved(self) -> bool:
        """Say who was typed and not added, and would be lost; False when there is nobody."""
        names = [row.name_edit.text().strip() for row in self.rows if not row.is_blank()]
        if names:
            words = self.tr("{0} is not added yet. Choose Next to add them, or take them out.")
            self.note.set_problem(words.format(names[0] or self.tr("A colleague")))
        return bool(names)

    def save(self) -> None:
        """Check everybody first, then add one after the other beside the window."""
        self.note.set_problem("")
        for row in [each for each in self.rows if each.is_blank()]:
            self._take_out(row)
        try:
            if not self._all_fit():
                return
            if self.treats_box.isChecked() and self.treats_box.isEnabled():
                self.clinic().owner_treats(self.credentials_edit.text())
                self.treats_box.setEnabled(False)
                self.credentials_edit.setReadOnly(True)
        except ClinicError as error:
            self.note.set_problem(str(error))
            return
        self._add_next()

    def _build(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._added = QVBoxLayout()
        self._added.setSpacing(6)
        me = Card(self.tr("You"))
        me.add(self.treats_box)
        me.add(self.credentials_field)
        self.body.addWidget(me)
        self.body.addWidget(label(self.tr("Colleagues"), "h3"))
        self.body.addLayout(self._added)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.add_button)
        self.body.addWidget(self.note)

    @Slot()
    def _fit(self) -> None:
        self.credentials_field.setVisible(self.treats_box.isChecked())

    def _take_out(self, row: ColleagueRow) -> None:
        if row in self.rows:
            self.rows.remove(row)
            take_away(row, self._rows)

    def _all_fit(self) -> bool:
        colleagues = self.clinic().access.colleagues
        fits = True
        for row in reversed(self.rows):  # so that the keyboard ends at the first problem
            try:
                colleagues.check(row.draft())
                row.problems.clear()
            except ValidationError as error:
                row.problems.show(error.fields)
                fits = False
        return fits

    def _add_next(self) -> None:
        if not self.rows:
            self.busy.emit("")
            self.saved.emit()
            return
        draft = self.rows[0].draft()
        self.busy.emit(self.tr("Adding {0}…").format(draft.name.strip()))
        colleagues = self.clinic().access.colleagues
        self._task = asked(self._runner, partial(colleagues.cut_key, draft))
        self._task.finished.connect(partial(self._admit, draft))
        self._task.failed.connect(self._give_up)
        self._task.start()

    def _admit(self, draft: ColleagueDraft, slot_id: str | ClinicError) -> None:
        try:
            if isinstance(slot_id, ClinicError):
                raise slot_id
            self.clinic().access.colleagues.admit(draft, slot_id)
        except ClinicError as error:
            self.busy.emit("")
            self.note.set_problem(str(error))
            return
        self._take_out(self.rows[0])
        self._list_added(draft)
        self._add_next()

    def _list_added(self, draft: ColleagueDraft) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Symbol("circle-check", "ok-text"))
        line.addWidget(label(draft.name.strip(), "body-strong"))
        line.addWidget(label(role_words(draft.role), "body", "text-2"))
        line.addStretch(1)
        self._added.addLayout(line)

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        self.busy.emit("")
        self.note.set_problem(self.tr("That did not work, and nothing was changed. Try again."))
