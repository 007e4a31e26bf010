"""Anything done to one goal in any order: nothing a score was given for ever changes."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.connection import close_database
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.goals.scoring import Scoring
from tests.builders import a_child, an_empty_clinic

WORDS = st.text("abcdef", min_size=1, max_size=4)
LEVELS = ("a", "b", "c", "d", "e")


class GoalInAnyOrder(RuleBasedStateMachine):
    """Keeps what each version said at its first score, and compares."""

    @initialize()
    def begin(self):
        self.services = an_empty_clinic()
        self.child = a_child(self.services)
        self.draft = GoalDraft(
            "play", "Takes turns", 4, 3, 0, level_texts=LEVELS, baseline_level=-2
        )
        self.goal = self.services.goals.add(self.child, self.draft)
        self.meant = {}  # goal id -> what it said when it was scored
        self.kept = {}  # score id -> the goal it was given for
        self.is_ended = False

    def teardown(self):
        close_database()

    @property
    def story(self):
        return self.services.goals.page(self.child).story(self.goal)

    @precondition(lambda self: not self.is_ended)
    @rule(words=WORDS, level=st.sampled_from(range(5)))
    def change(self, words, level):
        texts = tuple(
            words if n == level else text for n, text in enumerate(self.draft.level_texts)
        )
        self.draft = replace(self.draft, statement=f"Takes turns {words}", level_texts=texts)
        self.goal = self.services.goals.change(self.goal, self.draft, "It changed")

    @precondition(lambda self: not self.is_ended)
    @rule(successes=st.integers(0, 4), level=st.integers(-2, 2))
    def score(self, successes, level):
        score = self.services.goals.score(self.goal, Scoring(successes, 4, level))
        goal = self.story.goal
        self.meant[goal.id] = (goal.statement, goal.level_texts)
        self.kept[score] = goal.id

    @precondition(lambda self: any(each.goal_id == self.goal for each in self.story.scores))
    @rule()
    def take_back_the_last_score(self):
        last = [each for each in self.story.scores if each.goal_id == self.goal][-1]
        self.services.goals.withdraw_score(last.id)
        del self.kept[last.id]
        if self.goal not in self.kept.values():
            del self.meant[self.goal]

    @precondition(lambda self: not self.is_ended)
    @rule()
    def reach(self):
        self.services.goals.reach(self.goal)

    @precondition(lambda self: not self.is_ended)
    @rule()
    def give_up(self):
        self.services.goals.give_up(self.goal, "Enough")
        self.is_ended = True

    @rule()
    def take_up_again(self):
        self.services.goals.take_up_again(self.goal)
        self.is_ended = False

    @invariant()
    def what_a_score_meant_is_what_it_means(self):
        said = {
            wording.goal.id: (wording.goal.statement, wording.goal.level_texts)
            for wording in self.story.wordings
        }
        assert {goal: said[goal] for goal in self.meant} == self.meant

    @invariant()
    def every_score_is_still_there_with_its_version(self):
        assert {score.id: score.goal_id for score in self.story.scores} == self.kept

    @invariant()
    def versions_are_numbered_without_a_hole(self):
        numbers = [wording.goal.version for wording in self.story.wordings]
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def only_the_latest_wording_is_worked_on(self):
        shown = [goal.id for goal in self.services.caseload.banner(self.child).goals]
        assert shown == ([] if self.is_ended else [self.goal])


TestGoalInAnyOrder = GoalInAnyOrder.TestCase
TestGoalInAnyOrder.settings = settings(max_examples=12, stateful_step_count=20)
