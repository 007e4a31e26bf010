"""Which days of which weeks to take when every day has a price: exact, within the limits."""

from dataclasses import dataclass

from ot_desktop.planning.problem import Problem, Request

IMPOSSIBLE = 10**9
Choice = tuple[int, tuple[int, ...]]  # points and the days, one that holds two sessions twice
WeekTable = list[Choice]  # by number of sessions: the cheapest choice
NO_CHOICE: Choice = (IMPOSSIBLE, ())


@dataclass(slots=True)
class DayPrices:
    """What a day's session, and where allowed two, would cost; IMPOSSIBLE where there is none."""

    one: list[int]
    two: list[int]  # empty where the child comes once a day


def choose_days(
    problem: Problem, request: Request, prices: DayPrices, limits: tuple[int, int], beat: int
) -> tuple[list[int], int]:
    """Return the days with the most points (care minus prices) and these points.

    ``limits`` are the least and the most sessions. Whether days are in a row is looked at only
    where the points without it exceed ``beat``.
    """
    if prices.two:
        return _choose_exactly(problem, request, prices, limits)
    least, most = limits
    offered: list[tuple[int, int]] = []
    for week in problem.week_days:
        possible = [(prices.one[day], day) for day in week if prices.one[day] < IMPOSSIBLE]
        possible.sort()
        offered += possible[: request.per_week]
    offered.sort()
    chosen: list[int] = []
    value = 0
    for price, day in offered[:most]:
        if price > request.care and len(chosen) >= least:
            break
        chosen.append(day)
        value += request.care - price
    if not request.spread or len(chosen) <= 1 or value <= beat:
        return chosen, value
    return _choose_exactly(problem, request, prices, limits)


def _choose_exactly(
    problem: Problem, request: Request, prices: DayPrices, limits: tuple[int, int]
) -> tuple[list[int], int]:
    """Return the best days where days in a row cost points, or a day may hold two sessions."""
    least, most = limits
    best: WeekTable = [(0, ())]
    for week in problem.week_days:
        best = _both(best, _week_table(problem, request, prices, week), most)
    found, days = -IMPOSSIBLE, best[0][1]
    for count, (points, chosen) in enumerate(best):
        value = count * request.care - points
        if count >= least and points < IMPOSSIBLE and value > found:
            found, days = value, chosen
    return list(days), found


def _week_table(
    problem: Problem, request: Request, prices: DayPrices, week: list[int]
) -> WeekTable:
    """Return the cheapest choice of 0, 1, 2 … sessions in a week."""
    penalty = problem.instance.weights.adjacent_days if request.spread else 0
    size = request.per_week + 1
    rested: WeekTable = [(0, ())]  # nothing on the day before
    used: WeekTable = []  # something on the day before
    for day in week:
        both = _cheaper(rested, used)
        taken: WeekTable = []
        if prices.one[day] < IMPOSSIBLE:
            before = both
            if penalty and problem.follows[day]:
                before = _cheaper(rested, [(points + penalty, days) for points, days in used])
            taken = _add(before, prices.one[day], (day,))
            if prices.two and prices.two[day] < IMPOSSIBLE:
                taken = _cheaper(taken, _add(before, prices.two[day], (day, day)))
        rested, used = both, taken[:size]
    return _cheaper(rested, used)


def _add(table: WeekTable, price: int, sessions: tuple[int, ...]) -> WeekTable:
    """Return the table with the day's sessions added to every choice."""
    added = [
        (points + price, days + sessions) if points < IMPOSSIBLE else NO_CHOICE
        for points, days in table
    ]
    return [NO_CHOICE] * len(sessions) + added


def _cheaper(one: WeekTable, other: WeekTable) -> WeekTable:
    """Return the cheaper choice for every number of sessions."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    merged = [min(pair) for pair in zip(longer, shorter, strict=False)]
    return merged + longer[len(shorter) :]


def _both(one: WeekTable, other: WeekTable, most: int) -> WeekTable:
    """Return the cheapest choice for every number of sessions in two parts of the program."""
    size = min(most, len(one) + len(other) - 2) + 1
    best = [NO_CHOICE] * size
    for count, (points, days) in enumerate(one):
        if points >= IMPOSSIBLE:
            continue
        for more, (price, taken) in enumerate(other):
            if count + more < size and points + price < best[count + more][0]:
                best[count + more] = (points + price, days + taken)
    return best
