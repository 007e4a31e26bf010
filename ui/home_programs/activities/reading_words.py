"""The words of an activity to be read, as a family reads them: steps numbered, cues quoted."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.domain import filled
from ot_desktop.home_programs.domain import ActivityWords
from ui.home_programs.words import tr
from ui.widgets.label import label, lead_label, show_leads
from ui.widgets.symbol import Symbol


class ReadingWords(QWidget):
    """Shows one language."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.why, self.need = lead_label(), lead_label()
        column.addWidget(self.why)
        column.addWidget(self.need)
        column.addWidget(label(tr("What to do"), "body-strong"))
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(8)
        self._steps.setVerticalSpacing(4)
        self._steps.setColumnStretch(1, 1)
        column.addLayout(self._steps)
        column.addWidget(self._bubble())
        self.hard, self.easy = lead_label(), lead_label()
        column.addWidget(self.hard)
        column.addWidget(self.easy)
        self.safety = _Safety()
        column.addWidget(self.safety)

    def show_words(self, words: ActivityWords) -> None:
        """Show these, with a child called Sam where a name or pronoun belongs."""
        plain = filled(words)
        show_leads(self.why, [(tr("Why it helps"), plain.why)])
        show_leads(self.need, [(tr("You need"), plain.need)])
        self._show_steps(plain.steps)
        self.say.setText(f"“{plain.say}”")
        show_leads(self.hard, [(tr("Too hard?"), plain.too_hard)])
        show_leads(self.easy, [(tr("Too easy?"), plain.too_easy)])
        self.safety.show_lines(plain.safety)

    def _bubble(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", "note")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 7, 10, 7)
        row.addWidget(Symbol("message-2", "text-2", 16))
        self.say = label("", "body-strong", wrap=True)
        row.addWidget(self.say, 1)
        return frame

    def _show_steps(self, steps: tuple[str, ...]) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for number, step in enumerate(steps):
            self._steps.addWidget(label(str(number + 1), "body-strong", "accent-text"), number, 0)
            self._steps.addWidget(label(step, "body", wrap=True), number, 1)


class _Safety(QFrame):
    """The safety lines; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(8)
        row.addWidget(Symbol("alert-triangle", "danger-text", 16))
        self.words = label("", "body", wrap=True)
        row.addWidget(self.words, 1)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these."""
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))
