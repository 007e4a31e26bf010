"""The head of the builder: whose program it is, what for, and whether it is saved."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.caseload.domain import initials
from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.home_programs.program_page import ProgramPage
from ui.shared.ages import age_text
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, IconButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label, set_tone
from ui.widgets.segmented import SegmentedControl
from ui.widgets.symbol import Symbol


class ProgramHead(QWidget):
    """``past_wanted`` asks for the programs given before."""

    past_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.avatar = Avatar("")
        row.addWidget(self.avatar)
        self.title_label = ElidedLabel("h1", "text", hug=True)
        row.addWidget(self.title_label)
        self.facts_label = ElidedLabel("body", "text-2")
        row.addWidget(self.facts_label, 1)
        self.saved_symbol = Symbol("check", "ok-text", 15)
        self.saved_label = label("", "small", "text-2")
        row.addWidget(self.saved_symbol)
        row.addWidget(self.saved_label)
        self.undo_button = IconButton("arrow-back-up", self.tr("Undo"))
        self.redo_button = IconButton("arrow-forward-up", self.tr("Redo"))
        self.past_button = Button(self.tr("Past programs"), icon="history", size="small")
        self.template_button = Button(self.tr("Save as template"), icon="template", size="small")
        self.template_button.setToolTip(self.tr("Ctrl S"))
        self.side_control = SegmentedControl(self.tr("Shown beside the library"), small=True)
        self.side_control.add("program", self.tr("Program"))
        self.side_control.add("preview", self.tr("Preview"))
        row.addWidget(self.side_control)
        for button in (
            self.undo_button,
            self.redo_button,
            self.past_button,
            self.template_button,
        ):
            row.addWidget(button)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.redo_button.clicked.connect(self.redo_wanted)
        self.past_button.clicked.connect(self.past_wanted)
        self.template_button.clicked.connect(self.template_wanted)
        self.show_saved(None)

    def show_page(self, page: ProgramPage, today: date) -> None:
        """Show whose program it is."""
        child = page.child
        self.avatar.show_person(initials(child.given_name, child.family_name))
        self.title_label.show_text(self.tr("Home program for {0}").format(child.first_name))
        facts = age_text(child.born_on, today)
        if page.goals:
            goals = ", ".join(goal.statement for goal in page.goals)
            facts = self.tr("{0}, goals: {1}").format(facts, goals)
        self.facts_label.show_text(facts)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the draft was saved, in the clinic's time."""
        self._show_state(
            "" if at is None else self.tr("Saved {0}").format(clock_text(wall_time(at))),
            "check",
            "ok-text",
        )

    def show_given(self, name: str) -> None:
        """Say that the family has these papers."""
        words = self.tr("Given to {0}").format(name) if name else self.tr("Given")
        self._show_state(words, "checks", "ok-text")

    def show_not_saved(self, why: str) -> None:
        """Say that the last change is not on the disk."""
        self._show_state(self.tr("Not saved: {0}").format(why), "alert-triangle", "danger-text")

    def _show_state(self, words: str, icon: str, tone: str) -> None:
        self.saved_label.setText(words)
        set_tone(self.saved_label, "danger-text" if tone == "danger-text" else "text-2")
        self.saved_symbol.show_icon(icon, tone)
        self.saved_symbol.setVisible(bool(words))
