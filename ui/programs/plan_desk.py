"""Changes a plan through the services, and remembers how to take each change back."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError
from ot_desktop.programs.board import Block, View, WeekBoard
from ot_desktop.programs.placement import Change, Fix, NotPlaced, Place, PlaceCheck, Slot
from ot_desktop.programs.proposing import Proposal
from ot_desktop.programs.service import ProgramService
from ui.visits.targets import Carried

MOST_STEPS = 200


class PlanDesk(QObject):
    """``changed`` carries what was done, and whether it is new; ``refused`` why nothing was.

    ``moved_id`` is the session the last change left somewhere, ``not_put`` what was refused last.
    """

    changed = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, programs: ProgramService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.programs = programs
        self.plan_id = 0
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self.not_put: tuple[Carried, Place] | None = None
        self.moved_id: int | None = None

    def open(self, plan_id: int) -> None:
        """Work on a plan; what was done to another one can no longer be taken back here."""
        if plan_id != self.plan_id:
            self.plan_id = plan_id
            self._done.clear()
            self._undone.clear()

    # Looking.

    def week(self, day: date, view: View) -> WeekBoard:
        """Return the week of a day."""
        return self.programs.board.week(self.plan_id, day, view)

    def slots(self, carried: Carried, day: date) -> tuple[Slot, ...]:
        """Return every start of a week for a session."""
        return self.programs.board.slots(self.plan_id, carried.wanted_id, day, carried.planned_id)

    def check(self, carried: Carried, place: Place) -> PlaceCheck:
        """Say everything about one place."""
        return self.programs.board.check(self.plan_id, carried.wanted_id, place, carried.planned_id)

    def next_place(self, carried: Carried, after: Place | None) -> Place | None:
        """Return the next place that fits."""
        return self.programs.board.next_place(
            self.plan_id, carried.wanted_id, after, carried.planned_id
        )

    def not_placed(self) -> tuple[NotPlaced, ...]:
        """Return what is missing."""
        return self.programs.plans.not_placed(self.plan_id)

    # Changing.

    def put(self, carried: Carried, place: Place, *, anyway: bool = False) -> bool:
        """Move a session, or place one that is missing; say whether it is there now."""
        self.not_put = None if anyway else (carried, place)
        board = self.programs.board
        wanted, planned = carried.wanted_id, carried.planned_id
        where = f"{long_day(place.day)}, {clock_text(place.starts)}"
        if planned is None:
            words = self.tr("{0} placed: {1}").format(carried.child_name, where)
            return self._do(words, lambda: board.place(self.plan_id, wanted, place, anyway=anyway))
        words = self.tr("{0} moved: {1}").format(carried.child_name, where)
        return self._do(words, lambda: board.move(planned, place, anyway=anyway))

    def put_anyway(self) -> None:
        """Put down what was refused last, clash or not."""
        if self.not_put is not None:
            carried, place = self.not_put
            self.put(carried, place, anyway=True)

    def take_out(self, block: Block) -> bool:
        """Take a session out of the plan."""
        planned = block.planned_id
        if planned is None:
            return self._refuse(self._stays_words(block))
        words = self.tr("{0} taken out: {1}").format(block.child_name, _when(block))
        return self._do(words, lambda: self.programs.board.take_out(planned))

    def turn_lock(self, block: Block) -> bool:
        """Lock a session where it is, or let it go."""
        planned = block.planned_id
        if planned is None:
            return self._refuse(self._stays_words(block))
        locked = not block.is_locked
        words = self.tr("{0} locked: {1}") if locked else self.tr("{0} unlocked: {1}")
        words = words.format(block.child_name, _when(block))
        return self._do(words, lambda: self.programs.board.lock(planned, locked=locked))

    def apply(self, fix: Fix) -> bool:
        """Do what a fix says."""
        return self._do(fix.text, lambda: self.programs.board.apply(self.plan_id, fix))

    def accept(self, proposal: Proposal) -> bool:
        """Do what a therapist proposes."""
        words = self.tr("Accepted: {0}").format(proposal.text)
        return self._do(words, lambda: self.programs.proposing.accept(proposal.id))

    def say_why_it_stays(self, block: Block) -> str:
        """Return why a block cannot be moved; nothing when it can."""
        if block.planned_id is None:
            return self._stays_words(block)
        if block.is_history:
            return self.tr("{0}’s session has happened. It stays.").format(block.short_name)
        if block.is_locked:
            return self.tr("{0} is locked here. Press L to unlock.").format(block.short_name)
        return ""

    # Taking back.

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something that was taken back can be done again."""
        return bool(self._undone)

    def undo(self) -> bool:
        """Take the last change back."""
        return self._turn(self._done, self._undone, self.tr("Taken back: {0}"))

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._turn(self._undone, self._done, self.tr("Done again: {0}"))

    def change_of(self, planned_ids: Collection[int]) -> Change | None:
        """Return the latest change that put one of these sessions where it is."""
        return next(
            (
                change
                for change in reversed(self._done)
                if any(each.id in planned_ids for each in change.after)
            ),
            None,
        )

    def undo_change(self, change: Change) -> bool:
        """Take back one change out of its turn."""
        done = [each for each in self._done if each is not change]
        self._done = [*done, change]
        return self.undo()

    def _do(self, words: str, verb: Callable[[], Change]) -> bool:
        try:
            change = replace(verb(), text=words)
        except ClinicError as error:
            return self._refuse(str(error))
        self.not_put = None
        self.moved_id = next((each.id for each in change.after), None)
        self._done.append(change)
        del self._done[:-MOST_STEPS]
        self._undone.clear()
        self.changed.emit(words, True)  # noqa: FBT003  (a signal's argument has no name)
        return True

    def _turn(self, source: list[Change], target: list[Change], words: str) -> bool:
        if not source:
            return False
        change = source.pop()
        try:
            back = self.programs.board.undo(change)
        except ClinicError as error:
            return self._refuse(str(error))
        self.moved_id = next((each.id for each in back.after), None)
        target.append(replace(back, text=change.text))
        self.changed.emit(words.format(change.text), False)  # noqa: FBT003  (a signal)
        return True

    def _refuse(self, sentence: str) -> bool:
        """Say why nothing was done."""
        self.refused.emit(sentence)
        return False

    def _stays_words(self, block: Block) -> str:
        words = self.tr("{0}’s weekly visit stays put. Move it in the calendar.")
        return words.format(block.short_name)


def _when(block: Block) -> str:
    return f"{long_day(block.starts.date())}, {clock_text(block.starts)}"
