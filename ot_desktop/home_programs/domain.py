"""What a home program is made of: activities, the plan for one child, and the paper it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.minutes import FamilyLimit
from ot_desktop.home_programs.wording import Pronouns, fill
from ot_desktop.paper.people import ClinicOnPaper


class Skill(StrEnum):
    """The six skill areas; every activity serves at least one."""

    FINE_MOTOR = "fine-motor"
    GROSS_MOTOR = "gross-motor"
    SENSORY = "sensory"
    SELF_CARE = "self-care"
    PLAY = "play"
    COGNITIVE = "cognitive"


class Routine(StrEnum):
    """The parts of a family's day an activity can live in."""

    MEALTIME = "mealtime"
    BATH = "bath"
    DRESSING = "dressing"
    PLAY = "play"
    HOMEWORK = "homework"
    OUTINGS = "outings"


class Hazard(StrEnum):
    """What in an activity can harm a child with a matching allergy or precaution."""

    PEANUT = "peanut"
    TREE_NUT = "tree-nut"
    MILK = "milk"
    EGG = "egg"
    WHEAT = "wheat"
    SOY = "soy"
    SESAME = "sesame"
    FISH = "fish"
    SHELLFISH = "shellfish"
    FRUIT = "fruit"
    LATEX = "latex"
    SMALL_PARTS = "small-parts"
    CHOKING = "choking"
    SWING = "swing"
    INVERSION = "inversion"
    WATER = "water"
    HEAT = "heat"
    HEIGHT = "height"
    SHARP = "sharp"
    WEIGHT_BEARING = "weight-bearing"


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """The texts of an activity in one language; may hold ``{he}``-like places (see wording)."""

    title: str
    short_title: str
    when: str
    why: str
    need: str
    steps: tuple[str, ...]
    say: str
    too_hard: str
    too_easy: str
    safety: tuple[str, ...]
    picture: str


NO_WORDS = ActivityWords("", "", "", "", "", (), "", "", "", (), "")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the clinic's own; ``name`` is the checksum of its bytes."""

    name: str
    jpeg: bytes = field(repr=False)
    license: str = ""
    credit: str = ""

    @property
    def credit_line(self) -> str:
        """What is printed under a picture from elsewhere; nothing under the clinic's own."""
        return ", ".join(part for part in (self.credit.strip(), self.license.strip()) if part)


@dataclass(frozen=True, slots=True)
class Activity:
    """One finished activity of the library."""

    key: str
    skills: tuple[Skill, ...]
    routines: tuple[Routine, ...]
    age_from: int
    age_to: int
    minutes: int
    times_per_week: int
    is_embedded: bool
    hazards: frozenset[Hazard]
    drawing: str | None
    tint: str
    words: Mapping[str, ActivityWords] = field(hash=False)
    photo: Photo | None = None

    @property
    def has_picture(self) -> bool:
        """There is a drawing or a photo."""
        return self.drawing is not None or self.photo is not None

    def suits_age(self, years: int) -> bool:
        """Tell whether a child of this age in whole years is in the activity's range."""
        return self.age_from <= years <= self.age_to


@dataclass(frozen=True, slots=True)
class Changes:
    """What the therapist worded differently for this child; ``None`` keeps the library's words."""

    title: str | None = None
    why: str | None = None
    need: str | None = None
    steps: tuple[str, ...] | None = None
    say: str | None = None
    too_hard: str | None = None
    too_easy: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity in one child's program; ``changes`` are in the language ``worded_in``.

    ``photo`` is this child's own; ``activity`` shows it instead of the library's picture.
    """

    activity: Activity
    minutes: int
    times_per_week: int
    when: str
    routine: Routine
    changes: Changes = Changes()
    photo: Photo | None = None
    worded_in: str = "en"

    @property
    def is_embedded(self) -> bool:
        """Done inside a routine: it takes no extra minutes."""
        return self.activity.is_embedded

    @classmethod
    def from_library(cls, activity: Activity, language: str = "en") -> "PlannedActivity":
        """Plan ``activity`` exactly as the library suggests it."""
        return cls(
            activity=activity,
            minutes=activity.minutes,
            times_per_week=activity.times_per_week,
            when=activity.words[language].when,
            routine=activity.routines[0],
        )

    def with_photo(self, photo: Photo | None, library: Activity) -> "PlannedActivity":
        """Show this child's own photo, or with None what the ``library`` shows."""
        shown = replace(library, photo=photo or library.photo)
        return replace(self, photo=photo, activity=shown)

    def words(self, child: "ChildOnPaper", language: str = "en") -> ActivityWords:
        """Return the texts to print: the child's own wording, name and pronouns filled in."""
        library = self.activity.words[language]
        own = self._own_words if language == self.worded_in else {}
        if "title" in own:
            own["short_title"] = own["title"]
        return _filled(replace(library, when=self.when, **own), child)

    def has_words(self, language: str) -> bool:
        """Tell whether it can be printed in ``language`` with nothing mixed or left out.

        Cue words are the one thing the library's own may stand in for.
        """
        is_worded = language == self.worded_in or not (self._own_words.keys() - {"say"})
        return language in self.activity.words and is_worded

    @property
    def _own_words(self) -> dict[str, Any]:
        return {
            name: value
            for name in Changes.__slots__
            if (value := getattr(self.changes, name)) is not None
        }


def _filled(words: ActivityWords, child: "ChildOnPaper") -> ActivityWords:
    def whole(text: Any) -> Any:
        if isinstance(text, tuple):
            return tuple(map(whole, text))
        return fill(text, child.pronouns, child.first_name)

    return ActivityWords(*(whole(getattr(words, name)) for name in ActivityWords.__slots__))


@dataclass(frozen=True, slots=True)
class ChildOnPaper:
    """All of a child that may hang on a fridge: no birth date, diagnosis or insurance."""

    first_name: str
    initial: str
    pronouns: Pronouns = Pronouns.THEY


class RewardKind(StrEnum):
    """How often the child earns something."""

    SMALL_AND_OFTEN = "small-and-often"
    SAVE_UP = "save-up"


@dataclass(frozen=True, slots=True)
class Reward:
    """A star for each day of practice, and what stars are worth."""

    kind: RewardKind
    prize: str
    stars: int = 10


@dataclass(frozen=True, slots=True)
class Visit:
    """A coming session: the clinic's wall time and the first name of who treats."""

    starts_at: datetime
    therapist: str


@dataclass(frozen=True, slots=True)
class HomeProgram:
    """Everything the printed pages say; built fresh from the clinic's file for each print.

    With ``blank_lines`` the family reads handwriting where words in their language are missing,
    or everywhere when none is missing. ``link`` is printed as a code to scan.
    """

    child: ChildOnPaper
    therapist: str
    clinic: ClinicOnPaper
    starts_on: date
    ends_on: date
    printed_on: date
    activities: tuple[PlannedActivity, ...]
    practice_days: tuple[date, ...]
    visits: tuple[Visit, ...] = ()
    safety: tuple[str, ...] = ()
    reward: Reward | None = None
    replaces_on: date | None = None
    limit: FamilyLimit | None = None
    minutes_printed: int | None = None
    name: str = ""
    language: str = "en"
    look: OwnLook | None = None
    closed: tuple[date, ...] = ()
    blank_lines: bool = False
    link: str = ""
    missed_on: date | None = None

    @property
    def untranslated(self) -> tuple[PlannedActivity, ...]:
        """Activities that cannot be printed in the family's language yet."""
        return tuple(one for one in self.activities if not one.has_words(self.language))

    def is_by_hand(self, planned: PlannedActivity) -> bool:
        """Tell whether an activity's words are left to be written by hand."""
        if not self.blank_lines:
            return False
        return not self.untranslated or not planned.has_words(self.language)

    def words(self, planned: PlannedActivity) -> ActivityWords:
        """Return an activity's texts to print; where they are written by hand, only its name."""
        if not self.is_by_hand(planned):
            return planned.words(self.child, self.language)
        if not planned.has_words(self.language):
            return NO_WORDS
        known = planned.words(self.child, self.language)
        return replace(
            NO_WORDS,
            title=known.title,
            short_title=known.short_title,
            picture=known.picture,
            safety=known.safety,
        )
