"""What matters to a family, in its own words, and how each of it goes from talk to talk.

The change of each problem comes first and the mean second: an average can hide a rise and a fall
(Law M et al., Canadian Occupational Performance Measure, 5th ed.). Two points are commonly used as
a change that counts; later studies found other limits, so the label says no more than that. The
form is a paid instrument and is not copied: only the family's words and its numbers are kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from ot_desktop.errors import ValidationError

LOWEST, HIGHEST = 1, 10
NOTABLE_CHANGE = 2
NOTABLE_LABEL = "≥ 2 points (commonly used)"


class Rater(StrEnum):
    """Who rated: the child, or a parent for the child."""

    CHILD = "child"
    PARENT = "parent"


@dataclass(frozen=True, slots=True)
class Rating:
    """How well the child does it, and how content the rater is with that; 1 to 10 each."""

    performance: int
    satisfaction: int


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """Ratings of one talk, by problem; a problem nobody rated is left out."""

    rated_on: date
    rater: Rater
    said_by: str
    ratings: tuple[tuple[int, Rating], ...]

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved."""
        problems: dict[str, str] = {}
        if self.rated_on > today:
            problems["rated_on"] = "This day is still to come. Enter the day of the talk."
        if self.rater is Rater.PARENT and not self.said_by.strip():
            problems["said_by"] = "Enter which parent rated."
        if not self.ratings:
            problems["ratings"] = "Rate at least one problem."
        for problem_id, rating in self.ratings:
            if not all(
                LOWEST <= number <= HIGHEST for number in (rating.performance, rating.satisfaction)
            ):
                problems[f"rating_{problem_id}"] = f"Enter numbers from {LOWEST} to {HIGHEST}."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One talk that was kept."""

    id: int
    rated_on: date
    rater: Rater
    said_by: str
    ratings: tuple[tuple[int, Rating], ...]

    def rating(self, problem_id: int) -> Rating | None:
        """Return what was said of a problem, or None when it was not rated."""
        return dict(self.ratings).get(problem_id)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not go well, in the family's words."""

    id: int
    words: str
    named_on: date


@dataclass(frozen=True, slots=True)
class Change:
    """A problem's first and last rating by the same kind of rater."""

    problem: Problem
    first: Rating | None = None
    last: Rating | None = None
    is_rated_again: bool = False

    @property
    def performance(self) -> int | None:
        """Points of performance gained; None until it was rated twice."""
        if self.first is None or self.last is None or not self.is_rated_again:
            return None
        return self.last.performance - self.first.performance

    @property
    def satisfaction(self) -> int | None:
        """Points of satisfaction gained; None until it was rated twice."""
        if self.first is None or self.last is None or not self.is_rated_again:
            return None
        return self.last.satisfaction - self.first.satisfaction


@dataclass(frozen=True, slots=True)
class Copm:
    """The problems of a child and every talk about them, the oldest first."""

    problems: tuple[Problem, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def rater(self) -> Rater | None:
        """Who is compared with whom: the rater of the latest talk."""
        return self.assessments[-1].rater if self.assessments else None

    def changes(self) -> tuple[Change, ...]:
        """Return each problem's change; a child's numbers are never compared with a parent's."""
        talks = [each for each in self.assessments if each.rater is self.rater]
        return tuple(_change(problem, talks) for problem in self.problems)

    def mean_change(self) -> tuple[float, float] | None:
        """Return the mean change of performance and satisfaction over what was rated twice."""
        twice = [each for each in self.changes() if each.is_rated_again]
        if not twice:
            return None
        performance = fmean(each.performance for each in twice if each.performance is not None)
        satisfaction = fmean(each.satisfaction for each in twice if each.satisfaction is not None)
        return performance, satisfaction


def is_notable(change: float | None) -> bool:
    """Say whether a change gets the label ``NOTABLE_LABEL``."""
    return change is not None and change >= NOTABLE_CHANGE


def _change(problem: Problem, talks: Iterable[Assessment]) -> Change:
    told = [rating for talk in talks if (rating := talk.rating(problem.id)) is not None]
    if not told:
        return Change(problem)
    return Change(problem, told[0], told[-1], is_rated_again=len(told) > 1)
