"""Step 5: how the children come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.access.step import Step
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class Way(QFrame):
    """One way, with what it means and its button."""

    def __init__(self, icon: str, name: str, meaning: str, verb: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.button = Button(verb)
        self.button.setAccessibleDescription(meaning)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, "h3"))
        words.addWidget(label(meaning, "body", "text-2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(Symbol(icon, "accent", 22), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button)


class ChildrenStep(Step):
    """Each way finishes the first run; so does going on with an empty caseload."""

    import_chosen = Signal()
    add_chosen = Signal()
    demo_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Your children"), self.tr("You can do each of these later, too."))
        self.import_way = Way(
            "file-import",
            self.tr("Bring your caseload over"),
            self.tr("From a CSV or Excel file. You see what happens before anything is saved."),
            self.tr("Import a file"),
        )
        self.add_way = Way(
            "user-plus",
            self.tr("Add one child"),
            self.tr("Name and date of birth are enough to begin."),
            self.tr("Add a child"),
        )
        self.demo_way = Way(
            "lego",
            self.tr("Look around first"),
            self.tr("A sample clinic of made-up people, in its own folder. Yours stays empty."),
            self.tr("Open the sample"),
        )
        for way in (self.import_way, self.add_way, self.demo_way):
            self.body.addWidget(way)
        self.import_way.button.clicked.connect(self.import_chosen)
        self.add_way.button.clicked.connect(self.add_chosen)
        self.demo_way.button.clicked.connect(self.demo_chosen)

    def next_words(self) -> str:
        """Go on without children."""
        return self.tr("Start with an empty caseload")

    def take_focus(self) -> None:
        """Start with the usual way."""
        self.import_way.button.setFocus()
