"""Takes back a whole series of which nothing has happened; its rows stay in the file."""

from db.queries import scheduling as queries
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.rearranging import Step, ways_back


def take_back(
    series_id: int, clinic: ClinicFacts, known: reading.WholeDays
) -> tuple[int, tuple[Step, ...]]:
    """Withdraw every session; return the child and the steps back. Within a transaction."""
    series = queries.series(series_id)
    if series is None:
        raise NotFound("This booking is no longer in the file.")
    child_id, withdrawn_at = series
    found = queries.sessions_of_series(series_id, reading.scheduled_session)
    sessions = [each for each in found if each.status is not SessionStatus.WITHDRAWN]
    begun = sum(not each.status.is_open or each.note_id is not None for each in sessions)
    if withdrawn_at is not None:
        raise ClinicError("This booking was already taken back.")
    if begun:
        raise ClinicError(
            f"{begun} of these {len(sessions)} sessions have a note or have happened. "
            "Cancel the others one by one."
        )
    back = ways_back(dict.fromkeys(sessions, SessionStatus.WITHDRAWN), clinic, known)
    queries.withdraw_series(series_id, now_utc())
    return child_id, back
