"""What an activity must have before families get it, and what is worth a second look."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ot_desktop.home_programs.activities.domain import (
    ENGLISH,
    NO_WORDS,
    SPANISH,
    filled,
    reading_grade,
)
from ot_desktop.home_programs.domain import Activity, ActivityWords, Hazard
from ot_desktop.home_programs.safety import hazards_of
from ot_desktop.home_programs.wording import PLACES

MOST_STEPS, MOST_STEPS_KEPT = 5, 12
MOST_SAFETY_LINES = 6
MOST_LETTERS = 400
MOST_TITLE_LETTERS = 60
YOUNGEST, OLDEST = 0, 18
MOST_MINUTES = 60
MOST_TIMES_A_WEEK = 21
TARGET_GRADE = 5
LANGUAGE_NAMES = {ENGLISH: "English", SPANISH: "Spanish"}
_REQUIRED = {
    "title": "Give it a title.",
    "why": "Say why it helps.",
    "need": "Say what the family needs, or write “Nothing”.",
    "say": "Write the words to say.",
    "too_hard": "Say what to change when it is too hard.",
    "too_easy": "Say what to change when it is too easy.",
}
# Named in the words, an allergen must be ticked: else nothing keeps it from an allergic child.
_TOLD_BY_WORDS = frozenset(
    {
        Hazard.PEANUT,
        Hazard.TREE_NUT,
        Hazard.MILK,
        Hazard.EGG,
        Hazard.WHEAT,
        Hazard.SOY,
        Hazard.SESAME,
        Hazard.FISH,
        Hazard.SHELLFISH,
        Hazard.FRUIT,
        Hazard.LATEX,
    }
)
_BALLOONS = re.compile(r"\bballoons?\b|\bglobos?\b", re.IGNORECASE)
_PLACE = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long texts may be in one language; translations run longer."""

    step_words: int
    say_words: int
    short_letters: int


LIMITS = {ENGLISH: Limits(12, 8, 18), SPANISH: Limits(14, 9, 22)}


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one field, named as the file has it: ``words.en.steps[2]``."""

    field: str
    sentence: str


def problems(activity: Activity) -> tuple[Remark, ...]:
    """Return what has to be put right before anybody can approve the activity."""
    return (*_fact_problems(activity), *_word_problems(activity))


def hints(activity: Activity) -> tuple[Remark, ...]:
    """Return what is worth a second look; nobody has to follow."""
    found: list[Remark] = []
    for language, words in activity.words.items():
        found += _length_hints(language, words)
        found += _place_hints(language, words)
    grade = reading_grade(activity)
    if round(grade, 1) > TARGET_GRADE:
        told = f"Grade {grade:.1f}. Shorter sentences and words bring it to {TARGET_GRADE}."
        found.append(Remark("words.en", told))
    if SPANISH not in activity.words:
        found.append(Remark("words.es", "There is no Spanish yet."))
    return (*found, *_hazard_hints(activity))


def _fact_problems(activity: Activity) -> Iterator[Remark]:
    if not activity.skills:
        yield Remark("skills", "Choose at least one skill area.")
    if not activity.routines:
        yield Remark("routines", "Choose at least one routine.")
    if not YOUNGEST <= activity.age_from <= activity.age_to <= OLDEST:
        yield Remark("ages", f"Choose ages between {YOUNGEST} and {OLDEST}, the younger first.")
    if not 1 <= activity.minutes <= MOST_MINUTES:
        yield Remark("minutes", f"Choose 1 to {MOST_MINUTES} minutes.")
    if not 1 <= activity.times_per_week <= MOST_TIMES_A_WEEK:
        yield Remark("times_per_week", f"Choose 1 to {MOST_TIMES_A_WEEK} times a week.")
    told = activity.words.get(ENGLISH, NO_WORDS).safety
    if activity.hazards - {Hazard.WEIGHT_BEARING} and not any(line.strip() for line in told):
        yield Remark("words.en.safety", "Say how to stay safe: there are hazards.")


def _word_problems(activity: Activity) -> Iterator[Remark]:
    for language in dict.fromkeys((ENGLISH, *activity.words)):
        words = activity.words.get(language, NO_WORDS)
        place = f"words.{language}"
        for name, sentence in _REQUIRED.items():
            if not getattr(words, name).strip():
                yield Remark(f"{place}.{_in_file(name)}", _in(language, sentence))
        if not any(step.strip() for step in words.steps):
            yield Remark(f"{place}.steps", _in(language, "Write what to do, one step a line."))
        yield from _too_long(place, words)


def _too_long(place: str, words: ActivityWords) -> Iterator[Remark]:
    if len(words.steps) > MOST_STEPS_KEPT:
        told = f"{len(words.steps)} steps: keep {MOST_STEPS_KEPT} at most."
        yield Remark(f"{place}.steps", told)
    if len(words.safety) > MOST_SAFETY_LINES:
        told = f"{len(words.safety)} safety lines: keep {MOST_SAFETY_LINES} at most."
        yield Remark(f"{place}.safety", told)
    for field, text in _texts(words):
        most = MOST_TITLE_LETTERS if field == "title" else MOST_LETTERS
        if len(text) > most:
            told = f"{len(text)} letters: keep {most} at most."
            yield Remark(f"{place}.{field}", told)


def _length_hints(language: str, words: ActivityWords) -> Iterator[Remark]:
    limits, place = LIMITS.get(language, LIMITS[SPANISH]), f"words.{language}"
    if len(words.steps) > MOST_STEPS:
        told = f"{len(words.steps)} steps. Families follow {MOST_STEPS} or fewer."
        yield Remark(f"{place}.steps", told)
    for number, step in enumerate(words.steps):
        if (count := len(step.split())) > limits.step_words:
            told = f"{count} words. Keep a step to {limits.step_words}."
            yield Remark(f"{place}.steps[{number}]", told)
    if (count := len(words.say.split())) > limits.say_words:
        yield Remark(f"{place}.say", f"{count} words. Cue words are {limits.say_words} or fewer.")
    for name in ("short_title", "when"):
        if len(getattr(words, name)) > limits.short_letters:
            told = f"It may be cut on the chart: keep {limits.short_letters} letters."
            yield Remark(f"{place}.{name}", told)


def _place_hints(language: str, words: ActivityWords) -> Iterator[Remark]:
    known = PLACES if language == ENGLISH else frozenset[str]()
    for field, text in _texts(words):
        strange = [name for name in _PLACE.findall(text) if name not in known]
        if strange:
            told = f"“{{{strange[0]}}}” is printed as it stands: nothing is filled in there."
            yield Remark(f"words.{language}.{field}", told)


def _hazard_hints(activity: Activity) -> Iterator[Remark]:
    text = " ".join(_named_things(activity.words.values()))
    named = hazards_of(text) & _TOLD_BY_WORDS
    if _BALLOONS.search(text):
        named |= {Hazard.LATEX}
    for hazard in sorted(named - activity.hazards):
        told = f"The words name {hazard.value.replace('-', ' ')}. Tick it under hazards."
        yield Remark("hazards", told)


def _named_things(languages: Iterable[ActivityWords]) -> Iterator[str]:
    """Yield what names things to use; safety lines name what to leave away."""
    for words in map(filled, languages):
        yield from (words.title, words.need, *words.steps, words.too_hard, words.too_easy)


def _texts(words: ActivityWords) -> Iterator[tuple[str, str]]:
    for name in ActivityWords.__slots__:
        value = getattr(words, name)
        if isinstance(value, str):
            yield _in_file(name), value
        else:
            yield from ((f"{name}[{number}]", text) for number, text in enumerate(value))


def _in(language: str, sentence: str) -> str:
    if language == ENGLISH:
        return sentence
    return f"{LANGUAGE_NAMES.get(language, language)}: {sentence}"


def _in_file(name: str) -> str:
    return "you_need" if name == "need" else name
