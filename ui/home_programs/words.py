"""What the builder calls skills, routines and the moments of a family's day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ot_desktop.home_programs.domain import Activity, Routine, Skill
from ot_desktop.home_programs.readability import Mark
from ot_desktop.home_programs.spanish_readability import Ease
from ot_desktop.home_programs.suggesting import Offer

SKILL_ICONS = {
    Skill.FINE_MOTOR: "hand-finger",
    Skill.GROSS_MOTOR: "run",
    Skill.SENSORY: "ear",
    Skill.SELF_CARE: "shirt",
    Skill.PLAY: "lego",
    Skill.COGNITIVE: "bulb",
}
ROUTINE_ICONS = {
    Routine.MEALTIME: "tools-kitchen-2",
    Routine.BATH: "bath",
    Routine.DRESSING: "shirt",
    Routine.PLAY: "lego",
    Routine.HOMEWORK: "pencil",
    Routine.OUTINGS: "shopping-cart",
}
# Said to the family, so in the family's language; English pages for now.
MOMENTS: tuple[tuple[Routine, str], ...] = (
    (Routine.MEALTIME, "Before breakfast"),
    (Routine.MEALTIME, "Before lunch"),
    (Routine.MEALTIME, "Before dinner"),
    (Routine.MEALTIME, "At the table"),
    (Routine.BATH, "In the bath"),
    (Routine.BATH, "After bath"),
    (Routine.DRESSING, "Getting dressed"),
    (Routine.DRESSING, "At bedtime"),
    (Routine.PLAY, "Play time"),
    (Routine.HOMEWORK, "Before homework"),
    (Routine.HOMEWORK, "During homework"),
    (Routine.OUTINGS, "Before we go out"),
    (Routine.OUTINGS, "On errands"),
)


def tr(words: str) -> str:
    """Translate a word of the home program screens."""
    return QCoreApplication.translate("home_programs", words)


def skill_words(skill: Skill) -> str:
    """Return how a skill area is called."""
    return {
        Skill.FINE_MOTOR: tr("Fine motor"),
        Skill.GROSS_MOTOR: tr("Gross motor"),
        Skill.SENSORY: tr("Sensory"),
        Skill.SELF_CARE: tr("Self-care"),
        Skill.PLAY: tr("Play"),
        Skill.COGNITIVE: tr("Cognitive"),
    }[skill]


def routine_chip(routine: Routine) -> str:
    """Return the short word on a filter chip."""
    return {
        Routine.MEALTIME: tr("Meal"),
        Routine.BATH: tr("Bath"),
        Routine.DRESSING: tr("Dress"),
        Routine.PLAY: tr("Play"),
        Routine.HOMEWORK: tr("Homework"),
        Routine.OUTINGS: tr("Errands"),
    }[routine]


def routine_words(routine: Routine) -> str:
    """Return how a routine is called within a sentence."""
    return {
        Routine.MEALTIME: tr("mealtime"),
        Routine.BATH: tr("bath"),
        Routine.DRESSING: tr("dressing"),
        Routine.PLAY: tr("play time"),
        Routine.HOMEWORK: tr("homework"),
        Routine.OUTINGS: tr("outings"),
    }[routine]


def activity_facts(activity: Activity) -> str:
    """Return ``Fine motor, dressing, 4 min``."""
    skill = skill_words(activity.skills[0])
    routine = routine_words(activity.routines[0])
    return tr("{0}, {1}, {2} min").format(skill, routine, activity.minutes)


def why_words(offer: Offer) -> str:
    """Return in a few words why an activity is suggested: ``Bath is hard. Fastens 4 buttons``."""
    if not offer.is_suggested:
        return ""
    parts = []
    if offer.hard is not None:
        parts.append(tr("{0} is hard").format(routine_words(offer.hard).capitalize()))
    if offer.goal is not None:
        parts.append(offer.goal.statement)
    if offer.at_hand:
        parts.append(tr("{0} at hand").format(offer.at_hand[0].capitalize()))
    return ". ".join(parts)


def mark_words(found: Sequence[Mark]) -> str:
    """Return the hard words, simpler ones beside them, and how many sentences are long."""
    hard = {
        mark.words.casefold(): f"{mark.words} ({mark.simpler})" if mark.simpler else mark.words
        for mark in found
        if mark.is_word
    }
    long = sum(not mark.is_word for mark in found)
    parts = []
    if hard:
        parts.append(tr("Hard words: {0}.").format(", ".join(hard.values())))
    if long:
        words = tr("1 long sentence.") if long == 1 else tr("{0} long sentences.")
        parts.append(words.format(long))
    return " ".join(parts)


def ease_words(ease: Ease) -> str:
    """Return how easy a Spanish text is to read."""
    return {
        Ease.VERY_EASY: tr("Very easy to read in Spanish"),
        Ease.FAIRLY_EASY: tr("Fairly easy to read in Spanish"),
        Ease.NORMAL: tr("Not yet easy to read in Spanish"),
        Ease.SOMEWHAT_HARD: tr("Somewhat hard to read in Spanish"),
        Ease.VERY_HARD: tr("Very hard to read in Spanish"),
    }[ease]
