"""A working clinic in which families wait, asked something, and a visit was called off."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from db.connection import close_database, database
from ot_desktop.clock import now_local, today
from ot_desktop.messages.domain import CallOutcome, Direction, MessageDraft, PromiseDraft, Way
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import EntryDraft, OpenTime, Wants
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, ROSALIND
from tests.working_clinic import WorkingClinic, services_as

QUESTION = "May Carmen come instead of me?"


@dataclass(frozen=True)
class Talks:
    """Who waits, and the hour that came free."""

    opened: OpenTime
    ada: int
    bo: int


def an_opened_hour(services: Services, child_id: int, hour: int = 14) -> OpenTime:
    """Book a child on the next working day and let the family call it off."""
    clinic = services.settings.clinic()
    day = today() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    request = SeriesRequest(
        child_id,
        day,
        frozenset({day.weekday()}),
        (time(hour),),
        60,
        clinic.therapists[0].id,
        clinic.rooms[0].id,
        1,
    )
    before = {each.id for each in services.scheduling.sessions_of(child_id)}
    services.scheduling.book(services.scheduling.preview(request), "Agreed.")
    [session] = [
        each for each in services.scheduling.sessions_of(child_id) if each.id not in before
    ]
    services.attendance.family_called(session.id, Reason.ILL, now_local())
    starts = datetime.combine(day, time(hour))
    return OpenTime(session.therapist_id, session.room_id, starts, starts + timedelta(hours=1))


def talks_in(clinic: WorkingClinic) -> Talks:
    """Let Ada and Bo wait, call a visit of Leo off, and let Maya's mother ask something."""
    services = services_as(clinic.folder, ROSALIND.name, OWNERS_PASSWORD)
    opened = an_opened_hour(services, clinic.leo)
    ada, bo = a_child(services, "Ada", family_name="Lind"), a_child(services, "Bo")
    waitlist, messages = services.waitlist, services.messages
    waitlist.add(EntryDraft(ada, Wants.VISIT, 60, note="Wants to begin soon."))
    waitlist.add(EntryDraft(bo, Wants.WEEKLY, 60, weeks=4))
    messages.log(
        MessageDraft(clinic.maya, QUESTION, Way.TEXT, Direction.FROM_FAMILY, is_question=True)
    )
    promise = PromiseDraft("Send the new times", today(), services.user.id)
    messages.log(
        MessageDraft(
            clinic.leo,
            "Asked for other times.",
            outcome=CallOutcome.REACHED,
            tries=3,
            minutes=6,
            promise=promise,
        )
    )
    close_database()
    return Talks(opened, ada, bo)


def past_visits(
    services: Services, child_id: int, statuses: tuple[str, ...], hour: int = 9
) -> list[int]:
    """Write visits of the last days, the first one longest ago; return their ids."""
    therapist = services.settings.clinic().therapists[0].id
    ids = []
    for number, status in enumerate(statuses):
        day = today() - timedelta(days=len(statuses) - number)
        cursor = database.execute_sql(
            """INSERT INTO session (child_id, therapist_id, starts, ends, zone, status)
                VALUES (?, ?, ?, ?, 'UTC', ?)""",
            (child_id, therapist, f"{day}T{hour:02}:00", f"{day}T{hour + 1:02}:00", status),
        )
        ids.append(int(cursor.lastrowid))
    return ids
