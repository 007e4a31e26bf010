"""Finds out what a line such as "book noor tue 10" would book, before anything is saved."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ot_desktop.caseload.finding import fold
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.caseload.table import ChildHit
from ot_desktop.clock import now_local, today
from ot_desktop.errors import ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.preview import SeriesPreview
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.scheduling.suggesting import Suggesting
from ot_desktop.scheduling.typed_booking import VERB, Names, TypedBooking, readings
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

_MOST = 4
_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class TypedOffer:
    """One child the line can mean. ``preview`` is None while a day or a time is missing.

    ``at_once`` is whether it can be booked as it stands, without another look.
    """

    child: ChildHit
    day: date | None
    at: time | None
    minutes: int
    therapist_id: int | None
    room_id: int | None
    preview: SeriesPreview | None = None
    is_past: bool = False

    @property
    def at_once(self) -> bool:
        """Whether nothing is missing, in the way, to be explained or over."""
        preview = self.preview
        if preview is None or self.is_past:
            return False
        return preview.can_book and not preview.needs_reason


class BookingLine:
    """Reads the line with the clinic's names; two children of one name are two offers."""

    def __init__(self, work: Work, scheduling: SchedulingService, suggesting: Suggesting) -> None:
        self._work = work
        self._scheduling = scheduling
        self._suggesting = suggesting
        self._caseload = CaseloadService(work)
        self._settings = SettingsService(work)

    def offers(self, text: str) -> tuple[TypedOffer, ...]:
        """Return what could be meant; nothing for a line that is no booking."""
        if not text.lstrip().lower().startswith(f"{VERB} "):
            return ()
        self._work.require(Permission.BOOK)
        clinic = self._settings.clinic()
        names = Names(
            {each.id: each.name for each in clinic.therapists},
            {each.id: each.name for each in clinic.rooms},
        )
        for reading in readings(text, today(), names):
            if children := self._called(reading.child):
                return tuple(self._offer(child, reading) for child in children)
        return ()

    def _called(self, words: tuple[str, ...]) -> list[ChildHit]:
        """Return children whose own names begin with the words; not those of such a parent."""
        hits = self._caseload.search(" ".join(words), _LOOKED_AT)
        return [hit for hit in hits if _is_called(hit, words)][:_MOST]

    def _offer(self, child: ChildHit, reading: TypedBooking) -> TypedOffer:
        usual = self._suggesting.usual(child.id)
        offer = TypedOffer(
            child,
            reading.day,
            reading.at,
            reading.minutes or usual.length_minutes,
            reading.therapist_id or usual.therapist_id,
            reading.room_id or usual.room_id,
        )
        if offer.day is None or offer.at is None or offer.therapist_id is None:
            return offer
        starts = datetime.combine(offer.day, offer.at)
        if (starts + timedelta(minutes=offer.minutes)).date() != offer.day:
            return offer
        who = (offer.minutes, offer.therapist_id, offer.room_id)
        request = SeriesRequest.single(child.id, starts, *who)
        if offer.room_id is None:
            visit = self._suggesting.visit(request.visit_at(starts))
            request = replace(request, room_id=visit.room_id)
        try:
            preview = self._scheduling.preview(request)
        except ValidationError:
            return offer
        is_past = starts < now_local()
        return replace(offer, room_id=request.room_id, preview=preview, is_past=is_past)


def _is_called(hit: ChildHit, words: tuple[str, ...]) -> bool:
    own = fold(f"{hit.given_name} {hit.family_name} {hit.preferred_name}").replace("-", " ")
    parts = own.split() + fold(f"{hit.given_name} {hit.family_name}").split()
    return all(any(part.startswith(word) for part in parts) for word in words)
