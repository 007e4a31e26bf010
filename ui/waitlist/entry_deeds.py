"""Adds, changes, takes off and puts back who waits; each can be taken back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.clock import today
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import Entry
from ui.asking import Asker
from ui.waitlist.entry_dialog import EntryDialog
from ui.waitlist.waiting_view import WaitingView


class EntryDeeds(QObject):
    """Does to the chosen entry what is asked; ``told`` carries a sentence and the way back."""

    told = Signal(str, object)

    def __init__(self, services: Services, asker: Asker, waiting: WaitingView) -> None:
        super().__init__(waiting)
        self._services = services
        self._asker = asker
        self._waiting = waiting

    @Slot()
    def add(self) -> None:
        """Ask for a child and what the family waits for."""
        self._ask(None)

    @Slot()
    def change(self) -> None:
        """Ask what the chosen family waits for now."""
        self._ask(self._waiting.current())

    @Slot()
    def take_off(self) -> None:
        """Ask why the chosen family waits no more."""
        entry, waitlist = self._waiting.current(), self._services.waitlist
        if entry is None:
            return
        question = self.tr("Take {0} off the waitlist?").format(entry.child_name)
        why = self._asker.ask_text(question, self.tr("Why"), self.tr("Take off"))
        if why:
            waitlist.take_off(entry.id, why)
            words = self.tr("{0} waits no more").format(entry.child_name)
            self.told.emit(words, partial(waitlist.put_back, entry.id))

    @Slot()
    def put_back(self) -> None:
        """Let the chosen family wait again, since the same day as before."""
        entry, waitlist = self._waiting.current(), self._services.waitlist
        if entry is not None:
            waitlist.put_back(entry.id)
            words = self.tr("{0} waits again").format(entry.child_name)
            self.told.emit(words, partial(waitlist.take_off, entry.id, entry.ended_because))

    def _ask(self, entry: Entry | None) -> None:
        hours, view = self._waiting.model.situation.hours, self._waiting.view
        dialog = EntryDialog(self._services, hours, today(), entry, view.window())
        if dialog.exec() and dialog.entry_id is not None:
            view.select_key(dialog.entry_id)
        dialog.deleteLater()
