"""One visit beside whatever page is shown: how it stands, whom to call, where to go from here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.alternatives import Alternative
from ot_desktop.scheduling.attendance import MISSED, Outcome
from ot_desktop.scheduling.domain import InterpreterUse, ScheduledSession, SessionStatus
from ot_desktop.scheduling.first_check_in import AllergiesNotAsked
from ot_desktop.scheduling.visit_day import VisitDay
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.shared.alert_strip import AlertStrip
from ui.visits.allergy_dialog import ask_allergies
from ui.visits.check_out_box import CheckOutBox
from ui.visits.contacts_box import ContactsBox
from ui.visits.desk_note import DeskNote
from ui.visits.interpreter_use import InterpreterUseBox
from ui.visits.make_up_box import MakeUpBox
from ui.visits.panel_frame import PanelFrame
from ui.visits.sibling_question import SiblingQuestion
from ui.visits.status_box import StatusBox
from ui.visits.undoing import Deed
from ui.visits.visit_deeds import VisitDeeds
from ui.visits.visit_foot import VisitFoot
from ui.visits.visit_head import VisitHead
from ui.visits.visit_moment import MEANS, Say
from ui.visits.visit_words import when_words
from ui.widgets.label import label, rule

_NEXT = 3
_CANCELLED = MISSED - {SessionStatus.NO_SHOW}


class VisitPanel(PanelFrame):
    """``done`` carries a sentence for the toast and the ``Deed``; the others a visit or a child."""

    done = Signal(str, object)
    move_wanted = Signal(int)
    make_up_wanted = Signal(int)
    change_wanted = Signal(int)
    log_wanted = Signal(int)
    child_wanted = Signal(int)
    print_wanted = Signal(int)
    sheet_wanted = Signal(int)

    def __init__(self, services: Services) -> None:
        self.foot = VisitFoot()
        self.alerts = AlertStrip(stacked=True)
        self.alerts.setContentsMargins(14, 12, 14, 6)
        super().__init__(self.tr("Visit"), self.tr("Close visit"), self.foot, self.alerts)
        self._services = services
        self._deeds = VisitDeeds(services)
        self.session: ScheduledSession | None = None
        self._build()
        self._connect()

    def show_visit(self, session_id: int) -> None:
        """Show a visit; raises ``NotFound``."""
        is_other = self.session is None or self.session.id != session_id
        if is_other:
            self.flush()
            self.sibling_question.forget()
        session = self._services.scheduling.session(session_id)
        visit = self._services.attendance.visit(session_id)
        child = self._services.caseload.banner(session.child_id)
        self.session = session
        self.title.setText(child.full_name)
        self.alerts.show_alerts(child, today())
        self.head.show_visit(session, child, today())
        self._show_standing(visit)
        self.check_out_box.show_visit(session, visit, child)
        self.contacts.show_child(child, today())
        self._show_next(session)
        self.note.show_visit(session, visit.desk_note)
        user = self._services.user
        self.interpreter_box.show_visit(session, may_say=user.may(Permission.RUN_DAY))
        self.foot.show_visit(session, user, now_local())

    def take_focus(self) -> None:
        """Put the keyboard on what is likeliest done next."""
        shown = [each for each in self.status_box.buttons.values() if not each.isHidden()]
        primary = [each for each in shown if each.property("kind") == "primary"]
        other = self.make_up_box.other_button
        again = [other] if not other.isHidden() else []
        first = (again + primary + shown + [self.close_button])[0]
        first.setFocus()
        QTimer.singleShot(0, first, lambda: self._show_from_top(first))

    def _show_from_top(self, focused: QWidget) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        if self.isAncestorOf(focused) and focused is not self.close_button:
            self.scroller.ensureWidgetVisible(focused, 0, 12)

    # What is shown.

    def _show_standing(self, visit: VisitDay) -> None:
        user, policy, now = self._services.user, self._services.attendance.policy(), now_local()
        may_say = user.may(Permission.RUN_DAY)
        self.status_box.show_visit(visit, policy, now, may_say=may_say)
        self.make_up_box.show_visit(visit)

    def _show_next(self, session: ScheduledSession) -> None:
        found = self._services.scheduling.next_sessions(session.child_id, _NEXT + 1)
        ahead = [each for each in found if each.id != session.id][:_NEXT]
        lines = [f"{when_words(each, today())}, {each.therapist_name}" for each in ahead]
        self.next_words.setText("\n".join(lines) or self.tr("No other visit is booked."))

    # Saying what became of it.

    @Slot(object)
    def _say(self, say: Say) -> None:
        session = self._shown()
        if say in (Say.CHECK_IN, Say.NOT_HERE, Say.CONFIRM):
            self._do(partial(self._deeds.say, session, say))
        else:
            self._record(Outcome(MEANS[say]))

    @Slot()
    def _give(self) -> None:
        form = self.status_box.form
        form.problems.clear()
        try:
            self._record(form.outcome())
        except ValidationError as error:
            self.status_box.notice.say(" ".join(form.problems.show(error.fields)))

    @Slot()
    def _show_form(self) -> None:
        form = self.status_box.form
        # Once it has its place.
        QTimer.singleShot(0, form, lambda: self.scroller.ensureWidgetVisible(form, 0, 12))

    @Slot(object)
    def _note_interpreter(self, use: InterpreterUse | None) -> None:
        self._do(partial(self._deeds.note_interpreter, self._shown(), use))

    def _record(self, outcome: Outcome) -> None:
        session = self._shown()
        if self._do(partial(self._deeds.record, session, outcome, self.sheet_wanted.emit)):
            self.status_box.put_away()
            if outcome.status in _CANCELLED:
                visits = self._services.together.siblings_at(session.id)
                self.sibling_question.ask(visits, outcome)

    def _do(self, act: Callable[[], Deed]) -> bool:
        """Do something and tell of it; say why not where it was asked. Fields raise."""
        try:
            deed = act()
        except ValidationError as error:
            form = self.status_box.form
            self.status_box.notice.say(" ".join(form.problems.show(error.fields)))
            return False
        except AllergiesNotAsked as unasked:
            ask_allergies(self._services, unasked.child_id, partial(self._do, act), self)
            return False
        except ClinicError as error:
            self.status_box.notice.say(str(error))
            return False
        self.status_box.notice.say("")
        self._reload()
        self.done.emit(deed.words, deed)
        return True

    @Slot(object)
    def _rebook(self, place: Alternative) -> None:
        if self._do(partial(self._deeds.rebook, self._shown(), place.visit, self._print)):
            self.take_focus()

    def _print(self, session_id: int) -> None:
        self.print_wanted.emit(session_id)

    @Slot()
    def _cancel_siblings(self) -> None:
        outcome, visits = self.sibling_question.outcome, self.sibling_question.visits
        self.sibling_question.forget()
        if outcome is None:
            return
        for each in visits:
            self._do(partial(self._deeds.cancel_like, each, outcome))

    @Slot()
    def _take_off(self) -> None:
        if self._do(partial(self._deeds.take_off, self._shown())):
            self.closed.emit()

    @Slot(object)
    def _tell_deed(self, deed: Deed) -> None:
        self._reload()
        self.done.emit(deed.words, deed)

    def flush(self) -> None:
        """Keep the note for the desk."""
        self.note.flush()

    def _build(self) -> None:
        self.head = VisitHead()
        self.status_box = StatusBox(now_local())
        self.sibling_question = SiblingQuestion()
        self.interpreter_box = InterpreterUseBox()
        self.make_up_box = MakeUpBox(self._services)
        self.check_out_box = CheckOutBox(self._services)
        self.contacts = ContactsBox()
        self.next_words = label("", wrap=True)
        self.note = DeskNote(self._services, self._deeds)
        for part in (
            *(self.head, rule(), self.status_box, self.make_up_box),
            *(self.sibling_question, self.interpreter_box, self.check_out_box, rule()),
            *(label(self.tr("Contacts, in call order"), "h3"), self.contacts),
            *(rule(), label(self.tr("Next visits"), "h3"), self.next_words),
            *(rule(), self.note),
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.status_box.said.connect(self._say)
        self.status_box.form.given.connect(self._give)
        self.status_box.asking.connect(self._show_form)
        self.sibling_question.wanted.connect(self._cancel_siblings)
        self.check_out_box.done.connect(self._tell_deed)
        self.check_out_box.refused.connect(self.status_box.notice.say)
        self.interpreter_box.noted.connect(self._note_interpreter)
        self.note.done.connect(lambda deed: self.done.emit(deed.words, deed))
        self.make_up_box.times.taken.connect(self._rebook)
        for button, signal, tell in (
            (self.make_up_box.other_button, self.make_up_wanted, self._tell_visit),
            (self.foot.move_button, self.move_wanted, self._tell_visit),
            (self.foot.series_button, self.change_wanted, self._tell_visit),
            (self.foot.slip_button, self.print_wanted, self._tell_visit),
            (self.foot.sheet_button, self.sheet_wanted, self._tell_visit),
            (self.foot.log_button, self.log_wanted, self._tell_child),
            (self.foot.child_button, self.child_wanted, self._tell_child),
        ):
            button.clicked.connect(partial(tell, signal))
        self.foot.off_button.clicked.connect(self._take_off)
        ChangeBridge(self._services.changes, parent=self).saved.connect(self._follow)

    def _tell_visit(self, signal: SignalInstance) -> None:
        signal.emit(self._shown().id)

    def _tell_child(self, signal: SignalInstance) -> None:
        signal.emit(self._shown().child_id)

    def _shown(self) -> ScheduledSession:
        if self.session is None:
            raise ValueError("no visit is shown")
        return self.session

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        if topic in {Topic.SCHEDULE, Topic.CASELOAD, Topic.SETTINGS} and self.isVisible():
            self._reload()

    def _reload(self) -> None:
        if self.session is not None:
            try:
                self.show_visit(self.session.id)
            except NotFound:
                self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; a form that is open goes first."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.status_box.form.isVisible():
            self.status_box.put_away()
        else:
            self.closed.emit()
