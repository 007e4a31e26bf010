"""Invented visits and notes for tests, one short call each."""

import secrets
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from db.connection import close_database, create_database
from db.models.home_programs import Activity, HomeProgram, HomeProgramActivity
from db.models.scheduling import Session
from db.models.settings import Room
from db.models.staff import Therapist
from ot_desktop.caseload.domain import CaregiverDraft
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.clock import now_local, now_utc
from ot_desktop.notes.parent_part import (
    AtHome,
    Ease,
    HomeReport,
    ParentHelp,
    PersonHere,
    ShownHow,
    ShownToday,
    StrategyShown,
    TaughtBack,
    TeachBack,
    WhoIsHere,
)
from ot_desktop.notes.service import NotesService
from ot_desktop.notes.session_part import Help
from ot_desktop.permissions import Role
from ot_desktop.services import Services, services_for
from tests.builders import a_child, a_user, an_empty_clinic

PASSWORD = "twelve purple otters"


def a_therapist(name="Amara Okafor", credentials="OTR/L", color_slot=1, **more) -> int:
    """Add somebody who treats and return the id."""
    return Therapist.insert(
        name=name, credentials=credentials, color_slot=color_slot, **more
    ).execute()


def signed_in(role=Role.THERAPIST, name="Amara Okafor", credentials="OTR/L") -> Services:
    """Add a therapist who may write notes and sign them in on the open file."""
    therapist_id = a_therapist(name, credentials)
    return services_for(a_user(role, name, therapist_id=therapist_id, credentials=credentials))


def a_therapists_clinic(**who) -> Services:
    """Open an empty clinic with a therapist at the keyboard."""
    an_empty_clinic()
    return signed_in(**who)


def a_visit_on_disk(folder: Path) -> dict[str, int | str]:
    """Write a clinic with one visit and close it; returns what another process needs to open it."""
    file, key = folder / "clinic.db", secrets.token_bytes(32)
    create_database(file, key)
    services = signed_in()
    told = {
        "file": str(file),
        "key": key.hex(),
        "user": services.user.id,
        "therapist": services.user.therapist_id or 0,
        "session": a_visit(services, mateo(services)),
    }
    close_database()
    return told


def notes_of(services: Services, plans=None) -> NotesService:
    """Return the notes of whoever is signed in; the password is ``PASSWORD``."""
    return NotesService(services.work, lambda typed: typed == PASSWORD, plans)


def yesterday_at(hour: int, minute: int = 0) -> datetime:
    """Return a wall time that is over."""
    return datetime.combine(now_local().date() - timedelta(days=1), time(hour, minute))


def a_visit(services: Services, child_id: int, starts: datetime | None = None, **more) -> int:
    """Book one hour and return the session's id; ``more`` are columns of the session."""
    starts = starts or yesterday_at(10)
    more.setdefault("therapist", services.user.therapist_id)
    return Session.insert(
        child=child_id, starts=starts, ends=starts + timedelta(hours=1), zone="UTC", **more
    ).execute()


def a_room(name="Sensory room") -> int:
    """Add a room and return the id."""
    return Room.insert(name=name, capacity=2).execute()


def a_goal(services: Services, child_id: int, statement="Fastens 4 shirt buttons", **more) -> int:
    """Add a goal; tests are told its id even where the role may not add one."""
    more.setdefault("skill_area", "self-care")
    more.setdefault("out_of", 4)
    more.setdefault("target", more["out_of"])
    return services.goals.add(child_id, GoalDraft(statement=statement, **more))


def a_family(**more) -> tuple[CaregiverDraft, ...]:
    """Return a mother and a father."""
    return (
        CaregiverDraft("Lucía Alvarez", "mother", **more),
        CaregiverDraft("Daniel Alvarez", "father", **more),
    )


def mateo(services: Services, **more) -> int:
    """Add the child most notes are about."""
    more.setdefault("caregivers", a_family())
    return a_child(services, "Mateo", family_name="Alvarez", **more)


def an_issued_program(
    services: Services, child_id: int, starts_on: date, titles=("Coin bank", "Bear walk")
) -> int:
    """Give the family a home program with these activities."""
    program = HomeProgram.insert(
        child=child_id,
        author=services.user.id,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=20),
        content="{}",
        saved_at=now_utc(),
        issued_at=None,
    ).execute()
    for position, title in enumerate(titles, start=1):
        slug = title.lower().replace(" ", "-")
        Activity.insert(slug=slug, title=title, content="{}").on_conflict_ignore().execute()
        HomeProgramActivity.insert(
            home_program=program,
            position=position,
            activity_slug=slug,
            title=title,
            minutes=5,
            times_a_week=5,
        ).execute()
    HomeProgram.update(issued_at=now_utc()).where(HomeProgram.id == program).execute()
    return program


def complete(content, score=3):
    """Return ``content`` with everything signing asks for."""
    goals = tuple(replace(goal, help=Help.WORDS, score=score) for goal in content.session.goals)
    return replace(
        content,
        session=replace(content.session, goals=goals, plan=("Button 4, shirt on a pillow first",)),
        parent=replace(
            content.parent,
            who=WhoIsHere((PersonHere("Lucía Alvarez", "mother"),)),
            at_home=AtHome((HomeReport("Lucía Alvarez", overall=Ease.OK),)),
            shown=ShownToday((StrategyShown("Coin bank", (ShownHow.TRIED,), ParentHelp.WORDS),)),
            teach_back=TeachBack(TaughtBack.ALONE, "Held the shirt flat"),
        ),
    )


def a_signed_note(services: Services, session_id: int, change=complete) -> int:
    """Write and sign the note of a visit that is over; ``change`` writes it."""
    notes = notes_of(services)
    page = notes.open_note(session_id)
    saved = notes.save_draft(session_id, change(page.content))
    notes.sign(saved.note_id, notes.confirm(PASSWORD))
    return saved.note_id
