"""A clinic folder in which work has been done: children, an intensive, notes, a home program."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from db import connection
from ot_desktop.access.door import Door
from ot_desktop.caseload.domain import Alert, AlertKind, Asked, CaregiverDraft, Phone
from ot_desktop.clock import today
from ot_desktop.home_programs import library
from ot_desktop.paths import ClinicFolder
from ot_desktop.planning.domain import Plan
from ot_desktop.programs.domain import ChildWishes, KindDraft, ProgramDraft, Wanted
from ot_desktop.programs.placement import Place
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.services import Services, services_for
from ot_desktop.settings.domain import Hours
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, PASSWORD, ROSALIND, a_clinic_in
from tests.note_builders import a_goal, complete

GOAL = "Fastens four shirt buttons alone"
PLAN = "Button 4, shirt on a pillow first"
TYPED = "Held the shirt flat with the other hand"


@dataclass(frozen=True)
class WorkingClinic:
    """Where it lies, and the ids of what is in it."""

    folder: ClinicFolder
    maya: int
    leo: int
    sessions: tuple[int, ...]
    monday: date


def a_working_clinic(place: Path, monday: date | None = None) -> WorkingClinic:
    """Found a clinic, let Amara work in it for a week from ``monday``, and close it.

    Maya has a goal and five visits: the note of the first is signed, of the second begun.
    """
    monday = monday or today() - timedelta(days=today().weekday() + 7)
    folder, _owner, _key = a_clinic_in(place)
    connection.close_database()
    services = services_as(folder, "Amara Okafor")
    maya, leo = _maya(services), a_child(services, "Leo", family_name="Meyer")
    sessions = _booked(services, maya, monday)
    a_goal(services, maya, GOAL)
    _signed(services, sessions[0])
    _begun(services, sessions[1])
    _given(services, maya, monday)
    connection.close_database()
    return WorkingClinic(folder, maya, leo, sessions, monday)


def an_intensive_in(clinic: WorkingClinic) -> tuple[int, int]:
    """Set up an intensive of next month with Maya, Leo and two plans; return it and Maya's place.

    Maya has two sessions in the plan in use, Leo's family has not been asked yet.
    """
    services = services_as(clinic.folder, ROSALIND.name, OWNERS_PASSWORD)
    programs, starts_on = services.programs, clinic.monday + timedelta(weeks=5)
    ends_on = starts_on + timedelta(days=25)
    program_id = programs.begin(ProgramDraft("Summer intensive", starts_on, ends_on))
    described = services.settings.clinic()
    therapist, room = described.therapists[0], described.rooms[0]
    kind = programs.put_kind(
        program_id, KindDraft("Fine motor", "fine-motor", 60, (room.id,), (therapist.id,))
    )
    wishes = ChildWishes(
        wanted=(Wanted(kind, 8, 4, 3),),
        can_come=tuple(Hours(day, 8 * 60, 12 * 60) for day in range(4)),
    )
    maya = programs.children.add(program_id, clinic.maya, wishes)
    programs.children.add(program_id, clinic.leo)
    plan_id = programs.plans.keep(program_id, Plan("by hand", ()))
    [wanted] = programs.children.child(maya).wishes.wanted
    for day in range(2):
        starts = datetime.combine(starts_on + timedelta(days=day), time(9))
        programs.board.place(plan_id, wanted.id, Place(starts, therapist.id, room.id), anyway=True)
    programs.plans.copy(plan_id)
    connection.close_database()
    return program_id, maya


def services_as(folder: ClinicFolder, name: str, password: str = PASSWORD) -> Services:
    """Open the clinic as one of its people, without a window."""
    door = Door(folder)
    person = next(each for each in door.look().people if each.name == name)
    return services_for(door.enter(door.unlock(person.slot_id, password)), folder)


def _maya(services: Services) -> int:
    return a_child(
        services,
        born_on=date(2021, 1, 12),
        allergies=Asked.LISTED,
        precautions=Asked.NONE_KNOWN,
        alerts=(Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag."),),
        caregivers=(
            CaregiverDraft(
                "Lucía Ortega",
                "mother",
                (Phone("555-0142"),),
                may_collect=True,
                may_receive_papers=True,
            ),
        ),
        therapist_id=services.user.therapist_id,
    )


def _booked(services: Services, child_id: int, monday: date) -> tuple[int, ...]:
    room = services.settings.clinic().rooms[0]
    request = SeriesRequest(
        child_id=child_id,
        starts_on=monday,
        weekdays=frozenset(range(5)),
        times=(time(9),),
        length_minutes=60,
        therapist_id=services.user.therapist_id,
        room_id=room.id,
        count=5,
    )
    services.scheduling.book(services.scheduling.preview(request))
    return tuple(each.id for each in services.scheduling.sessions_of(child_id))


def _signed(services: Services, session_id: int) -> None:
    page = services.notes.open_note(session_id)
    content = complete(page.content)
    content = replace(content, session=replace(content.session, plan=(PLAN,)))
    saved = services.notes.save_draft(session_id, content)
    services.notes.sign(saved.note_id, services.notes.confirm(PASSWORD))


def _begun(services: Services, session_id: int) -> None:
    content = services.notes.open_note(session_id).content
    did = replace(content.session.did, text=TYPED)
    services.notes.save_draft(
        session_id, replace(content, session=replace(content.session, did=did))
    )
    services.notes.drafts.close()


def _given(services: Services, child_id: int, monday: date) -> None:
    page = services.home_programs.start(child_id)
    draft = replace(page.draft, starts_on=monday)
    for key in ("bear-walk", "sponge-squeeze"):
        draft = page.added(draft, library.activity(key))
    services.home_programs.issue(draft, page.recipients[0].caregiver_id)
