"""Add a kind of session, or change one."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.programs.domain import KindDraft, SessionKind
from ot_desktop.programs.service import ProgramService
from ot_desktop.settings.domain import Clinic
from ui.shared.form_dialog import FormDialog
from ui.shared.skills import SKILL_ICONS, skill_name
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

_LIMITS, _QUARTER = (15, 240), 15


class KindDialog(FormDialog):
    """Saves into the program; ``kind`` is the one to change, or None."""

    def __init__(
        self,
        programs: ProgramService,
        program_id: int,
        clinic: Clinic,
        kind: SessionKind | None,
        parent: QWidget,
    ) -> None:
        tr = parent.tr
        question = tr("Change a kind of session") if kind else tr("Add a kind of session")
        super().__init__(question, tr("Save") if kind else tr("Add"), parent)
        self._programs = programs
        self._program_id = program_id
        self._kind = kind
        self.name_edit = QLineEdit()
        self.skill_box = ComboBox(self.tr("Skill area"))
        for skill in SKILL_ICONS:
            self.skill_box.addItem(skill_name(skill), skill)
        self.length = Stepper(self.tr("Length"), _LIMITS, 60, suffix=self.tr("min"), step=_QUARTER)
        self.therapist_chips = ChipGroup(self.tr("Who can give it"))
        for therapist in clinic.therapists:
            self.therapist_chips.add(str(therapist.id), therapist.name)
        self.room_chips = ChipGroup(self.tr("Rooms it fits"))
        for room in clinic.rooms:
            self.room_chips.add(str(room.id), room.name)
        self._fill(kind, clinic)
        self.show_fields(self._fields())
        self.name_edit.setFocus()

    def save(self) -> None:
        """Keep what was chosen."""
        draft = KindDraft(
            name=self.name_edit.text(),
            skill_area=self.skill_box.currentData(),
            length_minutes=self.length.value(),
            room_ids=tuple(int(key) for key in self.room_chips.chosen()),
            therapist_ids=tuple(int(key) for key in self.therapist_chips.chosen()),
            id=self._kind.id if self._kind else None,
        )
        self._programs.put_kind(self._program_id, draft)

    def _fill(self, kind: SessionKind | None, clinic: Clinic) -> None:
        if kind is None:  # everybody and every room: taking out is quicker than putting in
            self.therapist_chips.choose(str(each.id) for each in clinic.therapists)
            self.room_chips.choose(str(each.id) for each in clinic.rooms)
            return
        self.name_edit.setText(kind.name)
        self.skill_box.setCurrentIndex(self.skill_box.findData(kind.skill_area))
        self.length.set_value(kind.length_minutes)
        self.therapist_chips.choose(str(each) for each in kind.therapist_ids)
        self.room_chips.choose(str(each) for each in kind.room_ids)

    def _fields(self) -> dict[str, Field]:
        length = QWidget()
        row = QHBoxLayout(length)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.length)
        row.addStretch(1)
        length.setFocusProxy(self.length)
        return {
            "kind_name": Field(self.tr("Name"), self.name_edit),
            "skill_area": Field(self.tr("Skill area"), self.skill_box),
            "length_minutes": Field(self.tr("Length"), length),
            "therapists": Field(self.tr("Who can give it"), self.therapist_chips),
            "rooms": Field(self.tr("Rooms it fits"), self.room_chips),
        }
