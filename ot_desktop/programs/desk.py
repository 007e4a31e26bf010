"""What is on the desk: the intensive and the plan at hand, read once until the file changes."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from db.queries import plans as queries
from db.queries.scheduling import state_of_file
from ot_desktop.clock import now_local
from ot_desktop.errors import NotFound
from ot_desktop.programs import reading
from ot_desktop.programs.facts import ProgramFacts
from ot_desktop.programs.measures import PlanSummary
from ot_desktop.programs.placement import Placement
from ot_desktop.programs.plan_reading import summary
from ot_desktop.programs.situation import Situation
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

State = tuple[int, int, datetime]
KEPT_FOR_MINUTES = 15  # what is over changes with the clock


AUDIT_ROWS = 1  # what a transaction writes after its last own word


@dataclass(frozen=True, slots=True)
class _Moved:
    plan_id: int
    situation: Situation
    written: tuple[int, int]

    def is_all_that_changed(self, state: State, before: State | None) -> bool:
        elsewhere, here, quarter = state
        expected = (self.written[0], self.written[1] + AUDIT_ROWS)
        return (elsewhere, here) == expected and before is not None and before[2] == quarter


class Desk:
    """Hands out facts and situations; forgets everything when anybody writes to the file.

    A session moved in a plan changes nothing but the plan: with ``moving`` what was read stays on
    the desk, and the screens that reload at once find the moved session there.
    """

    def __init__(self, work: Work) -> None:
        self._settings = SettingsService(work)
        self._state: State | None = None
        self._facts: dict[int, ProgramFacts] = {}
        self._situations: dict[int, Situation] = {}
        self._before: dict[int, Situation] = {}
        self._plans: dict[int, PlanSummary] = {}
        self._moved: _Moved | None = None

    def facts(self, program_id: int) -> ProgramFacts:
        """Return what an intensive is planned around; raises ``NotFound``."""
        self._forget_when_changed()
        if program_id not in self._facts:
            self._facts[program_id] = reading.facts(program_id, self._settings.clinic())
        return self._facts[program_id]

    def situation(self, plan_id: int) -> Situation:
        """Return a plan with its sessions; raises ``NotFound``."""
        self._forget_when_changed()
        if plan_id not in self._situations:
            facts = self.facts(self.plan(plan_id).program_id)
            placements = reading.placements(plan_id, facts)
            situation = self._situations[plan_id] = Situation(plan_id, facts, placements)
            if plan_id in self._before:
                situation.remember(self._before.pop(plan_id))
        return self._situations[plan_id]

    def plan(self, plan_id: int) -> PlanSummary:
        """Return one plan; raises ``NotFound``."""
        self._forget_when_changed()
        if plan_id not in self._plans:
            found = queries.plan(plan_id, summary)
            if found is None:
                raise NotFound("This plan is no longer in the file.")
            self._plans[plan_id] = found
        return self._plans[plan_id]

    def plan_of(self, planned_id: int) -> int:
        """Return the plan a planned session is in; raises ``NotFound``."""
        for plan_id, situation in self._situations.items():
            if planned_id in situation.placements:
                return plan_id
        found = queries.planned_session(planned_id)
        if found is None:
            raise NotFound("This session is no longer in the plan.")
        return found[0]

    def moved(
        self, plan_id: int, before: Collection[Placement], after: Collection[Placement]
    ) -> None:
        """Say, last thing before its transaction ends, that only these sessions were replaced."""
        situation = self._situations[plan_id].after(before, after)
        self._moved = _Moved(plan_id, situation, state_of_file())

    @contextmanager
    def as_before(self) -> Iterator[None]:
        """Keep what was read although the block writes: it touches nothing a plan is judged by."""
        was_read = self._state == _state()
        yield
        if was_read:
            self._state = _state()

    def forget(self) -> None:
        """Read everything anew: a save did not go through, or changed more than sessions."""
        self._state = self._moved = None

    def _forget_when_changed(self) -> None:
        state = _state()
        if state == self._state:
            return
        moved, self._moved = self._moved, None
        if moved is not None and moved.is_all_that_changed(state, self._state):
            self._situations[moved.plan_id] = moved.situation
        else:
            self._before, self._situations = self._situations, {}
            self._facts.clear()
            self._plans.clear()
        self._state = state


def _state() -> State:
    now = now_local().replace(second=0, microsecond=0)
    quarter = now.replace(minute=now.minute // KEPT_FOR_MINUTES * KEPT_FOR_MINUTES)
    return (*state_of_file(), quarter)
