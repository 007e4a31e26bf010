"""Finds all times of an intensive beside the window; one press books the set that is taken."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.progress import Progress
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.finding_times import Proposal
from ot_desktop.scheduling.proposing import Found, TimesSearch, Wish
from ot_desktop.services import Services
from ot_desktop.settings.domain import Clinic
from ui.tasks import Task, TaskRunner
from ui.visits.intensive_wish import IntensiveWish
from ui.visits.proposal_words import proposal_measures, proposal_sentence
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.progress_card import ProgressCard


class IntensiveBox(QWidget):
    """``taken`` carries the preview that was booked and the id of its series.

    ``wanted`` asks to ``look``, with what the form around it knows. What is in it is made when it
    is opened: most bookings need none of it.
    """

    taken = Signal(object, int)
    wanted = Signal()

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None
        self._clinic: Clinic | None = None
        self._is_made = False
        self.buttons: list[Button] = []

    def _make(self) -> None:
        self._is_made = True
        self.wish = IntensiveWish(today())
        self.find_button = Button("", "primary", icon="search", keys=self.tr("Ctrl Enter"))
        self.progress_card = ProgressCard(self.tr("Looking for times"), framed=False)
        self.notice = Notice("warn", "calendar-x")
        self.reason_edit = QLineEdit()
        self.reason_field = Field(
            self.tr("Why book it all the same?"),
            self.reason_edit,
            hint=self.tr("Kept on the visits with your name."),
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.wish)
        column.addWidget(self.find_button)
        column.addWidget(self.progress_card)
        column.addWidget(self.notice)
        column.addWidget(self.reason_field)
        column.addLayout(self._rows)
        self.progress_card.hide()
        self.reason_field.hide()
        self.find_button.clicked.connect(self.wanted)
        self.progress_card.cancelled.connect(self.forget)
        self.wish.changed.connect(self.forget)
        if self._clinic is not None:
            self.wish.show_clinic(self._clinic)
        self.forget()

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's therapists, and strike its closed days."""
        self._clinic = clinic
        if self._is_made:
            self.wish.show_clinic(clinic)

    def clear(self) -> None:
        """Empty it for another booking."""
        if self._is_made:
            self.wish.clear()

    def open(self) -> None:
        """Propose the days of the intensive that is next."""
        if not self._is_made:
            self._make()
        self.wish.show_window(self._services.programs.programs())

    def look(self, request: SeriesRequest) -> dict[str, str]:
        """Begin to look; return what is missing elsewhere in the form, by field."""
        self.forget()
        wish = self.wish.wish(request)
        try:
            search = self._services.finding_times.search(wish)
        except ValidationError as error:
            problems = dict(error.fields)
            elsewhere = {"child_id": problems.pop("child_id")} if "child_id" in problems else {}
            self.notice.say(" ".join(self.wish.problems.show(problems)))
            return elsewhere
        except ClinicError as error:
            self.notice.say(str(error))
            return {}
        self.wish.problems.clear()
        self._task = self._tasks.task(partial(_run, search))
        self._task.finished.connect(partial(self._show, wish))
        self._task.failed.connect(self._refuse)
        self._task.start()
        self.progress_card.start()
        return {}

    @Slot()
    def forget(self) -> None:
        """Forget what was proposed: something else is asked for now."""
        if not self._is_made:
            return
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.progress_card.finish()
        empty(self._rows)
        self.buttons.clear()
        self.notice.say("")
        self.reason_field.hide()
        self.reason_edit.clear()
        count = self.wish.count_stepper.value()
        one, many = self.tr("Find a time"), self.tr("Find {0} times")
        self.find_button.setText(one if count == 1 else many.format(count))
        self.find_button.set_kind("primary")

    def _show(self, wish: Wish, found: tuple[Found, ...]) -> None:
        self.progress_card.finish()
        try:
            proposals = self._services.finding_times.proposals(wish, found)
        except ClinicError as error:
            self.notice.say(str(error))
            return
        if not proposals:
            words = self.tr("Nothing fits. Ask for other days or times, or another therapist.")
            self.notice.say(words)
            announce(self, words)
            return
        self.reason_field.setVisible(any(each.preview.needs_reason for each in proposals))
        for number, proposal in enumerate(proposals, start=1):
            self._rows.addWidget(self._row(number, proposal))
        self.find_button.set_kind("standard")
        self.buttons[0].set_kind("primary")
        self.buttons[0].setFocus()
        QTimer.singleShot(0, self, self._into_sight)
        announce(self, proposal_sentence(proposals[0]))

    @Slot()
    def _into_sight(self) -> None:
        """Scroll to the proposals, the first of them surely in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        for row in (self._rows.itemAt(self._rows.count() - 1), self._rows.itemAt(0)):
            if row is not None and (shown := row.widget()) is not None:
                area.ensureWidgetVisible(shown, 0, 12)

    def _row(self, number: int, proposal: Proposal) -> QFrame:
        row = QFrame()
        row.setProperty("card", "note")
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        sentence = proposal_sentence(proposal)
        column.addWidget(label(sentence, "body-strong", wrap=True))
        column.addWidget(label(proposal_measures(proposal), "small", wrap=True))
        keys = self.tr("Enter") if number == 1 else ""
        button = Button(self.tr("Take this"), size="small", keys=keys)
        button.setAccessibleName(self.tr("Take proposal {0}: {1}").format(number, sentence))
        button.clicked.connect(partial(self._take, proposal))
        self.buttons.append(button)
        column.addWidget(button)
        return row

    def _take(self, proposal: Proposal) -> None:
        """Book the whole set, or say beside the field what is missing."""
        try:
            series_id = self._services.scheduling.book(proposal.preview, self.reason_edit.text())
        except ValidationError as error:
            self.reason_field.show()
            self.reason_field.set_problem(" ".join(error.fields.values()))
            self.reason_edit.setFocus()
        except ClinicError as error:
            self.notice.say(str(error))
        else:
            self.taken.emit(proposal.preview, series_id)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.progress_card.finish()
        words = self.tr("The search stopped before it was done. Try again.")
        self.notice.say(str(error) if isinstance(error, ClinicError) else words)


def _run(search: TimesSearch, _progress: Progress) -> tuple[Found, ...]:
    return search.run()
