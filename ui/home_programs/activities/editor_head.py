"""The line above the activity that is written: the way back, how it stands, what to do next."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.clock import wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.home_programs.activities.domain import Entry
from ui.home_programs.words import tr
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.elided_label import ElidedLabel


class EditorHead(QWidget):
    """Buttons are the editor's to connect."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.back_button = Button(tr("Library"), "link", icon="arrow-left", size="small")
        row.addWidget(self.back_button)
        self.title = ElidedLabel("h1", "text", hug=True)
        row.addWidget(self.title)
        self.badge = Badge("", "warn")
        row.addWidget(self.badge)
        self.saved = ElidedLabel("small", "text-2")
        row.addWidget(self.saved, 1)
        self.aside_button = Button(tr("Put draft aside"))
        row.addWidget(self.aside_button)
        self.approve_button = Button(tr("Approve"), "primary", icon="check", keys="Ctrl ↵")
        row.addWidget(self.approve_button)

    def show_entry(self, entry: Entry | None) -> None:
        """Say whose activity it is and when the draft was saved."""
        draft = entry.draft if entry else None
        self.title.show_text(tr("New activity"))
        if entry is not None:
            self.title.show_text(entry.edited.words["en"].title or tr("New activity"))
        self.badge.setVisible(draft is not None)
        self.badge.show_badge(tr("Draft"), "warn")
        self.aside_button.setVisible(draft is not None)
        self.approve_button.setEnabled(draft is not None)
        if draft is not None:
            at = clock_text(wall_time(draft.written_at))
            self.saved.show_text(tr("Saved {0} by {1}").format(at, draft.written_by))
        elif entry is not None and entry.built_in is not None:
            self.saved.show_text(tr("Your first change makes the clinic’s own version."))
        else:
            self.saved.show_text(tr("Families do not get it until it is approved."))

    def show_unsaved(self) -> None:
        """Say that the last letters are not in the file yet."""
        self.saved.show_text(tr("Saving…"))
        self.approve_button.setEnabled(True)
