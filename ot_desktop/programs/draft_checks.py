"""What cannot be kept of a set-up or of a family's wishes, said beside the field."""

from collections.abc import Iterable

from ot_desktop.caseload.goals import SKILL_AREAS
from ot_desktop.errors import ValidationError
from ot_desktop.goals.domain import MOST_GOALS_OF_A_PROGRAM
from ot_desktop.programs.domain import (
    GRID_MINUTES,
    LONGEST_PROGRAM_DAYS,
    MOST_SESSIONS,
    ChildWishes,
    Dose,
    KindDraft,
    ProgramDraft,
    ProgramTherapist,
    SessionKind,
    Wanted,
)
from ot_desktop.scheduling.domain import MAX_MINUTES, MINUTES_A_DAY

PRIORITIES = range(1, 4)
ONE_OR_TWO = range(1, 3)
MOST_A_WEEK = 14
LONGEST_DRIVE_MINUTES = 600
Problems = dict[str, str]


def check_program(draft: ProgramDraft) -> None:
    """Raise ``ValidationError`` naming every field of a program that cannot be kept."""
    problems: Problems = {}
    if not draft.name.strip():
        problems["name"] = "Give the intensive a name. Families see it on their schedule."
    _refuse(problems | _dates(draft) | _dose(draft.dose))


def check_kind(draft: KindDraft, others: Iterable[SessionKind]) -> None:
    """Raise ``ValidationError`` naming every field of a kind of session that cannot be kept."""
    problems: Problems = {}
    name = draft.name.strip().casefold()
    if not name:
        problems["kind_name"] = "Name this kind of session."
    if any(each.name.casefold() == name and each.id != draft.id for each in others):
        problems["kind_name"] = "There is a kind with this name. Choose another name."
    if draft.skill_area not in SKILL_AREAS:
        problems["skill_area"] = "Choose a skill area."
    if not _is_length(draft.length_minutes):
        problems["length_minutes"] = _LENGTH
    if not draft.room_ids:
        problems["rooms"] = "Choose at least one room."
    if not draft.therapist_ids:
        problems["therapists"] = "Choose who can give it."
    _refuse(problems)


def check_therapist(therapist: ProgramTherapist) -> None:
    """Raise ``ValidationError`` naming every limit of a therapist that cannot be kept."""
    problems: Problems = {}
    if not 0 < therapist.most_minutes_a_day <= MINUTES_A_DAY:
        problems["most_minutes_a_day"] = "Enter how many minutes a day with children."
    if therapist.writing_minutes not in range(0, MINUTES_A_DAY, GRID_MINUTES):
        problems["writing_minutes"] = f"Choose a multiple of {GRID_MINUTES} minutes, or 0."
    lunch = therapist.lunch
    if lunch is not None:
        if not 0 <= lunch.start < lunch.end <= MINUTES_A_DAY:
            problems["lunch"] = "The lunch time ends before it starts. Swap them."
        elif not 0 < therapist.lunch_minutes <= lunch.end - lunch.start:
            problems["lunch_minutes"] = "Lunch has to fit between its two times."
    _refuse(problems)


def check_wishes(wishes: ChildWishes) -> None:
    """Raise ``ValidationError`` naming every wish that cannot be kept."""
    own, excluded = wishes.therapist_id, wishes.excluded_therapist_ids
    bad = (
        ("wanted", not wishes.wanted, "Choose at least one kind of session."),
        (
            "goal_ids",
            len(wishes.goal_ids) > MOST_GOALS_OF_A_PROGRAM,
            f"Choose {MOST_GOALS_OF_A_PROGRAM} goals at most.",
        ),
        ("priority", wishes.priority not in PRIORITIES, "Choose priority 1, 2 or 3."),
        (
            "most_a_day",
            wishes.most_a_day not in ONE_OR_TWO,
            "Choose one or two sessions a day.",
        ),
        ("caregivers", wishes.caregivers not in ONE_OR_TWO, "Choose one or two adults."),
        (
            "therapist_id",
            own is not None and own in excluded,
            "This therapist is left out for the child. Choose another one.",
        ),
        (
            "travel_minutes",
            not 0 <= (wishes.travel_minutes or 0) <= LONGEST_DRIVE_MINUTES,
            "Enter the minutes of one drive, at most 10 hours.",
        ),
        (
            "away",
            any(each.last_day < each.first_day for each in wishes.away),
            "The last day away comes before the first. Swap them.",
        ),
    )
    problems = {field: sentence for field, is_bad, sentence in bad if is_bad}
    for number, wanted in enumerate(wishes.wanted):
        problems |= _wanted(number, wanted)
    _refuse(problems)


def _dates(draft: ProgramDraft) -> Problems:
    first, last = draft.starts_on, draft.ends_on
    problems: Problems = {}
    if first is None:
        problems["starts_on"] = "Enter the first day, like 6/5 or Jun 5."
    if last is None:
        problems["ends_on"] = "Enter the last day, like 7/17 or Jul 17."
    if first and last and last < first:
        problems["ends_on"] = "The last day is before the first. Check both."
    elif first and last and (last - first).days >= LONGEST_PROGRAM_DAYS:
        problems["ends_on"] = "An intensive lasts a year at most. Check the year."
    return problems


def _dose(dose: Dose) -> Problems:
    problems: Problems = {}
    if not 1 <= dose.sessions <= MOST_SESSIONS:
        problems["sessions"] = f"Choose 1 to {MOST_SESSIONS} sessions a child."
    if not _is_length(dose.length_minutes):
        problems["length_minutes"] = _LENGTH
    if dose.most_a_day not in ONE_OR_TWO:
        problems["most_a_day"] = "Choose one or two sessions a day."
    if not 1 <= dose.least_a_week <= dose.most_a_week <= MOST_A_WEEK:
        problems["most_a_week"] = f"Choose 1 to {MOST_A_WEEK} sessions a week, the least first."
    if dose.longest_gap_days is not None and dose.longest_gap_days < 1:
        problems["longest_gap_days"] = "Choose at least 1 day, or leave it empty."
    return problems


def _wanted(number: int, wanted: Wanted) -> Problems:
    problems: Problems = {}
    if not 1 <= wanted.sessions <= MOST_SESSIONS:
        problems[f"sessions_{number}"] = f"Choose 1 to {MOST_SESSIONS} sessions."
    elif not 1 <= wanted.least <= wanted.sessions:
        problems[f"least_{number}"] = f"Choose 1 to {wanted.sessions} sessions at least."
    if not 1 <= wanted.most_a_week <= MOST_A_WEEK:
        problems[f"most_a_week_{number}"] = f"Choose 1 to {MOST_A_WEEK} sessions a week."
    if wanted.most_therapists < 1:
        problems[f"most_therapists_{number}"] = "Choose at least one therapist."
    return problems


_LENGTH = f"Choose a multiple of {GRID_MINUTES} minutes."


def _is_length(minutes: int) -> bool:
    return minutes in range(GRID_MINUTES, MAX_MINUTES + 1, GRID_MINUTES)


def _refuse(problems: Problems) -> None:
    if problems:
        raise ValidationError(problems)
