"""How scores, levels and help read; the same on screen, in tables and on paper."""

from ot_desktop.caseload.goals import Setting
from ot_desktop.goals.scales import STEPS
from ot_desktop.goals.scoring import Score

NOT_KNOWN = "—"
LEVEL_NAMES = {
    -2: "Much less than expected",
    -1: "Less than expected",
    0: "As expected",
    1: "More than expected",
    2: "Much more than expected",
}
SETTING_WORDS = {
    Setting.CLINIC: "Clinic",
    Setting.HOME: "Home",
    Setting.SCHOOL: "School or day care",
    Setting.COMMUNITY: "Community",
}
# The note's own words for the most help a child needed.
_NOTE_HELP = {
    "alone": "Alone",
    "words": "Words",
    "picture": "Picture",
    "touch": "Touch",
    "hands": "Hands",
}
_NOTE_HELP_PLAIN = {
    "alone": "alone",
    "words": "with words",
    "picture": "with a picture",
    "touch": "with a touch",
    "hands": "with hands on",
}


def signed(number: int) -> str:
    """Return a level or a change with its sign: −2, 0, +1."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def level_words(level: int | None) -> str:
    """Return a level, or a dash."""
    return NOT_KNOWN if level is None else signed(level)


def score_words(successes: float | None, attempts: int | None) -> str:
    """Return ``2 of 4``, or a dash."""
    return NOT_KNOWN if successes is None else f"{successes:g} of {attempts}"


def t_words(t: float | None) -> str:
    """Return a T-score with one digit, or a dash where it is not defined."""
    return NOT_KNOWN if t is None else f"{t:.1f}"


def change_words(change: float | None) -> str:
    """Return a change with its sign and one digit, or a dash."""
    if change is None:
        return NOT_KNOWN
    rounded = round(change, 1)
    return f"+{rounded:.1f}" if rounded > 0 else f"−{-rounded:.1f}" if rounded < 0 else "0.0"


def setting_word(setting: Setting | None) -> str:
    """Return where it was, or nothing where nobody said."""
    return SETTING_WORDS[setting] if setting is not None else ""


def help_words(score: Score) -> str:
    """Return how much help it took, in a therapist's words."""
    if score.told.assist is not None:
        step = STEPS[score.told.assist]
        return f"{step.name} ({step.code})"
    return _NOTE_HELP.get(score.help or "", NOT_KNOWN)


def help_in_plain_words(score: Score) -> str:
    """Return how much help it took, as a parent says it."""
    if score.told.assist is not None:
        return STEPS[score.told.assist].plain
    return _NOTE_HELP_PLAIN.get(score.help or "", "")
