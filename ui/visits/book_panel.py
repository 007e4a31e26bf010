"""Books a visit, a weekly series or an intensive in one glance, beside whatever page is shown."""

from contextlib import suppress
from datetime import date, time
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ot_desktop.caseload.domain import Sibling
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.alternatives import Alternative
from ot_desktop.scheduling.preview import Choices, SeriesPreview
from ot_desktop.scheduling.together import Pair
from ot_desktop.services import Services
from ui.change_bridge import ChangeBridge
from ui.tasks import TaskRunner
from ui.visits.book_foot import BookFoot
from ui.visits.book_form import INTENSIVE, BookForm
from ui.visits.book_looking import BookLooking
from ui.visits.booked_words import booked_words
from ui.visits.check_lines import CheckLines
from ui.visits.dates_dialog import DatesDialog
from ui.visits.intensive_box import IntensiveBox
from ui.visits.panel_frame import PanelFrame
from ui.visits.sibling_box import SiblingBox
from ui.visits.suggestions import Suggestions
from ui.widgets.shortcut import FINISH, bind
from ui.widgets.soon import Soon

SOON_MS = 40
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BookPanel(PanelFrame):
    """``booked`` carries a sentence, what takes it back, and the series; ``closed`` ends it.

    ``new_child_wanted`` asks for the child dialog; call ``start`` with the child that was added.
    """

    booked = Signal(str, object, int)
    new_child_wanted = Signal()

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        self.foot = BookFoot()
        super().__init__(self.tr("Book"), self.tr("Close booking"), self.foot)
        self._services = services
        self._tasks = tasks
        self._preview: SeriesPreview | None = None
        self._choices: Choices = {}
        self._build()
        self._connect()
        self._show_clinic()

    @property
    def preview(self) -> SeriesPreview | None:
        """What would be booked now; None while something is missing."""
        return self._preview

    def start(
        self,
        child_id: int | None = None,
        day: date | None = None,
        starts: time | None = None,
        minutes: int | None = None,
        therapist_id: int | None = None,
        room_id: int | None = None,
    ) -> None:
        """Begin a booking with what is known already; with nothing, what was typed stays."""
        given = (child_id, day, starts, minutes, therapist_id, room_id)
        if any(each is not None for each in given):
            self._clear()
            if child_id is not None:
                self._choose_child(child_id)
            self.form.show_when(day, starts)
            self.form.show_like(minutes, therapist_id, room_id)
        self._refresh()
        self.take_focus()

    def make_up(self, session_id: int) -> None:
        """Begin the make-up of a missed visit: like it, at a time from tomorrow on."""
        missed = self._services.scheduling.session(session_id)
        self.start(missed.child_id)
        self.form.show_like(missed.length_minutes, missed.therapist_id, missed.room_id)
        self.form.make_up.show_missed(self._services, session_id)
        self._refresh()

    def take_focus(self) -> None:
        """Put the keyboard where the first thing is missing."""
        form = self.form
        if form.child_picker.child_id() is None:
            form.child_picker.setFocus()
        elif form.date_edit.value() is None:
            form.date_edit.setFocus()
        elif form.time_edit.value() is None:
            form.time_edit.setFocus()
        else:
            ready = self.foot.book_button.isEnabled()
            (self.foot.book_button if ready else form.time_edit).setFocus()

    def _build(self) -> None:
        self.check_lines = CheckLines()
        self.suggestions = Suggestions(self.tr("Suggested times"), key=self.tr("Enter"))
        self.sibling_box = SiblingBox()
        self.form = BookForm(self._services.caseload.search, today(), self.check_lines)
        self.form.below.addWidget(self.sibling_box)
        self._looking = BookLooking(self._services, self.form, self.sibling_box)
        self.intensive_box = IntensiveBox(self._services, self._tasks)
        self.form.last.addWidget(self.intensive_box)
        self.intensive_box.hide()
        self.body.addWidget(self.suggestions)
        self.body.addWidget(self.form, 1)

    def _connect(self) -> None:
        self._soon = Soon(self, SOON_MS, self._refresh)
        self.form.changed.connect(self._forget_choices)
        self.form.child_changed.connect(self._choose_child)
        self.form.child_picker.returnPressed.connect(self.form.child_picker.take_first)
        self.sibling_box.changed.connect(self._soon.start)
        self.check_lines.over.connect(self._refresh)
        self.form.new_child_button.clicked.connect(self.new_child_wanted)
        comes_with, settings = self.form.comes_with, self._services.settings
        comes_with.add_button.clicked.connect(partial(comes_with.add_interpreter, settings))
        self.form.kind_control.changed.connect(self._switch_kind)
        self.intensive_box.wanted.connect(self.book)
        self.intensive_box.taken.connect(self._tell)
        self.suggestions.taken.connect(self._take)
        self.foot.first_button.clicked.connect(self._choose_first)
        self.foot.dates_button.clicked.connect(self._show_dates)
        self.foot.book_button.clicked.connect(self.book)
        bind(self, FINISH, self.book)
        ChangeBridge(self._services.changes, parent=self).saved.connect(self._reload_if_ours)
        for edit in self.findChildren(QLineEdit):
            edit.installEventFilter(self)

    def _show_clinic(self) -> None:
        clinic = self._services.settings.clinic()
        self.form.show_clinic(clinic)
        self.sibling_box.show_clinic(clinic)
        self.intensive_box.show_clinic(clinic)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter take the first suggested time; an open list of children has it first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and plain:
                self._refresh()  # what was just typed counts already
                if self.suggestions.take_first():
                    return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more: behind the lock there is no file to look into."""
        self._soon.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; what was typed is still there when it opens again."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _choose_child(self, child_id: int | None) -> None:
        child = usual = None
        siblings: tuple[Sibling, ...] = ()
        if child_id is not None:
            try:
                child = self._services.caseload.banner(child_id)
                usual = self._services.suggesting.usual(child_id)
                siblings = self._services.together.siblings(child_id)
            except ClinicError as error:
                self.foot.error_notice.say(str(error))
        self.form.show_child(child, usual)
        self.sibling_box.show_siblings(siblings)
        self.intensive_box.forget()
        self._refresh()
        if child_id is not None:
            self.take_focus()

    @Slot(str)
    def _switch_kind(self, kind: str) -> None:
        self.intensive_box.setVisible(kind == INTENSIVE)
        self.foot.setVisible(kind != INTENSIVE)
        if kind == INTENSIVE:
            self.intensive_box.open()

    @Slot()
    def _forget_choices(self) -> None:
        self._choices = {}
        self.intensive_box.forget()
        self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        """Look at what is asked for; an unfinished form shows nothing and blames nobody."""
        self._soon.stop()
        self.foot.error_notice.say("")
        self.form.pick_room(self._services.suggesting.visit)
        try:
            preview = self._looking.visits(self._choices)
        except ValidationError:
            preview = None
        except ClinicError as error:
            preview = None
            self.foot.error_notice.say(str(error))
        self._show(preview)

    def _show(self, preview: SeriesPreview | None) -> None:
        self._preview = preview
        pair: Pair | None = None
        if preview is None:
            self.check_lines.show_nothing()
        else:
            self.form.problems.clear()
            self.check_lines.show_preview(preview)
            with suppress(ValidationError):
                pair = self._looking.beside(preview)
        second = pair.second if pair is not None else None
        self.sibling_box.show_preview(second)
        self.foot.show_preview(preview, second)
        self.suggestions.offer(self._looking.suggested(preview))

    @Slot(object)
    def _take(self, other: Alternative) -> None:
        self.form.show_place(other.visit, keep_room=self.form.room_is_open())
        self._refresh()
        self.foot.book_button.setFocus()

    @Slot()
    def _choose_first(self) -> None:
        if self._preview is not None:
            self._choices = self._services.scheduling.first_alternatives(self._preview).choices
            self._refresh()

    @Slot()
    def _show_dates(self) -> None:
        if self._preview is not None:
            dialog = DatesDialog(self._services.scheduling, self._preview, self.window())
            if dialog.exec():
                self._choices = dialog.choices
                self._refresh()
            dialog.deleteLater()

    @Slot()
    def book(self) -> None:
        """Book what is shown, or say what is missing beside each field."""
        if self.form.kind == INTENSIVE:
            self.form.problems.show(self.intensive_box.look(self.form.request()))
            return
        self._refresh()
        try:
            preview = self._looking.visits(self._choices)
            pair = self._looking.beside(preview)
            reason = self.foot.reason_edit.text()
            series: tuple[int, ...]
            if pair is None:
                series = (self._services.scheduling.book(preview, reason),)
            else:
                series = self._services.together.book(pair, reason)
        except ValidationError as error:
            self._show_problems(error.fields)
        except ClinicError as error:
            self._refresh()
            self.foot.error_notice.say(str(error))
        else:
            self._tell(preview, *series, second=pair.second if pair is not None else None)

    @Slot(object, int)
    def _tell(self, first: SeriesPreview, *ids: int, second: SeriesPreview | None = None) -> None:
        self._clear()
        words = booked_words(first, second)
        self.booked.emit(words, partial(self._services.scheduling.withdraw, *ids), ids[0])
        self.closed.emit()

    def _show_problems(self, problems: dict[str, str]) -> None:
        if "override_reason" in problems:
            self.foot.reason_field.set_problem(problems.pop("override_reason"))
            self.foot.reason_edit.setFocus()
        self.sibling_box.show_problem(problems.pop("sibling", None))
        self.foot.error_notice.say(" ".join(self.form.problems.show(problems)))

    def _clear(self) -> None:
        self._choices = {}
        self.foot.clear()
        self.form.clear()
        self.intensive_box.clear()
        self.sibling_box.show_siblings(())
        self._refresh()

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic is Topic.SETTINGS:
            self._show_clinic()
        if topic in {Topic.SETTINGS, Topic.SCHEDULE, Topic.CASELOAD} and self.isVisible():
            self._soon.start()
