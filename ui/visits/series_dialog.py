"""Changes a running series: every session that would move is looked at before it is saved."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.preview import Choice, Choices, PreviewRow, with_choice
from ot_desktop.scheduling.series_changes import SeriesChange
from ot_desktop.scheduling.series_desk import Looked
from ot_desktop.services import Services
from ui.theme import theme
from ui.visits.preview_panel import PreviewPanel
from ui.visits.series_fields import EXTEND, MOVE, PAUSE, SHORTEN, SeriesFields
from ui.widgets.dialog import Dialog
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.shortcut import FINISH, bind
from ui.widgets.soon import Soon

WIDTH, ROWS_HEIGHT = 760, 300
SOON_MS = 40


class SeriesDialog(Dialog):
    """``done`` says what was changed and ``take_back`` undoes it, once it was saved."""

    def __init__(self, services: Services, session_id: int, parent: QWidget | None) -> None:
        super().__init__("", parent=parent)
        self._services = services
        self._session: ScheduledSession = services.scheduling.session(session_id)
        self._choices: Choices = {}
        self._looked: Looked | None = None
        self.done_words = ""
        self.take_back: Callable[[], object] | None = None
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        name = self._session.child_name
        self.question.setText(self.tr("Change the series of {0}").format(name))
        self.setAccessibleName(self.question.text())
        self.setMaximumWidth(theme().px(WIDTH) + 40)
        self.setMinimumWidth(theme().px(WIDTH) + 40)
        self.counter = label("", "body-strong", "text-2")
        clinic = self._services.settings.clinic()
        self.fields = SeriesFields(self._session, clinic, today())
        self.panel = PreviewPanel(
            self.tr("Every session that would change appears here first."),
            self.tr("Sessions that were held, called off or have a note are never touched."),
        )
        self.panel.setMinimumSize(theme().px(WIDTH), theme().px(ROWS_HEIGHT))
        self.error_notice = Notice("danger", "alert-circle")
        for widget in (self.counter, self.fields, self.panel, self.error_notice):
            self.body.addWidget(widget)
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.save_button = self.add_choice("yes", self.tr("Save changes"), "primary")
        self._count()

    def _connect(self) -> None:
        self._soon = Soon(self, SOON_MS, self._refresh)
        self.fields.changed.connect(self._start_over)
        self.panel.chosen.connect(self._choose)
        self.panel.first_wanted.connect(self._choose_first)
        bind(self, FINISH, self.save_button.click)

    def _count(self) -> None:
        """Say how far the series is; a visit without one is all there is."""
        series_id = self._session.series_id
        if series_id is None:
            return
        running = self._services.series.series(series_id)
        words = self.tr("{0} held · {1} to come").format(
            running.progress.held, running.progress.to_come
        )
        if running.progress.missed:
            words += self.tr(" · {0} missed").format(running.progress.missed)
        self.counter.setText(words)
        self.fields.show_series(running.to_come)

    @Slot()
    def _start_over(self) -> None:
        self._choices = {}
        self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        self._soon.stop()
        self.error_notice.say("")
        self.fields.problems.clear()
        self._looked = None
        try:
            self._looked = self._look()
        except ValidationError as error:
            self.error_notice.say(" ".join(self.fields.problems.show(error.fields)))
        except ClinicError as error:
            self.error_notice.say(str(error))
        self._show()

    def _look(self) -> Looked | None:
        desk, fields, session = self._services.series_desk, self.fields, self._session
        if fields.kind == MOVE:
            change = fields.change()
            if change == SeriesChange():
                return None
            return desk.move(fields.chosen().id, fields.scope(), change, self._choices)
        if session.series_id is None or fields.kind == SHORTEN:
            return None
        if fields.kind == EXTEND:
            return desk.extend(session.series_id, fields.count(), self._choices)
        first, last = fields.pause()
        if first is None or last is None:
            return None
        return desk.pause(session.series_id, first, last, self._choices)

    def _show(self) -> None:
        looked = self._looked
        if looked is None:
            self.panel.show_nothing()
        else:
            self.panel.show_preview(looked.preview)
        if looked is not None:
            self.save_button.setEnabled(looked.preview.can_book)
        else:
            is_series = self._session.series_id is not None
            self.save_button.setEnabled(is_series and self.fields.kind == SHORTEN)

    @Slot(object, object)
    def _choose(self, row: PreviewRow, choice: Choice | None) -> None:
        self._choices = with_choice(self._choices, row, choice)
        self._refresh()

    @Slot()
    def _choose_first(self) -> None:
        if self._looked is not None:
            self._choices = self._services.series_desk.first_alternatives(self._looked)
            self._refresh()

    def done(self, result: int) -> None:
        """Look no more once it is answered."""
        self._soon.stop()
        super().done(result)

    def take(self, key: str) -> None:
        """Save before closing; a refusal keeps the dialog open."""
        if key != "yes" or self._saved():
            super().take(key)

    def _saved(self) -> bool:
        try:
            self.take_back = self._save()
        except ValidationError as error:
            problems = error.fields
            self.panel.reason_field.set_problem(problems.pop("override_reason", None))
            self.error_notice.say(" ".join(self.fields.problems.show(problems)))
            return False
        except ClinicError as error:
            self._refresh()
            self.error_notice.say(str(error))
            return False
        self.done_words = self._words()
        return True

    def _save(self) -> Callable[[], object]:
        desk, series_id = self._services.series_desk, self._session.series_id
        if self.fields.kind == SHORTEN and series_id is not None:
            return desk.shorten(series_id, self.fields.count())
        if self._looked is None:
            raise ClinicError(self.tr("Choose first what is to be different."))
        return desk.save(self._looked, self.panel.reason_edit.text())

    def _words(self) -> str:
        name = self._session.child_name
        count = len(self._looked.preview.booked) if self._looked else self.fields.count()
        words = {
            MOVE: self.tr("{0} sessions of {1} changed"),
            PAUSE: self.tr("{0} sessions of {1} put after the pause"),
            EXTEND: self.tr("{0} more sessions for {1}"),
            SHORTEN: self.tr("{0} sessions of {1} taken off"),
        }[self.fields.kind]
        return words.format(count, name)
