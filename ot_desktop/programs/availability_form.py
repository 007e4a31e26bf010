"""The form on which a family ticks when it can come; read back by whoever types it in."""

from collections.abc import Iterator
from datetime import time

from ot_desktop.clock import today
from ot_desktop.day_words import WEEKDAYS, clock_am_pm, full_day
from ot_desktop.paper.page import TICK_BOX
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import ProgramChild
from ot_desktop.programs.facts import ProgramFacts, open_windows
from ot_desktop.programs.typed_times import NOON
from ot_desktop.scheduling.paper.domain import Group, Listing

_COLUMNS = ("Day", "Morning", "Yes", "Afternoon", "Yes")
_SHARES = (1.8, 2.2, 0.7, 2.2, 0.7)
_AWAY_LINES = 3
_HOUR = 60


def availability_form(facts: ProgramFacts, child: ProgramChild, clinic: str) -> Listing:
    """Return the form of one child, in words a family reads."""
    days = facts.program.days or (facts.program.starts_on, facts.program.ends_on)
    span = f"{full_day(days[0])} to {full_day(days[-1])}"
    away = tuple(("Away from", "", "", "to", "") for _ in range(_AWAY_LINES))
    return Listing(
        title=f"When can {child.given_name} come?",
        second_line=f"{facts.program.name}, {span}. Tick each time that works for you.",
        columns=_COLUMNS,
        shares=_SHARES,
        groups=(
            Group("Times you can come", tuple(_week(facts))),
            Group("Days you are away", away),
            Group("The time of day you like best", (("Best time", "", "", "", ""),)),
            Group("Your drive to us", (("Minutes one way", "", "", "", ""),)),
        ),
        nothing="",
        clinic=clinic,
        printed_on=today(),
    )


def _week(facts: ProgramFacts) -> Iterator[tuple[str, ...]]:
    for weekday, window in sorted(open_windows(facts.clinic).items()):
        morning = Window(window.start, min(NOON, window.end))
        afternoon = Window(max(NOON, window.start), window.end)
        yield (WEEKDAYS[weekday], *_half(morning), *_half(afternoon))


def _half(window: Window) -> tuple[str, str]:
    if window.start >= window.end:
        return "closed", ""
    return f"{_clock(window.start)} to {_clock(window.end)}", TICK_BOX


def _clock(minute: int) -> str:
    return clock_am_pm(time(minute // _HOUR, minute % _HOUR))
