"""What the library's screen calls hazards, fields, origins and moments."""

from datetime import datetime

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.home_programs.activities.domain import Entry, Origin
from ot_desktop.home_programs.domain import Activity, Hazard
from ui.home_programs.words import routine_words, skill_words, tr

LANGUAGE_CODES = {"en": "EN", "es": "ES"}


def hazard_words(hazard: Hazard) -> str:
    """Return how a hazard is called."""
    return {
        Hazard.PEANUT: tr("Peanut"),
        Hazard.TREE_NUT: tr("Tree nuts"),
        Hazard.MILK: tr("Milk"),
        Hazard.EGG: tr("Egg"),
        Hazard.WHEAT: tr("Wheat"),
        Hazard.SOY: tr("Soy"),
        Hazard.SESAME: tr("Sesame"),
        Hazard.FISH: tr("Fish"),
        Hazard.SHELLFISH: tr("Shellfish"),
        Hazard.FRUIT: tr("Fruit"),
        Hazard.LATEX: tr("Latex"),
        Hazard.SMALL_PARTS: tr("Small parts"),
        Hazard.CHOKING: tr("Choking"),
        Hazard.SWING: tr("Swing or spin"),
        Hazard.INVERSION: tr("Head down"),
        Hazard.WATER: tr("Water"),
        Hazard.HEAT: tr("Heat"),
        Hazard.HEIGHT: tr("Height"),
        Hazard.SHARP: tr("Sharp"),
        Hazard.WEIGHT_BEARING: tr("Weight bearing"),
    }[hazard]


def language_words(language: str) -> str:
    """Return how a language is called."""
    return {"en": tr("English"), "es": tr("Spanish")}.get(language, language)


def field_words(field: str) -> str:
    """Return how a field is called that the file names ``words.en.too_hard``."""
    parts = field.partition("[")[0].split(".")
    called = {
        "title": tr("Title"),
        "short_title": tr("Short name"),
        "when": tr("When"),
        "why": tr("Why it helps"),
        "need": tr("You need"),
        "you_need": tr("You need"),
        "steps": tr("What to do"),
        "say": tr("Words to say"),
        "too_hard": tr("Too hard"),
        "too_easy": tr("Too easy"),
        "safety": tr("Safety"),
        "skills": tr("Skill areas"),
        "routines": tr("Routines"),
        "ages": tr("Ages"),
        "minutes": tr("Minutes"),
        "times_per_week": tr("Times a week"),
        "embedded": tr("Part of the routine"),
        "hazards": tr("Hazards"),
        "credit": tr("License and credit"),
    }.get(parts[-1], tr("Picture"))
    if parts[0] == "words" and len(parts) == 3:  # noqa: PLR2004  (words, language, field)
        return called if parts[1] == "en" else f"{called}, {language_words(parts[1])}"
    return called


def origin_words(entry: Entry) -> str:
    """Return whose the activity is."""
    if entry.in_force is None:
        return tr("Draft")
    return {
        Origin.BUILT_IN: tr("Built in"),
        Origin.CHANGED: tr("Changed by us"),
        Origin.OURS: tr("Ours"),
    }[entry.origin]


def state_words(entry: Entry) -> str:
    """Return whose it is and what is under way."""
    if entry.retired_at is not None:
        return tr("Taken out")
    if entry.draft is not None and entry.in_force is not None:
        return tr("{0}, draft").format(origin_words(entry))
    return origin_words(entry)


def children_words(count: int) -> str:
    """Return in how many current programs it is."""
    if not count:
        return tr("In no program")
    return tr("In 1 program") if count == 1 else tr("In {0} programs").format(count)


def ages_words(activity: Activity) -> str:
    """Return ``3 to 8``."""
    return tr("{0} to {1}").format(activity.age_from, activity.age_to)


def about_words(activity: Activity) -> str:
    """Return the skill areas in one line."""
    return ", ".join(skill_words(skill) for skill in activity.skills)


def routines_line(activity: Activity) -> str:
    """Return the routines in one line that begins with a capital."""
    line = ", ".join(routine_words(routine) for routine in activity.routines)
    return f"{line[:1].upper()}{line[1:]}"


def hazards_line(activity: Activity) -> str:
    """Return the hazards in one line."""
    return ", ".join(hazard_words(hazard) for hazard in Hazard if hazard in activity.hazards)


def moment_words(at: datetime) -> str:
    """Return ``Tue, Jun 9, 10:40``."""
    local = wall_time(at)
    return f"{long_day(local.date(), today())}, {clock_text(local)}"
