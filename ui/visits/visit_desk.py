"""Moves visits through the services: the live check of a place, saving, taking it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError
from ot_desktop.programs.board import View
from ot_desktop.scheduling.checking import VisitCheck
from ot_desktop.scheduling.domain import ScheduledSession, Visit
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.rules import Finding, Kind, check
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import Services
from ui.asking import Asker
from ui.visits.board_facts import STEP, Fit, Hint, Moved, Verdict
from ui.visits.day_block import moved_words
from ui.visits.undoing import Deed

_WORDS = {
    Kind.CHILD_TAKEN: "child",
    Kind.THERAPIST_TAKEN: "therapist",
    Kind.INTERPRETER_TAKEN: "interpreter",
    Kind.ROOM_FULL: "room",
    Kind.ROOM_CLEAN_UP: "clean-up",
    Kind.ROOM_CLOSED: "room closed",
    Kind.CLOSED_DAY: "closed",
    Kind.FAMILY_NOT_HERE: "family",
    Kind.FAMILY_CANNOT_COME: "family",
    Kind.THERAPIST_AWAY: "away",
    Kind.THERAPIST_OFF: "off",
    Kind.HELD_FOR_FAMILY: "offered",
}


class VisitDesk(QObject):
    """``done`` carries what was done and the ``Deed``; ``refused`` why nothing was."""

    done = Signal(str, object)
    refused = Signal(str)

    def __init__(self, services: Services, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asker = asker
        self._check: VisitCheck | None = None
        self._visits: dict[int, ScheduledSession] = {}
        self._view = View.THERAPIST
        self._columns: tuple[int, ...] = ()
        self._hours = (0, 0)

    def show_day(
        self,
        visits: Sequence[ScheduledSession],
        view: View,
        columns: Sequence[int],
        hours: tuple[int, int],
    ) -> None:
        """Know what the board shows: its visits, what its columns are, and its hours."""
        self._visits = {each.id: each for each in visits}
        self._view, self._columns, self._hours = view, tuple(columns), hours
        self._check = None

    # Looking.

    def judge(self, to: Moved) -> Verdict:
        """Say what is in the way of a visit at a place."""
        visit, starts = self._visit(to), self._visits[to.session_id].starts
        verdict = _verdict(check(visit, self._facts(visit.child_id, visit.day)))
        if verdict.fit is Fit.FITS and visit.starts < now_local() and visit.starts != starts:
            return Verdict(Fit.WARNS, self.tr("past"), (self.tr("This time has passed."),))
        return verdict

    def survey(self, session_id: int, minutes: int) -> tuple[Hint, ...]:
        """Say where all over the board a visit of that length would fit."""
        known = self._visits[session_id]
        facts, now = self._facts(known.child_id, known.starts.date()), now_local()
        first, last = self._hours
        hints = []
        for column in self._columns_for(known):
            for start in range(-(-first // STEP) * STEP, last - minutes + 1, STEP):
                visit = self._visit(Moved(session_id, column, start, start + minutes))
                if visit.starts < now and visit.starts != known.starts:
                    hints.append(Hint(column, start, fits=False, word=self.tr("past")))
                    continue
                verdict = _verdict(check(visit, facts))
                hints.append(Hint(column, start, verdict.fit is Fit.FITS, verdict.short))
        return tuple(hints)

    def _columns_for(self, visit: ScheduledSession) -> tuple[int, ...]:
        return (visit.child_id,) if self._view is View.CHILD else self._columns

    def _facts(self, child_id: int, day: date) -> Facts:
        if self._check is None:
            self._check = self._services.scheduling.visit_check()
        return self._check.facts(child_id, day)

    def _visit(self, to: Moved) -> Visit:
        known = self._visits[to.session_id]
        here = visit_of(known)
        return replace(
            here,
            therapist_id=to.column if self._view is View.THERAPIST else here.therapist_id,
            room_id=(to.column or None) if self._view is View.ROOM else here.room_id,
            starts=_at(here.day, to.from_minute),
            ends=_at(here.day, to.until_minute),
        )

    # Changing.

    def move(self, to: Moved) -> bool:
        """Move a visit where it was put down; say whether it is there now."""
        known = self._visits[to.session_id]
        if self._view is View.CHILD and to.column != known.child_id:
            self.refused.emit(self.tr("A visit stays with its child."))
            return False
        return self.put(known, self._visit(to))

    def put(self, known: ScheduledSession, to: Visit) -> bool:
        """Save a visit at another place; a warning asks for a reason first."""
        moving = self._services.rearranging
        steps: Sequence[Step] = (Step(known.id, to),)
        reason = ""
        try:
            seen = moving.preview(steps)
            if seen.needs_reason and not seen.conflicts:
                reason = self._reason(seen.rows[0].findings) or ""
                if not reason:
                    return False
            back = moving.save(seen, reason)
        except ClinicError as error:
            self.refused.emit(str(error))
            return False
        words = moved_words(known, to.starts)
        before = known.override_reason or self.tr("Put back where it was.")
        undo, redo = self._again(back, before), self._again(steps, reason)
        self.done.emit(words, Deed(words, undo, redo))
        return True

    def _again(self, steps: Sequence[Step], reason: str) -> Callable[[], object]:
        moving = self._services.rearranging
        return lambda: moving.save(moving.preview(steps), reason)

    def _reason(self, findings: Sequence[Finding]) -> str | None:
        words = " ".join(sentence(each) for each in findings if each.needs_reason)
        question = self.tr("{0} Move it all the same?").format(words)
        name = self.tr("Why? It is kept on the visit with your name.")
        return self._asker.ask_text(question, name, self.tr("Move"))


def _verdict(findings: Sequence[Finding]) -> Verdict:
    if not findings:
        return Verdict()
    is_stop = any(each.is_stop for each in findings)
    needs_reason = any(each.needs_reason for each in findings)
    fit = Fit.STOPS if is_stop else Fit.WARNS if needs_reason else Fit.FITS
    short = "" if fit is Fit.FITS else _WORDS.get(findings[0].kind, "")
    return Verdict(fit, short, tuple(sentence(each) for each in findings))


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute)
