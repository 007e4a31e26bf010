"""Books an intensive: the form on the left, every date with its conflicts on the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.preview import Choice, Choices, PreviewRow, SeriesPreview, with_choice
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.service import SettingsService
from ui.change_bridge import ChangeBridge
from ui.scheduling.series_form import SeriesForm
from ui.theme import theme
from ui.visits.preview_panel import PreviewPanel
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.scrolling import smooth
from ui.widgets.shortcut import FINISH, bind
from ui.widgets.soon import Soon

SOON_MS = 40
FORM_WIDTH, FORM_MORE = 372, 0.6  # larger text needs less than its share of more width


class BookingPage(QWidget):
    """``booked`` carries the series; ``done`` a sentence for the toast and what takes it back."""

    booked = Signal(int)
    done = Signal(str, object)

    def __init__(
        self,
        caseload: CaseloadService,
        scheduling: SchedulingService,
        settings: SettingsService,
        changes: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caseload = caseload
        self._scheduling = scheduling
        self._settings = settings
        self._preview: SeriesPreview | None = None
        self._choices: Choices = {}
        self._asked: SeriesRequest | None = None
        self._booked: list[tuple[int, str]] = []
        self.setProperty("ground", "window")
        self._build()
        self._connect(changes)
        self.reload()

    def reload(self) -> None:
        """Show the clinic as it is saved now, and check the dates again."""
        self.form.show_clinic(self._settings.clinic())
        self._refresh()

    def start_with(self, child_id: int) -> None:
        """Begin a booking for one child."""
        self.form.clear()
        self._choose_child(child_id)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the form begins."""
        has_child = self.form.child_picker.child_id() is not None
        (self.form.start_edit if has_child else self.form.child_picker).setFocus()

    @property
    def preview(self) -> SeriesPreview | None:
        """What is shown now; None while the form is not complete."""
        return self._preview

    def _build(self) -> None:
        self.error_notice = Notice("danger", "alert-circle")
        self.book_button = Button(
            self.tr("Book"), "primary", icon="calendar-plus", keys=self.tr("Ctrl Enter")
        )
        self.clear_button = Button(self.tr("Clear"))
        self.undo_button = Button("", "link", icon="arrow-back-up")
        self.undo_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        column.addLayout(head)
        head.addWidget(label(self.tr("Book an intensive"), "h1"))
        head.addStretch(1)
        for button in (self.undo_button, self.clear_button, self.book_button):
            head.addWidget(button)
        column.addWidget(self.error_notice)
        body = QHBoxLayout()
        body.setSpacing(16)
        column.addLayout(body, 1)
        self._form_area = QScrollArea(self)
        smooth(self._form_area)
        body.addWidget(self._form_area)
        self.form = SeriesForm(self._caseload.search, today(), self._form_area.viewport())
        self._form_area.setWidget(self.form)
        self.panel = PreviewPanel(parent=self)
        body.addWidget(self.panel, 1)
        self._fit()

    def _connect(self, changes: ChangeBridge) -> None:
        self._soon = Soon(self, SOON_MS, self._refresh)
        self.form.changed.connect(self._soon.start)
        self.form.child_changed.connect(self._choose_child)
        self.panel.chosen.connect(self._choose)
        self.panel.first_wanted.connect(self._choose_first)
        self.book_button.clicked.connect(self._book)
        self.clear_button.clicked.connect(self._clear)
        self.undo_button.clicked.connect(self._take_back_last)
        bind(self, FINISH, self._book)
        changes.saved.connect(self._reload_if_ours)
        self.panel.reason_edit.textEdited.connect(self._forgive)
        theme().changed.connect(self._fit)

    @Slot()
    def _forgive(self) -> None:
        self.panel.reason_field.set_problem(None)

    @Slot()
    def _fit(self) -> None:
        grown = (theme().text_size / 100 - 1) * FORM_MORE
        self._form_area.setFixedWidth(round(FORM_WIDTH * (1 + grown)))

    @Slot(object)
    def _choose_child(self, child_id: int | None) -> None:
        child = None
        if child_id is not None:
            try:
                child = self._caseload.banner(child_id)
            except NotFound as error:
                self.error_notice.say(str(error))
        self.form.show_child(child)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Look at the series again; an unfinished form shows nothing and blames nobody."""
        self._soon.stop()
        self.error_notice.say("")
        request = self.form.request()
        self._forget_choices_of_another(request)
        try:
            if self.form.missing():
                self._show(None)
                return
            self._show(self._scheduling.preview(request, self._choices))
        except ValidationError:
            self._show(None)
        except ClinicError as error:
            self._show(None)
            self.error_notice.say(str(error))

    def _show(self, preview: SeriesPreview | None) -> None:
        self._preview = preview
        if preview is None:
            self.panel.show_nothing()
        else:
            self.form.problems.clear()
            self.panel.show_preview(preview)
        self.book_button.setText(self._book_words())
        self.book_button.setEnabled(preview is None or preview.can_book)

    def _book_words(self) -> str:
        count = len(self._preview.booked) if self._preview is not None else 0
        if not count:
            return self.tr("Book")
        return (
            self.tr("Book 1 session") if count == 1 else self.tr("Book {0} sessions").format(count)
        )

    def _forget_choices_of_another(self, request: SeriesRequest) -> None:
        """Keep what was chosen while only the end of the series changes."""
        asked = replace(request, count=None, last_day=None, latest_day=None)
        if asked != self._asked:
            self._choices = {}
        self._asked = asked

    @Slot(object, object)
    def _choose(self, row: PreviewRow, choice: Choice | None) -> None:
        self._choices = with_choice(self._choices, row, choice)
        self._refresh()

    @Slot()
    def _choose_first(self) -> None:
        if self._preview is not None:
            preview = self._scheduling.first_alternatives(self._preview)
            self._choices = preview.choices
            self.error_notice.say("")
            self._show(preview)

    @Slot()
    def _book(self) -> None:
        shown = self._preview
        self._finish_typing()
        preview = self._preview
        if preview is None:
            self._explain()
            return
        if shown is None or preview.rows != shown.rows:
            self.error_notice.say(self.tr("The dates have changed. Look again, then book."))
            return
        if not preview.can_book:
            self.error_notice.say(self.tr("Choose another place for each visit in red first."))
            self.panel.view.setFocus()
            return
        try:
            series_id = self._scheduling.book(preview, self.panel.reason_edit.text())
        except ValidationError as error:
            self._show_problems(error.fields)
        except ClinicError as error:
            self._refresh()
            self.error_notice.say(str(error))
        else:
            self._tell(series_id, preview)

    def _finish_typing(self) -> None:
        """Take what was typed into the field that has the focus, as leaving it would."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
            focused.setFocus()
        self._refresh()

    def _explain(self) -> None:
        """Show what is missing beside each field."""
        problems = self.form.missing()
        try:
            self._scheduling.preview(self.form.request())
        except ValidationError as error:
            problems = error.fields | problems
        self._show_problems(problems)

    def _show_problems(self, problems: dict[str, str]) -> None:
        elsewhere = self.form.problems.show(problems)
        if "override_reason" in problems:
            self.panel.reason_field.set_problem(problems["override_reason"])
            self.panel.reason_edit.setFocus()
        elif elsewhere:
            self.error_notice.say(" ".join(elsewhere))

    def _tell(self, series_id: int, preview: SeriesPreview) -> None:
        count = len(preview.booked)
        words = (
            self.tr("{0} sessions booked for {1}")
            if count > 1
            else self.tr("1 session booked for {1}")
        )
        sentence = words.format(count, preview.child_name)
        self._booked.append((series_id, preview.child_name))
        self._clear()
        self._offer_undo()
        self.booked.emit(series_id)
        self.done.emit(sentence, partial(self._take_back, series_id))

    def _take_back(self, series_id: int) -> None:
        self._booked = [each for each in self._booked if each[0] != series_id]
        try:
            self._scheduling.withdraw(series_id)
        except ClinicError as error:
            self.error_notice.say(str(error))
        else:
            self.done.emit(self.tr("The booking was taken back"), None)
        self._offer_undo()

    @Slot()
    def _take_back_last(self) -> None:
        self._take_back(self._booked[-1][0])

    def _offer_undo(self) -> None:
        """Offer to take back the last booking until the program is closed."""
        self.undo_button.setVisible(bool(self._booked))
        if self._booked:
            name = self._booked[-1][1]
            self.undo_button.setText(self.tr("Take back the booking for {0}").format(name))

    @Slot()
    def _clear(self) -> None:
        self._choices = {}
        self.panel.reason_edit.clear()
        self.panel.reason_field.set_problem(None)
        self.form.clear()
        self._refresh()

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic is Topic.SETTINGS:
            self.form.show_clinic(self._settings.clinic())
        if topic in {Topic.SETTINGS, Topic.SCHEDULE, Topic.CASELOAD}:
            self._soon.start()
