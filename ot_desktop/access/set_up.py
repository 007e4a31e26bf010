"""Describing a new clinic step by step, as its owner."""

from collections.abc import Iterable
from dataclasses import replace

from db.queries import access as queries
from ot_desktop.access.first_clinic import RoomDraft
from ot_desktop.access.service import AccessService
from ot_desktop.audit import Action
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.settings.domain import ClinicSettings, Hours, TherapistDraft
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


class SetUp:
    """Wraps the open file of a clinic that is being set up; each step is saved when it is done."""

    def __init__(self, owner: SignedIn) -> None:
        self.owner = owner
        self._work = Work(ChangeFeed(), owner)
        self.settings = SettingsService(self._work)
        self.access = AccessService(self._work)

    def describe(self, settings: ClinicSettings, hours: Iterable[Hours] = ()) -> None:
        """Keep name, phone, address, paper and hours; raises ``ValidationError``."""
        settings.check()
        stretches = tuple(hours)
        if stretches:
            self.settings.set_hours(stretches)
        self.settings.describe(settings)
        self.access.colleagues.name_clinic(settings.name)

    def add_rooms(self, rooms: Iterable[RoomDraft]) -> None:
        """Add every room; raises ``ValidationError`` at the first that cannot be added."""
        for room in rooms:
            self.settings.add_room(room.name, room.capacity, room.equipment)

    def owner_treats(self, credentials: str) -> SignedIn:
        """Give the owner a column in the schedule; returns them as they are from now on."""
        draft = TherapistDraft(self.owner.name, credentials)
        with self._work.saving(Permission.EDIT_USERS, Topic.ACCESS, Action.CHANGED_CLINIC) as entry:
            entry.subject = f"{self.owner.name} treats"
            therapist_id = self.settings.add_therapist(draft)
            queries.change_user(self.owner.id, therapist=therapist_id)
            therapist = self.settings.clinic().therapist(therapist_id)
            color = therapist.color_slot if therapist else None
            self.access.colleagues.recolor(self.access.slot_id, self.owner, color)
        self.owner = replace(self.owner, therapist_id=therapist_id, credentials=credentials.strip())
        return self.owner
