"""What the workspace can be told to do, as one table: menu, words, shortcut, icon."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from ot_desktop.permissions import Permission
from ui.notes.note_rules_dialog import NoteRulesDialog
from ui.places import (
    ACTIVITIES,
    BOOKING,
    CALENDAR,
    CASELOAD,
    HOME_PROGRAM,
    HOME_PROGRAMS,
    IMPORT,
    INTENSIVES,
    MESSAGES,
    NOTES,
    TODAY,
    WAITLIST,
    Place,
)
from ui.theme import Scheme, theme
from ui.visits.paper_rules_dialog import PaperRulesDialog
from ui.widgets.shortcut import bind
from ui.workspace import Workspace


def _tr(words: str) -> str:
    return QCoreApplication.translate("commands", words)


def add_commands(work: Workspace) -> None:
    """Add every command the signed-in person's role may use."""
    order = (
        _tr("File"),
        _tr("Edit"),
        _tr("View"),
        _tr("Go"),
        _tr("Day"),
        _tr("Child"),
        _tr("Help"),
    )
    work.registry.lay_out(*order)
    _add_going(work)
    _add_day(work)
    _add_doing(work)
    _add_looks(work)


def _add_going(work: Workspace) -> None:
    add, may = work.registry.add, work.services.user.may
    go = _tr("Go")
    add(_tr("Find or do"), work.find_or_do, menu=go, keys="Ctrl+K", icon="search")
    add(_tr("Back"), work.back, menu=go, keys="Alt+Left", icon="arrow-left")
    add(_tr("Forward"), work.forward, menu=go, keys="Alt+Right", icon="arrow-right")
    add(_tr("Today"), lambda: work.go(Place(TODAY)), menu=go, keys="G, T", icon="home")
    add(_tr("Caseload"), lambda: work.go(Place(CASELOAD)), menu=go, keys="G, C", icon="users")
    add(_tr("Calendar"), lambda: work.go(Place(CALENDAR)), menu=go, keys="G, K", icon="calendar")
    add(_tr("Intensives"), lambda: work.go(Place(INTENSIVES)), menu=go, keys="G, I", icon="puzzle")
    if may(Permission.SEE_WAITLIST):
        icon = "hourglass"
        add(_tr("Waitlist"), lambda: work.go(Place(WAITLIST)), menu=go, keys="G, W", icon=icon)
    if may(Permission.SEE_NOTES):
        icon = "clipboard-text"
        add(_tr("Session notes"), lambda: work.go(Place(NOTES)), menu=go, keys="G, N", icon=icon)
    if may(Permission.SEE_HOME_PROGRAMS):
        words = _tr("Home programs")
        add(words, lambda: work.go(Place(HOME_PROGRAMS)), menu=go, keys="G, H", icon="home-heart")
        words, library = _tr("Activity library"), Place(ACTIVITIES)
        add(words, lambda: work.go(library), menu=go, keys="G, A", icon="books")
    if may(Permission.SEE_MESSAGES):
        words = _tr("Parent messages")
        add(words, lambda: work.go(Place(MESSAGES)), menu=go, keys="G, M", icon="message-2")
    if may(Permission.IMPORT_CHILDREN):
        icon = "database-import"
        add(_tr("Import children"), lambda: work.go(Place(IMPORT)), menu=go, icon=icon)


def _add_day(work: Workspace) -> None:
    add, may = work.registry.add, work.services.user.may
    day, close = _tr("Day"), work.screens.day.close
    add(_tr("Print papers of the day"), work.screens.day.print_papers, menu=day, icon="printer")
    if may(Permission.BOOK):
        add(_tr("Swap two rooms"), work.screens.day.swap_rooms, menu=day, icon="door")
    if may(Permission.SET_TIME_OFF):
        add(_tr("Therapist away"), partial(close, "therapist"), menu=day, icon="user-x")
        add(_tr("Close a day"), partial(close, "clinic"), menu=day, icon="calendar-off")
        add(_tr("Close a room"), partial(close, "room"), menu=day, icon="door")
    if may(Permission.EDIT_CLINIC):
        rules = work.screens.day.set_attendance_rules
        add(_tr("Attendance rules"), rules, menu=day, icon="settings")
        rules = work.screens.booking.set_rules
        add(_tr("Booking rules"), rules, menu=day, icon="adjustments")
        add(_tr("Note rules"), partial(_set_note_rules, work), menu=day, icon="clipboard-text")
        rules = partial(_set_paper_rules, work)
        add(_tr("Papers for families"), rules, menu=day, icon="file-text")


def _set_paper_rules(work: Workspace) -> None:
    PaperRulesDialog(work.services.settings, work).exec()


def _set_note_rules(work: Workspace) -> None:
    NoteRulesDialog(work.services.settings, work).exec()


def _add_doing(work: Workspace) -> None:
    add, may = work.registry.add, work.services.user.may
    child, edit = _tr("Child"), _tr("Edit")
    screens, safe = work.screens, work.screens.safekeeping
    if may(Permission.EDIT_CHILD):
        add(_tr("Add child"), screens.add_child, menu=child, icon="user-plus")
    if may(Permission.BOOK):
        book, icon = _tr("Book a visit"), "calendar-plus"
        add(book, lambda: screens.booking.book(work.child_id), menu=child, keys="B", icon=icon)
        words = _tr("Book a series by its dates")
        page = partial(_show_with_child, work, BOOKING)
        add(words, page, menu=child, keys="Shift+B", icon="calendar-repeat")
    if may(Permission.PLAN_PROGRAM):
        words = _tr("New intensive child")
        add(words, screens.add_to_intensive, menu=child, icon="user-plus")
    _add_treating(work)
    add(_tr("Undo"), work.undo, menu=edit, keys="Ctrl+Z", icon="arrow-back-up")
    add(_tr("Redo"), work.redo, menu=edit, keys="Ctrl+Shift+Z", icon="arrow-forward-up")
    bind(work, "Ctrl+Y", work.redo)
    if may(Permission.BACK_UP):
        add(_tr("Back up now"), safe.back_up, menu=_tr("File"), icon="database")
        add(_tr("Backups"), safe.show_backups, menu=_tr("File"), icon="shield-check")
    if may(Permission.EDIT_USERS):
        renew = _tr("Make a new recovery sheet")
        add(renew, safe.renew_recovery_sheet, menu=_tr("File"), icon="shield-lock")
    add(_tr("Choose a new password"), safe.choose_password, menu=_tr("File"), icon="key")
    add(_tr("Choose a PIN"), safe.choose_pin, menu=_tr("File"), icon="password")
    add(_tr("Lock now"), work.lock_wanted.emit, menu=_tr("File"), keys="Ctrl+L", icon="lock")


def _add_treating(work: Workspace) -> None:
    add, may, child = work.registry.add, work.services.user.may, _tr("Child")
    screens = work.screens
    if may(Permission.WRITE_NOTE):
        add(_tr("Write note"), screens.write_note, menu=child, keys="N", icon="pencil")
        add(_tr("Score a goal"), screens.goals.score, menu=child, keys="S", icon="target-arrow")
    if may(Permission.EDIT_HOME_PROGRAM):
        add(
            _tr("Make a home program"),
            lambda: _for_child(work, HOME_PROGRAM),
            menu=child,
            keys="H",
            icon="home-heart",
        )


def _show_with_child(work: Workspace, screen: str) -> None:
    work.go(Place(screen, work.child_id))


def _for_child(work: Workspace, screen: str) -> None:
    if work.child_id is None:
        work.say_done(_tr("Choose a child first."))
    else:
        work.go(Place(screen, work.child_id))


def _add_looks(work: Workspace) -> None:
    add, view = work.registry.add, _tr("View")
    for words, scheme, icon in (
        (_tr("Light colors"), Scheme.LIGHT, "sun"),
        (_tr("Dark colors"), Scheme.DARK, "moon"),
        (_tr("Colors as the computer is set"), Scheme.SYSTEM, "device-desktop"),
    ):
        add(words, partial(theme().set_scheme, scheme), menu=view, icon=icon)
    bigger, smaller = _tr("Larger text"), _tr("Smaller text")
    add(bigger, lambda: theme().step_text_size(1), menu=view, keys="Ctrl++", icon="zoom-in")
    add(smaller, lambda: theme().step_text_size(-1), menu=view, keys="Ctrl+-", icon="zoom-out")
    normal = _tr("Normal text size")
    add(normal, lambda: theme().set_text_size(100), menu=view, keys="Ctrl+0", icon="letter-case")
    add(
        _tr("All shortcuts"),
        work.show_shortcuts,
        menu=_tr("Help"),
        keys="F1",
        icon="keyboard",
    )
