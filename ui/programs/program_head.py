"""The head of an intensive: its name, the steps, and what to do next."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.programs.step_rail import Step, StepRail
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.elided_label import ElidedLabel

_LEAST_NAME = 120
_RAIL_AT = 3  # after the name
_FIRST = 100  # takes the room up to its maximum before empty room does


class ProgramHead(QWidget):
    """A plan is gone on with at Solve and Adjust, and compared with others at Adjust."""

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self._may_plan = may_plan
        self.list_button = IconButton("list", self.tr("All intensives"))
        self.name_label = ElidedLabel("h1", "text")
        self.rail = StepRail()
        self.compare_button = Button(self.tr("Compare plans"), icon="git-compare")
        self.again_button = Button(self.tr("Solve again"), icon="refresh")
        self.publish_button = Button(self.tr("Publish"), icon="checks")
        self.main_button = Button("", "primary")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(20, 12, 20, 12)
        self._rows.setSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.list_button)
        self._row.addWidget(self.name_label, _FIRST)
        self._row.addSpacing(10)
        self._row.addWidget(self.rail)
        self._row.addStretch(1)
        for button in self._buttons():
            self._row.addWidget(button)
        self._rows.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the steps a line of their own where they have no room beside name and buttons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [each for each in self._buttons() if not each.isHidden()]
        needed = sum(each.sizeHint().width() + 8 for each in (self.list_button, self.rail, *shown))
        beside = needed + theme().px(_LEAST_NAME) + 2 * 20 <= self.width()
        if beside == (self._row.indexOf(self.rail) >= 0):
            return
        if beside:
            self._rows.removeWidget(self.rail)
            self._row.insertWidget(_RAIL_AT, self.rail)
        else:
            self._row.removeWidget(self.rail)
            self._rows.addWidget(self.rail)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.compare_button, self.again_button, self.publish_button, self.main_button)

    def show_name(self, name: str) -> None:
        """Show which intensive this is."""
        self.name_label.ensurePolished()
        self.name_label.setMaximumWidth(self.name_label.fontMetrics().horizontalAdvance(name) + 4)
        self.name_label.show_text(name)

    def show_main(self, words: str) -> None:
        """Name what the big button does; nothing hides it."""
        shown = words if self._may_plan else ""
        self.main_button.setText(shown)
        self.main_button.setToolTip(self.tr("Ctrl Enter"))
        self.main_button.setVisible(bool(shown))
        self.main_button.updateGeometry()

    def show_plan(self, step: Step, *, has_plan: bool) -> None:
        """Offer what can be done with a plan where one is looked at."""
        at_plan = has_plan and step in {Step.SOLVE, Step.ADJUST}
        self.compare_button.setVisible(at_plan and step is Step.ADJUST)
        self.again_button.setVisible(at_plan and self._may_plan)
        self.publish_button.setVisible(at_plan and self._may_plan)
        self.publish_button.set_kind("primary" if step is Step.ADJUST else "standard")
        self._fit()
