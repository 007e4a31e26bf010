"""Brings in a caseload in four steps: file, columns, check, import; going back loses nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent

from ot_desktop.changes import Topic
from ot_desktop.importing.outcome import ImportDone, PastImport
from ot_desktop.importing.service import ImportingService
from ot_desktop.importing.summary import summary_of
from ot_desktop.importing.therapists import missing_therapists
from ot_desktop.settings.service import SettingsService
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.importing.check_panel import CheckPanel
from ui.importing.columns_panel import ColumnsPanel
from ui.importing.file_panel import FilePanel
from ui.importing.import_deeds import ImportDeeds
from ui.importing.import_draft import ImportDraft
from ui.importing.import_frame import ImportFrame
from ui.importing.summary_panel import SummaryPanel
from ui.tasks import TaskRunner
from ui.widgets.announcing import announce

FILE, COLUMNS, CHECK, IMPORT = range(4)


class ImportPage(ImportFrame):
    """``imported`` comes after a save or its undo; ``closed`` when the person is done here."""

    imported = Signal()
    closed = Signal()

    def __init__(
        self,
        importing: ImportingService,
        settings: SettingsService,
        asker: Asker,
        tasks: TaskRunner,
        changes: ChangeBridge,
    ) -> None:
        super().__init__()
        self._importing = importing
        self._settings = settings
        self._asker = asker
        self._done: ImportDone | None = None
        self._is_stale = False  # the caseload changed while this page was not shown
        self.draft = ImportDraft(importing, tasks, self)
        self.deeds = ImportDeeds(importing, asker, self.draft, self)
        self._build()
        self._connect(changes)
        self._show_step(FILE)
        self.reload()

    def _build(self) -> None:
        self.file_panel = FilePanel(self.draft)
        self.columns_panel = ColumnsPanel(self.draft)
        self.check_panel = CheckPanel(self.draft)
        may_add = self._importing.may_add_therapists()
        self.summary_panel = SummaryPanel(may_add_therapists=may_add)
        for panel in (self.file_panel, self.columns_panel, self.check_panel, self.summary_panel):
            self.stack.addWidget(panel)

    def _connect(self, changes: ChangeBridge) -> None:
        draft = self.draft
        draft.opened.connect(self._open_columns)
        draft.planned.connect(self._show_plan)
        draft.mapped.connect(self._refresh)
        draft.failed.connect(self._refuse)
        draft.started.connect(self.progress_card.start)
        draft.progressed.connect(self.progress_card.show_percent)
        draft.rested.connect(self._rest)
        self.progress_card.cancelled.connect(draft.stop)
        self.file_panel.choose_wanted.connect(self._choose_file)
        self.file_panel.past_imports.undo_wanted.connect(self._undo_past)
        self.check_panel.save_wanted.connect(self.deeds.save_listed)
        self.summary_panel.save_wanted.connect(self.deeds.save_listed)
        self.deeds.refused.connect(self._refuse_action)
        self.deeds.told.connect(self._tell)
        self.summary_panel.undo_wanted.connect(self._undo_done)
        self.summary_panel.open_wanted.connect(self._close)
        self.summary_panel.again_wanted.connect(self._start_over)
        self.close_button.clicked.connect(self._close)
        self.back_wanted.connect(self._back)
        self.next_wanted.connect(self._next)
        self.problem_wanted.connect(self._next_problem)
        changes.saved.connect(self._look_again_if_ours)

    def reload(self) -> None:
        """Show the imports there have been."""
        self.file_panel.past_imports.show_imports(self._importing.recent())

    def flush(self) -> None:
        """Keep what was typed, before something else is shown."""
        self.check_panel.flush()

    def open_file(self, file: Path) -> None:
        """Read a file, as if it had been dropped here."""
        self.draft.open_file(file)

    def may_walk(self) -> bool:
        """Stay where the import was saved: what is shown there has no steps left."""
        return self._done is None

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew after a finished import; look again when the caseload changed meanwhile."""
        super().showEvent(event)
        if self._done is not None and not event.spontaneous():
            self._start_over()
        if self._is_stale:
            self._is_stale = False
            self.draft.look_again()
            self.reload()

    # Walking.

    @Slot()
    def _next(self) -> None:
        if self.step >= CHECK and self.draft.needs_plan:
            self.draft.plan()
        elif self.step == IMPORT:
            self._import()
        elif self.next_button.isEnabled():
            self._show_step(self.step + 1)

    @Slot()
    def _back(self) -> None:
        if self.step > FILE and self._done is None:
            self._show_step(self.step - 1)

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        starts: tuple[Callable[[], object], ...] = (
            self.file_panel.drop_area.choose_button.setFocus,
            self.columns_panel.columns_view.setFocus,
            self.check_panel.begin,
            self.next_button.setFocus,
        )
        starts[self.step]()

    def _show_step(self, step: int) -> None:
        self.flush()
        self.hint_label.setText("")
        self.stack.setCurrentIndex(step)
        self.steps_head.show_step(step)
        if step == IMPORT:
            self._show_summary()
        self._refresh()
        self.take_focus()
        announce(self, self.steps_head.accessibleName())

    @Slot()
    def _refresh(self) -> None:
        """Say what the next step is called, and whether it can be taken."""
        step, is_done = self.step, self._done is not None
        self.back_button.setVisible(step > FILE and not is_done)
        self.next_button.setVisible(not is_done)
        self.next_button.setText(self._next_words())
        self.next_button.setEnabled(self._may_go_on())
        self.next_button.updateGeometry()

    def _next_words(self) -> str:
        checked = self.draft.checked
        if self.step >= CHECK and self.draft.needs_plan:
            return self.tr("Check again")
        if self.step < IMPORT or checked is None:
            return self.tr("Next")
        new = len(checked.plan.new)
        return self.tr("Import {0} children").format(new) if new > 1 else self.tr("Import")

    def _may_go_on(self) -> bool:
        checked = self.draft.checked
        if self.draft.sheet is None or self.columns_panel.problem():
            return self.step == FILE and self.draft.sheet is not None
        if self.step < CHECK or self.draft.needs_plan:
            return True
        if checked is None or self.draft.is_busy:
            return False
        return self.step == CHECK or not summary_of(checked.plan).is_empty

    # What the draft tells.

    @Slot()
    def _open_columns(self) -> None:
        self.summary_panel.forget()
        self._refresh()
        if self.step != FILE or len(self.draft.worksheets) <= 1:
            self._show_step(COLUMNS)

    @Slot()
    def _show_plan(self) -> None:
        if self.step == CHECK:
            self.check_panel.choose_first()
        if self.step == IMPORT and self._done is None:
            self._show_summary()
        self._refresh()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self.draft.sheet is None or self.step == FILE:
            self._show_step(FILE)
            self.file_panel.refusal.say(sentence)
        else:
            self.hint_label.setText(sentence)
        announce(self, sentence, urgent=True)

    @Slot()
    def _rest(self) -> None:
        self.progress_card.finish()
        self._refresh()

    @Slot(object)
    def _look_again_if_ours(self, topic: Topic) -> None:
        if topic is not Topic.CASELOAD or self.deeds.is_running or self._done is not None:
            return
        self._is_stale = not self.isVisible()
        if self.isVisible():
            self.draft.look_again()

    # What a person does.

    @Slot()
    def _choose_file(self) -> None:
        question = self.tr("Choose the exported file")
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)")
        file = self._asker.file_to_open(question, kinds)
        if file is not None:
            self.file_panel.refusal.say("")
            self.draft.open_file(file)

    @Slot()
    def _next_problem(self) -> None:
        if self.step == CHECK:
            self.check_panel.next_problem()

    def _show_summary(self) -> None:
        checked = self.draft.checked
        if checked is not None:
            names = (each.name for each in self._settings.clinic().therapists)
            missing = missing_therapists(checked.plan, names)
            self.summary_panel.show_summary(summary_of(checked.plan), missing)

    def _import(self) -> None:
        if self._done is not None or not self.next_button.isEnabled():
            return
        self.hint_label.setText("")
        self._done = self.deeds.save(self.summary_panel.therapists_to_add())
        if self._done is None:
            return
        self.steps_head.show_step(IMPORT + 1)
        self.summary_panel.show_done(self._done)
        self._refresh()
        self.reload()
        self.imported.emit()

    @Slot()
    def _undo_done(self) -> None:
        if self._done is not None and self.deeds.take_back(self._done.batch_id, self._done.new):
            self._done = None
            self._show_step(CHECK)
            self._look_around()

    @Slot(object)
    def _undo_past(self, past: PastImport) -> None:
        if self.deeds.take_back(past.id, past.children):
            self._look_around()

    def _look_around(self) -> None:
        """Plan with the caseload as it is after an import was taken back."""
        self.draft.look_again()
        self.reload()
        self.imported.emit()

    @Slot(str)
    def _refuse_action(self, sentence: str) -> None:
        panel = self.summary_panel if self.step == IMPORT else self.file_panel
        panel.refusal.say(sentence)
        announce(self, sentence, urgent=True)

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.hint_label.setText(sentence)
        announce(self, sentence)

    @Slot()
    def _start_over(self) -> None:
        self._done = None
        self.draft.forget()
        self.file_panel.forget()
        self._show_step(FILE)
        self.reload()

    @Slot()
    def _close(self) -> None:
        self.flush()
        self.closed.emit()
