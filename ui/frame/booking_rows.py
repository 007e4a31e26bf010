"""Shows in the palette exactly what Enter would book, or why it opens the Book panel instead."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import initials
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, spoken_day
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.booking_line import TypedOffer
from ot_desktop.scheduling.preview import PreviewRow
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import Services
from ui.frame.palette import Row
from ui.shared.ages import age_text
from ui.visits.booked_words import booked_words


class BookingRows:
    """``open_panel`` takes what ``BookPanel.start`` takes.

    ``tell`` takes a sentence, what takes it back, and the series that was booked.
    """

    def __init__(
        self,
        services: Services,
        open_panel: Callable[..., None],
        tell: Callable[..., None],
    ) -> None:
        self._services = services
        self._open_panel = open_panel
        self._tell = tell

    def __call__(self, typed: str) -> list[Row]:
        """Return a row for each child the line can mean."""
        offers = self._services.booking_line.offers(typed)
        return [self._row(each, alone=len(offers) == 1) for each in offers]

    def _row(self, offer: TypedOffer, *, alone: bool) -> Row:
        child = offer.child
        letters = initials(child.given_name, child.family_name)
        name = child.full_name
        if not alone:
            name = f"{name} ({age_text(child.born_on, today(), short=True)})"
        if offer.preview is None:
            words, below = _tr("Book {0} …").format(name), _missing(offer)
            run = partial(self._open, offer)
            return Row(words, initials=letters, run=run, below=below)
        [row, *_] = offer.preview.rows
        words = _tr("Book {0}: {1}").format(name, _when(row, offer.minutes))
        said, tone = _checked(offer, row)
        below = " ".join(part for part in (_where(row), said) if part)
        run = partial(self._book if offer.at_once else self._open, offer)
        return Row(words, initials=letters, run=run, below=below, tone=tone)

    def _open(self, offer: TypedOffer) -> None:
        self._open_panel(
            offer.child.id,
            day=offer.day,
            starts=offer.at,
            minutes=offer.minutes,
            therapist_id=offer.therapist_id,
            room_id=offer.room_id,
        )

    def _book(self, offer: TypedOffer) -> None:
        if offer.preview is None:
            return
        scheduling = self._services.scheduling
        try:
            series_id = scheduling.book(offer.preview)
        except ClinicError as error:
            self._open(offer)
            self._tell(str(error))
        else:
            undo = partial(scheduling.withdraw, series_id)
            self._tell(booked_words(offer.preview), undo, series_id)


def _when(row: PreviewRow, minutes: int) -> str:
    if row.visit is None:
        return spoken_day(row.day)
    times = f"{clock_text(row.visit.starts)}–{clock_text(row.visit.ends)}"
    return _tr("{0}, {1} ({2} min)").format(spoken_day(row.day), times, minutes)


def _where(row: PreviewRow) -> str:
    return ", ".join(part for part in (row.therapist_name, row.room_name) if part) + "."


def _checked(offer: TypedOffer, row: PreviewRow) -> tuple[str, str]:
    """Say how it stands, and in which tone; anything but "Fits" opens the panel."""
    told = [each for each in row.findings if each.kind is not Kind.OTHER_ROOM]
    if not row.is_booked:
        return _tr("The clinic is closed that day. Enter opens booking."), "danger-text"
    if told:
        tone = "danger-text" if any(each.is_stop for each in told) else "warn-text"
        words = " ".join(sentence(each) for each in told)
        return _tr("{0} Enter opens booking.").format(words), tone
    if offer.is_past:
        return _tr("This is in the past. Enter opens booking."), "warn-text"
    return _tr("Fits."), "ok-text"


def _missing(offer: TypedOffer) -> str:
    if offer.therapist_id is None:
        return _tr("Add a therapist, a day and a time; Enter opens booking.")
    if offer.day is None and offer.at is None:
        return _tr("Add a day and a time, like tue 10; Enter opens booking.")
    if offer.day is None:
        return _tr("Add a day, like tue or 6/8; Enter opens booking.")
    return _tr("Add a time, like 10 or 2pm; Enter opens booking.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("booking", words)
