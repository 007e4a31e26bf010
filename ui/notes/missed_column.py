"""The short note of a visit that did not take place."""

from PySide6.QtWidgets import QWidget

from ot_desktop.notes.completeness import Part
from ot_desktop.notes.missed_visit import MissedVisit
from ot_desktop.notes.note_page import NotePage
from ui.notes.column import Column
from ui.notes.contact_plan import ContactPlan
from ui.notes.phrase_area import PhraseArea
from ui.notes.section import Section
from ui.widgets.field import line_edit
from ui.widgets.label import label


class WhySection(Section):
    """The reason, without blame."""

    def __init__(self) -> None:
        super().__init__(self.tr("Why the visit did not take place"))
        self.why_edit = line_edit(self.name, self.tr("Ill, no ride, at a wedding"))
        self.body.addWidget(self.why_edit)
        self.why_edit.textChanged.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Show the reason."""
        self.why_edit.setText(page.content.missed.why if page.content.missed else "")


class SaidSection(Section):
    """What came of it, where somebody was reached."""

    def __init__(self) -> None:
        super().__init__(self.tr("What was said, and with whom"), self.tr("Type ; for phrases"))
        self.text_area = PhraseArea(
            self.name, self.tr("Mother called at 8:10. He has a fever."), lines=4
        )
        self.body.addWidget(self.text_area)
        self.text_area.textChanged.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Show the words."""
        self.text_area.setPlainText(page.content.missed.said if page.content.missed else "")

    def go_to(self, index: int | None = None) -> None:
        """Go to a blank that was left, else to the first field."""
        if not self.text_area.go_to_first_blank():
            super().go_to(index)


class ContactSection(Section):
    """Becomes a call in Messages, and stands on Today until it is made."""

    def __init__(self) -> None:
        super().__init__(self.tr("When you will reach the family"), self.tr("Goes to Messages"))
        self.plan = ContactPlan()
        self.body.addWidget(self.plan)
        self.plan.changed.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Show the plan."""
        missed = page.content.missed or MissedVisit()
        self.plan.show_told(missed.contact_plan, missed.contact_on)

    def first_field(self) -> QWidget | None:
        """Go to the words first."""
        return self.plan.words_edit


class MissedColumn(Column):
    """Stands where the two columns of a session are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Visit that did not take place"), "calendar-off", parent=parent)
        self.head.addWidget(label(self.tr("A short contact note"), "small", "text-2"))
        self.why = WhySection()
        self.said = SaidSection()
        self.contact = ContactSection()
        self.put((self.why, self.said, self.contact))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections from top to bottom."""
        return (self.why, self.said, self.contact)

    @property
    def parts(self) -> dict[Part, Section]:
        """Where each part that signing asks for is filled in."""
        return {Part.WHY_MISSED: self.why, Part.CONTACT: self.contact, Part.SAID: self.said}

    def show_page(self, page: NotePage) -> None:
        """Show a missed visit's note."""
        for section in self.sections:
            section.show_page(page)

    def told(self) -> MissedVisit:
        """Return the note as it stands."""
        return MissedVisit(
            self.why.why_edit.text(),
            self.said.text_area.toPlainText(),
            self.contact.plan.plan(),
            self.contact.plan.day(),
        )
