"""Who may do what: one table of roles and permissions, asked by every use case."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a colleague does at the clinic; one each."""

    OWNER = "owner"
    THERAPIST = "therapist"
    ASSISTANT = "assistant"
    FRONT_DESK = "front_desk"
    READ_ONLY = "read_only"


class Permission(Enum):
    """One kind of use case. Front desk never reads what a note or goal says."""

    SIGN_IN = "sign_in"
    SEE_CASELOAD = "see_caseload"
    EDIT_CHILD = "edit_child"
    EDIT_ALERTS = "edit_alerts"
    IMPORT_CHILDREN = "import_children"
    SEE_SCHEDULE = "see_schedule"
    BOOK = "book"
    RUN_DAY = "run_day"
    SEE_MESSAGES = "see_messages"
    LOG_MESSAGE = "log_message"
    SEE_WAITLIST = "see_waitlist"
    EDIT_WAITLIST = "edit_waitlist"
    PLAN_PROGRAM = "plan_program"
    PROPOSE_SWAP = "propose_swap"
    AGREE_TO_BLOCK = "agree_to_block"
    SET_TIME_OFF = "set_time_off"
    SET_OWN_TIME_OFF = "set_own_time_off"
    SEE_NOTES = "see_notes"
    WRITE_NOTE = "write_note"
    SIGN_NOTE = "sign_note"
    COSIGN_NOTE = "cosign_note"
    SEE_HOME_PROGRAMS = "see_home_programs"
    EDIT_HOME_PROGRAM = "edit_home_program"
    PRINT_HOME_PROGRAM = "print_home_program"
    EDIT_LIBRARY = "edit_library"
    ALLOW_RECIPIENT = "allow_recipient"
    EDIT_CLINIC = "edit_clinic"
    EDIT_USERS = "edit_users"
    BACK_UP = "back_up"
    CHANGE_OWN_PASSWORD = "change_own_password"  # noqa: S105  (a use case, not a password)


_P = Permission
_EVERYONE = frozenset({_P.SIGN_IN, _P.SEE_CASELOAD, _P.SEE_SCHEDULE, _P.CHANGE_OWN_PASSWORD})
_FRONT_DESK = _EVERYONE | {
    _P.EDIT_CHILD,
    _P.IMPORT_CHILDREN,
    _P.BOOK,
    _P.RUN_DAY,
    _P.SEE_MESSAGES,
    _P.LOG_MESSAGE,
    _P.SEE_WAITLIST,
    _P.EDIT_WAITLIST,
    _P.PLAN_PROGRAM,
    _P.AGREE_TO_BLOCK,
    _P.SET_TIME_OFF,
    _P.SEE_HOME_PROGRAMS,
    _P.PRINT_HOME_PROGRAM,
    _P.BACK_UP,
}
_ASSISTANT = _EVERYONE | {
    _P.EDIT_CHILD,
    _P.BOOK,
    _P.RUN_DAY,
    _P.SEE_MESSAGES,
    _P.LOG_MESSAGE,
    _P.SEE_WAITLIST,
    _P.SEE_NOTES,
    _P.WRITE_NOTE,
    _P.SIGN_NOTE,
    _P.SEE_HOME_PROGRAMS,
    _P.EDIT_HOME_PROGRAM,
    _P.PRINT_HOME_PROGRAM,
}
_THERAPIST = _ASSISTANT | {
    _P.EDIT_ALERTS,
    _P.COSIGN_NOTE,
    _P.AGREE_TO_BLOCK,
    _P.SET_OWN_TIME_OFF,
    _P.PROPOSE_SWAP,
    _P.EDIT_LIBRARY,
}
_OWNER = frozenset(Permission)

GRANTED: dict[Role, frozenset[Permission]] = {
    Role.OWNER: _OWNER,
    Role.THERAPIST: _THERAPIST,
    Role.ASSISTANT: _ASSISTANT,
    Role.FRONT_DESK: _FRONT_DESK,
    Role.READ_ONLY: _EVERYONE | {_P.SEE_NOTES, _P.SEE_HOME_PROGRAMS},
}


def may(role: Role, permission: Permission) -> bool:
    """Say whether ``role`` is granted ``permission``."""
    return permission in GRANTED[role]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at the keyboard; ``therapist_id`` only for those who treat."""

    id: int
    name: str
    role: Role
    therapist_id: int | None = None
    credentials: str = ""

    @property
    def has_own_day(self) -> bool:
        """Treats children: has sessions of their own, with the brief of whoever comes next."""
        treats = self.role in {Role.THERAPIST, Role.ASSISTANT, Role.OWNER}
        return treats and self.therapist_id is not None

    def may(self, permission: Permission) -> bool:
        """Say whether this person's role is granted ``permission``."""
        return may(self.role, permission)
