"""Add a caregiver, or change one: phones in call order, what they may do, custody."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import Caregiver, CaregiverDraft, Phone
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.errors import ValidationError
from ot_desktop.typed_dates import Lean
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_area import TextArea

ANSWERS: dict[str, bool | None] = {"": None, "yes": True, "no": False}


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaregiverDialog", words)


def answer_words(answer: bool | None) -> str:  # noqa: FBT001  (an answer, with a third state)
    """Return yes, no or not asked; unknown is never shown as no."""
    return {True: _tr("yes"), False: _tr("no"), None: _tr("not asked")}[answer]


def check_phones(phones: Iterable[Phone], field: str) -> None:
    """Refuse a phone nobody can call: “none” is an empty field."""
    if not all(phone.digits for phone in phones):
        raise ValidationError({field: _tr("Write the phone in digits, or leave it empty.")})


class CaregiverDialog(FormDialog):
    """Saves one caregiver of one child."""

    def __init__(
        self,
        caseload: CaseloadService,
        child_id: int,
        today: date,
        caregiver: Caregiver | None = None,
        parent: QWidget | None = None,
    ) -> None:
        question = _tr("Change a caregiver") if caregiver else _tr("Add a caregiver")
        super().__init__(question, _tr("Save"), parent)
        self._caseload = caseload
        self._child_id = child_id
        self._caregiver = caregiver
        self.call_order = 1
        self._make_editors(today)
        self._show()
        if caregiver is not None:
            self._fill(caregiver)
        self.name_edit.setFocus()

    def _make_editors(self, today: date) -> None:
        self.name_edit, self.relation_edit = QLineEdit(), QLineEdit()
        self.email_edit, self.language_edit = QLineEdit(), QLineEdit()
        self.contact_edit = QLineEdit()
        self.phones_edit = TextArea(self.tr("Phones, the first is called first"))
        self.custody_edit = TextArea(self.tr("Custody note"))
        self.collect_control = self._answers(self.tr("May collect the child"))
        self.papers_control = self._answers(self.tr("May receive papers"))
        self.told_control = self._answers(self.tr("May be told about the child"))
        self.adult_control = self._answers(self.tr("18 or older"))
        self.lives_control = self._answers(self.tr("Lives with the child"))
        self.consent_control = self._answers(self.tr("Signs consent"))
        self.address_edit = QLineEdit()
        self.id_edit = DateEdit(self.tr("ID seen on"), today, lean=Lean.PAST)
        self.until_edit = DateEdit(self.tr("May collect until"), today)
        self.interpreter_box = ComboBox(self.tr("Interpreter"))
        for key, words in (("", self.tr("not asked")), ("yes", self.tr("needed")),
                           ("no", self.tr("not needed"))):  # fmt: skip
            self.interpreter_box.addItem(words, key)

    def _answers(self, name: str) -> SegmentedControl:
        control = SegmentedControl(name)
        for key, answer in ANSWERS.items():
            control.add(key, answer_words(answer).capitalize())
        return control

    def _show(self) -> None:
        self.show_fields(
            {
                "full_name": Field(self.tr("Name"), self.name_edit),
                "relation": Field(self.tr("Relation to the child"), self.relation_edit),
                "phones": Field(self.tr("Phones, one a line in call order"), self.phones_edit),
                "contact_note": Field(
                    self.tr("Best way and time"), self.contact_edit, optional=True
                ),
                "language": Field(self.tr("Language"), self.language_edit, optional=True),
                "interpreter": Field(self.tr("Interpreter"), self.interpreter_box),
                "lives_with": Field(self.tr("Lives with the child"), self.lives_control),
                "address": Field(
                    self.tr("Own address"),
                    self.address_edit,
                    optional=True,
                    hint=self.tr("Where they live elsewhere. The other household never sees it."),
                ),
                "is_adult": Field(self.tr("18 or older"), self.adult_control),
                "may_collect": Field(self.tr("May collect the child"), self.collect_control),
                "until": Field(self.tr("Until"), self.until_edit, optional=True),
                "id_seen_on": Field(self.tr("ID seen on"), self.id_edit, optional=True),
                "may_be_told": Field(self.tr("May be told about the child"), self.told_control),
                "may_receive_papers": Field(self.tr("May receive papers"), self.papers_control),
                "signs_consent": Field(self.tr("Signs consent"), self.consent_control),
                "custody_note": Field(
                    self.tr("Custody note"),
                    self.custody_edit,
                    optional=True,
                    hint=self.tr("Staff see this on every screen of the child. It never prints."),
                ),
            }
        )

    def _fill(self, caregiver: Caregiver) -> None:
        self.name_edit.setText(caregiver.full_name)
        self.relation_edit.setText(caregiver.relation)
        self.email_edit.setText(caregiver.email)
        self.language_edit.setText(caregiver.language)
        self.contact_edit.setText(caregiver.contact_note)
        self.phones_edit.setPlainText("\n".join(phone.number for phone in caregiver.phones))
        self.custody_edit.setPlainText(caregiver.custody_note)
        self.until_edit.set_value(caregiver.may_collect_until)
        keys = {answer: key for key, answer in ANSWERS.items()}
        self.collect_control.choose(keys[caregiver.may_collect])
        self.papers_control.choose(keys[caregiver.may_receive_papers])
        self.told_control.choose(keys[caregiver.may_be_told])
        self.adult_control.choose(keys[caregiver.is_adult])
        self.lives_control.choose(keys[caregiver.lives_with])
        self.consent_control.choose(keys[caregiver.signs_consent])
        self.address_edit.setText(caregiver.address)
        self.id_edit.set_value(caregiver.id_seen_on)
        found = self.interpreter_box.findData(keys[caregiver.needs_interpreter])
        self.interpreter_box.setCurrentIndex(max(0, found))

    def save(self) -> None:
        """Save the caregiver."""
        numbers = [line.strip() for line in self.phones_edit.toPlainText().splitlines()]
        phones = tuple(Phone(number) for number in numbers if number)
        check_phones(phones, "phones")
        for name, edit in (("until", self.until_edit), ("id_seen_on", self.id_edit)):
            if edit.value() is None and edit.text().strip():
                raise ValidationError({name: _tr("Write the date like 6/12/2027.")})
        draft = CaregiverDraft(
            full_name=self.name_edit.text(),
            relation=self.relation_edit.text(),
            phones=phones,
            email=self.email_edit.text(),
            language=self.language_edit.text(),
            needs_interpreter=ANSWERS[self.interpreter_box.currentData()],
            may_collect=ANSWERS[self.collect_control.chosen()],
            may_collect_until=self.until_edit.value(),
            may_receive_papers=ANSWERS[self.papers_control.chosen()],
            may_be_told=ANSWERS[self.told_control.chosen()],
            is_adult=ANSWERS[self.adult_control.chosen()],
            lives_with=ANSWERS[self.lives_control.chosen()],
            signs_consent=ANSWERS[self.consent_control.chosen()],
            id_seen_on=self.id_edit.value(),
            address=self.address_edit.text(),
            custody_note=self.custody_edit.toPlainText(),
            contact_note=self.contact_edit.text(),
            caregiver_id=self._caregiver.id if self._caregiver else None,
        )
        self._caseload.put_caregiver(self._child_id, draft, self.call_order)
