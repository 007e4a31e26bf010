"""Puts together the papers of a published intensive, for families and for colleagues."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from db.queries import plans as queries
from ot_desktop.audit import Action
from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import AlertKind
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day, short_day
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.programs.availability_form import availability_form
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.domain import Readiness
from ot_desktop.programs.facts import OwnSession, ProgramFacts
from ot_desktop.programs.families import last_told
from ot_desktop.programs.family_paper import family_calendar
from ot_desktop.programs.mending import Price
from ot_desktop.programs.program_visits import (
    by_child,
    day_of,
    grouped,
    monday_of,
    room_name,
    start_of,
    therapist_name,
    visits_of,
)
from ot_desktop.programs.telling import FamilyToTell
from ot_desktop.scheduling.paper.domain import (
    FamilyCalendar,
    Group,
    Listing,
)
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

_OF_WEEK = (1.4, 2.4, 2.6, 2.0, 1.1)  # the columns' parts of the width
_OF_CHILD = (0.7, 2.0, 2.0, 2.6, 2.2)


class Papers:
    """Gather what is printed; drawing it takes a moment and belongs beside the window.

    Schedules are as the calendar has them, so none is printed before it is published. Each
    gathering is kept in the activity log.
    """

    def __init__(self, work: Work, desk: Desk) -> None:
        self._work = work
        self._desk = desk
        self._settings = SettingsService(work)

    def families(
        self, program_id: int, families: Sequence[FamilyToTell]
    ) -> tuple[FamilyCalendar, ...]:
        """Return a calendar for each family that has visits, marked where it was told otherwise."""
        return tuple(calendar for _family, calendar in self.calendars(program_id, families))

    def calendars(
        self, program_id: int, families: Sequence[FamilyToTell]
    ) -> tuple[tuple[FamilyToTell, FamilyCalendar], ...]:
        """Return the families that have visits, each with its calendar."""
        facts = self._facts(program_id)
        told = dict(queries.last_told(program_id, last_told))
        clinic = self._settings.clinic()
        found = []
        for family in families:
            children = [facts.children[each] for each in family.program_child_ids]
            calendar = family_calendar(facts, children, told, clinic)
            if calendar is not None:
                found.append((family, calendar))
                self._log(program_id, [child.child_id for child in children])
        if not found:
            raise ClinicError("These families have no visits yet. Publish first.")
        return tuple(found)

    def forms(self, program_id: int) -> tuple[Listing, ...]:
        """Return a blank form for each child whose times are missing; for all when none is."""
        self._work.require(Permission.SEE_SCHEDULE)
        facts = self._desk.facts(program_id)
        here = [each for each in facts.children.values() if each.left_on is None]
        asked = [each for each in here if each.readiness is Readiness.MISSING_TIMES] or here
        if not asked:
            raise ClinicError("No child is in this intensive yet. Add children first.")
        self._log(program_id, [each.child_id for each in asked])
        clinic = self._settings.clinic().settings.name
        return tuple(availability_form(facts, each, clinic) for each in asked)

    def make_up(self, program_id: int, price: Price) -> tuple[Listing, ...]:
        """Return the sessions that have no place any more, with where they could be made up."""
        self._work.require(Permission.SEE_SCHEDULE)
        program = self._desk.facts(program_id).program
        rows = tuple(
            ("", each.names, each.when, "; ".join(each.places) or each.why) for each in price.owed
        )
        self._log(program_id, [])
        listing = Listing(
            title="Make-up list",
            second_line=f"{program.name}, {_sessions(len(rows))} without a place",
            columns=("", "Child", "Was", "Could be made up"),
            shares=(0.4, 1.8, 1.8, 5.0),
            groups=(Group("To be called", rows),),
            nothing="No sessions.",
            clinic=self._settings.clinic().settings.name,
            printed_on=today(),
        )
        return (listing,)

    def therapists(self, program_id: int) -> tuple[Listing, ...]:
        """Return each therapist's sessions, one list a week."""
        facts = self._facts(program_id)
        names = {each.therapist_id: each.name for each in facts.program.therapists}

        def of_therapist(visit: OwnSession) -> str:
            return names.get(visit.therapist_id) or therapist_name(facts, visit)

        return self._weeks(facts, of_therapist, "Room", lambda visit: room_name(facts, visit))

    def rooms(self, program_id: int) -> tuple[Listing, ...]:
        """Return each room's sessions, one list a week."""
        facts = self._facts(program_id)

        def of_room(visit: OwnSession) -> str:
            return room_name(facts, visit) or "No room"

        return self._weeks(facts, of_room, "Therapist", lambda visit: therapist_name(facts, visit))

    def everybody(self, program_id: int) -> tuple[Listing, ...]:
        """Return the master list: every child with all sessions."""
        facts = self._facts(program_id)
        visits_by_child = by_child(facts)
        groups = [
            Group(
                f"{facts.by_child_id[child_id].full_name}, {_sessions(len(visits))}",
                tuple(
                    (
                        str(number),
                        long_day(visit.starts.date()),
                        _times(visit),
                        therapist_name(facts, visit),
                        room_name(facts, visit),
                    )
                    for number, visit in enumerate(visits, start=1)
                ),
            )
            for child_id, visits in sorted(
                visits_by_child.items(), key=lambda each: facts.by_child_id[each[0]].full_name
            )
        ]
        self._log(program_id, [])
        columns = ("No.", "Day", "Time", "Therapist", "Room")
        return (self._listing(facts.program.name, "All children", columns, _OF_CHILD, groups),)

    def _weeks(
        self,
        facts: ProgramFacts,
        lane: Callable[[OwnSession], str],
        column: str,
        other: Callable[[OwnSession], str],
    ) -> tuple[Listing, ...]:
        columns = ("Time", "Child", "Alerts", column, "Visit")
        alerts = {each.child_id: _alert_codes(each.child_id) for each in facts.children.values()}
        totals = {key: len(each) for key, each in by_child(facts).items()}
        found = []
        for name, visits in sorted(grouped(visits_of(facts), lane).items()):
            for monday, week in sorted(grouped(visits, monday_of).items()):
                groups = [
                    Group(
                        long_day(day),
                        tuple(
                            (
                                _times(visit),
                                facts.by_child_id[visit.child_id].short_name,
                                alerts[visit.child_id],
                                other(visit),
                                f"{visit.number or ''} of {totals[visit.child_id]}",
                            )
                            for visit in sorted(on_day, key=start_of)
                        ),
                    )
                    for day, on_day in sorted(grouped(week, day_of).items())
                ]
                span = f"{short_day(monday)} to {short_day(monday + timedelta(days=4))}"
                line = f"{facts.program.name}, {span}, {_sessions(len(week))}"
                found.append(self._listing(name, line, columns, _OF_WEEK, groups))
        self._log(facts.program.id, [])
        return tuple(found)

    def _listing(
        self,
        title: str,
        line: str,
        columns: tuple[str, ...],
        shares: tuple[float, ...],
        groups: Iterable[Group],
    ) -> Listing:
        return Listing(
            title=title,
            second_line=line,
            columns=columns,
            shares=shares,
            groups=tuple(groups),
            nothing="No sessions.",
            clinic=self._settings.clinic().settings.name,
            printed_on=today(),
        )

    def _facts(self, program_id: int) -> ProgramFacts:
        self._work.require(Permission.SEE_SCHEDULE)
        facts = self._desk.facts(program_id)
        if not visits_of(facts):
            raise ClinicError("Nothing is published yet. Publish first, then print.")
        return facts

    def _log(self, program_id: int, child_ids: Sequence[int]) -> None:
        for child_id in child_ids or (None,):
            with self._work.viewing(
                Permission.SEE_SCHEDULE, Action.PRINTED_SCHEDULE, child_id
            ) as entry:
                entry.subject = f"program {program_id}"


def _alert_codes(child_id: int) -> str:
    """Return allergies and precautions by their titles; what a court wrote is not among them."""
    alerts = caseload_reading.child_page(child_id).alerts
    listed = (*alerts.of(AlertKind.ALLERGY), *alerts.of(AlertKind.PRECAUTION))
    return ", ".join(alert.title for alert in listed)


def _times(visit: OwnSession) -> str:
    return f"{clock_text(visit.starts)}-{clock_text(visit.ends)}"


def _sessions(count: int) -> str:
    return f"{count} session{'' if count == 1 else 's'}"
