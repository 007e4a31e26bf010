"""What the fixed words of every language count alike: minutes, days, and how often."""

from dataclasses import dataclass
from fractions import Fraction

from ot_desktop.home_programs.domain import HomeProgram, PlannedActivity
from ot_desktop.home_programs.minutes import CLINIC_DEFAULT, DAYS_A_WEEK, minutes_a_day


@dataclass(frozen=True, slots=True)
class Counting:
    """The numbers a family reads."""

    def minutes(self, program: HomeProgram) -> str:
        """Return the one number the family reads, of a day they practice on."""
        if program.minutes_printed is not None:
            return str(program.minutes_printed)
        # Half a minute counts as a whole one: better a pleasant surprise than a broken promise.
        return str(int(minutes_of(program) + Fraction(1, 2)))

    def often(self, times_a_week: int) -> str:
        """Return how often in words; each language has its own."""
        raise NotImplementedError

    def how_often(self, planned: PlannedActivity) -> str:
        """Return on how many days, or nothing when it is each day."""
        if planned.times_per_week == DAYS_A_WEEK:
            return ""
        return self.often(planned.times_per_week)


def practice_days_a_week(program: HomeProgram) -> int:
    """Count the days on which something is due, no more than the family has."""
    most_often = max((one.times_per_week for one in program.activities), default=DAYS_A_WEEK)
    return min((program.limit or CLINIC_DEFAULT).days_per_week, most_often)


def minutes_of(program: HomeProgram) -> Fraction:
    """Return the minutes of a day on which the family practices."""
    return minutes_a_day(program.activities, practice_days_a_week(program))
