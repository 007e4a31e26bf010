"""Home practice over time, window by window: what a parent reported, and what nobody asked.

A window lies between two visits. Adherence is ``days practiced / days prescribed``, capped at
100 %; minutes are kept apart. No instrument for this is validated, so everything here is plain
facts, parent-reported (standards 4.6). Not asked is a gap, never 0.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ot_desktop.notes.parent_part import A_WEEK, MOST_DAYS, AtHome, HomeReport, Outcome
from ot_desktop.notes.practice_plan import PracticePlan

TOO_HARD_WINDOWS = 3
"""In so many windows an activity was too hard before an easier version is proposed."""

LOW_WINDOWS, LOW_SHARE = 3, 0.5
"""So many reported windows in a row under this share suggest a smaller plan; nobody is blamed."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days from one visit to the next: ``starts`` is the day of the first, ``ends`` the next.

    ``prescribed`` None: the family had no program. ``practiced`` None: nobody said. ``minutes``
    are those of a practice day, of all activities together; ``planned_minutes`` what was asked for.
    """

    session_id: int
    starts: date
    ends: date
    days: int
    prescribed: int | None = None
    practiced: int | None = None
    minutes: int | None = None
    too_hard: tuple[str, ...] = ()
    planned_minutes: float | None = None

    @property
    def counts(self) -> bool:
        """The family had something to practice."""
        return bool(self.prescribed)

    @property
    def is_reported(self) -> bool:
        """The family had something to practice, and somebody said on how many days they did."""
        return self.counts and self.practiced is not None

    @property
    def share(self) -> float | None:
        """Days practiced of days prescribed, 1 at most; None is a gap in the line."""
        if not self.prescribed or self.practiced is None:
            return None
        return min(1.0, self.practiced / self.prescribed)

    @property
    def is_low(self) -> bool:
        """Less than half was done, of the days or, where minutes are known, of the minutes."""
        if self.share is None:
            return False
        if self.minutes is None or not self.planned_minutes:
            return self.share < LOW_SHARE
        return self.share * min(1.0, self.minutes / self.planned_minutes) < LOW_SHARE


@dataclass(frozen=True, slots=True)
class EasierVersion:
    """An activity that was too hard in ``windows`` windows, and the library's easier way."""

    title: str
    windows: int
    words: str


@dataclass(frozen=True, slots=True)
class HomePractice:
    """One child's windows, the oldest first; ``week`` are the days last asked about.

    A day of ``week`` is True, False, or None where nobody said.
    """

    windows: tuple[Window, ...] = ()
    week: tuple[tuple[date, bool | None], ...] = ()
    easier: tuple[EasierVersion, ...] = ()

    @property
    def asked(self) -> int:
        """In how many windows there was something to practice: the m of “n of m”."""
        return sum(window.counts for window in self.windows)

    @property
    def reported(self) -> int:
        """In how many of them somebody said on how many days they practiced."""
        return sum(window.is_reported for window in self.windows)

    @property
    def suggests_less(self) -> bool:
        """Three reported windows in a row were under half: a smaller plan may fit the family."""
        last = [window for window in self.windows if window.is_reported][-LOW_WINDOWS:]
        return len(last) == LOW_WINDOWS and all(window.is_low for window in last)

    @property
    def mean(self) -> float | None:
        """The mean share of the windows reported; None without any."""
        shares = [window.share for window in self.windows if window.share is not None]
        return sum(shares) / len(shares) if shares else None


def days_of(starts: date, ends: date, most: int = MOST_DAYS) -> tuple[date, ...]:
    """Return the days a family is asked about at a visit on ``ends``: all since ``starts``.

    The day of the visit before counts, as they practice after it; that of this visit does not.
    """
    count = min(most, max(0, (ends - starts).days))
    return tuple(ends - timedelta(days=back) for back in range(count, 0, -1))


def days_problem(practiced: int, days: int) -> str:
    """Return why so many days cannot be, or nothing: 9 of 7 is refused."""
    if 0 <= practiced <= days:
        return ""
    return f"{practiced} of {days} days cannot be. Choose 0 to {days}."


def prescribed_days(plan: PracticePlan | None, days: Sequence[date]) -> int | None:
    """Return on how many of ``days`` the program asks for practice; None without a program.

    A program asks for as many days a week as its most frequent activity. Of a part of a week it
    asks for that part of them, to the nearest whole day, and at least for one.
    """
    if plan is None or not plan.activities:
        return None
    under_way = sum(day >= plan.starts_on for day in days)
    if not under_way:
        return None
    a_week = min(A_WEEK, max(activity.times_a_week for activity in plan.activities))
    return max(1, round(a_week * under_way / A_WEEK))  # sevenths are never a half


def practiced_days(
    at_home: AtHome, days: Sequence[date], on_chart: frozenset[date] | None = None
) -> int | None:
    """Return on how many of ``days`` anybody practiced; None when nobody said.

    Days two caregivers name, or one and a chart that came back, count once. A caregiver who only
    says how often, activity by activity, practiced on at least as many days as the most frequent
    one, and at most on all.
    """
    if at_home.not_asked and on_chart is None:
        return None
    named = _named(at_home, on_chart)
    counts = [
        activity.days
        for report in at_home.reports
        if report.practiced_on is None
        for activity in report.activities
        if activity.days is not None and not activity.not_asked
    ]
    if named is None and not counts:
        return None
    on_days = len(set(days) & named) if named is not None else 0
    return max(on_days, min(len(days), max(counts, default=0)))


def _named(at_home: AtHome, on_chart: frozenset[date] | None) -> frozenset[date] | None:
    """Return the days somebody named, or ticked on a chart; None when nobody did."""
    said = None if at_home.not_asked else at_home.practiced_on
    if on_chart is None:
        return said
    return on_chart | (said or frozenset())


def practice_minutes(at_home: AtHome) -> int | None:
    """Return the minutes of a practice day: of the caregiver who reports the most of them."""
    said = [
        sum(minutes)
        for report in at_home.reports
        if (minutes := [one.minutes for one in report.activities if one.minutes is not None])
    ]
    return max(said, default=None)


def too_hard(at_home: AtHome) -> tuple[str, ...]:
    """Return the activities somebody found too hard."""
    titles = (
        activity.title
        for report in at_home.reports
        for activity in report.activities
        if Outcome.TOO_HARD in activity.outcomes
    )
    return tuple(dict.fromkeys(titles))


def window(
    session_id: int,
    between: tuple[date, date],
    plan: PracticePlan | None,
    said: AtHome | None,
    on_chart: frozenset[date] | None = None,
) -> Window:
    """Return the window ``between`` two visits; ``said`` None: no signed note tells of it.

    ``on_chart`` are the days ticked on a chart that came back; None: none came back.
    """
    starts, ends = between
    told = said or AtHome(not_asked=True)
    # What a note did not ask about is not known, and not prescribed in vain.
    days = days_of(starts, ends, said.days if said and not said.not_asked else MOST_DAYS)
    return Window(
        session_id,
        starts,
        ends,
        len(days),
        prescribed_days(plan, days),
        practiced_days(told, days, on_chart),
        practice_minutes(told),
        too_hard(told),
        plan.minutes_a_day if plan is not None else None,
    )


def easier_versions(
    windows: Iterable[Window], current: PracticePlan | None, easier: Callable[[str], str]
) -> tuple[EasierVersion, ...]:
    """Propose the easier version of what the family has now and found too hard too often.

    ``easier`` returns the library's words for the activity of that title, or nothing.
    """
    often = Counter(title for each in windows for title in each.too_hard)
    titles = (activity.title for activity in current.activities) if current else ()
    return tuple(
        EasierVersion(title, often[title], easier(title))
        for title in dict.fromkeys(titles)
        if often[title] >= TOO_HARD_WINDOWS
    )


def too_hard_before(told: Iterable[tuple[date, AtHome]]) -> Counter[str]:
    """Return in how many windows each activity was too hard; those of one day are one window."""
    by_day: dict[date, set[str]] = {}
    for day, at_home in told:
        by_day.setdefault(day, set()).update(too_hard(at_home))
    return Counter(title for titles in by_day.values() for title in titles)


def proposed_today(
    before: Mapping[str, int],
    reports: Iterable[HomeReport],
    titles: Iterable[str],
    easier: Callable[[str], str],
) -> tuple[EasierVersion, ...]:
    """Propose the easier version of what was too hard too often, today's answers included."""
    today = too_hard(AtHome(tuple(reports)))
    often = {title: before.get(title, 0) + (title in today) for title in titles}
    return tuple(
        EasierVersion(title, windows, easier(title))
        for title, windows in often.items()
        if windows >= TOO_HARD_WINDOWS
    )


def week_before(
    ends: date, since: date | None, said: AtHome, on_chart: frozenset[date] | None = None
) -> tuple[tuple[date, bool | None], ...]:
    """Return the week before a visit, each day practiced or not; unknown where nobody said.

    A day before the window is known only where it was named, as the visit before asked about it.
    """
    named = _named(said, on_chart)
    week = days_of(ends - timedelta(days=A_WEEK), ends)
    if named is None:
        return tuple((day, None) for day in week)
    first = since or week[0]
    return tuple((day, day in named if day in named or day >= first else None) for day in week)
