"""What a proposal of many times says: the usual place in a sentence, then its measures."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import WEEKDAYS, clock_text, short_day
from ot_desktop.scheduling.finding_times import Proposal

_SHORT = 3


def proposal_sentence(proposal: Proposal) -> str:
    """Return for example ``Mon Tue Wed at 9:00 with Ana Ruiz in Gym, Jun 7 to Jul 2.``."""
    preview = proposal.preview
    visits = preview.visits
    weekdays = sorted({visit.starts.weekday() for visit in visits})
    days = " ".join(WEEKDAYS[each][:_SHORT] for each in weekdays)
    words = _tr("{0} at {1}").format(days, clock_text(preview.request.times[0]))
    therapist, room = _names(proposal)
    if therapist:
        words = _tr("{0} with {1}").format(words, therapist)
    if room:
        words = _tr("{0} in {1}").format(words, room)
    span = _tr("{0} to {1}").format(short_day(visits[0].day), short_day(visits[-1].day))
    return f"{words}, {span}."


def proposal_measures(proposal: Proposal) -> str:
    """Return how many sessions are placed, and how many keep time, therapist and room."""
    therapist, room = _names(proposal)
    at = clock_text(proposal.preview.request.times[0])
    parts = [
        _tr("{0} of {1} sessions").format(proposal.placed, proposal.wanted),
        _tr("{0} at {1}").format(proposal.at_same_time, at),
    ]
    if therapist:
        name = first_name(therapist)
        parts.append(_tr("{0} with {1}").format(proposal.with_same_therapist, name))
    if room:
        parts.append(_tr("{0} in {1}").format(proposal.in_same_room, room))
    if unconfirmed := len(proposal.preview.unconfirmed):
        parts.append(_tr("{0} not authorized").format(unconfirmed))
    return " · ".join(parts)


def _names(proposal: Proposal) -> tuple[str, str]:
    request = proposal.preview.request
    therapist = room = ""
    for row in proposal.preview.booked:
        if row.visit is not None and row.visit.therapist_id == request.therapist_id:
            therapist = row.therapist_name
        if row.visit is not None and row.visit.room_id == request.room_id:
            room = row.room_name
    return therapist, room


def _tr(words: str) -> str:
    return QCoreApplication.translate("booking", words)
