"""One part of the note: its name, a hint, what is filled in, and what it still needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.notes.note_page import NotePage
from ui.widgets.label import label, rule
from ui.widgets.symbol import Symbol


class Section(QWidget):
    """Sections stand under each other in a column, with a thin line between them.

    ``plain_name`` is what Parent view calls it. ``changed`` comes with every answer; ``rebuilt``
    when fields came or went, so that the Tab order can be set anew. ``body`` takes the fields.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.plain_name = name
        self.setAccessibleName(name)
        self.name_label = label(name, "label", "text")
        self.hint = label(hint, "small", "text-2")
        self.head = QHBoxLayout()
        self.head.setSpacing(7)
        self.head.addWidget(self.name_label)
        self.head.addStretch(1)
        self.head.addWidget(self.hint)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._problem = label("", "small", "danger-text", wrap=True)
        self._problem_row = QWidget()
        self._lay_out()
        # As high as its fields need and no higher, whatever room the column has.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_page(self, page: NotePage) -> None:
        """Show what the note says of this part."""
        raise NotImplementedError

    def speak_plainly(self, *, on: bool) -> None:
        """Say the name in the family's words, and the hint for the therapist no more."""
        self.name_label.setText(self.plain_name if on else self.name)
        self.hint.setVisible(not on)

    def first_field(self) -> QWidget | None:
        """Return where the cursor goes when somebody jumps here."""
        return next((field for field in fields_of(self.body) if field.isEnabled()), None)

    def go_to(self, index: int | None = None) -> None:
        """Put the cursor into the first field; sections with rows go to row ``index``."""
        del index
        if (field := self.first_field()) is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say beside the fields what is missing; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem_row.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    @property
    def problem(self) -> str:
        """The sentence shown now, or an empty text."""
        return self._problem.text() if not self._problem_row.isHidden() else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 8, 14, 9)
        inner.setSpacing(5)
        inner.addLayout(self.head)
        inner.addWidget(self._problem_row)
        inner.addLayout(self.body)
        line = QHBoxLayout(self._problem_row)
        line.setContentsMargins(0, 0, 0, 2)
        line.setSpacing(5)
        sign = Symbol("alert-circle", "danger-text", 15)
        line.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._problem, 1)
        self._problem_row.hide()
        column.addLayout(inner)
        column.addWidget(rule())


def fields_of(layout: QLayout) -> list[QWidget]:
    """Return every field of ``layout`` that Tab can reach, in the order they are seen."""
    found: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            found += fields_of(inner)
        elif widget is not None and not widget.isHidden():
            found += _fields_in(widget)
    return found


def _fields_in(widget: QWidget) -> list[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        return [widget]
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    inner = inside.layout() if inside is not None else None
    return fields_of(inner) if inner is not None else []
