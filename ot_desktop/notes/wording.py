"""The plain words for every answer a note can hold; the same on screen and on paper."""

from collections.abc import Mapping

from ot_desktop.notes.parent_part import (
    Ease,
    Outcome,
    ParentHelp,
    Presence,
    ShownHow,
    TaughtBack,
    WhyNotInRoom,
)
from ot_desktop.notes.session_part import Help, Mood

HELP: Mapping[Help, str] = {
    Help.ALONE: "Alone",
    Help.WORDS: "Words",
    Help.PICTURE: "Picture",
    Help.TOUCH: "Touch",
    Help.HANDS: "Hands",
}
MOODS: Mapping[Mood, str] = {
    Mood.CALM: "Calm",
    Mood.BUSY: "Busy",
    Mood.UPSET: "Upset",
    Mood.TIRED: "Tired",
}
HELP_ON_PAPER: Mapping[Help, str] = {
    Help.ALONE: "alone",
    Help.WORDS: "with words",
    Help.PICTURE: "with a picture",
    Help.TOUCH: "with touch",
    Help.HANDS: "with hands on",
}
PRESENCE: Mapping[Presence, str] = {
    Presence.IN_ROOM: "In the room",
    Presence.JOINED: "Joined for some minutes",
    Presence.OBSERVED: "Watched",
    Presence.BY_PHONE: "By phone",
    Presence.DROPPED_OFF: "Dropped off",
    Presence.NOT_HERE: "Not here",
}
WHY: Mapping[WhyNotInRoom, str] = {
    WhyNotInRoom.PARENT_AND_CHILD_CHOSE: "Parent and child chose",
    WhyNotInRoom.THERAPIST_ASKED: "Therapist asked",
    WhyNotInRoom.WITH_SIBLING: "With a sibling",
    WhyNotInRoom.WORK: "At work",
    WhyNotInRoom.ILL: "Ill",
    WhyNotInRoom.OTHER: "Other",
}
WHY_MISSED: Mapping[str, str] = {
    "ill": "Ill",
    "holiday": "On holiday",
    "transport": "No way to get here",
    "weather": "Weather",
    "therapist_ill": "Therapist ill",
    "room": "No room",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.WENT_WELL: "Went well",
    Outcome.TOO_HARD: "Too hard",
    Outcome.REFUSED: "Child refused",
    Outcome.NO_TIME: "No time",
    Outcome.NO_EQUIPMENT: "No equipment",
    Outcome.AFRAID_OF_HURTING: "Afraid of hurting",
    Outcome.NOT_SURE_HOW: "Not sure how",
}
EASE: Mapping[Ease, str] = {Ease.EASY: "Easy", Ease.OK: "OK", Ease.HARD: "Hard"}
SHOWN: Mapping[ShownHow, str] = {
    ShownHow.EXPLAINED: "Explained",
    ShownHow.DEMONSTRATED: "Showed",
    ShownHow.TRIED: "Parent tried",
    ShownHow.TAUGHT_BACK: "Taught back",
}
PARENT_HELP: Mapping[ParentHelp, str] = {
    ParentHelp.ALONE: "Alone",
    ParentHelp.WORDS: "Words",
    ParentHelp.MODEL: "Model",
    ParentHelp.HANDS_ON: "Hands on",
    ParentHelp.NOT_YET: "Not yet",
}
TAUGHT_BACK: Mapping[TaughtBack, str] = {
    TaughtBack.NOT_TODAY: "Not today",
    TaughtBack.WITH_HELP: "Showed with help",
    TaughtBack.ALONE: "Showed it alone",
}
