"""Dialogs, only for choices that cannot be undone: the title is the question, buttons are verbs."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label


class Dialog(QDialog):
    """Put content into ``body``. Esc and Enter take the safe choice; ``chosen`` says which."""

    def __init__(self, question: str, explanation: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self._safe = ""
        self.setModal(True)
        self.setWindowTitle(" ")  # the question is inside; a title bar may show names to a room
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        self.setProperty("ground", "surface")
        self.setMinimumWidth(theme().px(480))
        self.setMaximumWidth(theme().px(640))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(8)
        self.question = label(question, "h2", wrap=True)
        self._column.addWidget(self.question)
        self.explanation = label(explanation, "body", "text-2", wrap=True)
        if not explanation:
            self.explanation.hide()
        self._column.addWidget(self.explanation)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._column.addLayout(self.body, 1)
        self._column.addSpacing(8)
        self._buttons = FlowLayout(to_the_right=True)
        self._column.addLayout(self._buttons)

    def add_choice(
        self, key: str, text: str, kind: ButtonKind = "standard", *, safe: bool = False
    ) -> Button:
        """Add a verb. The safe one is the default and what Esc means; never the destructive one."""
        if safe and kind == "danger":
            raise ValueError("the destructive choice is never the default")
        button = Button(text, kind)
        button.setObjectName(key)
        self._buttons.addWidget(button)
        if safe:
            self._safe = key
            button.setDefault(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            button.setDefault(False)
        button.clicked.connect(self._take)
        return button

    def event(self, event: QEvent) -> bool:
        """Grow when a sentence or a field appears; wrapped words do not count as a minimum."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            needed = self._column.totalHeightForWidth(self.width())
            room = self.screen().availableSize().height()
            if needed > self.height():
                self.resize(self.width(), min(needed, room))
        return done

    def reject(self) -> None:
        """Esc and the window's close button choose the safe answer."""
        self.chosen = self._safe
        super().reject()

    @Slot()
    def _take(self) -> None:
        sender = self.sender()
        self.take(sender.objectName() if sender is not None else self._safe)

    def take(self, key: str) -> None:
        """Answer with ``key`` and close; dialogs that check their fields first override this."""
        self.chosen = key
        if key == self._safe:
            super().reject()
        else:
            self.accept()


def confirm(dialog: Dialog) -> str:
    """Show ``dialog`` over its parent until it is answered; return the key of the answer."""
    dialog.exec()
    return dialog.chosen
