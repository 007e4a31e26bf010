"""Use cases of publishing: plans become visits in the calendar, and families are told."""

from collections.abc import Sequence

from ot_desktop.programs.telling import FamilyToTell, How, Published, PublishPreview
from ot_desktop.work import Work


class Publishing:
    """Put the chosen plan into the calendar, and keep which family was told what."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def preview(self, program_id: int) -> PublishPreview:
        """Return what publishing the chosen plan would do; saves nothing."""
        raise NotImplementedError

    def publish(self, program_id: int, reason: str = "") -> Published:
        """Make the chosen plan's sessions ordinary sessions, all of them or none.

        Publishing again changes only what differs and keeps the sessions' ids; what was held,
        noted or has arrived is never touched. ``reason`` says why warnings are overridden; it is
        kept on the sessions they are about. Raises ``ClinicError`` naming the first clash, and
        ``ValidationError`` under ``override_reason``.
        """
        raise NotImplementedError

    def families(self, program_id: int) -> tuple[FamilyToTell, ...]:
        """Return all families of a published program, those who have to be told first."""
        raise NotImplementedError

    def mark_told(self, program_id: int, program_child_ids: Sequence[int], how: How) -> None:
        """Keep that these families now know the published times, how, when and from whom."""
        raise NotImplementedError
