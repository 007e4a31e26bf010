"""What the week grid says: to a screen reader, in tooltips, under a lane's name."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import AlertKind, Asked, ChildPage
from ot_desktop.day_words import clock_text, minute_text, short_day, weekday
from ot_desktop.programs.board import Block, BoardDay, Lane, View
from ui.visits.grid_rows import off_at

_HOUR = 60


def _tr(words: str) -> str:
    return QCoreApplication.translate("week_grid", words)


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def hours_words(used: int, available: int) -> str:
    """Return ``26 of 28 h``; half hours are shown, quarters are not."""
    return _tr("{0} of {1} h").format(_hours(used), _hours(available))


def _hours(minutes: int) -> str:
    halves = round(minutes / 30)
    return f"{halves // 2}" if halves % 2 == 0 else f"{halves / 2:.1f}"


def day_words(day: date) -> str:
    """Return ``Thursday, Jun 11``."""
    return f"{weekday(day)}, {short_day(day)}"


def block_words(block: Block) -> str:
    """Return everything a chip shows, as one sentence."""
    parts = [
        block.child_name,
        f"{day_words(block.starts.date())}",
        _tr("{0} to {1}").format(clock_text(block.starts), clock_text(block.ends)),
        block.room_name,
        _tr("with {0}").format(block.therapist_name),
    ]
    if block.number is not None:
        parts.append(_tr("session {0}").format(number_words(block)))
    if block.alerts:
        parts.append(_tr("alert: {0}").format(", ".join(block.alerts)))
    parts += [block.status, *state_words(block)]
    return ", ".join(filter(None, parts))


def number_words(block: Block) -> str:
    """Return ``5 of 12``; nothing for a visit that is not of the plan."""
    if block.number is None:
        return ""
    return _tr("{0} of {1}").format(block.number, block.of)


def state_words(block: Block) -> list[str]:
    """Return what the marks of a chip mean."""
    marks = (
        (block.is_clash, _tr("clash")),
        (block.is_history, _tr("has happened")),
        (block.is_locked, _tr("locked")),
        (block.is_moved, _tr("moved by hand")),
        (block.is_weekly, _tr("weekly visit, stays put")),
    )
    return [words for on, words in marks if on]


def empty_words(lane: Lane, day: BoardDay, minute: int, view: View) -> str:
    """Say what an empty cell is: free, off or closed."""
    where = [day_words(day.day)]
    if view is not View.CHILD:
        where.append(minute_text(minute))
    where.append(lane.full_name)
    return ", ".join([*where, _empty_state(lane, day, minute)])


def _empty_state(lane: Lane, day: BoardDay, minute: int) -> str:
    if day.closed_for is not None:
        return _tr("closed: {0}").format(day.closed_for) if day.closed_for else _tr("closed")
    off = off_at(lane, day.day, minute)
    return off.reason if off is not None else _tr("free")


def place_words(starts: datetime) -> str:
    """Return ``Thu, Jun 11, 10:45`` long enough to be read out."""
    return f"{day_words(starts.date())}, {clock_text(starts)}"


def alert_words(child: ChildPage) -> str:
    """Return a child's alerts for a tooltip, a line each; what nobody asked is said too."""
    kinds = {
        AlertKind.ALLERGY: _tr("Allergy"),
        AlertKind.PRECAUTION: _tr("Precaution"),
        AlertKind.PICK_UP: _tr("Pick-up"),
        AlertKind.OTHER: _tr("Note"),
    }
    lines = [
        f"{kinds[alert.kind]}: {alert.title}. {alert.details}".strip()
        for alert in child.alerts.listed
    ]
    if child.alerts.allergies.asked is Asked.NOT_ASKED:
        lines.append(_tr("Nobody has asked about allergies yet."))
    if child.alerts.precautions.asked is Asked.NOT_ASKED:
        lines.append(_tr("Nobody has asked about precautions yet."))
    return "\n".join(lines)
