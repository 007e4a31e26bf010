"""Says in one sentence what a place offers: how many sessions, when, with whom, where."""

from collections import Counter
from collections.abc import Sequence

from ot_desktop.planning.domain import Instance, Session, clock_text

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def option_text(instance: Instance, child: str, sessions: Sequence[Session]) -> str:
    """Return the sentence, one part a service: "12 of 12 sessions, 11 at 10:15, Mon Tue, Gym"."""
    services = [
        service for other in instance.children if other.id == child for service in other.services
    ]
    parts = []
    for service in services:
        own = [session for session in sessions if session.service == service.id]
        parts.append(
            f"{len(own)} of {service.sessions} sessions, {_when(own)}, {_who(instance, own)}"
        )
    return "; ".join(parts)


def _when(sessions: Sequence[Session]) -> str:
    start, count = Counter(session.start for session in sessions).most_common(1)[0]
    usual = f"at {clock_text(start)}"
    if count < len(sessions):
        usual = f"{count} {usual}"
    weekdays = sorted({session.day.weekday() for session in sessions})
    return f"{usual}, {' '.join(DAY_NAMES[each] for each in weekdays)}"


def _who(instance: Instance, sessions: Sequence[Session]) -> str:
    names = {therapist.id: therapist.name.partition(",")[0] for therapist in instance.therapists}
    counts = Counter(names[session.therapist] for session in sessions).most_common()
    people = " and ".join(
        name if len(counts) == 1 else f"{name} {count} ×" for name, count in counts
    )
    rooms = Counter(session.room for session in sessions).most_common(1)[0][0]
    return f"{people}, {rooms}"
