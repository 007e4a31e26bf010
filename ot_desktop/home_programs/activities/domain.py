"""An activity as the library's screen shows it: where it comes from and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ot_desktop.home_programs.domain import Activity, ActivityWords, Skill
from ot_desktop.home_programs.readability import read
from ot_desktop.home_programs.wording import Pronouns, fill

ENGLISH, SPANISH = "en", "es"
LANGUAGES = (ENGLISH, SPANISH)
NO_WORDS = ActivityWords("", "", "", "", "", (), "", "", "", (), "")
# The ground of a picture, by the skill that comes first: as the built-in drawings have it.
TINTS = {
    Skill.FINE_MOTOR: "#F1ECF7",
    Skill.GROSS_MOTOR: "#EDF5EC",
    Skill.SENSORY: "#E6F3F1",
    Skill.SELF_CARE: "#FBF3E4",
    Skill.PLAY: "#EAF3FB",
    Skill.COGNITIVE: "#FCEEEA",
}


class Origin(StrEnum):
    """Whose activity it is."""

    BUILT_IN = "built-in"
    CHANGED = "changed"  # the clinic's own version of a built-in one
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the clinic's own: a draft while nobody has approved it."""

    id: int
    activity: Activity
    written_by: str
    written_at: datetime
    approved_by: str | None = None
    approved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity with everything the library knows of it.

    ``built_in`` are the words it came with, ``approved`` the clinic's own version in force.
    """

    key: str
    built_in: Activity | None
    approved: Version | None
    draft: Version | None
    retired_at: datetime | None = None
    children: int = 0

    @property
    def origin(self) -> Origin:
        """Say whose it is: a draft alone changes nothing yet."""
        if self.built_in is None:
            return Origin.OURS
        return Origin.CHANGED if self.approved else Origin.BUILT_IN

    @property
    def in_force(self) -> Activity | None:
        """What families can be given; nothing before the first approval."""
        return self.approved.activity if self.approved else self.built_in

    @property
    def shown(self) -> Activity:
        """What the list shows: what is in force, else the draft."""
        found = self.in_force or (self.draft.activity if self.draft else None)
        if found is None:
            raise ValueError("an activity has words or a draft")
        return found

    @property
    def edited(self) -> Activity:
        """What an editor opens: the draft, else what is in force."""
        return self.draft.activity if self.draft else self.shown


def filled(words: ActivityWords) -> ActivityWords:
    """Return words as a page about a child called Sam would have them, to be read and measured."""

    def whole(text: str) -> str:
        return fill(text, Pronouns.THEY, "Sam")

    plain = {
        name: whole(getattr(words, name))
        for name in ActivityWords.__slots__
        if name not in {"steps", "safety"}
    }
    return ActivityWords(
        **plain, steps=tuple(map(whole, words.steps)), safety=tuple(map(whole, words.safety))
    )


def running_text(words: ActivityWords) -> str:
    """Return what a family reads, one sentence or more a line."""
    lines = (words.why, words.need, *words.steps, words.say, words.too_hard, words.too_easy)
    return "\n".join((*lines, *words.safety))


def reading_grade(activity: Activity) -> float:
    """Return the school grade of the English words; easier than the first grade is 0."""
    return max(0.0, read(running_text(filled(activity.words.get(ENGLISH, NO_WORDS)))).grade)


def blank() -> Activity:
    """Return an activity nobody has written yet."""
    return Activity(
        key="",
        skills=(),
        routines=(),
        age_from=3,
        age_to=8,
        minutes=5,
        times_per_week=5,
        is_embedded=False,
        hazards=frozenset(),
        drawing=None,
        tint=TINTS[Skill.FINE_MOTOR],
        words={ENGLISH: NO_WORDS},
    )


def copy_of(activity: Activity) -> Activity:
    """Return a new activity that begins with another one's words; the picture stays with it."""
    return replace(activity, key="")


def with_words(activity: Activity, language: str, words: ActivityWords) -> Activity:
    """Return an activity with other words in one language; none at all leave the language out."""
    kept: Mapping[str, ActivityWords] = {
        one: words if one == language else activity.words.get(one, NO_WORDS)
        for one in dict.fromkeys((*activity.words, language))
    }
    left = {one: texts for one, texts in kept.items() if one == ENGLISH or texts != NO_WORDS}
    return replace(activity, words=left)
