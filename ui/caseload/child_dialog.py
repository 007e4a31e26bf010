"""Add a child, or change the plain details of one; warns of a child who may be the same."""

from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    ChildDraft,
    ChildPage,
    Phone,
    Status,
)
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.errors import ValidationError
from ot_desktop.settings.domain import Therapist
from ot_desktop.typed_dates import Lean
from ui.caseload.caregiver_dialog import check_phones
from ui.shared.ages import age_text
from ui.shared.form_dialog import FormDialog
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl

SOON_MS = 250
_BELOW_BIRTH_DATE = 3
_AS_WRITTEN = "2/3/2020"


def statuses(tr: Callable[[str], str]) -> dict[Status, str]:
    """Return every status as it is read out."""
    return {
        Status.ACTIVE: tr("Active"),
        Status.WAITING: tr("Waiting"),
        Status.ON_HOLD: tr("On hold"),
        Status.DISCHARGED: tr("Discharged"),
    }


class ChildDialog(FormDialog):
    """``child_id`` is set once a new child was saved."""

    def __init__(
        self,
        caseload: CaseloadService,
        therapists: tuple[Therapist, ...],
        today: date,
        child: ChildPage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = child is None
        question = _tr("Add a child") if is_new else _tr("Change details")
        super().__init__(question, _tr("Add child") if is_new else _tr("Save"), parent)
        self._caseload = caseload
        self._today = today
        self._child = child
        self.child_id: int | None = child.id if child else None
        self._found_id: int | None = None
        self._build(therapists)
        if child is None:
            self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
            self._soon.timeout.connect(self._look_for_same)
            for editor in (self.given_edit, self.family_edit):
                editor.textEdited.connect(self._soon.start)
            self.born_edit.changed.connect(self._soon.start)
        else:
            self._fill(child)
        self.given_edit.setFocus()

    def _build(self, therapists: tuple[Therapist, ...]) -> None:
        self.given_edit, self.family_edit = QLineEdit(), QLineEdit()
        self.preferred_edit, self.record_edit = QLineEdit(), QLineEdit()
        self.language_edit = QLineEdit()
        self.born_edit = DateEdit(self.tr("Birth date"), self._today, lean=Lean.PAST)
        self.born_edit.edit.setPlaceholderText(_AS_WRITTEN)
        self.pronouns_box = ComboBox(self.tr("Pronouns"))
        for key, words in (("", self.tr("not said")), ("he", "he/him"), ("she", "she/her"),
                           ("they", "they/them")):  # fmt: skip
            self.pronouns_box.addItem(words, key)
        self.therapist_box = ComboBox(self.tr("Therapist"))
        self.therapist_box.addItem(self.tr("not chosen yet"), None)
        for therapist in therapists:
            self.therapist_box.addItem(therapist.name, therapist.id)
        self.status_box = ComboBox(self.tr("Status"))
        for status, words in statuses(self.tr).items():
            self.status_box.addItem(words, status.value)
        self.same = AlertBanner("warn", self.tr("Already in the file?"), "")
        self.same.hide()
        self.open_button = Button("", "link", size="small")
        self.open_button.hide()
        self.open_button.clicked.connect(self._open_same)
        self.show_fields(self._fields())
        self.form.insertWidget(_BELOW_BIRTH_DATE, self.same)
        self.form.insertWidget(_BELOW_BIRTH_DATE + 1, self.open_button)

    def _fields(self) -> dict[str, Field]:
        self.given_field = Field(self.tr("First name"), self.given_edit)
        self.family_field = Field(self.tr("Last name"), self.family_edit, optional=True)
        fields = {
            "given_name": self.given_field,
            "family_name": self.family_field,
            "born_on": Field(self.tr("Birth date"), self.born_edit, optional=True),
            "record_number": Field(self.tr("Record number"), self.record_edit, optional=True),
        }
        if self._child is None:
            return fields | self._family_fields()
        return fields | {
            "preferred_name": Field(self.tr("Called"), self.preferred_edit, optional=True),
            "pronouns": Field(self.tr("Pronouns"), self.pronouns_box),
            "status": Field(self.tr("Status"), self.status_box),
            "therapist": Field(self.tr("Therapist"), self.therapist_box),
            "language": Field(self.tr("Language at home"), self.language_edit, optional=True),
        }

    def _family_fields(self) -> dict[str, Field]:
        self.caregiver_edit, self.relation_edit = QLineEdit(), QLineEdit()
        self.phone_edit, self.allergy_edit = QLineEdit(), QLineEdit()
        self.relation_edit.setPlaceholderText(self.tr("mother, father, grandmother"))
        self.allergy_edit.setPlaceholderText(self.tr("peanut, latex"))
        self.allergy_edit.setAccessibleName(self.tr("Which allergies"))
        self.allergy_edit.hide()
        self.allergies_control = SegmentedControl(self.tr("Allergies"))
        for key, words in (("not_asked", self.tr("Ask later")), ("none_known",
                           self.tr("None known")), ("listed", self.tr("List"))):  # fmt: skip
            self.allergies_control.add(key, words)
        self.allergies_control.changed.connect(self._show_allergies)
        parent = QWidget()
        row = QHBoxLayout(parent)
        row.setContentsMargins(0, 0, 0, 0)
        for name, editor in (
            (self.tr("Parent or caregiver"), self.caregiver_edit),
            (self.tr("Relation"), self.relation_edit),
            (self.tr("Phone"), self.phone_edit),
        ):
            row.addWidget(Field(name, editor, optional=True))
        allergies = QWidget()
        row = QHBoxLayout(allergies)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.allergies_control)
        row.addWidget(self.allergy_edit, 1)
        allergies.setFocusProxy(self.allergies_control)
        return {
            "caregiver_0": Field(self.tr("Who brings the child"), parent, optional=True),
            "alerts": Field(self.tr("Allergies"), allergies),
            "therapist": Field(self.tr("Therapist"), self.therapist_box),
        }

    @Slot(str)
    def _show_allergies(self, key: str) -> None:
        self.allergy_edit.setVisible(key == "listed")

    @Slot()
    def _look_for_same(self) -> None:
        found = self._caseload.alike(
            self.given_edit.text(), self.family_edit.text(), self.born_edit.value()
        )
        words = ", ".join(
            f"{hit.full_name} ({age_text(hit.born_on, self._today)})" for hit in found[:3]
        )
        ask = self.tr("{0}. Open that child, or go on if this is another one.")
        self.same.words.setText(f"<b>{self.tr('Already in the file?')}</b> {_plain(ask, words)}")
        self.same.setAccessibleName(f"{self.tr('Already in the file?')} {words}")
        self.same.setVisible(bool(found))
        self.open_button.setVisible(bool(found))
        self._found_id = found[0].id if found else None
        if found:
            self.open_button.setText(self.tr("Open {0}").format(found[0].full_name))

    @Slot()
    def _open_same(self) -> None:
        self.child_id = self._found_id
        self.accept()

    def _fill(self, child: ChildPage) -> None:
        self.given_edit.setText(child.given_name)
        self.family_edit.setText(child.family_name)
        self.preferred_edit.setText(child.preferred_name)
        self.record_edit.setText(child.record_number or "")
        self.language_edit.setText(child.language)
        self.born_edit.set_value(child.born_on)
        for box, value in (
            (self.pronouns_box, child.pronouns),
            (self.therapist_box, child.therapist_id),
            (self.status_box, child.status.value),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))

    def draft(self) -> ChildDraft:
        """Return what was typed; what this form does not ask stays as it is."""
        own: dict[str, Any] = {
            "given_name": self.given_edit.text(),
            "family_name": self.family_edit.text(),
            "born_on": self.born_edit.value(),
            "record_number": self.record_edit.text().strip() or None,
            "therapist_id": self.therapist_box.currentData(),
        }
        if self._child is None:
            return ChildDraft(**own, **self._first_answers())
        kept = ("sex", "needs_interpreter", "diagnosis_codes", "availability", "about")
        return ChildDraft(
            **own,
            preferred_name=self.preferred_edit.text(),
            pronouns=self.pronouns_box.currentData(),
            status=Status(self.status_box.currentData()),
            language=self.language_edit.text(),
            **{name: getattr(self._child, name) for name in kept},
        )

    def _first_answers(self) -> dict[str, Any]:
        caregivers: tuple[CaregiverDraft, ...] = ()
        phone = self.phone_edit.text().strip()
        if self.caregiver_edit.text().strip() or phone or self.relation_edit.text().strip():
            phones = (Phone(phone),) if phone else ()
            caregivers = (
                CaregiverDraft(
                    self.caregiver_edit.text(), self.relation_edit.text(), phones=phones
                ),
            )
        titles = [each.strip() for each in self.allergy_edit.text().split(",") if each.strip()]
        asked = Asked(self.allergies_control.chosen())
        alerts = tuple(Alert(AlertKind.ALLERGY, title) for title in titles)
        return {
            "caregivers": caregivers,
            "allergies": asked,
            "alerts": alerts if asked is Asked.LISTED else (),
        }

    def save(self) -> None:
        """Add the child, or change their details."""
        if self.born_edit.value() is None and self.born_edit.text().strip():
            raise ValidationError(
                {"born_on": self.tr("Write the date like {0}.").format(_AS_WRITTEN)}
            )
        listed = self._child is None and self.allergies_control.chosen() == Asked.LISTED.value
        if listed and not self.allergy_edit.text().strip(" ,"):
            raise ValidationError({"alerts": self.tr("List the allergies, or choose “Ask later”.")})
        if self._child is None:
            draft = self.draft()
            check_phones((p for each in draft.caregivers for p in each.phones), "caregiver_0")
            self.child_id = self._caseload.admit(draft)
        else:
            self._caseload.change_details(self._child.id, self.draft())


def _tr(words: str) -> str:
    return QCoreApplication.translate("ChildDialog", words)


def _plain(sentence: str, words: str) -> str:
    return escape(sentence.format(words))
