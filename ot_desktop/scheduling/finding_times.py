"""Proposes all times of an intensive at once; what is taken is booked like any other series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from ot_desktop.clock import today
from ot_desktop.errors import ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.preview import Choice, SeriesPreview
from ot_desktop.scheduling.proposing import Found, TimesSearch, Wish, days_of
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.scheduling.suggesting import Suggesting
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

LONGEST_WINDOW = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole set of times, ready to be booked, with what is good and less good about it."""

    preview: SeriesPreview
    wanted: int

    @property
    def placed(self) -> int:
        """How many sessions have a place."""
        return len(self.preview.booked)

    @property
    def at_same_time(self) -> int:
        """How many begin at the same time of day."""
        at = self.preview.request.times[0]
        return sum(visit.starts.time() == at for visit in self.preview.visits)

    @property
    def with_same_therapist(self) -> int:
        """How many are with the same therapist."""
        therapist_id = self.preview.request.therapist_id
        return sum(visit.therapist_id == therapist_id for visit in self.preview.visits)

    @property
    def in_same_room(self) -> int:
        """How many are in the same room."""
        room_id = self.preview.request.room_id
        return sum(visit.room_id == room_id for visit in self.preview.visits)


class FindingTimes:
    """Reads what a search needs, and shows what it found as previews."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling
        self._settings = SettingsService(work)
        self._suggesting = Suggesting(work, scheduling)
        self._days = reading.WholeDays()

    def search(self, wish: Wish) -> TimesSearch:
        """Return the search for a family's times. Raises ``ValidationError`` by field."""
        self._work.require(Permission.SEE_SCHEDULE)
        wish.check(today())
        if wish.child_id is None or wish.first is None or wish.last is None:
            raise ValueError("the wish was not checked")
        first = max(wish.first, today() + timedelta(days=1))
        if wish.last - first > LONGEST_WINDOW:
            raise ValidationError({"last": "Choose a last day within half a year of the first."})
        clinic = ClinicFacts.of(self._settings.clinic())
        days = days_of(wish, first, clinic)
        if not days:
            raise ValidationError({"last": "The clinic is closed on all these days. Choose more."})
        facts = reading.everything_on(days, [wish.child_id], clinic, self._days)
        usual = self._suggesting.usual(wish.child_id)
        return TimesSearch(wish, facts, days, usual.therapist_id, usual.room_id)

    def proposals(self, wish: Wish, found: Sequence[Found]) -> tuple[Proposal, ...]:
        """Return what was found as it stands in the file now, best first."""
        previews = (self._preview(each) for each in found)
        return tuple(Proposal(each, wish.count) for each in previews if each.booked)

    def _preview(self, found: Found) -> SeriesPreview:
        """Return the preview; what the payer or somebody quicker forbids is left out."""
        preview = self._scheduling.preview(found.request, found.choices)
        forbidden = {row.asked: Choice() for row in preview.conflicts if row.asked is not None}
        if not forbidden:
            return preview
        return self._scheduling.preview(found.request, {**found.choices, **forbidden})
