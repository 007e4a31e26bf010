"""Leads from sign-in to work, to lock, and back; or through the first run of a new clinic."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.access.door import Door
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import SignedIn
from ui.access.page import SignInPage
from ui.asking import Asker
from ui.crash import CrashGuard, write_log_to
from ui.look import Look
from ui.main_window import MainWindow
from ui.places import IMPORT, Place
from ui.tasks import TaskRunner
from ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ot_desktop.services import Services
    from ui.access.lock import LockGuard
    from ui.workspace import Workspace

LOG_FILE = "ot-desktop.log"
WARM_AFTER_MS = 250  # well after the first paint
WATCH_AFTER_MS = 500


class Program(QObject):
    """Holds the window and whoever is signed in behind it; ``end`` closes the clinic's file.

    ``loaded`` says that the code of all screens is there.
    """

    loaded = Signal()

    def __init__(self, folder: ClinicFolder, look: Look) -> None:
        super().__init__()
        self.look = look
        self.window = MainWindow()
        self.guard = CrashGuard(self.window)
        self.tasks = TaskRunner(self)
        self.asker = Asker(self.window, self.tasks)
        self.door = Door(folder)
        self.front: QWidget | None = None
        self.workspace: Workspace | None = None
        self.services: Services | None = None
        self.lock_guard: LockGuard | None = None
        self._warm = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warm.timeout.connect(self._load)
        self._watch = QTimer(self, singleShot=True, interval=WATCH_AFTER_MS)
        self._watch.timeout.connect(self._guard_against_idleness)
        self.window.closing.connect(self._keep)
        self.window.may_close = self._may_close
        theme().changed.connect(self._keep_theme)

    def start(self) -> None:
        """Show the sign-in page, or the first run where there is no clinic yet."""
        if self.door.folder.exists():
            self._show_sign_in()
        else:
            self._show_first_run()
        theme().lay_sheet()
        self.window.restoreGeometry(self.look.geometry)
        self.window.show()
        self._warm.start()
        gc.enable()

    @Slot()
    def _load(self) -> None:
        load_screens()
        self.loaded.emit()

    def end(self) -> None:
        """Wait for slow work, back up when it is due, and close the clinic's file."""
        self.tasks.stop()
        if self.services is not None:
            self.services.backup.back_up_if_due()
        self.door.leave()
        shiboken6.delete(self.window)  # left to the end of Python, it would outlive Qt's timers

    @property
    def is_locked(self) -> bool:
        """True while the lock page covers the window."""
        return self.lock_guard is not None and self.lock_guard.is_locked

    # The pages in front.

    def _show_front(self, page: QWidget) -> None:
        before, self.front = self.front, page
        self.window.show_page(page)
        if before is not None:
            self.window.drop_page(before)

    def _show_sign_in(self) -> SignInPage:
        page = SignInPage(self.door, self.tasks, self.asker, self.look.person)
        page.signed_in.connect(self._work_as)
        page.folder_chosen.connect(self._open_folder)
        page.new_clinic_wanted.connect(self._show_first_run)
        self._show_front(page)
        page.take_focus()
        return page

    @Slot()
    def _show_first_run(self) -> None:
        from ui.access.first_run_page import FirstRunPage  # noqa: PLC0415  (once in a clinic's life)

        page = FirstRunPage(self.door.folder, self.tasks, self.asker)
        page.ready.connect(self._move_in)
        page.folder_chosen.connect(self._open_folder)
        page.import_wanted.connect(self._import_first)
        page.add_child_wanted.connect(self._add_first_child)
        page.demo_wanted.connect(self._open_demo)
        self._show_front(page)

    @Slot(object)
    def _move_in(self, owner: SignedIn) -> None:
        """Go on from the first run in the folder the owner chose there."""
        folder = getattr(self.front, "folder", self.door.folder)
        self.door, self.look = Door(folder), Look(folder)
        self._work_as(owner)

    @Slot()
    def _import_first(self) -> None:
        if self.workspace is not None:
            self.workspace.go(Place(IMPORT))

    @Slot()
    def _add_first_child(self) -> None:
        if self.workspace is not None:
            self.workspace.screens.add_child()

    @Slot(object)
    def _open_folder(self, root: Path) -> None:
        self._leave()
        self.door = Door(ClinicFolder(root))
        self.look = Look(self.door.folder)
        if self.door.folder.exists():
            self._show_sign_in()
        else:
            self._show_first_run()

    @Slot()
    def _open_demo(self) -> None:
        from ot_desktop.demo.place import demo_clinic  # noqa: PLC0415  (only when asked for)

        self._open_folder(demo_clinic(None).root)

    # Work.

    @Slot(object)
    def _work_as(self, user: SignedIn) -> None:
        """Open the workspace of whoever signed in; somebody else's is put away first."""
        from ot_desktop.services import services_for  # noqa: PLC0415  (after the sign-in page)
        from ui.commands import CommandRegistry  # noqa: PLC0415
        from ui.workspace import Workspace  # noqa: PLC0415
        from ui.workspace_commands import add_commands  # noqa: PLC0415

        self._drop_workspace()
        write_log_to(self.door.folder.root / LOG_FILE)
        self.services = services_for(user, self.door.folder)
        self.look.keep_person(self.services.access.slot_id)
        self.registry = CommandRegistry(self.window)
        self.workspace = Workspace(self.services, self.tasks, self.registry, self.asker)
        add_commands(self.workspace)
        self.workspace.demo_wanted.connect(self._open_demo)
        self.workspace.lock_wanted.connect(self._lock)
        self._watch.start()
        self.window.show_page(self.workspace)
        if self.front is not None:
            self.window.drop_page(self.front)
            self.front = None

    @Slot()
    def _lock(self) -> None:
        self._guard_against_idleness()
        if self.lock_guard is not None:
            self.lock_guard.lock()

    @Slot()
    def _guard_against_idleness(self) -> None:
        """Make the lock page once the first screen is there."""
        from ui.access.lock import LockGuard  # noqa: PLC0415  (after the sign-in page)

        if self.services is None or self.workspace is None or self.lock_guard is not None:
            return
        page = SignInPage(self.door, self.tasks, self.asker)
        page.signed_in.connect(self._work_as)
        page.show_backup(self.services.backup.last())
        guard = LockGuard(self.window, page, self.services.access)
        guard.set_minutes(self.services.settings.clinic().settings.lock_after_minutes)
        guard.before_locking(self.workspace.rest)
        guard.locked.connect(self._switch_off)
        guard.unlocked.connect(self._switch_on)
        self.lock_guard = guard

    @Slot()
    def _switch_off(self) -> None:
        self.registry.set_enabled(False)

    @Slot()
    def _switch_on(self) -> None:
        self.registry.set_enabled(True)

    def _leave(self) -> None:
        self._drop_workspace()
        self.door.leave()

    def _drop_workspace(self) -> None:
        if self.workspace is None:
            return
        self.workspace.rest()
        self.registry.clear()
        self.window.drop_page(self.workspace)
        if self.lock_guard is not None:
            self.lock_guard.deleteLater()
        self.workspace = self.services = self.lock_guard = None

    @Slot()
    def _keep(self) -> None:
        if self.workspace is not None:
            self.workspace.rest()
        self.look.keep_geometry(self.window.saveGeometry())
        self.look.save()

    def _may_close(self) -> bool:
        """Ask before words are lost that could not be saved, as on a full disk."""
        if self.workspace is None or self.workspace.is_all_saved:
            return True
        return self.asker.confirm(
            self.tr("What you typed is not saved yet. Close anyway?"),
            self.tr("The last words of the note would be lost. Free some space, then try again."),
            self.tr("Close and lose them"),
            danger=True,
        )

    @Slot()
    def _keep_theme(self) -> None:
        self.look.keep_theme(theme().scheme, theme().text_size)


@Slot()
def load_screens() -> None:
    """Load what comes after sign-in while a person types their password."""
    from importlib import import_module  # noqa: PLC0415  (here only)

    for name in ("ot_desktop.services", "ui.workspace_commands"):
        import_module(name)
