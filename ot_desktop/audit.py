"""What the activity log records: who, what, which child, when, where; never clinical text."""

from enum import Enum


class Action(Enum):
    """One kind of thing somebody did; the value is how the log reads."""

    SIGNED_IN = "signed in"
    LOCKED = "locked the program"
    UNLOCKED = "unlocked the program"
    CHANGED_PASSWORD = "changed their password"  # noqa: S105  (a log line, not a password)
    SET_PIN = "set their PIN"
    ADDED_USER = "added a user"
    REMOVED_USER = "removed a user"
    CHANGED_CLINIC = "changed the clinic's settings"
    CHANGED_VIEWS = "changed their saved views"
    ADMITTED_CHILD = "added a child"
    CHANGED_CHILD = "changed a child's details"
    CHANGED_FAMILY = "changed a child's family"
    CHANGED_ALERTS = "changed a child's alerts"
    CHANGED_GOALS = "changed a child's goals"
    OPENED_CHILD = "opened a child's page"
    IMPORTED_CHILDREN = "imported children"
    UNDID_IMPORT = "took back an import"
    BOOKED = "booked sessions"
    WITHDREW_BOOKING = "took back a booking"
    OPENED_NOTE = "opened a note"
    SAVED_DRAFT = "saved a draft note"
    SIGNED_NOTE = "signed a note"
    ADDED_ADDENDUM = "added to a signed note"
    SAVED_HOME_PROGRAM = "saved a home program"
    ISSUED_PAPER = "gave papers to a family"
    REPRINTED_PAPER = "printed papers again"
    BACKED_UP = "made a backup"
