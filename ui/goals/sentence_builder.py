"""Builds a goal's sentence of its parts: who, does what, with how much help, how, until when."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ot_desktop.caseload.goals import Coast
from ui.widgets.label import label


class SentenceBuilder(QWidget):
    """``made`` carries the sentence while its parts are typed."""

    made = Signal(str)

    def __init__(self, client: str) -> None:
        super().__init__()
        self._edits: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for line, (part, name, example) in enumerate(self._parts()):
            edit = QLineEdit()
            edit.setAccessibleName(name)
            edit.setPlaceholderText(example)
            grid.addWidget(label(name, "small", "text-2"), line, 0)
            grid.addWidget(edit, line, 1)
            edit.textEdited.connect(self._make)
            self._edits[part] = edit
        self._edits["client"].setText(client)
        self.setFocusProxy(self._edits["occupation"])

    def coast(self) -> Coast:
        """Return the parts; none while nobody has said what is done."""
        parts = Coast(**{part: edit.text().strip() for part, edit in self._edits.items()})
        return parts if parts.occupation else Coast()

    def show_coast(self, coast: Coast) -> None:
        """Show the parts of a goal that was built before."""
        for part, text in coast.parts().items():
            self._edits[part].setText(text)

    def edit(self, part: str) -> QLineEdit:
        """Return the field of a part, by its name in ``Coast``."""
        return self._edits[part]

    def _parts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("client", self.tr("Who"), ""),
            ("occupation", self.tr("Will do what"), self.tr("fasten 4 shirt buttons")),
            ("assistance", self.tr("With how much help"), self.tr("with one reminder")),
            ("conditions", self.tr("Under which conditions"), self.tr("on the shirt he wears")),
            ("timeline", self.tr("Until when"), self.tr("by July 17")),
        )

    @Slot()
    def _make(self) -> None:
        if sentence := self.coast().sentence():
            self.made.emit(sentence)
