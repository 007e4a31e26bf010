"""What somebody looks for in the library."""

from dataclasses import dataclass

from ot_desktop.caseload.finding import fold
from ot_desktop.home_programs.activities.domain import SPANISH, Entry, Origin
from ot_desktop.home_programs.domain import Activity, Hazard
from ui.home_programs.words import routine_words, skill_words

NO_HAZARD = "none"
BUILT_IN, CHANGED, OURS, DRAFTS, RETIRED = "built-in", "changed", "ours", "drafts", "retired"
WITH_SPANISH, WITHOUT_SPANISH = "es", "no-es"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Nothing chosen means everything but what was taken out.

    ``without`` is a hazard that must not be there; ``NO_HAZARD`` leaves only what has none.
    """

    words: str = ""
    skills: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()
    age: int | None = None
    minutes: int | None = None
    language: str | None = None
    without: str | None = None
    state: str | None = None

    def fits(self, entry: Entry) -> bool:
        """Say whether an activity is to be shown."""
        activity = entry.shown
        return (
            self._fits_state(entry)
            and _any(self.skills, activity.skills)
            and _any(self.routines, activity.routines)
            and (self.age is None or activity.suits_age(self.age))
            and (self.minutes is None or activity.minutes <= self.minutes)
            and self._fits_language(activity)
            and self._fits_hazards(activity.hazards)
            and self._fits_words(activity)
        )

    def _fits_state(self, entry: Entry) -> bool:
        if self.state == RETIRED or entry.retired_at is not None:
            return self.state == RETIRED and entry.retired_at is not None
        if self.state == DRAFTS:
            return entry.draft is not None
        origins = {BUILT_IN: Origin.BUILT_IN, CHANGED: Origin.CHANGED, OURS: Origin.OURS}
        return self.state is None or entry.origin is origins[self.state]

    def _fits_language(self, activity: Activity) -> bool:
        if self.language is None:
            return True
        return (SPANISH in activity.words) is (self.language == WITH_SPANISH)

    def _fits_hazards(self, hazards: frozenset[Hazard]) -> bool:
        if self.without == NO_HAZARD:
            return not hazards
        return self.without is None or self.without not in hazards

    def _fits_words(self, activity: Activity) -> bool:
        wanted = fold(self.words).split()
        if not wanted:
            return True
        text = searched(activity)
        return all(word in text for word in wanted)


def _any(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return not wanted or bool(set(wanted) & {str(one) for one in found})


def searched(activity: Activity) -> str:
    """Return what a search looks through: every word a family reads, in every language."""
    parts = [*map(skill_words, activity.skills), *map(routine_words, activity.routines)]
    for words in activity.words.values():
        parts += (words.title, words.short_title, words.why, words.need, words.say, *words.steps)
    return fold(" ".join(parts))
