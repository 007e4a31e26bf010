"""A photo dropped onto a card: read beside the window, kept, and shown in this program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.domain import Activity, Photo
from ot_desktop.home_programs.photos import read_photo
from ot_desktop.home_programs.service import HomeProgramService
from ui.asking import Asker
from ui.home_programs.card_list import CardList
from ui.home_programs.change_panel import ChangePanel
from ui.home_programs.deeds import ProgramDeeds
from ui.home_programs.drafting import Drafting
from ui.tasks import Task, TaskRunner


class PhotoTaking(QObject):
    """One photo at a time; ``taken`` when it is in the program."""

    taken = Signal()

    def __init__(
        self,
        service: HomeProgramService,
        asked: tuple[Asker, TaskRunner],
        deeds: ProgramDeeds,
        drafting: Drafting,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._asker, self._tasks = asked
        self._deeds = deeds
        self._drafting = drafting
        self._task: Task | None = None
        self._wanted = (0, "")

    def serve(self, cards: CardList, words: ChangePanel) -> None:
        """Take what is dropped on cards, and what is asked for below them."""
        cards.photo_dropped.connect(self.take)
        cards.photo_taken_off.connect(self.take_off)
        words.photo_wanted.connect(self.ask)
        words.photo_taken_off.connect(self.take_off)

    @Slot(str, object)
    def take(self, key: str, path: Path) -> None:
        """Read a file for the activity called ``key``."""
        if self._task is not None:
            self._task.cancel()
        self._wanted = (self._drafting.draft.child_id, key)
        self._task = self._tasks.task(partial(read_photo, path))
        self._task.finished.connect(self._put)
        self._task.failed.connect(self._refuse)
        self._task.start()

    @Slot(str)
    def ask(self, key: str) -> None:
        """Ask for a file, for whoever does not drag."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png)")
        path = self._asker.file_to_open(self.tr("Choose a photo"), kinds)
        if path is not None:
            self.take(key, path)

    @Slot(str)
    def take_off(self, key: str) -> None:
        """Show the library's picture again."""
        self._show(key, None)

    @Slot(object)
    def _put(self, photo: Photo) -> None:
        self._task = None
        child_id, key = self._wanted
        draft = self._drafting.draft
        if draft.child_id != child_id or key not in draft.keys:
            return
        try:
            self._service.keep_photo(child_id, photo)
        except ClinicError as error:
            self._deeds.refuse(str(error))
        else:
            self._show(key, photo)
            self.taken.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, ClinicError):
            raise error
        self._deeds.refuse(str(error))

    def _show(self, key: str, photo: Photo | None) -> None:
        draft = self._drafting.draft
        if key in draft.keys:
            self._deeds.edit(draft.photographed(draft.keys.index(key), photo, self._library(key)))

    def _library(self, key: str) -> Activity:
        offers = self._drafting.opened.offers
        return next(offer.activity for offer in offers if offer.activity.key == key)
