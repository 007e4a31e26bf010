"""Puts a child on the waitlist, or changes what a family waits for."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.table import ChildHit
from ot_desktop.errors import ValidationError
from ot_desktop.programs.typed_times import OpenHours, parse_times, times_text
from ot_desktop.services import Services
from ot_desktop.settings.domain import Hours, Therapist
from ot_desktop.waitlist.domain import Entry, EntryDraft, Wants
from ui.shared.child_picker import ChildPicker
from ui.shared.form_dialog import FormDialog
from ui.waitlist.entry_panel import notice_words
from ui.waitlist.words import urgency_words, wants_words
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper

NOTICES = (0, 60, 120, 240, 24 * 60, 2 * 24 * 60, 7 * 24 * 60)
LONGEST_MINUTES, MOST_WEEKS = 480, 120


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryDialog", words)


class EntryDialog(FormDialog):
    """``entry_id`` is the entry that was saved, None before."""

    def __init__(
        self,
        services: Services,
        hours: OpenHours,
        today: date,
        entry: Entry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        question = _tr("Change what {0} waits for") if entry else _tr("Add a child to the waitlist")
        name = entry.child_name if entry else ""
        super().__init__(question.format(name), _tr("Save") if entry else _tr("Add"), parent)
        self._waitlist = services.waitlist
        self._hours = hours
        self._entry = entry
        self.entry_id = entry.id if entry else None
        therapists = services.settings.clinic().therapists
        self._make(services.caseload.search, therapists, today)
        self._show(entry.draft if entry else EntryDraft(0, Wants.WEEKLY, 45, 12), name)
        (self.times_edit if entry else self.child_picker).setFocus()

    def choose_child(self, child_id: int, name: str) -> None:
        """Begin with a child somebody has already chosen."""
        self.child_picker.show_child(child_id, name)
        self.times_edit.setFocus()

    def _make(
        self,
        search: Callable[[str, int], list[ChildHit]],
        therapists: Sequence[Therapist],
        today: date,
    ) -> None:
        self.child_picker = ChildPicker(self.tr("Child"), search)
        self.wants_control = SegmentedControl(self.tr("Wants"), small=True)
        for wants in Wants:
            self.wants_control.add(wants.value, wants_words(wants))
        self.length_stepper = Stepper(
            self.tr("Length"), (5, LONGEST_MINUTES), 45, suffix=self.tr("min"), step=15
        )
        self.weeks_stepper = Stepper(self.tr("Weeks"), (1, MOST_WEEKS), 1)
        self.times_edit = QLineEdit()
        self.times_edit.setPlaceholderText(self.tr("mon-thu pm, fri 9-11"))
        self.therapist_combo = ComboBox(self.tr("Therapist"))
        self.therapist_combo.addItem(self.tr("Any"), None)
        for each in therapists:
            self.therapist_combo.addItem(each.name, each.id)
        self.urgency_control = SegmentedControl(self.tr("Urgency"), small=True)
        for urgency in (1, 2, 3):
            self.urgency_control.add(str(urgency), urgency_words(urgency))
        self.notice_combo = ComboBox(self.tr("Notice the family needs"))
        self.from_edit = DateEdit(self.tr("From"), today)
        self.until_edit = DateEdit(self.tr("Until"), today)
        self.expires_edit = DateEdit(self.tr("Waits until"), today)
        self.note_edit = QLineEdit()

    def _show(self, draft: EntryDraft, name: str) -> None:
        if name:
            self.child_picker.show_child(draft.child_id, name)
            self.child_picker.setEnabled(False)
        self.wants_control.choose(draft.wants.value)
        self.length_stepper.set_value(draft.length_minutes)
        self.weeks_stepper.set_value(draft.weeks)
        self.times_edit.setText(times_text(draft.can_come, self._hours))
        self.therapist_combo.setCurrentIndex(
            max(0, self.therapist_combo.findData(draft.therapist_id))
        )
        self.urgency_control.choose(str(draft.urgency))
        for minutes in sorted({*NOTICES, draft.notice_minutes}):
            self.notice_combo.addItem(notice_words(minutes), minutes)
        self.notice_combo.setCurrentIndex(self.notice_combo.findData(draft.notice_minutes))
        for edit, day in (
            (self.from_edit, draft.from_day),
            (self.until_edit, draft.until_day),
            (self.expires_edit, draft.expires_on),
        ):
            edit.set_value(day)
        self.note_edit.setText(draft.note)
        hint = self.tr("Empty: nobody has asked yet, any time is offered.")
        self.show_fields(
            {
                "child_id": Field(self.tr("Child"), self.child_picker),
                "wants": Field(self.tr("Wants"), self.wants_control),
                "length_minutes": Field(self.tr("Length"), self.length_stepper),
                "weeks": Field(self.tr("Weeks"), self.weeks_stepper),
                "can_come": Field(
                    self.tr("When the family can come"), self.times_edit, optional=True, hint=hint
                ),
                "therapist_id": Field(self.tr("Therapist"), self.therapist_combo),
                "urgency": Field(self.tr("Urgency"), self.urgency_control),
                "notice_minutes": Field(self.tr("Notice the family needs"), self.notice_combo),
                "from_day": Field(self.tr("From"), self.from_edit, optional=True),
                "until_day": Field(self.tr("Until"), self.until_edit, optional=True),
                "expires_on": Field(self.tr("Waits until"), self.expires_edit, optional=True),
                "note": Field(self.tr("Note"), self.note_edit, optional=True),
            }
        )

    def save(self) -> None:
        """Keep the entry; raises ``ValidationError`` naming every field that cannot be kept."""
        draft = self._draft()
        if self._entry is None:
            self.entry_id = self._waitlist.add(draft)
        else:
            self._waitlist.change(self._entry.id, draft)

    def _draft(self) -> EntryDraft:
        child_id = self.child_picker.child_id()
        if child_id is None:
            raise ValidationError({"child_id": self.tr("Choose a child.")})
        for name, edit in (
            ("from_day", self.from_edit),
            ("until_day", self.until_edit),
            ("expires_on", self.expires_edit),
        ):
            if edit.text().strip() and edit.value() is None:
                raise ValidationError({name: self.tr("Enter a day, like fri or 6/12.")})
        return EntryDraft(
            child_id,
            Wants(self.wants_control.chosen()),
            self.length_stepper.value(),
            self.weeks_stepper.value(),
            self.therapist_combo.currentData(),
            self._times(),
            self.from_edit.value(),
            self.until_edit.value(),
            self.notice_combo.currentData(),
            int(self.urgency_control.chosen()),
            self.expires_edit.value(),
            self.note_edit.text(),
        )

    def _times(self) -> tuple[Hours, ...]:
        typed = self.times_edit.text().strip()
        if not typed:
            return ()
        meant = parse_times(typed, self._hours)
        if meant is None:
            raise ValidationError({"can_come": self.tr("Write it like mon-thu pm or fri 9-11.")})
        return meant
