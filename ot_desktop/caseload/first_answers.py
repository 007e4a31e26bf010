"""The first answer about allergies, which whoever meets the family may note, as at the intake."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from db.queries import caseload as queries
from ot_desktop.audit import Action
from ot_desktop.caseload import intake, reading
from ot_desktop.caseload.domain import Alert, AlertKind, AlertReview, Asked
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.work import Entry, Work


class FirstAnswers:
    """Ask once; every later answer is a review, and needs ``EDIT_ALERTS``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def is_asked(self, child_id: int) -> bool:
        """Say whether anybody has asked the family about allergies."""
        self._work.require(Permission.SEE_CASELOAD)
        return self._review(child_id).asked is not Asked.NOT_ASKED

    def answer(self, child_id: int, asked: Asked, listed: Sequence[Alert] = ()) -> None:
        """Keep what the family says; raises ``ClinicError`` once somebody has asked."""
        if (asked is Asked.LISTED) != bool(listed):
            raise ValidationError({"alerts": "List what was said, or choose “None known”."})
        if self.is_asked(child_id):
            raise ClinicError("Somebody has asked this family meanwhile. Look at the alerts.")
        with self._saving(child_id):
            intake.write_alerts(child_id, tuple(listed), self._work.user.id)
            self._keep(child_id, asked)

    def take_back(self, child_id: int) -> None:
        """Say that nobody asked after all; only whoever just answered, and the same day."""
        review = self._review(child_id)
        if (review.reviewed_by, review.reviewed_on) != (self._work.user.name, today()):
            raise ClinicError("Somebody else reviewed the allergies since. Change them there.")
        with self._saving(child_id):
            for alert in queries.alerts([child_id], reading.alert_of_child):
                if alert.kind is AlertKind.ALLERGY and alert.id is not None:
                    queries.end_alert(alert.id, now_utc(), self._work.user.id)
            self._keep(child_id, Asked.NOT_ASKED)

    def _keep(self, child_id: int, asked: Asked) -> None:
        columns = intake.review_columns(AlertKind.ALLERGY, asked, self._work.user.id)
        queries.change_child(child_id, columns)

    def _review(self, child_id: int) -> AlertReview:
        return reading.child_page(child_id).alerts.allergies

    def _saving(self, child_id: int) -> AbstractContextManager[Entry]:
        return self._work.saving(
            Permission.EDIT_CHILD, Topic.CASELOAD, Action.CHANGED_ALERTS, child_id
        )
