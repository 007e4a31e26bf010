"""Use cases of intensives: begin one, describe it, and the way to its children and plans."""

from datetime import date

from ot_desktop.programs.adjusting import Adjusting
from ot_desktop.programs.children import ProgramChildren
from ot_desktop.programs.domain import (
    KindDraft,
    Program,
    ProgramDraft,
    ProgramTherapist,
    SetUpCheck,
)
from ot_desktop.programs.plans import Plans
from ot_desktop.programs.publishing import Publishing
from ot_desktop.work import Work


class ProgramService:
    """Set up intensives; ``children``, ``plans``, ``board`` and ``publishing`` do the rest.

    Everybody who sees the schedule reads; whoever holds ``PLAN_PROGRAM`` (front desk and owner)
    changes.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self.children = ProgramChildren(work)
        self.plans = Plans(work)
        self.board = Adjusting(work)
        self.publishing = Publishing(work)

    def programs(self) -> tuple[Program, ...]:
        """Return all intensives, the latest first."""
        raise NotImplementedError

    def program(self, program_id: int) -> Program:
        """Return one intensive with its set-up; raises ``NotFound``."""
        raise NotImplementedError

    def begin(self, draft: ProgramDraft, like: int | None = None) -> int:
        """Begin an intensive, blank or ``like`` an earlier one, and return its id.

        From the earlier one come session kinds, therapists' limits and rules unless the draft
        changes them; no children and no dates. Raises ``ValidationError``.
        """
        raise NotImplementedError

    def draft_like(self, program_id: int, year: int) -> ProgramDraft:
        """Return a draft for ``year`` from an earlier intensive: name, dose, rules, dates moved."""
        raise NotImplementedError

    def change(self, program_id: int, draft: ProgramDraft) -> None:
        """Keep name, dates, dose and rules. Raises ``ValidationError``."""
        raise NotImplementedError

    def date_hints(self, starts_on: date | None, ends_on: date | None) -> tuple[str, ...]:
        """Say what is rolled over: "Jun 5 is a Saturday – begins Mon, Jun 7"; saves nothing."""
        raise NotImplementedError

    def put_kind(self, program_id: int, draft: KindDraft) -> int:
        """Add a kind of session or change the one ``draft.id`` names; return its id."""
        raise NotImplementedError

    def drop_kind(self, kind_id: int) -> None:
        """Take a kind out of the set-up; refused while a child wants it."""
        raise NotImplementedError

    def put_therapist(self, program_id: int, therapist: ProgramTherapist) -> None:
        """Let a therapist take part, or change the limits; name and color are not looked at."""
        raise NotImplementedError

    def leave_out_therapist(self, program_id: int, therapist_id: int) -> None:
        """Let a therapist take no part; what is planned with them becomes a clash."""
        raise NotImplementedError

    def check_set_up(self, program_id: int) -> SetUpCheck:
        """Count needed against possible sessions, in plain words."""
        raise NotImplementedError
