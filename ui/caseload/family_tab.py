"""The people around a child, in call order, and what each may do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.caseload.document import Document
from ot_desktop.caseload.domain import Caregiver, ChildPage
from ot_desktop.day_words import dated
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.caseload.caregiver_dialog import answer_words
from ui.caseload.family_side import FamilySide
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.scrolling import smooth


class CaregiverCard(Card):
    """One caregiver; ``document_wanted`` carries a document about them, the others their id."""

    change_wanted = Signal(int)
    take_off_wanted = Signal(int)
    earlier_wanted = Signal(int)
    document_wanted = Signal(int)

    def __init__(
        self,
        place: int,
        caregiver: Caregiver,
        documents: Sequence[Document] = (),
        *,
        may_edit: bool,
    ) -> None:
        relation = f", {caregiver.relation}" if caregiver.relation else ""
        super().__init__(f"{place}. {caregiver.full_name}{relation}")
        self._id = caregiver.id
        self.title.setWordWrap(True)
        self.head.setStretchFactor(self.title, 100)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for facts in (self._contact(caregiver), self._rights(caregiver)):
            grid = FactsGrid([(name, words) for name, words in facts if words])
            sides.addWidget(grid, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(sides)
        for each in documents:
            self._add_document(each)
        if may_edit:
            self._add_buttons(caregiver.full_name, place)

    def _contact(self, caregiver: Caregiver) -> list[tuple[str, str]]:
        interpreter = {True: self.tr(", interpreter needed"), False: "", None: ""}
        language = caregiver.language + interpreter[caregiver.needs_interpreter]
        return [
            (self.tr("Phone"), "\n".join(phone.number for phone in caregiver.phones)),
            (self.tr("Email"), caregiver.email),
            (self.tr("Best way"), caregiver.contact_note),
            (self.tr("Language"), language),
            (self.tr("Lives with the child"), answer_words(caregiver.lives_with)),
            (self.tr("Address"), caregiver.address),
            (self.tr("18 or older"), answer_words(caregiver.is_adult)),
        ]

    def _rights(self, caregiver: Caregiver) -> list[tuple[str, str]]:
        collect, seen = answer_words(caregiver.may_collect), caregiver.id_seen_on
        if caregiver.may_collect and caregiver.may_collect_until:
            collect += self.tr(" until {0}").format(dated(caregiver.may_collect_until))
        no_id = self.tr("not seen yet") if caregiver.may_collect else ""
        return [
            (self.tr("May collect"), collect),
            (self.tr("ID seen"), dated(seen) if seen else no_id),
            (self.tr("May be told"), answer_words(caregiver.may_be_told)),
            (self.tr("May receive papers"), answer_words(caregiver.may_receive_papers)),
            (self.tr("Signs consent"), answer_words(caregiver.signs_consent)),
            (self.tr("Custody"), caregiver.custody_note),
        ]

    def _add_document(self, document: Document) -> None:
        day = f", {dated(document.dated_on)}" if document.dated_on else ""
        words = self.tr("{0}{1}: open the scan").format(document.kind.words, day)
        button = Button(words, "link", icon="file-text", size="small")
        button.clicked.connect(partial(self.document_wanted.emit, document.id))
        self.body.addWidget(button)

    def _add_buttons(self, name: str, place: int) -> None:
        row = QHBoxLayout()
        self.change_button = Button(self.tr("Change"), icon="pencil", size="small")
        self.change_button.setAccessibleName(self.tr("Change {0}").format(name))
        self.take_off_button = Button(self.tr("Take off the list"), "link", size="small")
        self.take_off_button.setAccessibleName(self.tr("Take {0} off the list").format(name))
        self.change_button.clicked.connect(self._change)
        self.take_off_button.clicked.connect(self._take_off)
        row.addWidget(self.change_button)
        if place > 1:
            earlier = Button(self.tr("Call earlier"), icon="arrow-up", size="small")
            earlier.setAccessibleName(self.tr("Call {0} earlier").format(name))
            earlier.clicked.connect(self._call_earlier)
            row.addWidget(earlier)
        row.addWidget(self.take_off_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _change(self) -> None:
        self.change_wanted.emit(self._id)

    def _call_earlier(self) -> None:
        self.earlier_wanted.emit(self._id)

    def _take_off(self) -> None:
        self.take_off_wanted.emit(self._id)


class HouseholdCard(Card):
    """Where the child lives and with whom, and what the family says it can do at home."""

    def __init__(self, child: ChildPage, *, may_edit: bool) -> None:
        super().__init__(
            _tr("Household"), action=_tr("Change practice minutes") if may_edit else ""
        )
        facts = (
            (self.tr("Address"), child.address or self.tr("not asked")),
            (self.tr("Siblings"), ", ".join(each.full_name for each in child.siblings)),
            (self.tr("Practice"), self._practice(child)),
            (self.tr("Available"), child.availability),
            (self.tr("Notes"), child.about),
        )
        self.add(FactsGrid([(name, words) for name, words in facts if words]))

    def _practice(self, child: ChildPage) -> str:
        told = child.practice
        if told is None:
            return self.tr("not asked")
        minutes = (
            f"{told.min_minutes}–{told.max_minutes}"
            if told.min_minutes != told.max_minutes
            else f"{told.max_minutes}"
        )
        words = self.tr("{0} min a day, {1} days a week").format(minutes, told.days)
        said = self.tr("said by {0}").format(told.said_by) if told.said_by else ""
        return ", ".join(filter(None, (words, said, dated(told.said_on))))


def _tr(words: str) -> str:
    return QCoreApplication.translate("FamilyTab", words)


class FamilyTab(QWidget):
    """The people at the left; at the right what they were shown, and what they told of home."""

    add_wanted = Signal()
    change_wanted = Signal(int)
    take_off_wanted = Signal(int)
    earlier_wanted = Signal(int)
    document_wanted = Signal(int)
    minutes_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._may_edit = services.user.may(Permission.EDIT_CHILD)
        self._people = QScrollArea(self)
        smooth(self._people, name=self.tr("Family and contacts"))
        self.side: FamilySide | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._people, 1)
        if services.user.may(Permission.SEE_NOTES):
            self.side = FamilySide(services)
            row.addWidget(self.side)

    def show_child(self, child: ChildPage, documents: Sequence[Document] = ()) -> None:
        """Show another child, or the same one after a change."""
        holder = QWidget()
        holder.setProperty("ground", "window")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if child.caregivers:
            for place, caregiver in enumerate(child.caregivers, start=1):
                theirs = [each for each in documents if each.caregiver_id == caregiver.id]
                card = CaregiverCard(place, caregiver, theirs, may_edit=self._may_edit)
                card.document_wanted.connect(self.document_wanted)
                card.earlier_wanted.connect(self.earlier_wanted)
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
        household = HouseholdCard(child, may_edit=self._may_edit)
        if household.action_button is not None:
            household.action_button.clicked.connect(self.minutes_wanted)
        column.addWidget(household)
        column.addStretch(1)
        self._people.setWidget(holder)
        if self.side is not None:
            self.side.show_child(child)
