"""The plan for next time, a line each; it is the first thing shown at the next visit."""

from ot_desktop.notes.note_page import NotePage
from ui.notes.phrase_area import PhraseArea
from ui.notes.section import Section
from ui.widgets.badge import Badge


class PlanSection(Section):
    """One line is one thing to do."""

    def __init__(self) -> None:
        super().__init__(self.tr("Plan for next time"))
        self.head.addWidget(Badge(self.tr("Shown at the top next visit"), "info"))
        self.text_area = PhraseArea(
            self.tr("Plan for next time"), self.tr("One thing on each line"), lines=3
        )
        self.body.addWidget(self.text_area)
        self.text_area.textChanged.connect(self.changed)

    def show_page(self, page: NotePage) -> None:
        """Show the lines of the note."""
        self.show_told(page.content.session.plan)

    def go_to(self, index: int | None = None) -> None:
        """Go to a blank that was left, else to the first field."""
        if not self.text_area.go_to_first_blank():
            super().go_to(index)

    def show_told(self, lines: tuple[str, ...]) -> None:
        """Show these lines."""
        self.text_area.setPlainText("\n".join(lines))

    def show_copied(self, lines: tuple[str, ...]) -> None:
        """Show lines that Ctrl Z takes back."""
        self.text_area.replace_all("\n".join(lines))

    def add_line(self, line: str) -> None:
        """Add a line, once; Ctrl Z takes it back."""
        lines = [each for each in self.told() if each.strip()]
        if line not in lines:
            self.text_area.replace_all("\n".join((*lines, line)))

    def told(self) -> tuple[str, ...]:
        """Return the lines; empty ones between them stay while somebody is typing."""
        text = self.text_area.toPlainText()
        return tuple(text.split("\n")) if text else ()
