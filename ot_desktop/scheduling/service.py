"""Use cases of the schedule: look at a series before it is saved, book it, take it back."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.attending import kept_policy
from ot_desktop.scheduling.checking import VisitCheck
from ot_desktop.scheduling.domain import (
    Booking,
    ScheduledSession,
    SeriesRequest,
)
from ot_desktop.scheduling.facts import ClinicFacts, Facts
from ot_desktop.scheduling.make_ups import missed, refuse_make_up
from ot_desktop.scheduling.preview import (
    Choice,
    Choices,
    PreviewRow,
    RowState,
    SeriesPreview,
    first_alternatives,
    place,
    refuse_changed,
    wants_alternatives,
    with_alternatives,
)
from ot_desktop.scheduling.reading import AuthorizationUse
from ot_desktop.scheduling.rearranging import Step
from ot_desktop.scheduling.row_columns import columns_of, number_of
from ot_desktop.scheduling.series import DatedSeries, date_series
from ot_desktop.scheduling.taking_back import take_back
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Entry, Work

NO_CHOICES: Choices = {}


class SchedulingService:
    """Book series of sessions, and read the schedule."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._days = reading.WholeDays()

    def preview(
        self,
        request: SeriesRequest,
        choices: Choices = NO_CHOICES,
        beside: Collection[Booking] = (),
    ) -> SeriesPreview:
        """Return every row with what is in its way and what else fits; saves nothing.

        ``beside`` is what is about to be booked with it, such as a sibling's visits.
        Raises ``ValidationError`` naming each field that cannot be booked.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        dated, rows, facts = self._placed(request, choices, beside)
        wanting = {row.day for row in rows if wants_alternatives(row)}
        if wanting:
            rows = with_alternatives(rows, self._days.added_to(facts, wanting))
        return _preview(request, choices, rows, dated, facts)

    def preview_free(self, request: SeriesRequest, starts: Collection[datetime]) -> SeriesPreview:
        """Return the preview with only these starts kept, the other dates left out."""
        found = self.preview(request)
        left_out = {
            row.asked: Choice()
            for row in found.rows
            if row.asked is not None and row.asked not in starts
        }
        return self.preview(request, left_out)

    def visit_check(self) -> VisitCheck:
        """Return the question what stands in the way of a visit, to be asked many times."""
        self._work.require(Permission.SEE_SCHEDULE)
        return VisitCheck(ClinicFacts.of(self._settings.clinic()), self._days)

    def clinic_facts(self, first: date, last: date) -> ClinicFacts:
        """Return hours, closed days, rooms, therapists and who is away between two days."""
        self._work.require(Permission.SEE_SCHEDULE)
        facts = ClinicFacts.of(self._settings.clinic())
        return reading.clinic_between(facts, first, last)

    def first_alternatives(self, preview: SeriesPreview) -> SeriesPreview:
        """Return the preview with the first alternative taken in every conflict that has one."""
        self._work.require(Permission.SEE_SCHEDULE)
        _dated, rows, facts = self._placed(preview.request, preview.choices)
        days = {row.day for row in rows if row.state is RowState.CONFLICT}
        facts = self._days.added_to(facts, days)
        return self.preview(preview.request, first_alternatives(rows, preview.choices, facts))

    def book(self, preview: SeriesPreview, reason: str = "", into: int | None = None) -> int:
        """Save all sessions of a preview or none, and return the id of the series.

        Everything is checked again inside the transaction. ``reason`` says why warnings are
        overridden; it is kept on the sessions it is about, with the name of who booked. ``into``
        names a series that is extended rather than begun.
        """
        child_id = preview.request.child_id
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.BOOKED, child_id) as entry:
            return self._book(preview, reason, into, entry)

    def book_together(self, previews: Sequence[SeriesPreview], reason: str = "") -> tuple[int, ...]:
        """Save several children's series, all or none, and return their ids.

        Each is checked beside those before it.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.BOOKED) as entry:
            ids = tuple(self._book(each, reason, None, entry) for each in previews)
            entry.subject = f"series {', '.join(map(str, ids))} together"
            return ids

    def _book(self, preview: SeriesPreview, reason: str, into: int | None, entry: Entry) -> int:
        dated, rows, facts = self._placed(preview.request, preview.choices)
        now = _preview(preview.request, preview.choices, rows, dated, facts)
        refuse_changed(preview, now)
        if now.needs_reason and not reason.strip():
            raise ValidationError(
                {"override_reason": "Say why. It is kept on the visits with your name."}
            )
        makes_up = preview.request.makes_up_id
        if makes_up is not None:
            visit = now.visits[0]
            refuse_make_up(missed(makes_up), visit.child_id, visit.day, kept_policy())
        return self._save(now, reason.strip(), entry, into)

    def withdraw(self, *series_ids: int) -> tuple[Step, ...]:
        """Take back whole series, all or none, while nothing of them has happened.

        Returns the steps back.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.WITHDREW_BOOKING) as entry:
            back: list[Step] = []
            clinic = ClinicFacts.of(self._settings.clinic())
            for series_id in series_ids:
                entry.child_id, steps = take_back(series_id, clinic, self._days)
                entry.subject += f"series {series_id}, {len(steps)} sessions. "
                back += steps
            entry.subject = entry.subject.rstrip(". ")
            return tuple(back)

    def sessions_of(self, child_id: int) -> list[ScheduledSession]:
        """Return all sessions of one child, oldest first."""
        self._work.require(Permission.SEE_SCHEDULE)
        return queries.sessions_of(child_id, reading.scheduled_session)

    def next_sessions(self, child_id: int, most: int = 3) -> list[ScheduledSession]:
        """Return the next sessions of one child, one that is running among them."""
        self._work.require(Permission.SEE_SCHEDULE)
        return queries.next_sessions(child_id, now_local(), most, reading.scheduled_session)

    def day_schedule(self, day: date) -> list[ScheduledSession]:
        """Return all sessions of one day by time."""
        return self.schedule(day, day)

    def schedule(self, first: date, last: date) -> list[ScheduledSession]:
        """Return all sessions of some days by time, in one query."""
        self._work.require(Permission.SEE_SCHEDULE)
        return queries.schedule(first, last, reading.scheduled_session)

    def session(self, session_id: int) -> ScheduledSession:
        """Return one session; raises ``NotFound``."""
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.session(session_id, reading.scheduled_session)
        if found is None:
            raise NotFound("This session is not in the file.")
        return found

    def session_to_note(self, child_id: int) -> int | None:
        """Return the session a note would be written for: the latest begun, else today's next."""
        self._work.require(Permission.SEE_SCHEDULE)
        return queries.session_to_note(child_id, now_local())

    def authorizations(self, child_id: int) -> tuple[AuthorizationUse, ...]:
        """Return a child's authorizations with visits used, booked and left."""
        self._work.require(Permission.SEE_SCHEDULE)
        return reading.authorization_use(child_id)

    def _placed(
        self, request: SeriesRequest, choices: Choices, beside: Collection[Booking] = ()
    ) -> tuple[DatedSeries, tuple[PreviewRow, ...], Facts]:
        clinic = ClinicFacts.of(self._settings.clinic())
        dated = date_series(request, clinic.closed)
        choices = _choices_on_same_day(choices, dated)
        days = _span(dated)
        clinic = reading.clinic_between(clinic, *days)
        facts = reading.facts_for(request, choices, clinic, days).with_bookings(beside)
        rows, facts = place(request, dated, choices, facts)
        return dated, rows, facts

    def _save(self, preview: SeriesPreview, reason: str, entry: Entry, into: int | None) -> int:
        before = 0 if into is None else queries.extend_series(into, len(preview.booked))
        series_id = self._begin(preview) if into is None else into
        zone = self._settings.clinic().settings.zone
        queries.insert_sessions(
            [
                columns_of(row, row.visit)
                | {"series": series_id, "zone": zone, "number": number_of(preview, row, before)}
                | {"comes_with": preview.request.comes_with_id}
                | {"makes_up": preview.request.makes_up_id}
                | self._override(row, reason)
                for row in preview.booked
                if row.visit is not None
            ]
        )
        entry.subject = f"series {series_id}, {len(preview.booked)} sessions"
        return series_id

    def _begin(self, preview: SeriesPreview) -> int:
        request, first = preview.request, preview.visits[0]
        return queries.insert_series(
            {
                "child": first.child_id,
                "kind": request.kind.value,
                "starts_on": first.day,
                "weekdays": json.dumps(sorted(request.weekdays)),
                "times": json.dumps([f"{at:%H:%M}" for at in sorted(request.times)]),
                "length_minutes": request.length_minutes,
                "planned": len(preview.booked),
                "therapist": request.therapist_id,
                "room": request.room_id,
                "booked_at": now_utc(),
                "booked_by": self._work.user.id,
                "every_weeks": request.every_weeks,
            }
        )

    def _override(self, row: PreviewRow, reason: str) -> dict[str, Any]:
        if row.state is not RowState.WARNING:
            return {"override_reason": "", "override_by": None}
        return {"override_reason": reason, "override_by": self._work.user.id}


def _preview(
    request: SeriesRequest,
    choices: Choices,
    rows: tuple[PreviewRow, ...],
    dated: DatedSeries,
    facts: Facts,
) -> SeriesPreview:
    child = facts.child(request.child_id or 0)
    last = max((row.day for row in rows if row.is_booked), default=None)
    return SeriesPreview(
        request=request,
        choices=choices,
        child_name=child.name,
        rows=rows,
        moved_from=dated.moved_from,
        not_placed=dated.not_placed,
        visits_left=child.ledger.left_after(last, request.length_minutes) if last else None,
    )


def _choices_on_same_day(choices: Choices, dated: DatedSeries) -> Mapping[datetime, Choice]:
    """Drop choices for rows that are no longer there."""
    return {start: choices[start] for start in dated.starts if start in choices}


def _span(dated: DatedSeries) -> tuple[date, date]:
    starts = dated.starts
    if not starts:
        raise ValidationError({"starts_on": "No day fits. Choose other weekdays or dates."})
    return starts[0].date(), starts[-1].date()
