"""Puts rows of the file together into a child's goals, scores and ratings."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import floor
from typing import Any

from db.queries import goals as queries
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.goals import Goal, Setting
from ot_desktop.caseload.reading import goal_of
from ot_desktop.clock import wall_time
from ot_desktop.goals.copm import Assessment, Copm, Problem, Rater, Rating
from ot_desktop.goals.domain import GoalsPage, GoalStory, Wording
from ot_desktop.goals.scales import Assist, Prompt
from ot_desktop.goals.scoring import Score, Scoring


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A wording as it is stored, with the goal it belongs to and how it ended."""

    origin_id: int
    wording: Wording
    ended_on: date | None
    end_reason: str

    @property
    def goal(self) -> Goal:
        """The goal in this wording."""
        return self.wording.goal


def goals_page(child: ChildPage) -> GoalsPage:
    """Return everything about a child's goals."""
    scores: dict[int, list[Score]] = defaultdict(list)
    for score in queries.scores(child.id, _score):
        scores[score.goal_id].append(score)
    rows: dict[int, list[WordingRow]] = defaultdict(list)
    for row in queries.wordings(child.id, wording_row):
        rows[row.origin_id].append(row)
    stories = [_story(each, scores) for each in rows.values()]
    kept = [story for story in stories if story.ended_on is None]
    return GoalsPage(
        child_id=child.id,
        child_name=child.first_name,
        goals=tuple(sorted(kept, key=lambda story: story.goal.met_on is not None)),
        ended=tuple(story for story in stories if story.ended_on is not None),
        copm=copm_of(child.id),
    )


def copm_of(child_id: int) -> Copm:
    """Return what matters to a family and how it was rated."""
    rated: dict[int, list[tuple[int, Rating]]] = defaultdict(list)

    def add(*, assessment_id: int, problem_id: int, performance: int, satisfaction: int) -> None:
        rated[assessment_id].append((problem_id, Rating(performance, satisfaction)))

    def build(*, id: int, rated_on: date, rated_by: str, said_by: str) -> Assessment:  # noqa: A002  (the column's name)
        return Assessment(id, rated_on, Rater(rated_by), said_by, tuple(rated[id]))

    ids = queries.assessments(child_id, _id)
    queries.ratings(ids, add)
    return Copm(
        tuple(queries.problems(child_id, Problem)), tuple(queries.assessments(child_id, build))
    )


def wording_row(**row: Any) -> WordingRow:
    """Build one wording."""
    ended_on, written_at = row.pop("ended_on"), row.pop("written_at")
    origin_id, end_reason = row.pop("origin_id"), row.pop("end_reason")
    by, reason = row.pop("written_by") or "", row.pop("change_reason")
    goal = goal_of(**row)
    written_on = wall_time(datetime.fromisoformat(written_at)).date() if written_at else None
    return WordingRow(
        origin_id,
        Wording(goal, written_on or goal.starts_on, by, reason),
        date.fromisoformat(ended_on) if ended_on else None,
        end_reason,
    )


def _story(rows: list[WordingRow], scores: dict[int, list[Score]]) -> GoalStory:
    now = rows[-1]
    told = sorted(
        (score for row in rows for score in scores[row.goal.id]),
        key=lambda score: (score.on, score.id),
    )
    return GoalStory(
        goal=replace(now.goal, scores=tuple(_in_tries(now.goal, told))),
        wordings=tuple(row.wording for row in rows),
        scores=tuple(told),
        ended_on=now.ended_on,
        end_reason=now.end_reason,
    )


def _in_tries(goal: Goal, scores: Sequence[Score]) -> Iterator[tuple[date, int]]:
    """Yield counted scores in the tries of the goal now, as the caseload tells them."""
    for score in scores:
        if score.share is not None:
            yield score.on, floor(score.share * goal.out_of + 0.5)


def _score(**row: Any) -> Score:
    told = Scoring(
        successes=row["score"],
        attempts=row["out_of"],
        level=row["level"],
        assist=Assist(row["assist"]) if row["assist"] else None,
        prompts=tuple(Prompt(each) for each in json.loads(row["prompts"])),
        setting=Setting(row["setting"]) if row["setting"] else None,
    )
    return Score(
        id=row["id"],
        goal_id=row["goal_id"],
        on=date.fromisoformat(row["scored_on"]),
        version=row["version"],
        told=told,
        help=row["help"],
        session_id=row["session_id"],
        by=row["scored_by"],
    )


def _id(*, id: int, **_more: Any) -> int:  # noqa: A002  (the column's name)
    return id
