"""How the rows of a closing read: whom to call, and what may become of each visit."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import Caregiver
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.affected import Affected
from ot_desktop.scheduling.alternatives import Alternative


def _tr(words: str) -> str:
    return QCoreApplication.translate("closing", words)


def visit_words(row: Affected) -> str:
    """Say which visit it is."""
    session = row.session
    when = f"{long_day(session.starts.date())}, {clock_text(session.starts)}"
    where = ", ".join(filter(None, (session.therapist_name, session.room_name)))
    return f"{when}  {session.child_name}, {where}"


def call_words(row: Affected) -> str:
    """Say whom to call, on which number, in which language."""
    return "; ".join(_caregiver(one) for one in row.call) or _tr("Nobody on the family list")


def place_words(row: Affected, place: Alternative) -> str:
    """Say what is different there."""
    visit, now = place.visit, row.session
    parts = []
    if visit.day != now.starts.date():
        parts.append(long_day(visit.day))
    if visit.starts != now.starts:
        parts.append(clock_text(visit.starts))
    if visit.therapist_id != now.therapist_id:
        parts.append(place.therapist_name)
    if visit.room_id != now.room_id:
        parts.append(place.room_name)
    return ", ".join(parts)


def _caregiver(one: Caregiver) -> str:
    phone = one.phones[0].number if one.phones else _tr("no phone")
    spoken = one.language if one.language != "English" else ""
    interpreter = _tr("interpreter needed") if one.needs_interpreter else ""
    return ", ".join(filter(None, (one.full_name, one.relation, phone, spoken, interpreter)))
