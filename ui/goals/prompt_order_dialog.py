"""In which order a clinic sees its kinds of prompts, from least to most."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.goals.scales import PROMPT_WORDS, Prompt
from ot_desktop.goals.service import GoalService
from ui.shared.form_dialog import FormDialog
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.leaving import empty


class PromptOrderDialog(FormDialog):
    """The order is the clinic's own: nothing but convention says which prompt helps more."""

    def __init__(self, service: GoalService, parent: QWidget | None = None) -> None:
        question = QCoreApplication.translate("PromptOrderDialog", "Prompts, from least to most")
        verb = QCoreApplication.translate("PromptOrderDialog", "Keep this order")
        super().__init__(question, verb, parent)
        self._service = service
        self.prompts = list(service.prompts())
        self._arrows: dict[Prompt, list[IconButton]] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.form.addWidget(self._list)
        self.show_fields({})
        self._show()

    def put(self, prompt: Prompt, by: int) -> None:
        """Put a prompt further up or down and keep the keyboard on it."""
        place = self.prompts.index(prompt)
        new = max(0, min(len(self.prompts) - 1, place + by))
        self.prompts.insert(new, self.prompts.pop(place))
        self._show()
        both = self._arrows[prompt]
        button = both[by > 0] if both[by > 0].isEnabled() else both[by < 0]
        button.setFocus()

    def save(self) -> None:
        """Keep the order for everybody of the clinic."""
        self._service.order_prompts(self.prompts)

    def _show(self) -> None:
        empty(self._column)
        self._arrows.clear()
        for place, prompt in enumerate(self.prompts):
            self._column.addWidget(self._row(prompt, place))

    def _row(self, prompt: Prompt, place: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = PROMPT_WORDS[prompt]
        row.addWidget(label(f"{place + 1}  {words}", "body"), 1)
        for icon, name, by in (
            ("arrow-up", self.tr("Earlier: {0}"), -1),
            ("arrow-down", self.tr("Later: {0}"), 1),
        ):
            button = IconButton(icon, name.format(words), size="small")
            button.setEnabled(0 <= place + by < len(self.prompts))
            button.clicked.connect(partial(self.put, prompt, by))
            self._arrows.setdefault(prompt, []).append(button)
            row.addWidget(button)
        return line
