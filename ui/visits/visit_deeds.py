"""Says through the services what became of a visit, each with its way back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import InterpreterUse, ScheduledSession, SessionStatus, Visit
from ot_desktop.scheduling.rearranging import Step
from ot_desktop.scheduling.visit_day import VisitDay
from ot_desktop.scheduling.who_collects import Adult
from ot_desktop.services import Services
from ui.visits.booked_words import booked_words
from ui.visits.undoing import Deed, Then
from ui.visits.visit_moment import Say
from ui.visits.visit_words import status_words, when_words


class VisitDeeds:
    """Each returns the deed; each raises ``ClinicError`` and then nothing was kept."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._attendance = services.attendance
        self._rebooking = services.rebooking
        self._scheduling = services.scheduling

    def say(self, session: ScheduledSession, say: Say) -> Deed:
        """Say that the family is here, is not, or will come."""
        simple: dict[Say, Callable[[int], object]] = {
            Say.CHECK_IN: self._attendance.check_in,
            Say.NOT_HERE: self._attendance.take_back_check_in,
            Say.CONFIRM: self._attendance.confirm,
        }
        return self._done(session, partial(simple[say], session.id))

    def record(
        self,
        session: ScheduledSession,
        outcome: Outcome,
        print_sheet: Callable[[int], object] | None = None,
    ) -> Deed:
        """Keep what became of a visit; after a no-show a sheet for home can be printed."""
        deed = self._done(session, partial(self._attendance.record, session.id, outcome))
        if outcome.status is SessionStatus.NO_SHOW and print_sheet is not None:
            then = Then(_tr("Print one activity"), partial(print_sheet, session.id))
            deed = replace(deed, then=then)
        return deed

    def rebook(
        self, missed: ScheduledSession, to: Visit, print_slip: Callable[[int], object]
    ) -> Deed:
        """Book the make-up of a missed visit; its slip can be printed for the family."""
        preview = self._rebooking.preview(missed.id, to)
        series_id = self._scheduling.book(preview)
        undo = partial(self._scheduling.withdraw, series_id)
        made_up = self._attendance.visit(missed.id).make_up_id
        then = (
            Then(_tr("Print slip"), partial(print_slip, made_up)) if made_up is not None else None
        )
        return Deed(booked_words(preview), undo, then=then)

    def cancel_like(self, session: ScheduledSession, outcome: Outcome) -> Deed:
        """Cancel a sibling's visit by the same call; in time or late follows for each."""
        if outcome.called_at is not None:
            policy = self._attendance.policy()
            called = Outcome.called_off(session.starts, outcome.called_at, policy)
            outcome = replace(outcome, status=called.status)
        return self.record(session, outcome)

    def check_out(self, session: ScheduledSession, adult: Adult, why: str) -> Deed:
        """Note who took the child home."""
        deed = self._done(session, partial(self._attendance.check_out, session.id, adult, why))
        words = f"{session.child_name}: went home with {adult.name}"
        return Deed(words, deed.undo, deed.redo)

    def take_off(self, session: ScheduledSession) -> Deed:
        """Take a visit that was booked by mistake off the schedule; its row stays in the file."""
        series = self._services.series
        when = f"{long_day(session.starts.date())}, {clock_text(session.starts)}"
        words = f"{session.child_name}: {when} taken off"
        back = series.take_off_one(session.id)
        undo = partial(self._put_back, back)
        return Deed(words, undo, partial(series.take_off_one, session.id))

    def _put_back(self, back: Sequence[Step]) -> None:
        moving = self._services.rearranging
        moving.save(moving.preview(back), "Taken back.")

    def note_brought(self, session: ScheduledSession, caregiver_id: int | None) -> Deed:
        """Say who brought the child."""
        keep = partial(self._attendance.note_brought, session.id)
        before = self._attendance.visit(session.id).brought_by_id
        keep(caregiver_id)
        who = self._attendance.visit(session.id).brought_by or "somebody not on the list"
        words = f"{session.child_name}: brought by {who}"
        return Deed(words, partial(keep, before), partial(keep, caregiver_id))

    def note(self, session: ScheduledSession, words: str) -> Deed:
        """Keep the line for the front desk."""
        keep = self._attendance.note_for_desk
        before = self._attendance.visit(session.id).desk_note
        keep(session.id, words)
        undo, redo = partial(keep, session.id, before), partial(keep, session.id, words)
        return Deed(f"{session.child_name}: note for the desk saved", undo, redo)

    def note_interpreter(self, session: ScheduledSession, use: InterpreterUse | None) -> Deed:
        """Note whether the family used the interpreter."""
        keep = partial(self._attendance.note_interpreter, session.id)
        before = InterpreterUse(session.interpreter_use) if session.interpreter_use else None
        keep(use)
        words = f"{session.child_name}: interpreter {use.value if use else 'not noted'}"
        return Deed(words, partial(keep, before), partial(keep, use))

    def _done(self, session: ScheduledSession, act: Callable[[], object]) -> Deed:
        before = self._attendance.visit(session.id)
        act()
        after = self._attendance.visit(session.id)
        words = f"{session.child_name}: {status_words(after.now.status).lower()}"
        if before.make_up_id is not None and after.make_up_id is None:
            make_up = self._scheduling.session(before.make_up_id)
            extra = _tr("{0}. The make-up on {1} is an extra visit now.")
            words = extra.format(words, when_words(make_up, today()))
        return Deed(words, partial(self._go, after, before), partial(self._go, before, after))

    def _go(self, here: VisitDay, there: VisitDay) -> None:
        """Go from how a visit stood to how it stood before; not over what others said since."""
        if self._attendance.visit(here.id).now.status is not here.now.status:
            raise ClinicError("This visit was changed meanwhile. Look at it again.")
        self._attendance.restore(here.id, there)


def _tr(words: str) -> str:
    return QCoreApplication.translate("visit", words)
