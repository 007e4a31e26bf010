"""What family, clinic and payer could give so that a child fits, and how little of it is enough."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from ot_desktop.planning.domain import Window, clock_text
from ot_desktop.planning.relaxing import Relax

Value = int | str | date | Window
V = TypeVar("V", int, date)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Concession:
    """One thing to give; ``path`` leads to it in a fix (see ``relaxing``).

    ``least`` is how little of it could be of use: of a number or date what is given already, of a
    window its shortest length in minutes. A window that is ``fixed`` at its "start" or "end" goes
    on from hours there are already.
    """

    path: tuple[str, ...]
    value: Value
    least: int | date | None = None
    fixed: str = ""


Wish = tuple[Concession, ...]
Fits = Callable[[Wish], bool]


def relax_of(wish: Iterable[Concession]) -> Relax:
    """Return the concessions as one fix."""
    relax: Relax = {}
    for each in wish:
        place = relax
        for key in each.path[:-1]:
            place = place.setdefault(key, {})
        last, value = each.path[-1], each.value
        if isinstance(value, int):
            place[last] = value
        elif isinstance(value, Window):
            place.setdefault(last, []).append([clock_text(value.start), clock_text(value.end)])
        elif each.path[0] == "authorization":
            place[last] = str(value)
        else:
            place.setdefault(last, []).append(str(value))
    return relax


def enough(groups: Sequence[Wish], fits: Fits, grid: int) -> Wish:
    """Return concessions that will do and are no more than needed; all together have to do.

    The first group that does alone is taken, else some of all groups.
    """
    wish = next((group for group in groups if fits(group)), None)
    if wish is None:
        wish = tuple(each for group in groups for each in group)
    kept = needed(wish, fits)
    for at in range(len(kept)):
        kept = (*kept[:at], _narrowed(kept, at, fits, grid), *kept[at + 1 :])
    return kept


def needed(wish: Sequence[T], fits: Callable[[tuple[T, ...]], bool]) -> tuple[T, ...]:
    """Return a part of the wish that will do and of which nothing can be left out.

    What comes first is given first (Junker 2004, one at a time).
    """
    kept: tuple[T, ...] = ()
    rest = tuple(wish)
    while not fits(kept):
        lengths = range(1, len(rest) + 1)
        shortest = _first(lengths, lambda length: fits((*rest[:length], *kept)))  # noqa: B023  (used at once)
        kept, rest = (rest[shortest - 1], *kept), rest[: shortest - 1]
    return kept


def _narrowed(wish: Wish, at: int, fits: Fits, grid: int) -> Concession:
    """Return a concession with no more than needed beside the others."""
    one = wish[at]

    def will_do(value: Value) -> bool:
        return fits((*wish[:at], replace(one, value=value), *wish[at + 1 :]))

    if isinstance(one.value, Window):
        return replace(one, value=_narrow_window(one, one.value, will_do, grid))
    if isinstance(one.value, int) and isinstance(one.least, int):
        return replace(one, value=_first(range(one.least + 1, one.value + 1), will_do))
    if isinstance(one.value, date) and isinstance(one.least, date):
        return replace(one, value=_first(_dates(one.least, one.value), will_do))
    return one


def _dates(known: date, last: date) -> list[date]:
    """Return the days after the one up to the other, in whichever direction."""
    step = 1 if last > known else -1
    count = abs((last - known).days)
    return [known + timedelta(days=step * number) for number in range(1, count + 1)]


def _narrow_window(
    one: Concession, window: Window, will_do: Callable[[Value], bool], grid: int
) -> Window:
    """Return a shorter window: one that goes on from given hours, or one apart if that will do."""
    first, last = window.start, window.end
    if one.fixed != "end":
        ends = range(first + grid, last + grid, grid)
        last = _first(ends, lambda end: will_do(Window(first, end)))
    if one.fixed != "start":
        starts = range(last - grid, first - grid, -grid)
        first = _first(starts, lambda start: will_do(Window(start, last)))
    least = one.least if isinstance(one.least, int) else 0
    apart = Window(last - least, last) if one.fixed == "start" else Window(first, first + least)
    shorter = least < last - first and one.fixed and will_do(apart)
    return apart if shorter else Window(first, last)


def _first(values: Sequence[V], will_do: Callable[[V], bool]) -> V:
    """Return the first value that will do; all after it do, and the last is known to."""
    return values[bisect_left(values[:-1], 1, key=will_do)]
