"""The right half of the note: with the parent."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.completeness import Part
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import ParentPart
from ui.notes.column import Column
from ui.notes.cue_section import CueSection
from ui.notes.home_section import HomeSection
from ui.notes.questions_section import QuestionsSection
from ui.notes.said_sections import SaidSection, TeachBackSection
from ui.notes.section import Section
from ui.notes.shown_section import ShownSection
from ui.notes.who_section import WhoSection
from ui.widgets.label import label


class ParentColumn(Column):
    """The therapist and the parent fill it in together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("With the parent"), "users-group", "accent-text", parent)
        self.setProperty("card", "parent")
        self._hint = label(self.tr("Fill in together, parent can read along"), "small", "text-2")
        self.head.addWidget(self._hint)
        self.who = WhoSection()
        self.home = HomeSection()
        self.shown = ShownSection()
        self.teach_back = TeachBackSection()
        self.questions = QuestionsSection()
        self.cues = CueSection()
        self.said = SaidSection()
        self._told = ParentPart()
        self._name_plainly()
        self.put(self.sections)
        self.who.changed.connect(self._tell_who)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections from top to bottom."""
        return (
            self.who, self.home, self.shown, self.teach_back, self.questions, self.cues, self.said,
        )  # fmt: skip

    @property
    def parts(self) -> dict[Part, Section]:
        """Where each part that signing asks for is filled in."""
        return {
            Part.WHO: self.who,
            Part.AT_HOME: self.home,
            Part.SHOWN: self.shown,
            Part.TEACH_BACK: self.teach_back,
        }

    def show_page(self, page: NotePage) -> None:
        """Show the parent's half of a note."""
        self._told = page.content.parent
        for section in self.sections:
            section.show_page(page)

    def told(self) -> ParentPart:
        """Return the parent's half as it stands."""
        return replace(
            self._told,
            who=self.who.told(),
            at_home=self.home.told(),
            shown=self.shown.told(),
            teach_back=self.teach_back.told(),
            questions=self.questions.told(),
            cue_words=self.cues.told(),
            said=self.said.told(),
            win_of_the_day=self.said.win(),
        )

    def speak_plainly(self, *, on: bool) -> None:
        """Speak to the family instead of about it, for as long as they read alone."""
        self.title.setText(self.tr("Together with you") if on else self.accessibleName())
        self._hint.setVisible(not on)
        for section in self.sections:
            section.speak_plainly(on=on)

    def _name_plainly(self) -> None:
        self.who.plain_name = self.tr("Who is here today?")
        self.home.plain_name = self.tr("How did practice at home go?")
        self.shown.plain_name = self.tr("What we showed you today")
        self.teach_back.plain_name = self.tr("Show us how you will do it at home")
        self.questions.plain_name = self.tr("What do you want to ask?")
        self.cues.plain_name = self.tr("Words that work")
        self.said.plain_name = self.tr("What do you want us to know?")

    @Slot()
    def _tell_who(self) -> None:
        who = self.who.told()
        self.home.set_people(who)
        self.shown.set_people(who)
