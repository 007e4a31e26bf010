"""Books siblings with one drive: at the same time, or one after the other; both or neither."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from db.queries import scheduling as queries
from ot_desktop.caseload.domain import Sibling
from ot_desktop.errors import ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import Booking, ScheduledSession, SeriesRequest, Visit
from ot_desktop.scheduling.preview import Choice, Choices, PreviewRow, SeriesPreview
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.work import Work

LONGEST_GAP = timedelta(minutes=15)
"""A family does not wait longer between two visits."""


class How(Enum):
    """How the second child's visits lie beside the first one's."""

    SAME_TIME = "same_time"
    ONE_AFTER_OTHER = "one_after_other"


@dataclass(frozen=True, slots=True)
class Beside:
    """Whom to book beside a child, how, and with whom."""

    child_id: int
    how: How
    therapist_id: int | None
    room_id: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both children's visits, looked at together."""

    first: SeriesPreview
    second: SeriesPreview

    @property
    def can_book(self) -> bool:
        """Whether nothing stands in the way of either."""
        return self.first.can_book and self.second.can_book


class BookingTogether:
    """Looks at siblings' visits side by side, and saves both or neither."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling

    def siblings(self, child_id: int) -> tuple[Sibling, ...]:
        """Return the children who come with the same adult."""
        self._work.require(Permission.SEE_SCHEDULE)
        ids = queries.siblings(child_id)
        return tuple(Sibling(each, queries.child_name(each) or "") for each in ids)

    def siblings_at(self, session_id: int) -> tuple[ScheduledSession, ...]:
        """Return siblings' open visits of the same drive, to be asked about when one is called off.

        They overlap, or no more than a quarter of an hour lies between.
        """
        session = self._scheduling.session(session_id)
        ids = set(queries.siblings(session.child_id))
        return tuple(
            each
            for each in self._scheduling.day_schedule(session.starts.date())
            if each.child_id in ids
            and each.status.is_open
            and each.starts <= session.ends + LONGEST_GAP
            and session.starts <= each.ends + LONGEST_GAP
        )

    def preview(self, first: SeriesPreview, beside: Beside, choices: Choices | None = None) -> Pair:
        """Return the first child's visits with the sibling's beside them; saves nothing."""
        if beside.therapist_id is None:
            raise ValidationError({"sibling": "Choose a therapist for the sibling."})
        if beside.how is How.SAME_TIME and beside.therapist_id == first.request.therapist_id:
            raise ValidationError(
                {"sibling": "One therapist cannot see both at once. Choose another one."}
            )
        request = _beside(first.request, beside)
        near = tuple(_bookings(first))
        follows = dict(self._followed(first, request, beside.how))
        wanted: Choices = {**follows, **(choices or {})}
        second = self._scheduling.preview(request, wanted, near)
        if beside.how is How.ONE_AFTER_OTHER:
            later = {**_after_a_break(second), **wanted}
            later_ones = self._scheduling.preview(request, later, near)
            if len(later_ones.conflicts) < len(second.conflicts):
                wanted = _where_better(second, later_ones, wanted, later)
                second = self._scheduling.preview(request, wanted, near)
        return Pair(first, second)

    def book(self, pair: Pair, reason: str = "") -> tuple[int, ...]:
        """Save both or neither, and return both series. Raises as ``SchedulingService.book``."""
        return self._scheduling.book_together((pair.first, pair.second), reason)

    def _followed(
        self, first: SeriesPreview, request: SeriesRequest, how: How
    ) -> Iterator[tuple[datetime, Choice]]:
        """Yield where the sibling goes when a visit was moved or left out."""
        later = how is How.ONE_AFTER_OTHER
        length = timedelta(minutes=first.request.length_minutes)
        for row in first.rows:
            if row.asked is None or row.visit is None:
                continue
            asked = row.asked + length if later else row.asked
            if not row.is_booked:
                yield asked, Choice()
            elif row.visit.starts != row.asked:
                starts = row.visit.ends if later else row.visit.starts
                yield asked, Choice(request.visit_at(starts))


def _beside(first: SeriesRequest, beside: Beside) -> SeriesRequest:
    length = timedelta(minutes=first.length_minutes)
    times = first.times
    if beside.how is How.ONE_AFTER_OTHER:
        times = tuple((datetime.combine(date.min, at) + length).time() for at in first.times)
    return replace(
        first,
        child_id=beside.child_id,
        therapist_id=beside.therapist_id,
        room_id=beside.room_id,
        times=times,
    )


def _bookings(preview: SeriesPreview) -> Iterator[Booking]:
    for row in preview.booked:
        visit = row.visit
        if visit is not None:
            yield Booking(
                None,
                visit.child_id,
                visit.therapist_id,
                visit.room_id,
                visit.starts,
                visit.ends,
                child_name=preview.child_name,
                therapist_name=row.therapist_name,
                room_name=row.room_name,
                interpreter_id=visit.interpreter_id,
                comes_with_id=visit.comes_with_id,
            )


def _after_a_break(second: SeriesPreview) -> dict[datetime, Choice]:
    """Return the visits that clash put a quarter of an hour later."""
    return {
        row.asked: Choice(_later(row.visit))
        for row in second.conflicts
        if row.asked is not None and row.visit is not None
    }


def _later(visit: Visit) -> Visit:
    return replace(visit, starts=visit.starts + LONGEST_GAP, ends=visit.ends + LONGEST_GAP)


def _where_better(
    now: SeriesPreview, later: SeriesPreview, wanted: Choices, choices: Choices
) -> Choices:
    """Return the choices with the later place only where it helps."""
    stuck = _asked(later.conflicts)
    helped = {asked for asked in _asked(now.conflicts) if asked not in stuck}
    return {**wanted, **{asked: choices[asked] for asked in helped}}


def _asked(rows: Iterable[PreviewRow]) -> set[datetime]:
    return {row.asked for row in rows if row.asked is not None}
