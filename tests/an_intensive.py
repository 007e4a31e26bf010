"""A small intensive in the reference clinic: kinds of session, therapists, children with times."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from db.connection import open_in_memory
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Plan, Window
from ot_desktop.programs.domain import (
    ChildWishes,
    Dose,
    KindDraft,
    ProgramDraft,
    ProgramTherapist,
    Wanted,
)
from ot_desktop.programs.placement import Place
from ot_desktop.services import Services, services_for
from ot_desktop.settings.domain import Hours
from tests.builders import a_user
from tests.reference_clinic import ReferenceClinic, reference_clinic

STARTS_ON, ENDS_ON = date(2027, 6, 5), date(2027, 7, 9)
MONDAY = date(2027, 6, 7)
ALL_WEEK = tuple(Hours(day, 8 * 60, 17 * 60) for day in range(5))
MORNINGS = tuple(Hours(day, 8 * 60, 12 * 60) for day in range(5))
LUNCH = Window(12 * 60, 13 * 60)


@dataclass(frozen=True)
class Intensive:
    """The services of whoever plans, the clinic's ids and the program's."""

    services: Services
    clinic: ReferenceClinic
    id: int
    play: int
    sensory: int
    signed_in: list[Role] = field(default_factory=list)

    @property
    def programs(self):
        return self.services.programs

    @property
    def board(self):
        return self.services.programs.board

    def child(self, child_id, **wishes):
        """Add a child who wants four sessions of play at any time of the week."""
        wishes.setdefault("wanted", (self.wanted(),))
        wishes.setdefault("can_come", ALL_WEEK)
        return self.programs.children.add(self.id, child_id, ChildWishes(**wishes))

    def wanted(self, sessions=4, **more):
        """Return a wanted service: play, up to three a week."""
        numbers = {"least": min(2, sessions), "most_a_week": 3, "most_therapists": 2}
        return Wanted(more.pop("kind", self.play), sessions, **(numbers | more))

    def change(self, place_id, **wishes):
        """Change some of a child's wishes."""
        now = self.programs.children.child(place_id).wishes
        self.programs.children.change(place_id, replace(now, **wishes))

    def service(self, place_id, number=0):
        """Return the id of a child's wanted service."""
        return self.programs.children.child(place_id).wishes.wanted[number].id

    def a_plan(self, *sessions):
        """Keep a plan by hand: (program child, place) or (program child, service number, place)."""
        plan_id = self.programs.plans.keep(self.id, Plan("by hand", ()))
        for place_id, place in sessions:
            self.board.place(plan_id, self.service(place_id), place, anyway=True)
        return plan_id

    def at(self, day, hour, therapist=None, room=None, minute=0):
        """Return a place; a number as the day counts from Monday, June 7."""
        if isinstance(day, int):
            day = date.fromordinal(MONDAY.toordinal() + day)
        therapist_id = therapist or self.clinic.ana
        starts = datetime.combine(day, time(hour, minute))
        return Place(starts, therapist_id, room or self.clinic.gym)

    def as_owner(self):
        """Sign the owner in on the same file."""
        return self.as_(Role.OWNER)

    def fresh(self):
        """Return services that have read nothing yet, of the same person."""
        return services_for(self.services.user)

    def as_(self, role, **more):
        """Sign somebody else in on the same file."""
        self.signed_in.append(role)
        name = f"Somebody {role.value} {len(self.signed_in)}"
        return services_for(a_user(role, name, **more))


def an_intensive(role=Role.FRONT_DESK, **draft) -> Intensive:
    """Open the reference clinic and set up an intensive from Jun 5 to Jul 9, 2027."""
    open_in_memory()
    owner = services_for(a_user())
    clinic = reference_clinic(owner)
    services = services_for(a_user(role, "Dana Whitfield"))
    programs = services.programs
    draft.setdefault("dose", Dose(sessions=4, length_minutes=60))
    program_id = programs.begin(ProgramDraft("Summer 2027", STARTS_ON, ENDS_ON, **draft))
    for therapist_id in (clinic.ana, clinic.ben, clinic.cam):
        programs.put_therapist(program_id, ProgramTherapist(therapist_id, lunch=None))
    everybody = (clinic.ana, clinic.ben, clinic.cam)
    rooms = (clinic.gym, clinic.fine_motor)
    play = programs.put_kind(program_id, KindDraft("Play", "play", 60, rooms, everybody))
    sensory = programs.put_kind(
        program_id, KindDraft("Sensory", "sensory", 60, (clinic.gym,), (clinic.ana, clinic.ben))
    )
    return Intensive(services, clinic, program_id, play, sensory)
