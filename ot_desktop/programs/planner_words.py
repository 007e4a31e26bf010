"""What people and things of the clinic are called in the planner's files, there and back."""

from datetime import datetime, time

from ot_desktop.planning.domain import Session
from ot_desktop.programs.placement import Place
from ot_desktop.scheduling.domain import minute_of


def child_word(program_child_id: int) -> str:
    """Name a child of the program."""
    return f"child-{program_child_id}"


def family_word(program_child_id: int) -> str:
    """Name a family by one of its children."""
    return f"family-{program_child_id}"


def therapist_word(therapist_id: int) -> str:
    """Name a therapist."""
    return f"therapist-{therapist_id}"


def service_word(wanted_id: int) -> str:
    """Name a wanted service."""
    return f"service-{wanted_id}"


def kind_word(kind_id: int) -> str:
    """Name a kind of session, which is the planner's skill."""
    return f"kind-{kind_id}"


def room_kind_word(room_id: int) -> str:
    """Name a room as a kind of its own: services say which rooms they fit in."""
    return f"room-{room_id}"


def room_word(room_id: int, place: int) -> str:
    """Name one place in a room; a room for three is three rooms to the planner."""
    return f"room-{room_id}-{place}"


def number_in(word: str) -> int:
    """Return the id a word was made of."""
    return int(word.split("-")[1])


def wanted_and_place(session: Session) -> tuple[int, Place]:
    """Return which service a session of the planner is of, and where it is."""
    starts = datetime.combine(session.day, time(session.start // 60, session.start % 60))
    place = Place(starts, number_in(session.therapist), number_in(session.room))
    return number_in(session.service), place


def session_of(wanted_id: int, program_child_id: int, place: Place, room: str) -> Session:
    """Return a place as a session of the planner, in the room's place it was given."""
    return Session(
        child=child_word(program_child_id),
        service=service_word(wanted_id),
        day=place.day,
        start=minute_of(place.starts),
        therapist=therapist_word(place.therapist_id),
        room=room,
    )
