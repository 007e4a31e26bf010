"""The therapist's half of a note: goals, what was done, how the child was, time, plan."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from ot_desktop.goals.scales import Assist, Prompt


class Help(StrEnum):
    """The most help the child needed for a goal; the order is that of the keys 1 to 5."""

    ALONE = "alone"
    WORDS = "words"
    PICTURE = "picture"
    TOUCH = "touch"
    HANDS = "hands"


class Mood(StrEnum):
    """How the child was; more than one may be true of an hour."""

    CALM = "calm"
    BUSY = "busy"
    UPSET = "upset"
    TIRED = "tired"


@dataclass(frozen=True, slots=True)
class GoalToday:
    """One goal in one session; it carries its wording, so that the signed text stays whole.

    ``score`` of ``out_of`` are tries as they were counted. ``help`` is what the child needed most,
    ``assist`` how much of the effort was the child's, ``prompts`` every kind that was given.
    ``level`` is the attainment from −2 to +2, ``level_text`` what this goal says of that level.
    """

    goal_id: int
    statement: str
    out_of: int
    help: Help | None = None
    score: int | None = None
    not_worked_on: bool = False
    assist: Assist | None = None
    prompts: tuple[Prompt, ...] = ()
    level: int | None = None
    level_text: str = ""

    @property
    def has_score(self) -> bool:
        """Tries were counted, or a level was chosen."""
        return self.score is not None or self.level is not None

    @property
    def is_scored(self) -> bool:
        """Both the score and the help it took are known."""
        return not self.not_worked_on and self.help is not None and self.has_score

    @property
    def is_answered(self) -> bool:
        """Scored, or said not to have been worked on."""
        return self.is_scored or self.not_worked_on


@dataclass(frozen=True, slots=True)
class DoneActivity:
    """Something done in the session; minutes only where somebody said them."""

    title: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class WhatWeDid:
    """What was done, as short names and in words."""

    activities: tuple[DoneActivity, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class HowChildWas:
    """How the child was; no mood means nobody has said."""

    moods: tuple[Mood, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SessionTime:
    """When it really began and ended, in the clinic's wall time; None is not known."""

    starts: time | None = None
    ends: time | None = None
    came_on_time: bool | None = None

    @property
    def minutes(self) -> int | None:
        """How long it was; None when not known, or when the end is not after the start."""
        if self.starts is None or self.ends is None or self.ends <= self.starts:
            return None
        day = date.min
        length = datetime.combine(day, self.ends) - datetime.combine(day, self.starts)
        return int(length.total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class SessionPart:
    """The left half of the note."""

    goals: tuple[GoalToday, ...] = ()
    did: WhatWeDid = WhatWeDid()
    child_was: HowChildWas = HowChildWas()
    time: SessionTime = SessionTime()
    plan: tuple[str, ...] = ()

    @property
    def goals_answered(self) -> int:
        """How many goals have a score or were said not to be worked on."""
        return sum(goal.is_answered for goal in self.goals)
