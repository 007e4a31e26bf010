"""The home program builder: library, program, and the real pages beside it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.minutes import Verdict
from ot_desktop.home_programs.previewing import Preview
from ot_desktop.home_programs.service import HomeProgramService
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.home_programs.columns import BuilderColumns
from ui.home_programs.deeds import ProgramDeeds
from ui.home_programs.drafting import Drafting
from ui.home_programs.message_line import MessageLine
from ui.home_programs.paper_desk import PaperDesk
from ui.home_programs.photo_taking import PhotoTaking
from ui.home_programs.program_head import ProgramHead
from ui.home_programs.start_menu import StartMenu
from ui.shared.alert_strip import AlertStrip
from ui.shared.paper_output import PaperOutput
from ui.tasks import TaskRunner
from ui.theme import theme

_SIDE = 20
_SHOWN = {Topic.CASELOAD, Topic.SCHEDULE, Topic.SETTINGS}


class HomeProgramPage(QWidget):
    """Builds one child's program; ``issued`` carries the child whose family got papers."""

    issued = Signal(int)
    past_wanted = Signal(int)

    def __init__(
        self,
        service: HomeProgramService,
        tasks: TaskRunner,
        asker: Asker,
        changes: ChangeBridge,
        output: PaperOutput | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.drafting = Drafting(service, self)
        self.start_menu = StartMenu(self)
        self._build()
        line = self.message_line
        self.deeds = ProgramDeeds(service.templates, asker, self.drafting, line, self)
        self.photos = PhotoTaking(service, (asker, tasks), self.deeds, self.drafting, self)
        output = output or PaperOutput(self)
        self.desk = PaperDesk(service, tasks, (asker, output), self.drafting, self)
        self._output = output
        self._connect(changes)

    def show_child(self, child_id: int, shown: tuple[str, ...] = ()) -> None:
        """Open one child's program; ``shown`` are activities the parent was shown today."""
        self.drafting.open(child_id, shown)
        self.desk.warm_up()
        page = self.drafting.opened
        self.message_line.hide()
        self.head.show_page(page, page.facts.today)
        self.head.show_saved(page.saved_at)
        self.alert_strip.show_alerts(page.child, page.facts.today)
        self.library_panel.show_offers(page.offers)
        self.preview_panel.show_recipients(page.recipients, may_allow=self.desk.may_allow)
        self.program_panel.budget_panel.forget_reason()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the library."""
        self.library_panel.view.setFocus()

    def flush(self) -> bool:
        """Save what is not saved, before something else is shown."""
        return self.drafting.flush()

    @Slot()
    def print_papers(self) -> None:
        """Give the papers to the family and print them (Ctrl P)."""
        self.desk.print(self.preview_panel.recipient_id, self._reason())

    @Slot()
    def save_pdf(self) -> None:
        """Give the papers to the family as a file."""
        self.desk.save(self.preview_panel.recipient_id, self._reason())

    def _reason(self) -> str:
        return self.program_panel.budget_panel.reason

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 12)
        column.setSpacing(8)
        self.head = ProgramHead()
        self.alert_strip = AlertStrip()
        self.message_line = MessageLine()
        for part in (self.head, self.alert_strip, self.message_line):
            column.addWidget(part)
        columns = BuilderColumns()
        self.columns, self.library_panel = columns, columns.library
        self.program_panel, self.preview_panel = columns.program, columns.preview
        column.addWidget(columns, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        drafting, panel = self.drafting, self.preview_panel
        drafting.changed.connect(self._show)
        drafting.saved.connect(self.head.show_saved)
        drafting.not_saved.connect(self.head.show_not_saved)
        self.head.undo_wanted.connect(self._undo)
        self.head.redo_wanted.connect(self._redo)
        self.head.side_control.changed.connect(self._fit)
        self.head.past_wanted.connect(self._want_past)
        self._connect_deeds()
        self.program_panel.budget_panel.reason_changed.connect(self._show_printable)
        panel.choice_changed.connect(self._choose_papers)
        panel.print_wanted.connect(self.print_papers)
        panel.pdf_wanted.connect(self.save_pdf)
        panel.resized.connect(self._draw)
        self.desk.drawn.connect(self._show_preview)
        self.desk.refused.connect(self._refuse)
        self.desk.told.connect(self._tell)
        self.desk.given.connect(self._was_given)
        self.message_line.file_wanted.connect(self._open_file)
        changes.saved.connect(self._reread)
        theme().changed.connect(self._fit)

    def _connect_deeds(self) -> None:
        deeds, panel, menu = self.deeds, self.program_panel, self.start_menu
        self.library_panel.chosen.connect(deeds.choose)
        self.head.template_wanted.connect(deeds.save_template)
        deeds.added.connect(panel.go_to)
        panel.edited.connect(deeds.edit)
        self.photos.serve(panel.card_list, panel.change_panel)
        panel.swapped.connect(deeds.swap)
        panel.suggestions_wanted.connect(menu.take_suggestions)
        panel.start_wanted.connect(self._offer_starts)
        panel.template_chosen.connect(deeds.start_from_template)
        menu.chosen.connect(deeds.start_from)
        menu.last_wanted.connect(deeds.start_from_last)
        menu.template_chosen.connect(deeds.start_from_template)
        menu.template_removed.connect(deeds.remove_template)

    # What was changed, and what it looks like.

    @Slot()
    def _show(self) -> None:
        page = self.drafting.opened
        self.start_menu.show_page(page)
        self.program_panel.show_draft(page, page.draft)
        self.library_panel.mark_added(page.draft.keys)
        self.preview_panel.show_choice(page.draft.choice)
        self.head.undo_button.setEnabled(self.drafting.can_undo)
        self.head.redo_button.setEnabled(self.drafting.can_redo)
        self._show_printable()
        self._draw()

    @Slot()
    def _show_printable(self) -> None:
        draft = self.drafting.draft
        refused = draft.budget.verdict is Verdict.CANNOT_PRINT
        nothing = not draft.choice.plan and not draft.choice.chart
        why = " ".join(draft.budget.notices) if refused else ""
        self.preview_panel.set_printable(printable=not refused and not nothing, why=why)

    @Slot()
    def _draw(self) -> None:
        if self.drafting.page is None:
            return
        draft = self.drafting.draft
        if not draft.activities:
            self.desk.maker.stop()
            self.preview_panel.show_nothing(self.tr("Add an activity to see the pages."))
        elif not draft.choice.plan and not draft.choice.chart:
            self.desk.maker.stop()
            self.preview_panel.show_nothing(self.tr("Choose the home plan or the practice chart."))
        else:
            self.preview_panel.wait_for_pages()
            self.desk.draw(self.preview_panel.page_width, self.devicePixelRatioF())

    @Slot(object)
    def _show_preview(self, drawn: Preview) -> None:
        self.preview_panel.show_preview(drawn)

    @Slot(object)
    def _choose_papers(self, choice: PaperChoice) -> None:
        self.drafting.edit(replace(self.drafting.draft, choice=choice))

    @Slot()
    def _offer_starts(self) -> None:
        self.start_menu.open_below(self.program_panel.start_button)

    @Slot()
    def _undo(self) -> None:
        self._step(self.drafting.undo)

    @Slot()
    def _redo(self) -> None:
        self._step(self.drafting.redo)

    def _step(self, take: Callable[[], object]) -> None:
        """Go a step back or forward; a field somebody types in takes part."""
        held = self.focusWidget()
        if held is not None:
            held.clearFocus()
        take()
        if held is not None and held.isVisible():
            held.setFocus()

    # Giving.

    @Slot(object)
    def _refuse(self, error: ClinicError) -> None:
        fields = error.fields if isinstance(error, ValidationError) else {}
        if "reason" in fields:
            self.program_panel.budget_panel.ask_reason(fields["reason"])
        self.message_line.say("danger", str(error))

    @Slot(str, object)
    def _tell(self, sentence: str, path: Path | None) -> None:
        self.message_line.say("ok", sentence, path)

    @Slot(str)
    def _was_given(self, name: str) -> None:
        self.head.show_given(name)
        self.issued.emit(self.drafting.draft.child_id)

    @Slot(object)
    def _open_file(self, path: Path) -> None:
        self._output.show(path)

    @Slot()
    def _want_past(self) -> None:
        if self.drafting.page is not None:
            self.past_wanted.emit(self.drafting.draft.child_id)

    @Slot(object)
    def _reread(self, topic: Topic) -> None:
        if topic in _SHOWN and self.isVisible() and self.drafting.page is not None:
            self.drafting.reread()
            page = self.drafting.opened
            self.alert_strip.show_alerts(page.child, page.facts.today)
            self.preview_panel.show_recipients(page.recipients, may_allow=self.desk.may_allow)

    # Keys and sizes.

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search with /, take back with Ctrl Z, print with Ctrl P, keep a template with Ctrl S."""
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the three columns."""
        super().resizeEvent(event)
        self._fit()

    def _action(self, event: QEvent) -> Callable[[], object] | None:
        if not isinstance(event, QKeyEvent) or self.drafting.page is None:
            return None
        if event.text() == "/":
            return self.library_panel.go_to_search
        for keys, action in (
            (QKeySequence.StandardKey.Print, self.print_papers),
            (QKeySequence.StandardKey.Save, self.deeds.save_template),
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence.StandardKey.Redo, self._redo),
        ):
            if event.matches(keys):
                return action
        return None

    @Slot()
    def _fit(self) -> None:
        has_three = self.columns.fit(self.width(), self.head.side_control.chosen())
        self.head.side_control.setVisible(not has_three)

    def minimumSizeHint(self) -> QSize:
        """Three columns become two where there is no room."""
        return QSize(theme().px(760), theme().px(420))
