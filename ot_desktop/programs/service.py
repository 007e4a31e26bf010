"""Use cases of intensives: begin one, describe it, and the way to its children and plans."""

from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from db.queries import programs as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.programs import set_up_reading
from ot_desktop.programs.adjusting import Adjusting
from ot_desktop.programs.capacity import set_up_check
from ot_desktop.programs.children import ProgramChildren
from ot_desktop.programs.contradictions import Contradiction, contradictions
from ot_desktop.programs.dates import OpenDays
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.domain import (
    KindDraft,
    Program,
    ProgramDraft,
    ProgramTherapist,
    SetUpCheck,
)
from ot_desktop.programs.draft_checks import check_kind, check_program, check_therapist
from ot_desktop.programs.editing import Editing
from ot_desktop.programs.facts import open_days
from ot_desktop.programs.finding import Finding
from ot_desktop.programs.papers import Papers
from ot_desktop.programs.plans import Plans
from ot_desktop.programs.proposing import Proposing
from ot_desktop.programs.publishing import Publishing
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Entry, Work


class ProgramService:
    """Set up intensives; ``children``, ``plans``, ``board`` and the others do the rest.

    Everybody who sees the schedule reads; whoever holds ``PLAN_PROGRAM`` (front desk and owner)
    changes. Screens reload on ``PROGRAMS``, ``SCHEDULE``, ``CASELOAD`` and ``SETTINGS``.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._desk = Desk(work)
        self.children = ProgramChildren(work, self._desk)
        self.editing = Editing(work, self._desk)
        self.plans = Plans(work, self._desk, self.editing)
        self.board = Adjusting(work, self._desk, self.editing)
        self.proposing = Proposing(work, self._desk, self.board)
        self.publishing = Publishing(work, self._desk, self.editing)
        self.papers = Papers(work, self._desk)
        self.finding = Finding(work, self._desk, self.plans, self.board)

    def programs(self) -> tuple[Program, ...]:
        """Return all intensives, the latest first."""
        self._work.require(Permission.SEE_SCHEDULE)
        return set_up_reading.programs(self._clinic())

    def program(self, program_id: int) -> Program:
        """Return one intensive with its set-up; raises ``NotFound``."""
        self._work.require(Permission.SEE_SCHEDULE)
        return self._desk.facts(program_id).program

    def begin(self, draft: ProgramDraft, like: int | None = None) -> int:
        """Begin an intensive, blank or ``like`` an earlier one, and return its id.

        From the earlier one come its kinds of session and its therapists' limits, of whatever
        the clinic still has; no children. Without one, every therapist takes part with the usual
        limits. Raises ``ValidationError``.
        """
        check_program(draft)
        with self._saving() as entry:
            program_id = queries.insert_program(_columns(draft))
            queries.replace_rules(program_id, _rules(draft))
            if like is None:
                self._invite_everybody(program_id)
            else:
                self._copy(self.program(like), program_id)
            entry.subject = f"program {program_id}: begun"
            return program_id

    def draft_like(self, program_id: int, year: int) -> ProgramDraft:
        """Return a draft for ``year`` from an earlier intensive: name, dose, rules, same dates.

        A year in the name becomes ``year``; June 5 stays June 5 and is rolled over closed days.
        """
        like = self.program(program_id)
        years = year - like.starts_on.year
        return ProgramDraft(
            name=like.name.replace(str(like.starts_on.year), str(year)),
            starts_on=_years_later(like.starts_on, years),
            ends_on=_years_later(like.ends_on, years),
            dose=like.dose,
            rules=like.rules,
        )

    def change(self, program_id: int, draft: ProgramDraft) -> None:
        """Keep name, dates, dose and rules. Raises ``ValidationError``."""
        check_program(draft)
        with self._saving() as entry:
            if not queries.change_program(program_id, _columns(draft)):
                raise NotFound("This intensive is no longer in the file.")
            queries.replace_rules(program_id, _rules(draft))
            entry.subject = f"program {program_id}: set-up"

    def date_hints(self, starts_on: date | None, ends_on: date | None) -> tuple[str, ...]:
        """Say what is rolled over: "Jun 5 is a Saturday – begins Mon, Jun 7"; saves nothing."""
        self._work.require(Permission.SEE_SCHEDULE)
        if starts_on is None or ends_on is None or ends_on < starts_on:
            return ()
        return self._open_days().hints(starts_on, ends_on)

    def put_kind(self, program_id: int, draft: KindDraft) -> int:
        """Add a kind of session or change the one ``draft.id`` names; return its id."""
        check_kind(draft, self.program(program_id).kinds)
        with self._saving() as entry:
            entry.subject = f"program {program_id}: kinds of session"
            return self._put_kind(program_id, draft)

    def drop_kind(self, kind_id: int) -> None:
        """Take a kind out of the set-up; refused while a child wants it."""
        program_id = queries.program_of_kind(kind_id)
        if program_id is None:
            raise NotFound("This kind of session is no longer in the file.")
        wanting = queries.children_wanting(kind_id)
        if wanting:
            children = "child wants" if wanting == 1 else "children want"
            raise ClinicError(f"{wanting} {children} this kind. Choose another kind there first.")
        with self._saving() as entry:
            queries.drop_kind(kind_id, now_utc())
            entry.subject = f"program {program_id}: kinds of session"

    def put_therapist(self, program_id: int, therapist: ProgramTherapist) -> None:
        """Let a therapist take part, or change the limits; name and color are not looked at."""
        check_therapist(therapist)
        with self._saving() as entry:
            self._put_therapist(program_id, therapist)
            entry.subject = f"program {program_id}: therapists"

    def leave_out_therapist(self, program_id: int, therapist_id: int) -> None:
        """Let a therapist take no part; what is planned with them becomes a clash."""
        with self._saving() as entry:
            if not queries.leave_out_therapist(program_id, therapist_id):
                raise NotFound("This therapist takes no part already.")
            entry.subject = f"program {program_id}: therapists"

    def check_set_up(self, program_id: int) -> SetUpCheck:
        """Count needed against possible sessions, in plain words."""
        self._work.require(Permission.SEE_SCHEDULE)
        return set_up_check(self._desk.facts(program_id))

    def contradictions(self, program_id: int) -> tuple[Contradiction, ...]:
        """Return every child whose Musts cannot hold together, with what could give way."""
        self._work.require(Permission.SEE_SCHEDULE)
        return contradictions(self._desk.facts(program_id))

    def _invite_everybody(self, program_id: int) -> None:
        for each in self._settings.clinic().therapists:
            self._put_therapist(program_id, ProgramTherapist(each.id))

    def _copy(self, like: Program, program_id: int) -> None:
        clinic = self._settings.clinic()
        rooms = {room.id for room in clinic.rooms}
        here = {each.id for each in clinic.therapists}
        for therapist in like.therapists:
            if therapist.therapist_id in here:
                self._put_therapist(program_id, therapist)
        for kind in like.kinds:
            draft = KindDraft(
                kind.name,
                kind.skill_area,
                kind.length_minutes,
                tuple(each for each in kind.room_ids if each in rooms),
                tuple(each for each in kind.therapist_ids if each in here),
            )
            self._put_kind(program_id, draft)

    def _put_kind(self, program_id: int, draft: KindDraft) -> int:
        columns = {
            "name": draft.name.strip(),
            "skill_area": draft.skill_area,
            "length_minutes": draft.length_minutes,
        }
        kind_id = draft.id
        if kind_id is None:
            kind_id = queries.insert_kind(columns | {"program": program_id})
        elif not queries.change_kind(kind_id, columns):
            raise NotFound("This kind of session is no longer in the file.")
        rooms, therapists = dict.fromkeys(draft.room_ids), dict.fromkeys(draft.therapist_ids)
        queries.replace_of_kind(kind_id, rooms, therapists)
        return kind_id

    def _put_therapist(self, program_id: int, therapist: ProgramTherapist) -> None:
        lunch = therapist.lunch
        columns = {
            "most_minutes_a_day": therapist.most_minutes_a_day,
            "writing_minutes": therapist.writing_minutes,
            "lunch_from_min": lunch.start if lunch else None,
            "lunch_until_min": lunch.end if lunch else None,
            "lunch_minutes": therapist.lunch_minutes,
        }
        queries.put_therapist(program_id, therapist.therapist_id, columns)

    def _clinic(self) -> ClinicFacts:
        return ClinicFacts.of(self._settings.clinic())

    def _open_days(self) -> OpenDays:
        return open_days(self._clinic())

    def _saving(self) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.PLAN_PROGRAM, Topic.PROGRAMS, Action.CHANGED_PROGRAM)


def _columns(draft: ProgramDraft) -> dict[str, Any]:
    dose = draft.dose
    return {
        "name": draft.name.strip(),
        "starts_on": draft.starts_on,
        "ends_on": draft.ends_on,
        "sessions": dose.sessions,
        "length_minutes": dose.length_minutes,
        "most_a_day": dose.most_a_day,
        "least_a_week": dose.least_a_week,
        "most_a_week": dose.most_a_week,
        "longest_gap_days": dose.longest_gap_days,
    }


def _rules(draft: ProgramDraft) -> list[tuple[str, str, int | None]]:
    return [(each.rule.value, each.weight.value, each.number) for each in draft.rules]


def _years_later(day: date, years: int) -> date:
    """Return the same day of another year; February 29 becomes the 28th."""
    return day + relativedelta(years=years)
