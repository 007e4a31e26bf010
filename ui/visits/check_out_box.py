"""Says who brought the child; asks who takes the child home, unless that adult is in the room.

Whoever may not collect is refused, unless the owner says why.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.attendance import ATTENDED
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.scheduling.visit_day import VisitDay
from ot_desktop.scheduling.who_collects import Adult
from ot_desktop.services import Services
from ui.visits.visit_deeds import VisitDeeds
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.label import label

NOT_NOTED = 0


class CheckOutBox(QWidget):
    """``done`` carries the ``Deed``, ``refused`` why nothing was kept."""

    done = Signal(object)
    refused = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._deeds = VisitDeeds(services)
        self._session: ScheduledSession | None = None
        self._shown: tuple[object, ...] = ()
        self._adults: tuple[Adult, ...] = ()
        self._build()
        self.hide()
        self.button.clicked.connect(self.check_out)
        self.why_edit.returnPressed.connect(self.check_out)
        self.adult_combo.currentIndexChanged.connect(self._forgive)
        self.brought_combo.activated.connect(self._note_brought)

    def show_visit(self, session: ScheduledSession, visit: VisitDay, child: ChildPage) -> None:
        """Show who came; offer everybody on the list, whoever may not collect among them."""
        may_say = self._services.user.may(Permission.RUN_DAY)
        is_here = visit.now.status in ATTENDED or visit.now.status is SessionStatus.ARRIVED
        self.setVisible(is_here and may_say)
        if not is_here:
            self._session = None
            return
        self._session = session
        adults = tuple(
            Adult(each.id, each.full_name, each.may_collect, each.may_collect_until, each.is_adult)
            for each in child.caregivers
        )
        stayed = self._services.attendance.stayed(session.id)
        self._show_leaving(visit, stayed)
        shown = (session.id, adults, stayed, visit.brought_by_id)
        if shown != self._shown:
            self._shown, self._adults = shown, adults
            self._offer(adults, stayed, visit)

    def _show_leaving(self, visit: VisitDay, stayed: int | None) -> None:
        leaves = visit.left_at is None and visit.now.starts.date() == today()
        for each in (self.adult_field, self.button):
            each.setVisible(leaves)
        in_room = self.tr("{0} is in the room.").format(visit.brought_by)
        self.stayed_words.setText(in_room)
        self.stayed_words.setVisible(leaves and stayed is not None)

    def _offer(self, adults: Sequence[Adult], stayed: int | None, visit: VisitDay) -> None:
        self.adult_combo.clear()
        self.brought_combo.clear()
        self.brought_combo.addItem(self.tr("somebody else, or not noted"), NOT_NOTED)
        for each in adults:
            self.adult_combo.addItem(each.name, each.caregiver_id)
            self.brought_combo.addItem(each.name, each.caregiver_id)
        if visit.brought_by_id and self.brought_combo.findData(visit.brought_by_id) < 0:
            self.brought_combo.addItem(visit.brought_by or "", visit.brought_by_id)
        brought = self.brought_combo.findData(visit.brought_by_id or NOT_NOTED)
        self.brought_combo.setCurrentIndex(brought)
        self.adult_combo.setCurrentIndex(self.adult_combo.findData(stayed) if stayed else -1)
        self._forgive()

    def _build(self) -> None:
        self.brought_combo = ComboBox(self.tr("Brought by"))
        self.adult_combo = ComboBox(self.tr("Collected by"))
        self.adult_combo.setPlaceholderText(self.tr("Choose"))
        self.stayed_words = label("", "small", "text-2", wrap=True)
        self.adult_field = Field(self.tr("Collected by"), self.adult_combo)
        self.why_edit = QLineEdit()
        self.why_field = Field(self.tr("Why all the same?"), self.why_edit)
        self.button = Button(self.tr("Check out"), icon="logout", size="small")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Field(self.tr("Brought by"), self.brought_combo))
        for part in (self.stayed_words, self.adult_field, self.why_field):
            column.addWidget(part)
        column.addLayout(row)
        self.why_field.hide()

    @Slot()
    def check_out(self) -> None:
        """Note who takes the child home."""
        if self._session is None:
            return
        chosen = self.adult_combo.currentIndex()
        if chosen < 0:
            self._refuse(self.tr("Choose who takes the child home."), may_override=False)
            return
        try:
            deed = self._deeds.check_out(self._session, self._adults[chosen], self.why_edit.text())
        except ValidationError as error:
            is_owner = self._services.user.may(Permission.EDIT_USERS)
            self._refuse(" ".join(error.fields.values()), may_override=is_owner)
        except ClinicError as error:
            self.refused.emit(str(error))
        else:
            self.done.emit(deed)

    @Slot()
    def _note_brought(self) -> None:
        if self._session is None:
            return
        whom = self.brought_combo.currentData() or None
        try:
            self.done.emit(self._deeds.note_brought(self._session, whom))
        except ClinicError as error:
            self.refused.emit(str(error))

    def _refuse(self, sentence: str, *, may_override: bool) -> None:
        self.adult_field.set_problem(sentence)
        self.why_field.setVisible(may_override)
        if may_override:
            self.why_edit.setFocus()

    @Slot()
    def _forgive(self) -> None:
        self.adult_field.set_problem(None)
        self.why_edit.clear()
        self.why_field.hide()
