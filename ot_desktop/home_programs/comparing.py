"""What differs between two programs a family was given, in the words that were printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ot_desktop.home_programs.domain import ChildOnPaper, PlannedActivity
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.minutes import shown

_TEXTS = {
    "title": "Name",
    "say": "Words to say",
    "too_hard": "Too hard",
    "too_easy": "Too easy",
    "why": "Why it helps",
    "need": "You need",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise; ``about`` is an activity, or nothing for the whole program."""

    about: str
    what: str
    before: str
    after: str


def differences(
    before: ProgramDraft, after: ProgramDraft, child: ChildOnPaper
) -> tuple[Difference, ...]:
    """Return what differs: of the program first, then activity by activity in the newer order."""
    return (*_of_program(before, after), *_of_activities(before, after, child))


def _of_program(before: ProgramDraft, after: ProgramDraft) -> Iterator[Difference]:
    for what, old, new in (
        ("Minutes a day", shown(before.budget.minutes_a_day), shown(after.budget.minutes_a_day)),
        ("Family’s limit", f"{before.limit.most} min", f"{after.limit.most} min"),
        ("Reward", _reward(before), _reward(after)),
        ("Order", _order(before, after), _order(after, before)),
    ):
        if old != new:
            yield Difference("", what, old, new)


def _of_activities(
    before: ProgramDraft, after: ProgramDraft, child: ChildOnPaper
) -> Iterator[Difference]:
    old = {planned.activity.key: planned for planned in before.activities}
    for planned in after.activities:
        title = planned.words(child).title
        earlier = old.pop(planned.activity.key, None)
        if earlier is None:
            yield Difference(title, "Added", "", _dose(planned))
        else:
            language = after.language_of(planned)
            for what, was, now in _of_activity(earlier, planned, child, language):
                if was != now:
                    yield Difference(title, what, was, now)
    for planned in old.values():
        yield Difference(planned.words(child).title, "Taken out", _dose(planned), "")


def _of_activity(
    before: PlannedActivity, after: PlannedActivity, child: ChildOnPaper, language: str
) -> Iterator[tuple[str, str, str]]:
    known = language if language in before.activity.words else "en"
    old, new = before.words(child, known), after.words(child, language)
    yield "How long, how often", _dose(before), _dose(after)
    yield "When", before.when, after.when
    for name, what in _TEXTS.items():
        yield what, getattr(old, name), getattr(new, name)
    for number, (was, now) in enumerate(zip_longest(old.steps, new.steps, fillvalue=""), start=1):
        yield f"Step {number}", was, now


def _dose(planned: PlannedActivity) -> str:
    return f"{planned.minutes} min, {planned.times_per_week} times a week"


def _reward(draft: ProgramDraft) -> str:
    return draft.reward.prize.strip()


def _order(draft: ProgramDraft, other: ProgramDraft) -> str:
    """Return the order of the activities that both have, as their titles."""
    both = [one.activity for one in draft.activities if one.activity.key in other.keys]
    return ", ".join(activity.words["en"].title for activity in both)
