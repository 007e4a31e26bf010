"""An intensive with 300 sessions in its first week: 12 therapists, 60 children, 12 rooms."""

from dataclasses import dataclass
from datetime import date, timedelta

from db.connection import open_in_memory
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Plan, Session
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.domain import (
    ChildWishes,
    Dose,
    KindDraft,
    ProgramDraft,
    ProgramTherapist,
    Wanted,
)
from ot_desktop.services import Services, services_for
from ot_desktop.settings.domain import ClinicSettings, Hours, TherapistDraft
from tests.builders import a_child, a_user

MONDAY = date(2027, 6, 7)
THERAPISTS = ("Amara", "Ben", "Mei-Lin", "Priya", "Jonah", "Sofía", "Kofi", "Hana", "Omar", "Ines")
MORE_THERAPISTS = ("Talia", "Wren")
STARTS = (8 * 60, 9 * 60 + 15, 10 * 60 + 30, 13 * 60, 14 * 60 + 15)
DAYS, WEEKS = 5, 2
OPEN = tuple(Hours(day, 8 * 60, 17 * 60) for day in range(DAYS))


@dataclass(frozen=True)
class FullWeek:
    """The services of the front desk, and the ids of the intensive and its plan."""

    services: Services
    program_id: int
    plan_id: int


def a_full_week(missing: int = 6) -> FullWeek:
    """Plan two full weeks in memory; ``missing`` children want two sessions more than fit."""
    open_in_memory()
    owner = services_for(a_user())
    return full_weeks(owner, services_for(a_user(Role.FRONT_DESK, "Dana Whitfield")), missing)


def full_weeks(owner: Services, services: Services, missing: int = 6) -> FullWeek:
    """Plan two full weeks in the open clinic, with people and rooms of their own."""
    rooms, therapists = _clinic(owner)
    programs = services.programs
    last_day = MONDAY + timedelta(weeks=WEEKS, days=-3)
    dose = Dose(sessions=DAYS * WEEKS)
    program_id = programs.begin(ProgramDraft("Summer 2027", MONDAY, last_day, dose))
    for other in programs.program(program_id).therapists:
        if other.therapist_id not in therapists:
            programs.leave_out_therapist(program_id, other.therapist_id)
    for therapist_id in therapists:
        programs.put_therapist(program_id, ProgramTherapist(therapist_id, lunch=None))
    kind = programs.put_kind(program_id, KindDraft("Play", "play", 60, rooms, therapists))
    sessions: list[Session] = []
    for number in range(len(therapists) * len(STARTS)):
        seat, turn = divmod(number, len(STARTS))
        wanted = DAYS * WEEKS + (2 if number < missing else 0)
        service = Wanted(kind, wanted, least=2, most_a_week=DAYS)
        wishes = ChildWishes((service,), therapist_id=therapists[seat], can_come=OPEN)
        child_id = a_child(owner, f"Child{number}", family_name=f"Family{number}")
        place_id = programs.children.add(program_id, child_id, wishes)
        [kept] = programs.children.child(place_id).wishes.wanted
        sessions += _sessions(place_id, kept.id, (therapists[seat], rooms[seat]), STARTS[turn])
    plan_id = programs.plans.keep(program_id, Plan("two full weeks", tuple(sessions)))
    return FullWeek(services, program_id, plan_id)


def _clinic(owner: Services) -> tuple[tuple[int, ...], tuple[int, ...]]:
    settings = owner.settings
    settings.describe(ClinicSettings(name="Juniper Lane Pediatric OT", zone="America/New_York"))
    settings.set_hours(OPEN)
    names = THERAPISTS + MORE_THERAPISTS
    therapists = tuple(
        settings.add_therapist(TherapistDraft(f"{name} Okafor", "OTR/L", hours=OPEN))
        for name in names
    )
    rooms = tuple(settings.add_room(f"Fine motor {number + 1}", 1) for number in range(len(names)))
    return rooms, therapists


def _sessions(place_id: int, wanted_id: int, where: tuple[int, int], start: int) -> list[Session]:
    therapist_id, room_id = where
    days = [
        MONDAY + timedelta(weeks=week, days=day) for week in range(WEEKS) for day in range(DAYS)
    ]
    return [
        Session(
            words.child_word(place_id),
            words.service_word(wanted_id),
            day,
            start,
            words.therapist_word(therapist_id),
            words.room_word(room_id, 0),
        )
        for day in days
    ]
