"""The sign-in page: before the clinic's file is open, and over a locked program."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from ot_desktop.access.domain import ClinicClosed, Entrance, MustWait, UnlockedKey
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Role
from ui.access.foot_line import FootLine
from ui.access.locked import Locked, locked_words
from ui.access.people_view import PeopleView
from ui.access.shell import EntranceShell
from ui.tasks import Task, TaskRunner, asked
from ui.widgets.announcing import announce

if TYPE_CHECKING:
    from ui.access.closed_view import ClosedView
    from ui.access.recovery_turn import RecoveryTurn
    from ui.access.recovery_view import RecoveryView
    from ui.asking import Asker


class SignInPage(EntranceShell):
    """``signed_in`` carries a ``SignedIn``; ``unlocked`` means the same person is back."""

    signed_in = Signal(object)
    unlocked = Signal()
    folder_chosen = Signal(object)
    new_clinic_wanted = Signal()

    def __init__(self, door: Door, runner: TaskRunner, asker: Asker, remembered: str = "") -> None:
        self.people = PeopleView()
        super().__init__(self.people, FootLine(door.folder.root))
        self.setAccessibleName(self.tr("Sign in"))
        self._door = door
        self._runner = runner
        self._asker = asker
        self._remembered = remembered
        self._locked: Locked | None = None
        self._entrance = Entrance("", ())
        self._task: Task | None = None
        self._countdown = QTimer(self, interval=1000)
        self._wait_seconds = 0
        self._connect()
        self.reload()

    @property
    def chosen_slot(self) -> str:
        """Whoever is chosen, to be remembered on this computer; empty for somebody else."""
        person = self.people.person
        return person.slot_id if person is not None else ""

    @Slot()
    def reload(self) -> None:
        """Look at the clinic's files again."""
        try:
            self._entrance = self._door.look()
        except ClinicClosed as closed:
            self._show_closed(closed)
            return
        self.brand.show_clinic(self._entrance.clinic)
        self.people.show_entrance(self._entrance)
        self.people.tiles.choose(self._remembered)
        self._show_people()

    def show_locked(self, locked: Locked) -> None:
        """Become the lock page of a running program."""
        self._locked = locked
        self._remembered = locked.access.slot_id
        self.people.locked_fact.say(locked_words(locked))
        self.reload()

    def show_backup(self, made_at: datetime | None) -> None:
        """Say when the last good backup was made, in local time."""
        self.brand.show_backup(made_at)

    def take_focus(self) -> None:
        """Put the keyboard where the person goes on: field, people, or what helps."""
        if self.shown is not self.people:
            (self.closed if self._is_closed else self.recovery).take_focus()
        elif self.people.person is not None and self._remembered:
            self.people.card.take_focus()
            self.reveal(self.people.card)
        else:
            self.people.tiles.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the recovery key."""
        if event.key() == Qt.Key.Key_Escape and self._is_recovering:
            self._show_people()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.people.person_chosen.connect(self._ask)
        self.people.password_given.connect(self._try_password)
        self.people.pin_given.connect(self._try_pin)
        self.people.password_wanted.connect(self._ask_for_password)
        self.people.help_wanted.connect(self._show_recovery)
        self.people.folder_wanted.connect(self._choose_folder)
        self._countdown.timeout.connect(self._count_down)

    @property
    def _is_closed(self) -> bool:
        return "closed" in vars(self) and self.shown is self.closed

    @property
    def _is_recovering(self) -> bool:
        return "recovery" in vars(self) and self.shown is self.recovery

    @cached_property
    def recovery(self) -> RecoveryView:
        """Where the recovery key is typed; made when somebody needs it."""
        from ui.access.recovery_view import RecoveryView  # noqa: PLC0415  (rarely needed)

        view = RecoveryView()
        view.left.connect(self._show_people)
        return view

    @cached_property
    def _turn(self) -> RecoveryTurn:
        from ui.access.recovery_turn import RecoveryTurn  # noqa: PLC0415  (rarely needed)

        turn = RecoveryTurn(self.recovery, self._door, self._runner)
        turn.recovered.connect(self._enter)
        return turn

    @cached_property
    def closed(self) -> ClosedView:
        """What is said of files that cannot be used; made when they cannot."""
        from ui.access.closed_view import ClosedView  # noqa: PLC0415  (rarely needed)

        view = ClosedView()
        view.again_button.clicked.connect(self.reload)
        view.folder_button.clicked.connect(self._choose_folder)
        view.new_button.clicked.connect(self.new_clinic_wanted)
        return view

    # Who, and with what.

    @Slot()
    def _show_people(self) -> None:
        self.show_view(self.people)
        self._ask()
        self.take_focus()

    @Slot()
    def _ask(self) -> None:
        self._stop_waiting()
        locked = self._locked
        mine = locked is not None and self.chosen_slot == locked.access.slot_id
        self.people.password_card.note.set_hint(self._password_hint(mine=mine))
        self.people.ask(pin=mine and locked is not None and locked.access.has_pin())
        self.people.let_choose_folder(locked is None)

    @Slot()
    def _ask_for_password(self) -> None:
        self.people.ask(pin=False)
        self.people.card.take_focus()

    def _password_hint(self, *, mine: bool) -> str:
        if mine:
            return self.tr("What you typed is kept.")
        if self._locked is not None:
            return self.tr("What was typed before is kept.")
        return ""

    @Slot()
    def _show_recovery(self) -> None:
        self.show_view(self.recovery)
        owners = [each.name for each in self._entrance.people if each.role is Role.OWNER]
        self._turn.start(owners[0] if owners else self.tr("the owner"))

    # Trying to come in.

    @Slot(str)
    def _try_password(self, password: str) -> None:
        if not password:
            self._complain(self.tr("Enter your password."))
            return
        self.people.set_busy(self.tr("Checking…"))
        unlock = partial(self._door.unlock, self.chosen_slot, password)
        self._task = asked(self._runner, unlock)
        self._task.finished.connect(self._take_key)
        self._task.failed.connect(self._give_up)
        self._task.start()

    @Slot(str)
    def _try_pin(self, pin: str) -> None:
        if self._locked is None:
            return
        try:
            self._locked.access.unlock_with_pin(pin)
        except MustWait as spent:
            self._ask_for_password()
            self._complain(str(spent))
        except ClinicError as error:
            self._complain(str(error))
        else:
            self._come_back()

    @Slot(object)
    def _take_key(self, outcome: UnlockedKey | ClinicError) -> None:
        self.people.set_busy("")
        if isinstance(outcome, ClinicError):
            self._refuse(outcome)
        elif self._locked is not None and outcome.slot_id == self._locked.access.slot_id:
            self._unlock(self._locked)
        else:
            self._enter(outcome)

    def _unlock(self, locked: Locked) -> None:
        try:
            locked.access.say_unlocked()
        except ClinicError as error:
            self._complain(str(error))
        else:
            self._come_back()

    def _come_back(self) -> None:
        self.people.card.clear()
        self._locked = None
        self.people.locked_fact.say("")
        self.unlocked.emit()

    @Slot(object)
    def _enter(self, unlocked: UnlockedKey) -> None:
        try:
            user = self._door.enter(unlocked)
        except ClinicClosed as closed:
            self._show_closed(closed)
        except ClinicError as error:
            self._show_people()
            self._complain(str(error))
        else:
            self._remembered = unlocked.slot_id
            self._locked = None
            self.people.card.clear()
            self.signed_in.emit(user)

    def _refuse(self, error: ClinicError) -> None:
        if isinstance(error, ClinicClosed):
            self._show_closed(error)
            return
        self._complain(str(error))
        if isinstance(error, MustWait):
            self._wait_seconds = error.seconds
            self.people.card.go_button.setEnabled(False)
            self._countdown.start()

    def _complain(self, sentence: str) -> None:
        self.people.card.clear()
        self.people.card.show_problem(sentence)
        self.people.card.take_focus()

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        self.people.set_busy("")
        self._complain(self.tr("That did not work, and nothing was changed. Try again."))

    # Waiting after too many tries.

    def _stop_waiting(self) -> None:
        self._countdown.stop()
        self._wait_seconds = 0
        self.people.password_card.go_button.setEnabled(True)

    @Slot()
    def _count_down(self) -> None:
        self._wait_seconds -= 1
        if self._wait_seconds <= 0:
            self._stop_waiting()
            self.people.card.show_problem("")
            return
        words = self.tr("Too many wrong tries. You can try again in {0} s.")
        self.people.card.note.words.setText(words.format(self._wait_seconds))

    # Files that cannot be used.

    def _show_closed(self, closed: ClinicClosed) -> None:
        self.closed.explain(closed, str(self._door.folder.root))
        # Beside half a clinic another cannot be founded, and must not be.
        is_free = self._locked is None and not self._door.folder.exists()
        self.closed.new_button.setVisible(is_free)
        self.show_view(self.closed)
        announce(self, f"{self.closed.title.text()}. {closed}")
        self.take_focus()

    @Slot()
    def _choose_folder(self) -> None:
        folder = self._asker.folder(self.tr("Choose the clinic’s folder"))
        if folder is not None:
            self.folder_chosen.emit(folder)
