"""Everything a person does to goals and ratings, each in its own dialog, with a way back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.goals.copm_service import CopmService
from ot_desktop.goals.domain import GoalsPage, GoalStory
from ot_desktop.goals.service import GoalService
from ui.goals.copm_dialogs import ProblemDialog, RatingDialog
from ui.goals.goal_dialog import GiveUpDialog, GoalDialog
from ui.goals.score_dialog import ScoreDialog


class GoalDeeds(QObject):
    """``told`` carries a sentence for the toast, and what takes the deed back or None."""

    told = Signal(str, object)

    def __init__(self, goals: GoalService, copm: CopmService, over: QWidget) -> None:
        super().__init__()
        self._goals = goals
        self._copm = copm
        self._over = over

    @Slot(int)
    def add(self, child_id: int) -> None:
        """Ask for a new goal."""
        page = self._goals.page(child_id)
        GoalDialog(self._goals, (child_id, page.child_name), today(), parent=self._over).exec()

    def change(self, page: GoalsPage, story: GoalStory) -> None:
        """Show a goal to be changed; once scored this makes a new version."""
        child = (page.child_id, page.child_name)
        dialog = GoalDialog(self._goals, child, today(), story, self._over)
        if dialog.exec() and dialog.goal_id != story.goal.id:
            words = self.tr("Version {0} written. The scores so far stay with version {1}.")
            version = story.goal.version
            self.told.emit(words.format(version + 1, version), None)

    @Slot(int)
    def score(self, child_id: int, chosen: int | None = None) -> None:
        """Ask how a goal went outside a note."""
        page = self._goals.page(child_id)
        goals = page.open_goals or page.goals
        if not goals:
            self.told.emit(self.tr("No goal to score yet. Add one first."), None)
            return
        dialog = ScoreDialog(self._goals, goals, today(), chosen, self._over)
        if dialog.exec() and dialog.score_id is not None:
            undo = partial(self._goals.withdraw_score, dialog.score_id)
            self.told.emit(dialog.told, undo)

    def withdraw(self, score_id: int) -> None:
        """Take a score back that was a slip."""
        self._do(partial(self._goals.withdraw_score, score_id), self.tr("Score taken back"), None)

    def reach(self, story: GoalStory) -> None:
        """Say that a goal is reached."""
        goal = story.goal
        words = self.tr("Reached: {0}").format(goal.statement)
        undo = partial(self._goals.take_up_again, goal.id)
        self._do(partial(self._goals.reach, goal.id), words, undo)

    def give_up(self, story: GoalStory) -> None:
        """Stop working on a goal, with the reason."""
        goal = story.goal
        if GiveUpDialog(self._goals, goal, self._over).exec():
            words = self.tr("Not worked on any more: {0}").format(goal.statement)
            self.told.emit(words, partial(self._goals.take_up_again, goal.id))

    def take_up_again(self, story: GoalStory) -> None:
        """Work on a goal again."""
        words = self.tr("Worked on again: {0}").format(story.goal.statement)
        self._do(partial(self._goals.take_up_again, story.goal.id), words, None)

    def name_problem(self, child_id: int) -> None:
        """Ask for something that is hard, in the family's words."""
        ProblemDialog(self._copm, child_id, self._over).exec()

    def end_problem(self, child_id: int, problem_id: int) -> None:
        """Take a problem off the list."""
        end = partial(self._copm.end, child_id, problem_id)
        self._do(end, self.tr("Taken off the list. What was rated is kept."), None)

    def rate(self, page: GoalsPage) -> None:
        """Ask how the family rates its problems now."""
        dialog = RatingDialog(self._copm, page, today(), self._over)
        if dialog.exec() and dialog.assessment_id is not None:
            undo = partial(self._copm.withdraw, page.child_id, dialog.assessment_id)
            self.told.emit(self.tr("Ratings kept"), undo)

    def _do(self, deed: object, words: str, undo: object) -> None:
        try:
            if callable(deed):
                deed()
        except ClinicError as error:
            self.told.emit(str(error), None)
        else:
            self.told.emit(words, undo)
