"""Puts together what a family takes home of a series: a calendar, and a file for their phone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from db.queries import attendance as attendance_queries
from db.queries import scheduling as queries
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import ChildPage, first_name
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError
from ot_desktop.paper.file_names import child_file_kind
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.day_papers import to_call
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.family_lines import what_to_bring, who_may_collect
from ot_desktop.scheduling.ics import CalendarEntry, calendar_file
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

_OF_THE_FILE = "calendar_key"


@dataclass(frozen=True, slots=True)
class SavedCalendar:
    """A file for a calendar app, and a name every computer takes."""

    name: str
    content: bytes


class FamilyPapers:
    """What is gathered may be looked at; ``note_printed`` keeps in the log that it was printed."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)

    def series_to_print(self, child_id: int) -> int:
        """Return the child's series with the nearest coming visit, else the one that ended last."""
        self._work.require(Permission.SEE_SCHEDULE)
        theirs = [each for each in _all_of(child_id) if each.series_id and each.status.takes_time]
        if not theirs:
            raise ClinicError("This child has no visits in a series. There is nothing to print.")
        coming = [each for each in theirs if each.starts.date() >= today()]
        if coming:
            return min(coming, key=lambda each: each.starts).series_id or 0
        return max(theirs, key=lambda each: each.starts).series_id or 0

    def calendars(self, series_id: int, language: str = "en") -> tuple[FamilyCalendar, ...]:
        """Return the calendar of a series with its make-ups, and the household's other children."""
        self._work.require(Permission.SEE_SCHEDULE)
        pages, sessions = self._of_family(series_id)
        found = [each for each in sessions if each.status.takes_time]
        if pages[0].id not in {each.child_id for each in found}:
            raise ClinicError("No visit of this series is left. There is nothing to print.")
        coming = {each.child_id for each in found}
        pages = [each for each in pages if each.id in coming]
        return (replace(self._calendar(found, pages), language=language),)

    def note_printed(self, series_id: int) -> None:
        """Keep in the activity log that a family's calendar was printed, for each child on it."""
        [session, *_] = queries.sessions_of_series(series_id, reading.scheduled_session)
        page = caseload_reading.child_page(session.child_id)
        for child_id in (page.id, *(each.id for each in _of_one_household(page))):
            with self._work.viewing(
                Permission.SEE_SCHEDULE, Action.PRINTED_SCHEDULE, child_id
            ) as entry:
                entry.subject = f"family calendar, series {series_id}"

    def file_kind(self, series_id: int) -> str:
        """Return how the files of a series are called before their day: ``Maya-O_visits``."""
        [session, *_] = queries.sessions_of_series(series_id, reading.scheduled_session)
        page = caseload_reading.child_page(session.child_id)
        return child_file_kind(_called(page), page.family_name[:1], "visits")

    def file_name(self, series_id: int) -> str:
        """Return the name the calendar file of a series is suggested to be saved by."""
        return f"{self.file_kind(series_id)}_{today().isoformat()}.ics"

    def calendar_file(self, series_id: int) -> SavedCalendar:
        """Return what ``calendars`` prints for a calendar app; the activity log keeps who did.

        Called-off visits are in it as such, so that they leave the family's calendar too. Each
        visit keeps the zone it was booked or last moved in, whatever the clinic's zone is today.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        pages, sessions = self._of_family(series_id)
        names = {page.id: _called(page) for page in pages}
        with self._work.continuing(Permission.SEE_SCHEDULE):
            key = _key_of_the_file()
        entries = [
            CalendarEntry(
                key=f"visit-{each.id}@{key}.ot-desktop",
                child=names[each.child_id],
                starts=each.starts,
                ends=each.ends,
                zone=each.zone,
                is_called_off=not each.status.takes_time,
            )
            for each in sessions
        ]
        for page in pages:
            with self._work.viewing(
                Permission.SEE_SCHEDULE, Action.SAVED_SCHEDULE, page.id
            ) as entry:
                count = sum(each.child_id == page.id for each in sessions)
                entry.subject = f"series {series_id}, {count} visits"
        content = calendar_file(entries, self._clinic(), now_utc())
        return SavedCalendar(self.file_name(series_id), content)

    def _of_family(self, series_id: int) -> tuple[list[ChildPage], list[ScheduledSession]]:
        """Return a series with its make-ups, and the household's other visits of those days."""
        found = self._with_make_ups(series_id)
        live = [each for each in found if each.status.takes_time] or found
        first = min(each.starts.date() for each in live)
        last = max(each.starts.date() for each in live)
        pages = [caseload_reading.child_page(found[0].child_id)]
        for sibling in _of_one_household(pages[0]):
            theirs = [each for each in _all_of(sibling.id) if first <= each.starts.date() <= last]
            if theirs:
                pages.append(sibling)
                found += theirs
        return pages, found

    def _with_make_ups(self, series_id: int) -> list[ScheduledSession]:
        sessions = queries.sessions_of_series(series_id, reading.scheduled_session)
        if not sessions:
            raise ClinicError("This series is no longer in the file.")
        known = {each.id for each in sessions}
        elsewhere = set(attendance_queries.make_ups_in(known)) - known
        of_child = _all_of(sessions[0].child_id)
        return sessions + [each for each in of_child if each.id in elsewhere]

    def _calendar(
        self, sessions: Sequence[ScheduledSession], pages: Sequence[ChildPage]
    ) -> FamilyCalendar:
        missed = {each.id for page in pages for each in _all_of(page.id)}
        make_ups = attendance_queries.make_ups_in(missed)
        names = {page.id: _called(page) for page in pages}
        visits = tuple(
            CalendarVisit(
                starts=each.starts,
                ends=each.ends,
                therapist=first_name(each.therapist_name),
                room=each.room_name or "",
                label=_label(each, make_ups),
                child=names[each.child_id] if len(pages) > 1 else "",
            )
            for each in sorted(sessions, key=lambda each: each.starts)
        )
        last = max(visit.starts.date() for visit in visits)
        clinic = self._settings.clinic()
        return FamilyCalendar(
            children=tuple(names.values()),
            title="visits",
            visits=visits,
            closed=tuple((each.day, each.reason or "Clinic closed") for each in clinic.closed_days),
            bring=what_to_bring(pages),
            pick_up=who_may_collect(pages, last),
            clinic=self._clinic(),
            printed_on=today(),
        )

    def _clinic(self) -> ClinicOnPaper:
        kept = self._settings.clinic().settings
        return ClinicOnPaper(kept.name, kept.phone, kept.address, kept.phone_hours)


def _all_of(child_id: int) -> list[ScheduledSession]:
    return queries.sessions_of(child_id, reading.scheduled_session)


def _of_one_household(page: ChildPage) -> list[ChildPage]:
    """Return the siblings whose visits the same adults may read about.

    Half-siblings with another home are not among them: one family's paper is not the other's.
    """
    here = {each.id for each in page.siblings}
    adults = {each.id for each in to_call(page)}
    others = [caseload_reading.child_page(each) for each in queries.siblings(page.id)]
    return [
        each
        for each in others
        if each.id in here or (adults and adults == {one.id for one in to_call(each)})
    ]


def _label(session: ScheduledSession, make_ups: dict[int, int]) -> str:
    if session.id in make_ups:
        return "Make-up"
    return f"Visit {session.number}" if session.number else "Visit"


def _called(page: ChildPage) -> str:
    return page.preferred_name or page.given_name


def _key_of_the_file() -> str:
    """Return what tells this clinic's visits from any other's, made at the first asking."""
    kept = settings_queries.setting(_OF_THE_FILE)
    if kept is None:
        kept = json.dumps(uuid4().hex)
        settings_queries.put_setting(_OF_THE_FILE, kept)
    return str(json.loads(kept))
