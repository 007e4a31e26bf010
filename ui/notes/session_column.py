"""The left half of the note: the session."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ot_desktop.notes.completeness import Part
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.session_part import SessionPart
from ui.notes.column import Column
from ui.notes.did_section import DidSection
from ui.notes.goals_section import GoalsSection
from ui.notes.plan_section import PlanSection
from ui.notes.section import Section
from ui.notes.visit_sections import ChildWasSection, TimeSection
from ui.widgets.button import Button


class SessionColumn(Column):
    """What the therapist writes alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Session"), "clipboard-text", parent=parent)
        self.copy_button = Button(
            self.tr("Copy last note"), "link", icon="copy", keys="Ctrl D", size="small"
        )
        self.copy_button.setToolTip(
            self.tr("What we did and the plan; never scores or the parent’s words")
        )
        self.head.addWidget(self.copy_button)
        self.goals = GoalsSection()
        self.did = DidSection()
        self.child_was = ChildWasSection()
        self.time = TimeSection()
        self.plan = PlanSection()
        self._told = SessionPart()
        self.put(self.sections)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections from top to bottom."""
        return (self.goals, self.did, self.child_was, self.time, self.plan)

    @property
    def parts(self) -> dict[Part, Section]:
        """Where each part that signing asks for is filled in."""
        return {Part.GOALS: self.goals, Part.DID: self.did, Part.PLAN: self.plan}

    def show_page(self, page: NotePage) -> None:
        """Show the therapist's half of a note."""
        self._told = page.content.session
        for section in self.sections:
            section.show_page(page)
        self.copy_button.setEnabled(page.last_note is not None)

    def show_copied(self, session: SessionPart) -> None:
        """Show what was copied from the last note; goals and time stay."""
        self.did.show_copied(session.did)
        self.plan.show_copied(session.plan)

    def told(self) -> SessionPart:
        """Return the therapist's half as it stands."""
        return replace(
            self._told,
            goals=self.goals.told(),
            did=self.did.told(),
            child_was=self.child_was.told(),
            time=self.time.told(),
            plan=self.plan.told(),
        )
