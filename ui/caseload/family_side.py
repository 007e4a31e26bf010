"""Beside a child's people: what the family told of home, training, the look in drawings."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.look_card import LookCard
from ui.caseload.training_card import TrainingCard
from ui.shared.about_home import AboutHome
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.scrolling import smooth

_WIDTH = 400
_BAR = 10  # room for the scroll bar


class FamilySide(QScrollArea):
    """Kept while the people beside it are shown anew, with what is typed in it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        smooth(self, name=self.tr("Training and home"))
        self._over_time = services.over_time
        may_edit = services.user.may(Permission.WRITE_NOTE)
        self.training = TrainingCard()
        self.about = AboutHome(services.about_home, may_edit=may_edit)
        home = Card(self.tr("About home"), icon="home")
        home.add(self.about)
        may_draw = services.user.may(Permission.EDIT_HOME_PROGRAM)
        self.look = LookCard(services.own_looks, may_edit=may_draw)
        inside = QWidget()
        inside.setProperty("ground", "window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, _BAR, 0)
        column.setSpacing(12)
        for card in (home, self.training, self.look):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
        theme().changed.connect(self._fit)
        self._fit()

    def show_child(self, child: ChildPage) -> None:
        """Show another child, or the same one after a change."""
        self.training.show_training(self._over_time.training(child.id))
        self.about.show_child(child.id, child.caregivers)
        self.look.show_child(child)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(min(theme().px(_WIDTH), _WIDTH + 120))
