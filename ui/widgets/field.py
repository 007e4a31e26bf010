"""A field: label above the editor, below it what is wrong and how to fix it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.icons import set_icon
from ui.widgets.label import label, restyle, set_tone
from ui.widgets.symbol import Symbol


class Field(QWidget):
    """Wraps any editor. The label is its buddy and its accessible name."""

    def __init__(
        self, name: str, editor: QWidget, *, optional: bool = False, hint: str = ""
    ) -> None:
        super().__init__()
        self.editor = editor
        self._label = label(name, "label")
        self._label.setBuddy(_focusable(editor))
        self._sign = Symbol("alert-circle", "danger-text", 13)
        self._message = label("", "small", "danger-text", wrap=True)
        self._inside: QAction | None = None
        self._hint = label(hint, "small", "text-3", wrap=True)
        self._name_editor(name)
        self._build(optional=optional)
        self._show_message("", "danger-text")
        line = _focusable(editor)
        if isinstance(line, QLineEdit):
            line.textEdited.connect(self._forgive)

    @property
    def problem(self) -> str:
        """The sentence shown in red, or nothing."""
        return self._message.text() if self._sign.isVisibleTo(self) else ""

    def set_problem(self, sentence: str | None) -> None:
        """Show what to fix, with a red border, an icon and the sentence; None takes it away."""
        self._mark(problem=bool(sentence))
        self._sign.show_icon("alert-circle", "danger-text")
        self._show_message(sentence or "", "danger-text", sign=bool(sentence))

    def set_warning(self, sentence: str | None) -> None:
        """Show a soft limit in amber; it never blocks saving."""
        self._mark(problem=False)
        self._show_message(sentence or "", "warn-text")

    @Slot()
    def _forgive(self) -> None:
        """Take the sentence away while it is being put right; the next try checks again."""
        if self.problem:
            self.set_problem(None)

    def _build(self, *, optional: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(self._label)
        if optional:
            head.addWidget(label(self.tr("(optional)"), "small", "text-3"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.editor)
        below = QHBoxLayout()
        below.setSpacing(5)
        sign = QVBoxLayout()  # lowers the icon to the middle of the first line
        sign.setContentsMargins(0, 3, 0, 0)
        sign.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        below.addLayout(sign)
        below.addWidget(self._message, 1)
        column.addLayout(below)
        column.addWidget(self._hint)
        self._hint.setVisible(bool(self._hint.text()))

    def _name_editor(self, name: str) -> None:
        for part in {self.editor, _focusable(self.editor)}:
            if not part.accessibleName():
                part.setAccessibleName(name)

    def _show_message(self, sentence: str, tone: str, *, sign: bool = False) -> None:
        self._message.setText(sentence)
        set_tone(self._message, tone)
        self._message.setVisible(bool(sentence))
        self._sign.setVisible(sign)
        _focusable(self.editor).setAccessibleDescription(sentence)

    def _mark(self, *, problem: bool) -> None:
        for part in {self.editor, _focusable(self.editor)}:
            part.setProperty("problem", "true" if problem else "false")
            restyle(part)
        self._sign_inside(problem=problem)

    def _sign_inside(self, *, problem: bool) -> None:
        """Put the icon into a line editor, where the eye is."""
        line = _focusable(self.editor)
        if self._inside is None and problem and type(line) is QLineEdit and not line.actions():
            self._inside = QAction(self.tr("Look at this field again"), self)
            set_icon(self._inside, "alert-circle", "danger-text", 16)
            line.addAction(self._inside, QLineEdit.ActionPosition.TrailingPosition)
        if self._inside is not None:
            self._inside.setVisible(problem)


class FormProblems:
    """Puts the sentences of a refused form beside its fields and goes to the first one."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._fields = dict(fields)

    def clear(self) -> None:
        """Take all sentences away, before the next try."""
        for field in self._fields.values():
            field.set_problem(None)

    def show(self, problems: Mapping[str, str]) -> list[str]:
        """Show ``ValidationError.fields``; return the sentences that belong to no field here."""
        self.clear()
        for name, sentence in problems.items():
            if name in self._fields:
                self._fields[name].set_problem(sentence)
        first = next((name for name in self._fields if name in problems), None)
        if first is not None:
            _focusable(self._fields[first].editor).setFocus(Qt.FocusReason.OtherFocusReason)
        return [sentence for name, sentence in problems.items() if name not in self._fields]


def _focusable(editor: QWidget) -> QWidget:
    """Return the part that takes the keyboard: composite editors have a focus proxy."""
    proxy = editor.focusProxy()
    return proxy if proxy is not None else editor


def line_edit(name: str, placeholder: str = "") -> QLineEdit:
    """Return a one-line editor with its accessible name."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made
