"""What changed between two wordings of an activity, and whom it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ot_desktop.home_programs.activities.domain import NO_WORDS
from ot_desktop.home_programs.domain import Activity, ActivityWords


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, named as the file has it, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class UsedIn:
    """A child's current program, or a draft, whose words of the activity are others now.

    ``own`` are fields worded for this child: they stay, whatever the library says.
    """

    program_id: int
    child_id: int
    child_name: str
    is_draft: bool
    differences: tuple[Difference, ...]
    own: tuple[str, ...] = ()


def differences(old: Activity, new: Activity) -> tuple[Difference, ...]:
    """Return what reads or shows differently in ``new``; nothing when they say the same."""
    return (*_facts(old, new), *_words(old, new))


def _facts(old: Activity, new: Activity) -> Iterator[Difference]:
    before, after = _fact_texts(old), _fact_texts(new)
    for field, text in before.items():
        if text != after[field]:
            yield Difference(field, text, after[field])


def _fact_texts(activity: Activity) -> dict[str, str]:
    photo = activity.photo
    return {
        "skills": ", ".join(activity.skills),
        "routines": ", ".join(activity.routines),
        "ages": f"{activity.age_from}–{activity.age_to}",
        "minutes": str(activity.minutes),
        "times_per_week": str(activity.times_per_week),
        "embedded": "yes" if activity.is_embedded else "no",
        "hazards": ", ".join(sorted(activity.hazards)),
        "picture": f"photo {photo.name[:8]}" if photo else activity.drawing or "",
        "credit": photo.credit_line if photo else "",
    }


def _words(old: Activity, new: Activity) -> Iterator[Difference]:
    for language in dict.fromkeys((*old.words, *new.words)):
        before = old.words.get(language, NO_WORDS)
        after = new.words.get(language, NO_WORDS)
        for name in ActivityWords.__slots__:
            one, other = _plain(getattr(before, name)), _plain(getattr(after, name))
            if one != other:
                yield Difference(f"words.{language}.{name}", one, other)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else "\n".join(value)
