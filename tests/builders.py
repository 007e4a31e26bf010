"""Invented people and rooms for tests, one short call each."""

from datetime import UTC, date, datetime

from db.connection import open_in_memory
from db.queries import access as access_queries
from ot_desktop.caseload.domain import ChildDraft
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import Services, services_for

LONG_AGO = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def a_user(role: Role = Role.OWNER, name: str = "Rosalind Achebe", **more) -> SignedIn:
    """Add a user to the open file."""
    user_id = access_queries.insert_user(
        name=name,
        role=role.value,
        therapist_id=more.get("therapist_id"),
        key_slot=f"slot of {name}",
        created_at=LONG_AGO,
    )
    return SignedIn(user_id, name, role, **more)


def an_empty_clinic(role: Role = Role.OWNER) -> Services:
    """Open an empty in-memory clinic and sign somebody in."""
    open_in_memory()
    return services_for(a_user(role))


def a_child(services: Services, given_name: str = "Maya", **more) -> int:
    """Add a child and return the id; ``more`` are fields of ``ChildDraft``."""
    more.setdefault("family_name", "Ortega")
    more.setdefault("born_on", date(2020, 5, 31))
    return services.caseload.admit(ChildDraft(given_name, **more))
