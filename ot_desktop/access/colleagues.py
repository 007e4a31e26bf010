"""Use cases of the owner: who may sign in, with which first password, and who no longer."""

from contextlib import AbstractContextManager
from typing import Any

from db.queries import access as queries
from ot_desktop.access.domain import ColleagueDraft, User
from ot_desktop.access.key_in_hand import KeyInHand
from ot_desktop.access.passwords import password_problem
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission, Role, SignedIn
from ot_desktop.settings.domain import TherapistDraft
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Entry, Work


class ColleaguesService:
    """Keeps the key file and the table of users in step."""

    def __init__(self, work: Work, key: KeyInHand | None) -> None:
        self._work = work
        self._held = key

    def users(self) -> list[User]:
        """Return everybody who signs in or once did, by name."""
        self._work.require(Permission.EDIT_USERS)
        return queries.users(_user)

    def add(self, draft: ColleagueDraft) -> int:
        """Let a colleague sign in with a first password; returns the user's id. Slow."""
        return self.admit(draft, self.cut_key(draft))

    def check(self, draft: ColleagueDraft) -> None:
        """Raise ``ValidationError`` when a colleague cannot be added like this."""
        problems: dict[str, str] = {}
        if not draft.name.strip():
            problems["name"] = "Enter a first and last name."
        if problem := password_problem(draft.password, (self._key.clinic, draft.name)):
            problems["password"] = problem
        if problems:
            raise ValidationError(problems)

    def cut_key(self, draft: ColleagueDraft) -> str:
        """Lock the data key with a first password; returns the slot, for ``admit``.

        Takes 0.25 to 0.5 s and touches no table, so it may run beside the window.
        """
        self._work.require(Permission.EDIT_USERS)
        self.check(draft)
        return self._key.add(draft.name.strip(), draft.role.value, draft.password)

    def admit(self, draft: ColleagueDraft, slot_id: str) -> int:
        """Add the colleague whose key was cut; takes the key back when that fails."""
        try:
            with self._saving(Action.ADDED_USER) as entry:
                entry.subject = draft.name.strip()
                return self._admit(draft, slot_id)
        except BaseException:
            self._key.remove(slot_id)
            raise

    def remove(self, user_id: int) -> None:
        """Take a colleague's key away; what they wrote and signed stays theirs."""
        user = self._user(user_id)
        self._refuse_removal(user)
        slot_id = queries.key_slot(user_id)
        with self._saving(Action.REMOVED_USER) as entry:
            entry.subject = user.name
            queries.change_user(user_id, is_active=False, pin_hash=None)
            if slot_id is not None:
                self._key.remove(slot_id)

    def reset_password(self, user_id: int, password: str) -> None:
        """Give a colleague who forgot theirs a new first password, and no PIN. Slow."""
        self._work.require(Permission.EDIT_USERS)
        user = self._user(user_id)
        slot_id = queries.key_slot(user_id)
        if slot_id is None:
            raise NotFound("This person cannot sign in any more. Add them again.")
        if problem := password_problem(password, (self._key.clinic, user.name)):
            raise ValidationError({"password": problem})
        with self._saving(Action.CHANGED_PASSWORD) as entry:
            entry.subject = user.name
            queries.change_user(user_id, pin_hash=None)
            self._key.change_password(slot_id, password)

    def renew_recovery_key(self) -> str:
        """Make a new recovery key to be printed; every earlier sheet becomes worthless."""
        with self._saving(Action.CHANGED_PASSWORD) as entry:
            entry.subject = "the recovery key"
            return self._key.renew_recovery_key()

    def name_clinic(self, name: str) -> None:
        """Show another clinic name on the sign-in page."""
        self._work.require(Permission.EDIT_CLINIC)
        self._key.name_clinic(name.strip())

    def recolor(self, slot_id: str, person: SignedIn, color_slot: int | None) -> None:
        """Show a colleague's color on the sign-in page."""
        self._work.require(Permission.EDIT_USERS)
        self._key.show(slot_id, person.name, person.role.value, color_slot)

    @property
    def _key(self) -> KeyInHand:
        if self._held is None:
            raise ClinicError("No clinic file is open. Sign in first.")
        return self._held

    def _admit(self, draft: ColleagueDraft, slot_id: str) -> int:
        name = draft.name.strip()
        therapist_id = self._as_therapist(draft, slot_id) if draft.is_therapist else None
        return queries.insert_user(
            name=name,
            role=draft.role.value,
            therapist_id=therapist_id,
            key_slot=slot_id,
            created_at=now_utc(),
        )

    def _as_therapist(self, draft: ColleagueDraft, slot_id: str) -> int:
        name = draft.name.strip()
        settings = SettingsService(self._work)
        therapist_id = settings.add_therapist(TherapistDraft(name, draft.credentials))
        therapist = settings.clinic().therapist(therapist_id)
        if therapist is not None:
            self._key.show(slot_id, name, draft.role.value, therapist.color_slot)
        return therapist_id

    def _refuse_removal(self, user: User) -> None:
        if user.id == self._work.user.id:
            raise ClinicError("You can’t remove yourself. Ask another owner to do it.")
        owners = [each for each in self.users() if each.is_active and each.role is Role.OWNER]
        if owners == [user]:
            raise ClinicError("A clinic keeps at least one owner. Make somebody else owner first.")

    def _user(self, user_id: int) -> User:
        found = next((each for each in self.users() if each.id == user_id), None)
        if found is None:
            raise NotFound("This person is not in the clinic’s file.")
        return found

    def _saving(self, action: Action) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.EDIT_USERS, Topic.ACCESS, action)


def _user(**columns: Any) -> User:
    del columns["key_slot"]
    role, credentials = Role(columns.pop("role")), columns.pop("credentials") or ""
    return User(role=role, credentials=credentials, **columns)
