"""The parent's half of a note; everywhere, unknown or not asked is kept apart from none."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

A_WEEK = 7
MOST_DAYS = 56
"""A family is asked about so many days at most: the longest usual break between two blocks."""


def days_asked_about(since: date | None, day: date) -> int:
    """Return how many days before ``day`` a family is asked about: all since the last visit.

    The day of the last visit counts: they practice after it. Before the first visit it is a week.
    """
    return A_WEEK if since is None else max(1, min(MOST_DAYS, (day - since).days))


class Presence(StrEnum):
    """How somebody took part; anything but the first needs a reason."""

    IN_ROOM = "in_room"
    JOINED = "joined"
    OBSERVED = "observed"
    BY_PHONE = "by_phone"
    DROPPED_OFF = "dropped_off"
    NOT_HERE = "not_here"

    @property
    def took_part(self) -> bool:
        """Say whether this person can report, be shown and teach back."""
        return self not in {Presence.DROPPED_OFF, Presence.NOT_HERE}


INTERPRETER = "interpreter"
"""The relation of whoever interprets; not a word a family uses of its own."""


class WhyNotInRoom(StrEnum):
    """Why somebody was not in the room all the time; ``OTHER`` needs words."""

    PARENT_AND_CHILD_CHOSE = "parent_and_child_chose"
    THERAPIST_ASKED = "therapist_asked"
    WITH_SIBLING = "with_sibling"
    WORK = "work"
    ILL = "ill"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PersonHere:
    """One caregiver and how they took part; typed names have no caregiver of the family list."""

    name: str
    relation: str = ""
    caregiver_id: int | None = None
    how: Presence = Presence.IN_ROOM
    minutes: int | None = None
    reason: WhyNotInRoom | None = None
    reason_words: str = ""

    @property
    def is_interpreter(self) -> bool:
        """Says what others say; is not asked about home, and is shown nothing."""
        return self.relation == INTERPRETER

    @property
    def needs_minutes(self) -> bool:
        """Somebody joined for a while, and nobody has said for how long."""
        return self.how is Presence.JOINED and self.minutes is None

    @property
    def needs_reason(self) -> bool:
        """A reason is asked for and not given yet."""
        if self.how is Presence.IN_ROOM:
            return False
        if self.reason is WhyNotInRoom.OTHER:
            return not self.reason_words.strip()
        return self.reason is None


@dataclass(frozen=True, slots=True)
class WhoIsHere:
    """Everybody who came or should have; the planned contact is for when nobody took part."""

    people: tuple[PersonHere, ...] = ()
    contact_plan: str = ""
    contact_on: date | None = None

    @property
    def caregivers(self) -> tuple[PersonHere, ...]:
        """Those who saw, heard or talked for the family."""
        return tuple(
            person for person in self.people if person.how.took_part and not person.is_interpreter
        )

    @property
    def nobody_took_part(self) -> bool:
        """People are named, and no caregiver among them saw, heard or talked."""
        return bool(self.people) and not self.caregivers


class Outcome(StrEnum):
    """How an activity went at home, in the parent's view; several may be true."""

    WENT_WELL = "went_well"
    TOO_HARD = "too_hard"
    REFUSED = "refused"
    NO_TIME = "no_time"
    NO_EQUIPMENT = "no_equipment"
    AFRAID_OF_HURTING = "afraid_of_hurting"
    NOT_SURE_HOW = "not_sure_how"


class Ease(StrEnum):
    """How the practice was over all."""

    EASY = "easy"
    OK = "ok"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """What a parent says of one activity of the home program; None and empty are unknown."""

    title: str
    activity_id: int | None = None
    days: int | None = None
    minutes: int | None = None
    outcomes: tuple[Outcome, ...] = ()
    not_asked: bool = False

    @property
    def is_answered(self) -> bool:
        """Something was said, or it was said that nobody asked."""
        return self.not_asked or self.days is not None or bool(self.outcomes)


@dataclass(frozen=True, slots=True)
class HomeReport:
    """What one caregiver tells of the time since the last visit; ``practiced_on`` None: unknown."""

    by: str
    caregiver_id: int | None = None
    activities: tuple[ActivityReport, ...] = ()
    practiced_on: tuple[date, ...] | None = None
    overall: Ease | None = None
    words: str = ""

    @property
    def says_anything(self) -> bool:
        """At least one thing was answered."""
        return (
            any(activity.is_answered for activity in self.activities)
            or self.practiced_on is not None
            or self.overall is not None
            or bool(self.words.strip())
        )


@dataclass(frozen=True, slots=True)
class AtHome:
    """Practice since the last visit, as reported; two caregivers may differ and both are kept.

    ``days`` is how many days were asked about: those since the last visit.
    """

    reports: tuple[HomeReport, ...] = ()
    not_asked: bool = False
    since: date | None = None
    days: int = A_WEEK

    @property
    def practiced_on(self) -> frozenset[date] | None:
        """Days practiced by anybody's report, each counted once; None when nobody said."""
        said = [report.practiced_on for report in self.reports if report.practiced_on is not None]
        return frozenset(day for days in said for day in days) if said else None


class ShownHow(StrEnum):
    """What was done with a strategy, from telling to the parent teaching it back."""

    EXPLAINED = "explained"
    DEMONSTRATED = "demonstrated"
    TRIED = "tried"
    TAUGHT_BACK = "taught_back"


class ParentHelp(StrEnum):
    """How much help the parent needed to do it; the child's own scale is ``Help``."""

    ALONE = "alone"
    WORDS = "words"
    MODEL = "model"
    HANDS_ON = "hands_on"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class StrategyShown:
    """One strategy shown today: ``to`` one caregiver by name, or to all who took part."""

    title: str
    how: tuple[ShownHow, ...] = ()
    parent_help: ParentHelp | None = None
    to: str = ""

    @property
    def is_answered(self) -> bool:
        """It says what was done, and how the parent managed if the parent did anything."""
        parent_did = ShownHow.TRIED in self.how or ShownHow.TAUGHT_BACK in self.how
        return bool(self.how) and (self.parent_help is not None or not parent_did)

    @property
    def comes_again(self) -> bool:
        """Shown at the next visit until the parent does it alone."""
        return self.parent_help is not ParentHelp.ALONE


@dataclass(frozen=True, slots=True)
class ShownToday:
    """What the parent was shown."""

    strategies: tuple[StrategyShown, ...] = ()
    nothing: bool = False


class TaughtBack(StrEnum):
    """How the parent showed what they will do at home."""

    NOT_TODAY = "not_today"
    WITH_HELP = "with_help"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class TeachBack:
    """The parent shows it back; ``did`` says what they did."""

    how: TaughtBack | None = None
    did: str = ""


@dataclass(frozen=True, slots=True)
class ParentSaid:
    """Lines from the parent, in the parent's words."""

    observation: str = ""
    concern: str = ""
    success: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A parent's question; it comes back every visit until it has an answer."""

    asked: str
    answer: str = ""
    asked_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Asked, and not answered yet."""
        return bool(self.asked.strip()) and not self.answer.strip()


@dataclass(frozen=True, slots=True)
class CueWords:
    """Words that worked today; kept with the goal when the note is signed."""

    words: str
    goal_id: int | None = None


@dataclass(frozen=True, slots=True)
class ParentPart:
    """The right half of the note."""

    who: WhoIsHere = WhoIsHere()
    at_home: AtHome = AtHome()
    shown: ShownToday = ShownToday()
    teach_back: TeachBack = TeachBack()
    said: ParentSaid = ParentSaid()
    questions: tuple[Question, ...] = ()
    cue_words: tuple[CueWords, ...] = ()
    win_of_the_day: str = ""
