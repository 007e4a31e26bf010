"""The people around a child, in call order, and what each may do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Caregiver, ChildPage
from ot_desktop.day_words import dated
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.caregiver_dialog import answer_words
from ui.caseload.training_card import TrainingCard
from ui.shared.about_home import AboutHome
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.scrolling import scroller, smooth

_RIGHT = 400


class CaregiverCard(Card):
    """One caregiver; ``change_wanted`` and ``take_off_wanted`` carry their id."""

    change_wanted = Signal(int)
    take_off_wanted = Signal(int)

    def __init__(self, place: int, caregiver: Caregiver, *, may_edit: bool) -> None:
        relation = f", {caregiver.relation}" if caregiver.relation else ""
        super().__init__(f"{place}. {caregiver.full_name}{relation}")
        self._id = caregiver.id
        self.title.setWordWrap(True)
        self.head.setStretchFactor(self.title, 100)
        self.add(FactsGrid(self._facts(caregiver)))
        if may_edit:
            self._add_buttons(caregiver.full_name)

    def _facts(self, caregiver: Caregiver) -> list[tuple[str, str]]:
        interpreter = {True: self.tr(", interpreter needed"), False: "", None: ""}
        collect = answer_words(caregiver.may_collect)
        if caregiver.may_collect and caregiver.may_collect_until:
            collect += self.tr(" until {0}").format(dated(caregiver.may_collect_until))
        language = caregiver.language + interpreter[caregiver.needs_interpreter]
        facts = [
            (self.tr("Phone"), "\n".join(phone.number for phone in caregiver.phones)),
            (self.tr("Email"), caregiver.email),
            (self.tr("Best way"), caregiver.contact_note),
            (self.tr("Language"), language),
            (self.tr("May collect"), collect),
            (self.tr("May be told"), answer_words(caregiver.may_be_told)),
            (self.tr("May receive papers"), answer_words(caregiver.may_receive_papers)),
            (self.tr("Custody"), caregiver.custody_note),
        ]
        return [(name, words) for name, words in facts if words]

    def _add_buttons(self, name: str) -> None:
        row = QHBoxLayout()
        self.change_button = Button(self.tr("Change"), icon="pencil", size="small")
        self.change_button.setAccessibleName(self.tr("Change {0}").format(name))
        self.take_off_button = Button(self.tr("Take off the list"), "link", size="small")
        self.take_off_button.setAccessibleName(self.tr("Take {0} off the list").format(name))
        self.change_button.clicked.connect(self._change)
        self.take_off_button.clicked.connect(self._take_off)
        row.addWidget(self.change_button)
        row.addWidget(self.take_off_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _change(self) -> None:
        self.change_wanted.emit(self._id)

    def _take_off(self) -> None:
        self.take_off_wanted.emit(self._id)


class FamilyTab(QWidget):
    """The people at the left; at the right what they were shown, and what they told of home."""

    add_wanted = Signal()
    change_wanted = Signal(int)
    take_off_wanted = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        may = services.user.may
        self._may_edit = may(Permission.EDIT_CHILD)
        self._over_time = services.over_time
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._people = QScrollArea(self)
        smooth(self._people, name=self.tr("Family and contacts"))
        row.addWidget(self._people, 1)
        self.training: TrainingCard | None = None
        if may(Permission.SEE_NOTES):
            self.training = TrainingCard()
            self.about = AboutHome(services.about_home, may_edit=may(Permission.WRITE_NOTE))
            row.addWidget(self._right_side(self.training, self.about))

    def show_child(self, child: ChildPage) -> None:
        """Show another child, or the same one after a change."""
        holder = QWidget()
        holder.setProperty("ground", "window")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if child.caregivers:
            for place, caregiver in enumerate(child.caregivers, start=1):
                card = CaregiverCard(place, caregiver, may_edit=self._may_edit)
                card.change_wanted.connect(self.change_wanted)
                card.take_off_wanted.connect(self.take_off_wanted)
                column.addWidget(card)
        else:
            column.addWidget(
                EmptyState(
                    "users",
                    self.tr("Nobody is listed yet."),
                    self.tr("Add who brings the child, who is called first, who may collect."),
                )
            )
        if self._may_edit:
            add = Button(self.tr("Add a caregiver"), icon="user-plus")
            add.clicked.connect(self.add_wanted)
            column.addWidget(add)
        column.addStretch(1)
        self._people.setWidget(holder)
        if self.training is not None:
            self.training.show_training(self._over_time.training(child.id))
            self.about.show_child(child.id, child.caregivers)

    def _right_side(self, training: TrainingCard, about: AboutHome) -> QScrollArea:
        home = Card(self.tr("About home"), icon="home")
        home.add(about)
        inside = QWidget()
        inside.setProperty("ground", "window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(training)
        column.addWidget(home)
        column.addStretch(1)
        area = scroller(inside, name=self.tr("Training and home"))
        area.setMinimumWidth(theme().px(_RIGHT))
        area.setMaximumWidth(theme().px(_RIGHT))
        return area
