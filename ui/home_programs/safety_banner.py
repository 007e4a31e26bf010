"""What the pages' safety box will say, shown before anything is printed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ot_desktop.caseload.domain import AlertKind
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.program_page import ProgramPage
from ui.widgets.label import lead_label, show_leads
from ui.widgets.symbol import Symbol


class SafetyBanner(QFrame):
    """An amber notice: lines from the child's alerts and from the activities."""

    def __init__(self) -> None:
        super().__init__()
        self.has_lines = False
        self.setProperty("banner", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(Symbol("alert-triangle", "warn-text"))
        self.words = lead_label()
        row.addWidget(self.words, 1)

    def show_lines(self, page: ProgramPage, draft: ProgramDraft) -> None:
        """Show what these pages will warn of."""
        titles = [alert.title for alert in page.child.alerts.of(AlertKind.ALLERGY)]
        added = page.facts.safety
        own = [
            line for planned in draft.activities for line in planned.words(page.facts.child).safety
        ]
        self.has_lines = bool(added or own)
        parts = []
        if added:
            what = self.tr("{0}: added to the safety box.").format(", ".join(titles))
            lead = what if titles else self.tr("Added to the safety box.")
            parts.append((lead, " ".join(added)))
        if own:
            parts.append((self.tr("Activities say:"), " ".join(dict.fromkeys(own))))
        show_leads(self.words, parts)
        self.setAccessibleName(" ".join(f"{lead} {text}" for lead, text in parts))
