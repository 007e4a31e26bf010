"""Use cases of what matters to a family: name a problem, keep a talk in which it was rated."""

from contextlib import AbstractContextManager

from db.queries import goals as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.goals import reading
from ot_desktop.goals.copm import AssessmentDraft, Copm
from ot_desktop.permissions import Permission
from ot_desktop.work import Entry, Work


class CopmService:
    """Keep a family's problems in its own words, and every rating of them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, child_id: int) -> Copm:
        """Return a child's problems and ratings."""
        self._work.require(Permission.SEE_NOTES)
        return reading.copm_of(child_id)

    def name(self, child_id: int, words: str) -> int:
        """Add a problem as the family says it, and return its id."""
        if not words.strip():
            raise ValidationError({"words": "Write what is hard, as the family says it."})
        with self._saving(child_id):
            return queries.insert_problem(
                {"child": child_id, "words": words.strip(), "named_on": today()}
            )

    def end(self, child_id: int, problem_id: int) -> None:
        """Take a problem off the list; what was rated stays in the file."""
        if problem_id not in {problem.id for problem in self.of(child_id).problems}:
            raise NotFound("This is no longer on the list.")
        with self._saving(child_id):
            queries.end_problem(problem_id, today())

    def rate(self, child_id: int, draft: AssessmentDraft) -> int:
        """Keep what a child, or a parent for the child, rated in one talk; return its id."""
        draft.check(today())
        known = {problem.id for problem in self.of(child_id).problems}
        if not {problem_id for problem_id, _ in draft.ratings} <= known:
            raise NotFound("One of these is no longer on the list. Open it again.")
        with self._saving(child_id):
            talk = {
                "child": child_id,
                "rated_on": draft.rated_on,
                "rated_by": draft.rater,
                "said_by": draft.said_by.strip(),
                "written_at": now_utc(),
                "written_by": self._work.user.id,
            }
            return queries.insert_assessment(
                talk,
                [
                    {
                        "problem": problem_id,
                        "performance": rating.performance,
                        "satisfaction": rating.satisfaction,
                    }
                    for problem_id, rating in draft.ratings
                ],
            )

    def withdraw(self, child_id: int, assessment_id: int) -> None:
        """Take back a talk that was entered by mistake."""
        if assessment_id not in {talk.id for talk in self.of(child_id).assessments}:
            raise NotFound("This talk is no longer in the file.")
        with self._saving(child_id):
            if not queries.withdraw_assessment(assessment_id, now_utc()):
                raise ClinicError("This talk was taken back already.")

    def _saving(self, child_id: int) -> AbstractContextManager[Entry]:
        return self._work.saving(
            Permission.WRITE_NOTE, Topic.CASELOAD, Action.CHANGED_COPM, child_id
        )
