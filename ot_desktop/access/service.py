"""Use cases of whoever is at the keyboard: proving it again, locking, own password and PIN."""

from collections.abc import Callable
from contextlib import suppress

from db.faults import Fault
from db.queries import access as queries
from ot_desktop.access.colleagues import ColleaguesService
from ot_desktop.access.domain import MustWait, WrongPassword
from ot_desktop.access.key_in_hand import KeyInHand, key_in_hand
from ot_desktop.access.passwords import password_problem, pin_problem
from ot_desktop.access.pin import pin_fits, pin_hash
from ot_desktop.access.sentences import is_fault
from ot_desktop.access.tries import Tries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.work import Work


class AccessService:
    """``colleagues`` holds the owner's use cases.

    ``confirm_password`` and ``replace_own_password`` take 0.25 to 1 s and touch no table, so they
    may run beside the window.
    """

    def __init__(self, work: Work, key: KeyInHand | None = None) -> None:
        self._work = work
        self._held = key or key_in_hand(work.user.id)
        self.colleagues = ColleaguesService(work, self._held)
        self._password_tries = Tries()
        self._pin_tries = Tries()
        self._is_pin_spent = False

    @property
    def slot_id(self) -> str:
        """The signed-in person's place on the sign-in page."""
        return self._key.slot_id

    def confirm_password(self, password: str) -> bool:
        """Say whether this is the signed-in person's password; slow.

        Raises ``MustWait`` at the fifth wrong one in a row.
        """
        self._password_tries.check()
        try:
            self._key.unlock(password)
        except ClinicError as error:
            if not is_fault(error, Fault.WRONG_PASSWORD):
                raise
            return self._missed()
        self._password_tries.succeeded()
        return True

    def change_own_password(self, current: str, new: str) -> None:
        """Choose another password; raises ``ValidationError`` for ``current`` or ``password``."""
        self.replace_own_password(current, new)
        self.say_password_changed()

    def replace_own_password(self, current: str, new: str) -> None:
        """Do the slow half, which touches no table; ``say_password_changed`` is the other."""
        self._work.require(Permission.CHANGE_OWN_PASSWORD)
        if not self.confirm_password(current):
            raise ValidationError({"current": "That is not your present password."})
        if problem := password_problem(new, (self._key.clinic, self._work.user.name)):
            raise ValidationError({"password": problem})
        self._key.change_password(self._key.slot_id, new)

    def say_password_changed(self) -> None:
        """Note in the log that the password was changed."""
        with self._work.saving(
            Permission.CHANGE_OWN_PASSWORD, Topic.ACCESS, Action.CHANGED_PASSWORD
        ):
            pass

    def set_pin(self, pin: str | None) -> None:
        """Choose the PIN that unlocks the running program, or none."""
        if pin is not None and (problem := pin_problem(pin)):
            raise ValidationError({"pin": problem})
        kept = pin_hash(pin) if pin is not None else None
        with self._work.saving(Permission.CHANGE_OWN_PASSWORD, Topic.ACCESS, Action.SET_PIN):
            queries.change_user(self._work.user.id, pin_hash=kept)

    def has_pin(self) -> bool:
        """Say whether a PIN counts now: one was chosen, and not five wrong ones were typed."""
        return not self._is_pin_spent and queries.pin_hash(self._work.user.id) is not None

    def unlock_with_pin(self, pin: str) -> None:
        """Unlock the running program; raises ``WrongPassword``, ``MustWait`` at the fifth.

        After the fifth only the password counts (``has_pin`` is False) until ``say_unlocked``.
        """
        self.confirm_pin(pin)
        self.say_unlocked()

    def confirm_pin(self, pin: str) -> None:
        """Check the PIN of whoever is signed in; raises as ``unlock_with_pin`` does."""
        kept = queries.pin_hash(self._work.user.id)
        if kept is None or self._is_pin_spent:
            raise ClinicError("Use your password.")
        if not pin_fits(pin, kept):
            self._missed_pin()

    def pin_check(self) -> Callable[[str], bool] | None:
        """Return what tells whether a PIN is the signed-in person's; None where no PIN counts.

        What is returned touches no table. It raises ``MustWait`` at the fifth wrong PIN.
        """
        kept = queries.pin_hash(self._work.user.id)
        if kept is None or self._is_pin_spent:
            return None

        def fits(pin: str) -> bool:
            if not self._is_pin_spent and pin_fits(pin, kept):
                self._pin_tries.succeeded()
                return True
            with suppress(WrongPassword):
                self._missed_pin()
            return False

        return fits

    def say_locked(self) -> None:
        """Note in the log that the program was locked."""
        self._note(Action.LOCKED)

    def say_unlocked(self) -> None:
        """Note in the log that the same person is back; the PIN counts again."""
        self._is_pin_spent = False
        self._pin_tries.succeeded()
        self._note(Action.UNLOCKED)

    @property
    def _key(self) -> KeyInHand:
        if self._held is None:
            raise ClinicError("No clinic file is open. Sign in first.")
        return self._held

    def _missed(self) -> bool:
        with suppress(WrongPassword):
            self._password_tries.missed("That password is not right.")
        return False

    def _missed_pin(self) -> None:
        try:
            self._pin_tries.missed("That PIN is not right.")
        except MustWait as wait:
            self._is_pin_spent = True
            self._pin_tries.succeeded()
            raise MustWait("5 wrong PINs. Use your password.", 0) from wait

    def _note(self, action: Action) -> None:
        with self._work.viewing(Permission.SIGN_IN, action):
            pass
