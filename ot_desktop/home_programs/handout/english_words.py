"""The fixed words of the pages in English, and how dates and times read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from ot_desktop.day_words import MONTHS, clock_am_pm, short_weekday
from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
    Routine,
)
from ot_desktop.home_programs.handout.fixed_words import (
    Counting,
    minutes_of,
    practice_days_a_week,
)
from ot_desktop.home_programs.minutes import DAYS_A_WEEK
from ot_desktop.home_programs.safety import ALWAYS
from ot_desktop.home_programs.wording import fill
from ot_desktop.paper.people import listed, possessive
from ot_desktop.paper.text import Span, Style, rich


@dataclass(frozen=True, slots=True)
class EnglishWords(Counting):
    """English as families in the US read it."""

    code = "en-US"
    why_it_helps = "Why it helps."
    you_need = "You need:"
    what_to_do = "What to do"
    use_these_words = "Use these same words:"
    too_hard = "Too hard?"
    too_easy = "Too easy?"
    keep_going = (
        "A little each day helps more than a lot on one day. "
        "Miss a day? That is OK. Start again the next day."
    )
    stay_safe = "Stay safe"
    tick = "Tick a box each time you practice"
    bring_back = "Bring this page to your next visit."
    questions = "Questions?"
    call_or_text = "Call or text"
    emergency = "In an emergency, call 911."
    next_visits = "Next visits"
    no_visits = "We will call you with the next date."
    what_to_practice = "What to do"
    how_did_it_go = "How did it go?"
    circle_a_face = "Circle one face each day."
    put_a_tick = "Put a tick or a sticker in the box when you are done."
    went_well = "What went well?"
    was_hard = "What was hard? Any questions?"
    praise = "“You did it all by yourself!”"
    your_visit = "Your visit"
    next_one = "Your next visit"
    faces = ("happy face", "so-so face", "sad face")
    picture_of_activity = "The activity"
    write_here = "Write it here"
    scan = "Scan this with your phone for more."
    win = "Win of the day"
    we_did = "What we did"
    you_saw = "What you tried"
    at_home = "At home"
    nothing_at_home = "Keep going with your home plan."
    routines: ClassVar[dict[Routine, tuple[str, str]]] = {
        Routine.MEALTIME: ("Mealtime", "Hang this where you eat."),
        Routine.BATH: ("Bath time", "Hang this in the bathroom."),
        Routine.DRESSING: ("Getting dressed", "Hang this where the clothes are."),
        Routine.PLAY: ("Play time", "Hang this where you play."),
        Routine.HOMEWORK: ("Homework time", "Hang this where homework is done."),
        Routine.OUTINGS: ("Outings and errands", "Hang this by the front door."),
    }

    def plan_title(self, child: ChildOnPaper) -> str:
        """Name the plan by the child."""
        return f"{possessive(child.first_name)} home plan"

    def chart_title(self, child: ChildOnPaper) -> str:
        """Name the chart by the child."""
        return f"{possessive(child.first_name)} practice chart"

    def routine_title(self, child: ChildOnPaper, routine: Routine) -> str:
        """Name a sheet by child and routine."""
        return f"{child.first_name}: {self.routines[routine][0]}"

    def missed_title(self, child: ChildOnPaper) -> str:
        """Name the sheet of a visit that did not take place."""
        return f"One thing to do with {child.first_name}"

    def missed_lead(self, missed_on: date | None) -> str:
        """Say why there is one thing only; nobody is blamed."""
        if missed_on is None:
            return "Do just this one thing until we see you."
        return f"We missed you on {self.day(missed_on)}. Do just this until we see you."

    def summary_title(self, child: ChildOnPaper) -> str:
        """Name the summary of a visit."""
        return f"{possessive(child.first_name)} visit"

    def held_on(self, day: date, therapist: str) -> str:
        """Say when the visit was, and with whom."""
        return f"{self.weekday_and_day(day)}, with {therapist}"

    def next_visit(self, starts_at: datetime, therapist: str) -> tuple[str, str]:
        """Return when the next visit is, and with whom."""
        when = f"{self.weekday_and_day(starts_at)}, {self.time(starts_at)}"
        return when, f"with {therapist}"

    def for_child(self, child: ChildOnPaper) -> str:
        """Tell two children of one name apart, without a full name."""
        initial = f" {child.initial}." if child.initial else ""
        return f"For {child.first_name}{initial}"

    def made_by(self, program: HomeProgram, style: Style) -> tuple[Span, ...]:
        """Say who made the plan, for which days, and which plan it replaces."""
        parts: list[str | Span] = [
            "Made for you by ",
            Span(program.therapist, style.bold()),
            f", {possessive(program.child.first_name)} OT. ",
            Span(self.span_of_days(program.starts_on, program.ends_on), style.bold()),
        ]
        if program.replaces_on:
            parts.append(f". Replaces the plan of {self.day(program.replaces_on)}.")
        return rich(*parts, style=style)

    def lead(self, program: HomeProgram) -> str:
        """Say the one main message."""
        count = len(program.activities)
        things = "this" if count == 1 else f"these {count} things"
        how_often = {one.times_per_week for one in program.activities}
        if len(how_often) > 1:
            return f"Do {things}. Each box says how often."
        return f"Do {things} {self.often(*how_often)}."

    def minutes_label(self, program: HomeProgram) -> str:
        """Return what the number counts."""
        labels = {"0": "extra minutes", "1": "minute a day"}
        return labels.get(self.minutes(program), "minutes a day")

    def encouragement(self, program: HomeProgram) -> str:
        """Say how much a week when it is not the same every day, then that misses are fine."""
        days = practice_days_a_week(program)
        if days == DAYS_A_WEEK and minutes_of(program).denominator == 1:
            return self.keep_going
        often = "" if days == DAYS_A_WEEK else f", {days} days a week"
        dose = f"About {self.minutes(program)} {self.minutes_label(program)}{often}."
        return f"{dose} Miss a day? That is OK. Start again the next day."

    def how_long(self, planned: PlannedActivity) -> str:
        """Return an activity's minutes in words."""
        if planned.is_embedded:
            return "No extra time"
        return "1 minute" if planned.minutes == 1 else f"{planned.minutes} minutes"

    def often(self, times_a_week: int) -> str:
        """Return each day, or on how many."""
        if times_a_week == DAYS_A_WEEK:
            return "each day"
        if times_a_week > DAYS_A_WEEK:
            return f"{times_a_week} times a week"
        return "1 day a week" if times_a_week == 1 else f"{times_a_week} days a week"

    def turn_over(self, page: int, pages: int, next_activity: int | None) -> str:
        """Return the footer's page count and where the next activity is."""
        count = f"Page {page} of {pages}"
        if next_activity is None:
            return f"{count}. Turn over." if page % 2 and page < pages else count
        if page % 2:
            return f"{count}. Turn over for activity {next_activity}."
        return f"{count}. Activity {next_activity} is on the next page."

    def last_page(self, page: int, pages: int, printed_on: date) -> str:
        """Return the last footer, with the date of printing."""
        return f"Page {page} of {pages}. Printed {self.day(printed_on)}, {printed_on.year}"

    def stop_if(self, child: ChildOnPaper) -> str:
        """Return the safety line of every plan."""
        return fill(ALWAYS, child.pronouns, child.first_name)

    def reward_title(self, child: ChildOnPaper) -> str:
        """Return whose reward it is."""
        return fill("{His} reward", child.pronouns, child.first_name)

    def reward_rule(self, reward: Reward, style: Style) -> tuple[tuple[Span, ...], ...]:
        """Say what a star is for, and what stars are worth."""
        star = rich("1 day of practice is ", Span("1 star", style.bold()), ".", style=style)
        return star, rich(self._worth(reward), Span(reward.prize, style.bold()), ".", style=style)

    def reward_headline(self, reward: Reward) -> str:
        """Return the reward in one line."""
        return f"One star for each day. {self._worth(reward)}{reward.prize}!"

    def safety_line(self, line: str) -> str:
        """Return a line that allergies or precautions add."""
        return line

    def plan_name(self, name: str) -> str:
        """Return what a plan is called."""
        return name

    def moment(self, planned: PlannedActivity) -> str:
        """Return when in the day, as the therapist chose it."""
        return planned.when

    def praise_for(self, child: ChildOnPaper) -> str:
        """Say how to praise."""
        return f"{fill('Say what {he} did:', child.pronouns, child.first_name)} {self.praise}"

    def ask_for(self, program: HomeProgram) -> str:
        """Say when to call and whom to ask for."""
        hours = f"{program.clinic.hours}. " if program.clinic.hours else ""
        return f"{hours}Ask for {program.therapist}. {self.emergency}"

    def tell(self, therapist: str) -> str:
        """Head the lines for the family's own words."""
        return f"Tell {therapist}"

    def bring_on(self, starts_at: datetime) -> str:
        """Say when the chart comes back."""
        return f"Bring this page on {self.weekday_and_day(starts_at)}, {self.time(starts_at)}"

    def week_of(self, name: str, week: int, weeks: int) -> str:
        """Return the chart's footer."""
        counted = f"week {week} of {weeks}"
        return f"{name}, {counted}" if name else counted.capitalize()

    def closed_on(self, days: Sequence[date]) -> str:
        """Say when the clinic is closed."""
        return f"The clinic is closed on {listed(tuple(map(self.weekday_and_day, days)))}."

    def day(self, day: date) -> str:
        """Return June 9."""
        return f"{MONTHS[day.month - 1]} {day.day}"

    def span_of_days(self, first: date, last: date) -> str:
        """Return June 9 to June 23, with the year where it changes."""
        if first.year != last.year:
            return f"{self.day(first)}, {first.year} to {self.day(last)}, {last.year}"
        return f"{self.day(first)} to {self.day(last)}"

    def weekday(self, day: date) -> str:
        """Return Tue."""
        return short_weekday(day)

    def weekday_and_day(self, day: date) -> str:
        """Return Tue, June 9."""
        return f"{self.weekday(day)}, {self.day(day)}"

    def time(self, at: datetime) -> str:
        """Return 10:00 AM."""
        return clock_am_pm(at)

    def _worth(self, reward: Reward) -> str:
        if reward.kind is RewardKind.SMALL_AND_OFTEN:
            return "Each star is "
        return "1 star is " if reward.stars == 1 else f"{reward.stars} stars is "
