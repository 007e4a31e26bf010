"""How time off reads: days in a row are said once."""

from collections.abc import Sequence
from datetime import timedelta

from ot_desktop.scheduling.facts import TimeOff
from ui.programs.words import days_text, window_text

_DAY = timedelta(days=1)


def stretches(time_off: Sequence[TimeOff]) -> list[list[TimeOff]]:
    """Group days in a row with the same times and reason, in order."""
    grouped: list[list[TimeOff]] = []
    for each in sorted(time_off, key=lambda one: (one.day, one.id)):
        last = grouped[-1][-1] if grouped else None
        if last is not None and _goes_on(last, each):
            grouped[-1].append(each)
        else:
            grouped.append([each])
    return grouped


def stretch_words(stretch: Sequence[TimeOff]) -> str:
    """Return ``Mon, Jun 22 to Fri, Jun 26 (vacation)`` or ``Thu, Jun 11, 1:00–3:00``."""
    first = stretch[0]
    words = days_text(first.day, stretch[-1].day)
    if first.window is not None:
        words = f"{words}, {window_text(first.window)}"
    return f"{words} ({first.reason})" if first.reason else words


def time_off_words(time_off: Sequence[TimeOff]) -> str:
    """Return every stretch, one after the other."""
    return ", ".join(stretch_words(each) for each in stretches(time_off))


def _goes_on(last: TimeOff, each: TimeOff) -> bool:
    alike = (last.window, last.reason) == (each.window, each.reason)
    return alike and each.day == last.day + _DAY
