"""The library's easier way of an activity, in words about one child."""

from ot_desktop.caseload.reading import child_page
from ot_desktop.home_programs import reading
from ot_desktop.home_programs.printing import pronouns_of
from ot_desktop.home_programs.wording import fill


def easier_words(child_id: int, slug: str) -> str:
    """Return what to do when the activity called ``slug`` is too hard, or nothing."""
    for activity in reading.library(retired=True):
        if activity.key == slug:
            child = child_page(child_id)
            words = activity.words["en"].too_hard
            return fill(words, pronouns_of(child.pronouns), child.first_name)
    return ""
