"""What an intensive is: its set-up, the children in it, and what each of them is to have."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from ot_desktop.planning.domain import Window
from ot_desktop.settings.domain import Hours

MOST_SESSIONS = 120
GRID_MINUTES = 15
LONGEST_PROGRAM_DAYS = 366


class ProgramStatus(Enum):
    """Whether families can have seen it."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Weight(Enum):
    """How much a rule matters; a child's therapist is Must, Prefer or (Ignore) anybody."""

    MUST = "must"
    PREFER = "prefer"
    IGNORE = "ignore"


class Rule(Enum):
    """What a plan should respect beside what can never be broken."""

    SAME_THERAPIST = "same_therapist"
    MOST_THERAPISTS = "most_therapists"
    FIRST_CHOICE_TIME = "first_choice_time"
    EVEN_SPREAD = "even_spread"
    SIBLINGS_TOGETHER = "siblings_together"
    LUNCH = "lunch"
    TRAVEL_BUFFER = "travel_buffer"


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule with its weight; ``number`` is therapists a child, or minutes of one trip's pause."""

    rule: Rule
    weight: Weight = Weight.PREFER
    number: int | None = None


USUAL_RULES = (
    RuleChoice(Rule.SAME_THERAPIST),
    RuleChoice(Rule.MOST_THERAPISTS, Weight.MUST, 2),
    RuleChoice(Rule.FIRST_CHOICE_TIME),
    RuleChoice(Rule.EVEN_SPREAD),
    RuleChoice(Rule.SIBLINGS_TOGETHER),
    RuleChoice(Rule.LUNCH, Weight.MUST),
    RuleChoice(Rule.TRAVEL_BUFFER, Weight.PREFER, 60),
)


@dataclass(frozen=True, slots=True)
class Dose:
    """What every child gets unless somebody says otherwise; ``longest_gap_days`` only warns."""

    sessions: int = 12
    length_minutes: int = 60
    most_a_day: int = 1
    least_a_week: int = 2
    most_a_week: int = 5
    longest_gap_days: int | None = 3


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """Name, dates as they were typed, dose and rules, before they are saved."""

    name: str
    starts_on: date | None
    ends_on: date | None
    dose: Dose = field(default=Dose())
    rules: tuple[RuleChoice, ...] = USUAL_RULES


@dataclass(frozen=True, slots=True)
class SessionKind:
    """A kind of session: skill area, length, the rooms it fits and who can give it."""

    id: int
    name: str
    skill_area: str
    length_minutes: int
    room_ids: tuple[int, ...]
    therapist_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind of session before it is saved; ``id`` when one is changed."""

    name: str
    skill_area: str
    length_minutes: int
    room_ids: tuple[int, ...]
    therapist_ids: tuple[int, ...]
    id: int | None = None


USUAL_LUNCH = Window(11 * 60 + 30, 13 * 60 + 30)


@dataclass(frozen=True, slots=True)
class ProgramTherapist:
    """How much one therapist gives; hours come from the clinic, days off from time off.

    ``most_minutes_a_day`` are minutes with children; ``lunch`` a stretch that holds a free
    ``lunch_minutes``, or None for somebody who takes none.
    """

    therapist_id: int
    name: str = ""
    color_slot: int = 1
    most_minutes_a_day: int = 360
    writing_minutes: int = 0
    lunch: Window | None = USUAL_LUNCH
    lunch_minutes: int = 30


@dataclass(frozen=True, slots=True)
class Program:
    """An intensive as it is set up.

    ``starts_on`` and ``ends_on`` are as typed; ``days`` are those somebody is seen on, and
    ``date_hints`` say what was rolled over: "Jun 5 is a Saturday – begins Mon, Jun 7".
    """

    id: int
    name: str
    status: ProgramStatus
    starts_on: date
    ends_on: date
    dose: Dose
    rules: tuple[RuleChoice, ...]
    kinds: tuple[SessionKind, ...] = ()
    therapists: tuple[ProgramTherapist, ...] = ()
    days: tuple[date, ...] = ()
    closed: tuple[tuple[date, str], ...] = ()
    date_hints: tuple[str, ...] = ()
    children: int = 0
    chosen_plan_id: int | None = None

    def rule(self, rule: Rule) -> RuleChoice:
        """Return the choice made for one rule."""
        return next((each for each in self.rules if each.rule is rule), RuleChoice(rule))

    def kind(self, kind_id: int) -> SessionKind:
        """Return one kind of session."""
        return next(each for each in self.kinds if each.id == kind_id)


@dataclass(frozen=True, slots=True)
class SetUpCheck:
    """The plain-language check beside the set-up, counted over all children.

    ``sentences`` begin with "288 sessions needed, 402 possible."; ``short_by`` is how many do not
    fit; ``contradictions`` name Musts that cannot hold together.
    """

    needed: int
    possible: int
    sentences: tuple[str, ...]
    contradictions: tuple[str, ...] = ()

    @property
    def short_by(self) -> int:
        """How many more sessions are needed than there are places; never below 0."""
        return max(0, self.needed - self.possible)


class Readiness(Enum):
    """Whether a child can be placed."""

    READY = "ready"
    MISSING_TIMES = "missing_times"
    NOT_CONFIRMED = "not_confirmed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One service a child is to have: which kind, how often, by how many therapists at most."""

    kind_id: int
    sessions: int
    least: int
    most_a_week: int
    most_therapists: int = 2
    is_spread: bool = True
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Days the family cannot come, both included."""

    first_day: date
    last_day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who of the team agreed to the block, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChildWishes:
    """What the family and the team want for one child; no ``can_come`` means nobody asked.

    ``preferred`` are the family's first-choice times of day; ``caregivers`` how many adults can
    bring children at the same moment.
    """

    wanted: tuple[Wanted, ...] = ()
    priority: int = 2
    waiting_since: date | None = None
    therapist_id: int | None = None
    therapist_weight: Weight = Weight.PREFER
    excluded_therapist_ids: tuple[int, ...] = ()
    can_come: tuple[Hours, ...] = ()
    preferred: tuple[Window, ...] = ()
    away: tuple[Away, ...] = ()
    most_a_day: int = 1
    caregivers: int = 1
    travel_minutes: int | None = None
    goal_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramChild:
    """A child of a program with the wishes and what the clinic knows.

    ``id`` names the place in the program, ``child_id`` the child. ``siblings`` are those in the
    same program. ``visits_left`` is None when nobody has to approve. Goals are counted, their
    words are not read here.
    """

    id: int
    child_id: int
    given_name: str
    family_name: str
    wishes: ChildWishes
    therapist_name: str = ""
    agreement: Agreement | None = None
    household_id: int | None = None
    siblings: tuple[str, ...] = ()
    sibling_ids: tuple[int, ...] = ()
    visits_left: int | None = None
    approved_until: date | None = None
    left_on: date | None = None
    left_reason: str = ""

    @property
    def full_name(self) -> str:
        """The name as it is read out."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def short_name(self) -> str:
        """The name as chips show it, ``Talia B.`` for example."""
        return f"{self.given_name} {self.family_name[:1]}.".removesuffix(" .")

    @property
    def readiness(self) -> Readiness:
        """What is missing before the child can be placed."""
        if not self.wishes.can_come:
            return Readiness.MISSING_TIMES
        if self.agreement is None:
            return Readiness.NOT_CONFIRMED
        return Readiness.READY

    @property
    def sessions_wanted(self) -> int:
        """How many sessions the child is to have in all."""
        return sum(each.sessions for each in self.wishes.wanted)
