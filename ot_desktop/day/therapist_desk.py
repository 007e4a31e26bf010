"""Use cases of a therapist's day: my visits, the brief of one, what waits for me."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from db.queries import day as queries
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import now_local
from ot_desktop.day.domain import DayVisit
from ot_desktop.day.service import DayService
from ot_desktop.day.therapist_day import (
    PLAN_LINES,
    Brief,
    MyVisit,
    ProgramDue,
    goals_now,
    parent_words,
)
from ot_desktop.home_programs.clashing import ClashingProgram, clashing_programs
from ot_desktop.home_programs.program_page import CHANGE_AFTER_DAYS
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.messages.domain import Message
from ot_desktop.messages.service import MessageService
from ot_desktop.notes.note_page import UnfinishedNote
from ot_desktop.notes.over_time import LeftFor, OverTime
from ot_desktop.notes.service import NotesService
from ot_desktop.permissions import Permission, Role
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.work import Work

ENDS_WITHIN = timedelta(days=3)
COMES_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class KnownOfChildren:
    """The features that know something of a child."""

    caseload: CaseloadService
    notes: NotesService
    over_time: OverTime
    home_programs: HomeProgramService
    messages: MessageService


class TherapistDesk:
    """Reads what other features know, for whoever treats; writes nothing itself."""

    def __init__(self, work: Work, day: DayService, known: KnownOfChildren) -> None:
        self._work = work
        self._day = day
        self._known = known

    def begins_with_mine(self, day: date) -> bool:
        """Say whether my own sessions come first; an owner's do on days when there are some."""
        user = self._work.user
        return user.has_own_day and (user.role is not Role.OWNER or bool(self.visits(day)))

    def visits(self, day: date) -> tuple[MyVisit, ...]:
        """Return my visits of a day by time, each with the plan from the last note."""
        mine = self._work.user.therapist_id
        visits = [e for e in self._day.visits(day, day) if e.session.therapist_id == mine]
        left = self._known.over_time.left_for(each.session.id for each in visits)
        return tuple(_mine(each, left.get(each.session.id)) for each in visits)

    def brief(self, session: ScheduledSession, *, again: bool = False) -> Brief:
        """Return what is worth knowing before a child comes in.

        The log keeps who looked, once: not when the same brief is only read ``again``.
        """
        known = self._known
        read = known.caseload.banner if again else known.caseload.child
        child = read(session.child_id)
        last = known.over_time.last_note(child.id, session.starts)
        return Brief(
            session=session,
            child=child,
            goals=goals_now(child, last),
            last_on=last.on if last else None,
            plan=last.plan if last else (),
            said=parent_words(last),
            questions=tuple(
                each for each in known.messages.of_child(child.id) if each.waits_for_answer
            ),
            show_again=known.over_time.show_again(child.id, session.starts),
            practice=known.over_time.home_practice(child.id),
            program=known.home_programs.current(child.id),
        )

    def unfinished(self) -> tuple[UnfinishedNote, ...]:
        """Return my unfinished notes, the oldest first."""
        return tuple(each for each in self._known.notes.unfinished() if each.is_mine)

    def messages(self) -> tuple[Message, ...]:
        """Return what families of mine wait for, and what I promised; the oldest first."""
        user = self._work.user
        return tuple(
            each
            for each in self._known.messages.open_ones()
            if each.concerns(user.id, user.therapist_id)
        )

    def programs_due(self) -> tuple[ProgramDue, ...]:
        """Return my children whose home program clashes with an alert, then who come soon.

        Of those the ones whose program ends by then, is over 3 weeks old, or is missing.
        """
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        now, mine = now_local(), self._work.user.therapist_id
        old = (now.date() + ENDS_WITHIN, now.date() - timedelta(days=CHANGE_AFTER_DAYS))
        found = queries.programs_due(mine, (now, now + COMES_WITHIN), old, _due)
        comes = {due.child_id: due.next_visit for due in found}
        clashing = [
            _clashing(each, comes.get(each.child_id))
            for each in clashing_programs(now.date())
            if each.therapist_id == mine
        ]
        told = {due.child_id for due in clashing}
        return (*clashing, *(due for due in found if due.child_id not in told))


def _mine(visit: DayVisit, left: LeftFor | None) -> MyVisit:
    if left is None:
        return MyVisit(visit)
    return MyVisit(visit, left.plan[:PLAN_LINES], left.on, left.week)


def _due(
    *, child_id: int, child_name: str, starts_on: str | None, ends_on: str | None, next_visit: str
) -> ProgramDue:
    comes = datetime.fromisoformat(next_visit)
    return ProgramDue(child_id, child_name, _day(ends_on), comes, _day(starts_on))


def _clashing(program: ClashingProgram, next_visit: datetime | None) -> ProgramDue:
    return ProgramDue(
        program.child_id,
        program.child_name,
        None,
        next_visit,
        program.starts_on,
        " ".join(program.sentences),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
