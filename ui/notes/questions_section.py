"""Questions and answers; an open question comes back at every visit until it is answered."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from ot_desktop.day_words import long_day
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import Question
from ui.notes.section import Section
from ui.widgets.button import Button
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class QuestionBox(QFrame):
    """One question with its answer."""

    def __init__(self, told: Question, section: Section) -> None:
        super().__init__()
        self._told = told
        self.setProperty("card", "note")
        self.asked_edit = line_edit(self.tr("Question"), self.tr("What the parent asks"))
        self.answer_edit = line_edit(self.tr("Answer"), self.tr("Empty: comes back next visit"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        lines = ((self.tr("Q"), self.asked_edit, told.asked),
                 (self.tr("A"), self.answer_edit, told.answer))  # fmt: skip
        for row, (words, edit, text) in enumerate(lines):
            edit.setProperty("compact", "true")
            edit.setText(text)
            grid.addWidget(label(words, "body-strong"), row, 0)
            grid.addWidget(edit, row, 1)
            edit.textChanged.connect(section.changed)
        if told.asked_on is not None:
            since = label(
                self.tr("Asked {0}").format(long_day(told.asked_on)), "caption", "warn-text"
            )
            grid.addWidget(since, 2, 1)

    def told(self) -> Question:
        """Return question and answer as typed."""
        return replace(self._told, asked=self.asked_edit.text(), answer=self.answer_edit.text())


class QuestionsSection(Section):
    """Any number of questions; those never filled in are not kept."""

    def __init__(self) -> None:
        super().__init__(self.tr("Questions and answers"))
        self.add_button = Button(self.tr("Add"), "link", icon="plus", size="small")
        self.add_button.setAccessibleName(self.tr("Add a question"))
        self.head.addWidget(self.add_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        self.boxes: list[QuestionBox] = []
        self.add_button.clicked.connect(self._add)

    def show_page(self, page: NotePage) -> None:
        """Show the questions of the note."""
        for box in self.boxes:
            take_away(box, self._column)
        self.boxes = []
        for question in page.content.parent.questions:
            self._put(question)

    def told(self) -> tuple[Question, ...]:
        """Return what was asked."""
        told = (box.told() for box in self.boxes)
        return tuple(one for one in told if one.asked.strip() or one.answer.strip())

    def go_to(self, index: int | None = None) -> None:
        """Go to the first open answer, or begin a question."""
        del index
        for box in self.boxes:
            if box.told().is_open:
                box.answer_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _add(self) -> None:
        box = self._put(Question(""))
        self.rebuilt.emit()
        box.asked_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, question: Question) -> QuestionBox:
        box = QuestionBox(question, self)
        self.boxes.append(box)
        self._column.addWidget(box)
        return box
