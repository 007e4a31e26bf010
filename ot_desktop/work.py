"""One use case: permission, transaction, audit row, then the news of what it changed."""

import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from peewee import IntegrityError

from db.faults import StorageFault
from db.queries import audit as audit_queries
from db.transaction import transaction
from ot_desktop.audit import Action
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.permissions import Permission, SignedIn

# What the file itself refuses, in the clinic's words.
_REFUSALS = {
    "therapist is taken": "The therapist has another session at this time. Choose another time.",
    "child is taken": "The child has another session at this time. Choose another time.",
    "interpreter is taken": "The interpreter is with another family then. Choose another time.",
    "room is full": "The room is full at this time. Choose another room or time.",
    "note is signed": "This note is signed. Add an addendum instead.",
    "note is not signed": "This note is not signed yet. Change the note itself.",
    "goal is scored": "This goal has scores. Its wording is kept; change it as a new version.",
    "goal has no level texts": "Write the goal’s five levels first. Then a level can be scored.",
    "activity version is approved": "These words are approved. Change them as a new draft.",
    "home program is issued": "This home program was given to the family. Make a new one.",
}


@dataclass(slots=True)
class Entry:
    """The audit row being written; a use case fills in what it learns on the way."""

    action: Action
    child_id: int | None = None
    subject: str = ""


class Work:
    """Wraps each use case of the signed-in person, so that none of the four can be forgotten.

    ``window`` tells this window from any other, of this program or another.
    """

    def __init__(self, changes: ChangeFeed, user: SignedIn) -> None:
        self._changes = changes
        self.user = user
        self.window = secrets.token_hex(8)

    def require(self, permission: Permission) -> None:
        """Raise ``NotAllowed`` unless the signed-in person's role is granted ``permission``."""
        if not self.user.may(permission):
            raise NotAllowed("Your role can’t do this. Ask the clinic’s owner.")

    @contextmanager
    def saving(
        self, permission: Permission, topic: Topic, action: Action, child_id: int | None = None
    ) -> Iterator[Entry]:
        """Commit the block with its audit row, then publish ``topic``; an error keeps nothing."""
        with self._recorded(permission, Entry(action, child_id)) as entry:
            yield entry
        self._changes.publish(topic)

    @contextmanager
    def viewing(
        self, permission: Permission, action: Action, child_id: int | None = None
    ) -> Iterator[Entry]:
        """Read in one transaction, and record that this person looked."""
        with self._recorded(permission, Entry(action, child_id)) as entry:
            yield entry

    @contextmanager
    def continuing(self, permission: Permission) -> Iterator[None]:
        """Commit the block alone: for autosaves, whose first save had audit row and news."""
        with self._kept(permission):
            yield

    @contextmanager
    def _recorded(self, permission: Permission, entry: Entry) -> Iterator[Entry]:
        with self._kept(permission):
            yield entry
            audit_queries.append(
                at=now_utc(),
                user_id=self.user.id,
                user_name=self.user.name,
                computer=platform.node(),
                action=entry.action.value,
                child_id=entry.child_id,
                subject=entry.subject,
            )

    @contextmanager
    def _kept(self, permission: Permission) -> Iterator[None]:
        self.require(permission)
        try:
            with transaction():
                yield
        except StorageFault as fault:
            raise ClinicError(str(fault)) from fault
        except IntegrityError as refusal:
            if str(refusal) not in _REFUSALS:
                raise
            raise ClinicError(_REFUSALS[str(refusal)]) from refusal
