"""Use cases of goals: write, change, score, reach and give up."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.queries import goals as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.caseload.reading import child_page
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.goals import reading
from ot_desktop.goals.domain import GoalsPage, GoalStory
from ot_desktop.goals.prompt_order import keep_order, prompts_in_order
from ot_desktop.goals.scales import Prompt
from ot_desktop.goals.scoring import Scoring
from ot_desktop.permissions import Permission
from ot_desktop.work import Entry, Work


@dataclass(frozen=True, slots=True)
class _Place:
    child_id: int
    goal_id: int


class GoalService:
    """Keep a child's goals; what a score was given for never changes after."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def page(self, child_id: int) -> GoalsPage:
        """Return a child's goals with wordings, scores and what the family rated."""
        self._work.require(Permission.SEE_NOTES)
        return reading.goals_page(child_page(child_id))

    def add(self, child_id: int, draft: GoalDraft) -> int:
        """Add a goal and return its id."""
        draft.check()
        with self._saving(child_id):
            return queries.insert_goal(
                {"child": child_id, "starts_on": today(), **self._written(draft)}
            )

    def change(self, goal_id: int, draft: GoalDraft, reason: str = "") -> int:
        """Change a goal and return its id; once scored, a new wording takes the old one's place."""
        draft.check()
        story = self._open_story(goal_id)
        if not story.is_frozen or not _means_another_score(story, draft):
            with self._saving(self._child_of(goal_id)):
                columns = _words(draft) if story.is_frozen else self._written(draft)
                self._set(goal_id, columns)
            return goal_id
        if not reason.strip():
            raise ValidationError(
                {"reason": "This goal has scores. Say why it changes; the old wording is kept."}
            )
        return self._reword(story, draft, reason.strip())

    def reach(self, goal_id: int, on: date | None = None) -> None:
        """Say that a goal is reached."""
        day = on or today()
        if day > today():
            raise ValidationError(
                {"met_on": "This day is still to come. Enter when it was reached."}
            )
        with self._saving(self._child_of(goal_id)):
            self._set(goal_id, {"met_on": day})

    def give_up(self, goal_id: int, reason: str) -> None:
        """Stop working on a goal; its scores stay."""
        if not reason.strip():
            raise ValidationError({"reason": "Say why, so that the next person understands."})
        with self._saving(self._child_of(goal_id)):
            self._set(goal_id, {"ended_on": today(), "end_reason": reason.strip()})

    def take_up_again(self, goal_id: int) -> None:
        """Work on a goal again that was reached or given up."""
        with self._saving(self._child_of(goal_id)):
            if not queries.reopen(goal_id):
                raise ClinicError("This goal has a newer wording. Work on that one.")
            self._set(goal_id, {"met_on": None})

    def score(self, goal_id: int, told: Scoring, on: date | None = None) -> int:
        """Score a goal outside a note and return the score's id."""
        story = self._open_story(goal_id)
        told.check(story.goal)
        day = on or today()
        if day > today():
            raise ValidationError({"scored_on": "This day is still to come. Enter when it was."})
        with self._saving(self._child_of(goal_id), Action.SCORED_GOAL):
            return queries.insert_score(
                {
                    "goal": goal_id,
                    "scored_on": day,
                    "scored_at": now_utc(),
                    "scored_by": self._work.user.id,
                    **told.columns(),
                }
            )

    def withdraw_score(self, score_id: int) -> None:
        """Take back a score that was a slip; what a signed note says stays."""
        place = queries.score_place(score_id, _Place)
        if place is None:
            raise NotFound("This score is no longer in the file.")
        with self._saving(place.child_id, Action.WITHDREW_SCORE):
            if not queries.withdraw_score(score_id, now_utc(), self._work.user.id):
                raise ClinicError("This score is part of a signed note. Add an addendum instead.")

    def prompts(self) -> tuple[Prompt, ...]:
        """Return every kind of prompt, from least to most as this clinic sees it."""
        return prompts_in_order()

    def order_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Keep this clinic's own order of prompts."""
        self._work.require(Permission.WRITE_NOTE)
        with self._work.saving(Permission.WRITE_NOTE, Topic.SETTINGS, Action.CHANGED_CLINIC):
            keep_order(prompts)

    def _reword(self, story: GoalStory, draft: GoalDraft, reason: str) -> int:
        old = story.goal
        child_id = self._child_of(old.id)
        with self._saving(child_id):
            self._set(old.id, {"ended_on": today(), "end_reason": reason})
            new_id = queries.insert_goal(
                {
                    "child": child_id,
                    "starts_on": old.starts_on,
                    "met_on": old.met_on,
                    "origin": story.wordings[0].goal.id,
                    "version": old.version + 1,
                    "change_reason": reason,
                    **self._written(draft),
                }
            )
            queries.follow_wording(old.id, new_id, today())
            return new_id

    def _written(self, draft: GoalDraft) -> dict[str, Any]:
        return {
            **_words(draft),
            **_measure(draft),
            "written_at": now_utc(),
            "written_by": self._work.user.id,
        }

    def _set(self, goal_id: int, columns: dict[str, Any]) -> None:
        if not queries.change_goal(goal_id, columns):
            raise ClinicError("This goal was changed meanwhile. Look at it again.")

    def _open_story(self, goal_id: int) -> GoalStory:
        story = self.page(self._child_of(goal_id)).story(goal_id)
        if story is None or story.goal.id != goal_id or story.ended_on is not None:
            raise ClinicError("This goal has a newer wording or was given up. Look at it again.")
        return story

    def _child_of(self, goal_id: int) -> int:
        child_id = queries.child_of(goal_id)
        if child_id is None:
            raise NotFound("This goal is no longer in the file.")
        return child_id

    def _saving(
        self, child_id: int, action: Action = Action.CHANGED_GOALS
    ) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.WRITE_NOTE, Topic.CASELOAD, action, child_id)


def _words(draft: GoalDraft) -> dict[str, Any]:
    """Return what may change at any time: it does not alter what a score means."""
    return {
        "skill_area": draft.skill_area,
        "target_on": draft.target_on,
        "cue_words": json.dumps(draft.cue_words, ensure_ascii=False),
        "routine": draft.routine.strip(),
        "setting": draft.setting,
    }


def _measure(draft: GoalDraft) -> dict[str, Any]:
    """Return what a score means, which is frozen at the first score."""
    return {
        "statement": draft.statement.strip(),
        "coast": json.dumps(draft.coast.parts(), ensure_ascii=False),
        "out_of": draft.out_of,
        "baseline": draft.baseline,
        "target": draft.target,
        "importance": draft.importance,
        "difficulty": draft.difficulty,
        "level_texts": json.dumps([text.strip() for text in draft.level_texts], ensure_ascii=False),
        "baseline_level": draft.baseline_level if draft.level_texts else None,
    }


def _means_another_score(story: GoalStory, draft: GoalDraft) -> bool:
    goal = story.goal
    now = GoalDraft(
        goal.skill_area, goal.statement, goal.out_of, goal.target, goal.baseline,
        coast=goal.coast, importance=goal.importance, difficulty=goal.difficulty,
        level_texts=goal.level_texts, baseline_level=goal.baseline_level,
    )  # fmt: skip
    return _measure(now) != _measure(draft)
